"""Figures a user may see, what they add up to, and how far they are from their target."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from hopluc.web.measures.figures import Figure, total
from hopluc.web.measures.models import Indicator, Observation

also_seen: list[Callable[[Any], Q]] = []
"""Doors that apps above open to figures about their objects; each gives a filter for a user."""


def indicators_seen_by(user: Any) -> QuerySet[Indicator]:
    """Indicators of the user's organisations, and those of figures the user may see."""
    if not user.is_authenticated:
        return Indicator.objects.none()
    return Indicator.objects.filter(Q(owner__in=list(user.standing)) | Q(pk__in=observations_seen_by(user).values("indicator")))


def observations_seen_by(user: Any) -> QuerySet[Observation]:
    """Figures of the user's organisations, and those other doors open."""
    if not user.is_authenticated:
        return Observation.objects.none()
    seen = Q(owner__in=list(user.standing))
    for door in also_seen:
        seen |= door(user)
    return Observation.objects.filter(seen, withdrawn_at=None).select_related("indicator")


MOST_FIGURES = 500
"""How many figures of one indicator its page shows, the newest period first."""


def indicators_listed(user: Any, words: Sequence[str] = ()) -> QuerySet[Indicator]:
    """The indicators a user sees whose names hold all these folded words, each with how many figures the user sees of it."""
    every = Q()
    for word in words:
        every &= Q(search_key__contains=word)
    seen = observations_seen_by(user).filter(indicator=OuterRef("pk")).order_by().values("indicator")
    figures = Subquery(seen.annotate(n=Count("pk")).values("n"))
    return indicators_seen_by(user).filter(every).annotate(figures=Coalesce(figures, 0))


def figures_of(indicator: Indicator, user: Any) -> list[Observation]:
    """The figures of an indicator that a user may see, with what they are about."""
    rows = observations_seen_by(user).filter(indicator=indicator).prefetch_related("about")
    return list(rows.order_by(F("period_first").desc(nulls_last=True), "field", "pk")[:MOST_FIGURES])


def observations_about(row: Model, *, stage: str | None = None) -> QuerySet[Observation]:
    """The figures about one object, which the caller has shown the user may see."""
    found = Observation.objects.filter(
        content_type=ContentType.objects.get_for_model(row), object_id=row.pk, withdrawn_at=None
    ).select_related("indicator")
    return found.filter(stage=stage) if stage else found


def combined(observations: Iterable[Observation]) -> tuple[Figure, int]:
    """What figures of one indicator come to by its rule (sum, last, largest), and how many are not reported.

    Where the rule is not to add (a ratio) and there is more than one, the answer is: not reported.
    """
    rows = list(observations)
    if not rows:
        return Figure.not_reported(), 0
    rule = rows[0].indicator.aggregation
    assert all(row.indicator_id == rows[0].indicator_id for row in rows), "figures of one indicator only"
    figures = [row.figure for row in rows]
    known = [row for row in rows if row.figure.known]
    missing = len(rows) - len(known)
    if rule == Indicator.Aggregation.SUM:
        return total(figures)
    if not known or (len(known) > 1 and rule in (Indicator.Aggregation.RATIO, Indicator.Aggregation.NONE)):
        return Figure.not_reported(), missing
    if rule == Indicator.Aggregation.MAX:
        return max(known, key=lambda row: (row.figure.high is None, row.figure.high or row.figure.low)).figure, missing
    return max(known, key=lambda row: (row.period_last is not None, row.period_last)).figure, missing
