"""Every kind of fact and record, in the order they are read: later ones may use what earlier ones found."""

from hopluc.reading.audit import INCONSISTENCY
from hopluc.reading.facts import Kind, RecordKind
from hopluc.reading.mentions import citations, dates, money, organisations, periods, persons, quantities
from hopluc.reading.records import events, observations, petitions, statements, targets

MENTIONS: tuple[Kind, ...] = (
    dates.KIND,
    periods.KIND,
    money.KIND,
    organisations.KIND,
    persons.KIND,
    citations.KIND,
    quantities.KIND,
)
RECORDS: tuple[RecordKind, ...] = (events.KIND, petitions.KIND, targets.KIND, observations.KIND, statements.KIND, INCONSISTENCY)
