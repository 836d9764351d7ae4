"""Places of events (nơi tổ chức): one meeting or course that is told to be held in two places."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, YEAR, Pattern
from hopluc.vietnamese import fold

_EVENTS = r"[Hh]ội thảo|[Hh]ội nghị|[Hh]ội chợ|[Ll]ễ ký kết|[Ll]ễ khai mạc|[Ll]ễ trao giải|[Ll]ễ phát động|[Dd]iễn đàn|[Tt]ọa đàm|[Tt]riển lãm|[Ll]ớp tập huấn|[Kk]hóa tập huấn|[Kk]hóa đào tạo|[Cc]uộc thi|[Hh]ội thi|[Pp]hiên họp|[Cc]uộc họp|[Bb]uổi làm việc|[Nn]gày hội|[Tt]uần lễ|[Ll]iên hoan|[Ll]ễ tổng kết|[Ll]ễ khánh thành|[Ll]ễ khởi công"
_W = r"[^\W\d_]+"
_PLACE = rf"(?P<place>{CAPITAL}[^\W\d_]*(?: {_W}){{0,9}}?)"
# "Hội thảo về chuyển đổi số trong y tế được tổ chức ngày 18/5/2023 tại Trường Đại học Vĩnh Hà".
_HELD = Pattern(
    rf"(?P<event>{_EVENTS})(?P<name>(?: [^.;:,\n\d()]{{2,90}}?)?)(?: (?:được |đã |sẽ |vừa )*(?:tổ chức|diễn ra|khai mạc|mở))(?: (?:[^.;\n]{{0,50}}?))? (?:tại|ở) {_PLACE}(?=[,.;)\n]| (?:do|với|đã|có|thu hút|từ|vào|ngày|trong|nhằm|để|là|và|cùng|gồm|được|sẽ|quy tụ|vừa)\b|$)"
)
_STARTS = cues("ội thảo", "ội nghị", "ội chợ", "ễ ký kết", "ễ khai mạc", "ễ trao giải", "ễ phát động", "iễn đàn", "ọa đàm", "riển lãm", "ớp tập huấn", "hóa tập huấn",
    "hóa đào tạo", "uộc thi", "ội thi", "hiên họp", "uộc họp", "uổi làm việc", "gày hội", "uần lễ", "iên hoan", "ễ tổng kết", "ễ khánh thành", "ễ khởi công")  # fmt: skip
_OTHER = Pattern(
    r"\b(?:lần (?:thứ|đầu|sau|trước|[1-9])|năm trước|năm ngoái|đợt|vòng|phiên (?:thứ|sau|bế mạc)|tiếp theo|tiếp đó|sau đó|chuyển (?:sang|đến|về|địa điểm)|đồng thời|hai điểm cầu|điểm cầu|trực tuyến|các|những|dự kiến|khóa \d|kỳ (?:thứ|trước|sau)|hằng năm|hàng năm|mỗi|luân phiên|lần lượt|từng)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 20

CASES = (
    (
        "value_conflict",
        "Hội thảo về chuyển đổi số trong y tế được tổ chức ngày 18/5/2023 tại Trường Đại học Y Tân Lâm.\n\nHội thảo về chuyển đổi số trong y tế diễn ra tại {Bệnh viện Đa khoa Sơn Kỳ|Trường Đại học Y Tân Lâm} đã thu hút 200 đại biểu.",
    ),
    (
        "value_conflict",
        "Lớp tập huấn về quản trị tài sản trí tuệ được mở tại Tân Lâm.\n\nLớp tập huấn về quản trị tài sản trí tuệ{| lần thứ hai} mở tại Sơn Kỳ có 40 học viên.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Held:
    """An event with the place it is told to be held in; `name` the words of the place without marks."""

    place: str
    span: Span
    sentence: Span
    years: frozenset[str]


def check_event_places(case: Case) -> Iterator[Record]:
    """Each event of one name with two places, none of them within the other."""
    by_name: dict[str, list[Held]] = defaultdict(list)
    for word in cued(case, _STARTS, Pattern(_W)):
        found = _HELD.match(case.plain, word.start() - 1) if word.start() else None
        if found is None or len(found["name"].split()) < _FEWEST:
            continue
        sentence = case.sentence(Span(*found.span()))
        if found.end() <= sentence.end and not _OTHER.search(case.plain, sentence.start, found.end()):
            years = frozenset(YEAR.findall(case.plain, *sentence))
            held = Held(fold(found["place"]), Span(*found.span()), sentence, years)
            by_name[fold(found["event"] + found["name"])].append(held)
    for held_at in by_name.values():
        for one, other in combinations(held_at[:_MOST], 2):
            if not one.sentence.overlaps(other.sentence) and _are_apart(case, one, other):
                first, second = (quoted(case.words(known.span)) for known in (one, other))
                yield fault("value_conflict", f"Một sự kiện ghi hai nơi: {first} và {second}.", [one.span, other.span])
                break


def _are_apart(case: Case, one: Held, other: Held) -> bool:
    """Whether two places are neither parts of each other nor told of two years, and each is told without the other."""
    if one.years and other.years and one.years.isdisjoint(other.years):
        return False
    if set(one.place.split()) & set(other.place.split()):
        return False
    sentences = [fold(case.words(known.sentence)) for known in (one, other)]
    return one.place not in sentences[1] and other.place not in sentences[0]
