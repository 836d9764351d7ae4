"""Tasks that a narrative tells of: what was finished, the projects under way, and lists of them."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Span, words_begin
from hopluc.reading.facts import Record
from hopluc.reading.head import head
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.own_sides import issuer_of
from hopluc.reading.records.task.terms import is_term
from hopluc.reading.records.task.verbs import MADE, is_vague
from hopluc.reading.records.task.work import Work

_LEADS_TO = Pattern(r"(?:Đã |Chủ trì,? )+", re.IGNORECASE)
_MANY_MADE = Pattern(r"(?:\s[^\W\d]+){0,2}\s(?:các|nhiều|một số|hàng (?:chục|trăm))\s")
_FEWEST = 6
_KINDS = r"(?:nhiệm vụ|đề tài|dự án|đề án|tiểu dự án|mô hình|công trình|chương trình)"
_DONE = Pattern(r"(?:hoàn (?:thành|thiện)|khai trương|đưa vào (?:hoạt động|vận hành|sử dụng))\b", re.IGNORECASE)
_DONE_BEFORE = Pattern(r"\b(?:hoàn (?:thành|thiện)|khai trương)\b", re.IGNORECASE)
_DONE_WORDS = ("hoan thanh", "hoan thien", "khai truong", "dua vao")
_NOT_DONE = Pattern(
    r"(?:để|nhằm|sẽ|phấn đấu|cần|phải|có thể|sớm|chưa|không|dự kiến|trước khi|sau khi|khi|tiến độ|thời gian|thời hạn|mức|tỷ lệ|việc|giúp|được|tiếp tục|dự|lễ|chứng kiến|tình hình)\s+$",
    re.IGNORECASE,
)
_ASKED = Pattern(
    r"\b(?:mục tiêu|đề nghị|kiến nghị|yêu cầu|(?<!chuyển )(?<!bàn )giao|(?<!Ban )chỉ đạo|cam kết|mong muốn|kỳ vọng|dự kiến|sẽ)\b",
    re.IGNORECASE,
)
_VAGUE = Pattern(
    r"hoàn thành(?=[,.;)]|\s(?:chưa|đúng|trước|vào|và|nhưng|còn)\b)|hoàn thành (?:bước|giai đoạn|đợt|khâu|phần|một phần|cơ bản|xong)\b|"
    r"hoàn thành (?:(?:cấp|bậc|chương trình) )+(?:mầm non|tiểu học|trung học)\b|"
    r"hoàn (?:thành|thiện) (?:tốt |xuất sắc |vượt mức |toàn diện |cơ bản )*(?:các |những |mọi |hệ thống )?(?:mục tiêu|chỉ tiêu|kế hoạch(?! (?:xây|triển))|nhiệm vụ|cơ chế|thể chế|chính sách|tiêu chí|hồ sơ)"
    r"|hoàn (?:thành|thiện) (?:tiến độ )?(?P<part>\d+)/(?!(?P=part)\b)\d+\b"
    r"|hoàn (?:thành|thiện) \d{1,3} (?:nhiệm vụ|đề tài|dự án|đề án|công trình|mô hình)(?=[,.;)])"
    r"|hoàn (?:thành|thiện) \d{1,3} (?!nhiệm vụ|đề tài|dự án|đề án|công trình|mô hình)",
    re.IGNORECASE,
)
_HAS_BEEN = Pattern(r"\b(?:[Đđ]ã|[Vv]ừa|[Đđ]ến nay)\b")  # a paper that orders tells of what was done in so many words
_TENSE = Pattern(r"\b(?:[Đđ]ã|[Vv]ừa|[Đđ]ến nay|[Đđ]ang)\b")
_KIND = Pattern(_KINDS, re.IGNORECASE)
_KIND_WORDS = ("nhiem vu", "de tai", "du an", "de an", "mo hinh", "cong trinh", "chuong trinh")
_PROJECT_WORDS = ("nhiem vu", "de tai", "du an", "de an", "mo hinh")
_LISTING = Pattern(rf"\b(?:bao gồm|gồm|đó là|là|như|cụ thể|như sau|sau)(?: các {_KINDS})?(?: sau)?$", re.IGNORECASE)
_PROJECT = Pattern(
    r"\b(?:triển khai|thực hiện|tham gia|xây dựng|nghiệm thu)(?: (?:thực hiện|nghiên cứu|xây dựng|thí điểm))?[ ](?P<count>\d{1,3}[ ])?$",
    re.IGNORECASE,
)
_PILOT = Pattern(r"triển khai thí điểm ", re.IGNORECASE)
_DRAFT = Pattern(
    r"(?:soạn thảo|dự thảo|đang xây dựng|đang hoàn thiện)[^.;]{0,40}?(?=\b(?:Kế hoạch|Đề án|Quy chế|Chương trình|Chiến lược|Quy hoạch|Nghị quyết)\b)",
    re.IGNORECASE,
)
_GENERIC = Pattern(
    rf"(?:các |những )?{_KINDS}(?:[,.;]|[ ](?:được giao|trên|này|nói trên|do |có liên quan|liên quan|của (?:chương trình|các|ngành|thành phố|tỉnh|mình)|trọng tâm|đã |phát triển kinh tế|về (?!nghiên cứu)|(?:năm|tháng|quý) [\dIV]))",
    re.IGNORECASE,
)
_JOINT = Pattern(r"phối hợp với ", re.IGNORECASE)
_MANY = Pattern(r"\w+ \w+ (?:các|nhiều|\d+)\b")
_BY_WHEN = Pattern(r"\b(?:trước|vào|đến) năm 20|\btrước (?:ngày|tháng|quý|\d)")
_WORKED = Pattern(r"triển khai|thực hiện|hợp tác|nghiên cứu|chủ trì", re.IGNORECASE)
_LEADS = Pattern(rf"\b(?:đồng )?(?:chủ trì|triển khai|thực hiện) {_KINDS}[^“\"]{{0,40}}[“\"]$", re.IGNORECASE)
_QUOTED = Pattern(r"[“\"]([^”\"“]{8,260})[”\"](?:\s*\(([^()]{3,120})\))?")
_NAMED_QUOTE = Pattern(
    rf"\b{_KINDS}(?: (?:cấp \w+|khoa học|nghiên cứu|hợp tác|quốc tế|cấp nhà nước|và công nghệ)){{0,3}}:?[ ]$", re.IGNORECASE
)
_BEFORE_QUOTE = len("nhiệm vụ khoa học và công nghệ cấp tỉnh: ")
_LISTED_QUOTE = Pattern(r"(?:^|[:;,\n-]\s?)$")
_OPEN_QUOTE = Pattern(r"[“\"]")
_SOLUTIONS = Pattern(r"(?:,| và)? (?:nhóm )?giải pháp\b")  # `7 nhiệm vụ và giải pháp trọng tâm: …`: what is meant in general
_GIVERS = ("tài trợ", "hỗ trợ")  # who pays for a project does not lead it
# `Tiếp tục thực hiện Dự án “…”`: the task is to go on with the project, not the project alone.
_GOES_ON = Pattern(rf"(?:[Tt]iếp tục|[Đđ]ẩy nhanh)(?: (?:triển khai|thực hiện|thi công|hoàn thiện))+ (?i:{_KINDS}):? [“\"]$")
_QUOTES = ("“", '"', "«")
_CHAIRED = Pattern(
    r"\s(?:do|được)\s(?P<body>(?:[^.;:\n]|(?<=[A-Z])\.(?=\s?[^\W\d_a-z])){4,120}?)\s(?:làm )?(?P<role>chủ trì|chủ nhiệm|thực hiện|chủ đầu tư|triển khai|nghiên cứu|chuyển giao|tài trợ|hỗ trợ|đảm nhận)\b"
)
# `do ThS. A làm chủ nhiệm, Viện B chủ trì`: who hosts the project is named behind who heads it.
_HOSTED = Pattern(r",?\s(?:(?:và|do|cơ quan chủ trì là|đơn vị chủ trì là)\s)?(?=[^.;:,\n]{4,120}?(?:chủ trì|thực hiện|[.;,]))")
_PARTNER = Pattern(r"\b(?:với|cùng|giữa)\s")
_PARTNER_REACH = len("các Viện chuyên ngành thuộc ")
_REACH = 260
_SHORTEST = 28
_SHORTEST_MEMBER = 30
_BEFORE_PILOT = len("triển khai ")
_TAIL = Pattern(
    r",\s(?:góp phần|nhằm|qua đó|đạt|được|tạo|từ đó|triển khai đạt|(?:với )?(?:tổng )?(?:kinh phí|vốn|giá trị|mức đầu tư))\b|\s-\s(?:đây là|là)\b|\s\("
)
_STATUS = Pattern(
    r"(?:triển khai )?đạt kết quả tốt|đang [^,.;]{3,40}|(?:đã |được )+nghiệm thu|đã hoàn thành|hoàn thành|triển khai tốt"
    r"|(?:mới|chỉ|đã) đạt(?: được)? [\d,]+\s?% (?:khối lượng|tiến độ|kế hoạch)|(?:đang |còn |bị )?chậm (?:tiến độ|\d+ (?:ngày|tuần|tháng))"
)


def done(work: Work) -> Iterator[Record]:
    """What a body is said to have finished or put to use, and what it did jointly with a named body."""
    last = -1
    for match, sentence in work.sentences_with(_DONE, *_DONE_WORDS):
        start = match.start()
        if work.text[start - 1 : start] in _QUOTES:
            continue  # `dự án “Hoàn thiện công nghệ …”` names a project, which may not be finished
        if (
            start < last
            or not work.is_told(start)
            or _VAGUE.match(work.text, start)
            or _is_subject_of_paper(work, sentence, start)
            or _is_wanted(work, sentence, start)
            or (work.is_directive and not _HAS_BEEN.search(work.text, sentence.start, start))
        ):
            continue
        clause = work.clause(start, sentence)
        last = clause.end
        if match[0].lower() == "hoàn thiện" and not _is_begun(work, sentence, start):
            continue
        if match[0].lower() == "khai trương" and work.subject(start, sentence) is None:
            continue  # an event
        if (
            clause.end - clause.start < _SHORTEST
            or is_term(work, clause)
            or _BY_WHEN.search(work.text, clause.start, clause.end)
        ):
            continue
        yield work.task(_short(work, clause), lead=work.subject(start, sentence), status="hoàn thành", due=None)
    yield from _jointly(work)


def reported(work: Work) -> Iterator[Record]:
    """What a body tells in its own report that it made, one item each without a subject: `2.1. Hoàn thiện quy trình …`, `- Chủ trì biên soạn …`."""
    if head(work.document).doc_type != "báo cáo":
        return
    author = issuer_of(work.document, work.found)
    for block in work.layout.blocks:
        if author is None or not _is_report(work, block):
            continue
        opening = work.layout.first_sentence(block.body)
        clause = work.clause(opening.start, opening)
        core, cooperating = work.core(clause)
        leads = _LEADS_TO.match(work.text, core.start, core.end)
        made = MADE.match(work.text, leads.end() if leads else core.start, core.end)
        few = len(work.text[core.start : core.end].split()) < _FEWEST
        if made is None or few or _MANY_MADE.match(work.text, made.end(), core.end) or is_vague(work.text, core):
            continue
        yield work.task(_short(work, clause), lead=author.name, cooperating=cooperating, status="hoàn thành", due=None)


def _is_report(work: Work, block: Block) -> bool:
    """Whether a block is a numbered or bulleted statement of what was done."""
    return (
        (block.kind == "item" or (block.kind == "heading" and block.number is not None and work.is_prose(block)))
        and work.mood(block.body.start) == "done"
        and not work.is_asked(block.body.start)
    )


def _is_begun(work: Work, sentence: Span, offset: int) -> bool:
    """Whether `hoàn thiện` at `offset` opens its sentence, or has a subject or a tense: else it is one of the ends that something serves."""
    opens = not work.text[sentence.start : offset].strip(" -–+*“")
    return opens or _TENSE.search(work.text, sentence.start, offset) is not None or work.subject(offset, sentence) is not None


def _is_subject_of_paper(work: Work, sentence: Span, offset: int) -> bool:
    """Whether the words at `offset` say what the paper named right before them is about: `Công văn 12/UBND-KT hoàn thiện đề án …`."""
    named = list(work.found.within("legal_reference", Span(sentence.start, offset)))
    return bool(named) and not work.text[named[-1].span.end : offset].strip(" :-–")


def _is_wanted(work: Work, sentence: Span, offset: int) -> bool:
    """Whether what stands at `offset` is asked for, meant or promised rather than told."""
    near = max(sentence.start, offset - 24)
    return _NOT_DONE.search(work.text, near, offset) is not None or _ASKED.search(work.text, sentence.start, offset) is not None


def _jointly(work: Work) -> Iterator[Record]:
    for match, sentence in work.sentences_with(_JOINT, "phoi hop voi"):
        opens = match.start() == sentence.start or work.text[match.start() - 2 : match.start()] in ("; ", ": ")
        if not opens or not work.is_told(match.start()) or work.body_at(match.end(), sentence.end) is None:
            continue
        clause = work.clause(match.start(), sentence)
        core, cooperating = work.core(clause)
        told = core.start > clause.start and work.is_finite(core) and not _MANY.match(work.text, core.start, core.end)
        if told and not _ASKED.search(work.text, sentence.start, match.start()):
            yield work.task(clause, cooperating=cooperating, status="triển khai")


def listed(work: Work) -> Iterator[Record]:
    """The members of a list of tasks, projects or schemes that a sentence gives."""
    last = -1
    for match, sentence in work.sentences_with(_KIND, *_KIND_WORDS[:-1]):
        colon = _list_begins(work, match.end(), sentence)
        if colon is None or match.start() < last or not work.is_told(match.start()):
            continue
        before = work.text[sentence.start : match.start()]
        if _ASKED.search(before) or _DONE_BEFORE.search(before) or _SOLUTIONS.match(work.text, match.end()):
            continue
        last = sentence.end
        for item, owner in _members(work, Span(colon, sentence.end)):
            lead = work.lead(owner) if owner else _partner(work, sentence, match.start())
            yield work.task(item, lead=lead, status="triển khai", cooperating=())


def _list_begins(work: Work, offset: int, sentence: Span) -> int | None:
    """Where the members begin, when the words from `offset` on open a list; None where they do not."""
    colon = work.text.find(":", offset, min(sentence.end, offset + _REACH))
    if colon < 0 or not _LISTING.search(work.text, max(offset, colon - 60), colon):
        return None
    return words_begin(work.text, colon + 1, sentence.end)


def _partner(work: Work, sentence: Span, end: int) -> str | None:
    """Who the work is done with, as written: `các Viện chuyên ngành thuộc Viện …` of `phối hợp với … triển khai`."""
    start = work.document.folded.find("phoi hop voi ", sentence.start, end)
    body = work.found.first("organisation", Span(max(start, 0), end))
    if start < 0 or body is None:
        return None
    opened = start + len("phối hợp với ")
    return work.words(Span(opened if body.span.start - opened < 50 else body.span.start, body.span.end))


def _members(work: Work, span: Span) -> Iterator[tuple[Span, Span | None]]:
    """The list's members, each with the body named in brackets behind it: in quotes, between semicolons, or as items below."""
    quoted = list(_QUOTED.finditer(work.text, span.start, span.end))
    if quoted and quoted[0].start() - span.start < 3:
        for quote in quoted:
            yield Span(*quote.span(1)), Span(*quote.span(2)) if quote[2] else None
    elif span.end - span.start < 4:
        blocks, place = work.layout.blocks, work.layout.at(span.start)
        for child in work.layout.children.get(place, []):
            if blocks[child].kind == "item":
                yield blocks[child].body, None
    elif ";" in work.text[span.start : span.end]:
        for clause in work.clauses(span):
            if clause.end - clause.start > _SHORTEST_MEMBER:
                yield clause, None


