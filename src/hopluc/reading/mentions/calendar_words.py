"""Days, months and years in words (ngày hai mươi tháng Giêng năm hai nghìn không trăm mười lăm)."""

from functools import cache

from hopluc.reading.patterns import Pattern

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_DIGITS = {word: number for number, word in enumerate(_UNITS)} | {
    "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7, "linh": 0, "lẻ": 0,
}  # fmt: skip
_MONTHS = {"giêng": 1, "chạp": 12, "mười": 10, "mười một": 11, "mười hai": 12} | {
    word: number for word, number in _DIGITS.items() if word not in ("không", "mốt", "linh", "lẻ", "lăm", "nhăm")
}
MONTH_WORDS = "|".join(sorted(_MONTHS, key=len, reverse=True))
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(letters: str) -> int:
    """The number that Roman numerals up to 39 say; 0 for letters that are none.

    >>> roman("XIX"), roman("IL")
    (19, 0)
    """
    if not _ROMAN.keys() >= set(letters):
        return 0
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def month_of(words: str) -> int | None:
    """The month that digits or words name (`6`, `06`, `Giêng`, `mười hai`); None when they name none."""
    return int(words) if words.isdecimal() else _MONTHS.get(" ".join(words.casefold().split()))


@cache
def _days() -> dict[str, int]:
    """Every way to say 1 to 31: `hai mươi tư`, `hai tư`, `hai mươi bốn`."""
    said = {word: number for word, number in _DIGITS.items() if 1 <= number <= 9 and word not in ("mốt", "lăm", "nhăm")}
    said["mười"] = 10
    for word, unit in _DIGITS.items():
        if unit and word != "mốt":
            said[f"mười {word}"] = 10 + unit
    for ten, name in ((2, "hai"), (3, "ba")):
        said[f"{name} mươi"] = said[f"{name} chục"] = 10 * ten
        for word, unit in _DIGITS.items():
            if unit:
                said[f"{name} mươi {word}"] = said[f"{name} {word}"] = 10 * ten + unit
    return {words: day for words, day in said.items() if day <= 31}


def day_of(words: str) -> int | None:
    """The day of a month said in words; None when they say none.

    >>> day_of("hai mươi tư")
    24
    """
    return _days().get(" ".join(words.casefold().split()))


_YEAR = Pattern(
    r"(?P<t>một|hai) (?:nghìn|ngàn)(?: (?P<h>\w+) trăm)?(?: (?P<r>\w+(?: \w+){0,2}))?$"
    r"|(?P<a>\w+) (?P<b>\w+) (?P<c>\w+(?: \w+){0,2})$"
)


def year_of(words: str) -> int | None:
    """The year from 1800 on said in words, by its value or digit by digit; None when they say none.

    >>> year_of("hai nghìn không trăm mười lăm"), year_of("hai không hai sáu"), year_of("một chín chín chín")
    (2015, 2026, 1999)
    """
    said = _YEAR.match(" ".join(words.casefold().split()))
    if said is None:
        return None
    hundreds, rest = (said["h"] or "không", said["r"]) if said["t"] else (said["b"], said["c"])
    thousands = _DIGITS.get(said["t"] or said["a"])
    last = _last_two(rest) if rest else 0
    if thousands is None or hundreds not in _DIGITS or last is None:
        return None
    year = thousands * 1000 + _DIGITS[hundreds] * 100 + last
    return year if 1800 <= year <= 2199 else None


def _last_two(words: str) -> int | None:
    parts = words.split()
    if parts[0] in ("linh", "lẻ", "không") and len(parts) == 2:
        return _DIGITS.get(parts[1])
    if parts[0] == "mười":
        return 10 + (_DIGITS.get(parts[1], 0) if len(parts) > 1 else 0)
    digits = [_DIGITS.get(word) for word in parts if word not in ("mươi", "chục")]
    if None in digits or not digits:
        return None
    numbers = [digit for digit in digits if digit is not None]
    if len(numbers) == 1:
        return numbers[0] * 10 if len(parts) == 2 else numbers[0]
    return numbers[0] * 10 + numbers[1] if len(numbers) == 2 else None


_LUNAR_AFTER = Pattern(
    r"\s?\(?(?:âm lịch|ÂL|AL)(?!\w)|(?:,| năm)\s(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)(?!\w)"
)
_LUNAR_DAY = Pattern(r"(?i:rằm\s.*|.*(?:giêng|chạp))")


def is_lunar(plain: str, start: int, end: int) -> bool:
    """Whether the day written from `start` to `end` is one of the lunar calendar: by `âm lịch`, a year of its cycle, `rằm`, or a month named as there without a year."""
    return _LUNAR_AFTER.match(plain, end) is not None or _LUNAR_DAY.fullmatch(plain, start, end) is not None
