"""OffsetMap: the way from a decoded text back to the letters its writer typed in an encoding before Unicode."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from hopluc.reading.encodings import places
from hopluc.reading.kept import kept


class Stretch(NamedTuple):
    """A stretch of a document's text (code points, end exclusive) that was typed as `written`."""

    start: int
    end: int
    written: str


@dataclass(frozen=True)
class OffsetMap:
    """The stretches of a text that stand otherwise in its source, in order; what lies between stands there as it is."""

    stretches: tuple[Stretch, ...]

    @kept
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    @kept
    def _growth(self) -> list[int]:
        """How many letters more the source has than the text, before each stretch and after the last."""
        return [0, *accumulate(len(stretch.written) - (stretch.end - stretch.start) for stretch in self.stretches)]

    def source_offset(self, text: str, offset: int) -> int:
        """Where the letter at `offset` of `text` begins in the source, counted in the source's letters."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return offset
        stretch = self.stretches[place]
        if offset >= stretch.end:
            return offset + self._growth[place + 1]
        within = places(text[stretch.start : stretch.end], stretch.written)[offset - stretch.start]
        return stretch.start + self._growth[place] + within

    @kept
    def _written_starts(self) -> list[int]:
        return [stretch.start + growth for stretch, growth in zip(self.stretches, self._growth, strict=False)]

    def text_offset(self, text: str, offset: int) -> int:
        """Where the letter that begins at `offset` of the source stands in `text`; the way back of `source_offset`."""
        place = bisect_right(self._written_starts, offset) - 1
        if place < 0:
            return offset
        stretch, within = self.stretches[place], offset - self._written_starts[place]
        if within >= len(stretch.written):
            return offset - self._growth[place + 1]
        return stretch.start + bisect_left(places(text[stretch.start : stretch.end], stretch.written), within)

    def original(self, text: str, start: int, end: int) -> str:
        """What the source has for `text[start:end]`."""
        pieces, last = [], start
        for stretch in self._within(start, end):
            at = places(text[stretch.start : stretch.end], stretch.written)
            first, after = max(start, stretch.start), min(end, stretch.end)
            pieces += [text[last:first], stretch.written[at[first - stretch.start] : at[after - stretch.start]]]
            last = after
        return "".join([*pieces, text[last:end]])

    def _within(self, start: int, end: int) -> Iterator[Stretch]:
        place = max(0, bisect_right(self._starts, start) - 1)
        while place < len(self.stretches) and self.stretches[place].start < end:
            if self.stretches[place].end > start:
                yield self.stretches[place]
            place += 1


def offset_map(lines: Iterable[tuple[str, str]]) -> OffsetMap:
    """The map of a text put together from `lines` (as read, as written), a line end between."""
    stretches, start = [], 0
    for line, written in lines:
        if line != written:
            stretches.append(Stretch(start, start + len(line), written))
        start += len(line) + 1
    return OffsetMap(tuple(stretches))
