"""Boards that are named with the branch of the party or the association they lead (ban chấp hành, ban thường vụ, ủy ban kiểm tra)."""

from hopluc.reading.naming.lexicon import CAPITAL, Anchor
from hopluc.reading.patterns import Pattern

_BRANCHES = (" Đảng ủy ", " Đảng bộ ", " Chi bộ ", " đảng bộ ", " chi bộ ", " Đảng uỷ ")
_ASSOCIATIONS = (" Hội ", " Đoàn ", " Công đoàn ", " Liên đoàn ", " Liên hiệp ", " Hiệp hội ", " Tổng Liên đoàn ", " Chi hội ")
_LED: dict[str, tuple[str, ...]] = {  # a board's first words -> how begins what it may lead
    "Ban Chấp hành": (*_BRANCHES, *_ASSOCIATIONS),
    "Ban Thường vụ": (*_BRANCHES, *_ASSOCIATIONS),
    "Ban Chấp hành Trung ương": _ASSOCIATIONS,
    "Ủy ban Kiểm tra": (*_BRANCHES, *_ASSOCIATIONS),
    "Ban Tuyên giáo": _BRANCHES,
    "Ban Dân vận": _BRANCHES,
    "Ban Tổ chức": _BRANCHES[:1],
}
_WHOLE = "Ban Chấp hành Trung ương Đảng"
_OF_PARTY = " Đảng bộ"
BOARDS = frozenset((*_LED, _WHOLE, "Ban Chấp hành Đảng bộ", "Ban Thường vụ Đảng bộ", "Ban Thường vụ Đảng ủy"))


_SPELT = {
    "Ban chấp hành": "Ban Chấp hành",
    "BCH": "Ban Chấp hành",
    "Ủy ban kiểm tra": "Ủy ban Kiểm tra",
    "UBKT": "Ủy ban Kiểm tra",
}


def spelt(head: str) -> str:
    """A board's first words as they are listed."""
    return _SPELT.get(head, head)


def board_head(plain: str, start: int, end: int, anchor: Anchor) -> tuple[str, int, tuple[str, ...]]:
    """The first words of the board at `anchor`, where they end, and how the name of what it leads may begin behind them."""
    head, position = spelt(anchor.name), end
    if head == _WHOLE:
        head = "" if plain.endswith(("ảng", "ẢNG", "am", "AM"), start, end) else head.removesuffix(" Đảng")
    elif head.endswith((_OF_PARTY, " Đảng ủy")):
        position = end - len(_OF_PARTY)
        head = head[: -len(_OF_PARTY)]
    return head, position, _LED.get(head, ("\0",))


_BARE = Pattern(rf" (?:Hội|Đoàn)(?! ?\w*[{CAPITAL}]| (?:nghị|thảo|thi|đồng|viên|đại|công)\b)")


def bare_association(plain: str, end: int, head: str) -> int | None:
    """Where the bare word for its association ends that a central board is named with: `Ban Chấp hành Trung ương Hội`; None where none is."""
    bare = _BARE.match(plain, end) if head.endswith(" Trung ương") else None
    return bare.end() if bare else None
