"""Targets (chỉ tiêu): a figure to be reached, and by when; also a dated goal without a figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hopluc.reading.clauses import REACH, clause_within, sentence_with, trimmed
from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind, Value
from hopluc.reading.layout import Block, layout
from hopluc.reading.mentions.periods import Period
from hopluc.reading.mentions.quantities import Quantity
from hopluc.reading.patterns import Matches, Pattern
from hopluc.reading.records.figures import Figure, announces_list, figures_of, is_of_paper, squeezed
from hopluc.reading.records.setting import LIMITS, Setting, Time, heads_of, is_plan, setting_of, years_said
from hopluc.reading.records.target_cases import CASES


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


# What a body announces it will do is a task of its own, whatever the figure in it; what it will have or reach is a target.
_ACTS = r"(?:triển khai|khởi công|tổ chức|xây dựng|đầu tư|thực hiện|tiến hành|cử|trao|mở|ký|khai trương|khánh thành|đưa|tài trợ|lắp đặt|mua|bàn giao|công bố|khảo sát)\b(?! (?:ít nhất|tối thiểu|từ|trên|được|khoảng))"
# Words that say a figure is aimed at; `Hàng năm đã hỗ trợ` and `vượt chỉ tiêu` tell of what was reached instead.
_AIM_WORDS = cues(
    *(
        first + rest
        for firsts, rest in (
            *(("Pp", "hấn đấu"), ("Mm", "ục tiêu"), ("Cc", "hỉ tiêu"), ("Qq", "uyết tâm"), ("Hh", "ướng "), ("Kk", "ỳ vọng")),
            *(
                ("đ", "ặt ra"),
                ("Cc", "am kết"),
                ("Bb", "ố trí "),
                ("Bb", "ảo đảm "),
                ("Đđ", "ảm bảo "),
                ("Dd", "ành "),
                ("Dd", "uy trì "),
            ),
            *(("s", "ẽ"), ("Đđ", "ến "), ("Tt", "ới "), ("Tt", "rước "), ("Mm", "ỗi "), ("Hh", "ằng "), ("Hh", "àng ")),
        )
        for first in firsts
    )
)
_AIM = Pattern(
    r"(?:(?P<strong>[Pp]hấn đấu|(?<!so với )(?<!vượt )(?<!thành )(?<!bằng )(?:[Mm]ục tiêu|[Cc]hỉ tiêu)|[Qq]uyết tâm)|[Hh]ướng (?:tới|đến)|[Kk]ỳ vọng|đặt ra|[Cc]am kết"
    r"|(?:[Bb]ố trí|[Bb]ảo đảm|[Đđ]ảm bảo|[Dd]ành|[Dd]uy trì) (?:tối thiểu|ít nhất|không dưới|không thấp hơn|từ)"
    rf"|sẽ(?! (?:được tổ chức|diễn ra|có sự|tham dự|{_ACTS})))\b"
    r"|(?P<limit>(?:[Đđ]ến|[Tt]ới|[Tt]rước)(?: hết| cuối)?(?: năm)? (?:19|20)\d\d)\b"
    r"|(?P<often>(?:[Mm]ỗi|[Hh]ằng|[Hh]àng) (?:năm|quý|tháng))\b"
)
_REACHED_WORDS = cues(
    *(
        "Đã",
        "đã",
        "vượt",
        "Đến nay",
        "đến nay",
        "Hiện nay",
        "hiện nay",
        "Hiện có",
        "hiện có",
        "Tính đến",
        "tính đến",
        "kết quả là",
    ),
    *("đạt được", "thực tế", "So với", "so với", "Trong tổng số", "trong tổng số", "hoàn thành chỉ tiêu"),
)
_REACHED = Pattern(
    r"\b(?:[Đđ]ã|vượt|[Đđ]ến nay|[Hh]iện (?:nay|có)|[Tt]ính đến|kết quả là|đạt được|thực tế|[Ss]o với|[Tt]rong tổng số|hoàn thành chỉ tiêu)\b"
)
_AFTER_PLAN = Pattern(r"\s*(?:so với|(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán)\b)", re.IGNORECASE)
_NORM = Pattern(r"\b(?:không quá|tối đa|không được|không vượt quá|mức chi|mức hỗ trợ)\b", re.IGNORECASE)
_GOAL_HEAD = Pattern(r"\b(?:mục tiêu|chỉ tiêu|kết quả (?:dự kiến|cần đạt))\b", re.IGNORECASE)
_FUTURE_HEAD = Pattern(
    r"\b(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ chủ yếu|kế hoạch (?:hoạt động|thực hiện|năm|giai đoạn)|nhiệm vụ năm|nhiệm vụ giai đoạn"
    r"|nhiệm vụ(?: và|,) giải pháp|trong thời gian tới|thời gian tới)\b",
    re.IGNORECASE,
)
_PAST_HEAD = Pattern(r"\b(?:kết quả|tình hình|thực trạng|đánh giá|tồn tại|hạn chế|sơ kết|tổng kết)\b", re.IGNORECASE)
# What bodies agreed on is to come: `Hai bên thông qua Chương trình hợp tác …; mỗi năm chọn 10 doanh nghiệp`.
_AGREED = Pattern(
    r"\b(?:thông qua|thống nhất|nhất trí|ký(?: kết)?|theo) (?:\w+ ){0,3}?(?:[Cc]hương trình|[Tt]hỏa thuận|[Kk]ế hoạch|[Bb]ản ghi nhớ|[Bb]iên bản|nội dung hợp tác)\b"
)
_DEMANDED = Pattern(r"\b(?:[Yy]êu cầu|phải)\s")
# Parts of a plan that set no goals: its grounds, money, people and papers.
_NO_GOAL_HEAD = Pattern(
    r"\b(?:căn cứ|sự cần thiết|cơ sở pháp lý|kinh phí|nguồn vốn|nguồn lực|dự toán|thành phần|đối tượng|điều kiện|hồ sơ|thủ tục|thời gian|địa điểm|tổ chức thực hiện|"
    r"phân công|trách nhiệm|điều khoản|chế độ báo cáo|phạm vi)\b",
    re.IGNORECASE,
)
_PLANNED = Pattern(r"\b(?:tối thiểu|ít nhất|trên|đạt|từ|mỗi năm|hằng năm|hàng năm|có)\s*$", re.IGNORECASE)


def find_targets(document: Document, found: Found) -> Iterator[Record]:
    """Targets with a figure, then goals with only a day they fall due, as the document orders them."""
    setting = setting_of(document, found)
    aims = _Aims(document, setting, found)
    figures = figures_of(document, found)
    sentence = Span(0, 0)
    for figure in figures:
        if figure.duration or figure.numerator is not None or announces_list(document, figure) or is_of_paper(figure):
            continue
        if not sentence.start <= figure.span.start < sentence.end:
            sentence = sentence_with(document, figure.span)
        if aims.holds(figure, sentence):
            yield _target(document, setting, figure, sentence)
    yield from _dated_goals(document, setting, aims, figures)
    yield from _terms_in_cells(document, found, setting)


FEWEST_BARS = 2
LONGEST_LABEL = 30  # `Mục tiêu:` alone on its line is as good as a heading


class _Aims:
    """Whether a figure is aimed at: by the words of its sentence, the head it stands under, or the plan it is in."""

    def __init__(self, document: Document, setting: Setting, found: Found) -> None:
        self.document = document
        self.setting = setting
        self._tasks = [record.evidence[0] for record in found.records("task") if record.value.lead and record.evidence]
        self.plan = is_plan(document)
        self._aiming = Matches(cued(document, _AIM_WORDS, _AIM))
        self._reached = Matches(cued(document, _REACHED_WORDS, _REACHED))
        self._said: tuple[Span, list[re.Match[str]], list[re.Match[str]]] = (Span(0, 0), [], [])
        self._heads: dict[tuple[int, bool], bool | None] = {}

    def holds(self, figure: Figure, sentence: Span) -> bool:
        """Whether `figure` is to be reached."""
        plain = self.document.plain
        cues, reached = self._cues(sentence)
        before = [cue for cue in cues if cue.start() < figure.span.start]
        strong = [cue.start() for cue in before if cue["strong"]]
        striven = any(cue[0].lower() == "phấn đấu" for cue in before)
        if (_AFTER_PLAN.match(plain, figure.span.end) and not striven) or _NORM.search(
            plain, max(sentence.start, figure.span.start - 80), figure.span.start
        ):
            return False
        told = any(match.start() < figure.span.start and (not strong or match.start() > strong[-1]) for match in reached)
        if figure.percent and not told and self._is_asked_by(figure.span, sentence):
            return True
        if not strong and (figure.money or self._is_of_task(figure.span)):
            return False
        if before and not told:
            agreed = _AGREED.search(plain, sentence.start, before[0].start()) is not None
            return agreed or any(not cue["often"] for cue in before) or self._is_ahead(figure.span.start)
        return not told and not figure.money and self._is_set_by_head(figure.span.start)

    def _cues(self, sentence: Span) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
        """The words of a sentence that aim, and those that tell of what was reached; kept while figures share the sentence."""
        if self._said[0] != sentence:
            cues = [cue for cue in self._aiming.within(*sentence) if not cue["limit"] or self._opens_ahead(cue, sentence)]
            self._said = (sentence, cues, self._reached.within(*sentence))
        return self._said[1], self._said[2]

    def _opens_ahead(self, cue: re.Match[str], sentence: Span) -> bool:
        """Whether `đến năm 2030` opens a clause (in a title it aims at nothing) and lies after the days the document tells of."""
        plain = self.document.plain
        start = cue.start()
        opens = start - sentence.start <= 8 or plain[start - 2 : start - 1] in ",;:(" or plain[start - 1] in '“"('
        latest = self.setting.latest_year
        return opens and (latest is None or int(cue["limit"][-4:]) > latest)

    def _is_ahead(self, offset: int) -> bool:
        """Whether the words at `offset` stand in a part about what is to come."""
        found = self._by_head(offset, goals_only=False)
        return self.plan if found is None else found

    def _is_set_by_head(self, offset: int) -> bool:
        """Whether a head says that what stands at `offset` is a goal; in a plan all is, but what tells of the past."""
        if self._is_tabled(offset):
            return self.is_goal(offset) or (self.plan and self._is_product(offset))
        if self.plan:
            return self._by_head(offset, goals_only=False) is not False and not self._is_no_goal(offset)
        return self.is_goal(offset)

    def _is_no_goal(self, offset: int) -> bool:
        """Whether the nearest heading names a part of a plan that sets no goals."""
        heads = layout(self.document).section_of(offset)
        return bool(heads) and _NO_GOAL_HEAD.search(self.document.plain, *heads[-1].span) is not None

    def _is_tabled(self, offset: int) -> bool:
        """Whether `offset` stands in a cell of a table, or in a line of cells."""
        parts = layout(self.document)
        place = parts.at(offset)
        if place is None:
            return False
        block = parts.blocks[place]
        words = self.document.plain[block.span.start : min(block.span.end, block.span.start + REACH)]
        return block.kind == "cell" or words.count("\t") >= FEWEST_BARS or words.count(" | ") >= FEWEST_BARS

    def _is_product(self, offset: int) -> bool:
        """Whether `offset` stands in a cell that says what a task of a plan is to bring."""
        known = [table for table in layout(self.document).tables if table.span.start <= offset < table.span.end]
        cells = (table.cell(row, "product") for table in known for row in table.rows)
        return any(cell is not None and cell.start <= offset < cell.end for cell in cells)

    def _is_asked_by(self, span: Span, sentence: Span) -> bool:
        """Whether a share is demanded for a time said behind it: `yêu cầu … 100% người dân trong năm 2022`."""
        demanded = _DEMANDED.search(self.document.plain, sentence.start, span.start) is not None
        return demanded and next(self.setting.times(Span(span.end, sentence.end)), None) is not None

    def _is_of_task(self, span: Span) -> bool:
        """Whether a figure belongs to what a named body is to do, which the task tells."""
        return any(known.contains(span) for known in self._tasks)

    def is_goal(self, offset: int) -> bool:
        """Whether the words at `offset` stand under a head such as `Mục tiêu`."""
        return bool(self._by_head(offset, goals_only=True))

    def _by_head(self, offset: int, *, goals_only: bool) -> bool | None:
        """What the nearest telling head says: True for goals or the future, False for the past, None where none tells."""
        parts = layout(self.document)
        place = parts.at(offset)
        parent = parts.blocks[place].parent if place is not None else None
        if parent is None:
            return None
        if (parent, goals_only) not in self._heads:
            heads = [parts.blocks[parent], *parts.above(parent)]
            self._heads[parent, goals_only] = next(
                (told for head in heads if (told := self._tells(head, goals_only)) is not None), None
            )
        return self._heads[parent, goals_only]

    def _tells(self, head: Block, goals_only: bool) -> bool | None:
        plain, (start, end) = self.document.plain, head.span
        if _PAST_HEAD.search(plain, start, end):
            return False
        if _GOAL_HEAD.search(plain, start, end) and (head.kind == "heading" or not goals_only or end - start < LONGEST_LABEL):
            return True
        return True if not goals_only and _FUTURE_HEAD.search(plain, start, end) else None


def _target(document: Document, setting: Setting, figure: Figure, sentence: Span) -> Record:
    clause = clause_within(document, sentence, figure.span)
    place = _part(document, figure, clause)
    heads = heads_of(document, figure.span.start)
    times = list(setting.times(sentence))
    stretch = _stretch(document, setting, times, sentence, heads)
    value = Target(
        text=squeezed(document.quote(place)),
        unit=figure.unit,
        by=_by(document, figure.span, place, sentence, times)
        or setting.limit_above(heads)
        or (stretch.end if stretch else None),
        period=stretch if stretch and stretch.start != stretch.end else None,
        **figure.amounts,
    )
    return Record("target", value, (place,), parts=(("number", figure.span),))


def _stretch(document: Document, setting: Setting, times: list[Time], sentence: Span, heads: tuple[Span, ...]) -> Period | None:
    """The term a target belongs to: of its sentence, the sentences before it in the paragraph, its heads, or the plan."""
    parts = layout(document)
    place = parts.at(sentence.start)
    paragraph = max(parts.blocks[place].span.start, sentence.start - REACH) if place is not None else sentence.start
    before = list(setting.times(Span(paragraph, sentence.start))) if paragraph < sentence.start else []
    for time in (*times, *reversed(before)):
        if time.bound is None and time.period.start != time.period.end:
            return time.period
    return setting.period_above(heads) or (setting.planned_period if is_plan(document) else None)


# Who says so is no part of what is to be reached: `Giám đốc Sở cho biết, thành phố sẽ hỗ trợ …`.
_TOLD = Pattern(
    r"(?:cho biết|chia sẻ|khẳng định|nhấn mạnh|phát biểu|cho hay|thông tin|kết luận|đề nghị|[Tt]heo (?:thỏa thuận|kế hoạch|chương trình|đó|MoU|biên bản)"
    r"|[^\W\d_]+ bên (?:thống nhất|cam kết|nhất trí))(?: rằng| là)?\s*[,:]?\s+[“\"]?(?=\S)"
)
_LIST_COMMA = Pattern(r",(?=\s)|\s(?:và|đồng thời)\s(?=(?:(?!\s(?:và|đồng thời)\s)[^\d,;]){0,40}\d)")


def _part(document: Document, figure: Figure, clause: Span) -> Span:
    """The part of the clause about this figure: from the comma after the figure before to the comma before the next one."""
    plain = document.plain
    start, end = clause
    told = list(_TOLD.finditer(plain, start, figure.span.start))
    start = told[-1].end() if told else start
    for comma in _LIST_COMMA.finditer(plain, clause.start, figure.span.start + 1):
        if re.search(r"\d", plain[start : comma.start()]):
            start = comma.end()
    for comma in _LIST_COMMA.finditer(plain, figure.span.end, clause.end):
        if re.search(r"\d", plain[comma.end() : clause.end]):
            end = comma.start()
            break
    return trimmed(document, Span(min(start, figure.span.start), max(end, figure.span.end)))


_OFTEN = Pattern(r"\b(?:(?:bình quân )?(?:mỗi|hằng|hàng) (?:năm|quý|tháng))\b", re.IGNORECASE)


def _by(document: Document, figure: Span, part: Span, sentence: Span, times: list[Time]) -> str | None:
    """When a target falls due: `2030`, `trước 2020`, `2026-Q1`, or how often (`mỗi năm`); None where the sentence does not say."""
    own = _OFTEN.search(document.plain, part.start, figure.start)
    if own and not any(part.contains(time.span) and time.bound in LIMITS for time in times):
        return own[0].lower()
    limits = [time for time in times if time.bound in LIMITS]
    if limits:
        nearest = min(limits, key=lambda time: abs(time.span.start - figure.start))
        return _limit(nearest)
    often = _OFTEN.search(document.plain, part.start, part.end) or _OFTEN.match(document.plain, sentence.start)
    if often:
        return often[0].lower()
    plain_times = [time for time in times if time.bound is None]
    near = [time for time in plain_times if time.span.end <= figure.start][-1:] or plain_times
    return near[0].period.end if near else None


def _limit(time: Time) -> str | None:
    """The end of a limit, with its word where that is `trước`."""
    return f"trước {time.period.end}" if time.bound == "trước" else time.period.end


_GOAL = Pattern(r"\b(?:mục tiêu|phấn đấu|hướng tới|chỉ tiêu)\b", re.IGNORECASE)
_DUE_IN_CELL = Pattern(
    r"\([^()\n]{3,60}?\s(?:trong|trước|vào|chậm nhất)\s[^()\n]{0,20}?"
    r"(?:[Qq]u[ýí] (?P<quarter>IV|I{1,3}|[1-4])|tháng (?P<month>\d{1,2})|năm \d{4})(?P<rest>[^()\n]{0,14})\)"
)
BESIDE = 60  # how far before the bracket the row's period may begin
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _dated_goals(document: Document, setting: Setting, aims: _Aims, figures: list[Figure]) -> Iterator[Record]:
    """Goals that name no figure but a limit: `Hoàn thành … trước năm 2030` after words such as `mục tiêu` or under such a head."""
    plain = document.plain
    starts = [figure.span.start for figure in figures if not figure.duration]
    for time in years_said(document):
        if time.bound not in LIMITS or setting.is_past(time):
            continue
        sentence = sentence_with(document, time.span)
        cue = _GOAL.search(plain, sentence.start, time.span.start)
        if (cue is None and not aims.is_goal(time.span.start)) or _REACHED.search(plain, sentence.start, time.span.start):
            continue
        clause = clause_within(document, sentence, time.span)
        goal = _goal(document, clause, cue.end() if cue else clause.start, time.span)
        if bisect_left(starts, goal.start) == bisect_left(starts, goal.end) and goal.end - goal.start >= SHORTEST_GOAL:
            yield Record("target", Target(squeezed(document.quote(goal)), by=_limit(time)), (goal,))


_IS = Pattern(r"[^,.;:\n]{0,60}?\slà\s")
SHORTEST_GOAL = 40


def _goal(document: Document, clause: Span, cue_end: int, time: Span) -> Span:
    """The words of one goal: from the cue or colon before the time to the comma after it."""
    plain = document.plain
    start = max(clause.start, cue_end) if clause.start <= cue_end <= time.start else clause.start
    start = max(start, plain.rfind(":", start, time.start) + 1)
    named = _IS.match(plain, start, time.start)
    start = named.end() if named else start
    comma = plain.find(",", time.end, clause.end)
    return trimmed(document, Span(start, comma if comma > time.end and time.start - start > SHORTEST_GOAL else clause.end))


def _terms_in_cells(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Terms that a table gives in brackets beside a row's period: `2026-2030 (Kế hoạch xong trong quý I)`."""
    plain = document.plain
    for table in layout(document).tables:
        for match in _DUE_IN_CELL.finditer(plain, table.span.start, table.span.end):
            span = Span(*match.span())
            beside = list(found.within("period", Span(max(0, span.start - BESIDE), span.start)))
            if not beside or plain[beside[-1].span.end : span.start].strip():
                continue  # the row's own time in brackets is the deadline of its task and nothing more
            years = list(setting.times(span))
            year = match["rest"].strip(" /-năm") if years or match["rest"].strip() else None
            year = year or (beside[-1].value.start or "")[:4]
            yield Record("target", Target(squeezed(document.quote(span).strip("()")), by=_term(match, year or None)), (span,))


def _term(match: re.Match[str], year: str | None) -> str:
    """ISO where the year is known (`2026-Q1`, `2026-03`), else as written."""
    if year and match["quarter"]:
        return f"{year}-Q{_QUARTERS.get(match['quarter']) or match['quarter']}"
    if year and match["month"]:
        return f"{year}-{int(match['month']):02}"
    return match[0].strip("()")


KIND = RecordKind("target", "chỉ tiêu", find_targets, CASES)
