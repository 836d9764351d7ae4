"""Periods (giai đoạn): two stated ends, such as `2013 - 2015`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.patterns import Pattern, matches_at


@dataclass(frozen=True, slots=True)
class Period(Value):
    """A stretch of time with two stated ends, each as ISO year, month or day (`2013`, `2013-07`, `2013-07-25`)."""

    start: str | None
    end: str | None

    def as_json(self) -> dict[str, Any]:
        return {"from": self.start, "to": self.end}

    def brief(self) -> str:
        return f"{self.start}..{self.end}"


_DAY = Pattern(r"(?:([0-9]{4})|-)-([0-9]{2})-([0-9]{2})")
_MONTH = 31
_LONGEST_TURNED = 10  # years
_JOIN = r"(?:[ \t]?[-÷~]\s{0,2}|[,;]?\s{1,2}(?:cho đến|đến|tới)\s{1,2}(?:(?:hết|cuối|trước|đầu)\s)?)"
_YEAR_JOIN = r"(?:[ \t]?[-÷~]\s{0,2}|\s{1,2}(?:cho đến|đến|tới)\s{1,2}(?:(?:hết|cuối|trước|đầu)\s)?)"
_CENTURIES = ("19", "20")
_YEARS = Pattern(rf"(?:19|20)(?<![0-9]{{3}})[0-9]{{2}}(?:{_YEAR_JOIN}(?:(?i:năm)\s)?|/)((?:19|20)[0-9]{{2}})(?![0-9])")
_BETWEEN_DATES = Pattern(rf"{_JOIN}(?:ngày\s{{1,2}})?")
_YEAR_AFTER = Pattern(rf"{_YEAR_JOIN}(?:năm\s)?((?:19|20)[0-9]{{2}})(?![0-9]|[/.,-][0-9]|/)")
_YEAR_BEFORE = Pattern(rf"(?<![0-9/.,-])((?:19|20)[0-9]{{2}}){_YEAR_JOIN}(?:ngày\s{{1,2}})?$")
_SAID = Pattern(
    r"(?i:giai đoạn|thời kỳ|thời gian(?: thực hiện)?|thời hạn|nhiệm kỳ|năm học|niên khóa|niên độ|khóa|thực hiện|triển khai)\W{0,3}$"
)
_COUNTED = Pattern(
    r"\s(?:(?:triệu|tỷ|nghìn|ngàn) )?(?:đồng|USD|EUR|VND|triệu|tỷ|nghìn|ngàn|người|kỹ sư|lao động|học viên|lượt|hộ|tấn|kg|ha|km|m2|m²|mét"
    r"|doanh nghiệp|đại biểu|sinh viên|học sinh|cán bộ|sản phẩm|mô hình|chiếc|cái|bộ|suất|giờ|trường hợp|hồ sơ)(?!\w)"
)


def find_periods(document: Document, found: Found) -> Iterator[Fact]:
    """Every stretch of time with both ends written, from the first figure; `giai đoạn`, `từ` and `năm` stay outside.

    A year on one side and a day or month on the other are a period; two days or months are the two dates read before, so that
    the stretch between them is known to the readers of records and is not shown as a mention of its own.
    """
    plain = document.plain
    periods = _between_dates(plain, found.of("date")) | _short_periods(plain)
    for written in matches_at(_CENTURIES, _YEARS, plain):
        if _is_stretch(plain, written):
            periods[Span(*written.span())] = Period(written[0][:4], written[1])
    last = -1
    for span, period in sorted(periods.items()):
        if span.start >= last:
            certain = (period.start or "") <= (period.end or "")
            yield Fact("period", span, document.quote(span), period, certain=certain, shown=not _is_of_two_dates(period))
            last = span.end


def _is_of_two_dates(period: Period) -> bool:
    """Whether both ends are days or months, which are mentions themselves."""
    return all(end is not None and "-" in end for end in (period.start, period.end))


_SHORT = Pattern(r"(?:19|20)(?<![0-9]{3})([0-9]{2})\s?-\s?([0-9]{2})(?![0-9]|[/.,-][0-9]|\s?(?:%|triệu|tỷ))")


def _short_periods(plain: str) -> dict[Span, Period]:
    """`giai đoạn 2021-25`: the second year by its last two figures, where the word before says that it is a stretch of time."""
    return {
        Span(*written.span()): Period(written[0][:4], written[0][:2] + written[2])
        for written in _SHORT.finditer(plain)
        if written[1] < written[2] and _SAID.search(plain, max(0, written.start() - 16), written.start())
    }


def _is_stretch(plain: str, written: re.Match[str]) -> bool:
    """Whether two years side by side are the ends of a stretch of time, and not money, a quantity or a number's parts."""
    start, end = written.span()
    before, after = plain[start - 1 : start], plain[end : end + 2]
    if before.isalnum() or before in ("/", "_", ":") or after[:1].isalnum() or after[:1] in ("/", "%", "_"):
        return False
    if before in ("-", ".", ",") and plain[start - 2 : start - 1].isalnum():
        return False
    if after[:1] in ("-", ".", ",", ":") and after[1:].isalnum():
        return False
    said = _SAID.search(plain, max(0, start - 24), start) is not None
    if "/" in written[0]:
        return said and int(written[0][:4]) + 1 == int(written[1])
    if said:
        return True
    turned = int(written[0][:4]) - int(written[1])  # a term turned round by a slip is a term all the same
    return turned <= _LONGEST_TURNED and _COUNTED.match(plain, end) is None


