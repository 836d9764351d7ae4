"""A unit over the editions of an index: one point an edition, why it changed, former provinces brought to today's territory."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from hopluc.scorecards.written import STAMP
from hopluc.web.observatory import actions
from hopluc.web.observatory.actions import Given
from hopluc.web.observatory.changes import Cause, Moved
from hopluc.web.observatory.lines import Told, lines_of
from hopluc.web.observatory.templatetags.observatory import range_of


def edition_in(year, standing, officer, **patents):
    edition = factories.filled(factories.an_index(standing, by=officer, year=year), by=officer)
    if patents:
        given = {unit: Given(value, str(value), confirmed="Đúng") for unit, value in patents.items()}
        actions.enter_figures(edition.series.get(code="patents"), by=officer, given=given)
    return edition


@pytest.fixture
def results(standing, officer):
    figures = ((2024, {}), (2025, {"DS": 20.0}), (2026, {"DS": 50.0, "TL": 45.0}))
    return [
        actions.compute_edition(edition_in(year, standing, officer, **patents), by=officer, replicates=100)
        for year, patents in figures
    ]


def shown(browser, result, unit="DS", name="trend", **asked):
    key = result.edition.units.get(code=unit).pk
    return browser.get(reverse(f"observatory:{name}", args=[result.pk, key]), asked)


def test_each_edition_is_a_point_with_its_intervals(results, officer, signed_in):
    answer = shown(signed_in(officer), results[-1])

    trend = answer.context["trend"]
    assert [(point.year, point.row.rank, point.units) for point in trend.points] == [
        ("2024", 3, 5),
        ("2025", 3, 5),
        ("2026", 1, 5),
    ]
    assert all(point.row.low <= point.row.high for point in trend.points)
    assert trend.parts == (("human", "Nhân lực"), ("output", "Kết quả"))
    assert [len(line.spots) for line in trend.scores.lines] == [3, 3, 3]
    assert STAMP in answer.content.decode()


def test_the_change_between_the_last_two_is_told_and_its_causes_sum_to_it(results, officer, signed_in):
    trend = shown(signed_in(officer), results[-1]).context["trend"]

    moved = trend.moved
    assert (moved.earlier.year, moved.later.year, moved.rebased) == ("2025", "2026", False)
    assert sum(cause.points.value for cause in moved.causes) == pytest.approx(moved.points.value, abs=1e-9)
    assert sum(cause.places.value for cause in moved.causes) == pytest.approx(2, abs=1e-9)
    assert all(cause.points.low <= cause.points.high and cause.places.low <= cause.places.high for cause in moved.causes)
    assert trend.sentence == (
        "Từ năm 2025 đến năm 2026, điểm ước của tỉnh Đông Sơn từ 54,25 thành 70,75, hạng từ 3 thành 1; "
        "nguyên nhân lớn nhất: số liệu của đơn vị (+16,50 điểm)."
    )


def test_other_editions_may_be_asked_for(results, officer, signed_in):
    moved = shown(signed_in(officer), results[-1], tu=results[2].pk, den=results[0].pk).context["trend"].moved

    assert (moved.earlier.year, moved.later.year) == ("2024", "2026")


def test_a_single_edition_has_no_trend_yet(standing, officer, signed_in):
    result = actions.compute_edition(edition_in(2026, standing, officer), by=officer, replicates=0)

    trend = shown(signed_in(officer), result).context["trend"]

    assert (len(trend.points), trend.moved) == (1, None)
    assert trend.sentence == "Bộ chỉ số mới có một kỳ có điểm của tỉnh Đông Sơn (năm 2026), chưa có xu thế."


def test_of_an_edition_the_published_result_is_told(standing, officer, second, leader, signed_in):
    before = edition_in(2025, standing, officer)
    for series in before.series.all():
        actions.check_figures(series, by=second, units=set(series.entries.values_list("unit__code", flat=True)))
    first = actions.compute_edition(before, by=officer, replicates=0)
    actions.compute_edition(before, by=officer, replicates=0)
    actions.publish_result(actions.review_result(first, by=second, review="Đúng"), by=leader)
    now = actions.compute_edition(edition_in(2026, standing, officer), by=officer, replicates=0)

    trend = shown(signed_in(officer), now).context["trend"]

    assert [point.result for point in trend.points] == [first, now]


def test_the_trend_is_a_file_with_the_causes_under_the_stamp(results, officer, signed_in):
    answer = shown(signed_in(officer), results[-1], name="trend_file")

    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    assert rows[0][:4] == ["year", "uCode", "score", "rank"]
    assert [row[0] for row in rows[1:4]] == ["2024", "2025", "2026"]
    causes = rows[rows.index([]) + 2 : -1]
    assert [row[0] for row in causes] == ["Định nghĩa bộ chỉ số", "Số liệu của đơn vị", "Số liệu của các đơn vị khác"]
    assert rows[-1] == [STAMP]


def merged_edition(names, year, officer, framework, before_code=None):
    units = [actions.NewUnit(f"{before_code or year}-{place}", name) for place, name in enumerate(names)]
    edition = actions.open_edition(framework, by=officer, year=year, units=units)
    for number, series in enumerate(edition.series.all()):
        given = {
            unit.code: Given(10.0 + 7 * ((place * (number + 2) + year) % 11), "10", confirmed="Đúng")
            for place, unit in enumerate(units)
        }
        actions.enter_figures(series, by=officer, given=given)
    return actions.compute_edition(edition, by=officer, replicates=0)


def test_where_provinces_were_merged_territory_is_a_cause(standing, officer, signed_in):
    framework = factories.an_index(standing, by=officer).framework
    merged_edition(["Hà Giang", "Tuyên Quang", "Hà Nội", "Lào Cai", "Yên Bái", "Cao Bằng"], 2024, officer, framework)
    now = merged_edition(["Tuyên Quang", "Hà Nội", "Lào Cai", "Cao Bằng"], 2025, officer, framework)

    moved = shown(signed_in(officer), now, unit="2025-0").context["trend"].moved

    assert (moved.rebased, moved.earlier.row.name) == (True, "Tuyên Quang")
    assert str(moved.causes[0].label) == "Sắp xếp địa giới"
    assert sum(cause.points.value for cause in moved.causes) == pytest.approx(moved.points.value, abs=1e-9)


@pytest.mark.parametrize(("former", "years"), [("Yên Bái", ["2025"]), ("Lào Cai", ["2024", "2025"])])
def test_a_code_given_to_another_unit_does_not_join_the_two(former, years, standing, officer, signed_in):
    framework = factories.an_index(standing, by=officer).framework
    merged_edition([former, "Hà Nội", "Cao Bằng", "Lạng Sơn"], 2024, officer, framework, "T")
    now = merged_edition(["Lào Cai", "Hà Nội", "Cao Bằng", "Lạng Sơn"], 2025, officer, framework, "T")

    trend = shown(signed_in(officer), now, unit="T-0").context["trend"]

    assert [point.year for point in trend.points] == years


def test_more_units_cost_no_more_queries(results, standing, officer, signed_in):
    framework, browser = results[-1].edition.framework, signed_in(officer)
    with CaptureQueriesContext(connection) as few:
        shown(browser, results[1])
    units = [actions.NewUnit(code, code) for code in ("VH", "TL", "DS", "PM", "KN", *(f"U{n}" for n in range(20)))]
    more = factories.filled(actions.open_edition(framework, by=officer, year=2027, units=units), by=officer)
    large = actions.compute_edition(more, by=officer, replicates=0)
    with CaptureQueriesContext(connection) as many:
        shown(browser, large)

    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (74.54, 92.57, ["70", "75", "80", "85", "90", "95"]),
        (0.312, 0.337, ["0,310", "0,315", "0,320", "0,325", "0,330", "0,335", "0,340"]),
        (0.1, 0.92, ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
        (50.0, 50.0, ["50,0", "50,2", "50,4", "50,6", "50,8", "51,0"]),
    ],
)
def test_the_ticks_of_scores_are_round_and_take_in_all_points(low, high, ticks):
    drawn = lines_of("Điểm", ["2025", "2026"], [Told("Vĩnh Hà", [low, high])])

    assert [words for _y, words in drawn.ticks] == ticks
    heights = [y for y, _words in drawn.ticks]
    assert all(heights[-1] <= spot.y <= heights[0] for spot in drawn.lines[0].spots)


@pytest.mark.parametrize(
    ("worst", "ticks"), [(8, [1, 2, 3, 4, 5, 6, 7, 8]), (11, [1, 4, 6, 8, 10, 11]), (34, [1, 5, 10, 15, 20, 25, 30, 34])]
)
def test_every_rank_of_few_units_has_its_tick(worst, ticks):
    drawn = lines_of("Hạng", ["2025", "2026"], [Told("Vĩnh Hà", [1, worst])], worst=worst)

    assert [int(words) for _y, words in drawn.ticks] == ticks
    assert [spot.y for spot in drawn.lines[0].spots] == [drawn.ticks[0][0], drawn.ticks[-1][0]]


def test_an_interval_with_equal_ends_is_one_number():
    assert [range_of(2.0, 2.0), range_of(2.0, 4.0), range_of(81.304, 81.301, 2), range_of(None, 4.0)] == [
        "2",
        "2 - 4",
        "81,30",
        "–",
    ]


@pytest.mark.parametrize(("parts", "told"), [((1.004, 1.004), True), ((1.0, 1.01), False)])
def test_parts_that_do_not_sum_as_written_are_told_to_be_rounded(parts, told):
    causes = tuple(Cause("Số liệu", points, 0.0) for points in parts)

    assert Moved(None, 50.0, 3, sum(parts), 0, causes).is_rounded is told


def test_names_of_lines_stand_whole_below_the_drawing(results, officer, signed_in):
    page = shown(signed_in(officer), results[-1]).content.decode()

    keys = [key.partition("</ul>")[0] for key in page.split('<ul class="key">')[1:]]
    assert [[name.strip() for name in re.findall(r"</svg>([^<]+)</li>", key)] for key in keys] == [
        ["(1) Điểm chung", "(2) Nhân lực", "(3) Kết quả"],
        ["(1) Hạng"],
    ]
