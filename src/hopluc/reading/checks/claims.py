"""Claims (số liệu được nhắc lại): one statement told twice with two figures, within a document or across documents.

Two clauses tell the same when they share nearly all their words, one figure apart. Names, years and every other number must
agree: a form filled in for two districts or two years is no contradiction.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import CAPITAL, YEAR, Pattern
from hopluc.reading.records.figures import crowded
from hopluc.vietnamese import fold

ClaimKey = tuple[str, frozenset[str]]

_WORD = Pattern(r"[^\W_]+(?:[./][^\W_]+)*")
_PLAIN_WORD = Pattern(r"[A-Za-z0-9]+(?:[./][A-Za-z0-9]+)*")  # the same where all letters are plain, twice as fast
_NAME = Pattern(rf"{CAPITAL}(?<=\W.)[^\W_]*")
_NUMBER = Pattern(r"[\d.,]*\d")
_OPENING = 90
_REVIEWED = Pattern(r"\W*(?:Qua|Sau khi) (?:xem xét|thảo luận|thẩm định|rà soát|bình xét|bỏ phiếu|xét duyệt)\b")
_STOPS = ("\n", ";", ". ", "! ", "? ")
_FEWEST_WORDS = 7
_LIKENESS = 0.84
_LONGEST = 400
# How many characters before a day must be the same for two sentences to be compared.
_LEAD = 14
# How many statements on the same footing one is compared with.
_MOST = 200


_folded = lru_cache(maxsize=1024)(fold)


CASES = (
    (
        "value_conflict",
        "Đến năm 2025, rừng che phủ 61%; thu nhập bình quân đầu người khu vực nông thôn tăng 1,5 lần so với năm 2020.\nĐến năm {2025|2030}, điện gió đạt 30%; thu nhập bình quân đầu người khu vực nông thôn tăng 2 lần so với năm 2020.",
    ),
    (
        "value_conflict",
        (
            "Ban nghe báo cáo xét giải thưởng cho 69 nhóm dẫn đầu các khối; cờ của Bộ Y tế cho 5 nhóm và bằng khen của Sở Y tế tỉnh Tân Lâm cho 74 nhóm thuộc khối thi do tỉnh tổ chức. "
            "{Nay|Qua xem xét,} Ban trao giải thưởng cho 48 nhóm dẫn đầu các khối; cờ của Bộ Y tế cho 5 nhóm và bằng khen của Sở Y tế tỉnh Tân Lâm cho 69 nhóm thuộc khối thi do tỉnh tổ chức."
        ),
    ),
)


@dataclass(frozen=True)
class Claim:
    """A figure and the clause that states it: `words` are the clause's other words, without marks or case.

    `numbers` (with the unit) and `names` are those among them that must agree for the statement to be the same; `frame` the years that
    its sentence begins with: `Đến năm 2030, …; …; …` is told of 2030 up to its end; `is_outcome` where it opens with what was looked
    into before: `Qua xem xét, hội nghị thống nhất …`.
    """

    fact: Fact
    value: Decimal
    unit: str
    clause: Span
    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    frame: frozenset[str] = frozenset()
    is_outcome: bool = False

    @property
    def key(self) -> ClaimKey:
        """What statements must share to be worth comparing."""
        return _folded(self.unit), self.numbers

    @property
    def told(self) -> str:
        """The figure as a sentence tells it."""
        return f"{shown(self.value)} {self.unit}"


def claims_of(case: Case) -> list[Claim]:
    """Every exact figure in a clause long enough to be known again."""
    claims = (claim_of(case, *figure) for figure in figures(case))
    return [claim for claim in claims if len(claim.words) >= _FEWEST_WORDS]


def figures(case: Case) -> Iterator[tuple[Fact, Decimal, str]]:
    """Every exact number and sum of money with its unit; stretches of time are none."""
    for fact in case.found.of("quantity"):
        unit = "%" if fact.value.percent else fact.value.unit
        if fact.value.number is not None and unit and not fact.value.duration:
            yield fact, fact.value.number, unit
    for fact in case.found.of("money"):
        if fact.value.amount is not None:
            yield fact, Decimal(fact.value.amount), fact.value.currency


def claim_of(case: Case, fact: Fact, value: Decimal, unit: str, *, whole: bool = False) -> Claim:
    """A figure with the clause that states it; `whole` where its unit is no word of the clause."""
    plain, folded = case.plain, case.document.folded
    clause = _clause(plain, fact.span)
    number = _NUMBER.match(plain, fact.span.start)
    rest = number.end() if number and not whole else fact.span.end
    words = frozenset([*_words(folded[clause.start : fact.span.start]), *_words(folded[rest : clause.end])])
    names = frozenset(folded[name.start() : name.end()] for name in _NAME.finditer(plain, clause.start + 1, clause.end))
    numbers = frozenset(word for word in words if not word.isalpha())
    return Claim(fact, value, unit, clause, words, numbers, names, _frame(case, clause), _is_outcome(case, clause))


def _is_outcome(case: Case, clause: Span) -> bool:
    return _REVIEWED.match(case.plain, case.sentence(clause).start) is not None


def _frame(case: Case, clause: Span) -> frozenset[str]:
    """The years that the sentence of a clause opens with, where the clause stands behind its opening."""
    start = case.sentence(clause).start
    opening = case.plain[start : min(clause.start, start + _OPENING)] if start < clause.start else ""
    return frozenset(YEAR.findall(opening.partition(";")[0]))


def _words(folded: str) -> list[str]:
    return (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)


def _clause(plain: str, span: Span) -> Span:
    """The clause of a figure: between semicolons, sentence ends and line ends; a long bracket behind it is left out.

    What stands in a bracket is told there and no further: `tăng 0,32% (1.216 tấn) so với năm trước`.
    """
    low, high = max(0, span.start - _LONGEST), min(len(plain), span.end + _LONGEST)
    start = max(low, *(plain.rfind(stop, low, span.start) + 1 for stop in _STOPS))
    stops: tuple[str, ...] = (*_STOPS, "(")
    bracket = plain.rfind("(", start, span.start)
    if bracket >= 0 and plain.find(")", bracket, span.start) < 0:
        stops = (*stops, ")")  # with what it stands behind
    ends = [plain.find(stop, span.end, high) for stop in stops]
    return _stripped(plain, start, min([end for end in ends if end >= 0], default=high))


def _stripped(plain: str, start: int, end: int) -> Span:
    words = plain[start:end]
    return Span(start + len(words) - len(words.lstrip(" \t-+*•,:")), end - (len(words) - len(words.rstrip(" \t\n,.:"))))


def is_one(first: Claim, second: Claim) -> bool:
    """Whether two clauses make the same statement, their figure apart."""
    if not (first.names <= second.words and second.names <= first.words):
        return False
    if first.is_outcome != second.is_outcome or (first.frame and second.frame and not first.frame & second.frame):
        return False
    return len(first.words & second.words) / len(first.words | second.words) >= _LIKENESS


def indexed(claims: Iterable[Claim]) -> dict[ClaimKey, list[Claim]]:
    """Claims by what statements must share to be worth comparing."""
    known: dict[ClaimKey, list[Claim]] = defaultdict(list)
    for claim in claims:
        known[claim.key].append(claim)
    return known


def like(
    claims: Mapping[ClaimKey, Sequence[Claim]], others: Mapping[ClaimKey, Sequence[Claim]]
) -> Iterator[tuple[Claim, Claim]]:
    """The claims that `others` make too, each with the one it agrees with, or else the first it does not."""
    for key in [key for key in claims if key in others]:
        for claim in claims[key]:
            alike = [other for other in others[key] if is_one(claim, other)]
            if alike:
                yield claim, next((other for other in alike if other.value == claim.value), alike[0])


def check_claims(case: Case) -> Iterator[Record]:
    """Statements a document makes twice: a fault where the figures differ, a passing check where they agree."""
    told: dict[ClaimKey, list[Claim]] = defaultdict(list)
    known = list(figures(case))
    crowd = crowded(case.plain, sorted(fact.span for fact, _, _ in known))
    units = [(_folded(unit), (fact, value, unit)) for fact, value, unit in known if fact.span.start not in crowd]
    repeated = Counter(unit for unit, _ in units)
    claims = (claim_of(case, *figure) for unit, figure in units if repeated[unit] > 1)
    due = _due_by(case)
    for claim in (claim for claim in claims if len(claim.words) >= _FEWEST_WORDS):
        before = next(
            (other for other in told[claim.key][-_MOST:] if other.clause != claim.clause and is_one(other, claim)), None
        )
        if before is None:
            told[claim.key].append(claim)
            continue
        if _are_due_apart(due, before, claim):
            continue
        evidence = [before.clause, claim.clause]
        if before.value == claim.value:
            yield passed(f"{claim.told} được nêu giống nhau ở hai chỗ.", evidence, "value_ok")
        elif is_particular(case, claim):
            yield fault("value_conflict", conflict(case, before, claim, quoted(case.words(claim.clause))), evidence)


def _due_by(case: Case) -> dict[int, str]:
    """When each figure that is aimed at is due, by where it begins."""
    aimed = (record for record in case.found.records("target") if record.value.by)
    return {span.start: record.value.by for record in aimed for name, span in record.parts if name == "number"}


def _are_due_apart(due: Mapping[int, str], first: Claim, second: Claim) -> bool:
    """Whether two figures are goals of different years: `Đến năm 2025 … 20%. Đến năm 2030 … 50%.`"""
    one, other = due.get(first.fact.span.start), due.get(second.fact.span.start)
    return one is not None and other is not None and one != other


def check_days(case: Case) -> Iterator[Record]:
    """Statements a document makes twice word for word, but for the day."""
    told: dict[ClaimKey, list[Claim]] = defaultdict(list)
    full = [fact for fact in case.dates if fact.value.day and fact.value.year and fact.span.start not in case.cited_dates]
    crowd = crowded(case.plain, [fact.span for fact in full])
    full = [fact for fact in full if fact.span.start not in crowd]
    leads = Counter(_lead(case, fact) for fact in full)
    for fact in (fact for fact in full if leads[_lead(case, fact)] > 1):
        claim = claim_of(case, fact, Decimal(fact.value.first.toordinal() if fact.value.first else 0), "ngày", whole=True)
        if len(claim.words) < _FEWEST_WORDS or not claim.value:
            continue
        known = (one for one in told[claim.key][-_MOST:] if one.clause != claim.clause and is_one(one, claim))
        before = next(known, None)
        if before is None:
            told[claim.key].append(claim)
        elif before.value != claim.value and is_particular(case, claim):
            note = f"Cùng một nội dung ghi ngày {before.fact.quote} ({quoted(case.words(before.clause))}) và ngày {fact.quote}."
            yield fault("date_conflict", note, [before.clause, claim.clause])


def _lead(case: Case, fact: Fact) -> str:
    return case.plain[max(0, fact.span.start - _LEAD) : fact.span.start]


def is_particular(case: Case, claim: Claim) -> bool:
    """Whether a clause names something of its own, so that it is no line of a form that several fill in."""
    return bool(claim.numbers or len(claim.names) > 1) or case.found.first("organisation", claim.clause) is not None


def conflict(case: Case, first: Claim, second: Claim, elsewhere: str) -> str:
    """The sentence that sets two figures side by side."""
    return f"Cùng một nội dung ghi {first.told} ({quoted(case.words(first.clause))}) và {second.told} ({elsewhere})."
