"""Instalments and listed shares (các đợt, tỷ trọng): how many amounts a number of instalments is told with, and shares of a list that make no whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import decimal
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# "thành ba đợt: 300 triệu đồng trong tháng 9, 250 triệu đồng trong tháng 12 và 150 triệu đồng …".
_TOLD = Pattern(
    rf"(?:ành|rong|ồm|ia|eo|ào) (?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<noun>đợt|lần|kỳ|giai đoạn|năm)(?: (?:thanh toán|chuyển tiền|giải ngân|cấp vốn|trả))?(?::|, gồm|, lần lượt(?: là)?|, cụ thể(?: là)?:?) (?=[^.;\n]*\d)"
)
_STARTS = cues("ành ", "rong ", "ồm ", "ia ", "eo ", "ào ")
_SHARES = Pattern(r"\b(?:tỷ trọng|tỉ trọng|cơ cấu|tỷ lệ phân bổ|phân bổ)\b[^.;\n]{0,60}(?:như sau)?:\s*$", re.IGNORECASE)
_SHARE = Pattern(r"[^%\n]{2,90}?(?:-|–|:|là|chiếm|=)?\s(?P<share>\d{1,3}(?:,\d{1,2})?)\s?%[;.,)]?\s*$")
_EACH = Pattern(r"\b(?:mỗi|từng|bằng nhau|đều nhau)\b")
_FEWEST, _LONGEST, _MOST = 3, 420, 12
_HUNDRED, _ROUNDING, _WIDE = Decimal(100), Decimal("0.6"), Decimal(15)

CASES = (
    (
        "count_mismatch",
        "Bên B chuyển tiền thành {ba|bốn} đợt: 300.000 EUR trong tháng 9/2014, 250.000 EUR trong tháng 3/2015, 200.000 EUR trong tháng 3/2016 và 150.000 EUR trong tháng 3/2017.",
    ),
    (
        "sum_mismatch",
        "Dự án có 4 hợp phần; tỷ trọng vốn viện trợ như sau:\nHợp phần 1: Chuyển giao kỹ thuật - 35%\nHợp phần 2: Hạ tầng tưới - 40%\nHợp phần 3: Đo đạc - 15%\nHợp phần 4: Quản lý - {5|10}%",
    ),
)


def check_instalments(case: Case) -> Iterator[Record]:
    """Numbers of instalments with more or fewer amounts behind them, and lists of shares that do not make a hundred."""
    sums = len(case.found.of("money"))
    for found in cued(case, _STARTS, _TOLD) if sums >= _FEWEST else ():
        sentence = case.sentence(Span(*found.span()))
        end = min([sentence.end, *(at for mark in ";\n" if (at := case.plain.find(mark, found.end(), sentence.end)) > 0)])
        amounts = list(case.found.within("money", Span(found.end(), end)))
        number = number_of(found["number"]) if found["number"] else 0
        alike = len({fact.value.currency for fact in amounts}) == 1
        if len(amounts) < _FEWEST or not alike or number == len(amounts) or _EACH.search(case.plain, found.start(), end):
            continue
        dates = len(list(case.found.within("date", Span(found.end(), end))))
        if dates == len(amounts) and end - found.end() <= _LONGEST:
            span = Span(found.start("number"), end)
            note = f"Nói {number} {found['noun']} nhưng kể {len(amounts)}: {quoted(case.words(span))}."
            yield fault("count_mismatch", note, [span])
    yield from _shares(case)


def _shares(case: Case) -> Iterator[Record]:
    """Lists whose items each end with a share, under a line that says they divide one whole."""
    blocks = case.layout.blocks
    for place, block in enumerate(blocks[:-1]):
        if case.plain[block.span.end - 1 : block.span.end] != ":" or not _SHARES.search(
            case.plain, block.span.start, block.span.end
        ):
            continue
        shares = []
        for item in blocks[place + 1 : place + 1 + _MOST]:
            found = _SHARE.match(case.plain, item.span.start, item.span.end)
            if found is None:
                break
            shares.append(decimal(found["share"]))
        sum_ = sum(shares, Decimal(0))
        if len(shares) >= _FEWEST and _ROUNDING < abs(sum_ - _HUNDRED) <= _WIDE:
            span = Span(blocks[place + 1].span.start, blocks[place + len(shares)].span.end)
            arithmetic = " + ".join(f"{shown(share)}%" for share in shares)
            yield fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}%, không bằng 100%: {quoted(case.words(span))}.", [span])
