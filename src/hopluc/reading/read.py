"""read(document): every fact the document states, each with the words that state it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Reading, Record, RecordKind
from hopluc.reading.kinds import MENTIONS, RECORDS


def read(document: Document, mentions: Sequence[Kind] = MENTIONS, records: Sequence[RecordKind] = RECORDS) -> Reading:
    """Every fact and record the readers find, in the order the document says them. Same in, same out."""
    found = Found()
    for kind in mentions:
        found.add(kind.name, kind.read(document, found))
    for record_kind in records:
        found.add_records(record_kind.name, record_kind.read(document, found))
    facts = sorted((fact for kind in mentions for fact in found.of(kind.name)), key=lambda fact: fact.span)
    said = [record for kind in records for record in found.records(kind.name)]
    said.sort(key=lambda record: record.evidence[0] if record.evidence else (0, 0))
    return Reading(document, tuple(_with_doubts(document, facts)), tuple(_records_with_doubts(document, said)))


def _with_doubts(document: Document, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, those on words that were not surely recognised on a scan as uncertain."""
    for fact in facts:
        yield replace(fact, certain=False) if fact.certain and _is_doubtful(document, fact.span) else fact


def _records_with_doubts(document: Document, records: Iterable[Record]) -> Iterator[Record]:
    """The same of records, by the words that say their fields where those are known, else by their evidence."""
    for record in records:
        spans = [span for _, span in record.parts] or record.evidence
        doubtful = record.certain and any(_is_doubtful(document, span) for span in spans)
        yield replace(record, certain=False) if doubtful else record


def _is_doubtful(document: Document, span: Span) -> bool:
    place = bisect_right(document.doubtful, span.start, key=lambda known: known.end)
    return place < len(document.doubtful) and document.doubtful[place].start < span.end
