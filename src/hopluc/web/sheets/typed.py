"""What a cell says, as the register keeps it: a time, a day, names. Raises ValidationError that tells what to write."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.web.terms import Term

_DAY = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_TO = r"\s*(?:-|–|đến)\s*"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TERMS = (
    re.compile(_DAY),
    re.compile(_DAY + _TO + _DAY),
    re.compile(r"(?:tháng\s*)?(\d{1,2})\s*/\s*(\d{4})"),
    re.compile(r"(?:năm\s*)?(\d{4})"),
    re.compile(r"(?:giai đoạn\s*)?(\d{4})" + _TO + r"(\d{4})"),
    re.compile(r"quý\s*(iv|iii|ii|i|[1-4])\s*[/-]?\s*(?:năm\s*)?(\d{4})"),
    re.compile(r"(0?[369])\s*tháng(?:\s*đầu)?(?:\s*năm)?\s*[/-]?\s*(\d{4})"),
)


def names_in(words: str) -> list[str]:
    """The names in a cell, parted by semicolons or lines, each once."""
    return list(dict.fromkeys(name.strip() for name in re.split(r"[;\n]", words) if name.strip()))


def day_in(words: str) -> date | None:
    """The day a cell says; None for an empty one."""
    if not words:
        return None
    found = _TERMS[0].fullmatch(words.strip())
    if found is None:
        raise ValidationError(_("“%(words)s” không phải ngày. Đề nghị ghi dạng 05/01/2026.") % {"words": words[:60]})
    return _date(words, *found.groups())


def term_in(words: str) -> Term | None:
    """The stretch of time a cell says: a day, a month, a quarter, the first 06 or 09 months, a year, from one to another; other words stand as written."""
    said = " ".join(words.split())
    if not said:
        return None
    day, days, month, year, years, quarter, months = (pattern.fullmatch(said.lower()) for pattern in _TERMS)
    if months:
        end = Term.of(f"{months[2]}-{int(months[1]):02}").last
        return Term(date(int(months[2]), 1, 1), end, as_written=said)
    if day:
        return Term.on(_date(said, *day.groups()))
    if days:
        return Term(_date(said, *days.groups()[:3]), _date(said, *days.groups()[3:]))
    if month:
        if not 1 <= int(month[1]) <= 12:
            raise ValidationError(_("“%(words)s” không có trong lịch. Đề nghị kiểm tra lại.") % {"words": said})
        return Term.of(f"{month[2]}-{int(month[1]):02}")
    if year:
        return Term.of(year[1])
    if years:
        return Term.between(years[1], years[2])
    return Term.of(f"{quarter[2]}-Q{_ROMAN[quarter[1]]}", said) if quarter else Term.of("", said)


def _date(words: str, day: str, month: str, year: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        told = _("“%(words)s” không có trong lịch. Đề nghị kiểm tra lại.")
        raise ValidationError(told % {"words": words[:60]}) from None
