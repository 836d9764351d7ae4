"""Reporting (báo cáo): a report's content in; the official Word file, the PDF and the page out.

from hopluc.reporting import compose, to_word, to_pdf, to_html
"""

from hopluc.reporting.compose import compose
from hopluc.reporting.faults import Fault, faults, refuse_faulty
from hopluc.reporting.outline import Outline, Part, outline, outline_in, outlines
from hopluc.reporting.page import stand_alone, to_fragment, to_html
from hopluc.reporting.pdf import to_pdf
from hopluc.reporting.places import Door, paragraphs_in, with_doors
from hopluc.reporting.report import Letterhead, Paragraph, Report, Run, Section, Signature, Source, Table, with_doubts
from hopluc.reporting.return_outline import (
    AskedFigure,
    AskedPart,
    ReturnOutline,
    refuse_faulty_return,
    return_faults,
    return_outline_in,
    return_outlines,
)
from hopluc.reporting.word import to_word

__all__ = [
    "AskedFigure",
    "AskedPart",
    "Door",
    "Fault",
    "Letterhead",
    "Outline",
    "Paragraph",
    "Part",
    "Report",
    "ReturnOutline",
    "Run",
    "Section",
    "Signature",
    "Source",
    "Table",
    "compose",
    "faults",
    "outline",
    "outline_in",
    "outlines",
    "paragraphs_in",
    "refuse_faulty",
    "refuse_faulty_return",
    "return_faults",
    "return_outline_in",
    "return_outlines",
    "stand_alone",
    "to_fragment",
    "to_html",
    "to_pdf",
    "to_word",
    "with_doors",
    "with_doubts",
]
