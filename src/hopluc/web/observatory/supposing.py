"""What if (nếu … thì): a result with some figures of one unit changed, and how sure the rank then is; what would take it to a rank."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from hopluc.errors import CannotScore, WrongDefinition
from hopluc.scorecards import Data, Scores
from hopluc.scorecards.explanation.plans import Aim, Plan, levers, plans
from hopluc.scorecards.score import score
from hopluc.scorecards.uncertainty.inputs import Analysis, usual_inputs
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.replicates import uncertainty
from hopluc.web.observatory.outcomes import known

REPLICATES = 1_000
LEVEL = 0.9


@dataclass(frozen=True)
class Supposed:
    """The score and rank a unit would have, their intervals, and in which share of replicates it holds that rank or a better one."""

    score: float | None
    rank: int | None
    low: float | None = None
    high: float | None = None
    likely: float | None = None


def supposed(scores: Scores, unit: str, changes: Mapping[str, float | None]) -> Supposed:
    """What a unit would come to with these figures in place of its own, all others as they are. Raises CannotScore."""
    data = changed(scores.data, unit, changes)
    after = score(scores.definition, data)
    if unit not in after.units:
        return Supposed(None, None)
    row, top = after.units.index(unit), after.tree.tops[0]
    value, rank = known(after.values[row, top]), known(after.ranks[row, top])
    if rank is None:
        return Supposed(value, None)
    return _with_intervals(scores, data, unit, Supposed(value, int(rank)))


def _with_intervals(scores: Scores, data: Data, unit: str, found: Supposed) -> Supposed:
    """The same with intervals where the index can be computed otherwise."""
    assert found.rank is not None, "intervals are of a rank"
    analysis = Analysis(usual_inputs(scores.definition, data), REPLICATES, level=LEVEL)
    try:
        sure = uncertainty(Model(scores.definition, data, analysis))
    except (CannotScore, WrongDefinition):
        return found
    place = data.units.index(unit)
    low, high = sure.interval
    likely = known(sure.ranks.at_most(found.rank)[place])
    return replace(found, low=known(low[place]), high=known(high[place]), likely=likely)


def changed(data: Data, unit: str, changes: Mapping[str, float | None]) -> Data:
    """The figures with some of a unit's put otherwise."""
    values = data.values.copy()
    row = data.units.index(unit)
    for code, value in changes.items():
        values[row, data.codes.index(code)] = np.nan if value is None else value
    return replace(data, values=values)


def way_to(scores: Scores, unit: str, rank: int) -> Plan | None:
    """The figures to move with least effort so that a unit comes to a rank; None where no few of them do."""
    found = plans(scores.definition, scores.data, Aim(unit, rank), levers(scores.definition, scores.data, unit))
    return found[0] if found else None
