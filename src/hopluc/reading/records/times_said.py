"""Times said (thời gian đã nêu): bare years, quarters and months counted from the new year, and the words that make them limits."""

import re
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.mentions.calendar_words import QUARTERS
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern

UPPER = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆFGHIÌỈĨÍỊJKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVWXYỲỶỸÝỴZ"


class Time(NamedTuple):
    """A time as said somewhere: `period` with equal ends for a year, quarter, month or day.

    `bound` is the word that makes it a limit, not a time at which something was (`đến`, `trước`, `từ`, `tầm nhìn`); else None.
    """

    span: Span
    period: Period
    bound: str | None


# Each begins with letters that are rare together, so that the search skips what cannot match.
_YEAR = Pattern(r"ăm (?P<year>(?:19|20)\d\d)\b(?![/\d])")
# `Mục tiêu đến 2030: …`, where what stands beside it shows that no count is meant
_BARE_LIMIT = Pattern(
    r"ến (?P<year>20\d\d)(?![\d/])(?:(?<=tiêu đến \d{4})|(?<=tầm nhìn đến \d{4})|(?=\s?[:;,)]|\.\s|\.?$|\s(?:là|đạt|có|sẽ|phấn đấu|tầm nhìn|và tầm nhìn)\b))",
    re.MULTILINE,
)
_YEAR_IN_CAPITALS = Pattern(r"ĂM (?P<year>(?:19|20)\d\d)\b(?![/\d])")
_QUARTER = Pattern(r"u[ýí] (?P<quarter>IV|I{1,3}|[1-4])(?:\s*[/-]\s*|,? năm )(?P<year>(?:19|20)\d\d)\b")
_MONTHS = Pattern(r"(?P<months>\d{1,2}) tháng (?:(?P<part>đầu|cuối) )?(?:của )?n$", re.IGNORECASE)
_BOUNDS = (
    "tầm nhìn",
    "định hướng",
    "đến",
    "tới",
    "trước",
    "sau",
    "kể từ",
    "từ",
    "khóa",
    "nhiệm kỳ",
    "so với",
    "so",
    "giá so sánh",
    "giá cố định",
    "cùng kỳ",
    "bằng",
    "lần",
)
_PARTS = (
    "đến",
    "hết",
    "cuối",
    "đầu",
    "giữa",
    "ngày",
    "tháng",
    "năm",
    "hết năm",
    "cuối năm",
    "đến năm",
    "cùng kỳ",
    "phát động",
    "thành lập",
    "khởi công",
)
_BOUND = Pattern(rf"\b(?P<word>{'|'.join(_BOUNDS)})(?: (?:{'|'.join(_PARTS)})){{0,2}}\s$", re.IGNORECASE)
_BOUND_ENDS = tuple({words.rsplit(" ", 1)[-1] for words in (*_BOUNDS, *_PARTS)})  # looked at first, which spares most searches


def single(value: str) -> Period:
    """A year, quarter, month or day as a period with equal ends."""
    return Period(value, value)


def year_at(document: Document, span: Span) -> Time:
    """A bare year, said without the word `năm`, as a time."""
    return Time(span, single(document.quote(span)), None)


def years_said(document: Document) -> tuple[Time, ...]:
    """Every bare year, quarter and half-year of the document, in order."""
    return document.view(_find_years)


def _find_years(document: Document) -> tuple[Time, ...]:
    plain = document.plain
    found = [_quarter(plain, match) for match in _QUARTER.finditer(plain)]
    ends = {time.span.end for time in found}
    for pattern in (_YEAR, _YEAR_IN_CAPITALS):
        found += [_year(plain, match) for match in pattern.finditer(plain) if match.end() not in ends]
    bare = ((match, Span(*match.span("year"))) for match in _BARE_LIMIT.finditer(plain))
    found += [Time(span, single(match["year"]), "đến") for match, span in bare if plain[match.start() - 1] in "đĐ"]
    return tuple(sorted(found, key=lambda time: time.span))


def _quarter(plain: str, match: re.Match[str]) -> Time:
    start = match.start() - 1
    return Time(Span(start, match.end()), single(f"{match['year']}-Q{QUARTERS[match['quarter']]}"), bound_at(plain, start))


def _year(plain: str, match: re.Match[str]) -> Time:
    year, start = match["year"], match.start() - 1
    part = _MONTHS.search(plain, max(0, start - 18), match.start())
    if part is None or not 1 <= int(part["months"]) <= 12:
        return Time(Span(start, match.end()), single(year), bound_at(plain, start))
    months = int(part["months"])
    first, last = (1, months) if (part["part"] or "đầu").lower() == "đầu" else (13 - months, 12)
    return Time(
        Span(part.start(), match.end()), Period(f"{year}-{first:02}", f"{year}-{last:02}"), bound_at(plain, part.start())
    )


def bound_at(plain: str, start: int) -> str | None:
    """The word before a time at `start` that makes it a limit or one for comparison; None where it is when something was."""
    if not plain[max(0, start - 8) : start].rstrip().lower().endswith(_BOUND_ENDS):
        return None
    found = _BOUND.search(plain, max(0, start - 24), start)
    return found["word"].lower() if found else None


# The day that others keep, on whose occasion something is done: `Nhân kỷ niệm Ngày Khoa học và Công nghệ Việt Nam 18/5, …`.
_KEPT = Pattern(
    rf"(?:(?i:\b(?:nhân|kỷ niệm|chào mừng|hưởng ứng)(?: dịp)?)\b[^,.;:()\n\d]{{0,60}}?\b[Nn]gày|\bNgày) [{UPPER}][^,.;:()\n\d]{{6,70}}? \(?$"
)
_LONGEST_OCCASION = 140


def is_kept_day(plain: str, start: int) -> bool:
    """Whether the date at `start` is that of a yearly day with a name, not the day on which something was."""
    low = max(0, start - _LONGEST_OCCASION)
    return plain.find("gày ", low, start) >= 0 and _KEPT.search(plain, low, start) is not None


def bound_of_term(plain: str, start: int, term: Period) -> str | None:
    """What `bound_at` says of a term; `từ 2026-2030` only says both its ends."""
    bound = bound_at(plain, start)
    return None if bound == "từ" and term.start != term.end else bound


def bound_of_day(plain: str, start: int) -> str | None:
    """What `bound_at` says of a day, and `nhân` of one that is kept every year."""
    return "nhân" if is_kept_day(plain, start) else bound_at(plain, start)
