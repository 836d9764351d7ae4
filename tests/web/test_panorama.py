"""Toàn cảnh: the map has every province and the islands, each mark leads to its rows, and what is told is what may be seen."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.gazetteer import heir, places, province_tiles
from hopluc.web.measures import actions
from hopluc.web.measures.figures import Figure
from hopluc.web.pages.squares import LEVELS
from hopluc.web.panorama.map import level_of, map_of
from hopluc.web.panorama.pages import drawing
from hopluc.web.people.gazetteer import load_gazetteer
from hopluc.web.people.models import Place
from hopluc.web.register import actions as register
from hopluc.web.terms import Term

ON = date(2026, 11, 22)


@pytest.fixture
def provinces(db):
    load_gazetteer(by=None)
    return {place.code: place for place in Place.objects.filter(kind=Place.Kind.PROVINCE)}


def a_figure(agency, number, year="2025", **details):
    counted = actions.find_or_add_indicator(agency, by=None, name="Người được đào tạo", unit="người")
    return actions.record_observation(counted, by=None, figure=Figure.exact(Decimal(number)), period=Term.of(year), **details)


def test_every_province_of_today_has_one_square():
    standing = sorted(place.code for place in places() if place.until is None and place.kind != "vùng")
    squares = [heir(tile.province, ON) for tile in province_tiles() if not tile.islands]

    assert sorted(place.code for place in squares if place is not None) == standing
    assert len(standing) == 34


def test_both_groups_of_islands_are_on_the_map_with_their_province():
    drawn = map_of({}, {}, ON)

    assert [(tile.islands, tile.name) for tile in drawn.squares if tile.islands] == [
        ("Hoàng Sa", "Đà Nẵng"), ("Trường Sa", "Khánh Hòa"),
    ]  # fmt: skip


def test_no_two_squares_stand_on_one_another():
    at = [(tile.column, tile.row) for tile in province_tiles()]

    assert len(set(at)) == len(at) == 36


@pytest.mark.parametrize(("number", "level"), [(0, 1), (24, 1), (25, 2), (99, LEVELS), (100, LEVELS)])
def test_a_square_is_darker_the_greater_its_figure(number, level):
    assert level_of(Figure.exact(Decimal(number)), Decimal(100)) == level


def test_a_square_without_a_figure_is_not_dark():
    assert level_of(Figure.not_reported(), Decimal(100)) == 0


def test_bars_are_in_proportion():
    drawn = drawing("", "", ("", ""), [("a", Figure.exact(Decimal(50)), ""), ("b", Figure.exact(Decimal(100)), "")])

    assert [mark.length for mark in drawn.marks] == [200, 400]


def tasks_of_each_step(programme):
    """One task given only, one begun, one that told of a result, one done."""
    given = [factories.a_task(programme, title=f"Việc {n}") for n in range(4)]
    register.note_progress(given[1], by=None, on=timezone.localdate(), said="in_progress")
    register.note_progress(given[2], by=None, on=timezone.localdate(), said="in_progress", text="Đã có báo cáo giữa kỳ.")
    register.note_progress(given[3], by=None, on=timezone.localdate(), said="done")
    return given


def test_funnel_counts_the_steps_and_each_leads_to_its_tasks(standing, officer, signed_in):
    given = tasks_of_each_step(factories.a_programme(standing))
    browser = signed_in(officer)

    marks = browser.get(reverse("panorama:whole")).context["funnel"].marks

    assert [mark.said for mark in marks] == ["4", "3", "2", "1"]
    for mark, expected in zip(marks, (given, given[1:], given[2:], given[3:]), strict=True):
        assert list(browser.get(mark.address).context["object_list"]) == expected


def test_funnel_of_an_agency_is_of_the_tasks_it_leads(standing, member, officer, signed_in):
    programme = factories.a_programme(standing)
    tasks_of_each_step(programme)
    mine = factories.a_task(programme, lead=member)
    a_figure(standing, 5, reported_by=member)
    browser = signed_in(officer)

    page = browser.get(reverse("panorama:agency", args=[member.pk]))

    assert [mark.said for mark in page.context["funnel"].marks] == ["1", "0", "0", "0"]
    assert list(browser.get(page.context["funnel"].marks[0].address).context["object_list"]) == [mine]


def test_funnel_of_others_is_not_told(standing, stranger, signed_in):
    tasks_of_each_step(factories.a_programme(standing))

    assert signed_in(stranger).get(reverse("panorama:whole")).context["funnel"] is None


def test_a_step_there_is_not(officer, signed_in):
    assert signed_in(officer).get(reverse("panorama:step", args=["khac"])).status_code == 404


def test_map_adds_the_provinces_that_have_merged(standing, officer, signed_in, provinces):
    rows = [a_figure(standing, 30, place=provinces["hai-phong"]), a_figure(standing, 12, place=provinces["hai-duong"])]
    browser = signed_in(officer)

    page = browser.get(reverse("panorama:whole"))
    (square,) = [square for square in page.context["map"].squares if square.said]

    assert (square.name, square.said, square.level) == ("Hải Phòng", "42", LEVELS)
    assert browser.get(square.address).context["rows"] == rows


def test_trend_tells_the_change_and_leads_to_the_years(standing, officer, signed_in, provinces):
    a_figure(standing, 20, "2024", place=provinces["ha-noi"])
    newer = a_figure(standing, 30, "2025", place=provinces["ha-noi"])
    browser = signed_in(officer)

    trend = browser.get(reverse("panorama:whole")).context["trend"]

    assert trend.sentence == "Năm 2024: 20; năm 2025: 30, bằng 150% năm 2024."
    assert browser.get(trend.marks[1].address).context["rows"] == [newer]


def test_province_page_tells_the_figures_of_what_it_was(standing, officer, signed_in, provinces):
    a_figure(standing, 12, place=provinces["hai-duong"])

    page = signed_in(officer).get(reverse("panorama:province", args=[provinces["hai-phong-2025"].pk]))

    assert [[str(figure) for figure, _address in line.cells] for line in page.context["lines"]] == [["12"]]
    assert {place.name for place in page.context["former"]} == {"Hải Phòng", "Hải Dương"}


def test_figures_of_others_are_on_no_page(standing, stranger, signed_in, provinces):
    a_figure(standing, 12, place=provinces["ha-noi"])
    browser = signed_in(stranger)

    assert browser.get(reverse("panorama:province", args=[provinces["ha-noi"].pk])).context["lines"] == []
    assert browser.get(reverse("panorama:whole")).context.get("map") is None


def test_overview_leads_to_the_whole(officer, signed_in):
    assert f'href="{reverse("panorama:whole")}"' in signed_in(officer).get("/").content.decode()
