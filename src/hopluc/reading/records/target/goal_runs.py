"""Goals told one after another (các chỉ tiêu nối tiếp): paragraphs that go on with those that the paragraphs above set."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern

_BESIDES = Pattern(r"(?:Bên cạnh đó|Đồng thời|Ngoài ra|Cùng với đó|Cụ thể)\b")
# `Về xã hội, …`, `Tỷ trọng … đạt …`: how goals open that name nobody who is to reach them.
_NEXT_GOAL = Pattern(
    r"(?:Về|Đối với) [^\W\d][^.;:,\n]{1,50}[:,] |(?:T[ỷỉ] (?:lệ|trọng)|Tốc độ|Thu nhập|Tổng|Quy mô|Chỉ số|Kim ngạch|Số lượng|Tuổi thọ|GRDP|GDP)\b"
    r"|(?:Phấn đấu|(?:Đến|Vào) (?:hết )?năm 20\d\d,?|Duy trì|Phát triển|Nâng|Bảo đảm|Đảm bảo|Xây dựng|Hoàn thành|\d{1,3}(?:,\d+)?%)\s"
)
# `Thủ tướng phê duyệt Chương trình … . Theo đó, 80% …`: what a plan holds is told behind its approval.
_APPROVED = Pattern(
    r"\b(?:phê duyệt|ban hành|thông qua) [^.;\n]{0,40}?(?:chương trình|kế hoạch|đề án|chiến lược|nghị quyết)\b",
    re.IGNORECASE,
)
_ACCORDINGLY = "Theo đó,"
_MOST_PARAGRAPHS = 6
_MOST_SENTENCES = 12
_MOST_ABOVE, _MOST_FOLLOWING = 3, 4


def goes_on_from_above(document: Document, place: int) -> bool:
    """Whether the paragraph at `place` goes on with what the one right above it says: `Bên cạnh đó, …`."""
    return _opens(document, place, _BESIDES)


def sentences_before(document: Document, place: int, start: int) -> list[Span]:
    """The sentences before `start` in the paragraph at `place`, the nearest first; then those of the paragraphs it goes on with."""
    parts = layout(document)
    said = [sentence for sentence in parts.sentences_of(place) if sentence.end <= start]
    for _ in range(_MOST_PARAGRAPHS):
        if not (goes_on_from_above(document, place) or _opens(document, place, _NEXT_GOAL)):
            break
        place -= 1
        said = [*parts.sentences_of(place), *said]
    return said[: -_MOST_SENTENCES - 1 : -1]


def follows_a_plan(document: Document, place: int, start: int) -> bool:
    """Whether the sentences of the paragraph at `place` up to the one at `start` open with `Theo đó`, right behind a plan's approval."""
    parts = layout(document)
    said = [sentence for sentence in parts.sentences_of(place) if sentence.start <= start]
    opened = next((at for at in range(len(said) - 1, -1, -1) if document.plain.startswith(_ACCORDINGLY, said[at].start)), None)
    if opened is None or len(said) - opened > _MOST_FOLLOWING:
        return False
    if opened:
        return _APPROVED.search(document.plain, *said[opened - 1]) is not None
    before = (parts.blocks[above] for above in range(place - 1, max(-1, place - 1 - _MOST_ABOVE), -1))
    return any(block.kind == "paragraph" and _APPROVED.search(document.plain, *block.body) for block in before)


def _opens(document: Document, place: int, opening: Pattern) -> bool:
    blocks = layout(document).blocks
    above = blocks[place - 1] if place else None
    return (
        above is not None and above.kind == "paragraph" and opening.match(document.plain, blocks[place].body.start) is not None
    )
