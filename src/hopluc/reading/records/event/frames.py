"""Events by the frame they stand in: a heading with its day below, a line of a programme, a row of a plan, minutes and invitations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from hopluc.reading.document import Document, Span, words_end
from hopluc.reading.facts import Found, Record
from hopluc.reading.head import head
from hopluc.reading.page.clauses import sentence_with
from hopluc.reading.page.layout import Block, layout
from hopluc.reading.patterns import Pattern, in_small
from hopluc.reading.records.event.value import LONGEST_NAME, PLACE, Event, day_of, evidence, is_day
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting
from hopluc.reading.records.times_said import Time

# A verb that names an event when a heading opens with it: `Ký kết với …`, `Khánh thành …`.
_NAMING = Pattern(
    r"(?:Ký kết|Ký thỏa thuận|Ký biên bản|Khánh thành|Khai trương|Khởi công|Khởi động|Động thổ|Ra mắt|Khai mạc|Bế mạc|Khai giảng|Tiếp(?: và làm việc)?|Đón(?: tiếp)?|Thăm|Làm việc|"
    r"Gặp mặt|Gặp gỡ|Bàn giao|Trao (?:quyết định|chứng nhận|học bổng|bằng|quà|thưởng|máy|\d)|Tham quan|Khảo sát|Công bố|Trao giải|Trao tặng|Tổng kết|Sơ kết|Giao ban|Họp|Tập huấn|Phát động|Kỷ niệm|Tôn vinh|Tọa đàm|Đối thoại|Hội đàm|Đoàn)\s"
)
_OPENS = 60  # how far into the text below a heading its day may stand, when no verb says that the event took place then
_HELD_ON = Pattern(
    r"\b(?:diễn ra|(?:được )?tổ chức|khai mạc|họp|tiến hành|bắt đầu|mở (?:lớp|khóa))\b[^.;\n]{0,60}$", re.IGNORECASE
)
_POSTED = Pattern(r"(?:Ngày đăng|Ngày cập nhật|Đăng (?:ngày|lúc|vào)|Cập nhật|Ngày xuất bản|Ngày tạo)\b", re.IGNORECASE)
_DAY_ALONE = Pattern(
    r"\W*(?:(?:[Tt]hứ [^\W\d]+|[Cc]hủ nhật),?[\s-]*)?(?:[Nn]gày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\W*\d{1,2}[:hg]\d{0,2}(?::\d\d)?)?[\s()|+\d:-]*(?:GMT|AM|PM|SA|CH)?[\s()+\d:-]*"
    r"|\W*\d{1,2}[:hg]\d\d\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\s()|+\d:-]*(?:GMT)?[\s()+\d:-]*"
)
_BELOW = 500
_SAID = 160  # enough of the sentence that tells the event to find it by
_HOURS = r"\d{1,2}\s?(?:[hg:]|giờ)\s?\d{0,2}"
_SCHEDULED = Pattern(
    rf"{_HOURS}(?:\s?(?:-|đến|:)\s?{_HOURS})?\s?[:.|-]?\s+(?P<name>(?:Tham quan|Thăm|Khảo sát|Lễ|Hội thảo|Hội nghị|Tọa đàm|Diễn đàn|Khai mạc (?=triển lãm|hội chợ|ngày hội|Triển lãm|Hội chợ|Ngày hội)|Họp báo|Phiên họp|Gặp mặt|Ký kết)\s[^\n;]{{8,200}})"
)
_CLOCK = Pattern(_HOURS)
_DAY_LINE = Pattern(r"(?:ngày|thứ|buổi|sáng|chiều|tối|chủ nhật)\s[^\n]{0,90}$", re.IGNORECASE | re.MULTILINE)
_LINES = 40
_SHORT_LEFT = Pattern(r"\s-\s[^-\n]{0,80}$")
_WHEN = in_small(r"thời gian(?:\s(?:tổ chức|họp|làm việc|diễn ra|bắt đầu))*\s*:")
_WHERE = Pattern(
    r"(?:Địa điểm|ĐỊA ĐIỂM|Tại)(?:\s(?:tổ chức|họp|làm việc))*\s*:\s*(?P<place>[^\n;]{4,140}?)(?=\.?\s*(?:\n|;|$|\())",
    re.IGNORECASE,
)
_WHERE_REACH, _WHEN_REACH = 300, 200
_MINUTES = Pattern(
    r"BIÊN BẢN\s+(?P<name>(?:LÀM VIỆC|HỌP|CUỘC HỌP|BUỔI LÀM VIỆC|HỘI NGHỊ|HỘI THẢO|PHIÊN HỌP|TỌA ĐÀM|KỲ HỌP)\b[^\n]{0,200}(?:\n(?!\s*(?:Thời gian|Địa điểm|Hôm nay|I\.|1\.|Căn cứ|Số|-|\())[^\n]{4,200}){0,2})",
    re.IGNORECASE,
)
_CONVENED = Pattern(
    r"(?P<name>(?:HỘI NGHỊ|HỘI THẢO|TỌA ĐÀM|DIỄN ĐÀN|LỄ [A-ZĐĂÂÊÔƠƯ]|NGÀY HỘI|TRIỂN LÃM|HỘI CHỢ|CUỘC HỌP|PHIÊN HỌP|BUỔI LÀM VIỆC|BUỔI GẶP MẶT|ĐẠI HỘI|KỲ HỌP|HỘI ĐÀM|CUỘC THI|KHÓA (?:TẬP HUẤN|ĐÀO TẠO|BỒI DƯỠNG)|LỚP (?:TẬP HUẤN|ĐÀO TẠO|BỒI DƯỠNG))"
    r"[^\n]{0,200}(?:\n(?!\s*(?:Thời gian|Địa điểm|\(|[-+*•]|\d|[IVX]+[.)]|Căn cứ|Kính|Chủ đề|Số))[^\na-zà-ỹ]{4,200}){0,3})",
    re.IGNORECASE,
)
_TODAY = Pattern(r"\bHôm nay,?\s")
_HEAD = 1_500  # where the title of minutes, an invitation or a programme stands


class Frame(NamedTuple):
    """The day, and the place where it is said, that the frame around a name gives; `said` is as much as says it."""

    time: Time
    place: Span | None
    said: Span | None = None


def frame_of(document: Document, setting: Setting, name: Span) -> Frame | None:
    """When the event named at `name` takes place by what stands around it: below a heading, in its row, above its line."""
    parts = layout(document)
    place = parts.at(name.start)
    if place is None:
        return None
    block = parts.blocks[place]
    if block.kind == "cell":
        return _in_row(document, setting, name)
    if _CLOCK.match(document.plain, block.span.start):
        return _of_the_day(document, setting, place)
    if _is_title(document, block, parts.blocks[place + 1 : place + 2]) and name.start - block.body.start <= len(
        "Tin vắn: Sự kiện "
    ):
        return _below(document, setting, place)
    return _above(document, setting, place)


def _is_title(document: Document, block: Block, below: Sequence[Block]) -> bool:
    """Whether a block is a heading, or a line that ends without a stop as a title does; one with a bullet has running text `below`."""
    return block.kind == "heading" or (
        (block.kind == "paragraph" or (block.kind == "item" and any(text.kind == "paragraph" for text in below)))
        and block.body.end - block.body.start < LONGEST_NAME
        and document.plain[block.body.end - 1] not in ".;:,"
    )


def _below(document: Document, setting: Setting, place: int) -> Frame | None:
    """The day that the text under a title opens with, or at which it says that the event was held."""
    blocks = layout(document).blocks
    if place + 1 >= len(blocks) or blocks[place + 1].kind not in ("paragraph", "item"):
        return None
    text = blocks[place + 1].body
    if _POSTED.match(document.plain, text.start, text.end) or _DAY_ALONE.fullmatch(document.plain, text.start, text.end):
        # a page's own day is not the event's
        return _below(document, setting, place + 1)
    line = document.plain.find("\n", text.start, text.end)
    if line > 0 and _DAY_ALONE.fullmatch(document.plain, text.start, line):
        text = Span(line + 1, text.end)
    for time in setting.times(Span(text.start, min(text.end, text.start + _BELOW))):
        if not is_day(time) or time.bound not in (None, "từ") or time.period.start != time.period.end:
            continue
        held = _HELD_ON.search(document.plain, max(text.start, time.span.start - _OPENS), time.span.start)
        if held or time.span.start - text.start <= _OPENS // 2:
            sentence = sentence_with(document, time.span)
            found = PLACE.search(document.plain, sentence.start, sentence.end)
            said = Span(sentence.start, min(sentence.end, sentence.start + _SAID))
            return Frame(time, Span(*found.span("place")) if found else None, said)
    return None


def _in_row(document: Document, setting: Setting, name: Span) -> Frame | None:
    """The day that the row of a plan gives in its column of times."""
    for table in layout(document).tables:
        if not table.span.contains(name) or "time" not in table.columns:
            continue
        for row in table.rows:
            if any(cell is not None and cell.start <= name.start < cell.end for cell in row):
                cell = table.cell(row, "time")
                times = setting.times(cell) if cell else iter(())
                return next((Frame(time, table.cell(row, "place")) for time in times if is_day(time)), None)
    return None


def _above(document: Document, setting: Setting, place: int) -> Frame | None:
    """The day that the nearest heading gives, as the days of a programme do."""
    for block in layout(document).above(place):
        if block.kind == "heading" and block.body.end - block.body.start < LONGEST_NAME:
            days = [time for time in setting.times(block.span) if is_day(time) and time.bound is None]
            if days:
                return Frame(days[0], None) if len(days[0].period.start or "") > len("2026-01") else None
    return None


def _of_the_day(document: Document, setting: Setting, place: int) -> Frame | None:
    """The day of a programme that a line with hours belongs to: the last line above that names one."""
    blocks = layout(document).blocks
    for block in reversed(blocks[max(0, place - _LINES) : place]):
        if _DAY_LINE.match(document.plain, block.span.start, block.span.end):
            days = [time for time in setting.times(block.span) if is_day(time)]
            if days:
                return Frame(days[0], None)
    return _above(document, setting, place)


def framed(document: Document, found: Found, setting: Setting) -> Iterator[Record]:
    """Events that only their frame names: headings with a verb, lines of a programme, minutes and invitations."""
    taken = [span for record in found.records("task") for span in record.evidence]
    for place, block in enumerate(layout(document).blocks):
        if block.kind == "cell":
            continue
        record = _headed(document, setting, place, block) or _scheduled(document, setting, place, block)
        if record is not None and not any(span.contains(block.body) for span in taken):
            yield record
    yield from _convened(document, setting)
    yield from _minuted(document, setting)


def _headed(document: Document, setting: Setting, place: int, block: Block) -> Record | None:
    below = layout(document).blocks[place + 1 : place + 2]
    if not _NAMING.match(document.plain, block.body.start, block.body.end) or not _is_title(document, block, below):
        return None
    frame = _below(document, setting, place)
    return _record(document, block.body, frame) if frame else None


def _scheduled(document: Document, setting: Setting, place: int, block: Block) -> Record | None:
    line = _SCHEDULED.match(document.plain, block.span.start, block.span.end)
    frame = _of_the_day(document, setting, place) if line else None
    if line is None or frame is None:
        return None
    start, end = line.span("name")
    who = _SHORT_LEFT.search(document.plain, start, end)
    return _record(document, Span(start, who.start() if who else end), frame)


def _convened(document: Document, setting: Setting) -> Iterator[Record]:
    """The event that minutes, an invitation or a programme is about: its title, `Thời gian: …` and `Địa điểm: …`."""
    plain = document.plain
    when = _WHEN.search(document.small, 0, 2 * _HEAD)
    if when is None:
        return
    times = [time for time in setting.times(Span(when.end(), when.end() + _WHEN_REACH)) if is_day(time)]
    if not times or "\n\n" in plain[when.end() : times[0].span.start]:
        return
    title = _MINUTES.search(plain, 0, when.start()) or _last(_CONVENED, document, when.start())
    if title is None:
        return
    where = _WHERE.search(plain, max(0, when.start() - _WHERE_REACH), times[0].span.end + _WHERE_REACH)
    name = Span(title.start("name"), words_end(plain, *title.span("name"), " .,;:\n"))
    yield _record(document, name, Frame(times[0], Span(*where.span("place")) if where else None))


def _minuted(document: Document, setting: Setting) -> Iterator[Record]:
    """What minutes record, by their title and their opening: `Hôm nay, … ngày 20 tháng 4 năm 2006, tại …`; minutes of an agreement do not."""
    top = head(document)
    title = dict(top.spans).get("title")
    if top.doc_type is None or not top.doc_type.startswith("biên bản") or "ghi nhớ" in top.doc_type or title is None:
        return
    opened = _TODAY.search(document.plain, title.end, title.end + _HEAD)
    words = document.quote(title)
    worked = top.doc_type.endswith("làm việc") and words.lower().startswith("giữa ")
    if opened is None or (words.lower().startswith(("giữa ", "hợp tác", "thỏa thuận")) and not worked):
        return
    days = [time for time in setting.times(Span(opened.end(), opened.end() + _WHEN_REACH)) if is_day(time)]
    if days:
        sentence = sentence_with(document, days[0].span)
        where = PLACE.search(document.plain, days[0].span.end, sentence.end)
        record = _record(document, title, Frame(days[0], Span(*where.span("place")) if where else None))
        name = f"Làm việc g{record.value.name[1:]}" if worked else record.value.name
        yield replace(record, value=replace(record.value, name=name))


def _last(pattern: Pattern, document: Document, end: int) -> re.Match[str] | None:
    """The last title before `end` that opens a line."""
    titles = [
        found
        for found in pattern.finditer(document.plain, max(0, end - _HEAD), end)
        if document.plain[max(0, found.start() - 1) : found.start()] in ("", "\n", " ")
    ]
    return titles[-1] if titles else None


def _record(document: Document, name: Span, frame: Frame) -> Record:
    words = squeezed(document.quote(name)).strip(" ,;:.-")
    place = squeezed(document.quote(frame.place)) if frame.place else None
    value = Event(words, day_of(document, frame.time), place)
    return Record("event", value, evidence(name, frame.time.span, frame.place, frame.said), parts=(("date", frame.time.span),))
