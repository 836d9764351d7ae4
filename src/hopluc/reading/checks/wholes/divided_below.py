"""Divided below (phân bổ ở các dòng dưới): a line that opens a list of amounts, and the amount told before it that they divide.

`Tổng kinh phí 12.600 triệu đồng, trong đó Bên A 7.500 …, Bên B 5.100 …. Phân bổ theo nội dung:`, and the contents below, each with its sum:
which of the amounts of the opening paragraph is the whole is known by what the others make.
"""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counting.counts import items_below
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, counts, is_slip, of_item
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

_OPENS = in_small(r"(?:phân bổ|cụ thể|bao gồm|gồm|trong đó|chia (?:ra|theo)|phân theo|cơ cấu|như sau)\b[^.;\d]{0,50}:$")
_COMPARED = in_small(r"\b(?:tăng(?! cường)|giảm|bình quân|mỗi|tối đa|không quá|định mức|đơn giá|mức hỗ trợ|mức chi)\b")
_DIVIDES = in_small(r"\b(?:phân bổ|cơ cấu (?:vốn|nguồn)|nguồn vốn|dự toán chi|nội dung chi|phân kỳ)\b[^.;\d]{0,60}:?$")
_TOTAL = in_small(r"\b(?:tổng|dự toán|kinh phí|vốn)\b[^.;:\d]{0,50}(?:\bnăm \d{4})?(?: là|:)? $")
_SHORT, _BACK, _LEAD = 120, 900, 80
_NEAR, _FEWEST, _MOST = Decimal("0.15"), 3, 30

CASES = (
    (
        "sum_mismatch",
        (
            "1. Tổng dự toán\nDự toán năm 2024 là 36.000 triệu đồng.\n2. Nguyên tắc phân bổ\n- Nhiệm vụ chuyển tiếp: 14.200 triệu đồng cho 23 nhiệm vụ;\n"
            "- Nhiệm vụ mở mới: 11.800 triệu đồng;\n- Tăng cường tiềm lực: 6.500 triệu đồng;\n- Quản lý: 3.{000|500} triệu đồng."
        ),
    ),
    (
        "sum_mismatch",
        (
            "Tổng kinh phí là 12.600 triệu đồng, trong đó Bên A bảo đảm 7.500 triệu đồng, Bên B bảo đảm 5.100 triệu đồng. Phân bổ theo nội dung:\n"
            "- Khảo sát đầm phá: 2.800 triệu đồng;\n- Nuôi tôm giống: 3.600 triệu đồng;\n- Chế biến muối: 4.800 triệu đồng;\n- Đào tạo: 1.{500|400} triệu đồng."
        ),
    ),
)


def check_divided_below(case: Case) -> Iterator[Record]:
    """Lists of amounts below a paragraph that tells several, none of which they make, and one of which they all but make."""
    for place, block in enumerate(case.layout.blocks):
        text = case.plain[block.body.start : block.body.end] if block.body.end - block.body.start < _SHORT else ""
        if text and block.kind != "cell":
            yield from _under_heading(case, place, text)
    for place, block, text in case.numbered:
        if not text.endswith(":") or not _OPENS.search(text.lower()):
            continue
        totals = [term for term in counts(text, block.body.start) if term.is_money and not term.hedged]
        if len(totals) < _FEWEST - 1:
            continue  # of one amount others know
        items = items_below(case, place)
        parts = [of_item(case.plain[item.start : item.end], item.start) for item in items]
        known = [part for part in parts if part is not None and part.is_money and not part.hedged]
        if _FEWEST <= len(known) == len(parts) <= _MOST and not any(_COMPARED.search(case.small, *item) for item in items):
            yield from _judged(case, totals, known)


def _under_heading(case: Case, place: int, text: str) -> Iterator[Record]:
    """The lines of money under a heading of what is divided, against the one amount told before that they all but make."""
    if not _DIVIDES.search(text.lower()):
        return
    items = items_below(case, place)
    parts = [part for item in items for part in _money(case, item)]
    if (
        len(parts) != len(items)
        or not _FEWEST <= len(parts) <= _MOST
        or any(_COMPARED.search(case.small, *item) for item in items)
    ):
        return
    sum_ = sum((part.value for part in parts), Decimal(0))
    start = case.layout.blocks[place].body.start
    told = {
        fact.value.amount: fact for fact in case.found.within("money", Span(max(0, start - _BACK), start)) if fact.value.amount
    }
    wholes = [
        fact
        for amount, fact in told.items()
        if amount == sum_ or _TOTAL.search(case.small, max(0, fact.span.start - _LEAD), fact.span.start)
    ]
    if any(fact.value.amount == sum_ for fact in wholes) or len(wholes) != 1:
        return
    whole = Term(wholes[0].span, Decimal(wholes[0].value.amount), None)
    if abs(whole.value - sum_) <= _NEAR * sum_ and is_slip(whole, parts, sum_):
        arithmetic = " + ".join(shown(part.value) for part in parts)
        note = f"{arithmetic} = {shown(sum_)}, văn bản ghi {quoted(case.words(whole.span))}."
        yield fault("sum_mismatch", note, [whole.span, Span(items[0].start, items[-1].end)])


def _money(case: Case, item: Span) -> list[Term]:
    """The only amount of money of a line."""
    known = [term for term in counts(case.plain[item.start : item.end], item.start) if term.is_money and not term.hedged]
    return known if len(known) == 1 else []


def _judged(case: Case, totals: list[Term], parts: list[Term]) -> Iterator[Record]:
    sum_ = sum((part.value for part in parts), Decimal(0))
    spans = [Span(parts[0].span.start, parts[-1].span.end)]
    exact = [total for total in totals if total.value == sum_]
    near = min(totals, key=lambda total: abs(total.value - sum_))
    if exact:
        yield passed(f"Cộng các dòng được {shown(sum_)}, bằng tổng đã nêu.", [exact[0].span, *spans])
    elif abs(near.value - sum_) <= _NEAR * near.value and near.value == max(total.value for total in totals):
        arithmetic = " + ".join(shown(part.value) for part in parts)
        note = f"{arithmetic} = {shown(sum_)}, văn bản ghi {quoted(case.words(near.span))}."
        yield fault("sum_mismatch", note, [near.span, *spans])
