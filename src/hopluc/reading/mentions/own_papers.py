"""What a paper says of its own number and title (số và tên của chính văn bản), which is no reference to another."""

from hopluc.reading.patterns import Pattern

_LABEL = Pattern(
    r"(?:(?:^|[\n\t|(]|[-_*]{3} )\s{0,40}(?:Số|SỐ)|(?<!\w)Số(?= hiệu))(?i:\s?/\s?ký hiệu| hiệu(?: văn bản)?| ký hiệu)?\s{0,2}(?:[:|]\s{0,3}){0,2}$"
)
# `NGHỊ ĐỊNH` / `CỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 12/HĐBT NGÀY 2 THÁNG 7 NĂM 1982`: the paper's own, no other's.
_TITLE = Pattern(
    r"(?<=\n)(?P<kind>[^\W\d_]+(?: [^\W\d_]+){1,3})\s*\n\s*(?:(?P=kind)\s)?(?:CỦA\s[^\n]{3,120}?\s)?SỐ\s[^\n]{2,40}?\s+NGÀY\s(?:\d{1,2} THÁNG \d{1,2} NĂM \d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4})"
)
_BREAK = Pattern(r"\s*\n\s*(?:Số|SỐ)")


def has_label(plain: str, floor: int, start: int) -> bool:
    """Whether the number at `start` stands behind the label of a head or of a collection's page: `Số:`, `Số hiệu |`."""
    return _LABEL.search(plain, floor, start) is not None


def begins(plain: str, end: int) -> bool:
    """Whether a new line with the paper's own number follows at `end`."""
    return _BREAK.match(plain, end) is not None


def title_end(plain: str, start: int) -> int:
    """Where the paper's own title that begins at `start` ends saying number and day; 0 where none begins there."""
    found = _TITLE.match(plain, start) if plain[start : start + 2].isupper() else None
    return found.end() if found else 0
