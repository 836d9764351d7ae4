"""Sums asked of the database are what adding one by one comes to, whatever is asked; rates, other spans and parts of a whole stay out."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import factories
from hopluc.web.measures import actions, groups
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.queries import combined, observations_seen_by
from hopluc.web.measures.rollup import Asked, Key, left_out, roll_up
from hopluc.web.measures.spans import Span, span_of
from hopluc.web.measures.territories import Territories
from hopluc.web.people.gazetteer import load_gazetteer
from hopluc.web.people.models import Place
from hopluc.web.terms import Term

ON = date(2026, 11, 22)
AFTER_THE_MERGER, BEFORE_IT = ON, date(2025, 6, 30)


@pytest.fixture
def places(db):
    load_gazetteer(by=None)
    return {place.code: place for place in Place.objects.filter(kind=Place.Kind.PROVINCE)}


def a_figure(agency, number, *, indicator=None, rule="sum", unit="người", **details):
    counted = indicator or actions.find_or_add_indicator(
        agency, by=None, name="Người được đào tạo", unit=unit, aggregation=rule
    )
    figure = number if isinstance(number, Figure) else Figure.exact(Decimal(number))
    details.setdefault("period", Term.of("2026"))
    return actions.record_observation(counted, by=None, figure=figure, **details)


def sums(user, **asked):
    told = roll_up(user, Asked(**asked), Territories(ON))
    return {key: str(told.figure(key)) for key in told.parts}


def only(user, **asked):
    (said,) = sums(user, **asked).values()
    return said


def one_by_one(user, asked: Asked, territories: Territories) -> dict[Key, Figure]:
    """The oracle: every figure taken by itself, in Python, with the rules as they are told to officers."""
    rows = [row for row in observations_seen_by(user) if row.stage == asked.stage and row.span == asked.span]
    rows = [row for row in rows if asked.indicators is None or row.indicator_id in asked.indicators]
    rows = [row for row in rows if asked.agencies is None or (row.reported_by_id or row.owner_id) in asked.agencies]
    rows = [row for row in rows if asked.first_year is None or row.period_last.year >= asked.first_year]
    rows = [row for row in rows if asked.last_year is None or row.period_last.year <= asked.last_year]
    if asked.territory is not None:
        heirs = {pk: territories.line.heir(pk, ON).certain for pk in territories.places}
        rows = [row for row in rows if heirs.get(row.place_id) == asked.territory]
    if not asked.by_field:
        whole = {(row.reported_by_id or row.owner_id, row.owner_id, row.place_id, row.indicator_id, row.period_first) for row in rows
                 if not row.field and row.figure.known}  # fmt: skip
        rows = [row for row in rows if not row.field
                or (row.reported_by_id or row.owner_id, row.owner_id, row.place_id, row.indicator_id, row.period_first) not in whole]  # fmt: skip
    piles = defaultdict(list)
    for row in rows:
        year = (date(row.period_last.year, 1, 1), date(row.period_last.year, 12, 31))
        agency = row.reported_by_id or row.owner_id
        key = Key(row.indicator_id, year if asked.by_period else None, agency if asked.by_agency else None,
                  row.field if asked.by_field else None, territories.of(row.owner_id, row.place_id, None))  # fmt: skip
        piles[key].append(row)
    kept = defaultdict(list)
    for key, pile in piles.items():
        if pile[0].indicator.aggregation == "last" and not asked.by_period:
            newest = max(row.period_last for row in pile)
            newer = [row for row in pile if row.period_last == newest]
        else:
            newer = pile
        kept[key if asked.by_territory else key._replace(territory=None)] += newer
    return {key: _by_rule(pile) for key, pile in kept.items()}


def _by_rule(rows: list[Observation]) -> Figure:
    figures = [row.figure for row in rows if row.figure.known]
    rule = rows[0].indicator.aggregation
    if rule == "count":
        return Figure.exact(Decimal(len(figures)))
    if not figures or (rule == "ratio" and len(figures) > 1):
        return Figure.not_reported()
    lows, highs = [figure.low for figure in figures], [figure.high for figure in figures]
    if rule == "max":
        known = [low for low in lows if low is not None]
        return _plain(max(known) if known else None, None if None in highs else max(highs))
    shared = len(figures) if rule == "mean" else 1
    return _plain(*(None if None in ends else (sum(ends) / shared).quantize(Decimal("0.000001")) for ends in (lows, highs)))


def _plain(low, high):
    """Ends without their form: whether a sum of rough figures is itself rough is told by another test."""
    if low is None and high is None:
        return Figure.not_reported()
    return Figure.exact(low) if low == high else Figure.between(low, high)


def a_made_register(chance: Random, standing, places) -> None:
    """Figures of four indicators by different rules, three agencies, two fields and the whole, five years, three provinces."""
    agencies = [factories.an_organisation(owner=standing) for _ in range(3)]
    owners = [standing, factories.an_organisation(owner=None)]
    rules = ("sum", "last", "max", "mean", "count", "ratio")
    counted = [actions.find_or_add_indicator(standing, by=None, name=f"Chỉ tiêu {rule}", aggregation=rule) for rule in rules]
    money = actions.find_or_add_indicator(standing, by=None, name="Kinh phí", unit="đồng")
    rows = []
    for _ in range(160):
        indicator = chance.choice([*counted, money])
        number = Decimal(chance.randrange(10_000)) / (1 if indicator is money else chance.choice((1, 100)))
        figure = chance.choice(
            (Figure.exact(number), Figure.exact(number), Figure.between(number, number + 7), Figure.between(number, None),
             Figure.not_reported(), Figure.between(None, number))
        )  # fmt: skip
        year = chance.randrange(2021, 2026)
        period = chance.choice((Term.of(str(year)), Term(date(year - 1, 12, 15), date(year, 12, 14)), Term.of(f"{year}-Q1")))
        row = Observation(
            owner=chance.choice(owners),
            indicator=indicator,
            stage=chance.choice(("actual", "actual", "plan")),
            place=chance.choice([places["hai-phong"], places["hai-duong"], places["ha-noi"]]),
            field=chance.choice(("", "sinh học", "vật liệu")),
            reported_by=chance.choice([*agencies, None]),
        )
        row.period, row.figure = period, figure
        row.clean()
        rows.append(row)
    Observation.objects.bulk_create(rows)


@pytest.mark.parametrize("seed", range(6))
def test_any_sum_is_what_adding_one_by_one_comes_to(standing, officer, places, seed):
    chance = Random(seed)  # noqa: S311 - the same made register each time
    a_made_register(chance, standing, places)
    territories = Territories(ON)
    everything = list(Indicator.objects.values_list("pk", flat=True))
    for _ in range(25):
        asked = Asked(
            stage=chance.choice(("actual", "plan")),
            indicators=chance.choice((None, frozenset(chance.sample(everything, 3)))),
            agencies=chance.choice((None, frozenset({standing.pk}))),
            territory=chance.choice((None, places["hai-phong-2025"].pk, places["ha-noi"].pk)),
            first_year=chance.choice((None, 2023)),
            last_year=chance.choice((None, 2024)),
            **{name: chance.random() < 0.5 for name in ("by_period", "by_agency", "by_field", "by_territory")},
        )

        told = roll_up(officer, asked, territories)

        said = {key: _plain(told.figure(key).low, told.figure(key).high) for key in told.parts}
        assert said == one_by_one(officer, asked, territories), asked


def test_rates_are_never_added(standing, officer):
    for year in ("2025", "2026"):
        a_figure(standing, 40, rule="ratio", unit="%", period=Term.of(year))

    assert only(officer) == "Chưa có số liệu"
    assert list(sums(officer, by_period=True).values()) == ["40", "40"]


def test_a_year_and_its_quarters_are_not_added(standing, officer):
    a_figure(standing, 100)
    a_figure(standing, 30, period=Term.of("2026-Q1"))

    asked = Asked()
    assert only(officer) == "100"
    assert left_out(officer, asked, Territories(ON)) == {Span.QUARTER.value: 1}


def test_stretches_that_may_overlap_are_told_apart(standing, officer):
    a_figure(standing, 5, period=Term.between("2021", "2023"))
    a_figure(standing, 7, period=Term.between("2022", "2025"))

    assert sorted(sums(officer, span=Span.OTHER).values()) == ["5", "7"]


def test_parts_beside_their_whole_are_not_added(standing, officer):
    for number, field in ((10, ""), (6, "sinh học"), (4, "vật liệu")):
        a_figure(standing, number, field=field)

    told = roll_up(officer, Asked(), Territories(ON))

    assert [str(told.figure(key)) for key in told.parts] == ["10"]
    assert told.beside_their_whole == 2
    assert sorted(sums(officer, by_field=True).values()) == ["10", "4", "6"]


def test_the_whole_of_one_agency_hides_no_parts_of_another(standing, officer):
    one, other = (factories.an_organisation(owner=standing) for _ in range(2))
    a_figure(standing, 10, reported_by=one)
    a_figure(standing, 3, field="sinh học", reported_by=other)
    a_figure(standing, 4, field="vật liệu", reported_by=other)

    assert only(officer) == "17"


def test_parts_without_a_whole_are_added(standing, officer):
    a_figure(standing, 6, field="sinh học")
    a_figure(standing, 4, field="vật liệu")

    assert only(officer) == "10"


def test_named_zeros_and_rough_figures_keep_their_words(standing, officer):
    a_figure(standing, Figure.zero())
    assert only(officer) == "Không phát sinh"

    a_figure(standing, Figure.about(Decimal(20)), period=Term.of("2025"))
    assert only(officer) == "khoảng 20"


def test_figures_of_others_are_in_no_sum(standing, stranger, officer):
    a_figure(standing, 12)

    assert only(officer) == "12"
    assert sums(stranger) == {}


def test_who_works_in_a_programme_sees_its_sums(standing, member, colleague):
    from hopluc.web.register import actions as register

    programme = factories.a_programme(standing)
    a_figure(standing, 12, about=programme)
    assert sums(colleague) == {}

    register.appoint(programme, by=None, capacity="cooperating", organisation=member)
    assert only(colleague) == "12"


def test_three_views_of_a_merged_province(standing, officer, places):
    for number, code in ((10, "hai-phong"), (5, "hai-duong"), (7, "hai-phong-2025")):
        a_figure(standing, number, place=places[code], period=Term.of("2024" if number != 7 else "2026"))

    territories = Territories(ON)
    (views,) = roll_up(officer, Asked(by_territory=True), territories).three_views(territories).values()

    def told(view):
        return {territories.places[pk].code: str(ruled.figure) for pk, ruled in view.items()}

    assert told(views.as_reported) == {"hai-phong": "10", "hai-duong": "5", "hai-phong-2025": "7"}
    assert told(views.by_successor) == {"hai-phong-2025": "22"}
    assert views.unassigned == {}


def test_what_passed_to_several_places_is_unassigned(standing, officer, places):
    from hopluc.web.people.models import Succession

    for later in ("ha-noi", "phu-tho-2025"):
        Succession.objects.create(
            day=ON, scope="territory", source="thử", former_place=places["hoa-binh"], later_place=places[later]
        )
    Succession.objects.filter(former_place=places["hoa-binh"], scope="all").delete()
    a_figure(standing, 9, place=places["hoa-binh"])

    territories = Territories(ON)
    (views,) = roll_up(officer, Asked(by_territory=True), territories).three_views(territories).values()

    assert [str(ruled.figure) for ruled in views.unassigned.values()] == ["9"]
    assert views.by_successor == {}


def test_a_figure_without_a_place_is_of_its_keepers_province_as_it_then_was(places):
    agency = factories.an_organisation("Sở Khoa học và Công nghệ thành phố Hải Phòng")
    territories = Territories(ON)

    assert territories.of(agency.pk, None, (None, BEFORE_IT)) == places["hai-phong"].pk
    assert territories.of(agency.pk, None, (None, AFTER_THE_MERGER)) == places["hai-phong-2025"].pk
    assert territories.owners_in(places["hai-phong-2025"].pk, [agency.pk]) == [agency.pk]


def test_a_commune_is_of_its_province(standing, officer, places):
    commune = Place.objects.create(
        code="xa-thu", name="xã Thử", kind=Place.Kind.COMMUNE, within=places["ha-noi"], search_key="xa thu"
    )
    a_figure(standing, 3, place=commune)

    assert only(officer, territory=places["ha-noi"].pk) == "3"


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), Span.YEAR),
        (date(2025, 12, 15), date(2026, 12, 14), Span.YEAR),
        (date(2025, 12, 15), date(2026, 9, 14), Span.NINE_MONTHS),
        (date(2025, 12, 15), date(2026, 6, 14), Span.HALF),
        (date(2026, 1, 1), date(2026, 3, 31), Span.QUARTER),
        (date(2026, 2, 1), date(2026, 2, 28), Span.MONTH),
        (date(2021, 1, 1), date(2025, 12, 31), Span.OTHER),
        (None, date(2026, 12, 31), Span.OTHER),
    ],
)
def test_span_of_a_period(first, last, span):
    assert span_of(first, last) == span.value


@pytest.mark.parametrize(
    ("rule", "said"),
    [("sum", "30"), ("mean", "15"), ("max", "20"), ("count", "2"), ("last", "20"), ("none", "Chưa có số liệu")],
)
def test_each_rule_is_data(standing, rule, said):
    rows = [a_figure(standing, number, rule=rule, period=Term.of(year)) for number, year in ((10, "2025"), (20, "2026"))]

    assert str(combined(rows)[0]) == said


def test_page_of_sums_leads_to_the_figures_each_is_made_of(standing, officer, signed_in):
    row = a_figure(standing, 12)
    a_figure(standing, 5, period=Term.of("2025"))

    page = signed_in(officer).get(reverse("measures:sums"))
    (line,) = [line for line in page.context["lines"] if line.period == "2026"]
    figures = signed_in(officer).get(line.address)

    assert (str(line.figure), line.given) == ("12", 1)
    assert figures.context["rows"] == [row]


def test_page_of_sums_shows_the_three_views(standing, officer, signed_in, places):
    a_figure(standing, 10, place=places["hai-duong"], period=Term.of("2024"))
    address = reverse("measures:sums") + "?theo=dia-ban"

    then, now = (signed_in(officer).get(f"{address}&goc_nhin={view}").context for view in ("khi-do", "nay"))

    assert [(line.territory, str(line.figure)) for line in then["lines"]] == [("Hải Dương", "10")]
    assert [(line.territory, str(line.figure)) for line in now["lines"]] == [("Hải Phòng", "10")]
    assert [count for _value, _label, count in now["views"]] == [1, 1, 0]


@pytest.mark.parametrize("said", ["?dia_ban=99999999", "?tu=abc&den=99999", "?ky=x&loai=y&theo=z", "?chi_tieu=²"])
def test_page_of_sums_takes_any_address(officer, signed_in, said):
    assert signed_in(officer).get(reverse("measures:sums") + said).context["page_obj"].object_list == []


def test_page_of_sums_lists_indicators_by_the_letters_of_their_names(standing, officer, signed_in):
    for name in ("Đề tài", "Ấn phẩm", "bằng sáng chế", "Dự án"):
        a_figure(standing, 1, indicator=actions.find_or_add_indicator(standing, by=None, name=name))

    page = signed_in(officer).get(reverse("measures:sums"))

    assert [row.name for row in page.context["indicators"]] == ["Ấn phẩm", "bằng sáng chế", "Đề tài", "Dự án"]


@pytest.mark.parametrize(
    ("years", "told"),
    [("?tu=2030&den=2020", 1), ("?tu=2020&den=2030", 0), ("?tu=2026&den=2026", 0), ("?tu=2030", 0), ("?den=2020", 0), ("", 0)],
)
def test_page_of_sums_tells_of_years_the_wrong_way_round(officer, signed_in, years, told):
    page = signed_in(officer).get(reverse("measures:sums") + years)

    words = "Từ năm 2030 đến năm 2020: năm đầu sau năm cuối nên không có số liệu nào."
    assert page.content.decode().count(words) == told


def test_first_and_last_form_by_letters_are_the_rough_and_the_named_zero():
    """A sum tells by its least form whether one figure is rough, and whether all are zeros that are named."""
    assert (min(Form.values), max(Form.values)) == (Form.ABOUT, Form.ZERO)


@pytest.mark.parametrize("rest", [Figure.zero(), Figure.about(Decimal(3)), Figure.not_reported(), Figure.exact(Decimal(3))])
def test_named_zero_beside_any_other_form_is_a_number(standing, officer, rest):
    a_figure(standing, Figure.zero())
    a_figure(standing, rest, period=Term.of("2025"))

    told = {"zero": "Không phát sinh", "about": "khoảng 3", "not_reported": "0", "exact": "3"}
    assert only(officer) == told[rest.form]


def test_days_are_read_as_django_reads_them(standing, officer):
    a_figure(standing, 1)

    day = list(Observation.objects.values_list("period_first", flat=True))
    assert day == [date(2026, 1, 1)]


def test_places_of_sums_are_those_of_the_gazetteer(places):
    known = Territories(ON).places

    assert len(known) == Place.objects.count()
    place = places["ha-noi"]
    assert known[place.pk] == (
        place.pk, place.code, place.name, place.kind, place.within_id, place.since, place.until, place.search_key
    )  # fmt: skip


def test_sums_ask_in_few_statements(standing, officer, places, django_assert_num_queries):
    """A sum of a territory asks for places, successions, agencies, rules, doors and who keeps figures of it once each, and one statement
    for each way into the index.
    """
    for number in range(3):
        a_figure(standing, number, place=places["ha-noi"], field=f"lĩnh vực {number}")
    list(officer.standing)

    with django_assert_num_queries(8):
        roll_up(officer, Asked(territory=places["ha-noi"].pk, by_field=True, by_period=True), Territories(ON))


def statements(user, asked):
    """The statements that add, as asked."""
    with CaptureQueriesContext(connection) as taken:
        roll_up(user, asked, Territories(ON))
    return [one["sql"] for one in taken.captured_queries if "SUM(" in one["sql"]]


def plan_of(statement):
    """SQLite's plan of a statement: how it reads the figures, and what it sorts."""
    with connection.cursor() as cursor:
        told = [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()]
    return [line for line in told if "measures_observation" in line or "TEMP B-TREE" in line]


