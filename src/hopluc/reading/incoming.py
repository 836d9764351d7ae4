"""The stamp of arrival (dấu ĐẾN): the number and the day under which an office took a document in.

Its form is that of Decree 30/2020/NĐ-CP on records work, annex IV: the office, ĐẾN, "Số: …", "Ngày: …", "Chuyển: …". It is stamped on
the first page, so that on a scan its lines may stand among those of the letterhead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern

_FIRST_PAGE = 6_000
_STAMP_LENGTH = 260
_DOTS = r"[\s.…_:]{0,40}"
_ARRIVED = Pattern(
    rf"(?:^|[\n\t]|  )\W{{0,3}}(?:(?:CÔNG VĂN|VĂN BẢN) )?[ĐD][EÊÉẾỀỂÈ]N\W{{0,3}}(?=\n|$|\s{{0,4}}(?:Số|Ngày|Giờ)\b)"
    r"| [ĐD][EÊÉẾỀỂÈ]N\W{0,3}(?=\n\W{0,3}(?:Số|Ngày|Giờ)\b)"
    rf"|(?=\b(?:Số đến|Ngày đến){_DOTS}\d)"
)
# What every stamp holds; seldom does any other first page.
_MAY_HAVE_ARRIVED = Pattern(r"[ĐDSN](?:[EÊÉẾỀỂÈ]N|ố đến|gày đến)")
_NUMBER = Pattern(rf"\bSố(?: đến)?{_DOTS}(\d{{1,6}})(?:/(?:CVĐ|VBĐ|CV|VB|VP))?(?![\w/-])")
_DAY = Pattern(rf"\bNgày(?: đến)?{_DOTS}(\d{{1,2}})(?: ?[/.-] ?| tháng )(\d{{1,2}})(?: ?[/.-] ?| năm )((?:20)?\d{{2}})\b")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a stamp of arrival says, each part None where it does not; `spans` gives where each stands, and where its heading does."""

    number: str | None = None
    on: date | None = None
    spans: tuple[tuple[str, Span], ...] = ()


def arrival(document: Document) -> Arrival:
    """What the stamp of arrival on the first page of `document` says; nothing where there is none."""
    return document.view(_read)


def _read(document: Document) -> Arrival:
    text = document.plain
    end = min(_end_of_first_page(document), _FIRST_PAGE)
    if _MAY_HAVE_ARRIVED.search(text, 0, end) is None:
        return Arrival()
    for found in _ARRIVED.finditer(text, 0, end):
        said = _stamped(text, found.end(), min(found.end() + _STAMP_LENGTH, end))
        if said.spans:
            start = found.end() - len(found[0].lstrip())
            heading = Span(start, start + len(found[0].strip()))
            return replace(said, spans=(("heading", heading), *said.spans))
    return Arrival()


def _end_of_first_page(document: Document) -> int:
    later = (at.span.start for at in document.locators if at.page is not None and at.page > 1)
    return next(later, len(document.text))


def _stamped(text: str, start: int, end: int) -> Arrival:
    number = _NUMBER.search(text, start, end)
    days = ((found, day) for found in _DAY.finditer(text, start, end) if (day := _day(found)))
    found, on = next(days, (None, None))
    spans = dict(_spans(("number", number), ("on", found)))
    return Arrival(number[1] if number else None, on, tuple(spans.items()))


def _spans(*parts: tuple[str, re.Match[str] | None]) -> Iterator[tuple[str, Span]]:
    for name, found in parts:
        if found is not None:
            yield name, Span(*found.span(1)) if name == "number" else Span(found.start(1), found.end(3))


def _day(found: re.Match[str]) -> date | None:
    """The day, its year in two figures or four; None where no such day exists."""
    year = int(found[3])
    try:
        return date(year if year >= _CENTURY else _CENTURY + year, int(found[2]), int(found[1]))
    except ValueError:
        return None
