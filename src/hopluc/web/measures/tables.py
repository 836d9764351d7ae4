"""Figures as a table reads them: one line a subject, field and period, its stages side by side."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hopluc.web.measures.figures import Figure, whole_period
from hopluc.web.measures.models import Observation

_PLANNED = (Observation.Stage.PLAN, Observation.Stage.TARGET)


@dataclass
class FigureLine:
    """A line of the table: what is counted, of which part, when, where; planned, done and expected; the figures themselves."""

    subject: str
    part: str
    unit: str
    period: str
    place: str
    stage: Any = ""
    plan: Figure | None = None
    actual: Figure | None = None
    estimate: Figure | None = None
    rows: list[Observation] = field(default_factory=list)
    nested: bool = False

    @property
    def share(self) -> Figure | None:
        """What the whole period comes to as a share of the plan: by the estimate where there is one."""
        if self.plan is None:
            return None
        none = Figure.not_reported()
        share = whole_period(self.actual or none, self.estimate or none).percent_of(self.plan)
        return share.rounded() if share.known else None

    @property
    def share_is_expected(self) -> bool:
        """Is the share that of the estimate."""
        return self.estimate is not None and self.estimate.known


class FigureLines(tuple[FigureLine, ...]):
    """The lines of a table, and which of its columns hold anything."""

    __slots__ = ()

    @property
    def has_plan(self) -> bool:
        return any(line.plan for line in self)

    @property
    def has_estimate(self) -> bool:
        return any(line.estimate for line in self)


def figure_lines(observations: Iterable[Observation]) -> FigureLines:
    """The lines of a table, wholes before their parts, in the order the subjects first appear.

    A second figure of the same stage for the same line is a line of its own: two documents may differ, and both are shown.
    """
    lines: list[FigureLine] = []
    by_key: dict[tuple[str, ...], list[FigureLine]] = defaultdict(list)
    for row in observations:
        key = (subject_of(row), row.field, row.indicator.unit, str(row.period or ""), row.place_as_written)
        slot = _slot(row)
        line = next((each for each in by_key[key] if slot and not each.stage and getattr(each, slot) is None), None)
        if line is None:
            line = FigureLine(*key, stage="" if slot else row.get_stage_display())
            lines.append(line)
            by_key[key].append(line)
        setattr(line, slot or "actual", row.figure)
        line.rows.append(row)
    places = {line.subject: place for place, line in reversed(list(enumerate(lines)))}
    wholes = {(line.subject, line.unit) for line in lines if not line.part}
    for line in lines:
        line.nested = bool(line.part) and (line.subject, line.unit) in wholes
    return FigureLines(sorted(lines, key=lambda line: (places[line.subject], line.period, line.part != "")))


def subject_of(observation: Observation) -> str:
    """What is counted, without the part that a breakdown adds to its name."""
    name = observation.indicator.name
    return name.removesuffix(f" - {observation.field}") if observation.field else name


def _slot(row: Observation) -> str:
    if row.stage in _PLANNED:
        return "plan"
    return {Observation.Stage.ACTUAL.value: "actual", Observation.Stage.ESTIMATE.value: "estimate"}.get(row.stage, "")
