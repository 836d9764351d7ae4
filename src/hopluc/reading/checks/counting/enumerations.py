"""Enumerations without a colon (liệt kê không có dấu hai chấm): in brackets behind the count, after `là` or `gồm`, or right behind the noun."""

import re
from collections.abc import Iterator
from itertools import islice

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NOUN, SURE_NUMBERS, number_of
from hopluc.reading.checks.counting.counts import (
    BODY,
    MOST,
    MOST_IN_BLOCK,
    OPEN_END,
    Announcement,
    checked,
    is_named,
    items_inline,
    last_count,
)
from hopluc.reading.checks.cues import cued, cued_blocks, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern, matches_at

_PLACES = Pattern(
    r"(?<![\w.,/-])(?P<number>0?[2-9]|[1-6]\d)\s(?P<noun>tỉnh(?:, thành phố)?|thành phố|quận|huyện|xã|phường|nước|quốc gia|địa phương)"
    r"\s(?:[^\W\d]{1,8}\s){0,2}$"
)
_NAMES = Pattern(r"\((?:gồm:?\s)?(?P<inside>[^()\n;:\d]{5,600})\)")
_LINKED = Pattern(r"(?:, đó là| là| gồm| bao gồm| gồm có)(?: các)?\s+(?=[A-ZĐ“])(?!Các|Những|Một)")
_LINKS = (", đó là ", " là ", " gồm ", " bao gồm ")
_BETWEEN = Pattern(r"[\d:;.,()\n]")
_LINK_REACH = 60
_BODIES = Pattern(
    r"(?P<number>0?[2-9]|[1-4]\d)\s(?P<noun>sở|trường|viện|bệnh viện|công ty|cơ quan|đơn vị)\s(?:[^\W\d]{1,8}\s){0,2}$"
)
# "6 mô hình trình diễn (nuôi ong; trồng nấm; …)".
_COUNTED = Pattern(
    rf"(?<![\w.,/-])(?P<number>0?[2-9]|[1-4]\d|{'|'.join(SURE_NUMBERS)}) (?P<noun>{NOUN})\b(?:\s[^\W\d]{{1,9}}){{0,7}}\s?$",
    re.IGNORECASE,
)
_SPELLED = Pattern(rf"(?<!\w)(?P<number>{'|'.join(SURE_NUMBERS)}) (?P<noun>{NOUN})\b[^.;:,\d]*$", re.IGNORECASE)
_SPELLED_STARTS = cues(*(f"{first}{word[1:]} " for word in SURE_NUMBERS for first in (word[0], word[0].upper())))
_AND = Pattern(" và ")
# "5 nội dung lớn là khảo sát hiện trạng; xây dựng cơ sở dữ liệu; …".
_LINKED_LOW = Pattern(r"(?: là| gồm| bao gồm| gồm có)(?: các)?\s+(?=[a-zđà-ỹ“(][^.;:\n]{3,160};)")
_THINGS = Pattern(r"\((?:gồm:?\s|là:?\s)?(?P<inside>[^()\n:]{8,900})\)")
_DIGIT = Pattern(r"\d")
_LOW_LIST = Pattern(
    r"(?:gồm|đó là)(?! (?:các|những|một|có|cả|việc|đại diện|lãnh đạo|cán bộ)\b) (?P<items>[a-zđà-ỹ][^.;:,\d()\n]{2,40}(?:, [a-zđà-ỹ][^.;:,\d()\n]{2,40}){1,9} và [^.;:,\d()\n]{3,40})(?=\.(?:\s|$))"
)
_LOW_BETWEEN = Pattern(r"[\d:;.()\n]|, (?!(?:bao |đó |$))|\b(?:trong đó|mỗi)\b")
_SHORT = 5
_BEFORE = 90
# "Bốn tỉnh Tân Lâm, Phú An và Bình Thủy": the names right behind the noun.
_NAME = rf"(?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) )?{CAPITAL}[^\W\d_]*(?:(?: | - |-){CAPITAL}[^\W\d_]*){{0,4}}"
_PLACES_NAMED = Pattern(
    rf"(?P<noun>tỉnh(?:, thành phố)?|huyện|quận|thị xã|xã|phường|nước|quốc gia|thành phố|địa phương)(?:(?: là| gồm|:)? )"
    rf"(?P<first>{_NAME})(?P<more>(?:, {_NAME}){{0,12}}),? và (?P<last>{_NAME})"
)
_PLACE_STARTS = cues("tỉnh ", "tỉnh, ", "huyện ", "quận ", "xã ", "phường ", "nước ", "quốc gia ", "thành phố ", "địa phương ")
_NUMBER = Pattern(
    rf"(?<![\w.,/-])(?P<number>0?[2-9]|[1-2]\d|{'|'.join(SURE_NUMBERS)})\s(?:[^\W\d]{{2,5}}\s)?$",
    re.IGNORECASE,
)


