"""Work: what the readers of tasks share: verbs that begin a task, the bodies and terms around it, and what is no task."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Document, Span, words_begin, words_end
from hopluc.reading.facts import Fact, Found, Record
from hopluc.reading.head import head
from hopluc.reading.kept import kept
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.layout import Block, Layout, layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.anchors import anchors
from hopluc.reading.records.setting import Setting, heads_of, setting_of
from hopluc.reading.records.task.partners import behind_partners
from hopluc.reading.records.task.value import Task
from hopluc.reading.records.times_said import Time

ACTIONS = (
    "xây dựng|triển khai|tổ chức|ký kết|tiếp tục|hoàn thành|hoàn thiện|nghiên cứu|rà soát|ban hành|đề xuất|lập|thành lập|khảo sát|đánh giá|"
    "thực hiện|phê duyệt|trình|cập nhật|biên soạn|phát triển|đầu tư|mua sắm|vận hành|áp dụng|ứng dụng|chuyển giao|hỗ trợ|đào tạo|tập huấn|"
    "tham mưu|kết nối|số hóa|nâng cấp|sửa đổi|bổ sung|tham gia|kiện toàn|thẩm định|công bố|đăng cai|cử|bố trí|phân bổ|thí điểm|xúc tiến|"
    "mời|thu hút|soạn thảo|dự thảo|báo cáo|hướng dẫn|kiểm tra|tổng hợp|cân đối|quy hoạch|thiết kế|thi công|khởi công|khai trương|bàn giao|"
    "tiếp nhận|điều tra|thống kê|thu thập|xác định|lựa chọn|tuyển chọn|đặt hàng|nghiệm thu|quy định|sơ kết|tổng kết|chủ trì|phối hợp|đưa|"
    "sản xuất|cải tạo|trồng|cấp(?! bách)(?! thiết)(?! ủy)|ký|đàm phán|chuẩn bị|tham vấn|lấy ý kiến|đôn đốc|theo dõi|giám sát|xử lý|chế tạo|thử nghiệm|cải tiến"
)
ACTION = Pattern(rf"(?<!\w)(?:{ACTIONS})(?!\w)", re.IGNORECASE)
# Standing duties and exhortations, which have no end that could be reached.
_STANDING = Pattern(
    r"(?:thường xuyên |chủ động |kịp thời |tích cực |tiếp tục |tập trung )*(?:theo dõi|đôn đốc|hướng dẫn|kiểm tra(?=,| và| việc| tình hình| kết quả| quá trình| các (?:cơ quan|đơn vị|sở|ngành)|\W*$)|giám sát|tham mưu(?! (?:kiện toàn|xây dựng|ban hành|trình|thành lập|phê duyệt|kế hoạch|đề án|nghị quyết|quyết định))|tăng cường|đẩy mạnh|"
    r"nâng cao|phối hợp chặt chẽ|quản lý|bảo đảm|đảm bảo|tạo (?:mọi )?điều kiện|tuyên truyền|khuyến khích|tổng hợp|cân đối|bố trí (?:đủ |kịp thời )?(?:kinh phí|ngân sách|nguồn lực|nguồn vốn|vốn)[^.;]{0,40}?thực hiện|căn cứ|định kỳ|"
    r"chịu trách nhiệm|là (?:cơ quan|đơn vị|đầu mối)|(?:tổ chức )?(?:triển khai )?thực hiện (?:nghiêm|tốt|đầy đủ|có hiệu quả|hiệu quả|các (?:nhiệm vụ|nội dung)|nhiệm vụ|chức năng|quyết định|việc)|"
    r"làm tốt|phát huy|quán triệt|lồng ghép|chỉ đạo|phối hợp với các|có trách nhiệm|có nhiệm vụ|thi hành|huy động|thống nhất|khai thác|mở rộng|"
    r"tiếp tục (?:quan tâm|phối hợp|duy trì))(?!\w)",
    re.IGNORECASE,
)
_EVENT = Pattern(
    r"(?:phối hợp )?(?:đăng cai )?(?:tổ chức|khai mạc|bế mạc) (?:thành công )?(?:\d+ |các |một |nhiều |lớp |khóa )*(?:hội (?:nghị|thảo|chợ|thi)|đại hội|lễ|đoàn|khóa|lớp|cuộc|triển lãm|chợ|phiên|"
    r"ngày hội|tuần lễ|diễn đàn|techfest|techdemo|tọa đàm|giải|chuyến|buổi|họp|tham quan|sự kiện)(?!\w)",
    re.IGNORECASE,
)
_COOPERATION = Pattern(
    r"(?:chủ trì|đầu mối|chủ động)?,?\s*(?:và )?(?:chủ trì|phối hợp|cùng)(?: chặt chẽ)?(?:,? (?:với|cùng)| )", re.IGNORECASE
)
_DEADLINE = Pattern(
    r"(?:trước|trong|chậm nhất(?: là)?|vào|đến hết|hết|xong)\s+"
    r"(?:(?:cuối |đầu |giữa |hết )?(?:ngày|tháng|qu[ýí]|năm)\s+(?:(?!\s(?:báo cáo|trình|gửi|để|cho|theo|phải|tổng hợp|nhằm)\b)(?:[^,.;()]|(?<=\d)\.(?=\d))){1,30}|\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?"
    r"|(?:vòng|thời hạn) \d{1,3} (?:ngày|tuần|tháng)|\d{1,3} (?:ngày|tuần)(?: làm việc)?)",
    re.IGNORECASE,
)
_RECURRENCE = Pattern(
    r"\b(?:định kỳ )?(?:(?:hàng|hằng|mỗi) (?:năm|quý|tháng|tuần)(?: (?:một|hai|1|2) lần)?|(?:\d{1,2}|hai|ba|bốn|sáu|chín) (?:năm|tháng|tuần) (?:một|1) lần|(?:một|1) (?:năm|quý|tháng|tuần) (?:một|hai|[1-4]) lần)\b"
    r"|(?<!giáo dục )\bthường xuyên\b|\bđịnh kỳ(?: (?:\d{1,2}|hai|ba|bốn|sáu|chín) (?:năm|tháng|tuần)| (?:năm|quý|tháng|tuần))?\b",
    re.IGNORECASE,
)
# What every match of the two holds, without marks: looking for it first spares looking with the pattern.
_DEADLINE_WORDS = ("truoc", "trong", "cham nhat", "vao", "het", "xong")
_WHEN = Pattern(r"(?:trong )?(?:năm|quý|tháng) (?:\d{1,4}|[IV]{1,3})(?:/\d{4}| năm \d{4})?,? ", re.IGNORECASE)
_RECURRENCE_WORDS = ("hang ", "moi ", "thuong xuyen", "dinh ky", " lan")
# `về việc xây dựng …` tells what a paper is about, `Hội nghị kết nối …` is the name of a conference.
_NO_ACTION_BEHIND = ("việc ", "để ", "tác ", "về ", "theo ", "nghị ", "thảo ", "đàn ", "lễ ", "Lễ ")
_SIDE_BY_SIDE = Pattern(r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:[,;/&|+-]|và|cùng)?\s*(?:- )?")
_BESIDE = Pattern(r"\b(?:với|cùng)\s$")  # who is worked with is no subject
_TERM = Pattern(r"(?:giai đoạn|thời kỳ|\()\s*$", re.IGNORECASE)
_OF_A_PAPER = Pattern(
    r"\b(?:chương trình|kế hoạch|đề án|dự án|chiến lược|thỏa thuận|quy hoạch|nghị quyết)\b[^.;,\n]{0,90}$", re.IGNORECASE
)
_MOOD_DONE = Pattern(r"ket qua|tinh hinh|danh gia|da dat duoc|so ket|tong ket|cong tac to chuc")
_MOOD_WANTED = Pattern(
    r"noi dung (?:phoi hop|hop tac)$|kien nghi|de xuat|muc tieu|can cu|quan diem|phuong huong|giai phap|dinh huong|nhiem vu (?:trong tam|nam|giai doan|thang|quy)|ke hoach|thoi gian toi"
)
_MOOD_MEANT = Pattern(r"nhiem vu")  # what is to be done, but for a part of a chapter on results: `II. Nhiệm vụ khoa học`
_ASKED_HEAD = Pattern(
    r"(?!.*(?:ket luan|phan cong|tra loi|giai trinh|giai quyet))(?:(?:(?:cac|mot so|nhung|y kien)\s)*(?:kien nghi|de xuat|de nghi)|.*kien nghi)"
)
_AIMS = Pattern(r"(?:cac |nhung )?(?:muc tieu|chi tieu)\b[^\n]{0,60}$")
_DIRECTIVES = ("kế hoạch", "chương trình hành động", "quyết định", "chỉ thị")
LONGEST = 380
_LONGEST_HEADING = 120


def _month(end: str | None) -> int:
    """The month in which an ISO year, quarter, month or day ends, counted through the years; 0 where none is said."""
    year, _, part = (end or "0").partition("-")
    if not year.isdigit():
        return 0
    said = part[:2].lstrip("Q")
    month = int(said) * (3 if part.startswith("Q") else 1) if said.isdigit() else 12
    return 12 * int(year) + month


def _is_day(period: Period) -> bool:
    return len(period.start or "") == len("2015-10-02")


class Work:
    """One document as the readers of tasks see it."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document, self.found = document, found
        self.text = document.plain
        self.layout: Layout = layout(document)

    @kept
    def _setting(self) -> Setting:
        return setting_of(self.document, self.found)

    @kept
    def is_directive(self) -> bool:
        """Whether the paper says what others are to do: in it a peer is petitioned, and work is done only where it says so."""
        return head(self.document).doc_type in _DIRECTIVES

    def words(self, span: Span) -> str:
        """The words at `span` on one line, without the stops at their ends."""
        return " ".join(self.document.quote(span).split()).strip(" ;.,:…-/")

    def headed(self, span: Span) -> str:
        """The words at `span` as a title begins."""
        words = self.words(span)
        if "”" in words and words.count("“") < words.count("”"):
            # What is told stands in quotation marks, and who says so behind it.
            words = words[: words.rindex("”")].rstrip(" .;,…")
        return words[:1].upper() + words[1:]

    @staticmethod
    def named(fact: Fact) -> str:
        """The canonical name of a body, else as written."""
        return str(fact.value.canonical or " ".join(fact.quote.split()))

    def lead(self, span: Span) -> str | None:
        """The body a lead's cell names: canonical where it is known, else as written."""
        fact = self.found.first("organisation", span)
        written = self.words(span)
        if fact and fact.value.canonical and fact.span.start - span.start <= 12:
            return "; ".join(self._side_by_side(span)) or str(fact.value.canonical)
        return written or None

    def _side_by_side(self, span: Span) -> tuple[str, ...]:
        """The bodies that a cell names side by side; those behind other words do something else there than lead."""
        last: int | None = None
        for fact in self.found.within("organisation", span):
            if last is not None and _SIDE_BY_SIDE.fullmatch(self.text, last, fact.span.start) is None:
                break
            last = fact.span.end
        return self.bodies(Span(span.start, last)) if last is not None else ()

    def bodies(self, span: Span) -> tuple[str, ...]:
        """The organisations named within `span`, by canonical name; a unit's parent, which its name holds, is not named again."""
        named = dict.fromkeys(fact.value.canonical or fact.quote for fact in self.found.within("organisation", span))
        return tuple(name for name in named if not any(unit.endswith(f", {name}") for unit in named))

    def body_at(self, start: int, end: int, reach: int = 3) -> Fact | None:
        """The organisation that begins at `start`, give or take some signs."""
        return next(
            (fact for fact in self.found.within("organisation", Span(start, end)) if fact.span.start <= start + reach), None
        )

    def body_before(self, end: int, low: int) -> Fact | None:
        """The organisation that ends right before `end`, as the subject of a verb."""
        named = list(self.found.within("organisation", Span(low, end)))
        between = self.text[named[-1].span.end : end] if named else ""
        return (
            named[-1]
            if named and re.fullmatch(r"\s*(?:\([^)]{1,40}\)\s*)?(?:(?:cũng|đã|đang|vừa|cơ bản)\s*)*", between)
            else None
        )

    def subject(self, verb: int, sentence: Span) -> str | None:
        """The body that does what the verb says, by canonical name; None where none stands right before it."""
        fact = self.body_before(verb, sentence.start)
        beside = fact is not None and _BESIDE.search(self.text, max(sentence.start, fact.span.start - 16), fact.span.start)
        return fact.value.canonical if fact and not beside else None

    def action(self, start: int, end: int) -> int | None:
        """Where the first verb of action begins that is no part of an organisation's name."""
        named = [fact.span for fact in self.found.within("organisation", Span(start, end))]
        for verb in ACTION.finditer(self.text, start, end):
            held = any(name.contains(Span(*verb.span())) for name in named)
            if not held and not self.text.endswith(_NO_ACTION_BEHIND, max(start, verb.start() - 6), verb.start()):
                return verb.start()
        return None

    def core(self, span: Span) -> tuple[Span, tuple[str, ...]]:
        """A task without `chủ trì, phối hợp với …` at its head, and the bodies that co-operate."""
        opening = _COOPERATION.match(self.text, span.start, span.end)
        if opening is None:
            return span, ()
        start = behind_partners(self.document, self.found, opening.end(), span.end)
        start = self.action(opening.end(), span.end) if start is None else start
        if start is None or self.text[start : start + 8].lower().startswith("phối hợp"):
            return span, ()
        return Span(start, span.end), self.bodies(Span(opening.end(), start))

    def is_finite(self, span: Span) -> bool:
        """Whether the words tell of something that can be finished: no standing duty, no event; a deadline settles it."""
        if _EVENT.match(self.text, span.start, span.end):
            return False
        return not _STANDING.match(self.text, span.start, span.end) or self.due(span) is not None

    def is_event(self, span: Span) -> bool:
        """Whether the words tell of a conference, a fair, a trip or a course, which are events."""
        return _EVENT.match(self.text, span.start, span.end) is not None

    def due(self, span: Span) -> str | None:
        """The deadline as written."""
        deadline = self._deadline(span)
        return self.words(deadline) if deadline else None

    def until(self, deadline: Span | None) -> str | None:
        """The day or month that a deadline names, ISO; None where it names a quarter, a year or a length of time."""
        fact = self.found.first("date", deadline) if deadline is not None else None
        return str(fact.value.iso) if fact is not None else None

    def _deadline(self, span: Span) -> Span | None:
        said = self.document.folded[span.start : span.end]
        found = _DEADLINE.search(self.text, span.start, span.end) if any(map(said.__contains__, _DEADLINE_WORDS)) else None
        return Span(*found.span()) if found else None

    def has_figures(self, span: Span) -> bool:
        """Whether a count or a sum is said within `span`."""
        return any(next(self.found.within(kind, span), None) is not None for kind in ("quantity", "money"))

    def recurrence(self, span: Span) -> str | None:
        """How often, as written."""
        said = self.document.folded[span.start : span.end]
        found = _RECURRENCE.search(self.text, span.start, span.end) if any(map(said.__contains__, _RECURRENCE_WORDS)) else None
        return found[0].lower() if found else None

    def behind_recurrence(self, start: int, end: int) -> int:
        """Where the words go on behind how often that they open with: `định kỳ hằng quý tổng hợp …`; `start` where they do not."""
        while (often := _RECURRENCE.match(self.text, start, end) or _WHEN.match(self.text, start, end)) is not None:
            start = words_begin(self.text, often.end(), end, " ,")
        return start

    def period(self, span: Span) -> Period | None:
        """The term that holds for what `span` says: stated in it, in its sentence, or by what it stands under. A day is no term."""
        due = self._deadline(span)
        own = self._time_of(due)
        for fact in self.found.within("period", span):
            if not isinstance(fact.value, Period) or not _TERM.search(
                self.text, max(span.start, fact.span.start - 20), fact.span.start
            ):
                continue
            if due is None or due.start < fact.span.start or not _OF_A_PAPER.search(self.text, span.start, fact.span.start):
                return fact.value
            # The term is that of the paper to be made: `xây dựng Chương trình giai đoạn 2016-2020 … trong quý I/2016`.
            return own.period if own is not None and not _is_day(own.period) else None
        if (
            own is not None
            and own.bound is None
            and (len(own.period.start or "") < len("2015-10") or "Q" in (own.period.start or ""))
        ):
            return own.period  # `biên soạn 05 bộ tài liệu trong năm 2017`, `trình trong quý II/2026`
        sentence = self.layout.sentence_at(span.start)
        period = self._setting.period(Span(span.start, span.start), span, sentence, heads_of(self.document, span.start))
        if period is None or _is_day(period):
            return None
        return None if period is self._setting.reported_period and self._is_ahead_of(period, span) else period

    def _time_of(self, deadline: Span | None) -> Time | None:
        """The time a deadline names; None where it names a length of time, or there is no deadline."""
        return next(self._setting.times(deadline), None) if deadline is not None else None

    def _is_ahead_of(self, period: Period, span: Span) -> bool:
        """Whether a task lies past what the report reports on: by a deadline of its own, or as it stands in a section on what is to come."""
        limit = self._time_of(self._deadline(span))
        if limit is not None:
            return _month(limit.period.end) > _month(period.end)
        return self.mood(span.start) == "wanted"

    def section(self, offset: int) -> str | None:
        """The number of the nearest numbered heading."""
        numbers = [block.number for block in self.layout.section_of(offset) if block.number]
        return numbers[-1] if numbers else None

    def block(self, offset: int) -> Block | None:
        place = self.layout.at(offset)
        return None if place is None else self.layout.blocks[place]

    def is_asked(self, offset: int) -> bool:
        """Whether what stands at `offset` is under a heading of petitions."""
        heads = self.layout.section_of(offset)
        return any(
            _ASKED_HEAD.match(self.document.folded, block.body.start, block.body.end)
            for block in heads[-2:]
            if not self.is_prose(block)  # an article whose text speaks of requests is no heading of them
        )

    def times(self, span: Span) -> Iterator[Time]:
        """The times said inside `span`, outside citations."""
        return self._setting.times(span)

    def is_prose(self, block: Block) -> bool:
        """Whether a block is running text: no cell, and no heading but a numbered paragraph that stands where headings do."""
        if block.kind != "heading":
            return block.kind != "cell"
        ends = self.text[block.body.end - 1 : block.body.end] in ".;"
        return block.number is not None and (ends or block.body.end - block.body.start > _LONGEST_HEADING)

    def is_told(self, offset: int) -> bool:
        """Whether `offset` stands in running text that reports what was done: no table, heading, petition or plan."""
        block = self.block(offset)
        if block is None or block.kind in ("cell", "heading"):
            return False
        above = self.layout.blocks[block.parent].body if block.parent is not None else None
        if above is not None and _AIMS.match(self.document.folded, above.start, above.end):
            return False
        return self.mood(offset) != "wanted"

    def mood(self, offset: int) -> str | None:
        """Whether the nearest heading that tells it tells of what was `done` or is `wanted`; None where none does."""
        meant = False
        for heading in reversed(self.layout.section_of(offset)):
            words = self.document.folded[heading.body.start : heading.body.end]
            if _MOOD_DONE.search(words):
                return "done"
            if _MOOD_WANTED.search(words):
                return "wanted"
            meant = meant or _MOOD_MEANT.search(words) is not None
        return "wanted" if meant else None

    def task(self, span: Span, *more: Span, **known: object) -> Record:
        """A task told by `span`; what is not given is looked for in it."""
        core, cooperating = self.core(span)
        fields: dict[str, object] = {
            "title": self.headed(Span(core.start, min(core.end, core.start + LONGEST))),
            "cooperating": cooperating,
            "period": self.period(span),
            "due": self.due(span),
            "until": self.until(self._deadline(span)),
            "recurrence": self.recurrence(span),
            "section": self.section(span.start),
        }
        fields |= {"until": None} if known.get("due", "") is None else {}
        fields |= known
        evidence = Span(span.start, min(span.end, span.start + LONGEST))
        return Record("task", Task(**fields), (evidence, *more))  # type: ignore[arg-type]

    def sentences_with(self, pattern: Pattern, *words: str, back: int = 0) -> Iterator[tuple[re.Match[str], Span]]:
        """Each place where `pattern` matches, `back` signs before one of `words` (as anchors give them), with its sentence."""
        for offset in anchors(self.document, *words):
            match = pattern.match(self.text, max(0, offset - back))
            if match is None:
                continue
            sentence = self.layout.sentence_at(match.start())
            if sentence.start <= match.start() < sentence.end:
                yield match, sentence

    def clauses(self, span: Span) -> Iterator[Span]:
        """The clauses of `span`, in order."""
        at = span.start
        while at < span.end:
            clause = self.clause(at, span)
            yield clause
            stop = self.text.find(";", clause.end, span.end)
            at = words_begin(self.text, stop + 1, span.end) if stop >= 0 else span.end

    def clauses_behind(self, clause: Span, sentence: Span) -> Iterator[Span]:
        """The clauses of `sentence` that a semicolon divides from `clause`, in order."""
        return self.clauses(Span(min(clause.end + len("; "), sentence.end), sentence.end))

    def clause(self, start: int, sentence: Span) -> Span:
        """From `start` to the next semicolon or the end of the sentence, stops left out."""
        stop = self.text.find(";", start, sentence.end)
        end = stop if stop >= 0 else sentence.end
        return Span(start, words_end(self.text, start, end, " ;.,…:/\n\t"))
