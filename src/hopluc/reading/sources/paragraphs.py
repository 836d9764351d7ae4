"""Paragraphs of a pdf, rebuilt from its lines: what the writer typed as one goes back together.

A line goes on the paragraph before it when it stands right under the line before, and that line was full: its first word would
not have fitted there. Page numbers and the headers that every page repeats are left out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hopluc.reading.patterns import CAPITAL, Pattern
from hopluc.reading.sources.draft import Piece
from hopluc.reading.sources.page_lines import PageLine
from hopluc.reading.sources.page_tables import PageTable, joined, table_of
from hopluc.reading.sources.ruled import Grid

_PAGE_NUMBER = Pattern(r"[-–— ]*(?:(?:Trang|Page|tr\.) *)?(\d{1,4})(?: *[/|] *\d{1,4})?[-–— .]*", re.IGNORECASE)
_DIGITS = Pattern(r"\d+")
_BULLET = Pattern(r"[-–—+*•·▪●○■□➢✓] ?(?!\d{4}\b)\S")
_DASH = Pattern(rf"[-–] (?!{CAPITAL})[^\W\d]")
_NUMBERED = Pattern(
    r"(?:\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?|[a-zđ]\)|[IVX]{1,5}[.)]|\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|"
    r"(?:Điều|Chương|Mục|Phần|Phụ lục|Khoản) [\dIVXLC]+[.:]?)\s"
)
_OWN_LINE = Pattern(r"(?:Số|Nơi nhận|Kính gửi) ?:|V/v ")
_OWN_CAPITALS = Pattern(
    r"(?:TM|KT|TL|TUQ|Q)\. ?\w|(?:PHÓ |TỔNG |QUYỀN )*(?:CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|CHÁNH|BÍ THƯ|(?:\w+ )?TRƯỞNG)\b|"
    r"(?:SỞ|BỘ|BAN|VIỆN|HỌC VIỆN|TRUNG TÂM|TRƯỜNG|CỤC|CHI CỤC|VỤ|VĂN PHÒNG|PHÒNG|UBND|[ỦU][YỶ] BAN|CÔNG TY|TẬP ĐOÀN|LIÊN HIỆP) \w"
)
_STUCK = Pattern(r"[\w.)][-/]$")
_SENTENCE_END = Pattern(r"[.;:!?…][\"”’)»]?$")
_UNFINISHED = Pattern(r"(?:[,(]|\b(?:và|của|về|với|cho|theo|do|tại|các|những|trong|hoặc|là|số|ngày|tháng|năm|giai đoạn))$")
_NEAR = 2.0
_KNOWN_FROM = 3
_INDENT = 5
_CAPITAL = 0.4
"""How much wider than the mean letter a capital is."""
_WIDE = 0.85
_CELL_MARGIN = 5.0
"""Points between a table's rule and the words, as word processors set it."""


