"""Ordinals (thứ nhất, một là): points told one after another in prose, against the count announced before them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NOUN, NUMBERS, PLACES, UNITS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_VALUES = UNITS | PLACES
_STARTS = cues("hứ ", *(f"{word[1:]} là" for word in UNITS))
_ORDINAL = Pattern(
    r"(?:hứ (?P<order>nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?|(?P<point>(?:ột|ai|a|ốn|ăm|áu|ảy|ám|hín|ười)) là)(?=[\s,:])\s?[,:]?"
)
_OPENS = (".", ";", ":", "!", "?", "\n", "”")
_LAST = Pattern(r"(?:^|[.;\n]\s*)(?:Cuối cùng|Ngoài ra|Sau cùng)\b")
_COUNT = Pattern(rf"(?<![\w.,/-])(?P<number>0?\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<noun>{NOUN})\b", re.IGNORECASE)
_ABOVE = Pattern(
    rf"\b(?:(?:Trên đây là|Đó là|Đây là) (?P<number>0?\d{{1,2}}|{'|'.join(NUMBERS)}) (?:{NOUN})\b"
    rf"|(?P<again>0?\d{{1,2}}|{'|'.join(NUMBERS)}) (?:{NOUN})(?: [^\W\d]{{1,9}}){{0,2}} (?:nêu trên|nói trên|trên đây)\b)"
)
_SPAN = 5_000
_BEFORE = 220
_INDENT = 60
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The word that opens a point: its number, where it stands, and which way of counting it belongs to."""

    number: int
    span: Span
    way: str


def check_ordinals(case: Case) -> Iterator[Record]:
    """Points that skip a number, and points that are more or fewer than was announced."""
    for run in _runs(list(_ordinals(case))):
        numbers = [ordinal.number for ordinal in run]
        skipped = next((at for at in range(1, len(run)) if numbers[at] != numbers[at - 1] + 1), None)
        if skipped is not None:
            first, second = run[skipped - 1], run[skipped]
            note = f"Sau {quoted(case.words(first.span))} là {quoted(case.words(second.span))}: số thứ tự không liền nhau."
            yield fault("count_doubt", note, [first.span, second.span])
        else:
            yield from _announced(case, run)


def _ordinals(case: Case) -> Iterator[Ordinal]:
    plain = case.plain
    for found in cued(case, _STARTS, _ORDINAL):
        start = found.start() - 1
        before = plain[max(0, start - _INDENT) : max(0, start)].rstrip(" \t-+*•")
        if start < 0 or not plain[start].isalpha() or not (before.endswith(_OPENS) or not before):
            continue
        word = found["order"] or f"{plain[start].lower()}{found['point']}"
        if word in _VALUES:
            yield Ordinal(_VALUES[word], Span(start, found.end()), "order" if found["order"] else "point")


def _runs(ordinals: list[Ordinal]) -> Iterator[list[Ordinal]]:
    """The points that belong together: from a first one on, as long as their numbers grow, not far apart."""
    for way in ("order", "point"):
        run = list[Ordinal]()
        for ordinal in [known for known in ordinals if known.way == way]:
            if ordinal.number == 1:
                if len(run) >= _FEWEST:
                    yield run
                run = [ordinal]
            elif run and ordinal.number > run[-1].number and ordinal.span.start - run[-1].span.end < _SPAN:
                run.append(ordinal)
        if len(run) >= _FEWEST:
            yield run


def _announced(case: Case, run: list[Ordinal]) -> Iterator[Record]:
    """The finding on the count announced right before the first point; none where none was."""
    start = run[0].span.start
    low = max(0, start - _BEFORE)
    known = list(_COUNT.finditer(case.plain, low, start))
    if not known or case.is_taken(known[-1].start()):
        yield from _counted_after(case, run)
        return
    count = known[-1]
    between = case.plain[count.end() : start]
    if (
        any(c.isdigit() for c in between)
        or between.count(".") > 1
        or _LAST.search(case.plain, run[-1].span.end, run[-1].span.end + _SPAN)
    ):
        return
    number = number_of(count["number"])
    span = Span(count.start(), count.end())
    what = f"Nêu {quoted(case.words(span))}"
    if number == len(run):
        yield passed(f"{what} và nêu đủ {number}.", [span, run[-1].span])
    elif number > 1:
        yield fault("count_mismatch", f"{what} nhưng chỉ đếm đến {quoted(case.words(run[-1].span))}.", [span, run[-1].span])


def _counted_after(case: Case, run: list[Ordinal]) -> Iterator[Record]:
    """The count a text gives when it has told its points: `Trên đây là ba nhiệm vụ`."""
    last = run[-1].span
    count = _ABOVE.search(case.plain, last.end, last.end + _SPAN // 5)
    if count is None:
        return
    name = "number" if count["number"] else "again"
    number, span = number_of(count[name]), Span(count.start(name), count.end())
    if number > 1 and number != len(run):
        note = f"Đếm đến {quoted(case.words(last))} nhưng sau đó ghi {quoted(case.words(span))}."
        yield fault("count_mismatch", note, [last, span])
