"""Events told by an act with its day: a body that sat, a work that a council accepted, a handing-over, a signing and where."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span, words_begin
from hopluc.reading.facts import Found, Record
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event.meetings import is_cited
from hopluc.reading.records.event.value import LONGEST_NAME, NAME_END, PLANNED, Event, day_of, evidence, is_day, place_of
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting
from hopluc.reading.records.times_said import Time

_SIT = cues("họp")
_SITS = Pattern(r"họp(?!\s(?:báo|mặt|lệ|nhóm|đồng)\b|\w)")
# `phòng họp`, `cuộc họp`: the noun; `họp khi có …`, `để họp`: a rule or an aim.
_NO_SITTING = Pattern(
    r"\b(?:phòng|cuộc|phiên|buổi|kỳ|hội|mời|lịch|giấy|khi|để|việc|ngày|giờ|nhà|tiền|hoãn|không|chưa)\s$", re.IGNORECASE
)
_SITTER = Pattern(
    r"\b(?<!Tỉnh )(?<!Thành )(?<!Huyện )(?<!Liên )(?P<who>(?:Hội đồng|Ban|Tổ|Đoàn|Ủy ban|Thường trực|Tiểu ban|Nhóm|Hai bên|Các bên|Liên ngành)\b[^.;:,\n()]{0,90}?)"
    r"(?P<again>,? (?:trước đó|sau đó|rồi|và))?(?: (?:đã|sẽ|cũng|vừa|mới|tiếp tục|dự kiến|lại))*\s$",
    re.IGNORECASE,
)
_AGAIN = Pattern(r"\b(?:đã|sẽ|lại|cũng)\s$")
_ACCEPTED = cues("nghiệm thu")
_ACCEPTS = Pattern(
    r"nghiệm thu(?: (?:chính thức|cơ sở|cấp [^\W\d]+|kết quả|tổng kết))?(?=,?\s(?:vào |hôm |ngày |sáng |chiều |thứ |\())"
)
_PASSIVE = Pattern(r"\bđược (?:[^.;,\n]{2,70} )?(?:họp )?$")
# `tổ chức họp Hội đồng nghiệm thu …`, `tổ chức hội đồng tư vấn tuyển chọn …`: a sitting by what it is held for.
_COUNCIL = cues("Hội đồng ", "hội đồng ")
_COUNCILS = Pattern(
    r"[Hh]ội đồng (?:khoa học(?: và công nghệ)? )?(?:tư vấn |cấp [^\W\d]+ )?(?:đánh giá(?:,| và) nghiệm thu|đánh giá|nghiệm thu|xét duyệt|tuyển chọn|thẩm định|xác định|xét chọn|xét tặng|bảo vệ|chấm)\b"
)
_COUNCIL_HELD = Pattern(r"\btổ chức (?:(?:phiên |cuộc |buổi )?họp )?$")
_GIVE = cues(
    "trao ", "bàn giao ", "phát động ", "tuyên dương ", "vinh danh ", "tôn vinh ", "ra quân", "đón nhận ", "tiếp nhận "
)
_GIVES = Pattern(
    r"(?:trao (?!đổi)|bàn giao (?:[\d\w])|phát động |tuyên dương |vinh danh |tôn vinh |ra quân\b|(?:đón|tiếp) nhận )"
)
# `Sáng 12/4, Sở tổ chức tổng kết …`, `Hội tổng kết công tác năm …`, `Đoàn … tiến hành giám sát …`: a meeting or visit named by what was done.
_HOLD = cues("tổ chức ", "tiến hành ", "tổng kết ", "sơ kết ")
_HOLDS = Pattern(
    r"(?:(?:tổ chức|tiến hành) (?P<what>(?:tổng kết|sơ kết|giám sát|kiểm tra|khảo sát|gặp mặt|họp mặt|giao ban|tập huấn|tọa đàm|đối thoại|trao giải|công bố|khai mạc|khai trương|ra mắt|bế mạc|bế giảng|ký giao ước|chấm|thi|bảo vệ)\b)"
    r"|(?:tổng kết|sơ kết) (?=công tác|hoạt động|phong trào|chương trình|\d|năm|một năm|giai đoạn|việc))"
)
_OF_A_DAY = Pattern(r"\b(?:sáng|chiều|tối|trưa|đêm)\b", re.IGNORECASE)
_NO_GIVING = Pattern(r"\b(?:lễ|buổi|việc|để|sẽ được|không|chưa|cuộc|ngày|hội|đêm|và)\s$", re.IGNORECASE)
_SIGN = cues("ký ")
_SIGNS = Pattern(
    r"ký (?:kết )?(?:(?!tại |ở |ngày |hôm |vào |trong |từ |thay )(?P<paper>[^\W\d][^.;:,\n()]{2,80}?) )?(?=(?:tại|ở|ngày|hôm|vào|sáng|chiều)\s)"
)
_SIGNED_PAPER = Pattern(
    r"\b(?P<paper>(?:thỏa thuận|hợp đồng|biên bản ghi nhớ|bản ghi nhớ|chương trình (?:hợp tác|phối hợp)|kế hoạch (?:hợp tác|phối hợp)|quy chế phối hợp|dự án|hiệp định|cam kết)\b[^.;,()\n]{0,80}?)"
    r"(?=[.;,()\n]|\s(?:giữa|được|do|đã|ký|có|với)\b|$)",
    re.IGNORECASE,
)
_NO_SIGNING = Pattern(r"\b(?:lễ|chữ|người|đăng|việc|để|chưa|không|căn cứ|dự|sổ|thư|ngày|bút|thời điểm)\s$", re.IGNORECASE)
_BASIS = ("Căn cứ", "- Căn cứ", "Theo ")
_DAY_BEHIND = 70
_SUBJECT = 160
_EXACT = len("2026-01-01")
_PLACED = re.compile(r"\s(?:tại|ở)\s")


class Act(NamedTuple):
    """A verb that may tell an event, and the sentence it stands in."""

    document: Document
    found: Found
    setting: Setting
    verb: re.Match[str]
    sentence: Span


def acted(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Sittings, acceptances, handings-over and signings told by their verb, each with its day; told without one it is a task or none."""
    for words, pattern, read in (
        (_COUNCIL, _COUNCILS, _council),
        (_SIT, _SITS, _sitting),
        (_ACCEPTED, _ACCEPTS, _acceptance),
        (_GIVE, _GIVES, _giving),
        (_HOLD, _HOLDS, _holding),
        (_SIGN, _SIGNS, _signing),
    ):
        last = -1
        for match in cued(document, words, pattern):
            if (
                match.start() < last
                or not document.plain[match.start() - 1 : match.start()].isspace()
                or is_cited(found, match.start())
            ):
                continue
            record = read(Act(document, found, setting, match, sentence_with(document, Span(*match.span()))))
            if record is not None:
                last = record.evidence[-1].end
                yield record


