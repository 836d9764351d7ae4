"""Conversions (đổi đơn vị): one amount told in two units, `62 tạ/ha, tức 6,2 tấn/ha`, against what the one is in the other."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term
from hopluc.reading.checks.ranges import range_of_term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# Each unit with its kind and how many of the smallest unit it is.
_UNITS: dict[str, tuple[str, Decimal]] = {
    "kg": ("mass", Decimal(1)), "tạ": ("mass", Decimal(100)), "tấn": ("mass", Decimal(1000)), "yến": ("mass", Decimal(10)),
    "m2": ("area", Decimal(1)), "ha": ("area", Decimal(10_000)), "km2": ("area", Decimal(1_000_000)), "héc-ta": ("area", Decimal(10_000)),
    "m": ("length", Decimal(1)), "km": ("length", Decimal(1000)), "kw": ("power", Decimal(1)), "mw": ("power", Decimal(1000)),
    "đồng": ("money", Decimal(1)),
}  # fmt: skip
_CUES = ("tức", "hay", "tương đương", "nghĩa là", "=", "(")
_IN_BRACKET = Pattern(r"\s?\($")
_TELLS = Pattern(r"(?:\btức(?: là)?|\bhay|\btương đương(?: với)?|\bnghĩa là|=)(?: đạt| bằng| khoảng| là)*\s*$")

CASES = (
    ("unit_shift", "Trại có nhà màng 2.000 m2 ({2|0,2} ha) trồng dưa."),
    ("unit_shift", "Năng suất tăng lên 62 tạ/ha, tức đạt {0,62|6,2} tấn/ha."),
    ("unit_shift", "Sản lượng 5.200 tấn, tức 5,2 {triệu|nghìn} tấn, được xuất khẩu."),
)


def check_conversions(case: Case) -> Iterator[Record]:
    """Amounts that are not the same in the unit they are told in again."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if sentence.figures == 1 or not any(map(sentence.words.__contains__, _CUES)):
                continue
            for place in range(1, len(sentence.terms)):
                before = sentence.before(place)
                if any(map(before.__contains__, _CUES)) and (
                    _TELLS.search(before) or (_IN_BRACKET.search(before) and sentence.behind(place).startswith(")"))
                ):
                    yield from _judged(case, sentence, place)


def _judged(case: Case, sentence: Sentence, place: int) -> Iterator[Record]:
    one, other = sentence.terms[place - 1], sentence.terms[place]
    units = [_unit(case, term) for term in (one, other)]
    if units[0] is None or units[1] is None or one.hedged or other.hedged or one.percent or other.percent:
        return
    (kind, first, per), (again, second, other_per) = units[0], units[1]
    if kind != again or per != other_per or one.value <= 0 or other.value <= 0:
        return
    expected, said = range_of_term(one).times(first), range_of_term(other).times(second)
    span = Span(one.span.start, other.span.end)
    note = (
        f"{quoted(case.words(one.span))} là {shown(one.value * first / second)} {(other.unit or '').split(' ')[0].strip(',')}"
    )
    if expected.meets(said):
        yield passed(f"{note}, đúng với văn bản ghi.", [span])
    elif _is_shifted(expected.value, said.value):
        yield fault("unit_shift", f"{note}, văn bản ghi {shown(other.value)}: {quoted(case.words(span))}.", [span])


def _is_shifted(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are ten, a hundred … times each other."""
    times = max(one, other) / min(one, other)
    return times == times.to_integral_value() and set(str(int(times))) == {"1", "0"}


def _unit(case: Case, term: Term) -> tuple[str, Decimal, str] | None:
    """The kind of a unit, how many of the smallest it is, and what it is counted for (`/ha`)."""
    words = (term.unit or "đồng" if term.is_money else term.unit or "").casefold()
    name, _, per = words.partition("/")
    first = name.split(" ")[0].strip(",")
    if (
        case.plain[term.span.start : term.span.end].endswith(("m", "km"))
        and case.plain[term.span.end : term.span.end + 1] == "2"
    ):
        first += "2"
    known = _UNITS.get(first)
    return (*known, per.split(" ")[0].strip(",;")) if known else None
