"""Products (số lượng nhân mức cho mỗi): an amount for each of a thing, how many there are, and what that makes, in any order.

`40 hộ với mức 5 triệu đồng/hộ, tổng kinh phí 200 triệu đồng`, `Bốn tổ, mỗi tổ 5 thành viên, tức 20 người`: a sentence, or a sentence
and the one before it, with one amount for each, one number of the thing and one amount of the same kind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import SURE_NUMBERS
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin
from hopluc.reading.checks.ranges import Range, range_of_term
from hopluc.reading.checks.rates.averages import EARLIER
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

# "mỗi lớp 30 học viên", "mỗi tổ có 5", "một lớp 40 người" before the amount; "5 triệu đồng/hộ", "40 người một lớp" behind it.
_EACH_BEFORE = Pattern(
    r"\b(?:mỗi|từng|một) (?P<thing>[^\W\d_]{1,10})(?: [^\W\d_]{1,10}){0,4}?(?:,)?(?: là| đạt| có| gồm| được| cần| nhận| trị giá| khoảng| cấp| hỗ trợ){0,2} $",
    re.IGNORECASE,
)
_EACH_BEHIND = Pattern(
    r"[\d.,]*\d(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?\s(?:[^\W\d_]{1,10} ?){1,3}?(?:/| (?:cho |trên )?(?:mỗi|một) |(?<= )(?:cho |trên )?(?:mỗi|một) )(?P<thing>[^\W\d_]{1,10})\b"
)
# What every amount for each is told with.
_SAYS_EACH, _SLASH = ("ỗi ", "một ", "Một ", "từng ", "Từng "), Pattern(r"/(?<=[^\W\d]/)[^\W\d]")
_MEAN = Pattern(r"\b(?:bình quân|trung bình|tính ra|năng suất|mật độ)\b", re.IGNORECASE)
_SPELLED = Pattern(rf"(?<!\w)(?P<number>{'|'.join(SURE_NUMBERS)}) (?P<thing>[^\W\d_]{{1,10}})\b", re.IGNORECASE)
_DURATION = Pattern(r"(?<![\w.,/-])(?P<number>\d{1,3}) (?P<thing>năm|tháng|ngày|quý|tuần|buổi|đợt|kỳ|vụ)\b(?! (?:19|20)\d\d)")
_TIMES = frozenset("năm tháng ngày quý tuần".split())
_PIECES = frozenset("suất chiếc cái phần người".split())
_PLAIN = in_small(
    r"\b(?:tăng|giảm|so với|cùng kỳ|gấp|vượt|tối đa|tối thiểu|không quá|ít nhất|cao nhất|thấp nhất|từ \d|mục tiêu|phấn đấu|kế hoạch)\b"
)
_SAYS_ALL = Pattern(
    r"\b(?:tổng|cả thảy|tất cả|cộng|tức|hết|thành tiền|là|trị giá|cần|được|thu|chi|có|cho|sản lượng|đạt|kinh phí|số tiền|bố trí|với)\b[^.;\d]{0,30}$",
    re.IGNORECASE,
)
_SCALED = {("kg", "tấn"): 1000, ("kg", "tạ"): 100, ("tạ", "tấn"): 10, ("m", "km"): 1000}
_LOW, _HIGH = Decimal("0.5"), Decimal(2)
# A whole that is just so many times too large or too small is a slip of its scale.
_SLIPS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_MOST = 5
_SMALL = Pattern(r"(?<![\w.,/-])[1-9]\d{0,2}(?![\w/-]|[.,]\d)")

CASES = (
    ("sum_mismatch", "Hội có 96.400 hội viên tại 128 cơ sở, bình quân mỗi cơ sở {735|753} hội viên."),
    (
        "sum_mismatch",
        "Bình quân mỗi hộ thu 60 triệu đồng một năm; 50 hộ trong hợp tác xã thu tổng cộng {30|3} tỷ đồng một năm.",
    ),
    ("sum_mismatch", "Hỗ trợ 40 hộ với mức 5 triệu đồng/hộ, tổng kinh phí {250|200} triệu đồng."),
    ("sum_mismatch", "Mời 5 chuyên gia {dạy nghề|trong 10 tháng}, mỗi người 25 triệu đồng, cộng 1.250 triệu đồng."),
    ("sum_mismatch", "Bốn tổ, mỗi tổ 5 thành viên, tức {25|20} người tham gia."),
    ("sum_mismatch", "25 lớp tập huấn, 40 người một lớp, tổng cộng {1.200|1.000} lượt người."),
    (
        "sum_mismatch",
        "{Nay|Trước đó} Trạm đã dạy nghề cho 12 người. Kinh phí là 420 triệu đồng, bình quân 28 triệu đồng/người.",
    ),
    ("sum_mismatch", "Với công suất 12 tấn/ngày và 300 ngày hoạt động, nhà máy sơ chế được {4.600|3.600} tấn rau."),
    ("sum_mismatch", "Giá bán 20.000 đồng/kg, với 3 tấn quả mỗi vụ, bà con thu {80|60} triệu đồng."),
)


@dataclass(frozen=True, slots=True)
class Rate:
    """An amount for each of a thing; `mean` where it is told as a mean."""

    term: Term
    thing: str
    mean: bool


def check_products(case: Case) -> Iterator[Record]:
    """Amounts in all that are not so many times the amount for each."""
    for paragraph in paragraphs(case):
        before: Sentence | None = None
        for sentence in paragraph.sentences:
            words = sentence.words
            told = (sentence.figures > 1 or before is not None) and (
                any(map(words.__contains__, _SAYS_EACH)) or _SLASH.search(words)
            )
            rates = (
                list(_rates(sentence)) if told and len(sentence.terms) <= _MOST and not _PLAIN.search(sentence.small) else []
            )
            if rates:
                found = (
                    _judged(case, sentence, rate) or (_with_before(case, sentence, before, rate) if before else None)
                    for rate in rates
                )
                records = [record for record in found if record is not None]
                if len(records) == 1:
                    yield records[0]
            before = sentence


def _rates(sentence: Sentence) -> Iterator[Rate]:
    words, shift = sentence.words, sentence.span.start
    for place, term in enumerate(sentence.terms):
        if term.percent:
            continue
        before = sentence.before(place)
        behind, found = _EACH_BEHIND.match(words, term.span.start - shift), _EACH_BEFORE.search(before)
        if behind and not (found and behind["thing"] in _TIMES):  # so much for each household a year is for each household
            found = behind
        if found:
            unit = (term.unit or "").partition("/")[0] or None
            yield Rate(term._replace(unit=unit), found["thing"].casefold(), _MEAN.search(before) is not None)


def _judged(case: Case, sentence: Sentence, rate: Rate) -> Record | None:
    others = [term for term in sentence.terms if term.span != rate.term.span and not term.percent]
    numbers = _numbers(case, sentence, rate, others)
    alls = [term for term in others if _is_amount(term, rate) and term.span not in {number.span for number in numbers}]
    if len(numbers) != 1 or len(alls) != 1:
        return None
    return _verdict(case, rate, numbers[0], alls[0])


def _with_before(case: Case, sentence: Sentence, before: Sentence, rate: Rate) -> Record | None:
    """The finding on an amount for each whose number, or whose whole, the sentence before tells."""
    here = [term for term in sentence.terms if term.span != rate.term.span and not term.percent]
    told = [term for term in before.terms if not term.percent]
    if len(here) > 1 or not 1 <= len(told) <= 2 or any(True for _ in _rates(before)) or _PLAIN.search(before.small):
        return None
    if EARLIER.search(before.words):
        return None
    numbers = _numbers(case, sentence, rate, here) or _numbers(case, before, rate, told)
    alls = [term for term in (*here, *told) if _is_amount(term, rate) and term.span not in {number.span for number in numbers}]
    return _verdict(case, rate, numbers[0], alls[0]) if len(numbers) == 1 and len(alls) == 1 else None


def _is_amount(term: Term, rate: Rate) -> bool:
    return (is_kin(term, rate.term) or is_kin(rate.term, term)) and _first(term) != rate.thing


def _first(term: Term) -> str:
    return (term.unit or "").split(" ")[0].strip(",/").casefold()


def _numbers(case: Case, sentence: Sentence, rate: Rate, others: list[Term]) -> list[Term]:
    """How many of the thing a sentence tells, in every place that says so."""
    shift = sentence.span.start
    found = [
        Term(Span(shift + one.start(), shift + one.end()), Decimal(SURE_NUMBERS[one["number"].lower()]), one["thing"])
        for one in _SPELLED.finditer(sentence.words)
        if one["thing"].casefold() == rate.thing
    ]
    if rate.thing in _TIMES:
        found += [
            Term(Span(shift + one.start(), shift + one.end()), Decimal(one["number"]), one["thing"])
            for one in _DURATION.finditer(sentence.words)
            if one["thing"] == rate.thing
        ]
        years = [fact for fact in case.found.within("period", sentence.span) if rate.thing == "năm"]
        ends = [(fact.value.start or "")[:4] + (fact.value.end or "")[:4] for fact in years]
        found += [
            Term(fact.span, Decimal(int(end[4:]) - int(end[:4]) + 1), "năm")
            for fact, end in zip(years, ends, strict=True)
            if len(end) == 2 * len("2016") and end.isdigit()
        ]
        return found
    for term in others:
        many = _SCALED.get((rate.thing, _first(term)), 1 if _first(term) == rate.thing else 0)
        if many and not term.is_money:
            found.append(term._replace(value=term.value * many))
    if not found and rate.thing in _PIECES:
        found = [term for term in others if not term.is_money and not is_kin(term, rate.term)]
    return found


def _factors(case: Case, span: Span, terms: tuple[Term, ...]) -> Iterator[Decimal]:
    """The other small numbers between those of a product: `5 chuyên gia trong 10 tháng, mỗi người 25 triệu đồng/tháng`."""
    for found in _SMALL.finditer(case.plain, *span):
        if not any(term.span.start <= found.start() < term.span.end for term in terms):
            yield Decimal(found[0])


def _verdict(case: Case, rate: Rate, number: Term, whole: Term) -> Record | None:
    terms = (rate.term, number, whole)
    each, all_ = range_of_term(rate.term), range_of_term(whole)
    if number.value < 2 or each.value <= 0 or all_.value <= 0 or any(term.hedged for term in terms):
        return None
    span = Span(min(term.span.start for term in terms), max(term.span.end for term in terms))
    if rate.mean:
        expected = all_.over(Range(*(3 * [number.value])))
        note = f"{shown(all_.value)} : {shown(number.value)} = {shown(round(expected.value, 2))}"
        fits, said = expected.is_mean_of(each), each.value
    else:
        expected = each.times(number.value)
        note = f"{shown(number.value)} × {shown(each.value)} = {shown(expected.value)}"
        fits, said = expected.meets(all_), all_.value
    if fits or (not rate.mean and any(expected.times(factor).meets(all_) for factor in _factors(case, span, terms))):
        return None
    words = case.plain[max(span.start - 60, 0) : whole.span.start]
    off = expected.value / said
    if not (_LOW < off < _HIGH or off in _SLIPS) or not (rate.mean or _SAYS_ALL.search(words)):
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(said)}: {quoted(case.words(span))}.", [span])
