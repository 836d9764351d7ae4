"""Tasks that a narrative tells of: what was finished, the projects under way, and lists of them."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.records.work import Work

_KINDS = r"(?:nhiệm vụ|đề tài|dự án|đề án|tiểu dự án|mô hình|công trình|chương trình)"
_DONE = re.compile(r"\b(?:[Hh]oàn (?:thành|thiện)|[Kk]hai trương|[Đđ]ưa vào (?:hoạt động|vận hành|sử dụng))\b")
_NOT_DONE = re.compile(
    r"(?:để|nhằm|sẽ|phấn đấu|cần|phải|có thể|sớm|chưa|không|dự kiến|trước khi|sau khi|khi|tiến độ|thời gian|thời hạn|mức|tỷ lệ|cơ bản để|việc|giúp|được|tiếp tục)\s+$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:mục tiêu|đề nghị|kiến nghị|yêu cầu|(?<!chuyển )(?<!bàn )giao|(?<!Ban )chỉ đạo|cam kết|mong muốn|kỳ vọng|dự kiến|sẽ)\b[^.]{0,400}$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"hoàn (?:thành|thiện) (?:tốt |xuất sắc |vượt mức |toàn diện |cơ bản )*(?:các |những |mọi |hệ thống )?(?:mục tiêu|chỉ tiêu|kế hoạch(?! (?:xây|triển))|nhiệm vụ|cơ chế|thể chế|chính sách|tiêu chí|hồ sơ)",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"(?P<count>\d{{1,3}} |các |những |một số |nhiều )?{_KINDS}(?:[^.;:]|\.(?=\d)){{0,180}}?;?\s*(?:bao gồm|gồm|đó là|là|như|cụ thể|như sau|sau)(?: các {_KINDS})?(?: sau)?:\s*",
    re.IGNORECASE,
)
_PROJECT = re.compile(
    r"\b(?:[Tt]riển khai|[Tt]hực hiện|[Tt]ham gia|[Xx]ây dựng|[Nn]ghiệm thu)(?: (?:thực hiện|nghiên cứu|xây dựng|thí điểm))?[ ](?:\d{1,3}[ ])?"
    r"(?=(?:nhiệm vụ|dự án|đề tài|đề án|mô hình|tiểu dự án)\b)",
    re.IGNORECASE,
)
_PILOT = re.compile(r"\b[Tt]riển khai (?:áp dụng )?thí điểm ")
_DRAFT = re.compile(
    r"\b(?:[Ss]oạn thảo|[Dd]ự thảo|[Đđ]ang xây dựng|[Đđ]ang hoàn thiện)[^.;]{0,40}?(?=\b(?:Kế hoạch|Đề án|Quy chế|Chương trình|Chiến lược|Quy hoạch|Nghị quyết)\b)"
)
_GENERIC = re.compile(
    rf"(?:các |những )?{_KINDS}[ ](?:được giao|trên|này|nói trên|do |có liên quan|liên quan|của (?:chương trình|các|ngành|thành phố|tỉnh|mình)|trọng tâm|đã |phát triển kinh tế|về (?!nghiên cứu))",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:^|(?<=[.;:]\s))[Pp]hối hợp với ")
_QUOTED = re.compile(r"[“\"]([^”\"“]{8,260})[”\"](?:\s*\(([^()]{3,120})\))?")
_NAMED_QUOTE = re.compile(rf"\b{_KINDS}:?[ ](?=[“\"])", re.IGNORECASE)
_TAIL = re.compile(r",\s(?:góp phần|nhằm|qua đó|đạt|được|tạo|từ đó|triển khai đạt)\b|\s-\s(?:đây là|là)\b|\s\(")
_STATUS = re.compile(r"(?:triển khai )?đạt kết quả tốt|đang [^,.;]{3,40}|đã hoàn thành|hoàn thành|triển khai tốt")


def done(work: Work) -> Iterator[Record]:
    """What a body is said to have finished or put to use, and what it did jointly with a named body."""
    last = -1
    for match, sentence in work.sentences_with(_DONE):
        if match.start() < last or not work.is_told(match.start()) or _VAGUE.match(work.text, match.start()):
            continue
        if _NOT_DONE.search(work.text, sentence.start, match.start()) or _ASKED.search(
            work.text, sentence.start, match.start()
        ):
            continue
        clause = work.clause(match.start(), sentence)
        last = clause.end
        if clause.end - clause.start < 25 or re.search(r"\b(?:trước|vào|đến) năm 20", work.text[clause.start : clause.end]):
            continue
        subject = work.body_before(match.start(), sentence.start)
        yield work.task(_short(work, clause), lead=subject.value.canonical if subject else None, status="hoàn thành", due=None)
    yield from _jointly(work)


def _jointly(work: Work) -> Iterator[Record]:
    for match, sentence in work.sentences_with(_JOINT):
        if not work.is_told(match.start()) or work.body_at(match.end(), sentence.end) is None:
            continue
        if _ASKED.search(work.text, sentence.start, match.start()):
            continue
        clause = work.clause(match.start(), sentence)
        core, cooperating = work.core(clause)
        if (
            core.start > clause.start
            and work.is_finite(core)
            and not re.search(r"^\w+ \w+ (?:các|nhiều|\d+)\b", work.text[core.start : core.end])
        ):
            yield work.task(clause, cooperating=cooperating, status="triển khai")


def listed(work: Work) -> Iterator[Record]:
    """The members of a list of tasks, projects or schemes that a sentence gives."""
    for match, sentence in work.sentences_with(_LIST):
        before = work.text[sentence.start : match.start()]
        if not work.is_told(match.start()) or _ASKED.search(before) or _DONE.search(before):
            continue
        partner = next(iter(work.found.within("organisation", Span(sentence.start, match.start()))), None)
        joint = partner is not None and "phối hợp với" in before[: partner.span.start - sentence.start]
        quoted = list(_QUOTED.finditer(work.text, match.end(), sentence.end))
        if quoted and quoted[0].start() - match.end() < 3:
            for quote in quoted:
                body = work.lead(Span(*quote.span(2))) if quote[2] else None
                yield work.task(Span(*quote.span(1)), lead=body, status="triển khai")
            continue
        lead = (
            work.words(Span(_lead_start(work, partner.span.start, sentence.start), partner.span.end))
            if joint and partner
            else None
        )
        for item in _members(work, Span(match.end(), sentence.end)):
            yield work.task(item, lead=lead, status="triển khai", cooperating=())


def _lead_start(work: Work, name: int, low: int) -> int:
    """Where `các Viện chuyên ngành thuộc Viện …` begins, seen from the name in it."""
    start = work.text.rfind("phối hợp với ", low, name)
    return start + len("phối hợp với ") if start >= 0 and name - start < 60 else name


def _members(work: Work, span: Span) -> Iterator[Span]:
    """The list's members: divided by semicolons, or the items under the sentence."""
    words = work.text[span.start : span.end]
    if ";" not in words:
        place = work.layout.at(span.start)
        if span.end - span.start < 4:
            yield from (
                work.layout.blocks[child].body
                for child in work.layout.children.get(place, [])
                if work.layout.blocks[child].kind == "item"
            )
        return
    at = span.start
    while at < span.end:
        clause = work.clause(at, span)
        if clause.end - clause.start > 20:
            yield clause
        stop = work.text.find(";", clause.end, span.end)
        at = stop + 1 if stop >= 0 else span.end
        at += len(work.text[at : span.end]) - len(work.text[at : span.end].lstrip())


