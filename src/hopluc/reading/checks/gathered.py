"""Sums gathered (cộng gộp): a total in one sentence and its parts, each in a sentence or under a heading of its own.

`Mạng lưới đã gắn 46 thiết bị`, and sentences apart `Sông Hạ gắn 19 thiết bị`, `Sông Lim gắn 12`, `các kênh gắn 15`. What ties them together
is the noun they count and one word more that the total and every part are told with, in their sentence or in the heading above. All
figures so told that stand together are the parts, each told of something of its own, and they come near the total.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.tellings import EMPTY, Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.kept import kept
from hopluc.reading.patterns import Pattern

# Beside a figure in its clause: it is no part of its own.
_ASIDE = Pattern(
    r"\b(?:trong đó|riêng|tiêu biểu|điển hình|một số|còn lại|ngoài ra|thêm|so với|tăng|giảm|bình quân|trung bình|mỗi|trong số|lũy kế|cùng kỳ|kế hoạch|"
    r"chỉ tiêu|mục tiêu|dự kiến|sẽ|phấn đấu|tối đa|tối thiểu|không quá|trở lên|nữa|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|sau)|sang năm|trước đây|trước kia|trị giá|còn|dư|hoặc)\b",
    re.IGNORECASE,
)
_AIM = Pattern(r"\b(?:[Mm]ục tiêu|[Qq]uy mô|[Kk]ế hoạch|[Ss]ẽ)\b[^.;]{0,40}$")
_DONE = Pattern(r"\b(?:đã|được|đạt|thực hiện)\b")
_WORD = Pattern(r"[^\W\d_]+")
_MOST_PARTS, _FEWEST_PARTS, _MOST_RUN = 8, 3, 30
_GAP, _BACK, _SHORT = 900, 90, 60
_OFF = Decimal("0.12")
_QUOTED = 80

CASES = (
    (
        "sum_mismatch",
        "Tóm tắt: Trong kỳ, Quỹ Sáng chế đã cấp vốn cho {47|45} hồ sơ.\n1. Nhóm nông nghiệp\nQuỹ cấp vốn cho 18 hồ sơ về giống cây.\n2. Nhóm cơ khí\nCó 15 hồ sơ được cấp vốn.\n3. Nhóm phần mềm\nQuỹ cấp vốn cho 12 hồ sơ của sinh viên.",
    ),
    (
        "sum_mismatch",
        "Tháng qua, Trung tâm Kiểm nghiệm nhận {310|290} mẫu.\nPhòng Vi sinh nhận 140 mẫu, trả đúng hẹn cả.\nPhòng Hóa lý nhận 95 mẫu.\nPhòng Dược liệu nhận 55 mẫu.",
    ),
    (
        "sum_mismatch",
        "Tháng qua, Trung tâm Kiểm nghiệm nhận 310 mẫu.\nPhòng Vi sinh nhận 140 mẫu, trả đúng hẹn cả.\nPhòng Hóa lý nhận 95 mẫu{| từ tháng trước}.\nPhòng Dược liệu nhận 55 mẫu.",
    ),
    (
        "sum_mismatch",
        "Huyện cấy 1.200 ha lúa lai. Xã Tân Hòa cấy 500 ha. Xã Phú Lộc cấy 410 ha, riêng thôn Hạ có 150 ha. Nhờ đủ nước, xã Bình An cấy {230|290} ha.",
    ),
    (
        "sum_mismatch",
        (
            "1. Chi cho đề tài\nĐã chi 21.300 triệu đồng cho 34 đề tài.\n2. Chi tăng cường tiềm lực\nTrong số này có một máy trị giá 3.200 triệu đồng. Chi 9.450 triệu đồng.\n"
            "3. Chi cho cấp huyện\nĐã chuyển về huyện 4.500 triệu đồng.\nĐánh giá chung\nNhư vậy cả năm đã chi {37.250|35.250} triệu đồng."
        ),
    ),
    (
        "sum_mismatch",
        "Huyện cấy 1.200 ha lúa lai. Xã Tân Hòa cấy 500 ha. Xã Phú Lộc {cấy|bỏ hoang} 410 ha. Nhờ đủ nước, xã Bình An cấy 230 ha.",
    ),
)


class _Part:
    """A telling as a part of a total may be told: the words it is told with, and whether they set it aside."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.value = telling.value

    @kept
    def _before(self) -> str:
        """The words of its sentence before it, none from before the figure before it."""
        plain, telling = self.telling.case.plain, self.telling
        words = plain[max(telling.sentence.start, telling.number.start - _BACK) : telling.number.start]
        return words[max((at + 1 for at, c in enumerate(words) if c.isdigit() or c == ";"), default=0) :]

    @kept
    def words(self) -> frozenset[str]:
        """The words of meaning by which it is told."""
        told = _WORD.findall(self._before.casefold())
        return (frozenset(told) | frozenset(self.telling.behind)) - EMPTY - {self.telling.key}

    @kept
    def under(self) -> frozenset[str]:
        """The same with the words of the heading above."""
        return self.words | self.telling.heading_words

    @kept
    def is_aside(self) -> bool:
        """Whether it is told as a part of a part, as planned, or of another time."""
        behind = self.telling.case.plain[self.telling.number.end : self.telling.number.end + _SHORT]
        return _ASIDE.search(f"{self._before} {re.split('[,;.(0-9]', behind)[0]}") is not None

    @kept
    def is_planned(self) -> bool:
        """Whether it is told as what is to be: `Mục tiêu: trồng 1.400 ha`."""
        return _AIM.search(self._before) is not None

    @property
    def is_done(self) -> bool:
        """Whether its sentence tells what has been done."""
        return _DONE.search(self.telling.told) is not None

    @property
    def in_cell(self) -> bool:
        """Whether it stands in a table, where the columns tell what adds up."""
        block = self.telling.block
        return block is not None and block.kind == "cell"


