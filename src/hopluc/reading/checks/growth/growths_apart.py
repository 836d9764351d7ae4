"""Growths told apart (mức tăng, giảm so với số nêu ở chỗ khác): a change beside its figure, where the figure of the year before stands elsewhere.

`Năm 2015, giá trị xuất khẩu dược liệu đạt 18,4 triệu USD`, pages on `năm 2016 giá trị xuất khẩu dược liệu đạt 20,7 triệu USD, tăng 22,5%`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import NUMBER
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_CHANGE = Pattern(
    rf"(?P<how>ăng|iảm)(?: trưởng| thêm| đi| tới| hơn| bình quân)* (?P<by>{NUMBER})\s?%(?: so)?(?: với)?(?: (?:năm (?P<year>(?:19|20)\d\d)|(?P<before>năm (?:trước|ngoái)|cùng kỳ)))?",
)
_STARTS = cues("ăng ", "iảm ")
_OTHER = Pattern(
    r"\b(?:bình quân|mỗi năm|hằng năm|hàng năm|trung bình|kế hoạch|mục tiêu|phấn đấu|quý|tháng|lần lượt|giai đoạn)\b"
)
_NEAR, _ENOUGH, _LEEWAY = 30, 3, 2
_MOSTLY = 0.85

CASES = (
    (
        "sum_mismatch",
        "Năm 2015, giá trị xuất khẩu dược liệu của tỉnh đạt 18,4 triệu USD. Có 6 cơ sở được cấp chứng nhận.\n\nSang năm 2016, giá trị xuất khẩu dược liệu vẫn đạt 20,7 triệu USD, tăng {22,5|12,5}% so với năm trước.",
    ),
    (
        "sum_mismatch",
        "Năm 2020, sản lượng cá giống của trại là 400 tấn.\nTrại đào thêm ao.\nNăm 2021, sản lượng cá giống đạt 500 tấn, tăng {35|25}% so với năm 2020.",
    ),
    (
        "sum_mismatch",
        "Năm 2020, sản lượng {cá|tôm} giống của trại là 400 tấn.\nTrại đào thêm ao.\nNăm 2021, sản lượng cá giống của trại đạt 500 tấn, tăng 35% so với năm 2020.",
    ),
)


def check_growths_apart(case: Case) -> Iterator[Record]:
    """Changes in percent that the figure told for the year before, in another sentence, does not bear out."""
    for found in cued(case, _STARTS, _CHANGE):
        span = Span(found.start() - 1, found.end())
        new = _figure_of(case, span)
        if new is None or _OTHER.search(case.plain, *new.sentence) or len(new.years) != 1:
            continue
        (year,) = new.years
        before = found["year"] or (str(int(year) - 1) if found["before"] else None)
        if before is None or before == year:
            continue
        old = {telling.value: telling for telling in tellings(case)[new.key] if _is_old(telling, new, before)}
        if len(old) == 1:
            yield from _judged(case, new, next(iter(old.values())), (found["how"] == "iảm", found["by"], span))


def _figure_of(case: Case, change: Span) -> Telling | None:
    """The figure that a change stands right behind, where its sentence tells no other of its noun."""
    best: Telling | None = None
    for alike in tellings(case).values():
        place = bisect_left(alike, change.start, key=attrgetter("span.start")) - 1
        if place >= 0 and alike[0].key != "%" and (best is None or alike[place].span.start > best.span.start):
            best = alike[place]
    if best is None or change.start - best.span.end > _NEAR or best.sentence.end < change.start:
        return None
    return best


def _is_old(telling: Telling, new: Telling, year: str) -> bool:
    """Whether a figure is of the same thing a year before."""
    if telling.sentence.overlaps(new.sentence) or telling.years != {year} or telling.is_planned or telling.is_part:
        return False
    words, others = (one.said - {one.key} for one in (new, telling))
    shared = len(words & others)
    return shared >= _ENOUGH and shared >= _MOSTLY * max(1, min(len(words), len(others))) and telling.per == new.per


def _judged(case: Case, new: Telling, old: Telling, told: tuple[bool, str, Span]) -> Iterator[Record]:
    falls, by, span = told
    if old.value <= 0:
        return
    said = range_of(by, percent=True)
    change = (new.value - old.value) * 100 / old.value * (-1 if falls else 1)
    leeway = _LEEWAY * max(said.high - said.low, abs(change) / 50)
    if abs(change - said.value) > leeway:
        note = f"Từ {case.words(old.span)} đến {case.words(new.span)} là {'giảm' if falls else 'tăng'} {shown(round(change, 1))}%, văn bản ghi"
        spans = [Span(old.sentence.start, old.span.end), Span(new.span.start, span.end)]
        yield fault("sum_mismatch", f"{note} {quoted(case.words(spans[1]))}.", spans)