@dataclass(slots=True)
class Block:
    """A paragraph, as lines in order."""

    lines: list[PageLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and the grids of its ruled tables."""

    lines: list[PageLine]
    grids: list[Grid] = field(default_factory=list)


def pieces(lines: Sequence[PageLine]) -> list[tuple[str, Piece]]:
    """The lines of a paragraph with what joins each to the one before: nothing after "2016-" or "NQ/", else a space."""
    joint, before = [], ""
    for line in lines:
        glue = "" if not before or _STUCK.search(before) else " "
        joint.append((glue, _piece(line)))
        before = line.text
    return joint


def _piece(line: PageLine) -> Piece:
    return Piece(line.text, line.page, (line.left, line.bottom, line.right, line.top))


def cell_pieces(lines: Sequence[PageLine], grid: Grid) -> list[tuple[str, Piece]]:
    """The lines of a cell, paragraph by paragraph, a line break between."""
    found: list[tuple[str, Piece]] = []
    for block in _paragraphs(lines, [_cell_column(lines, grid)] * len(lines)):
        joint = pieces(block.lines)
        found += [("\n" if found else "", joint[0][1]), *joint[1:]]
    return found


def _cell_column(lines: Sequence[PageLine], grid: Grid) -> "_Column":
    """The inside of the cell, by the rules round its lines."""
    left, right = min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)
    from_, to = (
        max((x for x in grid.columns if x <= left + 1), default=left),
        min((x for x in grid.columns if x >= right - 1), default=right),
    )
    return _Column(to - _CELL_MARGIN, to - from_ - 2 * _CELL_MARGIN)


def _signature(line: PageLine) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.bottom / 4)


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """The lines of each page without page numbers and without headers and footers that pages repeat; all where nothing else stands there."""
    repeated: Counter[tuple[str, int]] = Counter()
    numbering: Counter[int] = Counter()
    for page in pages:
        repeated.update({_signature(line) for line in _edge(page.lines)})
        numbering.update({at for line in _edge(page.lines) if (at := _ahead(line)) is not None})
    often = max(3, len(pages) // 3)
    kept = []
    for page in pages:
        margin = {
            id(line)
            for line in _edge(page.lines)
            if repeated[_signature(line)] >= often or _is_page_number(_ahead(line), numbering)
        }
        kept.append(Page([line for line in page.lines if id(line) not in margin], page.grids))
    return kept if any(page.lines for page in kept) else list(pages)


def _is_page_number(ahead: int | None, numbering: Counter[int]) -> bool:
    """Whether a number is the page's: its count from the first page, or as far ahead of it as on another page."""
    return ahead is not None and (ahead == 0 or numbering[ahead] > 1)


def _ahead(line: PageLine) -> int | None:
    """How far the number a line consists of is ahead of the page it stands on; None for other lines."""
    found = _PAGE_NUMBER.fullmatch(line.text)
    return int(found[1]) - line.page if found else None


def _edge(lines: Sequence[PageLine]) -> list[PageLine]:
    """The topmost and the lowest line or two of a page."""
    ordered = sorted(lines, key=lambda line: -line.top)
    return ordered if len(ordered) <= 2 else [*ordered[:2], *ordered[-2:]]


def _fits_under(line: PageLine, before: PageLine) -> bool:
    """Whether a line stands right under the one before: one step down, and over a shared stretch of the page."""
    step = before.bottom - line.bottom
    size = abs(line.height - before.height) < 0.25 * before.height
    return (
        size
        and 0.3 * before.height < step < _NEAR * before.height
        and line.left < before.right
        and line.right > before.left - _INDENT * before.height
    )


def _is_full(before: PageLine, line: PageLine, column: "_Column") -> bool:
    """Whether the line before breaks off: its words ask for more, or the first word of `line` would not have fitted after it."""
    first = line.text.split(" ", 1)[0]
    capitals = 0 if line.text.isupper() else sum(map(str.isupper, first))
    width = (line.right - line.left) * (len(first) + 1 + _CAPITAL * capitals) / max(1, len(line.text))
    if _is_centred(line, before):
        return before.right - before.left + width > column.width - 0.5
    lower = line.text[:1].islower() and not _NUMBERED.match(line.text)
    if _UNFINISHED.search(before.text) or (lower and not _SENTENCE_END.search(before.text)):
        return True
    return before.right >= column.sure_from and before.right + width > column.right


def _is_centred(line: PageLine, before: PageLine) -> bool:
    """Whether two lines share their middle and not their beginning."""
    apart = abs(line.left - before.left) > 0.3 * before.height
    return apart and abs(line.left + line.right - before.left - before.right) < 0.5 * before.height


def _stands_alone(line: PageLine) -> bool:
    """Whether a line of the head or the signature has a place of its own: "Số: …", "KT. GIÁM ĐỐC", "SỞ …"."""
    return bool(_OWN_LINE.match(line.text) or (line.text.isupper() and _OWN_CAPITALS.match(line.text)))


def _other_case(line: PageLine, before: PageLine) -> bool:
    """Whether one of two lines is set in capitals and the other not; abbreviations, which have no marks, tell nothing."""
    upper, above = line.text.isupper(), before.text.isupper()
    return upper != above and not (line if upper else before).text.isascii()


def _starts_anew(line: PageLine, before: PageLine, *, full: bool, alone: bool) -> bool:
    """Whether a line opens a paragraph by what it says: an item, a line of the head or of the signature, other capitals."""
    broken = full and not _SENTENCE_END.search(before.text)
    if _BULLET.match(line.text) and not (broken and _DASH.match(line.text)):
        return True
    if _stands_alone(line) or _other_case(line, before):
        return True
    # Two first lines under each other; at worst a paragraph is parted between two sentences.
    if alone and _SENTENCE_END.search(before.text) and line.text[:1].isupper() and line.left > before.left - 1:
        return True
    return bool(_NUMBERED.match(line.text)) and not broken


def _goes_over(line: PageLine, before: PageLine, lefts: float, rights: float) -> bool:
    """Whether the first line of a page goes on with the last of the page before, which lie between these edges."""
    if _SENTENCE_END.search(before.text) or _NUMBERED.match(line.text) or _other_case(line, before):
        return False
    if line.text[:1].islower():
        return True
    wide = before.right > rights - 2 * before.height and line.left < lefts + before.height
    return wide and not _BULLET.match(line.text) and not _stands_alone(line)


def _continues(line: PageLine, block: Block, column: "_Column") -> bool:
    before = block.lines[-1]
    if line.page != before.page:
        return _goes_over(line, before, line.left, column.right)
    if not _fits_under(line, before):
        return False
    full = _is_full(before, line, column)
    if _starts_anew(line, before, full=full, alone=len(block.lines) == 1):
        return False
    indented = len(block.lines) > 1 and abs(line.left - before.left) > before.height
    if indented and not line.text[:1].islower() and not _is_centred(line, before):
        return False
    return full


@dataclass(frozen=True, slots=True)
class _Column:
    """The column of text a line stands in: its right edge, and the width of its widest line.

    Where few lines run together the edge is a guess, and only a line that ends beyond `sure_from` counts as full.
    """

    right: float
    width: float
    sure_from: float = 0.0


def _columns(lines: Sequence[PageLine]) -> list[_Column]:
    """For each line the column it stands in, by the lines it runs on with."""
    columns, start = list[_Column](), 0
    page_right = max((line.right for line in lines), default=0.0)
    for place in range(1, len(lines) + 1 if lines else 0):
        if place == len(lines) or not _same_column(lines[place], lines[place - 1]):
            run = lines[start:place]
            right = max(line.right for line in run)
            known = sum(right - line.right < line.height for line in run) >= _KNOWN_FROM
            column = _Column(right, max(line.right - line.left for line in run), 0.0 if known else _WIDE * page_right)
            columns += [column] * len(run)
            start = place
    return columns


def _same_column(line: PageLine, before: PageLine) -> bool:
    return (
        line.page == before.page
        and 0 < before.bottom - line.bottom < 3 * before.height
        and line.left < before.right
        and line.right > before.left
    )


def _paragraphs(lines: Sequence[PageLine], columns: Sequence["_Column"]) -> Iterator[Block]:
    """The lines as paragraphs, in order."""
    block = Block()
    for line, column in zip(lines, columns, strict=True):
        if block.lines and not _continues(line, block, column):
            yield block
            block = Block()
        block.lines.append(line)
    if block.lines:
        yield block


def blocks_of(pages: Sequence[Page]) -> list[Block | PageTable]:
    """The paragraphs and tables of all pages, in order; either may go on over a page's end."""
    blocks: list[Block | PageTable] = []
    for page in pages:
        for place, block in enumerate(_page_blocks(page)):
            before = blocks[-1] if blocks and not place else None
            if isinstance(before, PageTable) and isinstance(block, PageTable) and (whole := joined(before, block)):
                blocks[-1] = whole
            elif isinstance(before, Block) and isinstance(block, Block) and _over_page(block, before, page):
                before.lines.extend(block.lines)
            else:
                blocks.append(block)
    return blocks


def _over_page(block: Block, before: Block, page: Page) -> bool:
    lefts, rights = min(line.left for line in page.lines), max(line.right for line in page.lines)
    return _goes_over(block.lines[0], before.lines[-1], lefts, rights)


def _page_blocks(page: Page) -> Iterator[Block | PageTable]:
    drawn: set[int] = set()
    free: list[PageLine] = []
    for line in page.lines:
        if line.cell is None:
            free.append(line)
        elif line.cell[0] not in drawn:
            yield from _paragraphs(free, _columns(free))
            free = []
            drawn.add(line.cell[0])
            yield table_of(
                page.grids[line.cell[0]], [other for other in page.lines if other.cell and other.cell[0] == line.cell[0]]
            )
    yield from _paragraphs(free, _columns(free))
