"""Dates (ngày tháng): days that do not exist, dates that lost their year, and stretches of time that run backwards."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern, matches_at

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_HAPPENED = Pattern(
    r"\b(?:tổ chức|diễn ra|ký kết|ký|khai mạc|bế mạc|khai trương|khánh thành|làm việc|họp|ban hành|tiếp|thăm|trao|công bố|ra mắt|khởi động|đã)\b"
)
_NOT_PAST = Pattern(
    r"\b(?:sẽ|dự kiến|h[àằ]ng năm|mỗi năm|thường niên|kỷ niệm|nhân dịp|dịp|chào mừng|hưởng ứng|chậm nhất|hoàn thành|kế hoạch|đề nghị|yêu cầu|hiệu lực|thời hạn|hết hạn|hạn (?:cuối|chót|nộp))\b",
    re.IGNORECASE,
)
# How long a paper is in force is known later.
_IN_FORCE = Pattern(r"(?i:hiệu lực)(?: thi hành)?:?[\s|]*(?:từ |kể từ )?(?:ngày )?$")
# A deadline, a recurring day or a memorial day needs no year.
_BEFORE = Pattern(r"(?:\b(?:trước|đến|hết|từ|sau|quá|chậm nhất)(?: hết)?(?: ngày)?|[Nn]gày [A-ZĐ][^.,;\n]{2,60}|\()\s*$")
_ANY_YEAR = Pattern(r"(?<!đến )(?<!nhìn )(?<!hướng )(?<!trước )\b[Nn][Ăă][Mm] ((?:19|20)\d\d)\b")
_BETWEEN = Pattern(r"\s*(?:-|đến|tới)\s*(?:hết\s*)?(?:ngày\s*)?$")
_FROM = Pattern(r"\b[Tt]ừ\s*(?:ngày\s*)?$")
_PAST = Pattern(
    r"\bđã (?:tổ chức|ký|ban hành|diễn ra|được|có|thành lập|hoàn thành|khai mạc|công bố|họp|triển khai|làm việc|chủ trì|tiếp|đến|dự|trao|nghe|kiểm tra|thăm|thông qua|phê duyệt|nghiệm thu|bàn giao)\b"
)
# The blanks of a draft: "ngày     tháng 12 năm 2025", "ngày … tháng … năm 2025".
_BLANK = Pattern(
    r"[Nn]gày(?:[ \t]{2,40}|[ \t]*(?:\.{2,20}|…{1,10}|_{2,20})[ \t]*)/?(?:tháng[ \t]*(?:\d{0,2}|\.{2,20}|…{1,10})[ \t]*/?năm|/)[ \t]*(?:\d{4}|20\.{2,10}|20…)?"
)
# The month or the last digits of the year left blank: "ngày 15 tháng … năm 2021", "ngày 12 tháng 5 năm 20…".
_BLANK_PART = Pattern(
    r"ngày \d{1,2} tháng(?:(?:[ \t]{2,40}|[ \t]*(?:\.{2,20}|…{1,10}|_{2,20})[ \t]*)năm[ \t]*(?:\d{4})?|[ \t]\d{1,2} năm[ \t]+20(?:\.{1,10}|…{1,5}|_{1,10}|[ \t]{2,}))"
)
# "Căn cứ Biên bản họp ngày", "Xét Tờ trình của Sở ngày", but "Căn cứ kế hoạch nghỉ Tết từ ngày".
_BASIS = Pattern(r"\W*(?:Căn cứ|Xét|Thực hiện|Theo(?: đề nghị)?)\b")
_DATED = Pattern(
    r"\b(?:[Bb]iên bản|[Tt]ờ trình|[Cc]ông văn|[Vv]ăn bản|[Tt]hông báo|[Kk]ết luận|[Bb]áo cáo|[Qq]uyết định|[Nn]ghị quyết|[Hh]ợp đồng|[Tt]hỏa thuận|[Đđ]ơn|[Ýý] kiến|[Pp]hiếu|[Kk]ế hoạch)\b"
    r"[^;\n]{0,120}(?<!từ )(?<!đến )(?<!trước )(?<!sau )ngày $"
)
_SIGNED = Pattern(r"\b(?:ký(?: kết)?|ban hành|phê duyệt)\b")
# "từ ngày 15 đến ngày 12/6/2023", "thời gian thực hiện 2024-2022".
_DAYS = Pattern(
    r"(?:T|t)ừ (?:ngày )?(?P<first>\d{1,2})(?![\d/.,-]| tháng| giờ|h)\s?(?:-|đến|tới)\s?(?:hết )?(?:ngày )?(?P<last>\d{1,2})(?=[/-]\d{1,2}|\stháng)"
)
_YEARS = Pattern(
    r"(?:iai đoạn|hời kỳ|hiệm kỳ|hời hạn|hời gian(?: thực hiện)?|ừ(?= năm))\s?:?\s(?:từ )?(?:năm )?(?P<first>(?:19|20)\d\d)\s?(?:-|đến)\s?(?:năm )?(?P<last>(?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_STRETCHES = (
    (_DAYS, cues("từ ngày ", "Từ ngày ", "từ 1", "từ 2", "từ 3", "Từ 1", "Từ 2", "Từ 3")),
    (_YEARS, cues("iai đoạn ", "hời kỳ ", "hiệm kỳ ", "hời hạn", "hời gian", "ừ năm ")),
)
# "thực hiện 2002-2000": two years and nothing else, no standard's number.
_BARE_YEARS = Pattern(r"(?<![\w./-])(?P<first>(?:19[4-9]|20[0-4])\d)\s?-\s?(?P<last>(?:19[4-9]|20[0-4])\d)(?![\w/-]|[.,]\d)")
_CENTURIES = ("19", "20")
_STANDARD = Pattern(r"(?:TCVN|QCVN|ISO|IEC|ASTM|TCN|HACCP|OHSAS|số|Số|điện thoại|ĐT|fax|mã)\W{0,3}$", re.IGNORECASE)
_CENTURY_BEHIND = cues("/19", "/20", "-19", "-20", ".19", ".20")
_LONG_YEAR = Pattern(r"[/.-](?P<year>(?:19|20)\d{3,4})(?![\d/.,-]\d|\d)")
_DAY_BEFORE = Pattern(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}$")
_DAY_WORD = cues("ngày", "Ngày")
_POSTED = Pattern(r"\d{1,2}[:h]\d{2}|[Đđ]ăng ngày|[Cc]ập nhật")
# What begins a sentence and lies so many years ahead is no plan, unless the sentence says so.
_YEARS_AHEAD, _FAR_AHEAD = 2, 8
_LEAD, _HEADLINES = 12, 400
_FEWEST_DAYS = 4
_TITLE = 700
_BLOCK = 3000


CASES = (
    ("impossible_date", "Nghị định có hiệu lực từ ngày 19/8/{19999|1999}, trước khi Sở thành lập."),
    ("incomplete_date", "{Sáng|Quản trị viên 15/9/2024 Tin tức\nSáng} 10/9, Sở Y tế ký kết thỏa thuận với Viện Hóa học."),
)


def check_dates(case: Case) -> Iterator[Record]:
    """Days that do not exist, past days without their year, events set in the future, reversed periods and dates left blank."""
    yield from _nonexistent(case)
    yield from _long_years(case)
    yield from _happened_later(case)
    yield from _without_year(case)
    yield from _reversed(case)
    yield from _reversed_years(case)
    for found in (match for blank in (_BLANK, _BLANK_PART) for match in cued(case, _DAY_WORD, blank, case.forms)):
        words = quoted(case.words(Span(*found.span())))
        yield fault("incomplete_date", f"Ngày, tháng để trống trong {words}.", [Span(*found.span())])


def _nonexistent(case: Case) -> Iterator[Record]:
    for fact in case.dates:
        day = fact.value
        if day.day is None and 1 <= day.month <= 12:
            continue
        if not 1 <= day.month <= 12:
            yield fault("impossible_date", f"“{fact.quote}”: không có tháng {day.month}.", [_with_word(case, fact)])
        elif day.first is None and (day.year is not None or day.day > _LONGEST_MONTHS[day.month - 1]):
            where = f"tháng {day.month}" + (f" năm {day.year}" if day.year and day.month == 2 else "")
            last = monthrange(day.year, day.month)[1] if day.year else _LONGEST_MONTHS[day.month - 1]
            yield fault("impossible_date", f"“{fact.quote}”: {where} chỉ có {last} ngày.", [_with_word(case, fact)])


def _long_years(case: Case) -> Iterator[Record]:
    """Dates whose year has a digit too many: `ngày 19/8/19999`."""
    for found in cued(case, _CENTURY_BEHIND, _LONG_YEAR):
        lead = case.plain[max(0, found.start() - _LEAD) : found.start()]
        day = _DAY_BEFORE.search(lead)
        if day is not None:
            span = Span(found.start() - len(day[0]), found.end())
            yield fault("impossible_date", f"{quoted(case.words(span))}: năm có {len(found['year'])} chữ số.", [span])


def _with_word(case: Case, fact: Fact) -> Span:
    before = case.plain[max(0, fact.span.start - 5) : fact.span.start]
    return Span(fact.span.start - 5, fact.span.end) if before.lower() == "ngày " else fact.span


def _happened_later(case: Case) -> Iterator[Record]:
    """What is said to have happened on a day after the document's own."""
    own = case.own_date
    if own is None:
        return
    last = own.value.last
    for fact, first in case.dated:
        if first <= last:
            continue
        if fact.span.start not in case.cited_dates and _is_of_basis(case, fact):
            note = f"Căn cứ ghi ngày {written(fact.value)}, muộn hơn ngày của chính văn bản ({written(own.value)})"
            yield fault(
                "sequence", f"{note}: {quoted(case.words(case.sentence(fact.span)))}.", [_with_word(case, fact), own.span]
            )
            continue
        if case.found.first("legal_reference", _around(fact)):
            continue
        sentence = case.sentence(fact.span)
        words = case.plain[sentence.start : sentence.end]
        past = _PAST.search(words) or _is_told(case, fact, sentence)
        if (
            past
            and not _NOT_PAST.search(words)
            and not _IN_FORCE.search(case.plain, max(0, fact.span.start - 24), fact.span.start)
        ):
            note = f"Việc đã diễn ra ghi ngày {written(fact.value)}, muộn hơn ngày của chính văn bản ({written(own.value)})"
            yield fault("impossible_date", f"{note}: {quoted(words)}.", [_with_word(case, fact), own.span])


