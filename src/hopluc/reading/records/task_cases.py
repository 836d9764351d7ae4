"""Cases of tasks: texts, and the tasks they tell of."""

from collections.abc import Mapping
from typing import Any

CASES: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = ()
