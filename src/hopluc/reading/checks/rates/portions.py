"""Portions (tỷ lệ và phần): a share told in percent or in words, where its sentence gives just one part and one whole.

The part and the whole are the two counts of one kind, in whatever order: `48/50 nhiệm vụ`, `một nửa trong số 60 học viên, tức 30 người`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, decimal, is_kin, is_rank
from hopluc.reading.checks.ranges import Range, range_of
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_COMPARED = in_small(
    r"\b(?:tăng|giảm|so với|cùng kỳ|năm trước|năm ngoái|vượt|gấp|bình quân|trung bình|mỗi|lãi suất|tối đa|tối thiểu|không quá|ít nhất|trở lên|mục tiêu|phấn đấu|mức)\b"
)
_PERCENT_WORD = Pattern(r"(?P<number>\d{1,2}(?:,\d+)?) phần trăm\b")
_FRACTION = Pattern(
    r"(?P<more>hơn |quá |trên )?(?P<said>một nửa|nửa|một phần (?:hai|ba|tư|năm)|hai phần ba|ba phần tư|(?<=quá )nửa)\b(?! (?:đầu|cuối|năm|tháng|ngày|thế kỷ))",
    re.IGNORECASE,
)
_FRACTIONS = {
    "một nửa": Decimal(50), "nửa": Decimal(50), "một phần hai": Decimal(50), "một phần ba": Decimal(100) / 3, "một phần tư": Decimal(25),
    "một phần năm": Decimal(20), "hai phần ba": Decimal(200) / 3, "ba phần tư": Decimal(75),
}  # fmt: skip
# What ties a share to the counts beside it.
_TIED = Pattern(
    r"(?:\b(?:chiếm|đạt|bằng|tương đương|tỷ lệ|tỉ lệ|tức|hay|là|với)\b[^.;\d]{0,24}|\(\s*|=\s*|^[^\d]{0,24})$", re.IGNORECASE
)
_TIED_BEHIND = Pattern(r"[^.;\d]{0,40}(?:\(|\btức\b|\bhay\b|\btương đương\b|\bvới\b|\blà\b)")
_WHOLE = Pattern(r"\b(?:tổng|trong|trên|số|kế hoạch|dự toán|giao|có)\b|/\s?$|\($", re.IGNORECASE)
_WRITTEN = Pattern(r"(?<![\w.,/-])(?P<part>\d{1,3}(?:\.\d{3})*)/(?P<whole>\d{1,3}(?:\.\d{3})*)(?![\d/.,-])")
_TOTAL = Pattern(r"\b(?:tổng|tất cả|cả thảy|cộng|toàn bộ)\b", re.IGNORECASE)
_RIGHT_BEHIND = Pattern(r"[^.;,\d]{0,30}[ (,]{1,2}(?:chiếm |đạt |bằng |tương đương |tỷ lệ |khoảng |tức )*")
# What a share is of that is no count of its sentence.
_MEASURE = Pattern(
    r"\b(?:doanh thu|giá trị|lợi nhuận|diện tích|sản lượng|thị phần|kim ngạch|thu nhập|độ|nồng độ|tỷ suất|hiệu suất)\b"
)
_FRACTION_LEEWAY = Decimal(4)
_OF_PLAN = Pattern(r"\b(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|được giao)\b[^.;\d]{0,30}$", re.IGNORECASE)
_HUNDRED, _TWO = Decimal(100), 2
_PER = frozenset(map(Decimal, (1_000, 10_000, 100_000, 1_000_000)))  # `10/10.000 người` is a rate, no part of a whole

CASES = (
    ("sum_mismatch", "Trong số 400 mẫu nước, 36 mẫu không đạt, chiếm {12|9}%."),
    ("sum_mismatch", "Một nửa trong số 60 học viên, tức {35|30} người, là nữ."),
    ("sum_mismatch", "Tổng dự toán 40 tỷ đồng, đã chi 10 tỷ đồng, đạt một phần {ba|tư} dự toán."),
    ("sum_mismatch", "Năm nay tỉnh {đoạt|đứng thứ} 4/20 giải, đạt 91,5% điểm."),
    (
        "sum_mismatch",
        "{Cả xã có 40 hộ nghèo. Trong đó 10 hộ thoát nghèo, chiếm 30%|Xã Hòa có 40 hộ nghèo, chiếm 12%. Xã Phú có 10 hộ nghèo, chiếm 30%}.",
    ),
    ("sum_mismatch", "Đạt {95|96}% kế hoạch năm với 48/50 nhiệm vụ hoàn thành."),
)


@dataclass(frozen=True, slots=True)
class Share:
    """A share as it is told: between `low` and `high` percent, at `span`; `value` the percentage with its decimal places."""

    said: str
    low: Decimal
    high: Decimal
    span: Span
    value: Decimal | None = None
    places: int = 0


def check_portions(case: Case) -> Iterator[Record]:
    """Shares that the one part and the one whole of their sentence do not make."""
    for paragraph in paragraphs(case):
        before: Sentence | None = None
        for sentence in paragraph.sentences:
            words = sentence.words
            if (
                (sentence.figures > 1 or before is not None)
                and ("%" in words or " phần " in words or "nửa" in words)
                and not _COMPARED.search(sentence.small)
            ):
                shares = list(_shares(sentence))
                if len(shares) == 1:
                    yield from _of_fraction(case, shares[0], sentence) or _judged(case, shares[0], sentence, before)
                elif shares:
                    yield from _of_total(case, sentence)
            before = sentence


def _shares(sentence: Sentence) -> Iterator[Share]:
    words, shift = sentence.words, sentence.span.start
    for place, term in enumerate(sentence.terms):
        if term.percent and _is_tied(words, sentence.before(place), term.span.end - shift):
            yield _percent(f"{term.value:f}".replace(".", ","), term.span)
    for found in _PERCENT_WORD.finditer(words):
        yield _percent(found["number"], Span(shift + found.start(), shift + found.end()))
    for found in _FRACTION.finditer(words):
        value, said = _FRACTIONS[found["said"].lower()], found[0].lower()
        high = _HUNDRED if found["more"] else value + _FRACTION_LEEWAY
        low = value if found["more"] else value - _FRACTION_LEEWAY
        yield Share(said, low, high, Span(shift + found.start(), shift + found.end()))


def _is_tied(words: str, before: str, end: int) -> bool:
    return _TIED.search(before) is not None or _TIED_BEHIND.match(words, end) is not None


def _percent(written: str, span: Span) -> Share:
    said: Range = range_of(written, percent=True).or_cut_off()
    places = len(written.partition(",")[2])
    return Share(f"{written}%", said.low, said.high, span, said.value, places)


def _of_fraction(case: Case, share: Share, sentence: Sentence) -> list[Record]:
    """The finding on a share beside the one fraction of its sentence: `48/50 nhiệm vụ`."""
    shift = sentence.span.start
    found = [one for one in _WRITTEN.finditer(sentence.words) if not case.is_taken(shift + one.start())]
    if len(found) != 1:
        return []
    one = found[0]
    if is_rank(sentence.words, one.start()):
        return []
    part, whole = decimal(one["part"]), decimal(one["whole"])
    if not 0 < part <= whole or whole in _PER:
        return []
    place = Span(shift + one.start(), shift + one.end())
    span = Span(min(place.start, share.span.start), max(place.end, share.span.end))
    return [] if ";" in case.plain[span.start : span.end] else list(_found(case, share, (part, whole), span))


def _of_total(case: Case, sentence: Sentence) -> Iterator[Record]:
    """The findings on shares that stand right behind their parts, in a sentence that tells one total of them."""
    terms = sentence.terms
    wholes = [place for place, term in enumerate(terms) if not term.percent and _TOTAL.search(sentence.before(place))]
    if len(wholes) != 1:
        return
    whole = terms[wholes[0]]
    for place in range(1, len(terms)):
        share, part = terms[place], terms[place - 1]
        if not share.percent or part.percent or part is whole or not _RIGHT_BEHIND.fullmatch(sentence.before(place)):
            continue
        if is_kin(whole, part) and 0 < part.value < whole.value and not (part.hedged or share.hedged or whole.hedged):
            said = _percent(f"{share.value:f}".replace(".", ","), share.span)
            yield from _found(case, said, (part.value, whole.value), Span(part.span.start, share.span.end))


def _judged(case: Case, share: Share, sentence: Sentence, before: Sentence | None) -> Iterator[Record]:
    known = [term for term in sentence.terms if not term.percent and not term.span.overlaps(share.span)]
    if len(known) == 1 and before is not None:
        # "47 phiếu, đạt 97%. 27 phiếu, đạt 64%": each is a part of a whole that is not told
        earlier = [] if any(term.percent for term in before.terms) else before.terms
        known = [*earlier, *known] if len(earlier) == 1 else known
    if len(known) != _TWO or any(term.hedged or term.value <= 0 for term in known):
        return
    if any(is_rank(case.plain, term.span.start) for term in known):
        return
    part, whole = sorted(known, key=lambda term: term.value)
    if _OF_PLAN.search(case.plain, max(0, part.span.start - 40), part.span.start) and not _OF_PLAN.search(
        case.plain, max(0, whole.span.start - 40), whole.span.start
    ):
        part, whole = whole, part  # more was done than was planned
    if not (is_kin(whole, part) or is_kin(part, whole)) or part.value == whole.value or not _holds(case, whole, part):
        return
    places = (part.span, whole.span, share.span)
    span = Span(min(place.start for place in places), max(place.end for place in places))
    if ";" in case.plain[span.start : span.end] or _MEASURE.search(case.plain, min(part.span.end, whole.span.end), span.end):
        return
    yield from _found(case, share, (part.value, whole.value), span)


def _found(case: Case, share: Share, figures: tuple[Decimal, Decimal], span: Span) -> Iterator[Record]:
    part, whole = figures
    exact = _HUNDRED * part / whole
    note = f"{shown(part)}/{shown(whole)} = {shown(round(exact, 2))}%"
    if share.low <= exact <= share.high and (
        share.value is None or share.value == exact or exact != round(exact, share.places)
    ):
        return
    yield fault("sum_mismatch", f"{note}, văn bản ghi {share.said}: {quoted(case.words(span))}.", [span])


def _holds(case: Case, whole: Term, part: Term) -> bool:
    """Whether the words before the greater count say that it holds the other, or a stroke stands between them."""
    first, second = sorted((whole, part), key=lambda term: term.span)
    if case.plain[first.span.end : second.span.start].strip() in ("/", "trên", "trong", ""):
        return True
    start = first.span.end if second is whole else max(0, whole.span.start - 40)
    lead = re.split(r"[.;]\s", case.plain[start : whole.span.start])[-1]
    return _WHOLE.search(lead) is not None
