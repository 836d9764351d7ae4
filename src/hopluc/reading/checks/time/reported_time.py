"""Time reported on (kỳ báo cáo): what a report tells to have happened `trong kỳ`, against the half-year, quarter or year of its title."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.mentions.calendar_words import QUARTERS
from hopluc.reading.patterns import Pattern, in_small

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WHEN = (
    rf"(?P<half>6|[Ss]áu|SÁU) (?i:tháng (?P<which>đầu|cuối) năm)(?: {_YEAR})?",
    rf"(?P<nine>9|[Cc]hín|CHÍN) (?i:tháng(?: đầu)?(?: năm)?) {_YEAR}",
    rf"(?i:quý) (?P<quarter>IV|I{{1,3}}|[1-4])(?:/| (?i:năm) | ){_YEAR}",
    rf"(?i:tháng) (?P<month>0?[1-9]|1[0-2])(?:/|-| (?i:năm) ){_YEAR}",
    rf"(?<!đầu )(?<!ĐẦU )(?<!cuối )(?<!CUỐI )(?i:năm(?: học)?) {_YEAR}(?!\s?-)",
)
_TITLE_WHEN = tuple(Pattern(rf"(?<!\w){when}") for when in _WHEN)
_REPORTS = in_small(r"\b(?:báo cáo|kết quả|tình hình|tổng kết|sơ kết|bản tin|thống kê|tổng hợp|đánh giá)\b")
_PLANS = Pattern(
    r"\b(?:kế hoạch|phương hướng|nhiệm vụ|dự toán|chương trình công tác|căn cứ|thực hiện)\b[^\n]{0,40}$", re.IGNORECASE
)
_IN_IT = Pattern(
    r"(?:rong|ừ đầu) (?:(?P<any>kỳ(?: báo cáo| này)?)|(?P<quarter>quý(?: này| qua)?)|(?P<month>tháng(?: này| qua)?)|(?P<half>(?:6|sáu) tháng(?: qua)?|nửa năm(?: qua)?)|(?P<nine>(?:9|chín) tháng(?: qua)?)|(?P<year>năm(?: qua)?))(?:,| đã| có| Sở|(?= [A-ZĐ]))"
)
_IN_IT_STARTS = cues(
    "rong kỳ",
    "rong quý",
    "rong tháng",
    "rong 6 tháng",
    "rong sáu tháng",
    "rong nửa năm",
    "rong 9 tháng",
    "rong chín tháng",
    "rong năm",
    "ừ đầu kỳ",
    "ừ đầu năm",
    "ừ đầu quý",
)
_OTHER = Pattern(
    r"\b(?:so với|cùng kỳ|sẽ|dự kiến|kế hoạch|tới|theo|căn cứ|ban hành|kể từ|từ (?:ngày|tháng|năm)|đến (?:ngày|tháng|năm|hết)|trước|sau|tiếp tục|bắt đầu từ|giai đoạn|tính đến|năm trước|nhiệm kỳ|"
    r"ký (?:ngày|năm|tháng)|thành lập|sinh|khởi công|chuyển tiếp|hạn|chậm nhất|nếu|triển khai từ|mốc)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_TOP, _LINE, _BEFORE = 700, 200, 60

CASES = (
    (
        "period_conflict",
        "BÁO CÁO\nKết quả công tác 6 tháng đầu năm 2021\nTrong kỳ báo cáo, Sở đã tổ chức hội nghị giao ban vùng ngày {18/8/2021|18/5/2021}.",
    ),
    (
        "period_conflict",
        "Báo cáo tình hình quý I năm 2019\nTrong quý, Chi cục kiểm tra 14 cửa hàng, cuộc kiểm tra gần nhất ngày {22/5/2019|22/3/2019}.",
    ),
    (
        "period_conflict",
        "Báo cáo tình hình quý I năm 2019\nTrong quý, Chi cục lập kế hoạch kiểm tra {14 cửa hàng, cuộc gần nhất|14 cửa hàng, dự kiến} ngày 22/5/2019.",
    ),
)


@dataclass(frozen=True)
class Stretch:
    """A stretch of months, where the title tells it, and which kind it is."""

    kind: str
    first: tuple[int, int]
    last: tuple[int, int]
    span: Span


def check_reported_time(case: Case) -> Iterator[Record]:
    """Each moment told to lie in the time reported on that lies outside it."""
    stretch = stretch_of_title(case)
    if stretch is None:
        return
    told = dict(by_sentence(case))
    for found in cued(case, _IN_IT_STARTS, _IN_IT):
        sentence = case.sentence(Span(*found.span()))
        if found["any"] is None and found.lastgroup != stretch.kind:
            continue
        for moment in told.get(sentence, ()):
            if moment.span.start > found.end() and _is_outside(moment, stretch) and not _is_other(case, found.end(), moment):
                note = f"Việc ghi trong kỳ có ngày nằm ngoài kỳ báo cáo ({quoted(case.words(stretch.span))}): "
                span = Span(found.start() - 1, moment.span.end)
                yield fault("period_conflict", f"{note}{quoted(case.words(span))}.", [stretch.span, span])
                break


def stretch_of_title(case: Case) -> Stretch | None:
    """The time that the first lines of a document say it reports on; None where they say none."""
    start = 0
    reports = False
    for line in case.plain[:_TOP].split("\n"):
        end = start + len(line)
        reports = reports or _REPORTS.search(line.lower()) is not None
        told = reports and len(line) <= _LINE and not line.startswith("Trong ")
        found = [match for pattern in _TITLE_WHEN if (match := pattern.search(case.plain, start, end))] if told else []
        if found:
            first = min(found, key=lambda match: (match.start(), -match.end()))
            year = int(first["year"] or 0) or (case.own_date.value.year if case.own_date else None)
            plans = _PLANS.search(case.plain, start, first.start()) and "ết quả" not in line
            return _stretch(first, year) if year and not plans else None
        start = end + 1
    return None


def _stretch(found: re.Match[str], year: int) -> Stretch:
    groups, span = found.groupdict(), Span(*found.span())
    first, last, kind = 1, 12, "year"
    if groups.get("half"):
        first, last, kind = (1, 6, "half") if groups["which"].casefold() == "đầu" else (7, 12, "half")
    elif groups.get("nine"):
        first, last, kind = 1, 9, "nine"
    elif groups.get("quarter"):
        quarter = QUARTERS[groups["quarter"]]
        first, last, kind = 3 * quarter - 2, 3 * quarter, "quarter"
    elif groups.get("month"):
        first, last, kind = int(groups["month"]), int(groups["month"]), "month"
    return Stretch(kind, (year, first), (year, last), span)


def _is_outside(moment: Moment, stretch: Stretch) -> bool:
    if moment.month is None or moment.closed:
        return False
    return not stretch.first <= (moment.year, moment.month) <= stretch.last


def _is_other(case: Case, start: int, moment: Moment) -> bool:
    """Whether a moment is told as one that something begins from, is compared with or is planned for."""
    return _OTHER.search(case.plain, max(start, moment.span.start - _BEFORE), moment.span.start) is not None
