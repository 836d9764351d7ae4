"""Which agency a folder of documents names as the programme's standing one (cơ quan thường trực)."""

import re
from collections import Counter
from collections.abc import Iterable

from hopluc.reading import Reading, Span
from hopluc.reading.head import head

UNNAMED = "Cơ quan thường trực Chương trình"
_STANDING = re.compile(r"cơ quan thường trực", re.IGNORECASE)
_NEAR = 120
_SCIENCE = "Sở Khoa học"  # … và Công nghệ; … , Công nghệ và Môi trường before 2003


def standing_agency(readings: Iterable[Reading]) -> str:
    """The organisation named beside the words "cơ quan thường trực" most often; else the department of science that reports
    most; else the body that leads most tasks.
    """
    readings = list(readings)
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
    return next((names.most_common(1)[0][0] for names in (beside, _reporting(readings), leading) if names), UNNAMED)


def _reporting(readings: Iterable[Reading]) -> Counter[str]:
    """How many reports on the programme each department of science issued, the issuer of the newest first."""
    reports = [reading for reading in readings if head(reading.document).doc_type == "báo cáo" and reading.of("programme")]
    newest = sorted(reports, key=lambda reading: head(reading.document).date or "", reverse=True)
    return Counter(issuer for reading in newest if (issuer := _issuer(reading)).startswith(_SCIENCE))


def _issuer(reading: Reading) -> str:
    """The issuing body with its place; "" where the head names none."""
    span = dict(head(reading.document).spans).get("issuer")
    bodies = (fact for fact in reading.facts if fact.kind == "organisation" and span is not None and fact.span.overlaps(span))
    return next((fact.value.canonical for fact in bodies if fact.value.canonical), "")