def projects(work: Work) -> Iterator[Record]:
    """Projects, pilots and drafts that a narrative names one by one."""
    yield from _quoted(work)
    for match, sentence in work.sentences_with(_KIND, *_PROJECT_WORDS):
        verb = _PROJECT.search(work.text, max(sentence.start, match.start() - 40), match.start())
        if verb is None or _GENERIC.match(work.text, match.start()) or _is_no_work(work, verb, match, sentence):
            continue
        named = work.subject(verb.start(), sentence) or _is_partnered(work, Span(match.start(), sentence.end))
        if not verb["count"] or named:
            yield from _project(work, verb.start(), match.start(), sentence)
    for match, sentence in work.sentences_with(_PILOT, "thi diem", back=_BEFORE_PILOT):
        yield from _project(work, match.start(), match.end(), sentence)
    for match, sentence in work.sentences_with(_DRAFT, "soan thao", "du thao", "dang xay dung", "dang hoan thien"):
        if not work.text.endswith(_DRAFTS_NAMED, sentence.start, match.start()):
            yield from _project(work, match.start(), match.end(), sentence)


# Before drafts that are only named: `các báo cáo, tờ trình và dự thảo nghị quyết`.
_DRAFTS_NAMED = ("và ", "các ", "những ", "trình ", "với ", "của ", "vào ", "về ", "thiện ", "luận ", "số ")


