"""What two documents name alike (việc nêu ở hai văn bản): one event, task or deed with two days, places or leads, one person with two posts.

Both have to name it: an event or a task by the same words, a deed by the name of what it is done to. A day that was planned and
another on which it came to be are no conflict, nor are posts told in two years.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hopluc.reading.checks.acts import Act, acts_of, parsed, same_subject
from hopluc.reading.checks.bodies.posts import is_other_post, posts_of
from hopluc.reading.checks.bodies.told_roles import are_others, holders_of
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.retold.told_across import QUOTED, phrases, proper, settings
from hopluc.reading.checks.time.happenings import Happening, differ, happenings
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import WORD, Pattern
from hopluc.vietnamese import fold

_DIGIT = Pattern(r"\d")
# "…, trước ngày 15/4/2022": of a task no word of what it is.
_DUE = Pattern(r",? (?:xong |hoàn thành )?(?:trước|chậm nhất|trong) (?:ngày|tháng|quý|năm)? ?[\dIVX/.-]+.*$")
_PLACE = Pattern(r"\bĐịa điểm(?: tổ chức)?\s?: ?([^.;\n]{4,120})")
_SITS = Pattern(r"\b(?:nghiệm thu|họp|xét chọn|thẩm định|đánh giá)\b")
_COME_TRUE = {"planned", "held"}
_HEAD = Pattern(r"\b[Cc]hủ nhiệm\b")
_NEAR_DAYS, _FEW, _SOME, _MANY = 60, 2, 4, 10
_MOSTLY, _HALF, _ALIKE = 0.75, 0.5, 0.6
_MOST, _REACH = 120, 60


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages of two documents that do not agree, with what they are about."""

    subtype: str
    what: str
    here: Span
    there: Span


def named_across(case: Case, other: Case) -> Iterator[Pair]:
    """What two documents name alike and tell otherwise."""
    for told in (_events, _sittings, _tasks, _deeds, _posts, _heads, _roles, _numbers):
        yield from told(case, other)


def _events(case: Case, other: Case) -> Iterator[Pair]:
    """One event with two days, or on one day in two places."""
    known: dict[frozenset[str], list[Record]] = defaultdict(list)
    for record in other.found.records("event")[:_MOST]:
        known[_name(record.value.name)].append(record)
    for record in case.found.records("event")[:_MOST]:
        name = _name(record.value.name)
        for same in known.get(name, ()) if len(name) >= _SOME and record.evidence else ():
            differs = _event_differs(case, record, other, same, _days(other, known[name]))
            if differs is not None and same.evidence:
                yield Pair(*differs, record.evidence[0], same.evidence[0])
                break


def _days(case: Case, told: Sequence[Record]) -> set[date]:
    """Every day that stands in the sentences that tell of an event."""
    sentences = [case.sentence(span) for record in told for span in record.evidence]
    here = {first for fact, first in case.dated for sentence in sentences if sentence.contains(fact.span)}
    return here | {day for record in told if (day := _day(record.value.date))}


def _event_differs(case: Case, record: Record, other: Case, same: Record, days: Collection[date]) -> tuple[str, str] | None:
    """How one event is told otherwise: on another day than any told of it there, or on the same day in another place."""
    first, second = _day(record.value.date), _day(same.value.date)
    if first and second and first not in days and second not in _days(case, [record]):
        near = abs((first - second).days) <= _NEAR_DAYS and {record.value.status, same.value.status} != _COME_TRUE
        return ("date_conflict", "Một sự kiện ghi hai ngày") if near else None
    if first and first == second and _are_two(_place(case, record), _place(other, same)):
        return "value_conflict", "Một sự kiện ghi hai địa điểm"
    return None


def _name(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(fold(name))) - {"buoi", "cuoc", "le", "duoc", "to", "chuc", "dien", "ra"}


def _day(iso: str | None) -> date | None:
    day = parsed(iso)
    return day.first if day is not None and day.day is not None else None


def _place(case: Case, record: Record) -> str:
    """Where an event is held: as its record tells, or the one place that its paper gives under that word."""
    labelled = _PLACE.findall(case.plain)
    return record.value.place or (labelled[0] if len(labelled) == 1 else "")


