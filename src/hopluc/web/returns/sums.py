"""What the figures of the received returns come to: one line for each thing counted, beside it each agency's own figures.

Computed each time, never kept. A rate is not added up; where an agency gave no figure, that is told with the sum.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hopluc.vietnamese import canonical, fold
from hopluc.web.measures.figures import Figure, total
from hopluc.web.measures.models import RATES, Indicator
from hopluc.web.returns.contents import Content, Line
from hopluc.web.returns.models import Part, Stage

_NOT_ADDED = frozenset({Indicator.Aggregation.RATIO.value, Indicator.Aggregation.NONE.value})


@dataclass(frozen=True)
class Given:
    """A line of figures as one agency gave it."""

    agency: Any
    line: Line

    @property
    def figures(self) -> list[Figure]:
        """Its figures, stage by stage."""
        return [self.line.figure(stage) for stage in Stage]


@dataclass(frozen=True)
class SummedLine:
    """One thing counted: what it comes to at each stage, and what each agency gave."""

    part: Part
    name: str
    unit: str
    added: bool
    given: tuple[Given, ...]

    @property
    def sums(self) -> list[tuple[Figure, int]]:
        """For each stage the sum, and how many of the agencies that count it gave no figure; not reported for a rate."""
        return [self.sum_of(stage) for stage in Stage]

    def sum_of(self, stage: str) -> tuple[Figure, int]:
        """The sum of one stage, and how many gave no figure of it."""
        figures = [one.line.figure(stage) for one in self.given]
        if self.added or len(figures) == 1:
            return total(figures)
        return Figure.not_reported(), sum(not figure.known for figure in figures)

    @property
    def running(self) -> tuple[Figure, int]:
        """What it comes to from the start of the year, and of how many agencies a period is lacking; not reported for a rate."""
        told = [one.line.running.year for one in self.given if one.line.running is not None]
        if not (self.added and all(one.added for one in told)):
            return Figure.not_reported(), 0
        figure, missing = total(one.figure for one in told)
        return figure, missing + sum(one.figure.known and one.lacking > 0 for one in told)

    @property
    def alike(self) -> list[Any]:
        """The agencies that gave the very same figure of what was done: one thing may be counted twice."""
        by_figure: dict[Figure, list[Any]] = {}
        for one in self.given:
            figure = one.line.actual
            if figure.known and figure.low:
                by_figure.setdefault(figure, []).append(one.agency)
        return [agency for agencies in by_figure.values() if len(agencies) > 1 for agency in agencies]


def summed(contents: Iterable[Content]) -> list[SummedLine]:
    """The lines of the returns added up, in the order of the outline, then as they first stand; names alike but for case are one."""
    found: dict[tuple[int, int, str, str], list[Given]] = {}
    for content in contents:
        for part in content.parts:
            for line in part.lines:
                key = (part.part.order, part.part.pk, fold(canonical(line.row.name)), fold(line.row.unit))
                found.setdefault(key, []).append(Given(content.row.agency, line))
    lines = sorted(found.items(), key=lambda item: item[0][:2])
    return [_line(tuple(given)) for _key, given in lines]


def _line(given: tuple[Given, ...]) -> SummedLine:
    first = given[0].line.row
    kinds = {one.line.row.indicator.aggregation for one in given if one.line.row.indicator is not None}
    rate = first.unit.lower() in RATES or not kinds.isdisjoint(_NOT_ADDED)
    return SummedLine(first.part, first.name, first.unit, not rate, given)
