"""Agreements (thỏa thuận hợp tác): parties, signing, term, contents and focal points."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hopluc.reading.document import Document
from hopluc.reading.facts import Fact, Found, Record, RecordKind, Value
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.cases import CASES
from hopluc.reading.records.agreement.list_cases import LIST_CASES
from hopluc.reading.records.agreement.lists import listed_sayings
from hopluc.reading.records.agreement.paper import Paper, full_title, signed_paper
from hopluc.reading.records.agreement.passing import passing_sayings
from hopluc.reading.records.agreement.sayings import LONGEST_EVIDENCE, Saying, sayings
from hopluc.reading.records.agreement.terms import contents_after, focal_points_after
from hopluc.reading.records.agreement.told_cases import TOLD_CASES
from hopluc.reading.records.own_sides import issuer_of
from hopluc.reading.records.parties import Party


@dataclass(frozen=True, slots=True)
class Agreement(Value):
    """An agreement signed or planned. Parties and focal points go by canonical name; dates are ISO with their grain.

    `signed` is the date of signing as stated (`2015-05-11`, `--12-20`); `planned_signing` the date announced for it.
    `form` is the kind of paper as written (thỏa thuận, biên bản ghi nhớ, chương trình phối hợp, hợp đồng …).
    """

    title: str
    parties: tuple[str, ...] = ()
    signed: str | None = None
    planned_signing: str | None = None
    period: Period | None = None
    contents: tuple[str, ...] = ()
    focal_points: tuple[str, ...] = ()
    place: str | None = None
    form: str | None = None
    status: str | None = None


_YEAR = Pattern(r"(?<!đến )(?<!tới )(?<!ký )(?<!ký kết )\bnăm (20\d\d)\b")


def find_agreements(document: Document, found: Found) -> Iterator[Record]:
    """Each agreement the document tells of, once, however often it is named."""
    named = [*sayings(document, found), *listed_sayings(document, found)]
    paper = signed_paper(document, found)
    told = [*named, *passing_sayings(document, found, named)]
    if paper:
        yield _own(document, found, paper)
        own = {party.key for party in paper.parties}
        told = [saying for saying in told if not saying.keys <= own or saying.period not in (None, paper.period)]
    groups = _grouped([saying for saying in told if saying.parties])
    starts = sorted(saying.evidence.start for group in groups for saying in group)
    later = sorted((saying for saying in told if not saying.parties and saying.period), key=_begin)
    issuer = issuer_of(document, found)
    for group in sorted(groups, key=lambda group: group[0].evidence):
        yield _with_issuer(_agreement(document, found, group, later, starts), None if group[0].heading else issuer)


def _with_issuer(record: Record, issuer: Party | None) -> Record:
    """An agreement that names but one side is between it and the body whose document tells of it: `Sở đã ký … với B`."""
    sides = record.value.parties
    if issuer is None or len(sides) != 1 or issuer.name in sides:
        return record
    return replace(record, value=replace(record.value, parties=(issuer.name, *sides)))


def _begin(saying: Saying) -> int:
    return saying.evidence.start


def _grouped(sayings: list[Saying]) -> list[list[Saying]]:
    """The sayings of one agreement together, the fullest first; a passing word on known sides is left out."""
    groups: list[_Group] = []
    by_side: dict[str, list[_Group]] = {}
    for saying in sorted(sayings, key=lambda saying: saying.weight, reverse=True):
        keys = saying.keys
        home = next((group for group in by_side.get(min(keys), ()) if group.takes(saying, keys)), None)
        if home is not None:
            home.members.append(saying)
            home.period, home.day = home.period or saying.period, home.day or saying.day
            continue
        known = any(group.keys == keys for group in by_side.get(min(keys), ()))
        passing = saying.day is None and (saying.period is None or (len(keys) > 2 and not known))
        if not (passing and keys <= by_side.keys()):
            groups.append(_Group([saying], keys, saying.period, saying.day))
            for key in keys:
                by_side.setdefault(key, []).append(groups[-1])
    return [group.members for group in groups]


@dataclass
class _Group:
    """Sayings of one agreement: the sides of the fullest, which comes first, and the one term and the first day any of them gives."""

    members: list[Saying]
    keys: frozenset[str]
    period: Period | None
    day: Fact | None

    def takes(self, saying: Saying, keys: frozenset[str]) -> bool:
        """Whether a saying that shares a side tells of this agreement: no other side, no other term, no contract beside a programme."""
        if keys != self.keys and len(keys) > 1:
            return False
        if saying.period and self.period and saying.period != self.period:
            return False
        if _is_later(saying.period, self.day) or _is_later(self.period, saying.day):
            return False
        return ("hợp đồng" in saying.form) == ("hợp đồng" in self.members[0].form)


def _is_later(period: Period | None, day: Fact | None) -> bool:
    """Whether a term begins long after a day of signing, so that it is that of the next agreement of the same sides."""
    if period is None or day is None or not period.start or day.value.year is None:
        return False
    return bool(int(period.start[:4]) > day.value.year + 1)


def _agreement(document: Document, found: Found, group: list[Saying], later: list[Saying], starts: list[int]) -> Record:
    told = group[0]
    head = next((member for member in group if not member.is_bare), told)  # `Thỏa thuận nói trên ký ngày …` gives the day alone
    signing = next((member for member in group if member.day), None)
    dated = next((member for member in group if member.period), None)
    period = dated.period if dated else None
    evidence = [
        head.evidence,
        *([told.evidence] if told is not head else []),
        *([dated.evidence] if dated and dated.passing and dated is not head else []),
    ]
    if period is None:
        place = bisect_right(later, head.evidence.start, key=_begin)
        if place < len(later) and _begin(later[place]) < _next(starts, head.evidence.start):
            period = later[place].period
            evidence.append(later[place].evidence)
    year = _YEAR.search(head.title)
    if period is None and year:
        period = Period(year[1], year[1])
    planned = _is_planned(group, signing)
    day = signing.day.value.iso if signing and signing.day else next((member.year for member in group if member.year), None)
    contents, said = contents_after(document, group, starts)
    focal, named = focal_points_after(document, found, group, starts)
    evidence += [span for span in (said, named) if span]
    value = Agreement(
        title=head.title,
        parties=tuple(_fullest(party, group) for party in head.parties),
        signed=None if planned else day,
        planned_signing=day if planned else None,
        period=period,
        contents=contents,
        focal_points=focal,
        place=next((member.place for member in group if member.place and member.day), None),
        form=head.form,
        status="planned" if planned else _stands([member.status for member in group if member.status != "planned"]),
    )
    return Record("agreement", value, tuple(sorted(set(evidence[:3]))))


def _is_planned(group: list[Saying], dated: Saying | None) -> bool:
    """Whether the signing is still to come: as the saying with its date has it, else as all sayings in prose have it."""
    signings = [dated] if dated else [saying for saying in group if saying.signing and not saying.heading]
    return bool(signings) and all(saying.planned for saying in signings)


def _fullest(party: Party, group: list[Saying]) -> str:
    """A place's People's Committee signs for it: where any saying names the committee, it is the party."""
    names = [other.name for member in group for other in member.parties if other.key == party.key]
    return next((name for name in names if name.startswith("Ủy ban nhân dân")), party.name)


def _own(document: Document, found: Found, paper: Paper) -> Record:
    """The record of the agreement that the document itself is."""
    value = Agreement(
        title=full_title(document, found, paper),
        parties=tuple(party.name for party in paper.parties),
        signed=paper.signed,
        period=paper.period,
        contents=paper.contents,
        focal_points=paper.focal_points,
        place=paper.place,
        form=paper.form,
        status="signed" if paper.signed else None,
    )
    evidence = [span for span in (paper.title, paper.made, paper.named) if span]
    return Record("agreement", value, tuple(sorted(evidence)))


def _stands(said: list[str | None]) -> str | None:
    return next((status for status in ("signed", "in progress", "completed") if status in said), None)


def _next(starts: list[int], start: int) -> int:
    place = bisect_right(starts, start + LONGEST_EVIDENCE)
    return starts[place] if place < len(starts) else start + 3000


KIND = RecordKind("agreement", "thỏa thuận hợp tác", find_agreements, (*CASES, *LIST_CASES, *TOLD_CASES))
