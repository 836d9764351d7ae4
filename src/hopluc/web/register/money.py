"""Money of a programme by work, year and source: planned, allotted, spent, carried, settled; what is left, what is lacking.

Each amount is an Observation of money in one of the five stages of the budget, about the programme or a piece of its work, for a year;
its source stands in the breakdown. Nothing is kept of totals.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hopluc.web.measures.figures import Figure, Form, total
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.register.models import Activity, Programme, Strand

Stage = Observation.Stage
STAGES = (Stage.BUDGETED, Stage.ALLOTTED, Stage.DISBURSED, Stage.CARRIED, Stage.SETTLED)
"""In the order money goes (Luật Ngân sách nhà nước 83/2015/QH13: dự toán, phân bổ, giải ngân, chuyển nguồn, quyết toán)."""
SOURCE = "source"
"""The part of a figure's breakdown that tells where money comes from."""


class Fund(models.TextChoices):
    """Where money comes from."""

    LOCAL = "local", _("Ngân sách địa phương")
    CENTRAL = "central", _("Ngân sách trung ương")
    PARTNER = "partner", _("Đối tác, doanh nghiệp")
    ODA = "oda", _("ODA, tài trợ nước ngoài")
    UNSAID = "", _("Chưa nêu nguồn")


@dataclass
class MoneyLine:
    """Money for one thing, one year, one source: the figures of each stage, and what follows from them."""

    about: Model
    year: int | None
    fund: str
    stages: dict[str, list[Observation]] = field(default_factory=lambda: defaultdict(list))

    @property
    def label(self) -> str:
        """The source, in words."""
        return str(Fund(self.fund).label)

    @property
    def rows(self) -> list[Observation]:
        """The figures of all stages."""
        return [row for stage in STAGES for row in self.stages.get(stage, ())]

    def amount(self, stage: str) -> Figure | None:
        """What the figures of a stage come to; None where there is none."""
        rows = self.stages.get(stage)
        return total(row.figure for row in rows)[0] if rows else None

    @property
    def cells(self) -> list[tuple[Figure | None, list[Observation]]]:
        """The stages in their order, each with the figures it rests on."""
        return [(self.amount(stage), self.stages.get(stage, [])) for stage in STAGES]

    @property
    def lacking(self) -> Figure | None:
        """What was planned and not allotted, in đồng; None where either is not known exactly."""
        return _less(self.amount(Stage.BUDGETED), self.amount(Stage.ALLOTTED))

    @property
    def left(self) -> Figure | None:
        """What was allotted (where nothing was, planned) and neither spent nor carried over, in đồng; None where not known exactly."""
        given = self.amount(Stage.ALLOTTED) or self.amount(Stage.BUDGETED)
        spent, carried = self.amount(Stage.DISBURSED), self.amount(Stage.CARRIED)
        return _less(given, total([spent, carried])[0] if spent and carried else spent or carried)

    @property
    def share(self) -> Figure | None:
        """What was spent, in percent of what was allotted (else planned)."""
        given, spent = self.amount(Stage.ALLOTTED) or self.amount(Stage.BUDGETED), self.amount(Stage.DISBURSED)
        share = spent.percent_of(given) if given and spent else None
        return share if share is not None and share.known else None


def _less(whole: Figure | None, part: Figure | None) -> Figure | None:
    if whole is None or part is None or not all(figure.form in (Form.EXACT, Form.ZERO) for figure in (whole, part)):
        return None
    assert whole.low is not None
    assert part.low is not None
    return Figure.exact(whole.low - part.low)


@dataclass
class MoneyTable:
    """The lines of a programme's money in the order of its work, the sums of the lines shown, and the years there are."""

    lines: list[MoneyLine]
    sums: MoneyLine
    years: list[int]

    @property
    def lacking(self) -> Figure | None:
        """What is lacking in all lines; None where it is not known of one: what nobody told is not nothing."""
        return _added(line.lacking for line in self.lines)

    @property
    def left(self) -> Figure | None:
        """What is left in all lines; None where it is not known of one."""
        return _added(line.left for line in self.lines)

    @property
    def share(self) -> Figure | None:
        """What was spent of all that was given, in percent; None where a line does not tell both."""
        return self.sums.share if all(line.share for line in self.lines) else None


def _added(figures: Iterable[Figure | None]) -> Figure | None:
    known = list(figures)
    return total(figure for figure in known if figure)[0] if known and all(known) else None


def money_rows(programme: Programme) -> QuerySet[Observation]:
    """The money in the five stages about a programme, its strands and its work."""
    about = Q(content_type=ContentType.objects.get_for_model(Programme), object_id=programme.pk)
    parts: Mapping[type[Model], QuerySet[Any]] = {
        Strand: programme.strands.all(),
        Activity: programme.activities.filter(withdrawn_at=None),
    }
    for noun, rows in parts.items():
        about |= Q(content_type=ContentType.objects.get_for_model(noun), object_id__in=rows.order_by().values("pk"))
    found = Observation.objects.filter(about, stage__in=STAGES, indicator__unit=DONG, withdrawn_at=None)
    return found.select_related("indicator").prefetch_related("about").order_by("pk")


def money_about(row: Model) -> QuerySet[Observation]:
    """The money in the five stages about one row alone."""
    about = Q(content_type=ContentType.objects.get_for_model(row), object_id=row.pk)
    found = Observation.objects.filter(about, stage__in=STAGES, indicator__unit=DONG, withdrawn_at=None)
    return found.select_related("indicator").order_by("pk")


def money_of(programme: Programme, year: int | None = None) -> MoneyTable:
    """A programme's money, of one year or of all."""
    rows = list(money_rows(programme))
    shown = [row for row in rows if year is None or year_of(row) == year]
    sums = MoneyLine(programme, year, Fund.UNSAID)
    for row in shown:
        sums.stages[row.stage].append(row)
    years = sorted({said for row in rows if (said := year_of(row)) is not None}, reverse=True)
    return MoneyTable(lines_of(shown), sums, years)


def lines_of(rows: Iterable[Observation]) -> list[MoneyLine]:
    """The lines that figures of money make, in the order of a page."""
    by_key: dict[tuple[Any, ...], MoneyLine] = {}
    for row in rows:
        assert row.about is not None, "money is of something"
        year, fund = year_of(row), fund_of(row)
        line = by_key.setdefault((row.content_type_id, row.object_id, year, fund), MoneyLine(row.about, year, fund))
        line.stages[row.stage].append(row)
    return sorted(by_key.values(), key=_place)


def _place(line: MoneyLine) -> tuple[Any, ...]:
    """The programme first, then its strands, then its work in order; newer years first."""
    order = [Programme, Strand, Activity].index(type(line.about))
    return order, getattr(line.about, "order", 0), line.about.pk, -(line.year or 0), list(Fund).index(Fund(line.fund))


def year_of(row: Observation) -> int | None:
    """The budget year of a figure: that of a period within one year; None for a longer one or none."""
    first, last = row.period_first, row.period_last
    return first.year if first and last and first.year == last.year else None


def fund_of(row: Observation) -> str:
    """Where a figure's money comes from; UNSAID where it does not say."""
    said = row.breakdown.get(SOURCE, "")
    return said if said in Fund.values else Fund.UNSAID.value
