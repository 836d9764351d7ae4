"""Whose agreement it is (các bên được hiểu) where its sides are not named beside it: who reviews it, who met before, whose document it is."""

import re
from collections.abc import Sequence

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.kept import kept
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.sayings import Saying
from hopluc.reading.records.own_sides import issuer_of, own_sides
from hopluc.reading.records.parties import Party, parties_before, party_of

_REVIEWED = Pattern(
    r"\s*(?:đã |cùng |phối hợp )*(?:tổ chức (?:hội nghị |lễ )?)?(?:tổng kết|sơ kết|đánh giá|triển khai|thực hiện|thống nhất|ban hành|xây dựng|thông qua)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_MET = Pattern(
    r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:cùng (?:đoàn|các) (?:[^\W\d]+ ){0,8}?)?(?:đã |tiếp tục |có buổi |tổ chức )*(?:phối hợp|hợp tác|thống nhất|bàn bạc|đàm phán|làm việc|họp(?: trực tuyến)?|trao đổi|hội đàm|gặp gỡ)\s+(?:với|cùng)(?: với)?\s+"
    r"(?:lãnh đạo |đoàn |đại diện )?$"
)
BOTH = Pattern(r"\b(?:hai|ba|các|cả hai) (?:bên|phía|đơn vị|cơ quan|trường|viện|địa phương)\b", re.IGNORECASE)
_THIS = Pattern(r"\b(?:này|nối tiếp|tiếp nối|kế tiếp|thay thế)\b")
# `A tiếp tục thi hành bản cam kết đã ký với B`: by the paper, or carrying it out.
CARRIES = Pattern(
    r"(?:\b(?:theo|bằng|qua|trên cơ sở)|\b(?:thực hiện|thi hành|triển khai|duy trì|gia hạn|thanh lý|chấm dứt|nội dung|kết quả)(?: các| những| tốt| nghiêm túc| có hiệu quả| nội dung)*)"
    r"(?: một| bản)?\s$",
    re.IGNORECASE,
)
_AND = Pattern(r"(?: \([^()\n]{1,60}\))? và ")
_REACH = 170
_SEAT = ("tại ", "ở ", "trụ sở ", "của ")
_BACK = 2_500
_MOST_BACK = 12
_TWO = 2


class Context:
    """A document, and who may be meant by the sides of an agreement at a place in it."""

    def __init__(self, document: Document, found: Found, named: Sequence[Saying]) -> None:
        self.document = document
        self.found = found
        self.told = sorted((saying for saying in named if len(saying.parties) > 1), key=lambda saying: saying.evidence)

    def sides(self, sentence: Span, form: int) -> tuple[Party, ...]:
        """The sides of an agreement named at `form`: who reviews it, who met just before, or whose document this is."""
        plain = self.document.plain
        subject = self._reviewers(sentence, form)
        if len(subject) > 1:
            return subject
        here = self._met(Span(sentence.start, form))
        if here:
            return here
        before = [saying for saying in self.told if sentence.start - _BACK <= saying.evidence.start < form]
        words = plain[sentence.start : sentence.end]
        if before and (_THIS.search(words) or before[-1].evidence.end > sentence.start):
            return before[-1].parties
        both = self._both(sentence, form)
        if len(both) == _TWO:
            return both
        met = self._met(Span(max(0, sentence.start - _BACK), form))
        if BOTH.search(words) and not met and self._names(Span(sentence.start, form)):
            return self._nearest(form)
        if BOTH.search(words) and (met or before):
            later = before and (not met or before[-1].evidence.start > met[0].span.start)
            return before[-1].parties if later else met
        return self.own or (self._nearest(form) if BOTH.search(words) else ())

    def _names(self, span: Span) -> list[Party]:
        """The bodies named within a stretch of text, but for those whose seat is only where something takes place."""
        named = self.found.within("organisation", span)
        return [party_of(fact) for fact in named if not self.document.plain.endswith(_SEAT, 0, fact.span.start)]

    def _nearest(self, form: int) -> tuple[Party, ...]:
        """Who `hai trường`, `hai bên` are where nothing else says it: the body named last before them and the author, else the last two."""
        known = layout(self.document)
        place = known.at(form)
        low = known.blocks[place].body.start if place is not None else max(0, form - _REACH)
        pair = self._pair(Span(low, form))
        if pair:
            return pair
        sides = {party.key: party for party in self._names(Span(low, form))}
        if self.issuer is not None and self.issuer.key not in sides and sides:
            return (self.issuer, list(sides.values())[-1])
        return tuple(sides.values())[-_TWO:] if len(sides) >= _TWO else ()

    def _pair(self, span: Span) -> tuple[Party, ...]:
        """The last two bodies that a paragraph names together: `A và B (Nhật Bản) tổ chức hội thảo. … hai trường đã ký …`."""
        bodies = list(self.found.within("organisation", span))[-_MOST_BACK:]
        for first, second in zip(reversed(bodies[:-1]), reversed(bodies[1:]), strict=True):
            if _AND.fullmatch(self.document.plain, first.span.end, second.span.start):
                return (party_of(first), party_of(second))
        return ()

    def _both(self, sentence: Span, form: int) -> tuple[Party, ...]:
        """The only two bodies of a sentence that tells what they do by the paper: `A thuê B thiết kế trạm theo hợp đồng ký …`."""
        if CARRIES.search(self.document.plain, sentence.start, form) is None:
            return ()
        cited = list(self.found.within("legal_reference", sentence))
        sides = [
            fact for fact in self.found.within("organisation", sentence) if not any(c.span.contains(fact.span) for c in cited)
        ]
        named = {party.key: party for party in map(party_of, sides)}
        if len(named) == 1 and self.issuer is not None and self.issuer.key not in named:
            return (self.issuer, *named.values())
        return tuple(named.values())

    def _reviewers(self, sentence: Span, form: int) -> tuple[Party, ...]:
        """`A, B và C tổng kết …`, `A phối hợp với B tổ chức hội nghị tổng kết …`."""
        plain = self.document.plain
        reviewed = _REVIEWED.search(plain, max(sentence.start, form - _REACH), form)
        if reviewed is None:
            return ()
        met = self._met(Span(sentence.start, reviewed.start()))
        return met or parties_before(self.document, self.found, sentence.start, reviewed.start())

    def _met(self, span: Span) -> tuple[Party, ...]:
        """The last two bodies of a stretch of text of which one met or worked with the other."""
        bodies = list(self.found.within("organisation", span))[-_MOST_BACK:]
        for first, second in zip(reversed(bodies[:-1]), reversed(bodies[1:]), strict=True):
            if _MET.fullmatch(self.document.plain, first.span.end, second.span.start):
                return party_of(first), party_of(second)
        return ()

    @kept
    def own(self) -> tuple[Party, ...]:
        """The two sides a document says at its head that it is about; empty where it does not."""
        return own_sides(self.document, self.found)

    @kept
    def issuer(self) -> Party | None:
        """The body whose document it is."""
        return issuer_of(self.document, self.found)
