"""The layout of a document: blocks (headings, paragraphs, list items, table cells), what stands under what, and sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from hopluc.reading.document import Cover, Document, Span
from hopluc.reading.kept import kept
from hopluc.reading.page.lines import Line, lines
from hopluc.reading.page.tables import Table, tables
from hopluc.reading.patterns import Pattern, in_small, matches_at

# How far down a heading stands, by the way it is marked; what is marked in no way takes a place between.
_LEVELS = {"annex": 0, "part": 1, "chapter": 2, "section": 3, "caps": 4, "plain": 5, "roman": 5, "article": 6}
_LEVELS |= {"upper": 7, "first": 8, "second": 9, "third": 10}
_ONE_PHRASE = 300
_ALWAYS = frozenset({"annex", "part", "chapter", "section", "article"})
_NUMBERED = frozenset({"first", "second", "third"})
_LONGEST_HEADING = 450
_LONGEST_TITLE = 120
_WRAPPED = 50

_UNFINISHED = Pattern(
    r"(?:,|\b(?:và|của|về|với|tại|cho|các|theo|do|số|ngày|tháng|năm|giai đoạn|thành phố|tỉnh|hoặc|trong|việc|để))$"
)
# `trên địa bàn tỉnh` at the end of a line ends it where the next begins with a body or a duty, which is no name of a province.
_ENDS_WITH_PLACE = ("tỉnh", "thành phố")
_BEGINS_ANEW = Pattern(
    r"(?:Sở|Ủy ban|UBND|HĐND|Hội đồng|Ban|Bộ|Các|Giao|Chi cục|Cục|Vụ|Trung tâm|Viện|Trường|Công an|Công ty|Văn phòng|Phòng|Đơn vị|Cơ quan|Chủ trì"
    r"|Phối hợp|Tổ chức|Xây dựng|Thời gian|Kinh phí|Đề nghị|Yêu cầu|Nội dung|Mục tiêu|Kết quả|Sản phẩm)(?!\w)"
)
_MARKS = (".", "!", "?", "…")
_BREAK = Pattern(r"[.!?…][”\"')\]]{0,3}\s+[“\"'(\[]?(?=[^\W_a-zà-öø-ÿ])")
# How the line on a numbered task's state begins; a heading never goes on with these.
_STATE = Pattern(
    r"(?:Đã|Đang|Chưa|Không|Cơ bản|Chuyển (?:tiếp|sang)|Tạm (?:dừng|hoãn)|Tiếp tục|Hoàn thành|Dừng|Kết quả|Tình hình|Hiện(?: nay)?)\b"
)
# "số. 12", but "chuyển đổi số. Cuộc họp".
_NUMERO = ("số", "Số")
# What stands behind `&` is the end of a name (`KH&CN. Theo đó, …`). A letter with a tone is a word, never an initial: "châu Á. Phấn đấu …", "đồng ý. Giao …".
_ABBREVIATION = in_small(
    r"(?<!&)(?:\b(?:tp|ts|ths|pgs|gs|vs|tskh|ks|bs|cn|cv|tx|tt|q|p|đ|nxb|vd|tr|st|dr|mr|ms|ông|bà|số|no|v\.v|co|ltd)|(?<!\w)[a-zđăâêôơư]|(?<![\w/,])(?<!\w )(?:[01]|(?<!: )[2-9]))$"
)


# "dài 320 m. Cầu …": the letter behind a number is what it is measured in.
_MEASURED = Pattern(r"\d [mglV]$")
_LONGEST_ABBREVIATION = 6
_END = itemgetter(1)
_MARK, _FOLLOWING = itemgetter(0), itemgetter(2)


class Block(NamedTuple):
    """A part of the text that stands on its own. `kind` is heading, paragraph, item or cell.

    `body` is the words without the marker; `number` the marker's number (`3.2`, `II`, `a`); `level` the depth of a heading (0 is
    the highest), None otherwise; `parent` the place of the block this one stands under, a heading, a list item or the sentence
    that opens a list; None at the top. `style` names the marker.
    """

    kind: str
    span: Span
    body: Span
    style: str | None
    number: str | None
    level: int | None
    parent: int | None


@dataclass(frozen=True)
class Layout:
    """The blocks of a document in order, and the ways about them."""

    document: Document
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]

    @kept
    def _starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @kept
    def children(self) -> dict[int | None, list[int]]:
        """The places of the blocks that stand directly under each block."""
        under: dict[int | None, list[int]] = {}
        for place, block in enumerate(self.blocks):
            under.setdefault(block.parent, []).append(place)
        return under

    def at(self, offset: int) -> int | None:
        """The place of the block that holds `offset`, or of the last one before it; None before the first."""
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 else None

    def above(self, place: int) -> Iterator[Block]:
        """What the block at `place` stands under, from the nearest outwards."""
        parent = self.blocks[place].parent
        while parent is not None:
            yield self.blocks[parent]
            parent = self.blocks[parent].parent

    def heads_of(self, offset: int) -> tuple[Span, ...]:
        """What the words at `offset` stand under, nearest first: list items, the sentence that opens a list, headings."""
        place = self.at(offset)
        if place is None:
            return ()
        if place not in self._heads:
            self._heads[place] = tuple([block.span for block in self.above(place)])
        return self._heads[place]

    @kept
    def _heads(self) -> dict[int, tuple[Span, ...]]:
        return {}

    def section_of(self, offset: int) -> tuple[Block, ...]:
        """The headings above `offset`, outermost first; a heading is its own last."""
        place = self.at(offset)
        if place is None:
            return ()
        if place not in self._sections:
            own = self.blocks[place]
            self._sections[place] = tuple([block for block in (own, *self.above(place)) if block.kind == "heading"][::-1])
        return self._sections[place]

    @kept
    def _sections(self) -> dict[int, tuple[Block, ...]]:
        return {}

    def sentences(self, span: Span) -> Iterator[Span]:
        """The sentences within `span`, none reaching over a block's end."""
        place = self.at(span.start)
        for block in self.blocks[0 if place is None else place :]:
            if block.span.start >= span.end:
                return
            within = Span(max(span.start, block.body.start), min(span.end, block.span.end))
            if within.start < within.end:
                yield from _sentences(self.document, within)

    def first_sentence(self, span: Span) -> Span:
        """The first sentence within `span`; the whole of it where none begins there."""
        return next(self.sentences(span), span)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return Span(0, len(self.document.text))
        sentences = self._sentences.get(place) or self.sentences_of(place)
        if len(sentences) == 1:
            return sentences[0] if offset < sentences[0].end else self.blocks[place].body
        index = bisect_right(sentences, offset, key=_END)
        return sentences[index] if index < len(sentences) else self.blocks[place].body

    def sentences_of(self, place: int) -> tuple[Span, ...]:
        """The sentences of the block at `place`."""
        if place not in self._sentences:
            self._sentences[place] = tuple(_sentences(self.document, self.blocks[place].body))
        return self._sentences[place]

    @kept
    def _sentences(self) -> dict[int, tuple[Span, ...]]:
        return {}


