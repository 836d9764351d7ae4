"""Balances (thu trừ chi): what is left of takings less costs, and of what was given less what was spent."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, is_hedged, masked
from hopluc.reading.checks.ranges import Range, range_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_AMOUNT = rf"(?P<amount>{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?)(?=\s(?:triệu|tỷ|đồng|USD)|\s?đ\b|\s(?:nghìn|ngàn)|[,;.)]|/|\s+và\b)"
_GAP = r"[^\d.;:]{0,36}?(?::\s)?(?:là |đạt |khoảng |gần |hơn |trên )?"
_PAIRS = (
    (
        Pattern(
            rf"\b(?:doanh thu|tổng thu|giá trị thu hoạch|tiền bán|thu(?: về| được| phí)?|bán(?: được)?){_GAP}{_AMOUNT}",
            re.IGNORECASE,
        ),
        Pattern(rf"\b(?:chi phí|tổng chi|giá thành|chi(?: hết)?|vốn bỏ ra|tốn){_GAP}{_AMOUNT}", re.IGNORECASE),
        Pattern(rf"(?<!đã )\b(?:lãi|lợi nhuận|lãi ròng|kết dư|lời|chênh lệch(?: thu chi)?){_GAP}{_AMOUNT}", re.IGNORECASE),
    ),
    (
        Pattern(rf"\b(?:tổng thu|số thu|thu){_GAP}{_AMOUNT}", re.IGNORECASE),
        Pattern(rf"\b(?:tổng chi|số chi|đã chi){_GAP}{_AMOUNT}", re.IGNORECASE),
        Pattern(rf"\b(?:còn lại|tồn quỹ|kết dư|dư|tồn){_GAP}{_AMOUNT}", re.IGNORECASE),
    ),
    (
        Pattern(rf"\b(?:được (?:phê )?duyệt|được (?:giao|cấp)|kinh phí cấp|dự toán){_GAP}{_AMOUNT}", re.IGNORECASE),
        Pattern(rf"\b(?:sử dụng|đã chi|giải ngân|quyết toán|thực chi){_GAP}{_AMOUNT}", re.IGNORECASE),
        Pattern(
            rf"\b(?:nộp (?:lại|trả)|hoàn (?:trả|lại)|trả lại|còn dư|hủy dự toán|chuyển nguồn|tiết kiệm){_GAP}{_AMOUNT}",
            re.IGNORECASE,
        ),
    ),
)
_CUES = cues(
    "nộp lại ",
    "nộp trả ",
    "hoàn trả ",
    "hoàn lại ",
    "trả lại ",
    "còn dư ",
    "hủy dự toán ",
    "chuyển nguồn ",
    "tiết kiệm ",
    "lời ",
    "chênh lệch ",
    "lãi ",
    "lợi nhuận ",
    "tồn quỹ ",
    "kết dư ",
    "còn lại ",
)
_OTHER = Pattern(r"\b(?:thuế|khấu hao|chia|bình quân|tăng|giảm|gấp|so với|vốn vay|lãi suất)\b", re.IGNORECASE)

CASES = (
    ("sum_mismatch", "Kinh phí được duyệt 420 triệu đồng, đã sử dụng 405 triệu đồng, nộp lại ngân sách {25|15} triệu đồng."),
    ("sum_mismatch", "Doanh thu 120 triệu đồng/ha, chi phí 75 triệu đồng/ha, lãi {55|45} triệu đồng/ha."),
    ("sum_mismatch", "Sau khi trừ chi phí 40 triệu đồng, từ doanh thu 95 triệu đồng, nông dân còn lãi {65|55} triệu đồng."),
    (
        "sum_mismatch",
        "Doanh thu 3,6 tỷ đồng (giá bán bình quân 200.000 đồng/kg), sau khi trừ chi phí 2,5 tỷ đồng, lợi nhuận đạt {1,3|1,1} tỷ đồng.",
    ),
    ("sum_mismatch", "Tổng thu 500 triệu đồng, đã chi 420 triệu đồng, tồn quỹ {90|80} triệu đồng."),
)


def check_balances(case: Case) -> Iterator[Record]:
    """Sentences with one amount taken, one spent and one left, where the third is not the first less the second."""
    seen = set[Span]()
    for word in cued(case, _CUES, Pattern(r"\w+")):
        sentence = case.sentence(Span(*word.span()))
        if sentence in seen:
            continue
        seen.add(sentence)
        plain = case.plain
        if _OTHER.search(plain, *sentence):  # a price or a mean in brackets is aside
            plain = plain[: sentence.start] + masked(plain[sentence.start : sentence.end])
            if _OTHER.search(plain, *sentence):
                continue
        for patterns in _PAIRS:
            taken, spent, left = (list(pattern.finditer(plain, *sentence)) for pattern in patterns)
            accounts = [account for result in left if (account := _account(taken, spent, result, left))]
            for account in accounts:
                yield from _judged(case, account)
            if accounts:
                break


def _account(
    taken: list[re.Match[str]], spent: list[re.Match[str]], result: re.Match[str], left: list[re.Match[str]]
) -> list[re.Match[str]] | None:
    """What is left with what was taken and spent: the only ones, or the last ones told since the result before."""
    since = max((other.end() for other in left if other.end() <= result.start()), default=0)
    pair = []
    for known in (taken, spent):
        near = [match for match in known if since <= match.start() < result.start()]
        near = near or (known if len(left) == 1 else [])
        if len(near) != 1:
            return None
        pair.append(near[0])
    return [*pair, result]


def _judged(case: Case, found: list[re.Match[str]]) -> Iterator[Record]:
    if len({match.start("amount") for match in found}) < len(found):
        return
    if any(is_hedged(case.plain, match.start("amount")) for match in found):
        return
    taken, spent, left = (range_of(match["amount"]) for match in found)
    span = Span(min(match.start() for match in found), max(match.end() for match in found))
    expected = Range(taken.value - spent.value, taken.low - spent.high, taken.high - spent.low)
    note = f"{shown(taken.value)} - {shown(spent.value)} = {shown(expected.value)}"
    if expected.meets(left):
        yield passed(f"{note}, đúng với văn bản ghi.", [span])
    elif expected.value > 0 and left.value < taken.value * Decimal(2):
        yield fault("sum_mismatch", f"{note}, văn bản ghi {shown(left.value)}: {quoted(case.words(span))}.", [span])
