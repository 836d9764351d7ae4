"""Terms of works (thời gian của một việc): from when to when a document says its one project runs, against what it says elsewhere of it.

Its length in months or years told pages apart; what is to be done in it after its end. How long a term of office is, against the years of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import UNITS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.numbers import is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_WORK = r"(?P<work>dự án|đề tài|đề án|chương trình|nhiệm vụ|thỏa thuận|thí điểm)"
# "Thời gian thực hiện: …", "Dự án được thực hiện từ …", "dự án …, khởi động tháng 7/2015, khép lại tháng 12/2018".
_TIME = Pattern(r"hời gian (?:thực hiện|triển khai)(?: (?:của )?(?:dự án|đề tài|đề án|chương trình|nhiệm vụ))?\b")
_TIME_STARTS = cues("hời gian thực hiện", "hời gian triển khai")
_BEGUN = Pattern(
    r"\b(?:khởi động|bắt đầu|khởi công|mở đầu|triển khai từ|thực hiện từ|kéo dài từ|diễn ra từ)(?: (?:vào|từ|hồi))*(?: ngày| đầu| cuối)? $"
)
_ENDED = Pattern(r"\b(?:kết thúc|khép lại|hoàn thành|hoàn tất|đến|tới)(?: (?:vào|hết|hồi|cuối))*(?: ngày)? $")
_WORK_NAMED = Pattern(rf"\b{_WORK}\b", re.IGNORECASE)
_TOLD_STARTS = cues(" tháng thực hiện ", " năm thực hiện ", " tháng triển khai ", " năm triển khai ")
_TOLD = Pattern(
    rf" (?P<unit>tháng|năm) (?:thực hiện|triển khai) (?:cả |toàn )?{_WORK}\b(?! (?:này|khác|nông thôn|mục tiêu|hành động))"
)
_NUMBER = Pattern(rf"(?<![\w./,-])(?P<number>\d{{1,3}}|{'|'.join(UNITS)})$", re.IGNORECASE)
_SO_FAR = Pattern(r"\b(?:sau|qua|được|hơn|gần|trong|mới|còn|thêm|đầu|cuối|từ)(?: (?:hơn|gần))? $", re.IGNORECASE)
_LENGTHENED = Pattern(
    r"\b(?:gia hạn|kéo dài thêm|điều chỉnh|chậm|giai đoạn (?:[12]|I{1,2}|một|hai|đầu)|đợt|hợp phần)\b", re.IGNORECASE
)
# "Nhiệm kỳ của Hội đồng là ba năm", "nhiệm kỳ I (1991 - 1995)".
_TENURE = Pattern(
    rf"hiệm kỳ (?:của [^.,;:\n\d]{{2,50}} |mỗi [^.,;:\n\d]{{2,30}} )?(?:là |kéo dài |dài )?(?P<number>0?\d|{'|'.join(UNITS)}) năm\b"
)
_TENURE_STARTS = cues("hiệm kỳ ")
_HELD = Pattern(
    r"hiệm kỳ (?:(?:thứ )?(?:[IVX]{1,4}|\d{1,2}|nhất|hai|ba|tư|năm|đầu(?: tiên)?|này|hiện nay) ?)?[(,]?\s?(?P<first>(?:19|20)\d\d)\s?(?:-|đến)\s?(?P<last>(?:19|20)\d\d)\b"
)
# What is done within a work, and what comes after it.
_WITHIN = Pattern(
    r"\b(?:khóa|lớp|hội thảo|hội nghị|tập huấn|đợt|hoạt động|giải ngân|mua sắm|lắp đặt|khảo sát|đánh giá giữa kỳ|thí điểm|xây dựng mô hình|trồng|đào tạo|cấp vốn|chuyển vốn)\b",
    re.IGNORECASE,
)
_OF_WORK = Pattern(
    r"\b(?:của|thuộc|trong(?: khuôn khổ)?) (?:dự án|đề tài|đề án|chương trình|nhiệm vụ)\b(?! (?:khác|mới|tiếp theo|giai đoạn))"
)
_AFTERWARDS = Pattern(
    r"\b(?:sau|quyết toán|nghiệm thu|bàn giao|kiểm toán|duy trì|gia hạn|tiếp theo|mở rộng|nhân rộng|tổng kết|thanh lý|kế thừa|hậu kiểm|công bố|giai đoạn 2)\b",
    re.IGNORECASE,
)
_MONTHS = 12
_LEAST = 2
_REACH = 240

CASES = (
    (
        "period_conflict",
        "Dự án bảo tồn nguồn gen khởi động tháng 7/2015, khép lại tháng 12/2018.\n\nTheo chủ nhiệm, {36|42} tháng thực hiện dự án đủ để dân tin.",
    ),
    (
        "period_conflict",
        "Dự án bảo tồn nguồn gen khởi động tháng 7/2015, khép lại tháng 12/2018.\n\n{Theo chủ nhiệm,|Sau} 36 tháng thực hiện dự án đã có kết quả.",
    ),
    (
        "period_conflict",
        "Nhiệm kỳ của Hội đồng là ba năm.\n\nHội đồng Khoa học nhiệm kỳ I (1991 - {1995|1994}) do Ủy ban chỉ định.",
    ),
    (
        "period_conflict",
        "Thời gian thực hiện: từ tháng 01/2021 đến hết tháng 12/2023\n\nKhóa tập huấn cuối cùng của dự án mở tại huyện Chợ Kênh vào tháng {5/2024|5/2023}.",
    ),
    (
        "period_conflict",
        "Thời gian thực hiện: từ tháng 01/2021 đến hết tháng 12/2023\n\nKhóa tập huấn {cuối cùng|duy trì kết quả} của dự án mở tại huyện Chợ Kênh vào tháng 5/2024.",
    ),
)


@dataclass(frozen=True)
class Term:
    """From which month to which a work runs, as `year * 12 + month`; `years` where only years are told."""

    first: int
    last: int
    years: bool
    span: Span

    @property
    def months(self) -> int:
        """How many months it has, the first and the last counted."""
        return self.last - self.first + 1


def check_work_terms(case: Case) -> Iterator[Record]:
    """Lengths of the one work that its term belies, what is done in it after its end, and terms of office of another length."""
    told = list(cued(case, _TOLD_STARTS, _TOLD))
    times = list(cued(case, _TIME_STARTS, _TIME))
    if told or times:
        terms = list(_terms(case, times))
        if len({(term.first, term.last) for term in terms}) == 1:
            yield from _of_other_length(case, terms[0], told)
            if times:
                yield from _beyond(case, terms[0])
    yield from _tenures(case)


def _terms(case: Case, times: list[re.Match[str]]) -> Iterator[Term]:
    for found in times:
        place = case.layout.at(found.start())
        end = case.layout.blocks[place].body.end if place is not None else found.end()
        term = _stretch(case, Span(found.end(), min(end, found.end() + _REACH)))
        if term is not None:
            yield term
    for (first, begun), (last, ended) in zip(case.dated, case.dated[1:], strict=False):
        if last.span.start - first.span.end > _REACH // 4 or begun >= ended:
            continue
        sentence = case.sentence(first.span)
        if (
            last.span.end <= sentence.end
            and _BEGUN.search(case.plain, max(sentence.start, first.span.start - 40), first.span.start)
            and _ENDED.search(case.plain, first.span.end, last.span.start)
            and _WORK_NAMED.search(case.plain, *sentence)
            and not _LENGTHENED.search(case.plain, *sentence)
        ):
            yield Term(_month(begun), _month(ended), years=False, span=Span(first.span.start - 10, last.span.end))


def _month(day: date) -> int:
    return day.year * _MONTHS + day.month


def _stretch(case: Case, span: Span) -> Term | None:
    """The one stretch of time that the words tell."""
    days = [(fact, day) for fact, day in case.dated if span.contains(fact.span) and fact.value.month and fact.value.year]
    if len(days) == _LEAST:
        (first, begun), (last, ended) = days
        return (
            Term(_month(begun), _month(ended), years=False, span=Span(first.span.start, last.span.end))
            if begun < ended
            else None
        )
    period = next(iter(case.found.within("period", span)), None)
    if days or period is None or not period.value.start or not period.value.end:
        return None
    start, end = (tuple(map(int, side.split("-")[:2])) for side in (period.value.start, period.value.end))
    if len(start) != len(end):
        return None
    years = len(start) == 1
    first_month = start[0] * _MONTHS + (1 if years else start[1])
    last_month = end[0] * _MONTHS + (_MONTHS if years else end[1])
    return Term(first_month, last_month, years, period.span) if first_month < last_month else None


def _of_other_length(case: Case, term: Term, told: list[re.Match[str]]) -> Iterator[Record]:
    for found in told:
        count = _NUMBER.search(case.plain, max(0, found.start() - 6), found.start())
        sentence = case.sentence(Span(*found.span()))
        if count is None or sentence.contains(term.span) or _LENGTHENED.search(case.plain, *sentence):
            continue
        number = number_of(count["number"])
        if is_hedged(case.plain, count.start()):
            continue
        months = number * (_MONTHS if found["unit"] == "năm" else 1)
        short = _SO_FAR.search(case.plain, max(0, count.start() - 16), count.start()) and months < term.months
        leeway = _MONTHS if found["unit"] == "năm" or term.years else 1
        if not short and not -leeway <= months - term.months < leeway:
            span = Span(count.start(), found.end())
            note = f"Ghi {quoted(case.words(span))} nhưng {quoted(case.words(term.span))} là {term.months} tháng."
            yield fault("period_conflict", note, [term.span, span])


def _beyond(case: Case, term: Term) -> Iterator[Record]:
    """What is told to be done in the work in a month after its last."""
    for fact, day in case.dated:
        if not fact.value.year or not fact.value.month or _month(day) <= term.last or fact.span.start in case.cited_dates:
            continue
        sentence = case.sentence(fact.span)
        if (
            _OF_WORK.search(case.plain, *sentence)
            and _WITHIN.search(case.plain, *sentence)
            and not _AFTERWARDS.search(case.plain, *sentence)
        ):
            note = f"{quoted(case.words(sentence))} nằm ngoài thời gian thực hiện {quoted(case.words(term.span))}."
            yield fault("period_conflict", note, [term.span, sentence])


def _tenures(case: Case) -> Iterator[Record]:
    """A term of office told in years, and one of other years."""
    told = list(cued(case, _TENURE_STARTS, _TENURE))
    if len({found["number"] for found in told}) != 1:
        return
    number = number_of(told[0]["number"])
    for found in cued(case, _TENURE_STARTS, _HELD):
        years = int(found["last"]) - int(found["first"])
        near = case.sentence(Span(*told[0].span())).overlaps(Span(*found.span()))
        if years > 0 and number not in (years, years + 1) and not near:
            spans = [Span(one.start() - 1, one.end()) for one in (told[0], found)]
            note = f"Ghi {quoted(case.words(spans[0]))} nhưng {quoted(case.words(spans[1]))} không phải {number} năm."
            yield fault("period_conflict", note, spans)
