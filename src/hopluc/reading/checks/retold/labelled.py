"""Labelled figures (số liệu có tên gọi): one name of a figure, such as `tổng mức đầu tư`, told in two sentences with two values.

Such a name says alone what the figure is of, whatever else the sentences say; what tells two of that name apart is a year, a round, a
proper name, another subject before the name, or a heading of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_W = r"[^\W\d_]+"
_NAME = Pattern(
    rf"(?P<name>(?:[Tt]ổng (?:mức đầu tư|số|kinh phí|vốn|giá trị|diện tích|chiều dài|dự toán|sản lượng|doanh thu|quy mô|thời gian)|[Gg]iá trị (?:hợp đồng|gói thầu|giải thưởng|quyết toán)|"
    rf"[Cc]ông suất(?: thiết kế)?|[Dd]ân số|[Dd]iện tích|[Ss]ức chứa|[Cc]hiều dài|[Tt]hời gian thực hiện|[Tt]hời hạn|[Mm]ức (?:hỗ trợ|vay|chi|phí|thưởng)|[Kk]inh phí|[Vv]ốn điều lệ|[Tt]ỷ lệ {_W}|[Nn]ăng suất|[Ss]ản lượng|[Dd]oanh thu|[Đđ]ơn giá)"
    rf"(?: (?!của\b|là\b|đạt\b|bằng\b|được\b|lên\b|cho\b|với\b|khoảng\b){_W}){{0,6}}?)(?: trong \d{{1,2}} (?:năm|tháng))?(?P<of> (?:của|cho) [^.;:,\n\d]{{2,50}}?)?(?: (?:này|nói trên|nêu trên))?(?:,? (?:là|đạt|bằng|được duyệt là|ở mức|theo [^.;:,\n]{{2,30}} là)|:)? "
)
# What a name begins with: looking for these first spares looking with the pattern.
_HEAD = Pattern(
    r"(?<!\w)(?:[Tt]ổng|[Gg]iá trị|[Cc]ông suất|[Dd]ân số|[Dd]iện tích|[Ss]ức chứa|[Cc]hiều dài|[Tt]hời (?:gian|hạn)|[Mm]ức|[Kk]inh phí|[Vv]ốn|[Tt]ỷ lệ|[Nn]ăng suất|[Ss]ản lượng|[Dd]oanh thu|[Đđ]ơn giá) "
)
_SUBJECT = Pattern(r"[^.;:\n\d]{0,60}$")
_OTHER = Pattern(
    r"\b(?:điều chỉnh|dự kiến|ước|ước tính|tăng|giảm|giai đoạn|trong đó|mỗi|bình quân|trung bình|hợp phần|đợt|còn lại|bổ sung|đề nghị|đề xuất|kế hoạch|mục tiêu|phấn đấu|"
    r"ban đầu|trước đây|sau khi|cùng kỳ|tối đa|tối thiểu|không quá|so với|riêng|thêm|lũy kế|khác|từng|lần|hằng năm|hàng năm|một năm|từ|đến năm|trở lên|cũ|mới)\b",
    re.IGNORECASE,
)
_BACK, _MOST, _NEAR = 130, 12, 60
_RATIO = Decimal(2)
_SCALES = (Decimal(10), Decimal(100), Decimal(1000), Decimal(1000000))

CASES = (
    (
        "value_conflict",
        "Tổng số 44 nhiệm vụ được triển khai với kinh phí 71 tỷ đồng.\n\nTheo phụ lục, tổng số nhiệm vụ triển khai trong 30 tháng là {46|44} nhiệm vụ.",
    ),
    (
        "value_conflict",
        "Hợp đồng có thời hạn 36 tháng. Hết thời hạn {24|36} tháng của hợp đồng, hai bên thanh lý.",
    ),
    (
        "value_conflict",
        "Tổng mức đầu tư của dự án là 45 tỷ đồng.\n\nVề nguồn vốn, tổng mức đầu tư {54|45} tỷ đồng do ngân sách tỉnh cấp.",
    ),
    (
        "value_conflict",
        "Giá trị hợp đồng: 720 triệu đồng.\n\nBên A thanh toán một lần giá trị hợp đồng là {702|720} triệu đồng.",
    ),
    (
        "value_conflict",
        "Tổng mức đầu tư của dự án đường là 45 tỷ đồng.\n\nVề nguồn vốn, tổng mức đầu tư của dự án {đường|trường học} là 48 tỷ đồng do ngân sách tỉnh cấp.",
    ),
)


class Label:
    """A telling with the name that stands right before it, whose it is told to be, and the words that lead up to the name."""

    def __init__(self, telling: Telling, found: re.Match[str]) -> None:
        self.telling = telling
        self.name = found["name"].casefold()
        if self.name == "tổng số":
            self.name = f"tổng số {' '.join(telling.phrase[:2])}"  # "Tổng số 44 nhiệm vụ" as "tổng số nhiệm vụ … là 44"
        elif self.name.startswith("tổng số "):
            self.name = " ".join(self.name.split()[:4])
        self.of = frozenset((found["of"] or "").casefold().split()) - EMPTY - {"của", "cho"}
        before = _SUBJECT.search(found.string, 0, found.start())
        self.subject = frozenset((before[0] if before else "").casefold().replace(",", "").split()) - EMPTY
        self.clause = Span(telling.number.start - len(found[0]), telling.span.end)


def check_labelled(case: Case) -> Iterator[Record]:
    """Each name of a figure with two values, where nothing tells them apart."""
    for alike in tellings(case).values():
        by_name: dict[str, list[Label]] = defaultdict(list)
        for telling in alike if len({telling.value for telling in alike}) > 1 else ():
            label = _label(telling)
            if label is not None:
                by_name[label.name].append(label)
        for labels in by_name.values():
            if 1 < len(labels) <= _MOST and len({label.telling.value for label in labels}) == 2:
                pair = next(
                    (pair for pair in combinations(labels, 2) if _are_one(case, *pair)),
                    None,
                )
                if pair is not None:
                    yield _fault(case, *pair)


def _label(telling: Telling) -> Label | None:
    plain = telling.case.plain
    low = max(telling.sentence.start, telling.number.start - _BACK)
    words = plain[low : telling.number.start]
    found = next(
        (name for head in _HEAD.finditer(words) if (name := _NAME.fullmatch(words, head.start()))),
        None,
    )
    if found is None or len(found["name"].split()) < 2 or _OTHER.search(plain, low, telling.span.end) or telling.is_part:
        return None
    return Label(telling, found)


def _are_one(case: Case, one: Label, other: Label) -> bool:
    first, second = one.telling, other.telling
    if first.value == second.value or first.sentence.overlaps(second.sentence) or first.is_earlier != second.is_earlier:
        return False
    more, less = max(first.value, second.value), min(first.value, second.value)
    if less <= 0 or not (more <= _RATIO * less or more / less in _SCALES) or first.per != second.per:
        return False
    for here, there in (
        (first.years, second.years),
        (first.rounds, second.rounds),
        (first.names, second.names),
        (first.owners, second.owners),
        (one.of, other.of),
    ):
        if here and there and here.isdisjoint(there):
            return False
    if any(mark.startswith("thứ ") for mark in first.rounds ^ second.rounds):
        return False
    if one.of and other.of and not (one.of <= other.of or other.of <= one.of):
        return False
    if (
        one.subject
        and other.subject
        and min(len(one.subject), len(other.subject)) > 1
        and one.subject.isdisjoint(other.subject)
        and not (one.of or other.of)
    ):
        return False
    return _section(case, first) == _section(case, second) or bool(one.of or other.of or len(one.name.split()) > 2)


def _section(case: Case, telling: Telling) -> tuple[int, ...]:
    return tuple(block.span.start for block in case.layout.section_of(telling.span.start))


def _fault(case: Case, one: Label, other: Label) -> Record:
    spans = [
        Span(
            max(label.telling.sentence.start, label.telling.span.start - _NEAR),
            label.telling.span.end,
        )
        for label in (one, other)
    ]
    first, second = (quoted(case.words(span)) for span in spans)
    values = shown(one.telling.value), shown(other.telling.value)
    return fault(
        "value_conflict",
        f"Cùng một tên gọi ghi {values[0]} ({first}) và {values[1]} ({second}).",
        spans,
    )
