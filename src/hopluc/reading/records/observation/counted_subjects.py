"""Subjects of counts and measures (đối tượng đếm được): the verb and the noun, the owner, who took part, the event."""

import re
from bisect import bisect_left
from operator import itemgetter

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import counted_phrase, phrase_end, squeezed
from hopluc.reading.records.observation.leads import changes, is_rank
from hopluc.reading.records.observation.subject_words import (
    ALIKE,
    MEASURE,
    ONLY_CHANGE,
    TIMES,
    Standing,
    Told,
    base_of,
    joined,
    lead_of,
)
from hopluc.reading.records.task.work import ACTION

# What befalls those counted, where nothing else is said of them: `18 cán bộ được cử đi đào tạo thạc sĩ, tiến sĩ`.
_PREDICATE = Pattern(
    r"\)?\s(?P<what>(?:(?:đã|đang|chưa|không|còn|đều|vẫn|cũng|tiếp tục)\s)*(?:được|bị|(?<=chưa )có|(?<=không )có|tham gia|tham dự|gọi|công bố|đạt(?= (?:và vượt|chuẩn|tiêu chuẩn|yêu cầu|danh hiệu|giải|huy chương)\b)|hoàn thành)\s[^.;:()\n\d]{3,90}?)"
    r"(?=\s(?:tại|vào|trong|năm|từ|với|do|theo|nhằm|để|giai đoạn)\b|,\s(?:trong đó|tỷ lệ|tỉ lệ|đạt|với|tăng|giảm|chiếm|góp|tổng|qua|có|và|tạo|giúp|mang|đem|thu|nâng|đưa|phục vụ|tương đương)\b|\s(?:(?:cho|tới|đến) )?(?:khoảng|gần|hơn|trên|ít nhất)\s\d|\s(?:và|hoặc)\s\d|\s?\d|[.;:()\n]|\.?$)"
)
# `Sự kiện có 84 gian hàng`: whose it is, before `có`.
_OWNER = Pattern(
    r"(?P<owner>[^\W\d_][^,;:()\d\n]{1,60}?)\s(?:hiện |đã |cũng |đang |chỉ )*có(?: (?:khoảng|hơn|gần|trên|tới|tổng số|tổng cộng|tất cả|thêm|ít nhất))*\s+$"
)
_EVERYWHERE = (
    "cả nước",
    "toàn quốc",
    "toàn tỉnh",
    "toàn thành phố",
    "cả tỉnh",
    "toàn ngành",
    "lũy kế",
    "toàn vùng",
    "hiện",
    "đến nay",
    "hiện nay",
)
_EVENT = (
    "đại hội",
    "kỳ họp",
    "phiên họp",
    "liên hoan",
    "sự kiện",
    "hội nghị",
    "hội thảo",
    "ngày hội",
    "hội chợ",
    "triển lãm",
    "chương trình",
    "diễn đàn",
    "cuộc thi",
)
_EVENT_WORDS = tuple(word.capitalize() for word in _EVENT)
_ATTRIBUTE = Pattern(
    r"(?P<what>.{4,}?)\s(?:(?:trên|với|có|đạt)\s)?(?:tổng )?(?P<attribute>(?:diện tích|công suất|quy mô|năng suất|sản lượng|dung tích|chiều dài))$"
)
_THEIR_NUMBER = ("của dân số", "của Dân số", "của lực lượng lao động", "của Lực lượng lao động", "của số dân")
_STEPS = 4
_ATTENDS = Pattern(r"^(?:Tham dự|Tham gia|Dự|Đến với|Đến dự|Tại)\s(?!đây|đó)")
# What opens a sentence and owns nothing: `Tại đây có …`, `Bên cạnh đó có …`.
_NO_OWNER = Pattern(
    r"(?:Tại|Ở|Trong|Ngoài|Bên cạnh|Cùng|Theo|Đến|Qua|Về|Với|Sau|Trước|Từ|Nhờ|Do|Hiện|Đặc biệt|Riêng|Kết quả)\b"
)
_AREAS = ("Vùng ", "Khu vực ", "Tỉnh ", "Thành phố ", "Huyện ", "Xã ", "Phường ")
_HUNG = Pattern(r"\s(cho|tại|ở)\s(?:(?:hơn|gần|trên|khoảng)\s)?$")  # whom or where what is told before reaches
RECENT = 12  # how many events back a word may point
LONGEST_WORD = 16  # `chương trình`, and a blank
# `thu hút 64 doanh nghiệp`, `ban tổ chức ghi nhận 57 cuộc kết nối`: the verb says no more than `có`.
_DRAWN = Pattern(
    r"(?P<who>.*?)(?P<verb>\b(?:thu hút|ghi nhận|quy tụ|đón(?: tiếp)?))(?: (?:được|sự tham gia của))?", re.IGNORECASE
)


