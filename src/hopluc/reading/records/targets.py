"""Targets (chỉ tiêu): a figure to be reached, and by when; also a dated goal without a figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hopluc.reading.clauses import clause_within, trimmed
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind, Value
from hopluc.reading.layout import Block, layout
from hopluc.reading.mentions.periods import Period
from hopluc.reading.mentions.quantities import Quantity
from hopluc.reading.records.figures import Figure, figures_of, squeezed
from hopluc.reading.records.setting import Setting, Time, heads_of, years_said


@dataclass(frozen=True, slots=True)
class Target(Value):
    """What is to be reached (`text`), how much (exact or an interval) of which `unit`, `by` when (ISO or as written)."""

    text: str
    unit: str | None = None
    number: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    by: str | None = None
    period: Period | None = None

    def as_json(self) -> dict[str, Any]:
        quantity = Quantity(self.unit, self.number, self.min, self.max)
        numbers = {name: value for name, value in quantity.as_json().items() if name not in ("unit", "percent")}
        period = self.period.as_json() if self.period else None
        return {"text": self.text, "unit": self.unit, "by": self.by, "period": period, **numbers}


# Words that say a figure is aimed at; `Hàng năm đã hỗ trợ` and `vượt chỉ tiêu` tell of what was reached instead.
_AIM = re.compile(
    r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|đặt ra|hướng tới|hướng đến|cam kết|kỳ vọng|quyết tâm|sẽ)\b"
    r"|(?:^|(?<=[,;:(] )|(?<=[“\"]))(?P<limit>(?:đến|tới|trước)(?: hết| cuối)?(?: năm)? (?:19|20)\d\d)\b"
    r"|\b(?P<often>(?:mỗi|hằng|hàng) (?:năm|quý|tháng))\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:đã|vượt|đến nay|hiện nay|hiện có|tính đến|kết quả là|đạt được|thực tế|so với|trong tổng số|hoàn thành chỉ tiêu)\b",
    re.IGNORECASE,
)
_AFTER_PLAN = re.compile(r"\s*(?:so với|(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán)\b)", re.IGNORECASE)
_NORM = re.compile(r"\b(?:không quá|tối đa|không được|không vượt quá|mức chi|mức hỗ trợ)\b", re.IGNORECASE)
_GOAL_HEAD = re.compile(r"\b(?:mục tiêu|chỉ tiêu|kết quả (?:dự kiến|cần đạt))\b", re.IGNORECASE)
_FUTURE_HEAD = re.compile(
    r"\b(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ chủ yếu|kế hoạch (?:hoạt động|thực hiện|năm|giai đoạn)|nhiệm vụ năm|nhiệm vụ giai đoạn"
    r"|nhiệm vụ(?: và|,) giải pháp|trong thời gian tới|thời gian tới)\b",
    re.IGNORECASE,
)
_PAST_HEAD = re.compile(r"\b(?:kết quả|tình hình|thực trạng|đánh giá|tồn tại|hạn chế|sơ kết|tổng kết)\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:tối thiểu|ít nhất|trên|đạt|từ|mỗi năm|hằng năm|hàng năm|có)\s*$", re.IGNORECASE)
_PLAN_TITLE = re.compile(r"^\s*(?:KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHIẾN LƯỢC|ĐỀ ÁN)\b", re.MULTILINE)


def find_targets(document: Document, found: Found) -> Iterator[Record]:
    """Targets with a figure, then goals with only a day they fall due, as the document orders them."""
    setting = Setting(document, found)
    aims = _Aims(document, setting)
    figures = figures_of(found)
    for figure in figures:
        if figure.duration or figure.numerator is not None:
            continue
        sentence = layout(document).sentence_at(figure.span.start)
        if aims.holds(figure, sentence):
            yield _target(document, setting, figure, sentence)
    yield from _dated_goals(document, setting, figures)
    yield from _terms_in_cells(document, found)


class _Aims:
    """Whether a figure is aimed at: by the words of its sentence, the head it stands under, or the plan it is in."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self.document = document
        self.setting = setting
        self.plan = bool(_PLAN_TITLE.search(document.plain, 0, 1500))

    def holds(self, figure: Figure, sentence: Span) -> bool:
        plain = self.document.plain
        before = plain[sentence.start : figure.span.start]
        if _AFTER_PLAN.match(plain, figure.span.end) or _NORM.search(before):
            return False
        last = None
        for cue in _AIM.finditer(before):
            if not self._is_past(cue):
                last = cue
        if last is not None and not _REACHED.search(before, last.end()) and not _REACHED.search(before, 0, last.start()):
            return not last["often"] or self._is_ahead(figure)
        return not _REACHED.search(before) and self._heads_aim(figure)

    def _is_past(self, cue: re.Match[str]) -> bool:
        """`đến năm 2023` in a document of 2024 tells of the past."""
        if not cue["limit"]:
            return False
        return self.setting.latest_year is not None and int(cue["limit"][-4:]) <= self.setting.latest_year

    def _heads(self, figure: Figure) -> list[Block]:
        place = layout(self.document).at(figure.span.start)
        return [] if place is None else list(layout(self.document).above(place))

    def _is_ahead(self, figure: Figure) -> bool:
        plain = self.document.plain
        for head in self._heads(figure):
            words = plain[head.span.start : head.span.end]
            if _PAST_HEAD.search(words):
                return False
            if _FUTURE_HEAD.search(words) or _GOAL_HEAD.search(words):
                return True
        return self.plan

    def _heads_aim(self, figure: Figure) -> bool:
        plain = self.document.plain
        for head in self._heads(figure):
            words = plain[head.span.start : head.span.end]
            if head.kind == "heading" and _GOAL_HEAD.search(words):
                return not figure.money or figure.percent
            if _PAST_HEAD.search(words):
                return False
        return False


