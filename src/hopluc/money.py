"""Money (tiền) as exact whole numbers: "5.132 triệu đồng" read, and written in figures, in short and in words.

Dots group thousands and a comma marks the decimal, as Vietnamese offices write; nothing here is ever a float.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from hopluc.errors import NotAnAmount
from hopluc.load import load_rows

DONG = "VND"

SCALES = {
    "tỷ": 10**9, "tỉ": 10**9, "triệu": 10**6, "tr": 10**6, "vạn": 10**4,
    "nghìn": 10**3, "ngàn": 10**3, "k": 10**3, "trăm": 100, "chục": 10,
}  # fmt: skip

# A number as written; figures that stand in groups of three may be parted by single spaces.
NUMBER = r"(?:[0-9]{1,3}(?: [0-9]{3})++(?![0-9.,]*+[0-9])|[0-9]++(?:[.,][0-9]++)*+)"
SCALE = r"(?:tỷ|tỉ|triệu|trăm|chục|vạn|nghìn|ngàn|tr|k)(?![^\W\d_])"

_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMA_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_PART = re.compile(rf"({NUMBER})((?: ?{SCALE})*+)(?: |$)?")
_MOST_FIGURES, _MOST_WORDS = 40, 80


@dataclass(frozen=True, slots=True)
class Currency:
    """A word for a currency (`đô la Mỹ`) and its ISO 4217 code, a row of vocabulary/currencies.csv."""

    word: str
    currency: str
    source: str


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of money (số tiền): whole đồng, or whole units of the currency (ISO 4217)."""

    amount: int
    currency: str = DONG

    def __str__(self) -> str:
        return in_figures(self)


@cache
def currencies() -> dict[str, str]:
    """The words that name a currency, in lower case, and the ISO 4217 code of each."""
    return {row.word: row.currency for row in load_rows("vocabulary/currencies.csv", Currency)}


def parse_number(written: str) -> Decimal:
    """The value of digits as a Vietnamese office writes them. Raises NotAnAmount.

    Groups of exactly three after dots are thousands, a comma is the decimal mark; `4.5` and `1,000,000`, which these
    rules leave without a meaning, are read the English way.

    >>> parse_number("1.200"), parse_number("119,7"), parse_number("2 000 000")
    (Decimal('1200'), Decimal('119.7'), Decimal('2000000'))
    """
    figures = written.replace(" ", "")
    if len(figures) > _MOST_FIGURES:
        raise NotAnAmount(written=written[:_MOST_FIGURES])
    if _GROUPED.fullmatch(figures) and not figures.startswith("0."):
        return Decimal(figures.replace(".", "").replace(",", "."))
    if _COMMA_GROUPED.fullmatch(figures):
        return Decimal(figures.replace(",", ""))
    if _PLAIN.fullmatch(figures):
        return Decimal(figures.replace(",", "."))
    raise NotAnAmount(written=written)


def format_number(value: Decimal | int) -> str:
    """`value` with dots between thousands and a comma before decimals: `1.200`, `119,7`.

    >>> format_number(Decimal("5132.50"))
    '5.132,5'
    """
    whole, _, decimals = f"{Decimal(value):,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def scaled(number: Decimal, words: str) -> Decimal:
    """`number` times the scale that `words` say (`nghìn tỷ` is 10^12)."""
    for word in re.findall(SCALE, words.lower()) if words else ():
        number *= SCALES[word]
    return number


def parse_money(written: str) -> Sum:
    """The sum that `written` says: figures or words, scale, currency; đồng where none is named. Raises NotAnAmount.

    >>> parse_money("5.132 triệu đồng")
    Sum(amount=5132000000, currency='VND')
    >>> parse_money("1,2 triệu đô la Mỹ")
    Sum(amount=1200000, currency='USD')
    """
    text = " ".join(re.sub(r"[\u00a0\u202f\s]+", " ", written).lower().split())
    body, currency = _part_currency(text)
    amount = _parse_figures(body) if body[:1].isdigit() else _parse_words(body)
    if amount is None or amount != amount.to_integral_value():
        raise NotAnAmount(written=written)
    return Sum(int(amount), currency)


def parse_dong(written: str) -> int:
    """The whole đồng that `written` says; another currency is refused. Raises NotAnAmount."""
    found = parse_money(written)
    if found.currency != DONG:
        raise NotAnAmount(written=written)
    return found.amount


def in_figures(money: Sum) -> str:
    """The sum exactly: `5.132.000.000 đồng`, `10.000 EUR`."""
    return f"{format_number(money.amount)} {'đồng' if money.currency == DONG else money.currency}"


def in_scale(amount: int, scale: str) -> str:
    """Đồng in a scale, exactly: `in_scale(5132500000, "triệu")` is `5.132,5 triệu đồng`."""
    return f"{format_number(Decimal(amount) / SCALES[scale])} {scale} đồng"


