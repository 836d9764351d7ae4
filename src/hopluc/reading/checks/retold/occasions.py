"""Occasions (sự kiện có tên): the figures that a document gives of one named event, such as the visitors of a fair."""

from collections import defaultdict
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import Claim, claim_of, figures
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern
from hopluc.vietnamese import fold

Key = tuple[str, str]

# A sentence that begins so goes on about the event named before it.
_GOES_ON = Pattern(
    r"(?:[-+•*]\s*)?(?:Sự kiện|Ngày hội|Hội nghị|Hội thảo|Hội chợ|Triển lãm|Diễn đàn|Cuộc thi|Tại (?:đây|sự kiện|ngày hội))\b"
)
_MORE = Pattern(r"(?:\s(?!và\b|với\b|từ\b|của\b|cho\b|trong\b|tại\b|đến\b|ở\b)[^\W\d]+){1,2}")
_PROPER = Pattern(rf"\b{CAPITAL}[^\W_]*")
_REACH = 700


def figures_of_occasions(case: Case) -> dict[Key, Claim]:
    """The one figure a document gives of a named event and a counted noun; where it gives several, none."""
    named = sorted(_named(case), key=lambda known: known[0])
    found: dict[Key, list[Claim]] = defaultdict(list)
    if named:
        for fact, value, unit in figures(case):
            sentence = case.sentence(fact.span)
            name = _occasion(case, named, sentence)
            if name:
                more = _MORE.match(case.plain, fact.span.end)
                counted = fold(unit + (more[0] if more else ""))
                found[name, counted].append(claim_of(case, fact, value, unit))
    return {key: claims[0] for key, claims in found.items() if len({claim.value for claim in claims}) == 1}


def _named(case: Case) -> Iterator[tuple[Span, str]]:
    """Where each event with a name of its own is named: one with a number in it, or several capitals."""
    for record in case.found.records("event"):
        name = record.value.name
        if record.evidence and _is_proper(record):
            yield record.evidence[0], fold(_core(name))


def _core(name: str) -> str:
    """The proper name an event's name ends with: `Techfest Vĩnh Hà 2026` of `Ngày hội khởi nghiệp Techfest Vĩnh Hà 2026`."""
    words = name.split()
    start = len(words)
    while start and (words[start - 1][:1].isupper() or words[start - 1].isdigit()):
        start -= 1
    return " ".join(words[start:]) if len(words) - start > 2 else name


def _is_proper(record: Record) -> bool:
    name = record.value.name
    return len(name.split()) > 1 and (any(c.isdigit() for c in name) or len(_PROPER.findall(name)) > 2)


def _occasion(case: Case, named: list[tuple[Span, str]], sentence: Span) -> str | None:
    """The event a sentence tells of: the only one it names, or the last one named where it goes on about it."""
    here = {name for span, name in named if span.overlaps(sentence)}
    if here:
        return here.pop() if len(here) == 1 else None
    if not _GOES_ON.match(case.plain, sentence.start):
        return None
    before = [name for span, name in named if sentence.start - _REACH <= span.start < sentence.start]
    return before[-1] if before else None
