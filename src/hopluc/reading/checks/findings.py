"""Inconsistency: a point to check (điểm cần đối chiếu), with the quotes and the arithmetic that show it."""

from dataclasses import dataclass

from hopluc.reading.document import Span
from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Elsewhere(Value):
    """A passage of another document that a finding also rests on."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Inconsistency(Value):
    """A fault, or a check that passes (`ok`). `explanation` is one Vietnamese sentence with the arithmetic and the quotes.

    Subtypes: impossible_date, date_conflict, incomplete_date, period_conflict, sequence (dates); sum_mismatch, count_mismatch,
    incomplete_list, count_doubt, unit_shift (sums); value_conflict (claims); truncated, missing_field, incomplete_number
    (shape); sum_ok where it passes. `other` names the other document, `elsewhere` its passages.
    """

    subtype: str
    explanation: str
    ok: bool = False
    other: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
