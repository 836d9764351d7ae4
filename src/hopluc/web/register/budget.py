"""The budget of a place and what of it goes to science and technology, by year, against the aim that a document sets.

Each is a figure of the organisation that keeps it, with the sentence of the document it stands in; the share is worked out, never kept.
The aim is what its document says for its years: no share is written in the code.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from hopluc.vietnamese import fold
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.people.models import Organisation
from hopluc.web.register.money import year_of

TOTAL = "Tổng chi ngân sách địa phương"
SCIENCE = "Chi ngân sách địa phương cho khoa học và công nghệ"
SHARE = "Tỷ lệ chi cho khoa học và công nghệ trong tổng chi ngân sách"
TOTAL_KEY, SCIENCE_KEY, SHARE_KEY = fold(TOTAL), fold(SCIENCE), fold(SHARE)
"""By these figures are told apart, however a document or a sheet writes their names."""
PERCENT = "%"
Stage = Observation.Stage
STAGES = (Stage.BUDGETED, Stage.SETTLED)
"""A budget as it was planned, and as it was settled."""


@dataclass
class BudgetYear:
    """A year at one stage: the whole, what of it is for science, and the aim that holds for that year."""

    year: int
    stage: str
    figures: dict[str, Observation] = field(default_factory=dict)
    aim: Observation | None = None

    @property
    def stage_label(self) -> str:
        """The stage, in words."""
        return str(Stage(self.stage).label)

    @property
    def total(self) -> Observation | None:
        return self.figures.get(TOTAL_KEY)

    @property
    def science(self) -> Observation | None:
        return self.figures.get(SCIENCE_KEY)

    @property
    def share(self) -> Figure | None:
        """What of the whole is for science, in percent; None where either is not told."""
        if self.total is None or self.science is None:
            return None
        share = self.science.figure.percent_of(self.total.figure)
        return share if share.known else None

    @property
    def lacking(self) -> Figure | None:
        """How much less than the aim it is, in đồng: zero where the aim is reached; None where one of the three is not known."""
        aim = self.aim.figure.low if self.aim else None
        whole, part = (row.figure.single if row else None for row in (self.total, self.science))
        if aim is None or whole is None or part is None:
            return None
        lacking = whole * aim / 100 - part
        return Figure.exact(lacking.to_integral_value(rounding="ROUND_CEILING")) if lacking > 0 else Figure.zero()

    @property
    def rows(self) -> list[Observation]:
        """The figures it rests on."""
        return [*self.figures.values(), *([self.aim] if self.aim else [])]


def figures_of_budget(owner: Organisation) -> list[Observation]:
    """What an organisation keeps of its place's budget, and the aims."""
    names = (TOTAL_KEY, SCIENCE_KEY, SHARE_KEY)
    rows = Observation.objects.filter(
        owner=owner, indicator__owner=owner, indicator__search_key__in=names, content_type=None, place=None, withdrawn_at=None
    )
    return list(rows.filter(reported_by=None, place_as_written="", field="").select_related("indicator").order_by("pk"))


def years_of_budget(rows: Iterable[Observation]) -> list[BudgetYear]:
    """The years, the newest first, as planned before as settled, each with the aim that holds for it."""
    rows = list(rows)
    aims = [row for row in rows if row.indicator.unit == PERCENT and row.stage == Stage.TARGET]
    found: dict[tuple[int, str], BudgetYear] = {}
    for row in rows:
        year = year_of(row)
        if row.indicator.unit == DONG and row.stage in STAGES and year is not None:
            held = found.setdefault((year, row.stage), BudgetYear(year, row.stage, aim=aim_of(year, aims)))
            held.figures[row.indicator.search_key] = row
    return sorted(found.values(), key=lambda one: (-one.year, STAGES.index(Stage(one.stage))))


def aim_of(year: int, aims: Iterable[Observation]) -> Observation | None:
    """The aim that holds for a year: of several, that of the latest beginning."""
    held = [aim for aim in aims if aim.period_first and aim.period_first.year <= year and _ends(aim) >= year]
    return max(held, key=lambda aim: (aim.period_first, aim.pk), default=None)


def _ends(aim: Observation) -> int:
    return aim.period_last.year if aim.period_last else 9999


def as_percent(number: Decimal) -> Figure:
    """An aim: at least so many percent."""
    return Figure.between(number, None)
