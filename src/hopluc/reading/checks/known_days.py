"""Known days (ngày kỷ niệm): the day of the year that a day of remembrance is told with, against the one it is kept on.

The days are those of decisions of the Prime Minister, of the Labour Code and of the United Nations: 18/5 is the day of science and technology by
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
    "khoa học và công nghệ việt nam": (18, 5),
    "khoa học, công nghệ và đổi mới sáng tạo việt nam": (18, 5),
    "chuyển đổi số quốc gia": (10, 10),
    "sở hữu trí tuệ thế giới": (26, 4),
    "đo lường việt nam": (20, 1),
    "doanh nhân việt nam": (13, 10),
    "nhà giáo việt nam": (20, 11),
    "thầy thuốc việt nam": (27, 2),
    "phụ nữ việt nam": (20, 10),
    "quốc tế phụ nữ": (8, 3),
    "quốc tế lao động": (1, 5),
    "quốc khánh": (2, 9),
    "môi trường thế giới": (5, 6),
    "nước thế giới": (22, 3),
    "khí tượng thế giới": (23, 3),
    "báo chí cách mạng việt nam": (21, 6),
    "pháp luật việt nam": (9, 11),
    "thương binh - liệt sĩ": (27, 7),
}
_TOLD = in_small(
    rf"(?P<name>{'|'.join(sorted(map(re.escape, _DAYS), key=len, reverse=True))}),? \(?(?:ngày )?(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?!\d)"
)
_STARTS = cues("gày Khoa học", "gày khoa học", "gày Chuyển đổi", "gày chuyển đổi", "gày Sở hữu", "gày Đo lường", "gày Doanh nhân", "gày Nhà giáo", "gày Thầy thuốc", "gày Phụ nữ", "gày phụ nữ", "gày Quốc tế", "gày quốc tế", "uốc khánh", "uốc Khánh", "gày Môi trường", "gày Nước", "gày Khí tượng", "gày Báo chí", "gày Pháp luật", "gày Thương binh")  # fmt: skip
_REACH = 80

CASES = (
    ("date_conflict", "Nhân Ngày Khoa học và Công nghệ Việt Nam {18/6|18/5}, Sở mở triển lãm ảnh."),
    ("date_conflict", "Hưởng ứng Ngày Chuyển đổi số quốc gia ({10/11|10/10}), xã mở cổng thông tin."),
)


def check_known_days(case: Case) -> Iterator[Record]:
    """Days of remembrance told with another day than theirs; nothing where the words between say more than the day."""
    for word in cued(case, _STARTS, Pattern(r"[^\W\d_]+")):
        found = _TOLD.search(case.small, word.start(), word.start() + _REACH)
        if found is None or found.start() > word.end() + 2:
            continue
        day = (int(found["day"]), int(found["month"]))
        known = _DAYS[found["name"]]
        if day != known:
            span = Span(*found.span())
            note = f"Ngày {found['name']} là {known[0]}/{known[1]}, văn bản ghi {quoted(case.words(span))}."
            yield fault("date_conflict", note, [span])
