"""Courses of works (diễn tiến của một việc): the steps of one work told in several sentences, with dates that lie in another order.

A contract is signed before its work is accepted, a round of applications opens before they are due. A document tells these pages apart
and in any order. Two steps are of one work where the same word names it (`đề tài`, `đợt`) and no name, number or title tells two apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence, is_when
from hopluc.reading.checks.tellings import NAME
from hopluc.reading.cues import stands
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern, in_small

_OBJECT = r"[^.;,\n\d]{0,60}?"
# The steps that a work takes once, in their order; those of a round of applications or of a contest. In small letters, as their text.
_STEPS = (
    in_small(
        rf"(?P<w1>\b(?:đã |được )+phê duyệt\b(?! (?:kết quả|điều chỉnh|quyết toán|bổ sung|gia hạn))|\btrúng thầu\b|\bquyết định phê duyệt\b(?! (?:kết quả|điều chỉnh|quyết toán|bổ sung)){_OBJECT}\b(?:ký|ban hành)\b)"
        rf"|(?P<w2>\b(?:ký|ký kết) hợp đồng\b|\bhợp đồng\b{_OBJECT}\bký\b(?! quỹ))"
        r"|(?P<w3>\b(?:khởi công|động thổ|khởi động|bắt đầu (?:thực hiện|triển khai|thi công|từ (?=ngày|tháng|năm)))\b)"
        r"|(?P<w4>\b(?:nghiệm thu|khánh thành|bàn giao(?! mặt bằng| nhiệm vụ| hồ sơ)|hoàn thành|đưa vào (?:sử dụng|vận hành|hoạt động))\b)"
        r"|(?P<w5>\bthanh lý\b|\bquyết toán\b)",
    ),
    in_small(
        r"(?P<r1>\b(?:được |chính thức )?(?:mở|phát động|bắt đầu nhận|bắt đầu tiếp nhận|nhận (?:hồ sơ|bài|phiếu|đăng ký)|mở cổng)(?: đăng ký)?(?: kể)?(?: từ)?(?: ngày)? $)"
        r"|(?P<r2>\b(?:chậm nhất|hạn (?:cuối|chót|nộp|nhận)|trước|muộn nhất|thời hạn nộp)\b)"
        r"|(?P<r3>\b(?:công bố kết quả|kết quả[^.;,\n\d]{0,20} công bố|trao giải|chấm (?:điểm|bài)|xét chọn|họp xét)\b)",
    ),
    in_small(
        r"(?P<x1>\b(?:gửi|có|ban hành) (?:công văn|văn bản|tờ trình|dự thảo|hồ sơ|phiếu)\b|\btrình (?:dự thảo|hồ sơ|đề án)\b|\blấy ý kiến\b)"
        r"|(?P<x2>\b(?:trả lời|phúc đáp|góp ý|cho ý kiến)\b)",
    ),
)
# Of these a document on one building tells one each.
_BUILT = (Pattern(r"\b(?:khởi công|động thổ)\b"), Pattern(r"\bkhánh thành\b"))
_BUILT_WORDS = cues("hởi công", "ộng thổ", "hánh thành")
_STEP_WORDS = cues(
    "ửi ", "rình ", "lấy ý kiến", "rả lời", "húc đáp", "óp ý", "ho ý kiến",
    "phê duyệt", "trúng thầu", "ợp đồng", "hởi công", "ộng thổ", "hởi động", "ắt đầu", "ghiệm thu", "hánh thành", "àn giao", "oàn thành", "đưa vào ",
    "hanh lý", "uyết toán", "mở ", "phát động", "hận hồ sơ", "hận bài", "hận phiếu", "hận đăng ký", "hậm nhất", "ạn cuối", "ạn chót", "ạn nộp", "ạn nhận", "rước ngày ",
    "uộn nhất", "ông bố", "rao giải", "hấm ", "ét chọn", "họp xét"
)  # fmt: skip
_THINGS = r"đề tài|dự án|đề án|nhiệm vụ|công trình|gói thầu|nhà máy|cây cầu|cầu|hồ chứa|trạm|mô hình|hạng mục|tuyến đường|đợt|cuộc thi|giải thưởng|hội thi|trụ sở|phòng thí nghiệm|khu nhà|khóa|lớp|phần mềm"
_MANY = r"(?P<many>(?:các|những|nhiều|một số|mọi|mỗi|từng|\d+|hai|ba|bốn|năm|sáu|bảy) )?"
# A round of applications goes by what is sent in, too.
_NAMED_BY = tuple(
    Pattern(rf"(?<!\w)(?i:{_MANY}(?P<noun>{things}))\b(?P<mark> (?:(?:số|thứ) )?(?:[“\"]|\d|{CAPITAL})[^.,;:()\n]{{0,12}})?")
    for things in (
        rf"{_THINGS}|hợp đồng",
        rf"{_THINGS}|đăng ký|dự thi|đặt hàng|tuyển chọn|ứng tuyển|xét tặng",
        r"công văn|tờ trình|văn bản|dự thảo|hồ sơ|phiếu",
    )
)
# What tells of a plan, of a change, or of another work.
_OTHER = in_small(
    r"\b(?:dự kiến|sẽ|lùi|dời|hoãn|gia hạn|điều chỉnh|theo kế hoạch|kế hoạch ban đầu|đợt (?:hai|ba|[2-9])|giai đoạn|hợp phần|từng phần|cơ bản|lần (?:thứ )?(?:hai|ba|[2-9])|"
    r"thay thế|sửa đổi|bổ sung|tiếp theo|khác|phụ lục|trước đó|cùng loại|tạm|nếu|hằng năm|hàng năm|mỗi năm|gối đầu)\b"
)
_LEAD, _BEHIND, _NEAR = 90, 50, 60
_FAR_YEARS, _REACH = 15, 2_500

CASES = (
    (
        "sequence",
        "Đề tài được nghiệm thu ngày {12/3/2019|12/3/2021} tại hội đồng cấp tỉnh.\nHợp đồng thực hiện đề tài ký ngày 05/9/2019 giữa hai bên.",
    ),
    (
        "sequence",
        "Gói thầu thiết bị đo được ký hợp đồng ngày 20/8/2020. Nhà thầu giao máy làm hai đợt.\nBiên bản nghiệm thu gói thầu lập ngày {14/7/2020|14/12/2020}.",
    ),
    (
        "sequence",
        "Đợt đăng ký đặt hàng mở từ ngày 01/3/2024. Phiếu của đợt này gửi về Sở chậm nhất ngày {25/02/2024|31/3/2024}.",
    ),
    (
        "sequence",
        "Công trình khởi công ngày 10/01/2012, sau khi khảo sát xong.\nNhịp chính dài 118 m.\nNgày khánh thành {08/12/2011|08/12/2012}, trẻ con được nghỉ học.",
    ),
    (
        "sequence",
        "Công trình {|Khe Lạnh }khởi công ngày 10/01/2012, sau khi khảo sát xong.\nNhịp chính dài 118 m.\nNgày khánh thành {|Nậm Tà }08/12/2011, trẻ con được nghỉ học.",
    ),
    ("sequence", "Hợp đồng được thanh lý ngày 10/5/2021. Hai bên ký hợp đồng ngày {15/8/2021|15/8/2019}."),
    (
        "sequence",
        "Ngày 05/4/2021, Sở gửi công văn xin ý kiến. Ngày {02/4/2021|22/4/2021}, các đơn vị trả lời công văn nói trên.",
    ),
    (
        "sequence",
        "Hợp đồng thực hiện {đề tài|đề tài B} ký ngày 05/9/2019 giữa hai bên.\nĐề tài A được nghiệm thu ngày 12/3/2019 tại hội đồng cấp tỉnh.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A step of a work at a moment: `rank` its place in its line, `marks` the names of the work beside its word."""

    rank: int
    moment: Moment
    sentence: Span
    cue: Span
    nouns: dict[str, frozenset[str]]