def _sitting(act: Act) -> Record | None:
    """`Hội đồng nghiệm thu họp ở … ngày …`, `…; trước đó đã họp lần đầu ngày …`."""
    document, _, setting, verb, sentence = act
    plain = document.plain
    if _NO_SITTING.search(plain, max(0, verb.start() - 8), verb.start()):
        return None
    low = _clause_start(document, setting, sentence, verb.start())
    sitter = _SITTER.search(plain, low, verb.start())
    time = _day(setting, sentence, Span(sitter.start() if sitter else verb.start(), verb.end()), plain)
    if time is None or not _is_exact(time):
        return None
    if sitter is not None:
        name = Span(sitter.start("who"), _name_end(document, verb.end(), sentence))
        return _record(act, name, document.quote(name), time)
    named = list(_SITTER_NAMED.finditer(plain, sentence.start, low))
    if not named or not _AGAIN.search(plain, low, verb.start()):
        return None
    name = Span(verb.start(), _name_end(document, verb.end(), sentence))
    return _record(act, name, f"{named[-1][0]} {document.quote(name)}", time)


_SITTER_NAMED = Pattern(
    r"\b(?:Hội đồng|Ban|Tổ|Đoàn|Ủy ban|Thường trực|Tiểu ban)\b(?: [^\W\d]+){0,8}?(?= (?:đã |sẽ |cũng )?họp)"
)


