"""Claims (số liệu được nhắc lại): one statement told twice with two figures, within a document or across documents.

Two clauses tell the same when they share nearly all their words, one figure apart. Names, years and every other number must
agree: a form filled in for two districts or two years is no contradiction.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.vietnamese import fold

_WORD = re.compile(r"[^\W_]+(?:[./][^\W_]+)*")
_STOP = re.compile(r"[;\n]|[.!?](?=\s)|\((?=[^()]{40})")
_FEWEST_WORDS = 7
_LIKENESS = 0.84
_LONGEST = 400


@dataclass(frozen=True)
class Claim:
    """A figure and the clause that states it: `words` are the clause's other words, `fixed` its names and numbers, which must agree."""

    fact: Fact
    value: Decimal
    unit: str
    clause: Span
    words: frozenset[str]
    fixed: frozenset[str]

    @property
    def told(self) -> str:
        """The figure as a sentence tells it."""
        return f"{shown(self.value)} {self.unit}"


def claims_of(case: Case) -> list[Claim]:
    """Every exact figure in a clause long enough to be known again."""
    found = []
    for fact in [*case.found.of("quantity"), *case.found.of("money")]:
        value = fact.value.amount if fact.kind == "money" else fact.value.number
        unit = fact.value.currency if fact.kind == "money" else "%" if fact.value.percent else fact.value.unit
        if value is None or not unit or (fact.kind == "quantity" and fact.value.duration):
            continue
        claim = _claim(case, fact, Decimal(value), unit)
        if claim is not None:
            found.append(claim)
    return found


def _claim(case: Case, fact: Fact, value: Decimal, unit: str) -> Claim | None:
    plain = case.plain
    start = max(0, fact.span.start - _LONGEST)
    for stop in _STOP.finditer(plain, start, fact.span.start):
        start = stop.end()
    after = _STOP.search(plain, fact.span.end, fact.span.end + _LONGEST)
    clause = Span(start, after.start() if after else min(len(plain), fact.span.end + _LONGEST))
    written = plain[clause.start : fact.span.start] + " # " + plain[fact.span.start : clause.end].lstrip("0123456789.,")
    tokens = [token[0] for token in _WORD.finditer(written)]
    words = frozenset(fold(token) for token in tokens)
    if len(words) < _FEWEST_WORDS:
        return None
    fixed = frozenset(
        fold(token) for token in tokens if any(c.isdigit() for c in token) or (token.isupper() and len(token) > 1)
    )
    return Claim(fact, value, unit, clause, words, fixed)


def is_one(first: Claim, second: Claim) -> bool:
    """Whether two clauses make the same statement, their figure apart."""
    if fold(first.unit) != fold(second.unit) or first.fixed != second.fixed:
        return False
    return len(first.words & second.words) / len(first.words | second.words) >= _LIKENESS


def pairs(claims: Iterable[Claim], others: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The claims among `claims` and `others` that make the same statement, each with the first it meets."""
    known: dict[tuple[str, frozenset[str]], list[Claim]] = defaultdict(list)
    for other in others:
        known[fold(other.unit), other.fixed].append(other)
    for claim in claims:
        alike = [other for other in known.get((fold(claim.unit), claim.fixed), []) if is_one(claim, other)]
        if alike:
            yield claim, next((other for other in alike if other.value == claim.value), alike[0])


def check_claims(case: Case) -> Iterator[Record]:
    """Statements a document makes twice: a fault where the figures differ, a passing check where they agree."""
    told: list[Claim] = []
    for claim in claims_of(case):
        before = next((other for other in told if other.clause != claim.clause and is_one(other, claim)), None)
        if before is None:
            told.append(claim)
            continue
        evidence = [before.clause, claim.clause]
        if before.value == claim.value:
            yield passed(f"{claim.told} được nêu giống nhau ở hai chỗ.", evidence, "value_ok")
        elif _is_particular(case, claim):
            yield fault("value_conflict", conflict(case, before, claim, quoted(case.words(claim.clause))), evidence)


def _is_particular(case: Case, claim: Claim) -> bool:
    """Whether a clause names something of its own, so that it is no line of a form that several fill in."""
    return bool(claim.fixed) or case.found.first("organisation", claim.clause) is not None


def conflict(case: Case, first: Claim, second: Claim, elsewhere: str) -> str:
    """The sentence that sets two figures side by side."""
    return f"Cùng một nội dung ghi {first.told} ({quoted(case.words(first.clause))}) và {second.told} ({elsewhere})."
