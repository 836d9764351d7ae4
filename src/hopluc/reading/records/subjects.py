"""Subjects (đối tượng của số liệu): what a figure is of, in words that read on their own."""

import re
from bisect import bisect_left
from operator import itemgetter
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import Figure, counted_phrase, phrase_end, squeezed
from hopluc.reading.records.leads import CHANGE, changes, heads_figures, leading_phrase
from hopluc.reading.records.work import ACTION


class Standing(NamedTuple):
    """A figure with the clause and sentence it stands in."""

    figure: Figure
    clause: Span
    sentence: Span


class Told(NamedTuple):
    """A figure told before, and the subject it was told of."""

    standing: Standing
    subject: str


_PURPOSE = Pattern(
    r"(?:\s\([^()\n]{1,120}\))?\s(?P<what>(?:cho|để|nhằm|phục vụ)\s[^.;:()\n\d]{3,60}?)(?=,(?!\s(?:công nghệ|đổi mới)\b)|[.;:()\n]|$)"
)
_CHANGE = Pattern(rf"(?:bình quân )?{CHANGE}", re.IGNORECASE)
_ESTIMATED = Pattern(rf"\s(?:ước tính|ước|dự ước|dự kiến|tiếp tục|lại|đều)(?= {CHANGE}$)", re.IGNORECASE)
# What is told of the figure before, and not of the next one of the same: its change, its yardstick.
_OWN_TO_ONE = Pattern(rf"\s(?:(?:bình quân )?{CHANGE}(?: so với .*| về .*)?|so với .*)$", re.IGNORECASE)
# `đạt 60% so với dự toán Trung ương giao`, `tăng 3% so với tháng trước`: by what the share is taken.
_THAN = Pattern(
    r"\s(?:so với|so)\s(?P<what>(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)(?:\s(?!và\b|năm (?:19|20)|tăng\b|giảm\b|đạt\b)[^\W\d]+){0,6}|cùng kỳ|(?:tháng|quý|năm|vụ) trước|đầu năm|cuối năm)"
)
BARE_SUM = 3  # `tổng kinh phí`, `trị giá`: too little to say whose money it is
# What befalls those counted, where nothing else is said of them: `18 cán bộ được cử đi đào tạo thạc sĩ, tiến sĩ`.
_PREDICATE = Pattern(
    r"\)?\s(?P<what>(?:(?:đã|đang|chưa|không|còn)\s)*(?:được|bị|tham gia|tham dự|gọi|công bố)\s[^.;:()\n\d]{4,90}?)"
    r"(?=\s(?:tại|vào|trong|năm|từ|với|do|theo|nhằm|để|giai đoạn)\b|,\s(?:trong đó|đạt|với|tăng|giảm|chiếm|góp|tổng|qua|có|và|tạo|giúp|mang|đem|thu|nâng|đưa|phục vụ|tương đương)\b|\s(?:(?:cho|tới|đến) )?(?:khoảng|gần|hơn|trên|ít nhất)\s\d|\s?\d|[.;:()\n]|\.?$)"
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
    "toàn vùng",
    "hiện",
    "đến nay",
    "hiện nay",
)
_EVENT = ("sự kiện", "hội nghị", "hội thảo", "ngày hội", "hội chợ", "triển lãm", "chương trình", "diễn đàn", "cuộc thi")
_EVENT_WORDS = tuple(word.capitalize() for word in _EVENT)
_PARTNERED = Pattern(r"(?:phối hợp|hợp tác|cùng|kết nối|liên kết)(?: chặt chẽ)? với\s$", re.IGNORECASE)
_ATTRIBUTE = Pattern(
    r"(?P<what>.{4,}?)\s(?:(?:trên|với|có|đạt)\s)?(?:tổng )?(?P<attribute>(?:diện tích|công suất|quy mô|năng suất|sản lượng|dung tích|chiều dài))$"
)
_MEASURES = r"(?:ha|héc ta|km2?|m[23]?|tấn|tạ|kg|lít|[MGk]?Wh?|[MGT]B|hecta|sào)(?:/\w+)?(?!\w)"
_MEASURE = Pattern(_MEASURES, re.IGNORECASE)
# Digits that say which: an age, a dose, a grade.
_NO_NAME = r"(?<!thứ )(?<!lần )(?<!mũi )(?<!cấp )(?<!loại )(?<!mức )(?<!độ )(?<!nhóm )(?<!lớp )(?<!hạng )(?<!tuyến )(?<!đợt )(?<!-)(?!\d+(?: ?- ?| đến )?\d* (?:tuổi|sao)\b)"
# Other figures and the year, which their own fields hold; a year in a name stays.
_NUMBERS = Pattern(
    r"(?:\b(?:trong|vào|tính chung|chung|của)\s)?(?:\bnăm (?:19|20)\d\d\b|\b\d{1,2} tháng(?: (?:đầu|cuối|qua))?(?: năm)?(?: (?:19|20)\d\d)?\b|\b[Qq]uý (?:IV|I{1,3}|[1-4])\b(?:[/-](?:19|20)\d\d)?"
    r"|\btháng \d{1,2}\b(?:[/-](?:19|20)\d\d)?)\s*"
    rf"|(?:\b(?:từ|hơn|gần|khoảng|ít nhất)\s)?\b(?!(?:19|20)\d\d\b){_NO_NAME}\d[\d.,/]*+\s?%?(?:{_MEASURES}|(?:nghìn|triệu|tỷ|tỉ)(?: đồng)?(?!\w)|(?![^\W\d_]))(?:\s?(?:xuống|lên)(?: còn)?)?\s*"
)
_DIGIT = Pattern(r"\d")
_TIMES = Pattern(r"(?:\b(?:trong|vào) )?\b[Qq]uý (?:IV|I{1,3}|[1-4])\b(?: năm)?")
_YARDSTICK = Pattern(r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)\b", re.IGNORECASE)
# Who says it is not what it is of.
_TOLD_BY = Pattern(r"^.{2,60}?\s(?:thông báo|báo cáo|cho biết|cho hay|khẳng định|nhấn mạnh)(?: rằng)?[,:]?\s")
# What those have or undergo that a share opens its clause with: `86% nhóm có sản phẩm`.
_HAVING = Pattern(
    r"\)?\s(?P<what>(?:có|được|bị|đã|đang|chưa|không|dùng|sử dụng|áp dụng|tham gia)\s[^.;:()\n\d]{2,80}?)(?=,\s|\s?\d|[.;:()\n]|$)"
)
_AT_PRICES = Pattern(r"\s?\(?(?:theo |tính theo )?giá (?:so sánh|cố định|hiện hành)(?: năm (?:19|20)\d\d)?\)?")
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
# Words for a sum that say nothing of whose it is; `doanh thu` says enough.
_SUM_OF = Pattern(r"(?:với )?(?:tổng|trị giá|kinh phí|giá trị|vốn|mỗi|số tiền|bình quân|mức|hỗ trợ|$)", re.IGNORECASE)


