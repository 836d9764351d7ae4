"""Leads of tasks (cơ quan chủ trì): one task told with two bodies to lead it, in whatever order body, `chủ trì` and task stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import WORD, Pattern
from hopluc.vietnamese import fold

_LEADS = Pattern(r"chủ trì\b")
_STARTS = cues("chủ trì")
# Between the body and its `chủ trì`.
_BETWEEN = Pattern(
    r",? ?(?:(?:được|có trách nhiệm|chịu trách nhiệm|làm|là|sẽ|vẫn|tiếp tục|đang|đã|giao|phân công|cơ quan|đơn vị|đầu mối|nơi|với tư cách)[ ,]*){0,5}$"
)
_WITH = Pattern(
    r",? (?:và )?(?:phối hợp|cùng)(?: (?:với|cùng))?[^.;\n]*?(?=, ?(?!(?:Sở|Bộ|Ban|Viện|Trường|UBND|Ủy ban|Công|các|Hội|Liên|Cục|Chi)\b)|$| (?:xây dựng|lập|tổ chức|triển khai|thực hiện|ban hành|rà soát|tham mưu|nghiên cứu|soạn)\b)"
)
_DO = Pattern(r"\bdo $")
_EMPTY = EMPTY | frozenset(
    "chủ trì phối hợp với thực hiện tổ chức triển khai xây dựng lập trình hoàn thành báo cáo tiến độ quý tháng giao việc nhiệm vụ cơ quan đơn vị hằng làm dựng".split()
)
_OTHER = Pattern(
    r"\b(?:cùng chủ trì|đồng chủ trì|luân phiên|mỗi|các (?:sở|huyện|xã|địa phương|đơn vị|ngành)|hội nghị|cuộc họp|buổi|phiên họp|lễ|hội thảo)\b",
    re.IGNORECASE,
)
_OTHER_TIME = Pattern(
    r"\b(?:trước đây|thay|chuyển giao|bàn giao|giai đoạn|(?<![IV\d] )(?<!trong )năm (?:19|20)\d\d|đợt|hợp phần)\b",
    re.IGNORECASE,
)
# "Là đơn vị chủ trì đề tài, Viện Hóa học …".
_BEING = Pattern(r"(?<!\w)(?:[Ll]à|[Vv]ới (?:vai trò|tư cách)(?: là)?) (?:cơ quan|đơn vị) $")
_STOPS = ".;\n\t"
_FEWEST, _PAIR, _MOST, _REACH = 4, 2, 120, 170

CASES = (
    (
        "value_conflict",
        "Đề tài do Viện Hóa học chủ trì. Báo cáo của {Viện Cơ học|Viện Hóa học}, đơn vị chủ trì đề tài, nêu ba kết quả.",
    ),
    (
        "value_conflict",
        "2.1. Sở Tài chính chủ trì xây dựng quy chế quản lý quỹ đổi mới, trình Ủy ban nhân dân tỉnh.\n2.4. Tiến độ: quy chế quản lý quỹ đổi mới do {Sở Công Thương|Sở Tài chính} chủ trì xây dựng, hoàn thành trong quý II.",
    ),
    (
        "value_conflict",
        "Giao Sở Y tế chủ trì lập đề án di dời cơ sở gây ô nhiễm.\n{Sở Công Thương|Sở Y tế}, cơ quan chủ trì lập đề án di dời cơ sở gây ô nhiễm, báo cáo hằng tháng.",
    ),
    (
        "value_conflict",
        "Đề tài do Viện Hóa học chủ trì. Là đơn vị chủ trì đề tài, {Viện Cơ học|Viện Hóa học} đã cử sáu cán bộ đến các huyện.",
    ),
    (
        "value_conflict",
        "Giao Sở Y tế chủ trì lập đề án di dời cơ sở gây ô nhiễm.\nSở Công Thương chủ trì {lập đề án di dời cơ sở gây ô nhiễm|lập đề án xử lý nước thải làng nghề}.",
    ),
)


@dataclass(frozen=True)
class Lead:
    """A body that is told to lead a task, the words of meaning for the task, and where it is told."""

    body: str
    task: frozenset[str]
    span: Span
    sentence: Span


def check_task_leads(case: Case) -> Iterator[Record]:
    """Each task with two leads, once for the later of them."""
    leads = [lead for found in cued(case, _STARTS, _LEADS) if (lead := _lead(case, found)) is not None][:_MOST]
    told = set[Span]()
    for one, other in combinations(leads, 2):
        if other.span in told or one.sentence.overlaps(other.sentence) or one.body in other.body or other.body in one.body:
            continue
        terse, full = sorted((one.task, other.task), key=len)
        sole = len(leads) == _PAIR and terse == full and len(terse) == _PAIR
        if (len(terse) >= _FEWEST or sole) and terse <= full:
            told.add(other.span)
            first, second = (quoted(case.words(lead.span)) for lead in (one, other))
            yield fault("value_conflict", f"Một nhiệm vụ ghi hai nơi chủ trì: {first} và {second}.", [one.span, other.span])


def _lead(case: Case, found: re.Match[str]) -> Lead | None:
    sentence = case.sentence(Span(*found.span()))
    start = max(
        sentence.start, found.start() - _REACH, *(case.plain.rfind(mark, sentence.start, found.start()) + 1 for mark in _STOPS)
    )
    far = min(sentence.end, found.end() + _REACH)
    comma = case.plain.find(", ", found.end(), far)
    if _OTHER_TIME.search(case.plain, start, far) or _OTHER.search(case.plain, start, comma if comma > 0 else far):
        return None
    if comma > 0 and _BEING.search(case.plain, start, found.start()):
        return _being(case, Span(found.end(), comma), sentence)
    bodies = sorted(case.found.within("organisation", Span(start, found.start())), key=lambda fact: fact.span)
    if not bodies or not _BETWEEN.match(case.plain, bodies[-1].span.end, found.start()):
        return None
    body: Fact = bodies[-1]
    ends = [at for mark in _STOPS if (at := case.plain.find(mark, found.end(), sentence.end)) >= 0]
    end = min([*ends, sentence.end, found.end() + _REACH])
    if _DO.search(case.plain, start, body.span.start):
        words, span = case.plain[start : body.span.start - len("do ")], Span(start, found.end())
    else:
        words = _WITH.sub(" ", case.plain[found.end() : end]).strip().split(", ")[0]
        span = Span(body.span.start, end)
    task = frozenset(WORD.findall(words.casefold().rpartition(": ")[2])) - _EMPTY
    return Lead(fold(body.value.canonical or body.quote), task, span, sentence)


def _being(case: Case, task: Span, sentence: Span) -> Lead | None:
    """The lead that a sentence names behind `Là đơn vị chủ trì …, `."""
    body = next((fact for fact in case.found.within("organisation", sentence) if fact.span.start == task.end + len(", ")), None)
    if body is None:
        return None
    words = frozenset(WORD.findall(case.plain[task.start : task.end].casefold())) - _EMPTY
    return Lead(fold(body.value.canonical or body.quote), words, Span(sentence.start, body.span.end), sentence)
