"""Complements (phần bù): a whole and its two parts that leave no third, `hợp lệ` and `không hợp lệ`, `đã` and `chưa`, `nam` and `nữ`."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import WORD, Pattern, in_small

_NOT = ("không", "chưa")
_PAIRS = (
    ("nam", "nữ"),
    ("trong nước", "ngoài nước"),
    ("thành thị", "nông thôn"),
    ("công lập", "tư thục"),
    ("công lập", "ngoài công lập"),
)
_FRACTION = Pattern(
    r"(?<![\w.,/-])(?P<part>\d{1,4})/(?P<whole>\d{1,4}) (?P<noun>[^\W\d_]+)(?P<said>[^.;,\d]{0,50}), (?:còn(?: lại)?|và)(?: có)? (?P<rest>\d{1,4}) (?P=noun)\b(?P<other>[^.;,\d]{0,40})"
)
_OTHER = in_small(
    r"\b(?:so với|tăng|giảm|cùng kỳ|năm trước|bình quân|mỗi|thêm|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|ít nhất|tối thiểu|tối đa|trong số|đang)\b"
)
# A sentence without one of these tells of no two parts that leave no third.
_OPPOSED = (
    " không ",
    " chưa ",
    " nữ",
    "ngoài nước",
    "nông thôn",
    "tư thục",
    "ngoài công lập",
)
_BEHIND, _THREE, _FEWEST = 40, 3, 2

CASES = (
    (
        "sum_mismatch",
        "Tổng số phiếu khảo sát là 500, trong đó 420 phiếu hợp lệ và {90|80} phiếu không hợp lệ.",
    ),
    (
        "sum_mismatch",
        "Đến nay đã có 28/35 xã hoàn thành, còn {8|7} xã chưa hoàn thành.",
    ),
    ("sum_mismatch", "Lớp có 36 học viên gồm 20 nam và {18|16} nữ."),
)


def check_complements(case: Case) -> Iterator[Record]:
    """Sentences with one whole and two parts that are each other's complement, and fractions with what is left."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if (
                sentence.figures < _FEWEST
                or not any(map(sentence.words.__contains__, _OPPOSED))
                or _OTHER.search(sentence.small)
            ):
                continue
            record = _of_fraction(case, sentence) or _of_three(case, sentence)
            if record is not None:
                yield record


def _of_fraction(case: Case, sentence: Sentence) -> Record | None:
    found = _FRACTION.search(sentence.words)
    if found is None or not _are_opposed(found["said"], found["other"]):
        return None
    part, whole, rest = (int(found[name]) for name in ("part", "whole", "rest"))
    if part + rest == whole or not 0 < part <= whole:
        return None
    span = Span(sentence.span.start + found.start(), sentence.span.start + found.end())
    return fault(
        "sum_mismatch",
        f"{part} + {rest} = {part + rest}, văn bản ghi {whole}: {quoted(case.words(span))}.",
        [span],
    )


def _of_three(case: Case, sentence: Sentence) -> Record | None:
    known = [place for place, term in enumerate(sentence.terms) if not term.percent]
    if len(known) != _THREE:
        return None
    whole, one, other = (sentence.terms[place] for place in known)
    if any(term.hedged for term in (whole, one, other)) or not _may_be_parts(whole, one, other):
        return None
    if not _are_opposed(_said(sentence, known[1]), _said(sentence, known[2])) or whole.value == one.value + other.value:
        return None
    span = Span(whole.span.start, min(sentence.span.end, other.span.end))
    note = f"{shown(one.value)} + {shown(other.value)} = {shown(one.value + other.value)}"
    return fault(
        "sum_mismatch",
        f"{note}, văn bản ghi {shown(whole.value)}: {quoted(case.words(span))}.",
        [span],
    )


def _may_be_parts(whole: Term, one: Term, other: Term) -> bool:
    alike = is_kin(whole, one) or is_kin(one, other) or (one.counts_people and other.counts_people)
    return alike and max(one.value, other.value) <= whole.value and not whole.is_money


def _said(sentence: Sentence, place: int) -> str:
    """What is said of a part: right behind its figure, up to the next stop or figure."""
    start = sentence.terms[place].span.start - sentence.span.start
    behind = sentence.words[start : start + _BEHIND + 12].lstrip("0123456789.,")
    return re.split(r"[.;,\d]| và ", behind)[0]


def _are_opposed(one: str, other: str) -> bool:
    """Whether two sayings are each other's opposite: the same words but for a `không`, or a pair of words."""
    first, second = (WORD.findall(words.casefold()) for words in (one, other))
    if any(
        (pair[0] in one and pair[1] in other) or (pair[1] in one and pair[0] in other)
        for pair in _PAIRS
        if not (pair[0] in one and pair[0] in other)
    ):
        return True
    for plain, negated in ((first, second), (second, first)):
        at = next((place for place, word in enumerate(negated) if word in _NOT), None)
        if (
            at is not None
            and not set(_NOT) & set(plain)
            and negated[at + 1 : at + 3]
            and set(negated[at + 1 : at + 3]) <= set(plain)
        ):
            return True
    return False
