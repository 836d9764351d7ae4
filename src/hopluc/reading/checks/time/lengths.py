"""Lengths of stages (thời gian từng bước): the months or days that the stages of a work take, against the whole."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import SURE_NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBER = rf"0?\d{{1,3}}|{'|'.join(('một', *SURE_NUMBERS))}"
# "48 tháng, chia ba giai đoạn: …", "24 tháng (khảo sát 4 tháng, …)", "45 ngày, kể cả: …".
_WHOLE = Pattern(
    r" (?P<unit>tháng|ngày|tuần|năm)(?: làm việc)?\s?(?:\(|:|,? (?:được )?(?:chia|gồm|bao gồm|kể cả|trong đó|cụ thể)\b[^.;\d]{0,45}?)"
)
_COUNT = Pattern(rf"(?<![\w.,/-])(?P<number>{_NUMBER})$")
_STARTS = cues(" tháng", " ngày", " tuần", " năm")
_PART = Pattern(rf"(?<![\w.,/-])(?P<number>{_NUMBER}) (?P<unit>tháng|ngày|tuần|năm)\b(?! (?:19|20)?\d)")
_OTHER = Pattern(r"\b(?:từ|đến|trước|sau|không quá|tối đa|ít nhất|chậm nhất|mỗi|mỗi năm|kể từ|hơn|gần|khoảng)\b|\d{4}")
_ALL = Pattern(
    rf"(?:oàn bộ|ổng cộng|ả (?:hai|ba|bốn|các) [^\W\d_]+(?: [^\W\d_]+)?|ổng thời gian|ất cả)[^.;,\d\n]{{0,40}} (?P<number>{_NUMBER}) (?P<unit>tháng|ngày|tuần|năm)\b(?! (?:19|20)?\d)"
)
_ALL_STARTS = cues("oàn bộ ", "ổng cộng ", "ả hai ", "ả ba ", "ả bốn ", "ả các ", "ổng thời gian", "ất cả ")
_FEWEST, _LONGEST = 2, 6

CASES = (
    (
        "sum_mismatch",
        "Kế hoạch chia làm hai giai đoạn, giai đoạn I làm trong 18 tháng, giai đoạn II trong 24 tháng; toàn bộ kế hoạch kéo dài {40|42} tháng.",
    ),
    (
        "sum_mismatch",
        "Dự án kéo dài {30|24} tháng, gồm giai đoạn chuẩn bị 6 tháng, giai đoạn triển khai 12 tháng, giai đoạn tổng kết 6 tháng.",
    ),
    ("sum_mismatch", "Thời gian thực hiện: {20|18} tháng (khảo sát 4 tháng, thiết kế 6 tháng, thử nghiệm 8 tháng)."),
    ("sum_mismatch", "Lộ trình {5|4} năm chia làm hai giai đoạn: giai đoạn một 2 năm, giai đoạn hai 2 năm."),
)


def check_lengths(case: Case) -> Iterator[Record]:
    """Wholes of time with the stages told right behind them, or right before."""
    yield from _summed_behind(case)
    for found in cued(case, _STARTS, _WHOLE):
        count = _COUNT.search(case.plain, max(0, found.start() - _LONGEST), found.start())
        if count is None:
            continue
        sentence = case.sentence(Span(*found.span()))
        end = min(
            [at for mark in (";", ")") if (at := case.plain.find(mark, found.end(), sentence.end)) >= 0], default=sentence.end
        )
        parts = list(_PART.finditer(case.plain, found.end(), end))
        if (
            len(parts) < _FEWEST
            or any(part["unit"] != found["unit"] for part in parts)
            or _OTHER.search(case.plain, found.end(), end)
        ):
            continue
        whole, sum_ = _value(count), sum(map(_value, parts))
        span = Span(count.start(), parts[-1].end())
        note = f"{' + '.join(str(_value(part)) for part in parts)} = {sum_} {found['unit']}"
        if sum_ == whole:
            yield passed(f"{note}, đúng với văn bản ghi.", [span])
        else:
            yield fault("sum_mismatch", f"{note}, văn bản ghi {whole}: {quoted(case.words(span))}.", [span])


def _summed_behind(case: Case) -> Iterator[Record]:
    """Stages with their lengths, and the whole that is told behind them: `giai đoạn I trong 18 tháng, …; toàn bộ kéo dài 42 tháng`."""
    for found in cued(case, _ALL_STARTS, _ALL):
        sentence = case.sentence(Span(*found.span()))
        parts = list(_PART.finditer(case.plain, sentence.start, found.start()))
        if len(parts) < _FEWEST or _OTHER.search(case.plain, *sentence) or any(part["unit"] != found["unit"] for part in parts):
            continue
        whole, sum_ = _value(found), sum(map(_value, parts))
        if sum_ != whole and parts[-1].end() <= found.start():
            span = Span(parts[0].start(), found.end())
            note = f"{' + '.join(str(_value(part)) for part in parts)} = {sum_} {found['unit']}"
            yield fault("sum_mismatch", f"{note}, văn bản ghi {whole}: {quoted(case.words(span))}.", [span])


def _value(found: re.Match[str]) -> int:
    return number_of(found["number"])
