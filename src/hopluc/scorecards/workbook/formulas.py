"""The steps of an index as formulas of a spreadsheet. A cell without a number holds an empty text, never a zero.

Only functions that Excel 2007 and LibreOffice share are used. A method that no formula can tell gives None: its cells are values.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hopluc.scorecards.definition import Aggregate, Grade, Normalise

LONGEST: Final = 8_000
"""Excel takes formulas of 8,192 letters."""
ALIKE: Final = "1E-10"
"""Scores no further apart share a rank, lest units alike be parted by the last bit of a sum."""
MOST_PARTS: Final = 250
"""A function takes 255 arguments."""
MIDDLES: Final[Mapping[str, str]] = {"mean": "AVERAGE", "median": "MEDIAN"}
"""The ways to fill a gap from the other units that a formula tells."""
_LOWEST: Final = "-1E+307"


@dataclass(frozen=True)
class Place:
    """What a normalised cell is made of: the cell and its column before, which way is better, the rule, and the cells it is measured against."""

    cell: str
    column: str
    direction: int
    rule: Normalise
    low: str = ""
    high: str = ""
    target: str = ""
    reference: str = ""


def number(value: float) -> str:
    """A number in a formula.

    >>> number(100.0), number(-0.5), number(1e-9)
    ('100', '(-0.5)', '1E-09')
    """
    exact = float(value)
    told = f"{exact:.0f}" if exact.is_integer() and abs(exact) < 1e15 else repr(exact).upper()
    return f"({told})" if told.startswith("-") else told


def where_known(cell: str, told: str) -> str:
    """A formula that is empty where the cell before is, or where it cannot be worked out."""
    return f'=IF(ISNUMBER({cell}),IFERROR({told},""),"")'


def divided(cell: str, size: str, scale: float) -> str:
    """A figure divided by the size of its unit."""
    return where_known(cell, f"{cell}/{size}*{number(scale)}")


def filled(cell: str, column: str, method: str) -> str:
    """A figure, or the middle of its column where it is missing."""
    return f'=IF(ISNUMBER({cell}),{cell},IFERROR({MIDDLES[method]}({column}),""))'


def drawn_in(cell: str, low: str, high: str) -> str:
    """A figure drawn in to the least and greatest that outliers were set to; "" where a side was not."""
    told = cell
    if high:
        told = f"MIN({told},{high})"
    if low:
        told = f"MAX({told},{low})"
    return where_known(cell, told)


def graded(cell: str, grades: Sequence[Grade]) -> str:
    """The points of a look-up table."""
    thresholds = [_LOWEST, *(repr(float(grade.at_least or 0.0)) for grade in grades[1:])]
    points = [repr(float(grade.points)) for grade in grades]
    return where_known(cell, f"LOOKUP({cell},{{{','.join(thresholds)}}},{{{','.join(points)}}})")


def normalised(place: Place) -> str | None:
    """A figure brought to the scale of scores by the method of its rule."""
    rule = place.rule
    low, high = 0.0 if rule.low is None else rule.low, 100.0 if rule.high is None else rule.high
    if rule.method in _SHARES:
        return where_known(place.cell, _stretched(_SHARES[rule.method](place), low, high))
    found = _SCORES[rule.method](place)
    if rule.low is None or rule.high is None:
        return where_known(place.cell, found)
    if rule.method == "z-score" and rule.spread <= 0:
        return None
    return where_known(place.cell, _stretched(_REACHED[rule.method](place), low, high))


def _stretched(share: str, low: float, high: float) -> str:
    return f"({share})*{number(high - low)}+{number(low)}"


def _min_max(place: Place) -> str:
    return _way(place, f"MIN({place.column})", f"MAX({place.column})")


def _way(place: Place, least: str, greatest: str) -> str:
    """Where the cell stands from the worse end to the better; the ends are those of the values as they are."""
    x = place.cell
    return f"({x}-{least})/({greatest}-{least})" if place.direction > 0 else f"({greatest}-{x})/({greatest}-{least})"


def _towards(place: Place, mark: str) -> str:
    """Where the cell stands on the way from the worst value there is to a mark."""
    worst = f"MIN({place.column})" if place.direction > 0 else f"MAX({place.column})"
    told = f"({place.cell}-{worst})/({mark}-{worst})"
    return f"MIN(1,{told})" if place.rule.capped else told


def _goalposts(place: Place) -> str:
    told = _way(place, place.low, place.high)
    return told if place.rule.capped is False else f"MAX(0,MIN(1,{told}))"


def _fraction(place: Place) -> str:
    best = f"MAX({place.column})" if place.direction > 0 else f"MIN({place.column})"
    return f"{place.cell}/{best}"


def _scaled(place: Place) -> str:
    sign = "" if place.direction > 0 else "-"
    return f"({sign}{place.cell}-{number(place.rule.bounds.low)})/({number(place.rule.bounds.high)}-{number(place.rule.bounds.low)})"


def _percentile(place: Place) -> str:
    return f"({_ranked(place)}-1)/(COUNT({place.column})-1)"


def _z_score(place: Place) -> str:
    sign = "" if place.direction > 0 else "-"
    told = f"{sign}({place.cell}-AVERAGE({place.column}))/STDEV({place.column})"
    return f"({told})*{number(place.rule.spread)}+{number(place.rule.mean)}"


def _ranked(place: Place) -> str:
    return _rank_of(place.cell, place)


def _rank_of(what: str, place: Place) -> str:
    """1 for the worst; values alike share the lowest rank, or their average."""
    column = place.column
    up, down = (1, 0) if place.direction > 0 else (0, 1)
    first = f"RANK({what},{column},{up})"
    return first if place.rule.ties != "average" else f"({first}+COUNT({column})+1-RANK({what},{column},{down}))/2"


def _borda(place: Place) -> str:
    return f"{_ranked(place)}-1"


def _rank_way(place: Place) -> str:
    ends = (f"MIN({place.column})", f"MAX({place.column})")
    worst, best = (_rank_of(end, place) for end in (ends if place.direction > 0 else ends[::-1]))
    return f"({_ranked(place)}-{worst})/({best}-{worst})"


def _as_it_is(place: Place) -> str:
    return place.cell


def _plain_way(place: Place) -> str:
    """From the least to the greatest, whichever way is better."""
    return f"({place.cell}-MIN({place.column}))/(MAX({place.column})-MIN({place.column}))"


def ranked(cell: str, column: str) -> str:
    """The rank of a score in its column, 1 for the highest."""
    return where_known(cell, f"1+SUMPRODUCT(ISNUMBER({column})*({column}>{cell}+{ALIKE}))")


Told = Callable[[Place], str]
_SHARES: Final[Mapping[str, Told]] = {
    "min-max": _min_max,
    "percentile-rank": _percentile,
    "distance-to-target": lambda place: _towards(place, place.target),
    "distance-to-maximum": _min_max,
    "distance-to-reference": lambda place: _towards(place, place.reference),
    "goalposts": _goalposts,
    "fraction-of-maximum": _fraction,
    "scaled": _scaled,
}
_SCORES: Final[Mapping[str, Told]] = {"z-score": _z_score, "rank": _ranked, "borda": _borda, "none": _as_it_is}
_REACHED: Final[Mapping[str, Told]] = {"z-score": _min_max, "rank": _rank_way, "borda": _rank_way, "none": _plain_way}
"""The methods whose scores have a range of their own, and the same stretched from their least to their greatest."""


@dataclass(frozen=True)
class Parts:
    """The parts of a group: their cells, the cells of their weights, and the power of the mean."""

    cells: Sequence[str]
    weights: Sequence[str]
    power: float

    def summed(self, told: str) -> str:
        """Σ of a term over the parts that are there; `told` names part and weight as {x} and {w}."""
        terms = (f"IF(ISNUMBER({x}),{told.format(x=x, w=w)},0)" for x, w in zip(self.cells, self.weights, strict=True))
        return f"({'+'.join(terms)})"

    @property
    def weighted(self) -> str:
        """Σ w x of the parts that are there."""
        return "+".join(f"N({x})*{w}" for x, w in zip(self.cells, self.weights, strict=True))

    @property
    def weight(self) -> str:
        """Σ w of the parts that are there."""
        return f"({'+'.join(f'ISNUMBER({x})*{w}' for x, w in zip(self.cells, self.weights, strict=True))})"


def aggregated(cells: Sequence[str], weights: Sequence[str], rule: Aggregate) -> str | None:
    """The score of a group from the cells of its parts and of their weights; None where no formula tells the method, or it is too long."""
    method = "geometric" if rule.method == "generalised" and rule.power == 0 else rule.method
    if method not in _MEANS:
        return None
    mean = _MEANS[method](Parts(cells, weights, rule.power))
    least = len(cells) if method == "sum" else max(1, rule.parts, _fewest(rule.coverage, len(cells)))
    told = mean if rule.cap is None else f"MIN({mean},{number(rule.cap)})"
    formula = f'=IF(COUNT({",".join(cells)})>={least},IFERROR({told},""),"")'
    return formula if len(formula) <= LONGEST and len(cells) <= MOST_PARTS else None


def _fewest(coverage: float, parts: int) -> int:
    """The fewest parts whose share of all reaches the coverage."""
    return next(there for there in range(parts + 1) if there / parts >= coverage)


def _arithmetic(parts: Parts) -> str:
    return f"({parts.weighted})/{parts.weight}"


def _geometric(parts: Parts) -> str:
    return f"EXP({parts.summed('{w}*LN({x})')}/{parts.weight})"


def _harmonic(parts: Parts) -> str:
    return f"{parts.weight}/{parts.summed('{w}/{x}')}"


def _generalised(parts: Parts) -> str:
    power = number(parts.power)
    return f"({parts.summed(f'{{w}}*{{x}}^{power}')}/{parts.weight})^(1/{power})"


def _minimum(parts: Parts) -> str:
    return f"MIN({','.join(parts.cells)})"


def _total(parts: Parts) -> str:
    return parts.weighted


def _mazziotta_pareto(parts: Parts) -> str:
    return _penalised(parts, "-")


def _mazziotta_pareto_up(parts: Parts) -> str:
    return _penalised(parts, "+")


def _penalised(parts: Parts, sign: str) -> str:
    """The mean, less or more by its variance as a share of it."""
    mean = f"({_arithmetic(parts)})"
    return f"{mean}{sign}({parts.summed('{w}*{x}^2')}/{parts.weight}-{mean}^2)/{mean}"


_MEANS: Final[Mapping[str, Callable[[Parts], str]]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "generalised": _generalised,
    "minimum": _minimum,
    "sum": _total,
    "mazziotta-pareto": _mazziotta_pareto,
    "mazziotta-pareto-up": _mazziotta_pareto_up,
}
