"""Figures a user may see, what they add up to, and how far they are from their target."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import MAXYEAR
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, F, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from hopluc.web.gate.edge import number_in
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.sums import Parts
from hopluc.web.measures.territories import Territories
from hopluc.web.people.models import Organisation
from hopluc.web.store.prepared import Prepared

also_seen: list[Callable[[Any], Q]] = []
"""Doors that apps above open to figures about their objects; each gives a filter for a user."""

owners_also_seen: list[Callable[[Any], Iterable[int]]] = []
"""Beside each door: the organisations whose figures it can open, so that sums ask for no others."""


def owners_seen_by(user: Any) -> set[int]:
    """The organisations among whose figures there may be some the user sees."""
    return {*user.standing, *(owner for door in owners_also_seen for owner in door(user))}


def indicators_seen_by(user: Any) -> QuerySet[Indicator]:
    """Indicators of the user's organisations, and those of figures the user may see."""
    if not user.is_authenticated:
        return Indicator.objects.none()
    return Indicator.objects.filter(Q(owner__in=list(user.standing)) | Q(pk__in=observations_seen_by(user).values("indicator")))


def observations_seen_by(user: Any) -> QuerySet[Observation]:
    """Figures of the user's organisations, and those other doors open."""
    if not user.is_authenticated:
        return Observation.objects.none()
    return Observation.objects.filter(seen_observations(user), withdrawn_at=None).select_related("indicator")


def seen_observations(user: Any) -> Q:
    """The filter for the figures a user who is signed in may see, withdrawn ones too."""
    seen = Q(owner__in=list(user.standing))
    for door in also_seen:
        seen |= door(user)
    return seen


MOST_FIGURES = 500
"""How many figures of one indicator its page shows, the newest period first."""


def indicators_listed(user: Any, words: Sequence[str] = ()) -> QuerySet[Indicator]:
    """The indicators a user sees whose names hold all these folded words, each with how many figures the user sees of it,
    in the order of the alphabet whatever their marks and capitals.
    """
    every = Q()
    for word in words:
        every &= Q(search_key__contains=word)
    seen = observations_seen_by(user).filter(indicator=OuterRef("pk")).order_by().values("indicator")
    figures = Subquery(seen.annotate(n=Count("pk")).values("n"))
    return indicators_seen_by(user).filter(every).annotate(figures=Coalesce(figures, 0)).order_by("search_key", "unit", "pk")


def figures_of(indicator: Indicator, user: Any, narrowed: Mapping[str, str] | None = None) -> list[Observation]:
    """The figures of an indicator that a user may see, with what they are about; of those a sum is made of where its address says so:
    their stage (`loai`), span (`ky`), year (`nam`), agency (`don_vi`), field (`linh_vuc`) and territory (`dia_ban`).
    """
    chosen = narrowed or {}
    rows = observations_seen_by(user).filter(indicator=indicator).prefetch_related("about")
    for name, field in (("loai", "stage"), ("ky", "span"), ("linh_vuc", "field")):
        rows = rows.filter(**{field: chosen[name][:300]}) if name in chosen else rows
    if year := number_in(chosen.get("nam"), most=MAXYEAR):
        rows = rows.filter(period_last__year=year)
    if agency := number_in(chosen.get("don_vi")):
        rows = rows.filter(Q(reported_by=agency) | Q(reported_by=None, owner=agency))
    if place := number_in(chosen.get("dia_ban")):
        territories = Territories(timezone.localdate())
        local = territories.owners_in(place, owners_seen_by(user))
        rows = rows.filter(Q(place__in=territories.become(place)) | Q(place=None, owner__in=local))
    return list(rows.order_by(F("period_first").desc(nulls_last=True), "field", "pk")[:MOST_FIGURES])


def figures_about(row: Model) -> list[Observation]:
    """The figures about one object, which the caller has shown the user may see."""
    return _figures_about(ContentType.objects.get_for_model(row).pk, row.pk)


@Prepared
def _figures_about(kind: int, key: int) -> QuerySet[Observation, Any]:
    return Observation.objects.filter(content_type=kind, object_id=key, withdrawn_at=None).select_related("indicator")


def combined(observations: Iterable[Observation]) -> tuple[Figure, int]:
    """What figures of one indicator come to by its rule (sum, mean, greatest …), and how many are not reported.

    By "last", those of the newest period are told. Where the rule is not to add (a ratio) and there is more than one, the answer is:
    not reported.
    """
    rows = list(observations)
    if not rows:
        return Figure.not_reported(), 0
    rule = rows[0].indicator.aggregation
    assert all(row.indicator_id == rows[0].indicator_id for row in rows), "figures of one indicator only"
    missing = sum(not row.figure.known for row in rows)
    if rule == Indicator.Aggregation.LAST:
        known = [row for row in rows if row.figure.known] or rows
        newest = max((row.period_last is not None, row.period_last) for row in known)
        rows = [row for row in known if (row.period_last is not None, row.period_last) == newest]
    parts = Parts.of(rows[0].figure)
    for row in rows[1:]:
        parts = parts.with_(Parts.of(row.figure), rule)
    return parts.figure(rule), missing


def agencies_that_reported(user: Any) -> QuerySet[Organisation]:
    """The organisations whose figures those are that a user's own organisations hold, and those themselves."""
    owners = owners_seen_by(user)
    reported = Observation.objects.filter(reported_by=OuterRef("pk"), owner__in=owners, withdrawn_at=None)
    return Organisation.objects.filter(Q(Exists(reported)) | Q(pk__in=owners)).order_by("search_key")