def _council(act: Act) -> Record | None:
    """`Ngày …, Sở tổ chức hội đồng nghiệm thu …`: a council that sits on the day its sentence opens with."""
    document, _, setting, verb, sentence = act
    if not _COUNCIL_HELD.search(document.plain, max(sentence.start, verb.start() - 30), verb.start()):
        return None
    before = setting.times(Span(sentence.start, min(verb.start(), sentence.start + _DAY_BEHIND)))
    day = next((time for time in before if _is_exact(time) and time.bound is None), None)
    if day is None or PLANNED.search(document.plain, sentence.start, verb.start()):
        return None
    name = Span(verb.start(), _name_end(document, verb.end(), sentence))
    return _record(act, name, document.quote(name), day)


def _acceptance(act: Act) -> Record | None:
    """`Đề tài … được Hội đồng nghiệm thu ngày …`: a meeting of the council that accepts; what is only due is none."""
    document, _, setting, verb, sentence = act
    plain = document.plain
    passive = _PASSIVE.search(plain, max(sentence.start, verb.start() - 90), verb.start())
    time = _day_behind(setting, sentence, verb.end())
    if passive is None or time is None or not _is_exact(time) or PLANNED.search(plain, sentence.start, time.span.start):
        return None
    low = _clause_start(document, setting, sentence, passive.start())
    return _record(act, Span(low, verb.end()), f"nghiệm thu {document.text[low : passive.start()]}", time)


def _giving(act: Act) -> Record | None:
    """`Sáng 11/4, Hội … trao 45 máy …`: what bodies hand over or launch on a day the sentence opens with, as a ceremony is told."""
    document, found, setting, verb, sentence = act
    plain = document.plain
    if _NO_GIVING.search(plain, max(0, verb.start() - 10), verb.start()):
        return None
    opening = [
        time for time in setting.times(Span(sentence.start, min(verb.start(), sentence.start + _DAY_BEHIND))) if _is_exact(time)
    ]
    if not opening or opening[0].bound is not None:
        return None
    day = opening[0]
    festive = _OF_A_DAY.search(plain, sentence.start, day.span.start) or _PLACED.search(plain, sentence.start, sentence.end)
    body = found.first("organisation", Span(day.span.end, verb.start()))
    if body is None or not festive or plain.find(";", day.span.end, verb.start()) >= 0:
        return None
    name = Span(verb.start(), _name_end(document, verb.end(), sentence))
    return _record(act, name, document.quote(name), day)


def _holding(act: Act) -> Record | None:
    """`Sáng 12/4, Sở A tổ chức tổng kết …`: what a body holds on a day the sentence opens with."""
    document, found, setting, verb, sentence = act
    plain = document.plain
    if _NO_GIVING.search(plain, max(0, verb.start() - 10), verb.start()):
        return None
    opening = Span(sentence.start, min(verb.start(), sentence.start + _OPENS))
    day = next((time for time in setting.times(opening) if _is_exact(time)), None)
    if day is None or day.bound is not None or plain.find(";", day.span.end, verb.start()) >= 0:
        return None
    body = found.first("organisation", Span(day.span.end, verb.start()))
    if body is None or PLANNED.search(plain, body.span.end, verb.start()):
        return None
    limit = min(sentence.end, verb.start() + LONGEST_NAME)
    stop = NAME_END.search(plain, verb.end(), limit)
    name = Span(verb.start("what") if verb["what"] else verb.start(), stop.start() if stop else limit)
    return _record(act, name, document.quote(name), day)