def check_courses(case: Case) -> Iterator[Record]:
    """Every two steps of one work, told in two sentences, of which the later step has the earlier date."""
    dated = list(_dated(case))
    told = set[Span]()
    for one, other in _of_one_building(case):
        told |= {one.moment.span, other.moment.span}
        yield _fault(case, one, other)
    for pattern, things in zip(_STEPS, _NAMED_BY, strict=True):
        by_noun: dict[str, list[Step]] = defaultdict(list)
        for step in _steps(case, dated, pattern, things):
            for noun in step.nouns:
                by_noun[noun].append(step)
        for noun, steps in by_noun.items():
            for one, other in _pairs(steps, noun):
                if other.moment.span not in told and one.moment.span not in told:
                    told |= {one.moment.span, other.moment.span}
                    yield _fault(case, one, other)


def _dated(case: Case) -> Iterator[tuple[Span, list[Moment]]]:
    """The sentences that date a step and tell of nothing else, each with the moments it names."""
    for sentence, told in by_sentence(case):
        if stands(case.document, _STEP_WORDS, *sentence) and not _OTHER.search(case.small, *sentence):
            yield sentence, told


def _of_one_building(case: Case) -> Iterator[tuple[Step, Step]]:
    """The one beginning and the one opening that a document tells of, whatever words name what is built, the opening first."""
    steps = [
        Step(rank, moment, sentence, Span(*found.span()), {})
        for sentence, told in by_sentence(case)
        if len(told) == 1 and stands(case.document, _BUILT_WORDS, *sentence) and not _OTHER.search(case.small, *sentence)
        for moment in told
        for rank, pattern in enumerate(_BUILT)
        if not moment.closed and (found := pattern.search(case.small, *sentence)) is not None
    ]
    begun, opened = ([step for step in steps if step.rank == rank] for rank in range(len(_BUILT)))
    if len(begun) == len(opened) == 1 and not begun[0].sentence.overlaps(opened[0].sentence):
        early, late = begun[0], opened[0]
        marks = [_marks(case, step) for step in (early, late)]
        near = abs(early.moment.span.start - late.moment.span.start) <= _REACH
        if near and late.moment.is_before(early.moment) and (marks[0] <= marks[1] or marks[1] <= marks[0]):
            yield early, late


