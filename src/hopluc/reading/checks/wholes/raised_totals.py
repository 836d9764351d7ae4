"""Totals raised (nâng tổng số lên): `phát triển mới 8 sản phẩm, nâng tổng số lên 34 sản phẩm`, against how many there were."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_RAISED = in_small(r"\b(?:nâng|đưa) (?:tổng số|số|tổng)\b[^.;\d]{0,70}? lên(?: thành| tới| đến| là)? $")
_STARTS = cues("âng tổng", "âng số", "ưa tổng", "ưa số")
_NEW = in_small(r"\b(?:mới|thêm|tăng|bổ sung)\b")
_ALL = in_small(
    r"\b(?:toàn (?:tỉnh|huyện|thành phố|ngành|xã|vùng|quốc)|cả (?:tỉnh|huyện|nước)|tổng số|hiện có|đã có|hiện nay)\b[^.;\d]{0,40}$"
)
_OTHER = in_small(r"\b(?:mục tiêu|đến năm|khoảng|trên \d|ít nhất|hằng năm|hàng năm|mỗi năm)\b")
_REACH, _FAR = 130, Decimal("0.5")

CASES = (
    (
        "sum_mismatch",
        "Đến hết năm 2022, toàn huyện có 26 sản phẩm OCOP, gồm 4 sản phẩm 4 sao và 22 sản phẩm 3 sao.\n\nPhát triển mới 8 sản phẩm, nâng tổng số sản phẩm OCOP của huyện lên {36|34} sản phẩm.",
    ),
)


def check_raised_totals(case: Case) -> Iterator[Record]:
    """Totals that are not what there was, told once as that of the whole, and what is new."""
    if not any(True for _ in cued(case, _STARTS, Pattern(r"\w+"))):
        return
    for alike in tellings(case).values():
        for place, raised in enumerate(alike):
            low = max(raised.sentence.start, raised.span.start - _REACH)
            lead = _RAISED.search(case.small, low, raised.number.start) if place > 1 else None
            before = [one for one in alike[:place] if one.sentence == raised.sentence]
            if lead is None or len(before) != 1 or not _NEW.search(case.small, raised.sentence.start, raised.span.start):
                continue
            there = [
                one
                for one in alike[: place - 1]
                if _ALL.search(case.small, max(one.sentence.start, one.span.start - 70), one.number.start)
            ]
            if len({one.value for one in there}) == 1 and not _OTHER.search(case.small, *raised.sentence):
                yield from _judged(case, there[-1], before[0], raised)


def _judged(case: Case, there: Telling, new: Telling, raised: Telling) -> Iterator[Record]:
    meant = there.value + new.value
    if meant != raised.value and new.value < raised.value and abs(meant - raised.value) <= _FAR * new.value:
        words = Span(new.span.start, raised.span.end)
        note = f"{shown(there.value)} + {shown(new.value)} = {shown(meant)}, văn bản ghi {shown(raised.value)}: {quoted(case.words(words))}."
        yield fault("sum_mismatch", note, [there.span, words])
