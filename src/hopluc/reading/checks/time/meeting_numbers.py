"""Numbers of meetings (hội thảo lần thứ mấy): one meeting told with two of them, or with another number of times it has been held."""

import re
from collections.abc import Iterator
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import PLACES, number_up_to_99, place_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBER = rf"\d{{1,2}}|mười (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)|[IVXivx]{{1,6}}|{'|'.join(PLACES)}"
_MEETING = Pattern(
    rf"(?P<event>ội thảo|ội nghị|iễn đàn|ội chợ|ội thi|uộc thi|iên hoan|iải thưởng|ễ hội|ại hội|uần lễ|riển lãm|ọa đàm|hiên họp|ỳ họp|uộc họp|gày hội)(?P<name>(?: [^\W\d_]+){{0,12}}?)(?: lần|(?<=họp)) thứ (?P<number>{_NUMBER})\b",
    re.IGNORECASE,
)
# "Đây là lần thứ ba hội thi được tổ chức".
_BEFORE = Pattern(
    rf"lần thứ (?P<number>{_NUMBER}) (?P<event>hội thảo|hội nghị|diễn đàn|hội chợ|hội thi|cuộc thi|liên hoan|giải thưởng|lễ hội|đại hội|tuần lễ|triển lãm|tọa đàm)(?P<name>(?: [^\W\d_]+){{0,8}}?) (?:được|diễn ra|mở|tổ chức)\b",
    re.IGNORECASE,
)
_STARTS = cues("lần thứ ", "Lần thứ ", "LẦN THỨ ", "họp thứ ", "HỌP THỨ ")
_TIMES = Pattern(
    rf"\b(?:cả|qua|sau|trải qua) (?P<number>\d{{1,2}}|{'|'.join(PLACES)}) (?:lần|kỳ) (?:tổ chức|hội thảo|hội nghị|diễn ra)(?P<now>[^.;\n]{{0,30}}\blần này)?",
    re.IGNORECASE,
)
_TIMES_STARTS = cues(" lần tổ chức", " kỳ tổ chức", " kỳ hội thảo", " lần hội thảo", " lần diễn ra")
_OTHER_ONE = Pattern(
    r"\b(?:trước|tới|tiếp theo|sắp|kế tiếp|từng|đã dự|sau|năm ngoái|kể từ|so với|lần đầu|khai sinh|Nếu|cũng|Ban Chấp hành|Đảng)\b",
    re.IGNORECASE,
)
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_BACK, _MOST, _ENDING = 110, 12, 5

CASES = (
    (
        "value_conflict",
        "V/v trả lời kiến nghị của cử tri sau kỳ họp thứ mười hai\n\nKính gửi: Hội đồng nhân dân tỉnh\n\nTrên đây là kết quả trả lời cử tri sau kỳ họp thứ mười {một|hai}.",
    ),
    (
        "value_conflict",
        "HỘI THẢO QUỐC TẾ LẦN THỨ VI VỀ VẬT LIỆU\n\nĐáp lời, bà Lê Thị Hạnh cảm ơn các đối tác đã đồng hành qua cả {năm|sáu} lần tổ chức, tính cả lần này.",
    ),
    (
        "value_conflict",
        "HỘI THẢO QUỐC TẾ LẦN THỨ VI VỀ VẬT LIỆU\n\nĐáp lời, bà Lê Thị Hạnh cảm ơn các đối tác đã đồng hành qua năm lần tổ chức{, tính cả lần này|}.",
    ),
    ("value_conflict", "Đây là lần thứ ba hội thi được tổ chức.\n\nBan tổ chức hội thi lần thứ {tư|ba} nhận được 120 bài."),
    (
        "value_conflict",
        "Hội chợ công nghệ lần thứ ba khai mạc sáng nay tại tỉnh Tân Lâm.\n\nBan tổ chức cho biết hội chợ công nghệ lần thứ {tư|ba} có 120 gian hàng.",
    ),
    (
        "value_conflict",
        "THÀNH LẬP BAN TỔ CHỨC NGÀY HỘI KHỞI NGHIỆP TỈNH TÂN LÂM LẦN THỨ III, NĂM 2020\n\nNgày hội khởi nghiệp tỉnh Tân Lâm lần thứ {II|III}, năm 2020 có 60 gian hàng.",
    ),
    (
        "value_conflict",
        "Ngày hội khởi nghiệp tỉnh Tân Lâm lần thứ III, năm 2020 có 60 gian hàng.\n\nNgày hội khởi nghiệp tỉnh Tân Lâm lần thứ II, năm {2020|2018} có 45 gian hàng.",
    ),
    (
        "value_conflict",
        "Hội chợ công nghệ lần thứ ba khai mạc sáng nay tại tỉnh Tân Lâm.\n\nBan tổ chức {cho biết|mong} hội chợ công nghệ lần thứ tư {có|tới đây có} 120 gian hàng.",
    ),
)


