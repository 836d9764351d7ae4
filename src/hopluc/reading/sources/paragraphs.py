"""Paragraphs of a pdf, rebuilt from its lines: what the writer typed as one goes back together.

A line goes on the paragraph before it when it stands right under the line before, and that line was full: its first word would
not have fitted there. Page numbers and the headers that every page repeats are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hopluc.reading.sources.draft import Piece
from hopluc.reading.sources.page_lines import PageLine

_PAGE_NUMBER = re.compile(r"[-–— ]*(?:(?:Trang|Page|tr\.) *)?\d{1,4}(?: *[/|] *\d{1,4})?[-–— .]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ITEM = re.compile(
    r"(?:[-–—+*•·▪●○■□➢✓]|\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[a-zđ]\)|[IVX]{1,5}[.)]|\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|"
    r"(?:Điều|Chương|Mục|Phần|Phụ lục|Khoản) [\dIVXLC]+[.:]?)\s"
)
_STUCK = re.compile(r"[\w.)][-/]$")
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’)»]?$")
_NEAR = 2.0


@dataclass(slots=True)
class Block:
    """A paragraph, or a cell of a table, as lines in order."""

    lines: list[PageLine] = field(default_factory=list)
    cell: tuple[int, int, int] | None = None

    def pieces(self) -> list[tuple[str, Piece]]:
        """The lines with what joins each to the one before: nothing after "2016-" or "NQ/", else a space."""
        joined, before = [], ""
        for line in self.lines:
            glue = "" if not before or _STUCK.search(before) else " "
            joined.append((glue, Piece(line.text, line.page, (line.left, line.bottom, line.right, line.top))))
            before = line.text
        return joined


def _signature(line: PageLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / 4)


def without_margins(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines of each page without page numbers and without headers and footers that pages repeat."""
    edges: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        edges.update({_signature(line) for line in _edge(lines)})
    often = max(2, len(pages) // 3)
    kept = []
    for lines in pages:
        edge = set(map(id, _edge(lines)))
        kept.append(
            [
                line
                for line in lines
                if id(line) not in edge
                or not ((edges[_signature(line)] >= often and len(pages) > 2) or _PAGE_NUMBER.fullmatch(line.text))
            ]
        )
    return kept


def _edge(lines: Sequence[PageLine]) -> list[PageLine]:
    """The topmost and the lowest line or two of a page."""
    ordered = sorted(lines, key=lambda line: -line.top)
    return ordered if len(ordered) <= 2 else [*ordered[:2], *ordered[-2:]]


def _fits_under(line: PageLine, before: PageLine) -> bool:
    """Whether a line stands right under the one before: one step down, and over a shared stretch of the page."""
    step = before.bottom - line.bottom
    size = abs(line.height - before.height) < 0.25 * before.height
    return size and 0.3 * before.height < step < _NEAR * before.height and line.left < before.right and line.right > before.left


def _is_full(before: PageLine, line: PageLine, right: float) -> bool:
    """Whether the first word of `line` would not have fitted at the end of the line before it."""
    first = line.text.split(" ", 1)[0]
    width = (line.right - line.left) * (len(first) + 1) / max(1, len(line.text))
    return before.right + width > right - 0.5


def _continues(line: PageLine, block: Block, right: float) -> bool:
    before = block.lines[-1]
    if _ITEM.match(line.text):
        return False
    if line.page != before.page:
        return not _SENTENCE_END.search(before.text) and line.text[:1].islower()
    if not _fits_under(line, before):
        return False
    if len(block.lines) > 1 and abs(line.left - before.left) > before.height and not line.text[:1].islower():
        return False
    return _is_full(before, line, right)


def _columns(lines: Sequence[PageLine]) -> list[float]:
    """For each line, where the right edge of its column of text is: the farthest end among the lines it runs on with."""
    edges, start = [0.0] * len(lines), 0
    for place in range(1, len(lines) + 1):
        if place == len(lines) or not _same_column(lines[place], lines[place - 1]):
            edge = max(line.right for line in lines[start:place])
            edges[start:place] = [edge] * (place - start)
            start = place
    return edges


def _same_column(line: PageLine, before: PageLine) -> bool:
    return (
        line.page == before.page
        and 0 < before.bottom - line.bottom < 3 * before.height
        and line.left < before.right
        and line.right > before.left
    )


def blocks_of(pages: Sequence[Sequence[PageLine]]) -> Iterator[Block]:
    """The paragraphs of all pages, in order; one may go on over a page's end."""
    block = Block()
    for lines in pages:
        for line, right in zip(lines, _columns(lines) if lines else [], strict=True):
            if not line.text:
                continue
            if block.lines and _continues(line, block, right):
                block.lines.append(line)
                continue
            if block.lines:
                yield block
            block = Block([line])
    if block.lines:
        yield block
