"""An officer's word on what was read: right, corrected, left out; alike findings are one thing; nothing settled is asked again."""

import json
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from hopluc.reading import Document as Source
from hopluc.reading import read
from hopluc.web.documents.models import Document, DocumentVersion, Evidence
from hopluc.web.intake import actions, queries
from hopluc.web.intake.models import Batch, Finding, Upload
from hopluc.web.intake.proposals import Proposal, proposals
from hopluc.web.journal import queries as journal
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.models import Observation
from hopluc.web.register.actions import withdraw
from hopluc.web.register.models import Activity, Programme, Statement

State = Finding.State
TEXT = "Tiến độ còn chậm.\nTổ chức 12 lớp tập huấn.\nXây dựng mô hình trồng lúa chịu mặn.\nSở Công Thương chủ trì."
SLOW = {"text": "Tiến độ còn chậm", "statement_type": "shortcoming"}
TASK = {"title": "Xây dựng mô hình trồng lúa chịu mặn", "period": {"from": "2026", "to": "2027"}}


@pytest.fixture
def browser(officer, signed_in) -> Client:
    return signed_in(officer)


@pytest.fixture
def programme(standing) -> Programme:
    return factories.a_programme(standing)


@pytest.fixture
def version(standing, programme):
    made = factories.a_version(standing, TEXT)
    actions.join_programme(made.document_id, programme, by=None)
    return made


@pytest.fixture
def slow(version, programme) -> Finding:
    return factories.a_finding(version, "statement", SLOW, "Tiến độ còn chậm", programme=programme)


def now_as(finding: Finding) -> Finding:
    return Finding.objects.get(pk=finding.pk)


def verbs() -> list[str]:
    return list(JournalEntry.objects.order_by("number").values_list("verb", flat=True))


def press(browser, name, finding, **said):
    return browser.post(reverse(f"intake:{name}", args=[finding.pk]), said)


def press_htmx(browser, name, finding, **said):
    page = f"http://testserver{reverse('intake:confirm', args=[finding.version.document_id])}?den=0-3"
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    return browser.post(reverse(f"intake:{name}", args=[finding.pk]), said, headers=headers)


def in_words(answer) -> str:
    return " ".join(answer.content.decode().split())


# --- Đúng, Sửa, Bỏ qua


def test_right_enters_it_with_its_passage_and_one_line_a_verb(browser, officer, slow):
    before = len(verbs())

    answer = press(browser, "right", slow)

    statement = Statement.objects.get()
    settled = now_as(slow)
    assert answer.url == slow.get_absolute_url()
    assert (settled.state, settled.settled_by, settled.entered) == (State.CONFIRMED, officer, statement)
    assert [link.passage.quote for link in Evidence.objects.all()] == ["Tiến độ còn chậm"]
    assert verbs()[before:] == ["make_statement", "settle_finding"]
    assert journal.verify().whole


def test_right_by_htmx_answers_with_the_finding_and_the_counts(browser, slow):
    answer = press_htmx(browser, "right", slow)

    assert answer.templates[0].name == "intake/answer.html"
    page = in_words(answer)
    assert f'id="tt{slow.pk}"' in page
    assert "data-open" not in page
    assert Statement.objects.get().get_absolute_url() in page
    assert '<span id="counts" hx-swap-oob="innerHTML">Đọc được 1 thông tin: đã xử lý hết' in page


def test_leaving_out_enters_nothing_and_says_so(browser, slow):
    answer = press_htmx(browser, "leave", slow)

    assert now_as(slow).state == State.SKIPPED
    assert Statement.objects.count() == 0
    assert "Bỏ qua" in in_words(answer)


def test_what_was_left_out_can_be_looked_at_again(browser, slow):
    press(browser, "leave", slow)
    press(browser, "reopen", slow)

    assert (now_as(slow).state, now_as(slow).settled_by) == (State.PROPOSED, None)
    assert verbs()[-2:] == ["settle_finding", "reopen_finding"]


@pytest.mark.parametrize("name", ["right", "leave"])
def test_what_is_settled_is_not_settled_again(name, browser, slow):
    press(browser, "right", slow)
    before = verbs()

    answer = press_htmx(browser, name, slow)

    assert "Thông tin này đã được xử lý. Đề nghị tải lại trang." in in_words(answer)
    assert (verbs(), Statement.objects.count(), now_as(slow).state) == (before, 1, State.CONFIRMED)


def test_a_page_that_was_open_too_long_is_told_without_htmx_too(browser, slow):
    press(browser, "right", slow)

    answer = browser.post(reverse("intake:right", args=[slow.pk]), follow=True)

    assert "Thông tin này đã được xử lý. Đề nghị tải lại trang." in in_words(answer)


def test_a_word_given_meanwhile_by_a_colleague_stands(officer, leader, slow):
    seen_by_both = [Finding.objects.get(pk=slow.pk) for _ in range(2)]
    actions.confirm(seen_by_both[0], by=officer)

    with pytest.raises(actions.Settled):
        actions.skip(seen_by_both[1], by=leader)
    assert now_as(slow).state == State.CONFIRMED


def test_what_entered_the_register_is_not_reopened(browser, slow):
    press(browser, "right", slow)

    answer = browser.post(reverse("intake:reopen", args=[slow.pk]), follow=True)

    assert "Thông tin đã vào sổ được sửa tại trang của nội dung đó." in in_words(answer)
    assert now_as(slow).state == State.CONFIRMED


