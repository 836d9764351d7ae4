"""Trends (diễn biến qua các năm): words that say that a row of figures rises or falls all the time, against the row."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_RISES = Pattern(
    r"\b(?:tăng (?:liên tục|đều|dần|qua các năm|hằng năm|hàng năm|từng năm|theo từng năm)|liên tục tăng|năm sau (?:luôn |đều )?(?:cao|nhiều|lớn) hơn năm trước|lên từng năm|tăng trưởng liên tục)\b",
    re.IGNORECASE,
)
_FALLS = Pattern(
    r"\b(?:giảm (?:liên tục|đều|dần|qua các năm|hằng năm|hàng năm|từng năm)|liên tục giảm|năm sau (?:luôn |đều )?(?:thấp|ít|nhỏ) hơn năm trước)\b",
    re.IGNORECASE,
)
_STARTS = cues("ăng ", "iảm ", "iên tục ", "ăm sau ", "ên từng ")
_WIDER = Pattern(
    r"(?P<how>thu hẹp|rút ngắn|nới rộng|giãn ra|doãng)\b[^.;\d]{0,60}?(?P<old>\d+(?:,\d+)?) (?P<unit>[^\W\d]+)[^.;\d]{0,50}?(?P<new>\d+(?:,\d+)?) (?P<same>[^\W\d]+)"
)
_WIDENS = cues("thu hẹp", "rút ngắn", "nới rộng", "giãn ra", "doãng")
_FEWEST, _MOST = 3, 8

CASES = (
    (
        "sum_mismatch",
        "Giá bán năm sau luôn cao hơn năm trước: năm 2016 được 210 đồng, năm 2017 là 235 đồng, năm 2018 là {205|245} đồng.",
    ),
    ("sum_mismatch", "Số đơn tăng liên tục: 12 đơn, 15 đơn và {14|18} đơn."),
)


def check_trends(case: Case) -> Iterator[Record]:
    """Rows that do not rise or fall as the words say."""
    told = [(found, Span(*found.span())) for pattern in (_RISES, _FALLS) for found in _places(case, pattern)]
    if told:
        sentences = {sentence.span.start: sentence for paragraph in paragraphs(case) for sentence in paragraph.sentences}
        for found, span in told:
            falls = _FALLS.search(found[0]) is not None
            sentence = sentences.get(case.sentence(span).start)
            yield from _in_words(case, sentence, span, falls=falls) if sentence else ()
    for found in cued(case, _WIDENS, _WIDER):
        old, new = (Decimal(found[name].replace(",", ".")) for name in ("old", "new"))
        narrows = found["how"] in ("thu hẹp", "rút ngắn")
        if found["unit"] == found["same"] and old != new and narrows != (new < old):
            yield fault(
                "sum_mismatch",
                f"Ghi {quoted(found['how'])} nhưng số liệu ngược lại: {quoted(found[0])}.",
                [Span(*found.span())],
            )


def _places(case: Case, pattern: Pattern) -> Iterator[re.Match[str]]:
    for word in cued(case, _STARTS, Pattern(r"\w+")):
        start = word.start()
        while start and case.plain[start - 1].isalpha():
            start -= 1
        found = pattern.match(case.plain, start)
        if found:
            yield found


def _in_words(case: Case, sentence: Sentence, span: Span, *, falls: bool) -> Iterator[Record]:
    """The row of one kind that the sentence tells behind the words."""
    row = [term for term in sentence.terms if term.span.start > span.end]
    row = [term for term in row if term.head == row[0].head and term.percent == row[0].percent]
    if not _FEWEST <= len(row) <= _MOST:
        return
    wrong = _turn([term.value for term in row], falls=falls)
    place = Span(span.start, row[-1].span.end)
    if wrong is None:
        yield passed(f"{quoted(case.words(place))}: đúng như dãy số.", [place])
    elif not any(term.hedged for term in row) and _are_of_years(case, row, span):
        note = f"Ghi {quoted(case.words(span))} nhưng sau {shown(row[wrong - 1].value)} là {shown(row[wrong].value)}"
        yield fault("sum_mismatch", f"{note}: {quoted(case.words(place))}.", [place])


def _are_of_years(case: Case, row: list[Term], span: Span) -> bool:
    """Whether the figures are set one right behind the other."""
    return (
        all(len(case.plain[one.span.end : other.span.start]) <= 60 for one, other in pairwise(row))
        and row[0].span.start - span.end <= 60
    )


def _turn(values: list[Decimal], *, falls: bool) -> int | None:
    """Where a row turns against its trend; None where it never does."""
    return next(
        (at for at in range(1, len(values)) if (values[at] > values[at - 1] if falls else values[at] < values[at - 1])), None
    )
