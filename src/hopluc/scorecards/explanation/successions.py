"""Back-casting (tính lại theo địa giới mới): the figures of former units as those of the units that took their place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from hopluc.errors import WrongDefinition
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition, Indicator

Merge = Callable[[Floats, Floats], float]


def total(values: Floats, sizes: Floats) -> float:  # noqa: ARG001 (rules are called alike)
    """The sum, for counts and sums of money: missing where any part is, for part of a sum is no sum."""
    return float(values.sum())


def mean(values: Floats, sizes: Floats) -> float:
    """The mean by size, for shares and ratios whose parts are not at hand (an estimate): missing where any part is."""
    whole = sizes.sum()
    return float((values * sizes).sum() / whole) if whole > 0 else float("nan")


def highest(values: Floats, sizes: Floats) -> float:  # noqa: ARG001
    """The greatest, for what one part has for all."""
    return float(values.max())


def asked_again(values: Floats, sizes: Floats) -> float:  # noqa: ARG001
    """Nothing: a survey of the former units says nothing of the new one. A unit that did not change keeps its figure."""
    return float("nan") if len(values) > 1 else float(values[0])


RULES: Final[Mapping[str, Merge]] = {"sum": total, "mean": mean, "max": highest, "ask": asked_again}


_MEASURES: Final = frozenset({"", "%", "‰", "điểm", "hạng", "bậc", "lần", "ngày", "giờ", "tháng", "năm"})
"""Units of measure whose figures cannot be added: shares, marks, lengths of time."""


def usual_rules(definition: Definition) -> dict[str, str]:
    """The rule for each indicator where nobody says: what is divided by a size, and counts and sums of money, are added; shares, marks
    and rates are averaged by size (an estimate); what is answered by a word, or read from a table of grades, is asked again.
    """

    def rule(one: Indicator) -> str:
        if one.denominator is not None:
            return "sum"
        if one.scale.kind != "ratio":
            return "ask"
        return "mean" if one.unit.strip().casefold() in _MEASURES or "/" in one.unit else "sum"

    return {one.code: rule(one) for one in definition.indicators}


def recast(data: Data, successors: Mapping[str, str], rules: Mapping[str, str], size: str | None = None) -> Data:
    """The data of the new units, in order of first mention. `successors` names for each former unit the one that took its place.

    `rules` names for each code how parts become a whole (`RULES`); a denominator is a sum. `size` is the denominator whose
    figures weigh a mean. A ratio is kept exact by giving numerator and denominator apart: both are sums, and the step
    `denominate` divides them. Raises WrongDefinition for a unit without a successor or a code without a rule.
    """
    _refuse(data, successors, rules, size)
    groups: dict[str, list[int]] = {}
    for row, unit in enumerate(data.units):
        groups.setdefault(successors[unit], []).append(row)
    weights = np.ones(len(data.units)) if size is None else data.denominators[size]
    values = np.array(
        [
            [RULES[rules[code]](data.values[rows, column], weights[rows]) for column, code in enumerate(data.codes)]
            for rows in groups.values()
        ]
    )
    return replace(
        data,
        units=tuple(groups),
        values=values,
        names=(),
        denominators={
            code: np.array([figures[rows].sum() for rows in groups.values()]) for code, figures in data.denominators.items()
        },
        classes={code: tuple(words[rows[0]] for rows in groups.values()) for code, words in data.classes.items()},
        years=(),
        lines=(),
    )


def _refuse(data: Data, successors: Mapping[str, str], rules: Mapping[str, str], size: str | None) -> None:
    problems: Sequence[tuple[str, str]] = (
        *((unit, "địa phương này chưa có đơn vị kế thừa") for unit in data.units if unit not in successors),
        *((code, f"chưa nêu quy tắc gộp ({', '.join(RULES)})") for code in data.codes if rules.get(code) not in RULES),
        *(((size, "không có cột quy mô này"),) if size is not None and size not in data.denominators else ()),
        *((("years", "tính lại từng năm một, không tính cả chuỗi năm"),) if data.years else ()),
    )
    for key, reason in problems:
        raise WrongDefinition(file=data.file, key=key, reason=reason)
