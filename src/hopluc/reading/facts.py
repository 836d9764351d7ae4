"""Fact and Record: what a document says, and the words that say it.

A Fact is a mention: one span and its value. A Record joins facts into a statement (who leads what by when) and rests on
one or more spans. Both serialise to the line format of the reference corpus (`docs/reference/facts.md`).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain, islice
from operator import attrgetter
from typing import Any

from hopluc.errors import BrokenAddition
from hopluc.reading.document import Document, Span, View
from hopluc.reading.patterns import Pattern


class Value:
    """What a fact or record says, as a frozen dataclass."""

    __slots__ = ()

    def as_json(self) -> dict[str, Any]:
        """Field by field; a field that is None stays, so that absence is said."""
        assert is_dataclass(self)
        return {f.name: _plain(getattr(self, f.name)) for f in fields(self)}

    def brief(self) -> str:
        """The value in one word or two, as cases and specifications write it."""
        return str(self)


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        return value.as_json()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


@dataclass(frozen=True, slots=True)
class Fact:
    """A mention: something a document names, and where. `certain` is False where an officer should look.

    `shown` is False for what two other mentions say together, as two dates say a stretch of time: readers of records and checks
    use it, and it is no mention of its own.
    """

    kind: str
    span: Span
    quote: str
    value: Any
    certain: bool = True
    shown: bool = True

    def as_json(self) -> dict[str, Any]:
        return {
            "type": "mention",
            "kind": self.kind,
            "start": self.span.start,
            "end": self.span.end,
            "text": self.quote,
            "value": self.value.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Record:
    """A statement a document makes, with the spans it rests on (at most three sentences), in order.

    `parts` gives, for a field of the value, the span of the very words that say it, where they are known.
    """

    kind: str
    value: Any
    evidence: tuple[Span, ...]
    certain: bool = True
    parts: tuple[tuple[str, Span], ...] = ()

    def as_json(self) -> dict[str, Any]:
        return {
            "type": "record",
            "kind": self.kind,
            **self.value.as_json(),
            "evidence": [[span.start, span.end] for span in self.evidence],
        }


class Found:
    """What has been read so far: facts in order of their spans, by kind, and records by kind. Readers only look."""

    def __init__(self, facts: Iterable[Fact] = (), records: Iterable[Record] = ()) -> None:
        self._facts: dict[str, list[Fact]] = {}
        self._starts: dict[str, list[int]] = {}
        self._records: dict[str, list[Record]] = {}
        self._views: dict[Any, Any] = {}
        for fact in facts:
            self._facts.setdefault(fact.kind, []).append(fact)
        for kind, known in self._facts.items():
            known.sort(key=_SPAN)
            self._starts[kind] = [fact.span.start for fact in known]
        for record in records:
            self._records.setdefault(record.kind, []).append(record)

    def add(self, kind: str, facts: Iterable[Fact]) -> None:
        """Take in all facts of one kind, once."""
        assert kind not in self._facts, f"{kind} was read twice"
        known = sorted(facts, key=_SPAN)
        self._facts[kind] = known
        self._starts[kind] = [fact.span.start for fact in known]

    def add_records(self, kind: str, records: Iterable[Record]) -> None:
        """Take in all records of one kind, once."""
        assert kind not in self._records, f"{kind} was read twice"
        self._records[kind] = list(records)

    def of(self, kind: str) -> list[Fact]:
        """Every fact of a kind, in the order the document says them."""
        return self._facts.get(kind, [])

    def records(self, kind: str) -> list[Record]:
        """Every record of a kind."""
        return self._records.get(kind, [])

    def facts(self) -> Iterator[Fact]:
        """Every fact of every kind, kind by kind in the order they were read."""
        return chain.from_iterable(self._facts.values())

    def all_records(self) -> Iterator[Record]:
        """Every record of every kind, kind by kind in the order they were read."""
        return chain.from_iterable(self._records.values())

    def view(self, document: Document, make: Callable[[Document, "Found"], View]) -> View:
        """What `make` makes of the document and its mentions, made once; only for what records added later do not change."""
        if make not in self._views:
            self._views[make] = make(document, self)
        made: View = self._views[make]
        return made

    def let_go(self) -> None:
        """Give up the views, which hold this in turn: so their room is free at once."""
        self._views.clear()

    def within(self, kind: str, span: Span) -> Iterator[Fact]:
        """The facts of a kind that lie wholly inside `span`, in order."""
        starts = self._starts.get(kind)
        if not starts:
            return _NONE
        start, end = span
        place = bisect_left(starts, start)
        if place == len(starts) or starts[place] >= end:
            return _NONE
        return _up_to(self._facts[kind], place, end)

    def first(self, kind: str, span: Span) -> Fact | None:
        """The first fact of a kind inside `span`, or None."""
        return next(self.within(kind, span), None)


_NONE: Iterator[Fact] = iter(())
_SPAN = attrgetter("span")


def _up_to(known: list[Fact], place: int, end: int) -> Iterator[Fact]:
    """The facts from `place` on that lie wholly before `end`."""
    for fact in islice(known, place, None):
        begun, stop = fact.span
        if begun >= end:
            return
        if stop <= end:
            yield fact


Reader = Callable[[Document, Found], Iterable[Fact]]
RecordReader = Callable[[Document, Found], Iterable[Record]]


@dataclass(frozen=True)
class Kind:
    """A kind of fact: its reader, and cases that are its tests, its documentation and its line in the evaluation.

    A case is a text in which each fact of this kind stands as ⟦brief value: words⟧, and no other is to be found.
    """

    name: str
    label: str
    read: Reader
    cases: tuple[str, ...] = ()


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: its reader, and cases: a text, and what is read from it (the fields named, in order)."""

    name: str
    label: str
    read: RecordReader
    cases: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = ()


@dataclass(frozen=True)
class Reading:
    """A document and everything read from it; `refused` is what broke of the kinds that outside packages add."""

    document: Document
    facts: tuple[Fact, ...]
    records: tuple[Record, ...]
    refused: tuple[BrokenAddition, ...] = ()

    def of(self, kind: str) -> list[Record]:
        """The records of a kind, in order."""
        return [record for record in self.records if record.kind == kind]

    def lines(self) -> Iterator[dict[str, Any]]:
        """The facts that are shown, then records, as plain objects, each with its document and where it stands.

        A fact whose words stand otherwise in the source (typed in an old encoding, put right on a scan) tells them as `written`.
        """
        for fact in self.facts:
            if not fact.shown:
                continue
            yield fact.as_json() | self._place(fact.span.start) | self._written(fact)
        for record in self.records:
            yield record.as_json() | self._place(record.evidence[0].start if record.evidence else 0)

    def _written(self, fact: Fact) -> dict[str, Any]:
        written = self.document.original(fact.span)
        return {"written": written} if written != fact.quote else {}

    def _place(self, offset: int) -> dict[str, Any]:
        locator = self.document.locate(offset)
        return {"document": self.document.name, "locator": locator.as_json() if locator else {}}


_MARK = Pattern(r"⟦(.*?): (.*?)⟧", re.DOTALL)


def unmark(case: str) -> tuple[str, list[tuple[Span, str]]]:
    """A case without its marks, and the facts marked: (span, brief value) in order."""
    text, marked, last = [], [], 0
    length = 0
    for found in _MARK.finditer(case):
        before = case[last : found.start()]
        length += len(before)
        marked.append((Span(length, length + len(found[2])), found[1]))
        length += len(found[2])
        text += [before, found[2]]
        last = found.end()
    return "".join([*text, case[last:]]), marked
