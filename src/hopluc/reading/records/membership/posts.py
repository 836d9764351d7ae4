"""Posts that are given (chức vụ được bầu, được giao), and whose post it is where its body goes by a bare head: `Phó Giám đốc Sở`."""

import re
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.membership.roles import BODY
from hopluc.reading.records.own_sides import issuer_of
from hopluc.vietnamese import canonical

_GIVES = Pattern(
    r"\b(?:bầu(?: lại)?|tái cử|cử(?! nhân)|bổ nhiệm(?: lại)?|chỉ định|phân công|điều động|tín nhiệm|suy cử|theo (?:nghị quyết|quyết định))\b(?:(?!\b(?:vì|do|khi|thay)\b)[^.:]){0,200}$",
    re.IGNORECASE,
)
_NAMED_POST = (
    r"(?P<post>(?:[Qq]uyền |Phó |Đồng )?(?i:Tổng Giám đốc|Giám đốc|Viện trưởng|Hiệu trưởng|Hiệu phó|Chủ tịch|Chủ nhiệm|Bí thư|Tổng Thư ký|Thư ký|Trưởng (?:ban|đoàn|phòng|khoa|nhóm|tiểu ban)|(?:Tổng cục|Chi cục|Cục|Vụ|Bộ|Thứ) trưởng|Chánh [^\W\d]+ ?[^\W\d]*|Tổ trưởng|Tổ phó|Ủy viên(?: Thường vụ| Thường trực)?)"
    r"(?:(?!\s(?:nhiệm kỳ|khóa|lần thứ|từ|kể|trong|để|thay|thay thế|với|thời hạn|và|đối với)\b)[^.;:,()\n]){0,90}?)"
)
_POST = Pattern(
    r"(?P<others>(?:[^.;:]|(?<=T)\.(?=[ƯW])){0,160}?)\b(?:giữ (?:chức vụ|chức|cương vị|vai trò)|làm|là|vào chức (?:danh|vụ)|nhận nhiệm vụ|giao(?= quyền)|(?:trúng|đắc) cử(?: vào| giữ)?)(?: chức(?: danh| vụ)?)?\s"
    + _NAMED_POST
    + r"(?=\s(?:nhiệm kỳ|khóa|lần thứ|từ|kể|trong|để|thay|với|thời hạn)\b|\s?[.;:,()\n]|\svà\b|$)"
)
# `phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Tân Lâm nhiệm kỳ 2021-2026 đối với ông A và ông B`
_GIVEN_FOR = Pattern(
    r"(?<!miễn nhiệm )(?<!kỷ luật )(?<!không )\b(?:bầu|bổ nhiệm|công nhận|bầu bổ sung|chỉ định)(?: lại| bổ sung)?(?: (?:chức vụ|chức danh|chức))? "
    + _NAMED_POST
    + r"(?:,? (?:nhiệm kỳ|khóa)(?: [\w -]{1,20})?)? (?:đối với|cho) (?P<whom>[^;:\n]{0,120})$"
)
_FOR = ("đối với ", "cho ")
# Between the person and the post stand but others who are given it too.
_IS_GIVEN = Pattern(
    r"\b(?:được|vừa được|đã được)\s(?:[^.;,]{2,60}?\s)?(?:bầu|bổ nhiệm|cử|phân công|điều động|tín nhiệm|giao|chỉ định|chọn)\b"
)
# `điều động ông A đến nhận công tác tại B và bổ nhiệm giữ chức …`; `ông A giữ chức …`
_GIVEN_NEXT = Pattern(
    r"\b(?:và|,|để) (?:được )?(?:bổ nhiệm(?: lại)?|cử|phân công|giao|chỉ định|bầu)\s$|\bnay $|\b(?:đến|về) (?:nhận )?công tác(?: tại [^.;]{2,60})?,? $"
)
_HOLDS = Pattern(r"giữ (?:chức vụ|chức|cương vị)\b|(?:về )?nhận nhiệm vụ\b")
_WINS = Pattern(r"(?:trúng|đắc) cử\b")
_OTHERS = Pattern(
    r"(?:\s|,|;|-|sinh năm \d{4}|và|các|ông|bà|đồng chí|TS|PGS|GS|ThS|đ/c|\.|được|Đại hội|bầu|vào|tái|cử|đắc|trúng|lại|tiếp tục|tín nhiệm)*"
)
_ASIDE = Pattern(r"\([^()\n]{0,40}\)")
_BARE_END = Pattern(
    r"(?:^|\s)(?P<head>Sở|Bộ|Viện|Học viện|Trường|[Nn]hà trường|Cục|Chi cục|Trung tâm|Hội|Công ty|Tập đoàn|Bệnh viện|Ban|Tổng cục)\s*$"
)
_SCHOOLS = ("Trường ", "Đại học ", "Học viện ")  # what `nhà trường` stands for
_UNIT_HEAD = Pattern(
    r"(?:Phó |Quyền )?(?:Trưởng|trưởng|Chuyên viên|Cán bộ|cán bộ|chuyên viên) phòng\b|Phó Trưởng phòng\b|(?:Chánh|Phó Chánh) [Vv]ăn phòng\s*$"
)
_REACH = 260
_NAMED_BEFORE = 4_000


