"""Observations (số liệu): a figure with what it counts, when, where and in which field."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from hopluc.reading.cues import cues, stands
from hopluc.reading.document import Document, Span, joined
from hopluc.reading.facts import Found, Record, RecordKind
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.clauses import clause_within, sentence_with
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.aims import aims_of
from hopluc.reading.records.figures import Figure, announces_list, figures_of, is_base, is_of_each, is_of_paper, squeezed
from hopluc.reading.records.homes import home_place
from hopluc.reading.records.observation.breakdown_fields import field_of
from hopluc.reading.records.observation.cases import CASES
from hopluc.reading.records.observation.leads import changes
from hopluc.reading.records.observation.norms import NORMS, counts_seats, counts_visits, sets_norm
from hopluc.reading.records.observation.subject_words import Standing, Told
from hopluc.reading.records.observation.subjects import held_against, own_part, subject_of
from hopluc.reading.records.observation.value import Observation
from hopluc.reading.records.setting import Setting, heads_of, is_plan, setting_of
from hopluc.reading.records.times_said import UPPER

# Parties and sides, and how often they meet: no figures of the work.
_PARTIES = Pattern(r"(?:hai |các )?(?:bên|phía|chiều|mặt|ngôi|lần|điểm cầu)\b", re.IGNORECASE)
# Words right before a number that make it say again what was said, or hang on another figure.
_AGAIN = Pattern(r"(?:^|\s)(?:[Tt]rong số|[Tt]rong tổng số|[Tt]rong|(?<!ổng )[Ss]ố|thuộc|giữa|(?<!tất )[Cc]ả|[Tt]oàn bộ)\s*$")
_HUNG = Pattern(r"(?<!tham gia)(?<!tham dự)(?<!góp mặt)\s(?:của|giữa|thuộc|do|từ|đến từ)(?:\s(?:hơn|gần|trên|khoảng|tới))?\s*$")
_TIMES = Pattern(r"\b(?:gấp|tăng|giảm|hơn)(?: (?:khoảng|gần|hơn|trên|tới))?\s+$")  # a ratio: `cao gấp 1,5 lần`
_AGE = Pattern(r"\b(?:[Tt]uổi thọ|tuổi (?:đời )?(?:trung bình|bình quân))\b")
# `nằm trong top 10 địa phương`, `Tân Lâm, Vĩnh Hà, Kim Bình là 3 địa phương`: a rank, a list of names.
_RANKED_AMONG = Pattern(rf"\b(?:top|TOP|Top|tốp) $|(?:[{UPPER}][^\W\d]*(?: [{UPPER}][^\W\d]*)+(?:, | và |,? ?là )){{3}}$")
_SIGNERS = Pattern(r"\s(?:(?:chính thức|đã|cùng|thực hiện|tiến hành) )*ký(?: kết)?\b")
_POINTED = Pattern(r"\s*(?:này|nói trên|trên đây|trên(?=\s*[,.;:)])|đó|nêu trên|kể trên)\b")
# What every match of _AGAIN ends with: looking for it first spares looking with the pattern.
_AGAIN_ENDS = ("rong", "ố", "thuộc", "giữa", "ả", "oàn bộ")
_UNDER_WAY = Pattern(r" ?[^.;,]{0,40}?\b(?:đang|đã)\s")
_STAGE = Pattern(
    r"\b(?:(?P<estimate>[Ưư]ớc|[Dd]ự ước)|(?P<plan>[Dd]ự kiến|[Kk]ế hoạch (?:giao|vốn)|(?<!% )(?<!so )(?<!với )[Dd]ự toán|[Dd]ự toán(?=[^,;()%]{0,30}\($)|được giao|[Nn]ghị quyết (?:đề ra|giao)|sẽ|(?<!được )chuẩn bị)|(?P<target>[Pp]hấn đấu|[Mm]ục tiêu|[Cc]hỉ tiêu))\s"
)
_STAGE_WORDS = (
    "ớc",
    "ự kiến",
    "ế hoạch",
    "ự toán",
    "được giao",
    "ghị quyết",
    "sẽ",
    "chuẩn bị",
    "hấn đấu",
    "ục tiêu",
    "hỉ tiêu",
)


# What is asked for is not yet so; `theo đề nghị của …`, `các kiến nghị` name a paper.
_ASKS = Pattern(
    r"(?<!\w)(?<!theo )(?<!các )(?<!văn bản )(?<!hồ sơ )(?<!ý kiến )(?<!ý kiến, )(?<!ý kiến và )(?:đề nghị|kiến nghị)(?! (?:của|số|và)\b)(?!.{0,120}\b(?:đã|nhờ vậy|nhờ đó|qua đó)\b)",
    re.IGNORECASE,
)
_DONE = Pattern(r"\bđã\b")
_ARTICLE = Pattern(r"[ \t]*Điều \d{1,3}\s?[.:]")
_DECIDES = Pattern(r"^[ \t]*QUYẾT ĐỊNH[ \t]*:?[ \t]*$", re.MULTILINE)
_SETTLED = Pattern(r"\bquyết toán\b", re.IGNORECASE)


def find_observations(document: Document, found: Found) -> Iterator[Record]:
    """One observation a figure, in the order the document says them; the same figure said again is left out."""
    aimed = {span.start for record in found.records("target") for name, span in record.parts if name == "number"}
    asked = [span for record in found.records("petition") for name, span in record.parts if name == "text"]
    setting = setting_of(document, found)
    said = _Said(document, found, setting)
    figures = figures_of(document, found)
    for figure, following in zip_longest(figures, figures[1:]):
        if following is not None and following.span.start in aimed and is_base(document, figure):
            continue  # `giảm từ 25% xuống còn 12%`, which is to be reached
        if figure.duration or figure.span.start in aimed or said.is_cited(figure.span) or _is_within(asked, figure.span):
            continue
        record = said.observe(figure)
        if record is not None:
            yield record


def _is_within(spans: list[Span], span: Span) -> bool:
    """Whether one of `spans`, which are in order and apart, holds `span`: what is asked for is not yet so."""
    if not spans:
        return False
    place = bisect_right(spans, (span.start, span.start + 1))
    return any(other.contains(span) for other in spans[max(0, place - 1) : place + 1])


_SO_FAR = Pattern(r"\b(?:[Đđ]ã|[Đđ]ến nay|[Hh]iện (?:nay|có)|[Tt]ính đến)\b")
_PAST = Pattern(r"\b(?:kết quả|tình hình|thực trạng|đánh giá|hiện trạng)\b", re.IGNORECASE)


def _budgets(document: Document) -> Iterator[Span]:
    """The cells that give the sums of tasks, in tables of tasks with their leads or times."""
    for table in layout(document).tables:
        if {"task", "budget"} <= set(table.columns) and {"lead", "time"} & set(table.columns):
            yield from (cell for row in table.rows if (cell := table.cell(row, "budget")) is not None)


class _Said:
    """What the figures of one document have said so far: a breakdown's part needs its whole, a repetition its first saying."""

    def __init__(self, document: Document, found: Found, setting: Setting) -> None:
        self.document = document
        self.found = found
        self.setting = setting
        self.known: set[tuple[Any, ...]] = set()
        self.recent: list[tuple[Standing, Observation]] = []
        self.last: Standing | None = None
        self.planned = is_plan(document)
        self.aims = aims_of(document, found)
        self.decides = "QUYẾT ĐỊNH" in document.plain and _DECIDES.search(document.plain) is not None
        given = [record for record in found.records("task") if record.value.status in ("assigned", "planned")]
        self.given = sorted(record.evidence[0] for record in given)
        self.budgets = sorted(_budgets(document))
        self.titles = {record.evidence[0].start for record in found.records("task")}
        self.cited = joined(fact.span for kind in ("legal_reference", "date", "period") for fact in found.of(kind))

    def is_cited(self, span: Span) -> bool:
        """Whether the figure stands inside a legal reference or a date."""
        place = bisect_right(self.cited, (span.start, len(self.document.text)))
        return place > 0 and span.start < self.cited[place - 1].end

    def observe(self, figure: Figure) -> Record | None:
        """What the figure says as a record; None where it states nothing, or says again what was said."""
        standing = self._standing(figure)
        before, self.last = self.last, standing
        if not self._states(standing, before):
            return None
        value = self._value(standing, before)
        if not self._is_bracketed(standing):
            self.recent = [*self.recent[-11:], (standing, value)]
        key = (value.number, value.min, value.max, value.numerator, value.unit, value.field, value.place, value.subject.lower())
        if key in self.known:
            return None
        self.known.add(key)
        return Record("observation", value, (self._evidence(standing),), parts=(("number", figure.span),))

    def _standing(self, figure: Figure) -> Standing:
        """The figure with its clause; a number alone in brackets (`Các ủy viên (09)`) stands in the clause around them."""
        sentence = self.last.sentence if self.last else figure.span
        if self.last is None or not sentence.start <= figure.span.start < sentence.end:
            sentence = sentence_with(self.document, figure.span)
        clause = clause_within(self.document, sentence, figure.span)
        bare = clause.start >= figure.span.start and clause.end <= figure.span.end
        if bare and self.document.plain[figure.span.start - 1 : figure.span.start] == "(":
            outer = Span(figure.span.start - 1, figure.span.end + 1)
            clause = clause_within(self.document, sentence, outer)
        return Standing(figure, clause, sentence)

    def _is_bracketed(self, standing: Standing) -> bool:
        """Whether the figure stands in the brackets of another, and so can be no whole itself."""
        figure, plain = standing.figure, self.document.plain
        if figure.money and plain[figure.span.start - 1] == "(" and plain[figure.span.end : figure.span.end + 1] == ")":
            return any(whole.figure.money and whole.clause == standing.clause for whole, _ in self.recent[-3:])
        return any(whole.clause.contains(standing.clause) and whole.clause != standing.clause for whole, _ in self.recent[-3:])

    def _states(self, standing: Standing, before: Standing | None) -> bool:
        figure, clause, sentence = standing
        plain = self.document.plain
        lead = plain[clause.start : figure.span.start]
        if _RANKED_AMONG.search(lead) or counts_visits(lead) or sets_norm(lead[-80:]) or _POINTED.match(plain, figure.span.end):
            return False
        if (
            (figure.unit == "tuổi" and not _AGE.search(lead))
            or figure.unit in ("cấp", "con số", "sao", "trụ cột")
            or _is_away(figure, lead)
            or is_of_each(self.document, figure, clause)
            or self._is_bare_sum(figure)
            or self._is_of_task(standing)
            or counts_seats(figure, lead)
        ):
            return False
        if any(NORMS.match(plain, *head) for head in heads_of(self.document, figure.span.start)):
            return False  # what an article of norms grants to each is no figure of what was or will be
        if figure.money or figure.percent:
            return True
        if _SIGNERS.match(plain, figure.span.end):
            return False  # `lãnh đạo 2 đơn vị ký kết`
        parties = figure.unit and _PARTIES.match(figure.unit) and not (figure.unit == "lần" and _TIMES.search(lead[-20:]))
        if (lead.rstrip().endswith(_AGAIN_ENDS) and _AGAIN.search(lead[-20:])) or parties:
            return False
        if announces_list(self.document, figure) or is_of_paper(figure):
            return False
        return not (before and before.sentence == sentence and figure.number and _HUNG.search(lead[-18:]))

    def _is_bare_sum(self, figure: Figure) -> bool:
        """Whether a sum stands alone in its cell under a heading with its unit, which the row or the table's sums tell."""
        plain, (start, end) = self.document.plain, figure.span
        beside = (plain[max(0, start - 1) : start], plain[end : end + 1])
        return figure.money and figure.quote[-1:].isdigit() and all(sign in ("", "\t", "\n", "|") for sign in beside)

    def _names_a_task(self, figure: Figure) -> bool:
        """Whether the figure stands in the heading that names a task: `2.1. Chế tạo máy sấy công suất 10 tấn/mẻ`."""
        place = layout(self.document).at(figure.span.start)
        block = layout(self.document).blocks[place] if place is not None else None
        return block is not None and block.kind in ("heading", "cell") and block.span.start in self.titles

    def _is_of_task(self, standing: Standing) -> bool:
        """Whether the figure is a task's: in its name, the sum of its row, or what it counts while it is still to be done."""
        figure = standing.figure
        if self._names_a_task(figure) or _is_within(self.budgets, figure.span):
            return True
        return _is_within(self.given, figure.span) and self._stage(*standing, standing.sentence.start) == "plan"

    def _value(self, standing: Standing, before: Standing | None) -> Observation:
        figure, clause, sentence = standing
        whole = self._whole_of(standing)
        place = self.setting.place_beside(clause, figure.span)
        field = field_of(self.document, figure, clause, inside=whole is not None)
        if whole and field:
            place = None
        elif whole:
            part = own_part(self.document, figure, clause)
            field = _HUNG_PART.sub("", squeezed(part.removeprefix(figure.unit or ""))) if part else place
        told = [Told(standing, value.subject) for standing, value in self.recent]
        subject = whole.subject if whole else subject_of(self.document, self.found, standing, before, told)
        return Observation(
            subject=f"{subject} - {field}" if whole and field else subject,
            unit=figure.unit or (whole.unit if whole else None),
            numerator=figure.numerator,
            denominator=figure.denominator,
            qualifier=figure.qualifier,
            period=(self._year_of_part(standing) or whole.period) if whole else self._period(standing),
            place=place or (whole.place if whole else home_place(self.document)),
            field=field,
            stage=whole.stage
            if whole and whole.stage != "actual"
            else self._stage(figure, clause, sentence, clause.start if whole else sentence.start),
            **figure.amounts,
        )

    def _year_of_part(self, standing: Standing) -> Period | None:
        """The year that a part of a sum is told under: `trong đó năm 2024: 5; năm 2025: 7`; None where it is told under none."""
        label = _YEAR_LABEL.search(self.document.plain, standing.clause.start, standing.figure.span.start)
        return Period(label[1], label[2] or label[1]) if label else None

    def _period(self, standing: Standing) -> Period | None:
        figure, clause, sentence = standing
        told = None
        if self.recent and _GOES_ON.match(self.document.plain, sentence.start):
            last, value = self.recent[-1]
            near = self.document.plain.find("\n", last.figure.span.end, sentence.start) < 0
            told = value.period if near else None
        return self.setting.period(figure.span, clause, sentence, heads_of(self.document, figure.span.start), told)

    def _stage(self, figure: Figure, clause: Span, sentence: Span, low: int) -> str:
        """Whether the figure is planned, aimed at or estimated: by the words before it from `low` on, or since it stands in a plan."""
        plain, start = self.document.plain, figure.span.start
        said = self.document.folded[clause.start : start]
        asked = _ASKS.search(plain, clause.start, start) if "e nghi" in said or "n nghi" in said else None
        # `đã chọn 90 bài đề nghị trao giải`
        asked = None if asked and _DONE.search(plain, clause.start, asked.start()) else asked
        lead = plain[max(low, start - 60, plain.rfind(")", low, start) + 1, plain.rfind("; ", low, start) + 1) : start]
        stage = _STAGE.search(plain, start - len(lead), start) if any(map(lead.__contains__, _STAGE_WORDS)) else None
        if stage is not None and ";" in plain[stage.end() : start] and _UNDER_WAY.match(plain, figure.span.end):
            return "actual"  # `…, phấn đấu sẽ hoàn thành; 02 nhiệm vụ đang thực hiện`: the goal was of the part before
        if stage is None and (asked or _is_within(self.given, figure.span) or self._is_approved(figure)):
            return "plan"
        ahead = stage is None and self.aims.is_ahead(start) and not self.aims.is_of_earlier_year(figure, sentence)
        if stage is None and (self.planned or ahead) and not _SO_FAR.search(self.document.plain, sentence.start, sentence.end):
            past = (_PAST.search(self.document.plain, *head) for head in heads_of(self.document, figure.span.start))
            return "actual" if any(past) else "plan"
        return (stage.lastgroup if stage else None) or "actual"

    def _is_approved(self, figure: Figure) -> bool:
        """Whether the figure is a sum in an article of a decision, which is granted and not yet spent; a settled one is spent."""
        if not (figure.money and self.decides):
            return False
        plain, known = self.document.plain, layout(self.document)
        place = known.at(figure.span.start)
        own = () if place is None else (known.blocks[place].span,)
        spans = [*own, *heads_of(self.document, figure.span.start)]
        settled = any(_SETTLED.search(plain, *span) for span in spans)
        return not settled and any(_ARTICLE.match(plain, *span) for span in spans)

    def _whole_of(self, standing: Standing) -> Observation | None:
        """The figure that this one is a part of: it stands in its brackets, or after `trong đó`, counted in the same unit."""
        own = standing.figure
        if held_against(self.document, standing):
            return None
        for whole, value in reversed(self.recent):
            figure = whole.figure
            if standing.clause.start > figure.span.end and whole.clause.contains(own.span):
                lead = self.document.plain[standing.clause.start : own.span.start]
                if changes(lead) or lead.lower().startswith("cùng kỳ ") or _AT_A_TIME.match(lead):
                    return None  # `169 đơn vị (tăng 4 đơn vị)`, `tăng 2% (quý I tăng 3%; quý II tăng 1%)`
                alike = (own.money, own.percent) == (figure.money, figure.percent) and own.unit != "điểm"
                return value if alike else None
        opened = self.recent[0][0].figure.span.end if self.recent else own.span.start
        since = max(opened, own.span.start - LONGEST_BREAKDOWN)
        if own.percent or not stands(self.document, _OF_WHICH_WORDS, since, own.span.start):
            return None
        for whole, value in reversed(self.recent):
            figure = whole.figure
            between = self.document.plain[figure.span.end : own.span.start]
            parted = _OF_WHICH.search(between, 0, 400) if own.money == figure.money and _is_same_unit(own, figure) else None
            if (
                parted
                and _ASIDE.match(between, 0, parted.start())
                and "(" in self.document.plain[whole.clause.start : figure.span.start]
            ):
                continue  # `đạt 91,3% dự toán giao (10.350 triệu đồng); trong đó`: what is parted was told before the brackets
            if parted:
                near = between.count("\n") <= 1 and len(between) < LONGEST_BREAKDOWN
                return (
                    replace(value, subject=value.subject.split(" - ")[0])
                    if near and self._falls_into(figure, figure.span.end + parted.start(), own)
                    else None
                )
        return None

    def _falls_into(self, whole: Figure, of_which: int, part: Figure) -> bool:
        """Whether the words `trong đó` at `of_which` divide this whole, said in their sentence or before it, and that sentence or a list tells the part."""
        sentence = layout(self.document).sentence_at(of_which)
        if not (sentence.contains(whole.span) or sentence.start == of_which):
            return False
        if sentence.contains(part.span):
            return True
        known = layout(self.document)
        place = known.at(part.span.start)
        listed = place is not None and known.blocks[place].kind in ("item", "cell")
        # A paragraph that follows a full stop tells of its own.
        opened = not self.document.quote(sentence).rstrip().endswith((".", "…"))
        return (listed or opened) and "\n" in self.document.plain[sentence.end : part.span.start]

    def _evidence(self, standing: Standing) -> Span:
        """The clause that holds the number, cut at the commas beside it where it is long."""
        figure, clause, _ = standing
        if clause.end - clause.start <= LONGEST_EVIDENCE:
            return clause
        plain = self.document.plain
        start, end = max(clause.start, figure.span.start - LONGEST_EVIDENCE // 2), clause.end
        if start > clause.start:
            comma = plain.find(", ", start, figure.span.start)
            start = comma + 2 if comma > 0 else plain.find(" ", start, figure.span.start) + 1 or figure.span.start
        if end > figure.span.end + LONGEST_EVIDENCE // 2:
            comma = plain.rfind(", ", figure.span.end, figure.span.end + LONGEST_EVIDENCE // 2)
            end = comma if comma > 0 else plain.rfind(" ", figure.span.end, figure.span.end + LONGEST_EVIDENCE // 2)
        return Span(start, max(end, figure.span.end))


_AWAY = Pattern(r"\bcách(?! (?:tân|mạng|thức|làm|ly))\b[^,.;:]{0,60}$")


def _is_away(figure: Figure, lead: str) -> bool:
    """Whether the figure says how far a place lies: `cách trung tâm gần 200 km`."""
    return figure.unit in ("km", "m", "hải lý", "cây số") and _AWAY.search(lead) is not None


def _is_same_unit(own: Figure, whole: Figure) -> bool:
    """Whether both count the same, one perhaps in more words (`lượt đơn vị` and `đơn vị`, `cơ sở` and `cơ sở sản xuất`)."""
    if own.unit is None or whole.unit is None:
        return True
    longer, shorter = sorted((own.unit, whole.unit), key=len, reverse=True)
    return longer.startswith(shorter) or longer.endswith(shorter)


_AT_A_TIME = Pattern(
    r"(?:quý (?:IV|I{1,3}|[1-4])|tháng \d{1,2}|\d{1,2} tháng(?: đầu năm)?)\b[^,;\d]{0,12} (?:tăng|giảm|đạt)\s", re.IGNORECASE
)
_ASIDE = Pattern(r"[^()]{0,40}\)\s?[;,.]?\s*$")
_OF_WHICH_WORDS = cues("rong đó", "rong số đó", "ao gồm", "gồm:")
_OF_WHICH = Pattern(r"[Tt]rong (?:số )?đó\b|[Bb]ao gồm\b|\bgồm(?=:)")
LONGEST_BREAKDOWN = 1_500
LONGEST_EVIDENCE = 260

# A sentence that goes on from the figure before it.
_GOES_ON = Pattern(r"(?:Trong (?:số )?đó|Kết quả|Cụ thể|Theo đó|Riêng|Còn|Tuy nhiên)\b")
_YEAR_LABEL = Pattern(
    r"\b(?:năm|giai đoạn) ((?:19|20)\d\d)(?: ?- ?((?:19|20)\d\d))?(?:\s*:|\s(?:là|có|đạt))?\s*(?:gần\s|trên\s|khoảng\s|hơn\s)?$"
)
_HUNG_PART = Pattern(r"^(?:ở|tại|của|trên địa bàn)\s")
KIND = RecordKind("observation", "số liệu", find_observations, CASES)