def _is_of_basis(case: Case, fact: Fact) -> bool:
    """Whether a day dates a paper that the document is based on: `Căn cứ Biên bản họp ngày …`."""
    sentence = case.sentence(fact.span)
    before = case.plain[sentence.start : fact.span.start]
    return _BASIS.match(before) is not None and _DATED.search(before) is not None


def _is_told(case: Case, fact: Fact, sentence: Span) -> bool:
    """Whether a report or a page of news tells what happened on that day: its sentence begins with the day."""
    kind = head(case.document).doc_type
    news = kind is None and _POSTED.search(case.plain, 0, _HEADLINES) is not None
    begins = fact.span.start - sentence.start <= _LEAD
    own = case.own_date
    bulletin = kind is None and own is not None and own.value.day is None
    far = (
        own is not None
        and fact.value.year is not None
        and fact.value.day is not None
        and fact.value.year - own.value.last.year >= _YEARS_AHEAD
    )
    happened = _HAPPENED.search(case.plain, fact.span.end, sentence.end) is not None
    if sentence.end - fact.span.end <= _LEAD:  # a cell that holds a day alone may be a deadline, unless no plan reaches so far
        return far and own is not None and fact.value.year - own.value.last.year >= _FAR_AHEAD
    return begins and (((news or bulletin or kind == "báo cáo") and happened) or far)


