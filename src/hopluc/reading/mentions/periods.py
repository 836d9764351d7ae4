"""Periods (giai đoạn): two stated ends, such as `2013 - 2015`."""

from dataclasses import dataclass
from typing import Any

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Period(Value):
    """A stretch of time with two stated ends, each as ISO year, month or day (`2013`, `2013-07`, `2013-07-25`)."""

    start: str | None
    end: str | None

    def as_json(self) -> dict[str, Any]:
        return {"from": self.start, "to": self.end}

    def brief(self) -> str:
        return f"{self.start}..{self.end}"
