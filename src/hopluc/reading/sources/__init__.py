"""Sources (nguồn văn bản): a file to a Document. Text (also TCVN3 and VNI), web pages, e-mail, Word, Excel, pdf; scans and
photographs where tesseract is installed. Everything else is refused clearly.

from hopluc.reading.sources import Sandbox, open_source
"""

from hopluc.reading.sources.open import open_source, stamp_on
from hopluc.reading.sources.sandbox import Sandbox

__all__ = ["Sandbox", "open_source", "stamp_on"]