def _signing(act: Act) -> Record | None:
    """`hai trường đã ký thỏa thuận tại … ngày …`: a signing whose day and place stand behind its verb."""
    document, _, setting, verb, sentence = act
    plain = document.plain
    if _NO_SIGNING.search(plain, max(0, verb.start() - 12), verb.start()) or plain.startswith(_BASIS, sentence.start):
        return None
    time = _day_behind(setting, sentence, verb.end())
    if time is None or not _is_exact(time):
        return None
    place = place_of(document, Span(verb.end() - 1, verb.end()), Span(verb.end(), sentence.end), time)
    if place is None or place.start > time.span.end + len(", tại "):
        return None
    paper = verb["paper"]
    if paper is None:
        papers = list(_SIGNED_PAPER.finditer(plain, max(sentence.start, verb.start() - _SUBJECT), verb.start()))
        paper = papers[-1]["paper"] if papers else None
    if paper is None:
        return None
    return _record(act, Span(*verb.span()), f"ký {paper}", time, place)


def _is_exact(time: Time) -> bool:
    """Whether a time is one day, of a known year or none."""
    return (
        is_day(time)
        and time.period.start == time.period.end
        and len((time.period.start or "").lstrip("-")) in (_EXACT, len("01-01"))
    )


def _clause_start(document: Document, setting: Setting, sentence: Span, end: int) -> int:
    """Where the clause begins that runs to `end`: behind the last stop, comma or day before it."""
    plain, low = document.plain, max(sentence.start, end - _SUBJECT)
    days = [time.span.end for time in setting.times(Span(low, end))]
    commas = [plain.rfind(stop, low, end) + 1 for stop in ",;:("]
    start = max([low, *days, *commas])
    return words_begin(plain, start, end, " ,-*")


def _day(setting: Setting, sentence: Span, about: Span, plain: str) -> Time | None:
    """The day behind `about` in its clause, right before it, or at which its sentence opens."""
    behind = _day_behind(setting, sentence, about.end)
    if behind is not None and ";" not in plain[about.end : behind.span.start]:
        return behind
    before = [time for time in setting.times(Span(sentence.start, about.start)) if is_day(time) and time.bound in (None, "từ")]
    if before and about.start - before[-1].span.end <= len(" (, "):
        return before[-1]
    return next((time for time in before if time.span.start - sentence.start <= _OPENS), None)


_OPENS = 30


def _day_behind(setting: Setting, sentence: Span, end: int) -> Time | None:
    times = setting.times(Span(end, min(max(sentence.end, end), end + _DAY_BEHIND)))
    return next((time for time in times if is_day(time) and time.bound in (None, "từ")), None)


def _name_end(document: Document, start: int, sentence: Span) -> int:
    limit = min(sentence.end, start + LONGEST_NAME)
    stop = _STOPS.search(document.plain, start, limit)
    end = NAME_END.search(document.plain, start, stop.start() if stop else limit)
    return end.start() if end else stop.start() if stop else limit


_STOPS = Pattern(r",?\s(?:thứ (?=[^\W\d]+,? (?:ngày )?\d)|ngày |vào |hôm |trị giá |trong hai |cho \d)|,\s")


def _record(act: Act, name: Span, words: str, time: Time, place: Span | None = None) -> Record:
    """The event told at `name`, called by `words`; its place where none is given is what the sentence says."""
    document, sentence = act.document, act.sentence
    place = place or place_of(document, Span(name.start, name.start + 1), sentence, time)
    planned = PLANNED.search(document.plain[sentence.start : max(name.end, time.span.start)]) is not None
    where = squeezed(document.quote(place)) if place else None
    value = Event(squeezed(words).strip(" ,;:.-"), day_of(document, time), where, "planned" if planned else "held")
    return Record("event", value, evidence(name, time.span, place))
