"""The frameworks that come as data (bộ chỉ số có sẵn): how far each is certain, and that published scores agree with its tree."""

from dataclasses import replace

import numpy as np
import pytest

from hopluc.scorecards import Data, Definition, Scores, score, shipped_definitions
from hopluc.scorecards.published import published

KNOWN = {one.file.removesuffix(".yaml"): one for one in shipped_definitions()}


def scored(definition: Definition, **figures: float) -> Scores:
    codes = tuple(one.code for one in definition.indicators)
    return score(definition, Data(("Vĩnh Hà",), codes, np.array([[figures.get(code, np.nan) for code in codes]])))


def points(**by_group: tuple[int, float]) -> dict[str, float]:
    return {f"{group}{place}": value for group, (count, value) in by_group.items() for place in range(1, count + 1)}


def test_the_innovation_index_of_a_province_is_the_mean_of_inputs_and_outputs() -> None:
    """Huế 2025: 51,50 and 47,23 were published, and 49,37 for the whole."""
    told = {one.group: one.score for one in published("pii", "2025") if one.unit == "Huế"}
    pii = KNOWN["pii-2025"]
    above = tuple(replace(group, parent=None) for group in pii.groups if group.code == "PII")
    halves = replace(
        pii,
        groups=above,
        indicators=tuple(replace(pii.indicators[0], code=code, parent="PII") for code in ("IN", "OUT")),
        steps=replace(pii.steps, normalise=replace(pii.steps.normalise, method="none", low=None, high=None)),
    )

    whole = scored(halves, IN=told["IN"] or 0, OUT=told["OUT"] or 0).of("PII")[0]
    assert whole == pytest.approx(49.365)
    assert abs(whole - (told["PII"] or 0)) <= 0.005 + 1e-9


@pytest.mark.parametrize("edition", ["2023", "2024", "2025"])
def test_the_innovation_index_has_52_indicators_in_seven_pillars_and_is_no_official_list(edition: str) -> None:
    pii = KNOWN[f"pii-{edition}"]
    counts = [sum(one.code.startswith(f"P{pillar}.") for one in pii.indicators) for pillar in range(1, 8)]

    assert (len(pii.indicators), pii.status) == (52, "reconstructed")
    assert counts[:3] == [7, 7, 5]
    assert {group.code: group.parent for group in pii.groups if group.code in ("P5", "P6", "IN")} == {
        "P5": "IN",
        "P6": "OUT",
        "IN": "PII",
    }


def test_published_ranks_follow_published_scores() -> None:
    for edition in ("2023", "2024", "2025"):
        told = sorted(
            (one.rank, -(one.score or 0)) for one in published("pii", edition) if one.rank and one.score and one.group == "PII"
        )

        assert told == sorted(told, key=lambda pair: pair[1])
        assert len(told) >= 3


def test_the_five_groups_of_circular_17_hold_a_hundred_points() -> None:
    found = scored(KNOWN["tt-17-2019"], **points(T=(7, 30 / 7), E=(5, 4), O=(5, 3.8), R=(5, 3.4), I=(4, 3.5)))

    assert {code: round(float(found.of(code)[0]), 9) for code in ("T", "E", "O", "R", "I", "TEORI")} == {
        "T": 30, "E": 20, "O": 19, "R": 17, "I": 14, "TEORI": 100,
    }  # fmt: skip


def test_a_group_of_circular_17_never_passes_its_points_and_waits_for_all_its_criteria() -> None:
    over = scored(KNOWN["tt-17-2019"], **points(T=(7, 6), E=(5, 4), O=(5, 3.8), R=(5, 3.4), I=(4, 3.5)))
    open_ = scored(KNOWN["tt-17-2019"], **points(T=(7, 2), E=(5, 4), O=(5, 3.8), R=(5, 3.4), I=(3, 3.5)))

    assert over.of("T")[0] == 30
    assert np.isnan(open_.of("I")[0])
    assert np.isnan(open_.of("TEORI")[0])


def test_a_quadrant_of_iso_18091_is_as_good_as_its_worst_indicator() -> None:
    iso = KNOWN["iso-18091-2019"]
    codes = [one.code for one in iso.indicators]
    found = scored(iso, **dict.fromkeys(codes, 3.0) | {"Q2.3": 1.0, "Q4.1": 2.0})

    assert [float(found.of(f"Q{quadrant}")[0]) for quadrant in range(1, 5)] == [3, 1, 3, 2]
    assert [sum(code.startswith(f"Q{quadrant}.") for code in codes) for quadrant in range(1, 5)] == [11, 8, 12, 8]


def test_a_pillar_of_the_gii_needs_two_of_its_groups() -> None:
    gii = KNOWN["gii-2023"]
    codes = tuple(one.code for one in gii.indicators)
    rows = np.array([[float(place + unit) for place in range(len(codes))] for unit in range(6)])
    rows[0, [place for place, code in enumerate(codes) if code.startswith(("P7.2", "P7.3"))]] = np.nan
    found = score(gii, Data(tuple("abcdef"), codes, rows))

    assert np.isnan(found.of("P7")[0])
    assert found.of("P7")[1] == pytest.approx(20 / 3)
    assert (gii.steps.treat.skewness, gii.steps.treat.kurtosis, gii.steps.treat.points) == (2.25, 3.5, 5)  # type: ignore[union-attr]


def test_the_mean_of_the_pillars_of_ai_readiness() -> None:
    told = {one.group: one.score for one in published("ai-readiness", "2025")}
    found = scored(KNOWN["ai-readiness-2025"], **{code: value for code, value in told.items() if value is not None})

    assert round(float(found.of("AIR")[0]), 2) == 42.39
    assert scored(KNOWN["ai-readiness-2022"], **{"GOV.1": 80, "TEC.1": 50, "DAT.1": 20}).of("AIR")[0] == pytest.approx(50)


def test_the_growth_of_productivity_is_what_capital_and_labour_leave() -> None:
    assert scored(KNOWN["tfp-growth"], gY=8.0, gK=10.0, gL=2.0).of("TFP")[0] == pytest.approx(8 - (0.4 * 10 + 0.6 * 2))
