"""Sayings (lời nói về thỏa thuận): the places in a text that tell of an agreement and name its sides, each with what it says."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.days import is_to_be_signed, named_day, signed_on, signed_year, signing_day
from hopluc.reading.records.agreement.forms import FORM, FORM_WORDS, OBJECT, PLAN_OF, PLANNED, SIGN, SUBJECT, TO_COME
from hopluc.reading.records.anchors import HANDED, anchors
from hopluc.reading.records.parties import Party, delegates_before, parties_after, parties_before, party_of

WITH = Pattern(r"\bvới (?=[^.;:,])")
_STOP = Pattern(r"[;:.]")
_GRANTED = Pattern(r"(?: \([^()\n]{1,60}\))?,? (?:đã |vừa |tiếp tục )*được ")
_WITH_HELP = Pattern(
    r"(?: \([^()\n]{1,60}\))? (?:đã |vừa |tiếp tục |chính thức |chủ trì,? )*(?:(?:hợp tác|thống nhất|làm việc)(?: với| cùng)(?: với)?|phối hợp(?: với| cùng)?(?: với)?)(?: lãnh đạo| đại diện)? "
)
_LEADS_TO = Pattern(
    r"(?: \([^()\n]{1,60}\))?,?(?: (?:để|đã|cùng|và|tổ chức|[Ll]ễ|tiến hành|tiến tới|thống nhất|chính thức))* ?"
)
_REFERRING = ("theo thoa thuan", "theo noi dung thoa thuan", "theo ban thoa thuan", "theo bien ban")
_BETWEEN = Pattern(r"\b[Gg]iữa\b|\bGIỮA\b")
_SIDES_TOLD = Pattern(r" (?:hai|ba|bốn|song phương|đa phương|nhiều) bên:? (?=[^\W\d_a-zà-ỹ])")  # `thỏa thuận ba bên A - B - C`
_JOINT = Pattern(r"(?:chương trình|kế hoạch|quy chế|nghị quyết) ", re.IGNORECASE)
_OF = Pattern(r"[^.;:\n]{0,90}? của (?=[^\W\d_a-zà-ỹ])")  # `Kế hoạch phối hợp số … ngày … của A và B`
_BOTH = Pattern(
    r"(?i:giữa (?:(?:hai|2|ba|3|các|đôi) bên|(?:hai|2|ba|3) (?:cơ quan|đơn vị|bộ|ngành|sở|trường|viện|tỉnh|thành phố|địa phương|tổ chức|doanh nghiệp)\b))"
    r"(?! [^\W\d_a-zà-ỹ])"
)
_TERM = Pattern(
    r"(?:\s?\([^()\n]{1,60}\))?(?:\s(?!đã\b|sẽ\b|được\b|trong\b|gồm\b)[^.;:()\n]{3,80}?)?[\s,]*\(?(?:trong |cho |thời kỳ )?"
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|thời hạn|thực hiện|triển khai)?\s*(?:\((?:[^()\n]{1,40},\s)?)?$"
)
# Only what closes a paper says that it is done: results of a year, its review and a mid-term one (sơ kết) are told while it runs.
_CLOSED = Pattern(r"(?<!\w)(?:tổng kết(?! năm)|đã (?:kết thúc|thanh lý))[^.;]{0,40}$", re.IGNORECASE)
_UNDER_WAY = Pattern(r"(?<!\w)(?:triển khai|thực hiện|sơ kết|đánh giá|kết quả|tổng kết năm)[^.;]{0,70}$", re.IGNORECASE)
_PLACE = Pattern(
    r"\btại (?=thành phố|tỉnh|trụ sở|[^\W\d_a-zà-öø-ÿăđĩũơư])((?:[^,.;]|\.(?=[^\W\d_])){3,70}?)(?=,| giữa| đã| diễn ra|[.;]|$| (?:UBND|Ủy ban|Sở|Bộ)\b)"
)
_IN_TERM = Pattern(r"\b(?:thời hạn|hiệu lực|thời gian thực hiện|thực hiện|kéo dài)\b[^.;]{0,40}$", re.IGNORECASE)
_BARE_SIDE = Pattern(r"\s*(?P<head>Sở|Bộ|Viện|Trường|Công ty|Cục|Hội|Liên minh)\s(?:và|với)\s")
_OWN_TERM = Pattern(r" ?\([^()\d]{0,20}(\d{4}) ?- ?(\d{4})\)")  # `với A (giai đoạn 2012-2015), B (giai đoạn 2013-2017)`
_COUNT = Pattern(r"\b0?(\d{1,2}) (?:bản )?$")
_NEAR, LONGEST_PAPER = 140, 20
_OPENING = len("Điều 2. Giao ")
_COUNTED = 40  # `thỏa thuận hợp tác toàn diện ba bên` stands within so many characters
LONGEST_EVIDENCE = 320


@dataclass(frozen=True, slots=True)
class Saying:
    """What one place in the text says of an agreement."""

    evidence: Span
    period: Period | None
    form: str = ""
    title: str = ""
    parties: tuple[Party, ...] = ()
    day: Fact | None = None
    year: str | None = None
    planned: bool = False
    signing: bool = False
    status: str | None = None
    place: str | None = None
    heading: bool = False
    passing: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(party.key for party in self.parties)

    @property
    def is_bare(self) -> bool:
        """Whether the paper goes by its form alone: `Thỏa thuận`, `biên bản ghi nhớ`."""
        return self.title.lower() == self.form

    @property
    def weight(self) -> tuple[bool, bool, bool, bool, bool, int]:
        full = len(self.parties) >= 2
        clear = full and not self.passing
        return (self.day is not None, clear, full and self.period is not None, full, not self.heading, len(self.title))


def sayings(document: Document, found: Found) -> Iterator[Saying]:
    """Every naming of an agreement with its sides, and every period told of one by `theo thỏa thuận`."""
    known, text, done = layout(document), document.plain, -1
    sides, signs = list(anchors(document, "giua")), list(anchors(document, "ky", "ki", *HANDED))
    for anchor in anchors(document, *FORM_WORDS):
        if anchor < done:
            continue
        near = _any(sides, anchor, anchor + _NEAR) or _any(signs, anchor - _NEAR, anchor)
        form = FORM.match(text, anchor) if near or _tells_sides(text, anchor) else None
        place = known.at(anchor)
        if form is None or place is None or known.blocks[place].span.end <= anchor:
            continue
        sentence = known.sentence_at(anchor)
        saying = _in_sentence(document, found, form, sentence, done)
        if saying:
            end, said = saying
            done = max(end, form.end())
            kind = known.blocks[place].kind
            said = _of_row(document, found, said) if kind == "cell" else said
            titled = kind == "heading" or (kind == "cell" and not said.planned)
            said = replace(said, heading=titled, planned=said.planned and kind != "heading")
            yield from _one_each(text, form, said)
    for anchor in anchors(document, *_REFERRING):
        sentence = known.sentence_at(anchor)
        period = found.first("period", Span(anchor, min(sentence.end, anchor + 80)))
        if period:
            yield Saying(Span(anchor, period.span.end), period.value)


def _of_row(document: Document, found: Found, said: Saying) -> Saying:
    """A saying in a row of a plan, with the body that leads the row as its first side; what a row says is still to come."""
    start = said.evidence.start
    for table in layout(document).tables:
        if table.span.contains(said.evidence) and "lead" in table.columns and said.signing:
            row = next((row for row in table.rows if any(cell and cell.start <= start < cell.end for cell in row)), None)
            cell = table.cell(row, "lead") if row else None
            lead = found.first("organisation", cell) if cell else None
            sides = (party_of(lead), *said.parties) if lead and len(said.parties) == 1 else said.parties
            return replace(said, parties=sides, planned=True)
    return said


def _tells_sides(text: str, anchor: int) -> bool:
    """Whether the paper named at `anchor` may say its sides without `giữa` and `ký`: `thỏa thuận ba bên A - B`, `Kế hoạch … của A và B`."""
    if text.find(" bên ", anchor, anchor + _COUNTED) >= 0:
        return True
    numbered = text.find(" số ", anchor, anchor + _COUNTED) >= 0
    return numbered and text.find(" của ", anchor, anchor + _NEAR) >= 0 and _JOINT.match(text, anchor) is not None


def _one_each(text: str, form: re.Match[str], said: Saying) -> Iterator[Saying]:
    """A saying, or one for each partner where as many papers are counted as there are partners: `3 thỏa thuận với A, B và C`."""
    count = _COUNT.search(text, max(0, form.start() - 4), form.start())
    own, *partners = said.parties
    terms = [_OWN_TERM.match(text, partner.span.end) for partner in partners]
    each = all(terms) or (count is not None and int(count[1]) == len(partners))
    if not each or len(partners) < 2 or own.span.start > form.start():
        yield said
        return
    for partner, term in zip(partners, terms, strict=True):
        title = f"{form[0]} với {partner.name}"
        period = Period(term[1], term[2]) if term else said.period
        yield replace(said, parties=(own, partner), title=title[0].upper() + title[1:], period=period)


def _any(offsets: list[int], low: int, high: int) -> bool:
    """Whether one of the sorted offsets lies from `low` to before `high`."""
    place = bisect_left(offsets, low)
    return place < len(offsets) and offsets[place] < high


def _in_sentence(document: Document, found: Found, form: re.Match[str], sentence: Span, done: int) -> tuple[int, Saying] | None:
    """What a sentence says of the paper named by `form`, and where its naming ends; None where it names no sides."""
    text = document.plain
    if _renamed(text, form, sentence):
        return None
    listed, end = _parties(document, found, form, sentence)
    bare = form[0].lower() == "hợp tác"
    sign = _sign_before(text, form.start(), max(sentence.start, done))
    if not listed or (len(listed) < 2 and (bare or sign is None)):
        return None
    saying = _said(document, found, form, (listed, end), sentence, sign=sign)
    return None if bare and not (saying.period or saying.signing) else (end, saying)


def _renamed(text: str, form: re.Match[str], sentence: Span) -> bool:
    """Whether a fuller name follows before the sides are named: `hợp tác … ký kết thỏa thuận hợp tác giữa …`."""
    between = _BETWEEN.search(text, form.end(), min(sentence.end, form.end() + 2 * _NEAR))
    follows = FORM.finditer(text, form.end(), between.start()) if between else iter(())
    return any(not other[0].lower().startswith("hợp tác") and text[other.start() - 1] != "(" for other in follows)


def _sign_before(text: str, form: int, start: int) -> int | None:
    """Where the verb of signing stands before the paper it signs; None where none does."""
    ahead = SIGN.finditer(text, max(start, form - _NEAR), form + LONGEST_PAPER)  # `trao` looks at the paper's first words
    signs = [match.start() for match in ahead if match.start() < form]
    return signs[-1] if signs else None


def _parties(document: Document, found: Found, form: re.Match[str], sentence: Span) -> tuple[tuple[Party, ...], int]:
    """Who the sides are, and where the naming of the agreement ends."""
    text = document.plain
    between = _BETWEEN.search(text, form.end(), min(sentence.end, form.end() + _NEAR))
    if between and not any(mark in text[form.end() : between.start()] for mark in ";:"):
        both = _BOTH.match(text, between.start(), sentence.end)
        if not both:
            listed = _with_bare_side(document, found, Span(between.end(), sentence.end))
            return (listed, listed[-1].span.end) if len(listed) >= 2 else ((), form.end())
        return _signers(document, found, form.start(), sentence), both.end()
    joint = _SIDES_TOLD.match(text, form.end(), sentence.end) or (
        _OF.match(text, form.end(), sentence.end) if _JOINT.match(form[0]) else None
    )
    told = parties_after(document, found, joint.end(), sentence.end) if joint else ()
    if len(told) > 1:
        return told, told[-1].span.end
    partner = WITH.search(text, form.end(), min(sentence.end, form.end() + _NEAR))
    subject = _signers(document, found, form.start(), sentence) or _told_of(document, found, form.start(), sentence)
    signed_with = _signed_with(document, found, form, sentence)
    if signed_with and subject:
        return (*subject[-1:], *signed_with), form.end()
    if partner and not _STOP.search(text, form.end(), partner.start()):
        listed = parties_after(document, found, partner.end(), sentence.end)
        known = {party.key for party in listed}
        own = tuple(party for party in subject[-1:] if party.key not in known)
        if listed and (any(fact.span == listed[0].span for fact in found.within("organisation", listed[0].span)) or own):
            return (*own, *listed), listed[-1].span.end
    listed = subject if len(subject) >= 2 else signed_with
    return listed, form.end()


def _with_bare_side(document: Document, found: Found, span: Span) -> tuple[Party, ...]:
    """The parties listed at `span`; a bare head that opens the list (`giữa Sở và …`) stands for the first body of that kind."""
    bare = _BARE_SIDE.match(document.plain, span.start, span.end)
    if bare is None:
        return parties_after(document, found, span.start, span.end)
    opening = Span(0, span.start)
    meant = next(
        (fact for fact in found.within("organisation", opening) if str(fact.value.canonical).startswith(bare["head"] + " ")),
        None,
    )
    others = parties_after(document, found, bare.end(), span.end)
    own = (party_of(meant)._replace(span=Span(*bare.span("head"))),) if meant else ()
    return (*own, *(party for party in others if not own or party.key != own[0].key))


def _signed_with(document: Document, found: Found, form: re.Match[str], sentence: Span) -> tuple[Party, ...]:
    """The partners that stand between the verb and the paper: `ký với A bản ghi nhớ …`."""
    sign = _sign_before(document.plain, form.start(), sentence.start)
    partner = WITH.search(document.plain, sign, form.start()) if sign is not None else None
    listed = parties_after(document, found, partner.end(), form.start()) if partner else ()
    return listed if listed and not _STOP.search(document.plain, listed[-1].span.end, form.start()) else ()


def _signers(document: Document, found: Found, form: int, sentence: Span) -> tuple[Party, ...]:
    sign = _sign_before(document.plain, form, sentence.start)
    if sign is None:
        return ()
    subject = Span(sentence.start, sign)
    listed = (
        _granted(document, found, subject) or _together(document, found, subject) or parties_before(document, found, *subject)
    )
    return listed if len(listed) >= 2 else delegates_before(document, found, sentence.start, sign) or listed


def _told_of(document: Document, found: Found, form: int, sentence: Span) -> tuple[Party, ...]:
    """Whom a sentence tells of from its first words on, where a later clause has the signing: `Sở A xây dựng …; ký kết … với B`."""
    text, sign = document.plain, _sign_before(document.plain, form, sentence.start)
    begins = text.rfind(";", sentence.start, sign) + 1 if sign is not None else 0
    if sign is None or not begins or text[begins:sign].strip():
        return ()
    named = list(found.within("organisation", Span(sentence.start, begins)))[:2]
    if not named or named[0].span.start - sentence.start > _OPENING:
        return ()
    led = len(named) > 1 and text[named[0].span.end : named[1].span.start] == " lãnh đạo "
    return (party_of(named[1] if led else named[0]),)


def _granted(document: Document, found: Found, span: Span) -> tuple[Party, ...]:
    """`A được B ký hợp đồng …`: the two sides where the second signs with the first; empty where it is not told so."""
    last = list(found.within("organisation", span))[-2:]
    if len(last) < 2 or _GRANTED.fullmatch(document.plain, last[0].span.end, last[1].span.start) is None:
        return ()
    return tuple(party_of(side) for side in last) if document.plain[last[1].span.end : span.end].strip() == "" else ()


def _together(document: Document, found: Found, span: Span) -> tuple[Party, ...]:
    """`A phối hợp với B, C ký …`: the sides where the first does it with the others; empty where it is not told so."""
    for first in found.within("organisation", span):
        helped = _WITH_HELP.match(document.plain, first.span.end, span.end)
        others = parties_after(document, found, helped.end(), span.end) if helped else ()
        if others and _LEADS_TO.fullmatch(document.plain, others[-1].span.end, span.end):
            before = parties_before(document, found, span.start, first.span.end)
            return (*(before or (party_of(first),)), *others)
    return ()


def _said(
    document: Document,
    found: Found,
    form: re.Match[str],
    sides: tuple[tuple[Party, ...], int],
    sentence: Span,
    *,
    sign: int | None,
) -> Saying:
    text, (listed, end) = document.plain, sides
    start = form.start()
    end = max(end, _numbered_end(found, form)) if end == form.end() else end
    subject = SUBJECT.match(text, end, sentence.end) or (OBJECT.match(text, end, sentence.end) if end == form.end() else None)
    title_end = _before_next(document, found, Span(end, subject.end())) if subject else end
    rest = Span(title_end, sentence.end)
    later = later_period(document, found, rest) if sentence.contains(rest) else None
    period = _period(document, found, rest) or later or found.first("period", Span(form.end(), title_end))
    plan = PLAN_OF.search(text, sentence.start, start) is not None
    planned = sign is not None and (sign == sentence.start or bool(PLANNED.search(text, max(sentence.start, sign - 90), sign)))
    planned = planned or TO_COME.match(text, end, sentence.end) is not None
    day = signing_day(document, found, sentence, start) if sign is not None or "ký" in text[sentence.start : start] else None
    planned = planned or (sign is not None and day is None and is_to_be_signed(document, sentence, sign))
    place = _PLACE.search(text, sentence.start, sentence.end) if sign is not None else None
    first = sentence.start if start - sentence.start < 170 else start if sign is None else sign
    last = max(period.span.end, title_end) if period and period is not later else title_end
    named = named_day(document, found, form, sentence)
    told = signed_on(document, found, title_end, sentence) or named if sign is None else None
    return Saying(
        evidence=Span(first, min(last, first + LONGEST_EVIDENCE)),
        period=period.value if period and not plan else None,
        form=form[0].lower(),
        title=_title(document, form, Span(start, title_end if plan else last), listed),
        parties=listed,
        day=day or told or (None if planned else named),
        year=signed_year(document, form.end(), sentence),
        planned=planned,
        signing=sign is not None,
        status="signed" if told else status_of(text, sentence.start, start, sign, planned=planned),
        place=" ".join(document.text[place.start(1) : place.end(1)].split()) if place else None,
    )


def _numbered_end(found: Found, form: re.Match[str]) -> int:
    """Where the number and the day end that are a part of the paper's name: `Nghị quyết liên tịch số 02/NQLT ngày 14/5/2004`."""
    cited = found.first("legal_reference", Span(max(0, form.start() - 4), form.end() + 40))
    return cited.span.end if cited is not None and cited.span.start <= form.start() + 4 else form.end()


