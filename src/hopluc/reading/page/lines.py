"""The lines of a document: each with its marker (`PHẦN I`, `Điều 3.`, `1.2.`, `a)`, `-`) and what stands before it."""

from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.page.line_markers import MARKERS
from hopluc.reading.patterns import Pattern

_LINE = Pattern(r"\S(?:.*\S)?")

_NUMBER = Pattern(r"[\dIVXLC]+(?:\.\d+)*[a-z]?$")
_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7"}


class Line(NamedTuple):
    """A line without the space around it. `body` is where the words after the marker begin.

    `style` names the way it is marked (None where it is not), `number` the marker's number or letter. `gap` counts the line breaks
    before it; `tab` says that a tab stands before it, as in tables written one cell a line.
    """

    start: int
    end: int
    body: int
    style: str | None
    number: str | None
    gap: int
    tab: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def lines(document: Document) -> tuple[Line, ...]:
    """The lines that are not blank, in order, furniture left out."""
    return document.view(_split)


def _split(document: Document) -> tuple[Line, ...]:
    text = document.plain
    found, last = [], 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        gap, tab = 1, False
        if not last or start > last + 1:  # more than one line break between
            gap = text.count("\n", last, start)
            tab = "\t" in text[text.rfind("\n", last, start) + 1 : start] if start > last else False
        marker = MARKERS.match(text, start, end)
        if marker is None:
            found.append(Line(start, end, start, None, None, gap, tab))
        else:
            body = marker.end()
            while body < end and text[body] in " \t":
                body += 1
            found.append(Line(start, end, body, marker.lastgroup, _number(marker[0]), gap, tab))
        last = end
    return _without_furniture(document, found)


def _number(marker: str) -> str | None:
    """The number or letter of a marker: `3.2` of `3.2.`, `II` of `PHẦN II.`, `a` of `a)`; None for a dash."""
    last = marker.rsplit(maxsplit=1)[-1].strip("().:/- ")
    if last in _ORDINALS:
        return _ORDINALS[last]
    return last if last and ((len(last) == 1 and last.isalpha()) or _NUMBER.match(last)) else None


def _without_furniture(document: Document, found: list[Line]) -> tuple[Line, ...]:
    if not document.furniture:
        return tuple(found)
    kept, furniture, place = [], sorted(document.furniture), 0
    for line in found:
        while place < len(furniture) and furniture[place].end <= line.start:
            place += 1
        if place == len(furniture) or not furniture[place].overlaps(line.span):
            kept.append(line)
    return tuple(kept)
