"""Why a unit's score and rank are not those of the edition before: what each cause did, summing to the whole change."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from hopluc.errors import CannotScore, WrongDefinition
from hopluc.scorecards.explanation.editions import DEFINITION, FIGURES, OTHERS, Change, change
from hopluc.scorecards.explanation.editions import Edition as Computed
from hopluc.scorecards.stored import figures_in
from hopluc.web.observatory.models import Result
from hopluc.web.observatory.outcomes import known, scores_of

CAUSES = {
    FIGURES: _("Số liệu của đơn vị"),
    OTHERS: _("Số liệu của các đơn vị khác"),
    DEFINITION: _("Định nghĩa bộ chỉ số"),
}


@dataclass(frozen=True)
class Cause:
    """What one cause did to a score, in points, and to a rank, in places (positive: up)."""

    label: Any
    points: float
    places: float


@dataclass(frozen=True)
class Moved:
    """Score and rank in the edition before and now, and what each cause did."""

    earlier: Result
    score_before: float
    rank_before: int
    points: float
    places: int
    causes: tuple[Cause, ...]

    @property
    def is_rounded(self) -> bool:
        """Do the parts as they are written come to something else than the whole."""
        points, places = zip(*((cause.points, cause.places) for cause in self.causes), strict=True)
        return differs_in_writing(points, self.points, 2) or differs_in_writing(places, self.places, 1)


def differs_in_writing(parts: Iterable[float], whole: float, digits: int) -> bool:
    """Do parts written with so many digits after the comma sum to something else than the whole written so.

    >>> differs_in_writing((1.004, 1.004), 2.008, 2), differs_in_writing((1.0, 2.0), 3.0, 2)
    (True, False)
    """
    return round(sum(round(part, digits) for part in parts), digits) != round(whole, digits)


def moved_since(earlier: Result, now: Result, unit: str) -> Moved | None:
    """The change of a unit from an earlier result to this one; None where it had no score in one of them or the two cannot be joined."""
    try:
        found = change(_computed(earlier), _computed(now), unit)
    except (WrongDefinition, CannotScore):
        return None
    if any(known(value) is None for value in (*found.before, *found.after)):
        return None
    return Moved(
        earlier,
        found.before[0],
        int(found.before[1]),
        found.after[0] - found.before[0],
        int(found.before[1] - found.after[1]),
        _causes(found),
    )


def _causes(found: Change) -> tuple[Cause, ...]:
    return tuple(Cause(CAUSES[share.cause], share.score, -share.rank) for share in found.shares)


def _computed(result: Result) -> Computed:
    return Computed(scores_of(result).definition, figures_in(result.figures))
