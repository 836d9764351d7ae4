"""Across documents (đối chiếu giữa các văn bản): one act with two dates, one agreement signed twice, one claim with two figures."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hopluc.reading.checks.acts import Act, acts_of, agree, is_one, parsed, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import Claim, claims_of, pairs
from hopluc.reading.checks.findings import KIND, Elsewhere, Inconsistency, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.vietnamese import fold

_DATES = ("impossible_date", "date_conflict")
_PERIOD_YEARS = 3


def check_across(cases: Sequence[Case], found: Sequence[list[Record]]) -> list[list[Record]]:
    """The findings of each document with those that another shows; a fault the other document settles names it."""
    joined = [list(records) for records in found]
    acts = [acts_of(case) for case in cases]
    claims = [claims_of(case) if len(cases) > 1 else [] for case in cases]
    for place, case in enumerate(cases):
        for other_place, other in enumerate(cases):
            if other_place == place:
                continue
            joined[place] = _acts(joined[place], acts[place], other, acts[other_place])
            joined[place] += _agreements(case, other)
            if _same_years(case, other):
                joined[place] += _claims(claims[place], other, claims[other_place])
    return joined


def _elsewhere(other: Case, span: Span) -> Elsewhere:
    return Elsewhere(other.document.name, span, other.words(span))


def _across(subtype: str, note: str, evidence: Span, other: Case, span: Span, *, ok: bool = False) -> Record:
    value = Inconsistency(subtype, note, ok, other.document.name, (_elsewhere(other, span),))
    return Record(KIND, value, (evidence,))


def _acts(records: list[Record], acts: list[Act], other: Case, theirs: list[Act]) -> list[Record]:
    """One act dated differently in another document: told by the fault already found, or by one of its own."""
    records = list(records)
    told: set[str] = set()
    for act in acts:
        if act.day is None or act.key in told:
            continue
        same = [known for known in theirs if known.day is not None and is_one(act, known)]
        differing = next((known for known in same if known.day and not agree(act.day, known.day)), None)
        known = next((place for place, record in enumerate(records) if _is_about(record, act)), None)
        if differing is None or differing.day is None:
            continue
        told.add(act.key)
        if known is not None:
            records[known] = _settled(records[known], other, differing)
        elif not any(one.day and agree(act.day, one.day) for one in same):
            note = (
                f"{act.name} ghi ngày {written(act.day)}, văn bản {other.document.name} ghi ngày {written(differing.day)}: "
                f"{quoted(other.words(differing.passage))}."
            )
            records.append(_across("date_conflict", note, act.passage, other, differing.passage))
    return records


def _is_about(record: Record, act: Act) -> bool:
    return record.value.subtype in _DATES and not record.value.ok and act.passage in record.evidence


def _settled(record: Record, other: Case, act: Act) -> Record:
    """A fault of one document with what another says on the same act, unless the document itself says it elsewhere."""
    value = record.value
    if value.other is not None or act.day is None or len(record.evidence) > 1:
        return record
    note = f"{value.explanation.rstrip('.')}; văn bản {other.document.name} ghi {written(act.day)}."
    return replace(
        record, value=replace(value, explanation=note, other=other.document.name, elsewhere=(_elsewhere(other, act.passage),))
    )


def _agreements(case: Case, other: Case) -> Iterator[Record]:
    """One agreement with two signing dates; a date that was planned and the day it came to be are no conflict."""
    for record in case.found.records("agreement"):
        for known in other.found.records("agreement"):
            if not _one_agreement(record, known):
                continue
            first, second = parsed(record.value.signed), parsed(known.value.signed)
            planned = parsed(known.value.planned_signing) if second is None else None
            if first and second and not agree(first, second):
                note = (
                    f"Thỏa thuận ghi ký ngày {written(first)}, văn bản {other.document.name} ghi ký ngày {written(second)}: "
                    f"{quoted(other.words(known.evidence[0]))}."
                )
                yield _across("date_conflict", note, record.evidence[0], other, known.evidence[0])
            elif first and planned:
                note = f"Văn bản {other.document.name} dự kiến ký {written(planned)}; ở đây ghi đã ký ngày {written(first)}."
                yield _across("planned_actual", note, record.evidence[0], other, known.evidence[0], ok=True)


def _one_agreement(first: Record, second: Record) -> bool:
    """Whether two records tell of one agreement: the same parties, and terms that begin or end together."""
    one, two = first.value, second.value
    parties = [{fold(party) for party in value.parties} for value in (one, two)]
    if len(parties[0]) < 2 or parties[0] != parties[1] or not first.evidence or not second.evidence:
        return False
    if one.period and two.period:
        return bool(one.period.start == two.period.start or one.period.end == two.period.end)
    return fold(one.title) == fold(two.title)


def _same_years(first: Case, second: Case) -> bool:
    """Whether two documents report on the same years, so that a like sentence is the same sentence."""
    one, two = _years(first), _years(second)
    return not one or not two or bool(one & two)


def _years(case: Case) -> set[str]:
    """The years a document reports on: of the first periods it names."""
    first = [fact.value for fact in case.found.of("period")[:_PERIOD_YEARS]]
    return {str(end)[:4] for period in first for end in (period.start, period.end) if end}


def _claims(claims: list[Claim], other: Case, theirs: list[Claim]) -> Iterator[Record]:
    for claim, known in pairs(claims, theirs):
        quote = quoted(other.words(known.clause))
        if claim.value == known.value:
            note = f"{claim.told} khớp với văn bản {other.document.name}."
            yield _across("value_ok", note, claim.clause, other, known.clause, ok=True)
        else:
            note = f"Ở đây ghi {claim.told}, văn bản {other.document.name} ghi {known.told}: {quote}."
            yield _across("value_conflict", note, claim.clause, other, known.clause)
