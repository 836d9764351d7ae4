"""The table by year and the rows behind it, as an Excel file: one sheet for each."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import xlsxwriter
from django.conf import settings
from django.utils import translation

from hopluc.web.manpower.queries import Kept, trip_of
from hopluc.web.manpower.yearly import year_table
from hopluc.web.measures.figures import Figure

Cell = str | int | Decimal | date | None
_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook_of(kept: Kept, at: str) -> bytes:
    """The file, in the language of the offices; `at` is when its figures are of. Names of persons are not in it."""
    file = io.BytesIO()
    with translation.override(settings.LANGUAGE_CODE), xlsxwriter.Workbook(file, _PLAIN) as book:
        table = year_table(kept)
        years = [str(year) if year else "Chưa nêu năm" for year in table.years]
        by_year = ([str(line.label), *(cell.said for cell in line.cells)] for line in table.lines)
        _sheet(book, "Theo năm", ("Nội dung", *years), by_year, f"{kept.programme.title}. {at}")
        _sheet(book, "Nhu cầu đào tạo", ("Năm", "Cơ quan, đơn vị", "Lĩnh vực", "Trình độ, hình thức", "Số người"), _needs(kept))
        _sheet(book, "Khóa đào tạo", ("Tên khóa", "Lĩnh vực", "Thời gian", "Địa điểm", "Số chỗ", "Đã đào tạo"), _courses(kept))
        head = ("Loại đoàn", "Mục đích", "Cơ quan", "Đối tác", "Địa điểm", "Thời gian", "Số thành viên", "Nguồn kinh phí", "Tình trạng", "Hạn báo cáo")  # fmt: skip
        _sheet(book, "Đoàn công tác", head, _trips(kept))
        shared = ([row.get_kind_display(), row.title, str(row.period or ""), row.place_as_written] for row in kept.exchanges)
        _sheet(book, "Hội nghị, ấn phẩm", ("Loại", "Tên", "Thời gian", "Địa điểm"), shared)
    return file.getvalue()


def _needs(kept: Kept) -> Iterable[Sequence[Cell]]:
    return ([one.year, str(one.agency), one.field, one.get_level_display(), one.people] for one in kept.needs)


def _courses(kept: Kept) -> Iterable[Sequence[Cell]]:
    for row in kept.courses:
        field = row.course.field if hasattr(row, "course") else ""
        figures = (_number(kept.places.get(row.pk)), _number(kept.trained.get(row.pk)))
        yield [row.title, field, str(row.period or ""), row.place_as_written, *figures]


def _trips(kept: Kept) -> Iterable[Sequence[Cell]]:
    for row in kept.trips:
        trip = trip_of(row)
        when, where = str(row.period or ""), row.place_as_written
        if trip is None:
            yield ["", row.title, "", "", where, when, None, "", "", None]
            continue
        due = trip.duty.due_last if trip.duty else None
        yield [
            trip.get_direction_display(), row.title, str(trip.agency), trip.partner, where, when, trip.people, trip.funding,
            trip.state_in_words, due,
        ]  # fmt: skip


def _number(observation: Any) -> Cell:
    figure: Figure | None = observation.figure if observation else None
    if figure is None:
        return None
    return figure.single if figure.single is not None else str(figure)


def _sheet(book: Any, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], title: str = "") -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#EEF2F6", "border": 1})
    text, day = book.add_format({"text_wrap": True, "border": 1}), book.add_format({"num_format": "dd/mm/yyyy", "border": 1})
    number = book.add_format({"num_format": "#,##0", "border": 1})
    top = 2 if title else 0
    if title:
        sheet.write_string(0, 0, title)
    sheet.set_column(0, len(head), 24)
    for column, words in enumerate(head):
        sheet.write_string(top, column, words, bold)
    for place, row in enumerate(rows, start=top + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(place, column, cell, day)
            elif isinstance(cell, int | Decimal):
                sheet.write_number(place, column, float(cell), number)
            else:
                sheet.write_string(place, column, cell or "", text)
    sheet.freeze_panes(top + 1, 0)
