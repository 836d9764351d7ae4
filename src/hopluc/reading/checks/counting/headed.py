"""Counts in headings (số lượng ở tiêu đề): `(7 văn bản)`, `DANH MỤC 12 NHIỆM VỤ`, `điểm lại 8 sự kiện`, against the list or table below."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NOUN
from hopluc.reading.checks.counting.counts import Announcement, checked, items_below
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.checks.grids import ORDINAL, Grid, grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern

_AT_END = Pattern(
    rf"\((?:gồm |tổng số |có )?(?P<number>\d{{1,3}}) (?P<noun>{NOUN}|đề tài|đề án|mục)(?: [^\W\d]{{1,12}}){{0,3}}\)\s*[.:]?$",
    re.IGNORECASE,
)
_OF_LIST = Pattern(rf"(?:danh mục|danh sách|tổng hợp|biểu)\s(?P<number>0?\d{{1,3}})\s(?P<noun>{NOUN}|đề tài)\b", re.IGNORECASE)
_OPENER = Pattern(
    r"(?:điểm lại|giới thiệu|bình chọn|trân trọng giới thiệu|nêu|có|là|gồm)\s(?P<number>0?\d{1,2})\s(?P<noun>sự kiện|dấu ấn|thành tựu|kết quả|nhiệm vụ|giải pháp|nội dung|bài học|kiến nghị|vấn đề)\b"
    r"(?=[^.:;\d]{0,80}\.?$)(?=[^.]*(?:\bsau\b|dưới đây|tiêu biểu|nổi bật|đáng chú ý))",
    re.IGNORECASE,
)
_SHOWN = ("sau", "dưới đây", "tiêu biểu", "nổi bật", "đáng chú ý")
_ROW = Pattern(r"\d{1,3}[.)]?$")
_OF_WORKS = Pattern(
    r"(?<![\w.,/-])(?P<number>0?\d{1,2}) (?P<noun>đề tài|dự án|nhiệm vụ|giải pháp|sáng kiến|mô hình|sáng chế)\b"
)
_ANNEXED = Pattern(
    r"(?<![\w.,/-])(?P<number>0?\d{1,2}) (?P<noun>nhiệm vụ|dự án|đề tài|đề án|nội dung|hoạt động)\b[^.;\d]{0,60}?\(?(?:(?:có |theo |tại )?(?:[Dd]anh mục|[Pp]hụ lục|[Bb]iểu|[Bb]ảng)(?: nhiệm vụ)? (?:chi tiết )?(?:kèm theo|dưới đây)|(?:nêu |ghi |quy định |chi tiết |cụ thể )?(?:tại|theo|trong) (?:[Dd]anh mục|[Pp]hụ lục|[Bb]ảng|[Bb]iểu)\b(?! (?:[IVX]{1,4}|\d)))"
)
# "Danh mục gồm 9 nhiệm vụ" a line or two above a table with a column of that name.
_ABOVE = Pattern(
    r"\b(?:[Gg]ồm|[Cc]ó|[Vv]ới|[Tt]ổng số|[Gg]iao|[Tt]hực hiện|[Ll]à|[Tt]ổng cộng) (?P<number>0?\d{1,2}) (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)"
)
# "06 nhiệm vụ nêu tại Mục V".
_IN_SECTION = Pattern(
    r"(?<![\w.,/-])(?P<number>0?\d{1,2}) (?P<noun>nhiệm vụ|dự án|đề tài|đề án|nội dung|hoạt động|hạng mục|chỉ tiêu)\b[^.;\d]{0,40}? (?:nêu|ghi|quy định|liệt kê)? ?(?:tại|ở|trong) (?:[Mm]ục|[Pp]hần) (?P<section>[IVX]{1,5})\b(?!\.?\d)"
)
_ANNEXES = ("kèm theo", "dưới đây", "hụ lục", "anh mục", "ảng", "iểu")
# A list that is longer or shorter by more than this is another list.
_SLIP = 3
_NEAR, _SHORT = 260, 120
_FEWEST = 2
# No more than this stands behind the number that opens a list.
_LAST = 100
_DIGIT = Pattern(r"\d")

CASES = (
    (
        "count_mismatch",
        "Danh mục gồm {4|3} nhiệm vụ, giao cho hai sở.\nTT\nNhiệm vụ\nChủ trì\n1\nTặng bạn máy tính\nSở Y tế\n2\nKhảo sát nguồn nước\nSở Y tế\n3\nLắp trạm đo mưa\nSở Nội vụ",
    ),
    (
        "count_mismatch",
        "Danh mục gồm 4 {nhiệm vụ|nhóm}, giao cho hai sở.\nTT\tNhiệm vụ\tChủ trì\n1\tTặng bạn máy tính\tSở Y tế\n2\tKhảo sát nguồn nước\tSở Y tế\n3\tLắp trạm đo mưa\tSở Nội vụ",
    ),
)


def check_headed(case: Case) -> Iterator[Record]:
    """Every count in a heading or in the sentence that opens a list without a colon."""
    known = grids(case)
    for grid in known:
        yield from _above(case, grid)
    for place, block, text in case.numbered:
        if block.kind == "cell" or (":" in text[:-1] and "(" not in text):
            continue
        annexed = _ANNEXED.search(text) if any(map(text.__contains__, _ANNEXES)) else None
        if annexed is not None:
            yield from _in_annex(case, _announcement(annexed, block), known)
        pointed = _IN_SECTION.search(text) if "ục " in text or "hần " in text else None
        if pointed is not None:
            yield from _in_section(case, _announcement(pointed, block), pointed["section"], known)
        found = None
        if block.kind == "heading" or (block.kind == "paragraph" and len(text) < _SHORT and text[-1:].isalnum()):
            found = _OF_WORKS.search(text)
            if found is not None and _titles(case, place):
                yield from _below(case, place, block, found, [])
                continue
            found = None
        if len(text) < _NEAR:
            found = _AT_END.search(text) if text[-3:].rstrip(" .:").endswith(")") else _OF_LIST.match(text)
        if found is not None:
            yield from _below(case, place, block, found, known)
        elif block.kind == "paragraph" and text.endswith((".", "ý", "t", "u")):
            shown = text[-_NEAR:].lower() if _DIGIT.search(text, max(0, len(text) - _LAST)) else ""
            opener = _OPENER.search(text, max(0, len(text) - _NEAR)) if any(map(shown.__contains__, _SHOWN)) else None
            if opener is not None:
                items = items_below(case, place)
                yield from checked(case, _announcement(opener, block), (items, False))


def _above(case: Case, grid: Grid) -> Iterator[Record]:
    """The count of the rows of a table that the text right above it gives under the name of one of its columns."""
    start = grid.spans[0][0].start
    heads = {header.casefold().split("(")[0].strip() for header in grid.words[0][:3]}
    for found in _ABOVE.finditer(case.plain, max(0, start - _NEAR), start):
        nouns = (found["noun"].casefold(), found["noun"].casefold().split()[0])
        rows = _numbered(grid)
        if not any(noun == head or head.endswith(f" {noun}") for noun in nouns for head in heads) or len(rows) < _FEWEST:
            continue
        span = Span(found.start("number"), found.end("noun"))
        if 0 < abs(len(rows) - int(found["number"])) <= _SLIP:
            note = f"Nêu {quoted(case.words(span))} nhưng bảng có {len(rows)} dòng."
            yield fault("count_mismatch", note, [span, grid.line(rows[-1])])


def _announcement(found: re.Match[str], block: Block) -> Announcement:
    span = Span(block.body.start + found.start("number"), block.body.start + found.end("noun"))
    return Announcement(int(found["number"]), found["noun"].casefold(), span, firm=True)


def _below(case: Case, place: int, block: Block, found: re.Match[str], known: list[Grid]) -> Iterator[Record]:
    announced = _announcement(found, block)
    table = next((grid for grid in known if 0 <= grid.spans[0][0].start - block.body.end < _NEAR), None)
    if table is not None:
        yield from _rows(case, announced, table)
        return
    titles = _titles(case, place)
    if titles:
        yield from checked(case, announced, (titles, False))
        return
    numbered = [item for item in items_below(case, place) if item]
    if len(numbered) >= _FEWEST and case.layout.blocks[place + 1].number is not None:
        yield from checked(case, announced, (numbered, False))


def _in_annex(case: Case, announced: Announcement, known: list[Grid]) -> Iterator[Record]:
    """The rows of the one table of works that follows, where the text says that a list of them is attached."""
    numbered = [rows for grid in known if grid.spans[0][0].start > announced.span.end and (rows := _numbered(grid))]
    flat = [
        [
            row
            for row in table.rows
            if (number := table.cell(row, "number")) and table.cell(row, "task") and _ROW.match(case.words(number))
        ]
        for table in case.layout.tables
        if table.span.start > announced.span.end and "\t" not in case.plain[table.span.start : table.span.end]
    ]
    counts = [count for count in (*map(len, numbered), *map(len, flat)) if count >= _FEWEST]
    if len(counts) != 1:
        return
    said = quoted(case.words(announced.span))
    if counts[0] == announced.number:
        yield passed(f"Nêu {said} và danh mục có đủ {counts[0]} dòng.", [announced.span])
    elif abs(counts[0] - announced.number) <= _SLIP:
        yield fault("count_mismatch", f"Nêu {said} nhưng danh mục kèm theo có {counts[0]} dòng.", [announced.span])


def _in_section(case: Case, announced: Announcement, number: str, known: list[Grid]) -> Iterator[Record]:
    """The rows of the one table of the section that the text points to."""
    grids_ = [
        grid
        for grid in known
        if any((block.number or "").rstrip(".") == number for block in case.layout.section_of(grid.spans[0][0].start))
    ]
    if len(grids_) == 1 and abs(len(_numbered(grids_[0])) - announced.number) <= _SLIP:
        yield from _rows(case, announced, grids_[0])


def _numbered(grid: Grid) -> list[int]:
    """The rows with a running number."""
    column = next((at for at, header in enumerate(grid.words[0]) if ORDINAL.match(header)), None)
    return [row for row in range(1, len(grid.words)) if column is not None and _ROW.match(grid.words[row][column])]


def _rows(case: Case, announced: Announcement, grid: Grid) -> Iterator[Record]:
    rows = _numbered(grid)
    if len(rows) < _FEWEST:
        return
    said = quoted(case.words(announced.span))
    evidence = [announced.span, grid.line(rows[-1])]
    if len(rows) == announced.number:
        yield passed(f"Nêu {said} và bảng có đủ {len(rows)} dòng.", evidence)
    else:
        yield fault("count_mismatch", f"Nêu {said} nhưng bảng có {len(rows)} dòng.", evidence)


def _titles(case: Case, place: int) -> list[Span]:
    """The titles in quotation marks that the paragraph below lists after a colon, divided by semicolons."""
    if place + 1 >= len(case.layout.blocks):
        return []
    body = case.layout.blocks[place + 1].body
    colon = case.plain.find(":", body.start, body.end)
    if colon < 0 or case.plain[colon + 1 : colon + 3].strip()[:1] not in ("“", '"'):
        return []
    end = case.sentence(Span(colon + 1, colon + 3)).end
    parts, start = list[Span](), colon + 1
    for part in case.plain[colon + 1 : end].split(";"):
        parts.append(Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip(" .\n"))))
        start += len(part) + 1
    return parts if len(parts) > 1 and all(case.plain[part.start] in '“"' for part in parts) else []
