"""Time elapsed (thời gian đã qua): a length of time against the two moments that its sentence names, wherever they stand in it.

`Khởi động tháng 4/2017, nghiệm thu tháng 4/2019, mất hai năm`: where a sentence has one length and just two moments, the first with a
word for a beginning or the second with one for an end, the length is the time from the one to the other. Ages are such lengths.
"""

import re
from collections.abc import Iterator
from datetime import date

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import number_up_to_99
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence, without_year
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_SPELLED = r"(?:(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi(?: (?:mốt|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_LENGTH = Pattern(
    rf"(?<![\w./,-])(?:(?P<age>tuổi|lần thứ)\s(?P<years>[1-9]\d)\b(?! đại| họp| tổ chức| diễn)|(?P<number>0?\d{{1,3}}|{_SPELLED}) (?P<unit>năm|tháng|ngày|tuần|tuổi)\b(?!/|-| ?(?:19|20)\d\d| tháng| (?:đầu|cuối|trước|một lần|tới|tiếp|gần|liên|liền|nay|thứ|làm việc|này|đó|kia|học|tuổi|kinh nghiệm)\b))",
    re.IGNORECASE,
)
_IN_FIGURES = Pattern(r"\d (?:năm|tháng|ngày|tuần|tuổi)\b|tuổi \d|lần thứ \d")
_IN_WORDS = tuple(
    f"{word} {unit}"
    for word in ("ột", "ai", "ba", "Ba", "ốn", "ăm", "áu", "ảy", "ám", "hín", "ười", "mươi", "lăm", "mốt")
    for unit in ("năm", "tháng", "ngày")
)
_NOT_EXACT = Pattern(
    r"\b(?:hơn|gần|khoảng|trên|dưới|mỗi|cứ|hàng|hằng|ít nhất|tối thiểu|tối đa|không quá|ngót|từ|thêm|từng|các|những|hạng|lớp|đến|tới|tháng|ngày|năm|quý|quá|vài|chậm|sớm|trước|phạt|quy hoạch|bảo hành)\s$",
    re.IGNORECASE,
)
_BEGINS = Pattern(
    r"\b(?:từ|bắt đầu|khởi \w+|thành lập|ra đời|tái lập|ký|sinh|vào ngành|vào nghề|tốt nghiệp|khai trương|khai mạc|hiệu lực|kể từ|triển khai|khởi hành|lên đường|phê duyệt|cấp|đi vào|có mặt|xuất phát|nhập học|mở cửa|xây dựng(?= (?:từ )?(?:năm|tháng))|đưa vào (?:sử dụng|vận hành))\b",
    re.IGNORECASE,
)
_ENDS = Pattern(
    r"\b(?:đến|tới|kết thúc|hết|nghiệm thu|hoàn thành|khánh thành|về (?:nước|đến)|nay|nghỉ hưu|mất|qua đời|hiện|kỷ niệm|bế mạc|tròn|bàn giao|tổng kết|bước vào|tốt nghiệp|bảo vệ|ra trường)\b|-",
    re.IGNORECASE,
)
_END_OF_SENTENCE = Pattern(r"[.!?]\s|\n")
_OTHER = Pattern(
    r"\b(?:lần lượt|giai đoạn (?:hai|2|II)|đợt (?:2|hai)|tầm nhìn|gia hạn|lùi|sớm hơn|chậm hơn|kéo dài thêm|riêng|trong đó|cùng kỳ|so với|tăng|giảm)\b",
    re.IGNORECASE,
)
_LATER = Pattern(r"\s(?:sau|về sau)\b")
_THIS_YEAR = Pattern(r"\b(?:năm nay|nay|hiện|vừa kỷ niệm)\b")
_JUBILEE = Pattern(r"\b(?:kỷ niệm|tròn|sau)\s$", re.IGNORECASE)
_OF_BODY = Pattern(r"\s(?:ngày )?(?:thành lập|ra đời|tái lập|hoạt động|xây dựng|hình thành|truyền thống|phát triển)\b")
_FOUNDED = Pattern(r"\b(?:thành lập|ra đời|tái lập)\b")
_PLAN = Pattern(r"\b(?:kế hoạch|giai đoạn)\s(?:trung hạn\s)?$", re.IGNORECASE)
_TENURE = Pattern(r"\bnhiệm kỳ\s$", re.IGNORECASE)
_MONTHS, _DAYS_OF_WEEK, _WHOLE_MONTH, _TWO = 12, 7, 25, 2
_LONG_DAYS = 45
_AFTER = Pattern(r"\b(?:[Ss]au|[Qq]ua) $")
_FAR, _CLOSE, _MOST = 320, 26, 4
_WORK = Pattern(r"\b(?:thực hiện|triển khai|xây dựng|nhìn lại|đầu|cuối|thi hành)\b")

