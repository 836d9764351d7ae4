"""Deadlines (thời hạn hoàn thành): none that was past when the document was issued, and no force before its own day."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.grids import grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern

# The papers that set work to be done; a report tells of deadlines that are over, and a normative act dates what it settles.
_SETTING = (
    "kế hoạch",
    "quyết định",
    "thông báo",
    "công văn",
    "chỉ thị",
    "giấy mời",
    "công điện",
    "hướng dẫn",
    "tờ trình",
    "chương trình",
    "nghị quyết",
    "thỏa thuận",
    "biên bản thỏa thuận",
    "hợp đồng",
)
_REPORTING = ("báo cáo", "biên bản", "kết luận")
_TASKS = Pattern(
    r"phương hướng|phân công|nhiệm vụ trọng tâm|kiến nghị|đề xuất|kết luận|tổ chức thực hiện|thời gian tới|giải pháp|trách nhiệm|việc cần làm|kế hoạch",
    re.IGNORECASE,
)
_CONCLUDES = Pattern(r"(?:Kết luận|Chủ trì kết luận|Ý kiến kết luận|Giao|Đề nghị|Phân công)\b")
_LETTER = Pattern(r"^[ \t]*K[íÍ][nN][hH] [gG][ửỬ][iI]", re.MULTILINE)
# A title that begins with the kind of paper, in small letters as web pages set it.
_TITLED = Pattern(
    r"^[ \t]*(?:Thông báo (?:kết luận|ý kiến)|Kế hoạch (?:triển khai|thực hiện)|Công văn (?:về|số)|Công điện (?:về|số))\b",
    re.MULTILINE,
)
_DUE = Pattern(
    r"\b(?:(?:trình|hoàn thành|ban hành|báo cáo|hướng dẫn|xong|triển khai|tổ chức)[^.;\n\d]{0,40} trong(?: tháng)?|trước|chậm nhất(?: là| vào)?|hạn cuối(?: là)?|thời hạn|hoàn thành|xong)(?: trước| trong| vào)?(?: ngày)?\s*$",
    re.IGNORECASE,
)
TOLD = Pattern(
    r"\b(?:đề nghị|yêu cầu|giao|gửi|trình|hoàn thành|báo cáo|nộp|đăng ký|xong|chậm nhất|tổ chức|xây dựng|cấp|chuyển|thanh toán|hoàn thiện|rà soát|"
    r"lập|ban hành|tổng kết|sơ kết|kiểm toán|quyết toán|nghiệm thu|bế mạc|chủ trì|phối hợp|tham mưu|bố trí|tổng hợp|triển khai|thông báo|ký|bàn giao|chuẩn bị|công bố|thành lập|kiểm tra|thẩm định|cung cấp)\b",
    re.IGNORECASE,
)
_PAST = Pattern(
    r"\b(?:đã|được|phê duyệt|có hiệu lực|kết quả|tình hình|chưa|vẫn|quá hạn|phát sinh|thành lập|theo quy định|tồn tại|năm trước|vừa qua|"
    r"ký ngày|tính đến|từ khi|kể từ)\b",
    re.IGNORECASE,
)
_WILL = Pattern(
    r"\b(?:sẽ (?:được |sớm |tiếp tục )?|[Dd]ự kiến,? (?:sẽ )?[^.;\n\d]{0,50}?)(?:khai giảng|tổ chức|diễn ra|khai mạc|họp|bắt đầu|ký|khởi công|công bố|tiến hành|trình|ban hành|hoàn thành|triển khai|bàn giao|nghiệm thu|xây dựng|đưa vào|dự|tham dự|tham gia)\b[^.;\n\d]{0,70}(?:ngày|hôm|trong|vào|tháng) $"
)
_TOLD_BEFORE = Pattern(
    r"\b(?:đã|trước đó|lúc đó|khi đó|theo kế hoạch|ban đầu|nếu|nhưng|tuy nhiên|hằng năm|hàng năm)\b|[“\"]", re.IGNORECASE
)
# An item of a list that ends with its month: "Tham gia hội chợ cấp tỉnh: tháng 02/2023."
_LISTED = Pattern(
    r"^\W*(?:\d{1,2}[.)]|[a-zđ][.)]|[-+•])?\s*(?:Tham gia|Tổ chức|Tập huấn|Mở|Hội nghị|Hội thảo|Khai giảng|Khảo sát|Đánh giá|Nghiệm thu|Tổng kết|Sơ kết|Triển khai|Xây dựng)\b[^.;:\n\d]{4,120}: (?:trong )?(?:tháng |ngày )?$"
)
_NOTICE = Pattern(r"^[ \t]*THÔNG BÁO[^\n]{0,20}\n[^\n]*[Kk]ết luận", re.MULTILINE)
_HELD = Pattern(r",[^.;\n]{4,220}?\bchủ trì[^.;\n]{0,30}(?:cuộc họp|buổi làm việc|hội nghị|phiên họp|buổi họp)\b")
_FORCE = Pattern(r"\bcó hiệu lực(?: thi hành)?(?: kể)? từ ngày\s*$")
_THIS = Pattern(r"\b(?:này|Quyết định|Kế hoạch|Quy chế|Thỏa thuận|Chương trình)\b")
# "Thỏa thuận gốc ký ngày 22/10/2010, có hiệu lực từ ngày 01/01/2011" is of another paper.
_SIGNED = Pattern(r"\b(?:ký|ban hành)(?: kết)? (?:vào )?(?:ngày|năm|tháng) \d")
_DUE_COLUMN = Pattern(r"(?:thời hạn|hạn hoàn thành|hoàn thành|thời gian hoàn thành|tiến độ)\b", re.IGNORECASE)
_REACH = 64
_FOOT = 1500
_TOP = 400


def check_deadlines(case: Case) -> Iterator[Record]:
    """Days by which a paper wants something done, and the day of its force, that lie before its own day."""
    own = case.own_date or _day_of_meeting(case)
    if own is None or own.value.day is None or own.value.first is None:
        return
    sets_work = _sets_work(case)
    reports = not sets_work and (head(case.document).doc_type or "").startswith(_REPORTING)
    cells = _time_cells(case) if sets_work else []
    for fact, first in case.dated:
        if first >= own.value.first or fact.value.last >= own.value.first or fact.span.start in case.cited_dates:
            continue
        if any(cell.contains(fact.span) and (fact.value.day or _is_past_year(case, cell, fact, own)) for cell in cells):
            note = f"Thời hạn {written(fact.value)} trong bảng sớm hơn ngày của chính văn bản ({written(own.value)})."
            yield fault("sequence", note, [fact.span, _with_word(case, own)])
            continue
        before = case.plain[max(0, fact.span.start - _REACH) : fact.span.start]
        sentence = case.sentence(fact.span)
        words = case.plain[sentence.start : sentence.end]
        if _is_still_to_come(case, fact):
            yield _fault(case, fact, own, "Ngày dự kiến")
        elif _FORCE.search(before) and _THIS.search(words) and not _SIGNED.search(words):
            yield _fault(case, fact, own, "Ngày có hiệu lực")
        elif (sets_work and _LISTED.match(case.plain[sentence.start : fact.span.start]) and fact.value.year) or (
            (sets_work or (reports and _is_of_tasks(case, fact)))
            and _DUE.search(before)
            and TOLD.search(words)
            and not _PAST.search(_clause_of(words, fact.span.start - sentence.start))
        ):
            yield _fault(case, fact, own, "Thời hạn")


def _day_of_meeting(case: Case) -> Fact | None:
    """The day of the meeting whose conclusions a notice without a day of its own tells: `Ngày 18/4/2024, đồng chí … chủ trì cuộc họp`."""
    if not _NOTICE.search(case.plain, 0, _TOP):
        return None
    opened = (fact for fact, _ in case.dated if fact.span.start < _FOOT and _HELD.match(case.plain, fact.span.end))
    return next(
        (fact for fact in opened if fact.value.day and case.plain.endswith(("Ngày ", "ngày "), 0, fact.span.start)), None
    )


def _is_past_year(case: Case, cell: Span, fact: Fact, own: Fact) -> bool:
    """Whether a month alone in its cell is one of a year before the paper's own; one that something begins in may be."""
    lead, rest = case.small[cell.start : fact.span.start], case.plain[fact.span.end : cell.end]
    alone = lead.strip() in ("", "tháng", "quý") and not rest.strip()
    return alone and (fact.value.year or own.value.year) < own.value.year


