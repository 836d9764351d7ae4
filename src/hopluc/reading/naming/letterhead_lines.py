"""Schools and institutes in the letterhead's capitals, where words prove nothing: the whole line is the name."""

from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.naming.open_names import opens_line
from hopluc.reading.patterns import Pattern

HEAD = 400  # characters of a letterhead
_REST_IN_CAPITALS = Pattern(rf"(?: (?:-|[{CAPITAL}&,]+)){{1,9}}(?=[ \t]*(?:\n|\t| {{3}}))")
_NUMBER_BELOW = Pattern(r"[^\n]*\n(?:[^\n]{0,80}\n){0,4}?[ \t]*(?:Số|SỐ)\s?:")


_SIDE_BEFORE = Pattern(
    r"(?:BÊN|Bên|bên) (?:[A-DĐ]|[1-4]|(?i:thứ (?:nhất|hai|ba|tư)))\s?(?:\([^()\n]{1,60}\)\s?)?[:.-]\s{0,3}(?:[Ll]à )?$"
)
_REST_OF_SIDE = Pattern(rf"(?: (?:-|[{CAPITAL}&]+)){{1,12}}(?=[ \t]*(?:\n|\t|[(,;.]|$| - ))")
_LONGEST_LABEL = 70


def names_side(plain: str, start: int) -> bool:
    """Whether the line names the side of an agreement whose letter stands right before `start`: `BÊN A: VIỆN …`."""
    low = max(0, start - _LONGEST_LABEL)
    return plain.endswith((": ", ":", ". ", "- ", " là "), low, start) and _SIDE_BEFORE.search(plain, low, start) is not None


def side_line(plain: str, start: int, end: int) -> int | None:
    """Where the name in capitals of an agreement's side ends; None where it is none. Each word of the line belongs to it."""
    rest = _REST_OF_SIDE.match(plain, end) if names_side(plain, start) else None
    return rest.end() if rest else None


def letterhead_line(plain: str, start: int, end: int) -> int | None:
    """Where the line of a letterhead ends that names a school or an institute in capitals: with the document's number below it."""
    if start > HEAD or not plain.startswith(IN_LETTERHEADS, start) or not opens_line(plain, start):
        return None
    rest = _REST_IN_CAPITALS.match(plain, end)
    return rest.end() if rest and _NUMBER_BELOW.match(plain, rest.end()) else None


IN_LETTERHEADS = ("TRƯỜNG ", "ĐẠI HỌC ", "HỌC VIỆN ", "VIỆN ", "TRUNG TÂM ", "BỆNH VIỆN ")
