"""Sums of money (số tiền): number, scale and currency, in whole đồng or in the currency named."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from hopluc.errors import NotAnAmount
from hopluc.money import DONG, NUMBER, SCALE, currencies, parse_number, scaled
from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions.flat_columns import flat_sums
from hopluc.reading.mentions.hedges import hedge_after, hedge_before
from hopluc.reading.mentions.money_cells import cell_sums
from hopluc.reading.mentions.money_columns import column_sums
from hopluc.reading.mentions.nouns import head_at
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Money(Value):
    """An exact sum (`amount`) or an interval (`min`, `max`), never a float; `currency` is ISO 4217.

    `qualifier` is the hedge as written outside the span (`gần`, `trên`, `khoảng`). A sum with a fraction of a whole unit
    (`10,50 USD`) is the interval of the two whole sums around it.
    """

    amount: int | None
    currency: str
    min: int | None = None
    max: int | None = None
    qualifier: str | None = None

    def brief(self) -> str:
        sum_ = str(self.amount) if self.amount is not None else f"{self.min}..{self.max}"
        return f"{sum_} {self.currency}"


class _Part(NamedTuple):
    """One number with its scale and, where it is written, its currency."""

    span: Span
    number: Decimal
    scale: Decimal
    currency: str | None

    @property
    def value(self) -> Decimal:
        return self.number * self.scale


# `đồng` also begins words of its own: comrades, co-authors, plains, clocks.
_NOT_DONG = "(?! (?:chí|bào|tác giả|chủ nhiệm|chủ trì|chủ tịch|tổ chức|hồ|bằng|ruộng|cỏ|đội|phạm|nghiệp|hương|sáng lập|minh|hạng|phục|thau|nát|đều)(?!\\w))"
_BEFORE = cues("USD", "US$", "VNĐ", "VND", "EUR", "GBP", "JPY", "AUD", "SGD", "$", "€", "£", "¥", "₫")
_SIGNS = Pattern(rf"(?:{'|'.join(map(re.escape, _BEFORE))}) ?({NUMBER})((?:(?i: ?{SCALE})){{0,2}})")
_FOLLOWS = Pattern(r"[0-9] ?$|[^\W\d_]$")
_RANGE = Pattern(r" ?(?:-|đến|tới|cho đến) ?")
_BARE_FIRST = Pattern(
    rf"(?<![\w.,/:-])(?P<first>{NUMBER})(?P<scale>(?: (?i:{SCALE})){{0,2}})(?: ?- ?|/| (?:đến|tới|hoặc|và) |, )$"
)
_NOT_A_SUM = Pattern(
    r"(?i:(?<!\w)(?:năm|tháng|ngày|quý|điều|khoản|điểm|mục|thứ|số|lần|đoạn|kỳ|khóa|lớp|quận|phường|các năm)) $"
)
_MONEY_WORDS = Pattern(
    r"(?i:kinh phí|vốn|doanh thu|doanh số|lợi nhuận|ngân sách|trị giá|giá trị|thu nhập|chi phí|tài trợ|đầu tư|nộp|thuế|tiền|quyết toán|"
    r"giải ngân|dự toán|mức chi|hỗ trợ|phân bổ|bố trí|được cấp|huy động|thu hút|tiết kiệm|làm lợi|kim ngạch|đối ứng|quỹ|viện trợ|lệ phí|học phí|lương|khoản\b|giá\b|bán|mua|vay|nợ|phạt|thưởng|chi |thu |đồng)"
)
_SPENT = Pattern(
    r" (?:đã |sẽ |đang )?(?:được |do |từ |cho |bằng )?(?:giải ngân|bố trí|phân bổ|cấp|chi|đầu tư|rót|huy động|ngân sách|doanh nghiệp|nguồn|vốn)(?!\w)"
)
_TIERS = re.compile(rf" ({NUMBER})((?: ?{SCALE})+)", re.IGNORECASE)
_CONTEXT = 140


@cache
def _sum_pattern() -> re.Pattern[str]:
    words = sorted((word for word in currencies() if word != "đồng"), key=len, reverse=True)
    currency = f"(?:đồng(?: việt nam)?{_NOT_DONG}|{'|'.join(map(re.escape, words))})"
    scale = rf"(?: ?{SCALE}){{1,3}}"
    # The look back stands after the first digit, so that the scan can skip to digits.
    return re.compile(
        rf"[0-9](?<![\w][0-9])(?<![0-9][.,:][0-9])(?:[0-9]{{0,2}}(?: [0-9]{{3}})++(?![0-9.,]*+[0-9])|[0-9]*+(?:[.,][0-9]++)*+)"
        rf"(?i:(?P<short> ?tr(?:đ|\. ?đ)(?:ồng)?(?![^\W\d_]))|(?P<scale>{scale})(?P<more>(?: {NUMBER}{scale}){{0,2}})(?P<half> rưỡi(?!\w))?(?: ?(?P<scaled>{currency})(?![^\W\d_]))?"
        rf"|(?P<tail> ?(?P<plain>{currency})(?![^\W\d_])))"
    )


def find_money(document: Document, _found: Found) -> Iterator[Fact]:
    """Every sum of money the document writes in digits, in order; ranges are one fact, each elliptic item is its own.

    A scale without a currency (`119,7 tỷ`) is a sum in đồng only where the sentence speaks of money.
    """
    plain = document.plain
    parts = [part for part in _parts(document) if not any(skipped.contains(part.span) for skipped in document.furniture)]
    last = place = 0
    while place < len(parts):
        part = parts[place]
        place += 1
        if part.span.start < last:
            continue
        second = (
            parts[place] if place < len(parts) and _RANGE.fullmatch(plain, part.span.end, parts[place].span.start) else None
        )
        if second is not None and _rises(plain, part, second):
            place += 1
            span, value = Span(part.span.start, second.span.end), _interval(part, second, second.value)
            facts = [(span, value)]
        else:
            facts = [*_elliptic(plain, part, last), (part.span, _exact(part))]
            if (first := _first_of_range(plain, part, last)) is not None:
                facts = [first]
        for span, value in facts:
            qualifier = hedge_before(plain, span.start) or hedge_after(plain, span.end)
            certain = value.amount is not None or (value.max or 0) - (value.min or 0) > 1  # not a fraction of a unit
            said = replace(value, qualifier=qualifier) if qualifier else value
            yield Fact("money", span, document.quote(span), said, certain)
        last = facts[-1][0].end
    known = {part.span.start for part in parts}
    for sum_ in (*column_sums(document), *cell_sums(document), *flat_sums(document)):
        if sum_.span.start not in known:
            known.add(sum_.span.start)
            yield Fact("money", sum_.span, document.quote(sum_.span), Money(sum_.amount, sum_.currency))


def _parts(document: Document) -> list[_Part]:
    """The sums of the text one by one, in order."""
    plain, parts = document.plain, list[_Part]()
    for written in _sum_pattern().finditer(plain):
        part = _part(plain, written)
        if part is not None:
            parts.append(part)
    signed = list(cued(document, _BEFORE, _SIGNS))
    return _with_signs_before(plain, parts, signed) if signed else parts


def _part(plain: str, written: re.Match[str]) -> _Part | None:
    word = written["scaled"] or written["plain"]
    start, end = written.span()
    if word is None and not written["short"] and not _speaks_of_money(plain, start, end, written["scale"]):
        return None
    figures = plain[start : next(written.start(tail) for tail in ("scale", "short", "tail") if written[tail])]
    try:
        number, scale = parse_number(figures), scaled(Decimal(1), written["scale"] or ("tr" if written["short"] else ""))
        for below in _TIERS.finditer(written["more"] or ""):
            number += scaled(parse_number(below[1]), below[2]) / scale
    except NotAnAmount:
        return None
    if written["half"]:
        number += Decimal("0.5")
    return _Part(Span(start, end), number, scale, currencies()[word.lower()] if word else DONG)


def _speaks_of_money(plain: str, start: int, end: int, scale: str) -> bool:
    """Whether a number in millions or billions without a currency is money: by its sentence, and no counted noun after it."""
    if not any(word in scale.lower() for word in ("tỷ", "tỉ", "triệu", "tr")) or plain[end : end + 1] == "%":
        return False
    if plain[end : end + 1] == " " and head_at(plain, end + 1) is not None:
        return False
    sentence = plain[max(0, start - _CONTEXT) : start]
    cut = max(sentence.rfind("\n"), sentence.rfind(". "))
    return _MONEY_WORDS.search(sentence, cut + 1) is not None or _SPENT.match(plain, end) is not None


def _with_signs_before(plain: str, parts: list[_Part], signed: list[re.Match[str]]) -> list[_Part]:
    """`parts` with the sums whose currency stands before them (`USD 5 triệu`, `$10.000`)."""
    starts = [part.span.start for part in parts]
    known = {part.span.start: part for part in parts}
    for written in signed:
        span = Span(*written.span())
        sign = written[0][: written.start(1) - span.start].strip().lower()
        if _FOLLOWS.search(plain, max(0, span.start - 2), span.start):
            continue
        place = bisect_right(starts, span.end - 1) - 1
        rival = parts[place].span if place >= 0 else Span(0, 0)
        if rival.overlaps(span) and (rival.start < span.start or rival.end > span.end):
            continue
        try:
            number = parse_number(written[1])
        except NotAnAmount:  # `$0912.345.678`: figures no rule gives a meaning
            continue
        if span.contains(rival):
            known.pop(rival.start, None)
        known[span.start] = _Part(span, number, scaled(Decimal(1), written[2]), currencies()[sign])
    return [known[start] for start in sorted(known)]


def _rises(plain: str, first: _Part, second: _Part) -> bool:
    """Whether two sums joined by a dash or `đến` are the ends of a range in one currency."""
    return (
        first.value < second.value
        and first.currency == second.currency
        and "\n" not in plain[first.span.end : second.span.start]
    )


def _interval(first: _Part, second: _Part, high: Decimal) -> Money:
    return Money(None, second.currency or DONG, int(first.value), int(high))


def _exact(part: _Part) -> Money:
    whole = int(part.value)
    if part.value == whole:
        return Money(whole, part.currency or DONG)
    return Money(None, part.currency or DONG, whole, whole + 1)


def _first_of_range(plain: str, part: _Part, last: int) -> tuple[Span, Money] | None:
    """`10-15 tỷ đồng`, `500 đến 700 triệu đồng`: the first end is a bare number that takes the scale of the second."""
    found = _BARE_FIRST.search(plain, max(last, part.span.start - 40), part.span.start)
    if found is None or not _RANGE.fullmatch(plain, found.end("scale"), part.span.start):
        return None
    if _NOT_A_SUM.search(plain, max(0, found.start() - 12), found.start()):
        return None
    try:
        number = parse_number(found["first"])
    except NotAnAmount:  # `024.3943.1234 đến`: a telephone, a code
        return None
    scale = scaled(Decimal(1), found["scale"]) if found["scale"] else part.scale
    first = _Part(Span(found.start(), found.end("scale")), number, scale, part.currency)
    if first.value >= part.value:
        return None
    return Span(found.start(), part.span.end), _interval(first, part, part.value)


def _elliptic(plain: str, part: _Part, last: int) -> list[tuple[Span, Money]]:
    """`5, 7 và 10 tỷ đồng`: the numbers before that borrow scale and currency, in order."""
    items: list[tuple[Span, Money]] = []
    start = part.span.start
    while len(items) < 12:
        found = _BARE_FIRST.search(plain, max(last, start - 40), start)
        if found is None or found["scale"] or _RANGE.fullmatch(plain, found.end("scale"), start):
            break
        span = Span(found.start("first"), found.end("first"))
        is_year = len(found["first"]) == 4 and found["first"][:2] in ("19", "20")
        if is_year or _NOT_A_SUM.search(plain, max(0, span.start - 12), span.start):
            return []
        try:
            number = parse_number(found["first"])
        except NotAnAmount:  # `024.3943.1234, 5 triệu đồng`: a telephone, a code
            break
        items.append((span, _exact(_Part(span, number, part.scale, part.currency))))
        start = span.start
    return items[::-1]


CASES = (
    "Bảng 1. Kinh phí hợp tác (triệu đồng)\nNăm\tNgân sách tỉnh\tTrung ương\tSố đề tài\n2011\t⟦5200000000 VND: 5.200⟧\t⟦1800000000 VND: 1.800⟧\t12\n",
    "Bảng 2. Đề tài các cấp (triệu đồng)\nNăm\tDự toán\tCấp tỉnh\n2011\t⟦5200000000 VND: 5.200⟧\t18\n",
    "TT\tNhiệm vụ\tChủ trì\tKinh phí (triệu đồng)\n1\tSố hóa hồ sơ\tSở Nội vụ\t⟦1250000000 VND: 1.250⟧\n2\tLập bản đồ\tSở Y tế\t⟦980000000 VND: 980⟧\n",
    "TT\tNhiệm vụ\tChủ trì\tKinh phí (nghìn USD)\tGhi chú\n1\tSố hóa hồ sơ\tSở Nội vụ\t⟦250000 USD: 250⟧\n2\tLập bản đồ\tSở Y tế\t⟦98000 USD: 98⟧\tbổ sung\n",
    "TT\tNhiệm vụ\tChủ trì\tSố lượng (máy)\n1\tMua máy sấy\tSở Nội vụ\t1.250\n",
    "Gọi số $0912.345.678 để được hướng dẫn.",
    "Tổng kinh phí thực hiện là ⟦5132000000 VND: 5.132 triệu đồng⟧.",
    "Dự án được cấp gần ⟦1500000000 VND: 1,5 tỷ đồng⟧, doanh nghiệp đối ứng ⟦2350000000 VND: 2 tỷ 350 triệu đồng⟧.",
    "Tổng vốn đầu tư ⟦119700000000 VND: 119,7 tỷ⟧, trong đó ngân sách tỉnh Tân Lâm ⟦40000000000 VND: 40 tỷ⟧.",
    "Mức chi: ⟦1500000 VND: 1.500.000 đồng⟧/người/tháng; chủ nhiệm ⟦2000000 VND: 2.000.000đ⟧/tháng.",
    "Quỹ tài trợ ⟦3000000 USD: 3 triệu USD⟧, ⟦500000 USD: 500 nghìn USD⟧, ⟦10000 EUR: 10.000 EUR⟧ và ⟦100000000 JPY: 100 triệu yên Nhật⟧.",
    "Kim ngạch đạt ⟦1200000 USD: 1,2 triệu đô la Mỹ⟧; vay ⟦5000000 USD: USD 5 triệu⟧, thưởng ⟦10000 USD: $10.000⟧.",
    "Cần từ ⟦10000000000..15000000000 VND: 10-15 tỷ đồng⟧; hỗ trợ ⟦500000000..700000000 VND: 500 đến 700 triệu đồng⟧ một đề tài.",
    "Mức hỗ trợ từ ⟦500000000..1000000000 VND: 500 triệu đồng đến 1 tỷ đồng⟧; từ ⟦800000000..1200000000 VND: 800 triệu - 1,2 tỷ đồng⟧.",
    "Ba giải thưởng trị giá ⟦5000000 VND: 5⟧, ⟦7000000 VND: 7⟧ và ⟦10000000 VND: 10 triệu đồng⟧.",
    "Doanh thu tăng từ ⟦35000000000 VND: 35 tỷ đồng⟧ lên ⟦52000000000 VND: 52 tỷ đồng⟧ sau 2 năm.",
    "Thu ngân sách ước đạt ⟦12450000000000 VND: 12.450 tỷ đồng⟧; nợ công ⟦3200000000000000 VND: 3,2 triệu tỷ đồng⟧.",
    "Hợp đồng ký năm 2019, 2020 và 2021 có giá ⟦2000000000 VND: 2.000.000.000 đồng⟧ (bằng chữ: Hai tỷ đồng).",
    "Vốn điều lệ ⟦1000000000 VND: 1.000.000.000 VNĐ⟧, lệ phí ⟦150000 VND: 150 nghìn đồng⟧, phí ⟦1200000 VND: 1 200 000 đ⟧.",
    "Có 5 đồng chí, 3 đồng chủ nhiệm, 2 đồng tác giả và 54 đồng bào dân tộc dự hội nghị tại Đồng bằng sông Vĩnh.",
    "Giáo viên cần khoảng 1,3 triệu buồng.",
    "Dân số 1,9 triệu người, 2,3 triệu lượt khách, sản lượng điện 1,2 tỷ kWh, khoảng 500 nghìn tấn xi măng.",
    "Đường dài 12 km, rộng 30 m, tăng 5%, năm 2025, quý 3, giai đoạn 2021-2025, Nghị quyết 57.",
    "Phần vốn nước ngoài là ⟦10..11 USD: 10,50 USD⟧; tỷ giá ⟦25000 VND: 25.000 VND⟧/USD.",
    "Phân bổ: Sở Y tế ⟦5000000000 VND: 5 tỷ đồng⟧; Sở Công Thương ⟦750000000 VND: 0,75 tỷ đồng⟧; Viện ⟦300000 CNY: 300.000 nhân dân tệ⟧.",
    "KINH PHÍ: ⟦4500000000 VND: 4,5 TỶ ĐỒNG⟧; còn lại ⟦80000000 VND: 80 triệu⟧ chưa giải ngân.",
    "Ngân sách ⟦500000000 VND: 500 trđ⟧, vốn khác ⟦1250500000 VND: 1.250,5 tr.đ⟧; hơn ⟦1000000000000 VND: 1.000 tỷ⟧ được giải ngân.",
    "Dự toán ⟦1250500000 VND: 1 tỷ 250 triệu 500 nghìn đồng⟧, đối ứng ⟦1500000000 VND: 1 tỷ rưỡi⟧.",
    "Bảng 2 (ĐVT: triệu đồng)\nTT\tNội dung\tSố máy\tNăm 2021\tNăm 2022\n1\tNgân sách tỉnh\t12\t⟦800000000 VND: 800⟧\t⟦1350000000 VND: 1.350⟧\n",
    "Chỉ tiêu\tĐơn vị\t2020\t2021\nThu ngân sách\tTỷ đồng\t⟦1250000000000 VND: 1.250⟧\t⟦1350500000000 VND: 1.350,5⟧\nSố đề tài\tđề tài\t12\t15\n",
    "1\nChi khoa học\nTỷ đồng\n⟦12500000000 VND: 12,5⟧\n⟦14000000000 VND: 14⟧\n2\nSố đề tài\nđề tài\n12\n15\n",
    "Nguồn\tSố dự án\tGiá trị (triệu USD)\tGhi chú\nODA\t4\t⟦12500000 USD: 12,5⟧\t\nKhác\t1\t⟦3000000 USD: 3⟧\tđã ký\n",
    "Năm\nThu (tỷ đồng)\nChi (tỷ đồng)\n2019\n⟦12500000000 VND: 12,5⟧\n⟦11000000000 VND: 11⟧\n2020\n⟦13000000000 VND: 13⟧\n-\nNguồn: báo cáo của sở\n",
    "Đơn vị: tỷ đồng\nChỉ tiêu\n2019\n2020\nThu nội địa\n⟦12500000000 VND: 12,5⟧\n⟦11000000000 VND: 11⟧\nThu khác\n⟦3000000000 VND: 3⟧\n⟦2000000000 VND: 2⟧\n",
    "Phụ lục. ĐVT: triệu đồng\nTT\nHạng mục\nDự toán\nGhi chú\n1\nMua máy\n1.200\n2\nTập huấn\n300\n3\nKhảo sát\n150\n",
    "Kinh phí (tỷ đồng)\n1\n2\n3\nMột kiến nghị về kinh phí (triệu đồng)\n2019\n2020\n",
    "Bảng 3. ĐVT: máy\nTT\tNội dung\tNăm 2021\tNăm 2022\n1\tMua máy sấy\t800\t1.350\n",
    "Chi trên ⟦20000000000 VND: 20 tỷ đồng⟧ cho 12 nhiệm vụ, tối đa ⟦300000000 VND: 300 triệu đồng⟧/nhiệm vụ.",
    "Gói ⟦1800000 KRW: 1,8 triệu won⟧, ⟦2000000 AUD: 2 triệu đô la Úc⟧, ⟦40000 GBP: 40.000 bảng Anh⟧, ⟦60000000 EUR: 60 triệu Euro⟧.",
    "Đã giải ngân ⟦45000000000 VND: 45⟧/⟦60000000000 VND: 60 tỷ đồng⟧.",
    "Đơn giá từ ⟦50000..100000 VND: 50.000đ-100.000đ⟧; cước ⟦10000 VND: 10.000 đồng⟧ một lượt, 10 lượt mỗi ngày.",
    "Điện thoại 024.3943.1234, ⟦5000000 VND: 5⟧, ⟦7000000 VND: 7 triệu đồng⟧; mã 12.34.5678 đến ⟦10000000 VND: 10 triệu đồng⟧.",
)
KIND = Kind("money", "số tiền", find_money, CASES)
