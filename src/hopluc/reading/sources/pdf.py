"""Born-digital .pdf files: lines from the page, paragraphs rebuilt from the lines, each line with its page and box."""

from types import MappingProxyType

import pypdfium2
from pypdfium2 import raw

from hopluc.errors import BrokenFile, EncryptedFile, NoText, StateSecret, TooLarge
from hopluc.reading.document import Document
from hopluc.reading.sources.draft import Draft
from hopluc.reading.sources.limits import PAGES, TEXT_LENGTH
from hopluc.reading.sources.page_lines import PageLine, lines_of
from hopluc.reading.sources.paragraphs import blocks_of, without_margins
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


def _page_lines(pdf: pypdfium2.PdfDocument, number: int) -> tuple[list[PageLine], bool]:
    """The lines of a page, and whether it is a picture with hardly a letter on it."""
    page = pdf[number]
    try:
        textpage = page.get_textpage()
        try:
            lines = lines_of(textpage, number + 1)
        finally:
            textpage.close()
        few = sum(len(line.text) for line in lines) < _FEW_LETTERS
        return lines, few and _is_picture(page)
    finally:
        page.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
            return True
    return False


def _read_pages(pdf: pypdfium2.PdfDocument, name: str) -> tuple[list[list[PageLine]], list[int]]:
    pages: list[list[PageLine]] = []
    pictures: list[int] = []
    length = 0
    for number in range(len(pdf)):
        try:
            lines, picture = _page_lines(pdf, number)
        except (pypdfium2.PdfiumError, RecursionError, AssertionError):
            lines, picture = [], False
        pages.append(lines)
        if picture:
            pictures.append(number + 1)
        length += sum(len(line.text) for line in lines)
        if length > TEXT_LENGTH:
            raise TooLarge(name=name, reason=f"phần chữ dài hơn {TEXT_LENGTH // 1_000_000} triệu ký tự")
    return pages, pictures


def _refuse_secrets(pages: list[list[PageLine]], name: str) -> None:
    for lines in pages:
        margins = [line.text for line in (*lines[:_MARGIN_LINES], *lines[-_MARGIN_LINES:])]
        mark = secrecy_mark("\n".join(line.text for line in pages[0]), ()) or secrecy_mark("", margins)
        if mark:
            raise StateSecret(name=name, mark=mark)


def document_of_pdf(data: bytes, name: str) -> Document:
    """A .pdf file as a Document. Raises an UnreadableFile for a password, a scan, a secrecy mark, damage."""
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
    _refuse_secrets(pages, name)
    draft = Draft(name)
    for block in blocks_of(without_margins(pages)):
        draft.add_pieces(block.pieces(), block.cell)
    if not draft.text.strip() or len(pictures) == len(pages):
        raise NoText(name=name)
    properties = {_DATES[key]: value for key, value in claimed.items() if key in _DATES}
    if pictures:
        properties["pages_without_text"] = ", ".join(map(str, pictures))
    return Document(name, draft.text, PDF, tuple(draft.locators), properties=MappingProxyType(properties))
