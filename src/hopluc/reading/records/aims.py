"""Aims (đích): whether a figure is aimed at, by the words of its sentence, the head it stands under, or the paper it is in."""

import re

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Cover, Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.head import head
from hopluc.reading.page.clauses import REACH
from hopluc.reading.page.layout import Block, layout
from hopluc.reading.patterns import Matches, Pattern
from hopluc.reading.records.figures import Figure
from hopluc.reading.records.setting import Setting, is_plan, setting_of
from hopluc.reading.records.target.goal_openings import opens_list_of_goals, opens_with_goals, title_of_goals
from hopluc.reading.records.target.goal_runs import follows_a_plan, sentences_before

# What a body announces it will do is a task of its own, whatever the figure in it; what it will have or reach is a target.
_ACTS = r"(?:triển khai|khởi công|tổ chức|xây dựng|đầu tư|thực hiện|tiến hành|cử|trao(?! đổi)|mở|ký|khai trương|khánh thành|đưa|tài trợ|lắp đặt|mua|bàn giao|công bố|khảo sát|kiểm tra|thanh tra|giám sát|rà soát|soạn|biên soạn|trình|nghiệm thu|thuê|chọn|lập(?! được))\b(?! (?:ít nhất|tối thiểu|từ|trên|được|khoảng))"
# Words that say a figure is aimed at; `Hàng năm đã hỗ trợ` and `vượt chỉ tiêu` tell of what was reached instead.
_AIM_WORDS = cues(
    *(
        first + rest
        for firsts, rest in (
            *(
                ("Pp", "hấn đấu"),
                ("Mm", "ục tiêu"),
                ("Cc", "hỉ tiêu"),
                ("Qq", "uyết tâm"),
                ("Hh", "ướng "),
                ("Kk", "ỳ vọng"),
                ("Kk", "ế hoạch năm"),
                ("Kk", "ế hoạch quý"),
            ),
            *(
                ("đ", "ặt ra"),
                ("Đđ", "ề ra "),
                ("Tt", "hông qua "),
                ("Cc", "am kết"),
                ("Bb", "ố trí "),
                ("Pp", "hân bổ "),
                ("Bb", "ảo đảm "),
                ("Đđ", "ảm bảo "),
                ("Dd", "ành "),
                ("Dd", "uy trì "),
                ("Dd", "ự kiến "),
                ("Ưư", "ớc "),
            ),
            *(("s", "ẽ"), ("Đđ", "ến "), ("Tt", "ới "), ("Tt", "rước "), ("Mm", "ỗi "), ("Hh", "ằng "), ("Hh", "àng ")),
        )
        for first in firsts
    )
)
_AIM = Pattern(
    r"(?:(?P<strong>[Pp]hấn đấu|(?<!so với )(?<!đó là )(?<!vượt )(?<!thành )(?<!bằng )(?<!\d )(?<!sung có )(?<!rình )(?:[Mm]ục tiêu|[Cc]hỉ tiêu)|(?:[Đđ]ề ra|[Tt]hông qua) \d+ (?:nhóm )?(?:chỉ tiêu|mục tiêu)|[Qq]uyết tâm|[Kk]ỳ vọng|(?<!với )[Kk]ế hoạch (?:năm|quý [IV\d]+(?: năm |/)) ?(?:19|20)\d\d(?=\s?:\s))|[Hh]ướng (?:tới|đến)|đặt ra|[Cc]am kết"
    r"|(?:[Bb]ố trí|[Bb]ảo đảm|[Đđ]ảm bảo|[Dd]ành|[Dd]uy trì|[Pp]hân bổ) (?:tối thiểu|ít nhất|không dưới|không thấp hơn|từ)"
    # a forecast of what is still to be reached, not of what an event or a budget will have
    r"|(?:[Dd]ự kiến|[Ưư]ớc)(?: (?:đến|hết|trong|cả|cuối|quý|năm|tháng)\b[^.;,:\n]{0,30}?)? (?:sẽ )?đạt"
    r"|[Dd]ự kiến (?:trong |đến |hết )?(?:năm|giai đoạn) [^.;:,\n]{4,12}(?=,)"
    rf"|sẽ(?! (?:được tổ chức|diễn ra|có sự|tham dự|tập trung|{_ACTS})))\b"
    r"|(?P<limit>(?:[Đđ]ến|[Tt]ới|[Tt]rước)(?: hết| cuối| đầu| giữa)?(?: (?:ngày|tháng|quý) [\dIV]{1,4}(?:[/.-]\d{1,2})?(?=[/.-]| năm))?(?:[/.-]|(?: năm)? )(?:19|20)\d\d)\b"
    r"|(?P<often>(?:[Mm]ỗi|[Hh]ằng|[Hh]àng) (?:năm|quý|tháng))\b"
)
_REACHED_WORDS = cues(
    *("Đã", "đã", "vượt", "Đến nay", "đến nay", "Hiện nay", "hiện nay", "Hiện có", "hiện có", "Tính đến", "tính đến"),
    *("kết quả là", "Chỉ ", "chỉ ", "đạt được", "không đạt", "chưa đạt", "thực tế", "So với", "so với"),
    *("Trong tổng số", "trong tổng số", "hoàn thành chỉ tiêu", "thắng lợi nhiều"),
)
REACHED = Pattern(
    r"\b(?:[Đđ]ã(?! (?:biểu quyết |thống nhất |nhất trí )*(?:thông qua|đề ra|đặt ra|xác định|đặt mục tiêu)\b)|vượt|(?:không|chưa) đạt|[Đđ]ến nay|[Hh]iện (?:nay|có)|[Tt]ính đến|kết quả là|đạt được|thực tế|[Ss]o với(?! (?:dân số|tổng|diện tích|số ))|[Tt]rong tổng số|hoàn thành chỉ tiêu|thắng lợi nhiều|(?<!chứng )(?<!tín )(?<!địa )[Cc]hỉ (?:mới |còn )?(?:có|đạt|được))\b"
)
_AFTER_PLAN = Pattern(r"\s*(?:so với|(?:mục tiêu|chỉ tiêu|kế hoạch|dự toán)\b)", re.IGNORECASE)
_NORM = Pattern(
    r"\b(?:không quá|tối đa|không được|không vượt quá|mức chi|mức hỗ trợ|mỗi (?:lớp|khóa|buổi|đợt|đoàn|nhóm|tổ|đội) (?:tối thiểu|ít nhất|từ))\b",
    re.IGNORECASE,
)
# What every match of it holds, without marks: looking for these first spares looking with the pattern.
_NORM_WORDS = ("qua", "toi da", "khong duoc", "muc chi", "muc ho tro", "moi ")
_GOAL_HEAD = Pattern(r"\b(?:mục tiêu|chỉ tiêu|kết quả (?:dự kiến|cần đạt))\b", re.IGNORECASE)
_FUTURE_HEAD = Pattern(
    r"\b(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ chủ yếu|kế hoạch (?:hoạt động|thực hiện|năm|giai đoạn)|nhiệm vụ năm|nhiệm vụ giai đoạn"
    r"|nhiệm vụ(?: và|,) giải pháp|trong thời gian tới|thời gian tới)\b",
    re.IGNORECASE,
)
_PAST_HEAD = Pattern(
    r"\b(?:kết quả|tình hình|thực trạng|đánh giá|tồn tại|hạn chế|sơ kết|tổng kết|hiện trạng|đặc điểm|khái quát|bối cảnh|điều kiện tự nhiên|cơ sở thực tiễn|kiến nghị)\b",
    re.IGNORECASE,
)
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


