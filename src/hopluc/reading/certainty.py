"""Which records are certain: those that say nothing doubtful, and on whose figures and dates there is no point to check."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter
from typing import Any

from hopluc.money import currencies
from hopluc.reading.checks.findings import KIND as CHECK
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.mentions.nouns import MEASURE, symbol_at, word_at
from hopluc.reading.patterns import WORD

# What states figures or dates: a point to check on its words is a point to check on what it says.
_FIGURED = frozenset({"observation", "target", "event", "agreement", "task", "legal_basis"})
# Parts that are the figure or the day itself; a task's status or a petition's words are only some of what was said.
_EXACT = frozenset({"number", "date"})
# A figure of a measure says nothing as long as its subject says only how it moved.
_MOVED = frozenset("tăng giảm đạt còn hơn vượt chiếm bằng lên xuống thêm so với và là có trong đó năm".split())
_LONGEST_MOVED = 40
_END = itemgetter(1)


def with_certainty(facts: Iterable[Fact], records: Sequence[Record]) -> Iterator[Record]:
    """The records in their order; uncertain where one says a doubtful fact, or a point to check of the document touches its words.

    A doubtful fact is one its reader was not sure of: a day that does not exist, years that run backwards, a number left blank. Uncertain
    is also a measure of which no word says what is measured (`giảm 1,46%`): somebody has to say of what it is.
    """
    doubtful = sorted((fact for fact in facts if not fact.certain), key=attrgetter("span"))
    starts = [fact.span.start for fact in doubtful]
    points = disjoint(span for record in records if record.kind == CHECK and not record.value.ok for span in record.evidence)
    for record in records:
        inside = (fact for span in record.evidence for fact in _within(doubtful, starts, span))
        doubted = record.kind != CHECK and (
            _is_flagged(record, points)
            or (record.kind == "observation" and is_of_nothing(record.value.subject, record.value.unit))
            or any(_says(record, fact) for fact in inside)
        )
        yield replace(record, certain=False) if record.certain and doubted else record


def disjoint(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that share a character joined into one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def touches(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Does a span share a character with one of the others, which are in order and share none with each other."""
    place = bisect_right(others, span[0], key=_END)
    return place < len(others) and others[place][0] < span[1]


def exact_parts(parts: Iterable[tuple[str, Any]]) -> list[Any]:
    """The spans of the parts that are the figure or the day itself."""
    return [span for name, span in parts if name in _EXACT]


def _is_flagged(record: Record, points: Sequence[tuple[int, int]]) -> bool:
    spans = exact_parts(record.parts) or record.evidence
    return record.kind in _FIGURED and any(touches(span, points) for span in spans)


def is_of_nothing(subject: str, unit: str | None) -> bool:
    """Is a figure a measure of which its subject says no more than how it moved: `giảm` of `1,46%`, `tấn` of `3.042 tấn`."""
    if len(subject) > _LONGEST_MOVED:
        return False
    said = set(WORD.findall(subject.casefold()))
    return _is_measure(unit) and not said - _MOVED - set(WORD.findall((unit or "").casefold()))


def _is_measure(unit: str | None) -> bool:
    """Is it a share, money or a measure (`tấn`, `ha`), which is always one of something; a counted noun (`hộ`) says itself what it counts."""
    if unit is None or unit == "%" or unit in currencies().values():
        return True
    head = symbol_at(unit, 0) or word_at(unit, 0)
    return head is not None and head.kind == MEASURE


def _within(doubtful: Sequence[Fact], starts: Sequence[int], span: Span) -> Iterator[Fact]:
    """The facts that begin inside the span."""
    yield from doubtful[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _says(record: Record, fact: Fact) -> bool:
    """Are the fact's value or its very words among what the record says."""
    said = set(_words(record.value.as_json()))
    quoted = re.compile(rf"(?<!\w){re.escape(fact.quote)}(?!\w)")
    exact = any(touches(span, [fact.span]) for span in exact_parts(record.parts))
    return exact or not said.isdisjoint(_words(fact.value.as_json())) or any(quoted.search(words) for words in said)


def _words(value: Any) -> Iterator[str]:
    """Every word a value holds but its units, which many figures share."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _words(item) if name != "unit" else ()
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