def _before_next(document: Document, found: Found, span: Span) -> int:
    """Where what a paper is about ends: before a comma behind which another body begins a clause of its own."""
    for fact in found.within("organisation", span):
        if document.plain.endswith(", ", span.start, fact.span.start):
            comma = fact.span.start - len(", ")
            if not any(other.span.end == comma for other in found.within("organisation", span)):
                return comma
    return span.end


def _title(document: Document, form: re.Match[str], span: Span, listed: tuple[Party, ...]) -> str:
    """The agreement's name with its sides, whatever date or place the sentence puts between."""
    title = " ".join(document.quote(span).split())
    between = _BETWEEN.search(document.plain, form.end(), span.end)
    if between and document.plain.startswith((" ngày", " vào", " tại"), form.end()):
        title = " ".join(f"{form[0]} {document.text[between.start() : span.end]}".split())
    if not any(span.contains(party.span) for party in listed) or _BOTH.search(title):
        quotes = [document.quote(party.span) for party in listed]
        named = " và ".join([", ".join(quotes[:-1]), quotes[-1]] if len(quotes) > 1 else quotes)
        title = " ".join(f"{_BOTH.sub('', title)} giữa {named}".split())
    return title[0].upper() + title[1:]


def status_of(text: str, low: int, form: int, sign: int | None, *, planned: bool) -> str | None:
    """What the words before the paper's name (at `form`, its verb of signing at `sign`) say of its status; None where they say nothing.

    Only a final review or an ending (`tổng kết`, `đã kết thúc`, `đã thanh lý`) completes it.
    """
    if planned:
        return "planned"
    if sign is not None:
        return "signed"
    if _CLOSED.search(text, max(low, form - 60), form):
        return "completed"
    return "in progress" if _UNDER_WAY.search(text, max(low, form - 90), form) else None


def _period(document: Document, found: Found, span: Span) -> Fact | None:
    """The term that follows a title directly."""
    fact = found.first("period", Span(span.start, min(span.end, span.start + 60)))
    return fact if fact and _TERM.fullmatch(document.plain, span.start, fact.span.start) else None


def later_period(document: Document, found: Found, span: Span) -> Fact | None:
    """The term told further on in the sentence: `…, thời hạn 5 năm (2011-2015)`."""
    near = found.within("period", span)
    return next((fact for fact in near if _IN_TERM.search(document.plain, span.start, fact.span.start)), None)
