"""Seats of a board (cơ cấu hội đồng): `07 thành viên gồm Chủ tịch, 01 Phó Chủ tịch và 05 ủy viên`; a chair told without a number is one."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import SURE_NUMBERS
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import in_small

_NUMBER = rf"(?:0?\d{{1,2}}|{'|'.join(SURE_NUMBERS)})"
# One seat of its kind, with its number or without; seats of several kinds must have one.
_ONE = r"(?:chủ tịch(?: hội đồng)?|trưởng ban|tổ trưởng|trưởng đoàn|trưởng tiểu ban|ủy viên thư ký|uỷ viên thư ký|thư ký(?: khoa học| hội đồng)?)"
_MORE = r"(?:phó chủ tịch(?: hội đồng| thường trực)?|phó trưởng ban|phó trưởng đoàn|tổ phó|ủy viên(?: phản biện)?|uỷ viên(?: phản biện)?|thành viên(?: khác)?)"
_SEAT = rf"(?:(?:{_NUMBER} )?{_ONE}|{_NUMBER} {_MORE})"
_TOLD = in_small(
    rf"(?<![\w.,/-])(?P<all>{_NUMBER}) (?:thành viên|người|ủy viên|uỷ viên)(?:,)? (?:gồm|bao gồm|trong đó có|gồm có):? (?P<seats>{_SEAT}(?:(?:,|;| và|, và) {_SEAT}){{1,6}})(?=[.;\n]|, (?:nhiệm kỳ|do|có nhiệm)|$| do )"
)
_STARTS = cues(" gồm ", " gồm: ", " trong đó có ", " bao gồm ")
_COUNTED = in_small(rf"(?:(?P<number>{_NUMBER}) )?(?:{_MORE}|{_ONE})")
_BACK = 16

CASES = (
    ("sum_mismatch", "Hội đồng quản lý Quỹ có {09|07} thành viên gồm Chủ tịch, 01 Phó Chủ tịch và 05 ủy viên, nhiệm kỳ 5 năm."),
    (
        "sum_mismatch",
        "Hội đồng có {10|09} thành viên gồm: Chủ tịch, 01 Phó Chủ tịch, 02 ủy viên phản biện, 04 ủy viên và thư ký.",
    ),
)


def check_board_seats(case: Case) -> Iterator[Record]:
    """Numbers of members that their seats, each told with its number or the only one of its kind, do not make."""
    for cue in cued(case, _STARTS, in_small(r" (?:bao |trong )?[^\W\d_]+")):
        found = _TOLD.search(case.small, max(0, cue.start() - _BACK), cue.end() + 300)
        if found is None or not found.start() < cue.start() < found.start("seats"):
            continue
        number = _number(found["all"])
        seats = sum(_number(seat["number"]) if seat["number"] else 1 for seat in _COUNTED.finditer(found["seats"]))
        span = Span(*found.span())
        if seats == number:
            yield passed(f"Các vị trí cộng lại đủ {number}.", [span])
        else:
            yield fault(
                "sum_mismatch", f"Các vị trí cộng lại được {seats}, văn bản ghi {number}: {quoted(case.words(span))}.", [span]
            )


def _number(words: str) -> int:
    return int(words) if words.isdigit() else SURE_NUMBERS[words]