def check_gathered(case: Case) -> Iterator[Record]:
    """Each total that the parts told apart behind it, or before it, come near and do not make."""
    for alike in tellings(case).values():
        if len(alike) <= _FEWEST_PARTS or alike[0].key == "%" or alike[0].key[0] == "#":
            continue
        for run in _runs(alike):
            record = _of_run(case, run)
            if record is not None:
                yield record


def _runs(alike: Sequence[Telling]) -> Iterator[list[_Part]]:
    """The tellings of one noun that stand near each other in running text, in runs; what is longer is a list of its own."""
    run: list[_Part] = []
    for telling in alike:
        if run and telling.span.start - run[-1].telling.span.end > _GAP:
            if _FEWEST_PARTS < len(run) <= _MOST_RUN:
                yield run
            run = []
        run.append(_Part(telling))
    if _FEWEST_PARTS < len(run) <= _MOST_RUN:
        yield run


def _of_run(case: Case, run: Sequence[_Part]) -> Record | None:
    run = [part for part in run if not part.in_cell]
    for place, total in enumerate(run):
        for others in (run[place + 1 :], run[:place]):
            if len(others) >= _FEWEST_PARTS and (total.is_planned or not total.is_aside):
                parts = _parts(total, others)
                if parts and not _is_made(total, others):
                    return _fault(case, total.telling, [part.telling for part in parts])
    return None


def _parts(total: _Part, others: Sequence[_Part]) -> list[_Part]:
    """The figures that are told with one more word of the total's, where all of them come near it; empty where none do."""
    told = [part for part in others if not part.is_aside and not part.telling.sentence.overlaps(total.telling.sentence)]
    near: list[_Part] = []
    for word in total.words:
        with_word: list[_Part] = []
        for part in told:
            if word in part.under and not (with_word and with_word[-1].telling.sentence.overlaps(part.telling.sentence)):
                with_word.append(part)
        if _come_near(total, with_word):
            near = max(near, with_word, key=len)
    return near


def _come_near(total: _Part, parts: Sequence[_Part]) -> bool:
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS or total.value <= max(part.value for part in parts):
        return False
    sum_ = sum((part.value for part in parts), Decimal(0))
    every = [total.telling, *(part.telling for part in parts)]
    if sum_ == total.value or abs(sum_ - total.value) > _OFF * total.value:
        return False
    if total.is_planned and any(part.is_done for part in parts):
        return False
    years = [telling.years for telling in every if telling.years]
    return len(set(years)) <= 1 and _are_of_others(total, parts)


def _are_of_others(total: _Part, parts: Sequence[_Part]) -> bool:
    """Whether each part is told of something that the total and no other part are told of."""
    labels = [(part.under | part.telling.own) - total.words - {total.telling.key} for part in parts]
    return all(one - other and other - one for one, other in combinations(labels, 2))


def _is_made(total: _Part, parts: Sequence[_Part]) -> bool:
    """Whether some of the figures near by make the total, so that the others are told for something else."""
    sums = {Decimal(0)}
    kin = [part for part in parts if part.under & total.words]
    for part in kin[: _MOST_PARTS + _FEWEST_PARTS]:
        sums |= {sum_ + part.value for sum_ in sums}
    return total.value in sums


def _fault(case: Case, total: Telling, parts: Sequence[Telling]) -> Record:
    every = [total, *parts]
    spans = [Span(max(telling.sentence.start, telling.span.start - _QUOTED), telling.span.end) for telling in every]
    sum_ = sum((part.value for part in parts), Decimal(0))
    note = f"{' + '.join(shown(part.value) for part in parts)} = {shown(sum_)}, nơi khác ghi {shown(total.value)}: {quoted(case.words(spans[0]))}."
    return fault("sum_mismatch", note, spans)
