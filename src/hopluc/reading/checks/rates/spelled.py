"""Amounts in words (số tiền bằng chữ): the words beside an amount of money against its figures."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_DIGITS = {
    **{word: digit for digit, word in enumerate("không một hai ba bốn năm sáu bảy tám chín".split())},
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
    "bẩy": 7,
}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6}
_BILLION = frozenset(("tỷ", "tỉ"))
_SILENT = frozenset(("lẻ", "linh", "và"))
_WORDS = "|".join((*_DIGITS, *_SCALES, *_BILLION, *_SILENT, "mười", "mươi", "trăm"))
_IN_WORDS = Pattern(
    rf"[\s,.;]*\(?\s*(?:(?:[Vv]iết )?[Bb]ằng chữ\s*:?\s*)?(?P<words>(?:{_WORDS})(?:[\s,]+(?:{_WORDS})){{1,40}})[\s,]+(?:đồng|đô la|USD|EUR)\b",
    re.IGNORECASE,
)


# "12 (mười hai) điều", "06 (sáu) tháng": a count and its words in brackets.
_COUNTED = Pattern(rf"\((?P<words>(?:{_WORDS})(?: (?:{_WORDS})){{0,6}})\)", re.IGNORECASE)
_COUNTED_STARTS = cues(*(f"({first}{word[1:]}" for word in (*_DIGITS, "mười") for first in (word[0], word[0].upper())))
_NUMBER_BEFORE = Pattern(r"(?<![\w.,/-])(?P<number>\d{1,4}) $")

CASES = (
    ("value_conflict", "Quyết định này gồm 12 ({mười ba|mười hai}) điều."),
    ("value_conflict", "Thời hạn 06 ({tám|sáu}) tháng kể từ ngày ký."),
)


def check_spelled(case: Case) -> Iterator[Record]:
    """Every amount of money and every count that its words repeat: a fault where they differ, a passing check where they agree."""
    for match in cued(case, _COUNTED_STARTS, _COUNTED):
        number, said = (
            _NUMBER_BEFORE.search(case.plain, max(0, match.start() - 7), match.start()),
            number_in_words(match["words"]),
        )
        if number is not None and said is not None and said != int(number["number"]):
            span = Span(number.start(), match.end())
            note = f"Bằng số là {number['number']}, bằng chữ là {said}: {quoted(case.words(span))}."
            yield fault("value_conflict", note, [span])
    for fact in case.found.of("money"):
        amount = fact.value.amount
        found = _IN_WORDS.match(case.plain, fact.span.end) if amount is not None else None
        told = number_in_words(found["words"]) if found else None
        if found is None or told is None:
            continue
        span = Span(fact.span.start, found.end())
        if told == amount:
            yield passed(f"Số tiền {shown(amount)} khớp giữa bằng số và bằng chữ.", [span], "value_ok")
        else:
            note = f"Bằng số là {shown(amount)}, bằng chữ là {shown(told)}: {quoted(case.words(span))}."
            yield fault("value_conflict", note, [span])


def number_in_words(words: str) -> int | None:
    """The number that Vietnamese words say; None where they say none.

    >>> number_in_words("một trăm tám mươi bảy triệu năm trăm nghìn")
    187500000
    """
    total, group, digit = 0, 0, None
    for word in words.lower().replace(",", " ").split():
        if word in _DIGITS:
            group, digit = group + 10 * (digit or 0), _DIGITS[word]
        elif word == "mười":
            group, digit = group + 10, None
        elif word in ("mươi", "trăm"):
            if digit is None:
                return None
            group, digit = group + digit * (10 if word == "mươi" else 100), None
        elif word in _SCALES:
            total, group, digit = total + (group + (digit or 0)) * _SCALES[word], 0, None
        elif word in _BILLION:
            total, group, digit = (total + group + (digit or 0)) * 10**9, 0, None
        elif word not in _SILENT:
            return None
    return total + group + (digit or 0)
