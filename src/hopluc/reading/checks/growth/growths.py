"""Growths (mức tăng, giảm giữa hai số liệu): a change told beside two figures of one kind, whichever of them is told first.

Whether something rose or fell says which figure is the older one, so neither years nor the order of the words are needed for it; they
only have to say that the two are of one thing at two times.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, SCALE, Term, is_hedged, is_kin
from hopluc.reading.checks.ranges import Range, range_of, range_of_term
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_FRACTION = r"một nửa|phân nửa|một phần (?:hai|ba|tư|năm)|hai phần ba|ba phần tư"
_CHANGE = Pattern(
    rf"\b(?P<how>tăng gấp|tăng|giảm|gấp|vượt|cao hơn|thấp hơn|nhiều hơn|ít hơn|hơn|kém|bằng)(?: (?:so với )?(?:năm (?:ngoái|trước|(?:19|20)\d\d)|cùng kỳ(?: năm (?:ngoái|trước|(?:19|20)\d\d))?|kỳ trước)(?: \([^()\n]{{2,30}}\))?)?(?: thêm| tới| trưởng| đi| là| đến| hơn| còn)* "
    rf"(?:(?P<by>{NUMBER}{SCALE})(?P<kind>\s?%|\s+(?:lần|điểm|[^\W\d_]+))|(?P<times>đôi|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= lần))|(?P<part>{_FRACTION}))",
    re.IGNORECASE,
)
_MANIFOLD = {"đôi": 2} | NUMBERS
_FRACTIONS = {"một nửa": 50, "phân nửa": 50, "một phần hai": 50, "một phần tư": 25, "một phần năm": 20, "ba phần tư": 75}
_DOWN = ("giảm", "thấp hơn", "ít hơn", "kém")
_CUES = ("tăng", "giảm", "gấp", "hơn ", "vượt", "kém", "bằng ")
# What says that two figures are of one thing at two times, or of two things set against each other.
_TIMES = Pattern(
    r"\b(?:từ (?:chỗ |mức )?(?:chỉ )?(?:có )?\d|so với|cùng kỳ|năm (?:học )?(?:ngoái|trước|nay)|trước (?:đây|kia|đó)|ban đầu|lúc đầu|hiện|đến nay|nay|xuống|(?:lên|thành) (?:tới |đến )?\d)\b",
    re.IGNORECASE,
)
_YEAR = Pattern(r"\b(?:[Nn]ăm(?: học)? |[Qq]uý [IV1-4]{1,3}[/ ]|[Tt]háng \d{1,2}/)(?P<year>(?:19|20)\d\d)\b")
# What a change is measured against: "tăng 48% so với cùng kỳ", "bằng 89,8% dự toán".
_BASE = Pattern(
    r"\s?\)?,?\s?(?:so (?:với )?)?(?P<base>cùng kỳ|cùng thời|kế hoạch|KH\b|dự toán|chỉ tiêu|(?:năm|tháng|quý|vụ|kỳ|tuần) trước|(?:đầu|cuối) năm)",
    re.IGNORECASE,
)
_RUNNING = Pattern(r"\b(?:lũy kế|luỹ kế|cộng dồn|tính chung)\b", re.IGNORECASE)
_LEAD = 60
_OTHER = Pattern(
    r"\b(?:trong đó|bình quân mỗi|lần lượt|mục tiêu|phấn đấu|mỗi năm|hằng năm|hàng năm|trung bình)\b", re.IGNORECASE
)
_OWN_SUBJECT = Pattern(r"[,;]\s(?:và\s)?[^\W\d][^,;\d]{3,}\s(?:đạt|là|được|có)\s")
_ROUGH = Decimal("0.4")
_TWO, _HUNDRED = 2, Decimal(100)
_SHORT = 260

CASES = (
    ("sum_mismatch", "Năm học này trường tuyển 450 học sinh, bằng 90% năm học trước ({480|500} học sinh)."),
    ("sum_mismatch", "Kinh phí năm 2022 là 352 triệu đồng, cao hơn năm 2021 (305 triệu đồng) {57|47} triệu đồng."),
    ("sum_mismatch", "Năm nay Sở nghiệm thu 18 nhiệm vụ, nhiều hơn năm ngoái {5|4} nhiệm vụ (năm ngoái 14 nhiệm vụ)."),
    ("sum_mismatch", "Năm 2017 có 230 đề tài. Năm 2018 có 253 đề tài, tăng {15|10}%."),
    ("sum_mismatch", "Từ chỗ chỉ có 5 doanh nghiệp năm 2010, đến nay tỉnh có 40 doanh nghiệp, gấp {6|8} lần."),
    ("sum_mismatch", "So với 320 bài báo của năm 2015, con số 400 bài báo năm 2016 là mức tăng {20|25}%."),
    ("sum_mismatch", "Giá thành còn 7.500 đồng/kg, giảm một {nửa|phần tư} so với mức 10.000 đồng/kg trước đây."),
    (
        "sum_mismatch",
        "Giá trị sản xuất tháng 10 {năm trước đạt 310 tỷ đồng, năm nay đạt|ước đạt 310 tỷ đồng, lũy kế} 2.950 tỷ đồng, tăng 48% so với cùng kỳ.",
    ),
    ("sum_mismatch", "Tổng kinh phí năm 2020 là 52 tỷ đồng, bằng {140|130}% năm 2019 (40 tỷ đồng)."),
)


@dataclass(frozen=True, slots=True)
class Growth:
    """How much something changed, as it is told: `how` the word, `kind` what it is counted in."""

    how: str
    kind: str
    by: Range
    span: Span
    hedged: bool


def check_growths(case: Case) -> Iterator[Record]:
    """Changes that the two figures beside them do not make."""
    for paragraph in paragraphs(case):
        before: Sentence | None = None
        for sentence in paragraph.sentences:
            told = sentence.figures > 1 or before is not None
            if told and any(map(sentence.words.__contains__, _CUES)):
                record = _judged(case, sentence, before)
                if record is not None:
                    yield record
            before = sentence


def _judged(case: Case, sentence: Sentence, before: Sentence | None) -> Record | None:
    found = list(_CHANGE.finditer(sentence.words))
    if len(found) != 1 or _OTHER.search(sentence.words):
        return None
    told = f"{before.words} {sentence.words}" if before is not None else sentence.words
    if not _are_of_two_times(told):
        return None
    growth = _growth(found[0], sentence.span.start)
    known = [term for term in sentence.terms if not term.span.overlaps(growth.span)]
    words = sentence.words
    if len(known) == 1 and before is not None and len(before.terms) == 1 and not known[0].percent:
        known = [before.terms[0], known[0]]
        words = f"{before.words} {sentence.words}"
    pair = _pair(known, growth)
    if pair is not None and _is_of_base(case, growth, pair, words):
        return None
    if pair is None or not _are_of_two_times(words) or len(words) > _SHORT + _SHORT // 2:
        return None
    if any(_is_of_another(case, growth, term, sentence.span.end) for term in pair) or _are_of_two_things(case, *pair):
        return None
    old, new = _in_order(pair, growth)
    expected = _expected(growth, old, new)
    if expected is None:
        return None
    span = Span(min(growth.span.start, old.span.start, new.span.start), max(growth.span.end, old.span.end, new.span.end))
    return _verdict(case, growth, (old, new), (expected, span))


def _growth(found: re.Match[str], shift: int) -> Growth:
    start = found.start("by") if "(" in found[0] else found.start()  # what stands in brackets is one of the two figures
    how, span = found["how"].lower(), Span(shift + start, shift + found.end())
    if found["part"]:
        by = Range(
            *(
                3
                * [
                    _HUNDRED * Decimal(2) / 3
                    if found["part"] == "hai phần ba"
                    else Decimal(_FRACTIONS.get(found["part"].lower(), 33))
                ]
            )
        )
        return Growth(how, "%", by.widened(Decimal(1)), span, hedged=False)
    if found["times"]:
        return Growth(how, "lần", range_of(str(_MANIFOLD[found["times"].lower()]), percent=True), span, hedged=False)
    kind = found["kind"].strip()
    hedged = is_hedged(found.string, found.start("by"))
    return Growth(how, kind, range_of(found["by"], percent=kind in ("%", "lần")), span, hedged)


def _pair(known: Sequence[Term], growth: Growth) -> tuple[Term, Term] | None:
    """The two figures of one kind; None where there are more or fewer, or the change counts something else."""
    points = growth.kind == "điểm"
    figures = [term for term in known if term.percent == points]
    if len(figures) != _TWO or any(term.value <= 0 for term in figures):
        return None
    first, second = figures
    if not points and not ((is_kin(first, second) or is_kin(second, first)) and _unit(first) == _unit(second)):
        return None
    if growth.kind in ("%", "lần", "điểm"):
        return first, second
    return (first, second) if growth.kind == _unit(first) or (first.is_money and growth.kind in ("đồng", "USD")) else None


def _is_of_another(case: Case, growth: Growth, term: Term, end: int) -> bool:
    """Whether a figure stands in a clause behind that of the change which names no time: it is of something else."""
    between = case.plain[growth.span.end : term.span.start]
    clause = case.plain[growth.span.end + between.rfind(";") + 1 : end]
    return ";" in between and not _YEAR.search(clause) and not _TIMES.search(clause)


def _is_of_base(case: Case, growth: Growth, pair: tuple[Term, Term], words: str) -> bool:
    """Whether a change is told against a base that neither figure is of: `3.115 tỷ đồng, lũy kế 29.520 tỷ đồng, tăng 48% so với cùng kỳ`."""
    first, second = sorted(pair, key=lambda term: term.span)
    if _RUNNING.search(case.plain, first.span.end, second.span.start):
        return True
    if second.span.start > growth.span.end or len({found["year"] for found in _YEAR.finditer(words)}) > 1:
        return False
    based = _BASE.match(case.plain, growth.span.end)
    lead = case.plain[max(0, first.span.start - _LEAD) : first.span.start] + case.plain[first.span.end : second.span.start]
    return based is not None and not _TIMES.search(lead) and based["base"].casefold() not in lead.casefold()


def _are_of_two_things(case: Case, first: Term, second: Term) -> bool:
    """Whether each of two figures is told of a subject of its own, at no other time: `thu đạt 47 tỷ đồng, lãi đạt 20 tỷ đồng (tăng 4%)`."""
    between = case.plain[first.span.end : second.span.start]
    return _OWN_SUBJECT.search(between) is not None and not _YEAR.search(between) and not _TIMES.search(between)


def _unit(term: Term) -> str:
    return (term.unit or "").partition(" ")[0].strip(",").casefold()


def _are_of_two_times(words: str) -> bool:
    return _TIMES.search(words) is not None or len({found["year"] for found in _YEAR.finditer(words)}) > 1


def _in_order(pair: tuple[Term, Term], growth: Growth) -> tuple[Term, Term]:
    """The older figure first: the smaller of what rose, the greater of what fell."""
    less, more = sorted(pair, key=lambda term: term.value)
    if growth.how == "bằng":
        return (less, more) if growth.by.value >= _HUNDRED else (more, less)
    return (more, less) if growth.how in _DOWN else (less, more)


def _expected(growth: Growth, old: Term, new: Term) -> list[Range] | None:
    first, second = range_of_term(old), range_of_term(new)
    if growth.kind == "%":
        if growth.how in ("gấp", "tăng gấp"):
            return None
        share = second.over(first).times(_HUNDRED)
        if growth.how == "bằng":
            return [share]
        change = share.less(_HUNDRED)
        return [change] if growth.how not in _DOWN else [Range(-change.value, -change.high, -change.low)]
    if growth.kind == "lần":
        if growth.how == "bằng":
            return None
        times = first.over(second) if growth.how in _DOWN else second.over(first)
        return [times] if "gấp" in growth.how else [times, times.less(Decimal(1))]
    if growth.how in ("gấp", "tăng gấp", "bằng"):
        return None
    low, high = sorted((first, second), key=lambda one: one.value)
    return [Range(high.value - low.value, high.low - low.high, high.high - low.low)]


def _verdict(case: Case, growth: Growth, pair: tuple[Term, Term], told: tuple[list[Range], Span]) -> Record | None:
    (old, new), (expected, span) = pair, told
    said = growth.by.or_cut_off() if growth.kind == "%" else growth.by
    if growth.kind == "lần" and said.value == int(said.value):
        said = Range(said.value, said.value - _ROUGH, said.value + _ROUGH)
    unit = "%" if growth.kind == "%" else "" if growth.kind == "đồng" else f" {growth.kind}"
    note = f"Từ {shown(old.value)} đến {shown(new.value)} là {growth.how} {shown(round(expected[0].value, 2))}{unit}"
    if any(one.meets(said) for one in expected):
        return None
    near = any(one.meets(said.widened(said.value / 10)) for one in expected)
    if growth.hedged or ((old.hedged or new.hedged) and near) or old.hedged or new.hedged:
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(said.value)}{unit}: {quoted(case.words(span))}.", [span])
