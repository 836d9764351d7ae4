"""Events told by a verb: what bodies signed, whom they met and where they went on a day."""

import re
from collections.abc import Iterator

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span, words_begin
from hopluc.reading.facts import Found, Record
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.forms import FORM
from hopluc.reading.records.event.value import LONGEST_NAME, NAME_END, PLACE, PLANNED, Event, day_of, evidence, is_day, place_of
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.parties import parties_before
from hopluc.reading.records.setting import Setting

_SIGNED = Pattern(
    r"ký (?:kết )?(?i:thỏa thuận|hợp tác|biên bản|bản ghi nhớ|bản thỏa thuận|chương trình|hợp đồng|ghi nhớ|kế hoạch|quy chế)\b"
)
_SIGNING = Pattern(r"\b(?:đã|tổ chức|tiến hành|cùng|cùng nhau|chính thức)\s$")


def is_cited(found: Found, offset: int) -> bool:
    """Whether what stands at `offset` is a part of a citation."""
    around = Span(max(0, offset - 300), offset + 300)
    return any(fact.span.start <= offset < fact.span.end for fact in found.within("legal_reference", around))


def signed(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Signings told by their verb, where the sentence gives their day."""
    for match in _SIGNED.finditer(document.plain):
        if document.plain.endswith(("Lễ ", "lễ "), 0, match.start()):
            continue  # named as a ceremony
        record = _signing(document, found, setting, match)
        if record is not None:
            yield record


def _signing(document: Document, found: Found, setting: Setting, match: re.Match[str]) -> Record | None:
    """`Ngày …, A và B đã ký kết …`: a signing told by its verb, where the sentence gives its day."""
    manner = _SIGNING.search(document.plain, max(0, match.start() - 12), match.start())
    told, held = manner is not None, manner is not None and manner[0].startswith("tổ chức")
    if not told and document.plain.find(" tại ", max(0, match.start() - LONGEST_NAME), match.start()) < 0:
        return None
    sentence = sentence_with(document, Span(*match.span()))
    days = [time for time in setting.times(Span(sentence.start, match.start())) if is_day(time) and time.bound is None]
    if not days or days[-1].period.start != days[-1].period.end or is_cited(found, match.start()):
        return None
    stop = NAME_END.search(document.plain, match.end(), min(sentence.end, match.end() + LONGEST_NAME))
    signers = [
        party
        for party in parties_before(document, found, days[-1].span.end, match.start())
        if not document.plain.endswith(_WHERE, 0, party.span.start)
    ]
    named = found.within("organisation", Span(days[-1].span.end, match.start()))
    first = next((fact for fact in named if not document.plain.endswith(_WHERE, 0, fact.span.start)), None)
    begun = [party.span.start for party in signers] + ([first.span.start] if first else [])
    name = Span(min(begun, default=match.start()), stop.start() if stop else sentence.end)
    place = place_of(document, name, sentence)
    if (place is None and not held) or (not told and len(signers) < _SIDES):
        return None  # the agreement tells a signing without its place; `Ngày …, tại trụ sở …, A và B ký …`: two sides right before the verb, and where
    status = "planned" if PLANNED.search(document.plain[sentence.start : match.start()]) else "held"
    value = Event(
        squeezed(document.quote(name)), days[-1].period.start, squeezed(document.quote(place)) if place else None, status
    )
    return Record("event", value, evidence(name, days[-1].span, place))


_SIDES = 2
_WHERE = ("tại ", "ở ", "trụ sở ", "phòng họp ")  # `tại trụ sở UBND tỉnh, A và B ký …`
_GROUNDS = ("Căn cứ", "căn cứ", "- Căn cứ")
_SIGNED_WORD = cues("ký")
_WAS_SIGNED = Pattern(r"(?:được )?ký(?: kết)?(?: tại (?P<at>[^,.;:()\n]{2,60}?))?,?(?: vào)?(?: ngày| hôm)? (?=\d|tháng)")


def signed_at(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Signings told of a paper, with their day and place: `Chương trình … được ký ngày … tại thị xã …`, `Bản ghi nhớ … ký tại …`."""
    for match in cued(document, _SIGNED_WORD, _WAS_SIGNED):
        sentence = sentence_with(document, Span(*match.span()))
        if document.plain.startswith(_GROUNDS, sentence.start):
            continue  # what a paper rests on it cites, and tells no signing
        forms = list(FORM.finditer(document.plain, sentence.start, match.start()))
        day = next((time for time in setting.times(Span(match.end(), match.end() + 24)) if is_day(time)), None)
        if not forms or day is None or day.span.start > match.end() or is_cited(found, match.start()):
            continue
        place = PLACE.match(document.plain, day.span.end + 1, sentence.end) or (
            PLACE.search(document.plain, match.start(), day.span.start) if match["at"] else None
        )
        if place is None:
            continue
        between = document.plain.find(" giữa ", forms[0].end(), match.start())
        end = between if between > 0 else match.start()
        title = Span(forms[0].start(), end - (document.plain[end - 1] == " "))
        where = Span(*place.span("place"))
        title = Span(title.start, min(title.end, title.start + LONGEST_NAME))
        value = Event(f"Ký {squeezed(document.quote(title))}", day.period.start, squeezed(document.quote(where)), "held")
        told = Span(min(match.start(), where.start), max(where.end, day.span.end))
        yield Record("event", value, evidence(title, told))


_MET = Pattern(
    r"(?:(?:đến |tới |sang |lên )?thăm(?:(?:,| và) (?:làm việc|chúc mừng|khảo sát))?(?: với| tại)?|làm việc (?:với|tại)|hội đàm với|tiếp(?: và làm việc với| xã giao)?"
    r"|gặp gỡ|đối thoại với|khai mạc|bế mạc|họp với|họp bàn|họp về)\s"
)
_MEETING = cues("thăm", "làm việc", "hội đàm", "tiếp", "gặp gỡ", "đối thoại", "khai mạc", "bế mạc", "họp")
_NO_MEETING = Pattern(
    r"(?:buổi|cuộc|giờ|ngày|điều kiện|chương trình|kế hoạch|chuyến|tới|việc|và|để|thời gian|phòng|môi trường|đang|hội|lễ|trực|gián|từng|kết quả|ngày hội)\s$",
    re.IGNORECASE,
)
# Whom a body meets that is no body: `họp với các viện, trường`, `đối thoại với nông dân`.
_MANY = Pattern(r"(?:các|đại diện|lãnh đạo|bà con|nông dân|doanh nghiệp|nhà khoa học|chuyên gia|sinh viên|cử tri)\s")
# Who needs no name to be met: the envoy of a country.
_ENVOY = Pattern(r"(?:ngài |Ngài |bà |ông )?(?:Đại sứ|Tổng Lãnh sự|Thống đốc|Tỉnh trưởng|Đại biện)\s")
_PLACED_FIRST = Pattern(r",? (?:tại|ở) [^,;.\n]{2,60}?(?: \([^()\n]{2,40}\))?, ")  # `Ngày 5/6, tại Tân Lâm, Sở …`
_OPENS = 60  # a sentence that tells a meeting gives its day at once


def met(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Meetings and visits told by their verb, in a sentence that opens with their day and names a body behind the verb."""
    plain, last = document.plain, -1
    for match in cued(document, _MEETING, _MET):
        start = match.start()
        if start < last or not plain[start - 1 : start].isspace() or _NO_MEETING.search(plain, max(0, start - 14), start):
            continue
        record = _meeting(document, found, setting, match)
        if record is not None:
            last = record.evidence[0].end
            yield record


def _meeting(document: Document, found: Found, setting: Setting, match: re.Match[str]) -> Record | None:
    sentence = sentence_with(document, Span(*match.span()))
    opening = Span(sentence.start, min(match.start(), sentence.start + _OPENS))
    days = [time for time in setting.times(opening) if is_day(time) and time.bound in (None, "từ")]
    other = found.first("organisation", Span(match.end(), min(sentence.end, match.end() + _OPENS)))
    envoy = _ENVOY.match(document.plain, match.end(), sentence.end)
    many = envoy or _MANY.match(document.plain, match.end(), sentence.end) if other is None else None
    if not days or (other is None and many is None) or days[0].period.start != days[0].period.end:
        return None
    opened = _PLACED_FIRST.match(document.plain, days[-1].span.end, match.start())
    first = PLACE.search(document.plain, opened.start(), opened.end()) if opened else None
    place = Span(*first.span("place")) if first else place_of(document, Span(match.start(), match.end()), sentence)
    if other is None and place is None and envoy is None:
        return None  # whom one meets goes unnamed: only where it is told where
    stop = NAME_END.search(document.plain, match.end(), min(sentence.end, match.end() + LONGEST_NAME))
    end = max(stop.start() if stop else sentence.end, other.span.end if other else match.end())
    told = opened.end() if opened else days[-1].span.end
    subject = words_begin(document.plain, told, match.start(), " ,") if match.start() - told < LONGEST_NAME else match.start()
    name = Span(subject, end)
    return Record(
        "event",
        Event(
            squeezed(document.quote(name)),
            day_of(document, days[0]),
            squeezed(document.quote(place)) if place else None,
            "planned" if PLANNED.search(document.plain, sentence.start, match.start()) else "held",
        ),
        evidence(name, days[0].span, place),
    )
