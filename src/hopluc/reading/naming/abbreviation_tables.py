"""A document's own table of short forms (danh mục chữ viết tắt): what stands in it, for this document alone."""

from collections.abc import Mapping

from hopluc.reading.patterns import Pattern

_HEADING = Pattern(
    r"(?:^|\n)[^\S\n]*(?:[IVX0-9]{1,4}[.)]?\s)?(?i:(?:danh mục|bảng|danh sách)?\s?(?:các\s)?(?:ký hiệu(?:,| và)\s(?:các\s)?)?(?:từ|chữ|cụm từ|từ ngữ)(?:\s(?:và\s)?(?:ký hiệu|từ|cụm từ))?\s(?:được\s)?viết tắt)[^\n]{0,40}(?:\n|$)"
)
_ROW = Pattern(
    r"[^\S\n]*(?:[0-9]{1,3}[.)]?(?:[^\S\n]*[\t|][^\S\n]*|[^\S\n]+))?(?:[-+*•][^\S\n]+)?(?P<short>[A-ZĐƯÂÔĂÊƠ](?:[\wĐđ&.\-/]|,(?=\w)| (?=\w)){1,24})[^\S\n]*(?:\t+|\||:|=|-(?=\s)|\slà\s)[^\S\n\w]*(?P<full>[^\W\d_][^\n\t|;]{3,120}?)[^\S\n]*[;.|\t]*[^\S\n]*(?:\n|$)"
)
_BLANK = Pattern(r"[^\S\n]*\n|[^\n]{0,60}(?i:viết tắt|viết đầy đủ|nghĩa|diễn giải|giải thích|STT)[^\n]{0,60}\n")
_MOST = 300


def abbreviations_in(plain: str) -> Mapping[str, str]:
    """Short form -> its meaning as the document's table of short forms gives it; empty where it has none.

    A table ends at the first line that is no row of it.
    """
    given: dict[str, str] = {}
    if "viết tắt" not in plain and "VIẾT TẮT" not in plain and "Viết tắt" not in plain:
        return given
    for heading in _HEADING.finditer(plain):
        place = heading.end()
        while len(given) < _MOST and place < len(plain):
            row = _ROW.match(plain, place)
            if row is not None and sum(letter.isupper() for letter in row["short"]) > 1:
                given.setdefault(row["short"].rstrip("."), " ".join(row["full"].split()))
                place = row.end()
            elif blank := _BLANK.match(plain, place):
                place = blank.end()
            else:
                break
    return given
