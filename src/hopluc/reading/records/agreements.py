"""Agreements (thỏa thuận hợp tác): parties, signing, term, contents and focal points."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Record, RecordKind, Value
from hopluc.reading.layout import layout
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement_cases import CASES
from hopluc.reading.records.agreement_paper import Paper, full_title, signed_paper
from hopluc.reading.records.agreement_terms import contents_after, focal_points_after
from hopluc.reading.records.anchors import anchors
from hopluc.reading.records.parties import Party, delegates_before, parties_after, parties_before


@dataclass(frozen=True, slots=True)
class Agreement(Value):
    """An agreement signed or planned. Parties and focal points go by canonical name; dates are ISO with their grain.

    `signed` is the date of signing as stated (`2015-05-11`, `--12-20`); `planned_signing` the date announced for it.
    `form` is the kind of paper as written (thỏa thuận, biên bản ghi nhớ, chương trình phối hợp, hợp đồng …).
    """

    title: str
    parties: tuple[str, ...] = ()
    signed: str | None = None
    planned_signing: str | None = None
    period: Period | None = None
    contents: tuple[str, ...] = ()
    focal_points: tuple[str, ...] = ()
    place: str | None = None
    form: str | None = None
    status: str | None = None


_FORM_WORDS = (
    *("thoa thuan", "bien ban", "ban ghi nho", "chuong trinh", "ke hoach", "quy che", "nghi quyet"),
    *("hop dong", "y dinh thu", "tuyen bo chung", "hiep dinh", "hop tac", "mou"),
)
_WITH = Pattern(r"\bvới (?=[^.;:,])")
_STOP = Pattern(r"[;:.]")
_REFERRING = ("theo thoa thuan", "theo noi dung thoa thuan", "theo ban thoa thuan", "theo bien ban")
_FORM = Pattern(
    r"(?:thỏa thuận(?: khung| ghi nhớ)?(?: hợp tác| phối hợp| liên kết)?(?: toàn diện| chiến lược| song phương)*"
    r"|(?:biên bản|bản) (?:thỏa thuận )?(?:ghi nhớ|thỏa thuận|hợp tác)(?: hợp tác)?"
    r"|(?:chương trình|kế hoạch|quy chế|nghị quyết) (?:phối hợp|hợp tác|liên tịch|ký kết)"
    r"|hợp đồng(?: hợp tác| nguyên tắc| kinh tế| chuyển giao| tài trợ)?|MoU|ý định thư|tuyên bố chung|hiệp định(?: hợp tác| khung)?"
    r"|hợp tác(?: chiến lược| toàn diện)*)",
    re.IGNORECASE,
)
_SIGN = Pattern(r"\b[Kk][ýí](?: kết)?\b(?! (?:hiệu|túc|ban hành|sự|quỹ|duyệt|tên|số|họa))")
_PLANNED = Pattern(
    r"(?:chuẩn bị|dự kiến|sẽ|tiến tới|đang|xem xét|đề xuất|hướng tới|chờ|sắp|thúc đẩy|xúc tiến|nghiên cứu)[^.;,]{0,60}$",
    re.IGNORECASE,
)
_BETWEEN = Pattern(r"\b[Gg]iữa\b|\bGIỮA\b")
_BOTH = Pattern(r"giữa (?:hai|2|ba|3|các|đôi) bên", re.IGNORECASE)
_SUBJECT = Pattern(
    r"(?:\s-\s[A-Z]{2,8}\s*|\s+)(?:về|trong lĩnh vực|nhằm|để|tổ chức|triển khai|cung cấp|đào tạo|chuyển giao|xây dựng|thực hiện|nghiên cứu|phát triển)\s[^.;:]{3,160}?(?=\s*(?:[.;:)]|$|,? (?:giai đoạn|trong giai đoạn|vào|dưới|giữa|với|bao gồm|gồm|đến năm|có hiệu lực|hướng tới|cho thấy)\b))"
)
_TERM = Pattern(r"[\s,]*(?:trong |cho |thời kỳ )?(?:giai đoạn|thời kỳ|nhiệm kỳ|thời hạn)?\s*\(?$")
_PLAN_OF = Pattern(r"kế hoạch (?:triển khai|thực hiện|triển khai thực hiện) (?:các |nội dung )?$", re.IGNORECASE)
_REVIEWED = Pattern(r"(?:đánh giá|tổng kết|kết quả)[^.;]{0,40}$", re.IGNORECASE)
_UNDER_WAY = Pattern(r"(?:triển khai|thực hiện)[^.;]{0,70}$", re.IGNORECASE)
_PLACE = Pattern(
    r"\btại (?=thành phố|tỉnh|trụ sở|[^\W\d_a-zà-öø-ÿăđĩũơư])((?:[^,.;]|\.(?=[^\W\d_])){3,70}?)(?=,| giữa| đã| diễn ra|[.;]|$| (?:UBND|Ủy ban|Sở|Bộ)\b)"
)
_OCCASION = Pattern(
    r"(?:(?:cũng )?(?:tại|trong khuôn khổ|nhân dịp|trong chương trình) (?:buổi |phiên |lễ |dịp )?(?:hội nghị|hội thảo|làm việc|lễ|sự kiện|diễn đàn|này|đây|tọa đàm|chương trình)"
    r"|nhân dịp này|dịp này|cùng ngày|tại đây)\b",
    re.IGNORECASE,
)
_YEAR = Pattern(r"(?<!đến )(?<!tới )\bnăm (20\d\d)\b")
_NEAR = 140
_BACK = 1500
_LONGEST_EVIDENCE = 320


@dataclass(frozen=True, slots=True)
class _Saying:
    """What one place in the text says of an agreement."""

    evidence: Span
    period: Period | None
    form: str = ""
    title: str = ""
    parties: tuple[Party, ...] = ()
    day: Fact | None = None
    planned: bool = False
    signing: bool = False
    status: str | None = None
    place: str | None = None
    heading: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(party.key for party in self.parties)

    @property
    def weight(self) -> tuple[bool, bool, bool, bool, int]:
        full = len(self.parties) >= 2
        return (self.day is not None, full and self.period is not None, full, not self.heading, len(self.title))


def find_agreements(document: Document, found: Found) -> Iterator[Record]:
    """Each agreement the document tells of, once, however often it is named."""
    sayings = list(_sayings(document, found))
    paper = signed_paper(document, found)
    if paper:
        yield _own(document, found, paper)
        own = {party.key for party in paper.parties}
        sayings = [saying for saying in sayings if not saying.keys <= own or saying.period not in (None, paper.period)]
    groups = _grouped([saying for saying in sayings if saying.parties])
    starts = sorted(saying.evidence.start for group in groups for saying in group)
    later = sorted((saying for saying in sayings if not saying.parties and saying.period), key=_begin)
    for group in sorted(groups, key=lambda group: group[0].evidence):
        yield _agreement(document, found, group, later, starts)


def _begin(saying: _Saying) -> int:
    return saying.evidence.start


def _sayings(document: Document, found: Found) -> Iterator[_Saying]:
    known, text, done = layout(document), document.plain, -1
    sides, signs = list(anchors(document, "giua")), list(anchors(document, "ky", "ki"))
    for anchor in anchors(document, *_FORM_WORDS):
        if anchor < done or not (_any(sides, anchor, anchor + _NEAR) or _any(signs, anchor - _NEAR, anchor)):
            continue
        form = _FORM.match(text, anchor)
        place = known.at(anchor)
        if form is None or place is None or known.blocks[place].span.end <= anchor:
            continue
        sentence = known.sentence_at(anchor)
        saying = _in_sentence(document, found, form, sentence, done)
        if saying:
            end, said = saying
            done = max(end, form.end())
            yield replace(said, heading=known.blocks[place].kind in ("heading", "cell"))
    for anchor in anchors(document, *_REFERRING):
        sentence = known.sentence_at(anchor)
        period = found.first("period", Span(anchor, min(sentence.end, anchor + 80)))
        if period:
            yield _Saying(Span(anchor, period.span.end), period.value)


def _any(offsets: list[int], low: int, high: int) -> bool:
    """Whether one of the sorted offsets lies from `low` to before `high`."""
    place = bisect_left(offsets, low)
    return place < len(offsets) and offsets[place] < high


def _in_sentence(
    document: Document, found: Found, form: re.Match[str], sentence: Span, done: int
) -> tuple[int, _Saying] | None:
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
    follows = _FORM.finditer(text, form.end(), between.start()) if between else iter(())
    return any(not other[0].lower().startswith("hợp tác") for other in follows)


def _sign_before(text: str, form: int, start: int) -> int | None:
    """Where the verb of signing stands before the paper it signs; None where none does."""
    signs = [match.start() for match in _SIGN.finditer(text, max(start, form - _NEAR), form)]
    return signs[-1] if signs else None


def _parties(document: Document, found: Found, form: re.Match[str], sentence: Span) -> tuple[tuple[Party, ...], int]:
    """Who the sides are, and where the naming of the agreement ends."""
    text = document.plain
    between = _BETWEEN.search(text, form.end(), min(sentence.end, form.end() + _NEAR))
    if between and not any(mark in text[form.end() : between.start()] for mark in ";:"):
        both = _BOTH.match(text, between.start(), sentence.end)
        if not both:
            listed = parties_after(document, found, between.end(), sentence.end)
            return (listed, listed[-1].span.end) if len(listed) >= 2 else ((), form.end())
        return _signers(document, found, form.start(), sentence), both.end()
    partner = _WITH.search(text, form.end(), min(sentence.end, form.end() + _NEAR))
    subject = _signers(document, found, form.start(), sentence)
    if partner and not _STOP.search(text, form.end(), partner.start()):
        listed = parties_after(document, found, partner.end(), sentence.end)
        known = {party.key for party in listed}
        own = tuple(party for party in subject[-1:] if party.key not in known)
        if listed and (any(fact.span == listed[0].span for fact in found.within("organisation", listed[0].span)) or own):
            return (*own, *listed), listed[-1].span.end
    return (subject, form.end()) if len(subject) >= 2 else ((), form.end())


def _signers(document: Document, found: Found, form: int, sentence: Span) -> tuple[Party, ...]:
    sign = _sign_before(document.plain, form, sentence.start)
    if sign is None:
        return ()
    listed = parties_before(document, found, sentence.start, sign)
    return listed if len(listed) >= 2 else delegates_before(document, found, sentence.start, sign) or listed


def _said(
    document: Document,
    found: Found,
    form: re.Match[str],
    sides: tuple[tuple[Party, ...], int],
    sentence: Span,
    *,
    sign: int | None,
) -> _Saying:
    text, (listed, end) = document.plain, sides
    start = form.start()
    subject = _SUBJECT.match(text, end, sentence.end)
    title_end = subject.end() if subject else end
    period = _period(document, found, Span(title_end, sentence.end)) or found.first("period", Span(form.end(), title_end))
    plan = _PLAN_OF.search(text, sentence.start, start) is not None
    planned = sign is not None and bool(_PLANNED.search(text, max(sentence.start, sign - 90), sign))
    place = _PLACE.search(text, sentence.start, sentence.end) if sign is not None else None
    first = sentence.start if start - sentence.start < 170 else start if sign is None else sign
    last = max(period.span.end, title_end) if period else title_end
    return _Saying(
        evidence=Span(first, min(last, first + _LONGEST_EVIDENCE)),
        period=period.value if period and not plan else None,
        form=form[0].lower(),
        title=_title(document, form, Span(start, title_end if plan else last), listed),
        parties=listed,
        day=_day(document, found, sentence, start) if sign is not None or "ký" in text[sentence.start : start] else None,
        planned=planned,
        signing=sign is not None,
        status=_status(text, sentence.start, start, sign, planned=planned),
        place=" ".join(document.text[place.start(1) : place.end(1)].split()) if place else None,
    )


def _title(document: Document, form: re.Match[str], span: Span, listed: tuple[Party, ...]) -> str:
    """The agreement's name with its sides, whatever date or place the sentence puts between."""
    title = " ".join(document.quote(span).split())
    between = _BETWEEN.search(document.plain, form.end(), span.end)
    if between and document.plain.startswith((" ngày", " vào", " tại"), form.end()):
        title = " ".join(f"{form[0]} {document.text[between.start() : span.end]}".split())
    if not any(span.contains(party.span) for party in listed) or _BOTH.search(title):
        named = " và ".join(document.quote(party.span) for party in listed)
        title = " ".join(f"{_BOTH.sub('', title)} giữa {named}".split())
    return title[0].upper() + title[1:]


