"""Cases of agreements: texts, and the agreements they tell of."""

from collections.abc import Mapping
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = ()
