"""A zip package as what it is: a Word file or an Excel file. Told inside the child, where it may be opened."""

from hopluc.reading.document import Document
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.office import main_part
from hopluc.reading.sources.word import document_of_archive
from hopluc.reading.sources.workbook import document_of_workbook


def document_of_package(data: bytes, name: str) -> Document:
    """The document in a .docx or .xlsx file. Raises an UnreadableFile for every other package."""
    archive = Archive(data, name)
    if main_part(archive, name).startswith("xl/"):
        return document_of_workbook(archive, name)
    return document_of_archive(archive, name)
