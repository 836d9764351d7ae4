"""Averages and products (bình quân, nhân): an amount over as many years or things, and so many things of so many each."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, is_hedged
from hopluc.reading.checks.ranges import Range, range_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_AMOUNT = rf"{NUMBER}(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
# "bình quân 6,75 tỷ đồng/năm", "trung bình mỗi đề tài 450 triệu đồng"
_PER = Pattern(
    r"(?:bình quân|trung bình)(?: đạt| là)? (?:mỗi (?P<before>năm|đề tài|nhiệm vụ|dự án|lớp|mô hình|doanh nghiệp)(?: là| đạt)? )?"
    r"(?P<each>(?:\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,9}(?:,\d{1,3})?)(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?) đồng"
    r"(?:(?:/|\smỗi |\smột )(?P<after>năm|đề tài|nhiệm vụ|dự án|lớp|mô hình|doanh nghiệp))?"
)
_TOTAL = Pattern(rf"(?P<all>{_AMOUNT}) đồng")
# "12 lớp, mỗi lớp 30 học viên, tổng cộng 360 học viên"
_EACH = Pattern(
    rf"(?P<number>{NUMBER}) (?P<thing>[^\W\d]{{1,10}}(?: [^\W\d]{{1,10}})?)[^\d.;\n]{{0,60}}, mỗi (?P=thing)(?: có| gồm)? (?P<each>{NUMBER}) (?P<unit>[^\W\d]{{1,10}}(?: [^\W\d]{{1,10}})?)"
    rf"[^\d.;\n]{{0,40}}\b(?:tổng cộng|tổng số|tổng|tức|là)(?: là| có)? (?P<all>{NUMBER}) (?P=unit)\b"
)
_PER_STARTS = (cues("bình quân "), cues("trung bình "))
_PER_WORD = Pattern("bình quân |trung bình ")
_MANY = " mỗi "


def check_averages(case: Case) -> Iterator[Record]:
    """Averages and products told beside what they are worked out from: a fault where they do not agree, else a passing check."""
    for found in [match for start in _PER_STARTS for match in cued(case, start, _PER_WORD)]:
        average = _PER.match(case.plain, found.start())
        if average and (average["before"] or average["after"]):
            yield from _average(case, average)
    for _, block, text in case.numbered:
        for found in _EACH.finditer(text) if _MANY in text else ():
            number, each, said = (range_of(found[name]).value for name in ("number", "each", "all"))
            span = Span(block.body.start + found.start(), block.body.start + found.end())
            note = f"{shown(number)} × {shown(each)} = {shown(number * each)}"
            if number * each == said:
                yield passed(f"{note}, đúng với văn bản ghi.", [span])
            elif not any(is_hedged(text, found.start(name)) for name in ("number", "each", "all")):
                yield fault("sum_mismatch", f"{note}, văn bản ghi {shown(said)}: {quoted(case.words(span))}.", [span])


def _average(case: Case, average: re.Match[str]) -> Iterator[Record]:
    thing = average["before"] or average["after"]
    sentence = case.sentence(Span(average.start(), average.end()))
    before = case.plain[sentence.start : average.start()]
    counts = re.findall(rf"(?<![\w.,/-])(\d{{1,4}}) {thing}\b", before)
    totals = list(_TOTAL.finditer(before))
    if len(set(counts)) != 1 or not totals or int(counts[0]) < 2:
        return
    total, each = range_of(totals[-1]["all"]), range_of(average["each"])
    expected = total.over(Range(*(3 * [range_of(counts[0]).value])))
    span = Span(sentence.start + totals[-1].start(), average.end())
    note = f"{shown(total.value)} : {counts[0]} {thing} = {shown(round(expected.value, 2))}"
    if expected.meets(each.or_cut_off()):
        yield passed(f"{note}, đúng với mức bình quân văn bản ghi.", [span])
    elif not (is_hedged(before, totals[-1].start()) or is_hedged(case.plain, average.start("each"))):
        yield fault("sum_mismatch", f"{note}, văn bản ghi bình quân {shown(each.value)}: {quoted(case.words(span))}.", [span])
