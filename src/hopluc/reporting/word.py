"""A Report as a Word file in the form of an official document (thể thức văn bản hành chính).

Real heading styles, so Word's navigation works; fonts set for every script, so no theme font shows through; the text is
plain text to Word, never markup.
"""

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from hopluc.reporting.official import MOTTO, STATE_NAME, Form, day_in_words, form, number_line
from hopluc.reporting.report import DECIDES, DOUBT, Letterhead, Paragraph, Report, Run, Section, Signature, Table, sources_table

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
LEFT_SHARE = 0.44  # of the text width, for the issuer's side of the letterhead
ADDRESSEE_SHARE = 0.3  # of the text width, before each of several addressees
LONGEST_PROPERTY = 255  # characters a property of a Word document may have
MOTTO_EMS = 12.45  # measured width of the motto in bold Times, in ems: the rule below it is as long as the text


def to_word(report: Report, *, annex: bool = True) -> bytes:
    """The report as .docx; with `annex`, a last part lists the source of each figure."""
    measures = form(dense=report.dense)
    document = docx.Document()
    _set_page(document, measures, wide=report.wide)
    _set_styles(document, measures)
    _letterhead(document, report.letterhead, measures, about=report.summary if report.addressees else "")
    if report.addressees:
        _addressees(document, report.addressees, measures)
    else:
        _title(document, report, measures)
    if report.decided_by:
        _centred(document, report.decided_by.upper(), measures)
    for paragraph in report.bases:
        _body(document, paragraph, measures, italic=True)
    if report.decided_by:
        _centred(document, DECIDES, measures)
    for paragraph in report.opening:
        _body(document, paragraph, measures)
    for section in report.sections:
        _section(document, section, measures)
    for paragraph in report.closing:
        _body(document, paragraph, measures)
    if report.signature.authority:
        _signature(document, report.recipients, report.signature, measures)
    for section in report.annexes:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _section(document, section, measures)
    if annex and report.used_sources():
        _annex(document, report, measures)
    document.core_properties.title = f"{report.kind} {report.summary}"[:LONGEST_PROPERTY]
    document.core_properties.author = report.letterhead.issuer[:LONGEST_PROPERTY]
    document.core_properties.language = "vi-VN"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _set_page(document: WordDocument, measures: Form, *, wide: bool) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(PAGE_HEIGHT), Mm(PAGE_WIDTH)) if wide else (Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT))
    section.top_margin, section.bottom_margin = Mm(measures.margin_top), Mm(measures.margin_bottom)
    section.left_margin, section.right_margin = Mm(measures.margin_left), Mm(measures.margin_right)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True  # the number is not shown on page 1
    header = section.header.paragraphs[0]
    header.alignment = ALIGN.CENTER
    header.paragraph_format.first_line_indent = Mm(0)
    _page_number(header, measures)


def _page_number(paragraph: WordParagraph, measures: Form) -> None:
    run = paragraph.add_run()
    run.font.size = Pt(measures.size_body)
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001  python-docx has no door for fields


def _set_styles(document: WordDocument, measures: Form) -> None:
    for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Header"):
        style = document.styles[name]
        style.font.name = measures.font
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), measures.font)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
        style.font.size = Pt(measures.size_body)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
        layout = style.paragraph_format
        layout.space_before, layout.space_after = Pt(measures.gap), Pt(0)
        layout.line_spacing = measures.line
        if name.startswith("Heading"):
            style.font.bold = True
            layout.keep_with_next = True
    normal = document.styles["Normal"]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)


def _line(
    place: WordDocument | _Cell,
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: ALIGN = ALIGN.CENTER,
) -> WordParagraph:
    """One line of the letterhead, title or signature: no indent, no gap."""
    paragraph = place.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.first_line_indent = Mm(0)
    paragraph.paragraph_format.space_before = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic
    return paragraph


