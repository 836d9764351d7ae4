"""Leaders who tell what is to be done (lãnh đạo chỉ đạo): what goes on with the words of one."""

from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.work import Work

_LEADERS = r"(?:Tổng Bí thư|Thủ tướng|Chủ tịch|Bí thư|Bộ trưởng|Thứ trưởng|[Đđ]ồng chí)\s[^.;\n]{0,90}?"
_ORDERS = Pattern(rf"\b{_LEADERS}\b(?:yêu cầu|giao|chỉ đạo|nêu rõ|lưu ý|kết luận)\b")
_ORDERED_IN = ("yeu cau", "giao ", "chi dao", "neu ro", "luu y", "ket luan")
_BACK = 900
_PARAGRAPHS = 2


def is_told_by_leader(work: Work, offset: int) -> bool:
    """Whether the words at `offset` go on with what a leader is told to have ordered in their paragraph or just above."""
    place = work.layout.at(offset)
    if place is None:
        return False
    start = work.layout.blocks[place].span.start
    for before in range(place - 1, max(-1, place - 1 - _PARAGRAPHS), -1):
        if work.layout.blocks[before].kind != "paragraph":
            break
        start = work.layout.blocks[before].span.start
    start = max(start, offset - _BACK)
    said = work.document.folded[start:offset]
    return any(map(said.__contains__, _ORDERED_IN)) and _ORDERS.search(work.text, start, offset) is not None
