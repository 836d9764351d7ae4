"""Reading (đọc văn bản): documents in, facts with exact spans out.

from hopluc.reading import audit, gather, read
from hopluc.reading.sources import open_source
"""

from hopluc.reading.audit import Audit, audit
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.facts import Fact, Reading, Record
from hopluc.reading.programmes import Gathering, Naming, gather, namings_in, places_in, places_of, same_programme
from hopluc.reading.read import read

__all__ = [
    "Audit",
    "Document",
    "Fact",
    "Gathering",
    "Locator",
    "Naming",
    "Reading",
    "Record",
    "Span",
    "audit",
    "gather",
    "namings_in",
    "places_in",
    "places_of",
    "read",
    "same_programme",
]
