"""Money of a programme by work, year and source: noted, corrected, added up, on the page and by Excel."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.actions import note_money, withdraw
from hopluc.web.register.models import Activity, Programme
from hopluc.web.register.money import Fund, MoneyLine, money_of
from hopluc.web.sheets.actions import enter_sheet, hand_in_sheet
from hopluc.web.sheets.models import HandedIn, Noun
from hopluc.web.terms import Term
from web.test_sheets import a_sheet, rows_of, said

pytestmark = pytest.mark.django_db
MILLION = 1_000_000


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing)


@pytest.fixture
def task(programme: Programme) -> Activity:
    return factories.a_task(programme, title="Xây dựng đề án")


def noted(programme: Programme, by: User | None = None, **stages: int) -> None:
    """Millions of đồng by stage, of 2026, from the province's budget."""
    for stage, amount in stages.items():
        note_money(programme, by=by, year=2026, stage=stage, amount=amount * MILLION, fund=Fund.LOCAL)


def only_line(programme: Programme) -> MoneyLine:
    (line,) = money_of(programme).lines
    return line


def test_what_is_lacking_left_and_spent_follows_from_the_stages(programme: Programme) -> None:
    noted(programme, budgeted=6_000, allotted=5_000, disbursed=3_500, carried=500)

    line = only_line(programme)

    assert line.lacking == Figure.exact(Decimal(1_000 * MILLION))
    assert line.left == Figure.exact(Decimal(1_000 * MILLION))
    assert line.share == Figure.exact(Decimal(70))
    assert (line.year, line.label) == (2026, "Ngân sách địa phương")


def test_what_is_not_known_exactly_is_not_subtracted(programme: Programme) -> None:
    noted(programme, budgeted=6_000)
    counted = find_or_add_indicator(programme.owner, by=None, name="Kinh phí", unit="đồng")
    about = {"about": programme, "period": Term.of("2026"), "breakdown": {"source": Fund.LOCAL.value}}
    record_observation(counted, by=None, figure=Figure.about(Decimal(5_000 * MILLION)), stage="allotted", **about)  # type: ignore[arg-type]

    line = only_line(programme)

    assert (line.lacking, line.left) == (None, None)


def test_nothing_spent_that_was_said_is_zero(programme: Programme) -> None:
    noted(programme, allotted=10, disbursed=0)

    assert (only_line(programme).amount("disbursed"), only_line(programme).left) == (
        Figure.zero(),
        Figure.exact(Decimal(10 * MILLION)),
    )


def test_same_amount_noted_again_is_corrected(programme: Programme, officer: User) -> None:
    noted(programme, officer, budgeted=6_000)
    noted(programme, officer, budgeted=6_500)

    assert only_line(programme).amount("budgeted") == Figure.exact(Decimal(6_500 * MILLION))
    assert JournalEntry.objects.filter(verb="correct_observation").count() == 1


def test_years_sources_and_work_stand_apart_and_add_up(programme: Programme, task: Activity) -> None:
    note_money(programme, by=None, year=2025, stage="budgeted", amount=1 * MILLION, fund=Fund.LOCAL)
    note_money(programme, by=None, year=2026, stage="budgeted", amount=2 * MILLION, fund=Fund.LOCAL)
    note_money(programme, by=None, year=2026, stage="budgeted", amount=4 * MILLION, fund=Fund.CENTRAL)
    note_money(programme, by=None, year=2026, stage="budgeted", amount=8 * MILLION, about=task)

    whole, of_2026 = money_of(programme), money_of(programme, 2026)

    assert [(line.about, line.year, line.fund) for line in whole.lines] == [
        (programme, 2026, "local"),
        (programme, 2026, "central"),
        (programme, 2025, "local"),
        (task, 2026, ""),
    ]
    assert whole.sums.amount("budgeted") == Figure.exact(Decimal(15 * MILLION))
    assert (len(of_2026.lines), of_2026.sums.amount("budgeted")) == (3, Figure.exact(Decimal(14 * MILLION)))
    assert whole.years == [2026, 2025]