# `doanh thu đạt …`, `thu 20 tỷ đồng từ …`: sums that are goals; `bố trí kinh phí …`: funds, which the task or the budget tells.
_EARNED = Pattern(
    r"\b(?:đạt|thu(?! hồi)|thu hút|huy động|doanh thu|thu nhập|giá trị|kim ngạch|xuất khẩu|GRDP|GDP|tiết kiệm|lợi nhuận|sản lượng|nộp ngân sách|đầu tư (?:phát triển )?toàn xã hội)\b",
    re.IGNORECASE,
)
_FUNDS = Pattern(
    r"\b(?:kinh phí|dự toán|ngân sách (?!đạt|tỉnh đạt)|mức chi|mức hỗ trợ|hỗ trợ|cấp|tài trợ|tổng vốn(?! đầu tư toàn xã hội)|vốn đối ứng|chi cho|trị giá)\b",
    re.IGNORECASE,
)
_SUM_REACH = 90
_OPENING = len("“- ")
_YEAR_OPENS = Pattern(
    r"(?:\W{0,3}(?:\d{1,2}(?:\.\d{1,2})*[.)]\s)?)?(?:(?:Trong|Sang|Bước sang) )?[Nn]ăm ((?:19|20)\d\d),?\s(?=[^\W\d])"
)
_CONCLUDED = Pattern(r"\b(?:kết luận|chỉ đạo|phương hướng|nhiệm vụ|thống nhất|quyết nghị|biểu quyết)\b", re.IGNORECASE)