class Given(NamedTuple):
    """Where a post that is given is named, and the body that gives it where one is told; None where none is."""

    post: Span
    body: str | None


def post_given(document: Document, found: Found, person: Fact) -> Given | None:
    """The post that words such as `bầu … giữ chức` give a person; None where they give none."""
    sentence = layout(document).sentence_at(person.span.start)
    approved = _given_for(document, found, person, sentence)
    if approved is not None:
        return approved
    given = _POST.match(document.plain, person.span.end, sentence.end)
    if given is None:
        return None
    told = _IS_GIVEN.search(document.plain, person.span.end, given.start("post")) or _GIVEN_NEXT.search(given["others"])
    told = told or _WINS.match(document.plain, given.end("others"))
    told = told or (_HOLDS.match(document.plain, given.end("others")) if given["others"].strip() in ("", "về") else None)
    if (
        told is None
        and _GIVES.search(document.plain, max(sentence.start, person.span.start - _REACH), person.span.start) is None
    ):
        return None
    between = given.span("others")
    others = document.plain[between[0] : between[1]]
    beside = list(found.within("person", Span(*between)))
    named = [document.plain[fact.span.start : fact.span.end] for fact in beside]
    posts = [canonical(fact.value.position) for fact in (person, *beside) if fact.value.position]
    for name in (*named, *sorted(posts, key=len, reverse=True)):
        others = others.replace(name, "")
    others = _ASIDE.sub("", others)
    if (told is None or named) and _OTHERS.fullmatch(others) is None:
        return None
    own = issuer_of(document, found)
    post = Span(*given.span("post"))
    ends = [
        fact.span.end for fact in found.within("organisation", Span(post.start, sentence.end)) if fact.span.start < post.end
    ]
    return Given(Span(post.start, max([post.end, *ends])), own.name if own is not None else None)


def _given_for(document: Document, found: Found, person: Fact, sentence: Span) -> Given | None:
    """The post that is told before those it is given to: `phê chuẩn kết quả bầu chức vụ … đối với ông A và ông B`; None where none is."""
    start = max(sentence.start, person.span.start - _REACH)
    if not any(word in document.plain[start : person.span.start] for word in _FOR):
        return None
    told = _GIVEN_FOR.search(document.plain, start, person.span.start)
    while told is not None and _TAKEN.search(told["whom"]):
        told = _GIVEN_FOR.search(document.plain, told.start("whom"), person.span.start)
    if told is None:
        return None
    post = Span(*told.span("post"))
    ends = [
        fact.span.end
        for fact in found.within("organisation", Span(post.start, told.start("whom")))
        if fact.span.start < post.end
    ]
    own = issuer_of(document, found)
    return Given(Span(post.start, max([post.end, *ends])), own.name if own is not None else None)


_TAKEN = Pattern(r"\b(?:miễn nhiệm|thay|thôi|để|bầu|bổ nhiệm|phê chuẩn|công nhận|chỉ định)\b")


def in_board(document: Document, found: Found, post: Span) -> bool:
    """Whether a post is held in a board that is no committee: `Phó trưởng Ban Kinh tế Trung ương`."""
    names = [document.plain[fact.span.start : fact.span.end] for fact in found.within("organisation", post)]
    return any(name.startswith("Ban ") and BODY.match(name) is None for name in names)


_PARTY_SEAT = Pattern(r"(?:[ỦU][yỷ] viên|UV)[^,]*?(?:Trung ương Đảng|TW Đảng|T\.Ư Đảng|Bộ Chính trị|Ban Bí thư)[^,]*")


def is_seat(position: str) -> bool:
    """Whether a post is but a seat in the Party's central bodies, which tells of no employer."""
    return _PARTY_SEAT.fullmatch(position) is not None


def ends_bare(words: str) -> bool:
    """Whether a post closes with the bare head of its body: `Chủ tịch Hội đồng Lý luận, Giám đốc Học viện`."""
    bare = _BARE_END.search(words)
    return bare is not None and bare["head"] != "Ban"


def bare_body(document: Document, found: Found, words: str, start: int) -> str | None:
    """The body that a bare head closing the post `words`, told at `start`, stands for, or that a division's head belongs to; None where none is known."""
    bare = _BARE_END.search(words)
    own = issuer_of(document, found)
    if bare is None:
        return own.name if own is not None and _UNIT_HEAD.match(words) else None
    head = _SCHOOLS if bare["head"].lower() == "nhà trường" else (f"{bare['head']} ",)
    if own is not None and own.name.startswith(head):
        return own.name
    before = list(found.within("organisation", Span(max(0, start - _NAMED_BEFORE), start)))
    names = [name for fact in reversed(before) if (name := str(fact.value.canonical or "")).startswith(head)]
    return next((name for name in names if not any(unit.endswith(f", {name}") for unit in names)), None)
