"""Growth told in both ways (tăng bao nhiêu, tăng mấy phần trăm): `36.000 triệu đồng, tăng 3.600 triệu đồng (tăng 11,1%)`."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import is_kin
from hopluc.reading.checks.ranges import range_of, range_of_term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

_BY = in_small(r"(?:^|[\s,;(])(?P<how>tăng|giảm)(?: thêm)? $")
_ALSO = in_small(
    r"[^\d.;()]{0,24}?(?:,| \(|,? (?:tương (?:ứng|đương)(?: với)?|tức(?: là)?|hay|bằng))(?: tương (?:ứng|đương)(?: với)?| tức(?: là)?| bằng| tỷ lệ)? ?(?:mức )?(?:tăng|giảm)? ?(?:trưởng )?"
)
_OTHER = in_small(r"\b(?:kế hoạch|dự toán giao|chỉ tiêu|mỗi năm|bình quân|lượt tăng)\b")
_SO_VOI = in_small(r"\bso với\b[^,;]*$")
_NEAR = 60

CASES = (
    ("sum_mismatch", "Dự toán là 36.000 triệu đồng, tăng 3.600 triệu đồng (tăng {10,1|11,1}%) so với năm 2023."),
    ("sum_mismatch", "Toàn tỉnh có 250 hợp tác xã, tăng 50 hợp tác xã, tương ứng tăng {20|25}% so với năm trước."),
    ("sum_mismatch", "Số vụ là 90 vụ, giảm 10 vụ (giảm {12|10}%) so với cùng kỳ."),
)


def check_growths_twice(case: Case) -> Iterator[Record]:
    """Growths by so much whose percentage is not that of the figure less the growth."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if "%" in sentence.words and ("tăng" in sentence.small or "giảm" in sentence.small):
                for place in range(1, len(sentence.terms) - 1):
                    record = _judged(case, sentence, place)
                    if record is not None:
                        yield record


def _judged(case: Case, sentence: Sentence, place: int) -> Record | None:
    """The finding on the growth at `place`, whose percentage stands right behind it."""
    by, share = sentence.terms[place], sentence.terms[place + 1]
    grows = _BY.search(sentence.before(place).lower())
    also = _ALSO.fullmatch(case.small, by.span.end, share.span.start)
    if by.percent or not share.percent or not grows or not also or any(term.hedged for term in (by, share)):
        return None
    new = sentence.terms[place - 1]
    if (
        new.percent
        or new.hedged
        or not is_kin(by, new)
        or by.span.start - new.span.end > _NEAR
        or _OTHER.search(sentence.small)
    ):
        return None
    if _SO_VOI.search(case.small, sentence.span.start, new.span.start):
        return None  # "so với năm 2021 (20 sản phẩm), tăng 6 sản phẩm": other checks know it
    old = new.value - by.value if grows["how"] == "tăng" else new.value + by.value
    if old <= 0:
        return None
    said = range_of(f"{share.value:f}".replace(".", ","), percent=True).or_cut_off()
    told = [term.value for term in sentence.terms[place + 2 :] if is_kin(new, term)]
    exact = [Decimal(100) * by.value / one for one in (old, *told) if one > 0]
    least = min(range_of_term(by).low, by.value) * 100 / old
    if any(said.low <= one <= said.high for one in (*exact, least)):
        return passed(
            f"{shown(by.value)}/{shown(old)} = {shown(round(exact[0], 2))}%, đúng với văn bản ghi.",
            [Span(new.span.start, share.span.end)],
        )
    span = Span(new.span.start, share.span.end)
    note = f"{shown(by.value)}/{shown(old)} = {shown(round(exact[0], 2))}%, văn bản ghi {shown(share.value)}%: {quoted(case.words(span))}."
    return fault("sum_mismatch", note, [span])