def _between_dates(plain: str, dates: list[Fact]) -> dict[Span, Period]:
    periods = {}
    for place, fact in enumerate(dates):
        start, end = fact.span
        after = dates[place + 1] if place + 1 < len(dates) else None
        if after is not None and after.span.start - end <= 24 and _BETWEEN_DATES.fullmatch(plain, end, after.span.start):
            if not _are_of_an_occasion(fact.value.iso, after.value.iso):
                periods[Span(start, after.span.end)] = Period(fact.value.iso, after.value.iso)
        elif year := _YEAR_AFTER.match(plain, end):
            periods[Span(start, year.end())] = Period(fact.value.iso, year[1])
        elif year := _YEAR_BEFORE.search(plain, max(0, start - 24), start):
            periods[Span(year.start(), end)] = Period(year[1], fact.value.iso)
    return periods


def _are_of_an_occasion(first: str, last: str) -> bool:
    """Whether two days lie so near that they are the days of a fair, a visit or a course, which are dates and no term."""
    days = [_DAY.fullmatch(iso) for iso in (first, last)]
    if days[0] is None or days[1] is None:
        return False
    low, high = ((int(day[1] or 0) * 12 + int(day[2])) * _MONTH + int(day[3]) for day in days if day)
    return 0 <= high - low < _MONTH


CASES = (
    "Chương trình phối hợp giai đoạn ⟦2021..2025: 2021-2025⟧, ⟦2026..2030: 2026 - 2030⟧ và tầm nhìn 2045.",
    "Sau 3 năm (⟦2013..2015: 2013-2015⟧) thực hiện; nhiệm kỳ ⟦2020..2025: 2020 – 2025⟧; năm học ⟦2023..2024: 2023-2024⟧.",
    "Thực hiện từ năm ⟦2021..2025: 2021 đến năm 2025⟧, ⟦2026..2030: 2026 đến 2030⟧, từ ⟦2022..2024: 2022 đến hết năm 2024⟧.",
    "Hợp đồng có hiệu lực từ 01/7/2024 đến 30/6/2025, gia hạn 15/12/2025 - 14/12/2026, cho ⟦2024..2026: 2024-2026⟧.",
    "Thời gian: 01/2024 - 12/2025; từ tháng 1 đến tháng 6 năm 2024; tháng 7-9/2024; năm học ⟦2024..2025: 2024-2025⟧.",
    "Từ ngày 5 đến 7/3/2024, từ 24/4/2018 đến 28/4/2018 và 28/12/2023 - 03/01/2024; từ ngày 01 tháng 7 năm 2025 đến hết ngày 31 tháng 12 năm 2025.",
    "Triển khai từ ⟦2024-07..2026: tháng 7/2024 đến năm 2026⟧; từ năm ⟦2023..2025-06-30: 2023 đến 30/6/2025⟧; 5/3 đến 10/4.",
    "Giai đoạn\n⟦2016..2020: 2016-\n2020⟧; giai đoạn ⟦2030..2025: 2030-2025⟧; thời gian thực hiện ⟦2024..2022: 2024-2022⟧; đề tài thực hiện ⟦2002..2000: 2002-2000⟧, dự án (⟦2012..2010: 2012-2010⟧); năm học ⟦2022..2023: 2022/2023⟧.",
    "Đào tạo 2000-2050 kỹ sư, hỗ trợ 1.900 - 2.000 triệu đồng, số 2013-2015/HĐ-KHCN, TCVN ISO 9001:2015, điện thoại 0912-2024-2025.",
    "Năm 2024, 2025 và 2026; từ năm 2021 đến nay; từ nay đến năm 2030; đến năm 2025; ngày 20/9/2015, đến năm 2020; ngày 18 và 20/9/2015; năm 2020\n- 2021 là năm đầu.",
    "Giai đoạn ⟦2021..2025: 2021-25⟧ và năm học ⟦2023..2024: 2023-24⟧; giai đoạn 2021-12; đạt 2021-25 hộ.",
    "Ngày 25-27/10/2024 tại Vĩnh Hà;\tSở Tài chính\t⟦2026..2030: 2026-2030⟧\t",
)
KIND = Kind("period", "giai đoạn", find_periods, CASES)
