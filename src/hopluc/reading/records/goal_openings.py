"""Paragraphs that open with their own head of goals in capitals, as pages run them together: `CÁC CHỈ TIÊU CHỦ YẾU … 1. Tốc độ …`."""

from hopluc.reading.document import Document
from hopluc.reading.layout import layout
from hopluc.reading.patterns import Pattern

_LONGEST = 160
_GOALS = ("CHỈ TIÊU", "MỤC TIÊU")
_SHOUTED = Pattern(
    r"(?:[^\W\da-zà-öø-ÿ]+ )*?(?:CÁC )?(?:CHỈ TIÊU|MỤC TIÊU)(?= (?:CHỦ YẾU|CỤ THỂ|ĐẾN|CHUNG|PHÁT TRIỂN|TRONG|KINH TẾ|CƠ BẢN|NHIỆM KỲ|PHẤN ĐẤU))"
)


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
