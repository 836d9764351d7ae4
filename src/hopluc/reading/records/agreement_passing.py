"""Agreements named in passing (thỏa thuận nhắc qua): by term or day of signing alone, their sides said elsewhere or left to the reader.

`Thỏa thuận giai đoạn 2018-2022 ký ngày 25/5/2018` in the minutes of two sides is between these two; `Hai bên ký Bản ghi nhớ
giai đoạn 2021-2025` is between those who met in the sentence before; `Sở A, Hội B tổng kết Chương trình phối hợp giai đoạn
2016-2020` is between its subjects.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement_sayings import (
    FORM,
    LONGEST_EVIDENCE,
    LONGEST_PAPER,
    PLAN_OF,
    PLANNED,
    SIGN,
    TO_COME,
    WITH,
    Saying,
    later_period,
    named_day,
    signed_on,
)
from hopluc.reading.records.anchors import anchors
from hopluc.reading.records.own_sides import issuer_of, own_sides
from hopluc.reading.records.parties import Party, parties_after, parties_before, party_of

_FORM_WORDS = (
    "thoa thuan",
    "bien ban",
    "ban ghi nho",
    "chuong trinh",
    "ke hoach",
    "quy che",
    "hop dong",
    "hiep dinh",
    "y dinh thu",
)
# The paper's subject and then its term or its day: `… về chuyển đổi số giai đoạn 2021-2025`, `… ký ngày 16/01/2014`.
_TERM = Pattern(r"(?P<subject>[^.;:\n()]{0,110}?),?\s*\(?(?:trong |cho )?(?:giai đoạn|thời kỳ|nhiệm kỳ)?\s$")
_BREAKS = Pattern(r",\s(?:trong đó|gồm|với|được|đã|sẽ|do|nhằm|từ|đến|các|hai|đồng thời)\b|\b(?:đã|sẽ|được)\s")
# "A và B thỏa thuận chuyển giao …": the word as a verb.
_AGREES = Pattern(
    r"thỏa thuận (?:về |việc |cùng )?(?:chuyển giao|hợp tác|cung cấp|đào tạo|xây dựng|nghiên cứu|phối hợp|thực hiện|triển khai|đầu tư|phát triển|trao đổi|liên kết)\b[^,.;:\n]{0,100}"
)
_BY = Pattern(r"(?P<subject>[^.;:\n]{0,90}?)\s(?:đã |vừa )?được\s")
_SIGNS = Pattern(r"\s(?:cùng |đã |chính thức )?ký\b")
_HAS = Pattern(r"\b(?:có|duy trì|thiết lập)\s(?:các |bản |một )?$")
_IN_DRAFT = Pattern(r"\b(?:dự thảo|soạn thảo|xây dựng|chuẩn bị|thống nhất|sớm|tiến tới|đề xuất)\b[^.;]{0,60}$", re.IGNORECASE)
_ACTED = Pattern(r"\b(?:thông qua|nhất trí|thống nhất)\s+(?:nội dung |ký )?(?:bản )?$")
_REVIEWED = Pattern(
    r"\s*(?:đã |cùng |phối hợp )*(?:tổ chức (?:hội nghị |lễ )?)?(?:tổng kết|sơ kết|đánh giá|triển khai|thực hiện|thống nhất|ban hành|xây dựng|thông qua)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
_MET = Pattern(
    r"\s*(?:\([^()\n]{1,60}\)\s*)?(?:đã |tiếp tục |có buổi |tổ chức )*(?:phối hợp|hợp tác|làm việc|họp(?: trực tuyến)?|trao đổi|hội đàm|gặp gỡ)\s+(?:với|cùng)(?: với)?\s+"
    r"(?:lãnh đạo |đoàn |đại diện )?$"
)
_BOTH = Pattern(r"\b(?:hai|ba|các|cả hai) (?:bên|phía|đơn vị|cơ quan|trường|viện|địa phương)\b", re.IGNORECASE)
_THIS = Pattern(r"\b(?:này|nối tiếp|tiếp nối|kế tiếp|thay thế)\b")
_REACH = 170
_BACK = 2_500
_MOST_BACK = 12
_FIRST = 3  # the subject opens its clause


def passing_sayings(document: Document, found: Found, named: Sequence[Saying]) -> Iterator[Saying]:
    """What the text says of agreements where it does not name their sides beside them; nothing where no sides can be known."""
    context = _Context(document, found, named)
    known, text = layout(document), document.plain
    covered = sorted((saying.evidence.start, saying.evidence.end) for saying in named if saying.parties)
    done = -1
    for anchor in anchors(document, *_FORM_WORDS):
        if anchor < done or _is_covered(covered, anchor):
            continue
        form, place = FORM.match(text, anchor), known.at(anchor)
        if form is None or place is None or known.blocks[place].body.end <= anchor:
            continue
        sentence = known.sentence_at(anchor)
        saying = _passing(context, form, sentence)
        if saying:
            done = saying.evidence.end
            context.told.append(saying)
            yield saying


def _is_covered(covered: Sequence[tuple[int, int]], offset: int) -> bool:
    place = bisect_right(covered, (offset, len(covered) + offset)) - 1
    return any(start <= offset < end for start, end in covered[max(0, place - 2) : place + 2])


class _Context:
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
        before = [saying for saying in self.told if sentence.start - _BACK <= saying.evidence.start < form]
        words = plain[sentence.start : sentence.end]
        if before and (_THIS.search(words) or before[-1].evidence.end > sentence.start):
            return before[-1].parties
        met = self._met(Span(max(0, sentence.start - _BACK), form))
        if _BOTH.search(words) and (met or before):
            later = before and (not met or before[-1].evidence.start > met[0].span.start)
            return before[-1].parties if later else met
        return self.own

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

    @cached_property
    def own(self) -> tuple[Party, ...]:
        """The two sides a document says at its head that it is about; empty where it does not."""
        return own_sides(self.document, self.found)

    @cached_property
    def issuer(self) -> Party | None:
        """The body whose document it is."""
        return issuer_of(self.document, self.found)


def _passing(context: _Context, form: re.Match[str], sentence: Span) -> Saying | None:
    """What a sentence says of the paper at `form`: its term or day of signing, and the sides the context gives."""
    document, found, text = context.document, context.found, context.document.plain
    near = Span(form.end(), min(sentence.end, form.end() + _REACH))
    period = next((fact for fact in found.within("period", near) if _is_term(text, form.end(), fact.span.start)), None)
    last = period.span.end if period else form.end()
    term = period or later_period(document, found, Span(form.end(), sentence.end))
    day = signed_on(document, found, form.end(), sentence) or named_day(document, found, form, sentence)
    partner = _partner(context, form, sentence)
    agreed = _agreed(context, form, sentence) or _signed_by(context, form, sentence) or _held(context, form, sentence, partner)
    if agreed:
        return agreed
    if PLAN_OF.search(text, max(sentence.start, form.start() - 60), form.start()) or (period is None and day is None):
        return None
    to_come = (
        TO_COME.match(text, last, sentence.end) is not None if day is None else "dự kiến ký" in text[last : day.span.start]
    )
    low = max(sentence.start, form.start() - 90)
    sign = next((sign for sign in SIGN.finditer(text, low, form.start() + LONGEST_PAPER) if sign.start() < form.start()), None)
    draft = _IN_DRAFT.search(text, low, form.start())
    agreed_on = draft is not None and day is not None and draft[0].lower().startswith("thống nhất")  # and signed since
    planned = to_come or (draft is not None and not agreed_on) or bool(sign and PLANNED.search(text, low, sign.start()))
    parties = partner or context.sides(sentence, form.start())
    if not parties or (len(parties) < 2 and not (sign or day or to_come)):
        return None
    if day is None and not planned and (sign or _ACTED.search(text, low, form.start())):
        day = _day_of(context, sentence)
    title = _title(document, Span(form.start(), max(last, parties[-1].span.end if partner else last)))
    return Saying(
        evidence=_told_in(form, sentence, max(last, day.span.end if day and day.span.start > form.end() else last)),
        period=term.value if term else None,
        form=form[0].lower(),
        title=title,
        parties=parties,
        day=None if planned else day,
        planned=planned,
        signing=planned or sign is not None,
        status="planned" if planned else "signed" if sign or day else None,
        passing=True,
    )


def _told_in(form: re.Match[str], sentence: Span, end: int) -> Span:
    """The words about the paper at `form` up to `end`, as far as evidence goes."""
    first = max(sentence.start, form.start() - _REACH)
    return Span(first, min(max(end, sentence.start), first + LONGEST_EVIDENCE))


def _agreed(context: _Context, form: re.Match[str], sentence: Span) -> Saying | None:
    """What two bodies agree on where the verb stands right behind both."""
    document, text = context.document, context.document.plain
    agrees = _AGREES.match(text, form.start(), sentence.end)
    parties = parties_before(document, context.found, sentence.start, form.start()) if agrees else ()
    if agrees is None or len(parties) < 2 or text[parties[-1].span.end : form.start()].strip() not in ("", "đã", "cùng"):
        return None
    title = _title(document, Span(agrees.start(), agrees.end()))
    return Saying(
        evidence=Span(parties[0].span.start, agrees.end()),
        period=None,
        form="thỏa thuận",
        title=title,
        parties=parties,
        day=_day_of(context, sentence),
        signing=True,
        status="signed",
        passing=True,
    )


def _title(document: Document, span: Span) -> str:
    """The words that name an agreement, on one line, as a title begins."""
    words = " ".join(document.quote(span).split())
    return words[0].upper() + words[1:]


def _signed_by(context: _Context, form: re.Match[str], sentence: Span) -> Saying | None:
    """`Ý định thư về … đã được A và B ký ngày …`."""
    document, text = context.document, context.document.plain
    by = _BY.match(text, form.end(), sentence.end)
    parties = parties_after(document, context.found, by.end(), sentence.end) if by else ()
    if by is None or len(parties) < 2 or _SIGNS.match(text, parties[-1].span.end, sentence.end) is None:
        return None
    title = _title(document, Span(form.start(), form.end() + len(by["subject"])))
    near = context.found.within("period", Span(parties[-1].span.end, sentence.end))
    period = next(iter(near), None)
    return Saying(
        evidence=Span(form.start(), min(sentence.end, form.start() + LONGEST_EVIDENCE)),
        period=period.value if period else None,
        form=form[0].lower(),
        title=title,
        parties=parties,
        day=_day_of(context, sentence),
        signing=True,
        status="signed",
        passing=True,
    )


def _held(context: _Context, form: re.Match[str], sentence: Span, partner: tuple[Party, ...]) -> Saying | None:
    """`A có thỏa thuận hợp tác với B`: an agreement in being."""
    document, text = context.document, context.document.plain
    has = _HAS.search(text, max(sentence.start, form.start() - 20), form.start())
    if has is None or len(partner) < 2 or not any(sentence.contains(side.span) for side in partner[:1]):
        return None
    span = Span(form.start(), partner[-1].span.end)
    title = _title(document, span)
    return Saying(
        evidence=Span(partner[0].span.start, span.end),
        period=None,
        form=form[0].lower(),
        title=title,
        parties=partner,
        day=None,
        status="in progress",
        passing=True,
    )


def _is_term(text: str, form: int, period: int) -> bool:
    """Whether nothing but the paper's subject stands between its form and the period."""
    term = _TERM.fullmatch(text, form, period)
    return term is not None and not _BREAKS.search(term["subject"])