def test_sums_of_what_is_left_need_every_line(programme: Programme) -> None:
    noted(programme, budgeted=6, allotted=5, disbursed=3)
    assert (money_of(programme).lacking, money_of(programme).left) == (
        Figure.exact(Decimal(MILLION)),
        Figure.exact(Decimal(2 * MILLION)),
    )

    note_money(programme, by=None, year=2025, stage="budgeted", amount=1)
    assert (money_of(programme).lacking, money_of(programme).left) == (None, None)


def test_money_of_withdrawn_work_is_not_counted(programme: Programme, task: Activity, officer: User) -> None:
    note_money(programme, by=None, year=2026, stage="budgeted", amount=8 * MILLION, about=task)
    withdraw(task, by=officer, reason="Ghi hai lần")

    assert money_of(programme).lines == []


def test_less_than_nothing_is_refused(programme: Programme) -> None:
    with pytest.raises(ValidationError) as refusal:
        note_money(programme, by=None, year=2026, stage="budgeted", amount=-1)

    assert refusal.value.message_dict == {"amount": ["Số tiền không thể âm. Đề nghị kiểm tra lại."]}


def test_amounts_of_which_there_are_two_are_settled_first(programme: Programme) -> None:
    counted = find_or_add_indicator(programme.owner, by=None, name="Dự toán năm", unit="đồng")
    for amount in (5, 6):
        figure = Figure.exact(Decimal(amount * MILLION))
        record_observation(counted, by=None, figure=figure, about=programme, stage="budgeted", period=Term.of("2026"))

    with pytest.raises(ValidationError) as refusal:
        note_money(programme, by=None, year=2026, stage="budgeted", amount=7 * MILLION)

    assert refusal.value.messages == [
        "Có 2 số cùng loại, cùng năm, cùng nguồn. Đề nghị xem các số này ở phần Số liệu và rút số không đúng."
    ]


def test_officer_notes_money_and_sees_it_in_words(
    programme: Programme, task: Activity, officer: User, signed_in: type[Client]
) -> None:
    form = {"about": task.pk, "year": 2026, "stage": "disbursed", "fund": "local", "amount": "5.132 triệu đồng"}

    page = signed_in(officer).post(reverse("register:note_money", args=[programme.pk]), form, follow=True)  # type: ignore[call-arg]

    shown = page.content.decode()
    assert "Đã ghi Giải ngân: 5.132.000.000 đồng (năm tỷ một trăm ba mươi hai triệu đồng)." in shown
    assert '">5.132.000.000</a>' in shown
    assert (money_of(programme).lines[0].about, page.request["QUERY_STRING"]) == (task, "phan=kinh-phi&nam=2026")


def test_words_that_are_no_amount_are_refused_on_the_page(programme: Programme, officer: User, signed_in: type[Client]) -> None:
    form = {"year": 2026, "stage": "disbursed", "amount": "rất nhiều"}

    page = signed_in(officer).post(reverse("register:note_money", args=[programme.pk]), form)  # type: ignore[call-arg]

    assert "chưa đọc được. Đề nghị ghi như: 5.132 triệu đồng" in page.content.decode()
    assert money_of(programme).lines == []


def test_money_goes_out_as_excel_and_comes_back(programme: Programme, task: Activity, officer: User, signed_in: Any) -> None:
    noted(programme, budgeted=6_000, disbursed=3_000)
    (row,) = rows_of(signed_in(officer), programme, Noun.MONEY)
    assert row.words[:4] == ("", "2026", "Ngân sách địa phương", "6.000.000.000")

    changed = said(programme, Noun.MONEY, row, disbursed="3.500.000.000", settled="3400 triệu đồng")
    new = {"about": "xây dựng đề án", "year": "2027", "fund": "Đối tác, doanh nghiệp", "budgeted": "800.000.000"}
    unknown = {"about": "Việc không có", "year": "2027", "budgeted": "1.000"}
    yearless = {"about": "", "year": "sang năm", "budgeted": "1.000"}
    sheet = hand_in_sheet(
        programme, by=officer, noun=Noun.MONEY, file=a_sheet(programme, Noun.MONEY, changed, new, unknown, yearless)
    )
    done: HandedIn = enter_sheet(sheet, by=officer)

    whole, of_task = money_of(programme).lines
    assert whole.amount("disbursed") == Figure.exact(Decimal(3_500 * MILLION))
    assert whole.amount("settled") == Figure.exact(Decimal(3_400 * MILLION))
    assert (of_task.about, of_task.year, of_task.fund) == (task, 2027, "partner")
    assert done.outcome["refused"] == [
        [3, "Không tìm được đúng một nhiệm vụ tên “Việc không có”. Đề nghị ghi đúng tên trong sổ."],
        [4, "Dòng kinh phí cần năm (như 2026) và ít nhất một số tiền."],
    ]


