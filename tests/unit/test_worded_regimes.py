"""Regimes and outlines of returns as an office words them: what is wrong with one is told."""

from dataclasses import replace
from datetime import date

import pytest

from hopluc.errors import WrongDefinition
from hopluc.load import as_yaml
from hopluc.regimes import OwnRegime, Regime, nearest_window, own_regime_in, regime_faults, regimes_on
from hopluc.reporting import AskedFigure, AskedPart, ReturnOutline, return_faults, return_outline_in, return_outlines
from hopluc.reporting.return_outline import MOST_ASKED

MONTHLY = Regime("thang", "Báo cáo tháng", 1, 1, 21, 20, 3, "Quyết định của Ủy ban nhân dân")
ASKED = ReturnOutline(
    "don-vi", "Báo cáo của đơn vị", "Kết luận", (AskedPart("Kết quả", figures=(AskedFigure("Số lớp", "lớp"),)),)
)


def test_a_regime_written_as_yaml_is_read_back_the_same() -> None:
    made = OwnRegime(replace(MONTHLY, due_day=25), ("Sở Tài chính",), "don-vi")

    assert own_regime_in(as_yaml(made), "x.yaml") == made
    assert (made.code, made.name, made.source) == ("thang", "Báo cáo tháng", "Quyết định của Ủy ban nhân dân")


def test_the_regimes_of_the_package_have_no_fault() -> None:
    assert [fault for one in regimes_on(date(2026, 11, 22)) for fault in regime_faults(one)] == []


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"months": 2}, ["months"]),
        ({"cut_off_day": 28, "first_day": 29}, ["cut_off_day"]),
        ({"cut_off_day": -1}, ["cut_off_day"]),
        ({"first_day": 22}, ["first_day"]),
        ({"cut_off_day": 0}, ["first_day"]),
        ({"working_days": 61}, ["working_days"]),
        ({"due_day": 32}, ["due_day"]),
        ({"due_day": 5}, ["due_day"]),
        ({"due_day": 5, "due_after": 1}, []),
        ({"due_day": 5, "due_after": 7}, ["due_day"]),
        ({"cut_off_day": 0, "first_day": 1, "begins_before": 0}, []),
    ],
)
def test_what_is_wrong_with_a_regime_is_told_by_its_key(changes: dict[str, int], keys: list[str]) -> None:
    assert [key for key, _reason in regime_faults(replace(MONTHLY, **changes))] == keys


def test_a_wrong_regime_is_refused_with_file_and_key() -> None:
    with pytest.raises(WrongDefinition) as refused:
        own_regime_in(as_yaml(OwnRegime(replace(MONTHLY, months=2))), "thang.yaml")

    assert (refused.value.details["file"], refused.value.details["key"]) == ("thang.yaml", "regime.months")


def test_each_period_of_a_monthly_regime_begins_the_day_after_the_one_before() -> None:
    windows = [nearest_window(MONTHLY, date(2026, month, 1)) for month in (5, 6)]

    assert [(one.first, one.last) for one in windows] == [
        (date(2026, 4, 21), date(2026, 5, 20)),
        (date(2026, 5, 21), date(2026, 6, 20)),
    ]


def test_the_return_outlines_of_the_package_are_read_back_the_same() -> None:
    assert [return_outline_in(as_yaml(one), "x.yaml") == one for one in return_outlines()] == [True]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((), [(None, "parts")]),
        ((AskedPart(" "),), [(0, "title")]),
        ((AskedPart("Kết quả", kind="hopes"),), [(0, "kind")]),
        ((AskedPart("Kết quả", figures=(AskedFigure(" "),)),), [(0, "figures")]),
        ((AskedPart("Kết quả", figures=(AskedFigure("Số lớp", "lớp"), AskedFigure("số lớp", "lớp"))),), [(0, "figures")]),
        ((AskedPart("Kết quả", figures=(AskedFigure("Số lớp", "lớp"), AskedFigure("Số lớp", "người"))),), []),
        (tuple(AskedPart(f"Mục {n}") for n in range(MOST_ASKED + 1)), [(None, "parts")]),
    ],
)
def test_what_is_wrong_with_a_return_outline_is_told_by_its_place(parts: tuple[AskedPart, ...], told: list[object]) -> None:
    assert [(fault.place, fault.field) for fault in return_faults(replace(ASKED, parts=parts))] == told


@pytest.mark.parametrize(("parts", "key"), [((), "parts"), ((AskedPart(""),), "mục thứ 1"), ((AskedPart("A", kind="x"),), "A")])
def test_a_wrong_return_outline_is_refused_with_file_and_part(parts: tuple[AskedPart, ...], key: str) -> None:
    with pytest.raises(WrongDefinition) as refused:
        return_outline_in(as_yaml(replace(ASKED, parts=parts)), "don-vi.yaml")

    assert refused.value.details["key"] == key
