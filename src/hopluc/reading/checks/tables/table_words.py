"""Tables in words (bảng và lời): what the sentences of a document say of the rows and columns of its tables.

A row's figure told in prose, the share of a column, a rise from row to row, the row with the most or the least.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.grids import TOTAL, Grid, grids
from hopluc.reading.checks.numbers import NUMBER, decimal, is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.kept import kept
from hopluc.reading.patterns import WORD, YEAR, Pattern

_TOLD = Pattern(rf"(?P<number>{NUMBER})(?P<unit>\s?%|\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?")
_SHARE = Pattern(r"\s(?:chiếm|đạt|là|bằng) (?:tỷ lệ )?(?P<number>\d{1,2}(?:,\d{1,2})?)\s?%(?P<of>[^.;,\n]{0,40})")
_RISE = Pattern(
    r"(?:[^.;,\n\d]{0,20}) (?P<way>tăng|giảm) (?:liên tục|đều|dần|qua từng năm|từng năm|qua các năm|hằng năm|hàng năm|không ngừng)"
)
_MOST = Pattern(r"\b(?P<way>cao|nhiều|lớn|đông|mạnh|thấp|ít|nhỏ|kém) (?P<what>(?:[^\W\d_]+ ){0,4}?)nhất\b")
_DOWN = frozenset(("thấp", "ít", "nhỏ", "kém"))
_YEAR = Pattern(r"(?:năm )?((?:19|20)\d\d)$", re.IGNORECASE)
_GENERIC = frozenset("số lượng tổng đơn vị triệu tỷ đồng nghìn người tỷ lệ các và theo của năm".split())
_BETWEEN = Pattern(
    r"\b(?:trong đó|riêng|gồm|hơn|so với|tăng|giảm|thêm|chiếm|gấp|kế đến|thứ (?:hai|ba|nhì)|sau|ngoài|trừ|còn|mỗi|bình quân|trung bình)\b"
)
_AMONG = Pattern(
    r"\b(?:trong (?:số|các|nhóm|khối)|một trong|thứ (?:hai|ba|nhì)|những|khối|nhóm|chưa|không phải)\b", re.IGNORECASE
)
_FEWEST_ROWS, _FEWEST_DIGITS, _SHORTEST = 3, 3, 6
_NOTE, _NEAR, _MOST_TABLES, _LONGEST = 400, 60, 12, 60
_LEEWAY = Decimal("0.6")
_HUNDRED = 100
_WIDEST = 6
# How far above a table its name and unit stand, and how far a figure told of a row may lie from that of the row.
_CAPTION, _RATIO = 160, Decimal("1.6")
_NOUN_BEHIND = Pattern(r" ([^\W\d_]+(?: [^\W\d_]+)?)")

CASES = (
    (
        "value_conflict",
        "Bảng kết quả (dự án)\nLĩnh vực\tSố dự án\nNông nghiệp\t14\nY tế\t9\nMôi trường\t6\n\nNhận xét: lĩnh vực y tế có {11|9} dự án của các bệnh viện.",
    ),
    (
        "value_conflict",
        "Bảng 4. Doanh thu (triệu đồng)\nĐơn vị\tDoanh thu\nViện Chăn nuôi\t2.460\nTrung tâm Giống\t1.875\nTrạm Hòa Lạc\t930\n\nTheo bảng 4, doanh thu của Trung tâm Giống đạt {1.785|1.875} triệu đồng.",
    ),
    (
        "value_conflict",
        "Khu vực\tNam\tNữ\tCộng\nViện nghiên cứu\t402\t298\t700\nTrường đại học\t536\t394\t930\nDoanh nghiệp\t250\t110\t360\n\nNhận xét\nNhân lực ở khu vực trường đại học là {390|930} người, đông hơn các khu vực khác.",
    ),
    (
        "value_conflict",
        "Trình độ\t2010\t2011\nTiến sĩ y khoa\t102\t118\nThạc sĩ y khoa\t540\t622\nKỹ sư máy tính\t230\t220\n\nNăm {2011|2010}, số tiến sĩ y khoa là 102 người.",
    ),
    (
        "sum_mismatch",
        "Khu vực\tNam\tNữ\tCộng\nViện nghiên cứu\t402\t298\t700\nTrường đại học\t536\t394\t930\nTổng\t938\t692\t1.630\nGhi chú: nữ chiếm {48|42,5}% tổng nhân lực.",
    ),
    (
        "sum_mismatch",
        "Năm\tBài báo\tĐơn sáng chế\n2007\t110\t4\n2008\t124\t6\n2009\t{119|129}\t7\n2010\t138\t9\nGhi chú: số bài báo tăng liên tục qua các năm.",
    ),
    (
        "value_conflict",
        "Địa bàn\tSố đề tài\tKinh phí (triệu đồng)\nThị xã Tân Hương\t14\t5.600\nHuyện Cẩm Giang\t9\t4.050\nHuyện Phước Điền\t11\t3.300\n\nSo các địa bàn, {huyện Phước Điền|huyện Cẩm Giang} có ít đề tài nhất.",
    ),
    (
        "value_conflict",
        "Địa bàn\tSố đề tài\tKinh phí (triệu đồng)\nThị xã Tân Hương\t14\t5.600\nHuyện Cẩm Giang\t9\t4.050\nHuyện Phước Điền\t11\t3.300\n\nTính bình quân một đề tài, cao nhất là {thị xã Tân Hương với 400|huyện Cẩm Giang với 450} triệu đồng.",
    ),
    (
        "value_conflict",
        "Địa bàn\tSố đề tài\tKinh phí (triệu đồng)\nThị xã Tân Hương\t14\t5.600\nHuyện Cẩm Giang\t9\t4.050\nHuyện Phước Điền\t11\t3.300\n\n{So|Trong số} các huyện, huyện Phước Điền có ít đề tài nhất.",
    ),
)


@dataclass(frozen=True)
class Board:
    """A table with its rows of figures: `rows` without those of totals, `labels` their first words, in small letters."""

    grid: Grid
    rows: tuple[int, ...]

    @kept
    def labels(self) -> dict[int, str]:
        """The label of each row."""
        return {row: self.grid.words[row][0].casefold() for row in self.rows}

    @kept
    def end(self) -> int:
        """Where the table ends."""
        return self.grid.spans[-1][-1].end

    @kept
    def total(self) -> int | None:
        """The row of totals, where there is one."""
        return self.grid.totals[-1] if self.grid.totals else None

    def column(self, column: int) -> list[Decimal | None]:
        """The figures of a column, row by row."""
        return [self.grid.figure(row, column) for row in self.rows]


def check_table_words(case: Case) -> Iterator[Record]:
    """What is said in words of the tables of a document and does not follow from them."""
    boards = [board for grid in grids(case)[:_MOST_TABLES] if (board := _board(grid)) is not None]
    if not boards:
        return
    low = case.plain.casefold()
    if len(low) != len(case.plain):
        return
    for board in boards:
        note = Span(board.end, min(len(case.plain), board.end + _NOTE))
        yield from _shares(case, board, note)
        yield from _rises(case, board, note)
        yield from _told(case, board, low, boards)


def _board(grid: Grid) -> Board | None:
    header = grid.words[0]
    if not _SHORTEST // 3 <= len(header) <= _WIDEST or any(_is_figure(cell) for cell in header[1:]):
        return None
    rows = tuple(
        row
        for row in range(1, len(grid.words))
        if grid.words[row][0] and not TOTAL.match(grid.words[row][0]) and grid.figure(row, len(header) - 1) is not None
    )
    return Board(grid, rows) if len(rows) >= _FEWEST_ROWS - 1 else None


def _is_figure(cell: str) -> bool:
    return cell.isdigit() and not _YEAR.match(cell)


def _names(header: str) -> frozenset[str]:
    """The words that a column goes by, without those of units."""
    return frozenset(WORD.findall(header.partition("(")[0].casefold())) - _GENERIC


def _shares(case: Case, board: Board, note: Span) -> Iterator[Record]:
    """`nữ chiếm 45% tổng nhân lực` under a table with a column of that name and one of totals."""
    last = len(board.grid.words[0]) - 1
    if board.total is None or not TOTAL.match(board.grid.words[0][last]):
        return
    whole = board.grid.figure(board.total, last)
    for column in range(1, last):
        label = board.grid.words[0][column]
        part = board.grid.figure(board.total, column)
        if not label or not whole or part is None:
            continue
        for found in re.finditer(rf"\b{re.escape(label)}{_SHARE.pattern}", case.plain[note.start : note.end], re.IGNORECASE):
            share, said = part * _HUNDRED / whole, decimal(found["number"])
            if abs(share - said) > _LEEWAY and ("tổng" in found["of"] or not found["of"].strip()):
                span = Span(note.start + found.start(), note.start + found.end())
                note_ = f"{shown(part)}/{shown(whole)} là {shown(round(share, 1))}%, văn bản ghi {quoted(case.words(span))}."
                yield fault("sum_mismatch", note_, [board.grid.line(board.total), span])


def _rises(case: Case, board: Board, note: Span) -> Iterator[Record]:
    """`số bài báo tăng liên tục` under a table whose rows are years."""
    years = [_YEAR.match(board.labels[row]) for row in board.rows]
    numbers = [int(found[1]) for found in years if found]
    if len(numbers) != len(board.rows) or numbers != sorted(numbers):
        return
    for column, label in enumerate(board.grid.words[0][1:], 1):
        if not label:
            continue
        found = re.search(rf"\b{re.escape(label)}{_RISE.pattern}", case.plain[note.start : note.end], re.IGNORECASE)
        figures = board.column(column)
        if found is None or None in figures:
            continue
        sign = 1 if found["way"] == "tăng" else -1
        at = next((at for at in range(1, len(figures)) if sign * (figures[at] - figures[at - 1]) < 0), None)  # type: ignore[operator]
        if at is not None:
            span = Span(note.start + found.start(), note.start + found.end())
            rows = Span(board.grid.line(board.rows[at - 1]).start, board.grid.line(board.rows[at]).end)
            yield fault(
                "sum_mismatch", f"{quoted(case.words(span))} không đúng với bảng: {quoted(case.words(rows))}.", [rows, span]
            )


def _told(case: Case, board: Board, low: str, boards: Sequence[Board]) -> Iterator[Record]:
    """Sentences that name a row: with a figure it has not, or as the first or last where it is not."""
    for row, bare in board.labels.items():
        label = bare
        if len(bare) < _SHORTEST and " " in bare:
            label = f"{board.grid.words[0][0].casefold()} {bare}"  # "Y tế" of a column `Lĩnh vực` is told as `lĩnh vực y tế`
        if len(label) < _SHORTEST or label.isdigit() or " " not in label or len(label) > _LONGEST:
            continue
        if sum(label in other.labels.values() for other in boards) > 1:
            continue
        at = low.find(label)
        while at >= 0:
            span = Span(at, at + len(label))
            if not any(other.grid.spans[0][0].start <= at < other.end for other in boards):
                yield from _of_row(case, board, row, span)
            at = low.find(label, span.end)


def _of_row(case: Case, board: Board, row: int, span: Span) -> Iterator[Record]:
    sentence = case.sentence(span)
    words = case.plain[sentence.start : sentence.end].casefold()
    record = _figure_told(case, board, row, (span, sentence)) or _most_told(case, board, row, (span, sentence), words)
    if record is not None:
        yield record


def _figure_told(case: Case, board: Board, row: int, told: tuple[Span, Span]) -> Record | None:
    """The figure told right behind the name of a row, where the row has it with its digits in another order, or for another year."""
    span, sentence = told
    found = _TOLD.search(case.plain, span.end, min(sentence.end, span.end + _NEAR))
    if found is None or is_hedged(case.plain, found.start()) or case.is_taken(found.start()):
        return None
    unit = (found["unit"] or "").strip()
    start = board.grid.spans[0][0].start
    head = case.plain[max(0, start - _CAPTION) : board.grid.spans[0][-1].end].casefold()
    if (unit and unit not in head) or _BETWEEN.search(case.plain, span.end, found.start()):
        return None
    near = _near(case, board, row, found, head)
    if near is not None:
        return near
    if len(re.sub(r"\D", "", found["number"])) < _FEWEST_DIGITS:
        return None
    value = decimal(found["number"])
    columns = range(1, len(board.grid.words[row]))
    cells = {column: figure for column in columns if (figure := board.grid.figure(row, column)) is not None}
    years = {match[1]: column for column in columns if (match := _YEAR.match(board.grid.words[0][column]))}
    named = [year for year in YEAR.findall(case.plain, sentence.start, sentence.end) if year in years]
    other = value in cells.values()
    wrong = None
    if other and len(named) == 1 and years.keys() and cells.get(years[named[0]]) not in (None, value):
        wrong = cells[years[named[0]]]
    elif not other:
        digits = sorted(found["number"].replace(".", ""))
        wrong = next((cell for cell in cells.values() if sorted(f"{cell:f}") == digits), None)
    if wrong is None:
        return None
    place = Span(span.start, min(sentence.end, found.end() + 12))
    return fault(
        "value_conflict",
        f"Bảng ghi {shown(wrong)}, nơi khác ghi {shown(value)}: {quoted(case.words(place))}.",
        [board.grid.line(row), place],
    )


def _near(case: Case, board: Board, row: int, found: re.Match[str], head: str) -> Record | None:
    """Another figure than that of the row, where the table has one column of figures and the noun of the figure stands over it."""
    columns = [column for column in range(1, len(board.grid.words[row])) if board.grid.figure(row, column) is not None]
    noun = _NOUN_BEHIND.match(case.plain, found.end())
    if len(columns) != 1 or noun is None or noun[1].casefold() not in head:
        return None
    cell, value = board.grid.figure(row, columns[0]), decimal(found["number"])
    if not cell or value == cell or not 1 / _RATIO < value / cell < _RATIO:
        return None
    place = Span(max(0, found.start() - _NEAR), noun.end())
    return fault(
        "value_conflict",
        f"Bảng ghi {shown(cell)}, nơi khác ghi {shown(value)}: {quoted(case.words(place))}.",
        [board.grid.line(row), place],
    )


def _most_told(case: Case, board: Board, row: int, told: tuple[Span, Span], words: str) -> Record | None:
    """A row told to have the most or the least of a column, or of one column for each of another, where another row has."""
    span, sentence = told
    found = next(
        (match for match in _MOST.finditer(case.plain, *sentence) if _is_about(case, match, span)),
        None,
    )
    if found is None or _AMONG.search(case.plain, *sentence):
        return None
    if sum(label in words for label in board.labels.values()) != 1 and found.start() < span.start - _NEAR // 3:
        return None
    figures = _column_meant(case, board, row, (found, span, sentence))
    if figures is None:
        return None
    known = [(figure, other) for figure, other in zip(figures, board.rows, strict=True) if figure is not None]
    best = (min if found["way"] in _DOWN else max)(known)
    own = next((figure for figure, other in known if other == row), None)
    if own is None or best[0] == own:
        return None
    place = Span(min(span.start, found.start()), max(span.end, found.end()))
    note = f"{quoted(case.words(place))} nhưng {board.grid.words[best[1]][0]} là {shown(round(best[0], 2))}, so với {shown(round(own, 2))}."
    return fault("value_conflict", note, [board.grid.line(best[1]), place])


def _is_about(case: Case, found: re.Match[str], span: Span) -> bool:
    """Whether the superlative goes with the name: `X có ít đề tài nhất`, `cao nhất là X`."""
    if found.start() >= span.end:
        between = case.plain[span.end : found.start()]
        return len(between) < _NEAR // 2 and not any(mark in between for mark in ",;:")
    between = case.plain[found.end() : span.start]
    return between.strip() in ("là", "thuộc về", "ở", "là của", ":")


def _column_meant(case: Case, board: Board, row: int, told: tuple["re.Match[str]", Span, Span]) -> list[Decimal | None] | None:
    """The figures that are compared: of the column named with the superlative, or of the one whose figure is told behind it."""
    found, span, sentence = told
    what = frozenset(found["what"].split())
    header = board.grid.words[0]
    named = [column for column in range(1, len(header)) if what and _names(header[column]) and _names(header[column]) <= what]
    if len(named) == 1:
        return board.column(named[0])
    number = _TOLD.search(case.plain, max(span.end, found.end()), min(sentence.end, max(span.end, found.end()) + _NEAR // 2))
    if number is None or what:
        return None
    value = decimal(number["number"])
    columns = [column for column in range(1, len(header)) if board.grid.figure(row, column) == value]
    if len(columns) == 1:
        return board.column(columns[0])
    for over in range(1, len(header)):
        for under in range(1, len(header)):
            pairs = list(zip(board.column(over), board.column(under), strict=True))
            if over != under and all(one is not None and other for one, other in pairs):
                ratios = [one / other for one, other in pairs if one is not None and other]
                if ratios[board.rows.index(row)] == value:
                    return list(ratios)
    return None