def test_an_amount_costs_the_same_queries_however_many_there_are(programme: Programme, officer: User) -> None:
    def asked(year: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            note_money(programme, by=officer, year=year, stage="budgeted", amount=MILLION)
        return len(captured)

    note_money(programme, by=officer, year=2020, stage="budgeted", amount=MILLION)  # enters the indicator
    few = asked(2021)
    for n in range(8):
        note_money(programme, by=officer, year=2030 + n, stage="disbursed", amount=1)

    assert asked(2022) == few


def test_cell_that_is_no_amount_comes_back_with_its_reason(programme: Programme, officer: User, signed_in: Any) -> None:
    noted(programme, budgeted=6_000)
    (row,) = rows_of(signed_in(officer), programme, Noun.MONEY)

    file = a_sheet(programme, Noun.MONEY, said(programme, Noun.MONEY, row, budgeted="nhiều"))
    done = enter_sheet(hand_in_sheet(programme, by=officer, noun=Noun.MONEY, file=file), by=officer)

    assert 'Số tiền hoặc con số "nhiều" chưa đọc được.' in done.outcome["refused"][0][1]
    assert only_line(programme).amount("budgeted") == Figure.exact(Decimal(6_000 * MILLION))


def test_money_of_a_whole_period_is_not_changed_by_excel(programme: Programme, officer: User, signed_in: Any) -> None:
    counted = find_or_add_indicator(programme.owner, by=None, name="Kinh phí", unit="đồng")
    figure = Figure.exact(Decimal(9 * MILLION))
    record_observation(counted, by=None, figure=figure, about=programme, stage="budgeted", period=Term.between("2026", "2030"))
    (row,) = rows_of(signed_in(officer), programme, Noun.MONEY)

    file = a_sheet(programme, Noun.MONEY, said(programme, Noun.MONEY, row, budgeted="1.000.000"))
    done = enter_sheet(hand_in_sheet(programme, by=officer, noun=Noun.MONEY, file=file), by=officer)

    assert done.outcome["refused"] == [
        [1, "Số này ghi trong văn bản cho cả giai đoạn hoặc cả nội dung hợp tác. Đề nghị sửa ở phần Số liệu."]
    ]


def test_work_is_offered_by_kind_and_alike_names_apart(programme: Programme, officer: User, signed_in: Any) -> None:
    for years in (("2021", "2025"), ("2026", "2030")):
        factories.a_task(programme, title="Xây dựng đề án", period=Term.between(*years))
    factories.a_task(programme, title="Lễ ký kết", kind=Activity.Kind.SIGNING)

    form = signed_in(officer).get(reverse("register:note_money", args=[programme.pk])).context["form"]

    assert [
        (str(kind), [label for _key, label in work]) for kind, work in form.fields["about"].choices if isinstance(work, list)
    ] == [
        ("Nhiệm vụ được giao", ["Xây dựng đề án (2021 - 2025)", "Xây dựng đề án (2026 - 2030)"]),
        ("Lễ ký kết", ["Lễ ký kết"]),
    ]


def test_name_of_work_with_several_lines_is_told_once(
    programme: Programme, task: Activity, officer: User, signed_in: Any
) -> None:
    for year in (2025, 2026):
        note_money(programme, by=officer, year=year, stage="budgeted", amount=MILLION, about=task)

    page = signed_in(officer).get(f"{programme.get_absolute_url()}?phan=kinh-phi").content.decode()

    assert page.count(f'<th scope="row"><a href="{task.get_absolute_url()}">') == 1
