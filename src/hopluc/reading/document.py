"""Document and Span: the text of a source, and the way back to its page, paragraph and cell.

The text is normalised to NFC once, when the source is opened, and never again: a span stays true.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from hopluc.reading.broken_lines import rejoined
from hopluc.reading.kept import kept
from hopluc.reading.origin import OffsetMap
from hopluc.vietnamese import canonical, fold, nfc, small

View = TypeVar("View")


class Span(NamedTuple):
    """A half-open stretch of a document's text, in code points."""

    start: int
    end: int

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def words_begin(text: str, start: int, end: int, signs: str | None = None) -> int:
    """Where the words between `start` and `end` begin: behind the blanks before them, or behind those of `signs`."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip(signs))


def words_end(text: str, start: int, end: int, signs: str | None = None) -> int:
    """Where the words between `start` and `end` end: before the blanks behind them, or before those of `signs`."""
    return start + len(text[start:end].rstrip(signs))


def joined(spans: Iterable[Span]) -> list[Span]:
    """What `spans` cover, as spans in order, apart from each other.

    >>> joined([Span(7, 9), Span(0, 4), Span(2, 5)])
    [Span(start=0, end=5), Span(start=7, end=9)]
    """
    covered: list[Span] = []
    for span in sorted(spans):
        if covered and span.start <= covered[-1].end:
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    return covered


class Cover:
    """Spans in any order, asked whether one of them holds another; as quick for a thousand of them as for one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest = list(accumulate([span.end for span in ordered], max))

    def holds(self, span: Span) -> bool:
        """Whether one of the spans holds the whole of `span`."""
        place = bisect_right(self._starts, span.start)
        return place > 0 and self._furthest[place - 1] >= span.end


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a stretch of the text stands in its source.

    `page` counts from 1 (pdf); `paragraph` from 0 in reading order; `cell` is (table, row, column), each from 0;
    `box` is (left, bottom, right, top) in points on a pdf page; `heading` is the outline level (1 is the highest) where the source marks one.
    """

    span: Span
    paragraph: int | None = None
    page: int | None = None
    cell: tuple[int, int, int] | None = None
    box: tuple[float, float, float, float] | None = None
    heading: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The coordinates that are known, without the span."""
        known = {"page": self.page, "paragraph": self.paragraph, "cell": self.cell, "box": self.box}
        return {name: value for name, value in known.items() if value is not None}


@dataclass(frozen=True)
class Document:
    """A source's text (văn bản) and the way back from any offset to where it stands.

    `name` is the file's name, `media` its media type, `locators` the parts of the source in order of their spans.
    `furniture` are spans of page furniture (menus, counters, link lists), which readers leave alone.
    `properties` is what the file says of itself (such as its creation date), never trusted as fact.
    `origin` leads back to the letters of a source that was typed in an encoding before Unicode, or recognised otherwise on a scan.
    `doubtful` are words of a scan that were not surely recognised, in order.
    """

    name: str
    text: str
    media: str = "text/plain"
    locators: tuple[Locator, ...] = ()
    furniture: tuple[Span, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    origin: OffsetMap | None = None
    doubtful: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        assert nfc(self.text) == self.text, "a source gives its text in NFC"

    def quote(self, span: Span) -> str:
        """The words at `span`, as they stand."""
        return self.text[span.start : span.end]

    def original(self, span: Span) -> str:
        """The words at `span` as the source has them: the letters of an encoding before Unicode or of a scan, else as they stand."""
        return self.quote(span) if self.origin is None else self.origin.original(self.text, *span)

    @kept
    def plain(self) -> str:
        """The text as readers see it: same length, one tone placement, plain spaces and hyphens, no line broken in mid-sentence."""
        return rejoined(canonical(self.text))

    @kept
    def small(self) -> str:
        """`plain` in small letters: what patterns search that care for no case, several times as fast as by ignoring it."""
        return small(self.plain)

    @kept
    def folded(self) -> str:
        """The text without marks or case, of the same length."""
        return fold(self.plain)

    @kept
    def _starts(self) -> list[int]:
        return [locator.span.start for locator in self.locators]

    @kept
    def _views(self) -> dict[Callable[["Document"], Any], Any]:
        return {}

    def view(self, make: Callable[["Document"], View]) -> View:
        """What `make` makes of this document (its lines, its layout), made once and kept with it."""
        try:
            made: View = self._views[make]
        except KeyError:
            made = self._views[make] = make(self)
        return made

    def let_go(self) -> None:
        """Give up what was worked out of the text to read it, many times as large as the text; it is worked out again where asked for."""
        for name in ("plain", "small", "folded", "_views"):
            self.__dict__.pop(name, None)

    def locate(self, offset: int) -> Locator | None:
        """The innermost known part of the source that holds `offset`; None where the source gives none."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= max(self.locators[place].span.end, self.locators[place].span.start + 1):
            return None
        return self.locators[place]
