"""Figures told twice (số liệu nêu hai lần): two tellings of one thing with two values, anywhere in a document and in any words.

All figures lie in one store (`tellings`). Two of one noun are of one thing where the words by which the terser tells what it is of
stand about the other too, and no year, round, name or state tells them apart. How much of this is asked for depends on how the values
differ: digits in another order are how a slip is made, a value near the other may be one, a value far from it seldom is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.of_places import are_of_two
from hopluc.reading.checks.tellings import ALL, NONE, SOME, Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_MOST = 120
SWAPPED, NEAR, APART, FAR = range(4)
_MOST_SWAPPED, _MOST_FAR = 5, 2
_NEARLY, _SIMILAR = Decimal("1.12"), Decimal("1.35")
# Of a shorter telling, how much must be shared and how many words: by how the values differ.
_HALF, _FULLY = 0.6, 0.85
_TWO, _SOME, _SEVERAL, _MANY = 2, 3, 4, 6
_QUOTED, _SHORT = 60, 90
# A sentence with more figures of a noun is a list of them.
_CROWD = 2
_SMALL = 12
# How far behind the first a telling goes back to it without naming it whole.
_BEHIND = 250
# A noun with so few figures is not one that everything is counted in.
_FEW = 4
# How far behind the one figure of a noun all of them are taken up: `cả 7 người trong nhóm`.
_REACH = 1_000
# Verbs that say nothing of which thing is meant.
_PLAIN = frozenset("kết thúc hết đi xong hoàn thành trải suốt đủ dùng nhờ vẫn".split())

_GREATEST = Pattern(r"\b(?:cao|lớn|nhiều|đông|dài|rộng|nặng) nhất\b")
_LEAST = Pattern(r"\b(?:thấp|nhỏ|ít|ngắn|hẹp|nhẹ) nhất\b")
_DIVIDED = Pattern(r"\W*(?:Trong (?:số )?(?:đó|này)|(?:Bao )?[Gg]ồm|Chia ra)\b")
# "3 huyện Gò Đỏ, Tân Phước và Chợ Kênh", "ba loài: sa nhân, ba kích và đảng sâm".
_LISTED = Pattern(r"(?: [^\W\d_]+){1,6}?(?::| gồm| là|(?= [A-ZĐ]))[^.;,\n]{2,40},[^.;\n]{2,60}? và ")

CASES = (
    (
        "value_conflict",
        "Hội thảo có 25 báo cáo, trong đó 6 báo cáo của tác giả nước ngoài.\n\n{Chín|Sáu} báo cáo của tác giả nước ngoài được in riêng.",
    ),
    ("value_conflict", "Công ty đã nộp 03 bộ hồ sơ.\n\nSở xác nhận đã nhận đủ {04|03} bộ hồ sơ của Công ty."),
    (
        "value_conflict",
        "Công suất thiết kế của trạm là 500 tấn một ngày.\n\nVới công suất thiết kế {600|500} tấn một ngày, trạm đủ dùng.",
    ),
    (
        "value_conflict",
        "Tỷ lệ hộ dùng nước sạch của xã mới đạt 63,5%.\n\nMục tiêu: nâng tỷ lệ hộ dùng nước sạch từ {65,3|63,5}% lên 85%.",
    ),
    (
        "value_conflict",
        "Chương trình khuyến công mở 38 lớp tập huấn tại các huyện.\n\nĐánh giá: {36|38} lớp tập huấn đã đổi nếp làm của thợ.",
    ),
    (
        "value_conflict",
        "Trong năm năm, tỉnh đã đón 46 đoàn khách với 212 lượt người.\n\nHạn chế: trong {48|46} đoàn đã đón chỉ có 9 đoàn dẫn tới dự án.",
    ),
    (
        "value_conflict",
        "Ban tổ chức nhận được 97 bản tóm tắt, chọn 48 báo cáo, mỗi báo cáo trình bày 15 phút.\n\nCả {53|48} báo cáo được chọn sẽ in trong kỷ yếu.",
    ),
    (
        "value_conflict",
        "Dự án có 12.500 hộ hưởng lợi trực tiếp.\n\nHội Nông dân vận động {15.200|12.500} hộ hưởng lợi trực tiếp đăng ký tham gia trong quý I.",
    ),
    (
        "value_conflict",
        "Mô hình triển khai ở ba huyện dự án từ đầu năm.\n\nTại {bốn|ba} huyện dự án, phòng nông nghiệp là đơn vị phối hợp.",
    ),
    (
        "count_mismatch",
        "Địa điểm: 3 huyện Gò Đa, Tân Hạ và Chợ Mới. Nước tưới của ba huyện dự án còn thiếu.\n\nTại {bốn|ba} huyện dự án, phòng nông nghiệp là đơn vị phối hợp.",
    ),
    (
        "value_conflict",
        "Đến nay có 37 doanh nghiệp được hỗ trợ đổi mới công nghệ.\n\n{Trong|Thêm} 39 doanh nghiệp được hỗ trợ đổi mới công nghệ có 12 doanh nghiệp ở nông thôn.",
    ),
    (
        "value_conflict",
        "Năm 2021 có 37 doanh nghiệp được hỗ trợ đổi mới công nghệ.\n\nTrong 39 doanh nghiệp được hỗ trợ đổi mới công nghệ {năm 2021|năm 2022} có 12 doanh nghiệp ở nông thôn.",
    ),
    (
        "value_conflict",
        "Trong kỳ, Trung tâm nhân giống mở 14 lớp dạy ghép chồi.\n\nĐánh giá: {Trong kỳ|Kỳ trước} Trung tâm nhân giống mở 12 lớp dạy ghép chồi.",
    ),
    (
        "value_conflict",
        "Sở đã nghiệm thu 24 đề tài cấp tỉnh.\n\nToàn bộ {26|24} đề tài đã nghiệm thu được chuyển giao.",
    ),
    (
        "value_conflict",
        "Sở {đã|dự kiến} nghiệm thu 24 đề tài cấp tỉnh.\n\nToàn bộ 26 đề tài đã nghiệm thu được chuyển giao.",
    ),
    (
        "value_conflict",
        "Sở đã nghiệm thu 24 đề tài{| của huyện Thanh Lộc}.\n\nToàn bộ 26 đề tài đã nghiệm thu{| của huyện An Phước} được chuyển giao.",
    ),
    (
        "value_conflict",
        "Thời gian thực hiện dự án: 24 tháng.\nHai bên thống nhất thời gian thực hiện dự án là {30|24} tháng kể từ ngày ký.\n",
    ),
    (
        "value_conflict",
        "Chương trình đào tạo kéo dài 18 tháng, học phí do bạn tài trợ.\nKết thúc {16|18} tháng đào tạo, học viên bảo vệ đề cương.",
    ),
    (
        "value_conflict",
        "Nhóm nghiên cứu có 7 người, đứng đầu là một phó giáo sư. Nhóm lấy mẫu đất ở 12 xã. {Cả|Thêm} 8 người trong nhóm đều đi thực địa.",
    ),
    (
        "value_conflict",
        "Cây cầu qua sông Lam Giang dài 412 m. Cụ Sầm Thị Páo đi bộ hết {421|412} m cầu mà không nghỉ.",
    ),
    (
        "value_conflict",
        "Người trúng cử có số phiếu cao nhất là 47.705 phiếu. Người trúng cử có số phiếu {cao|thấp} nhất là 37.108 phiếu.",
    ),
    (
        "value_conflict",
        "Tỉnh Tân Lâm công bố kết quả. Cử tri bầu đủ 60 đại biểu Hội đồng nhân dân tỉnh.\n\nỦy ban Bầu cử tỉnh {Tân Lâm|Phú An} cho biết đã bầu đủ 50 đại biểu Hội đồng nhân dân tỉnh.",
    ),
    (
        "value_conflict",
        "Có 5 quốc gia thu nhập cao xếp trên Việt Nam. {Theo tổ chức này, có|Việt Nam là 1 trong} 7 quốc gia thu nhập cao xếp trên Việt Nam.",
    ),
    (
        "value_conflict",
        "Tổng thu ngân sách trên địa bàn đạt 14.900 triệu đồng. {Theo báo cáo, tổng thu ngân sách trên địa bàn đạt|Trong đó, thu nội địa trên địa bàn đạt} 14.600 triệu đồng.",
    ),
    (
        "value_conflict",
        "Năm 2022 tỉnh có {nhiều|18} nhiệm vụ mở mới. Trong năm đã ký 15 nhiệm vụ.\n\nTất cả 18 nhiệm vụ mở mới trong năm đã ký hợp đồng.",
    ),
    (
        "value_conflict",
        "Tỉnh triển khai 23 đề tài{|, dự án} khoa học mới.\n\nNăm nay tỉnh triển khai 32 đề tài, 8 dự án khoa học mới.",
    ),
    (
        "value_conflict",
        "Đã giải phóng mặt bằng 156,6 ha; còn 23,4 ha của 47 hộ chưa bàn giao.\n\nHoàn thành bồi thường cho {74|47} hộ còn lại trước ngày 31/5/2024.",
    ),
    ("value_conflict", "Diện tích khu nhà lưới: 25 ha.\nTheo biên bản nghiệm thu, diện tích khu nhà lưới là {35|25} ha.\n"),
)


def check_told_twice(case: Case) -> Iterator[Record]:
    """Every two tellings of one thing with two values, once for each place of the later."""
    for alike in tellings(case).values():
        if len({telling.value for telling in alike}) > 1:
            yield from _of_one_noun(case, alike[:_MOST])


def _of_one_noun(case: Case, alike: Sequence[Telling]) -> Iterator[Record]:
    told = set[Span]()
    beside: dict[Span, list[Decimal]] = {}
    rare = len(alike) <= _FEW and not alike[0].is_amount
    for one, other in combinations(alike, 2):
        kind = difference(one, other) if other.span not in told else None
        if (
            kind is None
            or _are_rows(one, other)
            or (kind == FAR and not _may_be_far(one, other))
            or not may_be_one(one, other, kind)
            or not (are_one(one, other, kind, rare) or (kind != FAR and _takes_up(one, other, len(alike))))
        ):
            continue
        beside = beside or _by_sentence(alike)
        values = beside[one.sentence], beside[other.sentence]
        if one.value in values[1] or other.value in values[0]:
            continue  # the other is told beside it: a part of it, or the same at another time
        slip = kind == SWAPPED and (len(one.digits) > _TWO or max(one.value, other.value) <= _TWO * min(one.value, other.value))
        if not slip and any(
            len(known) > _CROWD and known[0] != telling.value for known, telling in zip(values, (one, other), strict=True)
        ):
            continue
        if _is_of_those(one, other, alike):
            continue
        told.add(other.span)
        yield _fault(case, one, other, alike)


def _is_of_those(one: Telling, other: Telling, alike: Sequence[Telling]) -> bool:
    """Whether `cả 18 nhiệm vụ mở mới` takes up those that were told before in the same words, and not `15 nhiệm vụ`."""
    if other.definite == NONE or len(other.phrase) < _SEVERAL or one.phrase == other.phrase:
        return False
    return any(
        third.span < other.span and third.value == other.value and third.phrase[: len(other.phrase)] == other.phrase
        for third in alike
    )


def _by_sentence(alike: Sequence[Telling]) -> dict[Span, list[Decimal]]:
    """The values that each sentence tells of a noun."""
    known = defaultdict[Span, list[Decimal]](list)
    for telling in alike:
        known[telling.sentence].append(telling.value)
    return known


def difference(one: Telling, other: Telling) -> int | None:
    """How two values differ; None where they are too far apart for one to be meant for the other."""
    more, less = max(one.value, other.value), min(one.value, other.value)
    if less <= 0 or more == less or (more > _MOST_SWAPPED * less and more - less > _TWO):
        return None
    if one.digits == other.digits and len(one.digits.strip("0")) > 1 and more <= _MOST_SWAPPED * less:
        return SWAPPED
    if more - less <= 1 or more <= _NEARLY * less:
        return NEAR
    if more <= _SIMILAR * less or (more - less <= _TWO and more <= _SMALL):
        return APART
    return FAR if more <= _MOST_FAR * less else None


def _may_be_far(one: Telling, other: Telling) -> bool:
    """Whether two are told at such length, or so surely of the same, that even values far apart are worth comparing."""
    if _tell_alike(one, other):
        return True
    return min(len(one.said), len(other.said)) >= _MANY or ALL in (one.definite, other.definite)


def _tell_alike(one: Telling, other: Telling) -> bool:
    """Whether the same noun phrase of many words stands behind both: `báo cáo của tác giả nước ngoài`."""
    length = min(len(one.phrase), len(other.phrase))
    return length > _SEVERAL and one.phrase[:length] == other.phrase[:length]


def may_be_one(one: Telling, other: Telling, kind: int) -> bool:
    """Whether nothing tells two tellings apart: a year, a round, a name, a plan, or that one is a part of the other."""
    left = kind == SWAPPED and _is_left(one) and _is_left(other)
    part = (one.is_part or other.is_part) and not left
    if part or one.sentence.overlaps(other.sentence) or not _are_per_one(one, other, kind):
        return False
    if _divides(one, other) or _are_extremes(one, other) or _counts_apart(one, other) or _counts_apart(other, one):
        return False
    if one.is_earlier != other.is_earlier or (one.stage and other.stage and one.stage != other.stage):
        return False
    same = _tell_alike(one, other) and other.definite > NONE
    as_many = kind == NEAR and other.definite > NONE and len(one.what) >= _SEVERAL and one.what == other.what
    planned = one.is_planned != other.is_planned and not as_many
    if kind != SWAPPED and (
        planned or one.is_to_come != other.is_to_come or (not same and (one.is_portion or other.is_portion))
    ):
        return False
    apart = (one.years, one.rounds, one.owners, one.until), (other.years, other.rounds, other.owners, other.until)
    if any(map(_disjoint, *apart)) or (kind != SWAPPED and are_of_two(one.case, one.span.start, other.span.start)):
        return False
    if any(mark.startswith("thứ ") for mark in one.rounds ^ other.rounds):
        return False
    if _is_taken_up(other, one) or one.names <= other.around(one) or other.names <= one.around(other):
        return True
    return kind == SWAPPED and (_without_persons(one) <= other.around(one) or _without_persons(other) <= one.around(other))


def _is_left(telling: Telling) -> bool:
    """Whether it is told as what is left: `còn 23 ha của 47 hộ`, `74 hộ còn lại`."""
    return "còn" in telling.clause.casefold().split() or "còn" in telling.behind[:4]


def _divides(one: Telling, other: Telling) -> bool:
    """Whether the later stands in the sentence right behind that divides what the other tells: `Tổng thu 900 triệu đồng. Trong đó, …`."""
    first, second = sorted((one, other), key=lambda telling: telling.span)
    between = first.case.plain[first.sentence.end : second.sentence.start]
    return not between.strip() and _DIVIDED.match(first.case.plain, second.sentence.start) is not None


def _are_extremes(one: Telling, other: Telling) -> bool:
    """Whether one is told as the greatest and the other as the least."""
    return {bool(_GREATEST.search(telling.clause)) - bool(_LEAST.search(telling.clause)) for telling in (one, other)} == {1, -1}


def _counts_apart(one: Telling, other: Telling) -> bool:
    """Whether one counts two things together that the other counts apart: `23 đề tài, dự án`, and `32 đề tài, 8 dự án`."""
    added = one.case.words(one.span).rpartition(", ")[2] if ", " in one.case.words(one.span) else ""
    return bool(added) and _is_counted(added.partition(" và ")[0], other.told)


def _is_counted(noun: str, words: str) -> bool:
    return any(words[: found.start()].rstrip()[-1:].isdigit() for found in re.finditer(re.escape(noun), words))


def _without_persons(telling: Telling) -> frozenset[str]:
    """The names about a figure but those of persons: who is told to walk the 412 m of a bridge does not make it another bridge."""
    persons = (fact.value.name for fact in telling.case.found.within("person", telling.sentence))
    return telling.names - frozenset(" ".join(persons).casefold().split())


def _are_per_one(one: Telling, other: Telling, kind: int) -> bool:
    """Whether both are told for one of the same thing; of a slip of two digits one may leave it out."""
    return one.per == other.per or (kind == SWAPPED and not (one.per and other.per))


def _is_taken_up(later: Telling, one: Telling) -> bool:
    """Whether the later telling is of those named before, so that the names about it are of something else."""
    return later.definite > NONE and later.what <= one.around(later) and len(later.what) >= _SOME


def _are_rows(one: Telling, other: Telling) -> bool:
    """Whether both stand in cells, in headings or in short items of one list."""
    first, second = one.block, other.block
    if first is None or second is None or not first.kind == second.kind != "paragraph" or first.parent != second.parent:
        return False
    return all(block.span.end - block.span.start < _SHORT for block in (first, second)) and first.style != "article"


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def are_one(one: Telling, other: Telling, kind: int, rare: bool = False) -> bool:
    """Whether the words of the terser stand about the other, as far as the way their values differ asks for it."""
    return _is_told_by(one, other, kind, rare) or _is_told_by(other, one, kind, rare)


def _is_told_by(terse: Telling, full: Telling, kind: int, rare: bool) -> bool:
    about = full.around(terse)
    if _goes_back(terse, full, kind, rare):
        return True
    if kind == SWAPPED:
        if len(terse.digits.strip("0")) > _TWO and (terse.what - {terse.key}) & about and _may_be_slip(terse, full):
            return True
        few = _TWO if len(terse.digits.strip("0")) > _TWO else _SOME
        return any(len(words & about) >= max(few, _HALF * len(words)) for words in (terse.what, terse.said))
    definite = terse.definite if terse.span > full.span else SOME if terse.is_of_label else NONE
    words = terse.what if definite else terse.said
    shared, whole = len(words & about), words <= about
    if definite and whole:
        done = bool(terse.done) and terse.done <= about
        need = _SOME if kind == NEAR or definite == ALL else _SEVERAL
        if rare and kind == NEAR and shared >= _TWO and terse.phrase[: _TWO + 1] == full.phrase[: _TWO + 1]:
            return True
        return shared + _TWO * done >= need and (kind != FAR or definite == ALL or _tell_alike(terse, full))
    again = full.said & terse.around(full)
    if len(full.said) < _SOME:
        return False
    less = min(shared / max(1, len(words)), len(again) / max(1, len(full.said)))
    if kind == APART and shared < _MANY:
        return less == 1 and shared >= _SEVERAL
    return less >= _FULLY and shared >= (_MANY if kind == FAR else _SEVERAL)


def _takes_up(one: Telling, later: Telling, count: int) -> bool:
    """Whether the later of the few figures of a noun says nothing that the earlier does not, plain verbs apart, or takes up all of them."""
    if count > _FEW - 1 or later.is_portion or one.is_portion or one.key == "%":
        return False
    words = later.said - {later.key} - _PLAIN
    if len(words) >= _TWO and words <= one.own:
        return True
    return count == _TWO and later.definite == ALL and not one.is_amount and later.span.start - one.span.end <= _REACH


def _goes_back(terse: Telling, full: Telling, kind: int, rare: bool) -> bool:
    """Whether one tells the other again so openly, or so near it, that few of their words need be the same."""
    if _are_measures_of_one(terse, full, kind) or (kind != FAR and rare and _points_at(terse, full)):
        return True
    if kind == SWAPPED:
        return (rare and len(terse.digits) > _TWO) or _turns_digits(terse, full)
    return kind == APART and (_names_again(terse, full) or _names_again(full, terse))


def _are_measures_of_one(terse: Telling, full: Telling, kind: int) -> bool:
    """Whether two lengths are the same dimension, told one behind the other: `dài 18 m. Với chiều dài 24 m`."""
    if not terse.dimension or terse.dimension != full.dimension or kind == FAR or full.span > terse.span:
        return False
    near = terse.span.start - full.span.end <= _BEHIND
    again = kind == SWAPPED and len((terse.said & full.said) - {terse.key}) >= _TWO
    return near and (again or terse.definite > NONE)


def _turns_digits(terse: Telling, full: Telling) -> bool:
    """Whether two of one noun stand so near each other that two digits in the other order are a slip: `26 thợ`, `62 thợ của xưởng`."""
    if abs(terse.span.start - full.span.start) > _BEHIND:
        return False
    if not terse.is_amount:
        length = min(len(terse.phrase), len(full.phrase), _TWO)
        return length > 0 and terse.phrase[:length] == full.phrase[:length]
    return len((terse.said & full.own) - {terse.key}) >= _TWO


def _names_again(one: Telling, other: Telling) -> bool:
    """Whether the noun phrase of many words behind one stands before the other: `số đoàn chuyên gia nước ngoài … là 17`."""
    return len(one.phrase) > _SEVERAL and " ".join(one.phrase) in " ".join(other.named) and other.key == one.key


def _points_at(terse: Telling, full: Telling) -> bool:
    """Whether the later of two goes back to the very words of the other: `11 bằng sáng chế`, `12 bằng sáng chế ấy`."""
    alike = len(terse.phrase) >= _TWO and terse.phrase == full.phrase[: len(terse.phrase)]
    return alike and terse.definite == ALL and full.span < terse.span and terse.span.start - full.span.end <= _BEHIND


def _may_be_slip(one: Telling, other: Telling) -> bool:
    """Whether two figures of three digits or more lie near each other and differ in the order of two neighbouring digits alone."""
    first, second = (str(telling.value.normalize().to_integral_value()) for telling in (one, other))
    if len(first) != len(second):
        return False
    wrong = [at for at in range(len(first)) if first[at] != second[at]]
    return len(wrong) == _TWO and wrong[1] == wrong[0] + 1


def _fault(case: Case, one: Telling, other: Telling, alike: Sequence[Telling]) -> Record:
    listed = next((telling for telling in alike if telling.value == one.value and is_listed(telling)), None)
    spans = [
        Span(max(telling.sentence.start, telling.span.start - _QUOTED), min(telling.sentence.end, telling.span.end + _QUOTED))
        for telling in (listed or one, other)
    ]
    first, second = (quoted(case.words(span)) for span in spans)
    note = f"Có thể cùng một nội dung ghi {case.words(one.span)} ({first}) và {case.words(other.span)} ({second})."
    return fault("count_mismatch" if listed else "value_conflict", note, spans)


def is_listed(telling: Telling) -> bool:
    """Whether the things counted are named right behind the number."""
    return _LISTED.match(telling.case.plain, telling.number.end) is not None