CASES = (("count_mismatch", "Hội thi chọn ra {4|3} mô hình tiêu biểu của năm, bao gồm máy sấy, máy gieo và máy gặt."),)


def check_enumerations(case: Case) -> Iterator[Record]:
    """Every count before a list that no colon opens: a fault where the list is shorter or longer, a passing check where it is full."""
    spelled = cued_blocks(case, _SPELLED_STARTS)
    for block in case.layout.blocks:
        text = case.plain[block.body.start : block.body.end]
        if block.body.start not in spelled and not _DIGIT.search(text):
            continue
        if "(" in text:
            yield from _in_brackets(case, text, block.body.start)
            yield from _things(case, text, block.body.start)
        if " là " in text or "gồm " in text:
            yield from _linked(case, text, block.body.start)
        if "gồm " in text or "đó là " in text:
            yield from _low(case, text, block.body.start)
    yield from _right_behind(case)


def _low(case: Case, text: str, shift: int) -> Iterator[Record]:
    """Counts before common nouns that commas and one last `và` divide: `4 mô hình tiêu biểu, gồm máy sấy, máy gieo và máy gặt`."""
    for tail in matches_at(("gồm ", "đó là "), _LOW_LIST, text):
        start = max(0, tail.start() - _LINK_REACH)
        lead = text[start : tail.start()]
        found = last_count(lead) or _SPELLED.search(lead)
        if found is None or _LOW_BETWEEN.search(lead, found.end()):
            continue
        words = [word.strip() for part in tail["items"].split(", ") for word in part.split(" và ")]
        number = number_of(found["number"])
        if abs(number - len(words)) != 1 or any(len(word.split()) > _SHORT or not word for word in words):
            continue
        begin = shift + start + found.start()
        span = Span(begin, shift + tail.end("items"))
        noun = found["noun"].casefold()
        if not case.is_taken(begin):
            note = f"Nêu {number} {noun} nhưng liệt kê {len(words)}: {quoted(case.words(span))}."
            yield fault("count_mismatch", note, [span])


def _linked(case: Case, text: str, shift: int) -> Iterator[Record]:
    """Counts before names that follow `là` or `gồm` without a colon: `5 đơn vị là A, B, C, D và E`."""
    low = matches_at(_LINKS, _LINKED_LOW, text) if ";" in text else ()
    for tail in (*matches_at(_LINKS, _LINKED, text), *low):
        start = max(0, tail.start() - _LINK_REACH)
        found = last_count(text[start : tail.start()]) or _SPELLED.search(text[start : tail.start()])
        if found is None or _BETWEEN.search(text, start + found.end(), tail.start()):
            continue
        begin = start + found.start()
        sentence = case.sentence(Span(shift + begin, shift + begin + 1))
        is_low = text[tail.end()].islower()
        end = min(
            sentence.end - shift,
            *(at for mark in (":" if is_low else ";:(") if (at := text.find(mark, tail.end())) >= 0),
            len(text),
        )
        items, by_comma = items_inline(case, Span(shift + tail.end(), shift + end))
        words = [case.plain[item.start : item.end] for item in items]
        if any(" một phần " in word for word in words):
            continue
        if (len(items) > 2 and is_low and not by_comma) or (len(items) > 1 and all(word[:1].isupper() for word in words)):
            announced = Announcement(
                number_of(found["number"]),
                found["noun"].casefold(),
                Span(shift + begin, shift + tail.end()),
                firm=True,
            )
            if 2 <= announced.number <= MOST:
                yield from checked(case, announced, (items, by_comma))


