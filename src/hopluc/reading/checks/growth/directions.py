"""Directions (chiều tăng giảm): words that say more, less, first or last, against the figures beside them."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.numbers import NUMBER
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern


def _value(name: str) -> str:
    return rf"(?P<{name}>{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?)"


_UNIT = r"\s?%|(?:\s[^\W\d_]{1,12}){0,2}"
_FILL = r"(?:\((?:[^()\n]{0,30})\)|\bnăm (?:19|20)\d\d|[^\d.;:()\n]){0,60}?"
# "tăng từ 32 vụ năm 2018 lên 40 vụ", "giảm từ 6,1% xuống 5,2%".
_TURN = Pattern(
    rf"(?P<how>tăng|giảm|hạ)(?: mạnh| dần| nhanh| đều| nhẹ)?,? từ {_value('old')}(?P<unit>{_UNIT}){_FILL}\b(?:lên|xuống|còn|đến|tới)(?: còn| tới)? {_value('new')}(?P<other>{_UNIT})"
)
# "Năm 2021 có 35 đề tài, giảm so với năm 2020 (42 đề tài)".
_AGAINST = Pattern(
    rf"(?<![\w.,-]){_value('new')} (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)\b[^.;\d\n]{{0,40}}, (?P<how>tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn) (?:so với )?[^.;\d\n()]{{0,30}}(?:năm (?:19|20)\d\d )?\({_value('old')} (?P<other>[^\W\d_]+(?: [^\W\d_]+)?)\)"
)
# "Đạt 95 mô hình, vượt kế hoạch 100 mô hình"; "Kế hoạch 40 tỷ đồng, thực hiện 38 tỷ đồng, vượt kế hoạch".
_BEYOND = Pattern(
    rf"(?<![\w.,-]){_value('new')} (?P<unit>[^\W\d_]+)\b[^.;\d\n]{{0,40}}, vượt (?:mức |chỉ tiêu |so với )*kế hoạch (?:đề ra |được giao |là )*\(?{_value('old')} (?P<other>[^\W\d_]+)\b"
)
_PLANNED = Pattern(
    rf"\b(?:[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán)[^.;\d\n]{{0,40}} {_value('old')} (?P<other>[^\W\d_]+)\b[^.;\d\n]{{0,40}}\b(?:thực hiện|đạt|kết quả|hoàn thành)[^.;\d\n]{{0,20}} {_value('new')} (?P<unit>[^\W\d_]+)\b[^.;\d\n]{{0,40}}, (?P<how>vượt|chưa đạt|không đạt)(?: [^.;,\n\d]{{0,20}})?(?:kế hoạch|chỉ tiêu|dự toán)"
)
# "xếp thứ 65/63", "đứng thứ 15 trong 13 tỉnh", "xếp hạng 22 trên tổng số 20 đội".
_RANK = Pattern(
    r"(?:(?:xếp|đứng)(?: vị trí| ở vị trí)?(?: thứ| hạng)*|(?:[Hh]ạng|[Vv]ị trí)(?: thứ)?) (?P<rank>\d{1,3})(?:/| trên| trong)(?: tổng số| số)? ?(?P<of>\d{1,3})\b"
)
_LIMITS = (
    Pattern(rf"ối thiểu(?: là)? {_value('low')}[^.;\d\n]{{0,30}}\btối đa(?: là)? {_value('high')} (?P<unit>[^\W\d_]+)"),
    Pattern(rf"ối đa(?: là)? {_value('high')}[^.;\d\n]{{0,30}}\btối thiểu(?: là)? {_value('low')} (?P<unit>[^\W\d_]+)"),
    Pattern(
        rf"(?:hấp|t) nhất(?: là| đạt| chỉ)?[^.;,\d\n]{{0,24}} {_value('low')}[^.;\d\n]{{0,40}}\b(?:cao|nhiều) nhất(?: là| đạt| tới)?[^.;,\d\n]{{0,24}} {_value('high')} (?P<unit>[^\W\d_]+)"
    ),
    Pattern(
        rf"(?:ao|hiều) nhất(?: là| đạt| tới)?[^.;,\d\n]{{0,24}} {_value('high')}[^.;\d\n]{{0,40}}\b(?:thấp|ít) nhất(?: là| đạt| chỉ)?[^.;,\d\n]{{0,24}} {_value('low')} (?P<unit>[^\W\d_]+)"
    ),
)
# "hỗ trợ từ 50 triệu đồng đến 30 triệu đồng", "bảo quản từ 8 đến 4 độ C".
_FROM_TO = Pattern(
    rf"từ {_value('low')}(?P<unit>(?: (?!lên|xuống|còn|đến|tới)[^\W\d_%/]{{1,10}}){{0,2}})(?:/(?P<per>[^\W\d_]+))?(?: đến| tới|\s?-)(?: tối đa)? {_value('high')} (?P<other>[^\W\d_]+)"
)
_RANGES = cues("từ ")
_TIME = Pattern(r"(?:giờ|ngày|tháng|năm|phút|điểm|tuổi|giây|trang|km|điều|khoản|lên|xuống|h|g)\b")
_FALLS = Pattern(r"\b(?:giảm|hạ|rút|xuống|còn|thu hẹp|cắt)\b[^.;\d]{0,40}$")
_SHARE = Pattern(
    r"(?P<part>\d{1,4})(?: [^\W\d_]+){0,3}(?:/| trong(?: tổng)?(?: số)? | trên(?: tổng)?(?: số)? )(?P<whole>\d{1,4})\b[^.;\d\n]{0,30}?, (?:tức |bằng |chiếm |là )+(?P<said>(?:gần |hơn |khoảng )?(?:một nửa|một phần (?:hai|ba|tư|năm)|hai phần ba|ba phần tư))"
)
_SHARE_BEHIND = Pattern(
    r"rong (?:tổng )?(?:số )?(?P<whole>\d{1,4}) [^.;\d\n]{2,40}?có (?P<part>\d{1,4})\b[^.;\d\n]{0,30}?, (?:tức |bằng |chiếm |là )+(?P<said>(?:gần |hơn |khoảng )?(?:một nửa|một phần (?:hai|ba|tư|năm)|hai phần ba|ba phần tư))"
)
_OVER_HALF = Pattern(
    r"(?P<said>[Hh]ơn một nửa|[Qq]uá nửa|[Hh]ơn nửa)[^.;\d\n(]{0,40}\((?P<part>\d{1,4})(?:/| trong(?: tổng)?(?: số)? | trên )(?P<whole>\d{1,4})\b"
)
_SHARES = {"một nửa": (1, 2), "một phần hai": (1, 2), "một phần ba": (1, 3), "một phần tư": (1, 4), "một phần năm": (1, 5)}
_SHARES |= {"hai phần ba": (2, 3), "ba phần tư": (3, 4)}
_TURNS, _WITH, _RANKS, _LOW, _FRACTIONS = (
    cues("tăng ", "giảm ", "hạ ", "tăng, ", "giảm, "), cues(", tăng ", ", giảm ", "vượt ", "chưa đạt"), cues("xếp ", "đứng ", "hạng ", "Hạng ", "vị trí ", "Vị trí "), cues("ối thiểu ", "ối đa ", "hấp nhất", "t nhất", "ao nhất", "hiều nhất"),
    cues("một nửa", "một phần ", "hai phần ba", "ba phần tư", "quá nửa", "hơn nửa"),
)  # fmt: skip
_DOWN = ("giảm", "hạ", "thấp hơn", "ít hơn", "chưa đạt", "không đạt")
_LEEWAY = 0.08

CASES = (
    ("sum_mismatch", "Số vụ vi phạm tăng từ {40 vụ năm 2018 lên 32 vụ năm 2019|32 vụ năm 2018 lên 40 vụ năm 2019}."),
    ("sum_mismatch", "Tỷ lệ hộ nghèo giảm từ {5,2% xuống 6,1%|6,1% xuống 5,2%} trong ba năm."),
    ("sum_mismatch", "Năm 2021 có 35 đề tài, {tăng|giảm} so với năm 2020 (42 đề tài)."),
    ("sum_mismatch", "Đạt 95 mô hình, {vượt|chưa đạt} kế hoạch 100 mô hình."),
    ("sum_mismatch", "Kế hoạch đề ra 40 tỷ đồng, thực hiện 38 tỷ đồng, {vượt|chưa đạt} kế hoạch."),
    ("sum_mismatch", "Chỉ số đổi mới của tỉnh xếp thứ {65/63|25/63} cả nước."),
    ("sum_mismatch", "Đội của tỉnh xếp hạng {22|12} trên tổng số 20 đội dự thi."),
    ("value_conflict", "Mỗi lớp có tối thiểu {50|30} và tối đa 40 học viên."),
    ("value_conflict", "Mức vay thấp nhất {80|20} triệu đồng, cao nhất 50 triệu đồng."),
    ("value_conflict", "Mức hỗ trợ từ {50 triệu đồng đến 30 triệu đồng|30 triệu đồng đến 50 triệu đồng} cho mỗi mô hình."),
    ("sum_mismatch", "Trong 60 nhiệm vụ có 20 nhiệm vụ, tức {một nửa|một phần ba}, thuộc lĩnh vực nông nghiệp."),
    ("sum_mismatch", "Hơn một nửa số hộ ({20|30} trong 50 hộ) tham gia mô hình."),
)


def check_directions(case: Case) -> Iterator[Record]:
    """Rises that fall and falls that rise, ranks beyond the last, least above most, and shares in words that are others."""
    for words, pattern in ((_TURNS, _TURN),):
        for found in cued(case, words, pattern):
            yield from _turned(case, found)
    for pattern in (_AGAINST, _BEYOND, _PLANNED):
        for found in _near(case, _WITH, pattern):
            yield from _turned(case, found)
    for found in cued(case, _RANKS, _RANK):
        if int(found["rank"]) > int(found["of"]):
            span = Span(found.start("rank"), found.end("of"))
            note = (
                f"Thứ hạng {found['rank']} lớn hơn số được xếp hạng {found['of']}: {quoted(case.words(Span(*found.span())))}."
            )
            yield fault("sum_mismatch", note, [span])
    for found in (match for pattern in _LIMITS for match in cued(case, _LOW, pattern)):
        if range_of(found["low"]).value > range_of(found["high"]).value:
            span = Span(found.start() - 1, found.end())
            note = f"Mức tối thiểu lớn hơn mức tối đa: {quoted(case.words(span))}."
            yield fault("value_conflict", note, [span])
    for found in cued(case, _RANGES, _FROM_TO):
        yield from _ranged(case, found)
    for pattern in (_SHARE, _SHARE_BEHIND, _OVER_HALF):
        for found in _near(case, _FRACTIONS, pattern):
            yield from _shared(case, found)


def _ranged(case: Case, found: re.Match[str]) -> Iterator[Record]:
    """A range whose first figure is the greater, where the words do not tell of a fall."""
    low, high, unit = range_of(found["low"]), range_of(found["high"]), found["unit"].split()[:1]
    scaled = found["low"].partition(" ")[2] or found["high"].partition(" ")[2]
    if unit and unit[0] not in (found["other"], *(found["high"].split()[1:])):
        return
    if unit and scaled and found["low"].partition(" ")[2] != found["high"].partition(" ")[2]:
        return
    if (
        low.value <= high.value
        or (not unit and scaled)
        or case.is_taken(found.start("low"))
        or case.is_taken(found.start("high"))
    ):
        return
    if _TIME.match(found["other"]) or _FALLS.search(case.plain, max(0, found.start() - 60), found.start()):
        return
    span = Span(*found.span())
    yield fault("value_conflict", f"Khoảng có số đầu lớn hơn số cuối: {quoted(case.words(span))}.", [span])


def _near(case: Case, words: tuple[str, ...], pattern: Pattern) -> Iterator[re.Match[str]]:
    """Where a pattern stands in the sentences that hold one of `words`."""
    seen = set[Span]()
    for word in cued(case, words, Pattern(r"\W{0,2}\w")):
        sentence = case.sentence(Span(word.start(), word.start() + 1))
        if sentence not in seen:
            seen.add(sentence)
            yield from pattern.finditer(case.plain, *sentence)


def _turned(case: Case, found: re.Match[str]) -> Iterator[Record]:
    how = found.groupdict().get("how") or "vượt"
    old, new = range_of(found["old"]), range_of(found["new"])
    unit, other = (found[name].strip().casefold().split(" ")[0] for name in ("unit", "other"))
    if (unit and other and unit != other) or ("%" in (unit, other) and unit != other):
        return
    if found["old"].partition(" ")[2] != found["new"].partition(" ")[2] or case.is_taken(found.start("old")):
        return
    if old.value != new.value and (how in _DOWN) != (new.value < old.value):
        yield _fault(case, found, f"Ghi {quoted(how)} nhưng số liệu ngược lại")


def _shared(case: Case, found: re.Match[str]) -> Iterator[Record]:
    part, whole, said = int(found["part"]), int(found["whole"]), found["said"].lower()
    if not 0 < part < whole or case.is_taken(found.start("part")) or case.is_taken(found.start("whole")):
        return
    if said in ("hơn một nửa", "quá nửa", "hơn nửa"):
        if 2 * part < whole:
            yield _fault(case, found, f"{part}/{whole} chưa đến một nửa")
        return
    name = next((known for known in _SHARES if said.endswith(known)), "")
    over, under = _SHARES.get(name, (part, whole))
    if abs(part / whole - over / under) > _LEEWAY:
        yield _fault(case, found, f"{part}/{whole} không phải là {name}")


def _fault(case: Case, found: re.Match[str], what: str) -> Record:
    span = Span(*found.span())
    return fault("sum_mismatch", f"{what}: {quoted(case.words(span))}.", [span])
