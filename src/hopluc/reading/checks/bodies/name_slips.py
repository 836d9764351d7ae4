"""Names that slip (họ tên ghi lệch): one person with one role, told with two names that differ in one syllable.

`ông Hứa Quốc Toản làm trưởng nhóm` and, pages on, `Trưởng nhóm Hứa Quốc Tuấn`. Two names so alike may be two persons, as brothers are: so
both must stand beside the same words for a role that one has at a time, and nowhere in one sentence or in one list.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_ROLE = Pattern(
    r"(?P<deputy>phó )?(?P<role>trưởng (?:nhóm|đoàn|ban|phòng|khoa|bộ môn|trạm|thôn|bản|tiểu ban|đề án)|giám đốc|viện trưởng|hiệu trưởng|chủ tịch|bí thư|"
    r"chủ nhiệm|thư ký|cục trưởng|vụ trưởng|tổng thư ký|chủ tọa|tổ trưởng|chánh văn phòng|bộ trưởng|thứ trưởng|đại sứ|già làng|chủ trại|"
    r"người hướng dẫn|kế toán trưởng|đại diện(?=:| bên [ab]\b))\b"
)
_OTHERS = Pattern(
    r"\b(?:thay|kế nhiệm|anh trai|em trai|chị gái|em gái|anh em|hai anh|(?<!được )bổ nhiệm|bầu|nguyên|các ông|con trai|con gái)\b"
)
_FEWEST, _MOST = 3, 120
_AHEAD, _BACK = 90, 60

CASES = (
    (
        "value_conflict",
        "BÊN B: TRƯỜNG ĐẠI HỌC HÒA LẠC\nĐại diện: Bà Chử Thị Bích - Chức vụ: Hiệu trưởng\nHai bên ký Thỏa thuận.\nĐẠI DIỆN BÊN B\n{Chử Thị Bính|Chử Thị Bích}",
    ),
    (
        "value_conflict",
        "Nhóm có 5 người do Hứa Quốc Toản, sinh viên năm cuối, làm trưởng nhóm.\n\nTrưởng nhóm {Hứa Quốc Tuấn|Hứa Quốc Toản} cho biết robot sẽ biết phun thuốc.",
    ),
    (
        "value_conflict",
        "Thư ký khoa học: ThS. Giang Hữu Bằng\nHội đồng bỏ phiếu kín.\n\nTHƯ KÝ\n{ThS. Ngô Hữu Bằng|ThS. Giang Hữu Bằng}",
    ),
    (
        "value_conflict",
        "Nhóm có 5 người do Hứa Quốc Toản, sinh viên năm cuối, làm {trưởng nhóm|thủ quỹ}.\n\nTrưởng nhóm Hứa Quốc Tuấn cho biết robot sẽ biết phun thuốc.",
    ),
    (
        "value_conflict",
        "Ban gồm:\n1. Ông Hứa Quốc Toản, {Trưởng phòng|Phó Trưởng phòng} Y tế.\nTổ giúp việc gồm:\n1. Ông Hứa Quốc Tuấn, {Trưởng phòng|Phó Trưởng phòng} Y tế.",
    ),
    (
        "value_conflict",
        "Tổ trưởng: ông Hứa Quốc Toản{|, Chánh Văn phòng}.\n\nTổ họp hai lần.\n\nTổ trưởng: ông Hứa Quốc Tuấn{|, Chủ tịch Hội Nông dân}.",
    ),
)


def check_name_slips(case: Case) -> Iterator[Record]:
    """Every two names of one role that differ in one syllable, once for each pair."""
    by_name: dict[str, list[Fact]] = defaultdict(list)
    for fact in case.found.of("person"):
        if len(fact.value.name.split()) >= _FEWEST:
            by_name[fact.value.name].append(fact)
    if not 1 < len(by_name) <= _MOST:
        return
    for name, other in _alike(list(by_name)):
        pair = _of_one_role(case, by_name[name], by_name[other])
        if pair is not None:
            first, second = (quoted(case.words(span)) for span in pair)
            yield fault("value_conflict", f"Có thể một người ghi hai tên: {first} và {second}.", pair)


def _alike(names: list[str]) -> Iterator[tuple[str, str]]:
    """The names that have all syllables but one in common, in their places."""
    by_rest: dict[tuple[int, int, tuple[str, ...]], list[str]] = defaultdict(list)
    for name in names:
        syllables = name.split()
        for at in range(len(syllables)):
            by_rest[at, len(syllables), (*syllables[:at], *syllables[at + 1 :])].append(name)
    for alike in by_rest.values():
        yield from combinations(alike, 2)


def _of_one_role(case: Case, ones: list[Fact], others: list[Fact]) -> list[Span] | None:
    """The passages where both names stand beside one role, the nearest of several; None where they do not, or are told apart."""
    sentences = {case.sentence(fact.span) for fact in ones}
    if any(case.sentence(fact.span) in sentences for fact in others):
        return None
    for one in ones:
        roles = _roles(case, one)
        for other in others if roles else ():
            theirs = _roles(case, other)
            both = [[_joined(one.span, roles[role]), _joined(other.span, theirs[role])] for role in roles if role in theirs]
            if both and not _are_told_apart(roles, theirs):
                apart = any(_OTHERS.search(case.plain, *case.sentence(fact.span)) for fact in (one, other))
                return None if apart else min(both, key=lambda spans: sum(end - start for start, end in spans))
    return None


def _joined(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _roles(case: Case, fact: Fact) -> dict[str, Span]:
    """The roles of one holder told beside a name: between it and the next name in its sentence, or alone on the line above."""
    sentence = case.sentence(fact.span)
    others = [other.span for other in case.found.within("person", sentence) if other.span != fact.span]
    low = max((span.end for span in others if span.end <= fact.span.start), default=sentence.start)
    high = min((span.start for span in others if span.start >= fact.span.end), default=sentence.end)
    low, high = max(low, fact.span.start - _BACK), min(high, fact.span.end + _AHEAD)
    return {
        found["role"]: Span(*found.span())
        for span in (_line_above(case, fact), Span(low, high))
        for found in _ROLE.finditer(case.small, *span)
        if not found["deputy"]
    }


def _line_above(case: Case, fact: Fact) -> Span:
    """The line above that of a name, where it names nobody itself; empty where there is none."""
    end = case.plain.rfind("\n", 0, fact.span.start)
    if end < 0 or fact.span.start - end > _BACK:
        return Span(0, 0)
    start = max(case.plain.rfind("\n", 0, end) + 1, end - _BACK)
    line = Span(start, end)
    return Span(0, 0) if case.found.first("person", line) is not None else line


def _are_told_apart(one: dict[str, Span], other: dict[str, Span]) -> bool:
    """Whether each of two has a role that the other has not."""
    return bool(one.keys() - other.keys() and other.keys() - one.keys())
