"""Two or three spaces read as one (khoảng trắng thừa): a shorter text to read names on, and the way back to the offsets of the whole."""

from bisect import bisect_right
from itertools import accumulate

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern

_DOUBLED = Pattern(r"  (?<=[^\W_]  ) ?(?=[^\W_])")  # more are a gap between two columns; the scan skips to what stands first


class Squeezed:
    """A text whose words have one space between them, and the spans of the whole text that its spans stand for."""

    def __init__(self, whole: str) -> None:
        cuts = [(found.start() + 1, found.end()) for found in _DOUBLED.finditer(whole)] if "  " in whole else []
        starts, stops = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(whole)]
        self.text = "".join(map(whole.__getitem__, map(slice, starts, stops))) if cuts else whole
        self._left_out = [0, *accumulate(end - start for start, end in cuts)]
        self._starts = [start - left_out for start, left_out in zip(starts, self._left_out, strict=True)]

    def whole(self, span: Span) -> Span:
        """Where a span of the squeezed text stands in the whole one."""
        if len(self._left_out) == 1:  # nothing was left out
            return span
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, offset: int) -> int:
        return offset + self._left_out[bisect_right(self._starts, offset) - 1]