def layout(document: Document) -> Layout:
    """The layout of a document, made once."""
    return document.view(_lay_out)


def sentences(document: Document, span: Span) -> Iterator[Span]:
    """The sentences within `span`, trimmed, with their full stop."""
    return layout(document).sentences(span)


def section_of(document: Document, offset: int) -> tuple[Block, ...]:
    """The headings above `offset`, outermost first."""
    return layout(document).section_of(offset)


class _Break(NamedTuple):
    """Where a sentence ends and another may begin: the sign, the end of the first, the beginning of the next."""

    mark: int
    end: int
    following: int


def _find_breaks(document: Document) -> list[_Break]:
    """Every place between two sentences of one line or of several, in order."""
    text, breaks = document.plain, list[_Break]()
    for found in matches_at(_MARKS, _BREAK, text):
        mark, following = found.span()
        if not (text[following].isupper() or text[following].isdigit()):
            continue
        number = text[following].isupper() and text.endswith(_NUMERO, 0, mark)
        if text[mark] == "." and not number and _is_abbreviated(document, mark):
            continue
        breaks.append(_Break(mark, mark + len(found[0].rstrip("“\"'([").rstrip()), following))
    return breaks


def _is_abbreviated(document: Document, mark: int) -> bool:
    """Whether the stop at `mark` stands behind an abbreviation or a bare letter, and ends no sentence."""
    text, low = document.plain, max(0, mark - _LONGEST_ABBREVIATION)
    if text[low:mark].isalpha():  # a longer word than any
        return False
    return _ABBREVIATION.search(document.small, low, mark) is not None and not _MEASURED.search(text, low, mark)