def _year_written(document: Document, found: Found) -> int | None:
    """The year a paper was written, by its head or by the first day it tells at its top; None where neither says."""
    stated = head(document).date
    days = (fact.value.iso for fact in found.within("date", Span(0, _TOP)))
    iso = stated or next((day for day in days if day[:4].isdigit()), None)
    return int(iso[:4]) if iso and iso[:4].isdigit() else None


_TOP = 1_500
_MET = Pattern(r"\b(?:[Đđ]ã\b[^.;:]{0,50}\b(?:đạt|thực hiện|hoàn thành)|vượt|hoàn thành)\b[^.;,:]{0,40}$")
_MET_REACH = 100
# `02 nhiệm vụ đang thực hiện quá hạn`: how those counted stand.
_STANDS = Pattern(
    r"[^.;,\n]{0,30}?\b(?:đang (?:thực hiện|triển khai|xử lý|xây dựng)|quá hạn|đã (?:hoàn thành|thực hiện|triển khai))\b"
)
_STRIVES = Pattern(r"\b[Pp]hấn đấu\b[^.;:]*$")
_SETS = Pattern(r"\b(?:đề ra|đặt ra|đặt|thông qua|xác định)\b[^.;:\d]{0,40}(?:\d+ )?(?:chỉ tiêu|mục tiêu)\b")
_OVER_YEAR = Pattern(r"\s*so với (?:cuối )?năm (?:19|20)\d\d")
_COMES_TO_AT_ONCE = Pattern(
    r"\b(?:đạt|chiếm|tăng lên|giảm còn|thành lập mới)\s(?:(?:khoảng|trên|mức|bình quân|từ)\s)*$"
    r"|\bđạt:?\s(?:[^.]|(?<=\d)\.(?=\d))*(?:,|:)\s$"  # `đạt: thịt trâu: 90 tấn; thịt dê: 500 tấn`, `đạt 150 triệu quả trứng, 550 tấn sữa`
)
_COMES_TO = Pattern(
    r"\b(?:đạt|chiếm|ở mức|duy trì|giảm|tăng|có|còn|trên|dưới|được|giữ|thành lập|đón|phục vụ|tạo|thu hút|giải quyết|kết nạp|đào tạo)\b",
    re.IGNORECASE,
)
_OR_MORE = Pattern(r"[^.;,\n]{0,40}?\btrở (?:lên|xuống)\b")


FEWEST_BARS = 2
LONGEST_LABEL = 30  # `Mục tiêu:` alone on its line is as good as a heading


def aims_of(document: Document, found: Found) -> "Aims":
    """What the document aims at, gathered once; the tasks have been read by then."""
    return found.view(document, _gathered)


def _gathered(document: Document, found: Found) -> "Aims":
    return Aims(document, setting_of(document, found), found)


