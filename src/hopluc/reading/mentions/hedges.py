"""Hedges (từ ước lượng): the words before a number that make it a bound or an estimate; they stay outside its span."""

from hopluc.reading.patterns import Pattern

_HEDGE = Pattern(
    r"(?i:(?<!\w)(?:gần|hơn|trên|dưới|khoảng|chừng|(?<!chế )(?<!tiến )(?<!tốc )(?<!mức )(?<!mật )(?<!nhiệt )(?<!cường )(?<!trình )độ|xấp xỉ|ước|ước tính|tối thiểu|tối đa|ít nhất|nhiều nhất|"
    r"không quá|không dưới|không ít hơn|không thấp hơn|không vượt quá|không hơn|không kém|chưa đến|chưa tới|chưa đầy|quá|"
    r"ít hơn|nhiều hơn|cao hơn|thấp hơn|lớn hơn|nhỏ hơn|kém hơn|bình quân|trung bình|tầm|cỡ|ngót|"
    r"trên dưới|vượt|đến|tới|từ))(?: là| khoảng| từ)? ?$"
)
_LAST = tuple(
    f"{word} "
    for word in "gần hơn trên dưới khoảng chừng độ xỉ ước tính đạt thiểu đa nhất quá đến tới đầy kém quân bình tầm cỡ ngót vượt từ là".split()
)
_AFTER = Pattern(r" (?:trở lên|trở xuống|đổ lên|đổ xuống)(?!\w)")
_DIRECTIONS = ("đến", "tới", "từ", "vượt", "bình quân", "trung bình", "đến từ")
_REACH = 22


def hedge_before(plain: str, start: int) -> str | None:
    """The hedge that ends right before `start` of a reading view; None without one.

    A word that only gives a direction (`từ`, `đến`) is no hedge.
    """
    if not plain[max(0, start - 7) : start].lower().endswith(_LAST):
        return None
    found = _HEDGE.search(plain, max(0, start - _REACH), start)
    if found is None:
        return None
    said = " ".join(found[0].lower().split())
    return None if said in _DIRECTIONS else said


def hedge_after(plain: str, end: int) -> str | None:
    """`trở lên` or its like, right after `end`."""
    found = _AFTER.match(plain, end)
    return found[0].strip() if found else None
