"""Obligations as a calendar (iCalendar, RFC 5545): one whole-day event for each deadline; no word of who is late."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from hopluc.web.register.ledger import Owed

LONGEST = 75
"""Octets in a line; a longer one is folded (RFC 5545, 3.1)."""


def calendar_of(lines: Iterable[Owed], *, name: str, stamp: datetime, site: str) -> str:
    """The calendar of those obligations; `stamp` is when it was made, `site` what makes the events' names unique."""
    parts = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hop Luc//Viec cua toi//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    parts.append(f"X-WR-CALNAME:{_text(name)}")
    for line in lines:
        if line.day is not None:
            parts += _event(line, stamp, site)
    parts.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for part in parts for folded in _folded(part))


def _event(line: Owed, stamp: datetime, site: str) -> Iterator[str]:
    assert line.day is not None
    noun = "nhiem-vu" if line.is_work else "cam-ket"
    yield "BEGIN:VEVENT"
    yield f"UID:{noun}-{line.row.pk}@{site}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{line.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{line.day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'Hạn: {line.title[:120]}')}"
    yield f"DESCRIPTION:{_text(f'{line.row.get_kind_display()}. Thời hạn: {line.due}.')}"
    yield f"URL:https://{site}{line.row.get_absolute_url()}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """Words as a TEXT value: backslash, comma, semicolon and line ends escaped (RFC 5545, 3.3.11)."""
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most LONGEST octets, no letter cut, each after the first with a space before it."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
