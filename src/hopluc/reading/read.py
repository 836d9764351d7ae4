"""read(document): every fact the document states, each with the words that state it."""

from collections.abc import Sequence

from hopluc.reading.document import Document
from hopluc.reading.facts import Found, Kind, Reading, RecordKind
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
    return Reading(document, tuple(facts), tuple(said))
