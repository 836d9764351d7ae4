"""Inconsistency: a point to check (điểm cần đối chiếu), with the quotes and the arithmetic that show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.document import Span
from hopluc.reading.facts import Record, Value

KIND = "inconsistency"
# Within how many characters, and with how many earlier faults of its kind, one is compared.
_NEAR, _LATEST = 400, 8
# A length of time that does not fit its two ends may be told either way.
_ALIKE = {"period_conflict": "date_conflict"}


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


def fault(subtype: str, explanation: str, evidence: Iterable[Span]) -> Record:
    """A point to check, resting on `evidence`."""
    return Record(KIND, Inconsistency(subtype, explanation), tuple(sorted(set(evidence))))


def passed(explanation: str, evidence: Iterable[Span], subtype: str = "sum_ok") -> Record:
    """A check that passes: what adds up is shown too, but raises no alarm."""
    return Record(KIND, Inconsistency(subtype, explanation, ok=True), tuple(sorted(set(evidence))))


def shown(number: Decimal | int) -> str:
    """A number as Vietnamese writes it: `5132` is `5.132`, `12.5` is `12,5`.

    >>> shown(Decimal("5132.50"))
    '5.132,5'
    """
    number = Decimal(number)
    whole = int(number)
    part = f"{abs(number - whole).normalize():f}"[2:] if number != whole else ""
    return f"{whole:,}".replace(",", ".") + (f",{part}" if part else "")


def quoted(text: str, limit: int = 90) -> str:
    """Words of a document in quotation marks, on one line, the middle left out where they are long."""
    words = " ".join(text.split())
    if len(words) > limit:
        first, last = words[: limit // 2].rpartition(" ")[0], words[-limit // 2 :].partition(" ")[2]
        words = f"{first} … {last}"
    return f"“{words}”"


def without_doubles(records: Iterable[Record]) -> list[Record]:
    """The records, each fault told once: of two of one kind that rest on much the same words, the first."""
    kept: list[Record] = []
    near: dict[tuple[str, int], list[Record]] = {}
    for record in records:
        if not record.value.ok:
            kind = _ALIKE.get(record.value.subtype, record.value.subtype)
            places = {(kind, at // _NEAR) for span in record.evidence for at in (span.start, span.end)}
            known = [other for place in places for other in near.get(place, ())[-_LATEST:]]
            if any(_rests_on_the_same(record, other) for other in known):
                continue
            for place in places:
                near.setdefault(place, []).append(record)
        kept.append(record)
    return kept


def _rests_on_the_same(first: Record, second: Record) -> bool:
    """Whether most of the words that the shorter evidence holds are shared."""
    shared = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start)) for one in first.evidence for other in second.evidence
    )
    return 2 * shared > min(sum(span.end - span.start for span in record.evidence) for record in (first, second))