def _is_no_work(work: Work, verb: re.Match[str], kind: re.Match[str], sentence: Span) -> bool:
    """Whether a verb before a project's kind tells no work: who takes part in a model, how things stand, what a letter is about."""
    joins = verb[0].lower().startswith("tham gia") and kind[0].lower() == "mô hình"
    stands = work.text.endswith(_NO_DOING, sentence.start, verb.start())
    return joins or stands or work.text.startswith(_ABOUT, sentence.start)


# Before a verb: how things stand, what is meant by something else, or the name of a plan.
_NO_DOING = ("tình hình ", "tiến độ ", "quá trình ", "để ", "nhằm ", "kế hoạch ", "Kế hoạch ", "KẾ HOẠCH ")
_ABOUT = ("V/v", "v/v", "V/V", "Về việc")


def _is_partnered(work: Work, rest: Span) -> bool:
    """Whether what is counted is done with a named body; `xây dựng 04 mô hình` alone is a figure, not a task."""
    clause = work.clause(rest.start, rest)
    partner = _PARTNER.search(work.text, clause.start, clause.end)
    return partner is not None and work.body_at(partner.end(), clause.end, reach=_PARTNER_REACH) is not None


def _quoted(work: Work) -> Iterator[Record]:
    """Projects by their quoted titles: behind the word for a project, or in a list where each is followed by who leads it."""
    for quote in _QUOTED.finditer(work.text):
        start = quote.start()
        named = _NAMED_QUOTE.search(work.text, max(0, start - _BEFORE_QUOTE), start)
        chaired = _CHAIRED.match(work.text, quote.end(1) + 1)
        if not named and not (chaired and _LISTED_QUOTE.search(work.text, max(0, start - 3), start)):
            continue
        sentence = work.layout.sentence_at(start)
        if chaired or work.found.first("legal_reference", sentence) is None:
            yield from _titled_project(work, Span(*quote.span(1)), chaired, sentence)


