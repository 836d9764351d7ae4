"""Goals without a figure under a head that says by when: `a) Đến năm 2030:`, `- Hoàn thành trung tâm dữ liệu của tỉnh`."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from hopluc.reading.document import Cover, Document
from hopluc.reading.facts import Record
from hopluc.reading.page.clauses import trimmed
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.aims import Aims
from hopluc.reading.records.figures import Figure, squeezed
from hopluc.reading.records.setting import Setting, heads_of
from hopluc.reading.records.target.rows import tables_of_targets
from hopluc.reading.records.target.value import Target

# What is reached once and for all; to improve, strengthen or promote has no end.
_REACHES = Pattern(
    r"(?:(?:Phấn đấu|Cơ bản|Đến năm (?:19|20)\d\d),? )*(?:hoàn thành|hoàn thiện|xây dựng(?: thành công)?|hình thành|thành lập|nâng cấp|đưa|trở thành|đạt|có|ban hành|kết nối|số hóa|thuộc nhóm|nằm trong)\s",
    re.IGNORECASE,
)
_GENERAL = Pattern(r"(?:và|,) (?:phát triển|nâng cao|tăng cường|đẩy mạnh)\b")
_SHORTEST, _LONGEST = 30, 300


def headed_goals(document: Document, setting: Setting, aims: Aims, figures: list[Figure]) -> Iterator[Record]:
    """The items under a head of goals that names the year by which they are to be reached, where they count nothing."""
    parts, plain = layout(document), document.plain
    starts = [figure.span.start for figure in figures]
    tabled = Cover(table.span for table in tables_of_targets(document))
    for block in parts.blocks:
        if block.kind != "item" or _REACHES.match(plain, block.body.start, block.body.end) is None or tabled.holds(block.span):
            continue
        if bisect_left(starts, block.body.start) != bisect_left(starts, block.body.end) or not aims.is_goal(block.body.start):
            continue
        goal = trimmed(document, parts.first_sentence(block.body))
        if not _SHORTEST <= goal.end - goal.start <= _LONGEST or _GENERAL.search(plain, *goal):
            continue
        if next(setting.times(goal), None) is not None:
            continue  # its own time is read with it
        by = setting.limit_above(heads_of(document, block.body.start))
        if by is not None:
            yield Record("target", Target(squeezed(document.quote(goal)), by=by), (goal,))
