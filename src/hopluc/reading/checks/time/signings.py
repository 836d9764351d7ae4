"""Signings (ngày ký kết): the one agreement that a document speaks of without its parties, and the days it was signed on."""

from collections import defaultdict
from collections.abc import Iterator

from hopluc.reading.checks.acts import agree, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_PAPER = (
    r"(?P<paper>[Tt]hỏa thuận|[Bb]iên bản ghi nhớ|[Bb]ản ghi nhớ|[Cc]hương trình hợp tác|[Cc]hương trình phối hợp|[Hh]ợp đồng)"
)
# "Thỏa thuận ký ngày …", "Thỏa thuận hợp tác này được ký kết ngày …": no party and no name stands between.
_BARE = Pattern(
    rf"{_PAPER}(?: hợp tác| phối hợp)?(?: này| nói trên| trên)?,? (?:đã |được |chính thức )*ký(?: kết)?(?: vào)?(?: ngày)? $"
)
# "hai bên ký Thỏa thuận hợp tác ngày …", "ký kết Biên bản ghi nhớ vào ngày …".
_SIGNED = Pattern(rf"\bký(?: kết)? {_PAPER}(?: hợp tác| phối hợp)?[^.;:\n]{{0,60}}?(?:vào )?(?:ngày )?$")
_DAY_FIRST = Pattern(rf"^[^.;:\n]{{0,80}}?\bký(?: kết)? {_PAPER}")
_SIGN = cues("ký ")
_REACH = 110


def check_signings(case: Case) -> Iterator[Record]:
    """Two days of signing given to what can only be one agreement: once barely, and once more."""
    if not cued_somewhere(case):
        return
    bare: dict[str, list[Fact]] = defaultdict(list)
    told: dict[str, list[Fact]] = defaultdict(list)
    for fact, _ in case.dated:
        if fact.value.day is None or fact.value.year is None or fact.span.start in case.cited_dates:
            continue
        before = case.plain[max(0, fact.span.start - _REACH) : fact.span.start].rpartition("\n")[2]
        found = _BARE.search(before)
        if found:
            bare[found["paper"].casefold()].append(fact)
            continue
        sentence = case.sentence(fact.span)
        other = _SIGNED.search(before) or (
            _DAY_FIRST.match(case.plain[fact.span.end : sentence.end])
            if fact.span.start - sentence.start < len("Ngày  ")
            else None
        )
        if other:
            told[other["paper"].casefold()].append(fact)
    for paper, facts in bare.items():
        days = sorted((*facts, *told[paper]), key=lambda fact: fact.span)
        if len({fact.value.iso for fact in days}) == 2 and not agree(
            facts[0].value, next(fact for fact in days if fact.value != facts[0].value).value
        ):
            first = days[0]
            second = next(fact for fact in days if fact.value.iso != first.value.iso)
            note = f"{paper.capitalize()} ghi hai ngày ký: {written(first.value)} và {written(second.value)}"
            near = Span(max(0, second.span.start - 40), second.span.end)
            yield fault("date_conflict", f"{note}: {quoted(case.words(near))}.", [first.span, second.span])


def cued_somewhere(case: Case) -> bool:
    """Whether a document speaks of signing at all."""
    return next(cued(case, _SIGN, Pattern("ký ")), None) is not None