def _breaks(document: Document, span: Span) -> list[_Break]:
    """The places within `span` between two sentences."""
    known = document.view(_find_breaks)
    first = bisect_left(known, span.start, key=_MARK)
    return known[first : bisect_left(known, span.end, first, key=_FOLLOWING)]


def _sentences(document: Document, span: Span) -> Iterator[Span]:
    text, (start, stop) = document.plain, span
    for found in _breaks(document, span):
        yield Span(_skip_blanks(text, start, found.end), found.end)
        start = found.end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        start = _skip_blanks(text, start, stop) if text[start].isspace() else start
        yield span if span == (start, stop) else Span(start, stop)


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _lay_out(document: Document) -> Layout:
    known = tables(document)
    drafts = _drafts(document, known)
    return Layout(document, tuple(_place(document, drafts, known)), known)


def _drafts(document: Document, known: tuple[Table, ...]) -> list[Line]:
    """The lines joined into blocks, each as one long line: what goes on with the line before is no block of its own."""
    text, drafts = document.plain, list[Line]()
    cells = _cells(known)
    starts = list(cells)
    for line in lines(document):
        inside = starts and starts[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        if inside or (drafts and drafts[-1].style == "cell" and line.end <= drafts[-1].end):
            drafts += [Line(start, cells[start], start, "cell", None, line.gap, tab=False) for start in inside]
            continue
        shouted = line.style is None and _is_caps(text[line.start : line.end])
        draft = line._replace(style="caps") if shouted else line
        if drafts and draft.style in (None, "caps") and _goes_on(text, drafts[-1], draft):
            drafts[-1] = drafts[-1]._replace(end=line.end)
        else:
            drafts.append(draft)
    return drafts


def _cells(known: tuple[Table, ...]) -> dict[int, int]:
    cells = {cell.start: cell.end for table in known for row in table.rows for cell in row if cell}
    return dict(sorted(cells.items()))


def _is_caps(words: str) -> bool:
    return len(words) >= 6 and words.isupper() and " " in words


def _goes_on(text: str, before: Line, line: Line) -> bool:
    if before.style == "cell":
        return False
    if "caps" in (line.style, before.style):
        return line.style == before.style and line.gap == 1 and line.end - before.start < 2 * _LONGEST_HEADING
    if text[before.end - 1] in ".;:!?" or (before.style in _NUMBERED and _STATE.match(text, line.start, line.end)):
        return False
    if text[line.start].islower() or text[line.start] in "(&":
        return line.gap == 1 or text[line.start].islower()
    if before.end - before.start < _WRAPPED or line.gap != 1:
        return False
    if text.endswith(_ENDS_WITH_PLACE, before.start, before.end) and _BEGINS_ANEW.match(text, line.start, line.end):
        return False
    return _UNFINISHED.search(text, max(before.start, before.end - 12), before.end) is not None


def _place(document: Document, drafts: list[Line], known: tuple[Table, ...]) -> Iterator[Block]:
    """Each draft with its kind, level and parent."""
    outline = {locator.span.start: locator.heading for locator in document.locators if locator.heading}
    headings: list[tuple[int, int]] = []
    items: list[tuple[str, int]] = []
    opener: int | None = None
    tabled = Cover(table.span for table in known)
    for place, draft in enumerate(drafts):
        span = Span(draft.start, draft.end)
        body = span if draft.body == draft.start else Span(draft.body, draft.end)
        level = _level(document, drafts, place, outline, items)
        above = headings[-1][1] if headings else None
        if draft.style == "cell" or tabled.holds(span):
            yield Block("cell", span, body, draft.style, draft.number, None, above)
        elif level is not None:
            while headings and headings[-1][0] >= level:
                headings.pop()
            yield Block("heading", span, body, draft.style, draft.number, level, headings[-1][1] if headings else None)
            headings.append((level, place))
            items, opener = [], None
        elif draft.style in (None, "caps"):
            yield Block("paragraph", span, body, None, None, None, above)
            items, opener = [], place if document.plain[draft.end - 1] == ":" else None
        else:
            elder = _elder(drafts, headings, draft)
            if elder is not None:
                del headings[elder:]
                above, items = headings[-1][1] if headings else None, []
            while any(style == draft.style for style, _ in items) and items[-1][0] != draft.style:
                items.pop()
            if items and items[-1][0] == draft.style:
                items.pop()
            parent = items[-1][1] if items else opener if opener is not None else above
            yield Block("item", span, body, draft.style, draft.number, None, parent)
            items.append((str(draft.style), place))


def _elder(drafts: list[Line], headings: list[tuple[int, int]], draft: Line) -> int | None:
    """Which open heading a numbered item comes right after in number, so that it closes it; None where none."""
    if draft.style not in _LEVELS or not (draft.number or "").isdigit():
        return None
    for depth, (_, place) in enumerate(headings):
        if drafts[place].style == draft.style and drafts[place].number == str(int(draft.number or 0) - 1):
            return depth
    return None


def _levels(document: Document) -> dict[str, int]:
    """How far down each way of marking stands here: a document that begins with `A.` has its `I.` below that."""
    first = {line.style: place for place, line in reversed(list(enumerate(lines(document)))) if line.number in ("A", "I")}
    swapped = first.get("upper", len(lines(document))) < first.get("roman", -1)
    return _LEVELS | {"upper": _LEVELS["roman"], "roman": _LEVELS["upper"]} if swapped else _LEVELS


def _level(
    document: Document, drafts: list[Line], place: int, outline: dict[int, int], items: list[tuple[str, int]]
) -> int | None:
    """The level of a heading; None for what is no heading."""
    draft = drafts[place]
    style, levels = draft.style or "", document.view(_levels)
    if style in _ALWAYS:
        return None if _is_prose(document, draft) else levels[style]
    if style == "cell" or draft.end - draft.start > _LONGEST_HEADING:
        return None
    if outline.get(draft.start):
        return levels.get(style, outline[draft.start] + 4)
    if style == "caps" or (not style and _is_title(document.plain, drafts, place)):
        return levels[style or "plain"]
    return levels[style] if style in levels and _is_numbered_heading(document, drafts, place, items) else None


def _is_prose(document: Document, draft: Line) -> bool:
    """Whether a line that begins with a part's name tells of it: `Chương II về tổ chức gồm 10 điều, từ Điều 9 đến Điều 18.`"""
    told = draft.style != "article" and document.plain[draft.body : draft.body + 1].islower()
    return told and (document.plain[draft.end - 1] == "." or bool(_breaks(document, Span(draft.body, draft.end))))


def _is_numbered_heading(document: Document, drafts: list[Line], place: int, items: list[tuple[str, int]]) -> bool:
    """Whether a numbered line opens a section: one phrase, not an item of a list."""
    draft = drafts[place]
    if document.plain[draft.end - 1] in ";," or _breaks(document, Span(draft.body, draft.end)):
        return False  # headings are one phrase
    if draft.style in ("second", "third"):
        return True
    if draft.end - draft.start > _ONE_PHRASE:
        return False
    return draft.style != "first" or not (_in_list(drafts, place) or any(style == "first" for style, _ in items))


def _in_list(drafts: list[Line], place: int) -> bool:
    """Whether a numbered line has a numbered neighbour right after it, as list items have and headings do not."""
    following = drafts[place + 1] if place + 1 < len(drafts) else None
    number = drafts[place].number
    if following is None:
        return True
    return following.style == "first" and (number or "").isdigit() and following.number == str(int(number or 0) + 1)


def _is_title(text: str, drafts: list[Line], place: int) -> bool:
    """Whether a line without a marker is the title of what follows: short, apart, unpunctuated, before longer text."""
    draft = drafts[place]
    if draft.gap < 2 or draft.end - draft.start > _LONGEST_TITLE or place + 1 >= len(drafts):
        return False
    following = drafts[place + 1]
    long = following.style is None and following.end - following.start > draft.end - draft.start + 40
    return long and text[draft.end - 1].isalnum() and text[draft.start].isupper()