def looked_up(index, *further):
    """The line of a plan in which the figures are read from an index alone, by what it looks them up in it."""
    asked = " AND ".join(f"{name}=?" for name in ("owner_id", "stage", "span", *further))
    return f"SEARCH measures_observation USING COVERING INDEX {index} ({asked})"


IN_TIME, BY_PARTS = "observation_rolled_up", "observation_rolled_up_by_parts"
ADDED_AGAIN = ["USE TEMP B-TREE FOR GROUP BY"]
"""Groups of the owners and places where those are not told apart: few beside the rows, which are never sorted."""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells a plan in SQLite's words")
@pytest.mark.parametrize(
    ("asked", "index", "sorted_then"),
    [
        ("", BY_PARTS, ADDED_AGAIN),  # either index would serve
        ("period", IN_TIME, ADDED_AGAIN),
        ("period field", IN_TIME, ADDED_AGAIN),
        ("period territory", IN_TIME, []),
        ("period agency territory", BY_PARTS, []),  # either
        ("field", BY_PARTS, ADDED_AGAIN),
        ("agency", BY_PARTS, ADDED_AGAIN),
        ("agency territory", BY_PARTS, []),
    ],
)
def test_a_sum_reads_an_index_in_its_order(standing, officer, asked, index, sorted_then):
    """Never the rows themselves: thirty times slower where the right to see leads to other indexes. Nor are figures sorted before they
    are added, which takes longer than adding them.
    """
    a_figure(standing, 1)

    (said,) = statements(officer, Asked(**{f"by_{name}": True for name in asked.split()}))

    assert plan_of(said) == [looked_up(index), *sorted_then]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells a plan in SQLite's words")
