"""Names of events (tên sự kiện): the words an event's name begins with, and where it ends."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from hopluc.reading.anchors import automaton
from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.event.value import LONGEST_NAME, NAME_END


@dataclass(frozen=True, slots=True)
class Head:
    """A word an event's name begins with. `open`: also a common noun, so that alone and in lower case it names nothing."""

    head: str
    kind: str
    open: bool
    source: str


@cache
def heads() -> tuple[Any, Mapping[str, bool]]:
    """What finds the heads, and for each form of a head whether it is open."""
    # Read on first use: the loader brings a YAML parser, which importing the reader shall not pay for.
    from hopluc.load import load_rows

    forms: dict[str, bool] = {}
    for row in load_rows("vocabulary/event_heads.csv", Head):
        forms[row.head] = row.open
        first, _, rest = row.head.partition(" ")
        if row.open and rest:
            forms[f"{first} {rest[0].upper()}{rest[1:]}"] = True  # `Lễ Tổng kết`
        if row.open:
            forms[row.head[0].lower() + row.head[1:]] = True
    return automaton(forms), forms


class Start(NamedTuple):
    """Where an event's name may begin: its head, and whether that is open."""

    start: int
    end: int
    word: str
    open: bool


# Before a head: words that make it a plural or a part of something else.
_GENERIC = Pattern(
    r"(?:\b(?:các|những|nhiều|một số|hàng chục|hàng trăm|mỗi|từng|mọi|trung tâm hội chợ|trung tâm hội nghị|loạt|chuỗi|số lượng|hình thức|trung tâm|nhà|phòng|cung|hội trường|khu|ban tổ chức|của|như"
    r"|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|kết quả|công tác|cúp|cúp vàng|huy chương vàng|giải thưởng|thường xuyên|khuôn khổ các)|\d)\s(?<!\t)$",
    re.IGNORECASE,
)
# `Nghị quyết Đại hội … và Đại hội …`: the second congress is named for its resolution too.
_RESOLVED = Pattern(r"\b[Nn]ghị quyết (?:của )?(?:các )?(?:[Đđ]ại hội [^.;:\n]{0,130}?(?:,|và) )?$")
# After a head: a verb or a pointer, so that the head stands for an event named before.
_ANAPHORIC = Pattern(
    r"\s*(?:[.;:)]|,(?!\s(?:trao giải|trao thưởng|phát động|biểu dương|tôn vinh|khen thưởng|khảo sát|học tập|tham quan|trao đổi|công tác|triển lãm|hội thảo|làm việc)\b)|(?:đã|do|cũng|còn|là|này|đó|nói trên|trên|có|được|diễn ra|thu hút|nhằm|kết thúc|thống nhất|thảo luận|nghe|nhận|năm nay|năm trước|lần trước|thường xuyên|ghi nhận mức|sẽ|kết luận|ghi nhận"
    r"|thể hiện|vinh dự|hân hạnh|vui mừng|rất|tiến hành|nhất trí|tập trung|khẳng định|nhấn mạnh|chỉ rõ|cho rằng|dành|hướng tới|quy tụ|mang|góp phần|và(?! (?:trao|công bố|ra mắt|ký|khai mạc|bế mạc|tuyên dương|tôn vinh|vinh danh|phát động|triển lãm|đề ra|bàn|làm việc|trao đổi|đối thoại|gặp gỡ)\b)|hướng dẫn (?:học viên|bà con|nông dân|người)|giúp|trang bị|hoặc|cho|trong|để|bao gồm|gồm|tiếp tục|với sự|hằng năm|hàng năm|lần này|hôm nay|thứ(?! \d)|như sau)\b)"
)
_ON_A_DAY = Pattern(r"\s(?:diễn ra|được tổ chức)\s(?:(?:vào|sáng|chiều|tối|ngày|từ)\s)*\d")  # `Lễ ký diễn ra ngày 5/6`
_TAKING_PART = Pattern(r"\b(?:tham gia|tham dự|do|của|cùng|thành viên|trưởng|dự)\s$", re.IGNORECASE)
# Whom a delegation is led by and where it goes: `đoàn công tác do ông … dẫn đầu đã thăm và làm việc với …`.
JOURNEY = Pattern(
    r"(?!\s(?:đã|cũng|sẽ|đến|còn|có|tiếp tục)\b)(?:\s[^.;:\n]{0,140}?)?\s(?:thăm|làm việc|khảo sát|tham quan|học tập)(?:(?:,| và) (?:thăm|làm việc|khảo sát|tham quan|học tập|nghiên cứu|trao đổi)(?: kinh nghiệm)?)*"
    r"(?:\s(?!tại|ở|về|từ|vào|trong)[^.;:,\n]{2,110}?)?(?=\s(?:tại|ở|về|nhằm|để|từ|trong|vào)\b|[.;:,\n]|$)"
)
# What opens an event named as a common noun: `Ngày …, Sở tổ chức hội thảo về …`.
HOLDS = Pattern(
    r"\b(?:tổ chức|khai mạc|bế mạc|chủ trì|đồng chủ trì|khai giảng|mở|đăng cai|dự|tham dự|chủ tọa|diễn ra|(?<!đang )có)(?: thành công)?(?: (?:một|1|01))?\s$"
)
_QUOTED = Pattern(
    r"\s?(?:(?!(?:đã|sẽ|được|ghi nhận|nhằm|thu hút)\s)[^“”\"«.;\n]){0,60}?[“”\"«](?P<words>[^“”\"»\n]{5,220})[“”\"»]"
)
_HELD_ONLY = ("tập huấn", "mít tinh")
NEAR = 20
ENOUGH_OF_A_NAME = 25  # `Hội thảo với chủ đề “…”` needs its theme for a name; a fuller name does not
_THEME = Pattern(r"\s(?:với )?chủ đề\s")


