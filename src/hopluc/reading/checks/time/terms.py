"""Terms of agreements (thời hạn thỏa thuận): one agreement between the same parties, and the periods the document gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_GLUE = Pattern(r"[\s,]*(?:\([^()\n]{1,40}\)\s*)?(?:trong\s+)?(?:giai đoạn|thời kỳ)\s+$")
_JOINT = Pattern(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:,|và|với|cùng(?: với)?)\s+$")
_AGREEMENT = Pattern(
    r"\b(?:thỏa thuận|hợp tác|biên bản ghi nhớ|chương trình phối hợp|ký kết|hợp đồng|quy chế phối hợp)\b", re.IGNORECASE
)
# What a sentence says of an earlier period is no claim about the present one.
_EARLIER = Pattern(r"\b(?:kết quả hợp tác|trước đây|đã kết thúc|tổng kết|đánh giá kết quả)\b[^.;\n]{0,160}$")
_REACH = 320
# How far before a period the name of a party may end.
_BEFORE = 80
_MOST_PARTIES = 5
_PASSAGE = 160
# With how many other terms one is compared; no document tells of so many.
_MOST = 300
_GLUE_WORDS = ("giai đoạn", "thời kỳ")


@dataclass(frozen=True)
class Term:
    """The period said right behind the parties of an agreement."""

    parties: frozenset[str]
    period: Fact
    passage: Span
    planned: bool


def check_terms(case: Case) -> Iterator[Record]:
    """Periods of one agreement that overlap and yet differ, once for each pair of parties."""
    # What says the same of the same parties clashes with the same terms: the first of them stands for all.
    terms = list({(term.parties, term.period.value, term.planned): term for term in reversed(list(terms_of(case)))}.values())
    terms.sort(key=lambda term: term.period.span)
    told: set[frozenset[str]] = set()
    for place, term in enumerate(terms):
        for other in terms[place + 1 : place + _MOST]:
            pair = _common_pair(term, other)
            if pair and pair not in told and _clash(term, other):
                told.add(pair)
                yield _conflict(case, term, other)


def terms_of(case: Case) -> Iterator[Term]:
    """Every period that stands right behind the parties of an agreement: `giữa A với B, giai đoạn 2026-2030`."""
    organisations = case.found.of("organisation")
    ends: dict[int, int] = {}
    for period in case.found.of("period"):
        if not (period.value.start and period.value.end):
            continue
        if case.plain.startswith(" giữa ", period.span.end):
            yield from _between(case, organisations, period)
            continue
        before = case.plain[max(0, period.span.start - _BEFORE) : period.span.start]
        if not before.rstrip().endswith(_GLUE_WORDS):
            continue
        ends = ends or {fact.span.end: place for place, fact in enumerate(organisations)}
        named = any(map(ends.__contains__, range(period.span.start - len(before), period.span.start)))
        glue = _GLUE.search(before) if named else None
        if glue is None:
            continue
        place = ends.get(period.span.start - len(before) + glue.start())
        if place is None:
            continue
        start = max(0, organisations[place].span.start - _REACH)
        sentence = case.sentence(organisations[place].span)
        words = case.plain[max(start, sentence.start) : organisations[place].span.start]
        if _AGREEMENT.search(words) and not _EARLIER.search(words):
            parties = _parties(case, organisations, place)
            if len({fact.value.canonical for fact in parties}) == len(parties):
                yield Term(
                    frozenset(str(fact.value.canonical) for fact in parties),
                    period,
                    Span(_start(parties), period.span.end),
                    re.search(r"\b[Kk]ế hoạch\b", words) is not None,
                )


def _between(case: Case, organisations: list[Fact], period: Fact) -> Iterator[Term]:
    """The term of `Thỏa thuận hợp tác giai đoạn 2012-2016 giữa A và B`."""
    sentence = case.sentence(period.span)
    if not _AGREEMENT.search(case.plain, max(sentence.start, period.span.start - _REACH), period.span.start):
        return
    start = period.span.end + len(" giữa ")
    place = next((at for at, fact in enumerate(organisations) if fact.span.start == start), None)
    if place is None or _EARLIER.search(case.plain, sentence.start, period.span.start):
        return
    while place + 1 < len(organisations) and _JOINT.match(
        case.plain[organisations[place].span.end : organisations[place + 1].span.start]
    ):
        place += 1
    parties = _parties(case, organisations, place)
    if len({fact.value.canonical for fact in parties}) == len(parties) > 1:
        names = frozenset(str(fact.value.canonical) for fact in parties)
        yield Term(names, period, Span(period.span.start, organisations[place].span.end), planned=False)


def _parties(case: Case, organisations: list[Fact], place: int) -> list[Fact]:
    """The organisations joined by `và`, `với` or a comma, up to the one at `place`."""
    parties = [organisations[place]]
    while place and len(parties) < _MOST_PARTIES:
        before = organisations[place - 1]
        between = case.plain[before.span.end : organisations[place].span.start]
        if len(between) > 60 or not _JOINT.match(between):
            if organisations[place].span.contains(before.span) or before.span.overlaps(organisations[place].span):
                place -= 1
                continue
            break
        parties.append(before)
        place -= 1
    return [fact for fact in parties if fact.value.canonical]


def _start(parties: list[Fact]) -> int:
    """Where the parties begin that fit on a line with the last of them."""
    return min(fact.span.start for fact in parties if parties[0].span.end - fact.span.start <= _PASSAGE)


def _common_pair(first: Term, second: Term) -> frozenset[str] | None:
    """The parties two terms share: at least two, or the one where both name only one."""
    common = first.parties & second.parties
    if len(common) >= 2:
        return common
    alone = min(len(first.parties), len(second.parties)) == 1
    return common if common and alone else None


def _clash(first: Term, second: Term) -> bool:
    """Whether the periods overlap and differ; a plan for the first years of an agreement is a phase of it."""
    one, two = first.period.value, second.period.value
    grain = min(len(one.start), len(two.start), len(one.end), len(two.end))
    starts, ends = (one.start[:grain], two.start[:grain]), (one.end[:grain], two.end[:grain])
    if starts[0] == starts[1] and (ends[0] == ends[1] or first.planned != second.planned):
        return False
    return bool(max(starts) <= min(ends))


def _conflict(case: Case, first: Term, second: Term) -> Record:
    note = (
        f"Cùng một thỏa thuận ghi hai giai đoạn: {first.period.quote} ({quoted(case.words(first.passage))}) "
        f"và {second.period.quote} ({quoted(case.words(second.passage))})."
    )
    return fault("period_conflict", note, [first.passage, second.passage])