def _in_brackets(case: Case, text: str, shift: int) -> Iterator[Record]:
    """Places counted before the bracket that names them: `4 tỉnh (Tân Lâm, Hà Sơn, …)`."""
    for bracket in islice(_NAMES.finditer(text), MOST_IN_BLOCK):
        start = max(0, bracket.start() - 50)
        found = _PLACES.search(text[start : bracket.start()])
        bodies = None if found else _BODIES.search(text[start : bracket.start()])
        found = found or bodies
        if found is None or is_named(text[max(0, start + found.start() - 16) : start + found.start()], found["noun"]):
            continue
        span = Span(shift + start + found.start("number"), shift + start + found.end("noun"))
        items, _ = items_inline(case, Span(*(shift + at for at in bracket.span("inside"))))
        words = [case.plain[item.start : item.end] for item in items]
        named = bodies is None or all(case.found.first("organisation", item) for item in items)
        if named and all(word[:1].isupper() or OPEN_END.fullmatch(word) for word in words):
            announced = Announcement(int(found["number"]), found["noun"], span, firm=True, closed=True)
            yield from checked(case, announced, (items, True))


def _things(case: Case, text: str, shift: int) -> Iterator[Record]:
    """Things counted before the bracket that lists them with semicolons, or by the names of bodies or titles in quotation marks."""
    for bracket in islice(_THINGS.finditer(text), MOST_IN_BLOCK):
        start = max(0, bracket.start() - _BEFORE)
        found = _COUNTED.search(text[start : bracket.start()])
        if found is None or _PLACES.fullmatch(found[0]) or _BODIES.fullmatch(found[0]):
            continue
        if is_named(text[max(0, start + found.start() - 16) : start + found.start()], found["noun"]):
            continue
        items, by_comma = items_inline(case, Span(*(shift + at for at in bracket.span("inside"))))
        items = _two(case, items)
        words = [case.plain[item.start : item.end] for item in items]
        titles = all(word[:1] in '“"' for word in words)
        named = titles or all(
            case.found.first("organisation", item) and word[:1].isupper() for word, item in zip(words, items, strict=True)
        )
        if len(items) > 1 and (named or not by_comma) and (titles or not any(map(_DIGIT.search, words))):
            span = Span(shift + start + found.start("number"), shift + start + found.end("noun"))
            announced = Announcement(number_of(found["number"]), found["noun"].casefold(), span, firm=True, closed=True)
            yield from checked(case, announced, (items, by_comma))


def _two(case: Case, items: list[Span]) -> list[Span]:
    """The items; the only one divided at its `và` where two bodies are named."""
    if len(items) != 1:
        return items
    words = case.plain[items[0].start : items[0].end]
    at = next((found.start() for found in _AND.finditer(words) if BODY.match(words, found.end())), None)
    if at is None or not BODY.match(words):
        return items
    return [Span(items[0].start, items[0].start + at), Span(items[0].start + at + len(" và "), items[0].end)]


def _right_behind(case: Case) -> Iterator[Record]:
    """Places named right behind their count: `Bốn tỉnh Tân Lâm, Phú An và Bình Thủy`."""
    for found in cued(case, _PLACE_STARTS, _PLACES_NAMED):
        start = max(0, found.start() - 20)
        number = _NUMBER.search(case.plain[start : found.start()])
        if number is None or is_named(case.plain[start : start + number.start()], found["noun"]):
            continue
        items = [Span(*found.span("first"))]
        at = found.start("more")
        for name in found["more"].split(", ")[1:]:
            items.append(Span(at + 2, at + 2 + len(name)))
            at += 2 + len(name)
        items.append(Span(*found.span("last")))
        span = Span(start + number.start(), found.end("noun"))
        announced = Announcement(number_of(number["number"]), found["noun"], span, firm=True, closed=True)
        yield from checked(case, announced, (items, True))
