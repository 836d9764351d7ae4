"""Cumulative figures: from the start of the year and of the programme, out of received earlier returns; corrections move them."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import RATES
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions as register
from hopluc.web.returns import actions, queries
from hopluc.web.returns.contents import contents_of
from hopluc.web.returns.cumulative import content_with_running, tell_running
from hopluc.web.returns.models import FigureCell, Return, Stage
from hopluc.web.returns.prefill import NewLine
from hopluc.web.returns.sums import summed
from hopluc.web.terms import Term

WHAT = ("Hợp đồng chuyển giao công nghệ", "hợp đồng")
QUARTERS = {1: ((1, 1), (3, 31)), 2: ((4, 1), (6, 30)), 3: ((7, 1), (9, 30)), 4: ((10, 1), (12, 31))}
AGENCY = "Sở Thử nghiệm lũy kế thành phố Vĩnh Hà"


def number(value):
    return Figure.exact(Decimal(value)) if value else Figure.zero()


@pytest.fixture
def programme(standing):
    return register.found_programme(standing, by=None, title="Chương trình thử", period=Term.between("2025", "2030"))


def a_quarter(programme, year, quarter, *names):
    first, last = (date(year, *day) for day in QUARTERS[quarter])
    return actions.open_round(
        programme.owner,
        by=None,
        title=f"Báo cáo quý {quarter}/{year}",
        period=Term(first, last),
        due_on=last,
        agencies=names or (AGENCY,),
        outline=(actions.Heading("Kết quả thực hiện", "1."),),
        programme=programme,
    )


def told(row, officer, what=WHAT, *, received=True, nothing=False, **stages):
    """The return with this line (or none), sent and received."""
    part = row.round.parts.all()[0]
    name, unit = what
    lines = (
        (NewLine(part, name, unit, figures={Stage(stage): figure for stage, figure in stages.items()}),)
        if stages or nothing
        else ()
    )
    FigureCell.objects.filter(line__of_return=row).delete()
    row.figure_lines.all().delete()
    said = frozenset({part.pk}) if nothing else frozenset()
    actions.save_return(row, by=None, filled=actions.Filled(lines=lines, nothing=said))
    if received:
        actions.send(row, by=None)
        actions.receive(row, by=officer)
    return row


def only(round_):
    (row,) = queries.newest_returns(round_)
    return row


def running(row):
    (line,) = content_with_running(row).lines
    return line.running


def test_year_is_summed_over_the_received_quarters(programme, officer):
    told(only(a_quarter(programme, 2026, 1)), officer, actual=number(5))
    told(only(a_quarter(programme, 2026, 2)), officer, actual=number(6), estimate=number(7))
    row = told(only(a_quarter(programme, 2026, 3)), officer, received=False, actual=number(8), plan=number(40))

    line = content_with_running(row).lines[0]

    assert (line.running.year.figure, line.running.year.periods, line.running.year.lacking) == (number(20), 3, 0)
    assert line.percent_of_year == number(50)


def test_first_quarter_stands_for_itself(programme, officer):
    told(only(a_quarter(programme, 2025, 4)), officer, actual=number(3))
    row = told(only(a_quarter(programme, 2026, 1)), officer, actual=number(5))

    content = content_with_running(row)

    assert (content.runs_over_year, content.runs_over_programme) == (False, True)
    assert content.lines[0].running.year.figure == number(5)


def test_programme_is_summed_over_its_years(programme, officer):
    for quarter in QUARTERS:
        told(only(a_quarter(programme, 2025, quarter)), officer, actual=number(10))
    row = told(only(a_quarter(programme, 2026, 1)), officer, actual=number(5))

    assert (running(row).programme.figure, running(row).programme.periods) == (number(45), 5)


def test_correction_of_an_earlier_return_moves_the_sum(programme, officer):
    first = told(only(a_quarter(programme, 2026, 1)), officer, actual=number(5))
    row = told(only(a_quarter(programme, 2026, 2)), officer, actual=number(6))
    assert running(row).year.figure == number(11)

    corrected = actions.correct_late(first, by=officer, reason="Tính sót")
    told(Return.objects.get(pk=corrected.pk), officer, actual=number(9))

    assert running(row).year.figure == number(15)


def test_return_that_is_not_received_is_lacking_and_not_zero(programme, officer):
    told(only(a_quarter(programme, 2026, 1)), officer, received=False, actual=number(5))
    told(only(a_quarter(programme, 2026, 2)), officer, actual=number(6))
    row = told(only(a_quarter(programme, 2026, 3)), officer, actual=number(7))

    line = content_with_running(row).lines[0]

    assert (line.running.year.figure, line.running.year.lacking) == (number(13), 1)
    assert line.percent_of_year == Figure.not_reported()


def test_period_without_the_figure_is_lacking_and_one_where_nothing_arose_is_zero(programme, officer):
    told(only(a_quarter(programme, 2026, 1)), officer, nothing=True)
    told(only(a_quarter(programme, 2026, 2)), officer, ("Việc khác", "việc"), actual=number(6))
    row = told(only(a_quarter(programme, 2026, 3)), officer, actual=number(7))

    assert (running(row).year.figure, running(row).year.lacking, running(row).year.periods) == (number(7), 1, 3)


@pytest.mark.parametrize("unit", sorted(RATES))
def test_rate_is_never_added(programme, officer, unit):
    rate = ("Tỷ lệ hồ sơ đúng hạn", unit)
    told(only(a_quarter(programme, 2026, 1)), officer, rate, actual=number(90))
    row = told(only(a_quarter(programme, 2026, 2)), officer, rate, actual=number(80))

    assert (running(row).year.added, running(row).year.figure) == (False, Figure.not_reported())


def test_same_period_a_year_before_is_what_that_return_said(programme, officer):
    told(only(a_quarter(programme, 2025, 2)), officer, actual=number(4))
    row = told(only(a_quarter(programme, 2026, 2)), officer, actual=number(6))

    assert running(row).before == number(4)


def test_pages_and_paper_tell_it(programme, officer, signed_in):
    told(only(a_quarter(programme, 2025, 2)), officer, actual=number(4))
    told(only(a_quarter(programme, 2026, 1)), officer, actual=number(5))
    round_ = a_quarter(programme, 2026, 2)
    row = told(only(round_), officer, received=False, actual=number(1200), plan=number(2410), before=number(3))
    browser = signed_in(officer)

    colleague = factories.an_account(row.agency)
    filling = signed_in(colleague).get(row.get_absolute_url()).content.decode()
    told(row, officer, actual=number(1200), plan=number(2410), before=number(3))
    shown = browser.get(row.get_absolute_url()).content.decode()
    merged = browser.get(reverse("returns:merge", args=[round_.pk])).content.decode()
    paper = browser.get(reverse("returns:paper", args=[row.pk]))

    assert [
        words
        for words in ("Lũy kế từ đầu năm: 1.205", "50% kế hoạch", "Cùng kỳ theo báo cáo năm trước: 4")
        if words not in text(filling)
    ] == []
    assert [words for words in ("Lũy kế từ đầu năm", "1.205", "báo cáo năm trước: 4") if words not in text(shown)] == []
    assert "<strong>1.205</strong>" in merged
    table = cells(paper)
    assert (table[0][-1], table[1][-1]) == ("Lũy kế từ đầu năm", "1.205")


def text(page):
    return " ".join(page.split())


def cells(paper):
    tables = docx.Document(BytesIO(b"".join(paper.streaming_content))).tables
    (table,) = [one for one in tables if one.rows[0].cells[0].text == "TT"]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_yearly_return_has_no_column_that_says_nothing(programme, officer, signed_in):
    round_ = factories.a_round(programme, AGENCY)
    row = told(only(round_), officer, actual=number(5))

    assert "Lũy kế từ đầu năm" not in signed_in(officer).get(row.get_absolute_url()).content.decode()


def test_merged_table_adds_what_each_agency_comes_to(programme, officer):
    names = (AGENCY, "Sở Thử nghiệm thứ hai thành phố Vĩnh Hà")
    for row, value in zip(queries.newest_returns(a_quarter(programme, 2026, 1, *names)), (5, None), strict=True):
        told(row, officer, **({"actual": number(value)} if value else {"plan": number(9)}))
    round_ = a_quarter(programme, 2026, 2, *names)
    for row, value in zip(queries.newest_returns(round_), (6, 7), strict=True):
        told(row, officer, actual=number(value))
    contents = list(contents_of(queries.returns_received(round_)).values())
    tell_running(contents)

    (line,) = summed(contents)

    assert line.running == (number(18), 1)


def test_many_agencies_cost_as_many_questions_as_few(programme, officer):
    counts = []
    for year, size in ((2026, 1), (2027, 5)):
        names = [f"Sở Thử nghiệm {year} {place} thành phố Vĩnh Hà" for place in range(size)]
        for quarter in (1, 2):
            for row in queries.newest_returns(a_quarter(programme, year, quarter, *names)):
                told(row, officer, actual=number(5))
        round_ = a_quarter(programme, year, 3, *names)
        for row in queries.newest_returns(round_):
            told(row, officer, actual=number(6))
        contents = list(contents_of(queries.returns_received(round_)).values())
        with CaptureQueriesContext(connection) as asked:
            tell_running(contents)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_nothing_is_told_of_no_returns():
    tell_running([])


PARTS = (actions.Heading("Chuyển đổi số", "I."), actions.Heading("Đào tạo nhân lực", "II."))
SEMINARS = ("Số hội thảo", "hội thảo")


def a_parted_quarter(programme, year, quarter, outline=PARTS):
    """The return of a quarter whose parts tell of two strands, so that each may hold a figure of one name."""
    if not programme.strands.exists():
        for heading in PARTS:
            register.add_strand(programme, by=None, title=heading.title)
    first, last = (date(year, *day) for day in QUARTERS[quarter])
    round_ = actions.open_round(
        programme.owner,
        by=None,
        title=f"Báo cáo quý {quarter}/{year}",
        period=Term(first, last),
        due_on=last,
        agencies=(AGENCY,),
        outline=outline,
        programme=programme,
    )
    return only(round_)


def told_by_part(row, officer, *values):
    """The return with the same line under each of its parts (None: not under that part), received."""
    FigureCell.objects.filter(line__of_return=row).delete()
    row.figure_lines.all().delete()
    lines = tuple(
        NewLine(part, *SEMINARS, figures={Stage.ACTUAL: number(value)})
        for part, value in zip(row.round.parts.all(), values, strict=True)
        if value is not None
    )
    actions.save_return(row, by=None, filled=actions.Filled(lines=lines))
    actions.send(row, by=None)
    actions.receive(row, by=officer)
    return row


def years(row):
    return [(line.running.year.figure, line.running.year.lacking) for line in content_with_running(row).lines]


def test_line_of_one_name_under_two_parts_is_summed_under_each(programme, officer):
    told_by_part(a_parted_quarter(programme, 2025, 2), officer, 8, 9)
    told_by_part(a_parted_quarter(programme, 2026, 1), officer, 3, 2)
    row = told_by_part(a_parted_quarter(programme, 2026, 2), officer, 10, 20)

    assert years(row) == [(number(13), 0), (number(22), 0)]
    assert [line.running.before for line in content_with_running(row).lines] == [number(8), number(9)]
    content = content_with_running(row)
    assert [line.running for line in summed([content])] == [(number(13), 0), (number(22), 0)]


def test_line_whose_part_was_renumbered_is_found_by_its_title(programme, officer):
    told_by_part(a_parted_quarter(programme, 2026, 1), officer, 3, 2)
    turned = (actions.Heading("Đào tạo nhân lực", "I."), actions.Heading("Chuyển đổi số", "II."))
    row = told_by_part(a_parted_quarter(programme, 2026, 2, turned), officer, 10, 20)

    assert years(row) == [(number(12), 0), (number(23), 0)]


@pytest.mark.parametrize(
    ("earlier", "now", "sums"),
    [
        ((3, None), (10, 20), [(13, 0), (20, 1)]),
        ((3, 2), (10, None), [(10, 1)]),
        ((3, None), (10, None), [(13, 0)]),
    ],
)
def test_line_under_parts_of_other_names_is_taken_only_where_it_is_the_only_one(programme, officer, earlier, now, sums):
    told_by_part(a_parted_quarter(programme, 2026, 1), officer, *earlier)
    other = (PARTS[0] if len(sums) == 2 else actions.Heading("Kết quả", "1."), actions.Heading("Việc khác", "2."))
    row = told_by_part(a_parted_quarter(programme, 2026, 2, other), officer, *now)

    assert years(row) == [(number(figure), lacking) for figure, lacking in sums]


def test_new_return_takes_the_same_period_of_each_part(programme, officer):
    told_by_part(a_parted_quarter(programme, 2025, 2), officer, 8, 9)
    told_by_part(a_parted_quarter(programme, 2026, 1), officer, 3, 2)

    row = a_parted_quarter(programme, 2026, 2)

    lines = [(line.row.part.title, line.before) for line in content_with_running(row).lines]
    assert lines == [("Chuyển đổi số", number(8)), ("Đào tạo nhân lực", number(9))]


def test_review_of_many_years_does_not_stand_for_the_year(programme, officer):
    review = actions.open_round(
        programme.owner,
        by=None,
        title="Tổng kết giai đoạn 2025 - 2026",
        period=Term(date(2025, 1, 1), date(2026, 6, 30)),
        due_on=date(2026, 6, 30),
        agencies=(AGENCY,),
        outline=(actions.Heading("Kết quả thực hiện", "1."),),
        programme=programme,
    )
    told(only(review), officer, actual=number(500))
    told(only(a_quarter(programme, 2026, 1)), officer, actual=number(5))
    told(only(a_quarter(programme, 2026, 2)), officer, actual=number(6))
    row = told(only(a_quarter(programme, 2026, 3)), officer, actual=number(7))

    assert (running(row).year.figure, running(row).year.periods) == (number(18), 3)
    assert running(row).programme.figure == number(507)


def test_where_every_period_reaches_beyond_the_start_the_shortest_is_taken(programme, officer):
    for first, value in ((date(2025, 1, 1), 500), (date(2025, 10, 1), 50)):
        round_ = actions.open_round(
            programme.owner,
            by=None,
            title=f"Báo cáo từ {first}",
            period=Term(first, date(2026, 3, 31)),
            due_on=date(2026, 3, 31),
            agencies=(AGENCY,),
            outline=(actions.Heading("Kết quả thực hiện", "1."),),
            programme=programme,
        )
        told(only(round_), officer, actual=number(value))
    row = told(only(a_quarter(programme, 2026, 2)), officer, actual=number(6))

    assert running(row).year.figure == number(56)


@pytest.mark.parametrize(("about", "plans"), [(1, [None, 40]), (None, [None, None])])
def test_plan_stands_on_the_line_of_its_own_part(programme, officer, about, plans):
    told_by_part(a_parted_quarter(programme, 2026, 1), officer, 3, 2)
    strands = list(programme.strands.order_by("pk"))
    measures.record_observation(
        measures.find_or_add_indicator(programme.owner, by=None, name=SEMINARS[0], unit=SEMINARS[1]),
        by=None,
        figure=number(40),
        about=programme if about is None else strands[about],
        stage="plan",
        period=Term.of("2026"),
        reported_by=Organisation.objects.get(name=AGENCY),
    )

    row = a_parted_quarter(programme, 2026, 2)

    assert [line.plan.single for line in contents_of([row])[row.pk].lines] == plans
