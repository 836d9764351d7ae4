"""Names listed (kể tên): a number of things against the names that follow it in its sentence, whatever the things are."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import SURE_NUMBERS, number_of, told_further
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_NUMBER = "|".join(SURE_NUMBERS)
# The full stop of "TP. Hồ Chí Minh", "TS. Mai Lan" ends no list.
_TITLES = ("tp", "tx", "ts", "gs", "ths", "bs", "ks")
_SHORTENED = "(?:" + "|".join(rf"(?<=\b{word})\." for word in _TITLES) + ")"
_STOP = "".join(rf"(?<!\b{word})" for word in _TITLES) + r"\."
# "ba sản phẩm được bảo hộ là cam A, chè B và gạo C", "sáu trường đại học: …"; the number goes with the noun, and nothing counts between.
_TOLD = in_small(
    rf"(?<![\w.,/-])(?P<number>0?[2-9]|1[0-5]|{_NUMBER}|năm(?= (?:xã|huyện|tỉnh|sở|trường|viện|đơn vị|nước|doanh nghiệp|sản phẩm|phòng|đoàn|giống|mô hình|dự án|đề tài)\b)) "
    r"(?P<noun>(?!năm|tháng|ngày|giờ|lần|tuổi|triệu|tỷ|nghìn|trăm|phần|bên|người|đại biểu|cán bộ|học viên|học sinh|lao động|giai đoạn|đợt|quý|bước)[^\W\d_]+)"
    rf"(?P<more>(?: [^\W\d_]+){{0,12}}?)(?P<link>:| là| gồm có| gồm| bao gồm|, gồm|, đó là|, bao gồm|, là) (?P<list>(?:[^.;:\d\n]|{_SHORTENED}){{8,400}}?)(?={_STOP}(?:\s|$)|\n|$)"
)
_OPEN = Pattern(
    r"\b(?:khác|v\.v|vân vân|trong đó|chủ yếu|tiêu biểu|như|nhất là|điển hình|đặc biệt|còn lại|một số|nhiều|các|những|cùng với|với|để|nhằm|đã|được|sẽ|có|do|tại|của|cho)\b|…|\.\.\."
)
_SOME = Pattern(
    r"\b(?:trong đó|ít nhất|tối thiểu|hơn|gần|khoảng|trên|thêm|mỗi|từng|một trong|trong số|trong|khoản|điều|số|thứ|tháng|ngày|quý|lớp|khối|cấp|loại|hạng|khu|phường|quận)\s*$",
    re.IGNORECASE,
)
_MORE = Pattern(r"\b(?:trong đó|trong số|chủ yếu|đầu tiên|tiêu biểu|như|nổi bật|trọng tâm|trên|mỗi|tỷ|triệu|đồng|các|những)\b")
_NAMED = Pattern(r"[^\W\d_]")
_AND = Pattern(r" và | cùng ")
_LONGEST, _FEWEST, _MOST_WORDS, _PAIR = 60, 2, 9, 2

CASES = (
    (
        "count_mismatch",
        "Huyện có {năm|bốn} sản phẩm được bảo hộ là cam Vĩnh Thuận, chè Tà Nung, gạo nếp Khe Mo và mật ong Nặm Cắn.",
    ),
    (
        "count_mismatch",
        "Dự có đại diện {sáu|bốn} trường đại học: Bách khoa Vĩnh Hà, Y Tân Lâm, Nông lâm Sơn Kỳ, Sư phạm Kỹ thuật Miền Trung.",
    ),
    ("count_mismatch", "Viện có {6|5} phòng: Di truyền, Sinh lý, Bảo vệ thực vật, Đất và phân bón, Cơ điện."),
    ("count_mismatch", "{4|3} địa phương dẫn đầu cả nước gồm: Tân Lâm, TP. Vĩnh Hà và Phú An."),
    ("count_mismatch", "Viện lai tạo được {4|3} giống lúa, gồm Hương Sen, Nàng Mây và Bạch Ngọc."),
)


def check_listed_names(case: Case) -> Iterator[Record]:
    """Each number of things that is not the number of names told behind it."""
    for place, text in _blocks(case):
        for found in _TOLD.finditer(case.small[place : place + len(text)]):
            noun, more, listed = (text[slice(*found.span(name))] for name in ("noun", "more", "list"))
            if _SOME.search(text, max(0, found.start() - 16), found.start()) or _MORE.search(more):
                continue
            names = _names(listed)
            number = number_of(found["number"])
            if names is None or names[0] <= number <= names[1] or told_further(text, found.end()):
                continue
            span = Span(place + found.start(), place + found.end())
            told = str(names[0]) if names[0] == names[1] else f"{names[0]} hoặc {names[1]}"
            yield fault(
                "count_mismatch", f"Nói {number} {noun}{_next(more)} nhưng kể {told}: {quoted(case.words(span))}.", [span]
            )


def _next(more: str) -> str:
    """The second syllable of what is counted: `5 địa phương`."""
    words = more.split()
    return f" {words[0]}" if words else ""


def _blocks(case: Case) -> Iterator[tuple[int, str]]:
    """Where each block begins that may hold a list of names, and its text."""
    for block in case.layout.blocks:
        text = case.plain[block.body.start : block.body.end]
        if ", " in text and (":" in text or " là " in text or "gồm " in text):
            yield block.body.start, text


def _names(words: str) -> tuple[int, int] | None:
    """The least and the most that a list may hold, by whether an `và` divides; None where it is no plain list of names."""
    if _OPEN.search(words):
        return None
    parts = [part.strip() for part in words.split(",")]
    if len(parts) < _FEWEST or any(not part or len(part) > _LONGEST or len(part.split()) > _MOST_WORDS for part in parts):
        return None
    last = _AND.split(parts[-1])
    every = [*parts[:-1], *last]
    if not all(_NAMED.search(part) and _is_name(part) for part in every):
        return None
    # "Đất và phân bón, Cơ điện": an `và` before a later comma joins two words of one name
    return len(parts) + (len(last) == _PAIR), len(parts) + len(last) - 1


def _is_name(words: str) -> bool:
    """Whether words hold a proper name."""
    return any(word[:1].isupper() for word in words.split())