CASES = (
    ("period_conflict", "Đề tài khởi động tháng 4/2017, nghiệm thu tháng 4/2019, mất {ba|hai} năm."),
    ("period_conflict", "Đoàn đi {10|8} ngày, khởi hành ngày 3/9/2014, về nước ngày 10/9/2014."),
    ("period_conflict", "Bà Hạnh vào ngành năm 1988, nghỉ hưu năm 2018 sau {35|30} năm công tác."),
    ("date_conflict", "Ông mất năm 2010, thọ {85|80} tuổi (1930 - 2010)."),
    ("period_conflict", "Thuê chuyên gia trong 6 tháng, từ tháng 3 đến hết tháng {9|8} năm 2022."),
    ("period_conflict", "Giấy phép cấp ngày 10/02/2020, có giá trị trong 5 năm, tức là đến ngày {10/02/2024|10/02/2025}."),
    ("period_conflict", "Đoàn khởi hành ngày 3/9, đi {10|8} ngày và về nước ngày 10/9."),
    (
        "period_conflict",
        "Câu lạc bộ ra đời năm 2001, lúc đầu có 14 hội viên.{ Kỷ niệm 15 năm thành lập|\nTrồng rừng kỷ niệm 15 năm kết nghĩa} vào năm 2013.",
    ),
    (
        "period_conflict",
        "{Đề tài khởi động năm 1976, nghiệm thu năm 2018, mất|Từ ngày 01/12/2018, ông Lộc (sinh năm 1976) giữ chức Giám đốc, thời hạn bổ nhiệm} 5 năm.",
    ),
    (
        "period_conflict",
        "Tân Lâm, ngày 18 tháng 9 năm 2018\nĐập được xây dựng năm 1986, đến nay đã {42|32} năm sử dụng.",
    ),
    (
        "period_conflict",
        "Dự án khởi công ngày 12/10/2022, thời gian thực hiện 36 tháng, hoàn thành vào tháng 10/{2024|2025}; đến nay đã trải qua 18 tháng.",
    ),
    ("period_conflict", "Kế hoạch 5 năm ({2016-2021|2016-2020}) được Hội đồng nhân dân thông qua."),
)


def check_elapsed(case: Case) -> Iterator[Record]:
    """Lengths of time that are not the time between the two moments of their sentence."""
    before: tuple[Span, list[Moment]] | None = None
    for sentence, told in (*without_year(case), *by_sentence(case)):
        words = case.plain[sentence.start : sentence.end]
        if len(words) <= _FAR and len(told) <= _MOST and _has_length(words):
            lengths = _in_first_clause(case, sentence, told, list(_lengths(case, sentence, told)))
            if len(lengths) == 1 and not _OTHER.search(words) and not _is_of_another(case, sentence, told, lengths[0]):
                yield from _judged(case, lengths[0], _ends(case, sentence, told, before, lengths[0]))
        before = (sentence, told)


def _has_length(words: str) -> bool:
    """Whether words hold a length of time, in figures or in words."""
    return _IN_FIGURES.search(words) is not None or any(map(words.__contains__, _IN_WORDS))


def _lengths(case: Case, sentence: Span, told: list[Moment]) -> Iterator[re.Match[str]]:
    for found in _LENGTH.finditer(case.plain, *sentence):
        if any(moment.span.start <= found.start() < moment.span.end for moment in told) or case.is_taken(found.start()):
            continue
        if not _NOT_EXACT.search(case.plain, max(sentence.start, found.start() - 14), found.start()):
            yield found