def _partner(context: _Context, form: re.Match[str], sentence: Span) -> tuple[Party, ...]:
    """The partner named right behind the paper (`thỏa thuận hợp tác với B`), with the body whose document it is."""
    text = context.document.plain
    partner = WITH.search(text, form.end(), min(sentence.end, form.end() + 60))
    if partner is None or any(mark in text[form.end() : partner.start()] for mark in ".;:,"):
        return ()
    listed = parties_after(context.document, context.found, partner.end(), sentence.end)
    signed = signed_on(context.document, context.found, form.end(), sentence)
    if not listed or not (signed or any(True for _ in context.found.within("organisation", listed[0].span))):
        return ()
    subject = parties_before(context.document, context.found, sentence.start, form.start())[-1:] or _acting(
        context, form, sentence
    )
    own = subject or ((context.issuer,) if context.issuer else ())
    return (*(side for side in own if side.key != listed[0].key), *listed)


def _acting(context: _Context, form: re.Match[str], sentence: Span) -> tuple[Party, ...]:
    """Who acts by the paper, as the subject of its clause: `Cơ quan A tài trợ … theo Thỏa thuận ký ngày … với B`."""
    text = context.document.plain
    if not text.endswith(("theo ", "theo bản ", "Theo "), sentence.start, form.start()):
        return ()
    low = max(
        sentence.start, text.rfind(";", sentence.start, form.start()) + 1, text.rfind(": ", sentence.start, form.start()) + 1
    )
    first = context.found.first("organisation", Span(low, form.start()))
    return (party_of(first),) if first is not None and first.span.start - low <= _FIRST else ()


def _day_of(context: _Context, sentence: Span) -> Fact | None:
    """The day of what a sentence tells: its own only day, or that of the sentences before it in its block."""
    known = layout(context.document)
    place = known.at(sentence.start)
    own = [fact for fact in context.found.within("date", sentence) if fact.value.day]
    if own or place is None:
        return own[0] if len(own) == 1 else None
    before = [
        fact for fact in context.found.within("date", Span(known.blocks[place].body.start, sentence.start)) if fact.value.day
    ]
    return before[-1] if len(before) == 1 else None