def _around(fact: Fact) -> Span:
    return Span(max(0, fact.span.start - 160), fact.span.end + 160)


def _without_year(case: Case) -> Iterator[Record]:
    """Past days that lost their year; where a document writes most of its days so, it is said once."""
    missing = [fact for fact in case.dates if fact.value.year is None and fact.value.day and _is_past(case, fact)]
    missing = [fact for fact in missing if _stands_alone(case, fact) or not _year_is_plain(case, fact)]
    if len(missing) > 3:
        words = ", ".join(f"“{fact.quote}”" for fact in missing[:3])
        yield fault(
            "incomplete_date",
            f"{len(missing)} ngày không ghi năm ({words}…).",
            [_with_word(case, fact) for fact in missing[:3]],
        )
        return
    for fact in missing:
        sentence = case.sentence(fact.span)
        inferred = _inferred(case, fact, sentence)
        note = f"Ngày “{fact.quote}” không ghi năm" + (f"; {inferred}" if inferred else "")
        yield fault(
            "incomplete_date",
            f"{note}: {quoted(case.words(sentence))}.",
            [Span(sentence.start, min(sentence.end, fact.span.end + 60))],
        )


def _is_past(case: Case, fact: Fact) -> bool:
    sentence = case.sentence(fact.span)
    words = case.plain[sentence.start : sentence.end]
    before = case.plain[max(sentence.start, fact.span.start - 70) : fact.span.start]
    return bool(_HAPPENED.search(words)) and not _NOT_PAST.search(words) and not _BEFORE.search(before)


def _stands_alone(case: Case, fact: Fact) -> bool:
    """Whether it is the only day without its year, and tells of a signing or an act, in a document without date that gives all others theirs."""
    days = [known for known in case.dates if known.value.day]
    if (
        len(days) <= _FEWEST_DAYS
        or case.own_date is not None
        or any(known.value.year is None for known in days if known is not fact)
    ):
        return False
    sentence = case.sentence(fact.span)
    named = any(known.value.year for known in case.found.within("date", sentence))
    return not named and _SIGNED.search(case.plain, sentence.start, sentence.end) is not None


