"""Every kind of fact and record, in the order they are read: later ones may use what earlier ones found."""

from hopluc.reading.audit import INCONSISTENCY
from hopluc.reading.facts import Kind, RecordKind
from hopluc.reading.mentions import citations, dates, money, organisations, periods, persons, quantities, times
from hopluc.reading.records import (
    agreements,
    events,
    legal_bases,
    memberships,
    observations,
    petitions,
    programmes,
    statements,
    targets,
    tasks,
)

MENTIONS: tuple[Kind, ...] = (
    dates.KIND,
    periods.KIND,
    times.KIND,
    money.KIND,
    organisations.KIND,
    persons.KIND,
    citations.KIND,
    quantities.KIND,
)
RECORDS: tuple[RecordKind, ...] = (
    programmes.PROGRAMME,
    programmes.STRAND,
    legal_bases.KIND,
    memberships.KIND,
    agreements.KIND,
    tasks.KIND,
    events.KIND,
    petitions.KIND,
    targets.KIND,
    observations.KIND,
    statements.KIND,
    INCONSISTENCY,
)
