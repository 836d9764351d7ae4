"""Norms (định mức): figures that set a limit, count seats or the visits of a page, and so tell nothing that was or will be."""

import re

from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import Figure

_COUNTERS = ("truy cập", "trực tuyến", "lượt xem", "online", "visitor", "visitors")  # of a page, not of the programme
_NORM = Pattern(
    r"(?:không quá|[Tt]ối đa|không được|không vượt quá|[Mm]ức (?:chi|hỗ trợ|phạt)|phải có|[Pp]hạt tiền|[Tt]ối thiểu|[Íí]t nhất|[Nn]hiều nhất|[Tt]rường hợp"
    r"|theo tỷ lệ|[Tt]rong thời hạn|[Cc]hậm nhất)\b"
)
# What every match of it holds: looking for it first spares looking with the pattern.
_NORM_WORDS = (
    *("hông quá", "ối đa", "hông được", "hông vượt", "ức chi", "ức hỗ trợ", "ức phạt", "hải có", "hạt tiền", "ối thiểu"),
    *("t nhất", "hiều nhất", "rường hợp", "heo tỷ lệ", "rong thời hạn", "hậm nhất"),
)
NORMS = Pattern(
    r"(?:Điều \d{1,3}[.:] ?|\d{1,2}\. ?)?(?:(?:Nội dung (?:và|,) )?[Mm]ức (?:chi|hỗ trợ|phạt|thưởng|đóng|thu)|Định mức|Đối tượng|Điều kiện)\b"
)
_MEMBERS = Pattern(r"(?:thành viên|ủy viên)\b", re.IGNORECASE)
_SEATS = Pattern(r"(?<!\w)(?:Ban|Tổ|Hội đồng|Đoàn|Ủy ban)\b[^,.;:\d\n]{0,90}?\s(?:bao )?gồm(?: có)? $", re.IGNORECASE)


def counts_visits(lead: str) -> bool:
    """Whether the words before a figure make it the counter of a page."""
    return lead[-30:].rstrip().removesuffix(":").rstrip().lower().endswith(_COUNTERS)


def sets_norm(lead: str) -> bool:
    """Whether the words before a figure make it a limit that a rule sets."""
    return any(map(lead.__contains__, _NORM_WORDS)) and _NORM.search(lead) is not None


def counts_seats(figure: Figure, lead: str) -> bool:
    """Whether the figure only says how many sit on a body: `Ban Chỉ đạo gồm 04 thành viên`."""
    return figure.unit is not None and _MEMBERS.match(figure.unit) is not None and _SEATS.search(lead) is not None
