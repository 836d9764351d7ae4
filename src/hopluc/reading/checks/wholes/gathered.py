"""Sums gathered (cộng gộp): a total in one sentence and its parts, each in a sentence or under a heading of its own.

`Mạng lưới đã gắn 46 thiết bị`, and sentences apart `Sông Hạ gắn 19 thiết bị`, `Sông Lim gắn 12`, `các kênh gắn 15`. What ties them together
is the noun they count and one word more that the total and every part are told with, in their sentence or in the heading above. All
figures so told that stand together are the parts, each told of something of its own, and they come near the total.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.numbers import PEOPLE
from hopluc.reading.checks.of_places import are_of_two
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.kept import kept
from hopluc.reading.patterns import WORD, Pattern

# Beside a figure in its clause: it is no part of its own.
_ASIDE = Pattern(
    r"\b(?:trong đó|riêng|tiêu biểu|điển hình|một số|ngoài ra|so với|tăng|giảm|bình quân|trung bình|mỗi|lũy kế|cùng kỳ|kế hoạch|"
    r"chỉ tiêu|mục tiêu|dự kiến|sẽ|phấn đấu|tối đa|tối thiểu|không quá|trở lên|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|sau)|sang năm|trước đây|trước kia|trị giá|hoặc|cần|thiếu)\b",
    re.IGNORECASE,
)
# The same, where nothing but a word ties the figures together.
_LOOSE = Pattern(r"\b(?:trong số|thêm|còn lại|còn|nữa|dư)\b", re.IGNORECASE)
_REST = Pattern(
    r"(?:\b[Cc]òn lại|\b[Ss]ố còn lại|\b[Cc]òn|\b[Pp]hần còn lại)(?: là| có| gồm| thuộc về)?[^.;,\d]{0,24}$|\bcòn lại\b"
)
_THUS = Pattern(r"\W*(?:Như vậy|Như thế|Tính ra|Tính (?:chung|cả|gộp)|Tổng cộng|Tất cả|Cả thảy|Cộng lại|Gộp lại)\b")
_LABEL = Pattern(
    r"\W*(?:(?:[Đđ]ến|[Ss]ang|[Vv]ào|[Cc]òn|[Ởở]|[Tt]ại|[Tt]rong|[Tt]ừ|[Cc]uối cùng,?|[Rr]iêng) )?(?P<label>[^\W\d_]+)"
)
_AIM = Pattern(r"\b(?:[Mm]ục tiêu|[Qq]uy mô|[Kk]ế hoạch|[Ss]ẽ)\b[^.;]{0,40}$")
_DONE = Pattern(r"\b(?:đã|được|đạt|thực hiện)\b")
_CUT = Pattern(r"[\d;]")
_MOST_PARTS, _FEWEST_PARTS, _MOST_RUN = 8, 3, 30
_GAP, _BACK, _SHORT, _NEXT = 900, 90, 60, 160
# How far, by its own size, a total may lie from its parts: by what ties them together.
_BY_WORD, _BY_LABEL, _BY_REST, _BY_ROW = Decimal("0.12"), Decimal("0.15"), Decimal("0.25"), Decimal("0.06")
_QUOTED, _NINE = 80, 9
_PROSE = 4
_PLAIN = frozenset(("thêm", "còn", "lại", "được", "hết", "tốn"))
# What the words for people begin with.
_PERSONS = frozenset(
    "người cán thành ủy đại học sinh chuyên tiến thạc kỹ giáo cử nhà bác công viên nhân nông thợ giảng lao hộ y tình đồng cộng lượt".split()
)

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
    (
        "sum_mismatch",
        "Vùng nguyên liệu rộng 8.200 ha.\nỞ Đông Hà, mía phủ kín sườn đồi, được 3.600 ha.\nThạch Bàn có 2.900 ha, đất tốt nhưng thiếu nước.\nCòn lại {1.900|1.700} ha ở Lũng Cao.",
    ),
    (
        "sum_mismatch",
        "Hội chợ đón 12.400 lượt khách. Ngày đầu có 3.100 lượt. Ngày thứ hai đông hơn hẳn: 5.200 lượt. Ngày cuối đón {4.700|4.100} lượt, phần lớn là học sinh.",
    ),
    (
        "sum_mismatch",
        (
            "Ngân sách cấp cho Viện 18,6 tỷ đồng. Khoản lớn nhất là lương, hết 9,2 tỷ đồng. Hóa chất tốn 4,1 tỷ đồng. {Sửa chữa nhà kính|Sang năm, sửa nhà kính cần} 2,3 tỷ đồng. "
            "Phần dành cho hội nghị là 3,6 tỷ đồng."
        ),
    ),
    (
        "sum_mismatch",
        "Mạng lưới có 312 nhà khoa học. Khối trường đại học góp 148 người. Khối viện nghiên cứu góp 97 người. Doanh nghiệp góp {76|67} người.",
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
        return _CUT.split(words)[-1]

    @kept
    def words(self) -> frozenset[str]:
        """The words of meaning by which it is told."""
        told = WORD.findall(self._before.casefold())
        return (frozenset(told) | frozenset(self.telling.behind)) - EMPTY - {self.telling.key}

    @kept
    def under(self) -> frozenset[str]:
        """The same with the words of the heading above."""
        return self.words | self.telling.heading_words

    @kept
    def _about(self) -> str:
        """The words beside it in its clause."""
        behind = self.telling.case.plain[self.telling.number.end : self.telling.number.end + _SHORT]
        return f"{self._before} {re.split('[,;.(0-9]', behind)[0]}"

    @kept
    def is_aside(self) -> bool:
        """Whether it is told as a part of a part, as planned, or of another time."""
        return _ASIDE.search(self._about) is not None

    @kept
    def is_loose(self) -> bool:
        """Whether it is told as what comes to others or is left of them."""
        return _LOOSE.search(self._about) is not None

    @property
    def is_rest(self) -> bool:
        """Whether it is told as all that is left."""
        return _REST.search(self._about) is not None

    @property
    def verb(self) -> str:
        """The word right before it."""
        words = self._before.casefold().rstrip()
        return "có" if words.endswith((":", ",")) else next(iter(WORD.findall(words)[-1:]), "có")

    @kept
    def label(self) -> str:
        """The word its sentence begins with: `Xã`, `Khối`, `Năm`."""
        found = _LABEL.match(self.telling.case.small, *self.telling.sentence)
        return found["label"] if found else ""

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
        block, plain = self.telling.block, self.telling.case.plain
        line = plain.rfind("\n", 0, self.telling.number.start) + 1
        return (block is not None and block.kind == "cell") or "\t" in plain[line : self.telling.number.start]


def check_gathered(case: Case) -> Iterator[Record]:
    """Each total that the parts told apart behind it, or before it, come near and do not make."""
    by_noun = tellings(case)
    people = [telling for noun, alike in by_noun.items() if noun in _PERSONS for telling in alike if _counts_people(telling)]
    told = set[Span]()
    for alike in (*by_noun.values(), sorted(people, key=lambda telling: telling.span)):
        if len(alike) <= _FEWEST_PARTS or alike[0].key == "%" or alike[0].key[0] == "#":
            continue
        for run in _runs(alike):
            found = _of_run(run)
            if found is not None and found[0].telling.span not in told:
                told.add(found[0].telling.span)
                yield _fault(case, found[0].telling, [part.telling for part in found[1]])


def _counts_people(telling: Telling) -> bool:
    return PEOPLE.match(telling.case.small, telling.number.end + 1) is not None


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


def _of_run(run: Sequence[_Part]) -> tuple[_Part, list[_Part]] | None:
    run = [part for part in run if not part.in_cell]
    for place, total in enumerate(run):
        for others in (run[place + 1 :], run[:place][::-1]):
            smaller = [part.value for part in others if part.value < total.value]
            enough = len(others) >= _FEWEST_PARTS and sum(smaller) >= total.value * (1 - _BY_REST)
            if enough and (total.is_planned or not total.is_aside):
                told = [part for part in others if not part.telling.sentence.overlaps(total.telling.sentence)]
                if any(are_of_two(part.telling.case, part.telling.span.start, total.telling.span.start) for part in told):
                    continue
                parts = _by_word(total, told)
                if (
                    parts
                    and not _is_made(total, [part for part in others if part.under & total.words])
                    and place not in _made(run)
                ):
                    return total, parts
                parts = [] if total.is_aside else _by_label(total, told) or _by_row(total, told)
                if parts and not _is_made(total, others) and place not in _made(run):
                    return total, parts
    return None


def _made(run: Sequence[_Part]) -> set[int]:
    """The places of the figures that are the total of those beside them in a row, or a part of such a total."""
    made = set[int]()
    for place, total in enumerate(run):
        for step in (1, -1):
            sum_, row = Decimal(0), [place]
            for at in range(place + step, len(run) if step > 0 else -1, step):
                if run[at].value >= total.value or len(row) > _MOST_PARTS:
                    break
                if not run[at].is_aside:
                    sum_ += run[at].value
                    row.append(at)
                if sum_ >= total.value:
                    made |= {*row} if sum_ == total.value and len(row) > _FEWEST_PARTS - 1 else set()
                    break
    return made


def _by_word(total: _Part, told: Sequence[_Part]) -> list[_Part]:
    """The figures that are told with one more word of the total's, where all of them come near it; empty where none do."""
    told = [part for part in told if not (part.is_aside or part.is_loose)]
    near: list[_Part] = []
    for word in total.words if not total.is_loose else ():
        with_word = _one_a_sentence([part for part in told if word in part.under])
        if _come_near(total, with_word, _BY_WORD):
            near = max(near, with_word, key=len)
    return near


