"""The map of scores: each province on its square, islands among them, former provinces by what they became."""

import csv
import io
from datetime import date

import numpy as np
import pytest
from django.urls import reverse

import factories
import small_index
from hopluc.dated import held_on
from hopluc.gazetteer import places
from hopluc.scorecards.written import STAMP
from hopluc.web.observatory import actions
from hopluc.web.observatory.territory import are_former, provinces_of

TODAY = date(2026, 1, 1)
KINDS = ("tỉnh", "thành phố")
NOW = [place.name for place in held_on(places(), TODAY) if place.kind in KINDS]
FORMER = [place.name for place in held_on(places(), date(2024, 12, 31)) if place.kind in KINDS]


def edition_of(names, standing, officer, year=2026):
    """An edition of these units, filled with figures that differ from unit to unit."""
    framework = actions.add_framework(standing, by=officer, definition=small_index.definition(), came_from="minh-hoa.yaml")
    units = [actions.NewUnit(f"u{place:02}", name) for place, name in enumerate(names)]
    edition = actions.open_edition(framework, by=officer, year=year, units=units, home="u00")
    draws = np.random.default_rng(3)
    for series in edition.series.all():
        given = {
            unit.code: actions.Given(value, str(value), confirmed="Đúng")
            for unit in units
            for value in (round(float(draws.uniform(10, 90)), 2),)
        }
        actions.enter_figures(series, by=officer, given=given)
    return actions.compute_edition(edition, by=officer, replicates=0)


def shown(browser, result, **asked):
    return browser.get(reverse("observatory:score_map", args=[result.pk]), asked)


def test_all_63_former_provinces_have_a_square_of_today():
    found = provinces_of(FORMER, TODAY)

    assert (len(NOW), len(FORMER), sorted(found)) == (34, 63, sorted(FORMER))
    assert sorted({place.name for place in found.values()}) == sorted(NOW)
    assert are_former(FORMER, TODAY)
    assert not are_former(NOW, TODAY)


def test_every_province_stands_on_its_square_and_leads_to_its_profile(standing, officer, signed_in):
    result = edition_of(NOW, standing, officer)

    answer = shown(signed_in(officer), result)

    found = answer.context["map"]
    lands = [square for square in found.drawing.squares if not square.islands]
    assert sorted(square.name for square in lands) == sorted(NOW)
    assert {square.level for square in lands} == {1, 2, 3, 4}
    profiles = {reverse("observatory:profile", args=[result.pk, unit.pk]) for unit in result.edition.units.all()}
    assert {square.address for square in found.drawing.squares} == profiles
    assert sorted(square.islands for square in found.drawing.squares if square.islands) == ["Hoàng Sa", "Trường Sa"]
    assert [square.name for square in found.drawing.squares if square.is_home and not square.islands] == [NOW[0]]
    assert STAMP in answer.content.decode()


def test_islands_lead_to_the_profile_of_their_province(standing, officer, signed_in):
    result = edition_of(NOW, standing, officer)

    squares = shown(signed_in(officer), result).context["map"].drawing.squares

    by_name = {square.name: square.address for square in squares if not square.islands}
    assert {square.islands: by_name[square.name] == square.address for square in squares if square.islands} == {
        "Hoàng Sa": True,
        "Trường Sa": True,
    }


def test_the_map_tells_the_highest_and_the_lowest(standing, officer, signed_in):
    found = shown(signed_in(officer), edition_of(NOW, standing, officer), nhom="human").context["map"]

    high, low = found.units[0], found.units[-1]
    said = [f"{unit.score:.1f}".replace(".", ",") for unit in (high, low)]
    assert found.sentence == (
        f"Nhân lực: 34 tỉnh, thành phố có điểm; cao nhất là {high.name} ({said[0]}), thấp nhất là {low.name} ({said[1]})."
    )


def test_former_provinces_stand_on_the_square_of_what_they_became(standing, officer, signed_in):
    former = ["Hà Giang", "Tuyên Quang", "Hà Nội", "Vĩnh Phúc", "Phú Thọ", "Hòa Bình"]
    result = edition_of(former, standing, officer, year=2024)

    found = shown(signed_in(officer), result).context["map"]

    said = {square.name: square for square in found.drawing.squares if square.said}
    assert sorted(said) == ["Hà Nội", "Phú Thọ", "Tuyên Quang"]
    assert said["Tuyên Quang"].address == "#bang"
    assert " - " in said["Tuyên Quang"].said
    assert len(found.units) == 6


def test_names_of_both_times_are_told_by_the_list_they_stand_in():
    alone, together = provinces_of(["Tuyên Quang"], TODAY), provinces_of(["Tuyên Quang", "Hà Giang"], TODAY)

    assert alone["Tuyên Quang"].code == "tuyen-quang-2025"
    assert {place.code for place in together.values()} == {"tuyen-quang-2025"}
    assert (are_former(["Tuyên Quang"], TODAY), are_former(["Tuyên Quang", "Hà Giang"], TODAY)) == (False, True)


def test_units_that_are_no_province_are_in_the_table_alone(edition, officer, signed_in):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)

    answer = shown(signed_in(officer), result)

    found = answer.context["map"]
    assert (found.is_empty, "<figure" in answer.content.decode()) == (True, False)
    assert [unit.rank for unit in found.units] == [1, 1, 3, 4, 5]
    assert found.sentence == (
        "Không đơn vị nào có điểm trong kỳ này là tỉnh, thành phố trên sơ đồ; điểm của các đơn vị ở bảng bên dưới."
    )


@pytest.mark.parametrize("code", ["human", "patents"])
def test_the_map_of_a_part_is_a_file_under_the_stamp(code, standing, officer, signed_in):
    result = edition_of(NOW[:5], standing, officer)
    answer = signed_in(officer).get(reverse("observatory:score_map_file", args=[result.pk]), {"nhom": code})

    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))

    assert rows[0] == ["rank", "uCode", "uName", "province", f"score_{code}"]
    assert [row[0] for row in rows[1:6]] == ["1", "2", "3", "4", "5"]
    assert rows[-1] == [STAMP]
