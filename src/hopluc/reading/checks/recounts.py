"""Recounts (nhắc lại số liệu): one count that a document gives twice in other words, known by what is counted and by what is said of it.

`tổ chức 24 lớp tập huấn` and later `với 26 lớp tập huấn được tổ chức`: the same noun phrase, and the second clause says nothing the
first does not. Digits in another order (`320`, `302`) need less of this, for they are how such a slip is made.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import decimal
from hopluc.reading.checks.retellings import Telling, may_be_one, meaning, retold, tellings_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# The words that go on with the counted noun, up to the first that begins something else.
_PHRASE = Pattern(
    r"\s(?:[^\W\d_]+\s){0,1}(?:(?!(?:của|tại|cho|trong|được|với|do|ở|về|từ|đã|đang|sẽ|và|có|là|đạt|trên|đến|vào|theo|này|đều|đăng|dự|tham|mà|để|đi)\b)[^\W\d_]+\s?){0,4}"
)
# What is told beside a figure to compare it or to add to it is no second telling.
_COMPARES = Pattern(
    r"\b(?:thêm|nữa|tăng|giảm|so với|còn lại|mỗi|bình quân|trung bình|cùng kỳ|năm trước|vượt|trong đó|trong số|ngoài ra|khác|tiếp theo|lũy kế|lên tới)\b",
    re.IGNORECASE,
)
# How a sentence takes up what was told before.
_TAKES_UP = Pattern(
    r"\b(?:[Vv]ới|[Cc]ả|[Tt]oàn bộ|[Tt]ất cả|[Tt]rong số|[Tt]rong tổng số|[Ss]au khi|[Nn]hư vậy|nói trên|nêu trên|vừa qua|kể trên|lại nêu|lại ghi|trước|Ban Giám khảo)\b"
)
_NEAR = 2
_MOST = 40
_FEWEST_OF_PHRASE = 3
_MOSTLY = 0.5
_MANY_SHARED = 4
# `cả ba xã` may be three of many; from here on all are meant.
_NOT_FEW = 10
_ALL_OF = Pattern(r"\b(?:[Cc]ả|[Tt]oàn bộ|[Tt]ất cả) $")
_MEASURE = Pattern(
    r"\b[Tt][ỷỉ] lệ (?P<what>[^.;:\d%\n]{8,90}?)(?:\s(?:đạt|là|còn|chiếm|đã|ước|lên|:)){1,3}\s(?P<value>\d{1,3}(?:,\d{1,2})?)\s?%"
)
_IN_ALL = Pattern(r"\b[Tt]ổng (?:kinh phí|mức đầu tư|vốn|dự toán|số tiền|giá trị)\b")
_FEWEST_OF_MEASURE = 4
_FEWEST_DIGITS = 2


def check_recounts(case: Case) -> Iterator[Record]:
    """Every count told twice with two values, once for each pair that no stricter check has named."""
    told = {frozenset(record.evidence) for record in case.view(retold)}
    by_noun: dict[str, list[Telling]] = defaultdict(list)
    for telling in case.view(tellings_of):
        by_noun[telling.unit if telling.fact.kind == "money" else telling.unit.split()[0].casefold()].append(telling)
    for alike in by_noun.values():
        for first, second in combinations(alike[:_MOST], 2):
            if not _may_differ(first, second) or not may_be_one(first, second) or not _is_recount(first, second):
                continue
            evidence = frozenset((first.claim.clause, second.claim.clause))
            if evidence not in told:
                told.add(evidence)
                yield _fault(case, first, second)


def check_rates(case: Case) -> Iterator[Record]:
    """Rates told twice with two values: `tỷ lệ hộ dùng nước sạch của xã đạt 92%`, and later another percentage."""
    known: dict[frozenset[str], tuple[str, Telling]] = {}
    for found in _MEASURE.finditer(case.plain) if "%" in case.plain else ():
        fact = next(case.found.within("quantity", Span(found.start("value"), found.end() + 1)), None)
        what = meaning(found["what"])
        if fact is None or len(what) < _FEWEST_OF_MEASURE or _COMPARES.search(found[0]):
            continue
        telling = Telling(case, fact, decimal(found["value"]), "%", what)
        said, before = known.setdefault(what, (found["value"], telling))
        if said != found["value"] and may_be_one(before, telling) and before.states == telling.states:
            yield _fault(case, before, telling)


def _may_differ(first: Telling, second: Telling) -> bool:
    """Whether two values are so near, or so alike in their digits, that one may be a slip of the other."""
    if first.value == second.value:
        return False
    swapped = first.digits == second.digits
    return swapped or (first.fact.kind != "money" and _is_close(first, second))


def _is_close(first: Telling, second: Telling) -> bool:
    return max(first.value, second.value) * 4 <= 5 * min(first.value, second.value)


def _is_recount(first: Telling, second: Telling) -> bool:
    if _is_compared(first) or _is_compared(second):
        return False
    one, other = _phrase(first), _phrase(second)
    swapped = first.digits == second.digits and len(set(first.digits.replace("0", ""))) > 1
    if not (one <= other or other <= one):
        return swapped and bool(one & other) and _resumes(first, second) and len(first.digits) >= _FEWEST_DIGITS
    rests = [telling.words - one - other for telling in (first, second)]
    likeness = Likeness(len(one & other), len(rests[0] & rests[1]), min(map(len, rests)))
    if first.fact.kind == "money":
        return swapped and first.states == second.states and _is_one_sum(first, second, likeness)
    return (swapped and _is_swapped(first, second, likeness)) or _is_retold(first, second, likeness)


@dataclass(frozen=True)
class Likeness:
    """How many words two clauses share: of the counted noun phrase, of the rest, and how many the shorter rest has."""

    phrase: int
    shared: int
    fewer: int

    @property
    def within(self) -> bool:
        """Whether the shorter clause says little that the other does not."""
        return self.shared >= _MOSTLY * self.fewer


def _is_one_sum(first: Telling, second: Telling, likeness: Likeness) -> bool:
    in_all = all(_IN_ALL.search(one.case.plain, one.claim.clause.start, one.claim.clause.end) for one in (first, second))
    return in_all or (likeness.shared >= _MANY_SHARED and likeness.within)


def _is_swapped(first: Telling, second: Telling, likeness: Likeness) -> bool:
    """Whether counts with their digits in another order are one."""
    if max(first.value, second.value) > 2 * min(first.value, second.value):
        return likeness.shared >= _MANY_SHARED and likeness.within
    return likeness.phrase >= _NEAR and (likeness.shared > 0 or _resumes(first, second))


def _is_retold(first: Telling, second: Telling, likeness: Likeness) -> bool:
    """Whether counts near each other are one: of the same things, with little said of one that is not said of the other."""
    if first.states != second.states or not _is_close(first, second) or likeness.phrase < _NEAR:
        return False
    if _is_of_all(first, second) and min(first.value, second.value) >= _NOT_FEW:
        return True
    resumes, shares = _resumes(first, second), likeness.shared > 0
    many = likeness.phrase >= _FEWEST_OF_PHRASE
    return likeness.within and ((many and (shares or resumes)) or (shares and resumes))


def _is_of_all(first: Telling, second: Telling) -> bool:
    """Whether the later of two figures is told of all there are: `cả 44 biên chế`."""
    later = max(first, second, key=lambda telling: telling.fact.span.start)
    return _ALL_OF.search(later.case.plain, max(0, later.fact.span.start - 10), later.fact.span.start) is not None


def _is_compared(telling: Telling) -> bool:
    """Whether the words right about a figure compare it or add it to another."""
    start, end = telling.fact.span
    clause = telling.claim.clause
    return _COMPARES.search(telling.case.plain, max(clause.start, start - 30), min(clause.end, end + 14)) is not None


def _phrase(telling: Telling) -> frozenset[str]:
    """The words of the counted noun phrase."""
    found = _PHRASE.match(telling.case.plain, telling.fact.span.end)
    return meaning(telling.unit + (found[0] if found else ""))


def _resumes(first: Telling, second: Telling) -> bool:
    """Whether the later of two sentences takes up what was told, right before its figure."""
    later = max(first, second, key=lambda telling: telling.fact.span.start)
    sentence = later.case.sentence(later.fact.span)
    return _TAKES_UP.search(later.case.plain, sentence.start, later.fact.span.start) is not None


def _fault(case: Case, first: Telling, second: Telling) -> Record:
    one, two = (f"{shown(told.value)} {told.unit} ({quoted(case.words(told.claim.clause))})" for told in (first, second))
    return fault("value_conflict", f"Có thể cùng một nội dung ghi {one} và {two}.", [first.claim.clause, second.claim.clause])
