"""The workbook of an index: what it is, the ranking, figures and parameters to be changed, every step as formulas."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter

from hopluc.scorecards.results import Scores
from hopluc.scorecards.workbook.steps import Book, book_of, known
from hopluc.scorecards.workbook.tables import FIRST, Cell, Parameters, Table
from hopluc.scorecards.written import STAMP

_EDGE: Final = {"border": 1, "border_color": "#B8C4D0"}
_LOOKS: Final = {
    "stamp": {"bold": True, "font_color": "#7A4B00", "bg_color": "#FDF0D5"},
    "title": {"bold": True, "font_size": 14},
    "told": {"italic": True, "font_color": "#5A6B7B"},
    "head": {**_EDGE, "bold": True, "bg_color": "#DCE6F0", "text_wrap": True, "valign": "top"},
    "name": {**_EDGE, "bg_color": "#EEF2F6"},
    "words": {"text_wrap": True, "valign": "top"},
    "given": {**_EDGE, "bg_color": "#FFFBE0", "num_format": "#,##0.######"},
    "fixed": {**_EDGE, "italic": True, "bg_color": "#E9EDF1", "num_format": "#,##0.00"},
    "formula": {**_EDGE, "num_format": "#,##0.00"},
    "rank": {**_EDGE, "num_format": "0"},
}
_READ: Final = "Đọc trước"
_RESULT: Final = "Kết quả"


def workbook_of(scores: Scores, title: str, identity: Sequence[str]) -> bytes:
    """The workbook of an index of one year; `identity` are lines that say which computation this is.

    Every formula carries the number the engine found, so that what does not compute shows it too.
    """
    book, file = book_of(scores), BytesIO()
    names = dict(zip(scores.units, scores.data.names or scores.units, strict=True))
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as made:
        looks = {name: made.add_format(look) for name, look in _LOOKS.items()}
        _read_first(_sheet(made, _READ, looks), looks, book, title, identity)
        _result(_sheet(made, _RESULT, looks), looks, book, scores, names)
        labels = {code: str(row[1]) for code, row in book.parameters.rows.items()}
        labels |= {one.code: one.name for one in scores.definition.denominators}
        _write_table(_sheet(made, book.tables[0].sheet, looks), looks, book.tables[0], names, labels)
        _write_parameters(_sheet(made, book.parameters.sheet, looks), looks, book.parameters)
        for table in (*book.tables[1:], book.scores, book.ranks):
            _write_table(_sheet(made, table.sheet, looks), looks, table, names, labels)
    return file.getvalue()


def _sheet(made: Any, name: str, looks: dict[str, Any]) -> Any:
    sheet = made.add_worksheet(name)
    sheet.write_string(0, 0, STAMP, looks["stamp"])
    sheet.set_footer(f"&L{STAMP}&R&A, &P/&N")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    return sheet


def _read_first(sheet: Any, looks: dict[str, Any], book: Book, title: str, identity: Sequence[str]) -> None:
    sheet.set_column(0, 0, 120, looks["words"])
    sheet.write_string(1, 0, title, looks["title"])
    for row, line in enumerate((*identity, "", *_told(book)), start=2):
        sheet.write_string(row, 0, line, looks["words"])


def _told(book: Book) -> list[str]:
    """How the workbook is used, and what in it no formula tells."""
    told = [
        "Sửa ô nền vàng (số liệu ở trang Số liệu; trọng số, mốc ở trang Tham số): điểm và hạng ở mọi trang tính lại theo.",
        "Ô số liệu trống là chưa có, không bao giờ bằng 0. Ô nền xám, chữ nghiêng là trị số của lần tính, không đổi theo.",
        f"Trang {_RESULT} đặt điểm, hạng đang tính cạnh điểm, hạng của lần tính đã lưu.",
        "Điểm giống nhau đến 10 chữ số thập phân xếp cùng một hạng.",
        "Phần mềm không tính công thức vẫn hiện đúng số của lần tính đã lưu.",
        "Khoảng hạng, khoảng điểm không có ở đây: xem trang xếp hạng.",
    ]
    for table in (*book.tables[1:], book.scores, book.ranks):
        fixed = table.fixed
        if fixed:
            codes = ", ".join(fixed[:30]) + (" …" if len(fixed) > 30 else "")
            told.append(f"Trang {table.sheet}: có trị số không tính bằng công thức được, giữ như lần tính: {codes}.")
    if any(table.sheet == "Ngoại lai" for table in book.tables):
        told.append("Trang Ngoại lai: chỉ số nào được xử lý và đến ngưỡng nào là theo lần tính; sửa số liệu không xét lại.")
    return told


def _result(sheet: Any, looks: dict[str, Any], book: Book, scores: Scores, names: dict[str, str]) -> None:
    """Score and rank of each unit as they are computed now, beside those that were kept."""
    tops = [scores.tree.codes[top] for top in scores.tree.tops]
    sheet.write_string(1, 0, "Điểm và hạng tính theo công thức, cạnh điểm và hạng của lần tính đã lưu.", looks["told"])
    heads = ["Mã", "Đơn vị"]
    for code in tops:
        heads += [f"{code}: điểm", f"{code}: hạng", f"{code}: điểm đã lưu", f"{code}: hạng đã lưu"]
    for column, head in enumerate(heads):
        sheet.write_string(FIRST - 1, column, head, looks["head"])
    for row, unit in enumerate(scores.units):
        line = FIRST + row
        sheet.write_string(line, 0, unit, looks["name"])
        sheet.write_string(line, 1, names[unit], looks["name"])
        for place, code in enumerate(tops):
            column, at = 2 + 4 * place, scores.tree.column(code)
            score, rank = known(scores.values[row, at]), known(scores.ranks[row, at])
            _write(sheet, line, column, Cell(score, f"={book.scores.at(unit, code)}"), looks, "formula")
            _write(sheet, line, column + 1, Cell(rank, f"={book.ranks.at(unit, code)}"), looks, "rank")
            _write(sheet, line, column + 2, Cell(score), looks, "fixed")
            _write(sheet, line, column + 3, Cell(rank), looks, "rank")
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, len(heads) - 1, 14)
    sheet.freeze_panes(FIRST, 2)


def _write_parameters(sheet: Any, looks: dict[str, Any], parameters: Parameters) -> None:
    sheet.write_string(1, 0, "Trọng số, chiều, cách tính, mốc của từng chỉ số và nhóm. Ô nền vàng sửa được.", looks["told"])
    for column, head in enumerate(parameters.HEADS):
        sheet.write_string(FIRST - 1, column, head, looks["head"])
    for line, row in enumerate(parameters.rows.values(), start=FIRST):
        for column, (head, value) in enumerate(zip(parameters.HEADS, row, strict=True)):
            if isinstance(value, str):
                sheet.write_string(line, column, value, looks["name"])
            else:
                _write(sheet, line, column, Cell(value, given=head in parameters.CHANGED), looks, "fixed")
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 50)
    sheet.set_column(2, len(parameters.HEADS) - 1, 15)
    sheet.freeze_panes(FIRST, 2)


def _write_table(sheet: Any, looks: dict[str, Any], table: Table, names: dict[str, str], labels: dict[str, str]) -> None:
    sheet.write_string(1, 0, table.told, looks["told"])
    heads = [("Mã", ""), ("Đơn vị", ""), *((code, labels.get(code, "")) for code in table.codes)]
    for column, (code, label) in enumerate(heads):
        sheet.write_string(FIRST - 2, column, code, looks["head"])
        sheet.write_string(FIRST - 1, column, label, looks["head"])
    look = "rank" if table.sheet == "Hạng" else "formula"
    for line, (unit, row) in enumerate(zip(table.units, table.cells, strict=True), start=FIRST):
        sheet.write_string(line, 0, unit, looks["name"])
        sheet.write_string(line, 1, names.get(unit, unit), looks["name"])
        for column, cell in enumerate(row, start=2):
            _write(sheet, line, column, cell, looks, look)
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, len(heads) - 1, 14)
    sheet.freeze_panes(FIRST, 2)


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: dict[str, Any], look: str) -> None:
    """A cell with its number: a formula shows it until it is worked out."""
    if cell.formula:
        sheet.write_formula(row, column, cell.formula, looks[look], "" if cell.value is None else cell.value)
    elif cell.value is not None:
        sheet.write_number(row, column, cell.value, looks["given" if cell.given else "rank" if look == "rank" else "fixed"])
    else:
        sheet.write_blank(row, column, None, looks["given" if cell.given else look])