def in_short(amount: int) -> str:
    """Đồng rounded to two decimals of the largest fitting scale: `5,13 tỷ đồng`, `950.000 đồng`.

    >>> in_short(5132000000), in_short(999999999)
    ('5,13 tỷ đồng', '1 tỷ đồng')
    """
    sign, size = ("-", -amount) if amount < 0 else ("", amount)
    for scale in ("triệu", "tỷ"):
        hundredths = (size * 100 + SCALES[scale] // 2) // SCALES[scale]
        if size >= 10**6 and (scale == "tỷ" or hundredths < 1000 * 100):
            return f"{sign}{format_number(Decimal(hundredths) / 100)} {scale} đồng"
    return f"{sign}{format_number(size)} đồng"


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def in_words(amount: int) -> str:
    """Đồng in words, as it is echoed under a field: `năm tỷ một trăm ba mươi hai triệu đồng`."""
    return f"{number_in_words(amount)} đồng"


def number_in_words(number: int) -> str:
    """A whole number in Vietnamese words.

    >>> number_in_words(1005021)
    'một triệu không trăm linh năm nghìn không trăm hai mươi mốt'
    """
    if number < 0:
        return f"âm {number_in_words(-number)}"
    if number >= 10**9:
        rest = number % 10**9
        return f"{number_in_words(number // 10**9)} tỷ" + (f" {_below_billion(rest, led=True)}" if rest else "")
    return _below_billion(number, led=False)


def _below_billion(number: int, *, led: bool) -> str:
    """Words for 0..999 999 999; `led`: larger groups came before, so an empty hundred is said."""
    said: list[str] = []
    for size, scale in ((10**6, " triệu"), (10**3, " nghìn"), (1, "")):
        group = number // size % 1000
        if group:
            said.append(_below_thousand(group, led=led or bool(said)) + scale)
    return " ".join(said) or _DIGITS[0]


def _below_thousand(number: int, *, led: bool) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    said = [f"{_DIGITS[hundreds]} trăm"] if hundreds or led else []
    if tens == 0 and ones and said:
        said.append("linh")
    elif tens:
        said.append("mười" if tens == 1 else f"{_DIGITS[tens]} mươi")
    if ones:
        after_tens = {1: "mốt", 4: "tư", 5: "lăm"} if tens > 1 else {5: "lăm"} if tens else {}
        said.append(after_tens.get(ones, _DIGITS[ones]))
    return " ".join(said)


def _part_currency(text: str) -> tuple[str, str]:
    """What stands before (or after) the currency, and its code; đồng where there is none."""
    words = sorted(currencies(), key=len, reverse=True)
    for word in words:
        before = text.removesuffix(word)
        if before != text and (not before or not (before[-1].isalpha() and word[0].isalpha())):
            return before.strip(), currencies()[word]
    for word in words:
        after = text.removeprefix(word)
        if after != text and after.strip()[:1].isdigit():
            return after.strip(), currencies()[word]
    return text, DONG


def _parse_figures(text: str) -> Decimal | None:
    """`2 tỷ 350 triệu` as one number: each part in a smaller scale than the one before."""
    total, last, place = Decimal(0), None, 0
    while place < len(text):
        part = _PART.match(text, place)
        if part is None or not part.end() > place:
            return None
        size = scaled(Decimal(1), part[2])
        if last is not None and size >= last:
            return None
        total, last, place = total + parse_number(part[1]) * size, size, part.end()
    return total if last is not None else None


_WORD_VALUES = {word: value for value, word in enumerate(_DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}


def _parse_words(text: str) -> Decimal | None:
    """A number in words, spoken short forms (`hai mốt`, `một trăm hai`, `triệu rưỡi`) included; None where it is none."""
    words = text.split()
    if len(words) > _MOST_WORDS:
        return None
    sign = -1 if words[:1] in (["âm"], ["trừ"]) else 1
    words = words[1:] if sign < 0 else words
    total = 0
    for scale in (10**9, 10**6, 10**3):
        cut = max((place for place, word in enumerate(words) if SCALES.get(word) == scale), default=-1)
        if cut < 0:
            continue
        over = _parse_words(" ".join(words[:cut])) if scale == 10**9 else _group_value(words[:cut])
        if over is None:
            return None
        total, words = total + int(over) * scale, words[cut + 1 :]
        if short := _short_end(words, scale):
            return Decimal(sign * (total + short))
    rest = _group_value(words) if words or not total else 0
    return None if rest is None else Decimal(sign * (total + rest))


def _short_end(words: list[str], scale: int) -> int:
    """What one last word after a scale adds: `rưỡi` half of it, a digit so many tenths (`một nghìn chín` is 1.900)."""
    if words == ["rưỡi"]:
        return scale // 2
    return _WORD_VALUES.get(words[0], 0) * scale // 10 if len(words) == 1 else 0


def _group_value(words: list[str]) -> int | None:
    """0..999 in words; None where they say no such number."""
    hundreds = 0
    has_hundreds = len(words) >= 2 and words[1] == "trăm" and words[0] in _WORD_VALUES
    if has_hundreds:
        hundreds, words = _WORD_VALUES[words[0]] * 100, words[2:]
    below = _tens_value(words, has_hundreds=has_hundreds)
    return None if below is None else hundreds + below


def _tens_value(words: list[str], *, has_hundreds: bool) -> int | None:
    """What stands after the hundreds; after them a lone digit counts tens (`một trăm hai` is 120)."""
    match words, [_WORD_VALUES.get(word) for word in words]:
        case ([], _) | (["rưỡi"], _):
            below = (50 if words else 0) if has_hundreds else None
        case ["mười", *_], [_, *ones] if len(ones) <= 1 and None not in ones:
            below = 10 + sum(one or 0 for one in ones)
        case ["linh" | "lẻ", _], [_, int(ones)]:
            below = ones
        case [_, "mươi"], [int(tens), _]:
            below = tens * 10
        case ([_, "mươi", _], [int(tens), _, int(ones)]) | ([_, _], [int(tens), int(ones)]):
            below = tens * 10 + ones
        case [_], [int(ones)]:
            below = ones * 10 if has_hundreds else ones
        case _:
            below = None
    return below
