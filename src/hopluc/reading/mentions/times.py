"""Times that are neither a date nor a period (thời gian khác): quarters, half-years, decades, ends, feasts, what recurs, terms from an event.

The grain is that of the words: a quarter stays a quarter, and what has no year has none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from hopluc.reading.cues import cues, places
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions.calendar_words import month_of, roman
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Time(Value):
    """A time by its grain: quý, nửa năm, tháng (the first or last so many of a year), năm (with its `part`), thập niên, thế kỷ, mốc (an end,
    `đến năm 2030`), tầm nhìn, lễ, định kỳ, thời hạn.

    `start` and `end` are ISO months, years or days, without a year `--07`; a day of any month is `---15`. `every` and `length` are ISO
    durations (`P6M`, `P10D`); `since` is the event a term runs from. A feast of the lunar calendar is `lunar`.
    """

    grain: str
    start: str | None = None
    end: str | None = None
    part: str | None = None
    every: str | None = None
    length: str | None = None
    since: str | None = None
    lunar: bool = False

    def as_json(self) -> dict[str, Any]:
        """The grain and what is known beside it."""
        known = {
            "from": self.start,
            "to": self.end,
            "part": self.part,
            "every": self.every,
            "length": self.length,
            "since": self.since,
        }
        return (
            {"grain": self.grain}
            | {name: value for name, value in known.items() if value is not None}
            | ({"lunar": True} if self.lunar else {})
        )

    def brief(self) -> str:
        stretch = f"{self.start or ''}..{self.end or ''}" if self.start or self.end else ""
        return " ".join(part for part in (self.grain, self.part, stretch, self.every, self.length) if part)


_YEAR = r"(?:(?:19|20)[0-9]{2})(?![0-9])"
_NUMBERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "tư": 4}
_QUARTERS = Pattern(
    rf"(?:[Qq]uý|QUÝ)\s{{1,2}}(?P<first>IV|I{{1,3}}|[1-4](?![0-9])|một|hai|ba|tư)(?:(?:\s?(?:,|-|và|đến)\s?)(?:quý\s)?(?P<last>IV|I{{1,3}}|[1-4](?![0-9/])))?(?!\w)"
    rf"(?:\s?[/-]\s?(?P<year>{_YEAR})|,?\s(?:năm\s)?(?P<said>{_YEAR}))?"
)
_PART = Pattern(
    rf"(?P<count>[0-9]{{1,2}}|[Nn]ửa|[Bb]a|[Ss]áu|[Cc]hín)\s(?:tháng\s)?(?P<part>đầu|cuối)\snăm(?:\s(?P<year>{_YEAR}))?"
)
_OF_YEAR = Pattern(rf"(?P<part>[Đđ]ầu|[Cc]uối|[Gg]iữa)\snăm\s(?P<year>{_YEAR})(?!\s?-)")
_UNTIL = Pattern(
    rf"(?P<far>[Tt]ầm nhìn(?:\sđến)?|[Đđ]ịnh hướng(?:\sđến)?)?\s?(?:(?:đến|tới|Đến|Tới)\s(?:hết\s|cuối\s)?)?(?:năm\s)?(?P<year>{_YEAR})(?!\s?-|/)"
)
_DECADE = Pattern(
    r"(?:[Tt]hập (?:niên|kỷ)|[Nn]hững năm)\s(?:của thế kỷ\s)?(?P<year>[0-9]{4}|[0-9]0)(?:\s(?:của\s)?thế kỷ\s(?:thứ\s)?(?P<century>(?:[IVX]{1,5}|[0-9]{2})(?!\w)))?(?![0-9]|\s?[-,]\s?[0-9])"
)
_CENTURY = Pattern(r"[Tt]hế kỷ\s(?:thứ\s)?(?P<century>[IVX]{1,5}|[0-9]{2})(?!\w)")
_EVERY = Pattern(
    r"(?:(?P<edge>[Tt]rước|[Vv]ào)\s)?(?:ngày\s(?P<day>[0-9]{1,2})(?:[/-](?P<month>[0-9]{1,2}))?\s)?(?:[Hh]ằng|[Hh]àng|[Mm]ỗi)\s(?P<unit>năm|quý|tháng|tuần|ngày)(?!\w)"
)
_ONCE = Pattern(r"(?P<count>[0-9]{1,2})\s(?P<unit>năm|quý|tháng|tuần|ngày)(?:\s(?:họp\s)?(?:một|1|01)\slần|/lần)")
_REGULAR = Pattern(r"[Đđ]ịnh kỳ\s(?:(?P<count>[0-9]{1,2})\s)?(?:hằng\s|hàng\s)?(?P<unit>năm|quý|tháng|tuần)(?!\w)")
_TERM = Pattern(
    r"(?P<count>[0-9]{1,3})\s(?:\([^()\d]{2,16}\)\s)?(?P<unit>ngày làm việc|ngày|tuần|tháng|năm)(?:\slàm việc)?,?\s(?:kể\s)?từ\s(?:ngày|khi|thời điểm)\s(?P<since>[^,.;:()\n]{2,80})"
)
_FEAST = Pattern(
    rf"(?P<name>Tết Nguyên [Đđ]án|Tết Trung [Tt]hu|Tết Đoan [Nn]gọ|Giỗ Tổ(?: Hùng Vương)?|Tết Thanh [Mm]inh)(?:\s(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý)\s"
    rf"(?:Tý|Sửu|Dần|Mão|Thìn|Tỵ|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi))?(?:\s(?:năm\s)?(?P<year>{_YEAR}))?"
)
_FEASTS = {
    "tết nguyên đán": "01-01",
    "tết trung thu": "08-15",
    "tết đoan ngọ": "05-05",
    "giỗ tổ": "03-10",
    "giỗ tổ hùng vương": "03-10",
}
_UNITS = {"năm": "Y", "quý": "M", "tháng": "M", "tuần": "W", "ngày": "D"}


def _quarters(found: re.Match[str]) -> Time | None:
    first = _NUMBERS[found["first"]]
    last = _NUMBERS[found["last"]] if found["last"] else first
    year = found["year"] or found["said"]
    if last < first:
        return None
    head = f"{year}-" if year else "--"
    return Time("quý", f"{head}{3 * first - 2:02}", f"{head}{3 * last:02}")


def _part_of_year(found: re.Match[str]) -> Time | None:
    word, first = found["count"].lower(), found["part"] == "đầu"
    months = 6 if word == "nửa" else int(word) if word.isdecimal() else month_of(word)
    if not months or not 1 <= months <= 11 or (word != "nửa" and "tháng" not in found[0]):
        return None
    head = f"{found['year']}-" if found["year"] else "--"
    begin, end = (1, months) if first else (13 - months, 12)
    return Time("nửa năm" if months == 6 else "tháng", f"{head}{begin:02}", f"{head}{end:02}")


def _of_year(found: re.Match[str]) -> Time:
    return Time("năm", found["year"], found["year"], part=found["part"].lower())


def _until(found: re.Match[str]) -> Time | None:
    if found["far"] is None and not found[0].lower().startswith(("đến", "tới")):
        return None
    far = (found["far"] or "").lower()
    return Time("tầm nhìn" if far else "mốc", end=found["year"])


def _century_of(written: str) -> int:
    return int(written) if written.isdecimal() else roman(written)


def _decade(found: re.Match[str]) -> Time | None:
    year, century = found["year"], found["century"]
    if len(year) == 2:
        begin = (_century_of(century) - 1) * 100 + int(year) if century else None
        return Time("thập niên", str(begin), str(begin + 9)) if begin is not None else None
    return Time("thập niên", year, str(int(year) + 9)) if year.endswith("0") else None


def _century(found: re.Match[str]) -> Time | None:
    number = _century_of(found["century"])
    return Time("thế kỷ", f"{number - 1:02}01", f"{number:02}00") if 1 <= number <= 21 else None


def _every(found: re.Match[str]) -> Time:
    day = f"{int(found['day']):02}" if found["day"] else None
    at = None if day is None else f"--{int(found['month']):02}-{day}" if found["month"] else f"---{day}"
    before = (found["edge"] or "").lower() == "trước"
    return Time("định kỳ", None if before else at, at, every=_length(1, found["unit"]))


def _once(found: re.Match[str]) -> Time:
    return Time("định kỳ", every=_length(int(found["count"] or 1), found["unit"]))


def _length(count: int, unit: str) -> str:
    return f"P{3 * count if unit == 'quý' else count}{_UNITS[unit]}"


def _term(found: re.Match[str]) -> Time:
    working = "làm việc" in found[0][: found.start("since") - found.start()]
    unit = found["unit"].removesuffix(" làm việc")
    return Time(
        "thời hạn",
        part="ngày làm việc" if working else None,
        length=_length(int(found["count"]), unit),
        since=found["since"].strip(),
    )


def _feast(found: re.Match[str]) -> Time:
    day = _FEASTS.get(found["name"].lower())
    head = f"{found['year']}-" if found["year"] else "--"
    return Time("lễ", f"{head}{day}" if day else found["year"], f"{head}{day}" if day else found["year"], lunar=True)


# The words to look for, how far before them the time may begin, and how it is read.
_READERS: tuple[tuple[tuple[str, ...], int, Pattern, Callable[[re.Match[str]], Time | None]], ...] = (
    (cues("quý ", "Quý ", "QUÝ "), 0, _QUARTERS, _quarters),
    (cues("đầu năm", "cuối năm"), 12, _PART, _part_of_year),
    (cues("ầu năm ", "uối năm ", "iữa năm "), 1, _OF_YEAR, _of_year),
    (cues("ầm nhìn ", "ịnh hướng ", "ến năm ", "ến hết năm ", "ến cuối năm ", "ới năm "), 1, _UNTIL, _until),
    (cues("hập niên ", "hập kỷ ", "hững năm "), 1, _DECADE, _decade),
    (
        cues(
            "hế kỷ ",
        ),
        1,
        _CENTURY,
        _century,
    ),
    (cues("Tết ", "Giỗ Tổ"), 0, _FEAST, _feast),
    (
        cues(
            "ằng năm",
            "ằng quý",
            "ằng tháng",
            "ằng tuần",
            "àng năm",
            "àng quý",
            "àng tháng",
            "àng tuần",
            "ỗi năm",
            "ỗi quý",
            "ỗi tháng",
            "ỗi tuần",
        ),
        24,
        _EVERY,
        _every,
    ),
    (cues("một lần", "1 lần", "/lần"), 20, _ONCE, _once),
    (
        cues(
            "ịnh kỳ ",
        ),
        1,
        _REGULAR,
        _once,
    ),
    (cues("từ ngày ", "từ khi ", "từ thời điểm "), 44, _TERM, _term),
)
_AHEAD = 130
_REACH = 60


def find_times(document: Document, found: Found) -> Iterator[Fact]:
    """Every time the text tells that is no date and no period, in order; where two meet, the longer."""
    plain = document.plain
    times: dict[Span, Time] = {}
    for words, back, pattern, read in _READERS:
        for place in places(document, words):
            said = _around(pattern, plain, place, place - back)
            value = read(said) if said else None
            if said and value:
                times[Span(*said.span())] = value
    reached = -1
    for span, value in sorted(times.items(), key=lambda read: (read[0].start, -read[0].end)):
        beside = found.within("period", Span(max(0, span.start - _REACH), span.end + _REACH))
        if span.start >= reached and not any(period.span.overlaps(span) for period in beside):
            yield Fact("time", span, document.quote(span), value)
            reached = span.end


def _around(pattern: Pattern, plain: str, place: int, low: int) -> re.Match[str] | None:
    """What the pattern finds round the word at `place`, beginning at `low` or later and at the start of a word."""
    low = max(0, low)
    if place - low <= 1:  # it begins here or one letter before: there is nothing to search
        return _at(pattern, plain, low, place)
    for said in pattern.finditer(plain, low, min(len(plain), place + _AHEAD)):
        if said.start() > place:
            return None
        if said.end() > place and not plain[said.start() - 1 : said.start()].isalnum():
            return said
    return None


def _at(pattern: Pattern, plain: str, low: int, place: int) -> re.Match[str] | None:
    """What begins at `low` or at `place`, at the start of a word, and holds the word at `place`."""
    for start in (low, place):
        said = pattern.match(plain, start, min(len(plain), place + _AHEAD))
        if said and said.end() > place:
            return None if plain[start - 1 : start].isalnum() else said
    return None


CASES = (
    "Nghiệm thu ⟦quý 2025-07..2025-09: quý III năm 2025⟧; ⟦quý 2024-01..2024-06: quý I, II/2024⟧; trong ⟦quý --04..--06: quý II⟧; quý vị, quỹ III.",
    "⟦nửa năm 2024-01..2024-06: 6 tháng đầu năm 2024⟧, ⟦nửa năm 2023-07..2023-12: nửa cuối năm 2023⟧, ⟦tháng 2024-01..2024-09: 9 tháng đầu năm 2024⟧; ⟦năm đầu 2022..2022: đầu năm 2022⟧.",
    "⟦mốc ..2030: Đến năm 2030⟧, ⟦tầm nhìn ..2045: tầm nhìn đến năm 2045⟧; giai đoạn 2021-2025, ⟦tầm nhìn ..2050: tầm nhìn 2050⟧; năm 2024; từ năm 2021 đến năm 2025.",
    "⟦thập niên 1990..1999: thập niên 1990⟧, ⟦thập niên 1990..1999: những năm 90 của thế kỷ XX⟧, đầu ⟦thế kỷ 2001..2100: thế kỷ XXI⟧; những năm 2021, 2022.",
    "Báo cáo ⟦định kỳ ..---15 P1M: trước ngày 15 hằng tháng⟧, ⟦định kỳ ..--12-15 P1Y: trước ngày 15/12 hằng năm⟧, ⟦định kỳ P6M: 6 tháng một lần⟧, ⟦định kỳ P2Y: 2 năm/lần⟧; ⟦định kỳ P3M: hằng quý⟧.",
    "Trả kết quả trong ⟦thời hạn ngày làm việc P10D: 10 ngày làm việc kể từ ngày nhận đủ hồ sơ⟧; sau ⟦thời hạn P45D: 45 ngày kể từ ngày ký⟧; ⟦thời hạn ngày làm việc P5D: 05 (năm) ngày làm việc kể từ khi có quyết định⟧.",
    "Trước ⟦lễ --01-01..--01-01: Tết Nguyên đán Giáp Thìn⟧, dịp ⟦lễ 2025-03-10..2025-03-10: Giỗ Tổ Hùng Vương năm 2025⟧.",
)
KIND = Kind("time", "thời gian khác", find_times, CASES)
