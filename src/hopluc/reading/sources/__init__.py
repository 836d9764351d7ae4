"""Sources (nguồn văn bản): a file to a Document. Text, web pages, Word and born-digital pdf; everything else is refused clearly.

from hopluc.reading.sources import Sandbox, open_source
"""

from hopluc.reading.sources.open import open_source
from hopluc.reading.sources.sandbox import Sandbox

__all__ = ["Sandbox", "open_source"]
