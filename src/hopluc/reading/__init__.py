"""Reading (đọc văn bản): documents in, facts with exact spans out.

from hopluc.reading import audit, gather, read
from hopluc.reading.sources import open_source
"""

from hopluc.reading.audit import Audit, audit
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.facts import Fact, Reading, Record
from hopluc.reading.programmes import Gathering, gather, same_programme
from hopluc.reading.read import read

__all__ = [
    "Audit",
    "Document",
    "Fact",
    "Gathering",
    "Locator",
    "Reading",
    "Record",
    "Span",
    "audit",
    "gather",
    "read",
    "same_programme",
]
