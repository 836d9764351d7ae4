"""Sums (phép cộng): a total against the parts it is divided into, level by level."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import INDEX, OVERLAPPING
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, Term, is_slip
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.checks.wholes.breakdowns import Breakdown, breakdowns
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_PAIRS = (
    ("nam", "nữ"),
    ("trong nước", "nước ngoài"),
    ("trong nước", "quốc tế"),
    ("trung ương", "địa phương"),
    ("miền bắc", "miền nam"),
    ("phía bắc", "phía nam"),
    ("công lập", "ngoài công lập"),
    ("nhà nước", "ngoài nhà nước"),
    ("trực tiếp", "trực tuyến"),
    ("đã ", "chưa "),
)
# Figures beside a total to compare it with, none of its parts.
_COMPARED = Pattern(r"\b(?:tăng(?! cường)|giảm|so với|cùng kỳ|kế hoạch(?! và)|năm trước|vượt)\b", re.IGNORECASE)
_REST = Pattern(r"\bcòn lại\b")
_DEGREES = Pattern(r"\bgiáo sư\b", re.IGNORECASE)
# What follows the last part and says that there are others, uncounted: `… và một số doanh nghiệp khác`, `v.v.`, `còn lại là …`.
_OTHERS = Pattern(
    r"[^.;:…\d\n]{0,80}?(?:(?:,|\bvà|\bcùng)\s(?:một số|một vài|các|những|nhiều)\s[^.;:\d\n]{0,60}?\bkhác\b|\bv\.\s?v|\bvân vân\b|…|\.\.\."
    r"|\bcòn lại\b(?![^.;\n]{0,60}\d))"
)
_SHARE_BEHIND = Pattern(
    rf"[^\d();\n]{{0,40}}\(\s*(?:(?:chiếm|bằng|tương đương|đạt|tỷ lệ|khoảng)\s+){{0,2}}(?P<percent>{NUMBER})\s?%\s*[^()\n\d]{{0,30}}\)"
)
# Whoever came in one year or one round came once then: "410 lượt đại biểu (năm 2016: 120 đại biểu; …)".
_IN_TIME = Pattern(r"\b(?:năm|đợt|lần|kỳ|quý|tháng|khóa) ")
# With how many parts rounding is taken to cost one step of the last digit, and no more.
_FEW = 4
_PASSAGE = 450


CASES = (
    ("unit_shift", "Hội thảo đón 410 lượt đại biểu ({hội thảo lớn|năm 2016}: 120 đại biểu; {nhỏ|năm 2017}: 290 đại biểu)."),
    (
        "sum_mismatch",
        "Trường có 3.484 sinh viên tốt nghiệp, trong đó có 22 loại xuất sắc, 357 loại giỏi và {3.005|2.464} loại khá.",
    ),
    ("sum_mismatch", "Viện có 43 cán bộ trên đại học gồm 2 phó giáo sư, {27|29} tiến sĩ và 12 thạc sĩ."),
)


def check_sums(case: Case) -> Iterator[Record]:
    """Every total with its breakdown: a fault where they differ, a passing check where they agree; and shifts of unit, once each."""
    shifts: set[tuple[str, str]] = set()
    for breakdown, record in case.view(_told):
        yield record
        yield from _shifted(case, breakdown, shifts)
        yield from _wrong_shares(case, breakdown)


def told_totals(case: Case) -> frozenset[int]:
    """Where the totals and the first parts begin that have been judged."""
    return frozenset(term.span.start for known, _ in case.view(_told) for term in (known.total, known.parts[0]))


def _told(case: Case) -> list[tuple[Breakdown, Record]]:
    """Every breakdown that can be judged, with the finding on it."""
    found = (breakdown for _, block, text in case.numbered for breakdown in breakdowns(case, text, block))
    return [(breakdown, record) for breakdown in found if (record := _judged(case, breakdown)) is not None]


def _judged(case: Case, breakdown: Breakdown) -> Record | None:
    """The finding on one breakdown; None where the words do not say that the parts make up the whole."""
    total, parts = breakdown.total, breakdown.parts
    if not _comparable(breakdown):
        return None
    sum_ = sum((part.value for part in parts), Decimal(0))
    arithmetic = " + ".join(shown(part.value) for part in parts)
    evidence = _evidence(total, parts)
    if len(parts) >= 2 and sum_ == total.value:
        return passed(f"{arithmetic} = {shown(sum_)}, đúng bằng tổng văn bản ghi.", evidence)
    if any(term.hedged for term in (total, *parts)) or is_rounded(total, parts, sum_):
        return None
    first = [sum((part.value for part in parts[:at]), Decimal(0)) for at in range(2, len(parts))]
    if total.value in first:
        return None  # the first of them make the total, the others tell it in another way
    words = quoted(case.words(_between(total, parts)))
    if len(parts) == 1:
        if breakdown.cued and parts[0].value > total.value and total.counts_alike(parts[0]) and total.head is not None:
            return fault(
                "sum_mismatch", f"Phần ({shown(sum_)}) lớn hơn tổng ({shown(total.value)}) mà nó thuộc về: {words}.", evidence
            )
        return None
    # "trong đó có 22 xuất sắc, 357 giỏi, 2.464 khá": the others are not worth telling
    untold = (breakdown.some and not is_slip(total, parts, sum_)) or _OTHERS.match(case.plain, parts[-1].span.end)
    if not _is_wrong(breakdown) or (sum_ < total.value and untold):
        return None
    return fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {words}.", evidence)


def is_rounded(total: Term, parts: Sequence[Term], sum_: Decimal) -> bool:
    """Whether numbers written with decimals miss their sum by no more than rounding them may have cost."""
    terms = (total, *parts)
    if not any(term.is_fraction for term in terms):
        return False
    step = max(Decimal(1).scaleb(int(term.value.as_tuple().exponent)) for term in terms if term.is_fraction)
    return abs(sum_ - total.value) <= step * (1 if len(parts) <= _FEW else 2)


def _wrong_shares(case: Case, breakdown: Breakdown) -> Iterator[Record]:
    """Percentages in brackets behind the parts that are not their share of the total."""
    total, parts = breakdown.total, breakdown.parts
    found = [_SHARE_BEHIND.match(case.plain, part.span.end) for part in parts]
    if total.value <= 0 or len(parts) < 2 or not all(found):
        return
    wrong, notes = [], []
    for part, share in zip(parts, found, strict=True):
        assert share is not None
        exact = 100 * part.value / total.value
        said = range_of(share["percent"], percent=True).or_cut_off()
        if not said.low <= exact <= said.high:
            wrong.append(Span(part.span.start, share.end()))
            notes.append(
                f"{shown(part.value)}/{shown(total.value)} = {shown(round(exact, 2))}%, văn bản ghi {shown(said.value)}%"
            )
    if wrong:
        yield fault("sum_mismatch", f"{'; '.join(notes)}.", [Span(wrong[0].start, wrong[-1].end)])


def _between(total: Term, parts: list[Term]) -> Span:
    return Span(min(total.span.start, parts[0].span.start), max(total.span.end, parts[-1].span.end))


def _evidence(total: Term, parts: list[Term]) -> list[Span]:
    whole = _between(total, parts)
    return [whole] if whole.end - whole.start <= _PASSAGE else [total.span, *(part.span for part in parts)]


def _comparable(breakdown: Breakdown) -> bool:
    """Whether total and parts count the same thing in the same way."""
    total, parts = breakdown.total, breakdown.parts
    if _COMPARED.search(breakdown.text):
        return False
    if total.percent or any(part.percent for part in parts):
        return False
    if total.is_money:
        return all(part.currency == total.currency for part in parts)
    if any(part.scaled for part in parts) != total.scaled or len({part.scaled for part in parts}) > 1:
        return False
    if all(part.unit is None or total.counts_alike(part) for part in parts) or _is_of_awards(breakdown):
        return True
    return all(part.unit is None or part.counts_people for part in parts) and total.counts_people


def _is_of_awards(breakdown: Breakdown) -> bool:
    return not breakdown.text and breakdown.whole and all(term.unit is None for term in (breakdown.total, *breakdown.parts))


def _is_wrong(breakdown: Breakdown) -> bool:
    """Whether parts that do not add up are meant to: the clearer the words say so, the further apart they may lie.

    `trong đó có` names some of the parts only, so there the parts are too many or nearly all; a word such as `gồm`, a pair
    such as men and women, or `còn lại` promises the whole.
    """
    total, parts = breakdown.total, breakdown.parts
    if any(part.is_fraction for part in parts) and INDEX.search(breakdown.text):
        return False
    sum_ = sum(part.value for part in parts)
    degrees = breakdown.whole and sum_ < total.value and _DEGREES.search(breakdown.text)  # no less than all, whoever has two
    if OVERLAPPING.search(breakdown.text) and not _is_pair(breakdown) and not degrees:
        return False
    ratio = float(sum(part.value for part in parts) / total.value) if total.value else 2.0
    same = all(total.counts_alike(part) for part in parts) or (
        total.counts_people and all(part.counts_people for part in parts)
    )
    bare = all(part.unit is None for part in parts)
    pair = _is_pair(breakdown)
    rest = _REST.search(breakdown.text) is not None
    if breakdown.whole or pair or rest:
        return (same or bare or breakdown.whole or pair or rest) and 0.2 <= ratio <= 5
    few, many = (1.0, 0.8) if breakdown.some else (0.8, 0.55)
    low = many if len(parts) > 2 else few
    return (same or bare) and low < ratio <= 3


def _is_pair(breakdown: Breakdown) -> bool:
    if len(breakdown.parts) != 2:
        return False
    text = breakdown.text.casefold()
    named = (pair for pair in _PAIRS if pair[0] in text and pair[1] in text)
    return any(all(re.search(rf"\b{word}", text) for word in pair) for pair in named)


def _shifted(case: Case, breakdown: Breakdown, known: set[tuple[str, str]]) -> Iterator[Record]:
    """A total counted in turns (lượt) whose bracket counts the things themselves: two units of count, said once a document."""
    total, parts = breakdown.total, breakdown.parts
    unit, part = (total.unit or "").rstrip(","), (parts[0].unit or "").rstrip(",")
    glued = case.plain[total.span.end : parts[0].span.start].count("(") == 1
    if not glued or _IN_TIME.search(case.plain, total.span.end, parts[0].span.start):
        return
    if not unit.startswith("lượt ") or not part or part.startswith("lượt"):
        return
    pair = (str(total.head), str(parts[0].head))
    if pair[0] == pair[1] and pair not in known:
        known.add(pair)
        words = quoted(case.words(Span(total.span.start, parts[0].span.end)))
        counted = " ".join(part.split()[: len(pair[1].split())]).rstrip(",")
        yield fault(
            "unit_shift",
            f"Tổng tính bằng “lượt {counted}”, thành phần tính bằng “{counted}”: hai cách đếm khác nhau ({words}).",
            [Span(total.span.start, parts[0].span.end)],
        )
