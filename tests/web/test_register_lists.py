"""Lists of the register: the state the database derives is the state the page tells; filters, counts, and queries that do not grow."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import Organisation, Succession, User
from hopluc.web.people.queries import certain_heirs
from hopluc.web.register import actions, states
from hopluc.web.register.models import Activity, Commitment, Programme
from hopluc.web.terms import Term
from statements import statements_of

TODAY = date(2026, 11, 24)
THREE = Figure.exact(Decimal(3))


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình hợp tác thành phố Vĩnh Hà")


def code_of(row, rows) -> str:
    return next(code for code in states.Code.values if rows.filter(pk=row.pk, code=code).exists())


@pytest.mark.parametrize(
    ("kind", "recurrence", "due", "said", "carried"),
    list(
        product(
            ("assigned_task", "course"),
            ("", "yearly"),
            (None, date(2026, 9, 23)),
            ((), ("in_progress",), ("done", "blocked"), ("blocked", "done"), ("not_started",), ("stopped",)),
            (False, True),
        )
    ),
)
def test_the_database_derives_the_state_the_page_tells(programme, kind, recurrence, due, said, carried):
    task = factories.a_task(programme, kind=kind, recurrence=recurrence, due=due, period=Term.of("2026-08"))
    for month, word in enumerate(said, start=8):
        actions.note_progress(task, by=None, on=date(2026, month, 10), said=word)
    actions.note_progress(task, by=None, on=date(2026, 10, 1), said="done")
    if carried:
        actions.carry_over(task, by=None, period=Term.of("2027"))

    told = states.state_of(states.with_progress(Activity.objects.filter(pk=task.pk)).get(), date(2026, 9, 24)).code

    assert code_of(task, states.with_code(Activity.objects.all(), date(2026, 9, 24))) == told


def test_what_is_withdrawn_counts_for_nothing_in_a_state(programme, officer):
    task = factories.a_task(programme, due=date(2026, 1, 1))
    actions.withdraw(actions.note_progress(task, by=officer, on=date(2026, 1, 1), said="done"), by=officer, reason="Nhầm")
    actions.withdraw(actions.carry_over(task, by=officer, period=Term.of("2027")), by=officer, reason="Nhầm")

    assert code_of(task, states.with_code(Activity.objects.all(), TODAY)) == "overdue"


@pytest.mark.parametrize("on", [date(2026, 5, 1), date(2026, 6, 1), TODAY])
@pytest.mark.parametrize("answered", [None, date(2026, 6, 1)])
@pytest.mark.parametrize("said", ["", "not_started", "in_progress", "done"])
@pytest.mark.parametrize("given", [False, True])
def test_the_database_derives_how_a_petition_stands(programme, on, answered, said, given):
    petition = actions.raise_petition(programme, by=None, text="Bố trí kinh phí", made_on=date(2026, 1, 1))
    if answered:
        actions.answer_petition(petition, by=None, text="Đồng ý", made_on=answered)
    if said:
        actions.note_progress(petition, by=None, on=date(2026, 2, 1), said=said)
    if given:
        actions.set_answers(factories.a_task(programme), by=None, answers=[petition])

    told = states.state_of_petition(states.with_answers(Commitment.objects.filter(pk=petition.pk)).get(), on).code

    assert code_of(petition, states.with_petition_code(Commitment.objects.all(), on)) == told


def test_an_answer_that_was_withdrawn_answers_nothing(programme, officer):
    petition = actions.raise_petition(programme, by=None, text="Bố trí kinh phí", made_on=date(2026, 1, 1))
    actions.withdraw(actions.answer_petition(petition, by=None, text="Đồng ý"), by=officer, reason="Nhầm văn bản")

    assert code_of(petition, states.with_petition_code(Commitment.objects.all(), TODAY)) == "unanswered"


@pytest.fixture
def four_tasks(programme: Programme, member: Organisation) -> dict[str, Activity]:
    """One late, one due in ten days, one done, one not begun; only the first is led by the member agency."""
    today = timezone.localdate()
    late = factories.a_task(programme, lead=member, due=today - timedelta(3), title="Xây dựng đề án vi mạch")
    soon = factories.a_task(programme, due=today + timedelta(10), title="Khảo sát làng nghề")
    done = factories.a_task(programme, due=today - timedelta(9), title="Mở lớp tập huấn")
    actions.note_progress(done, by=None, on=today, said="done")
    actions.note_event(programme, by=None, title="Hội thảo không phải nhiệm vụ")
    return {"late": late, "soon": soon, "done": done, "begun": factories.a_task(programme, title="Lập cơ sở dữ liệu")}


def listed(browser, name: str, **chosen: str) -> list[str]:
    response = browser.get(reverse(name), chosen)
    assert response.status_code == 200
    lines = response.context.get("lines")
    return [row.pk for row in ([line.row for line in lines] if lines is not None else response.context["object_list"])]


def test_the_list_of_tasks_holds_work_by_its_day_and_counts_each_state(four_tasks, officer, signed_in):
    response = signed_in(officer).get(reverse("register:ledger"))

    assert [line.row.pk for line in response.context["lines"]] == [
        four_tasks[name].pk for name in ("done", "late", "soon", "begun")
    ]
    assert [(code, count) for code, _label, count in response.context["tabs"]] == [
        ("open", 3), ("overdue", 1), ("due_soon", 1), ("not_started", 1), ("undated", 1), ("done", 1),
    ]  # fmt: skip
    assert response.context["total"] == 4


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ({"tinh_trang": "open"}, ["late", "soon", "begun"]),
        ({"tinh_trang": "overdue"}, ["late"]),
        ({"tinh_trang": "due_soon"}, ["soon"]),
        ({"tinh_trang": "done"}, ["done"]),
        ({"tinh_trang": "not_started"}, ["soon"]),
        ({"tinh_trang": "undated"}, ["begun"]),
        ({"loai": "viec", "tu": "khao sat"}, ["soon"]),
        ({"loai": "petition"}, []),
        ({"tinh_trang": "khong-co"}, ["done", "late", "soon", "begun"]),
        ({"xep": "moi"}, ["begun", "done", "soon", "late"]),
        ({"chuong_trinh": "999999"}, []),
        ({"chuong_trinh": "x", "don_vi": "x"}, ["done", "late", "soon", "begun"]),
    ],
)
def test_tasks_are_chosen_by_state_and_put_in_order(four_tasks, officer, signed_in, chosen, names):
    assert listed(signed_in(officer), "register:ledger", **chosen) == [four_tasks[name].pk for name in names]


def test_obligations_are_chosen_by_who_owes_them(four_tasks, member, officer, signed_in):
    assert listed(signed_in(officer), "register:ledger", don_vi=str(member.pk)) == [four_tasks["late"].pk]


def test_the_menu_leads_to_what_is_still_to_be_done(four_tasks, officer, signed_in):
    browser = signed_in(officer)
    address = next(item["address"] for item in browser.get("/").context["menu"] if item["label"] == "Nhiệm vụ")
    page = browser.get(address)

    assert [line.row.pk for line in page.context["lines"]] == [four_tasks[name].pk for name in ("late", "soon", "begun")]
    assert [item["label"] for item in page.context["menu"] if item["current"]] == ["Nhiệm vụ"]


def test_an_empty_ledger_says_how_to_fill_it_and_a_narrowed_one_how_to_widen_it(programme, officer, signed_in):
    browser = signed_in(officer)

    assert "Chưa có nhiệm vụ" in browser.get(reverse("register:ledger"), {"tinh_trang": "open"}).content.decode()
    assert "theo cách lọc này" in browser.get(reverse("register:ledger"), {"tu": "khong co"}).content.decode()


def test_the_programme_is_named_where_there_are_several(four_tasks, standing, officer, signed_in):
    browser, title = signed_in(officer), str(four_tasks["late"].programme)

    def is_named(**chosen: str) -> bool:
        return f"· {title}" in browser.get(reverse("register:ledger"), chosen).content.decode()

    of_one = is_named()
    factories.a_programme(standing, by=officer)

    assert (of_one, is_named(), is_named(chuong_trinh=str(four_tasks["late"].programme.pk))) == (False, True, False)


def test_work_of_ones_own_outside_any_programme_is_listed(four_tasks, standing, officer, signed_in):
    own = Activity.objects.create(owner=standing, title="Việc riêng của Sở", search_key="")

    assert own.pk in listed(signed_in(officer), "register:ledger")


def test_a_stranger_finds_empty_lists(four_tasks, stranger, signed_in):
    browser = signed_in(stranger)

    assert [listed(browser, f"register:{name}") for name in ("ledger", "petitions", "agreements", "programmes")] == [[]] * 4


def test_petitions_are_shown_as_they_stood_on_a_day(programme, officer, signed_in):
    petition = actions.raise_petition(programme, by=None, text="Bố trí quỹ đất", made_on=date(2026, 3, 1))
    later = actions.raise_petition(programme, by=None, text="Cấp kinh phí", made_on=date(2026, 9, 1))
    actions.answer_petition(petition, by=None, text="Đồng ý", made_on=date(2026, 6, 1))
    browser = signed_in(officer)

    assert listed(browser, "register:petitions", tai_ngay="2026-05-01", tinh_trang="unanswered") == [petition.pk]
    assert listed(browser, "register:petitions", tai_ngay="2026-10-01", tinh_trang="answered") == [petition.pk]
    assert listed(browser, "register:petitions", tai_ngay="2026-10-01") == [petition.pk, later.pk]
    assert listed(browser, "register:petitions", tai_ngay="31/6") == [petition.pk, later.pk]
    assert listed(browser, "register:petitions", tai_ngay="2026-06-31") == [petition.pk, later.pk]


def test_a_petition_names_who_has_taken_the_place_of_the_one_asked(programme, officer, signed_in):
    before = factories.an_organisation("Bộ Thử nghiệm cũ")
    now = factories.an_organisation("Bộ Thử nghiệm mới")
    Succession.objects.create(day=date(2025, 3, 1), source="Nghị quyết", predecessor=before, successor=now)
    petition = actions.raise_petition(programme, by=None, text="Bố trí quỹ đất", recipient=before, made_on=date(2024, 1, 1))

    (shown,) = signed_in(officer).get(reverse("register:petitions")).context["petitions"]

    assert (shown.row, shown.heir) == (petition, now)
    assert certain_heirs([before.pk], date(2025, 2, 28)) == {}


def test_agreements_are_chosen_by_how_they_stand(programme, officer, signed_in):
    signed = actions.sign_agreement(programme, by=None, title="Thỏa thuận đã ký", date=Term.of("2025-01-10"))
    planned = actions.sign_agreement(programme, by=None, title="Thỏa thuận dự kiến", planned=Term.of("2027"))
    over = actions.sign_agreement(
        programme, by=None, title="Thỏa thuận cũ", date=Term.of("2020-01-10"), period=Term.between("2020", "2022")
    )
    browser = signed_in(officer)

    assert listed(browser, "register:agreements", tinh_trang="da-ky") == [signed.pk, over.pk]
    assert listed(browser, "register:agreements", tinh_trang="du-kien") == [planned.pk]
    assert listed(browser, "register:agreements", tinh_trang="het-han") == [over.pk]
    assert listed(browser, "register:agreements", chuong_trinh="999999") == []


def test_programmes_are_listed_with_how_they_stand(four_tasks, programme, officer, signed_in):
    actions.raise_petition(programme, by=None, text="Bố trí quỹ đất", made_on=date(2026, 3, 1))
    actions.sign_agreement(programme, by=None, title="Thỏa thuận")

    (shown,) = signed_in(officer).get(reverse("register:programmes")).context["programmes"]

    assert (shown.row, shown.tasks, shown.counts["overdue"], shown.unanswered, shown.agreements) == (programme, 4, 1, 1, 1)


def queries_of(browser, address: str) -> int:
    def ask() -> None:
        assert browser.get(address).status_code == 200

    return statements_of(ask)


ADDRESSES = [
    "/",
    "/nhiem-vu/",
    "/kien-nghi/",
    "/thoa-thuan/",
    "/chuong-trinh/",
    "/so-lieu/",
    "/van-ban/",
    "/tim/?q=thu nghiem",
] + [
    f"programme?phan={part}"
    for part in ("tong-quan", "noi-dung", "so-lieu", "nhiem-vu", "hoat-dong", "thoa-thuan", "kien-nghi", "ban-chi-dao")
]


def test_the_number_of_queries_does_not_grow_with_the_rows(programme, officer, signed_in):
    addresses = [address.replace("programme", programme.get_absolute_url()) for address in ADDRESSES]
    browser = signed_in(officer)
    for _ in range(3):
        fill(programme, officer)
    few = {address: queries_of(browser, address) for address in addresses}
    for _ in range(6):
        fill(programme, officer)

    assert {address: queries_of(browser, address) for address in addresses} == few


def test_page_of_a_task_asks_in_few_statements(programme, officer, signed_in):
    """However much hangs on the task: four for the account, the rest for the page."""
    fill(programme, officer)
    browser = signed_in(officer)
    task = programme.activities.get(progress__isnull=False)
    browser.get(task.get_absolute_url())
    few = queries_of(browser, task.get_absolute_url())
    for day in range(2, 5):
        actions.note_progress(task, by=officer, on=date(2026, 1, day), said="in_progress")

    assert queries_of(browser, task.get_absolute_url()) == few
    assert few <= 22


MOST_ASKED = {"/nhiem-vu/": 26, "programme": 26, "/": 28}
"""As many statements as these pages, opened all day, may take with something of everything to show: one more is a page made dearer."""


@pytest.mark.parametrize("page", MOST_ASKED)
def test_a_page_opened_all_day_asks_no_more_than_it_shows(programme, officer, signed_in, page):
    fill(programme, officer)
    address = page.replace("programme", programme.get_absolute_url())

    assert queries_of(signed_in(officer), address) <= MOST_ASKED[page]


def test_a_page_that_asks_for_each_row_would_be_seen(programme, officer):
    asked = []
    for _ in range(2):
        fill(programme, officer)
        with CaptureQueriesContext(connection) as captured:
            assert [activity.programme for activity in Activity.objects.filter(programme=programme)] != []
        asked.append(len(captured))

    assert asked[0] < asked[1]


def fill(programme: Programme, by: User) -> None:
    """One more of everything, each resting on a document of its own."""
    version = factories.a_version(programme.owner, "Văn bản thử nghiệm về công nghệ.")
    passage = factories.a_passage(version, "thử nghiệm")
    evidence = [(passage, "", "thử nghiệm")]
    count = programme.activities.count()
    lead = factories.an_organisation(f"Sở Thử nghiệm {count} thành phố Vĩnh Hà", owner=programme.owner)
    task = factories.a_task(programme, lead=lead, due=date(2026, 1, 1), evidence=evidence)
    actions.note_progress(task, by=by, on=date(2026, 1, 1), said="in_progress")
    actions.note_event(programme, by=by, title=f"Hội thảo thử nghiệm {count}", organisers=[lead], evidence=evidence)
    factories.a_task(programme, lead=lead, title=f"Thử nghiệm {count}")
    actions.link_document(programme, by=by, document=version.document)
    strand = actions.add_strand(programme, by=by, title=f"Nội dung thử nghiệm {count}")
    actions.make_statement(programme, by=by, kind="result", text="Kết quả thử nghiệm", strand=strand, evidence=evidence)
    actions.make_statement(programme, by=by, kind="aim", text="Mục tiêu thử nghiệm", evidence=evidence)
    actions.cite_legal_basis(programme, by=by, text="Luật thử nghiệm", document=version.document, evidence=evidence)
    agreement = actions.sign_agreement(programme, by=by, title=f"Thỏa thuận thử nghiệm {count}", parties=[lead])
    for of in (agreement, None):
        actions.add_commitment(
            programme,
            by=by,
            kind="target",
            text=f"Chỉ tiêu thử nghiệm {count} {of}",
            figure=THREE,
            unit="mô hình",
            agreement=of,
        )
    actions.raise_petition(
        programme, by=by, text=f"Kiến nghị thử nghiệm {count}", recipient=lead, made_on=date(2026, 1, 1), evidence=evidence
    )
    indicator = measures.find_or_add_indicator(programme.owner, by=by, name=f"Thử nghiệm {count}", unit="mô hình")
    for about in (strand, programme):
        measures.record_observation(indicator, by=by, figure=THREE, about=about, evidence=evidence)
    body = actions.form_committee(programme, by=by, name="Ban Chỉ đạo thử nghiệm")
    actions.appoint(body, by=by, capacity="member", organisation=lead, post="Phó Giám đốc", evidence=evidence)
