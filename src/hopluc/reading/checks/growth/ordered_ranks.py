"""Ranks told in order (dẫn đầu, tiếp đến): `A dẫn đầu với 11 giải, tiếp đến là B 8 giải và C 6 giải`, none behind with more than the first."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.sentences import paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_FIRST = in_small(r"\b(?:dẫn đầu|đứng đầu|cao nhất|nhiều nhất|lớn nhất|đứng thứ nhất)\b")
_NEXT = in_small(r"(?:,|;) (?:tiếp (?:đến|theo|đó)|kế (?:đến|tiếp)|sau đó|thứ hai)(?: là| lần lượt là)?\b")
_STARTS = cues(", tiếp đến", ", tiếp theo", ", tiếp đó", ", kế đến", ", kế tiếp", "; tiếp đến", "; tiếp theo", ", thứ hai là")
_OTHER = in_small(r"\b(?:thấp nhất|ít nhất|tăng|giảm|trong đó|tổng|điểm chuẩn|so với)\b")

CASES = (
    (
        "value_conflict",
        "Thành phố dẫn đầu toàn đoàn với 11 giải, tiếp đến là huyện Bảo Lâm {13|8} giải và huyện Phong Sơn 6 giải.",
    ),
)


def check_ordered_ranks(case: Case) -> Iterator[Record]:
    """Figures behind `tiếp đến` that are greater than the one told as the first, of what they count alike."""
    starts = [found.start() for found in cued(case, _STARTS, Pattern(r"[,;] [^\W\d_]+"))]
    if not starts:
        return
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            at = next((start for start in starts if sentence.span.start <= start < sentence.span.end), None)
            if at is None or not _NEXT.match(case.small, at) or _OTHER.search(sentence.small):
                continue
            if not _FIRST.search(case.small, sentence.span.start, at):
                continue
            leading = [term for term in sentence.terms if term.span.end <= at and not term.percent]
            following = [term for term in sentence.terms if term.span.start > at and not term.percent]
            if len(leading) != 1 or leading[0].unit is None or any(term.head != leading[0].head for term in following):
                continue
            more = next((term for term in following if term.value > leading[0].value), None)
            if more is not None:
                span = Span(leading[0].span.start, more.span.end)
                note = f"Đứng đầu ghi {shown(leading[0].value)} nhưng phía sau ghi {shown(more.value)}: {quoted(case.words(span))}."
                yield fault("value_conflict", note, [span])