def test_a_document_without_a_programme_is_refused_until_it_is_joined(browser, standing, programme):
    version = factories.a_version(standing, TEXT)
    slow = factories.a_finding(version, "statement", SLOW, "Tiến độ còn chậm")

    refused = press_htmx(browser, "right", slow)
    assert "Văn bản này chưa gắn với chương trình nào. Đề nghị chọn chương trình cho văn bản trước." in in_words(refused)
    assert (now_as(slow).state, Statement.objects.count()) == (State.PROPOSED, 0)

    joined = browser.post(reverse("intake:join", args=[version.document_id]), {"programme": programme.pk})
    press_htmx(browser, "right", slow)
    assert joined.url == reverse("intake:confirm", args=[version.document_id])
    assert Statement.objects.get().programme == programme
    assert list(programme.documents.all()) == [version.document]


def test_joining_without_a_choice_asks_for_one(browser, version):
    answer = browser.post(reverse("intake:join", args=[version.document_id]))

    assert set(answer.context["form"].errors) == {"programme"}


# --- Sửa


def corrected(browser, finding, **said):
    asked = browser.get(reverse("intake:correct", args=[finding.pk])).context["form"]
    shown = {name: asked[name].value() for name in asked.fields}
    return browser.post(
        reverse("intake:correct", args=[finding.pk]), {n: v for n, v in (shown | said).items() if v is not None}
    )


def test_a_correction_changes_what_it_names_and_keeps_the_rest(browser, version, programme):
    value = {**TASK, "lead": "Sở Công Thương", "status": "đang triển khai", "carried_over": {"from": "2028", "to": "2030"}}
    task = factories.a_finding(version, "task", value, "Xây dựng mô hình trồng lúa chịu mặn", programme=programme)

    answer = corrected(browser, task, title="Xây dựng mô hình trồng lúa chịu mặn ven biển")

    said = now_as(task).corrected
    assert answer.url == task.get_absolute_url()
    assert now_as(task).state == State.CORRECTED
    assert {name for name in value if said[name] != value[name]} == {"title"}
    assert now_as(task).value == value
    assert {activity.title for activity in Activity.objects.all()} == {said["title"]}
    assert verbs()[-1] == "settle_finding"
    line = JournalEntry.objects.get(verb="correct_finding")
    assert json.loads(line.after)["corrected"]["title"] == "Xây dựng mô hình trồng lúa chịu mặn ven biển"


def test_a_correction_that_changes_nothing_is_a_confirmation(browser, version, programme):
    value = {"subject": "lớp tập huấn", "unit": "lớp", "number": 1200, "period": "2026", "place": None, "field": ""}
    figure = factories.a_finding(version, "observation", value, "Tổ chức 12 lớp tập huấn", programme=programme)

    corrected(browser, figure)

    assert (now_as(figure).state, now_as(figure).corrected) == (State.CONFIRMED, None)
    assert Observation.objects.get().figure.low == 1200


@pytest.mark.parametrize(("typed", "kept"), [("1.250", 1250), ("12,5", 12.5), ("0", 0), ("", None)])
def test_a_number_is_typed_as_one_writes_it(typed, kept, browser, version, programme):
    value = {"subject": "lớp tập huấn", "unit": "lớp", "number": 12, "period": None}
    figure = factories.a_finding(version, "observation", value, "Tổ chức 12 lớp tập huấn", programme=programme)

    answer = corrected(browser, figure, number=typed)

    if kept is None:
        assert (answer.status_code, now_as(figure).state) == (400, State.PROPOSED)
        assert "Chưa có con số. Đề nghị bấm Sửa và ghi số liệu." in in_words(answer)
    else:
        assert now_as(figure).corrected["number"] == kept


def test_a_correction_that_is_no_number_is_refused_by_the_form(browser, version, programme):
    figure = factories.a_finding(version, "observation", {"subject": "lớp", "number": 12}, "12 lớp", programme=programme)

    assert corrected(browser, figure, number="mười hai").status_code == 400
    assert now_as(figure).state == State.PROPOSED


def test_an_empty_list_is_an_empty_box(browser, version, programme):
    value = {"title": "Thỏa thuận", "parties": ["Sở Mẫu", "Viện Mẫu"], "contents": [], "focal_points": None}
    agreement = factories.a_finding(version, "agreement", value, programme=programme)

    form = browser.get(reverse("intake:correct", args=[agreement.pk])).context["form"]

    assert [form[name].value() for name in ("parties", "contents", "focal_points")] == ["Sở Mẫu\nViện Mẫu", "", ""]


@pytest.mark.parametrize(
    ("typed", "kept"), [({}, "planned"), ({"status": "đã hoàn thành"}, "đã hoàn thành"), ({"status": ""}, None)]
)
def test_how_a_task_stands_is_asked_in_words(typed, kept, browser, version, programme):
    value = {**TASK, "status": "planned"}
    task = factories.a_finding(version, "task", value, "Xây dựng mô hình trồng lúa chịu mặn", programme=programme)

    form = browser.get(reverse("intake:correct", args=[task.pk])).context["form"]
    corrected(browser, task, **typed)

    assert form["status"].value() == "dự kiến"
    assert now_as(task).said["status"] == kept