def _status(text: str, low: int, form: int, sign: int | None, *, planned: bool) -> str | None:
    if planned:
        return "planned"
    if sign is not None:
        return "signed"
    if _REVIEWED.search(text, max(low, form - 60), form):
        return "completed"
    return "in progress" if _UNDER_WAY.search(text, max(low, form - 90), form) else None


def _period(document: Document, found: Found, span: Span) -> Fact | None:
    """The term that follows a title directly."""
    fact = found.first("period", Span(span.start, min(span.end, span.start + 60)))
    return fact if fact and _TERM.fullmatch(document.plain, span.start, fact.span.start) else None


def _day(document: Document, found: Found, sentence: Span, anchor: int) -> Fact | None:
    """The day of signing: the date of the sentence nearest to the agreement's name, dates of cited papers left out."""
    cited = list(found.within("legal_reference", sentence))
    days = [fact for fact in found.within("date", sentence) if not any(paper.span.contains(fact.span) for paper in cited)]
    before = [fact for fact in days if fact.span.start < anchor]
    return before[-1] if before else next(iter(days), None) or _told_before(document, found, sentence)


def _told_before(document: Document, found: Found, sentence: Span) -> Fact | None:
    """The day of the occasion a sentence refers back to (`Cũng tại hội nghị, … đã ký kết`): the last date shortly before."""
    if not _OCCASION.search(document.plain, sentence.start, min(sentence.end, sentence.start + 90)):
        return None
    cited = list(found.within("legal_reference", Span(max(0, sentence.start - _BACK), sentence.start)))
    days = [fact for fact in found.within("date", Span(max(0, sentence.start - _BACK), sentence.start)) if fact.value.day]
    told = [fact for fact in days if not any(paper.span.contains(fact.span) for paper in cited)]
    return told[0] if told else None


