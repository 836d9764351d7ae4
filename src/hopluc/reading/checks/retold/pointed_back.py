"""Figures pointed back to (con số này): a figure told as the one just named, where the one just named is another.

`Dự án được duyệt 12,5 tỷ đồng. Số vốn 12,5 triệu đồng này …`: what a text points back to has to stand before.
"""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.cues import places
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_BACK = Pattern(r"(?: [^\W\d_]+){0,3} (?:này|ấy|nói trên|nêu trên|kể trên|vừa nêu|vừa nói)\b(?! (?:tăng|giảm|thêm|mỗi))")
# "17 sản phẩm nêu tại Điều 2": where it says itself that it is told before.
_CITED = Pattern(
    r"[^.;:,\n\d]{0,70}? (?:nêu|nói|ghi|quy định|công nhận|phê duyệt|liệt kê) tại (?:Điều|khoản|mục|điểm|phần|Phụ lục)\b"
)
_STARTS = cues(
    " tại Điều",
    " tại khoản",
    " tại mục",
    " tại điểm",
    " tại phần",
    " tại Phụ lục",
    " này",
    " ấy",
    " nói trên",
    " nêu trên",
    " kể trên",
    " vừa nêu",
    " vừa nói",
)
_PLAIN = Pattern(
    r"\b(?:[Tt]rong (?:số )?|[Cc]ả|[Ss]ố|[Tt]ừ|[Tt]oàn bộ|[Kk]hoản|[Cc]on số|[Mm]ức|[Tt]ổng)\b[^.;:,\n\d]{0,24}$|(?:^|[.!?\n]\s?)$"
)
_PART = Pattern(r"\b(?:[Tt]rong đó|riêng|thêm|mỗi|một trong|\d+ trong|ngoài)\b[^.;:,\n]{0,20}$")
_FAR, _NEAR, _MOST = 420, 60, Decimal("1.5")
_SCALES = (Decimal(10), Decimal(100), Decimal(1000), Decimal(1000000))

CASES = (
    ("unit_shift", "Dự án được duyệt 12,5 tỷ đồng. Số vốn 12,5 {triệu|tỷ} đồng này chia làm ba năm."),
    (
        "value_conflict",
        "Điều 2. Công nhận 17 sản phẩm hạng 4 sao.\nĐiều 3. Sở cấp giấy cho {19|17} sản phẩm hạng 4 sao nêu tại Điều 2.",
    ),
    ("value_conflict", "Vùng mía có 640 ha. Trên 46 xã đều trồng. Toàn bộ {460|640} ha này do hai nhà máy bao tiêu."),
    ("value_conflict", "Huyện cấp giống cho 85 hộ nghèo. Toàn bộ {58|85} hộ này được theo dõi suốt vụ."),
)


def check_pointed_back(case: Case) -> Iterator[Record]:
    """Each figure that points back to one just named and is another."""
    if not places(case.document, _STARTS):
        return
    for alike in tellings(case).values():
        for place, telling in enumerate(alike):
            if not place or telling.is_part:
                continue
            if _CITED.match(case.plain, telling.number.end) or (
                _BACK.match(case.plain, telling.span.end) and _is_whole(telling)
            ):
                one = _meant(telling, alike[:place])
                if one is not None:
                    yield _fault(case, one, telling)


def _is_whole(telling: Telling) -> bool:
    """Whether a figure is told as the whole of what it points back to."""
    plain, start = telling.case.plain, telling.number.start
    low = max(telling.sentence.start, start - _NEAR)
    return _PLAIN.search(plain, low, start) is not None and not _PART.search(plain, low, start)


def _meant(telling: Telling, before: list[Telling]) -> Telling | None:
    """The figure told last before, where none told before is the same and it can only be this one that is meant."""
    near = [other for other in before if telling.span.start - other.span.end <= _FAR]
    if not near or any(other.value == telling.value for other in before):
        return None
    last = near[-1]
    if last.sentence.overlaps(telling.sentence) or last.is_part or telling.value <= 0 or last.value <= 0:
        return None
    ratio = max(telling.value, last.value) / min(telling.value, last.value)
    if ratio <= _MOST or ratio in _SCALES or last.digits == telling.digits:
        return last
    return None


def _fault(case: Case, one: Telling, other: Telling) -> Record:
    spans = [Span(max(told.sentence.start, told.span.start - _NEAR), told.span.end) for told in (one, other)]
    ratio = max(one.value, other.value) / min(one.value, other.value)
    kind = "unit_shift" if ratio in _SCALES else "value_conflict"
    note = f"Nhắc lại {shown(other.value)} trong khi ngay trước đó ghi {shown(one.value)}: {quoted(case.words(spans[1]))}."
    return fault(kind, note, spans)
