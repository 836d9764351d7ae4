"""Agreements named in passing (thỏa thuận nhắc qua): by term or day of signing alone, their sides said elsewhere or left to the reader.

`Thỏa thuận giai đoạn 2018-2022 ký ngày 25/5/2018` in the minutes of two sides is between these two; `Hai bên ký Bản ghi nhớ
giai đoạn 2021-2025` is between those who met in the sentence before; `Sở A, Hội B tổng kết Chương trình phối hợp giai đoạn
2016-2020` is between its subjects.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.days import is_to_be_signed, named_day, signed_on, signed_year
from hopluc.reading.records.agreement.forms import FORM, FORM_WORDS, PLAN_OF, PLANNED, SIGN, SUBJECT, TO_COME
from hopluc.reading.records.agreement.sayings import LONGEST_EVIDENCE, LONGEST_PAPER, WITH, Saying, later_period
from hopluc.reading.records.agreement.sides import BOTH, CARRIES, Context
from hopluc.reading.records.agreement.taken_up import taken_up
from hopluc.reading.records.anchors import anchors
from hopluc.reading.records.parties import Party, parties_after, parties_before, party_of

_FORM_WORDS = tuple(word for word in FORM_WORDS if word not in ("hop tac", "nghi quyet", "mou"))
# The paper's subject and then its term or its day: `… về chuyển đổi số giai đoạn 2021-2025`, `… ký ngày 16/01/2014`.
_TERM = Pattern(r"(?P<subject>[^.;:\n()]{0,110}?),?\s*\(?(?:trong |cho )?(?:giai đoạn|thời kỳ|nhiệm kỳ)?\s$")
_BREAKS = Pattern(r",\s(?:trong đó|gồm|với|được|đã|sẽ|do|nhằm|từ|đến|các|hai|đồng thời)\b|\b(?:đã|sẽ|được)\s")
# "A và B thỏa thuận chuyển giao …": the word as a verb.
_AGREES = Pattern(
    r"thỏa thuận (?:về |việc |cùng )?(?:chuyển giao|hợp tác|cung cấp|đào tạo|xây dựng|nghiên cứu|phối hợp|thực hiện|triển khai|đầu tư|phát triển|trao đổi|liên kết|(?:một|các) (?:dự án|chương trình|hợp đồng|nội dung))\b[^,.;:\n]{0,100}"
)
_BY = Pattern(r"(?P<subject>[^.;:\n]{0,90}?)\s(?:(?:đã |vừa )?được|mà)\s")
_SIGNS = Pattern(r"(?:\s\([^()\n]{1,60}\))?,?\s(?:(?:cùng|đã|vừa|chính thức|đặt bút|tiến hành|nhau) ){0,3}ký\b")
# How an item on a paper begins, and the words that say it is still to be signed.
_OPENS = Pattern(
    r"(?:(?:Ký(?: kết)?(?: mới)?|Gia hạn|Xúc tiến ký(?: kết)?|Tiếp tục(?: thực hiện| triển khai)?|Thực hiện|Triển khai) )?(?:các )?(?:[Bb]ản )?"
)
_NEW = Pattern(r"(?:Ký|Gia hạn|Xúc tiến)")
_NOT_YET = Pattern(r"\b(?:dự thảo|chưa (?:được )?ký|đang (?:soạn|xây dựng|đàm phán|hoàn thiện)|dự kiến ký|sẽ ký|trình ký)\b")
_FATE = Pattern(
    r"\b(?:dự thảo|chưa (?:được )?ký|(?:đã|được) (?:ký|gia hạn|thanh lý|nghiệm thu)|(?:còn|hết|có) hiệu lực|đang (?:triển khai|thực hiện|soạn|đàm phán))\b"
)
_NAMED_AFTER = Pattern(r"[^.;:\n]{0,110}:\s")
_HAS = Pattern(r"\b(?:có|duy trì|thiết lập)\s(?:các |bản |một )?$")
_IN_DRAFT = Pattern(r"\b(?:dự thảo|soạn thảo|xây dựng|chuẩn bị|thống nhất|sớm|tiến tới|đề xuất)\b[^.;]{0,60}$", re.IGNORECASE)
_ACTED = Pattern(r"\b(?:thông qua|nhất trí|thống nhất)\s+(?:nội dung |ký )?(?:bản )?$")
_REACH = 170
_TWO = 2
_FIRST = 3  # the subject opens its clause


def passing_sayings(document: Document, found: Found, named: Sequence[Saying]) -> Iterator[Saying]:
    """What the text says of agreements where it does not name their sides beside them; nothing where no sides can be known."""
    context = Context(document, found, named)
    known, text = layout(document), document.plain
    covered = sorted((saying.evidence.start, saying.evidence.end) for saying in named if saying.parties)
    done = -1
    for anchor in anchors(document, *_FORM_WORDS):
        if anchor < done or _is_covered(covered, anchor):
            continue
        form, place = FORM.match(text, anchor), known.at(anchor)
        if place is None or known.blocks[place].body.end <= anchor:
            continue
        sentence = known.sentence_at(anchor)
        saying = _passing(context, form, sentence) if form is not None else taken_up(context, anchor, sentence)
        if saying:
            done = saying.evidence.end
            context.told.append(saying)
            yield saying


def _is_covered(covered: Sequence[tuple[int, int]], offset: int) -> bool:
    place = bisect_right(covered, (offset, len(covered) + offset)) - 1
    return any(start <= offset < end for start, end in covered[max(0, place - 2) : place + 2])


class _When(NamedTuple):
    """When the paper is told of: the period right behind it, its day of signing, or, without either, the year."""

    period: Fact | None
    day: Fact | None
    year: str | None

    @property
    def is_dated(self) -> bool:
        return self.period is not None or self.day is not None


def _passing(context: Context, form: re.Match[str], sentence: Span) -> Saying | None:
    """What a sentence says of the paper at `form`: its term or day of signing, and the sides the context gives."""
    document, found, text = context.document, context.found, context.document.plain
    when = _when(context, form, sentence)
    partner = _partner(context, form, sentence)
    agreed = _in_other_words(context, form, sentence, partner, dated=when.is_dated)
    if agreed:
        return agreed
    untimed = not when.is_dated and when.year is None
    if (untimed and not _is_soon(context, form, sentence)) or PLAN_OF.search(
        text, max(sentence.start, form.start() - 60), form.start()
    ):
        return None
    near = Span(max(sentence.start, form.start() - 90), form.start())
    sign = next((sign for sign in SIGN.finditer(text, near.start, near.end + LONGEST_PAPER) if sign.start() < near.end), None)
    to_come = _is_to_come(text, form, sentence, when)
    planned = to_come or _is_planned(document, near, sentence, sign, when)
    parties = partner or context.sides(sentence, form.start())
    if not parties or (len(parties) < 2 and not (sign or when.day or when.year or to_come)):
        return None
    day = when.day
    if day is None and not planned and (sign or _ACTED.search(text, *near)):
        day = _day_of(context, sentence)
    last = when.period.span.end if when.period else form.end()
    term = when.period or later_period(document, found, Span(form.end(), sentence.end))
    return Saying(
        evidence=_told_in(form, sentence, max(last, day.span.end if day and day.span.start > form.end() else last)),
        period=term.value if term else None,
        form=form[0].lower(),
        title=_title(document, Span(form.start(), max(last, parties[-1].span.end if partner else last))),
        parties=parties,
        day=None if planned else day,
        year=when.year,
        planned=planned,
        signing=planned or sign is not None,
        status="planned" if planned else "signed" if sign or day or when.year else None,
        passing=True,
    )


def _when(context: Context, form: re.Match[str], sentence: Span) -> _When:
    document, found = context.document, context.found
    near = Span(form.end(), min(sentence.end, form.end() + _REACH))
    period = next(
        (fact for fact in found.within("period", near) if _is_term(document.plain, form.end(), fact.span.start)), None
    )
    day = signed_on(document, found, form.end(), sentence) or named_day(document, found, form, sentence)
    year = signed_year(document, form.end(), sentence) if period is None and day is None else None
    return _When(period, day, year)


def _is_to_come(text: str, form: re.Match[str], sentence: Span, when: _When) -> bool:
    """Whether the words behind the paper say that it is still to be signed."""
    last = when.period.span.end if when.period else form.end()
    if when.day is not None:
        return "dự kiến ký" in text[last : when.day.span.start]
    return TO_COME.match(text, last, sentence.end) is not None


def _is_planned(document: Document, near: Span, sentence: Span, sign: re.Match[str] | None, when: _When) -> bool:
    """Whether the words before the paper, `near` it, say that it is a draft, or is to be signed."""
    text = document.plain
    draft = _IN_DRAFT.search(text, *near)
    agreed_on = draft is not None and when.day is not None and draft[0].lower().startswith("thống nhất")  # and signed since
    if (draft is not None and not agreed_on) or (sign and PLANNED.search(text, near.start, sign.start())):
        return True
    undated = when.day is None and when.year is None
    return sign is not None and undated and is_to_be_signed(document, sentence, sign.start())


def _in_other_words(
    context: Context, form: re.Match[str], sentence: Span, partner: tuple[Party, ...], *, dated: bool
) -> Saying | None:
    """An agreement told by who agrees, who signed it, who has it, who is named behind it, or as what a line without dates opens with."""
    return (
        _agreed(context, form, sentence)
        or _signed_by(context, form, sentence)
        or _held(context, form, sentence, partner)
        or _named_after(context, form, sentence)
        or (None if dated else _opening(context, form, sentence, partner))
    )


# `Hai bên sẽ ký biên bản ghi nhớ trong tháng 9`: to be signed at a time that is told without its year.
_WILL = Pattern(r"\b(?:sẽ|dự kiến)\s[^.;,]{0,20}$")
_SOON = Pattern(
    r"[^.;:,\n]{0,60}?\s(?:trong|vào|cuối|đầu)\s(?:cuối |đầu |giữa )?(?:tháng|quý|năm|thời gian) (?:tới|sau|nay|này|\d|[IV])"
)


def _is_soon(context: Context, form: re.Match[str], sentence: Span) -> bool:
    """Whether both sides are to sign what `form` names at a time that is told."""
    text = context.document.plain
    signs = [sign.start() for sign in SIGN.finditer(text, max(sentence.start, form.start() - 30), form.start() + 1)]
    both = BOTH.search(text, sentence.start, form.start())
    return bool(signs and both and _WILL.search(text, both.end(), signs[-1]) and _SOON.match(text, form.end(), sentence.end))


def _told_in(form: re.Match[str], sentence: Span, end: int) -> Span:
    """The words about the paper at `form` up to `end`, as far as evidence goes."""
    first = max(sentence.start, form.start() - _REACH)
    return Span(first, min(max(end, sentence.start), first + LONGEST_EVIDENCE))


def _agreed(context: Context, form: re.Match[str], sentence: Span) -> Saying | None:
    """What two bodies agree on where the verb stands right behind both."""
    document, text = context.document, context.document.plain
    agrees = _AGREES.match(text, form.start(), sentence.end)
    parties = parties_before(document, context.found, sentence.start, form.start()) if agrees else ()
    if (
        agrees is None
        or len(parties) < 2
        or text[parties[-1].span.end : form.start()].strip() not in ("", "đã", "cùng", "vừa", "đã cùng")
    ):
        return None
    title = _title(document, Span(agrees.start(), agrees.end()))
    return Saying(
        evidence=Span(parties[0].span.start, agrees.end()),
        period=next((fact.value for fact in context.found.within("period", Span(agrees.start(), agrees.end()))), None),
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


def _signed_by(context: Context, form: re.Match[str], sentence: Span) -> Saying | None:
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


def _held(context: Context, form: re.Match[str], sentence: Span, partner: tuple[Party, ...]) -> Saying | None:
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


def _named_after(context: Context, form: re.Match[str], sentence: Span) -> Saying | None:
    """`Hai trường đã ký biên bản ghi nhớ về …: Trường A và Trường B`."""
    document, text = context.document, context.document.plain
    opens = _NAMED_AFTER.match(text, form.end(), sentence.end)
    signs = [sign.start() for sign in SIGN.finditer(text, sentence.start, form.end()) if sign.start() < form.start()]
    if opens is None or not signs or BOTH.search(text, sentence.start, signs[-1]) is None:
        return None
    parties = parties_after(document, context.found, opens.end(), sentence.end)
    if len(parties) < _TWO or not all(any(context.found.within("organisation", side.span)) for side in parties):
        return None
    return Saying(
        evidence=Span(sentence.start, min(parties[-1].span.end, sentence.start + LONGEST_EVIDENCE)),
        period=None,
        form=form[0].lower(),
        title=_title(document, Span(form.start(), opens.end() - 2)),
        parties=parties,
        day=_day_of(context, sentence),
        signing=True,
        status="signed",
        passing=True,
    )


def _opening(context: Context, form: re.Match[str], sentence: Span, partner: tuple[Party, ...]) -> Saying | None:
    """The paper that a list's item or a heading opens with: `- Bản ghi nhớ với B về đào tạo (năm 2008)`; its other side is the author."""
    document, text = context.document, context.document.plain
    place = layout(document).at(form.start())
    block = layout(document).blocks[place] if place is not None else None
    if block is None or block.kind == "cell" or not partner or form[0].lower() == "hợp tác":
        return None
    verb = _OPENS.fullmatch(text, block.body.start, form.start()) or (
        _OPENS.fullmatch(text, sentence.start, form.start()) if _FATE.search(text, form.end(), sentence.end) else None
    )
    if verb is None:
        return None
    sides = partner if len(partner) >= _TWO else (*_of_list(context, block.parent), *partner)
    subject = SUBJECT.match(text, partner[-1].span.end, sentence.end)
    end = subject.end() if subject else partner[-1].span.end
    bracket = text.find(" (", partner[-1].span.end, end)
    end = bracket if bracket > 0 else end
    period = next(iter(context.found.within("period", Span(form.end(), sentence.end))), None)
    planned = _NOT_YET.search(text, end, sentence.end) is not None or _NEW.match(verb[0]) is not None
    return Saying(
        evidence=Span(verb.start(), min(max(sentence.end, end), verb.start() + LONGEST_EVIDENCE)),
        period=period.value if period else None,
        form=form[0].lower(),
        title=_title(document, Span(form.start(), end)),
        parties=sides,
        day=None if planned else _day_of(context, sentence),
        planned=planned,
        signing=planned,
        status="planned" if planned else None,
        heading=block.kind == "heading",
        passing=True,
    )