def _year_is_plain(case: Case, fact: Fact) -> bool:
    """Whether a reader knows the year: from the sentence, what goes before it, a heading, the title, or the document's own date."""
    place = case.layout.at(fact.span.start)
    assert place is not None
    block = case.layout.blocks[place]
    sentence = case.sentence(fact.span)
    near = [
        Span(max(block.span.start, fact.span.start - _BLOCK), fact.span.start),
        Span(fact.span.end, sentence.end),
        *(above.span for above in case.layout.above(place)),
    ]
    if any(_ANY_YEAR.search(case.plain, span.start, span.end) for span in near) or _ANY_YEAR.search(case.plain, 0, _TITLE):
        return True
    nearby = Span(max(block.span.start, fact.span.start - _BLOCK), sentence.end)
    if any(known.value.year for known in case.found.within("date", nearby)):
        return True
    if (fact.value.month, fact.value.day) in case.full_days:
        return True
    own = case.own_date
    return own is not None and any(-3 <= (own.value.last - guess).days <= 120 for guess in _guesses(fact, own.value.last.year))


def _guesses(fact: Fact, year: int) -> Iterator[date]:
    for guess in (year, year - 1):
        try:
            yield date(guess, fact.value.month, fact.value.day)
        except ValueError:
            continue


def _inferred(case: Case, fact: Fact, sentence: Span) -> str | None:
    """The year that can be inferred, and from what."""
    period = case.found.first("period", sentence)
    before = [known for known in case.dates if known.value.year and known.span.end < fact.span.start]
    if period and period.value.start and before and before[-1].value.iso[:4] == period.value.start[:4]:
        year = period.value.start[:4]
        return f"suy ra {year} từ {quoted(period.quote)} trong cùng câu và ngày “{before[-1].quote}” nêu ngay trước"
    # An earlier term may be told before the day.
    period = case.found.first("period", Span(fact.span.end, sentence.end)) or period
    if period and period.value.start and _SIGNED.search(case.plain, sentence.start, sentence.end):
        return f"có thể là {period.value.start[:4]}, năm đầu của giai đoạn {quoted(period.quote)} trong cùng câu"
    if before:
        return f"có thể là {before[-1].value.iso[:4]}, theo ngày “{before[-1].quote}” nêu ngay trước"
    return None


def _reversed(case: Case) -> Iterator[Record]:
    """Periods, and pairs of days after `từ`, that end before they begin."""
    for fact in case.found.of("period"):
        start, end = fact.value.start, fact.value.end
        if start and end and start[0].isdigit() and end[0].isdigit():
            grain = min(len(start), len(end))
            if start[:grain] > end[:grain]:
                yield fault("period_conflict", f"Khoảng thời gian “{fact.quote}” kết thúc trước khi bắt đầu.", [fact.span])
    known = {fact.span for fact in case.found.of("period")}
    for pattern, words in _STRETCHES:
        for found in cued(case, words, pattern):
            span = Span(found.start("first"), found.end("last"))
            if int(found["first"]) > int(found["last"]) and not any(span.overlaps(other) for other in known):
                note = f"Khoảng thời gian kết thúc trước khi bắt đầu: {quoted(case.words(span))}."
                yield fault("period_conflict", note, [span])
    for (first, begun), (last, ended) in pairwise(zip(case.dates, case.firsts, strict=True)):
        if not begun or not ended or begun <= ended:
            continue
        if case.found.first("period", Span(first.span.start, last.span.end)):
            continue
        between = case.plain[first.span.end : last.span.start]
        if (
            len(between) < 20
            and _BETWEEN.match(between)
            and _FROM.search(case.plain[max(0, first.span.start - 14) : first.span.start])
        ):
            note = f"Khoảng thời gian kết thúc ({written(last.value)}) trước khi bắt đầu ({written(first.value)})."
            yield fault("period_conflict", note, [Span(first.span.start, last.span.end)])


def _reversed_years(case: Case) -> Iterator[Record]:
    """Two years and nothing else, the later one first: `thực hiện 2002-2000`."""
    for found in matches_at(_CENTURIES, _BARE_YEARS, case.plain):
        span = Span(*found.span())
        clear = not _STANDARD.search(case.plain, max(0, span.start - 12), span.start)
        if int(found["first"]) > int(found["last"]) and clear and not case.is_taken(span.start):
            note = f"Năm cuối trước năm đầu: {quoted(case.words(span))}."
            yield fault("period_conflict", note, [span])
