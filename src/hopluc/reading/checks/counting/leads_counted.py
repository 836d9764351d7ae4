"""Leads counted (số nhiệm vụ theo cơ quan chủ trì): so many works told to be led by one body, against the rows of the table of works that name it."""

import re
from collections.abc import Iterator, Sequence

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.checks.grids import grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small
from hopluc.vietnamese import fold

_WORKS = r"(?:đề tài, dự án|đề tài|dự án|nhiệm vụ|nội dung|công việc|hoạt động|mô hình)"
_LED = in_small(
    rf"(?<![\w.,/-])(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) {_WORKS}(?: [^\W\d_]+){{0,2}}? (?:do|giao(?: cho)?) (?P<who>[^.,;:()\n\d]{{4,80}}?) (?:làm |là )?(?:cơ quan |đơn vị )?(?:chủ trì|chịu trách nhiệm|đầu mối)\b"
)
_LEADS = in_small(
    rf"(?:^|[.,;:(]\s|\bgồm\s|\btrong đó,?\s)(?P<who>[^.,;:()\n\d]{{4,80}}?) (?:được giao )?chủ trì (?P<number>\d{{1,2}}|{'|'.join(NUMBERS)}) {_WORKS}\b"
)
_STARTS = cues(" chủ trì", " chịu trách nhiệm", " đầu mối")
_LEAD_COLUMN = Pattern(r"(?:cơ quan|đơn vị|tổ chức)?\s?(?:chủ trì|thực hiện|đầu mối|đơn vị thực hiện)", re.IGNORECASE)
_SLIP, _FEWEST = 2, 3

CASES = (
    (
        "count_mismatch",
        (
            "TT\tTên đề tài\tĐơn vị chủ trì\tKinh phí\n1\tSấy xoài\tTrường Đại học Hòa Lạc\t850\n2\tChọn lúa chịu mặn\tViện Lúa Tân Lâm\t1.260\n"
            "3\tLọc phèn\tTrường Đại học Hòa Lạc\t960\n4\tLai tạo giống tôm\tViện Lúa Tân Lâm\t520\n\nTrong bốn đề tài có 2 đề tài do Trường Đại học Hòa Lạc chủ trì, {3|2} đề tài do Viện Lúa Tân Lâm chủ trì."
        ),
    ),
)


def check_leads_counted(case: Case) -> Iterator[Record]:
    """Numbers of works told of one lead that are not those of its rows in the one table of works."""
    told = list(_told(case))
    if not told:
        return
    columns = [leads for leads in _columns(case) if len(leads) >= _FEWEST]
    if len(columns) != 1:
        return
    for found, number in told:
        rows = [span for name, span in columns[0] if name == fold(found["who"])]
        span = Span(*found.span())
        if rows and len(rows) == number:
            yield passed(f"Bảng có đủ {number} dòng của {quoted(found['who'])}.", [span])
        elif rows and abs(len(rows) - number) <= _SLIP:
            note = f"Nêu {quoted(case.words(span))} nhưng bảng có {len(rows)} dòng ghi chủ trì như vậy."
            yield fault("count_mismatch", note, [span, rows[-1]])


def _told(case: Case) -> Iterator[tuple[re.Match[str], int]]:
    """Each number of works told of one lead."""
    seen = set[tuple[int, int]]()
    for word in cued(case, _STARTS, Pattern(r" \w+")):
        sentence = case.sentence(Span(word.start(), word.end()))
        for pattern in (_LED, _LEADS):
            for found in pattern.finditer(case.small, *sentence):
                if found.span("number") not in seen:
                    seen.add(found.span("number"))
                    yield found, number_of(found["number"])


def _columns(case: Case) -> Iterator[Sequence[tuple[str, Span]]]:
    """The cells of each column of leads, folded, with where they stand."""
    taken = []
    for grid in grids(case):
        at = next((at for at, header in enumerate(grid.words[0]) if _LEAD_COLUMN.match(header)), None)
        if at is not None:
            taken.append(Span(grid.spans[0][0].start, grid.spans[-1][-1].end))
            yield [
                (fold(row[at]), spans[at]) for row, spans in zip(grid.words[1:], grid.spans[1:], strict=True) if at < len(row)
            ]
    for table in case.layout.tables:
        cells = [cell for row in table.rows if (cell := table.cell(row, "lead"))]
        if cells and not any(span.overlaps(table.span) for span in taken):
            yield [(fold(case.words(cell)), cell) for cell in cells]
