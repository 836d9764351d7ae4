"""Phases (phân kỳ): the stretches that a programme is divided into, against each other and against the whole."""

from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

# "giai đoạn I (2016-2017)", "Giai đoạn 1 từ năm 2021 đến năm 2023", "nhiệm kỳ II, 2014-2019": the number of a phase before its years.
_NUMBERED = Pattern(
    r"\b(?P<kind>[Gg]iai đoạn|[Bb]ước|[Pp]ha|[Nn]hiệm kỳ|[Kk]hóa|[Hh]ợp phần)\s(?:thứ )?(?P<number>[1-9]|I{1,3}|IV|V|một|hai|ba|bốn|nhất|đầu)\b[^.;\n\d]{0,30}$"
)
_NUMBERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "một": 1, "nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "bốn": 4}
# "được chia thành hai giai đoạn", "gồm 2 giai đoạn": what follows divides the period before.
_DIVIDED = Pattern(
    r"\b(?:chia (?:làm|thành|ra)|gồm|theo|qua|trong|phân (?:kỳ|thành))(?: các)?(?: (?:0?[2-5]|hai|ba|bốn|năm))? (?:giai đoạn|bước|pha|chặng|đợt)\b"
)
_OF_WHOLE = Pattern(r"\b(?:giai đoạn|thời kỳ|trong) $")
_YEAR_OF = Pattern(r"\b[Tt]rong đó,? (?:riêng )?(?:năm )(?P<year>20\d\d)\b")
_ITEM = Pattern(r"(?:Giai đoạn|Thời kỳ)(?: từ)?(?: năm)? $")
# "Chủ tịch Hội đồng nhiệm kỳ 1993-1997": who held a post, and when.
_HELD = Pattern(
    r"\b(?P<post>(?:Chủ tịch|Giám đốc|Tổng Giám đốc|Viện trưởng|Hiệu trưởng|Bí thư|Trưởng ban|Trưởng Ban)\b[^,.;:\d\n()]{0,40}?),? \(?(?:nhiệm kỳ|giai đoạn|từ năm|khóa|trong giai đoạn) $"
)
_TERMS_OF_OFFICE = ("nhiệm kỳ", "khóa")
_COURSE = "khóa"
_BEFORE, _REACH = 60, 420

CASES = (
    (
        "period_conflict",
        "Ông Chước là Chủ tịch Hội đồng nhiệm kỳ 1993-{1997|1996}; bà Xuyến là Chủ tịch Hội đồng nhiệm kỳ 1996-2000.",
    ),
    ("period_conflict", "Đề án chia làm hai giai đoạn: giai đoạn I ({2016-2018|2016-2017}) và giai đoạn II (2018-2020)."),
    ("period_conflict", "Nhiệm kỳ I (2009-{2015|2014}), nhiệm kỳ II (2014-2019)."),
    ("period_conflict", "Lễ bế giảng {nhiệm kỳ 1 (2006-2010) và nhiệm kỳ|khóa 1 (2006-2010) và khóa} 2 (2007-2010)."),
    ("period_conflict", "Lộ trình:\n- Giai đoạn 2021-{2026|2025}: thí điểm;\n- Giai đoạn 2026-2030: nhân rộng."),
    ("period_conflict", "Kế hoạch giai đoạn 2011-2015 gồm 2 giai đoạn: 2011-2013 và {2014-2016|2014-2015}."),
    ("period_conflict", "Đề án giai đoạn 2021-2025 cần 9 tỷ đồng; trong đó năm {2020|2021} cần 2 tỷ đồng."),
)


def check_phases(case: Case) -> Iterator[Record]:
    """Phases that overlap, and phases and years outside what they are part of."""
    all_ = case.found.of("period")
    periods = [fact for fact in all_ if _years(fact)]
    for first, second in pairwise(all_):
        if second.span.start - first.span.end <= _REACH and (_follow(case, first, second) or _are_items(case, first, second)):
            yield _fault([first, second], f"Hai giai đoạn chồng nhau: {quoted(first.quote)} và {quoted(second.quote)}.")
    yield from _held_by_two(case, periods)
    yield from _outside(case, periods)


def _years(period: Fact) -> tuple[int, int] | None:
    """The first and the last year of a period that is told in years; None for others and for one turned round."""
    start, end = period.value.start, period.value.end
    if not (start and end and len(start) == len(end) == len("2016")) or start > end:
        return None
    return int(start), int(end)


