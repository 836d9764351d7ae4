"""Bodies in their time (tên cơ quan theo thời kỳ): acts of ministries dated before the ministry bore that name, or after."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from hopluc.reading.checks.acts import parsed, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.mentions.issuers import issuer_codes

# Papers go out under an old name for some weeks.
_LEEWAY = 92
_ISSUERS = ("bộ",)

CASES = (("date_conflict", "Căn cứ Thông tư số 641/TT-KH ngày 05/4/{1995|2003} của Bộ Khoa học và Công nghệ;"),)


def check_bodies_in_time(case: Case) -> Iterator[Record]:
    """Acts of a ministry on a day when no ministry of that name was."""
    for citation in case.citations:
        issuer = citation.value.issuer or ""
        known = _lives().get(issuer.casefold()) if issuer.startswith("Bộ ") else None
        day = parsed(citation.value.date)
        first = day.first if day else None
        if not known or day is None or first is None or day.day is None:
            continue
        if not any(_within(first, since, until) for since, until in known):
            span = Span(citation.span.start, citation.span.end)
            note = f"Ngày {written(day)} không có cơ quan tên {quoted(issuer)}: {quoted(case.words(span))}."
            yield fault("date_conflict", note, [span])


def _within(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or day >= since) and (until is None or (day - until).days <= _LEEWAY)


@cache
def _lives() -> dict[str, list[tuple[date | None, date | None]]]:
    """From when to when ministries bore their names, by name."""
    lives: dict[str, list[tuple[date | None, date | None]]] = {}
    for code in issuer_codes():
        if code.level in _ISSUERS and (code.since or code.until):
            lives.setdefault(code.issuer.casefold(), []).append((code.since, code.until))
    return lives
