"""Figures as bars: plain numbers for an SVG that the server draws with attributes only. The table beside says the same."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG
from hopluc.web.measures.tables import FigureLine, FigureLines

WIDTH, LABEL, VALUE, ROW, BAR = 790, 250, 180, 26, 16
LONGEST_LABEL = 36


@dataclass(frozen=True)
class Bar:
    """One bar: its label and value in words, where it stands, how long it is, and whether it is of the plan."""

    label: str
    said: str
    y: int
    length: int
    planned: bool = False

    @property
    def text_y(self) -> int:
        return self.y + BAR - 3

    @property
    def end(self) -> int:
        return LABEL + self.length + 8


@dataclass(frozen=True)
class Chart:
    """The bars of one subject, and the size of the drawing."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    lines: FigureLines
    width: int = WIDTH
    left: int = LABEL

    @property
    def height(self) -> int:
        return ROW * len(self.bars) + 8

    @property
    def has_plan(self) -> bool:
        return any(bar.planned for bar in self.bars)


def charts_of(lines: Iterable[FigureLine]) -> list[Chart]:
    """A chart for each subject that has at least two fields or periods to compare in one unit."""
    groups: dict[tuple[str, str], list[FigureLine]] = defaultdict(list)
    for line in lines:
        if not line.stage:
            groups[(line.subject, line.unit)].append(line)
    return [_chart(subject, unit, group) for (subject, unit), group in groups.items() if _worth_drawing(group)]


def _worth_drawing(group: list[FigureLine]) -> bool:
    return len({(line.part, line.period) for line in group if _height(line.actual or line.estimate or line.plan)}) > 1


def _chart(subject: str, unit: str, group: list[FigureLine]) -> Chart:
    drawn: list[tuple[str, Figure, bool]] = []
    periods = {line.period for line in group}
    for line in group:
        part = line.part or (str(_("Tổng số")) if any(other.part for other in group) else "")
        label = (
            " · ".join(word for word in (part, line.period if len(periods) > 1 else "") if word)
            or line.period
            or str(_("không rõ thời gian"))
        )
        drawn += [(label, line.plan, True)] if line.plan else []
        done = line.actual or line.estimate
        drawn += [(label, done, False)] if done else []
    longest = max((_height(figure) for _label, figure, _planned in drawn), default=Decimal(0)) or Decimal(1)
    room = WIDTH - LABEL - VALUE
    in_millions = unit == DONG and all(map(_is_whole_millions, (figure for _label, figure, _planned in drawn)))
    bars = tuple(
        Bar(
            _short(label),
            str(_millions(figure) if in_millions else figure),
            4 + ROW * place,
            int(room * _height(figure) / longest),
            planned,
        )
        for place, (label, figure, planned) in enumerate(drawn)
    )
    unit = str(_("triệu đồng")) if in_millions else unit
    title = subject if len(periods) > 1 else ", ".join(word for word in (subject, *periods) if word)
    return Chart(title, unit, bars, FigureLines(group))


def _height(figure: Figure | None) -> Decimal:
    if figure is None:
        return Decimal(0)
    return max(figure.high or figure.low or Decimal(0), Decimal(0))


def _is_whole_millions(figure: Figure) -> bool:
    """Can it be written in triệu đồng without rounding."""
    ends = (figure.low, figure.high)
    return figure.numerator is None and not any(end % 1_000_000 for end in ends if end is not None)


def _millions(figure: Figure) -> Figure:
    low, high = (None if end is None else end / 1_000_000 for end in (figure.low, figure.high))
    return replace(figure, low=low, high=high)


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
