"""Schools and institutes in the letterhead's capitals, where words prove nothing: the whole line is the name."""

from hopluc.reading.lexicon import CAPITAL
from hopluc.reading.open_names import opens_line
from hopluc.reading.patterns import Pattern

HEAD = 400  # characters of a letterhead
_REST_IN_CAPITALS = Pattern(rf"(?: (?:-|[{CAPITAL}&,]+)){{1,9}}(?=[ \t]*(?:\n|\t| {{3}}))")
_NUMBER_BELOW = Pattern(r"[^\n]*\n(?:[^\n]{0,80}\n){0,4}?[ \t]*(?:Số|SỐ)\s?:")


def letterhead_line(plain: str, start: int, end: int) -> int | None:
    """Where the line of a letterhead ends that names a school or an institute in capitals: with the document's number below it."""
    if start > HEAD or not plain.startswith(IN_LETTERHEADS, start) or not opens_line(plain, start):
        return None
    rest = _REST_IN_CAPITALS.match(plain, end)
    return rest.end() if rest and _NUMBER_BELOW.match(plain, rest.end()) else None


IN_LETTERHEADS = ("TRƯỜNG ", "ĐẠI HỌC ", "HỌC VIỆN ", "VIỆN ", "TRUNG TÂM ", "BỆNH VIỆN ")