def _in_first_clause(case: Case, sentence: Span, told: list[Moment], lengths: list[re.Match[str]]) -> list[re.Match[str]]:
    """The lengths before the semicolon of a sentence that names all its moments before it: `…, 36 tháng, đến 10/2025; đến nay đã 18 tháng`."""
    end = case.plain.find("; ", *sentence)
    if len(lengths) > 1 and end > 0 and told and max(moment.span.end for moment in told) <= end:
        return [length for length in lengths if length.end() <= end]
    return lengths


def _ends(
    case: Case, sentence: Span, told: list[Moment], before: tuple[Span, list[Moment]] | None, length: re.Match[str]
) -> tuple[Moment, Moment] | None:
    """The two moments of a sentence, or one of it and the one of the sentence before; None where there are more or fewer."""
    distinct: dict[tuple[int, ...], Moment] = {}
    for moment in sorted(told, key=lambda moment: (not moment.closed, moment.span)):
        distinct.setdefault(moment.parts, moment)
    known = sorted(distinct.values(), key=lambda moment: moment.span)
    if len(known) == _TWO:
        first, last = known
        if first.closed and last.closed:
            apart = case.plain[min(last.span.end, length.end()) : max(first.span.start, length.start())]
            if len(apart) > _CLOSE:
                return None
            # no more years of a stretch can have gone by than it has
            whole = _AFTER.search(case.plain, max(0, length.start() - 8), length.start()) and length.group("number")
            more = whole and (number_up_to_99(length["number"]) or 0) > last.year - first.year + 1
            return (first, last) if more or not _WORK.search(apart) else None
        begins = _BEGINS.search(case.plain, max(sentence.start, first.span.start - 60), first.span.start)
        ends = _ENDS.search(case.plain, first.span.end, min(sentence.end, last.span.end + 2))
        aged = _unit(length) == "tuổi"
        bracket = aged and case.plain.endswith("(", 0, first.span.start)
        if (begins and ends) or bracket:
            return first, last
        if _FROM_THEN.search(case.plain, first.span.end, last.span.start):
            return last, first
        birth = _BIRTH.search(case.plain, max(sentence.start, last.span.start - 30), last.span.start)
        return (last, first) if birth else (first, last) if begins and _SINCE.search(case.plain, *sentence) else None
    if len(known) == 1 and _THIS_YEAR.search(case.plain, *sentence) and case.own_date is not None:
        begins = _BEGINS.search(case.plain, max(sentence.start, known[0].span.start - 60), known[0].span.start)
        own = case.own_date
        now = Moment(own.value.year, None, None, Span(length.start(), length.end())) if own.value.year else None
        return (known[0], now) if begins and now and known[0].span.start < length.start() else None
    if len(known) == 1 and before is not None and len(before[1]) == 1 and before[1][0].span.end > sentence.start - _FAR:
        return before[1][0], known[0]
    return None


_NOW = Pattern(r"\b(?:năm nay|hiện nay|hiện|nay)(?: đã| mới| vừa| tròn){0,2},? $")
_FROM_THEN = Pattern(r"\b(?:kể )?từ khi\b[^.;,\d]{0,40}$")
_WHOLE_MONTHS = Pattern(r"\b(?:đến|tới) hết tháng\b")
_BIRTH = Pattern(r"\bsinh (?:năm |ngày )?$|\($", re.IGNORECASE)
_BIRTH_TOLD = Pattern(r"\bsinh (?:năm |ngày )?$", re.IGNORECASE)
_SINCE = Pattern(r"\b(?:sau|tròn|mất|kéo dài|trong|suốt|tổng|thọ|tuổi)\b")


