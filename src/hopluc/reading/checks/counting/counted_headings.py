"""Counts at the end of headings (số lượng trong ngoặc sau tiêu đề): `III. CÁC ỦY VIÊN (09)` against the list right below."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counting.counts import items_below
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_COUNT = Pattern(
    r"[^\W\d_][^()\n]{2,90}\((?:gồm |có )?(?P<number>0?[1-9]|[1-4]\d)(?: (?:người|đồng chí|thành viên|nhiệm vụ|đơn vị|ông, bà))?\)\s*[:.]?$"
)
_PERSON = Pattern(r"(?:[-–+*•]\s*)?(?:Ông|Bà|Đồng chí|Đ/c|TS|ThS|PGS|GS)\b")
_SLIP, _FEWEST, _LONGEST = 3, 2, 120

CASES = (
    (
        "count_mismatch",
        (
            "II. PHÓ TRƯỞNG BAN (02)\n1. Bà Khúc Thị Liễu, Giám đốc Sở Y tế\n2. Ông Đào Mạnh Quý, Bí thư Tỉnh đoàn\nIII. CÁC ỦY VIÊN (0{4|3})\n"
            "1. Ông Tống Hữu Bằng, Phó Giám đốc Sở Tài chính\n2. Bà Vi Thị Hòa, Phó Giám đốc Sở Xây dựng\n3. Ông Hà Kim Tước, Phó Giám đốc Sở Y tế\nIV. THƯ KÝ\nÔng Lê Văn Mùi, chuyên viên"
        ),
    ),
)


def check_counted_headings(case: Case) -> Iterator[Record]:
    """Headings that close with a number in brackets, against the items of the list below or the lines that each name a person."""
    blocks = case.layout.blocks
    for place, block, text in case.numbered:
        if len(text) > _LONGEST or "(" not in text or block.kind == "cell":
            continue
        found = _COUNT.match(text)
        if found is None or place + 1 >= len(blocks):
            continue
        items = items_below(case, place) or _persons(case, place)
        number, span = int(found["number"]), block.body
        if len(items) < _FEWEST:
            continue
        if len(items) == number:
            yield passed(f"Nêu {number} và liệt kê đủ {number}.", [span])
        elif abs(len(items) - number) <= _SLIP:
            last = Span(items[-1].start, min(items[-1].end, items[-1].start + _LONGEST))
            yield fault(
                "count_mismatch", f"Tiêu đề {quoted(case.words(span))} nhưng bên dưới có {len(items)} mục.", [span, last]
            )


def _persons(case: Case, place: int) -> list[Span]:
    """The lines right below that each begin with a person."""
    found = []
    for block in case.layout.blocks[place + 1 :]:
        if not _PERSON.match(case.plain, block.body.start):
            break
        found.append(block.body)
    return found
