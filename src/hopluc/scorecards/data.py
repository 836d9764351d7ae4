"""The figures an index is made of: a row a unit (in a year), a column an indicator, NaN where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np

from hopluc.scorecards.arrays import Floats, Truth, Whole

Cell = TypeVar("Cell")


@dataclass(frozen=True)
class Data:
    """Figures as they were given. Every array and tuple has one entry a row; `values` has one column a code.

    `years` is empty unless this is a panel, where a unit has a row a year. `file` says where the figures came from,
    and `lines` on which line of it each row stood.
    """

    units: tuple[str, ...]
    codes: tuple[str, ...]
    values: Floats
    names: tuple[str, ...] = ()
    denominators: Mapping[str, Floats] = field(default_factory=dict)
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    file: str = "-"
    lines: tuple[int, ...] = ()

    def columns(self, codes: Sequence[str]) -> Floats:
        """The columns of these codes in their order; a code that is not there is missing for every unit."""
        place = {code: column for column, code in enumerate(self.codes)}
        nothing = np.full(len(self.units), np.nan)
        return np.stack([self.values[:, place[code]] if code in place else nothing for code in codes], axis=1)

    def size(self, code: str) -> Floats:
        """The denominator of this code; missing for every unit where there is none."""
        return self.denominators.get(code, np.full(len(self.units), np.nan))

    def rows(self, kept: Truth) -> "Data":
        """The same data with the rows that are `kept`."""
        places = np.flatnonzero(kept)
        return replace(
            self,
            units=_taken(self.units, places),
            values=self.values[kept],
            names=_taken(self.names, places),
            denominators={code: column[kept] for code, column in self.denominators.items()},
            classes={code: _taken(column, places) for code, column in self.classes.items()},
            years=_taken(self.years, places),
            lines=_taken(self.lines, places),
        )


def _taken(row: tuple[Cell, ...], places: Whole) -> tuple[Cell, ...]:
    return tuple(row[place] for place in places) if row else ()