def _follow(case: Case, first: Fact, second: Fact) -> bool:
    """Whether two periods are numbered as one phase and the next, and the next begins before the first is over."""
    numbers = []
    for period in (first, second):
        found = _NUMBERED.search(case.plain, max(0, period.span.start - _BEFORE), period.span.start)
        if found is None:
            return False
        said = found["number"]
        numbers.append((found["kind"].casefold(), _NUMBERS.get(said) or int(said)))
    (kind, one), (other, two) = numbers
    before, after = _years(first), _years(second)
    if kind != other or two != one + 1:
        return False
    if before is None or after is None:
        return _overlap_by_month(first, second)
    if kind == _COURSE and before[1] - after[0] > 1:
        return False  # a new year of students comes while the one before is still there
    return after[0] < before[1] + (kind not in _TERMS_OF_OFFICE)


def _overlap_by_month(first: Fact, second: Fact) -> bool:
    """Whether the second of two periods told in months begins before the first is over."""
    ends = (first.value.start, first.value.end, second.value.start, second.value.end)
    if any(end is None or len(end) != len("2021-07") for end in ends):
        return False
    return bool(ends[0] < ends[2] < ends[1] <= ends[3])


def _are_items(case: Case, first: Fact, second: Fact) -> bool:
    """Whether two items of one list begin with periods that overlap, neither holding the other."""
    before, after = _years(first), _years(second)
    if before is None or after is None or not before[0] < after[0] <= before[1] < after[1]:
        return False
    places = [case.layout.at(period.span.start) for period in (first, second)]
    if places[0] is None or places[1] is None or places[0] == places[1]:
        return False
    one, two = (case.layout.blocks[place] for place in places if place is not None)
    return (
        one.style == two.style
        and one.parent == two.parent
        and all(
            _ITEM.fullmatch(case.plain, block.body.start, period.span.start) is not None
            for block, period in ((one, first), (two, second))
        )
    )


def _held_by_two(case: Case, periods: list[Fact]) -> Iterator[Record]:
    """One post with two terms that overlap."""
    held: dict[str, tuple[Fact, Span]] = {}
    for period in periods:
        found = _HELD.search(case.plain, max(0, period.span.start - _BEFORE - 20), period.span.start)
        if found is None:
            continue
        span = Span(found.start(), period.span.end)
        first, before = held.setdefault(fold(found["post"]), (period, span))
        one, two = sorted(years for known in (first, period) if (years := _years(known)))
        if one[0] < two[0] < one[1] < two[1]:
            note = f"Hai nhiệm kỳ chồng nhau: {quoted(case.words(before))} và {quoted(case.words(span))}."
            yield fault("period_conflict", note, [before, span])


def _outside(case: Case, periods: list[Fact]) -> Iterator[Record]:
    """Phases of a sentence that leave the period they divide, and a year `trong đó` that is none of its period."""
    for place, whole in enumerate(periods):
        known = _years(whole)
        if known is None or not _OF_WHOLE.search(case.plain, max(0, whole.span.start - 12), whole.span.start):
            continue
        sentence = case.sentence(whole.span)
        divided = _DIVIDED.search(case.plain, whole.span.end, min(sentence.end, whole.span.end + _REACH))
        parts = [part for part in periods[place + 1 : place + 5] if part.span.end <= sentence.end] if divided else []
        told = [(part, years) for part in parts if (years := _years(part))]
        if divided and told and told[0][0].span.start > divided.end() and told[0][1][0] == known[0]:
            wrong = next((part for part, years in told if years[1] > known[1] or years[0] < known[0]), None)
            if wrong is not None:
                yield _fault([whole, wrong], f"{quoted(wrong.quote)} nằm ngoài giai đoạn {whole.quote} mà nó là một phần.")
                continue
        year = _YEAR_OF.search(case.plain, whole.span.end, min(sentence.end, whole.span.end + _REACH // 2))
        if year and not known[0] <= int(year["year"]) <= known[1]:
            note = f"Năm {year['year']} nằm ngoài giai đoạn {whole.quote} mà nó là một phần."
            yield fault("period_conflict", note, [Span(whole.span.start, year.end())])


def _fault(periods: list[Fact], note: str) -> Record:
    return fault("period_conflict", note, [period.span for period in periods])