def _target(document: Document, setting: Setting, figure: Figure, sentence: Span) -> Record:
    clause = clause_within(document, sentence, figure.span)
    place = _part(document, figure, clause)
    times = list(setting.times(sentence))
    period = setting.period(figure.span, clause, sentence, heads_of(document, figure.span.start))
    value = Target(
        text=squeezed(document.quote(place)),
        unit=figure.unit,
        by=_by(document, figure.span, sentence, times) or (period.end if period else None),
        period=period if period and period.start != period.end else None,
        **figure.amounts,
    )
    return Record("target", value, (place,), parts=(("number", figure.span),))


_LIST_COMMA = re.compile(r",\s|\s(?:và|đồng thời)\s(?=\D{0,60}\d)")


def _part(document: Document, figure: Figure, clause: Span) -> Span:
    """The part of the clause about this figure: from the comma after the figure before to the comma before the next one."""
    plain = document.plain
    start, end = clause
    for comma in _LIST_COMMA.finditer(plain, clause.start, figure.span.start):
        if re.search(r"\d", plain[start : comma.start()]):
            start = comma.end()
    for comma in _LIST_COMMA.finditer(plain, figure.span.end, clause.end):
        if re.search(r"\d", plain[comma.end() : clause.end]):
            end = comma.start()
            break
    return trimmed(document, Span(min(start, figure.span.start), max(end, figure.span.end)))


_OFTEN = re.compile(r"\b(?:(?:bình quân )?(?:mỗi|hằng|hàng) (?:năm|quý|tháng))\b", re.IGNORECASE)


def _by(document: Document, figure: Span, sentence: Span, times: list[Time]) -> str | None:
    """When a target falls due: `2030`, `trước 2020`, `2026-Q1`, or how often (`mỗi năm`); None where the sentence does not say."""
    limits = [time for time in times if time.bound in ("đến", "tới", "trước")]
    if limits:
        nearest = min(limits, key=lambda time: abs(time.span.start - figure.start))
        end = nearest.period.end
        return f"trước {end}" if nearest.bound == "trước" else end
    often = _OFTEN.search(document.plain, sentence.start, sentence.end)
    if often:
        return often[0].lower()
    plain_times = [time for time in times if time.bound is None]
    return plain_times[0].period.end if plain_times else None


_GOAL = re.compile(r"\b(?:mục tiêu|phấn đấu|hướng tới|chỉ tiêu)\b", re.IGNORECASE)
_DUE_IN_CELL = re.compile(
    r"\([^()\n]{3,60}?\s(?:trong|trước|vào|chậm nhất)\s[^()\n]{0,20}?"
    r"(?:[Qq]u[ýí] (?P<quarter>IV|I{1,3}|[1-4])|tháng (?P<month>\d{1,2})|năm \d{4})(?P<rest>[^()\n]{0,14})\)"
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _dated_goals(document: Document, setting: Setting, figures: list[Figure]) -> Iterator[Record]:
    """Goals that name no figure but a limit: `Hoàn thành … trước năm 2030` after words such as `mục tiêu`."""
    plain = document.plain
    starts = [figure.span.start for figure in figures if not figure.duration]
    for time in years_said(document):
        if time.bound not in ("đến", "tới", "trước") or setting.is_past(time):
            continue
        sentence = layout(document).sentence_at(time.span.start)
        cue = _GOAL.search(plain, sentence.start, time.span.start)
        if cue is None or _REACHED.search(plain, sentence.start, time.span.start):
            continue
        goal = _goal(document, clause_within(document, sentence, time.span), cue.end(), time.span)
        if bisect_left(starts, goal.start) == bisect_left(starts, goal.end) and goal.end - goal.start >= SHORTEST_GOAL:
            by = f"trước {time.period.end}" if time.bound == "trước" else time.period.end
            yield Record("target", Target(squeezed(document.quote(goal)), by=by), (goal,))


SHORTEST_GOAL = 40


def _goal(document: Document, clause: Span, cue_end: int, time: Span) -> Span:
    """The words of one goal: from the cue or colon before the time to the comma after it."""
    plain = document.plain
    start = max(clause.start, cue_end) if clause.start <= cue_end <= time.start else clause.start
    start = max(start, plain.rfind(":", start, time.start) + 1)
    comma = plain.find(",", time.end, clause.end)
    return trimmed(document, Span(start, comma if comma > time.end and time.start - start > SHORTEST_GOAL else clause.end))


def _terms_in_cells(document: Document, found: Found) -> Iterator[Record]:
    """Terms that a table gives in brackets beside a row's period: `2026-2030 (Kế hoạch xong trong quý I)`."""
    plain = document.plain
    for table in layout(document).tables:
        for match in _DUE_IN_CELL.finditer(plain, table.span.start, table.span.end):
            span = Span(*match.span())
            years = [time.span.end for time in years_said(document) if span.contains(time.span)]
            beside = list(found.within("period", Span(max(0, span.start - 60), span.start)))
            year = match["rest"].strip(" /-năm") if years or match["rest"].strip() else None
            if year is None and beside:
                year = (beside[-1].value.start or "")[:4]
            yield Record("target", Target(squeezed(document.quote(span).strip("()")), by=_term(match, year or None)), (span,))


def _term(match: re.Match[str], year: str | None) -> str:
    """ISO where the year is known (`2026-Q1`, `2026-03`), else as written."""
    if year and match["quarter"]:
        return f"{year}-Q{_QUARTERS.get(match['quarter']) or match['quarter']}"
    if year and match["month"]:
        return f"{year}-{int(match['month']):02}"
    return match[0].strip("()")


KIND = RecordKind("target", "chỉ tiêu", find_targets, ())
