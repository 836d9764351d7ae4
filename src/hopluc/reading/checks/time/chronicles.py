"""Chronicles (việc kể theo ngày): lines that each begin with a day or a month, against the time reported on and against each other.

`Ngày 18/02, khai giảng lớp. Ngày 24/3, bàn giao máy. Ngày 21/8, tổng kết` in a report on the first half of a year: the days of such lines
lie in the time that the title names, before the day of the document, and one behind the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.time.reported_time import Stretch, stretch_of_title
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_YEAR = r"(?:(?:[/.-]| năm )(?P<year>(?:19|20)\d\d))?(?![\d/])"
_OPENS = Pattern(
    r"(?:Sáng |Chiều |Tối |Trưa )?(?:[Nn]gày (?P<day>\d{1,2})(?:[/.-]| tháng )(?P<month>\d{1,2})|[Tt]háng (?P<alone>\d{1,2}))"
    + _YEAR
)
_AHEAD = Pattern(
    r"\b(?:sẽ|dự kiến|kế hoạch|phấn đấu|trước ngày|đến nay|phương hướng|nhiệm vụ trọng tâm|tới đây|sắp tới|hạn)\b",
    re.IGNORECASE,
)
_PLANS = Pattern(r"\b(?:kế hoạch|phương hướng|dự kiến|chương trình công tác|lịch|nhiệm vụ|giải pháp)\b", re.IGNORECASE)
_LONGEST, _FEWEST, _FEWEST_IN_ORDER, _LAST_MONTH = 80, 3, 5, 12

CASES = (
    (
        "period_conflict",
        "BÁO CÁO\nCông tác đối ngoại 6 tháng đầu năm 2021\n1. Tháng 01: gửi quà cho 25 sinh viên.\n2. Tháng 3: Hội hữu nghị họp đại hội.\n3. Tháng {9|5}: tiếp nhận 3.000 bộ dụng cụ.\n4. Tháng 6: phát động quyên góp.",
    ),
    (
        "period_conflict",
        "Sơn Trung, ngày 05 tháng 7 năm 2014\nBÁO CÁO\nSơ kết 6 tháng đầu năm\nNgày 18/02, khai giảng lớp cho 45 nông dân.\nNgày 24/3, bàn giao máy cấy.\nNgày {21/8|21/5}, họp tại đầu bờ.\nNgày 12/6, họp ban điều phối.",
    ),
    (
        "period_conflict",
        "BÁO CÁO\nCông tác đối ngoại 6 tháng đầu năm 2021\n1. Tháng 01: gửi quà cho 25 sinh viên.\n2. Tháng 3: Hội hữu nghị họp đại hội.\n3. Tháng 6: phát động quyên góp.\n4. Tháng 9: {|sẽ }tiếp nhận 3.000 bộ dụng cụ.",
    ),
    (
        "sequence",
        "Nhật ký dự án năm 2016\nNgày 12/01, đoàn khảo sát lên đường.\nNgày 20/02, đào hố móng.\nNgày {15/10|15/3}, đổ bê tông.\nNgày 02/4, lắp dầm.\nNgày 19/5, thông cầu.",
    ),
)


@dataclass(frozen=True)
class Entry:
    """A line that begins with a day or a month: `when` its month and day (0 where none is told), `year` where it gives one."""

    place: int
    when: tuple[int, int]
    year: int | None
    span: Span


def check_chronicles(case: Case) -> Iterator[Record]:
    """Lines of a chronicle that lie outside the time reported on, or before the line above."""
    stretch = None
    for run in _runs(case):
        stretch = stretch or stretch_of_title(case)
        outside = [entry for entry in run if stretch is not None and _is_outside(entry, stretch)]
        if stretch is not None and outside:
            if 2 * len(outside) < len(run):
                for entry in outside:
                    note = f"Việc kể theo ngày nằm ngoài kỳ báo cáo ({quoted(case.words(stretch.span))}): "
                    yield fault("period_conflict", f"{note}{quoted(case.words(entry.span))}.", [stretch.span, entry.span])
        elif len(run) >= _FEWEST_IN_ORDER:
            yield from _out_of_order(case, run)


def _runs(case: Case) -> Iterator[list[Entry]]:
    """The lines that follow each other and begin so, where they tell what was done."""
    run: list[Entry] = []
    for entry in _entries(case):
        if run and not 0 < entry.place - run[-1].place <= 2:
            yield from _kept(case, run)
            run = []
        run.append(entry)
    yield from _kept(case, run)


def _kept(case: Case, run: list[Entry]) -> Iterator[list[Entry]]:
    if len(run) < _FEWEST:
        return
    above = " ".join(case.plain[block.span.start : block.span.end] for block in case.layout.section_of(run[0].span.start))
    if not _PLANS.search(above):
        yield [entry for entry in run if not _AHEAD.search(case.plain, *case.sentence(entry.span))]


def _entries(case: Case) -> Iterator[Entry]:
    for place, block, words in case.numbered:
        found = _OPENS.match(words)
        if found is None or block.kind == "cell":
            continue
        month = int(found["month"] or found["alone"])
        if 1 <= month <= _LAST_MONTH:
            when = (month, int(found["day"] or 0))
            span = Span(block.body.start, min(block.body.end, block.body.start + _LONGEST))
            yield Entry(place, when, int(found["year"]) if found["year"] else None, span)


def _is_outside(entry: Entry, stretch: Stretch) -> bool:
    year = entry.year or stretch.first[0]
    return not stretch.first <= (year, entry.when[0]) <= stretch.last


def _out_of_order(case: Case, run: Sequence[Entry]) -> Iterator[Record]:
    """The one line of a chronicle that lies after those behind it, or before those above it, where all others are in order."""
    if _is_in_order(run) or len({entry.year for entry in run}) > 1:
        return
    wrong = [at for at in range(1, len(run) - 1) if _is_in_order([*run[:at], *run[at + 1 :]])]
    if not wrong:
        return
    at = max(wrong, key=lambda place: abs(run[place].when[0] - run[place - 1].when[0]))
    note = "Việc kể theo thứ tự thời gian có một ngày lạc chỗ: "
    yield fault("sequence", f"{note}{quoted(case.words(run[at].span))}.", [run[at].span, run[at + 1].span])


def _is_in_order(run: Sequence[Entry]) -> bool:
    return all(
        one.when <= other.when or (not (one.when[1] and other.when[1]) and one.when[0] == other.when[0])
        for one, other in pairwise(run)
    )
