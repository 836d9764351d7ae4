"""Cases of memberships: texts, and who sits where in them."""

from collections.abc import Mapping
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = ()