def _rule(place: WordDocument | _Cell, width: float, length: float) -> None:
    """A solid rule of `length` mm in the middle of a stretch `width` mm wide: an empty line with a border above."""
    paragraph = _line(place, "", 3)
    side = max(0.0, (width - length) / 2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    paragraph.paragraph_format.space_before = Pt(2)
    borders: Any = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx has no door for borders
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _bare_table(document: WordDocument, rows: int, widths: Iterable[float]) -> list[list[_Cell]]:
    """A table without borders; its cells, emptied of their first paragraph by `_close`."""
    widths = list(widths)
    table = document.add_table(rows=rows, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _set_widths(table, widths)
    return [list(row.cells) for row in table.rows]


def _set_widths(table: WordTable, widths: Iterable[float]) -> None:
    """Widths in mm, in the grid and in every cell: Word reads the one, LibreOffice the other."""
    table.autofit = False
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
        for row in table.rows:
            row.cells[place].width = Mm(width)


def _close(cells: Iterable[_Cell]) -> None:
    for cell in cells:
        first = cell.paragraphs[0]
        if len(cell.paragraphs) > 1 and not first.text:
            first._p.getparent().remove(first._p)  # noqa: SLF001


def _text_width(document: WordDocument, measures: Form) -> float:
    width = document.sections[0].page_width
    assert width is not None, "the page was set first"
    return float(width.mm) - measures.margin_left - measures.margin_right


def _letterhead(document: WordDocument, head: Letterhead, measures: Form, *, about: str = "") -> None:
    width = _text_width(document, measures)
    left, right = width * LEFT_SHARE, width * (1 - LEFT_SHARE)
    (issuer, state), (number, place) = _bare_table(document, 2, (left, right))
    if head.parent:
        _line(issuer, head.parent.upper(), measures.size_issuer)
    _line(issuer, head.issuer.upper(), measures.size_issuer, bold=True)
    _rule(issuer, left, left * measures.rule_share)
    _line(state, STATE_NAME, measures.size_state, bold=True)
    _line(state, MOTTO, measures.size_motto, bold=True)
    _rule(state, right, MOTTO_EMS * measures.size_motto * 0.3528)
    _line(number, number_line(head.number, head.symbol), measures.size_number)
    if about:
        _line(number, f"V/v {about}", measures.size_subject)
    _line(place, f"{head.place}, {day_in_words(head.day)}", measures.size_place, italic=True)
    _close((issuer, state, number, place))


def _title(document: WordDocument, report: Report, measures: Form) -> None:
    _line(document, report.kind.upper(), measures.size_type, bold=True).paragraph_format.space_before = Pt(14)
    _line(document, report.summary, measures.size_type, bold=True)
    width = _text_width(document, measures)
    _rule(document, width, width * 0.3)


def _centred(document: WordDocument, text: str, measures: Form) -> None:
    line = _line(document, text, measures.size_body, bold=True).paragraph_format
    line.space_before = line.space_after = Pt(measures.gap)


def _addressees(document: WordDocument, addressees: tuple[str, ...], measures: Form) -> None:
    """Those a letter is put to: one on the line of "Kính gửi", several each on a line under it (Annex I, II.5)."""
    one = len(addressees) == 1
    first = _line(document, f"Kính gửi: {addressees[0]}." if one else "Kính gửi:", measures.size_body)
    first.paragraph_format.space_before = first.paragraph_format.space_after = Pt(14)
    for place, addressee in enumerate(() if one else addressees, start=1):
        end = "." if place == len(addressees) else ";"
        written = _line(document, f"- {addressee}{end}", measures.size_body, align=ALIGN.LEFT)
        written.paragraph_format.left_indent = Mm(_text_width(document, measures) * ADDRESSEE_SHARE)


def _runs(paragraph: WordParagraph, runs: Iterable[Run], *, italic: bool = False, size: float | None = None) -> None:
    for run in runs:
        written = paragraph.add_run(run.text)
        written.bold, written.italic = run.bold, run.italic or italic
        parts = [written]
        if run.doubted:
            parts.append(paragraph.add_run(f" {DOUBT}"))
            parts[1].font.highlight_color = WD_COLOR_INDEX.YELLOW
        for part in parts:
            part.font.size = Pt(size) if size else None


def _body(document: WordDocument, paragraph: Paragraph, measures: Form, *, italic: bool = False) -> None:
    written = document.add_paragraph()
    written.alignment = ALIGN.JUSTIFY
    written.paragraph_format.first_line_indent = Mm(measures.first_line)
    lead = (Run(f"{paragraph.mark} "),) if paragraph.mark else ()
    _runs(written, (*lead, *paragraph.runs), italic=italic)


def _section(document: WordDocument, section: Section, measures: Form) -> None:
    title = section.title.upper() if section.level <= 2 else section.title
    if section.level == 1:
        heading = document.add_heading(level=1)
        heading.alignment = ALIGN.CENTER
        heading.paragraph_format.space_before = Pt(14)
        if section.number:
            heading.add_run(section.number).add_break(WD_BREAK.LINE)
        heading.add_run(title)
    else:
        heading = document.add_heading(level=section.level)
        heading.alignment = ALIGN.JUSTIFY
        heading.paragraph_format.first_line_indent = Mm(measures.first_line)
        heading.add_run(f"{section.number} {title}".strip())
    for block in section.blocks:
        if isinstance(block, Section):
            _section(document, block, measures)
        elif isinstance(block, Table):
            _table(document, block, measures)
        else:
            _body(document, block, measures)


def _table(document: WordDocument, table: Table, measures: Form) -> None:
    if table.caption:
        _line(document, table.caption, measures.size_table, bold=True).paragraph_format.space_before = Pt(measures.gap)
    whole = sum(column.width for column in table.columns)
    widths = [_text_width(document, measures) * column.width / whole for column in table.columns]
    drawn = document.add_table(rows=1, cols=len(widths), style="Table Grid")
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER
    repeat = OxmlElement("w:tblHeader")
    drawn.rows[0]._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001  the heading row is repeated on each page
    cells = list(drawn.rows[0].cells)
    for cell, column in zip(cells, table.columns, strict=True):
        _line(cell, column.heading, measures.size_table, bold=True)
    _close(cells)
    for row in table.rows:
        added = drawn.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  a row stays on one page
        cells = list(added.cells)
        for cell, column, paragraph in zip(cells, table.columns, row, strict=True):
            written = _line(cell, "", measures.size_table, align=ALIGN.RIGHT if column.number else ALIGN.LEFT)
            _runs(written, paragraph.runs, size=measures.size_table)
        _close(cells)
    _set_widths(drawn, widths)
    _line(document, "", 4)


def _signature(document: WordDocument, recipients: tuple[str, ...], signature: Signature, measures: Form) -> None:
    width = _text_width(document, measures)
    _line(document, "", 6)
    ((left, right),) = _bare_table(document, 1, (width * 0.5, width * 0.5))
    _line(left, "Nơi nhận:", measures.size_recipients_head, bold=True, italic=True, align=ALIGN.LEFT)
    for recipient in recipients:
        _line(left, f"- {recipient}", measures.size_recipients, align=ALIGN.LEFT)
    for authority in signature.authority:
        _line(right, authority.upper(), measures.size_body, bold=True)
    for _ in range(4):
        _line(right, "", measures.size_body)
    _line(right, signature.name, measures.size_body, bold=True)
    _close((left, right))


def _annex(document: WordDocument, report: Report, measures: Form) -> None:
    document.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = False
    _line(document, "Phụ lục", measures.size_body, bold=True)
    _line(document, "NGUỒN CỦA SỐ LIỆU, THÔNG TIN TRONG BÁO CÁO", measures.size_body, bold=True)
    _table(document, sources_table(report), measures)