class Aims:
    """Whether a figure is aimed at: by the words of its sentence, the head it stands under, or the plan it is in."""

    def __init__(self, document: Document, setting: Setting, found: Found) -> None:
        self.document = document
        self.setting = setting
        self._tasks = Cover(record.evidence[0] for record in found.records("task") if record.value.lead and record.evidence)
        self.plan = is_plan(document)
        self._written = _year_written(document, found)
        self._aiming = Matches(cued(document, _AIM_WORDS, _AIM))
        self._reached = Matches(cued(document, _REACHED_WORDS, REACHED))
        self._said: tuple[Span, list[re.Match[str]], list[re.Match[str]]] = (Span(0, 0), [], [])
        self._heads: dict[tuple[int, bool], bool | None] = {}

    def holds(self, figure: Figure, sentence: Span) -> bool:
        """Whether `figure` is to be reached."""
        plain = self.document.plain
        cues, reached = self._cues(sentence)
        before = [
            cue
            for cue in cues
            if cue.start() < figure.span.start and not self._is_estimate(cue) and not self._is_aside(cue, figure, sentence)
        ]
        strong = [cue.start() for cue in before if cue["strong"] and not (figure.money and cue[0].lower() == "kỳ vọng")]
        striven = any(cue[0].lower() == "phấn đấu" for cue in before) or self.sets(figure, sentence)
        compared = _AFTER_PLAN.match(plain, figure.span.end) is not None and not striven
        if compared and not (
            _OVER_YEAR.match(plain, figure.span.end)
            and (any(cue["limit"] for cue in before) or self._goes_on(figure, sentence))
        ):
            return self.is_goal(figure.span.start) and not reached
        if self._is_norm(figure, sentence) or _STANDS.match(plain, figure.span.end):
            return False
        told = any(
            match.start() < figure.span.start and (not strong or match.start() > strong[-1])
            for match in reached
            if match[0].lower() != "so với" or ";" not in plain[match.end() : figure.span.start]
        )
        if figure.percent and not told and self._is_asked_by(figure.span, sentence):
            return True
        if not strong and (
            self._is_of_task(figure.span) or (figure.money and not self._is_sum_aimed_at(figure, before, sentence))
        ):
            return False
        if before and not told:
            agreed = _AGREED.search(plain, sentence.start, before[0].start()) is not None
            told_so = agreed or any(not cue["often"] for cue in before) or self.is_ahead(figure.span.start)
            return told_so or self._goes_on(figure, sentence)
        if not told and self._is_resolved(figure, sentence):
            return True
        if told or self.is_of_earlier_year(figure, sentence):
            return False
        return self._is_set_by_head(figure.span.start) or self._goes_on(figure, sentence)

    def _goes_on(self, figure: Figure, sentence: Span) -> bool:
        """Whether a share or a bound stands in a sentence that goes on with goals told before it: `… đặt mục tiêu … . Tỷ lệ … đạt từ 55% trở lên.`"""
        plain, start = self.document.plain, figure.span.start
        bounded = figure.qualifier is not None or figure.min is not None or _OR_MORE.match(plain, figure.span.end) is not None
        parts = layout(self.document)
        place = parts.at(sentence.start)
        if place is None or parts.blocks[place].kind != "paragraph" or self._tells(sentence):
            return False
        comes = figure.percent or bounded or _COMES_TO_AT_ONCE.search(plain, sentence.start, start)
        # `100% văn bản được ký số; 85% tại cấp huyện và 65% tại cấp xã`
        opens = figure.percent and (start - sentence.start < _OPENING or plain.endswith(("; ", " và ", "Theo đó, "), 0, start))
        if not comes or not (opens or _COMES_TO.search(plain, sentence.start, start)):
            return False
        if figure.percent and follows_a_plan(self.document, place, sentence.start):
            return True
        for said in sentences_before(self.document, place, sentence.start):
            if self._tells(said):
                return False
            if any(cue["strong"] or (cue["limit"] and self._opens_ahead(cue, said)) for cue in self._aiming.within(*said)):
                return True
        return False

    def _tells(self, sentence: Span) -> bool:
        """Whether a sentence tells of what was reached; what it compares with tells nothing of it: `tăng 50% so với năm 2020`."""
        return any(match[0].lower() != "so với" for match in self._reached.within(*sentence))

    def _is_estimate(self, cue: re.Match[str]) -> bool:
        """Whether words such as `ước đạt` tell what a time that ends has come to: anywhere but in a plan or under a head of what is to come."""
        return cue[0][0] in "Ưư" and not self.is_ahead(cue.start())

    def _is_aside(self, cue: re.Match[str], figure: Figure, sentence: Span) -> bool:
        """Whether words that aim stand in brackets closed before the figure: `khối bộ đạt 63% (mục tiêu 70%), khối tỉnh đạt 18%`."""
        plain, start = self.document.plain, cue.start()
        closed = plain.find(")", cue.end(), figure.span.start) >= 0
        return closed and plain.rfind("(", sentence.start, start) > plain.rfind(")", sentence.start, start)

    def _is_norm(self, figure: Figure, sentence: Span) -> bool:
        """Whether the words before a figure make it a limit that a rule sets."""
        low, end = max(sentence.start, figure.span.start - 80), figure.span.start
        said = self.document.folded[low:end]
        return any(map(said.__contains__, _NORM_WORDS)) and _NORM.search(self.document.plain, low, end) is not None

    def is_of_earlier_year(self, figure: Figure, sentence: Span) -> bool:
        """Whether the words before a figure give it a year before the paper was written: `năm 2017 là 610 doanh nghiệp`."""
        times = self.setting.times(Span(max(sentence.start, figure.span.start - _SUM_REACH), figure.span.start))
        years = [time.period.end for time in times if time.bound is None and time.period.start == time.period.end]
        return bool(years and self._written and (years[-1] or "")[:4].isdigit() and int((years[-1] or "")[:4]) < self._written)

    def _is_sum_aimed_at(self, figure: Figure, before: list[re.Match[str]], sentence: Span) -> bool:
        """Whether a sum is to be earned, raised or reached by a term, under a head of goals or as resolved; funds to be spent are none."""
        plain, low = self.document.plain, max(sentence.start, figure.span.start - _SUM_REACH)
        if self._is_resolved(figure, sentence):
            return True
        if _FUNDS.search(plain, low, figure.span.start) or not _EARNED.search(plain, low, figure.span.start):
            return False
        return any(cue["limit"] for cue in before) or self.is_goal(figure.span.start) or self._goes_on(figure, sentence)

    def _is_resolved(self, figure: Figure, sentence: Span) -> bool:
        """Whether a figure stands in a sentence of conclusions that opens with a year to come: `Năm 2027 làm tiếp 9 đề tài, mở mới 6 đề tài`."""
        year = _YEAR_OPENS.match(self.document.plain, sentence.start, figure.span.start)
        if year is None or not self._written or int(year[1]) <= self._written:
            return False
        heads = layout(self.document).above(layout(self.document).at(sentence.start) or 0)
        return any(_CONCLUDED.search(self.document.plain, *block.span) for block in heads)

    def _cues(self, sentence: Span) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
        """The words of a sentence that aim, and those that tell of what was reached; kept while figures share the sentence."""
        if self._said[0] != sentence:
            cues = [cue for cue in self._aiming.within(*sentence) if self._aims(cue, sentence)]
            self._said = (sentence, cues, self._reached.within(*sentence))
        return self._said[1], self._said[2]

    def _aims(self, cue: re.Match[str], sentence: Span) -> bool:
        """Whether a word aims at something: goals that were met (`đã đạt và vượt các chỉ tiêu`) lie behind."""
        if cue["limit"]:
            return self._opens_ahead(cue, sentence)
        low = max(sentence.start, cue.start() - _MET_REACH)
        return not (cue[0].lower() in ("mục tiêu", "chỉ tiêu") and _MET.search(self.document.plain, low, cue.start()))

    def strives(self, figure: Figure, sentence: Span) -> bool:
        """Whether the words right before a figure strive for it: `phấn đấu đạt 9/15 tiêu chí`."""
        low = max(sentence.start, figure.span.start - _MET_REACH)
        return _STRIVES.search(self.document.plain, low, figure.span.start) is not None

    def sets(self, figure: Figure, sentence: Span) -> bool:
        """Whether the sentence sets the goals that a figure is among: `đề ra các chỉ tiêu: … xây dựng 3/4 trạm đạt chuẩn`."""
        return _SETS.search(self.document.plain, sentence.start, figure.span.start) is not None

    def _opens_ahead(self, cue: re.Match[str], sentence: Span) -> bool:
        """Whether `đến năm 2030` opens a clause (in a title it aims at nothing) and lies after the days the document tells of."""
        plain = self.document.plain
        start = cue.start()
        opens = start - sentence.start <= 8 or plain[start - 2 : start - 1] in ",;:(" or plain[start - 1] in '“"('
        latest = self.setting.latest_year
        return opens and (latest is None or int(cue["limit"][-4:]) > latest)

    def is_ahead(self, offset: int) -> bool:
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
        return self._tasks.holds(span)

    def is_goal(self, offset: int) -> bool:
        """Whether the words at `offset` stand under a head such as `Mục tiêu`."""
        return bool(self._by_head(offset, goals_only=True))

    def _by_head(self, offset: int, *, goals_only: bool) -> bool | None:
        """What the nearest telling head says: True for goals or the future, False for the past, None where none tells."""
        parts = layout(self.document)
        place = parts.at(offset)
        if place is not None and opens_with_goals(self.document, place):
            return True
        parent = parts.blocks[place].parent if place is not None else None
        if parent is None:
            return True if title_of_goals(self.document) else None
        if (parent, goals_only) not in self._heads:
            heads = [parts.blocks[parent], *parts.above(parent)]
            self._heads[parent, goals_only] = next(
                (told for head in heads if (told := self._says(head, goals_only)) is not None),
                True if title_of_goals(self.document) else None,
            )
        return self._heads[parent, goals_only]

    def _says(self, head: Block, goals_only: bool) -> bool | None:
        plain, (start, end) = self.document.plain, head.span
        if _PAST_HEAD.search(plain, start, end):
            return False
        if _GOAL_HEAD.search(plain, start, end) and (head.kind == "heading" or not goals_only or end - start < LONGEST_LABEL):
            return True
        if head.kind != "heading" and opens_list_of_goals(self.document, head.body):
            return True
        return True if not goals_only and _FUTURE_HEAD.search(plain, start, end) else None
