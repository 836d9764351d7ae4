"""Tasks that a clause tells with its own verb: `Sở A bàn giao …`, `Viện B sẽ khởi công …`, `Bộ C hướng dẫn … trước ngày …`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from hopluc.reading.document import Document, Span, words_begin
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.page.clauses import end_of_body, sentence_with
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.anchors import SAID, anchors
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.parties import parties_after
from hopluc.reading.records.task.bare_subjects import bare_subjects
from hopluc.reading.records.task.leaders import is_told_by_leader
from hopluc.reading.records.task.turns import behind_many, is_next_subject, until_also, until_others
from hopluc.reading.records.task.verbs import ACT, EXHORTED, MADE, NEVER_DONE, is_vague
from hopluc.reading.records.task.work import Work

# Between a body's name and its verb: an abbreviation in brackets, then words of time, duty and manner.
_HOW = Pattern(
    r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:,\s*)?(?:(?:trong |vào )?(?:đầu |cuối |giữa )?(?:ngày|tháng|quý|năm) [\dIV][\w/.]{0,12}(?: năm \d{4})?,? )?"
    r"(?P<how>(?:(?:cũng|đã|đang|vừa|sẽ|cần|phải|sớm|lại|dự kiến|tiếp tục|tích cực|nỗ lực|chủ động|khẩn trương|chính thức|trực tiếp|nhanh chóng|kịp thời"
    r"|bước đầu|cơ bản|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm(?: chính)?(?: trong việc)?|chỉ đạo(?: việc)?(?= (?:xây dựng|triển khai|rà soát|nghiên cứu|bố trí|lập|hoàn thiện|ban hành|trình|đầu tư|thực hiện|đẩy nhanh)\b)|được (?:giao|phân công|yêu cầu)(?: nhiệm vụ)?(?: cụ thể)?(?:,? (?:bao )?gồm)?|cam kết|hứa|nhận(?! (?:định|thấy|xét|thức|được))|đồng ý|chủ trì(?! phối)(?: việc)?|đồng chủ trì|xin|kiên quyết|có (?:kế hoạch|biện pháp|phương án)(?: cụ thể)?(?! và))\s+)*)"
    r"(?P<with>(?:(?:chủ trì|làm đầu mối|chủ động)?,?\s*(?:và )?(?:phối hợp(?: chặt chẽ)?|cùng)\s+(?:(?:với|cùng)\s+)?)?)"
)
_TOLD = Pattern(r"\b(?:đã|vừa|đang)\b")
_AHEAD = Pattern(r"(?:Từ nay|(?:Trong t|T)hời gian tới|Sắp tới|Tới đây)\b")
_BOUND = Pattern(
    r"\b(?:sẽ|cần|phải|sớm|dự kiến|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|được (?:giao|phân công|yêu cầu)|cam kết|hứa|nhận|đồng ý|khẩn trương|kịp thời)\b"
)
# In conclusions it tells a peer what to do; elsewhere it is a petition.
_PLEASE = Pattern(r"(?:Đồng thời,? )?(?:đề nghị|yêu cầu)\s", re.IGNORECASE)
# Whom nobody gives orders to: what they are asked for is a petition wherever it stands.
_ABOVE = Pattern(
    r"(?:Tỉnh|Thành|Quận|Huyện) ủy|(?:Thủ tướng )?Chính phủ|Quốc hội|(?:Ủy ban|Ban) Thường vụ|Ban Bí thư|Bộ Chính trị|Bộ (?!phận)|HĐND|Hội đồng nhân dân|Trung ương"
)
_TITLES = r"(?:(?:Đồng chí|sau đó|Các|Riêng|Lãnh đạo|Tập thể|Giám đốc|Thủ trưởng|Chánh|Chủ tịch|Bộ trưởng|Viện trưởng|Hiệu trưởng|Cục trưởng|Vụ trưởng|Tổng Giám đốc|Trưởng|đồng thời|còn|và|riêng|do đó|giám đốc|thủ trưởng)\s+)"
_OPENING = Pattern(
    r"(?:(?:Trong|Năm|Ngày|Từ|Đến|Sang|Cùng|Cũng|Sau|Trước|Tại|Theo|Bên cạnh|Ngoài ra|Đồng thời|Tiếp|Thực hiện|Nhằm|Để|Qua|Giai đoạn|Quý|Tháng|Mới đây|Vừa qua|Hiện|Nhờ|Về phía|Về|Với|Riêng|Đặc biệt|Ngay|Được|Khi|Nhân|Vào|Cuối|Đầu|Giữa|Kể từ|Tính đến|Dự kiến|Đợt|Vụ|Kỳ|Hôm|Tuần|Bước sang|Song song|Hằng|Hàng"
    rf"|Chiều|Sáng|Tối|Cụ thể|Thời gian tới|Sắp tới|Tới đây|Tháng này|Tuần này|Năm nay|Hằng năm|Hàng năm|Mỗi năm|Trên cơ sở|Căn cứ|Nhân dịp|Cùng ngày|Cùng dịp)[^;:\n]{{0,150}},\s+)?(?:(?:Trong |Vào |Đến |Từ |Sang )?(?:đầu |cuối |giữa )?(?:ngày |tháng |quý |năm )?(?:\d|[IV]{{1,3}}\b)[\d/.]{{0,9}}(?:(?: năm |\s?-\s?|/)[\d/]{{4,10}})?\s?[,:]?\s+)?(?:[Tt]ừ nay (?:đến|tới) (?:hết |cuối )*(?:năm|tháng|quý)(?: [\dIV/]{{1,7}}| nay)?,?\s+)?{_TITLES}{{0,2}}",
    re.IGNORECASE,
)
_SAYS = Pattern(  # each begins with one of SAID
    r"(?:cho biết|khẳng định|thông tin|chia sẻ|cho hay|nhấn mạnh|thống nhất|nhất trí|quyết định|theo đó|báo cáo)(?: thêm)?(?:,|:| là| rằng|(?= (?:[A-ZĐỦ]|(?:tháng|quý|năm|tuần) (?:này|tới|sau|nay))))\s?(?:(?:tháng|quý|năm|tuần) (?:này|tới|sau|nay),?\s)?",
    re.IGNORECASE,
)
_CLAUSE = Pattern(r"[;:]\s|,\s(?=(?:sau đó|đồng thời|còn|trong khi)\s)")
_JOINED = Pattern(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:,|và\b|cùng\b)\s")
# What is told of many at once says nothing that one could finish: `chuyển giao hàng chục quy trình`, `xây dựng nhiều mô hình`.
_MANY = Pattern(
    r"(?:\s(?!nhiều|một|các|những|hàng)[^\W\d]+)?(?:\s(?:được|trên|gần|hơn|khoảng|tổng cộng|thành công|thêm|mới))*\s(?:hàng (?:chục|trăm|nghìn)|(?:với |cho )?(?:nhiều|một số|các|những)\s)"
)
# `Viện A thuộc Viện B lắp đặt …`: the unit acts, not what it belongs to.
_UNIT_OF = Pattern(r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:thuộc|trực thuộc|của)\s")
_LONGEST_PARENT = 160
_ORDERS = frozenset(
    (
        "quyết định",
        "chỉ thị",
        "thông tư",
        "thông tư liên tịch",
        "nghị định",
        "nghị quyết",
        "kế hoạch",
        "chương trình",
        "chương trình hành động",
        "thông báo",
        "kết luận",
        "quy chế",
        "thỏa thuận",
        "thỏa thuận hợp tác",
    )
)
_REQUEST = Pattern(r"\W*(?:\d+[.)] ?)?Đề nghị ")
_WANTED_HEAD = Pattern(
    r"ket luan|thong nhat\b|to chuc thuc hien|phan cong|trach nhiem|giao nhiem vu|nhiem vu|ke hoach|phuong huong|thoi gian toi|cuoi nam|chi dao|yeu cau"
    r"|ghi chu|dieu khoan|giai phap|cam ket|sua doi|ban hanh moi|tien do|nghia vu|se thuc hien|xu ly|giao viec"
)
_TOLD_HEAD = Pattern(
    r"ket qua|cong tac chi dao|tinh hinh|da dat duoc|so ket|tong ket|cong tac to chuc|da thuc hien|thuc trang|danh gia|bao cao"
)
_SIGNED = Pattern(
    r"noi dung (?:hop tac|phoi hop)|(?:ky ket|da ky|theo) (?:ban |bien ban )?(?:thoa thuan|ghi nho|hop tac|chuong trinh)|ky ket"
)
_STANDS = Pattern(
    r"(?:là|làm) (?:cơ quan |đơn vị |tổ |bộ phận )?(?:thường trực|đầu mối|chủ trì|chủ đầu tư|chuyên trách|giúp việc)|họp\b|giữ vai trò|chịu trách nhiệm chung"
)
# `Viện A chủ trì đề tài chọn tạo giống …`: what is led is the task.
_PROJECT = Pattern(
    r"(?:(?:đã|đang|sẽ|cùng|tiếp tục|được giao|làm|đồng)\s+)*(?:chủ trì|thực hiện|triển khai|chủ nhiệm|đảm nhận)(?: (?:thực hiện|triển khai|nghiên cứu))*\s(?P<kind>(?:đề tài|dự án|đề án|nhiệm vụ)(?: cấp \w+(?: \w+)?| khoa học(?: và công nghệ)?| nghiên cứu)*) "
    r"(?!(?:này|trên|theo|do|được|của|trong|tại|và|khoa học)\b|\d|,)(?=\w+(?: \w+){4})"
)
_SIGNS_PAPER = Pattern(
    r"ký(?: kết)? (?:\w+ )?(?:hợp đồng|thỏa thuận|biên bản|bản ghi nhớ|ghi nhớ|chương trình (?:phối|hợp)|quy chế phối)",
    re.IGNORECASE,
)
_PROMISED = Pattern(r"\b(?:sẽ|cam kết)\b")
# What stands right before a body that is no subject: looking for these first spares reading the clause.
_NO_SUBJECT = (
    "của ",
    "với ",
    "tại ",
    "cho ",
    "về ",
    "là ",
    "từ ",
    "do ",
    "ở ",
    "đến ",
    "theo ",
    "giữa ",
    "gồm ",
    "trình ",
    "báo cáo ",
    "thuộc ",
    "gửi ",
)
_TENSE = Pattern(r"\b(?:đã|đang|vừa|sẽ)\b")
_LED_TO = 60
# `Nhóm nghiên cứu của Viện A đã …`: who works for a body acts for it.
_WORKS_FOR = Pattern(
    r"(?:[Nn]hóm (?:nghiên cứu|tác giả|chuyên gia|kỹ sư|cán bộ)|(?:[Cc]ác |[Đđ]ội ngũ )(?:nhà khoa học|chuyên gia|cán bộ|kỹ sư)(?: khoa học| kỹ thuật)?) (?:của|thuộc) $"
)
_OF_GROUP = ("của ", "thuộc ", "của \n", "thuộc \n")  # what every match of it ends with
_TERMS = 1_500
_OPENING_REACH = 400
_ALSO = Pattern(r"(?:,? và|,)? đồng thời (?=phối hợp|\w)")
_GIVES = Pattern(r"(?:giao|phân công|yêu cầu) (?=[^\W\d_a-zà-ỹ])")  # what others are to do is theirs
_FEWEST_TOLD, _FEWEST_ORDERED = 5, 4


def acted(work: Work) -> Iterator[Record]:
    """A task for each clause whose subject is a named body and whose verb says what it did, does or is told to do."""
    end = end_of_body(work.document)
    done = -1
    for body in sorted((*work.found.of("organisation"), *bare_subjects(work)), key=lambda fact: fact.span):
        if body.span.start < done:
            continue
        if body.span.start >= end:
            return
        act = _act(work, body)
        if act is None:
            continue
        for record in act:
            done = max(done, record.evidence[0].end)
            yield record


def _act(work: Work, body: Fact) -> Iterator[Record] | None:
    """The tasks of the sentence whose subject `body` is; None where it is the subject of no act."""
    text = work.text
    block = work.block(body.span.start)
    if block is None or not work.is_prose(block):
        return None
    of_group = text.endswith(_OF_GROUP, 0, body.span.start)
    group = _WORKS_FOR.search(text, max(0, body.span.start - _LED_TO), body.span.start) if of_group else None
    if group is None and text.endswith(_NO_SUBJECT, max(0, body.span.start - len("báo cáo ")), body.span.start):
        return None
    end = behind_many(work, _end_of_unit(work, body))
    joined = _JOINED.match(text, end)
    how = None if joined else _HOW.match(text, end)
    if how and not (how["with"].strip() or _is_followed(text, how)):
        return None
    sentence = sentence_with(work.document, body.span)
    if not sentence.start <= body.span.start < sentence.end:
        return None
    begins = is_next_subject(work, body.span, sentence)
    if not (begins or _is_subject(work, group.start() if group else body.span.start, sentence.start)):
        return None
    if work.is_asked(body.span.start):
        return None
    clause = until_also(work, until_others(work, work.clause(body.span.start, sentence)))
    others = tuple[str, ...]()
    listed = parties_after(work.document, work.found, body.span.start, clause.end) if joined else ()
    if any(not work.found.first("organisation", party.span) for party in listed):
        return None  # who acts is not known
    if listed[1:]:
        end, others = listed[-1].span.end, tuple(party.name for party in listed[1:])
    if joined:
        how = _HOW.match(text, end)
    return _told(work, body, Span(how.start("how") if how else end, clause.end), others, sentence)


def _is_followed(text: str, how: re.Match[str]) -> bool:
    """Whether a verb stands behind the words of time, duty and manner."""
    return (
        any(verb.match(text, how.end()) for verb in (ACT, DOES, _STANDS)) or _PROJECT.match(text, how.start("how")) is not None
    )


def _end_of_unit(work: Work, body: Fact) -> int:
    """Where the naming of a body ends, with the parent that words such as `thuộc` put behind it."""
    of = _UNIT_OF.match(work.text, body.span.end)
    parent = work.body_at(of.end(), of.end() + _LONGEST_PARENT, reach=0) if of else None
    return parent.span.end if parent else body.span.end


def _is_subject(work: Work, offset: int, low: int) -> bool:
    """Whether a body named at `offset` opens its clause, but for words of time, place and title; `low` is where its sentence begins."""
    low = max(low, offset - _OPENING_REACH)
    if work.is_directive and _REQUEST.match(work.text, low, offset):
        return False
    begun = [clause.end() for clause in _CLAUSE.finditer(work.text, low, offset)]
    begin = begun[-1] if begun else low
    sayings = work.document.view(_sayings)
    for start in reversed(sayings[bisect_left(sayings, begin) : bisect_left(sayings, offset)]):
        said = _SAYS.match(work.text, start, offset + 1)
        if said is not None:
            begin = min(said.end(), offset)
            break
    begin = words_begin(work.text, begin, offset)
    asked = _PLEASE.match(work.text, begin, offset)
    if asked and (
        not _is_ordered(work, offset)
        or (asked[0].lower().endswith("đề nghị ") and (_ABOVE.match(work.text, asked.end()) or work.is_directive))
    ):
        return False
    begin = asked.end() if asked else begin
    return _OPENING.fullmatch(work.text, begin, offset) is not None or _is_led_to(work, Span(begin, offset))


def _is_led_to(work: Work, opening: Span) -> bool:
    """Whether a few words and a comma stand before the subject of a verb with its tense: `Không dừng ở đó, Cục A đã …`."""
    words = work.text[opening.start : opening.end]
    if not words.endswith(", ") or len(words) > _LED_TO or any(sign in words[:-2] for sign in ",:;()“"):
        return False
    body = work.body_at(opening.end, opening.end + _LONGEST_PARENT, reach=0)
    how = _HOW.match(work.text, body.span.end) if body else None
    named = work.found.first("organisation", opening) or work.found.first("person", opening)
    return named is None and how is not None and _TENSE.search(how["how"]) is not None


def _sayings(document: Document) -> list[int]:
    """Where words such as `cho biết` stand, in order."""
    return list(anchors(document, *SAID))


def _told(work: Work, body: Fact, rest: Span, others: tuple[str, ...], sentence: Span) -> Iterator[Record]:
    """The task of one clause, and those of the clauses behind it that have the same subject."""
    how = _HOW.match(work.text, rest.start, rest.end)
    said = how["how"] if how else ""
    often = work.recurrence(Span(max(sentence.start, body.span.start - _LED_TO), body.span.start))
    ahead = _AHEAD.match(work.text, sentence.start, body.span.start) is not None
    bound = ahead or often is not None or _is_ordered(work, body.span.start) or is_told_by_leader(work, body.span.start)
    ordered = _BOUND.search(said) is not None or (not _TOLD.search(said) and bound)
    if not ordered and said.rstrip().endswith("chỉ đạo"):
        return
    if _PROMISED.search(said) and _is_a_term(work, sentence):
        return
    record = _task(work, body, rest, others, ordered=ordered)
    if record is not None:
        yield replace(record, value=replace(record.value, recurrence=record.value.recurrence or often))
    elif not (
        how and (_STANDS.match(work.text, how.end(), rest.end) or (ordered and EXHORTED.match(work.text, how.end(), rest.end)))
    ):
        return
    following = work.text.find(";", rest.end, sentence.end)
    also = _ALSO.match(work.text, rest.end, sentence.end)
    if also is not None and record is not None:
        second = _task(
            work, body, Span(also.end(), work.clause(also.end(), sentence).end), (), ordered=ordered, opens=also.end()
        )
        if second is not None:
            yield second
    if ordered and following >= 0:
        for clause in work.clauses(Span(following + 1, sentence.end)):
            opens = words_begin(work.text, *clause)
            behind = work.behind_recurrence(opens, clause.end)
            start = behind if ACT.match(work.text, behind, clause.end) else opens
            if work.body_at(start, clause.end, reach=0) is not None:
                continue
            if _goes_on(work, start, clause):
                more = _task(work, body, Span(start, clause.end), (), ordered=True, opens=opens)
                if more is not None:
                    yield more


def _goes_on(work: Work, start: int, clause: Span) -> bool:
    """Whether a clause behind a semicolon tells what the same subject does besides: a verb, or with whom it does it."""
    how = _HOW.match(work.text, start, clause.end)
    if how is not None and how["with"].strip():
        return work.body_at(how.end(), clause.end, reach=0) is not None
    begin = how.end() if how is not None and how["how"] else start
    return ACT.match(work.text, begin, clause.end) is not None or (
        work.due(clause) is not None and DOES.match(work.text, begin, clause.end) is not None
    )


def _is_a_term(work: Work, sentence: Span) -> bool:
    """Whether a promise without any time of its own is told among the terms of an agreement, which the agreement's contents hold."""
    if next(work.times(sentence), None) is not None:
        return False
    heads = work.layout.section_of(sentence.start)
    low = max(heads[-1].span.start if heads else 0, sentence.start - _TERMS)
    return _SIGNED.search(work.document.folded, low, sentence.start) is not None