def test_a_sum_of_one_owner_and_place_is_added_once(standing, officer, places):
    a_figure(standing, 1, place=places["ha-noi"])

    (said,) = statements(officer, Asked(territory=places["ha-noi"].pk, by_period=True, by_field=True))

    assert plan_of(said) == [looked_up(IN_TIME, "place_id")]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells a plan in SQLite's words")
@pytest.mark.parametrize("asked", [{}, {"by_field": True}, {"by_period": True}])
def test_a_sum_of_some_indicators_looks_them_up_in_its_index(standing, officer, places, asked):
    """Not by the index of indicators, nor reading all its own: of two places, by the last period and otherwise."""
    for rule in ("sum", "last"):
        for place in ("ha-noi", "hai-phong"):
            a_figure(standing, 1, rule=rule, unit=rule, place=places[place])
    indicators = frozenset(Indicator.objects.values_list("pk", flat=True))

    for territory in (None, places["ha-noi"].pk):
        for said in statements(officer, Asked(indicators=indicators, territory=territory, **asked)):
            assert plan_of(said)[0] in [looked_up(index, "place_id", "indicator_id") for index in (IN_TIME, BY_PARTS)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells a plan in SQLite's words")
def test_a_sum_of_too_many_reads_on_in_its_index(standing, officer, places, monkeypatch):
    a_figure(standing, 1, place=places["ha-noi"])
    monkeypatch.setattr(groups, "MOST_LOOKED_UP", 0)

    (said,) = statements(officer, Asked(indicators=frozenset(Indicator.objects.values_list("pk", flat=True))))

    assert plan_of(said) == [looked_up(BY_PARTS, "place_id")]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="tells a plan in SQLite's words")
@pytest.mark.parametrize(
    ("gone", "plan"),
    [
        ([BY_PARTS], [looked_up(IN_TIME), *ADDED_AGAIN]),
        ([BY_PARTS, IN_TIME], ["SEARCH measures_observation USING INDEX measures_observation_owner_id_6e33eabe (owner_id=?)", *ADDED_AGAIN]),
    ],
)  # fmt: skip
def test_without_its_index_a_sum_would_sort_the_figures_or_read_the_rows(standing, officer, gone, plan):
    """What the tests of plans would miss, did any index serve."""
    a_figure(standing, 1)
    (said,) = statements(officer, Asked(by_field=True, by_territory=True))
    assert plan_of(said) == [looked_up(BY_PARTS)]

    with connection.cursor() as cursor:
        for index in gone:
            cursor.execute(f"DROP INDEX {index}")

    assert plan_of(said) == plan