@pytest.mark.parametrize(
    ("read", "typed", "kept"), [("plan", {}, "plan"), ("plan", {"stage": "actual"}, "actual"), (None, {}, "actual")]
)
def test_whether_a_figure_is_planned_or_reached_may_be_corrected(read, typed, kept, browser, version, programme):
    value = {**CLASSES, "stage": read}
    figure = factories.a_finding(version, "observation", value, "Tổ chức 12 lớp tập huấn", programme=programme)

    corrected(browser, figure, **typed)

    assert Observation.objects.get().stage == kept


def test_a_point_to_check_has_nothing_to_correct(browser, version, programme):
    check = factories.a_finding(version, Finding.CHECK, {"explanation": "38 + 27 = 65, không phải 66."}, programme=programme)

    assert browser.get(reverse("intake:correct", args=[check.pk])).url == check.get_absolute_url()


# --- one thing, several passages


@pytest.fixture
def second(standing, programme):
    made = factories.a_version(standing, "Báo cáo: Tiến độ  còn CHẬM. Xây dựng mô hình trồng lúa chịu mặn.")
    actions.join_programme(made.document_id, programme, by=None)
    return made


def test_what_two_documents_say_alike_is_one_thing_with_two_passages(officer, second, slow, programme):
    again = factories.a_finding(
        second,
        "statement",
        {"text": "Tiến độ  còn CHẬM.", "statement_type": "shortcoming"},
        "Tiến độ  còn CHẬM",
        programme=programme,
    )

    statement = actions.confirm(slow, by=officer)

    assert now_as(again).entered == statement
    assert [link.passage.quote for link in statement.evidence.order_by("pk")] == ["Tiến độ còn chậm", "Tiến độ  còn CHẬM"]
    assert Statement.objects.count() == 1


def test_what_is_said_alike_later_is_further_evidence(officer, second, slow, programme):
    statement = actions.confirm(slow, by=officer)
    again = factories.a_finding(second, "statement", SLOW, "Tiến độ  còn CHẬM", programme=programme)

    assert actions.confirm(again, by=officer) == statement
    assert statement.evidence.count() == 2
    assert verbs()[-2:] == ["attach_evidence", "settle_finding"]


def test_what_claims_the_same_but_says_more_is_asked_by_itself(officer, version, second, programme):
    task = factories.a_finding(version, "task", TASK, "Xây dựng mô hình trồng lúa chịu mặn", programme=programme)
    more = factories.a_finding(
        second, "task", {**TASK, "lead": "Sở Công Thương"}, "Xây dựng mô hình trồng lúa chịu mặn", programme=programme
    )

    activity = actions.confirm(task, by=officer)
    assert now_as(more).state == State.PROPOSED

    assert actions.confirm(more, by=officer) == activity
    assert [role.organisation.name for role in activity.roles.all()] == ["Sở Công Thương"]


def test_where_a_thing_stands_in_its_document_says_no_more(officer, version, second, programme):
    quote = "Xây dựng mô hình trồng lúa chịu mặn"
    task = factories.a_finding(version, "task", {**TASK, "section": "I", "number": "1"}, quote, programme=programme)
    again = factories.a_finding(second, "task", {**TASK, "section": "III", "number": "7"}, quote, programme=programme)

    actions.confirm(task, by=officer)

    assert now_as(again).state == State.CONFIRMED


def test_a_correction_does_not_speak_for_the_others(officer, version, second, programme):
    value = {"subject": "lớp tập huấn", "unit": "lớp", "number": 12, "period": "2026"}
    wrong = factories.a_finding(version, "observation", value, "Tổ chức 12 lớp tập huấn", programme=programme)
    other = factories.a_finding(second, "observation", value, "Báo cáo", programme=programme)

    actions.confirm(wrong, by=officer, corrected={"number": 21})
    assert now_as(other).state == State.PROPOSED

    actions.confirm(other, by=officer)
    assert sorted(int(row.figure.low) for row in Observation.objects.all()) == [12, 21]


def test_what_others_say_as_corrected_is_confirmed_with_it(officer, version, second, programme):
    value = {"subject": "lớp tập huấn", "unit": "lớp", "number": 12, "period": "2026"}
    wrong = factories.a_finding(version, "observation", value, "Tổ chức 12 lớp tập huấn", programme=programme)
    right = factories.a_finding(second, "observation", {**value, "number": 21}, "Báo cáo", programme=programme)

    figure = actions.confirm(wrong, by=officer, corrected={"number": 21})

    assert now_as(right).entered == figure


def test_findings_of_another_agency_are_not_settled_with_ours(officer, member, slow, programme):
    theirs = factories.a_version(member, "Tiến độ còn chậm.")
    again = factories.a_finding(theirs, "statement", SLOW, programme=programme)

    actions.confirm(slow, by=officer)

    assert now_as(again).state == State.PROPOSED


def test_what_was_withdrawn_from_the_register_is_entered_anew(officer, second, slow, programme):
    gone = actions.confirm(slow, by=officer)
    withdraw(gone, by=officer, reason="Ghi nhầm")
    again = factories.a_finding(second, "statement", SLOW, "Tiến độ  còn CHẬM", programme=programme)

    assert actions.confirm(again, by=officer) != gone