def _task(
    work: Work, body: Fact, rest: Span, others: tuple[str, ...], *, ordered: bool, opens: int | None = None
) -> Record | None:
    """The task that the words at `rest` tell, from the manner of its verb on; None where they tell none."""
    how = _HOW.match(work.text, rest.start, rest.end)
    if how is None:
        return None
    core, cooperating = Span(how.end(), rest.end), others
    if how["with"].strip():
        core, partners = work.core(Span(how.start("with"), rest.end))
        cooperating = (*others, *partners)
    due = work.due(core)
    verb = (ACT if ordered else MADE).match(work.text, core.start, core.end)
    if verb is None and (ordered or not NEVER_DONE.match(work.text, core.start, core.end)):
        verb = DOES.match(work.text, core.start, core.end)
    project = _PROJECT.match(work.text, how.start("how"), rest.end)
    if project and not _MANY.match(work.text, project.start("kind") - 1):
        core, verb = Span(project.start("kind"), rest.end), project
    if others and _SIGNS_PAPER.match(work.text, core.start, core.end):
        return None
    if (
        not verb
        or _GIVES.match(work.text, core.start, core.end)
        or work.is_event(core)
        or is_vague(work.text, core)
        or work.text[verb.end() : verb.end() + 1] == ":"
    ):
        return None
    if _says_little(work, core, verb.end(), due=due, ordered=ordered):
        return None
    start = body.span.start if opens is None else opens
    record = work.task(
        Span(start, rest.end),
        title=work.headed(core),
        cooperating=cooperating,
        lead=work.named(body),
        status="assigned" if ordered else _state(how["how"]),
    )
    return record if ordered else replace(record, value=replace(record.value, due=None, until=None))


