"""Every kind of fact and record, in the order they are read: later ones may use what earlier ones found."""

from hopluc.reading.facts import Kind, RecordKind

MENTIONS: tuple[Kind, ...] = ()
RECORDS: tuple[RecordKind, ...] = ()
