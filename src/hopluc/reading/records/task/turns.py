"""Turns (chuyển chủ thể): where a clause goes on to what another body does, and subjects joined with bodies that go unnamed."""

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.parties import MANY_BODIES
from hopluc.reading.records.task.verbs import ACT
from hopluc.reading.records.task.work import Work

_OTHERS_DO = Pattern(r",\s(?:còn|trong khi(?: đó)?|đồng thời)\s")
_ALSO = Pattern(r"(?:,? và|,)? đồng thời ")
_TOGETHER = Pattern(r"\b(?:với|cùng|gồm|của|cho|gửi|mời|trình|là|như|tại|ở|thuộc)\s[^,;]*$")
_AND_MANY = Pattern(
    r",?\s(?:và|cùng)\s(?:các|những)\s(?:tổ chức (?:chính trị(?: - xã hội| xã hội)?|thành viên)|sở, (?:ban, )?ngành|cơ quan|đơn vị|ngành|địa phương|hội|đoàn thể|huyện|quận|doanh nghiệp|bên)"
    r"(?: (?:liên quan|có liên quan|thành viên|trực thuộc|chức năng|khác|của tỉnh|của thành phố))*"
)
# `phối hợp với các cơ quan, đơn vị liên quan, Sở B …`: those behind are partners too
_WITH_MANY = Pattern(rf"\b(?:với|cùng) {MANY_BODIES}$")
_BEHIND = 200


def behind_many(work: Work, end: int) -> int:
    """Where a subject ends that is joined with bodies that go unnamed: `Sở A và các đơn vị liên quan …`; `end` where it is not."""
    many = _AND_MANY.match(work.text, end)
    return many.end() if many is not None else end


def until_others(work: Work, clause: Span) -> Span:
    """A clause up to where another body is told of: `A phân tích …, còn B xây dựng …`, `A làm đầu mối, B chuẩn bị …`."""
    for turn in _OTHERS_DO.finditer(work.text, clause.start, clause.end):
        if work.body_at(turn.end(), clause.end, reach=0) is not None:
            return Span(clause.start, turn.start())
    for body in work.found.within("organisation", clause):
        comma = body.span.start - len(", ")
        if comma > clause.start and is_next_subject(work, body.span, clause):
            return Span(clause.start, comma)
    return clause


def until_also(work: Work, clause: Span) -> Span:
    """A clause up to what its subject does besides: `… trình nghị quyết, đồng thời phối hợp với B mở trung tâm`."""
    also = _ALSO.search(work.text, clause.start, clause.end)
    if also is not None and (ACT.match(work.text, also.end()) or work.text.startswith("phối hợp", also.end())):
        return Span(clause.start, also.start())
    return clause


def is_next_subject(work: Work, body: Span, clause: Span) -> bool:
    """Whether a body behind a comma begins a clause of its own: a verb right behind it, and before it no list of bodies."""
    text, comma = work.text, body.start - len(", ")
    if not text.endswith(", ", clause.start, body.start) or text[body.end : body.end + 1] != " ":
        return False
    acts = ACT.match(text, body.end + 1, clause.end)
    if acts is None or text[acts.end() + 1 : acts.end() + 2].isdigit():  # `A góp 40 triệu đồng, B góp 50 triệu đồng`
        return False
    if any(other.span.end == comma for other in work.found.within("organisation", Span(clause.start, comma))):
        return False
    low = max(clause.start, comma - _BEHIND)
    return _TOGETHER.search(text, low, comma) is None and _WITH_MANY.search(text, low, comma) is None
