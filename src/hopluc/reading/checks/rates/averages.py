"""Averages and products (bình quân, nhân): so much for each, how many there are, and what that makes in all.

`24 lớp … 960 lượt người, trung bình 40 người/lớp`, `20 hộ, mỗi hộ 15 triệu đồng, tổng số tiền 300 triệu đồng`: one number of things,
one amount for each of them, one amount in all; where a sentence gives just these three, they have to agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import SURE_NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cued_blocks, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, Term, counts, is_hedged, is_kin
from hopluc.reading.checks.ranges import Range, range_of, range_of_term
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# The amount for each goes before or behind: "bình quân mỗi năm 12 tỷ đồng", "mỗi lớp 30 học viên", "40 người/lớp", "1,5 tỷ đồng mỗi đề tài".
_EACH_FIRST = Pattern(
    r"\b(?:[Mm]ỗi|một) (?P<thing>[^\W\d_]{1,10})(?P<more>(?: [^\W\d_]{1,10}){0,5}?)(?: là| đạt| có| gồm| được)? $"
)
_EACH_LAST = Pattern(r"\s?(?:/|\b(?:mỗi|một|trên|cho mỗi|cho một) )(?P<thing>[^\W\d_]{1,10})\b")
_MEAN = Pattern(r"\b(?:bình quân|trung bình|năng suất|mật độ)\b", re.IGNORECASE)
_SAID = Pattern(
    r"\b(?:tổng|thành tiền|tức|thu|hết|mất|đạt|bán|được|đến|là|cộng|tất cả|cho|trị giá|kinh phí|thanh toán|trả|tốn|chi)\b",
    re.IGNORECASE,
)
_STARTS = cues("ình quân", "rung bình", "mỗi ", "Mỗi ", "đơn giá", "suất đầu tư", "rị giá ", " giá ", "ăng suất", "ật độ")
_PRICE = Pattern(r"\b(?:đơn giá|suất đầu tư|trị giá|giá)(?: bán| mua| thành)?(?: là)? $")
_DURATION = Pattern(rf"(?P<number>{NUMBER}) (?P<unit>năm|tháng|ngày|quý|tuần)\b(?! (?:19|20)\d\d)")
# What tells of another time.
EARLIER = Pattern(r"\b(?:Trước đó|Trước đây|Trước kia|(?:Năm|Khóa|Đợt|Lần|Vụ|Kỳ) (?:trước|ngoái))\b")
_TIMES = frozenset("năm tháng ngày quý tuần".split())
# One of whatever is counted.
_PIECES = frozenset("chiếc cái phần suất con cuốn".split())
_KILOS = 1000
_REACH = 60
# A product that is so many times off what is told as the whole is the product of something else.
# A whole that is just so many times too large or too small is a slip of its scale.
_SCALES = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_FAR = 3


@dataclass(frozen=True)
class Per:
    """An amount for each of a thing: its term, the first syllable of the thing, and whether it is told as a mean."""

    term: Term
    thing: str
    mean: bool


def check_averages(case: Case) -> Iterator[Record]:
    """Averages and products told beside what they are worked out from: a fault where they do not agree, else a passing check."""
    yield from _multiplied(case)
    near = cued_blocks(case, _STARTS)
    for place, block, _ in case.numbered:
        for sentence in case.layout.sentences_of(place) if block.body.start in near else ():
            words = case.plain[sentence.start : sentence.end]
            if not any(map(words.__contains__, _STARTS)):
                continue
            for part in _parts(words):
                span = Span(sentence.start + part.start, sentence.start + part.end)
                said = words[part.start : part.end]
                known = [
                    term for term in counts(said, 0) if not term.percent and not case.is_taken(span.start + term.span.start)
                ]
                pers = [per for term in known if (per := _per(said, term))]
                if len(pers) == 1:
                    yield from _judged(case, said, span, pers[0], known)


# "64 camera x 40 triệu đồng = 2.560 triệu đồng".
_WRITTEN = Pattern(
    rf"(?P<number>{NUMBER})(?: [^\W\d_]{{1,12}}){{0,4}} ?[x×*] ?(?P<each>{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?)(?:[ /][^\W\d_]{{1,12}}){{0,4}} ?= ?(?P<all>{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?)"
)
_WRITTEN_STARTS = cues(" = ", "= ")
# "4 chuyên gia trong 6 tháng, mỗi người 20 triệu đồng/tháng, cộng 480 triệu đồng".
_THREEFOLD = Pattern(
    rf"(?P<number>{NUMBER}) [^.;,\d]{{2,40}}? trong (?P<times>{NUMBER}) (?P<unit>tháng|năm|ngày|quý|tuần|buổi),? mỗi [^.;,\d]{{2,30}}? (?P<each>{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?) [^.;,\d]{{0,12}}/(?P<per>[^\W\d_]+)[^.;\d]{{0,24}}? (?P<all>{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ))?)"
)


def _multiplied(case: Case) -> Iterator[Record]:
    """Products that are written out, and those of so many things over so much time."""
    for word in cued(case, _WRITTEN_STARTS, Pattern(r"\W")):
        sentence = case.sentence(Span(word.start(), word.end()))
        for found in _WRITTEN.finditer(case.plain, *sentence):
            if found.start() < word.start() < found.end():
                yield from _product(case, found, range_of(found["number"]).value)
    for word in cued(case, _STARTS, Pattern(r"mỗi ")):
        sentence = case.sentence(Span(word.start(), word.end()))
        for found in _THREEFOLD.finditer(case.plain, *sentence):
            if found["unit"] == found["per"] and found.start() < word.start() < found.end():
                yield from _product(case, found, range_of(found["number"]).value * range_of(found["times"]).value)


def _product(case: Case, found: re.Match[str], number: Decimal) -> Iterator[Record]:
    each, whole = range_of(found["each"]), range_of(found["all"])
    span, expected = Span(*found.span()), each.times(number)
    note = f"{shown(number)} × {shown(each.value)} = {shown(expected.value)}"
    if expected.meets(whole):
        yield passed(f"{note}, đúng với văn bản ghi.", [span])
    elif whole.value and 1 / _FAR < expected.value / whole.value < _FAR:
        yield fault("sum_mismatch", f"{note}, văn bản ghi {shown(whole.value)}: {quoted(case.words(span))}.", [span])


def _parts(words: str) -> list[Span]:
    """A sentence, or its clauses where several of them tell an amount for each."""
    whole = Span(0, len(words))
    if ";" not in words or sum(_per(words, term) is not None for term in counts(words, 0)) < 2:
        return [whole]
    parts, start = list[Span](), 0
    for clause in words.split(";"):
        parts.append(Span(start, start + len(clause)))
        start += len(clause) + 1
    return parts


def _per(words: str, term: Term) -> Per | None:
    """What a term is the amount of for each; None where it is no such amount."""
    before = words[max(0, term.span.start - _REACH) : term.span.start]
    first, last = _EACH_FIRST.search(before), _EACH_LAST.match(words, term.span.end)
    of_unit = next(iter((term.unit or "").partition("/")[2].split()), "")
    thing = of_unit or (last["thing"] if last else first["thing"] if first else "")
    mean = _MEAN.search(before) is not None
    if not thing or not (mean or first or _PRICE.search(before) or (last and not of_unit) or of_unit in _TIMES):
        return None
    return Per(term._replace(unit=(term.unit or "").partition("/")[0] or None), thing.casefold().strip(","), mean)


def _judged(case: Case, words: str, sentence: Span, per: Per, known: list[Term]) -> Iterator[Record]:
    shift = sentence.start
    numbers = _numbers(words, per, known) or _number_before(case, sentence, per)
    alls = [
        term
        for term in known
        if term.span != per.term.span
        and is_kin(term, per.term)
        and term not in numbers
        and (
            per.mean
            or per.thing in _TIMES
            or _SAID.search(words[: term.span.start])
            or words[term.span.end :].lstrip().startswith("(")
        )
    ]
    if len(numbers) != 1 or len(alls) != 1:
        return
    number, all_ = numbers[0], alls[0]
    each, whole = range_of_term(per.term), range_of_term(all_)
    if number.value < 2 or each.value <= 0 or whole.value <= 0:
        return
    terms = (number, per.term, all_)
    span = Span(shift + min(term.span.start for term in terms), shift + max(term.span.end for term in terms))
    if per.mean:
        expected = whole.over(Range(*(3 * [number.value])))
        note = f"{shown(whole.value)} : {shown(number.value)} = {shown(round(expected.value, 2))}"
        fits, said = expected.is_mean_of(each), each.value
        off = expected.value / each.value
    else:
        note = f"{shown(number.value)} × {shown(each.value)} = {shown(number.value * each.value)}"
        fits, said = each.times(number.value).meets(whole), whole.value
        off = number.value * each.value / whole.value
    if fits:
        yield passed(f"{note}, đúng với văn bản ghi.", [span])
    elif (1 / _FAR < off < _FAR or off in _SCALES) and not any(is_hedged(words, term.span.start) for term in terms):
        yield fault("sum_mismatch", f"{note}, văn bản ghi {shown(said)}: {quoted(case.words(span))}.", [span])


def _number_before(case: Case, sentence: Span, per: Per) -> list[Term]:
    """The one number of the thing that the sentences before it tell, in the same paragraph."""
    place = case.layout.at(sentence.start)
    start = case.layout.blocks[place].body.start if place is not None else sentence.start
    found = re.findall(
        rf"(?<![\w.,/-])(\d{{1,4}}|{'|'.join(SURE_NUMBERS)}) {re.escape(per.thing)}\b",
        case.plain[start : sentence.start],
        re.IGNORECASE,
    )
    values = {number_of(number) for number in found}
    if EARLIER.search(case.plain, start, sentence.start):
        return []  # "đào tạo 15 kỹ thuật viên. Trước đó đã đào tạo 12 người. … bình quân 28 triệu đồng/người"
    # Where the number stands is of no matter to the sentence, so it is given the place of the amount.
    return [Term(per.term.span, Decimal(values.pop()), None)] if len(values) == 1 and per.thing not in _TIMES else []


def _numbers(words: str, per: Per, known: list[Term]) -> list[Term]:
    """How many of the thing there are, in every place that says so."""
    if per.thing in _TIMES:
        found = [match for match in _DURATION.finditer(words) if match["unit"] == per.thing]
        values = {match["number"] for match in found}
        return [Term(Span(*found[0].span("number")), range_of(found[0]["number"]).value, None)] if len(values) == 1 else []
    if per.thing == "kg":
        tons = [term for term in known if term.unit and term.unit.split()[0].strip(",") == "tấn"]
        if tons:
            return [term._replace(value=term.value * _KILOS) for term in tons]
    if per.thing in _PIECES:
        before = [term for term in known if term.span.end <= per.term.span.start and not term.is_money]
        return before[-1:]
    return [
        term
        for term in known
        if term.span != per.term.span
        and term.unit
        and term.unit.split()[0].strip(",/").casefold() == per.thing
        and not term.scaled
    ]