def of_count(document: Document, found: Found, standing: Standing, told: list[Told]) -> str:
    """What a count or a measure is of; empty where no words say it."""
    figure, clause, _ = standing
    counted, lead = counted_phrase(document, figure), lead_of(document, found, standing)
    lead = "" if lead.lower() in ("lũy kế", "luỹ kế", "lũy kế đến") else lead
    attribute = _ATTRIBUTE.fullmatch(lead)
    if attribute and not changes(lead) and attribute["what"].lower() != "tổng":
        return f"{attribute['attribute']} {_without_verb(attribute['what'])}"
    if figure.unit and MEASURE.match(figure.unit):
        return _of_measure(document, standing, lead, told) or counted
    owner = _owner(document, found, Span(clause.start, figure.span.start))
    if owner in _THEIR_NUMBER:
        return owner.removeprefix("của ")  # `dân số có 1,3 triệu người`
    if owner is not None and counted:
        return f"{counted} {owner}" if owner else _with_fate(document, standing, counted)
    return _going_on(document, standing, lead, told) or _of_event(document, found, standing, lead)


def _going_on(document: Document, standing: Standing, lead: str, told: list[Told]) -> str | None:
    """What goes on from the figure told before it in the sentence: its change, its rank, how many copies; or who took part."""
    counted = counted_phrase(document, standing.figure)
    taking_part = _TAKING_PART.match(lead) if counted else None
    if taking_part:  # `với sự tham gia của 150 nhà đầu tư`
        return f"{counted} {squeezed(lead[taking_part.start('what') :])}"
    if not told or told[-1].standing.sentence != standing.sentence:
        return None
    if changes(lead) or is_rank(lead):
        return f"{base_of(document, told[-1])} {lead}"
    if lead.lower() in _HOW_MANY and counted == standing.figure.unit:
        return f"{lead} {counted_phrase(document, told[-1].standing.figure)}"  # `xuất bản 12 số bản tin, với số lượng 900 cuốn`
    return None


def _of_event(document: Document, found: Found, standing: Standing, lead: str) -> str:
    """The verb and what is counted, or what is counted with what befalls it and the event it is of."""
    figure, clause, sentence = standing
    counted = counted_phrase(document, figure)
    event = _event_of(document, found, sentence, figure.span.start)
    drawn = _DRAWN.fullmatch(lead)
    if is_rank(lead):
        return lead  # `xếp vị trí thứ 5/63 tỉnh`
    if lead and not drawn:
        hung = _HUNG.search(document.plain, max(clause.start, figure.span.start - 12), figure.span.start)
        return f"{lead} {hung[1]} {counted}" if hung and counted else joined(lead, counted)
    if drawn and drawn["who"] and drawn["verb"] != "ghi nhận" and squeezed(drawn["who"]) not in (event, *_EVENT_WORDS):
        return joined(lead, counted)
    counted = counted or figure.unit or ""
    label = _LABEL.search(document.plain[max(sentence.start, figure.span.start - LONGEST_LABEL) : figure.span.start])
    if label and counted == figure.unit and "năm " not in label["label"]:
        said = squeezed(label["label"])
        return said if f" {counted.lower()} " in f" {said.lower()} " else f"{counted} {said}"
    told = _with_fate(document, standing, counted)
    there = event and counted and told == counted and not _tells_of_work(document, sentence, figure.span.start)
    return f"{counted} tại {event}" if there else told


def _with_fate(document: Document, standing: Standing, counted: str) -> str:
    """What is counted with what befalls it, where its own words say no more than what it is."""
    figure, clause, _ = standing
    if counted != figure.unit and len(counted.split()) - len((figure.unit or "").split()) > _FEW:
        return counted
    end = phrase_end(document, figure)
    joint = ALIKE.match(document.plain, end, clause.end)
    if joint:
        counted, end = f"{counted}{joint[0].rstrip()}", joint.end() - 1
    also = _ALSO.match(document.plain, end, clause.end)
    predicate = _PREDICATE.match(document.plain, also.end() if also else end, clause.end)
    return f"{counted} {squeezed(document.text[slice(*predicate.span('what'))])}" if predicate else counted


def _tells_of_work(document: Document, sentence: Span, end: int) -> bool:
    """Whether what is counted was told or issued, not there: `tại hội nghị, Sở cho biết … 33 hội`, `ban hành 9 nghị quyết và 16 thông báo`."""
    return _TOLD_THERE.search(document.plain, sentence.start, end) is not None


