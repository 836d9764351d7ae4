"""Steps (các bước của một việc): moments of one sentence whose words say which comes first, and whose dates say otherwise.

A work is proposed, approved, begun, finished and settled; a person is born, graduates, is appointed and retires. Two moments of one such
line, each with its own step, have to lie in that order. Lines of a list that name a beginning and an end are looked at in the same way.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence, is_when, without_year
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

# The steps of a work and of a life, in their order.
_WORK = (
    r"đề xuất|phát động|nộp(?! báo cáo| sản phẩm| lưu)|gửi (?:hồ sơ|phiếu|bài|đơn|mẫu|giấy)|được gửi|đăng ký|thông báo tuyển chọn|nhận hồ sơ|tiếp nhận hồ sơ",
    r"phê duyệt|thẩm định|xét duyệt|được duyệt",
    r"ký hợp đồng|ký kết|hợp đồng ký|ký(?= ngày| tháng| năm)",
    r"khởi công|bắt đầu|khởi động|khai mạc|khai giảng|triển khai|thi công|đi vào thực hiện",
    r"hoàn thành|kết thúc|khánh thành|nghiệm thu|bàn giao|bế mạc|bế giảng|thu về|nhận lại|công bố kết quả|kết quả công bố|trả kết quả|tổng kết",
    r"thanh lý|quyết toán|hết hạn|đáo hạn",
)
_LIFE = (
    r"sinh",
    r"tốt nghiệp đại học|tốt nghiệp phổ thông|vào đại học",
    r"vào ngành|vào nghề|được tuyển dụng|về công tác|bảo vệ luận văn|tốt nghiệp thạc sĩ",
    r"bảo vệ (?:thành công )?luận án|nhận bằng tiến sĩ|được phong|được công nhận",
    r"được bổ nhiệm|được bầu|nhậm chức|nhận chức",
    r"(?:giữ|đảm nhiệm|đảm nhận) (?:chức|cương vị|trọng trách)[^,;.]{0,30} (?:đến|tới)|thôi (?:giữ|làm)|mãn nhiệm",
    r"nghỉ hưu|về hưu|thôi việc",
    r"qua đời|mất(?= năm| ngày| tháng)|từ trần",
)
_FORCE = (r"ban hành|ký", r"hiệu lực")
# Figures are told as of a day and sent off after it.
_FIGURES = (
    r"(?:số liệu|báo cáo|thống kê)[^.;,\d]{0,30} (?:tính )?đến(?: hết)?|tính đến(?: hết)?",
    r"gửi|ban hành|ký|công bố|trình",
)
# What is handed in was made before.
_DRAFTS = (
    r"hoàn thành|hoàn thiện|tổng hợp|rà soát|xây dựng|lấy ý kiến|dự thảo|biên soạn|góp ý",
    r"(?<!công )(?<!chương )(?<!quá )(?<!lộ )(?<!quy )(?<!giáo )(?<!tờ )(?<!tiến )(?<!hành )(?<!thuyết )trình(?! tự| độ| bày| diễn|,)",
)
_LINES = tuple(tuple(in_small(rf"\b(?:{step})\b") for step in line) for line in (_WORK, _LIFE, _FORCE, _FIGURES, _DRAFTS))
# The steps that happen on a day, whatever stands between them and it.
_ONCE = Pattern(
    r"khởi công|khánh thành|khai mạc|bế mạc|khai giảng|bế giảng|bàn giao|ký hợp đồng|hợp đồng ký|thanh lý|hết hạn|đáo hạn"
)
_CLAUSE = Pattern(r"[,;]\s|\s-\s|\b(?:kể )?từ khi\b")
_AFTER = Pattern(r"\b(?:sau khi|sau thời gian|trước đó|trước khi|sau đó)\b[^.;\d]{0,60}$")
_PLAN = Pattern(
    r"\b(?:thay vì|lùi|dời|điều chỉnh|gia hạn|theo kế hoạch|đợt|giai đoạn|hợp phần|khác|lần (?:thứ )?(?:hai|2)|tái|cũ|thay thế|sửa đổi|bổ sung)\b",
    re.IGNORECASE,
)
_TWO, _LEAD, _LONGEST, _FAR_YEARS = 2, 70, 420, 60

CASES = (
    ("sequence", "Hợp đồng ký ngày 10/6/2015, thanh lý ngày {05/4/2015|05/4/2016}."),
    ("sequence", "Nộp hồ sơ từ ngày 01/8/2019; kết quả công bố ngày {15/7/2019|15/9/2019}."),
    ("sequence", "Bà Hạnh tốt nghiệp đại học năm {2008|1998}, bảo vệ luận án tiến sĩ năm 2005."),
    ("sequence", "Ông Tú được bổ nhiệm Giám đốc năm 2012, giữ chức vụ này đến năm {2009|2019}."),
    ("sequence", "Khóa tập huấn khai giảng ngày 4/11 và bế giảng ngày {1/11|8/11}."),
    ("sequence", "Hội nghị khai mạc ngày 12/4 và bế mạc ngày {11/4/2023|13/4/2023}."),
    ("sequence", "Ông nghỉ việc năm 2015, sau đó mở trang trại năm {2012|2017}."),
    ("sequence", "Lớp khai giảng ngày {28/6|28/12} và bế giảng ngày 15/01."),
    ("sequence", "Đề tài được nghiệm thu tháng {3/2020|3/2022}, kể từ khi phê duyệt vào tháng 9/2020."),
    ("sequence", "Số liệu tính đến ngày 31/12/2022, được gửi đi ngày {05/11/2022|05/01/2023}."),
    ("sequence", "Thời gian: Bắt đầu: 01/9/2020; Kết thúc: {30/6/2020|30/6/2021}."),
    (
        "sequence",
        "Hội nghị tổng kết công tác năm 2024 và triển khai nhiệm vụ năm 2025. Lớp khai giảng ngày 4/11 và bế giảng ngày {1/11|8/11}.",
    ),
    (
        "sequence",
        "Hội nghị {nghiệm thu đề tài trong năm 2019 và khởi động mô hình trong năm 2020|tổng kết công tác năm 2019 và triển khai nhiệm vụ năm 2020}.",
    ),
    (
        "sequence",
        "Sở {hoàn thành tháng 11/2022, triển khai từ tháng 12/2022|sơ kết công tác tháng 11/2022, triển khai nhiệm vụ tháng 12/2022}.",
    ),
    (
        "sequence",
        "Hoàn thành danh mục đặt hàng năm 2019 trước ngày 15/9/2018; trình UBND tỉnh phê duyệt trước ngày {31/8|31/10}/2018.",
    ),
    ("sequence", "Ông Lộc được bổ nhiệm Viện trưởng năm 2012, sau khi làm Phó Viện trưởng từ năm {2014|2008}."),
)


def check_steps(case: Case) -> Iterator[Record]:
    """Moments of one sentence that lie in another order than the steps they are of."""
    for sentence, told in (*by_sentence(case), *without_year(case)):
        if len(told) < _TWO or sentence.end - sentence.start > _LONGEST:
            continue
        known = [moment for moment in told if not moment.closed]
        for first, second in pairwise(known):
            record = _judged(case, sentence, first, second)
            if record is not None:
                yield record
                break


def _judged(case: Case, sentence: Span, first: Moment, second: Moment) -> Record | None:
    before = _words(case, sentence.start, first)
    between = case.plain[first.span.end : second.span.start]
    if _AFTER.search(between):
        told_after = "trước khi" not in between and "sau đó" not in between
        wrong = first.is_before(second) if told_after else second.is_before(first)
        return _fault(case, first, second) if wrong and "\n" not in between and not _PLAN.search(between) else None
    if _PLAN.search(between) or len(between) > 2 * _LEAD or not (first.is_before(second) or second.is_before(first)):
        return None
    clauses = _clauses(before), _clauses(between)
    for line in _LINES:
        one, two = (_step(line, told, moment) for told, moment in zip(clauses, (first, second), strict=True))
        if one is None and two is None:
            continue
        if one is None or two is None:
            behind = case.plain[second.span.end : min(sentence.end, second.span.end + _LEAD // 2)]
            two = two if two is not None else _step(line, _clauses(behind), None)
        if one is None or two is None or one == two:
            continue
        if (one < two and second.is_before(first)) or (one > two and first.is_before(second)):
            apart = abs(first.year - second.year)
            return _fault(case, first, second) if apart <= _FAR_YEARS else None
    return None


def _words(case: Case, start: int, moment: Moment) -> str:
    return case.plain[max(start, moment.span.start - _LEAD) : moment.span.start]


def _clauses(words: str) -> list[str]:
    """The clauses of words, the last first, in small letters."""
    return [clause.lower() for clause in reversed(_CLAUSE.split(words))]


def _step(line: tuple[Pattern, ...], clauses: list[str], moment: Moment | None) -> int | None:
    """The step that the first of these clauses to tell one tells of, `moment` behind them; None for none or several.

    What is done again and again has a year of its own: only the step of a life, or one that happens once, may stand far from its moment.
    """
    for place, clause in enumerate(clauses):
        found = [(rank, told) for rank, step in enumerate(line) if (told := _last(step, clause)) and not _asks(clause, told)]
        if found:
            rank, told = found[0]
            between = " ".join((clause[told.end() :], *reversed(clauses[:place])))
            near = moment is None or line is _LINES[1] or _ONCE.fullmatch(told[0]) or is_when(moment, between)
            return rank if near and len(found) == 1 else None
    return None


def _asks(clause: str, told: re.Match[str]) -> bool:
    """Whether a clause only asks for the step: `trình Ủy ban nhân dân tỉnh phê duyệt`."""
    return told[0] == "phê duyệt" and "trình " in clause[: told.start()]


def _last(step: Pattern, words: str) -> re.Match[str] | None:
    return next(reversed(list(step.finditer(words))), None)


def _fault(case: Case, first: Moment, second: Moment) -> Record:
    line = case.plain.rfind("\n", 0, first.span.start) + 1
    span = Span(max(line, first.span.start - _LEAD // 2), second.span.end)
    note = f"Thứ tự hai mốc không khớp với trình tự của việc: {quoted(case.words(span))}."
    return fault("sequence", note, [Span(first.span.start, second.span.end)])
