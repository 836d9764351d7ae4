"""Time planned for (thời gian của kế hoạch): what stands under the heading of a coming year or stretch, dated before it.

`IV. KẾ HOẠCH GIAI ĐOẠN 2019-2020`, and under it `Tổ chức hội thảo quốc tế vào tháng 11/2018`.
"""

import re
from collections.abc import Iterator

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.time.deadlines import TOLD
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import in_small

_PLANS = in_small(
    r"\b(?:kế hoạch|phương hướng|nhiệm vụ|mục tiêu|dự kiến|định hướng|chương trình công tác)\b[^\n]{0,80}?\b(?:năm học|năm|giai đoạn|nhiệm kỳ) (?P<year>(?:19|20)\d\d)\b"
)
_RESULTS = in_small(
    r"\b(?:kết quả|đánh giá|tình hình|tổng kết|sơ kết|thực hiện|xây dựng|lập|căn cứ|cơ sở|sự cần thiết|quyết định|về việc|ban hành|phê duyệt)\b"
)
_PAST = in_small(
    r"\b(?:đã|được|từ|kể từ|sau|tiếp tục|tiếp nối|theo|căn cứ|ban hành|ký|thành lập|năm trước|so với|chuyển tiếp|nghiệm thu (?:trong|vào)|kết quả|phê duyệt|tính đến|hiện)\b[^.;,]{0,60}$"
)
_WHEN = in_small(r"\b(?:vào|trong|trước|xong|ngày|chậm nhất|hoàn thành|tổ chức|dịp)(?: (?:ngày|tháng|trước|trong|vào))*\s$")
_REACH = 80

CASES = (
    (
        "date_conflict",
        "III. KẾT QUẢ\n1. Đã nghiệm thu 11 nhiệm vụ.\nIV. KẾ HOẠCH GIAI ĐOẠN 2019-2020\n1. Mở mới 6 nhiệm vụ.\n2. Tổ chức hội thảo quốc tế về dược liệu vào tháng 11/{2018|2019}.",
    ),
    (
        "date_conflict",
        "IV. NHIỆM VỤ TRỌNG TÂM NĂM 2020\n1. Mở mới 6 nhiệm vụ.\n2. {Tổ chức hội nghị triển khai|Tiếp tục triển khai thỏa thuận ký} trong tháng 11/2019.",
    ),
)


def check_planned_time(case: Case) -> Iterator[Record]:
    """Days and months by which something is to be done that lie before the time that the heading above them is about."""
    for fact, _ in case.dated:
        heading = _planned(case, fact)
        if heading is None or fact.span.start in case.cited_dates or fact.value.year is None:
            continue
        block, year = heading
        if fact.value.year != year - 1:
            continue  # of older days much is told; what is meant for the year is put into the one before by a slip
        sentence = case.sentence(fact.span)
        low = max(sentence.start, fact.span.start - _REACH)
        before = case.small[low : fact.span.start]
        told = TOLD.search(case.plain, sentence.start, fact.span.start)
        if told is not None and _WHEN.search(before) and not _PAST.search(before):
            words = Span(sentence.start, fact.span.end)
            note = f"{written(fact.value)} nằm trước {quoted(case.words(block.body))}: {quoted(case.words(words))}."
            yield fault("date_conflict", note, [fact.span, block.body])


def _planned(case: Case, fact: Fact) -> tuple[Block, int] | None:
    """The nearest heading above that names the year from which it plans, and that year; None where it tells of results too."""
    for block in reversed(case.layout.section_of(fact.span.start)):
        if block.body.contains(fact.span):
            continue
        found: re.Match[str] | None = _PLANS.search(case.small, *block.body)
        if found is not None:
            results = _RESULTS.search(case.small, block.body.start, found.start())
            return None if results else (block, int(found["year"]))
    return None
