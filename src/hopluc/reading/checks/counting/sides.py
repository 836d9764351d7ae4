"""Copies for the sides (số bản của hợp đồng): how many copies are made, against how many sides keep how many each."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.cues import places
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBER = r"0?\d{1,2}|hai|ba|bốn|năm|sáu|tám"
# "lập thành 6 bản, mỗi bên giữ 2 bản", "lập thành 5 bản cho 2 bên, mỗi bên giữ 2 bản".
_KEPT = Pattern(
    rf"thành (?P<all>{_NUMBER})(?: \([^()\n]{{1,12}}\))? bản\b(?:: (?:{_NUMBER}) bản tiếng [^.;:\d]{{2,20}} (?:{_NUMBER}) bản tiếng [^.:\d]{{2,40}}?)?[^.;\d]{{0,60}}?(?:(?P<sides>{_NUMBER}) bên, )?[^.;\d]{{0,60}}?[;,]?\s?mỗi bên (?:giữ|nhận|lưu) (?P<each>{_NUMBER})(?: \([^()\n]{{1,12}}\))? bản(?: tiếng [^.;,\d]{{2,16}} (?P<second>{_NUMBER}) bản tiếng)?"
)
_STARTS, _EACH = cues("thành "), cues("mỗi bên ")  # every match begins with the one and holds the other
_THIRD = Pattern(r"\b(?:Bên|BÊN) C\b|\b(?:[Bb]a|BA) (?:bên|BÊN)\b")
_KEPT_ELSEWHERE = Pattern(r"\b(?:lưu|gửi|nộp|còn lại|cơ quan|Nhà nước)\b")
# "Ban giữ 1 bản": those who keep copies beside the sides.
_OTHERS = Pattern(rf"\b(?:giữ|nhận|lưu) (?P<more>{_NUMBER}) bản\b")
_TWO, _THREE = 2, 3

CASES = (
    (
        "sum_mismatch",
        "Thỏa thuận lập thành 8 bản: 4 bản tiếng Việt và 4 bản tiếng Anh; mỗi bên giữ {3|2} bản tiếng Việt và {3|2} bản tiếng Anh.",
    ),
    ("sum_mismatch", "Biên bản lập thành {5|4} bản cho 2 bên, mỗi bên giữ 2 bản."),
    ("sum_mismatch", "Bên A và Bên B thống nhất. Thỏa thuận lập thành {6|4} bản, mỗi bên giữ 2 bản."),
)


def check_sides(case: Case) -> Iterator[Record]:
    """Copies that are not what the sides keep."""
    for found in cued(case, _STARTS, _KEPT) if places(case.document, _EACH) else ():
        sentence = case.sentence(Span(*found.span()))
        if _KEPT_ELSEWHERE.search(case.plain, found.end(), sentence.end) or _KEPT_ELSEWHERE.search(
            found[0].partition("mỗi bên")[0]
        ):
            continue
        all_ = number_of(found["all"])
        each = number_of(found["each"]) + (number_of(found["second"]) if found["second"] else 0)
        sides = number_of(found["sides"]) if found["sides"] else _THREE if _THIRD.search(case.plain) else _TWO
        others = _OTHERS.findall(case.plain, found.end(), sentence.end)
        if all_ != sides * each + sum(map(number_of, others)):
            span = Span(*found.span())
            note = f"{sides} × {each} = {sides * each} bản, văn bản ghi {all_}: {quoted(case.words(span))}."
            yield fault("sum_mismatch", note, [span])