def projects(work: Work) -> Iterator[Record]:
    """Projects and pilots that a narrative names one by one."""
    for match, sentence in work.sentences_with(_NAMED_QUOTE):
        quote = _QUOTED.match(work.text, match.end(), sentence.end)
        verb = re.search(r"triển khai|thực hiện|hợp tác|nghiên cứu", work.text[sentence.start : match.start()], re.IGNORECASE)
        cited = any(True for _ in work.found.within("legal_reference", sentence))
        if quote and verb and not cited and work.is_told(match.start()):
            yield work.task(Span(*quote.span(1)), status="triển khai")
    for pattern in (_PROJECT, _PILOT, _DRAFT):
        for match, sentence in work.sentences_with(pattern):
            clause = work.clause(match.start(), sentence)
            if not work.is_told(match.start()) or _GENERIC.match(work.text, match.end()) or clause.end - match.end() < 30:
                continue
            if _ASKED.search(work.text, sentence.start, match.start()) or _LIST.search(work.text, match.start(), sentence.end):
                continue
            subject = work.body_before(match.start(), sentence.start)
            money = work.found.first("money", clause)
            status = _STATUS.search(work.text, sentence.start, sentence.end)
            yield work.task(
                _short(work, clause),
                lead=subject.value.canonical if subject else None,
                status=status[0] if status else "triển khai",
                budget=money.value.amount if money else None,
            )


def _short(work: Work, clause: Span) -> Span:
    """A clause without the praise or purpose that trails it."""
    tail = _TAIL.search(work.text, clause.start + 30, clause.end)
    return Span(clause.start, tail.start()) if tail else clause