def _is_no_event(plain: str, head: Start) -> bool:
    """Whether the words before a head make it a plural, a verb, a side of a meeting or what a resolution is called by."""
    if head.word in ("Đại hội", "đại hội") and _RESOLVED.search(plain, max(0, head.start - 160), head.start):
        return True
    if head.word.lower() in _HELD_ONLY and not HOLDS.search(plain, max(0, head.start - NEAR), head.start):
        return True  # `được tập huấn`: the verb
    if head.word.startswith(("Đoàn", "đoàn")) and plain.endswith(("iữa ", " với "), 0, head.start):
        return True  # one side of a meeting
    if plain.endswith("đang có ", 0, head.start):
        return True  # `… đang có chuyến thăm Việt Nam`: said of whom one meets
    taking_part = head.word[0].islower() and _TAKING_PART.search(plain, max(0, head.start - 12), head.start)
    return bool(taking_part or _GENERIC.search(plain, max(0, head.start - 20), head.start))


def name_from(document: Document, head: Start) -> Span | None:
    """The event's name from its head on; None where the head is generic or stands for an event named before."""
    plain = document.plain
    if _is_no_event(plain, head):
        return None
    limit = min(len(plain), head.end + LONGEST_NAME)
    quoted = _QUOTED.match(plain, head.end, limit)
    theme = _THEME.search(plain, head.end, quoted.start("words")) if quoted else None
    pointing = _ANAPHORIC.match(plain, head.end) if head.open else None
    if (
        not head.open
        and (own := _SAYS.search(plain, head.end, limit))
        and NAME_END.search(plain, head.end, own.start()) is None
    ):
        return Span(head.start, own.start())  # `Techfest Tân Lâm năm nay có chủ đề “…”`
    if quoted and theme is None and pointing and pointing[0].lstrip()[0].isalpha():
        return None  # `Hội nghị tập trung thảo luận dự thảo “…”`
    if quoted and (theme is None or theme.start() - head.start < ENOUGH_OF_A_NAME):
        return Span(head.start, quoted.end())
    journey = JOURNEY.match(plain, head.end, limit) if head.word[0] in "Đđ" else None
    if journey:
        return Span(head.start, journey.end())
    if pointing and not _hears(plain, head) and not (head.word.startswith("Lễ") and _ON_A_DAY.match(plain, head.end)):
        return None
    stop = NAME_END.search(plain, head.end, limit)
    end = stop.start() if stop else limit if limit == len(plain) else plain.rfind(" ", head.end, limit)
    comma = -1 if head.open else plain.find(",", head.end, end)
    return Span(head.start, max(head.end, comma if comma > 0 else end))


# What a name that is one by itself is told to have or be.
_SAYS = Pattern(r"\s(?:năm nay|lần này)\b|\s(?:có|mang|gồm|quy tụ|hướng tới)\b(?! tên)")
_HEARS = Pattern(r"\snghe [^.;:\n]{10,}")  # `chủ trì cuộc họp nghe Sở A báo cáo …`: what the meeting was called for


def _hears(plain: str, head: Start) -> bool:
    """Whether a meeting somebody holds is named by whom it hears."""
    held = HOLDS.search(plain, max(0, head.start - NEAR), head.start) is not None
    return held and _HEARS.match(plain, head.end) is not None