LONGEST_LABEL = 40
_LABEL = Pattern(r"(?:^|[,;:] )(?P<label>[^\W\d][^:;,.()\n]{1,30}): ?$")  # `Khối 10: 347 học sinh`
_FEW = 2  # `đơn vị cấp huyện` says hardly more than `đơn vị`
_TOLD_THERE = Pattern(r"\b(?:cho biết|cho thấy|cho hay|ban hành|báo cáo)\b|\bgồm (?:có )?$")
# `20/26 xã và 01 huyện được công nhận …`: what befalls both.
_ALSO = Pattern(
    r"(?:(?:,| và) \d[\d./]*(?: [^\W\d]+){1,3}?|(?: thuộc| của) \d[\d.]* [^\W\d]+(?:, [^\W\d]+)?(?: [^\W\d]+)?|\s?\([\d.,]+ ?%\))(?=\s(?:đã |đang )?(?:được|bị|tham gia|tham dự|đạt|hoàn thành)\b)"
)


def _of_measure(document: Document, standing: Standing, lead: str, told: list[Told]) -> str:
    """What a measure is of: `sản xuất 425 tấn muối`, `diện tích năm 2006 là 1.200 ha, năm 2007 là 2.900 ha`, `trồng 73 ha lúa, giảm 2 ha`."""
    figure, _clause, sentence = standing
    counted = counted_phrase(document, figure)
    what = counted[len(figure.unit or "") :] if counted.startswith(f"{figure.unit} ") else ""
    own = squeezed(TIMES.sub(" ", lead))
    if what or not told or told[-1].standing.sentence != sentence or (own and not ONLY_CHANGE.fullmatch(own)):
        return f"{lead}{what}".strip()
    last = told[-1]
    if last.standing.figure.percent and document.plain.endswith("(", 0, figure.span.start):
        return last.subject  # `giảm 0,34% (3.042 tấn)`
    return f"{base_of(document, last)} {own}".strip() if last.standing.figure.unit == figure.unit else lead


def _owner(document: Document, found: Found, span: Span) -> str | None:
    """Whose the counted are, as it follows them: `của Trường`, `tại` an event; empty where it is everywhere; None for no owner."""
    match = _OWNER.match(document.plain, span.start, span.end)
    if match is None or ACTION.search(match["owner"]):
        return None
    owner = squeezed(_ATTENDS.sub("", document.text[slice(*match.span("owner"))]))
    if owner.lower() in _EVERYWHERE or _NO_OWNER.match(owner):
        return ""
    if owner.lower() == "đã":
        return None
    if owner.lower() in _EVENT:
        event = _event_before(document, found, span.start, owner.lower())
        return f"tại {event}" if event else f"của {owner.lower()}"
    body = found.first("organisation", span)
    named = body is not None and body.span.start - span.start <= 2
    return f"của {owner}" if named or len(owner.split()) <= _STEPS or owner.startswith(_AREAS) else None


def _event_of(document: Document, found: Found, sentence: Span, end: int) -> str | None:
    """The event told in the same sentence before a figure, or the one that its first word points back to."""
    events = found.view(document, _events)
    near = events[bisect_left(events, sentence.start, key=itemgetter(0)) : bisect_left(events, end, key=itemgetter(0))]
    told = next((name for _, name in near if "ký kết" not in name), None)
    opening = document.plain[sentence.start : min(end, sentence.start + LONGEST_WORD)].lower()
    word = next((word for word in _EVENT if opening.startswith(f"{word} ")), None)
    return told or (_event_before(document, found, sentence.start, word) if word else None)


def _events(document: Document, found: Found) -> list[tuple[int, str]]:  # noqa: ARG001 - a view is made of both
    """Where each event is told, and its name, in order."""
    return sorted((record.evidence[0].start, str(record.value.name)) for record in found.records("event"))


def _without_verb(words: str) -> str:
    verb = ACTION.match(words)
    return words[verb.end() :].strip() if verb else words


def _event_before(document: Document, found: Found, start: int, word: str) -> str | None:
    """The event that a word such as `Sự kiện` points back to: the last one named, of that kind where the word names one."""
    events = found.view(document, _events)
    last = bisect_left(events, start, key=itemgetter(0))
    names = [name for _, name in events[max(0, last - RECENT) : last]]
    fitting = [name for name in names if word == "sự kiện" or name.lower().startswith(word)]
    return fitting[-1] if fitting else None


_TAKING_PART = Pattern(
    r"(?:(?:còn )?(?:là|có|nhận được|thu hút) )?sự (?P<what>tham gia|tham dự|góp mặt|hiện diện|có mặt)\b", re.IGNORECASE
)
_HOW_MANY = ("số lượng", "tổng số lượng", "tổng số")
