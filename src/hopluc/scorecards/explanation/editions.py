"""Why a score and a rank changed between two editions: shares of the unit's own figures, those of the others, the definition
and the territory, each by Shapley's value, summing to the whole change."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from hopluc.errors import WrongDefinition
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.explanation.shapley import shapley
from hopluc.scorecards.score import score

FIGURES: Final = "figures"  # the unit's own figures
OTHERS: Final = "others"  # the figures of the other units, which set ranks and bounds
DEFINITION: Final = "definition"  # indicators, weights, methods
TERRITORY: Final = "territory"  # which units there are


@dataclass(frozen=True)
class Edition:
    """A definition and the figures scored by it."""

    definition: Definition
    data: Data


@dataclass(frozen=True)
class Share:
    """What one cause did: points of score, and places of rank (positive: the rank number grew, so the unit fell)."""

    cause: str
    score: float
    rank: float


@dataclass(frozen=True)
class Change:
    """The change of one unit between two editions; the shares sum to `after` less `before`, in score and in rank."""

    unit: str
    before: tuple[float, float]
    after: tuple[float, float]
    shares: tuple[Share, ...]


Told = Callable[[Definition, Data, str], Floats]
"""What a unit comes to by a definition and figures: its score and its rank, in whatever shape the caller follows."""


def change(before: Edition, after: Edition, unit: str, *, recast: Data | None = None, former: str | None = None) -> Change:
    """The change of a unit's score and rank in the index between two editions, shared out among its causes.

    Where units were merged, `recast` holds the former figures on the new territory (`successions.recast`) and `former` the
    former unit whose score is the point of departure (of the same code unless named): territory is then a cause, and new
    figures, which exist for the new units alone, can only come after it. Raises WrongDefinition for a unit not in an edition.
    """
    first, last, shares = shared_out(_score_and_rank, before, after, unit, recast=recast, former=former)
    return Change(
        unit,
        (float(first[0]), float(first[1])),
        (float(last[0]), float(last[1])),
        tuple(Share(cause, float(share[0]), float(share[1])) for cause, share in shares.items()),
    )


def shared_out(
    told: Told, before: Edition, after: Edition, unit: str, *, recast: Data | None = None, former: str | None = None
) -> tuple[Floats, Floats, dict[str, Floats]]:
    """What a unit came to before and after, and the share of each cause in the change; as `change` says. Raises WrongDefinition."""
    base = before.data if recast is None else recast
    for edition, code in ((before.data, former or unit), (base, unit), (after.data, unit)):
        if code not in edition.units or edition.years:
            raise WrongDefinition(
                file=edition.file, key=code, reason="không có đơn vị này trong số liệu của kỳ (mỗi tệp một năm)"
            )
    merged = {FIGURES: TERRITORY, OTHERS: TERRITORY}
    causes = [DEFINITION, FIGURES, OTHERS] if recast is None else [TERRITORY, DEFINITION, FIGURES, OTHERS]

    def held(chosen: frozenset[str]) -> Floats:
        definition = after.definition if DEFINITION in chosen else before.definition
        if recast is not None and TERRITORY not in chosen:
            return told(definition, _measured(definition, before.data), former or unit)
        own = after.data if FIGURES in chosen else base
        others = after.data if OTHERS in chosen else base
        return told(definition, _measured(definition, _together(own, others, unit)), unit)

    shares = shapley(held, causes, merged if recast is not None else None)
    return held(frozenset()), held(frozenset(causes)), shares


def _measured(definition: Definition, data: Data) -> Data:
    """The figures that a definition asks for; what is not there is missing."""
    codes = tuple(one.code for one in definition.indicators)
    sizes = {one.denominator: data.size(one.denominator) for one in definition.indicators if one.denominator is not None}
    return replace(data, codes=codes, values=data.columns(codes), denominators=sizes)


def _score_and_rank(definition: Definition, data: Data, unit: str) -> Floats:
    scored = score(definition, data)
    if unit not in scored.units:
        return np.array([np.nan, np.nan])
    row, top = scored.units.index(unit), scored.tree.tops[0]
    return np.array([scored.values[row, top], scored.ranks[row, top]])


def _together(own: Data, others: Data, unit: str) -> Data:
    """The row of one unit from one set of figures, all other rows from another; a code that either lacks is missing there."""
    if own is others:
        return own
    rest = others.rows(np.array([code != unit for code in others.units]))
    mine = own.rows(np.array([code == unit for code in own.units]))
    codes = tuple(dict.fromkeys((*own.codes, *others.codes)))
    return Data(
        (*mine.units, *rest.units),
        codes,
        np.vstack((mine.columns(codes), rest.columns(codes))),
        denominators={
            code: np.concatenate((mine.size(code), rest.size(code))) for code in {**own.denominators, **others.denominators}
        },
        classes={
            code: (*mine.classes.get(code, ("",)), *rest.classes.get(code, ("",) * len(rest.units)))
            for code in {**own.classes, **others.classes}
        },
        file=others.file,
    )
