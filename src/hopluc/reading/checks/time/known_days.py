"""Known days (ngày kỷ niệm): the day of the year that a day of remembrance is told with, against the one it is kept on.

The days are those of laws, of decisions of the Prime Minister and of the United Nations: 18/5 is the day of science and technology by
the Law on Science and Technology of 2013, 10/10 that of digital transformation by Decision 505/QĐ-TTg of 2022.
"""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_DAYS = {
    "Khoa học và Công nghệ Việt Nam": (18, 5),
    "Khoa học, Công nghệ và Đổi mới sáng tạo Việt Nam": (18, 5),
    "Chuyển đổi số quốc gia": (10, 10),
    "Sở hữu trí tuệ thế giới": (26, 4),
    "Đo lường Việt Nam": (20, 1),
    "Doanh nhân Việt Nam": (13, 10),
    "Nhà giáo Việt Nam": (20, 11),
    "Thầy thuốc Việt Nam": (27, 2),
    "Phụ nữ Việt Nam": (20, 10),
    "Quốc tế Phụ nữ": (8, 3),
    "Quốc tế Lao động": (1, 5),
    "Môi trường thế giới": (5, 6),
    "Nước thế giới": (22, 3),
    "Khí tượng thế giới": (23, 3),
    "Báo chí Cách mạng Việt Nam": (21, 6),
    "Pháp luật Việt Nam": (9, 11),
    "Thương binh - Liệt sĩ": (27, 7),
}
_BY_SMALL = {name.lower(): name for name in _DAYS}
# Behind a comma stands the day of what was done on the occasion: "Hưởng ứng Ngày Chuyển đổi số quốc gia, ngày 05/10 Sở mở …".
_TOLD = in_small(
    rf"(?P<name>{'|'.join(sorted(map(re.escape, _BY_SMALL), key=len, reverse=True))})(?: | ?\((?:ngày )?)(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?!\d)"
)
_DAY = Pattern(r"(?<!\d)(\d{1,2})[/-](\d{1,2})(?!\d)")
_FIRST_WORDS = sorted({" ".join(name.replace(",", "").split()[:2]) for name in _DAYS})
_STARTS = cues(*(f"gày {words}" for first in _FIRST_WORDS for words in (first, first[0].lower() + first[1:])))
_OTHERS_REACH = 30

CASES = (
    ("date_conflict", "Nhân Ngày Khoa học và Công nghệ Việt Nam {18/6|18/5}, Sở mở triển lãm ảnh."),
    ("date_conflict", "Hưởng ứng Ngày Chuyển đổi số quốc gia ({10/11|10/10}), xã mở cổng thông tin."),
    ("date_conflict", "Hưởng ứng Ngày Chuyển đổi số quốc gia{ (05/10)|, ngày 05/10} xã mở cổng thông tin."),
    ("date_conflict", "Xã mở hội chợ nhân Ngày Giải phóng miền Nam và Ngày Quốc tế Lao động (30/4{| - 1/5})."),
)


def check_known_days(case: Case) -> Iterator[Record]:
    """Days of remembrance told with another day than theirs; nothing where their own follows among several: `(30/4 - 1/5)`."""
    for word in cued(case, _STARTS, Pattern(r"[^\W\d_]+")):
        found = _TOLD.match(case.small, word.end() + 1)
        if found is None:
            continue
        name = _BY_SMALL[found["name"]]
        told = _DAY.finditer(case.plain, found.start("day"), found.end() + _OTHERS_REACH)
        if _DAYS[name] not in {(int(day), int(month)) for day, month in (one.groups() for one in told)}:
            span = Span(*found.span())
            day, month = _DAYS[name]
            yield fault("date_conflict", f"Ngày {name} là {day}/{month}, văn bản ghi {quoted(case.words(span))}.", [span])
