"""Targets (chỉ tiêu): a figure to be reached, and by when; also a dated goal without a figure."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from hopluc.reading.document import Cover, Document, Span
from hopluc.reading.facts import Found, Record, RecordKind
from hopluc.reading.mentions.calendar_words import QUARTERS
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.clauses import REACH, clause_within, sentence_with, trimmed
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.aims import REACHED, Aims, aims_of
from hopluc.reading.records.figures import Figure, announces_list, figures_of, is_base, is_of_each, is_of_paper, squeezed
from hopluc.reading.records.setting import LIMITS, Setting, heads_of, is_plan, setting_of
from hopluc.reading.records.target.cases import CASES
from hopluc.reading.records.target.goal_openings import title_of_goals
from hopluc.reading.records.target.goal_runs import sentences_before
from hopluc.reading.records.target.heads import headed_goals
from hopluc.reading.records.target.rows import tables_of_targets, targets_in_rows
from hopluc.reading.records.target.run_cases import RUN_CASES
from hopluc.reading.records.target.value import Target
from hopluc.reading.records.times_said import Time, years_said


def find_targets(document: Document, found: Found) -> Iterator[Record]:
    """Targets with a figure, then goals with only a day they fall due, as the document orders them."""
    setting = setting_of(document, found)
    aims = aims_of(document, found)
    figures = figures_of(document, found)
    sentence, tabled = Span(0, 0), Cover(table.span for table in tables_of_targets(document))
    for figure in figures:
        if tabled.holds(figure.span):
            continue
        if figure.unit in _COUNTED_GOALS or _is_of_name(document, figure):
            continue
        if (figure.duration and not _is_shortened(document, figure)) or announces_list(document, figure) or is_of_paper(figure):
            continue
        if not sentence.start <= figure.span.start < sentence.end:
            sentence = sentence_with(document, figure.span)
        if is_base(document, figure):
            continue
        set_ = aims.is_goal(figure.span.start) or aims.strives(figure, sentence) or aims.sets(figure, sentence)
        if figure.numerator is not None and not set_:
            continue  # `128/128 xã` is a goal under a head of goals alone; else it tells what was reached
        if is_of_each(document, figure, clause_within(document, sentence, figure.span)):
            continue
        if aims.holds(figure, sentence):
            yield _target(document, setting, figure, sentence)
    yield from _dated_goals(document, setting, aims, figures)
    yield from headed_goals(document, setting, aims, figures)
    yield from _terms_in_cells(document, found, setting)
    yield from targets_in_rows(document, setting)


# `đề ra 24 chỉ tiêu`
_COUNTED_GOALS = frozenset(("chỉ tiêu", "mục tiêu", "nhóm chỉ tiêu", "nhóm mục tiêu", "chỉ tiêu chủ yếu"))
_BRACKET = 60
# `giống cá tra 3 cấp`, `trẻ em dưới 5 tuổi`, `học 2 buổi/ngày`, `chuẩn mức độ 2` name what a goal is about.
_RANKS = frozenset(("cấp", "bước", "bên"))
_OF_AGE = Pattern(
    r"\b(?:trẻ(?: em)?|người(?: dân| lao động| cao tuổi)?|dân số|phụ nữ|nam|nữ|thanh niên|học sinh|độ tuổi)(?: (?:mẫu giáo|từ|trên|dưới|đủ|trong))*(?: độ tuổi)?(?: từ)?"
    r"(?: \d+(?: tuổi)?(?: đến|-)(?: dưới)?)?\s$"
)
_GRADE = Pattern(r"\bmức độ\s$")
_LESSONS = frozenset(("buổi", "tiết"))
_SHARE_OF = Pattern(r"%[^.,;:()\d\n]{0,50}$")


def _is_of_name(document: Document, figure: Figure) -> bool:
    """Whether a figure is part of what a goal is about: the ranks of a chain, the age of those it is for."""
    plain, start = document.plain, figure.span.start
    if figure.unit and figure.unit.startswith("tuổi"):
        return _OF_AGE.search(plain, max(0, start - _BRACKET), start) is not None
    if _GRADE.search(plain, max(0, start - _BRACKET), start) is not None:
        return True
    if figure.unit in _LESSONS and plain.startswith("/", figure.span.end):
        return True
    return figure.unit in _RANKS or (not figure.percent and _is_share_counted(plain, start))


def _is_share_counted(plain: str, start: int) -> bool:
    """Whether a figure only counts the share that the bracket around it stands behind: `đạt 50% (8 xã, tăng 2 xã)`."""
    opened = plain.rfind("(", max(0, start - _BRACKET), start)
    if opened < 0 or plain.find(")", opened, start) >= 0:
        return False
    return plain[opened + 1].isdigit() and _SHARE_OF.search(plain, max(0, opened - _BRACKET), opened) is not None


# A length of time is aimed at where something is to take no longer: `Rút ngắn thời gian … xuống còn 15 phút`.
_SHORTENED = Pattern(
    r"\b(?:rút ngắn|rút xuống|giảm)\b[^.;:\n]{0,90}\b(?:còn|xuống|dưới)(?: (?:còn|dưới|không quá))*\s$", re.IGNORECASE
)
_SHORTENED_REACH = 130


def _is_shortened(document: Document, figure: Figure) -> bool:
    return _SHORTENED.search(document.plain, max(0, figure.span.start - _SHORTENED_REACH), figure.span.start) is not None


def _target(document: Document, setting: Setting, figure: Figure, sentence: Span) -> Record:
    clause = clause_within(document, sentence, figure.span)
    place = _part(document, figure, clause)
    heads = (*heads_of(document, figure.span.start), *title_of_goals(document))
    times = list(setting.times(sentence))
    stretch = _stretch(document, setting, times, sentence, heads)
    by = _by(document, figure.span, place, sentence, times) or setting.limit_above(heads)
    by = by or _limit_before(document, setting, sentence)
    if by and stretch and by[:4].isdigit() and by[:4] > (stretch.end or "")[:4]:
        stretch = None  # what is due later belongs to no term that is over by then
    value = Target(
        text=squeezed(document.quote(place)),
        unit=figure.unit,
        by=by or (stretch.end if stretch else None),
        period=stretch if stretch and stretch.start != stretch.end else None,
        numerator=figure.numerator,
        denominator=figure.denominator,
        **figure.amounts,
    )
    return Record("target", value, (place,), parts=(("number", figure.span),))


def _limit_before(document: Document, setting: Setting, sentence: Span) -> str | None:
    """The limit that the sentences before in the paragraph set last: `Đến năm 2030, … . Tỷ lệ … đạt 20%.`"""
    place = layout(document).at(sentence.start)
    told = sentences_before(document, place, sentence.start) if place is not None else []
    before = (time for said in told for time in reversed(list(setting.times(said))) if time.bound in LIMITS)
    ahead = next((time for time in before if (time.period.end or "")[:4].isdigit() and not setting.is_past(time)), None)
    return _limit(ahead) if ahead else None


def _stretch(document: Document, setting: Setting, times: list[Time], sentence: Span, heads: tuple[Span, ...]) -> Period | None:
    """The term a target belongs to: of its sentence, the sentences before it in the paragraph, its heads, or the plan."""
    parts = layout(document)
    place = parts.at(sentence.start)
    paragraph = max(parts.blocks[place].span.start, sentence.start - REACH) if place is not None else sentence.start
    before = list(setting.times(Span(paragraph, sentence.start))) if paragraph < sentence.start else []
    for time in (*times, *reversed(before)):
        if (
            time.bound in (None, "nhiệm kỳ")
            and time.period.start != time.period.end
            and not _is_compared(document, time, sentence)
        ):
            return time.period
    return setting.period_above(heads) or (setting.planned_period if is_plan(document) else None)


# Who says so is no part of what is to be reached: `Giám đốc Sở cho biết, thành phố sẽ hỗ trợ …`.
_TOLD = Pattern(
    r"(?:cho biết|khẳng định|nhấn mạnh|phát biểu|cho hay|(?:chia sẻ|thông tin)(?=[,:]| (?:rằng|là)\b)|kết luận|đề nghị|[Tt]heo (?:thỏa thuận|kế hoạch|chương trình|đó|MoU|biên bản)"
    r"|[^\W\d_]+ bên (?:thống nhất|cam kết|nhất trí))(?: rằng| là)?\s*[,:]?\s+[“\"]?(?=\S)"
)
# `khoa học và công nghệ`, `nhỏ và vừa` are one thing, not two in a list.
_LIST_COMMA = Pattern(
    r"(?<!\d),(?=\s)|(?<=\d),(?=\s\D)|(?<![Kk]hoa học)(?<!nhỏ)(?<!nghiên cứu)(?<!công bằng)\s(?:và|đồng thời)\s(?=(?:(?!\s(?:và|đồng thời)\s)[^\d,;]){0,40}\d)"
)

# `100% quận, huyện, thị xã tổ chức …`: a comma among the nouns that a share is of divides no goals.
_AMONG_NOUNS = Pattern(r"\d\s?% (?!trở )(?:số |các )*[^\W\d]+(?: [^\W\d]+)?(?:, [^\W\d]+(?: [^\W\d]+)?)*$")
_SHORT_NOUN = Pattern(r"\s[^\W\d]+(?: [^\W\d]+){0,3}(?:,| (?:tổ chức|được|có|thực hiện|triển khai|đạt|và)\b)")


def _is_among_nouns(plain: str, start: int, comma: re.Match[str]) -> bool:
    return _AMONG_NOUNS.search(plain, start, comma.start()) is not None and _SHORT_NOUN.match(plain, comma.end()) is not None


# `trong đó có một số chỉ tiêu quan trọng như: tăng trưởng …`: what only announces goals is no part of one.
_ANNOUNCED = Pattern(r"[^:\d\n]{0,120}\b(?:[Cc]hỉ tiêu|[Mm]ục tiêu|[Cc]ụ thể|[Tt]rong đó|thành phần)\b[^:\d\n]{0,40}:\s(?=\w)")
# `… (11 chỉ tiêu) 1. Tốc độ tăng …`, run together by a page
_RUN_ON = Pattern(r"\s\d{1,2}\. (?=[^\W\d_])|(?<!\w)\(\d{1,2}\) (?=[^\W\d_])")
_PURPOSE = Pattern(r"(?:Hướng (?:đến|tới)|Nhằm|Để|Với) (?:đạt |hoàn thành |thực hiện |được )*(?:mục tiêu|chỉ tiêu)\b")
_BARE = Pattern(r"[\d.,%\s-]*")
_COUNTED = Pattern(r"(?<![\d/.,-])(?!(?:19|20)\d\d(?!\d))(?!\d{1,2}\))\d")  # a figure, but no year nor the mark of an item


def _part(document: Document, figure: Figure, clause: Span) -> Span:
    """The part of the clause about this figure: from the comma after the figure before to the comma before the next one."""
    plain = document.plain
    start, end = clause
    told = list(_TOLD.finditer(plain, start, figure.span.start))
    start = told[-1].end() if told else start
    for comma in _LIST_COMMA.finditer(plain, clause.start, figure.span.start + 1):
        if _COUNTED.search(plain, start, comma.start()) and not _is_among_nouns(plain, start, comma):
            start = comma.end()
    for comma in _LIST_COMMA.finditer(plain, figure.span.end, clause.end):
        if _COUNTED.search(plain, comma.end(), clause.end) and not _is_among_nouns(plain, figure.span.start, comma):
            end = comma.start()
            break
    if _PURPOSE.match(plain, clause.start, figure.span.start) and (stop := plain.find(", ", figure.span.end, end)) >= 0:
        end = stop  # `Hướng đến mục tiêu có 2 trạm đạt chuẩn, ngành nước …`: who strives is no part of the goal
    announced = _ANNOUNCED.match(plain, start, figure.span.start)
    start = announced.end() if announced else start
    start = max([start, *(number.end() for number in _RUN_ON.finditer(plain, start, figure.span.start))])
    part = Span(min(start, figure.span.start), max(end, figure.span.end))
    if _BARE.fullmatch(plain, *part):
        part = Span(clause.start, part.end)  # `… lần lượt là 60%, 28%, 12%`: what the others are told of
    return trimmed(document, part)


# `các cây trồng hàng năm: lúa 5.000 ha` tells what is grown.
_OFTEN = Pattern(
    r"\b(?:bình quân (?:mỗi|hằng|hàng) (?:năm|quý|tháng)\b|(?:mỗi|hằng|hàng) (?:năm|quý|tháng)\b(?!:))", re.IGNORECASE
)


def _by(document: Document, figure: Span, part: Span, sentence: Span, times: list[Time]) -> str | None:
    """When a target falls due: `2030`, `trước 2020`, `2026-Q1`, or how often (`mỗi năm`); None where the sentence does not say."""
    often = _OFTEN.search(document.plain, part.start, figure.start)
    if often and not any(part.contains(time.span) and time.bound in LIMITS for time in times):
        return often[0].lower()
    behind = next((time for time in times if 0 < time.span.start - figure.end <= _BEHIND and time.bound is None), None)
    if behind is not None and (behind.period.start != behind.period.end or behind.span.start - figure.end <= len(" - ")):
        return behind.period.end  # `đạt 70% năm 2025, 90% năm 2030`
    own = [time for time in times if time.bound in (*LIMITS, "định hướng") and part.contains(time.span)]
    if own:
        return _limit(next((time for time in reversed(own) if time.span.end <= figure.start), own[0]))
    limits = [time for time in times if time.bound in LIMITS]
    if limits:
        opening = [time for time in limits if time.span.end <= figure.start and _opens(document, time, sentence)]
        return _limit(opening[-1] if opening else min(limits, key=lambda time: abs(time.span.start - figure.start)))
    often = _OFTEN.search(document.plain, part.start, part.end) or _OFTEN.match(document.plain, sentence.start)
    if often and not _COMPARED.search(document.plain, part.start, often.start()):
        return often[0].lower()
    plain_times = [time for time in times if time.bound is None and not _is_compared(document, time, sentence)]
    near = [time for time in plain_times if time.span.end <= figure.start][-1:] or plain_times
    return near[0].period.end if near else None


_BEHIND = len("/năm trong giai đoạn ")
_COMPARED = Pattern(r"\bso với\b[^.;,]*$")


def _is_compared(document: Document, time: Time, sentence: Span) -> bool:
    """Whether a time is what a figure is set against: `tăng 3,7% so với thực hiện năm 2021`."""
    return _COMPARED.search(document.plain, max(sentence.start, time.span.start - REACH), time.span.start) is not None


def _opens(document: Document, time: Time, sentence: Span) -> bool:
    """Whether a limit opens its clause, so that it holds for what follows: `…; trên 50% đến năm 2030; …` holds for no more."""
    plain = document.plain
    begin = max([sentence.start, *(plain.rfind(stop, sentence.start, time.span.start) + 1 for stop in ",;:")])
    return _COUNTED.search(plain, begin, time.span.start) is None


def _limit(time: Time) -> str | None:
    """The end of a limit, with its word where that is `trước`."""
    return f"trước {time.period.end}" if time.bound == "trước" else time.period.end


_GOAL = Pattern(r"\b(?:mục tiêu|phấn đấu|hướng tới|chỉ tiêu)\b", re.IGNORECASE)
_DUE_IN_CELL = Pattern(
    r"\([^()\n]{3,60}?\s(?:trong|trước|vào|chậm nhất)\s[^()\n]{0,20}?"
    r"(?:[Qq]u[ýí] (?P<quarter>IV|I{1,3}|[1-4])|tháng (?P<month>\d{1,2})|năm \d{4})(?P<rest>[^()\n]{0,14})\)"
)
BESIDE = 60  # how far before the bracket the row's period may begin


def _dated_goals(document: Document, setting: Setting, aims: Aims, figures: list[Figure]) -> Iterator[Record]:
    """Goals that name no figure but a limit: `Hoàn thành … trước năm 2030` after words such as `mục tiêu` or under such a head."""
    plain = document.plain
    starts = [figure.span.start for figure in figures if not figure.duration]
    tabled = Cover(table.span for table in tables_of_targets(document))
    for time in years_said(document):
        # `đưa tỉnh trở thành … vào năm 2030`
        within = _WITHIN.search(plain, max(0, time.span.start - len("vào cuối ")), time.span.start) is not None
        if not within and (time.bound not in LIMITS or setting.is_past(time)):
            continue
        if tabled.holds(time.span):
            continue
        sentence = sentence_with(document, time.span)
        cue = _GOAL.search(plain, sentence.start, time.span.start)
        if within and (cue is None or _BECOMES.search(plain, cue.end(), time.span.start) is None):
            continue
        ahead = _AHEAD.match(plain, sentence.start, sentence.end) is not None
        if (cue is None and not ahead and not aims.is_goal(time.span.start)) or REACHED.search(
            plain, sentence.start, time.span.start
        ):
            continue
        named = _NAMED_BY_YEAR.search(plain, max(sentence.start, time.span.start - REACH), time.span.start)
        if named is not None and (cue is None or cue.start() < named.start()):
            continue
        clause = clause_within(document, sentence, time.span)
        goal = _goal(document, clause, cue.end() if cue else clause.start, time.span)
        if bisect_left(starts, goal.start) == bisect_left(starts, goal.end) and goal.end - goal.start >= SHORTEST_GOAL:
            yield Record("target", Target(squeezed(document.quote(goal)), by=_limit(time)), (goal,))


_BECOMES = Pattern(r"\b(?:trở thành|đưa|hoàn thành|thuộc nhóm|đạt|cơ bản)\b")
_WITHIN = Pattern(r"vào (?:cuối |đầu |hết )?$")
# `Đến năm 2035, tỉnh sẽ trở thành …`: what is to come, said without the word for a goal
_AHEAD = Pattern(r"Đến (?:hết |cuối )?năm 20\d\d,?\s(?:[^\W\d]+,?\s){0,8}?(?:sẽ|trở thành|phấn đấu)\s")
# `thực hiện Chiến lược Dân số Việt Nam đến năm 2030`: the year is part of a name.
_NAMED_BY_YEAR = Pattern(r"\b(?:Chiến lược|Chương trình|Kế hoạch|Đề án|Quy hoạch|Nghị quyết|Dự án)\b[^.;,:()]{0,120}$")
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
        return f"{year}-Q{QUARTERS[match['quarter']]}"
    if year and match["month"]:
        return f"{year}-{int(match['month']):02}"
    return match[0].strip("()")


KIND = RecordKind("target", "chỉ tiêu", find_targets, (*CASES, *RUN_CASES))
