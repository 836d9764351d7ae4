"""Born-digital .pdf files: lines from the page, paragraphs rebuilt from the lines, each line with its page and box."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

import pypdfium2
from pypdfium2 import raw

from hopluc.errors import BrokenFile, EncryptedFile, NoText, StateSecret, TooLarge
from hopluc.reading.document import Document
from hopluc.reading.sources.blocks import write_pages
from hopluc.reading.sources.draft import Draft
from hopluc.reading.sources.limits import PAGES, TEXT_LENGTH
from hopluc.reading.sources.page_lines import PageLine, lines_of
from hopluc.reading.sources.paragraphs import Page
from hopluc.reading.sources.ruled import grids_of
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import PDF

_FEW_LETTERS = 60
_MARGIN_LINES = 4
_PICTURE_SHARE = 0.5
_MARKED_SHARE = 0.03
"""Of letters, those with Vietnamese marks: one in four in good text; next to none where a scanner took the page for English."""
_DATES = MappingProxyType({"CreationDate": "created", "ModDate": "modified", "Title": "title"})


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise EncryptedFile(name=name) from error
        raise BrokenFile(name=name, reason="cấu trúc PDF bị lỗi") from error


def _page(pdf: pypdfium2.PdfDocument, number: int) -> tuple[Page, str]:
    """A page; and whether it is a picture with hardly a letter on it ("bare"), or with letters that do not look Vietnamese ("misread")."""
    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            grids = grids_of(page) if textpage.count_chars() else []
            lines = [line for line in lines_of(textpage, number + 1, grids) if line.text]
        finally:
            textpage.close()
        few, misread = sum(len(line.text) for line in lines) < _FEW_LETTERS, _is_misread(lines)
        picture = (few or misread) and _is_picture(page)
        return Page(lines, grids), ("bare" if few else "misread") if picture else ""
    finally:
        page.close()


def _is_misread(lines: Sequence[PageLine]) -> bool:
    """Whether the letters, which many scanners lay under the picture of a page, lack the marks of Vietnamese."""
    letters = [letter for line in lines for letter in line.text if letter.isalpha()]
    return sum(not letter.isascii() for letter in letters) < _MARKED_SHARE * len(letters)


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
            return True
    return False


@dataclass(frozen=True, slots=True)
class PdfPages:
    """The pages of a file, the numbers of those that are bare pictures and of those whose letters were misread by a scanner."""

    pages: list[Page]
    bare: list[int]
    misread: list[int]
    claimed: dict[str, str]


def _read_pages(pdf: pypdfium2.PdfDocument, name: str) -> tuple[list[Page], dict[str, list[int]]]:
    """Every page, and the numbers of those that are pictures, by sort. A page that cannot be drawn is an empty one."""
    pages: list[Page] = []
    pictures: dict[str, list[int]] = {"bare": [], "misread": []}
    length = 0
    for number in range(len(pdf)):
        try:
            page, picture = _page(pdf, number)
        except (pypdfium2.PdfiumError, RecursionError, AssertionError):
            page, picture = Page([]), ""
        pages.append(page)
        if picture:
            pictures[picture].append(number + 1)
        length += sum(len(line.text) for line in page.lines)
        if length > TEXT_LENGTH:
            raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    return pages, pictures


def refuse_secrets(pages: Sequence[Page], name: str) -> None:
    """A stamp stands at the head of the first page, and may be repeated in the margins of every page."""
    margins = [line.text for page in pages for line in (*page.lines[:_MARGIN_LINES], *page.lines[-_MARGIN_LINES:])]
    if mark := secrecy_mark("\n".join(line.text for line in pages[0].lines), margins):
        raise StateSecret(name=name, mark=mark)


def pages_of_pdf(data: bytes, name: str) -> PdfPages:
    """The pages of a .pdf file, and what it says of itself. Raises an UnreadableFile."""
    pdf = _opened(data, name)
    try:
        if not 0 < len(pdf) <= PAGES:
            raise (
                TooLarge(name=name, reason="quá nhiều trang")
                if len(pdf)
                else BrokenFile(name=name, reason="không có trang nào")
            )
        pages, pictures = _read_pages(pdf, name)
        claimed = pdf.get_metadata_dict(skip_empty=True)
    finally:
        pdf.close()
    said = {_DATES[key]: value for key, value in claimed.items() if key in _DATES}
    return PdfPages(pages, pictures["bare"], pictures["misread"], said)


def document_of_pdf(data: bytes, name: str) -> Document:
    """A .pdf file as a Document. Raises an UnreadableFile for a password, a scan, a secrecy mark, damage."""
    read = pages_of_pdf(data, name)
    refuse_secrets(read.pages, name)
    draft = Draft(name)
    write_pages(draft, read.pages)
    if not draft.text.strip() or len(read.bare) == len(read.pages):
        raise NoText(name=name)
    pictures = {"pages_without_text": read.bare, "pages_misread": read.misread}
    said = {key: ", ".join(map(str, numbers)) for key, numbers in pictures.items() if numbers}
    return Document(name, draft.text, PDF, tuple(draft.locators), properties=MappingProxyType(read.claimed | said))
