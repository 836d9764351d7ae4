"""The figures of an earlier edition on the territory of a later one: former provinces by what they became, where there were mergers."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from hopluc.scorecards import Data, Definition
from hopluc.scorecards.explanation.successions import recast, usual_rules
from hopluc.vietnamese import fold
from hopluc.web.observatory.territory import are_former, successors


@dataclass(frozen=True)
class Rebased:
    """The figures of the units of today, from which former unit each set out, and how parts became a whole, by indicator."""

    data: Data
    former: dict[str, str]
    rules: dict[str, str]


def rebased(definition: Definition, before: Data, after: Data, on: date, rules: dict[str, str] | None = None) -> Rebased | None:
    """The earlier figures on the later territory; None where no units were merged between the two.

    `rules` put other rules (`successions.RULES`) in the place of the usual ones, by code.
    """
    names = dict(zip(before.units, before.names or before.units, strict=True))
    later = dict(zip(after.units, after.names or after.units, strict=True))
    if not are_former(list(names.values()), on) or are_former(list(later.values()), on):
        return None
    heirs = dict(successors(names, later, on))
    if not heirs:
        return None
    known = before.rows(np.array([code in heirs for code in before.units]))
    ways = {code: rule for code, rule in (usual_rules(definition) | (rules or {})).items() if code in known.codes}
    data = recast(known, heirs, ways, size_of(definition, known))
    return Rebased(data, _departures(names, later, heirs), ways)


def size_of(definition: Definition, data: Data) -> str | None:
    """The denominator by which means are weighed: the population where there is one, else the first; None where there is none."""
    there = [one for one in definition.denominators if one.code in data.denominators]
    people = [one for one in there if "dan so" in fold(one.name)]
    return next((one.code for one in (*people, *there)), None)


def _departures(names: dict[str, str], later: dict[str, str], heirs: dict[str, str]) -> dict[str, str]:
    """For each later unit the former one of its name, else the first that it was made of."""
    found: dict[str, str] = {}
    for code, heir in heirs.items():
        if heir not in found or names[code] == later[heir]:
            found[heir] = code
    return found
