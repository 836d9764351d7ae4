"""Scans and photographs: words recognised on pictures of pages, as a Document whose every line has its page and box.

What was put right by the grammar of legal numbers leads back, through the document's `origin`, to what was recognised; it and every
word the recogniser was not sure of are `doubtful`, and so is what is read from them.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from hopluc.errors import NoText
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.origin import OffsetMap, Stretch
from hopluc.reading.sources.blocks import write_pages
from hopluc.reading.sources.draft import Box, Draft
from hopluc.reading.sources.page_lines import PageLine
from hopluc.reading.sources.paragraphs import Page
from hopluc.reading.sources.pdf import pages_of_pdf, refuse_secrets
from hopluc.reading.sources.ruled import grids_of_strokes
from hopluc.reading.sources.scan_lines import Seen, Sheet, lines_of_sheet
from hopluc.reading.sources.sniff import PDF, SCAN

_FEWEST = 3


class _Recognised:
    """The pages of sheets by number, and what was seen on each of their lines."""

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self.pages: dict[int, Page] = {}
        self._seen: dict[int, tuple[Seen, ...]] = {}
        self._back: dict[int, Sequence[float]] = {}
        for sheet in sheets:
            grids = grids_of_strokes(*sheet.strokes)
            lines = lines_of_sheet(sheet, grids)
            self._seen.update({id(line.line): line.words for line in lines})
            self._back[sheet.page] = sheet.back
            self.pages[sheet.page] = Page([line.line for line in lines], grids)

    def doubts(self, lines: Sequence[PageLine], locators: Sequence[Locator]) -> tuple[OffsetMap | None, tuple[Span, ...]]:
        """Where the words that were repaired stand, and those that are not sure, on lines as they were written."""
        stretches, doubtful = [], []
        for line, locator in zip(lines, locators, strict=True):
            start = locator.span.start
            for word in self._seen.get(id(line), ()):
                end = start + len(word.text)
                if word.text != word.written:
                    stretches.append(Stretch(start, end, word.written))
                if not word.sure:
                    doubtful.append(Span(start, end))
                start = end + 1
        return OffsetMap(tuple(stretches)) if stretches else None, tuple(doubtful)

    def as_they_came(self, locators: Iterable[Locator]) -> tuple[Locator, ...]:
        """The locators, their boxes on pages that were straightened led back to the pages as they came."""
        return tuple(
            replace(at, box=_led_back(at.box, self._back[at.page])) if at.page in self._back and at.box else at
            for at in locators
        )


def _led_back(box: Box, back: Sequence[float]) -> Box:
    """The box round the four corners of a box, each led back."""
    left, bottom, right, top = box
    corners = [_point(x, y, back) for x in (left, right) for y in (bottom, top)]
    across, up = zip(*corners, strict=True)
    return (min(across), min(up), max(across), max(up))


def _point(x: float, y: float, back: Sequence[float]) -> tuple[float, float]:
    a, b, c, d, e, f, g, h, i = back
    depth = g * x + h * y + i or 1.0
    return round((a * x + b * y + c) / depth, 2), round((d * x + e * y + f) / depth, 2)


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in order as people write them.

    >>> ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    firsts = [number for before, number in pairwise([-1, *numbers]) if number != before + 1]
    lasts = [number for number, after in pairwise([*numbers, -1]) if after != number + 1]
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in zip(firsts, lasts, strict=True))


def _sheets(data: bytes) -> list[Sheet]:
    return [Sheet(**said) for said in json.loads(data)]


def document_of_scan(data: bytes, name: str) -> Document:
    """The sheets in `data` (JSON) as one Document. Raises StateSecret for a stamp, NoText where next to nothing was recognised."""
    known = _Recognised(_sheets(data))
    return _document(name, list(known.pages.values()), known, {})


def document_of_scanned_pdf(data: bytes, name: str) -> Document:
    """A .pdf file, of which the pages on the sheets (JSON, the first line of `data`) were recognised. Raises as its parts do."""
    head, _, pdf = data.partition(b"\n")
    known = _Recognised(_sheets(head))
    read = pages_of_pdf(pdf, name)
    pages = [known.pages.get(number, page) for number, page in enumerate(read.pages, start=1)]
    return replace(_document(name, pages, known, dict(read.claimed)), media=PDF)


def _document(name: str, pages: Sequence[Page], known: _Recognised, properties: dict[str, str]) -> Document:
    if pages:
        refuse_secrets(pages, name)
    draft = Draft(name)
    lines = write_pages(draft, pages)
    if sum(len(line.text.split()) for line in lines) < _FEWEST:
        raise NoText(name=name)
    origin, doubtful = known.doubts(lines, draft.locators)
    properties["recognised_pages"] = ranges(sorted(known.pages))
    said = MappingProxyType(properties)
    return Document(name, draft.text, SCAN, known.as_they_came(draft.locators), (), said, origin, doubtful)