def check_meeting_numbers(case: Case) -> Iterator[Record]:
    """Each meeting with two numbers, and the one meeting whose number is not that of the times it has been held."""
    known = list(_meetings(case))
    for one, other in combinations(known[:_MOST], 2):
        if _value(one) != _value(other) and _are_one(case, one, other):
            yield _fault(case, one, other)
            return
    numbers = {_value(found) for found in known}
    if len(numbers) != 1:
        return
    number = numbers.pop()
    for at in cued(case, _TIMES_STARTS, Pattern(r" (?:lần|kỳ) \w")):
        times = next(iter(_TIMES.finditer(case.plain, max(0, at.start() - 24), at.end() + 60)), None)
        if times is None or _value(times) in ((number,) if times["now"] else (number, number - 1)):
            continue
        yield _fault(case, known[0], times)


def _meetings(case: Case) -> Iterator["re.Match[str]"]:
    for word in cued(case, _STARTS, Pattern(r"(?:lần|họp) thứ \w", re.IGNORECASE)):
        start = case.plain.rfind("\n", max(0, word.start() - _BACK), word.start()) + 1 or max(0, word.start() - _BACK)
        matches = [found for found in _MEETING.finditer(case.plain, start, word.end() + 8) if found.end() > word.start()]
        before = _BEFORE.match(case.plain, word.start())
        if before is not None and not matches:
            yield before
        if matches and _value(matches[-1]):
            yield matches[-1]


def _are_one(case: Case, one: "re.Match[str]", other: "re.Match[str]") -> bool:
    """Whether two are told of one meeting: of one kind and name, neither before nor after the other."""
    names = [set(found["name"].casefold().split()) for found in (one, other)]
    sentences = [case.sentence(Span(*found.span())) for found in (one, other)]
    alike = one["event"].casefold()[-_ENDING:] == other["event"].casefold()[-_ENDING:] and (
        names[0] <= names[1] or names[1] <= names[0]
    )
    return (
        alike
        and not sentences[0].overlaps(sentences[1])
        and (_are_after_one(case, one, other) or not any(_OTHER_ONE.search(case.plain, *span) for span in sentences))
        and _are_of_one_year(case, sentences)
    )


def _are_after_one(case: Case, one: "re.Match[str]", other: "re.Match[str]") -> bool:
    """Whether both are the session after which voters' petitions came that the paper answers."""
    return all(case.plain.endswith("cử tri sau ", 0, found.start() - 1) for found in (one, other))


def _are_of_one_year(case: Case, sentences: list[Span]) -> bool:
    """Whether two sentences name no years, or one and the same; what names none is of the document's own year."""
    own = case.own_date
    named = [set(_YEAR.findall(case.plain, *span)) for span in sentences]
    if not any(named):
        return True
    years = [known or ({str(own.value.year)} if own is not None else set()) for known in named]
    return years[0] == years[1] and len(years[0]) == 1


def _value(found: "re.Match[str]") -> int:
    return place_of(found["number"].upper()) or number_up_to_99(found["number"]) or 0


def _fault(case: Case, one: "re.Match[str]", other: "re.Match[str]") -> Record:
    spans = [Span(found.start() - ("event" in found.re.groupindex), found.end()) for found in (one, other)]
    first, second = (quoted(case.words(span)) for span in spans)
    return fault("value_conflict", f"Một sự kiện ghi hai số thứ tự: {first} và {second}.", spans)