def _grouped(sayings: list[_Saying]) -> list[list[_Saying]]:
    """The sayings of one agreement together, the fullest first; a passing word on known sides is left out."""
    groups: list[_Group] = []
    by_side: dict[str, list[_Group]] = {}
    for saying in sorted(sayings, key=lambda saying: saying.weight, reverse=True):
        keys = saying.keys
        home = next((group for group in by_side.get(min(keys), ()) if group.takes(saying, keys)), None)
        if home is not None:
            home.members.append(saying)
            home.period = home.period or saying.period
            continue
        passing = saying.day is None and (saying.period is None or len(keys) > 2)
        if not (passing and keys <= by_side.keys()):
            groups.append(_Group([saying], keys, saying.period))
            for key in keys:
                by_side.setdefault(key, []).append(groups[-1])
    return [group.members for group in groups]


@dataclass
class _Group:
    """Sayings of one agreement: the sides of the fullest, which comes first, and the one term any of them gives."""

    members: list[_Saying]
    keys: frozenset[str]
    period: Period | None

    def takes(self, saying: _Saying, keys: frozenset[str]) -> bool:
        """Whether a saying that shares a side tells of this agreement: no other side, no other term, no contract beside a programme."""
        if keys != self.keys and len(keys) > 1:
            return False
        if saying.period and self.period and saying.period != self.period:
            return False
        return ("hợp đồng" in saying.form) == ("hợp đồng" in self.members[0].form)


