"""Divided below (phân bổ ở các dòng dưới): a line that opens a list of amounts, and the amount told before it that they divide.

`Tổng kinh phí 12.600 triệu đồng, trong đó Bên A 7.500 …, Bên B 5.100 …. Phân bổ theo nội dung:`, and the contents below, each with its sum:
which of the amounts of the opening paragraph is the whole is known by what the others make.
"""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counts import items_below
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, counts, of_item
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

_OPENS = in_small(r"(?:phân bổ|cụ thể|bao gồm|gồm|trong đó|chia (?:ra|theo)|phân theo|cơ cấu|như sau)\b[^.;\d]{0,50}:$")
_COMPARED = in_small(r"\b(?:tăng|giảm|bình quân|mỗi|tối đa|không quá|định mức|đơn giá|mức hỗ trợ|mức chi)\b")
_NEAR, _FEWEST, _MOST = Decimal("0.15"), 3, 30

CASES = (
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
