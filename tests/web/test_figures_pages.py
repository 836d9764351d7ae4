"""Figures on pages: one line a subject and period, stages side by side; bars that say what the table says."""

from decimal import Decimal

import pytest
from django.urls import reverse

import factories
from hopluc.web.documents.models import Evidence
from hopluc.web.documents.templatetags.passages import sources_of
from hopluc.web.measures import actions, queries
from hopluc.web.measures.charts import LABEL, VALUE, WIDTH, charts_of
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.measures.tables import figure_lines
from hopluc.web.people.models import Organisation
from hopluc.web.terms import Term


def a_figure(agency: Organisation, number: int | None, *, name: str = "Công nghệ khảo sát", **details) -> Observation:
    figure = Figure.not_reported() if number is None else Figure.exact(Decimal(number))
    indicator = actions.find_or_add_indicator(agency, by=None, name=name, unit="công nghệ")
    details.setdefault("period", Term.of("2026"))
    return actions.record_observation(indicator, by=None, figure=figure, about=None, **details)


def test_stages_of_one_subject_and_period_stand_in_one_line(standing):
    rows = [a_figure(standing, number, stage=stage) for number, stage in ((200, "plan"), (209, "actual"), (215, "estimate"))]

    (line,) = figure_lines(rows)

    assert [str(figure) for figure in (line.plan, line.actual, line.estimate, line.share)] == ["200", "209", "215", "107,5"]
    assert line.rows == rows


def test_two_documents_that_differ_have_a_line_each(standing):
    lines = figure_lines([a_figure(standing, 126), a_figure(standing, 162)])

    assert [str(line.actual) for line in lines] == ["126", "162"]


def test_money_of_other_stages_is_named_by_its_stage(standing):
    (line,) = figure_lines([a_figure(standing, 5, stage="disbursed")])

    assert (str(line.stage), str(line.actual)) == ("Giải ngân", "5")


def test_parts_stand_under_their_whole(standing):
    part = a_figure(standing, 21, name="Công nghệ khảo sát - sinh học", field="sinh học")
    other = a_figure(standing, 3, name="Chuyên gia")
    whole = a_figure(standing, 48)

    lines = figure_lines([part, other, whole])

    assert [(line.subject, line.part, line.nested) for line in lines] == [
        ("Công nghệ khảo sát", "", False), ("Công nghệ khảo sát", "sinh học", True), ("Chuyên gia", "", False),
    ]  # fmt: skip
    assert (lines.has_plan, lines.has_estimate) == (False, False)


def test_a_share_of_nothing_planned_is_not_told(standing):
    (line,) = figure_lines([a_figure(standing, 0, stage="plan"), a_figure(standing, 5)])

    assert (line.share, figure_lines([a_figure(standing, 5)])[0].share) == (None, None)


def test_bars_are_as_long_as_their_figures(standing):
    years = [a_figure(standing, number, period=Term.of(year)) for year, number in (("2024", 25), ("2025", 50), ("2026", 100))]
    years.append(a_figure(standing, 200, period=Term.of("2026"), stage="plan"))

    (chart,) = charts_of(figure_lines(years))

    room = WIDTH - LABEL - VALUE
    assert [(bar.label, bar.said, bar.length, bar.planned) for bar in chart.bars] == [
        ("2024", "25", room // 8, False), ("2025", "50", room // 4, False), ("2026", "200", room, True), ("2026", "100", room // 2, False),
    ]  # fmt: skip
    assert chart.has_plan is True


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        ((12_500_000_000, 8_000_000_000), ("triệu đồng", ["12.500", "8.000"])),
        ((12_500_500_000, 8_000_000_000), ("đồng", ["12.500.500.000", "8.000.000.000"])),
    ],
)
def test_money_stands_beside_its_bars_in_millions_where_none_is_rounded(standing, sums, said):
    budget = actions.find_or_add_indicator(standing, by=None, name="Kinh phí", unit="đồng")
    rows = [
        actions.record_observation(budget, by=None, figure=Figure.exact(Decimal(dong)), about=None, period=Term.of(year))
        for year, dong in zip(("2025", "2026"), sums, strict=True)
    ]

    (chart,) = charts_of(figure_lines(rows))

    assert (chart.unit, [bar.said for bar in chart.bars]) == said


