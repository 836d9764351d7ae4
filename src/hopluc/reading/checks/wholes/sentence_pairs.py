"""Sums over two sentences (tổng một câu, phần câu sau): a total, and in the next sentence the row of parts it falls into, or the other way.

`Thư viện nhận 860 cuốn sách. Sách tiếng Việt chiếm 520 cuốn, sách tiếng Anh 240 cuốn, sách tiếng Pháp 100 cuốn.` No word ties the two
together: the parts are figures of the noun of the total, each under a label of its own, and nothing else is counted beside them.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.checks.wholes.sums import is_rounded
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

# What makes figures side by side no division of a whole.
_OTHER = in_small(
    r"\b(?:tăng|giảm|so với|cùng kỳ|bình quân|trung bình|mỗi(?! (?:ngày|giờ|tuần|vụ)\b)|từng|gấp|vượt|lên|xuống|thêm|nữa|khác|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|"
    r"dự kiến|tối đa|tối thiểu|ít nhất|không quá|một số|riêng|ngoài ra|trong đó|trong số (?:đó|này)|nhiều nhất|lớn nhất|cao nhất|chủ yếu|tiêu biểu|điển hình|"
    r"nổi bật|đứng đầu|dẫn đầu|nếu|năm (?:trước|ngoái)|lũy kế|đã có|lượt|lần lượt|còn lại|hơn|kém|tiếp theo|đầu tiên|như)\b|…|\.\.\."
)
_YEAR = Pattern(r"\bnăm (?:19|20)\d\d\b")
# What a sentence that adds up the one before it says of its figure.
_WHOLE = Pattern(
    r"^(?:[^.;:\d]{0,30}\b)?(?:[Tt]oàn|[Tt]ổng|[Cc]ả|[Tt]ất cả|[Tt]ính chung|[Nn]hư (?:vậy|thế)|[Tt]ựu trung|[Cc]ộng)\b[^.;:,\d]{0,60}$"
)
_LABEL = Pattern(r"[^\W\d_]{2,}")
_VERBS = Pattern(r"\b(?:có|là|đạt|chiếm|được|nhận|gửi|với|và|của|thì|đóng góp|góp|cấp|trồng|nuôi|thu|cử|đăng ký|nộp)\b")
_REST = Pattern(r"\bcòn(?: lại| khuyết| thiếu)?(?: là| có)? $")
_REST_BEHIND = Pattern(r"[\d.,]+(?: [^\W\d_]+){1,3} còn lại\b")
_MORE = Pattern(
    r"\b(?:thêm|bổ sung|tăng|giảm|so với|mỗi|bình quân|trong đó|phát sinh|chuyển sang|năm (?:trước|ngoái)|gấp|vượt)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 8
_LOW, _HIGH = Decimal("0.88"), Decimal("1.15")
_LONGEST = 320

CASES = (
    ("sum_mismatch", "Toàn huyện có 16 xã. Đến nay 9 xã đã hoàn thành, {8|7} xã còn lại đang thực hiện."),
    ("sum_mismatch", "Kế hoạch tập huấn 12 lớp. Đến tháng 9 đã tổ chức 8 lớp, như vậy còn {5|4} lớp phải tổ chức."),
    (
        "sum_mismatch",
        "Thư viện nhận 860 cuốn sách. Sách tiếng Việt chiếm 520 cuốn, sách tiếng Anh 240 cuốn, sách tiếng Pháp {120|100} cuốn.",
    ),
    (
        "sum_mismatch",
        "Trạm miền Bắc có 45 cán bộ, trạm miền Trung có 28 cán bộ, trạm miền Nam có 37 cán bộ. Toàn Viện hiện có {120|110} cán bộ.",
    ),
)


def check_sentence_pairs(case: Case) -> Iterator[Record]:
    """Every total whose parts the sentence behind it or before it tells, where they miss it by what may be a slip."""
    for paragraph in paragraphs(case):
        for before, after in pairwise(paragraph.sentences):
            if after.span.start - before.span.end > _FEWEST or before.figures + after.figures < _FEWEST:
                continue
            if before.span.end - before.span.start > _LONGEST or after.span.end - after.span.start > _LONGEST:
                continue
            record = _opened(case, before, after) or _closed(case, before, after) or _left(case, before, after)
            if record is not None:
                yield record


def _opened(case: Case, before: Sentence, after: Sentence) -> Record | None:
    """The finding on a total that the next sentence divides."""
    if after.figures < _FEWEST or _OTHER.search(before.small) or _OTHER.search(after.small) or _YEAR.search(after.words):
        return None
    parts = _row(after)
    totals = [term for term in before.terms if parts and _divides(term, parts)]
    if len(totals) != 1 or len(parts) != len(after.terms):
        return None
    return _judged(case, totals[0], parts)


def _closed(case: Case, before: Sentence, after: Sentence) -> Record | None:
    """The finding on the total that a sentence gives of the row before it."""
    if before.figures < _FEWEST or len(after.terms) != 1 or not _WHOLE.match(after.before(0)):
        return None
    if _OTHER.search(before.small) or _YEAR.search(before.words) or _OTHER.search(after.small):
        return None
    parts, total = _row(before), after.terms[0]
    return _judged(case, total, parts) if parts and _divides(total, parts) else None


def _left(case: Case, before: Sentence, after: Sentence) -> Record | None:
    """The finding on what is left, where one sentence tells what there was and the next what went of it."""
    if len(before.terms) != 1 or len(after.terms) != 2 or _MORE.search(after.words) or _MORE.search(before.words):
        return None
    whole, (gone, left) = before.terms[0], after.terms
    if any(term.percent or term.hedged or term.unit is None for term in (whole, gone, left)) or whole.is_fraction:
        return None
    rest = _REST.search(after.before(1)) or _REST_BEHIND.match(case.plain, left.span.start, after.span.end)
    if rest is None or _REST.search(after.before(0)) or not (_is_same(whole, gone) and _is_same(whole, left)):
        return None
    return _judged(case, whole, (gone, left)) if whole.value > max(gone.value, left.value) else None


def _row(sentence: Sentence) -> Sequence[Term]:
    """The figures of one noun that a sentence tells one after another to its end, each under a label; none where it is no such row."""
    terms = sentence.terms
    if not terms:
        return ()
    start = next((at for at, term in enumerate(terms) if _is_same(term, terms[-1])), 0)
    parts = terms[start:]
    if not _FEWEST <= len(parts) <= _MOST or any(term.percent or term.hedged or term.unit is None for term in parts):
        return ()
    if not all(_is_same(part, parts[-1]) for part in parts):
        return ()
    labels = [_label(sentence.before(place)) for place in range(start, len(terms))]
    return parts if all(labels) and len(set(labels)) == len(labels) else ()


def _label(words: str) -> str:
    """What names a part: the words of its clause before it that are no verb of having; empty for none."""
    clause = _VERBS.sub(" ", re.split(r"[,;:]\s", words)[-1])
    return " ".join(_LABEL.findall(clause.casefold()))


def _is_same(one: Term, other: Term) -> bool:
    """Whether two figures count the same noun, one of them in fewer words: `860 cuốn sách`, `240 cuốn`."""
    if one.is_money or other.is_money:
        return one.currency == other.currency
    return one.counts_alike(other) or other.counts_alike(one)


def _divides(total: Term, parts: Sequence[Term]) -> bool:
    """Whether the parts are of what the total counts, and none is the whole of it."""
    alike = all(_is_same(total, part) or (total.counts_people and part.counts_people) for part in parts)
    exact = not total.percent and not total.hedged and is_kin(total, parts[0])
    return alike and exact and total.value > max(part.value for part in parts)


def _judged(case: Case, total: Term, parts: Sequence[Term]) -> Record | None:
    values = [part.value for part in parts]
    sum_ = sum(values, Decimal(0))
    if sum_ == total.value or not _LOW <= sum_ / total.value <= _HIGH or is_rounded(total, parts, sum_):
        return None
    first, last = min(total.span.start, parts[0].span.start), max(total.span.end, parts[-1].span.end)
    words = quoted(case.words(Span(first, last)))
    note = f"{' + '.join(map(shown, values))} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {words}."
    return fault("sum_mismatch", note, [Span(first, last)])
