"""Figures, times and states in the words of a report; wholes with their parts; mentions that join their agreement."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

import factories
from hopluc.web.issuing import queries
from hopluc.web.issuing.results import Results, divided
from hopluc.web.issuing.sources import Sources
from hopluc.web.issuing.words import figure_in_words, number_in_words, says_figure, state_of_past, term_in_words
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG, Indicator, Observation
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, LegalBasis, Programme
from hopluc.web.register.states import says_more_than_a_state
from hopluc.web.terms import Term


def observed(figure: Figure, unit: str = "công nghệ", field: str = "") -> Observation:
    """A figure that is nowhere kept; its numbers are decimals, as those of the database are."""
    ends = {name: getattr(figure, name) for name in ("low", "high", "numerator", "denominator")}
    figure = replace(figure, **{name: Decimal(end) for name, end in ends.items() if end is not None})
    made = Observation(indicator=Indicator(name="khảo sát công nghệ", unit=unit), field=field)
    made.figure = figure
    return made


@pytest.mark.parametrize(
    ("figure", "unit", "said"),
    [
        (Figure.exact(209), "công nghệ", "209 công nghệ"),
        (Figure.exact(7), "nhiệm vụ", "07 nhiệm vụ"),
        (Figure.exact(2), "%", "2%"),
        (Figure.exact(Decimal("51.5")), "%", "51,5%"),
        (Figure.exact(5_132_000_000), DONG, "5.132 triệu đồng"),
        (Figure.exact(1_500), DONG, "1.500 đồng"),
        (Figure.between(800, 1000), "kỹ sư", "từ 800 đến 1.000 kỹ sư"),
        (Figure.between(2, 3), "nhiệm vụ", "từ 2 đến 3 nhiệm vụ"),
        (Figure.between(150, None), "doanh nghiệp", "ít nhất 150 doanh nghiệp"),
        (Figure.between(None, 5), "ngày", "không quá 05 ngày"),
        (Figure.about(300), "người", "khoảng 300 người"),
        (Figure.ratio(14, 15), "bệnh viện", "14/15 bệnh viện"),
    ],
)
def test_a_figure_is_said_as_reports_say_it(figure, unit, said):
    assert figure_in_words(observed(figure, unit)) == said


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        (
            12_500_000_000,
            (8_000_000_000, 4_500_000_000),
            ["12.500 triệu đồng", "8.000 triệu đồng", "4.500 triệu đồng"],
        ),
        (
            12_500_000_000,
            (8_000_500_000, 4_499_500_000),
            ["12.500.000.000 đồng", "8.000.500.000 đồng", "4.499.500.000 đồng"],
        ),
    ],
)
def test_money_of_one_sentence_is_on_one_scale(standing, whole, parts, said):
    programme = factories.a_programme(standing)
    kinds = zip(("", "ngân sách tỉnh", "vốn doanh nghiệp"), (whole, *parts), strict=True)
    figures = [observed(Figure.exact(dong), DONG, field) for field, dong in kinds]

    [told] = Results(queries.ReviewRows(programme, ON), Sources(lambda _passage: None), (), "").figures(figures)

    assert [told.value.text, *(part.text for _field, part in told.parts)] == said


def test_a_part_of_a_count_is_said_without_the_unit_of_its_whole(standing):
    figures = [observed(Figure.exact(n), field=field) for n, field in ((12, ""), (7, "y tế"), (5, "giáo dục"))]

    rows = queries.ReviewRows(factories.a_programme(standing), ON)
    [told] = Results(rows, Sources(lambda _passage: None), (), "").figures(figures)

    assert [part.text for _field, part in told.parts] == ["07", "05"]


@pytest.mark.parametrize(
    ("day", "told"), [("2025-09-31", ("ngày 31/09/2025", True)), ("2025-09-30", ("ngày 30/09/2025", False))]
)
def test_a_day_in_no_calendar_is_told_as_written_and_can_be_doubted(standing, day, told):
    programme = factories.a_programme(standing)
    event = register.note_event(programme, by=None, title="Hội thảo vi mạch", held=Term.of(day))

    happening = Results(queries.ReviewRows(programme, ON), Sources(lambda _passage: None), (), "").happening(event, ())

    assert (happening.when.text, happening.when.figure) == told


def test_a_decimal_keeps_its_places():
    assert (number_in_words(Decimal("1234.50")), number_in_words(Decimal(0))) == ("1.234,5", "00")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (None, ""),
        (Term.of("2024-10-18"), "ngày 18/10/2024"),
        (Term.of("2024-06"), "tháng 06/2024"),
        (Term.of("2025"), "năm 2025"),
        (Term.between("2021", "2025"), "giai đoạn 2021 - 2025"),
        (Term.between("2021-03-01", "2021-04-15"), "01/03/2021 - 15/04/2021"),
        (Term(None, None, "", "2026-Q1"), "quý I/2026"),
        (Term(None, None, "", "--12-20"), "ngày 20/12"),
        (Term.of("2025-09-31"), "ngày 31/09/2025"),
        (Term(None, date(2026, 3, 1)), "… - 01/03/2026"),
        (Term(None, None, "", "hằng năm"), "hằng năm"),
    ],
)
def test_a_time_is_said_by_its_grain(term, said):
    assert term_in_words(term) == said


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("triển khai.", False),
        ("Đã hoàn thành", False),
        ("đang thực hiện theo kế hoạch", False),
        ("Đã ký kết ngày 20/4/2022", True),
    ],
)
def test_a_remark_that_only_names_the_state_adds_nothing(text, more):
    assert says_more_than_a_state(text) is more


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("đào tạo từ 800 đến 1.000 kỹ sư", True),
        ("đào tạo 1000 kỹ sư", True),
        ("đào tạo kỹ sư đến năm 2030", False),
        ("đào tạo kỹ sư", False),
    ],
)
def test_a_target_whose_text_holds_its_number_is_known(text, says):
    assert says_figure(text, observed(Figure.between(800, 1000))) is says


def test_parts_go_to_the_whole_they_sum_to():
    wholes = [observed(Figure.exact(n)) for n in (66, 40, 26)]
    inner = [observed(Figure.exact(n), field=f) for n, f in ((22, "a"), (11, "b"), (7, "c"))]
    outer = [observed(Figure.exact(n), field=f) for n, f in ((12, "a"), (9, "b"), (5, "c"))]

    found = divided([*wholes, *inner, *outer])

    assert [(whole.figure.low, [part.figure.low for part in parts]) for whole, parts in found] == [
        (66, []), (40, [22, 11, 7]), (26, [12, 9, 5]),
    ]  # fmt: skip


def test_parts_without_a_whole_that_says_so_belong_to_the_one_that_is_their_sum():
    whole, *parts = [observed(Figure.exact(n), field=f) for n, f in ((12, "cả vùng"), (7, "a"), (5, "b"))]

    assert divided([whole, *parts]) == [(whole, parts)]


def test_figures_with_fields_of_which_none_is_the_whole_stand_each_by_itself():
    parts = [observed(Figure.exact(n), field=f) for n, f in ((7, "a"), (5, "b"), (4, "c"))]

    assert divided(parts) == [(part, []) for part in parts]


def test_parts_that_sum_to_no_whole_still_stand_with_it():
    whole, part = observed(Figure.exact(23)), observed(Figure.exact(9), field="a")

    assert divided([whole, part]) == [(whole, [part])]


ON = date(2026, 9, 30)


@pytest.fixture
def task(standing) -> Activity:
    return factories.a_task(factories.a_programme(standing), period=Term.between("2021", "2025"))


def test_a_task_of_which_nobody_told_is_unreported_and_not_late(task):
    assert state_of_past(task, ON) == "chưa có báo cáo kết quả"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("done", "đã hoàn thành"),
        ("in_progress", "đang thực hiện"),
        ("blocked", "đang vướng mắc"),
        ("stopped", "dừng thực hiện"),
    ],
)
def test_a_task_stands_as_was_last_said_by_the_day_of_the_report(task, said, state):
    register.note_progress(task, by=None, on=ON, said=said, text="x")

    assert state_of_past(task, ON) == state
    assert state_of_past(task, date(2026, 9, 29)) == "chưa có báo cáo kết quả"


def test_a_task_passed_on_is_not_begun_unless_it_is_done(task):
    register.carry_over(task, by=None, period=Term.between("2026", "2030"))
    before = state_of_past(Activity.objects.get(pk=task.pk), ON)
    register.note_progress(task, by=None, on=date(2025, 12, 1), said="done", text="x")

    assert (before, state_of_past(Activity.objects.get(pk=task.pk), ON)) == ("chưa triển khai", "đã hoàn thành")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ban Chỉ đạo Chương trình hợp tác khoa học thành phố Vĩnh Hà", "Ban Chỉ đạo Chương trình"),
        (
            "Ban Chỉ đạo Chương trình xây dựng nông thôn mới miền núi",
            "Ban Chỉ đạo Chương trình xây dựng nông thôn mới miền núi",
        ),
        ("Tổ giúp việc", "Tổ giúp việc"),
    ],
)
def test_a_committee_is_named_in_short_in_its_own_report(name, short):
    assert queries.short_name(name, Programme(title="Chương trình hợp tác khoa học thành phố Vĩnh Hà")) == short


def test_laws_stand_before_other_bases():
    bases = [LegalBasis(text=text) for text in ("Quyết định số 1", "Nghị định số 2", "Luật Khoa học", "Nghị quyết số 3")]

    assert [basis.text for basis in queries.laws_first(bases)] == [
        "Luật Khoa học", "Nghị định số 2", "Quyết định số 1", "Nghị quyết số 3",
    ]  # fmt: skip
