"""Reading (đọc văn bản): documents in, facts with exact spans out.

from hopluc.reading import open_source, read, audit
"""

from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.facts import Fact, Reading, Record
from hopluc.reading.read import read

__all__ = ["Document", "Fact", "Locator", "Reading", "Record", "Span", "read"]
