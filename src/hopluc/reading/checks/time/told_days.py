"""Days told again (ngày nhắc lại): one event or one founding that a document dates twice, in other words."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.meaning import meaning
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_EVENT = r"(?:hội thảo|hội nghị|lễ ký(?: kết)?|cuộc họp|buổi làm việc|hội chợ|triển lãm|diễn đàn|phiên họp|buổi lễ|lễ trao giải|cuộc thi|đại hội|tọa đàm|lễ khai mạc|lễ khánh thành|lễ khởi công|khóa tập huấn|lớp tập huấn|buổi họp|ngày hội|tuần lễ)"
# "Phát biểu tại hội thảo ngày 15/5/2019", "Theo kết luận của cuộc họp hôm 21/5": a noun that points back, and its day.
_AGAIN = Pattern(
    rf"\b(?:tại|của|ở|trong|sau|dự|kết thúc|theo) (?:buổi |cuộc )?(?P<event>{_EVENT})(?P<more>(?: [^\s,.;:()\d]+){{0,8}}?)(?: này| nói trên| trên| vừa qua)?,? (?:vào |hôm |diễn ra |tổ chức )*(?:sáng |chiều )?ngày $",
    re.IGNORECASE,
)
_OPENS_AGAIN = Pattern(
    rf"^(?:Tại )?(?P<event>{_EVENT})(?P<more>(?: [^\s,.;:()\d]+){{0,10}}?)(?:,? (?:vào |hôm |diễn ra |tổ chức )*(?:sáng |chiều )?ngày) $",
    re.IGNORECASE,
)
_EVENT_WORD = Pattern(rf"\b{_EVENT}\b", re.IGNORECASE)
_OTHER = Pattern(
    r"\b(?:trước đó|sau đó|tiếp theo|lần thứ|lần (?:[1-9]|hai|ba)|dự kiến|sẽ|lần đầu|thứ (?:nhất|hai|ba)|hàng năm|khác|đợt \d|vòng|lùi|dời|hoãn|hạn|bế mạc|kết thúc)\b",
    re.IGNORECASE,
)
_FOUNDED = Pattern(
    r"(?:hành lập|a đời)(?: và đi vào hoạt động)?(?: vào| từ| theo [^.;\d]{0,40}\d[^.;\s]{0,20}(?: ngày)?)?,? ?(?:ngày (?:\d{1,2}[/.-]){2}|tháng \d{1,2}[/.-]|năm )(?P<year>(?:19|20)\d\d)\b"
)
_FOUNDING = cues("hành lập", "a đời")
_SUBJECT = Pattern(
    r"\b(?P<body>(?:[Tt]rung tâm|[Vv]iện|[Tt]rường|[Qq]uỹ|[Cc]ông ty|[Hh]ợp tác xã|[Hh]ội|[Cc]hi cục|[Kk]hu|[Cc]âu lạc bộ|[Ll]iên hiệp|[Ss]ở|[Nn]hà máy|[Bb]an|[Tt]ổ))\b(?P<name>[^.;:\n]{0,70}?)\s(?:được |đã |chính thức |này )*$"
)
_BEHIND = Pattern(r"[^.;:\n]{0,30}?, (?:đến nay |hiện nay )?(?P<body>[A-ZĐ][^\W\d]+(?: [^\W\d]+){0,8})")
_PAPERS = Pattern(r"\b(?:Quyết định|Nghị định|Nghị quyết)\b")
_JUBILEE = Pattern(r"\b[Kk]ỷ niệm [^.;\n]{0,24}$")
_NEAR, _FAR, _DAYS, _SAME_DIGITS = 90, 1_500, 12, 250
_SHARED, _MOST, _WHOLE = 3, 60, 20_000

CASES = (
    (
        "date_conflict",
        "Ngày 12/5/2019, hội thảo về nông nghiệp được tổ chức tại Vĩnh Hà. Phát biểu tại hội thảo ngày {15/5/2019|12/5/2019}, ông Lộc nêu vai trò của doanh nghiệp.",
    ),
    (
        "date_conflict",
        "Sáng 12/5/2020, UBND tỉnh họp về đề án chuyển đổi số. Cuộc họp về đề án chuyển đổi số ngày {21/5/2020|12/5/2020} do Phó Chủ tịch chủ trì.",
    ),
    ("date_conflict", "Trung tâm được thành lập năm 1998. Kể từ khi thành lập năm {1999|1998}, Trung tâm đã có 40 cán bộ."),
    (
        "date_conflict",
        "Viện Cây ăn quả thành lập năm 1994, có 120 cán bộ. Ra đời năm {1997|1994}, Viện Cây ăn quả đã lai tạo nhiều giống.",
    ),
)


def check_told_days(case: Case) -> Iterator[Record]:
    """Events that a sentence points back to with another day, days with swapped digits in like words, and bodies founded twice."""
    days = [
        (fact, first)
        for fact, first in case.dated
        if fact.value.day and fact.value.year and fact.span.start not in case.cited_dates
    ]
    told = set[Span]()
    for place, (fact, first) in enumerate(days):
        before = _pointed(case, days[:place], (fact, first))
        if before is not None and not _holds(case, before, fact):
            told.add(fact.span)
            yield _fault(case, before, fact, "Một sự kiện ghi hai ngày")
    for (one, first), (other, second) in combinations(days[:_MOST], 2):
        if other.span not in told and one.value != other.value and _is_slip(case, (one, first), (other, second)):
            told.add(other.span)
            yield _fault(case, one, other, "Có thể cùng một việc ghi hai ngày")
    yield from _founded(case)


def _holds(case: Case, before: Fact, fact: Fact) -> bool:
    """Whether another date told the day of the event just so: then a range or two sessions are meant."""
    return case.plain[before.span.end : before.span.end + 3].strip(" \t")[:1] in ("-", "v") or before.value == fact.value


def _pointed(case: Case, days: list[tuple[Fact, date]], known: tuple[Fact, date]) -> Fact | None:
    """The day told before of the one event that a sentence points back to; None where it points to none or agrees."""
    fact, first = known
    sentence = case.sentence(fact.span)
    words = case.plain[sentence.start : fact.span.start]
    found = _AGAIN.search(words[-160:]) or _OPENS_AGAIN.match(words)
    if found is None or _OTHER.search(case.plain, *sentence):
        return None
    name = found["event"].casefold()
    extra = meaning(found["more"])
    for before, day in reversed(days):
        if fact.span.start - before.span.start > _FAR:
            return None
        told = case.sentence(before.span)
        if told.overlaps(sentence):
            continue
        text = case.plain[told.start : told.end]
        events = {event[0].casefold() for event in _EVENT_WORD.finditer(text)}
        if name not in events:
            continue
        near = abs((first - day).days) <= _DAYS or _digits(fact) == _digits(before)
        same = extra <= meaning(text) and not _OTHER.search(text)
        if len({event[0].casefold() for event in _EVENT_WORD.finditer(case.plain, told.end, sentence.start)} - {name}) > 1:
            return None
        return before if near and same and first != day else None
    return None


def _digits(fact: Fact) -> str:
    value = fact.value
    return "".join(sorted(f"{value.day:02}{value.month:02}{value.year}"))


def _is_slip(case: Case, known: tuple[Fact, date], again: tuple[Fact, date]) -> bool:
    """Whether two days have the same digits in another order, in sentences that share most of what they say."""
    (one, first), (other, second) = known, again
    if _digits(one) != _digits(other) or abs((first - second).days) > _SAME_DIGITS:
        return False
    spans = [case.sentence(fact.span) for fact in (one, other)]
    if spans[0].overlaps(spans[1]) or any(_OTHER.search(case.plain, *span) for span in spans):
        return False
    words = [
        meaning(case.plain[max(span.start, fact.span.start - _NEAR) : min(span.end, fact.span.end + 2 * _NEAR)])
        for span, fact in zip(spans, (one, other), strict=True)
    ]
    shared = len(words[0] & words[1])
    return shared >= _SHARED and 2 * shared >= min(len(word) for word in words)


def _founded(case: Case) -> Iterator[Record]:
    """One body with two years of founding: named alike, or pointed back to by its kind alone."""
    known: list[tuple[str, str, str, Span]] = []
    for found in cued(case, _FOUNDING, _FOUNDED):
        sentence = case.sentence(Span(*found.span()))
        before = case.plain[max(sentence.start, found.start() - 110) : found.start() - 1]
        subject = _SUBJECT.search(before)
        behind = None if subject else _BEHIND.match(case.plain, found.end(), sentence.end)
        body = (subject["body"] + subject["name"]) if subject else behind["body"] if behind else ""
        if _PAPERS.search(before) or _JUBILEE.search(before):
            continue
        kind = " ".join(body.split()[:1]).casefold()
        known.append((kind, body.casefold().strip(), found["year"], Span(max(sentence.start, found.start() - 40), found.end())))
    for one, other in combinations(known[:_MOST], 2):
        if (
            one[2] != other[2]
            and other[3].start - one[3].end <= (_WHOLE if len(known) == 2 else _FAR)
            and _is_one_body(one[:2], other[:2], len(known))
        ):
            note = f"Năm thành lập ghi {one[2]} ({quoted(case.words(one[3]))}) và {other[2]} ({quoted(case.words(other[3]))})."
            yield fault("date_conflict", note, [one[3], other[3]])
            return


def _is_one_body(one: tuple[str, str], other: tuple[str, str], count: int) -> bool:
    (kind, name), (again, other_name) = one, other
    if not kind or kind != again:
        return False
    if name == other_name:
        return True
    bare = len(other_name.split()) <= len(kind.split()) + 1
    return (bare and count == 2) or name.startswith(other_name + " ") or other_name.startswith(name + " ")


def _fault(case: Case, one: Fact, other: Fact, what: str) -> Record:
    spans = []
    for fact in (one, other):
        sentence = case.sentence(fact.span)
        spans.append(Span(max(sentence.start, fact.span.start - _NEAR), min(sentence.end, fact.span.end + _NEAR)))
    told = " và ".join(
        f"{written(fact.value)} ({quoted(case.words(span))})" for fact, span in zip((one, other), spans, strict=True)
    )
    return fault("date_conflict", f"{what}: {told}.", spans)