def test_two_documents_that_found_one_programme_found_it_once(officer, standing):
    title = "Chương trình hợp tác nghiên cứu giống cây thành phố Vĩnh Hà giai đoạn 2026 - 2030"
    versions = [factories.a_version(standing, f"{n}. {title}") for n in range(2)]
    value = {"title": title, "period": {"from": "2026", "to": "2030"}}
    one, other = (factories.a_finding(version, "programme", value, title) for version in versions)

    programme = actions.confirm(one, by=officer)

    assert Programme.objects.get() == programme
    assert now_as(other).entered == programme
    assert {now_as(one).programme, now_as(other).programme} == {programme}
    assert {link.document for link in programme.document_links.all()} == {version.document for version in versions}


# --- the certain ones in one press


def test_the_certain_ones_enter_in_one_press(browser, version, programme, slow):
    task = factories.a_finding(version, "task", TASK, "Xây dựng mô hình trồng lúa chịu mặn", programme=programme)
    doubtful = factories.a_finding(version, "statement", {**SLOW, "text": "Khác"}, "12 lớp", programme=programme, certain=False)
    check = factories.a_finding(version, Finding.CHECK, {"explanation": "38 + 27 = 65"}, "12 lớp", programme=programme)

    answer = browser.post(reverse("intake:confirm_certain", args=[version.document_id]), follow=True)

    assert "Đã xác nhận 2 mục chắc chắn." in in_words(answer)
    assert [now_as(f).state for f in (slow, task, doubtful, check)] == ["confirmed", "confirmed", "proposed", "proposed"]


CLASSES = {"subject": "lớp tập huấn", "unit": "lớp", "number": 12}


def test_what_an_open_point_to_check_touches_is_not_among_the_certain_ones(browser, officer, version, programme, slow, check):
    figure = factories.a_finding(version, "observation", CLASSES, "Tổ chức 12 lớp tập huấn", programme=programme)

    page = in_words(browser.get(reverse("intake:confirm", args=[version.document_id])))
    done = actions.confirm_certain(version, by=officer)

    assert "Đọc được 3 thông tin: còn 1 chắc chắn, 1 cần xem, 1 điểm cần đối chiếu" in page
    assert done == actions.Confirmed(1)
    assert (now_as(slow).state, now_as(figure).state) == (State.CONFIRMED, State.PROPOSED)


def test_what_a_settled_point_touched_is_certain_again(officer, version, programme, check):
    figure = factories.a_finding(version, "observation", CLASSES, "Tổ chức 12 lớp tập huấn", programme=programme)
    actions.postpone_check(check, by=officer)
    put_off = queries.certain(version)

    actions.settle_check(check, by=officer, note="Bản gốc ghi 12 lớp")

    assert (put_off, queries.certain(version)) == ([], [figure])


def test_a_point_beside_the_figure_itself_leaves_it_certain(version, programme, check):
    place = version.text.index("tập huấn")
    figure = factories.a_finding(
        version, "observation", CLASSES, "Tổ chức 12 lớp tập huấn", programme=programme, parts={"number": [place, place + 3]}
    )

    assert queries.certain(version) == [figure]


def test_a_point_told_from_another_document_takes_the_certainty_too(version, second, programme, slow):
    place = version.text.index("12 lớp")
    figure = factories.a_finding(version, "observation", CLASSES, "Tổ chức 12 lớp tập huấn", programme=programme)
    passage = {"document": version.name, "document_id": version.document_id, "span": [place, place + 2], "quote": "12"}
    factories.a_finding(second, Finding.CHECK, {"explanation": "12, 21"}, "CHẬM", programme=programme, elsewhere=[passage])

    assert queries.certain(version) == [slow]
    assert figure.is_open


def test_what_the_register_refuses_stays_open_and_the_reason_is_told(browser, version, programme, slow):
    figure = factories.a_finding(version, "observation", {"subject": "lớp", "number": None}, "12 lớp", programme=programme)

    answer = browser.post(reverse("intake:confirm_certain", args=[version.document_id]), follow=True)

    assert "Đã xác nhận 1 mục chắc chắn." in in_words(answer)
    assert "1 mục chưa vào sổ: Chưa có con số. Đề nghị bấm Sửa và ghi số liệu." in in_words(answer)
    assert (now_as(slow).state, now_as(figure).state) == (State.CONFIRMED, State.PROPOSED)


def test_the_same_said_twice_in_one_document_counts_once(officer, version, programme, slow):
    again = factories.a_finding(version, "statement", SLOW, "Tổ chức 12 lớp tập huấn", programme=programme)

    assert actions.confirm_certain(version, by=officer) == actions.Confirmed(1)
    assert now_as(again).state == State.CONFIRMED


def test_a_document_without_a_file_has_nothing_to_confirm(browser, standing):
    document = Document(owner=standing, title="Chỉ có tên")
    document.clean()
    document.save()

    answer = browser.post(reverse("intake:confirm_certain", args=[document.pk]), follow=True)

    assert "Văn bản này chưa có tệp." in in_words(answer)


def test_what_others_hang_on_is_entered_first(officer, version, programme):
    strand = factories.a_finding(
        version, "strand", {"title": "Ứng dụng và chuyển giao", "number": "2"}, "12 lớp", programme=programme
    )
    kinds = ["statement", "observation", "task", "strand", "programme"]

    for kind in kinds:
        if kind != "strand":
            factories.a_finding(version, kind, {"title": kind}, programme=programme)

    assert [finding.kind for finding in queries.certain(version)] == ["programme", "strand", "task", "observation", "statement"]
    assert strand.is_open