def _marks(case: Case, step: Step) -> frozenset[str]:
    """The proper names of a sentence."""
    return frozenset(name.casefold() for name in NAME.findall(case.plain, *step.sentence))


def _steps(case: Case, dated: list[tuple[Span, list[Moment]]], pattern: Pattern, things: Pattern) -> Iterator[Step]:
    for sentence, told in dated:
        nouns: dict[str, frozenset[str]] | None = None
        for place, moment in enumerate(told):
            low = max(sentence.start, moment.span.start - _LEAD, told[place - 1].span.end if place else 0)
            following = told[place + 1].span.start if place + 1 < len(told) else sentence.end
            high = min(sentence.end, moment.span.end + _BEHIND, following)
            before = list(pattern.finditer(case.small, low, moment.span.start))
            behind = (
                None
                if before or pattern is _STEPS[1] or place + 1 < len(told)
                else pattern.search(case.small, moment.span.end, high)
            )
            found = before[-1] if before else behind
            if found is not None and before and not is_when(moment, case.small[found.end() : moment.span.start]):
                continue
            if found is not None and found.lastgroup and not moment.closed:
                nouns = _nouns(case, sentence, things) if nouns is None else nouns
                yield Step(int(found.lastgroup[1:]), moment, sentence, Span(*found.span()), nouns)


def _nouns(case: Case, sentence: Span, things: Pattern) -> dict[str, frozenset[str]]:
    """The words for works in a sentence, each with the names beside it; none of those told in the plural."""
    found: dict[str, set[str]] = {}
    for thing in things.finditer(case.plain, *sentence):
        if thing["many"]:
            return {}
        marks = found.setdefault(thing["noun"].casefold(), set())
        if thing["mark"]:
            marks.add(thing["mark"].strip().casefold())
    return {noun: frozenset(marks) for noun, marks in found.items()}


def _pairs(steps: list[Step], noun: str) -> Iterator[tuple[Step, Step]]:
    """Two steps of one work in the wrong order: each the only one of its rank under this name."""
    marks = {mark for step in steps for mark in step.nouns[noun]}
    groups = [[step for step in steps if mark in step.nouns[noun]] for mark in marks] if len(marks) > 1 else [steps]
    for group in groups:
        known = Counter(step.rank for step in group)
        for one, other in combinations([step for step in group if known[step.rank] == 1], 2):
            if one.sentence.overlaps(other.sentence):
                continue
            early, late = sorted((one, other), key=lambda step: step.rank)
            near = abs(one.moment.span.start - other.moment.span.start) <= _REACH
            if near and late.moment.is_before(early.moment) and early.moment.year - late.moment.year <= _FAR_YEARS:
                yield one, other


def _fault(case: Case, one: Step, other: Step) -> Record:
    spans = [
        Span(
            max(step.sentence.start, min(step.cue.start, step.moment.span.start) - _NEAR),
            max(step.cue.end, step.moment.span.end),
        )
        for step in (one, other)
    ]
    first, second = (quoted(case.words(span)) for span in spans)
    return fault("sequence", f"Thứ tự hai mốc không khớp với trình tự của việc: {first} và {second}.", spans)
