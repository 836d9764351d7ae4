"""A programme's tasks out as Excel and back, as an officer does it in a real Chromium, without scripts."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from browser.conftest import OFFICER, faults, press
from hopluc.reading import Document
from hopluc.reading.sources import open_source

Look = Callable[..., Any]


def typed_over(downloaded: Path, target: Path) -> None:
    """The downloaded sheet, saved by another hand: the first task due on another day, one more task, one that cannot go in."""
    document = open_source(downloaded)
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        last = 0
        for locator in document.locators:
            if locator.cell is not None:
                _table, last, column = locator.cell
                sheet.write_string(last, column, document.text[locator.span.start : locator.span.end])
        sheet.write_string(1 + _heading(document), 7, "31/12/2027")
        sheet.write_string(last + 1, 2, "Xây dựng cổng dữ liệu mở")
        sheet.write_string(last + 2, 2, "Việc có ngày sai")
        sheet.write_string(last + 2, 7, "31/02/2027")
    target.write_bytes(file.getvalue())


def _heading(document: Document) -> int:
    """The row of the labels."""
    cells = [(locator.cell[1], locator.span) for locator in document.locators if locator.cell is not None]
    return next(row for row, span in cells if document.text[span.start : span.end] == "Mã dòng")


def test_officer_edits_the_tasks_in_excel(look: Look, kinds: dict[str, str], tmp_path: Path) -> None:
    page = look(OFFICER, f"{kinds['/chuong-trinh/N/']}?phan=nhiem-vu", accept_downloads=True, java_script_enabled=False)
    with page.expect_download() as download:
        page.click("text=Tải bảng Excel")
    download.value.save_as(tmp_path / "nhiem-vu.xlsx")
    typed_over(tmp_path / "nhiem-vu.xlsx", tmp_path / "da-sua.xlsx")

    press(page, "text=Nhập lại bảng đã sửa")
    page.set_input_files("input[type=file]", tmp_path / "da-sua.xlsx")
    press(page, "main button[type=submit]")
    headings = page.locator("main h2").all_inner_texts()
    press(page, "text=Đưa vào sổ")

    assert headings == ["Sửa (1)", "Thêm mới (2)"]
    assert page.locator("ul.figures li").all_inner_texts()[:2] == ["1 dòng thêm mới", "1 dòng đã sửa"]
    assert "“31/02/2027” không có trong lịch." in page.inner_text("main table")


def test_axe_finds_nothing_on_the_pages_of_sheets(look: Look, kinds: dict[str, str], tmp_path: Path) -> None:
    page = look(OFFICER, f"{kinds['/chuong-trinh/N/']}bang-tinh/nhiem-vu/nhap-lai/", accept_downloads=True)
    found = [faults(page)]
    with page.expect_download() as download:
        page.click("text=Tải bảng Excel")
    download.value.save_as(tmp_path / "nhiem-vu.xlsx")
    typed_over(tmp_path / "nhiem-vu.xlsx", tmp_path / "da-sua.xlsx")
    page.set_input_files("input[type=file]", tmp_path / "da-sua.xlsx")
    press(page, "main button[type=submit]")
    found.append(faults(page))
    press(page, "text=Đưa vào sổ")
    found.append(faults(page))

    assert found == [[], [], []]