# --- a newer reader


def a_proposal(version, value, span, kind="statement", parts=None) -> Proposal:
    return Proposal(
        kind,
        value,
        (span,),
        parts or {},
        certain=True,
        identity=sha256(f"{kind}{value}{span}".encode()).hexdigest(),
        claim="claim",
    )


def test_a_newer_reader_asks_only_what_is_new(officer, version):
    proposed = proposals(read(Source("a.txt", TEXT)), version.sha256)
    first = actions.propose(version, proposed)

    assert (first, actions.propose(version, proposed)) == (len(proposed), 0)


@pytest.mark.parametrize("settle", ["confirm", "skip"])
def test_another_reading_of_a_settled_place_is_not_asked(settle, officer, version, slow):
    getattr(actions, settle)(slow, by=officer)
    start = TEXT.index("Tiến độ còn chậm")
    other = a_proposal(version, {"text": "Tiến độ chậm trễ", "statement_type": "shortcoming"}, (start, start + 16))

    assert actions.propose(version, [other]) == 0
    assert Finding.objects.count() == 1


def test_another_thing_at_a_settled_place_is_asked(officer, version, slow):
    actions.confirm(slow, by=officer)
    start = TEXT.index("Tiến độ còn chậm")
    cause = a_proposal(version, {"text": "Tiến độ còn chậm", "statement_type": "cause"}, (start, start + 16))

    assert actions.propose(version, [cause]) == 1


def test_a_second_figure_of_a_settled_sentence_is_asked_but_not_the_same_figure_read_otherwise(officer, version, programme):
    value = {"subject": "lớp tập huấn", "unit": "lớp", "number": 12}
    first = factories.a_finding(version, "observation", value, TEXT, programme=programme, parts={"number": [26, 32]})
    actions.confirm(first, by=officer)
    whole = (0, len(TEXT))

    other = a_proposal(version, {**value, "number": 450}, whole, "observation", {"number": [60, 63]})
    same = a_proposal(version, {**value, "number": 13}, whole, "observation", {"number": [26, 28]})

    assert actions.propose(version, [same]) == 0
    assert actions.propose(version, [other]) == 1


def test_a_conflict_with_a_further_document_is_asked_though_the_place_was_settled(officer, version, programme):
    value = {"subtype": "value_conflict", "explanation": "12, không phải 15", "elsewhere": [{"document": "b"}]}
    check = factories.a_finding(version, Finding.CHECK, value, "12 lớp", programme=programme)
    actions.settle_check(check, by=officer, note="Bản gốc ghi 12")
    span = tuple(check.spans[0])

    further = a_proposal(
        version, {**value, "explanation": "12, không phải 18", "elsewhere": [{"document": "c"}]}, span, Finding.CHECK
    )

    assert actions.propose(version, [further]) == 1


def test_what_a_newer_reader_no_longer_names_goes_and_comes_back(officer, version, slow):
    actions.read_again(version, by=officer)
    assert now_as(slow).state == State.GONE

    back = Proposal("statement", SLOW, ((0, 16),), {}, certain=True, identity=slow.identity, claim=slow.claim)
    assert actions.propose(version, [back]) == 1
    assert now_as(slow).state == State.PROPOSED
    assert verbs()[-1] == "read_again"


def test_reading_again_leaves_what_is_settled_and_what_others_show(officer, version, programme, slow):
    actions.skip(slow, by=officer)
    across = factories.a_finding(
        version,
        Finding.CHECK,
        {"explanation": "12, không phải 15"},
        "12 lớp",
        programme=programme,
        elsewhere=[{"document": "b"}],
    )

    actions.read_again(version, by=officer)

    assert (now_as(slow).state, now_as(across).state) == (State.SKIPPED, State.PROPOSED)


# --- points to check


@pytest.fixture
def check(version, programme) -> Finding:
    value = {"subtype": "sum_mismatch", "explanation": "38 + 27 = 65, không phải 66."}
    return factories.a_finding(version, Finding.CHECK, value, "Tổ chức 12 lớp", programme=programme)


def test_a_point_is_settled_with_what_was_found(browser, officer, check):
    press_htmx(browser, "settle", check, note="Bản gốc ghi 66, phụ lục thiếu một dòng")

    assert (now_as(check).state, now_as(check).note, now_as(check).settled_by) == (
        State.CONFIRMED, "Bản gốc ghi 66, phụ lục thiếu một dòng", officer,
    )  # fmt: skip
    assert list(queries.checks_seen_by(officer)) == []


def test_a_settled_point_is_told_as_checked_and_what_is_right_as_right(browser, check, slow):
    checked = press_htmx(browser, "settle", check, note="Bản gốc ghi 12")
    right = press_htmx(browser, "right", slow)

    assert '<span class="mark good">Đã đối chiếu</span>' in in_words(checked)
    assert '<span class="mark good">Đúng</span>' in in_words(right)


def test_an_answer_brings_the_counts_only_to_the_page_that_shows_them(browser, check, slow):
    elsewhere = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{reverse('intake:checks')}"}
    listed = browser.post(reverse("intake:settle", args=[check.pk]), {"postpone": "1"}, headers=elsewhere)
    beside = press_htmx(browser, "right", slow)

    assert [in_words(answer).count("hx-swap-oob") for answer in (listed, beside)] == [0, 2]


