"""Shares of a few (tỷ lệ của một số ít): percentages that no whole number of the few things counted makes.

`gồm 32 thành viên, trong đó nữ chiếm 31,15%`: ten of them are 31,25%, and no other number comes nearer. So a slip shows though the
part itself is not told.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_AMONG = Pattern(r"[^.;:\d]{0,60},? trong (?:số )?(?:đó|này)\b")
_SHARE = Pattern(r"\b(?:chiếm|tỷ lệ|tỉ lệ)\b[^.;,\d]{0,30}$", re.IGNORECASE)
_OF_ELSE = Pattern(
    r"\s?(?:so với|số phiếu|phiếu|kế hoạch|mục tiêu|trở lên|diện tích|kinh phí|doanh thu|giá trị|vốn|dân số|thời gian|sản lượng)\b"
)
_CHANGE = Pattern(r"\b(?:tăng|giảm|so với|vượt|phiếu|khoảng|gần|hơn|trên \d)\b")
_FEWEST, _MOST = 3, 120
_HUNDRED = Decimal(100)

CASES = (
    (
        "sum_mismatch",
        "Danh sách đề cử gồm 32 thành viên, trong đó tỷ lệ nữ chiếm {31,15|31,25}%, trình độ trên đại học chiếm 53,13%.",
    ),
    ("sum_mismatch", "Đoàn có 24 {người|người và 5 xe}, trong đó nữ chiếm 37,8%."),
    ("sum_mismatch", "Hội có {24|2.400} hội viên, trong đó nữ chiếm 37,8%."),
)


def check_shares_of_few(case: Case) -> Iterator[Record]:
    """Each share of a small count, told with decimals, that no whole number of the count makes."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            words = sentence.words
            if "%" in words and " trong " in words and not _CHANGE.search(sentence.small):
                yield from _of_sentence(case, sentence)


def _of_sentence(case: Case, sentence: Sentence) -> Iterator[Record]:
    terms = sentence.terms
    if len(terms) < 2 or terms[0].percent or terms[0].scaled or terms[0].hedged or terms[0].unit is None:
        return
    whole, share = terms[0], terms[1]
    count = whole.value
    between = case.plain[whole.span.end : share.span.start]
    if not _FEWEST <= count <= _MOST or count != int(count) or not share.percent or not _AMONG.match(between):
        return
    for term in terms[1:]:
        if not term.percent:
            break
        lead = case.plain[max(whole.span.end, term.span.start - 60) : term.span.start]
        if _SHARE.search(lead) and not _OF_ELSE.match(case.plain, term.span.end) and not _can_be(term, int(count)):
            span = Span(whole.span.start, term.span.end)
            near = int((term.value * count / _HUNDRED).to_integral_value(ROUND_HALF_UP))
            note = f"Không số nguyên nào trong {shown(count)} cho {shown(term.value)}% ({near}/{shown(count)} = {shown(round(_HUNDRED * near / count, 2))}%)"
            yield fault("sum_mismatch", f"{note}: {quoted(case.words(span))}.", [span])
            return


def _can_be(share: Term, count: int) -> bool:
    """Whether some whole number out of `count`, rounded or cut off, makes a share; one without decimals may be any."""
    step = Decimal(1).scaleb(int(share.value.as_tuple().exponent))
    if step >= 1:
        return True
    near = int(share.value * count / _HUNDRED)
    exact = (_HUNDRED * part / count for part in (near, near + 1))
    return any(share.value in (one.quantize(step, ROUND_HALF_UP), one.quantize(step, ROUND_FLOOR)) for one in exact)
