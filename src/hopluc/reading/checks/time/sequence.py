"""Order of events (trình tự): what was set up before it acted, what was issued before it was carried out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise

from hopluc.reading.checks.acts import Act, acts_of, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_SET_UP, _FAR = "thành lập", 110
_SETS_UP = Pattern(
    rf"[^.;:\n]{{0,{_FAR}}}?\b{_SET_UP}\s+(?P<body>(?:Ban|Tổ|Hội đồng|Đoàn|Ủy ban|Trung tâm|Quỹ|Hội|Nhóm)\b[^.,;:\n(]{{0,120}})"
)
_ACTS = Pattern(r"\b(?:họp|tổ chức|ban hành|tiến hành|kiểm tra|làm việc|thông qua|thống nhất|triển khai|báo cáo)\b")
_LAUNCH = Pattern(
    r"\b(?:tổ chức|diễn ra)\s[^.;\n]{0,30}?(?:[Hh]ội nghị|[Ll]ễ|[Hh]ội thảo|buổi)\s+(?:công bố|ra mắt|khởi động|triển khai|phát động)\b[^.;\n]{0,400}"
)
_PLANNED = Pattern(r"\b(?:sẽ|dự kiến|kế hoạch|trước khi)\b")
_CARRYING_OUT = Pattern(r"(?:Thực hiện|Căn cứ|Triển khai|Thi hành|Theo)\s+(?:các\s+)?$")
_ISSUES = Pattern(r"\b(?:ban hành|có|ký|ra)\s+$")
_BODY_END = Pattern(r"\s(?:bao )?gồm\b|\sdo\b|\sđể\b")
_WHOLE_WORK = Pattern(r"(?:Chương trình|Đề án|Dự án|Kế hoạch|Đề tài|Thỏa thuận)")
_BEGINS = Pattern(
    r"\b(?:khởi công|bắt đầu|khai mạc|khởi động|khai giảng|triển khai từ|thực hiện từ)\b[^.;\n]{0,40}$", re.IGNORECASE
)
_ENDS = Pattern(r"\b(?:hoàn thành|khánh thành|bế mạc|kết thúc|nghiệm thu|bàn giao|bế giảng)\b[^.;\n]{0,30}$", re.IGNORECASE)
_STOPS = Pattern(r"[;\n]|\.\s")
_OPENING = 60
_DAYS_NEAR = 60
# A body is told to act too early within a year of its setting up; older days belong to one of the same name.
_YEAR = timedelta(days=366)
_MOST_DAYS = 200
_REACH = 3000


@dataclass(frozen=True)
class SetUp:
    """A body and the act that sets it up."""

    body: str
    act: Act
    day: date


def check_sequence(case: Case) -> Iterator[Record]:
    """Bodies that act or works that are launched before they are set up, and acts older than what they carry out."""
    acts = acts_of(case)
    yield from _before_basis(case, acts)
    yield from _ended_first(case)
    found = [_set_up(case, act, act.first) for act in acts if act.day and act.day.day and act.first]
    for set_up in [known for known in found if known]:
        before = (fact for fact in case.dates if _is_shortly_before(fact, set_up.day))
        for fact in islice(before, _MOST_DAYS):
            passage = _acted(case, set_up, fact)
            if passage is not None:
                yield _fault(case, set_up, fact, passage)
                break


def _is_shortly_before(fact: Fact, day: date) -> bool:
    first: date | None = fact.value.first
    return fact.value.day is not None and first is not None and timedelta(0) < day - first <= _YEAR


def _set_up(case: Case, act: Act, day: date) -> SetUp | None:
    end = act.citation.span.end
    if case.plain.find(_SET_UP, end, end + _FAR + len(_SET_UP)) < 0:
        return None
    found = _SETS_UP.match(case.plain, end)
    return SetUp(_BODY_END.split(found["body"])[0].strip(), act, day) if found else None


def _acted(case: Case, set_up: SetUp, fact: Fact) -> Span | None:
    """The words that say the body acted, or its work was launched, on that day; None where they do not."""
    if fact.span.start in case.cited_dates:
        return None
    sentence = case.sentence(fact.span)
    words = case.plain[sentence.start : sentence.end]
    if _PLANNED.search(words):
        return None
    name = " ".join(set_up.body.split()[:3])
    actor = re.search(rf"^(?:[^.;\n]{{0,40}}?,\s*)?{re.escape(name)}\b[^.;\n,]{{0,120}}?{_ACTS.pattern}", words)
    if actor:
        return Span(sentence.start, sentence.start + actor.end())
    launch = _LAUNCH.search(words)
    near = (set_up.day - fact.value.first).days <= _DAYS_NEAR
    after = 0 < fact.span.start - set_up.act.citation.span.end <= _REACH
    if launch and near and after and _shares_work(set_up.body, launch[0]):
        return Span(min(sentence.start, fact.span.start), sentence.start + launch.start() + 60)
    return None


def _shares_work(body: str, words: str) -> bool:
    return any(found.casefold() in words.casefold() for found in _WHOLE_WORK.findall(body))


def _fault(case: Case, set_up: SetUp, fact: Fact, passage: Span) -> Record:
    act = set_up.act
    assert act.day is not None
    note = (
        f"{quoted(case.words(passage))} diễn ra ngày {written(fact.value)}, trước ngày {written(act.day)} "
        f"có {act.name} thành lập {set_up.body}."
    )
    return fault("sequence", note, [passage, act.passage])


def _before_basis(case: Case, acts: list[Act]) -> Iterator[Record]:
    """`Thực hiện <act>, … ban hành <act>` where the second is older than the first."""
    for basis, result in pairwise(acts):
        if not basis.first or not result.first or basis.first <= result.first or result.key == basis.key:
            continue
        between = Span(basis.citation.span.end, result.citation.span.start)
        before = case.plain[max(0, basis.citation.span.start - 24) : basis.citation.span.start]
        if between.end - between.start > 500 or not _CARRYING_OUT.search(before):
            continue
        words = case.plain[between.start : between.end]
        if _ISSUES.search(words) and not re.search(r"[;\n]|\.\s", words):
            assert basis.day is not None
            assert result.day is not None
            note = (
                f"{result.name} (ngày {written(result.day)}) có trước {basis.name} (ngày {written(basis.day)}) mà nó thực hiện."
            )
            yield fault("sequence", note, [basis.passage, result.passage])


def _ended_first(case: Case) -> Iterator[Record]:
    """Works that end before they begin: `khởi công ngày …, hoàn thành ngày …` with the second day the earlier."""
    for (first, begun), (last, ended) in pairwise(case.dated):
        if begun <= last.value.last or last.span.start - first.span.end > _FAR:
            continue
        between = case.plain[first.span.end : last.span.start]
        opening = case.plain[max(0, first.span.start - _OPENING) : first.span.start]
        if ended < begun and _ENDS.search(between) and _BEGINS.search(opening) and not _STOPS.search(between):
            span = Span(first.span.start, last.span.end)
            note = (
                f"Kết thúc ngày {written(last.value)}, trước ngày bắt đầu {written(first.value)}: {quoted(case.words(span))}."
            )
            yield fault("sequence", note, [span])