def test_the_button_for_the_certain_ones_has_its_place_where_none_is_left(browser, version, check):
    page = in_words(browser.get(reverse("intake:confirm", args=[version.document_id])))

    assert '<div id="certain"></div>' in page


def test_a_point_is_put_off_and_stays_in_the_list(browser, officer, check):
    answer = press_htmx(browser, "settle", check, postpone="1")

    assert now_as(check).state == State.POSTPONED
    assert "Để kiểm tra sau" in in_words(answer)
    assert list(queries.checks_seen_by(officer)) == [check]

    press(browser, "settle", check, note="Đã xem")
    assert now_as(check).state == State.CONFIRMED


def test_a_settled_point_can_be_opened_again(browser, check):
    press(browser, "settle", check)
    press(browser, "reopen", check)

    assert now_as(check).state == State.PROPOSED


def test_a_note_too_long_is_refused_and_nothing_settled(browser, check):
    answer = press_htmx(browser, "settle", check, note="a" * 2001)

    assert 'role="alert"' in in_words(answer)
    assert now_as(check).state == State.PROPOSED


def test_a_point_to_check_enters_nothing(browser, officer, check):
    answer = press_htmx(browser, "right", check)

    assert "Điểm cần đối chiếu không vào sổ. Đề nghị bấm Đã đối chiếu hoặc Để kiểm tra sau." in in_words(answer)
    assert now_as(check).state == State.PROPOSED


def test_what_is_no_point_to_check_is_not_settled_as_one(browser, slow):
    answer = press_htmx(browser, "settle", slow)

    assert "Thông tin này không phải điểm cần đối chiếu." in in_words(answer)
    assert now_as(slow).state == State.PROPOSED


def test_the_page_of_points_shows_each_with_its_quotes_and_choices_for_those_who_may(browser, viewer, signed_in, check):
    page, watched = (in_words(b.get(reverse("intake:checks"))) for b in (browser, signed_in(viewer)))

    for shown in (page, watched):
        assert "38 + 27 = 65, không phải 66." in shown
        assert "“Tổ chức 12 lớp”" in shown
    assert ("Đã đối chiếu" in page, "Đã đối chiếu" in watched) == (True, False)


@pytest.mark.parametrize("note", ["", "  \n"])
def test_a_point_is_not_settled_without_saying_what_was_found(browser, check, note):
    answer = press_htmx(browser, "settle", check, note=note)

    assert "Đề nghị ghi kết quả đối chiếu với bản gốc rồi bấm Đã đối chiếu" in in_words(answer)
    assert now_as(check).state == State.PROPOSED


@pytest.fixture
def two_that_disagree(standing, programme) -> list[DocumentVersion]:
    """Two documents of one name, with two figures of one event."""
    texts = (
        "Báo cáo năm 2025. Techfest Vĩnh Hà 2025 ngày 12/9/2025 đã có 84 gian hàng và 2.300 lượt khách tham quan.",
        "Báo cáo quý. Techfest Vĩnh Hà 2025 ngày 12/9/2025 đã có 84 gian hàng và 2.030 lượt khách tham quan.",
    )
    versions = [factories.a_version(standing, text) for text in texts]
    for version in versions:
        type(version).objects.filter(pk=version.pk).update(name="bao-cao.txt")
        actions.join_programme(version.document_id, programme, by=None)
    return versions


def test_a_contradiction_between_documents_is_one_point_settled_in_both(two_that_disagree, standing, officer, viewer):
    actions.compare(standing.pk, [version.document_id for version in two_that_disagree])
    shown = list(queries.checks_seen_by(officer))

    actions.settle_check(shown[0], by=officer, note="Bản gốc ghi 2.300")
    settled = {(finding.state, finding.note) for finding in Finding.objects.filter(kind=Finding.CHECK)}
    actions.reopen(shown[0], by=officer, reason="Mở lại để xem")

    assert (len(shown), Finding.objects.filter(kind=Finding.CHECK).count()) == (1, 2)
    assert settled == {(State.CONFIRMED, "Bản gốc ghi 2.300")}
    assert list(queries.checks_seen_by(viewer)) == shown


def test_points_of_two_documents_that_say_the_same_of_themselves_stay_two(standing, programme, officer):
    value = {"subtype": "sum_mismatch", "explanation": "38 + 27 = 65, không phải 66."}
    points = [
        factories.a_finding(factories.a_version(standing, f"{text}: 66."), Finding.CHECK, value, "66", programme=programme)
        for text in ("Báo cáo năm", "Báo cáo quý")
    ]

    actions.settle_check(points[0], by=officer, note="Phụ lục thiếu một dòng")

    assert list(queries.checks_seen_by(officer)) == [points[1]]


def test_two_documents_that_disagree_are_compared_by_name_and_place(standing, two_that_disagree):
    versions = two_that_disagree
    Document.objects.filter(pk=versions[0].document_id).update(number="301/BC-SKHCN")

    new = actions.compare(standing.pk, [version.document_id for version in versions])

    found = Finding.objects.filter(kind=Finding.CHECK)
    assert new == found.count() > 0
    for finding in found:
        ((other, number),) = {(row["document_id"], row["number"]) for row in finding.elsewhere}
        assert {finding.version.document_id, other} == {version.document_id for version in versions}
        assert number == Document.objects.get(pk=other).number
    assert actions.compare(standing.pk, [version.document_id for version in versions]) == 0


