"""Orders that hold words of asking (giao việc): what a body is given to propose is a task, no petition."""

import re

from hopluc.reading.document import Cover, Span
from hopluc.reading.facts import Found

_GIVEN = "assigned"
_PROPOSES = "đề xuất"


class Orders:
    """The tasks that bodies were given in so many words, by where they stand."""

    def __init__(self, found: Found) -> None:
        told = (record for record in found.records("task") if record.value.status == _GIVEN and record.evidence)
        self._given = Cover(record.evidence[0] for record in told)

    def hold(self, asking: re.Match[str]) -> bool:
        """Whether the words at `asking` are what somebody is given to do: `giao Sở A đề xuất …`."""
        return asking[0].lower().startswith(_PROPOSES) and self._given.holds(Span(*asking.span()))