def _says_little(work: Work, core: Span, behind: int, *, due: str | None, ordered: bool) -> bool:
    """Whether words are too few for a task, only exhort, or tell of many things at once from `behind` their verb on."""
    words = len(work.text[core.start : core.end].split())
    if not ordered:
        return _MANY.match(work.text, behind, core.end) is not None or words < _FEWEST_TOLD
    if words < _FEWEST_ORDERED - (due is not None):
        return True
    return EXHORTED.match(work.text, core.start, core.end) is not None and due is None and not _has_end(work, core)


def _has_end(work: Work, core: Span) -> bool:
    """Whether a general duty names what makes it one's work: figures, a term, or how often it is done."""
    return work.has_figures(core) or work.recurrence(core) is not None or work.found.first("period", core) is not None


def _state(how: str) -> str:
    """How a task that is told stands, by the words before its verb."""
    return "đang thực hiện" if re.search(r"\b(?:đang|tiếp tục)\b", how) else "hoàn thành"


def _is_ordered(work: Work, offset: int) -> bool:
    """Whether what stands at `offset` is told to be done: by the nearest telling head, else by the type of the document."""
    place = work.layout.at(offset)
    if place is None:
        return False
    for block in work.layout.above(place):
        words = work.document.folded[block.body.start : block.body.end]
        if _TOLD_HEAD.search(words):
            return False
        if _WANTED_HEAD.search(words):
            return True
    return head(work.document).doc_type in _ORDERS
