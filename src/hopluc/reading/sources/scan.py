"""Scans and photographs: words recognised on pictures of pages, as a Document whose every line has its page and box.

What was put right by the grammar of legal numbers leads back, through the document's `origin`, to what was recognised; it and every
word the recogniser was not sure of are `doubtful`, and so is what is read from them.
"""

import json
from types import MappingProxyType

from hopluc.errors import NoText, StateSecret
from hopluc.reading.document import Document, Span
from hopluc.reading.origin import OffsetMap, Stretch
from hopluc.reading.sources.blocks import write_pages
from hopluc.reading.sources.draft import Draft
from hopluc.reading.sources.paragraphs import Page
from hopluc.reading.sources.ruled import grids_of_strokes
from hopluc.reading.sources.scan_lines import Seen, Sheet, lines_of_sheet
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import SCAN

_FEWEST = 3


def document_of_scan(data: bytes, name: str) -> Document:
    """The sheets in `data` (JSON) as one Document. Raises StateSecret for a stamp, NoText where next to nothing was recognised."""
    seen: dict[int, tuple[Seen, ...]] = {}
    pages = []
    for sheet in (Sheet(**said) for said in json.loads(data)):
        grids = grids_of_strokes(*sheet.strokes)
        lines = lines_of_sheet(sheet, grids)
        seen.update({id(line.line): line.words for line in lines})
        pages.append(Page([line.line for line in lines], grids))
    _refuse_secrets(pages, name)
    draft = Draft(name)
    words = [word for line in write_pages(draft, pages) for word in seen[id(line)]]
    if len(words) < _FEWEST:
        raise NoText(name=name)
    origin, doubtful = _doubts(draft.text, words)
    properties = MappingProxyType({"recognised_pages": str(len(pages))})
    return Document(name, draft.text, SCAN, tuple(draft.locators), (), properties, origin, doubtful)


def _doubts(text: str, words: list[Seen]) -> tuple[OffsetMap | None, tuple[Span, ...]]:
    """Where the words that were repaired stand, and those that are not sure. Lines may be joined without a space ("NQ/" "TU")."""
    stretches, doubtful, place = [], [], 0
    for word in words:
        start = text.index(word.text, place)
        place = start + len(word.text)
        if word.text != word.written:
            stretches.append(Stretch(start, place, word.written))
        if not word.sure:
            doubtful.append(Span(start, place))
    return OffsetMap(tuple(stretches)) if stretches else None, tuple(doubtful)


def _refuse_secrets(pages: list[Page], name: str) -> None:
    first = "\n".join(line.text for page in pages[:1] for line in page.lines)
    if mark := secrecy_mark(first):
        raise StateSecret(name=name, mark=mark)
