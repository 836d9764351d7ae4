"""Dates (ngày, tháng, năm): day-month-year, day-month and month-year, in digits or words."""

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Day(Value):
    """A date as written: parts that the words do not give are None, and none is ever filled in.

    An impossible date (31/6/2026) keeps its parts; `first` and `last` are then None.
    """

    year: int | None
    month: int
    day: int | None

    @property
    def iso(self) -> str:
        """`2026-06-30`, `2026-06` or, without a year, `--06-30`."""
        year = f"{self.year:04}" if self.year is not None else "-"
        return f"{year}-{self.month:02}" + (f"-{self.day:02}" if self.day is not None else "")

    @property
    def grain(self) -> str:
        """`day` or `month`."""
        return "month" if self.day is None else "day"

    @property
    def first(self) -> date | None:
        """The first day meant; None without a year or when no such day exists."""
        return self._day(self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day meant; None without a year or when no such day exists."""
        if self.day is not None or self.year is None or not 1 <= self.month <= 12:
            return self._day(self.day or 1)
        return self._day(calendar.monthrange(self.year, self.month)[1])

    def _day(self, day: int) -> date | None:
        try:
            return date(self.year, self.month, day) if self.year is not None else None
        except ValueError:
            return None

    def as_json(self) -> dict[str, Any]:
        return {"date": self.iso}

    def brief(self) -> str:
        return self.iso
