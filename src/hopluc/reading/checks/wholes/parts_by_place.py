"""Parts by place (chia theo địa bàn): so much in so many places, each then named with its own part.

`150 ha của hai xã Hương Lâm (95 ha) và Hương Điền (55 ha)`, `85 ha của 210 hộ tại ba xã: Đồng Xuân 42 ha, Hòa Thịnh 28 ha và Sơn Định
15 ha`: that as many parts are named as places are told says that they are all.
"""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, number_of
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.checks.wholes.sums import is_rounded
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

_PLACES = in_small(
    rf"(?<![\w.,/-])(?P<count>0?\d{{1,2}}|{'|'.join(NUMBERS)}) (?:xã|huyện|phường|thị xã|thị trấn|tỉnh|thành phố|địa phương|thôn|bản|ấp|vùng|khu vực|khu|tiểu khu|"
    r"cơ sở|trại|trạm|đơn vị|viện|trường|trung tâm|doanh nghiệp|hợp tác xã|nguồn|nhóm|bên|đợt|vụ|năm|quý)(?![^\W\d_])"
)
_COMPARED = in_small(
    r"\b(?:tăng|giảm|so với|cùng kỳ|bình quân|trung bình|mỗi|mục tiêu|tối đa|tối thiểu|trên \d|hơn|gần|khoảng|khác|một phần|riêng)\b|…|\.\.\."
)
_LABEL = in_small(r"(?:[^\d;.]{3,60}?[ (]| ?\()$")
_FEWEST, _MOST, _LABELLED = 2, 8, 60
_LOW, _HIGH = Decimal("0.7"), Decimal("1.4")

CASES = (
    ("sum_mismatch", "Đập tưới cho 150 ha lúa của hai xã Hương Lâm (95 ha) và Hương Điền ({65|55} ha)."),
    ("sum_mismatch", "Vùng rau có 85 ha của 210 hộ tại ba xã: Đồng Xuân 42 ha, Hòa Thịnh 28 ha và Sơn Định {25|15} ha."),
    ("sum_mismatch", "Vùng rau có 85 ha tại {ba xã:|năm xã, riêng} Đồng Xuân 42 ha, Hòa Thịnh 28 ha và Sơn Định 25 ha."),
)


def check_parts_by_place(case: Case) -> Iterator[Record]:
    """Wholes told of so many places whose parts, one for each, do not make them."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if sentence.figures <= _FEWEST or _COMPARED.search(sentence.small):
                continue
            for found in _PLACES.finditer(sentence.small):
                number, at = number_of(found["count"]), sentence.span.start + found.start()
                row = _row(sentence, at, number) if _FEWEST <= number <= _MOST else None
                if row is not None:
                    yield from _judged(case, *row)
                    break


def _row(sentence: Sentence, at: int, number: int) -> tuple[Term, list[Term]] | None:
    """The whole told before the places that stand at `at`, and the parts of the same kind behind them; None where these are not as many."""
    behind = [term for term in sentence.terms if term.span.start > at and not term.percent and term.value != number]
    if len(behind) < number:
        return None
    parts = behind[:number]
    wholes = [
        term
        for term in sentence.terms
        if term.span.end <= at and not term.percent and all(is_kin(term, part) for part in parts)
    ]
    again = [term for term in behind[number:] if is_kin(parts[0], term)]
    if len(wholes) != 1 or again or any(term.unit is None or term.hedged for term in (wholes[0], *parts)):
        return None
    starts = [at, *(part.span.end for part in parts)]
    words = (
        sentence.words[start - sentence.span.start : part.span.start - sentence.span.start]
        for start, part in zip(starts, parts, strict=False)
    )
    return (wholes[0], parts) if all(len(lead) <= _LABELLED and _LABEL.search(lead.lower()) for lead in words) else None


def _judged(case: Case, whole: Term, parts: list[Term]) -> Iterator[Record]:
    sum_ = sum((part.value for part in parts), Decimal(0))
    span = Span(whole.span.start, parts[-1].span.end)
    arithmetic = f"{' + '.join(shown(part.value) for part in parts)} = {shown(sum_)}"
    if sum_ == whole.value:
        yield passed(f"{arithmetic}, đúng với văn bản ghi.", [span])
    elif not is_rounded(whole, parts, sum_) and _LOW * whole.value <= sum_ <= _HIGH * whole.value:
        yield fault("sum_mismatch", f"{arithmetic}, văn bản ghi {shown(whole.value)}: {quoted(case.words(span))}.", [span])