def _clause_of(words: str, at: int) -> str:
    """The clause of a sentence up to `at` where it says itself what is to be done, or else the sentence."""
    clause = words[words.rfind(", ", 0, at) + 1 : at]
    return clause if TOLD.search(clause) else words


def _is_still_to_come(case: Case, fact: Fact) -> bool:
    """Whether a day is told as one that is still to come: `Lễ tổng kết sẽ tổ chức ngày 20/11`."""
    sentence = case.sentence(fact.span)
    words = case.plain[sentence.start : sentence.end]
    before = case.plain[max(sentence.start, fact.span.start - _REACH) : fact.span.start]
    return fact.value.year is not None and _WILL.search(before) is not None and not _TOLD_BEFORE.search(words)


def _time_cells(case: Case) -> list[Span]:
    """The cells that say by when a task is to be done, and say a day alone."""
    cells = [
        grid.spans[row][column]
        for grid in grids(case)
        for column, header in enumerate(grid.words[0])
        if _DUE_COLUMN.match(header)
        for row in range(1, len(grid.words))
    ]
    return cells + [cell for table in case.layout.tables for row in table.rows if (cell := table.cell(row, "time"))]


def _is_of_tasks(case: Case, fact: Fact) -> bool:
    """Whether a deadline of a report or of minutes stands under a heading of what is to be done."""
    place = case.layout.at(fact.span.start)
    if place is not None and _CONCLUDES.match(case.plain, case.layout.blocks[place].body.start):
        return True
    above = case.layout.above(place) if place is not None else iter(())
    return any(_TASKS.search(case.plain, block.span.start, min(block.span.end, block.span.start + 160)) for block in above)


def _sets_work(case: Case) -> bool:
    kind = head(case.document).doc_type
    if kind is None:
        return _LETTER.search(case.plain, 0, _FOOT) is not None or _TITLED.search(case.plain, 0, _TOP) is not None
    return kind.startswith(_SETTING)


def _fault(case: Case, fact: Fact, own: Fact, what: str) -> Record:
    sentence = case.sentence(fact.span)
    span = Span(max(sentence.start, fact.span.start - 4 * _REACH), fact.span.end)
    note = f"{what} {written(fact.value)} sớm hơn ngày của chính văn bản ({written(own.value)}): {quoted(case.words(span))}."
    return fault("sequence", note, [span, _with_word(case, own)])


def _with_word(case: Case, own: Fact) -> Span:
    start = own.span.start
    return Span(start - 5, own.span.end) if case.plain[max(0, start - 5) : start].lower() == "ngày " else own.span