def _by_label(total: _Part, told: Sequence[_Part]) -> list[_Part]:
    """The figures whose sentences all begin with one word, as those of `Xã Tân Hòa`, `Xã Phú Lộc`; empty where they come not near."""
    told = [part for part in told if not part.is_aside]
    for label in {part.label for part in told if part.label} - {total.label}:
        parts = _one_a_sentence([part for part in told if part.label == label])
        if _are_told_alike(total, parts) and _come_near(total, parts, _BY_LABEL, by_year=label == "năm"):
            return parts
    return []


def _by_row(total: _Part, told: Sequence[_Part]) -> list[_Part]:
    """The figures of the sentences right behind the total, up to what is left or to the last of a row, or of those before `Như vậy`."""
    row: list[_Part] = []
    for part in told:
        last = row[-1] if row else total
        gap = max(part.telling.sentence.start, last.telling.sentence.start) - min(
            part.telling.sentence.end, last.telling.sentence.end
        )
        if gap > _NEXT or part.is_aside:
            break
        row.append(part)
        if part.is_rest:
            return row if _come_near(total, row, _BY_REST) else []
    thus = bool(row) and _THUS.match(total.telling.told) is not None and row[0].telling.span < total.telling.span
    if thus and _come_near(total, row, _BY_REST):
        return row
    alone = len(_one_a_sentence(row)) == len(row) and all(_is_prose(part) for part in (total, *row))
    return row if alone and _are_told_alike(total, row) and _is_slip(total, row) and _come_near(total, row, _BY_ROW) else []


