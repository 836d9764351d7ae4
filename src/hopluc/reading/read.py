"""read(document): every fact the document states, each with the words that state it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from hopluc.reading.additions import added, read_added, read_added_records
from hopluc.reading.certainty import touches, with_certainty
from hopluc.reading.document import Document
from hopluc.reading.facts import Fact, Found, Kind, Reading, Record, RecordKind
from hopluc.reading.kinds import MENTIONS, RECORDS


def read(document: Document, mentions: Sequence[Kind] | None = None, records: Sequence[RecordKind] | None = None) -> Reading:
    """Every fact and record the readers find, in the order the document says them. Same in, same out.

    Kinds that are not named are all of ours, then those of outside packages; what breaks of the latter is in `refused`.
    """
    found = Found()
    refused = list(added().refused) if mentions is None or records is None else []
    for kind in MENTIONS if mentions is None else mentions:
        found.add(kind.name, kind.read(document, found))
    if mentions is None:
        refused += read_added(document, found)
    for record_kind in RECORDS if records is None else records:
        found.add_records(record_kind.name, record_kind.read(document, found))
    if records is None:
        refused += read_added_records(document, found)
    facts = sorted(found.facts(), key=attrgetter("span"))
    said = sorted(found.all_records(), key=lambda record: record.evidence[0] if record.evidence else (0, 0))
    if document.doubtful:
        facts, said = list(_with_doubts(document, facts)), list(_records_with_doubts(document, said))
    reading = Reading(document, tuple(facts), tuple(with_certainty(facts, said)), tuple(refused))
    document.let_go()
    found.let_go()
    return reading


def _with_doubts(document: Document, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts, those on words that were not surely recognised on a scan as uncertain."""
    for fact in facts:
        yield replace(fact, certain=False) if fact.certain and touches(fact.span, document.doubtful) else fact


def _records_with_doubts(document: Document, records: Iterable[Record]) -> Iterator[Record]:
    """The same of records, by the words that say their fields where those are known, else by their evidence."""
    for record in records:
        spans = [span for _, span in record.parts] or record.evidence
        doubtful = record.certain and any(touches(span, document.doubtful) for span in spans)
        yield replace(record, certain=False) if doubtful else record
