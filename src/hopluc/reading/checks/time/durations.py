"""Durations (thời hạn): the years, months or days a text counts, against the two ends it gives beside them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import UNITS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_END = r"(?:ngày |tháng |năm )?(?:(?:\d{1,2}[/.-])?\d{1,2}[/.-])?(?:19|20)\d\d"
_STRETCH = rf"(?P<first>{_END})\s?(?:-|đến|tới|và kết thúc(?: vào)?)\s?(?:hết )?(?P<last>{_END})(?![\d/])"
_COUNT = Pattern(rf"(?<![\w./,-])(?P<number>0?\d{{1,3}}|{'|'.join(UNITS)})$")
# What the two ends stand behind: "5 năm (2018-2020)", "24 tháng, từ tháng 01/2020 đến tháng 12/2021", and, of a jubilee,
# "kỷ niệm 60 năm thành lập ngành (18/5/1959 - 18/5/2019)".
_THEN_STRETCH = Pattern(
    r" (?P<unit>năm|tháng)(?P<between>\s?[(,:]\s?|\s|[^\d.;:()\n]{0,60}\()"
    rf"(?:(?:trong )?(?:giai đoạn |thời kỳ |nhiệm kỳ )|(?:kể |tính |bắt đầu )?từ )?{_STRETCH}"
)
# What they stand before: "giai đoạn 2018-2022 (5 năm)", "từ tháng 01/2020 đến tháng 12/2021 (24 tháng)".
_STRETCH_BEFORE = Pattern(rf"{_STRETCH}\s?(?:\(|, (?:thời hạn|tổng cộng|trong|kéo dài|dài|là) )$")
_STRETCH_ENDS = ("(", ", thời hạn ", ", tổng cộng ", ", trong ", ", kéo dài ", ", dài ", ", là ")
_UNIT = Pattern(r" (?P<unit>năm|tháng)\b")
_TENURE = Pattern(rf"hiệm kỳ (?:của [^.,;:\n\d]{{2,50}} )?(?:là |kéo dài )?(?P<number>0?\d|{'|'.join(UNITS)}) năm\b")
_UNITS = cues(" năm", " tháng")
_TENURE_WORD = cues("hiệm kỳ ")
_REACH, _LONGEST = 70, 6
# What a body has done in the years told in brackets behind it.
_OF_LIFE = Pattern(
    r"(?:\s(?:hoạt động|xây dựng|phát triển|hình thành|thành lập|tái lập|trưởng thành|gắn bó|hợp tác|đổi mới|và|ngày|tỉnh|ngành|đồng hành))+\s\($"
)
# "10 ngày, từ 05/7/2016 đến 09/7/2016", "7 ngày (từ ngày 03 đến ngày 07/11/2017)".
_DAYS = Pattern(
    r" ngày(?:[^.;:()\d\n]{0,40}[(,]| )\s?(?:từ )?(?:ngày )?(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)?\s?(?:-|đến|tới)\s?"
    r"(?:hết )?(?:ngày )?(?P<last_day>\d{1,2})/(?P<last_month>\d{1,2})/(?P<last_year>\d{4})"
)
# From here on the last day may be left uncounted.
_LONG = 10
_DAYS_START = cues(" ngày")
# "có giá trị 3 năm kể từ ngày ký 10/6/2015, tức đến hết ngày 10/6/2018".
_UNTIL = Pattern(
    r" (?P<unit>năm|tháng)[^.;\n\d]{0,30}?\btừ ngày[^.;\n\d]{0,14}(?P<first>\d{1,2}/\d{1,2}/\d{4})[^.;\n\d]{0,30}?\bđến (?:hết )?(?:ngày )?(?P<last>\d{1,2}/\d{1,2}/\d{4})"
)
_JUBILEE = Pattern(r"\b[Kk]ỷ niệm\s+$")
_NUMBER = Pattern(r"\d+")
_MONTHS = 12


class End(NamedTuple):
    """An end of a stretch: its year, and month and day where they are given."""

    year: int
    month: int | None
    day: int | None


def check_durations(case: Case) -> Iterator[Record]:
    """Every length of time beside its two ends: a fault where they do not make it, a passing check where they do."""
    plain = case.plain
    for unit in cued(case, _UNITS, _UNIT):
        count = _COUNT.search(plain, max(0, unit.start() - _LONGEST), unit.start())
        if count is None or plain.endswith("thứ ", 0, count.start()):  # `lần thứ 9 năm 2021-2022`
            continue
        number = number_of(count["number"])
        stretch = _THEN_STRETCH.match(plain, unit.start())
        if stretch and _is_of_the_stretch(stretch, count.start()):
            yield from _judged(case, Span(count.start(), stretch.end()), (number, unit["unit"]), stretch)
        told = plain.endswith(_STRETCH_ENDS, 0, count.start())
        before = _STRETCH_BEFORE.search(plain, max(0, count.start() - _REACH), count.start()) if told else None
        if before:
            yield from _judged(case, Span(before.start(), unit.end()), (number, unit["unit"]), before)

        until = _UNTIL.match(plain, unit.start())
        if until and not stretch:
            yield from _judged(case, Span(count.start(), until.end()), (number, unit["unit"]), until)

    yield from _days(case)
    yield from _tenures(case)


def _days(case: Case) -> Iterator[Record]:
    """So many days beside the first and the last of them."""
    for found in cued(case, _DAYS_START, _DAYS):
        count = _COUNT.search(case.plain, max(0, found.start() - _LONGEST), found.start())
        # `60 năm ngày thành lập` and `lần thứ 40 ngày thành lập` count years
        if count is None or count["number"] == "năm" or case.plain.endswith("thứ ", 0, count.start()):
            continue
        number = number_of(count["number"])
        last = (int(found["last_year"]), int(found["last_month"]), int(found["last_day"]))
        first = (int(found["year"] or last[0]), int(found["month"] or last[1]), int(found["day"]))
        try:
            days = (date(*last) - date(*first)).days
        except ValueError:
            continue
        span = Span(count.start(), found.end())
        fits = (days, days + 1) if days >= _LONG else (days + 1,)
        if days > 0 and number not in fits:
            yield fault("period_conflict", f"{quoted(case.words(span))}: từ ngày đầu đến ngày cuối là {days + 1} ngày.", [span])


def _tenures(case: Case) -> Iterator[Record]:
    """How long a tenure is said to last, where the document names one tenure by its years."""
    named = {fact.value: fact for fact in case.found.of("period") if case.plain.endswith("hiệm kỳ ", 0, fact.span.start)}
    if len(named) != 1:
        return
    period = next(iter(named.values()))
    first, last = _end(period.value.start or ""), _end(period.value.end or "")
    for found in cued(case, _TENURE_WORD, _TENURE) if first and last else ():
        number = number_of(found["number"])
        span = Span(found.start() - 1, found.end())
        if first and last and number in _lengths(first, last, "năm"):
            yield passed(f"{quoted(case.words(span))} khớp với nhiệm kỳ {period.quote}.", [span, period.span], "date_ok")
        else:
            note = f"{quoted(case.words(span))}, nhưng nhiệm kỳ {period.quote} dài khác thế."
            yield fault("period_conflict", note, [span, period.span])


def _is_of_the_stretch(found: re.Match[str], start: int) -> bool:
    """Whether nothing but a bracket or a comma stands between, or a jubilee is told: `3 năm thực hiện Kế hoạch (2021-2025)` is not."""
    return (
        len(found["between"].strip()) <= 1
        or _OF_LIFE.match(found["between"]) is not None
        or _JUBILEE.search(found.string, max(0, start - 10), start) is not None
    )


def _judged(case: Case, span: Span, length: tuple[int, str], stretch: re.Match[str]) -> Iterator[Record]:
    first, last = _end(stretch["first"]), _end(stretch["last"])
    if first is None or last is None or (first.year, first.month or 0) > (last.year, last.month or _MONTHS):
        return
    number, unit = length
    lengths = _lengths(first, last, unit)
    if number in lengths:
        yield passed(f"{quoted(case.words(span))}: thời hạn khớp với hai mốc.", [span], "date_ok")
    elif lengths:
        told = " hoặc ".join(str(length) for length in sorted(lengths))
        yield fault("period_conflict", f"{quoted(case.words(span))}: từ mốc đầu đến mốc cuối là {told} {unit}.", [span])


def _end(words: str) -> End | None:
    numbers = [int(number) for number in _NUMBER.findall(words)]
    *_, year = numbers
    month = numbers[-2] if len(numbers) > 1 else None
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    return End(year, month, numbers[0] if len(numbers) > 2 else None)


def _lengths(first: End, last: End, unit: str) -> set[int]:
    """The lengths the two ends may be told as: counted from one to the other, or with both; empty where they cannot tell."""
    years = last.year - first.year
    if first.month is None or last.month is None:
        return {years, years + 1} if unit == "năm" else set()
    months = _MONTHS * years + last.month - first.month
    if unit == "tháng":
        return {months, months + 1}
    return {
        length
        for length in (years, years + 1)
        if abs(months - _MONTHS * length) <= 1 or abs(months + 1 - _MONTHS * length) <= 1
    } or {round(months / _MONTHS)}