def subject_of(document: Document, found: Found, standing: Standing, before: Standing | None, told: list[Told]) -> str:
    """What the figure is of: the verb and the counted noun, the owner, the event, or what was told before it."""
    figure, clause, sentence = standing
    if (figure.unit == "điểm" or figure.numerator is not None or figure.percent) and document.plain[
        clause.start - 1 : clause.start
    ] == "(":
        standing = standing._replace(clause=Span(sentence.start, clause.end))  # `Tân Lâm (47,5 điểm, hạng 4)`
    if figure.money or figure.percent:
        said = _of_amount(document, found, standing, before, told)
    else:
        said = _of_count(document, found, standing, told)
    said = squeezed(_TIMES.sub(" ", said)) if said and "uý " in said else said
    return said or ("" if figure.percent else figure.unit) or squeezed(document.quote(clause))


def _lead(document: Document, found: Found, standing: Standing) -> str:
    """The words that lead to the figure, without the body that acts and without other figures."""
    figure, clause, _ = standing
    ends = [fact.span.end for fact in found.within("organisation", Span(clause.start, figure.span.start))]
    if ends and not document.plain[ends[-1] : figure.span.start].strip(" (\n"):
        del ends[-1]  # `hỗ trợ Công ty A 2 tỷ đồng`: who is given the sum does not act
    lead = leading_phrase(document, figure, max([clause.start, *ends]))
    if ends and not lead:  # `Dư nợ của Ngân hàng A là 3 tỷ đồng`: whose it is belongs to what it is
        owned = leading_phrase(document, figure, max([clause.start, *ends[:-1]]))
        lead = owned if heads_figures(owned) else ""
    lead = _TOLD_BY.sub("", lead) if found.first("person", Span(clause.start, figure.span.start)) else lead
    at = document.text.rfind(lead, clause.start, figure.span.start) if lead else -1
    if at > 0 and _PARTNERED.search(document.plain, max(0, at - 24), at):
        verbs = list(ACTION.finditer(lead))
        lead = lead[verbs[-1].start() :] if verbs else lead
    if figure.money:
        lead = lead.rpartition("%")[2]  # `bằng 19,2% tổng kinh phí 12,5 tỷ`: the sum is of what follows the share
    lead = _AT_PRICES.sub("", lead) if "giá " in lead else lead
    return _ESTIMATED.sub("", squeezed(_without_numbers(lead)))


