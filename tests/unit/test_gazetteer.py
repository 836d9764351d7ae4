"""Places and organisations by name and day, and what took their place."""

from datetime import date

import pytest

from hopluc import gazetteer
from hopluc.dated import held_on

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def provinces_on(day: date) -> list[gazetteer.Place]:
    return [place for place in held_on(gazetteer.places(), day) if place.kind != "vùng"]


@pytest.mark.parametrize(("day", "count", "cities"), [(BEFORE, 63, 6), (AFTER, 34, 6), (date(2026, 4, 30), 34, 7)])
def test_the_provinces_of_a_day_are_all_there(day: date, count: int, cities: int) -> None:
    provinces = provinces_on(day)

    assert (len(provinces), sum(place.kind == "thành phố" for place in provinces)) == (count, cities)


def test_no_two_provinces_of_a_day_share_a_code() -> None:
    codes = [place.official_code for place in provinces_on(AFTER)]

    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("day", "code"), [(BEFORE, "27"), (AFTER, "24")])
def test_a_name_may_change_its_code(day: date, code: str) -> None:
    assert [place.official_code for place in gazetteer.places_named("Bắc Ninh", day)] == [code]


@pytest.mark.parametrize("name", ["Khánh Hoà", "khánh hòa", "tỉnh Khánh Hòa"])
def test_a_place_is_found_in_any_spelling(name: str) -> None:
    assert [place.code for place in gazetteer.places_named(name, BEFORE)] == ["khanh-hoa"]


def test_a_name_is_unknown_on_a_day_it_was_not_borne() -> None:
    assert gazetteer.places_named("Bắc Giang", AFTER) == []


def test_a_region_goes_by_its_name_alone() -> None:
    region = next(place for place in gazetteer.places() if place.code == "tay-nguyen")

    assert region.full_name == "Tây Nguyên"


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("bac-giang", BEFORE, "Bắc Giang"),
        ("bac-giang", AFTER, "Bắc Ninh"),
        ("binh-phuoc", date(2026, 5, 1), "Đồng Nai"),
        ("bo-thong-tin-va-truyen-thong", date(2026, 1, 1), "Bộ Khoa học và Công nghệ"),
        ("uy-ban-khoa-hoc-va-ky-thuat-nha-nuoc", date(2026, 1, 1), "Bộ Khoa học và Công nghệ"),
        ("dp-so-ke-hoach-va-dau-tu", date(2025, 3, 1), "Sở Tài chính"),
    ],
)
def test_the_heir_follows_every_succession(code: str, day: date, name: str) -> None:
    heir = gazetteer.heir(code, day)

    assert heir is not None
    assert heir.name == name


@pytest.mark.parametrize(("code", "day"), [("bac-ninh-2025", BEFORE), ("hoi-dong-nha-nuoc", AFTER)])
def test_nothing_inherits_before_the_first_day_or_without_successor(code: str, day: date) -> None:
    assert gazetteer.heir(code, day) is None


def test_every_successor_and_parent_is_known() -> None:
    known = {row.code for row in (*gazetteer.places(), *gazetteer.organisations(), *gazetteer.local_organisations())}
    named = {row.successor for row in (*gazetteer.places(), *gazetteer.organisations(), *gazetteer.local_organisations())}
    parents = {row.parent for row in gazetteer.organisations()}

    assert (named | parents) - {None} - known == set()


def test_a_foreign_city_has_its_country() -> None:
    countries = {row.code for row in gazetteer.foreign_places() if row.kind == "quốc gia"}

    assert {row.parent for row in gazetteer.foreign_places() if row.kind != "quốc gia"} - countries == set()


def test_every_table_has_rows_with_a_source() -> None:
    tables = (
        gazetteer.places(),
        gazetteer.foreign_places(),
        gazetteer.organisations(),
        gazetteer.local_organisations(),
        gazetteer.heads(),
        gazetteer.name_words(),
        gazetteer.abbreviations(),
        gazetteer.surnames(),
        gazetteer.titles(),
    )

    assert [row for table in tables for row in table if not row.source] == []
    assert [len(table) > 50 for table in tables] == [True] * len(tables)
