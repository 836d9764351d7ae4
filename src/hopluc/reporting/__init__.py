"""Reporting (báo cáo): a report's content in; the official Word file, the PDF and the page out.

from hopluc.reporting import compose, to_word, to_pdf, to_html
"""

from hopluc.reporting.compose import compose
from hopluc.reporting.outline import Outline, outline
from hopluc.reporting.page import stand_alone, to_fragment, to_html
from hopluc.reporting.pdf import to_pdf
from hopluc.reporting.places import Door, paragraphs_in, with_doors
from hopluc.reporting.report import Letterhead, Paragraph, Report, Run, Section, Signature, Source, Table, with_doubts
from hopluc.reporting.word import to_word

__all__ = [
    "Door",
    "Letterhead",
    "Outline",
    "Paragraph",
    "Report",
    "Run",
    "Section",
    "Signature",
    "Source",
    "Table",
    "compose",
    "outline",
    "paragraphs_in",
    "stand_alone",
    "to_fragment",
    "to_html",
    "to_pdf",
    "to_word",
    "with_doors",
    "with_doubts",
]