def _without_numbers(words: str) -> str:
    return _NUMBERS.sub("", words) if _DIGIT.search(words) else words


def _of_count(document: Document, found: Found, standing: Standing, told: list[Told]) -> str:
    figure, clause, sentence = standing
    counted = counted_phrase(document, figure)
    lead = _lead(document, found, standing)
    attribute = _ATTRIBUTE.fullmatch(lead)
    if attribute and not changes(lead):
        return f"{attribute['attribute']} {_without_verb(attribute['what'])}"
    if figure.unit and _MEASURE.match(figure.unit):
        return _of_measure(document, standing, lead, told) or counted
    owner = _owner(document, found, Span(clause.start, figure.span.start))
    if owner in _THEIR_NUMBER:
        return owner.removeprefix("của ")  # `dân số có 1,3 triệu người`
    if owner is not None and counted:
        return " ".join([counted, *([owner] if owner else [])])
    event = _event_of(document, found, sentence, figure.span.start)
    if changes(lead) and told and told[-1].standing.sentence == sentence:
        return f"{_base_of(document, told[-1])} {lead}"
    taking_part = _TAKING_PART.match(lead) if counted else None
    if taking_part:  # `với sự tham gia của 150 nhà đầu tư`
        return f"{counted} {squeezed(lead[taking_part.start('what') :])}"
    drawn = _DRAWN.fullmatch(lead)
    if told and lead.lower() in _HOW_MANY and counted == figure.unit and told[-1].standing.sentence == sentence:
        return f"{lead} {counted_phrase(document, told[-1].standing.figure)}"  # `xuất bản 12 số bản tin, với số lượng 900 cuốn`
    if lead and not drawn:
        hung = _HUNG.search(document.plain, max(clause.start, figure.span.start - 12), figure.span.start)
        return f"{lead} {hung[1]} {counted}" if hung and counted else _joined(lead, counted)
    if drawn and drawn["who"] and drawn["verb"] != "ghi nhận" and squeezed(drawn["who"]) not in (event, *_EVENT_WORDS):
        return _joined(lead, counted)
    if counted in ("", figure.unit):
        counted = counted or (figure.unit or "")
        predicate = _PREDICATE.match(document.plain, phrase_end(document, figure), clause.end)
        if predicate:
            return f"{counted} {squeezed(document.text[slice(*predicate.span('what'))])}"
    return f"{counted} tại {event}" if event and counted else counted


def _of_measure(document: Document, standing: Standing, lead: str, told: list[Told]) -> str:
    """What a measure is of: `sản xuất 425 tấn muối`, `diện tích năm 2006 là 1.200 ha, năm 2007 là 2.900 ha`, `trồng 73 ha lúa, giảm 2 ha`."""
    figure, _clause, sentence = standing
    counted = counted_phrase(document, figure)
    what = counted[len(figure.unit or "") :] if counted.startswith(f"{figure.unit} ") else ""
    own = squeezed(_TIMES.sub(" ", lead))
    if what or not told or told[-1].standing.sentence != sentence or (own and not _CHANGE.fullmatch(own)):
        return f"{lead}{what}".strip()
    last = told[-1]
    if last.standing.figure.percent and document.plain.endswith("(", 0, figure.span.start):
        return last.subject  # `giảm 0,34% (3.042 tấn)`
    return f"{_base_of(document, last)} {own}".strip() if last.standing.figure.unit == figure.unit else lead


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


_BY_MEASURE = Pattern(r"\svề (?P<by>(?:số |khối )?lượng|giá trị|trị giá|kim ngạch|diện tích|sản lượng)\b")