def _titled_project(work: Work, title: Span, chaired: re.Match[str] | None, sentence: Span) -> Iterator[Record]:
    """The project of a quoted title, where its sentence says that it was worked on, who leads it or how it stands."""
    asked = work.is_asked(title.start) or _ASKED.search(work.text, sentence.start, title.start) is not None
    leading = _leading(work, title, sentence)
    if (asked and (chaired is not None or leading)) or (chaired is None and not leading and not work.is_told(title.start)):
        return
    status = _STATUS.search(work.text, title.end, sentence.end)
    if not (chaired or status or _WORKED.search(work.text, sentence.start, title.start)):
        return
    going_on = _GOES_ON.search(work.text, sentence.start, title.start)
    clause = work.clause(title.end, sentence)
    term = work.found.first("period", clause)
    chair = None if chaired is None or chaired["role"] in _GIVERS else work.body_at(chaired.start("body"), sentence.end)
    host = _HOSTED.match(work.text, chaired.end(), sentence.end) if chaired and chair is None else None
    chair = work.body_at(host.end(), sentence.end, reach=0) if host else chair
    words = Span(going_on.start(), title.end + 1) if going_on else title
    following = _OPEN_QUOTE.search(work.text, title.end + 1, clause.end)
    end = min(clause.end, following.start() if following else clause.end, words.start + _REACH)
    yield work.task(
        Span(words.start, max(words.end, end)),
        title=work.words(words),
        cooperating=(),
        status=status[0] if status else "triển khai",
        period=term.value if term else work.period(title),
        **({"lead": chair.value.canonical or work.words(chair.span)} if chair else leading),
    )


