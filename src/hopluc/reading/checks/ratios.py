"""Shares (tỷ lệ): parts greater than their whole, percentages against their own fraction, shares that should make a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, Term, decimal, terms
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# "17/20 đơn vị (đạt 85%)", "17/20 đơn vị, đạt tỷ lệ 85%".
_SHARE = Pattern(
    rf"(?<![\w./,-])(?P<part>\d{{1,6}})\s?/\s?(?P<whole>\d{{1,6}})(?![\w/])(?P<unit>[^\d()%,;.:\n]{{0,60}})"
    rf"(?:\(|,)\s*(?:(?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ|khoảng|=)\s+){{0,3}}(?P<percent>{NUMBER})\s?%"
)
_BEYOND = Pattern(r"\b(?:vượt|kế hoạch|chỉ tiêu|dự toán)\b")
_HUNDRED = Pattern(r"\b(?:cơ cấu|tỷ trọng|tỉ trọng|phân bố|phân bổ)\b", re.IGNORECASE)
_CHANGE = Pattern(r"\b(?:tăng|giảm|so với)\b")
_BRACKET = Pattern(r"\((?:gồm|trong đó|cụ thể)?:?\s*(?P<inside>[^()\n]{6,400}%[^()\n]{0,200})\)")
# The number of provinces and centrally run cities, oneself among them: since 1997, 2004, 1/8/2008 (Resolution 15/2008/QH12)
# and 1/7/2025 (Resolution 202/2025/QH15).
_WITH_ALL = Pattern(
    r"với(?:\s+(?:các|cả|tất cả))?\s+(?P<count>(?P<number>61|64|63|34)(?:/(?P=number))?\s+tỉnh(?:,\s*|/|\s+và\s+)(?:thành phố|thành|TP)?)"
)
_EXCHANGE = Pattern(r"\b(?:trao đổi|kết nối|hợp tác|liên kết|phối hợp|ký kết|quan hệ|chia sẻ)\b", re.IGNORECASE)
_LOCAL = Pattern(r"\b(?:Sở|Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Thành ủy|Tỉnh ủy)\b")
_NATIONAL = Pattern(r"\b(?:Bộ|Cục|Vụ|Tổng cục|Viện Hàn lâm|Chính phủ|Quốc hội|Trung ương|Việt Nam|cả nước ta)\b")


def check_ratios(case: Case) -> Iterator[Record]:
    """Numerators above their denominators, percentages beside their fraction, shares of a whole, and counts that count oneself."""
    yield from _above_one(case)
    yield from _beside_fraction(case)
    yield from _of_hundred(case)
    yield from _with_oneself(case)


def _above_one(case: Case) -> Iterator[Record]:
    for fact in case.found.of("quantity"):
        part, whole = fact.value.numerator, fact.value.denominator
        if part is None or whole is None or part <= whole or (part, whole) == (24, 7):
            continue
        around = case.plain[max(0, fact.span.start - 60) : fact.span.end + 40]
        if not _BEYOND.search(around):
            note = f"{quoted(fact.quote)}: phần ({shown(part)}) lớn hơn toàn bộ ({shown(whole)})."
            yield fault("sum_mismatch", note, [fact.span])


def _beside_fraction(case: Case) -> Iterator[Record]:
    for found in _shares(case.plain):
        part, whole = int(found["part"]), int(found["whole"])
        if not 0 < part <= whole or case.is_taken(found.start()):
            continue
        said, span = decimal(found["percent"]), Span(*found.span())
        step = Decimal(1).scaleb(int(said.as_tuple().exponent))
        exact = Decimal(100 * part) / whole
        note = f"{part}/{whole} = {shown(round(exact, 2))}%"
        if abs(exact - said) <= step:
            yield passed(f"{note}, đúng với {shown(said)}% văn bản ghi.", [span])
        elif not _BEYOND.search(found["unit"]):
            yield fault("sum_mismatch", f"{note}, văn bản ghi {shown(said)}%: {quoted(case.words(span))}.", [span])


def _shares(plain: str) -> Iterator[re.Match[str]]:
    """Each fraction with the percentage that stands behind it."""
    place = plain.find("%")
    while place >= 0:
        slash = plain.rfind("/", max(0, place - 120), place)
        if slash >= 0:
            found = _SHARE.search(plain, max(0, slash - 8), place + 1)
            if found:
                yield found
        place = plain.find("%", place + 1)


def _of_hundred(case: Case) -> Iterator[Record]:
    """Shares in brackets that are all percentages and nearly make, or are said to make, a hundred."""
    for found in _BRACKET.finditer(case.plain) if "%" in case.plain else ():
        parts = terms(found["inside"], found.start("inside"))
        if len(parts) < 2 or not all(part.percent for part in parts) or _CHANGE.search(found["inside"]):
            continue
        sum_ = sum((part.value for part in parts), Decimal(0))
        arithmetic = " + ".join(f"{shown(part.value)}%" for part in parts)
        said = _HUNDRED.search(case.plain, max(0, found.start() - 120), found.start()) is not None
        yield from _hundred(case, parts, sum_, arithmetic, said=said)


def _hundred(case: Case, parts: list[Term], sum_: Decimal, arithmetic: str, *, said: bool) -> Iterator[Record]:
    span = Span(parts[0].span.start, parts[-1].span.end)
    rounding = Decimal(len(parts)) * Decimal("0.5").scaleb(min(int(part.value.as_tuple().exponent) for part in parts))
    if abs(sum_ - 100) <= (rounding if sum_ != 100 else 0):
        yield passed(f"{arithmetic} = {shown(sum_)}%, khớp 100% (kể cả làm tròn).", [span])
    elif len(parts) > 2 and (said or 95 <= sum_ <= 105) and 60 <= sum_ <= 160:
        yield fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}%, không bằng 100%: {quoted(case.words(span))}.", [span])


def _is_local(plain: str) -> bool:
    """Whether a text names bodies of a province more than once."""
    first = _LOCAL.search(plain)
    return first is not None and _LOCAL.search(plain, first.end()) is not None


def _with_oneself(case: Case) -> Iterator[Record]:
    """A province that exchanges something with as many provinces as there are, itself among them."""
    for found in _WITH_ALL.finditer(case.plain):
        span = Span(*found.span("count"))
        sentence = case.sentence(span)
        before = case.plain[sentence.start : found.start()]
        if not _EXCHANGE.search(before) or _NATIONAL.search(before) or not _is_local(case.plain):
            continue
        number = int(found["number"])
        note = f"{number} là số tất cả các tỉnh, thành phố, gồm cả địa phương của văn bản; với các địa phương khác chỉ có thể là {number - 1}"
        yield fault(
            "count_doubt",
            f"{note}: {quoted(case.words(sentence))}.",
            [Span(max(sentence.start, found.start() - 120), span.end)],
        )