def _are_two(one: str, other: str) -> bool:
    """Whether two places are named with no word in common but those of every place."""
    common = frozenset("tinh thanh pho huyen xa tai nha trung tam hoi nghi truong phong so uy ban nhan dan ubnd tru".split())
    words = [frozenset(WORD.findall(fold(place))) for place in (one, other)]
    own = [known - common for known in words]
    return bool(own[0] and own[1] and not own[0] & own[1] and not words[0] <= words[1] and not words[1] <= words[0])


def _tasks(case: Case, other: Case) -> Iterator[Pair]:
    """One task with two leads, or of one lead with two days by which it is due."""
    mine, theirs = _named_tasks(case), _named_tasks(other)
    if not settings(case).names & settings(other).names:
        return
    for record, title in mine:
        for same, words in theirs:
            one, two, here, there = record.value, same.value, record.evidence[0], same.evidence[0]
            if title == words and one.lead and two.lead and _are_two_bodies(one.lead, two.lead):
                yield Pair("value_conflict", "Một nhiệm vụ ghi hai nơi chủ trì", here, there)
            first, second = _day(one.until), _day(two.until)
            if first and second and first != second and abs((first - second).days) <= _NEAR_DAYS and _is_within(title, words):
                yield Pair("date_conflict", "Một nhiệm vụ ghi hai thời hạn", here, there)


def _named_tasks(case: Case) -> list[tuple[Record, frozenset[str]]]:
    """The tasks of a document whose titles say enough, with the words of these without the lead."""
    return case.view(_tasks_of)


def _tasks_of(case: Case) -> list[tuple[Record, frozenset[str]]]:
    found = []
    for record in case.found.records("task")[:_MOST]:
        title = _DUE.sub("", record.value.title)
        bodies = " ".join(fact.quote for span in record.evidence[:1] for fact in case.found.within("organisation", span))
        words = (frozenset(WORD.findall(title.casefold())) - EMPTY) - frozenset(WORD.findall(bodies.casefold()))
        if len(words) >= _SOME and record.evidence:
            found.append((record, words))
    return found