def _leading(work: Work, title: Span, sentence: Span) -> dict[str, str]:
    """The body that leads a project before its quoted title: `Viện A chủ trì đề tài “…”`; empty where none does."""
    leads = _LEADS.search(work.text, max(sentence.start, title.start - _BEFORE_QUOTE), title.start)
    subject = work.subject(leads.start(), sentence) if leads else None
    return {"lead": subject} if subject else {}


def _project(work: Work, start: int, name: int, sentence: Span) -> Iterator[Record]:
    clause = work.clause(start, sentence)
    if work.text.startswith(_ABOUT, work.text.rfind("\n", 0, start) + 1):
        return  # what a letter is about
    if clause.end - name < _SHORTEST or not work.is_told(start) or _ASKED.search(work.text, sentence.start, start):
        return
    if _list_begins(work, name, sentence) is not None:
        return
    chaired = _CHAIRED.search(work.text, name, clause.end)
    chair = work.body_at(chaired.start("body"), clause.end) if chaired else None
    if chaired and chair and chaired.start() - name >= _SHORTEST:
        clause = Span(clause.start, chaired.start())
    money = work.found.first("money", clause)
    status = _STATUS.search(work.text, sentence.start, sentence.end)
    yield work.task(
        _short(work, clause),
        lead=chair.value.canonical if chair else work.subject(start, sentence),
        status=status[0] if status else "triển khai",
        budget=money.value.amount if money else None,
    )


def _short(work: Work, clause: Span) -> Span:
    """A clause without the praise or purpose that trails it."""
    tail = _TAIL.search(work.text, clause.start + 30, clause.end)
    return Span(clause.start, tail.start()) if tail else clause
