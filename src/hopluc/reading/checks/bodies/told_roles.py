"""Roles (vai trò trong một việc): who owns, leads, hosts or is the contact of one work, told twice: in a form and again in a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

_STARTS = cues(
    "hủ dự án", "hủ đầu tư", "hủ nhiệm dự án", "hủ nhiệm đề tài", "hủ nhiệm nhiệm vụ", "ơ quan chủ ", "ơ quan đầu mối", "ơ quan thường trực",
    "ơ quan tài trợ", "ơn vị chủ ", "ơn vị đầu mối", "ơn vị thường trực", "ơn vị tài trợ", "ơn vị đăng cai", "ổ chức chủ trì", "ầu mối",
    "hà tài trợ", "ư vấn giám sát", "hư ký dự án", "hư ký đề tài", "ơn vị thụ hưởng", "ơn vị tư vấn", "ơn vị thi công", "ơn vị tổ chức", "ơn vị soạn thảo",
    "ơ quan soạn thảo", "ơn vị cung cấp", "hà thầu", "hà cung cấp", "ơn vị vận hành", "ơn vị thiết kế", "ơn vị chuyển giao",
)  # fmt: skip
_ROLE = (
    r"(?P<role>hủ dự án|hủ đầu tư|hủ nhiệm (?:dự án|đề tài|nhiệm vụ)|(?:ơ quan|ơn vị|ổ chức) (?:chủ trì|chủ quản|đầu mối|thường trực|tài trợ|đăng cai|"
    r"thụ hưởng|tư vấn|thi công|tổ chức|soạn thảo|cung cấp|vận hành|thiết kế|chuyển giao)|ầu mối|hà (?:tài trợ|thầu|cung cấp)(?: chính)?|ư vấn giám sát|hư ký (?:dự án|đề tài))\b"
    r"(?: (?:thực hiện|triển khai))?(?:,? (?:của|cho|về phía|phía) (?P<of>[Bb]ên [AB]|[Dd]ự án|[Tt]hỏa thuận|[Đđ]ề án|[Cc]hương trình|[Đđ]ề tài|[Nn]hiệm vụ|[Hh]ội thảo|[Kk]ế hoạch|[Cc]uộc thi|[Hh]ội thi|[Hh]ội chợ|[Gg]iải|[Cc]ông trình|[Gg]ói thầu|[Dd]iễn đàn|[Bb]an [Cc]hỉ đạo|[Bb]an [Tt]ổ chức|[Bb]an [Đđ]iều (?:hành|phối)|[Hh]ội đồng))?"
    r"(?: này)?"
)
# "Chủ dự án: …", "Đầu mối của Bên A là …"; "…, chủ dự án, …".
_TOLD = Pattern(rf"{_ROLE}(?:(?P<form>\s?:| là| vẫn là)\s|(?=\s?[,;.)\n]| - |$))")
_CHANGED = Pattern(
    r"\b(?:(?<!ài )nguyên|cũ|trước đây|thay(?: thế)?|chuyển|đổi|hợp nhất|sáp nhập|nay là|khác|từng|mỗi|các|những|luân phiên|đề nghị|kiến nghị|khi đó|lúc đó|phối hợp)\b",
    re.IGNORECASE,
)
# What may stand between a role and the name of the one who has it.
_LEAD = Pattern(r"\s*(?:ông|bà|do|đồng chí|(?:P?GS\.? ?)?(?:TS|ThS|KS|BS)\.?)?\s*$", re.IGNORECASE)
_WORKS = Pattern(r"(?:^|\n)[-+*•\s\d.)]*(?:[Tt]ên (?:dự án|đề tài|nhiệm vụ|đề án)|[Dd]ự án \d|[Đđ]ề tài \d|[Nn]hiệm vụ \d)")
_MOST_HOLDERS = 4
_FEWEST_SHARED = 3
_LONG, _BACK, _NEAR = 200, 140, 24

CASES = (
    (
        "value_conflict",
        "Chủ dự án: Sở Y tế tỉnh Tân Lâm\nThời gian: 36 tháng\n\nTổ chức thực hiện\n{Sở Công Thương|Sở Y tế} tỉnh Tân Lâm, chủ dự án, lập ban quản lý gồm 9 người.",
    ),
    (
        "value_conflict",
        "Đầu mối của Bên A là Sở Y tế tỉnh Tân Lâm, đầu mối của Bên B là Viện Hóa học.\nPhụ lục\nBáo cáo do {Sở Ngoại vụ|Sở Y tế} tỉnh Tân Lâm, đầu mối của Bên A, gửi hằng quý.",
    ),
    (
        "value_conflict",
        "Chủ nhiệm đề tài: TS Trần Văn Lộc\nThời gian: 24 tháng\n\nTại buổi họp, {ThS Lê Thị Hạnh|TS Trần Văn Lộc}, chủ nhiệm đề tài, báo cáo tiến độ.",
    ),
    (
        "value_conflict",
        "Đơn vị tư vấn là Công ty Hồng Thái. Hợp đồng trị giá 1,8 tỷ đồng.\n\nNgày 05/6, {Công ty Đại Nam|Công ty Hồng Thái}, đơn vị tư vấn, nộp báo cáo.",
    ),
    (
        "value_conflict",
        "Cơ quan chủ trì: Viện Hóa học\nNội dung: nghiên cứu vật liệu\n\nTheo ông Lộc, {Viện Cơ học|Viện Hóa học}, cơ quan chủ trì, đã chi 40% kinh phí.",
    ),
    (
        "value_conflict",
        "Chủ dự án: Sở Y tế tỉnh Tân Lâm\nThời gian: 36 tháng\n\nSở Công Thương tỉnh Tân Lâm, {chủ dự án|chủ dự án khác}, lập ban quản lý gồm 9 người.",
    ),
)


@dataclass(frozen=True)
class Holder:
    """Who is told to have a role, and whether in a form (`Chủ dự án: …`) or beside the name; `names` all told with it."""

    fact: Fact
    form: bool
    names: frozenset[str]
    span: Span


def check_told_roles(case: Case) -> Iterator[Record]:
    """Each role of the one work of a document that two are told to have."""
    for (_, work, _), holders in holders_of(case).items():
        if len(holders) > _MOST_HOLDERS or (not work and len(_WORKS.findall(case.plain)) > 1):
            continue
        for one, other in combinations(holders, 2):
            if (one.form != other.form or (work and one.span != other.span)) and are_others(one, other):
                first, second = (quoted(case.words(holder.span)) for holder in (one, other))
                note = f"Một vai trò ghi hai nơi khác nhau: {first} và {second}."
                yield fault("value_conflict", note, [one.span, other.span])
                break


def holders_of(case: Case) -> dict[tuple[str, str, str], list[Holder]]:
    """Who is told to have each role, by its words, the work it is told for where that is another than the document's, and kind of holder."""
    return case.view(_holders)


