"""Which agency a folder of documents names as the programme's standing one (cơ quan thường trực)."""

import re
from collections import Counter
from collections.abc import Iterable

from hopluc.reading import Reading, Span

UNNAMED = "Cơ quan thường trực Chương trình"
_STANDING = re.compile(r"cơ quan thường trực", re.IGNORECASE)
_NEAR = 120


def standing_agency(readings: Iterable[Reading]) -> str:
    """The organisation named beside the words "cơ quan thường trực" most often; else the body that leads most tasks."""
    beside: Counter[str] = Counter()
    leading: Counter[str] = Counter()
    for reading in readings:
        organisations = [fact for fact in reading.facts if fact.kind == "organisation" and fact.value.canonical]
        for found in _STANDING.finditer(reading.document.plain):
            near = Span(found.start() - _NEAR, found.end() + _NEAR)
            close = [fact for fact in organisations if near.contains(fact.span)]
            if close:
                nearest = min(
                    close, key=lambda fact: min(abs(fact.span.end - found.start()), abs(fact.span.start - found.end()))
                )
                beside[nearest.value.canonical] += 1
        leading.update(record.value.lead for record in reading.of("task") if record.value.lead)
    return next((names.most_common(1)[0][0] for names in (beside, leading) if names), UNNAMED)
