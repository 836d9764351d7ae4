"""Born-digital .pdf files: lines from the page, paragraphs rebuilt from the lines, each line with its page and box."""

from collections.abc import Sequence
from types import MappingProxyType

import pypdfium2
from pypdfium2 import raw

from hopluc.errors import BrokenFile, EncryptedFile, NoText, StateSecret, TooLarge
from hopluc.reading.document import Document
from hopluc.reading.sources.blocks import write_pages
from hopluc.reading.sources.draft import Draft
from hopluc.reading.sources.limits import PAGES, TEXT_LENGTH
from hopluc.reading.sources.page_lines import lines_of
from hopluc.reading.sources.paragraphs import Page
from hopluc.reading.sources.ruled import grids_of
from hopluc.reading.sources.secrecy import secrecy_mark
from hopluc.reading.sources.sniff import PDF

_FEW_LETTERS = 60
_MARGIN_LINES = 4
_PICTURE_SHARE = 0.5
_DATES = MappingProxyType({"CreationDate": "created", "ModDate": "modified", "Title": "title"})


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise EncryptedFile(name=name) from error
        raise BrokenFile(name=name, reason="cấu trúc PDF bị lỗi") from error


def _page(pdf: pypdfium2.PdfDocument, number: int) -> tuple[Page, bool]:
    """A page, and whether it is a picture with hardly a letter on it."""
    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            grids = grids_of(page) if textpage.count_chars() else []
            lines = [line for line in lines_of(textpage, number + 1, grids) if line.text]
        finally:
            textpage.close()
        few = sum(len(line.text) for line in lines) < _FEW_LETTERS
        return Page(lines, grids), few and _is_picture(page)
    finally:
        page.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
            return True
    return False


def _read_pages(pdf: pypdfium2.PdfDocument, name: str) -> tuple[list[Page], list[int]]:
    """Every page, and the numbers of those that are pictures. A page that cannot be drawn is an empty one."""
    pages: list[Page] = []
    pictures: list[int] = []
    length = 0
    for number in range(len(pdf)):
        try:
            page, picture = _page(pdf, number)
        except (pypdfium2.PdfiumError, RecursionError, AssertionError):
            page, picture = Page([]), False
        pages.append(page)
        if picture:
            pictures.append(number + 1)
        length += sum(len(line.text) for line in page.lines)
        if length > TEXT_LENGTH:
            raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    return pages, pictures


def refuse_secrets(pages: Sequence[Page], name: str) -> None:
    """A stamp stands at the head of the first page, and may be repeated in the margins of every page."""
    margins = [line.text for page in pages for line in (*page.lines[:_MARGIN_LINES], *page.lines[-_MARGIN_LINES:])]
    if mark := secrecy_mark("\n".join(line.text for line in pages[0].lines), margins):
        raise StateSecret(name=name, mark=mark)


def pages_of_pdf(data: bytes, name: str) -> tuple[list[Page], list[int], dict[str, str]]:
    """The pages of a .pdf file, the numbers of those that are pictures, and what it says of itself. Raises an UnreadableFile."""
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
    return pages, pictures, {_DATES[key]: value for key, value in claimed.items() if key in _DATES}


def document_of_pdf(data: bytes, name: str) -> Document:
    """A .pdf file as a Document. Raises an UnreadableFile for a password, a scan, a secrecy mark, damage."""
    pages, pictures, properties = pages_of_pdf(data, name)
    refuse_secrets(pages, name)
    draft = Draft(name)
    write_pages(draft, pages)
    if not draft.text.strip() or len(pictures) == len(pages):
        raise NoText(name=name)
    if pictures:
        properties["pages_without_text"] = ", ".join(map(str, pictures))
    return Document(name, draft.text, PDF, tuple(draft.locators), properties=MappingProxyType(properties))
