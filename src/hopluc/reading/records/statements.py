"""Statements (nội dung báo cáo): typed items of narrative: result, shortcoming, cause, plan, recommendation."""

from dataclasses import dataclass

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Statement(Value):
    """One item as written. `type` is result, shortcoming, cause, plan or recommendation; `strand` the heading it stands under."""

    text: str
    type: str
    strand: str | None = None
    section: str | None = None
