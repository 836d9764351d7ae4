"""Sums in cells without a table that is known: right of a unit (`Thu ngân sách | Tỷ đồng | 12,5 | 13,4`), or under a heading that says it."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from hopluc.errors import NotAnAmount
from hopluc.money import SCALES, currencies, parse_number
from hopluc.reading.cues import cues, places
from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern

_CURRENCIES = ("đồng", "Đồng", "đ", "VNĐ", "VND", "USD", "EUR", "Euro")
_SEPARATORS = "\t\n|"
# A currency that ends its cell, with or without the bracket around the unit.
_ENDS = cues(*(f"{word}{bracket}{mark}" for word in _CURRENCIES for bracket in ("", ")") for mark in ("\t", "\n", " |")))
_SCALE = r"(?:(?P<scale>nghìn tỷ|triệu|tr\.?|tỷ|tỉ|nghìn|ngàn) ?)?"
_UNIT = rf"(?i:{_SCALE}(?P<currency>{'|'.join(_CURRENCIES)}))"
_UNIT_CELL = Pattern(rf"(?:^|[\t\n|(]|, |: ?) ?(?:ĐVT:? ?|[Đđ]ơn vị(?: tính)?:? ?)?{_UNIT}\)?\s?$")
HEADING = Pattern(rf"(?:\(|, )(?:ĐVT:? ?)?{_UNIT}\)?$")
BRACKETED = Pattern(rf"\((?:ĐVT|[Đđ]ơn vị(?: tính)?)?:? ?{_UNIT}\)")
ABOVE = Pattern(rf"(?:\(|(?:ĐVT|[Đđ]ơn vị(?: tính)?) ?:? ?){_UNIT}[).]?$")
HOLDS_MONEY = Pattern(
    r"(?i:(?:năm )?(?:19|20)\d\d$|(?:tổng |kế hoạch |thực hiện |ước )*(?:cộng|tổng|số tiền|kinh phí|thực hiện|giải ngân|quyết toán|dự toán|kế hoạch|nguồn|"
    r"ngân sách|vốn|nsnn|nstw|nsđp|thành tiền|đơn giá|giá trị)(?!\w))"
)
_OF_MONEY = Pattern(r"\b(?:kinh phí|vốn|ngân sách|dự toán|quyết toán|doanh thu|giải ngân|thu chi)\b", re.IGNORECASE)
_COUNTS = Pattern(r"(?:S?TT|Số (?!tiền|vốn)|Tỷ lệ|Tỉ lệ|%|Năm$|Ghi chú|Tháng|Thời|Đơn vị|Nội dung|Tên|Chỉ tiêu)", re.IGNORECASE)
_NUMBER = r"\d{1,3}(?:[.,]\d{3}){1,6}(?:[.,]\d{1,2})?|\d{1,18}(?:[.,]\d{1,2})?"
BARE = Pattern(_NUMBER)
_NEXT_BESIDE = Pattern(rf"(?:[ ]?[\t|])+[ ]?({_NUMBER})(?=[ ]?[\t\n|]|$)")
_NEXT_BELOW = Pattern(rf"\n+({_NUMBER})(?=\n|$)")
YEAR = Pattern(r"(?:19|20)\d\d")
_ROW_NUMBER = Pattern(r"(?:^|\n)(\d{1,3})\n[^\n]{2,200}\n[^\n]{0,30}$")
_REACH, _LONGEST_HEADER = 40, 400


class CellSum(NamedTuple):
    """A sum that stands in a cell as a bare number, in whole units of the currency (ISO 4217)."""

    span: Span
    amount: int
    currency: str


class Unit(NamedTuple):
    """A scale and a currency (ISO 4217)."""

    scale: Decimal
    currency: str


def cell_sums(document: Document) -> Iterator[CellSum]:
    """Every bare number right of, or under, a cell that says a unit of money; fractions of a whole unit are none."""
    plain, line, tabbed = document.plain, Span(-1, -1), False
    for start in places(document, _ENDS):
        end = next(place for place in range(start, len(plain)) if plain[place] in _SEPARATORS)
        said = _UNIT_CELL.search(plain, max(0, start - _REACH), end)
        if said is None:
            continue
        begun = start >= line.end
        if begun:
            line = Span(plain.rfind("\n", 0, start) + 1, _line_end(plain, start))
            tabbed = any(mark in plain[line.start : line.end] for mark in "\t|")
        numbers = list(_beside(plain, end) if tabbed else _below(plain, end))
        if _are_sums(plain, end, numbers, tabbed=tabbed):
            yield from said_in(plain, numbers, unit_of(said))
        if begun:
            yield from _under(plain, line, {}) if tabbed else _under_caption(plain, line)


def unit_of(said: re.Match[str]) -> Unit:
    """The unit that a match of a unit says."""
    scale = Decimal(1)
    for word in (said["scale"] or "").lower().replace(".", "").split():
        scale *= SCALES[word]
    return Unit(scale, currencies()[said["currency"].lower()])


def _line_end(plain: str, start: int) -> int:
    end = plain.find("\n", start)
    return len(plain) if end < 0 else end


def _beside(plain: str, end: int) -> Iterator[Span]:
    """The bare numbers of the cells right of a unit, up to the first cell of words."""
    while found := _NEXT_BESIDE.match(plain, end):
        yield Span(*found.span(1))
        end = found.end(1)


def _below(plain: str, end: int) -> Iterator[Span]:
    """The bare numbers of the lines under a unit that stands on a line of its own."""
    while found := _NEXT_BELOW.match(plain, end):
        yield Span(*found.span(1))
        end = found.end(1)


def _are_sums(plain: str, end: int, numbers: list[Span], *, tabbed: bool) -> bool:
    """Whether numbers after a unit are sums, not years, numbers of columns or the number of the next row (taken off the end)."""
    written = [plain[number.start : number.end] for number in numbers]
    row = _ROW_NUMBER.search(plain, max(0, end - 260), end) if len(written) > 1 and not tabbed else None
    if row is not None and written[-1] == str(int(row[1]) + 1):
        written.pop()
        numbers.pop()
    if not written or (all if tabbed else any)(YEAR.fullmatch(number) for number in written):
        return False
    counted = [str(place) for place in range(int(written[0]), int(written[0]) + len(written))] if written[0].isdigit() else []
    return written != counted or (len(written) == 1 and (tabbed or len(written[0]) > 2))


def said_in(plain: str, numbers: Sequence[Span], unit: Unit) -> Iterator[CellSum]:
    """The sums that bare numbers say in this unit; fractions of a whole unit are none."""
    for number in numbers:
        try:
            amount = parse_number(plain[number.start : number.end]) * unit.scale
        except NotAnAmount:
            continue
        if amount == int(amount):
            yield CellSum(number, int(amount), unit.currency)


def _cells(plain: str, line: Span) -> list[Span]:
    """The cells of a line divided by tabs or bars, without the space around them; bars at the edges divide nothing."""
    words = plain[line.start : line.end].rstrip(" ")
    first = line.start + (words.startswith("|"))
    cells, start = list[Span](), first
    for place in range(first, line.start + len(words) + 1):
        if place == line.start + len(words) or plain[place] in "\t|":
            inner = plain[start:place]
            left = start + len(inner) - len(inner.lstrip(" "))
            cells.append(Span(left, max(left, start + len(inner.rstrip(" ")))))
            start = place + 1
    return cells[:-1] if words.endswith("|") else cells


def _under(plain: str, header: Span, above: dict[int, Unit]) -> Iterator[CellSum]:
    """The sums under the cells of a header line that say a unit (or that `above` gives one), in the lines with as many cells."""
    if header.end - header.start > _LONGEST_HEADER:
        return
    headings = _cells(plain, header)
    said = {column: HEADING.search(plain, cell.start, cell.end) for column, cell in enumerate(headings)}
    units = {column: unit_of(unit) for column, unit in said.items() if unit} or above
    if len(headings) < 2 or not units or any(_is_sum(plain, cell) for cell in headings):
        return
    for row in _rows(plain, header.end):
        # Rows end where others begin, so that no row is gone through for more than one header.
        if len(row) != len(headings) or any(HEADING.search(plain, cell.start, cell.end) for cell in row):
            break
        for column, unit in units.items():
            if BARE.fullmatch(plain, row[column].start, row[column].end):
                yield from said_in(plain, row[column : column + 1], unit)


def _is_sum(plain: str, cell: Span) -> bool:
    """Whether a cell is a bare number that is no year, which no heading is."""
    written = BARE.fullmatch(plain, cell.start, cell.end)
    return written is not None and not YEAR.fullmatch(written[0])


def _under_caption(plain: str, caption: Span) -> Iterator[CellSum]:
    """The sums of the table under a line that ends with its unit (`ĐVT: triệu đồng`), in columns that speak of money or are years; in all that count nothing else where the line itself speaks of it."""
    said = ABOVE.search(plain, caption.start, caption.end)
    header = Span(caption.end + 1, _line_end(plain, caption.end + 1))
    if said is None or not any(mark in plain[header.start : header.end] for mark in "\t|"):
        return
    of_money = _OF_MONEY.search(plain, caption.start, caption.end) is not None
    held = {
        column: unit_of(said)
        for column, cell in enumerate(_cells(plain, header))
        if HOLDS_MONEY.match(plain, cell.start, cell.end)
        or (column and of_money and not _COUNTS.match(plain, cell.start, cell.end))
    }
    yield from _under(plain, header, held)


def _rows(plain: str, end: int) -> Iterator[list[Span]]:
    while end + 1 < len(plain):
        line = Span(end + 1, _line_end(plain, end + 1))
        if set(plain[line.start : line.end]) - set("|-: \t"):
            yield _cells(plain, line)
        end = line.end
