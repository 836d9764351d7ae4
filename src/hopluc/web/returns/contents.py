"""What a return holds, as plain values: for the journal, for the hash that is taken when it is received, for the pages and papers."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import fold
from hopluc.web.journal.chain import canonical_json
from hopluc.web.measures.figures import Figure, whole_period
from hopluc.web.returns.models import FigureCell, FigureLine, NothingArose, Part, Return, Sentence, Stage
from hopluc.web.returns.running import Running
from hopluc.web.store.prepared import Prepared


@dataclass(frozen=True)
class Line:
    """A line of figures: the row, and the figure of each stage that is given; `nothing`: under its part nothing arose; `running`: what it
    comes to over the periods before, where that was asked."""

    row: FigureLine
    figures: dict[str, Figure]
    nothing: bool = False
    running: Running | None = None

    @property
    def counts(self) -> tuple[str, str]:
        """What it counts, as told from other lines under its part: its name, however written, and its unit."""
        return fold(self.row.name), self.row.unit

    def figure(self, stage: str) -> Figure:
        """The figure of a stage: not reported where none is given, unless it was said that nothing arose."""
        unsaid = Figure.zero() if self.nothing and stage == Stage.ACTUAL else Figure.not_reported()
        return self.figures.get(stage, unsaid)

    @property
    def plan(self) -> Figure:
        return self.figure(Stage.PLAN)

    @property
    def actual(self) -> Figure:
        return self.figure(Stage.ACTUAL)

    @property
    def estimate(self) -> Figure:
        return self.figure(Stage.ESTIMATE)

    @property
    def before(self) -> Figure:
        return self.figure(Stage.BEFORE)

    @property
    def done(self) -> Figure:
        """What the whole period comes to: the estimate where one is given, else what was done."""
        return whole_period(self.actual, self.estimate)

    @property
    def measured_by(self) -> Any:
        """What the percentages are of, in words: of the estimate where one is given, else of what was done."""
        return _("theo ước thực hiện") if self.estimate.known else _("theo thực hiện")

    @property
    def percent_of_plan(self) -> Figure:
        """% kế hoạch: computed, never kept; not reported where either is not."""
        return self.done.percent_of(self.plan)

    @property
    def percent_of_before(self) -> Figure:
        """% so với cùng kỳ."""
        return self.done.percent_of(self.before)

    @property
    def percent_of_year(self) -> Figure:
        """% kế hoạch of what was done from the start of the year; not reported where a period has no figure."""
        running = self.running
        if running is None or running.year.lacking or not running.year.added:
            return Figure.not_reported()
        return running.year.figure.percent_of(self.plan)

    @property
    def answered(self) -> bool:
        """Is a figure of this period given, be it none."""
        return self.actual.known or self.estimate.known


@dataclass
class PartContent:
    """What a return says under one part of the outline."""

    part: Part
    lines: list[Line] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    nothing: bool = False

    @property
    def contradicts_itself(self) -> bool:
        """Is it said that nothing arose, and something told all the same."""
        told = any(line.figures[Stage.ACTUAL].low for line in self.lines if Stage.ACTUAL in line.figures)
        return self.nothing and (told or any(one.text and one.activity_id is None for one in self.sentences))

    @property
    def answered(self) -> bool:
        """Is anything said under it, be it that nothing arose."""
        return self.nothing or any(line.answered for line in self.lines) or any(one.text or one.said for one in self.sentences)


@dataclass(frozen=True)
class Content:
    """A whole return, part by part."""

    row: Return
    parts: tuple[PartContent, ...]

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.parts for line in part.lines]

    @property
    def sentences(self) -> list[Sentence]:
        return [one for part in self.parts for one in part.sentences]

    @property
    def answered_parts(self) -> int:
        return sum(part.answered for part in self.parts)

    @property
    def answered_lines(self) -> int:
        return sum(line.answered for line in self.lines)

    @property
    def figures(self) -> int:
        return len(self.lines)

    @property
    def runs_over_year(self) -> bool:
        """Were there periods of the year before this one, so that figures from its start say more."""
        return any(line.running is not None and line.running.year.says_more for line in self.lines)

    @property
    def runs_over_programme(self) -> bool:
        """Were there periods of the programme before this year's."""
        known = [line.running for line in self.lines if line.running is not None and line.running.programme is not None]
        return any(one.programme and one.programme.periods > one.year.periods for one in known)

    @property
    def carried(self) -> int:
        """How many sentences stand as they came from the return before."""
        return sum(one.carried and bool(one.text) for one in self.sentences)

    def said(self) -> dict[str, Any]:
        """All that it says, under keys that stay the same: what the journal compares and the hash is taken over."""
        told: dict[str, Any] = {"agency": self.row.agency_id, "number": self.row.number, "reason": self.row.reason}
        for line in self.lines:
            told[f"figure {line.row.pk}"] = [str(line.row), line.row.note]
            for stage, figure in sorted(line.figures.items()):
                told[f"figure {line.row.pk} {stage}"] = [figure.form, *_ends(figure)]
        for one in self.sentences:
            told[f"sentence {one.pk}"] = [one.kind, one.text, one.said, one.activity_id]
        for part in self.parts:
            if part.nothing:
                told[f"nothing {part.part.pk}"] = True
        return told

    def sha256(self) -> str:
        """The hash of all it says."""
        return hashlib.sha256(canonical_json(self.said()).encode()).hexdigest()


def _ends(figure: Figure) -> list[str | None]:
    ends = (figure.low, figure.high, figure.numerator, figure.denominator)
    return [None if end is None else format(end.normalize(), "f") for end in ends]


def content_of(row: Return) -> Content:
    """What the return holds now: a few queries, however long it is."""
    return contents_of([row])[row.pk]


def contents_of(rows: Iterable[Return]) -> dict[int, Content]:
    """What each of the returns of one round holds, by its key."""
    rows = list(rows)
    if not rows:
        return {}
    keys, outline = tuple(row.pk for row in rows), _outline(rows[0].round_id)
    made = {row.pk: {part.pk: PartContent(part) for part in outline} for row in rows}
    for key, part in _nothing_arose(keys):
        made[key][part].nothing = True
    for line in _lines_of(keys):
        figures = {cell.stage: cell.figure for cell in line.cells.all()}
        part_content = made[line.of_return_id][line.part_id]
        part_content.lines.append(Line(line, figures, part_content.nothing))
    for one in _sentences_of(keys):
        made[one.of_return_id][one.part_id].sentences.append(one)
    return {row.pk: Content(row, tuple(made[row.pk].values())) for row in rows}


@Prepared
def _outline(round_: int) -> QuerySet[Part, Any]:
    return Part.objects.filter(round=round_).select_related("strand")


@Prepared
def _nothing_arose(returns: tuple[int, ...]) -> QuerySet[NothingArose, Any]:
    return NothingArose.objects.filter(of_return__in=returns).values_list("of_return", "part")


@Prepared
def _lines_of(returns: tuple[int, ...]) -> QuerySet[FigureLine, Any]:
    lines = FigureLine.objects.filter(of_return__in=returns).prefetch_related(
        Prefetch("cells", FigureCell.objects.order_by("pk"))
    )
    return lines.select_related("passage__version", "indicator", "of_return", "part")


@Prepared
def _sentences_of(returns: tuple[int, ...]) -> QuerySet[Sentence, Any]:
    rows = Sentence.objects.filter(of_return__in=returns)
    return rows.select_related("activity", "passage__version", "placement__statement__strand")
