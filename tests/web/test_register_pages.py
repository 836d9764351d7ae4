"""Pages of one programme, task, agreement, petition: what they show, with its sentence; what may be done there, and the line it leaves."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.documents.models import Passage
from hopluc.web.journal.models import JournalEntry
from hopluc.web.journal.queries import head
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Role
from hopluc.web.register.programme_page import PER_PAGE
from hopluc.web.terms import Term

TEXT = "Giao Sở Công Thương khảo sát 48 công nghệ trước ngày 30/6/2026. Đề nghị Bộ bố trí kinh phí. Hai bên đào tạo 300 kỹ sư."


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")


@pytest.fixture
def said(standing: Organisation, programme: Programme) -> dict[str, Passage]:
    """The sentences of one document of the programme."""
    version = factories.a_version(standing, TEXT, title="Kế hoạch năm 2026", number="56/KH-UBND")
    actions.link_document(programme, by=None, document=version.document)
    return {word: factories.a_passage(version, word) for word in ("khảo sát 48 công nghệ", "bố trí kinh phí", "300 kỹ sư")}


@pytest.fixture
def task(programme: Programme, member: Organisation, said: dict[str, Passage]) -> Activity:
    return factories.a_task(
        programme,
        lead=member,
        due=date(2026, 6, 30),
        title="Khảo sát công nghệ",
        product="Báo cáo khảo sát",
        evidence=[(said["khảo sát 48 công nghệ"], "title", "khảo sát 48 công nghệ")],
    )


@pytest.fixture
def petition(programme: Programme, said: dict[str, Passage]) -> Commitment:
    return actions.raise_petition(
        programme,
        by=None,
        text="Bố trí kinh phí",
        recipient=factories.an_organisation("Bộ Thử nghiệm"),
        made_on=date(2026, 3, 1),
        evidence=[(said["bố trí kinh phí"], "", "bố trí kinh phí")],
    )


@pytest.fixture
def agreement(programme: Programme, member: Organisation, said: dict[str, Passage]) -> Agreement:
    signed = actions.sign_agreement(
        programme, by=None, title="Thỏa thuận đào tạo", parties=[member], date=Term.of("2025-03-09")
    )
    actions.add_commitment(
        programme,
        by=None,
        kind="target",
        text="Đào tạo kỹ sư",
        figure=Figure.exact(Decimal(300)),
        unit="kỹ sư",
        agreement=signed,
        evidence=[(said["300 kỹ sư"], "figure", "300")],
    )
    actions.add_commitment(programme, by=None, kind="obligation", text="Hai bên trao đổi chuyên gia", agreement=signed)
    return signed


@pytest.fixture
def rows(programme: Programme, task: Activity, agreement: Agreement, petition: Commitment) -> dict[str, Any]:
    """One row of each noun that may be corrected."""
    return {"programme": programme, "activity": task, "agreement": agreement, "commitment": petition}


def page(browser: Client, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return response.content.decode()


def last_line() -> tuple[str, str, str]:
    entry = JournalEntry.objects.order_by("number").last()
    assert entry is not None
    return entry.verb, str(entry.actor), entry.reason


# What they show


def test_the_states_told_of_a_programmes_work_make_up_all_of_it(programme, member, officer, signed_in):
    factories.a_task(programme, lead=member, due=date(2020, 6, 30), title="Khảo sát công nghệ")
    factories.a_task(programme, lead=member, title="Theo dõi, đôn đốc")

    shown = signed_in(officer).get(programme.get_absolute_url()).context

    told = {code.value: number for code, number, _look in shown["states"]}
    assert told == {"done": 0, "in_progress": 0, "overdue": 1, "not_started": 0, "undated": 1}
    assert sum(told.values()) == shown["total"] == 2


def test_a_task_shows_its_state_its_reason_and_the_sentence_it_came_from(task, said, officer, signed_in):
    shown = page(signed_in(officer), task.get_absolute_url())

    assert "Thời hạn 30/06/2026 đã qua; chưa ghi nhận kết quả hoàn thành." in shown
    assert "Sở Công Thương thành phố Vĩnh Hà" in shown
    assert "Báo cáo khảo sát" in shown
    assert "“khảo sát 48 công nghệ”" in shown
    assert f'href="{said["khảo sát 48 công nghệ"].get_absolute_url()}"'.replace("&", "&amp;") in shown


def test_the_sentence_is_one_click_away_and_marked_there(task, said, viewer, signed_in):
    passage = said["khảo sát 48 công nghệ"]

    shown = page(signed_in(viewer), passage.get_absolute_url())

    assert '<mark class="passage" id="doan">khảo sát 48 công nghệ</mark>' in shown


def test_a_source_out_of_sight_is_not_shown(task, colleague, signed_in):
    shown = page(signed_in(colleague), task.get_absolute_url())

    assert "56/KH-UBND" not in shown
    assert "Chưa có minh chứng trong phạm vi của tài khoản." in shown


def test_a_task_shows_the_chain_it_was_carried_over_along(task, officer, signed_in):
    second = actions.carry_over(task, by=None, period=Term.between("2027", "2028"))
    third = actions.carry_over(second, by=None, period=Term.between("2029", "2030"))

    chain = signed_in(officer).get(second.get_absolute_url()).context["chain"]

    assert [(step.row, step.current, str(step.state.code)) for step in chain] == [
        (task, False, "carried_over"), (second, True, "carried_over"), (third, False, "not_started"),
    ]  # fmt: skip


def test_a_task_shows_what_was_said_of_it_and_done_to_it(task, officer, signed_in):
    actions.note_progress(task, by=officer, on=date(2026, 5, 1), said="in_progress", text="Đã khảo sát 20 cơ sở.")
    actions.correct(task, by=officer, changes={"product": "Báo cáo và cơ sở dữ liệu"}, reason="Theo bản gốc")

    context = signed_in(officer).get(task.get_absolute_url()).context

    assert [entry.text for entry in context["progress"]] == ["Đã khảo sát 20 cơ sở."]
    assert [(str(line.done), line.changed, line.reason) for line in context["history"]] == [
        ("Sửa", ("sản phẩm phải có",), "Theo bản gốc"),
        ("Cập nhật diễn biến", (), ""),
        ("Ghi nhiệm vụ", (), ""),
    ]


def test_of_many_targets_the_first_are_shown_and_all_are_counted(standing, officer, signed_in):
    programme = factories.a_programme(standing)
    for number in range(PER_PAGE + 2):
        actions.add_commitment(programme, by=None, kind="target", text=f"Chỉ tiêu {number}.")

    response = signed_in(officer).get(programme.get_absolute_url())
    shown = response.content.decode()

    assert len(response.context["targets"]) == PER_PAGE
    assert f"Chỉ tiêu ({PER_PAGE + 2})" in shown
    assert f'loai=target&amp;chuong_trinh={programme.pk}">Xem tất cả ({PER_PAGE + 2})</a>' in shown


def test_an_agreement_shows_its_targets_with_how_much_is_owed(agreement, officer, signed_in):
    shown = page(signed_in(officer), agreement.get_absolute_url())

    assert "300 kỹ sư" in shown
    assert "Hai bên trao đổi chuyên gia" in shown
    assert "Đã ký 09/03/2025" in shown


def test_a_petition_shows_its_answer_and_the_work_it_led_to(petition, programme, officer, signed_in):
    answer = actions.answer_petition(petition, by=None, text="Bộ thống nhất", made_on=date(2026, 6, 1))
    work = factories.a_task(programme, title="Lập dự toán")
    actions.set_answers(work, by=None, answers=[answer])

    context = signed_in(officer).get(petition.get_absolute_url()).context

    assert context["state"].code == "answered"
    assert [(step.row, step.current) for step in context["chain"]] == [(petition, True), (answer, False), (work, False)]


def test_a_target_shows_how_much_and_where_it_is_said(agreement, officer, signed_in):
    target = agreement.commitments.get(kind="target")

    shown = page(signed_in(officer), target.get_absolute_url())

    assert "<strong>300 kỹ sư</strong>" in shown
    assert "den=" in shown


PARTS = ("tong-quan", "noi-dung", "so-lieu", "nhiem-vu", "hoat-dong", "thoa-thuan", "kien-nghi", "ban-chi-dao", "van-ban")


@pytest.fixture
def filled(
    programme: Programme, task: Activity, petition: Commitment, agreement: Agreement, said: dict[str, Passage]
) -> Programme:
    """The programme with a little of everything."""
    strand = actions.add_strand(programme, by=None, title="Chuyển giao công nghệ", number="2")
    evidence = [(said["khảo sát 48 công nghệ"], "figure", "48")]
    for name, number in (
        ("Khảo sát công nghệ", 48),
        ("Khảo sát công nghệ - sinh học", 21),
        ("Khảo sát công nghệ - hóa lý", 27),
    ):
        indicator = measures.find_or_add_indicator(programme.owner, by=None, name=name, unit="công nghệ")
        measures.record_observation(
            indicator, by=None, figure=Figure.exact(Decimal(number)), about=strand, period=Term.of("2026"),
            field=name.partition(" - ")[2], evidence=evidence,
        )  # fmt: skip
    actions.make_statement(programme, by=None, kind="aim", text="Nâng cao năng lực công nghệ")
    actions.make_statement(programme, by=None, kind="shortcoming", text="Tiến độ còn chậm", strand=strand)
    actions.cite_legal_basis(programme, by=None, text="Luật Khoa học và Công nghệ")
    actions.note_event(programme, by=None, title="Hội nghị kết nối", held=Term.of("2026-09-18"))
    body = actions.form_committee(programme, by=None, name="Ban Chỉ đạo Chương trình")
    actions.appoint(body, by=None, capacity="chair", title="Trưởng ban", post="Phó Chủ tịch", programme=programme)
    actions.appoint(
        body, by=None, capacity="member", organisation=factories.an_organisation("Sở Thử nghiệm"), programme=programme,
        until=date(2026, 1, 1),
    )  # fmt: skip
    return programme


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("tong-quan", ["Nâng cao năng lực công nghệ", "Luật Khoa học và Công nghệ", "Quá hạn"]),
        ("noi-dung", ["2. Chuyển giao công nghệ", "Tiến độ còn chậm", "Tồn tại, hạn chế (1)", "<strong>48</strong>", "den="]),
        ("so-lieu", ["<svg", "<rect", "Sinh học", "Tổng số", "den="]),
        ("nhiem-vu", ["Khảo sát công nghệ", "Quá hạn", "den="]),
        ("hoat-dong", ["Hội nghị kết nối", "Đã diễn ra ngày 18/09/2026."]),
        ("thoa-thuan", ["Thỏa thuận đào tạo", "300 kỹ sư", "den="]),
        ("kien-nghi", ["Bố trí kinh phí", "Bộ Thử nghiệm", "den="]),
        ("ban-chi-dao", ["Ban Chỉ đạo Chương trình", "Khuyết thành viên", "Phó Chủ tịch"]),
        ("van-ban", ["56/KH-UBND"]),
        ("khong-co", ["Nâng cao năng lực công nghệ"]),
    ],
)
def test_each_part_of_a_programme_shows_what_it_promises(filled, officer, signed_in, part, told):
    shown = page(signed_in(officer), f"{filled.get_absolute_url()}?phan={part}")

    assert [words for words in told if words not in shown] == []


def test_a_seat_that_has_ended_is_not_shown(filled, officer, signed_in):
    (group,) = signed_in(officer).get(f"{filled.get_absolute_url()}?phan=ban-chi-dao").context["committees"]

    assert ([seat.title for seat in group.seats], group.vacant) == (["Trưởng ban"], 1)


@pytest.mark.parametrize("part", PARTS)
def test_an_empty_programme_says_what_to_do(programme, officer, signed_in, part):
    shown = page(signed_in(officer), f"{programme.get_absolute_url()}?phan={part}")

    assert "Chưa" in shown


@pytest.mark.parametrize("part", PARTS)
def test_no_page_of_a_programme_styles_or_scripts_within(filled, officer, signed_in, part):
    shown = page(signed_in(officer), f"{filled.get_absolute_url()}?phan={part}")

    assert (" style=" in shown, "<script>" in shown, " onclick" in shown) == (False, False, False)


# Where a row of the register leads


def test_every_row_leads_to_where_it_is_shown(filled, officer, signed_in):
    strand, basis, statement = filled.strands.get(), filled.legal_bases.get(), filled.statements.get(kind="shortcoming")
    seat = Role.objects.get(title="Trưởng ban")
    progress = actions.note_progress(filled.activities.first(), by=None, on=date(2026, 1, 1), said="done")
    figure = measures.Observation.objects.filter(indicator__name="Khảo sát công nghệ").get()
    browser = signed_in(officer)

    for row, anchor in (
        (strand, f'id="nd{strand.pk}"'),
        (basis, f'id="cc{basis.pk}"'),
        (statement, f'id="nx{statement.pk}"'),
        (filled.statements.get(kind="aim"), "Nâng cao năng lực công nghệ"),
        (seat, "Phó Chủ tịch"),
        (filled.activities.first().roles.get(), "Khảo sát công nghệ"),
        (progress, f'id="db{progress.pk}"'),
        (figure, f'id="sl{figure.pk}"'),
    ):
        assert anchor in page(browser, row.get_absolute_url())


# What may be done there


def test_the_deeds_offered_are_those_the_user_may_do(rows, officer, colleague, viewer, signed_in):
    def offered(user, row) -> list[str]:
        return [deed.name for deed in signed_in(user).get(row.get_absolute_url()).context["deeds"]]

    assert offered(officer, rows["activity"]) == [
        "register:note_progress", "agenda:assign_activity", "register:carry_over", "register:add_activity_evidence",
        "register:correct_activity", "register:withdraw_activity",
    ]  # fmt: skip
    assert offered(colleague, rows["activity"]) == ["register:note_progress", "agenda:assign_activity"]
    assert offered(officer, rows["commitment"])[:2] == ["register:answer_petition", "register:note_commitment_progress"]
    assert offered(officer, rows["programme"]) == [
        "register:assign_task",
        "register:put_petition",
        "register:note_money",
        "register:correct_programme",
        "register:withdraw_programme",
    ]
    assert [offered(viewer, row) for row in rows.values()] == [[]] * 4


def send(browser: Client, name: str, row, **said: str):
    return browser.post(reverse(f"register:{name}", args=[row.pk]), said)


def test_progress_is_noted(task, colleague, signed_in):
    answer = send(signed_in(colleague), "note_progress", task, on="2026-05-01", said="blocked", text="Chờ kinh phí")

    assert (answer.status_code, [(p.said, p.text) for p in task.progress.all()]) == (302, [("blocked", "Chờ kinh phí")])
    assert last_line()[:2] == ("note_progress", str(colleague))


def test_progress_without_a_day_is_refused_beside_the_day(task, officer, signed_in):
    answer = send(signed_in(officer), "note_progress", task, on="31/6/2026", said="done")

    assert (answer.status_code, list(answer.context["form"].errors), task.progress.count()) == (200, ["on"], 0)


def test_progress_of_a_day_to_come_is_refused_beside_the_day(task, officer, signed_in):
    tomorrow = timezone.localdate() + timedelta(days=1)

    answer = send(signed_in(officer), "note_progress", task, on=tomorrow.isoformat(), said="done")

    assert (answer.status_code, task.progress.count()) == (200, 0)
    assert answer.context["form"].errors["on"] == ["Ngày ghi nhận không thể sau hôm nay. Đề nghị kiểm tra lại ngày."]


def test_the_form_of_progress_may_begin_as_blocked(task, officer, signed_in):
    form = signed_in(officer).get(reverse("register:note_progress", args=[task.pk]), {"said": "blocked"}).context["form"]

    assert (form["said"].value(), form["on"].value()) == ("blocked", timezone.localdate())


def test_a_task_is_carried_over(task, officer, signed_in):
    said = {"first": "2027-01-01", "last": "2028-12-31", "reason": "Chưa bố trí kinh phí"}

    answer = send(signed_in(officer), "carry_over", task, **said)

    later = task.carried_over_to.get()
    assert (answer.headers["Location"], later.period_last, later.title) == (
        later.get_absolute_url(), date(2028, 12, 31), task.title,
    )  # fmt: skip


def test_a_term_that_ends_before_it_begins_is_refused(task, officer, signed_in):
    answer = send(signed_in(officer), "carry_over", task, first="2028-01-01", last="2027-01-01", reason="x")

    assert (answer.status_code, task.carried_over_to.count()) == (200, 0)
    assert "Ngày cuối trước ngày đầu" in answer.content.decode()


def test_a_petition_is_answered_with_its_paper(petition, standing, officer, signed_in):
    document = factories.a_version(standing, "Bộ thống nhất bố trí kinh phí.").document
    answer = send(
        signed_in(officer), "answer_petition", petition, text="Bộ thống nhất", made_on="2026-06-01", document=f"[{document.pk}]"
    )

    given = petition.answered_by.get()
    assert (answer.headers["Location"], given.text, given.document, given.sender) == (
        petition.get_absolute_url(), "Bộ thống nhất", document, petition.recipient,
    )  # fmt: skip
    assert last_line()[0] == "answer_petition"


def test_an_answer_of_an_impossible_day_is_refused_beside_the_day(petition, officer, signed_in):
    actions.correct(petition, by=None, changes={"made_on": date(2026, 3, 1)})
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    refused = [send(signed_in(officer), "answer_petition", petition, text="x", made_on=day) for day in ("2026-02-28", tomorrow)]

    assert ([answer.context["form"].errors for answer in refused], petition.answered_by.count()) == (
        [
            {"made_on": ["Ngày trả lời không thể trước ngày kiến nghị (01/03/2026). Đề nghị kiểm tra lại ngày."]},
            {"made_on": ["Ngày trả lời không thể sau hôm nay. Đề nghị kiểm tra lại ngày."]},
        ],
        0,
    )


def test_an_answer_of_the_day_of_the_petition_is_taken(programme):
    asked = actions.raise_petition(programme, by=None, text="Cử chuyên gia", made_on=date(2026, 3, 1))

    actions.answer_petition(asked, by=None, text="Đồng ý", made_on=date(2026, 3, 1))

    assert asked.answered_by.count() == 1


@pytest.mark.parametrize("named", [True, False])
def test_the_paper_that_asks_does_not_answer(named, programme, standing, officer, signed_in):
    version = factories.a_version(standing, "Đề nghị cử chuyên gia.")
    evidence = [(factories.a_passage(version, "Đề nghị cử chuyên gia."), "", "Đề nghị cử chuyên gia.")]
    given = {"document": version.document} if named else {"evidence": evidence}
    asked = actions.raise_petition(programme, by=None, text="Cử chuyên gia", **given)

    answer = send(signed_in(officer), "answer_petition", asked, text="Đồng ý", document=f"[{version.document.pk}]")

    assert (answer.context["form"].errors, asked.answered_by.count()) == (
        {"document": ["Đây là văn bản nêu kiến nghị. Đề nghị chọn văn bản trả lời, hoặc để trống nếu chưa có trong hệ thống."]},
        0,
    )


def test_a_conclusion_is_not_to_be_answered(petition, officer, signed_in):
    conclusion = actions.answer_petition(petition, by=None, text="Đồng ý")

    assert send(signed_in(officer), "answer_petition", conclusion, text="x").status_code == 404


def test_the_paper_of_another_cannot_be_named(petition, elsewhere, officer, signed_in):
    foreign = factories.a_version(elsewhere).document

    answer = send(signed_in(officer), "answer_petition", petition, text="Đồng ý", document=f"[{foreign.pk}]")

    assert (list(answer.context["form"].errors), petition.answered_by.count()) == (["document"], 0)


@pytest.mark.parametrize("noun", ["activity", "agreement", "commitment"])
def test_a_row_is_withdrawn_with_its_reason_and_no_longer_seen(noun, task, agreement, petition, officer, signed_in):
    row, browser = {"activity": task, "agreement": agreement, "commitment": petition}[noun], signed_in(officer)

    refused = send(browser, f"withdraw_{noun}", row, reason="  ")
    answer = send(browser, f"withdraw_{noun}", row, reason="Nhập hai lần")

    assert (refused.status_code, answer.status_code, answer.headers["Location"]) == (200, 302, row.programme.get_absolute_url())
    assert last_line() == ("withdraw", str(officer), "Nhập hai lần")
    assert browser.get(row.get_absolute_url()).status_code == 404


def test_a_row_outside_any_programme_is_withdrawn_to_the_list(standing, officer, signed_in):
    own = Activity.objects.create(owner=standing, title="Việc riêng của Sở", search_key="")

    assert send(signed_in(officer), "withdraw_activity", own, reason="Nhầm").headers["Location"] == "/chuong-trinh/"


def as_it_stands(browser: Client, name: str, row) -> dict[str, str]:
    """What the form of a row says before anything is changed."""
    form = browser.get(reverse(f"register:{name}", args=[row.pk])).context["form"]
    values = {field.name: field.value() for field in form}
    return {name: str(value) for name, value in values.items() if value is not None}


@pytest.mark.parametrize(
    ("name", "changed", "expected"),
    [
        ("correct_activity", {"title": "Khảo sát 48 công nghệ"}, ("title", "Khảo sát 48 công nghệ")),
        ("correct_activity", {"due_last": "2026-07-15"}, ("due_last", date(2026, 7, 15))),
        ("correct_activity", {"due_last": ""}, ("due_last", None)),
        ("correct_activity", {"period_first": "2026-01-01"}, ("period_first", date(2026, 1, 1))),
        ("correct_commitment", {"made_on": "02/03/2026"}, ("made_on", date(2026, 3, 2))),
        ("correct_agreement", {"date_last": "2025-03-10"}, ("date_first", date(2025, 3, 10))),
        ("correct_agreement", {"period_first": "2025-01-01", "period_last": "2027-12-31"}, ("period_last", date(2027, 12, 31))),
        ("correct_programme", {"short_title": "CT hợp tác"}, ("short_title", "CT hợp tác")),
    ],
)
def test_what_is_wrong_is_corrected(rows, officer, signed_in, name, changed, expected):
    row, browser = rows[name.partition("_")[2]], signed_in(officer)

    answer = send(browser, name, row, **(as_it_stands(browser, name, row) | changed | {"reason": "Theo bản gốc"}))

    row.refresh_from_db()
    assert (answer.status_code, getattr(row, expected[0])) == (302, expected[1])
    assert last_line() == ("correct", str(officer), "Theo bản gốc")


def test_a_correction_keeps_the_words_of_what_it_does_not_touch(programme, officer, signed_in):
    task = factories.a_task(programme, period=Term.between("2022", "2025", "giai đoạn 2022 - 2025"))
    browser = signed_in(officer)

    send(
        browser, "correct_activity", task, **(as_it_stands(browser, "correct_activity", task) | {"number": "7", "reason": "x"})
    )

    task.refresh_from_db()
    assert (task.number, str(task.period)) == ("7", "giai đoạn 2022 - 2025")


def test_a_correction_that_changes_nothing_leaves_no_line(task, officer, signed_in):
    browser, before = signed_in(officer), head()

    answer = send(browser, "correct_activity", task, **(as_it_stands(browser, "correct_activity", task) | {"reason": "x"}))

    assert (answer.status_code, head()) == (200, before)
    assert "Chưa có nội dung nào thay đổi" in answer.content.decode()


def test_a_strand_of_another_programme_cannot_be_chosen(task, standing, officer, signed_in):
    foreign = actions.add_strand(factories.a_programme(standing), by=None, title="Nội dung khác")
    browser = signed_in(officer)

    said = as_it_stands(browser, "correct_activity", task) | {"strand": str(foreign.pk), "reason": "x"}

    assert list(send(browser, "correct_activity", task, **said).context["form"].errors) == ["strand"]


@pytest.mark.parametrize("quote", ["khảo sát 48\ncông nghệ", "KHAO SAT 48 CONG NGHE"])
def test_evidence_is_found_in_the_text_however_it_was_copied(task, said, officer, signed_in, quote):
    document = said["300 kỹ sư"].version.document

    answer = send(signed_in(officer), "add_activity_evidence", task, document=f"[{document.pk}]", quote=quote)

    assert (answer.status_code, last_line()[0]) == (302, "attach_evidence")
    assert [link.as_written for link in task.evidence.filter(field="")] == ["khảo sát 48 công nghệ"]


def test_a_sentence_that_is_not_in_the_document_is_no_evidence(task, said, officer, signed_in):
    document = said["300 kỹ sư"].version.document

    answer = send(signed_in(officer), "add_activity_evidence", task, document=f"[{document.pk}]", quote="khảo sát 49 công nghệ")

    assert (list(answer.context["form"].errors), task.evidence.count()) == (["quote"], 1)


def test_a_task_is_assigned_to_those_named(programme, member, officer, signed_in):
    said = {"title": "Lập cơ sở dữ liệu", "lead": "sở công thương thành phố vĩnh hà", "cooperating": "Sở Mới\n\n", "due": "2026-12-31",
            "kind": "assigned_task"}  # fmt: skip

    answer = send(signed_in(officer), "assign_task", programme, **said)

    task = programme.activities.get()
    assert (answer.headers["Location"], task.due_last) == (task.get_absolute_url(), date(2026, 12, 31))
    assert [(role.capacity, str(role.organisation)) for role in task.roles.order_by("order")] == [
        ("lead", member.name), ("cooperating", "Sở Mới"),
    ]  # fmt: skip


def test_a_petition_is_put_to_the_one_named(programme, officer, signed_in):
    answer = send(
        signed_in(officer), "put_petition", programme, text="Bố trí quỹ đất", recipient="Bộ Thử nghiệm", made_on="2026-03-01"
    )

    petition = programme.commitments.get()
    assert (answer.headers["Location"], petition.sender, str(petition.recipient)) == (
        petition.get_absolute_url(), programme.owner, "Bộ Thử nghiệm",
    )  # fmt: skip


@pytest.fixture
def letters(standing):
    """Three letters of one kind: two alike in title, one of a number that begins another's."""
    titles = (
        ("12/BC", "Báo cáo về vi mạch năm 2025"),
        ("121/BC", "Báo cáo về vi mạch năm 2026"),
        ("7/CV", "Trả lời kiến nghị"),
    )
    return [factories.a_version(standing, number=number, title=title).document for number, title in titles]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("12/bc", 0), ("121/BC", 1), ("tra loi KIEN NGHI", 2), ("vi mạch 2026", 1), ("", None)],
)
def test_a_document_is_picked_by_its_number_or_by_words_only_it_holds(petition, letters, officer, signed_in, typed, found):
    answer = send(signed_in(officer), "answer_petition", petition, text="Đồng ý", document=typed)

    assert answer.status_code == 302
    assert petition.answered_by.get().document == (letters[found] if found is not None else None)


@pytest.mark.parametrize(("typed", "told"), [("vi mạch", "Có nhiều kết quả khớp"), ("khong co", "Không tìm thấy.")])
def test_what_names_several_documents_or_none_is_asked_again(petition, letters, officer, signed_in, typed, told):
    answer = send(signed_in(officer), "answer_petition", petition, text="Đồng ý", document=typed)

    (said,) = answer.context["form"].errors["document"]
    assert (said.startswith(told), petition.answered_by.count()) == (True, 0)


def test_the_newest_documents_are_offered_while_one_types(petition, letters, officer, signed_in):
    page = signed_in(officer).get(reverse("register:answer_petition", args=[petition.pk])).content.decode()

    assert f'<option value="7/CV Trả lời kiến nghị [{letters[2].pk}]"></option>' in page


def test_what_a_task_waits_for_is_noted_from_its_page(programme, task, officer, signed_in):
    other = factories.a_task(programme, title="Phê duyệt quy hoạch khu công nghệ cao")
    send(signed_in(officer), "note_progress", task, on="2026-11-01", said="blocked", waits_for_activity="quy hoach khu")

    assert task.progress.get().waits_for == other
