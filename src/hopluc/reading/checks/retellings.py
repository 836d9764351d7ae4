"""Retellings (số liệu nhắc lại bằng lời khác): a figure told a second time in other words, or with its digits in another order.

`Số hộ trồng chè theo quy trình mới: 421 hộ` says again what `có 412 hộ trồng chè theo quy trình mới` says. Such a sentence names
what it counts between `số` and the figure, so it is known what to look for. Years, names and states (`đang`, `dự kiến`) must agree.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import Claim, claim_of, figures, is_one, is_particular
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import head, is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

# "số lao động có việc làm mới từ các dự án là", "Diện tích đất đề nghị bố trí:", right before the figure.
_TOLD_AS = Pattern(
    r"\b(?:[Tt]ổng số|[Ss]ố lượng|[Ss]ố|[Tt]ổng|[Dd]iện tích|[Kk]inh phí|[Gg]iá trị|[Ss]ản lượng|[Dd]oanh thu|[Tt]ỷ lệ) "
    r"(?P<what>[^.;:\n]{6,110}?)\s*(?:\blà|:|\bđạt|\bgồm)\s*$"
)
# Words by which a text points to another place where the figure stands.
_ELSEWHERE = Pattern(
    r"\b(?:[Tt]heo|[Tt]ại|[Tt]rong) (?:báo cáo|phụ lục|biểu|bảng|bản tin|thống kê|số liệu|biên bản|tờ trình|kết quả|phần)\b|Ghi chú"
)
_STATE = Pattern(
    r"\b(?:đang|chưa|mở mới|hoàn thành|nghiệm thu|dừng|chuyển tiếp|còn lại|dự kiến|kế hoạch|phấn đấu|mục tiêu|chỉ tiêu|sẽ|mỗi|bình quân|lũy kế)\b"
)
_PLANS = frozenset(("dự kiến", "kế hoạch", "phấn đấu", "mục tiêu", "chỉ tiêu", "sẽ"))
_MARK = Pattern(
    r"\b(?:thứ (?:nhất|hai|ba|tư|năm|sáu)|(?:đợt|giai đoạn|vòng|lần|khóa|quý|tuần|hợp phần|nhóm) (?:thứ )?(?:[1-9]\b|[IVX]{1,4}\b|một\b|hai\b|ba\b)"
    r"|vụ (?:xuân|hè|mùa|đông|thu)[^\W\d]*|(?:6|9|sáu|chín) tháng|tháng \d{1,2}\b)",
    re.IGNORECASE,
)
# Of those counted some only: `38 hộ … đã thoát nghèo`; `cả 38 hộ` are all.
_ALL_OF = Pattern(r"\b(?:[Cc]ả|[Tt]oàn bộ|[Tt]ất cả)\b")
_IN_ALL = Pattern(r"\b[Tt]ổng(?: số)?\b")
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_WORD = Pattern(r"[^\W_]+")
_EMPTY = frozenset(
    "và với của cho về tại các những trong theo giữa nhằm để từ do bởi là có được đã số tổng diện tích kinh phí giá trị cũng này năm tháng ngày quý "
    "giai đoạn trên địa bàn đến nay người một gồm đạt hơn gần khoảng cùng đề nghị".split()
)
_KINDS = frozenset(
    "bộ sở viện ubnd hđnd ủy ban nhân dân thành phố tỉnh trường đại học trung tâm hợp đồng chương trình kế hoạch đề án theo i ii iii iv".split()
)
_BACK = 140
_FEWEST_SHARED, _MANY_SHARED = 2, 4
# A figure that is many times another is no slip of it.
_MOST_TIMES = 2
_MOST_SWAPPED = 5
_MOST, _FEW, _FEW_FIGURES = 60, 12, 4
# How much of the shorter clause the longer one must have, where the digits are the same.
_MOST_SHARED = 0.7
# Numbers of more digits than this are seldom made of the same ones by chance, so less needs to be shared.
_SHORT, _SOME_SHARED = 2, 0.35


@dataclass(frozen=True)
class Telling:
    """A figure in its place; `what` the words that say what it counts, where the sentence sets them before it."""

    case: Case
    fact: Fact
    value: Decimal
    unit: str
    what: frozenset[str]

    @cached_property
    def noun(self) -> str:
        """The noun it counts."""
        return head(self.unit) or ""

    @cached_property
    def claim(self) -> Claim:
        """The clause that states it."""
        return claim_of(self.case, self.fact, self.value, self.unit)

    @cached_property
    def digits(self) -> str:
        """The digits of the figure in order of size, by which numbers written in another order are known."""
        return "".join(sorted(c for c in self.fact.quote if c.isdigit()))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its clause that carry meaning, its own unit among them."""
        return meaning(self.case.plain[self.claim.clause.start : self.claim.clause.end])

    @cached_property
    def sentence(self) -> str:
        """The sentence about it."""
        span = self.case.sentence(self.fact.span)
        return self.case.plain[span.start : span.end]

    @cached_property
    def years(self) -> frozenset[str]:
        """The years its sentence names."""
        return frozenset(_YEAR.findall(self.sentence))

    @cached_property
    def states(self) -> frozenset[str]:
        """The states its sentence tells of: planned, under way, done."""
        return frozenset("sẽ" if state in _PLANS else state for state in _STATE.findall(self.sentence.lower()))

    @cached_property
    def marks(self) -> frozenset[str]:
        """What tells one of several like things apart: `đợt 2`, `thứ ba`, `vụ mùa`."""
        return frozenset(mark.casefold() for mark in _MARK.findall(self.sentence))

    @cached_property
    def names(self) -> frozenset[str]:
        """The proper names of its clause, without words for kinds of bodies."""
        clause = self.case.plain[self.claim.clause.start : self.claim.clause.end]
        named = [word for word in _WORD.findall(clause)[1:] if word[0].isupper()]
        return frozenset(word.casefold() for word in named) - _KINDS


