"""Slips of sums (cộng lệch một chữ số): a total that the figures told with it miss by one digit, or by two that changed places.

The words only have to say that one of the figures is the whole, closes a row, or is what is left; that a sum comes out wrong in just
the way in which figures are mistyped says the rest. What comes out right in any way that the words allow is left alone.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, OVERLAPPING
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin, is_slip
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.checks.wholes.sums import is_rounded
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

# What says that the parts of a figure follow it; looked for in small letters, as the others are.
_OPENS = in_small(r"(?:\btrong(?: tổng)? số\b|\btrong đó\b|\bgồm\b|\bcụ thể\b|\bchia (?:ra|theo)\b|\blần lượt\b|[:(]\s?)")
# "68 đại biểu của 8 tỉnh": of whom a part is.
_WHOSE = in_small(r"\b(?:của|thuộc|tại|ở|từ|trên|cho)(?: các| cả| tất cả)? $")
_AMONG = in_small(r"\btrong (?:tổng )?số\s$")
_CLOSES = in_small(
    r"\b(?:như vậy|tính chung|tổng (?:cộng|số)|cộng (?:lại|dồn|chung)|(?:qua|sau|cả|trong) (?:cả )?(?P<count>\d|hai|ba|bốn|năm|sáu) "
    r"(?:lớp|đợt|vụ|kỳ|lần|khóa|năm|tháng|quý|ngày|đoàn|xã|huyện|hội thảo|hội nghị|mô hình|dự án|đề tài|hợp đồng|buổi|phiên|vòng|nhóm)(?! (?:19|20)\d\d))\b[^.;\d]{0,50}$"
)
_REST = in_small(r"\bcòn lại\b[^.;\d]{0,40}$")
_OUT_OF = in_small(r"\W*trong (?:(?:tổng )?số )?\d{1,4} [^.;:,\d]{2,60}?,? (?:có|thì có|gồm) ")
_COMPARED = in_small(
    r"\b(?:tăng(?! cường)|giảm|so với|cùng kỳ|năm trước|năm ngoái|vượt|mục tiêu|phấn đấu|bình quân|trung bình|mỗi|gấp|tối đa|tối thiểu|kế hoạch|dự kiến|lũy kế|"
    r"ít nhất|trở lên|nâng|bằng \d)\b|/(?:ha|năm|người|tấn|kg|tháng)\b"
)
_OTHERS = in_small(r"\bkhác\b|…|\.\.\.|\bv\.\s?v|\bmột số\b|\bmột phần\b")
_FEWEST, _MOST, _MOST_BACK = 2, 7, 6
_LOW, _HIGH = Decimal("0.7"), Decimal("1.4")

CASES = (
    (
        "sum_mismatch",
        "Dự hội nghị có 96 đại biểu, gồm 14 đại biểu của Bộ, 68 đại biểu của 8 tỉnh trong vùng và {24|14} đại biểu các viện, trường.",
    ),
    (
        "sum_mismatch",
        "Trong 8 sản phẩm trên có {7|6} sản phẩm của hợp tác xã, 1 sản phẩm của doanh nghiệp, 1 sản phẩm của hộ kinh doanh.",
    ),
    (
        "sum_mismatch",
        "Trong số 185 đơn vị tham gia có 142 doanh nghiệp, {35|25} viện nghiên cứu, trường đại học và 18 đơn vị nước ngoài.",
    ),
    (
        "sum_mismatch",
        "Trạm mở lớp chăm sóc chè cho 60 học viên ở Nậm Tốc. Lớp trước đó ở Khe Mo có 55 học viên. Như vậy, qua hai lớp, đã có {125|115} học viên được tập huấn.",
    ),
    (
        "sum_mismatch",
        "Lễ hội có 12 hợp đồng được ký với tổng giá trị 96 tỷ đồng. Lớn nhất là hợp đồng bán chè, trị giá 38,5 tỷ đồng. Các hợp đồng còn lại có giá trị {75,5|57,5} tỷ đồng.",
    ),
)


def check_slips(case: Case) -> Iterator[Record]:
    """Every total of a paragraph that its parts miss by the slip of one digit, or by two digits that changed places."""
    for paragraph in paragraphs(case):
        earlier: list[Sentence] = []
        for sentence in paragraph.sentences:
            if "\t" in sentence.words or "|" in sentence.words:
                continue
            if sentence.figures > _FEWEST and "rong " in sentence.words:
                yield from _beyond(case, sentence)
            if sentence.figures > _FEWEST and not _COMPARED.search(sentence.small):
                record = _divided(case, sentence)
                if record is not None:
                    yield record
            if earlier:
                record = _closed(case, earlier, sentence)
                if record is not None:
                    yield record
            earlier.append(sentence)


def _beyond(case: Case, sentence: Sentence) -> Iterator[Record]:
    """`Trong 8 sản phẩm trên có 7 sản phẩm của …, 1 sản phẩm của …, 1 sản phẩm của …`: more than there are."""
    terms = [term for term in sentence.terms if not term.percent]
    if (
        len(terms) <= _FEWEST
        or not _OUT_OF.match(sentence.small)
        or OVERLAPPING.search(sentence.words)
        or any(term.hedged for term in terms)
    ):
        return
    total, parts = terms[0], terms[1:]
    begins = _OUT_OF.match(sentence.small)
    alike = all(part.head == total.head and part.unit is not None for part in parts)
    behind = begins is not None and sentence.span.start + begins.end() >= parts[0].span.start
    sum_ = sum((part.value for part in parts), Decimal(0))
    if (
        alike
        and behind
        and total.value < sum_ <= 2 * total.value
        and not _COMPARED.search(sentence.small)
        and not any(mark in sentence.words for mark in ";:(")
    ):
        arithmetic = " + ".join(shown(part.value) for part in parts)
        passage = Span(total.span.start, parts[-1].span.end)
        yield fault(
            "sum_mismatch",
            f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {quoted(case.words(passage))}.",
            [passage],
        )


def _divided(case: Case, sentence: Sentence) -> Record | None:
    """The finding on a figure that a row of three or more others behind it should make."""
    terms = [term for term in sentence.terms if not term.percent]
    for place, total in enumerate(terms[:-_FEWEST]):
        parts = [
            term
            for term in terms[place + 1 :]
            if term.head == total.head or not _WHOSE.search(case.small, max(0, term.span.start - 12), term.span.start)
        ][:_MOST]
        if not parts:
            continue
        between = case.small[total.span.end : parts[0].span.start]
        among = _AMONG.search(case.small, max(sentence.span.start, total.span.start - 20), total.span.start)
        if (
            len(parts) <= _FEWEST
            or total.hedged
            or any(term.hedged or term.is_money != total.is_money for term in parts)
            or not (among or _OPENS.search(between))
            or any(mark in case.plain[total.span.end : parts[-1].span.start] for mark in ".;\n")
            or _OTHERS.search(case.small, total.span.start, sentence.span.end)
        ):
            continue
        if not is_kin(total, parts[-1]) and not is_kin(total, parts[0]):
            continue
        if terms[-1].span > parts[-1].span and terms[-1].head == total.head:
            continue
        return _judged(case, total, parts)
    return None


def _closed(case: Case, earlier: Sequence[Sentence], sentence: Sentence) -> Record | None:
    """The finding on a figure that closes the sentences before it, or is told to be what is left of the greatest of theirs."""
    for total in sentence.terms[:1]:
        before = case.small[sentence.span.start : total.span.start]
        closes, rest = _CLOSES.search(before), _REST.search(before)
        if total.percent or total.hedged or total.unit is None or not (closes or rest):
            continue
        if any(_COMPARED.search(one.small) for one in (*earlier[-_FEWEST:], sentence)):
            return None
        told = [term for one in earlier for term in one.terms if not term.percent and not term.hedged and _is_like(total, term)]
        told = told[-_MOST_BACK:]
        if len(told) < _FEWEST:
            return None
        if rest:
            return _remaining(case, total, told)
        sums = {sum((term.value for term in row), Decimal(0)) for n in range(1, len(told) + 1) for row in combinations(told, n)}
        if total.value in sums:
            return None
        count = closes["count"] if closes else None
        number = NUMBERS.get(count, int(count) if count.isdigit() else 0) if count else len(told)
        return _judged(case, total, told[-number:]) if _FEWEST <= number <= len(told) else None
    return None


def _remaining(case: Case, left: Term, told: Sequence[Term]) -> Record | None:
    """The finding on what is left of the first of the figures, which is the greatest, less the others."""
    whole, parts = told[0], told[1:]
    if any(part.value >= whole.value for part in parts) or left.value in {whole.value - part.value for part in parts}:
        return None
    return _judged(case, whole, [*parts, left])


def _is_like(total: Term, term: Term) -> bool:
    """Whether both count the same noun, or are money of one currency."""
    if total.is_money or term.is_money:
        return total.currency == term.currency
    return term.head == total.head


def _judged(case: Case, total: Term, parts: Sequence[Term]) -> Record | None:
    sum_ = sum((part.value for part in parts), Decimal(0))
    if (
        is_rounded(total, parts, sum_)
        or not _LOW * total.value <= sum_ <= _HIGH * total.value
        or not is_slip(total, parts, sum_)
    ):
        return None
    last = max(total, parts[-1], key=lambda term: term.span)
    first = min(total, parts[0], key=lambda term: term.span)
    passage = Span(first.span.start, last.span.end)
    arithmetic = " + ".join(shown(part.value) for part in parts)
    note = f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {quoted(case.words(passage))}."
    return fault("sum_mismatch", note, [passage])
