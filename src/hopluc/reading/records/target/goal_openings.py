"""Goals without a heading above them: paragraphs that open with one (`CÁC CHỈ TIÊU CHỦ YẾU … 1. Tốc độ …`), papers that only a title heads."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern

_LONGEST = 160
_GOALS = ("CHỈ TIÊU", "MỤC TIÊU")
_SHOUTED = Pattern(
    r"(?:[^\W\da-zà-öø-ÿ]+ )*?(?:CÁC )?(?:CHỈ TIÊU|MỤC TIÊU)(?= (?:CHỦ YẾU|CỤ THỂ|ĐẾN|CHUNG|PHÁT TRIỂN|TRONG|KINH TẾ|CƠ BẢN|NHIỆM KỲ|PHẤN ĐẤU))"
)
_FIRST_LINES = 3
_TITLE = Pattern(r"(?:Các |Một số |Những |Hệ thống )?(?:chỉ tiêu|mục tiêu)\b[^.;:?!…\n]{0,110}$", re.IGNORECASE)

# `đã đề ra các mục tiêu cơ bản đến năm 2030 như sau:`, but not `đã hoàn thành các chỉ tiêu sau:`
_LISTS = Pattern(r"(?P<before>[^.;:\n]{0,80})\b(?:mục tiêu|chỉ tiêu)\b[^.;:\n]{0,90}:\W*$", re.IGNORECASE)
_MET = Pattern(r"\b(?:đạt|hoàn thành|vượt|thực hiện|kết quả)\b", re.IGNORECASE)
_LONGEST_OPENING = 200


def opens_list_of_goals(document: Document, body: Span) -> bool:
    """Whether a paragraph ends on a colon behind goals that it says follow."""
    start = max(body.start, body.end - _LONGEST_OPENING)
    lists = _LISTS.search(document.plain, start, body.end)
    return lists is not None and _MET.search(lists["before"]) is None


def title_of_goals(document: Document) -> tuple[Span, ...]:
    """The line at the top that titles the whole as goals (`Các chỉ tiêu chủ yếu đến năm 2030`); none where none does."""
    return document.view(_title)


def _title(document: Document) -> tuple[Span, ...]:
    bodies = (block.body for block in layout(document).blocks[:_FIRST_LINES])
    return tuple(body for body in bodies if _TITLE.fullmatch(document.plain, *body))[:1]


def opens_with_goals(document: Document, place: int) -> bool:
    """Whether the block at `place` opens so and goes on with more than that head."""
    return place in document.view(_places)


def _places(document: Document) -> frozenset[int]:
    plain = document.plain
    if not any(map(plain.__contains__, _GOALS)):
        return frozenset()
    blocks = ((place, block.body) for place, block in enumerate(layout(document).blocks))
    long = ((place, body) for place, body in blocks if body.end - body.start > _LONGEST)
    return frozenset(place for place, body in long if _SHOUTED.match(plain, body.start, body.start + _LONGEST))