def _of_amount(document: Document, found: Found, standing: Standing, before: Standing | None, told: list[Told]) -> str:
    """What a share or sum is of."""
    figure, clause, sentence = standing
    lead, counted = (
        _lead(document, found, standing),
        counted_phrase(document, figure) if figure.percent and figure.unit == "%" else "",
    )
    bare = figure.money and len(lead.split()) <= BARE_SUM and _SUM_OF.match(lead) is not None
    if bare and before and before.sentence == sentence and not before.figure.money and not before.figure.percent:
        whole = _whole_before(document, before.figure, sentence, told)
        counted = _without_numbers(counted_phrase(document, whole)) if whole else ""
    if not lead and counted and clause.start == figure.span.start and not _YARDSTICK.match(counted):
        own = _HAVING.match(document.plain, phrase_end(document, figure), clause.end)
        return f"{counted} {squeezed(own['what'])}" if own else counted
    if (not lead or _CHANGE.fullmatch(lead)) and told and told[-1].standing.sentence == sentence:
        here = [each for each in told if each.standing.sentence == sentence]
        measured = _BY_MEASURE.match(document.plain, figure.span.end, clause.end) if lead else None
        if measured:  # `…, tăng 33% về lượng và 44% về giá trị`: of what the sentence tells first
            return f"{_base_of(document, here[0])} {lead} về {measured['by']}"
        shares = [each for each in here if each.standing.figure.percent] if counted else []
        lead = f"{_base_of(document, (shares or here)[-1])} {lead}".strip()
    than = _THAN.match(document.plain, figure.span.end, clause.end) if figure.percent and lead else None
    if than:
        return f"{lead} so với {squeezed(than['what'])}"
    if (
        lead
        and counted
        and figure.percent
        and (_YARDSTICK.match(counted) or document.plain.endswith("bằng ", 0, figure.span.start))
    ):
        return f"{lead} so với {counted}"
    purpose = _PURPOSE.match(document.plain, figure.span.end, clause.end) if figure.money else None
    counted = counted or (squeezed(document.text[slice(*purpose.span("what"))]) if purpose else "")
    return _joined(lead, counted)


def _base_of(document: Document, told: Told) -> str:
    """What a figure told before is of, without what is its own: how it changed, by what it is measured, what it is a share of."""
    figure, subject = told.standing.figure, _OWN_TO_ONE.sub("", told.subject)
    shared = counted_phrase(document, figure) if figure.percent else ""
    return subject.removesuffix(f" {shared}") if shared else subject


def _whole_before(document: Document, before: Figure, sentence: Span, told: list[Told]) -> Figure | None:
    """The things that a sum after them is of: the first counted of the sentence where they fall into parts; None where they are a measure."""
    if before.unit is not None and _MEASURE.match(before.unit):
        return None
    counts = [each.standing.figure for each in told if each.standing.sentence == sentence]
    first = next((figure for figure in counts if not figure.money and not figure.percent), before)
    return first if "trong đó" in document.plain[first.span.end : before.span.start] else before


def _joined(lead: str, counted: str) -> str:
    """Both as one phrase, words that end the first and begin the second said once: `mỗi giải` and `giải Nhất`, `số hộ được giúp` and `hộ`."""
    if lead and counted in _ONES:
        return lead
    if _NUMBER_OF.match(lead) and f" {counted.lower()} " in f" {lead.lower()} ":
        return lead
    first, second = lead.split(), counted.split()
    shared = next((size for size in range(min(len(first), len(second)), 0, -1) if _alike(first[-size:], second[:size])), 0)
    return " ".join([*first, *second[shared:]])


# What is counted by these alone is named before: `đàn gà 1,2 triệu con`, `Tân Lâm dẫn đầu với 52,6 điểm`.
_ONES = ("con", "chiếc", "cái", "điểm", "bậc")
_TAKING_PART = Pattern(
    r"(?:(?:còn )?(?:là|có|nhận được|thu hút) )?sự (?P<what>tham gia|tham dự|góp mặt|hiện diện|có mặt)\b", re.IGNORECASE
)
_HOW_MANY = ("số lượng", "tổng số lượng", "tổng số")
_NUMBER_OF = Pattern(r"(?:tổng )?(?:số|số lượng)\s", re.IGNORECASE)


def _alike(first: list[str], second: list[str]) -> bool:
    return [word.lower() for word in first] == [word.lower() for word in second]


def own_part(document: Document, figure: Figure, clause: Span) -> str | None:
    """What tells a part from the other parts: its own noun phrase (`nhiệm vụ chuyển tiếp`), or what leads to it."""
    counted = "" if figure.money or figure.percent else counted_phrase(document, figure)
    if counted and counted != figure.unit:
        return counted
    stands = _STANDS.match(document.plain, figure.span.end, clause.end) if counted else None
    if stands:
        return squeezed(stands["how"])
    return _OF_WHICH_LEAD.sub("", leading_phrase(document, figure, clause.start)) or None


# `trong đó 61 nhiệm vụ đã nghiệm thu, 28 nhiệm vụ đang thực hiện`
_STANDS = Pattern(r"\s(?P<how>(?:đã|đang|chưa|bị|được|không)\s[^,.;:()\d\n]{2,50}?)(?=\s*[,.;:)\n]|\s(?:và|còn|có)\s+\d|$)")
_OF_WHICH_LEAD = Pattern(r"^[Tt]rong (?:số )?đó,?\s*(?:có\s)?")
