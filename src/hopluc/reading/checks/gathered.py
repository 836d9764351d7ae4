"""Sums gathered (cộng gộp): a total in one sentence and its parts, each in a sentence or under a heading of its own.

`Quỹ cấp kinh phí cho 45 hồ sơ` in the summary, and 18, 15 and 12 hồ sơ under three headings: the parts are all the other figures of the
noun that stand together, each told for something else, and they come near the total. Nothing but this shape ties them together, so the
noun must be told nowhere else between them.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_OPEN = Pattern(
    r"\b(?:khác|trong đó|riêng|tiêu biểu|điển hình|một số|còn lại|ngoài ra|thêm|nhiều nhất|so với|tăng|giảm|bình quân|mỗi|trong số|lũy kế|cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|"
    r"dự kiến|sẽ|phấn đấu|tối đa|tối thiểu|không quá|trở lên|thuộc|hỗ trợ cho)\b|…|\.\.\.",
    re.IGNORECASE,
)
_MOST_PARTS, _FEWEST_PARTS = 8, 3
_GAP = 700
_OFF = Decimal("0.15")
_QUOTED = 80

CASES = (
    (
        "sum_mismatch",
        "Tóm tắt: Trong kỳ, Quỹ Sáng chế đã cấp vốn cho {47|45} hồ sơ.\n1. Nhóm nông nghiệp\nQuỹ cấp vốn cho 18 hồ sơ về giống cây.\n2. Nhóm cơ khí\nCó 15 hồ sơ được cấp vốn.\n3. Nhóm phần mềm\nQuỹ cấp vốn cho 12 hồ sơ của sinh viên.",
    ),
    (
        "sum_mismatch",
        "Tháng qua, Trung tâm Kiểm nghiệm nhận {310|290} mẫu.\nPhòng Vi sinh nhận 140 mẫu, trả đúng hẹn cả.\nPhòng Hóa lý nhận 95 mẫu.\nPhòng Dược liệu nhận 55 mẫu.",
    ),
    (
        "sum_mismatch",
        "Tháng qua, Trung tâm Kiểm nghiệm nhận 310 mẫu.\nPhòng Vi sinh nhận 140 mẫu, trả đúng hẹn cả.\nPhòng Hóa lý nhận 95 mẫu{.|, tăng so với tháng trước.}\nPhòng Dược liệu nhận 55 mẫu.",
    ),
)


def check_gathered(case: Case) -> Iterator[Record]:
    """Each total that the parts standing together behind it, or before it, come near and do not make."""
    for alike in tellings(case).values():
        if len(alike) <= _FEWEST_PARTS or alike[0].key == "%" or alike[0].key[0] == "#":
            continue
        for run in _runs(alike):
            for total, parts in ((run[0], run[1:]), (run[-1], run[:-1])):
                record = _judged(case, total, parts)
                if record is not None:
                    yield record
                    break


def _runs(alike: Sequence[Telling]) -> Iterator[list[Telling]]:
    """The tellings of one noun that stand near each other, in runs."""
    run = [alike[0]]
    for before, telling in pairwise(alike):
        if telling.span.start - before.span.end > _GAP:
            if _FEWEST_PARTS < len(run) <= _MOST_PARTS + 1:
                yield run
            run = []
        run.append(telling)
    if _FEWEST_PARTS < len(run) <= _MOST_PARTS + 1:
        yield run


def _judged(case: Case, total: Telling, parts: Sequence[Telling]) -> Record | None:
    every = [total, *parts]
    sum_ = sum((part.value for part in parts), Decimal(0))
    if sum_ == total.value or abs(sum_ - total.value) > _OFF * total.value or total.value <= max(part.value for part in parts):
        return None
    if len({telling.sentence for telling in every}) < len(every) or any(_OPEN.search(telling.told) for telling in every):
        return None
    years = [telling.years for telling in every if telling.years]
    if len(set(years)) > 1 or len({telling.is_planned for telling in every}) > 1:
        return None
    if not _are_parts(total, parts):
        return None
    spans = [Span(max(telling.sentence.start, telling.span.start - _QUOTED), telling.span.end) for telling in every]
    note = f"{' + '.join(shown(part.value) for part in parts)} = {shown(sum_)}, nơi khác ghi {shown(total.value)}: {quoted(case.words(spans[0]))}."
    return fault("sum_mismatch", note, spans[:1] if len(spans) > _MOST_PARTS else spans)


def _are_parts(total: Telling, parts: Sequence[Telling]) -> bool:
    """Whether each part is told in words of the total, and of something that no other is told of."""
    about = total.own - {total.key}
    labels = [(part.own | part.around(total)) - about - {part.key} for part in parts]
    if not all(part.own & about for part in parts) or not all(labels):
        return False
    return all(one - other and other - one for one, other in pairwise(labels))