def _are_told_alike(total: _Part, parts: Sequence[_Part]) -> bool:
    """Whether no part alone is told by a verb of its own: `bỏ hoang 410 ha` among what was planted."""
    verbs = Counter(part.verb for part in parts if not part.telling.key.isupper())  # before money stands what it is for
    return all(verb in EMPTY or verb in _PLAIN or verb in total.words or number > 1 for verb, number in verbs.items())


def _is_prose(part: _Part) -> bool:
    """Whether it stands in a sentence, not in a line of a table that lost its marks."""
    return part.telling.told.count(" ") >= _PROSE


def _is_slip(total: _Part, parts: Sequence[_Part]) -> bool:
    """Whether one digit, or two in the other order, would make the sum."""
    off = abs(sum((part.value for part in parts), Decimal(0)) - total.value).normalize().as_tuple().digits
    return len(off) == 1 or (len(off) == len(("tens", "ones")) and sum(off) == _NINE)


def _one_a_sentence(parts: Sequence[_Part]) -> list[_Part]:
    kept_: list[_Part] = []
    for part in parts:
        if not (kept_ and kept_[-1].telling.sentence.overlaps(part.telling.sentence)):
            kept_.append(part)
    return kept_


def _come_near(total: _Part, parts: Sequence[_Part], off: Decimal, *, by_year: bool = False) -> bool:
    if not _FEWEST_PARTS - (off == _BY_REST) <= len(parts) <= _MOST_PARTS or total.value <= max(part.value for part in parts):
        return False
    sum_ = sum((part.value for part in parts), Decimal(0))
    if sum_ == total.value or abs(sum_ - total.value) > off * total.value:
        return False
    if total.is_planned and any(part.is_done for part in parts):
        return False
    every = [total.telling, *(part.telling for part in parts)]
    years = [telling.years for telling in every if telling.years]
    return (by_year or len(set(years)) <= 1) and (off in (_BY_REST, _BY_ROW) or _are_of_others(total, parts))


def _are_of_others(total: _Part, parts: Sequence[_Part]) -> bool:
    """Whether each part is told of something that the total and no other part are told of."""
    labels = [(part.under | part.telling.own) - total.words - {total.telling.key} for part in parts]
    return all(one - other and other - one for one, other in combinations(labels, 2))


def _is_made(total: _Part, parts: Sequence[_Part]) -> bool:
    """Whether some of the figures near by make the total, so that the others are told for something else."""
    sums = {Decimal(0)}
    for part in parts[: _MOST_PARTS + _FEWEST_PARTS]:
        sums |= {sum_ + part.value for sum_ in sums}
    return total.value in sums


def _fault(case: Case, total: Telling, parts: Sequence[Telling]) -> Record:
    every = [total, *parts]
    spans = [Span(max(telling.sentence.start, telling.span.start - _QUOTED), telling.span.end) for telling in every]
    sum_ = sum((part.value for part in parts), Decimal(0))
    note = f"{' + '.join(shown(part.value) for part in parts)} = {shown(sum_)}, nơi khác ghi {shown(total.value)}: {quoted(case.words(spans[0]))}."
    return fault("sum_mismatch", note, spans)
