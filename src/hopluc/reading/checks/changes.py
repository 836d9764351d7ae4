"""Changes (tăng, giảm): what a text says a figure has grown or fallen by, against the two figures it gives."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, is_hedged
from hopluc.reading.checks.ranges import Range, range_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_SCALE = r"(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
_FILL = r"(?:\([^()\n]{0,40}\)|\bnăm (?:19|20)\d\d|[^\d.;:()%\n]){0,70}?"
# "từ 120 … lên 180 …, tăng 50%", "từ 40 lên 120, gấp 3 lần", "từ 12 (năm 2020) lên 15 (năm 2021), tức tăng 3 đề tài".
_FROM_TO = Pattern(
    rf"\btừ (?P<old>{NUMBER}{_SCALE}){_FILL}\b(?:lên|xuống|còn|đến|tới|thành)(?: còn)? (?P<new>{NUMBER}{_SCALE}){_FILL}[,(]\s*(?:tức |tức là |đã |bằng )?"
    rf"(?P<how>tăng|giảm|gấp)(?: thêm| hơn| gần| khoảng| trên)* (?P<by>{NUMBER}{_SCALE})(?P<kind>\s?%|\s+(?:lần|điểm|[^\W\d_]+))"
)
_FROM_WORDS = (" lên ", " xuống ", " còn ", " đến ", " tới ", " thành ")
# "đạt 310 tấn, tăng 24% so với năm 2021 (250 tấn)".
_SO_VOI = Pattern(
    rf"(?P<new>{NUMBER}{_SCALE})(?P<unit>(?:\s[^\W\d_]+){{0,3}}?){_FILL}[,(]\s*(?P<how>tăng|giảm|gấp)(?: hơn| gần| khoảng| trên)* (?P<by>{NUMBER})(?P<kind>\s?%|\slần|\s[^\W\d_]+)\s(?:[^\W\d_]+\s)?"
    rf"so với {_FILL}\((?:là |đạt |có |chỉ )*(?P<old>{NUMBER}{_SCALE})(?P<same>(?:\s[^\W\d_]+){{0,3}})\)"
)
_COMPARES = "so với"
_MANY = 40


def check_changes(case: Case) -> Iterator[Record]:
    """Every change told beside its two figures: a fault where they do not give it, a passing check where they do."""
    for _, block, text in case.numbered:
        if not ("tăng" in text or "giảm" in text or "gấp" in text):
            continue
        found = list(_FROM_TO.finditer(text))[:_MANY] if any(map(text.__contains__, _FROM_WORDS)) else []
        if _COMPARES in text and "(" in text:
            found += [match for match in _SO_VOI.finditer(text) if _one_unit(match)][:_MANY]
        for match in found:
            record = _judged(case, match, block.body.start)
            if record is not None:
                yield record


def _one_unit(match: re.Match[str]) -> bool:
    unit, same = match["unit"].split(), match["same"].split()
    return not same or not unit or unit[: len(same)] == same[: len(unit)]


def _judged(case: Case, match: re.Match[str], shift: int) -> Record | None:
    old, new = range_of(match["old"]), range_of(match["new"])
    if old.low <= 0 or match.string[match.end("old")] == "%" or match.string[match.end("new") :].lstrip()[:1] == "%":
        return None
    kind = match["kind"].strip()
    said = range_of(match["by"], percent=kind in ("%", "lần"))
    said = said.or_cut_off() if kind == "%" else said
    if (match["how"] != "giảm") != (new.value >= old.value):
        return None
    expected = _expected(match["how"], kind, old, new)
    if expected is None:
        return None
    span = Span(shift + match.start(), shift + match.end())
    unit = kind if kind == "%" else f" {kind}"
    note = f"Từ {shown(old.value)} đến {shown(new.value)} là {match['how']} {shown(round(expected[0].value, 2))}{unit}"
    if any(one.meets(said) for one in expected):
        return passed(f"{note}, đúng với văn bản ghi.", [span])
    if is_hedged(match.string, match.start("by")) and any(one.meets(said.widened(said.value / 10)) for one in expected):
        return None
    if is_hedged(match.string, match.start("old")) or is_hedged(match.string, match.start("new")):
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(said.value)}{unit}: {quoted(case.words(span))}.", [span])


def _expected(how: str, kind: str, old: Range, new: Range) -> list[Range] | None:
    """What the change may be told as; None where it cannot be worked out."""
    if kind == "%":
        return [_share(old, new, how)] if how != "gấp" else None
    if kind == "lần":
        if how == "giảm":
            return [old.over(new)]
        times = new.over(old)
        return [times] if how == "gấp" else [times, times.less(Decimal(1))]
    if how == "gấp" or kind == "điểm":
        return None
    low, high = (new.low - old.high, new.high - old.low) if how == "tăng" else (old.low - new.high, old.high - new.low)
    return [Range(abs(new.value - old.value), low, high)]


def _share(old: Range, new: Range, how: str) -> Range:
    growth = new.over(old).less(Decimal(1)).times(Decimal(100))
    return growth if how == "tăng" else Range(-growth.value, -growth.high, -growth.low)
