"""Statements: what a source marks as a table cell is none."""

from hopluc.reading import Document, read
from hopluc.reading.document import Locator, Span

TEXT = "III. KIẾN NGHỊ, ĐỀ XUẤT\nTỉnh cần bố trí đủ kinh phí cho chương trình.\nSố sáng chế được cấp trong năm\n"
LABEL = TEXT.index("Số sáng chế")


def statements(locators: tuple[Locator, ...]) -> list[str]:
    return [record.value.text for record in read(Document("case", TEXT, locators=locators)).of("statement")]


def test_marked_cell_is_no_statement() -> None:
    said = statements((Locator(Span(LABEL, len(TEXT) - 1), paragraph=2, cell=(0, 1, 1)),))

    assert said == ["Tỉnh cần bố trí đủ kinh phí cho chương trình"]


def test_same_line_outside_a_table_is_a_statement() -> None:
    said = statements((Locator(Span(LABEL, len(TEXT) - 1), paragraph=2),))

    assert said == ["Tỉnh cần bố trí đủ kinh phí cho chương trình", "Số sáng chế được cấp trong năm"]
