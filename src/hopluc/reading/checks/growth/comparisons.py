"""Comparisons (so sánh bằng lời): figures beside words that say which is the greater, the first or the last of them."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.numbers import Term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# "20 tỷ đồng, ít hơn chi cho giáo dục (15 tỷ đồng)": no amount of the difference, but the other figure.
_MORE = Pattern(
    r"[^.;:\d]{0,40}?[,(]? ?(?P<how>nhiều|cao|lớn|dài|nhanh|rộng|đông|nặng|ít|thấp|nhỏ|ngắn|chậm|hẹp|kém) hơn (?!\d)[^.;\d]{2,60}?(?:\(|\b(?:là|với|chỉ|mới|có|đạt)\s)(?:là |có |đạt |chỉ |mới )*$"
)
_LESS = ("ít", "thấp", "nhỏ", "ngắn", "chậm", "hẹp", "kém")
# "Dẫn đầu là …", "nhiều hộ tham gia nhất (120 hộ)", "Cao nhất là giống …", "giải nhất đạt 86 điểm".
_TOP = Pattern(
    r"(?:\b(?:dẫn đầu|đứng đầu|quán quân|vô địch|đứng thứ nhất|(?:giải|hạng|(?<!lần )(?<!điều )(?<!khóa )thứ|loại) nhất)\b|\b(?:nhiều|cao|lớn|đông|dài|rộng|nặng)(?: [^\W\d]+){0,4} nhất\b)(?:[^.;\d]|(?<=\w)\d){0,70}$",
    re.IGNORECASE,
)
_LEAST = Pattern(r"\b(?:ít|thấp|nhỏ|ngắn|nhẹ)(?: [^\W\d]+){0,4} nhất\b(?:[^.;\d]|(?<=\w)\d){0,70}$", re.IGNORECASE)
# What stands between figures that are not set in a row.
_BREAKS = Pattern(
    r"\b(?:trong đó|tăng|giảm|so với|tổng|cả|gồm|hơn|kém|trung bình|bình quân|mục tiêu|kế hoạch|trước|chỉ tiêu|quy định|yêu cầu|trên|gấp|nâng|từ|(?<!đó )(?<!kế )(?<!tiếp )(?<!rồi )đến|nhất|thêm|năm)\b|\n",
    re.IGNORECASE,
)
_ONE_OF = Pattern(r"\b(?:một trong|nhóm|top|trong số các|thuộc loại|thời điểm|lúc|khi)\b", re.IGNORECASE)
_MOST = 8
_CUES = (" hơn ", "nhất", "ẫn đầu", "ứng đầu", "quán quân", "vô địch")

CASES = (
    ("value_conflict", "Chi cho y tế là 20 tỷ đồng, ít hơn chi cho giáo dục ({15|25} tỷ đồng)."),
    ("value_conflict", "Cao nhất là giống TL1 đạt {6,2|7,2} tấn/ha, giống TL2 đạt 6,8 tấn/ha, giống TL3 đạt 6,5 tấn/ha."),
    ("value_conflict", "Thấp nhất là xã Hòa Bình với {45|25}%, các xã khác: Tân Hòa 38%, Phú Lộc 60%."),
    (
        "value_conflict",
        "{Đội giành giải nhất đạt 86 điểm, đội giải nhì đạt 92 điểm, đội giải ba đạt 88 điểm|Giải nhất không có, 3 giải nhì, 4 giải ba}.",
    ),
    ("value_conflict", "Đội giành giải nhất đạt {86|96} điểm, đội giải nhì đạt 92 điểm, đội giải ba đạt 88 điểm."),
)


def check_comparisons(case: Case) -> Iterator[Record]:
    """Figures that are not the greater, the first or the last that the words make them."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            words = sentence.words
            if sentence.figures > 1 and any(map(words.__contains__, _CUES)) and 1 < len(sentence.terms) <= _MOST:
                record = _compared(case, sentence) or _ranked(case, sentence)
                if record is not None:
                    yield record


def _compared(case: Case, sentence: Sentence) -> Record | None:
    for place in range(1, len(sentence.terms)):
        one, other = sentence.terms[place - 1], sentence.terms[place]
        found = _MORE.fullmatch(sentence.before(place)) if _are_alike(one, other) else None
        if found and one.value != other.value and (found["how"] in _LESS) != (one.value < other.value):
            span = Span(one.span.start, other.span.end)
            note = f"Ghi {quoted(found['how'] + ' hơn')} nhưng số liệu ngược lại: {quoted(case.words(span))}."
            return fault("value_conflict", note, [span])
    return None


def _are_alike(one: Term, other: Term) -> bool:
    alike = one.percent == other.percent and one.head == other.head and one.currency == other.currency
    return alike and not (one.hedged or other.hedged)


def _ranked(case: Case, sentence: Sentence) -> Record | None:
    """The finding on a row whose first figure is told to be the greatest, or the least."""
    for place, top in enumerate(sentence.terms[:-1]):
        before = sentence.before(place)
        least = _LEAST.search(before) is not None
        prizes = (top.unit or "").startswith("giải")
        if not (least or _TOP.search(before)) or top.hedged or prizes or _ONE_OF.search(before):
            continue
        for at in range(place + 1, len(sentence.terms)):
            term = sentence.terms[at]
            if not _are_alike(top, term) or _BREAKS.search(sentence.before(at)):
                break
            if (term.value < top.value) if least else (term.value > top.value):
                span = Span(top.span.start, term.span.end)
                what = "Ghi ít nhất nhưng có số nhỏ hơn" if least else "Ghi đứng đầu nhưng có số lớn hơn"
                return fault("value_conflict", f"{what}: {quoted(case.words(span))}.", [span])
    return None
