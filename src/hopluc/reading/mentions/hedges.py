"""Hedges (từ ước lượng): the words before a number that make it a bound or an estimate; they stay outside its span."""

import re

_HEDGE = re.compile(
    r"(?i:(?<!\w)(?:gần|hơn|trên|dưới|khoảng|chừng|độ|xấp xỉ|ước|ước tính|ước đạt|ước khoảng|tối thiểu|tối đa|ít nhất|nhiều nhất|"
    r"không quá|không dưới|không ít hơn|không thấp hơn|không vượt quá|không hơn|không kém|chưa đến|chưa tới|chưa đầy|đạt trên|quá|"
    r"ít hơn|nhiều hơn|cao hơn|thấp hơn|lớn hơn|nhỏ hơn|kém hơn|bình quân|trung bình|tầm|cỡ|ngót|"
    r"trên dưới|vượt|đến|tới|từ))(?: là| khoảng| từ)? ?$"
)
_AFTER = re.compile(r" (?:trở lên|trở xuống|đổ lên|đổ xuống)(?!\w)")
_DIRECTIONS = ("đến", "tới", "từ", "vượt", "bình quân", "trung bình")
_REACH = 22


def hedge_before(plain: str, start: int) -> tuple[str | None, int]:
    """The hedge that ends right before `start` of a reading view, and where it begins; None and `start` without one.

    A word that only gives a direction (`từ`, `đến`) is passed over but is no hedge.
    """
    found = _HEDGE.search(plain, max(0, start - _REACH), start)
    if found is None:
        return None, start
    said = " ".join(found[0].lower().split())
    return (None if said in _DIRECTIONS else said), found.start()


def hedge_after(plain: str, end: int) -> str | None:
    """`trở lên` or its like, right after `end`."""
    found = _AFTER.match(plain, end)
    return found[0].strip() if found else None
