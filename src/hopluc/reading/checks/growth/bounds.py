"""Bounds (mức tối thiểu, tối đa): a least above its most, and things listed that lie beyond the bound they are listed under."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_LEAST = Pattern(
    r"\b(?:không dưới|ít nhất|tối thiểu|không thấp hơn|không ít hơn|thấp nhất|chí ít)(?: là| phải có| có| bằng)?\s*$"
)
_MOST = Pattern(r"\b(?:không quá|tối đa|nhiều nhất|không vượt quá|không nhiều hơn|không cao hơn|cao nhất)(?: là| bằng)?\s*$")
_OVER = Pattern(r"\b(?:trên|hơn|từ|tối thiểu|ít nhất|không dưới)\s*$")
_UNDER = Pattern(r"\b(?:dưới|không quá|chưa đến|chưa tới|tối đa)\s*$")
_OPENS = Pattern(r"[^.;\d]{0,40}:\s*[^\W\d]")
_ITEM = Pattern(r"(?:,|;| và)?\s*(?:[^\W\d][^.;,:()\d]{1,50}?)\s?[(:-]?\s?$")
_FEWEST = 2
# A sentence without any of these tells no bound.
_CUES = ("không ", "ối thiểu", "ít nhất", "chí ít", "thấp nhất", "trên ", "dưới ", "hơn ", "từ ", "chưa đ", "chưa t")

CASES = (
    ("value_conflict", "Mỗi lớp có không quá 40 học viên và không dưới {45|25} học viên."),
    ("value_conflict", "Mức hỗ trợ tối thiểu {60|20} triệu đồng, tối đa 50 triệu đồng cho một hộ."),
    (
        "value_conflict",
        "Ba đơn vị có trên 100 sáng kiến: Công ty Sao Mai 142 sáng kiến, Viện Hóa học 118 sáng kiến, Trường Sông Công {88|108} sáng kiến.",
    ),
)


def check_bounds(case: Case) -> Iterator[Record]:
    """Bounds of one sentence that leave nothing between them, and the figures of a list beyond the bound it stands under."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if sentence.figures > 1 and any(map(sentence.words.__contains__, _CUES)):
                yield from _turned_round(case, sentence)
                yield from _beyond(case, sentence)


def _turned_round(case: Case, sentence: Sentence) -> Iterator[Record]:
    ends = [
        (term, _LEAST.search(sentence.before(place)), _MOST.search(sentence.before(place)))
        for place, term in enumerate(sentence.terms)
    ]
    least = [term for term, low, _ in ends if low]
    most = [term for term, _, high in ends if high]
    if len(least) != 1 or len(most) != 1:
        return
    low, high = least[0], most[0]
    if _unit(low) == _unit(high) and low.value > high.value:
        span = Span(min(low.span.start, high.span.start), max(low.span.end, high.span.end))
        note = f"Mức ít nhất ({shown(low.value)}) lớn hơn mức nhiều nhất ({shown(high.value)}): {quoted(case.words(span))}."
        yield fault("value_conflict", note, [span])


def _beyond(case: Case, sentence: Sentence) -> Iterator[Record]:
    terms = sentence.terms
    for place, bound in enumerate(terms[:-_FEWEST] if len(terms) > _FEWEST else ()):
        over, under = (pattern.search(sentence.before(place)) for pattern in (_OVER, _UNDER))
        if not (over or under) or not _OPENS.match(sentence.behind(place)):
            continue
        listed = [
            term
            for at, term in enumerate(terms[place + 1 :], place + 1)
            if _unit(term) == _unit(bound) and _ITEM.search(sentence.before(at))
        ]
        if len(listed) < _FEWEST or len(listed) != len(terms) - place - 1:
            continue
        wrong = next((term for term in listed if _is_beyond(term.value, bound.value, over=bool(over))), None)
        if wrong is not None:
            span = Span(bound.span.start, wrong.span.end)
            note = f"{shown(wrong.value)} nằm ngoài mức {quoted(case.words(bound.span))} đã nêu: {quoted(case.words(span))}."
            yield fault("value_conflict", note, [span])


def _is_beyond(value: Decimal, bound: Decimal, *, over: bool) -> bool:
    return value < bound if over else value > bound


def _unit(term: Term) -> str:
    return "%" if term.percent else term.currency or term.head or ""