def _agreement(document: Document, found: Found, group: list[_Saying], later: list[_Saying], starts: list[int]) -> Record:
    head = group[0]
    signing = next((member for member in group if member.day), None)
    period = next((member.period for member in group if member.period), None)
    evidence = [head.evidence]
    if period is None:
        place = bisect_right(later, head.evidence.start, key=_begin)
        if place < len(later) and _begin(later[place]) < _next(starts, head.evidence.start):
            period = later[place].period
            evidence.append(later[place].evidence)
    year = _YEAR.search(head.title)
    if period is None and year:
        period = Period(year[1], year[1])
    planned = _is_planned(group, signing)
    day = signing.day.value.iso if signing and signing.day else None
    contents, said = contents_after(document, group, starts)
    focal, named = focal_points_after(document, found, group, starts)
    evidence += [span for span in (said, named) if span]
    value = Agreement(
        title=head.title,
        parties=tuple(_fullest(party, group) for party in head.parties),
        signed=None if planned else day,
        planned_signing=day if planned else None,
        period=period,
        contents=contents,
        focal_points=focal,
        place=next((member.place for member in group if member.place and member.day), None),
        form=head.form,
        status="planned" if planned else _stands([member.status for member in group if member.status != "planned"]),
    )
    return Record("agreement", value, tuple(sorted(set(evidence[:3]))))


def _is_planned(group: list[_Saying], dated: _Saying | None) -> bool:
    """Whether the signing is still to come: as the saying with its date has it, else as all sayings in prose have it."""
    signings = [dated] if dated else [saying for saying in group if saying.signing and not saying.heading]
    return bool(signings) and all(saying.planned for saying in signings)


def _fullest(party: Party, group: list[_Saying]) -> str:
    """A place's People's Committee signs for it: where any saying names the committee, it is the party."""
    names = [other.name for member in group for other in member.parties if other.key == party.key]
    return next((name for name in names if name.startswith("Ủy ban nhân dân")), party.name)


def _own(document: Document, found: Found, paper: Paper) -> Record:
    """The record of the agreement that the document itself is."""
    value = Agreement(
        title=full_title(document, found, paper),
        parties=tuple(party.name for party in paper.parties),
        signed=paper.signed,
        period=paper.period,
        contents=paper.contents,
        focal_points=paper.focal_points,
        place=paper.place,
        form=paper.form,
        status="signed" if paper.signed else None,
    )
    evidence = [span for span in (paper.title, paper.made, paper.named) if span]
    return Record("agreement", value, tuple(sorted(evidence)))


def _stands(said: list[str | None]) -> str | None:
    return next((status for status in ("signed", "in progress", "completed") if status in said), None)


def _next(starts: list[int], start: int) -> int:
    place = bisect_right(starts, start + _LONGEST_EVIDENCE)
    return starts[place] if place < len(starts) else start + 3000


KIND = RecordKind("agreement", "thỏa thuận hợp tác", find_agreements, CASES)