def _is_within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter of two titles is all in the longer, which says little more."""
    short, long = sorted((one, other), key=len)
    return short <= long and len(short) >= _HALF * len(long)


def _are_two_bodies(one: str, other: str) -> bool:
    first, second = fold(one), fold(other)
    return first not in second and second not in first


def _deeds(case: Case, other: Case) -> Iterator[Pair]:
    """One beginning, opening, founding or deadline of one named thing with two dates."""
    for one in happenings(case)[:_MOST]:
        for two in happenings(other)[:_MOST]:
            if one.deed == two.deed and differ(one.moment, two.moment) and _are_of_one(one, two):
                yield Pair("date_conflict", "Một việc ghi hai thời điểm", one.passage, two.passage)
                break


def _are_of_one(one: Happening, other: Happening) -> bool:
    """Whether two happenings are of one thing: a name is told with both, and most words of the terser."""
    named = [
        proper(told.case.plain[told.sentence.start : told.sentence.end]) or settings(told.case).names for told in (one, other)
    ]
    arounds = [told.around | settings(told.case).words for told in (one, other)]
    if not named[0] & named[1] or not (one.names <= arounds[1] and other.names <= arounds[0]):
        return False
    told = [(mine.words, that.around) for mine, that in ((one, other), (other, one)) if mine.words]
    words, around = min(told, key=lambda known: len(known[0]), default=(frozenset(), frozenset()))
    return len(words & around) >= max(_FEW, _MOSTLY * len(words))


def _posts(case: Case, other: Case) -> Iterator[Pair]:
    """One person told as the head and as the deputy of one body, by papers of one year."""
    years = settings(case).years, settings(other).years
    if not years[0] & years[1]:
        return
    known = posts_of(other)
    told = set[str]()
    for one in posts_of(case):
        for two in known:
            same = fold(one.name) == fold(two.name) and one.of == two.of and len(one.of) > 1
            if same and is_other_post(one, two) and one.name not in told:
                told.add(one.name)
                yield Pair("value_conflict", f"{one.name} được ghi hai chức vụ", one.span, two.span)


def _heads(case: Case, other: Case) -> Iterator[Pair]:
    """One titled work with two heads."""
    mine, theirs = case.view(_heads_of), other.view(_heads_of)
    for title in mine.keys() & theirs.keys():
        one, two = mine[title], theirs[title]
        if _are_two_bodies(one.value.name, two.value.name):
            yield Pair("value_conflict", "Một đề tài, dự án ghi hai chủ nhiệm", one.span, two.span)


def _heads_of(case: Case) -> dict[str, Fact]:
    """Whom a document tells to head each work with a title in quotation marks."""
    heads: dict[str, Fact] = {}
    titles = sorted(settings(case).quotes)
    for found in _HEAD.finditer(case.plain):
        sentence = case.sentence(Span(*found.span()))
        here = [title.casefold() for title in QUOTED.findall(case.plain, *sentence)] or titles
        near = Span(max(sentence.start, found.start() - _REACH), min(sentence.end, found.end() + _REACH))
        people = sorted(case.found.within("person", near), key=lambda fact: _gap(fact.span, found.start(), found.end()))
        if len(here) == 1 and people:
            heads.setdefault(here[0], people[0])
    return heads


def _gap(span: Span, start: int, end: int) -> int:
    return span.start - end if span.start >= end else start - span.end


def _roles(case: Case, other: Case) -> Iterator[Pair]:
    """One named work with two bodies or persons in one role."""
    theirs = holders_of(other)
    for key, mine in holders_of(case).items():
        for one in mine if len(mine) == 1 == len(theirs.get(key, ())) else ():
            two = theirs[key][0]
            if are_others(one, two) and _phrases(case, one.span) & _phrases(other, two.span):
                yield Pair("value_conflict", "Một vai trò ghi hai nơi khác nhau", one.span, two.span)


def _phrases(case: Case, span: Span) -> frozenset[tuple[str, ...]]:
    sentence = case.sentence(span)
    return phrases(case.plain[sentence.start : sentence.end]) | settings(case).phrases


def _sittings(case: Case, other: Case) -> Iterator[Pair]:
    """The day on which a titled work was judged, told twice."""
    mine, theirs = case.view(_sittings_of), other.view(_sittings_of)
    for title in mine.keys() & theirs.keys():
        one, two = mine[title], theirs[title]
        days = [{first for _, first in told} for told in (one, two)]
        if len(days[0]) == len(days[1]) == 1 and days[0] != days[1]:
            yield Pair(
                "date_conflict", "Một buổi họp ghi hai ngày", case.sentence(one[0][0].span), other.sentence(two[0][0].span)
            )


def _sittings_of(case: Case) -> dict[str, list[tuple[Fact, date]]]:
    """The days of the meetings that judged each work with a title in quotation marks."""
    sittings: dict[str, list[tuple[Fact, date]]] = defaultdict(list)
    titles = sorted(settings(case).quotes)
    for fact, first in case.dated:
        sentence = case.sentence(fact.span)
        here = [title.casefold() for title in QUOTED.findall(case.plain, *sentence)] or titles
        if fact.value.day and len(here) == 1 and _SITS.search(case.plain, *sentence):
            sittings[here[0]].append((fact, first))
    return sittings


def _numbers(case: Case, other: Case) -> Iterator[Pair]:
    """One act with two numbers: one day, one kind, one issuer and subject, and digits that are swapped or one of them changed."""
    mine, theirs = acts_of(case), acts_of(other)
    known = [{act.key for act in acts} for acts in (mine, theirs)]
    for act in mine:
        for two in theirs:
            if act.key in known[1] or two.key in known[0] or act.day is None or act.day != two.day or act.day.day is None:
                continue
            if _is_slip(act, two) and _is_one_subject(act, two):
                yield Pair("value_conflict", "Một văn bản ghi hai số", act.passage, two.passage)
                break


def _is_one_subject(one: Act, other: Act) -> bool:
    shared, fewer = len(one.subject & other.subject), min(len(one.subject), len(other.subject))
    return same_subject(one.subject, other.subject) or (shared >= _MANY and shared >= _ALIKE * fewer)


def _is_slip(one: Act, other: Act) -> bool:
    first, second = (_DIGIT.findall(act.key) for act in (one, other))
    if _DIGIT.sub("", one.key) != _DIGIT.sub("", other.key) or len(first) != len(second):
        return False
    return sorted(first) == sorted(second) or sum(a != b for a, b in zip(first, second, strict=True)) == 1
