"""Affiliations (nơi công tác, nơi học của một người): one person told beside the name with two bodies or places of one kind.

`em Lò Thị Mây, Trường THPT Mường Lát` and `em Lò Thị Mây (Trường THPT Quan Sơn)`: the same full name, the same kind of place right
behind it, two names of it. A list of people may hold two of one name, and people move: rows and earlier times are left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import CAPITAL, Pattern

_NAME = rf"{CAPITAL}[^\W\d_]*(?: {CAPITAL}[^\W\d_]*){{0,3}}"
_KINDS = (
    r"trường(?: (?:thpt|thcs|tiểu học|đại học|cao đẳng|trung học phổ thông|trung học cơ sở|dân tộc nội trú))?|xã|phường|thị trấn|thôn|bản|ấp|huyện|quận|tỉnh|"
    r"thành phố|công ty(?: (?:cổ phần|tnhh))?|hợp tác xã|viện|khoa|sở|bệnh viện|"
    r"(?:phó )?(?:trưởng (?:phòng|khoa|bộ môn|trạm|ban)|giám đốc (?:sở|trung tâm|viện|ban)|viện trưởng viện|hiệu trưởng trường|bí thư (?:huyện ủy|đảng ủy)|"
    r"chủ tịch (?:hội|hiệp hội|ubnd (?:xã|phường|huyện|tỉnh)))"
)
# "…, Trường THPT Mường Lát", "… (xã Tà Nung)", "… ở thôn Phú An", "…, quê ở huyện Yên Lạc".
_BEHIND = Pattern(
    rf"(?:,| \()? ?(?:[Qq]uê(?: ở)? |ở |tại |thuộc |của |người |công tác tại |học sinh |sinh viên |giáo viên |giảng viên )?(?P<kind>(?i:{_KINDS})) (?P<name>{_NAME})(?=[\s,.;:)]|$)"
)
_EARLIER = Pattern(
    r"\b(?:nguyên|trước đây|trước kia|từng|khi (?:còn|đó)|lúc|chuyển|điều động|năm (?:19|20)\d\d)\b", re.IGNORECASE
)
_FEWEST_SYLLABLES, _MOST = 3, 6
_LEAD, _QUOTED = 60, 90

CASES = (
    ("value_conflict", "Giải Nhất thuộc về em Lò Thị Mây, Trường THPT Mường Lát. Em Lò Thị Mây (Trường THPT {Quan Sơn|Mường Lát}) rất vui."),
    ("value_conflict", "Bà Tạ Thị Nga, Trưởng phòng Kế hoạch, báo cáo. Bà Tạ Thị Nga, Trưởng phòng {Tổ chức|Kế hoạch}, hứa bổ sung."),
    ("value_conflict", "Ông Đinh Văn Tấn ở xã Tà Nung trồng dâu. Năm nay ông Đinh Văn Tấn, xã {Tà Hine|Tà Nung}, thu hai tấn kén."),
)  # fmt: skip


def check_affiliations(case: Case) -> Iterator[Record]:
    """Every person told with two bodies or places of one kind, once."""
    known = defaultdict[tuple[str, str], list[tuple[str, Fact, Span]]](list)
    for person in case.found.of("person"):
        name = person.value.name
        found = _BEHIND.match(case.plain, person.span.end) if name and len(name.split()) >= _FEWEST_SYLLABLES else None
        if found is not None and not _is_row(case, person) and not _is_earlier(case, person, found):
            kind, place = found["kind"].casefold(), found["name"].casefold()
            known[name.casefold(), kind].append((place, person, Span(*found.span())))
    for alike in known.values():
        if 1 < len(alike) <= _MOST and len({place for place, _, _ in alike}) == 2:
            yield from _of_one(case, alike)


def _is_row(case: Case, person: Fact) -> bool:
    """Whether a name stands in a table or in an item of a list, where two may bear it."""
    place = case.layout.at(person.span.start)
    return (
        place is None
        or case.layout.blocks[place].kind not in ("paragraph", "item")
        or "\t" in case.words(case.sentence(person.span))
    )


def _is_earlier(case: Case, person: Fact, found: re.Match[str]) -> bool:
    """Whether a time is told that may be another than that of the document."""
    start = max(case.sentence(person.span).start, person.span.start - _LEAD)
    return _EARLIER.search(case.plain, start, person.span.start) is not None or _EARLIER.search(found[0]) is not None


def _of_one(case: Case, alike: list[tuple[str, Fact, Span]]) -> Iterator[Record]:
    for (place, person, told), (other, again, retold) in combinations(alike, 2):
        if place != other and place not in other and other not in place:
            spans = [Span(person.span.start, told.end), Span(again.span.start, retold.end)]
            first, second = (quoted(case.words(span), _QUOTED) for span in spans)
            yield fault("value_conflict", f"Cùng một người ghi {first} và {second}.", spans)
            return