def _judged(case: Case, found: re.Match[str], ends: tuple[Moment, Moment] | None) -> Iterator[Record]:
    if ends is None:
        return
    first, last = ends
    apart = case.plain[min(first.span.end, last.span.end) : max(first.span.start, last.span.start)]
    if _END_OF_SENTENCE.search(apart) and not _goes_back(case, found, first):
        return
    number = int(found["years"]) if found["age"] else number_up_to_99(found["number"]) or 0
    unit = _unit(found)
    if (
        last.is_before(first)
        or number < 1
        or (unit == "tuổi" and _NOW.search(case.plain, max(0, found.start() - 40), found.start()))
    ):
        return
    fits = _fitting(case, found, ends, unit)
    span = Span(min(found.start(), first.span.start), max(found.end(), last.span.end))
    words = quoted(case.words(span))
    if number in fits:
        return
    elif any(fits):
        told = " hoặc ".join(str(length) for length in sorted(fits))
        subtype = "date_conflict" if unit == "tuổi" else "period_conflict"
        yield fault(subtype, f"{words}: từ mốc đầu đến mốc cuối là {told} {unit}.", [span])


def _goes_back(case: Case, found: re.Match[str], first: Moment) -> bool:
    """Whether a length is counted from the moment of the sentence before: `40 năm sau`, `kỷ niệm 15 năm thành lập`."""
    if _LATER.match(case.plain, found.end()):
        return True
    jubilee = _JUBILEE.search(case.plain, max(0, found.start() - 20), found.start()) is not None
    own = _OF_BODY.match(case.plain, found.end()) is not None
    return jubilee and own and _FOUNDED.search(case.plain, max(0, first.span.start - 40), first.span.start) is not None


def _is_of_another(case: Case, sentence: Span, told: list[Moment], length: re.Match[str]) -> bool:
    """Whether the moments are not the ends of the length: those of an edition that has its number, or somebody's birth.

    `Hội thi lần thứ 12 (2016 - 2017)`; `(sinh năm 1976) …, thời hạn bổ nhiệm 5 năm`.
    """
    if _unit(length) == "tuổi":
        return False
    if length["age"] and all(moment.closed for moment in told):
        return True
    if "ngày sinh" in case.small[sentence.start : sentence.end]:
        return False
    starts = (moment.span.start for moment in told)
    return any(_BIRTH_TOLD.search(case.plain, max(sentence.start, start - 30), start) for start in starts)


def _unit(found: re.Match[str]) -> str:
    """What a length is counted in; an anniversary is counted in years."""
    if found["age"]:
        return "tuổi" if found["age"].lower() == "tuổi" else "năm"
    return found["unit"].lower()


def _fitting(case: Case, found: re.Match[str], ends: tuple[Moment, Moment], unit: str) -> set[int]:
    """The lengths that the two moments may be told as; empty where they cannot tell."""
    first, last = ends
    years = last.year - first.year
    if unit == "tuổi":
        return {years - 1, years, years + 1} if years > 0 else set()
    if unit in ("ngày", "tuần"):
        days = _days(first, last)
        if days is None or days > 2 * _LONG_DAYS:
            return set()
        return {days, days + 1} if unit == "ngày" else {days // _DAYS_OF_WEEK, (days + 1 + _DAYS_OF_WEEK // 2) // _DAYS_OF_WEEK}
    if first.month is None or last.month is None:
        if unit == "tháng":
            return set()
        lead = case.plain[max(0, found.start() - 24) : found.start()]
        if first.closed and last.closed and _PLAN.search(lead):
            return {years + 1}
        return {years} if _TENURE.search(lead) else {years, years + 1}
    months = _MONTHS * years + last.month - first.month
    if first.day and last.day:
        months += (last.day - first.day) // _WHOLE_MONTH if abs(last.day - first.day) >= _WHOLE_MONTH else 0
    if unit == "tháng":
        whole = not (first.day or last.day) and _WHOLE_MONTHS.search(case.plain, first.span.start, last.span.end)
        return {months + 1} if whole else {months, months + 1} if months > 0 else set()
    return {
        length
        for length in (years - 1, years, years + 1)
        if abs(months - _MONTHS * length) <= 1 or abs(months + 1 - _MONTHS * length) <= 1
    } or {
        months // _MONTHS,
        round(months / _MONTHS),
    }


def _days(first: Moment, last: Moment) -> int | None:
    if not (first.month and first.day and last.month and last.day):
        return None
    try:
        return (date(last.year, last.month, last.day) - date(first.year, first.month, first.day)).days
    except ValueError:
        return None
