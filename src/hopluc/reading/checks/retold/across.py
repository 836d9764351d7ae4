"""Across documents (đối chiếu giữa các văn bản): one act with two dates, one agreement signed twice, one claim with two figures."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hopluc.reading.checks.acts import Act, acts_of, agree, is_one, parsed, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import Claim, ClaimKey, claims_of, indexed, like
from hopluc.reading.checks.findings import KIND, Elsewhere, Inconsistency, quoted
from hopluc.reading.checks.numbers import is_hedged
from hopluc.reading.checks.of_places import own_province
from hopluc.reading.checks.retold.named_across import named_across
from hopluc.reading.checks.retold.occasions import Key, figures_of_occasions
from hopluc.reading.checks.retold.told_across import passage, settings, told_across
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

_DATES = ("impossible_date", "date_conflict")
_YEAR = Pattern(r"(?<!đến )(?<!nhìn )(?<!hướng )\b[Nn][Ăă][Mm] ((?:19|20)\d\d)\b")
# "so với cùng kỳ năm 2023": told in 2024.
_LAST_YEAR = Pattern(r"\bcùng kỳ năm (?P<year>(?:19|20)\d\d)\b")
_YEAR_WORD = Pattern(r"(?:19|20)\d\d")
_TITLE = 700
_NEAR_DAYS = 60


@dataclass(frozen=True)
class Told:
    """What one document tells that another may tell too; `wrong` are the dated passages it has wrong by itself."""

    case: Case
    acts: Mapping[str, Sequence[Act]]
    claims: Mapping[ClaimKey, Sequence[Claim]]
    occasions: Mapping[Key, Claim]
    wrong: frozenset[Span]
    years: frozenset[str]
    province: str | None


def check_across(cases: Sequence[Case], found: Sequence[list[Record]]) -> list[list[Record]]:
    """The findings of each document with those that another shows; a fault the other document settles names it."""
    joined = [list(records) for records in found]
    told = [_told(case, records) for case, records in zip(cases, found, strict=True)] if len(cases) > 1 else []
    for place, this in enumerate(told):
        for other in told:
            if other is not this:
                joined[place] = _acts(joined[place], this, other)
                joined[place] += _agreements(this.case, other.case)
                joined[place] += _claims(this, other)
                joined[place] += _figures(this.case, other.case, joined[place])
                joined[place] += _named(this.case, other.case, joined[place])
    return joined


def _told(case: Case, records: Sequence[Record]) -> Told:
    acts = defaultdict(list)
    for act in acts_of(case):
        if act.day is not None:
            acts[act.key].append(act)
    impossible = (record for record in records if record.value.subtype == "impossible_date")
    wrong = frozenset(span for record in impossible for name, span in record.parts if name == "date")
    return Told(case, acts, indexed(claims_of(case)), figures_of_occasions(case), wrong, _years(case), own_province(case))


def _years(case: Case) -> frozenset[str]:
    """The years a document reports on: those of its title, or else that of its own date; empty where neither says."""
    title = frozenset(found[1] for found in _YEAR.finditer(case.plain, 0, _TITLE))
    before = frozenset(found["year"] for found in _LAST_YEAR.finditer(case.plain, 0, _TITLE))
    title = (title - before) | {str(int(year) + 1) for year in before}
    own = case.own_date
    return title or (frozenset((str(own.value.year),)) if own else frozenset())


def _elsewhere(other: Case, span: Span) -> Elsewhere:
    return Elsewhere(other.document.name, span, other.words(span))


def _across(subtype: str, note: str, evidence: Span, other: Case, span: Span, *, ok: bool = False) -> Record:
    value = Inconsistency(subtype, note, ok, other.document.name, (_elsewhere(other, span),))
    return Record(KIND, value, (evidence,))


def _acts(records: list[Record], this: Told, other: Told) -> list[Record]:
    """One act dated differently in another document: told by the fault already found, or by one of its own.

    What the other document has wrong by itself is no point to check here.
    """
    records = list(records)
    for key in this.acts.keys() & other.acts.keys():
        for act in this.acts[key]:
            same = [known for known in other.acts[key] if is_one(act, known)]
            differing = next((known for known in same if not _agree(act, known) and known.passage not in other.wrong), None)
            if differing is None:
                continue
            known = next((place for place, record in enumerate(records) if _is_about(record, act)), None)
            if known is not None:
                records[known] = _settled(records[known], other.case, differing)
            elif not any(_agree(act, one) for one in same):
                records.append(_two_dates(act, other.case, differing))
            break
    return records


def _agree(first: Act, second: Act) -> bool:
    return first.day is not None and second.day is not None and agree(first.day, second.day)


def _two_dates(act: Act, other: Case, differing: Act) -> Record:
    assert act.day is not None
    assert differing.day is not None
    note = (
        f"{act.name} ghi ngày {written(act.day)}, văn bản {other.document.name} ghi ngày {written(differing.day)}: "
        f"{quoted(other.words(differing.passage))}."
    )
    return _across("date_conflict", note, act.passage, other, differing.passage)


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
    return fold(one.title) == fold(two.title) or (
        one.form is not None and one.form == two.form and _signed_near(one.signed, two.signed)
    )


def _signed_near(one: str | None, other: str | None) -> bool:
    """Whether two days of signing are so near that two bodies have hardly signed twice."""
    first, second = parsed(one), parsed(other)
    if first is None or second is None or not first.first or not second.first:
        return False
    return abs((first.first - second.first).days) <= _NEAR_DAYS


def _claims(this: Told, other: Told) -> Iterator[Record]:
    """Like sentences, and figures of one named event, with two figures; where the figures agree, a passing check."""
    same_years = not this.years or not other.years or bool(this.years & other.years)
    told = set()
    here, there = settings(this.case).places, settings(other.case).places
    strange = bool(here and there) and not here & there
    two = this.province is not None and other.province is not None and this.province != other.province
    for claim, known in like(this.claims, other.claims):
        if two and not any(frozenset(fold(place).split()) <= claim.names for place in (this.province, other.province) if place):
            continue  # the same words in the papers of two provinces, with no place named
        if not same_years and not any(_YEAR_WORD.search(number) for number in claim.numbers):
            continue
        told.add(claim.clause)
        if claim.value != known.value and (strange or _is_about_so(this.case, claim) or _is_about_so(other.case, known)):
            continue
        if claim.value == known.value:
            note = f"{claim.told} khớp với văn bản {other.case.document.name}."
            yield _across("value_ok", note, claim.clause, other.case, known.clause, ok=True)
        else:
            yield _two_figures(claim, other.case, known, "")
    for key in this.occasions.keys() & other.occasions.keys():
        claim, known = this.occasions[key], other.occasions[key]
        rounded = _is_about_so(this.case, claim) or _is_about_so(other.case, known)
        if claim.value != known.value and claim.clause not in told and not rounded:
            yield _two_figures(claim, other.case, known, " về cùng một sự kiện")


def _is_about_so(case: Case, claim: Claim) -> bool:
    """Whether a figure is told to be about so much: `hơn 8.000 lượt khách`."""
    return bool(claim.fact.value.qualifier) or is_hedged(case.plain, claim.fact.span.start)


def _figures(this: Case, other: Case, known: Sequence[Record]) -> Iterator[Record]:
    """Figures that both documents tell of one thing in words of their own."""
    for one, another in told_across(this, other):
        here, there = passage(one), passage(another)
        if any(
            span.overlaps(one.span) for record in known if record.value.other == other.document.name for span in record.evidence
        ):
            continue
        note = (
            f"Văn bản này ghi {this.words(one.span)}, văn bản {other.document.name} ghi {other.words(another.span)}, "
            f"có thể về cùng một nội dung: {quoted(other.words(there))}."
        )
        yield _across("value_conflict", note, here, other, there)


def _named(this: Case, other: Case, known: Sequence[Record]) -> Iterator[Record]:
    """What both documents name alike and tell with two days, places, leads, posts or numbers."""
    for pair in named_across(this, other):
        if not _is_told(known, other, pair.here):
            note = f"{pair.what}: ở đây {quoted(this.words(pair.here))}, văn bản {other.document.name} {quoted(other.words(pair.there))}."
            yield _across(pair.subtype, note, pair.here, other, pair.there)


def _is_told(known: Sequence[Record], other: Case, span: Span) -> bool:
    """Whether a finding against the other document rests on these words already."""
    against = (record for record in known if record.value.other == other.document.name and not record.value.ok)
    return any(place.overlaps(span) for record in against for place in record.evidence)


def _two_figures(claim: Claim, other: Case, known: Claim, what: str) -> Record:
    quote = quoted(other.words(known.clause))
    note = f"Văn bản này ghi {claim.told}, văn bản {other.document.name} ghi {known.told}{what}: {quote}."
    return _across("value_conflict", note, claim.clause, other, known.clause)