def test_a_bar_without_a_time_says_so(standing):
    (chart,) = charts_of(figure_lines([a_figure(standing, 5, period=None), a_figure(standing, 7)]))

    assert [bar.label for bar in chart.bars] == ["không rõ thời gian", "2026"]


@pytest.mark.parametrize("numbers", [[5], [5, None], [0, 0]])
def test_what_there_is_nothing_to_compare_in_is_not_drawn(standing, numbers):
    rows = [a_figure(standing, number, period=Term.of(str(2020 + place))) for place, number in enumerate(numbers)]

    assert charts_of(figure_lines(rows)) == []


def test_the_list_of_figures_is_chosen_by_words(standing, officer, signed_in):
    figure = a_figure(standing, 5)
    a_figure(standing, 5, name="Học viên")

    rows = signed_in(officer).get(reverse("measures:indicators"), {"q": "khao sat CÔNG"}).context["object_list"]

    assert [(row, row.figures) for row in rows] == [(figure.indicator, 1)]


def test_a_figure_is_one_click_from_its_sentence(standing, officer, signed_in):
    version = factories.a_version(standing, "Khảo sát 48 công nghệ.", number="9/BC-SKHCN")
    passage = factories.a_passage(version, "48 công nghệ")
    figure = a_figure(standing, 48, evidence=[(passage, "figure", "48")])
    a_figure(standing, 50, period=Term.of("2027"))

    shown = signed_in(officer).get(figure.get_absolute_url()).content.decode()

    assert f'<tr id="sl{figure.pk}">' in shown
    assert f'href="{passage.get_absolute_url()}"'.replace("&", "&amp;") in shown
    assert "<svg" in shown


def test_a_figure_of_another_is_not_shown_beside_ones_own(standing, elsewhere, officer):
    mine = a_figure(standing, 5)
    foreign = a_figure(standing, 7, owner=elsewhere)

    assert queries.figures_of(mine.indicator, officer) == [mine]
    assert foreign.indicator == mine.indicator


def test_empty_lists_of_figures_say_so(officer, signed_in):
    browser = signed_in(officer)

    assert "Chưa có số liệu." in browser.get(reverse("measures:indicators")).content.decode()
    assert "Không có chỉ tiêu nào" in browser.get(reverse("measures:indicators"), {"q": "zzz"}).content.decode()


def test_share_of_the_plan_is_by_the_estimate_and_says_so(standing):
    (expected,) = figure_lines(
        [a_figure(standing, number, stage=stage) for number, stage in ((200, "plan"), (215, "estimate"))]
    )
    (done,) = figure_lines([a_figure(standing, number, stage=stage) for number, stage in ((200, "plan"), (209, "actual"))])

    assert (str(expected.share), expected.share_is_expected) == ("107,5", True)
    assert (str(done.share), done.share_is_expected) == ("104,5", False)


def test_document_that_says_several_figures_of_a_line_is_linked_once(standing):
    passage = factories.a_passage(factories.a_version(standing, "Kế hoạch 40, thực hiện 37.", title="Báo cáo"), "Kế hoạch 40")
    rows = [a_figure(standing, 40, stage="plan"), a_figure(standing, 37)]
    links = {row: [Evidence(passage=passage, field="figure")] for row in rows}

    assert sources_of(links, rows, "figure").count("<a ") == 1
    assert sources_of({}, rows, "figure") == ""


def test_indicators_stand_in_the_order_of_the_alphabet(standing, officer, signed_in):
    for name in ("Đào tạo kỹ sư", "cán bộ được cử đi học", "Cuộc kết nối", "Ấn phẩm"):
        actions.find_or_add_indicator(standing, by=None, name=name, unit="người")

    rows = signed_in(officer).get(reverse("measures:indicators")).context["object_list"]

    assert [row.name for row in rows] == ["Ấn phẩm", "cán bộ được cử đi học", "Cuộc kết nối", "Đào tạo kỹ sư"]
