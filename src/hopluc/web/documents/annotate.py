"""A document's text with what was read marked in place: paragraphs of segments, each segment with the findings it belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hopluc.reading import Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked: the id its mark bears, and how it looks (`""`, `settled` or `check`)."""

    start: int
    end: int
    id: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks. `ids` are the marks that begin here; `look` the strongest look of all it is under."""

    text: str
    marked: bool = False
    ids: tuple[str, ...] = ()
    look: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document. `page` is set where a page begins; `cell` tells that it stands in a table."""

    segments: tuple[Segment, ...]
    page: int | None = None
    heading: bool = False
    cell: bool = False


_STRENGTH = {"settled": 0, "": 1, "check": 2}


def annotated(document: Document, marks: Sequence[Mark]) -> Iterator[Line]:
    """The lines of the document that hold any text, with the marks in place; marks may nest and overlap."""
    cuts = sorted({offset for mark in marks for offset in (mark.start, mark.end)})
    page, start = None, 0
    for text in document.text.splitlines(keepends=True):
        end = start + len(text)
        if text.strip():
            locator = document.locate(start + len(text) - len(text.lstrip()))
            turned = locator.page if locator and locator.page != page else None
            page = locator.page if locator else page
            within = [mark for mark in marks if mark.start < end and start < mark.end]
            edges = [start, *(cut for cut in cuts if start < cut < end), end]
            segments = tuple(_segments(document.text, edges, within))
            yield Line(segments, turned, bool(locator and locator.heading), bool(locator and locator.cell))
        start = end


def _segments(text: str, edges: Sequence[int], marks: Iterable[Mark]) -> Iterator[Segment]:
    marks = list(marks)
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        begun = tuple(mark.id for mark in over if mark.start == start or (mark.start < edges[0] == start))
        look = max((mark.look for mark in over), key=lambda name: _STRENGTH[name], default="")
        piece = text[start:end].replace("\r", "").rstrip("\n")
        if piece:
            yield Segment(piece, bool(over), begun, look)
