"""Weekdays (thứ trong tuần): the day of the week a text gives beside a date, against the calendar."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ORDER = {
    "hai": 0,
    "ba": 1,
    "tư": 2,
    "năm": 3,
    "sáu": 4,
    "bảy": 5,
    "bẩy": 5,
    "nhật": 6,
    **{str(day + 2): day for day in range(6)},
}
_DAY = r"(?:[Tt]hứ|THỨ|[Cc]hủ|CHỦ) (?P<day>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb][ảẩ]y|[Nn]hật|HAI|BA|TƯ|NĂM|SÁU|BẢY|NHẬT|[2-7])"
# "thứ Tư, ngày 18/10/2018", "Chủ nhật (15/6/2024)"; an ordinal ("lần thứ ba, ngày …") is no weekday.
_BEFORE = Pattern(
    rf"(?<!lần )(?<!Lần )(?<!LẦN )(?<!khóa )(?<!kỳ )(?<!phiên )(?<!họp )(?<!ngày (?=[Tt]))(?<!năm )(?<!bước )(?<!lớp )(?<!đợt )(?<!việc )(?<!buổi )(?<!vòng )(?<!hạng )(?<!mục )(?<!nhóm )(?<!người )(?<!vụ )\b{_DAY}\s?[,(-]?\s*(?:vào )?(?:ngày |Ngày |NGÀY )?$"
)
# "ngày 21 tháng 3 năm 2017 (thứ Ba)", "18/10/2018, thứ Năm".
_AFTER = Pattern(
    rf"\s?(?:\((?:tức |nhằm |là )?(?:ngày )?|,\s?(?=[Tt]hứ|[Cc]hủ)|-\s?(?=[Tt]hứ|[Cc]hủ)|,?\s(?:nhằm|tức|là) (?:ngày )?){_DAY}\b(?!\s(?:tuần|hàng|hằng))"
)
# "Thứ hai, ngày 12/3/2021 Sở có văn bản": secondly.
_SECONDLY = Pattern(r"Thứ (?:hai|ba|tư|năm|sáu|bảy),")
_REACH, _MONTHS = 40, 12


def check_weekdays(case: Case) -> Iterator[Record]:
    """Every full date with its weekday: a fault where the calendar has another, a passing check where it has the same."""
    plain = case.plain
    for fact, day in _days(case):
        lead = plain[max(0, fact.span.start - _REACH) : fact.span.start]
        named = "ứ " in lead or "ủ " in lead or "Ứ " in lead or "Ủ " in lead  # as every match of the first is
        before = _BEFORE.search(plain, fact.span.start - len(lead), fact.span.start) if named else None
        found = before or _AFTER.match(plain, fact.span.end)
        said = _ORDER.get(found["day"].lower()) if found else None
        if found is None or said is None or _SECONDLY.match(plain, found.start()):
            continue
        span = Span(min(found.start(), fact.span.start), max(found.end(), fact.span.end))
        real = _NAMES[day.weekday()]
        if said == day.weekday():
            yield passed(f"{quoted(case.words(span))} đúng là {real}.", [span], "date_ok")
        else:
            yield fault("date_conflict", f"{quoted(case.words(span))}: ngày {fact.quote} là {real}.", [span])


def _days(case: Case) -> Iterator[tuple[Fact, date]]:
    """The days that the calendar knows: those told in full, and those without a year where the document names one year alone."""
    years = {fact.value.year for fact in case.dates if fact.value.year}
    only = next(iter(years)) if len(years) == 1 else None
    for fact in case.dates:
        value = fact.value
        year = value.year or (None if value.lunar else only)
        if value.year is not None and value.day is not None and value.first:
            yield fact, value.first
        elif year and value.day and 1 <= (value.month or 0) <= _MONTHS and value.day <= monthrange(year, value.month)[1]:
            yield fact, date(year, value.month, value.day)