def test_a_wrong_date_told_with_another_document_is_asked_about_once(standing, programme):
    texts = (
        (
            "QUYẾT ĐỊNH\nVề việc phê duyệt Chương trình\nVĩnh Hà, ngày 12 tháng 8 năm 2021\n"
            "Căn cứ Quyết định số 1274/QĐ-UBND ngày 12/8/2021 của Ủy ban nhân dân thành phố Vĩnh Hà."
        ),
        (
            "BÁO CÁO\nVĩnh Hà, ngày 16 tháng 12 năm 2024\nThực hiện Quyết định số 1274/QĐ-UBND ngày 12/8/2032 "
            "của Ủy ban nhân dân thành phố Vĩnh Hà, Sở báo cáo như sau."
        ),
    )
    versions = [factories.a_version(standing, text) for text in texts]
    for version, text in zip(versions, texts, strict=True):
        actions.propose(version, proposals(read(Source(version.name, text)), version.sha256))
        actions.join_programme(version.document_id, programme, by=None)
    wrong = Finding.objects.filter(version=versions[1], kind=Finding.CHECK, subtype="impossible_date")
    before = [bool(finding.elsewhere) for finding in wrong.exclude(state=Finding.State.GONE)]

    actions.compare(standing.pk, [version.document_id for version in versions])
    actions.read_again(versions[1], by=None)

    after = [bool(finding.elsewhere) for finding in wrong.exclude(state=Finding.State.GONE)]
    assert (before, after) == ([False], [True])


# --- the page


def test_the_page_shows_the_groups_and_the_document_beside(browser, version, programme, slow, check):
    factories.a_finding(version, "task", TASK, "Xây dựng mô hình trồng lúa chịu mặn", programme=programme, certain=False)

    page = in_words(browser.get(reverse("intake:confirm", args=[version.document_id])))

    assert "Đọc được 3 thông tin: còn 1 chắc chắn, 1 cần xem, 1 điểm cần đối chiếu" in page
    assert "Xác nhận 1 mục chắc chắn" in page
    assert f'<span class="anchor" id="m{slow.pk}-0"></span><mark data-of="m{slow.pk}-0">Tiến độ còn chậm</mark>.' in page


def test_a_viewer_sees_it_without_choices(viewer, signed_in, version, slow):
    page = in_words(signed_in(viewer).get(reverse("intake:confirm", args=[version.document_id])))

    assert "Tiến độ còn chậm" in page
    assert "data-choice" not in page


def test_a_link_to_a_passage_marks_it(browser, version):
    page = in_words(browser.get(reverse("intake:confirm", args=[version.document_id]) + "?den=0-7"))

    assert '<span class="anchor" id="doan"></span><mark data-of="doan">Tiến độ</mark>' in page


@pytest.mark.parametrize("said", ["", "7-0", "x", "²-³", "0-99999999999999999999", "-1-4"])
def test_a_link_to_no_passage_marks_nothing(said, browser, version):
    answer = browser.get(reverse("intake:confirm", args=[version.document_id]), {"den": said})

    assert answer.status_code == 200
    assert 'id="doan"' not in answer.content.decode()


def test_a_document_without_findings_says_what_to_do(browser, version):
    page = in_words(browser.get(reverse("intake:confirm", args=[version.document_id])))

    assert (
        "Không đọc được thông tin nào. Nếu là bản chụp mờ, đề nghị tải lên bản Word hoặc PDF; hoặc ghi nhận trực tiếp." in page
    )


def test_the_page_asks_the_database_as_often_for_many_findings_as_for_few(officer, browser, version, programme):
    def settled(n: int) -> None:
        for number in range(n):
            value = {"subject": f"lớp {number}", "unit": "lớp", "number": number}
            actions.confirm(factories.a_finding(version, "observation", value, "12 lớp", programme=programme), by=officer)
            seat = {"person": f"Trần Thị {number}", "body": "Ban Chỉ đạo", "role": "Ủy viên"}
            actions.confirm(factories.a_finding(version, "membership", seat, "Sở", programme=programme), by=officer)
            factories.a_finding(
                version, "statement", {"text": f"Nội dung {number}", "statement_type": "result"}, programme=programme
            )

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries_made:
            assert browser.get(reverse("intake:confirm", args=[version.document_id])).status_code == 200
        return len(queries_made)

    settled(2)
    asked()  # what kinds of content there are is asked once in a process
    few = asked()
    settled(12)

    assert asked() == few


# --- who may


POSTS = ["right", "leave", "settle", "reopen", "correct"]


@pytest.mark.parametrize("name", POSTS)
def test_a_viewer_may_not_and_for_a_stranger_it_does_not_exist(name, viewer, stranger, signed_in, slow):
    got = [press(signed_in(user), name, slow).status_code for user in (viewer, stranger)]

    assert got == [403, 404]
    assert now_as(slow).state == State.PROPOSED


def test_a_leader_may_settle(leader, signed_in, slow):
    press(signed_in(leader), "right", slow)

    assert now_as(slow).settled_by == leader