def check_retellings(case: Case) -> Iterator[Record]:
    """Every figure told twice in different words with two values, once for each pair."""
    yield from case.view(retold)


def tellings_of(case: Case) -> list[Telling]:
    """Every figure above one that is no share, in its place."""
    return [Telling(case, *figure, _what(case, figure[0])) for figure in figures(case) if figure[1] > 1 and figure[2] != "%"]


def retold(case: Case) -> list[Record]:
    """The findings of `check_retellings`, made once."""
    return list(_retold(case))


def _retold(case: Case) -> Iterator[Record]:
    tellings = case.view(tellings_of)
    told = set[frozenset[Span]]()
    for telling, other in (*_told_apart(tellings), *_swapped(tellings)):
        pair = frozenset((telling.fact.span, other.fact.span))
        if pair not in told and may_be_one(telling, other):
            told.add(pair)
            yield _fault(case, *sorted((telling, other), key=lambda one: one.fact.span))


def _told_apart(tellings: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Sentences that say what they count, each with the first figure of the same noun, or of the noun they name, that may be it."""
    by_noun: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_noun[telling.noun].append(telling)
    for telling in [known for known in tellings if known.what][:_MOST]:
        nouns = [noun for noun in by_noun if noun == telling.noun or (noun and set(noun.split()) <= telling.what)]
        others = (other for noun in nouns for other in by_noun[noun][:_MOST])
        found = next((other for other in others if may_be_one(telling, other) and _is_told_again(telling, other)), None)
        if found is not None:
            yield telling, found


def _swapped(tellings: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Figures of one noun with the same digits in another order, in clauses that share most of their words."""
    by_digits: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    nouns = Counter(telling.noun for telling in tellings)
    units = Counter(telling.unit.casefold() for telling in tellings)
    for telling in tellings:
        if nouns[telling.noun] > 1 and not telling.what and len(telling.digits) > 1:
            by_digits[telling.noun, telling.digits].append(telling)
    for alike in by_digits.values():
        for telling, other in combinations(alike[:_FEW], 2) if len({telling.value for telling in alike}) > 1 else ():
            fewer = min(len(telling.words), len(other.words))
            same = telling.years == other.years and telling.names == other.names and telling.states == other.states
            shared = len(telling.words & other.words)
            close = fewer >= _MANY_SHARED and shared >= _MOST_SHARED * fewer and is_particular(telling.case, telling.claim)
            long = len(telling.digits.replace("0", "")) > 1 and len(telling.digits) > _SHORT and telling.unit != "%"
            rare = (
                long and units[telling.unit.casefold()] <= _FEW_FIGURES and " " in telling.unit and telling.unit == other.unit
            )
            if same and (close or rare or (long and shared >= max(_MANY_SHARED, _SOME_SHARED * fewer))):
                yield telling, other


def _what(case: Case, fact: Fact) -> frozenset[str]:
    """The words that a sentence sets before the figure to say what it counts; empty where it does not."""
    start = fact.span.start
    before = case.plain[max(0, start - _BACK) : start]
    if not before.rstrip().endswith((":", " là", " đạt", " gồm")):
        return frozenset()
    found = _TOLD_AS.search(before.rpartition("\n")[2])
    return meaning(found["what"]) if found else frozenset()


def meaning(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, without numbers."""
    return frozenset(word for word in _WORD.findall(text.casefold()) if word not in _EMPTY and not word.isdigit())


def may_be_one(telling: Telling, other: Telling) -> bool:
    """Whether two figures may be meant for one: they differ, not by far, and no year or name tells them apart."""
    more, less = max(telling.value, other.value), min(telling.value, other.value)
    times = _MOST_SWAPPED if telling.digits == other.digits and telling.noun == other.noun else _MOST_TIMES
    if other is telling or more == less or more > times * less or telling.sentence == other.sentence:
        return False
    if any(is_hedged(one.case.plain, one.fact.span.start) for one in (telling, other)):
        return False
    if telling.claim.key == other.claim.key and is_one(telling.claim, other.claim):
        return False  # told word for word, which is looked at by itself
    if _are_told_apart(telling.marks, other.marks) or (telling.years and other.years and not telling.years & other.years):
        return False
    return telling.names <= other.words or other.names <= telling.words


def _are_told_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether marks say that two things are meant: both are marked differently, or one is called the second or third."""
    return bool(one and other and not one & other) or any(mark.startswith("thứ ") for mark in one ^ other)


def _is_told_again(telling: Telling, other: Telling) -> bool:
    """Whether the other clause has the words by which this one says what it counts."""
    swapped = len(telling.digits) > 1 and telling.digits == other.digits
    what = telling.what - meaning(f"{telling.unit} {other.unit}")
    shared = what & other.words
    alike = telling.states == other.states and telling.unit != "%"
    if len(shared) < _FEWEST_SHARED or not (swapped or alike):
        return False
    in_all = _IN_ALL.search(telling.sentence) is not None and _IN_ALL.search(other.sentence) is not None
    pointed = _ELSEWHERE.search(telling.sentence) is not None
    more = len(other.words - meaning(telling.sentence)) >= _FEWEST_SHARED and not _ALL_OF.search(other.sentence)
    if other.value < telling.value and more and not (swapped or in_all or pointed):
        return False
    if swapped or in_all or pointed:
        return 2 * len(shared) >= len(what)
    if telling.years != other.years or telling.unit != other.unit:
        return False
    near = 4 * max(telling.value, other.value) <= 5 * min(telling.value, other.value)
    many = len(shared) >= _MANY_SHARED and 5 * len(shared) >= 4 * len(what)
    return many or (near and len(shared) > _FEWEST_SHARED and 4 * len(shared) >= 3 * len(what))


def _fault(case: Case, first: Telling, second: Telling) -> Record:
    one, two = (f"{shown(told.value)} {told.unit}" for told in (first, second))
    note = f"Có thể cùng một nội dung ghi {one} ({quoted(case.words(first.claim.clause))}) và {two} ({quoted(case.words(second.claim.clause))})."
    return fault("value_conflict", note, [first.claim.clause, second.claim.clause])