def _holders(case: Case) -> dict[tuple[str, str, str], list[Holder]]:
    known: dict[tuple[str, str, str], list[Holder]] = defaultdict(list)
    for found in cued(case, _STARTS, _TOLD):
        holder = _holder(case, found)
        if holder is not None:
            of = (found["of"] or "").casefold()
            work = "" if of in ("dự án", "đề tài", "đề án", "nhiệm vụ", "chương trình") else of
            known[found["role"], work, holder.fact.kind].append(holder)
    return known


def _holder(case: Case, found: re.Match[str]) -> Holder | None:
    sentence = case.sentence(Span(found.start(), found.start() + 1))
    if not case.plain[found.start() - 1].isalpha():
        return None
    form = found["form"] is not None
    near = (
        Span(found.end(), min(sentence.end, found.end() + _LONG))
        if form
        else Span(max(sentence.start, found.start() - _BACK), found.start() - 1)
    )
    facts = sorted(
        (fact for kind in ("organisation", "person") for fact in case.found.within(kind, near)), key=lambda fact: fact.span
    )
    if not facts:
        return None
    fact = facts[0] if form else facts[-1]
    gap = case.plain[near.start : fact.span.start] if form else case.plain[fact.span.end : near.end]
    if form:
        if not _LEAD.match(gap):
            return None
    elif gap.strip(" ,") in ("là", "vẫn là"):
        form = True
    elif gap.strip(" (-") not in (",", "") or not gap.strip():
        return None
    about = Span(min(fact.span.start, found.start()) - _NEAR, max(fact.span.end, found.end()) + _NEAR)
    if _CHANGED.search(case.plain, max(sentence.start, about.start), min(sentence.end, about.end)):
        return None
    names = frozenset(_name(fact) for fact in facts)
    start = found.start() - 1 if form else fact.span.start
    return Holder(
        fact,
        form,
        names if form else names | {_name(fact)},
        Span(start if start < found.start() else found.start() - 1, max(found.end(), fact.span.end)),
    )


def _name(fact: Fact) -> str:
    return fold(fact.value.name if fact.kind == "person" else fact.value.canonical or fact.quote)


def are_others(one: Holder, other: Holder) -> bool:
    """Whether none of those named with the one role is, under a longer or shorter name, one named with the other."""
    return not any(
        first in second or second in first or _shares(first, second) for first in one.names for second in other.names
    )


def _shares(first: str, second: str) -> bool:
    """Whether names differ by a slip only: all but one of their words are shared."""
    words, others = first.split(), second.split()
    shared = len({*words} & {*others})
    return words[-1] == others[-1] and shared >= max(_FEWEST_SHARED, len(words) - 1, len(others) - 1)
