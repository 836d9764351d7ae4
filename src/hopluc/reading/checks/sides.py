"""Copies for the sides (số bản của hợp đồng): how many copies are made, against how many sides keep how many each."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "tám": 8}
_NUMBER = rf"0?\d{{1,2}}|{'|'.join(_WORDS)}"
# "lập thành 6 bản, mỗi bên giữ 2 bản", "lập thành 5 bản cho 2 bên, mỗi bên giữ 2 bản".
_KEPT = Pattern(
    rf"thành (?P<all>{_NUMBER})(?: \([^()\n]{{1,12}}\))? bản\b[^.;\d]{{0,60}}?(?:(?P<sides>{_NUMBER}) bên, )?[^.;\d]{{0,60}}?mỗi bên (?:giữ|nhận|lưu) (?P<each>{_NUMBER})(?: \([^()\n]{{1,12}}\))? bản"
)
_STARTS = cues("thành ")
_THIRD = Pattern(r"\b(?:Bên|BÊN) (?:C|thứ ba)\b|\bba bên\b", re.IGNORECASE)
_KEPT_ELSEWHERE = Pattern(r"\b(?:lưu|gửi|nộp|còn lại|cơ quan|Nhà nước)\b")
_TWO, _THREE = 2, 3

CASES = (
    ("sum_mismatch", "Biên bản lập thành {5|4} bản cho 2 bên, mỗi bên giữ 2 bản."),
    ("sum_mismatch", "Bên A và Bên B thống nhất. Thỏa thuận lập thành {6|4} bản, mỗi bên giữ 2 bản."),
)


def check_sides(case: Case) -> Iterator[Record]:
    """Copies that are not what the sides keep."""
    for found in cued(case, _STARTS, _KEPT):
        sentence = case.sentence(Span(*found.span()))
        if _KEPT_ELSEWHERE.search(case.plain, found.end(), sentence.end) or _KEPT_ELSEWHERE.search(
            found[0].partition("mỗi bên")[0]
        ):
            continue
        all_, each = _value(found["all"]), _value(found["each"])
        sides = _value(found["sides"]) if found["sides"] else _THREE if _THIRD.search(case.plain) else _TWO
        if all_ != sides * each:
            span = Span(*found.span())
            note = f"{sides} × {each} = {sides * each} bản, văn bản ghi {all_}: {quoted(case.words(span))}."
            yield fault("sum_mismatch", note, [span])


def _value(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS[words]