def _of_list(context: Context, parent: int | None) -> tuple[Party, ...]:
    """Who signed what a list holds, as the line above it says: `Viện A đã ký 5 văn bản, nổi bật là:`."""
    document = context.document
    if parent is None:
        return ()
    above = layout(document).blocks[parent].body
    sign = SIGN.search(document.plain, above.start, above.end)
    return parties_before(document, context.found, above.start, sign.start())[-1:] if sign else ()


def _is_term(text: str, form: int, period: int) -> bool:
    """Whether nothing but the paper's subject stands between its form and the period."""
    term = _TERM.fullmatch(text, form, period)
    return term is not None and not _BREAKS.search(term["subject"])


def _partner(context: Context, form: re.Match[str], sentence: Span) -> tuple[Party, ...]:
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


def _acting(context: Context, form: re.Match[str], sentence: Span) -> tuple[Party, ...]:
    """Who acts by the paper, as the subject of its clause: `Cơ quan A tài trợ … theo Thỏa thuận ký ngày … với B`."""
    text = context.document.plain
    if CARRIES.search(text, sentence.start, form.start()) is None:
        return ()
    low = max(
        sentence.start, text.rfind(";", sentence.start, form.start()) + 1, text.rfind(": ", sentence.start, form.start()) + 1
    )
    first = context.found.first("organisation", Span(low, form.start()))
    return (party_of(first),) if first is not None and first.span.start - low <= _FIRST else ()


def _day_of(context: Context, sentence: Span) -> Fact | None:
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
