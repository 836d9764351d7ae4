"""A document's text with what was read marked in place: paragraphs of segments, each segment with the findings it belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
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
    """A stretch of text under the marks `over`. `ids` are those of them that begin here; `look` is the strongest look of all."""

    text: str
    over: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    look: str = ""

    @property
    def marked(self) -> bool:
        return bool(self.over)


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
    waiting, under = sorted(marks, key=lambda mark: mark.start)[::-1], list[Mark]()
    page, start = None, 0
    for text in document.text.splitlines(keepends=True):
        end = start + len(text)
        if text.strip():
            locator = document.locate(start + len(text) - len(text.lstrip()))
            turned = locator.page if locator and locator.page != page else None
            page = locator.page if locator else page
            while waiting and waiting[-1].start < end:
                under.append(waiting.pop())
            under = [mark for mark in under if mark.end > start]
            edges = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
            segments = tuple(_segments(document.text, edges, under))
            yield Line(segments, turned, bool(locator and locator.heading), bool(locator and locator.cell))
        start = end


def _segments(text: str, edges: Sequence[int], marks: Sequence[Mark]) -> Iterator[Segment]:
    told: set[str] = set()
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        ids = tuple(mark.id for mark in over)
        look = max((mark.look for mark in over), key=lambda name: _STRENGTH[name], default="")
        piece = text[start:end].replace("\r", "").rstrip("\n")
        if piece:
            begun = tuple(mark.id for mark in over if mark.start >= edges[0] and mark.id not in told)
            told.update(ids)
            yield Segment(piece, ids, begun, look)
