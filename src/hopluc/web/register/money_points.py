"""Points of money to be checked (kinh phí cần kiểm tra): more spent than allotted, settled than spent, carried over than is left.

Told, never refused: what documents say may be so, and one of the figures wrong. Of figures that are not exact only what is sure is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import F, Model, Q, QuerySet, Sum
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.register.models import Activity, Programme, Strand
from hopluc.web.register.money import SOURCE, STAGES, MoneyLine, MoneyTable, lines_of
from hopluc.web.store.prepared import Prepared

Stage = Observation.Stage


@dataclass(frozen=True)
class MoneyPoint:
    """A point to be checked: the line of money it is of, and what does not fit, in words."""

    line: MoneyLine
    words: str

    @property
    def programme(self) -> Programme | None:
        """The programme the money is of."""
        about: Any = self.line.about
        return about if isinstance(about, Programme) else about.programme


def points_of(line: MoneyLine) -> list[str]:
    """What of a line of money does not fit, in words."""
    planned, allotted, spent, carried, settled = (line.amount(stage) for stage in STAGES)
    left = _least_left(allotted or planned, spent)
    return [
        words
        for words in (
            _told(_("Giải ngân %(more)s đồng, lớn hơn phân bổ %(less)s đồng."), spent, allotted),
            _told(_("Quyết toán %(more)s đồng, lớn hơn giải ngân %(less)s đồng."), settled, spent),
            _told(_("Chuyển nguồn %(more)s đồng, lớn hơn số còn lại %(less)s đồng."), carried, left),
        )
        if words
    ]


def _told(words: str, more: Figure | None, less: Figure | None) -> str:
    """The words, where one figure is surely more than the other."""
    if more is None or less is None or more.low is None or less.high is None or more.low <= less.high:
        return ""
    return words % {"more": more, "less": less if less.low else 0}


def _least_left(given: Figure | None, spent: Figure | None) -> Figure | None:
    """The most that can be left of what was given once it was spent; not known where either is not. Less than nothing is nothing."""
    if given is None or spent is None or given.high is None or spent.low is None:
        return None
    return Figure.exact(max(given.high - spent.low, given.high * 0))


def points_in(table: MoneyTable) -> list[MoneyPoint]:
    """The points of the lines of a table, in its order."""
    return [MoneyPoint(line, words) for line in table.lines for words in points_of(line)]


def points_seen_by(user: Any) -> list[MoneyPoint]:
    """The points of the money that the user's own organisations keep."""
    if not user.is_authenticated or not user.standing:
        return []
    doubtful = Q()
    for kind, key in _doubtful(list(user.standing)):
        doubtful |= Q(content_type=kind, object_id=key)
    if not doubtful:
        return []
    abouts = [Programme.objects.all(), *(noun.objects.select_related("programme") for noun in (Strand, Activity))]
    rows = _money(list(user.standing)).filter(doubtful).select_related("indicator").order_by("pk")
    rows = rows.prefetch_related(GenericPrefetch("about", abouts))
    lines = lines_of(row for row in rows if _stands(row.about))
    return [MoneyPoint(line, words) for line in lines for words in points_of(line)]


def _money(owners: Iterable[int]) -> QuerySet[Observation]:
    kinds = ContentType.objects.get_for_models(Programme, Strand, Activity).values()
    return Observation.objects.filter(
        owner__in=list(owners), stage__in=STAGES, indicator__unit=DONG, withdrawn_at=None, content_type__in=list(kinds)
    )


def _stands(about: Model | None) -> bool:
    """Is what the money is of still in the register, and its programme too."""
    found: Any = about
    if found is None or getattr(found, "withdrawn_at", None) is not None:
        return False
    programme = found if isinstance(found, Programme) else found.programme
    return programme is not None and programme.withdrawn_at is None


def _doubtful(owners: Iterable[int]) -> set[tuple[int, int]]:
    """What the money is of where a line may not fit, told by the database: kind and key. Each is looked at anew by `points_of`."""
    return {(kind, key) for kind, key in _doubtful_lines(tuple(owners)) if kind and key}


@Prepared
def _doubtful_lines(owners: tuple[int, ...]) -> QuerySet[Observation, Any]:
    least = {f"{stage}_least": Sum("dong_low", filter=Q(stage=stage)) for stage in STAGES}
    most = {f"{stage}_most": Sum("dong_high", filter=Q(stage=stage)) for stage in STAGES}
    lines = (
        _money(owners)
        .annotate(fund=KeyTextTransform(SOURCE, "breakdown"))
        .order_by()
        .values("content_type", "object_id", "fund", "period_first__year", "period_last__year")
        .annotate(**least, **most)
    )
    given = Coalesce(F("allotted_most"), F("budgeted_most"))
    lines = lines.filter(
        Q(disbursed_least__gt=F("allotted_most"))
        | Q(settled_least__gt=F("disbursed_most"))
        | Q(carried_least__gt=given - F("disbursed_least"))
    )
    return lines.values_list("content_type", "object_id")