def test_a_colleague_who_sees_the_document_through_the_programme_may_not_settle(
    colleague, member, signed_in, version, programme, slow
):
    programme.roles.create(owner=programme.owner, programme=programme, organisation=member, capacity="member")
    Document.objects.update(circulation="programme")
    browser = signed_in(colleague)

    assert browser.get(reverse("intake:confirm", args=[version.document_id])).status_code == 200
    assert press(browser, "right", slow).status_code == 404
    assert browser.post(reverse("intake:confirm_certain", args=[version.document_id])).status_code == 403


def test_without_its_token_nothing_is_settled(officer, slow):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer)

    assert press(browser, "right", slow).status_code == 403
    assert now_as(slow).state == State.PROPOSED


def test_confirming_is_looked_at_by_get_only(browser, version):
    assert browser.post(reverse("intake:confirm", args=[version.document_id])).status_code == 405


# --- sources without paper


def noted(browser, standing, joined, **said):
    asked = {
        "owner": standing.pk, "programme": joined.pk, "source": "call", "told_by": "Ông Lê Văn Thử", "told_at": "2026-11-20T09:30",
        "title": "Số lớp tập huấn năm 2026", "text": "Năm 2026, các đơn vị đã tổ chức 15 lớp tập huấn cho 500 lượt nông dân.",
    }  # fmt: skip
    return browser.post(reverse("intake:note_source"), asked | said)


def test_a_call_is_noted_as_a_weaker_source_and_read(browser, standing, programme):
    answer = noted(browser, standing, programme)

    document = Document.objects.get()
    assert answer.url == reverse("intake:confirm", args=[document.pk])
    assert (document.weaker, document.told_by, str(document.date)) == (True, "Ông Lê Văn Thử", "20/11/2026")
    assert set(Finding.objects.values_list("programme", flat=True)) == {programme.pk}
    assert "Chưa có văn bản xác nhận" in in_words(browser.get(answer.url))


def test_a_call_without_a_programme_waits_to_be_joined(browser, standing, programme):
    noted(browser, standing, programme, programme="")

    assert set(Finding.objects.values_list("programme", flat=True)) == {None}


def test_a_call_that_names_a_programme_of_the_register_joins_it(browser, standing, programme):
    noted(browser, standing, programme, programme="", text=f"Đã mở 15 lớp tập huấn\ntheo {programme.title} trong năm 2026.")

    assert list(programme.documents.all()) == [Document.objects.get()]


def test_a_source_names_who_and_when(browser, standing, programme):
    assert noted(browser, standing, programme, told_by="").status_code == 400
    assert Document.objects.count() == 0


def test_paper_is_no_source_to_be_noted(browser, standing, programme):
    assert noted(browser, standing, programme, source="paper").status_code == 400


FIGURE = {"subject": "lớp tập huấn", "unit": "lớp", "number": 126, "period": "2026"}


def a_figure(version, programme, number):
    return factories.a_finding(version, "observation", {**FIGURE, "number": number}, programme=programme)


def test_the_figure_of_a_call_gives_way_to_paper(officer, standing, version, programme):
    call = factories.a_call(standing, "126 lớp tập huấn")
    told = actions.confirm(a_figure(call, programme, 126), by=officer)

    written = actions.confirm(a_figure(version, programme, 162), by=officer)

    assert written == told
    assert Observation.objects.get().figure.low == 162
    assert JournalEntry.objects.get(verb="correct_observation").reason == "Theo văn bản"
    assert sorted(link.weaker for link in written.evidence.filter(field="")) == [False, True]


def test_the_figure_of_paper_does_not_give_way_to_a_call(officer, standing, version, programme):
    actions.confirm(a_figure(version, programme, 162), by=officer)
    told = a_figure(factories.a_call(standing, "126 lớp tập huấn"), programme, 126)

    with pytest.raises(ValidationError, match="Đề nghị bấm Bỏ qua, hoặc tải lên văn bản xác nhận số liệu mới"):
        actions.confirm(told, by=officer)
    assert Observation.objects.get().figure.low == 162


def test_what_a_call_said_of_a_task_gives_way_to_paper(officer, standing, version, programme):
    call = factories.a_call(standing, "Xây dựng mô hình trồng lúa chịu mặn, 2026 - 2028")
    value = {**TASK, "period": {"from": "2026", "to": "2028"}}
    told = actions.confirm(factories.a_finding(call, "task", value, programme=programme), by=officer)
    assert str(told.period) == "2026 - 2028"

    actions.confirm(factories.a_finding(version, "task", TASK, programme=programme), by=officer)

    assert str(Activity.objects.get().period) == "2026 - 2027"


def test_the_journal_verifies_after_everything(browser, officer, version, slow, check, programme):
    press(browser, "right", slow)
    press(browser, "settle", check)
    press(browser, "reopen", check)
    browser.post(reverse("intake:confirm_certain", args=[version.document_id]))

    assert journal.verify().whole


def test_the_names_of_rows_say_what_they_are(standing, slow):
    batch = Batch.objects.create(owner=standing)
    upload = Upload.objects.create(batch=batch, name="a.txt", size=1)

    assert (str(batch), str(upload), str(slow)) == (f"lần tải lên {batch.pk}", "a.txt", f"statement {slow.pk}")
    assert (upload.owner_id, slow.owner_id) == (standing.pk, standing.pk)
