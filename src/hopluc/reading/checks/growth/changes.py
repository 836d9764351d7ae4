"""Changes (tăng, giảm): what a text says a figure has grown or fallen by, against the two figures it gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued_blocks, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, SCALE, Term, counts, is_hedged, is_kin
from hopluc.reading.checks.ranges import Range, range_of, range_of_term
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_FILL = r"(?:\([^()\n]{0,40}\)|\bnăm (?:19|20)\d\d|/m[23]\b|[^\d.;:()%\n]){0,70}?"
# "từ 120 … lên 180 …, tăng 50%", "từ 40 lên 120, gấp 3 lần", "từ 12 (năm 2020) lên 15 (năm 2021), tức tăng 3 đề tài".
_FROM_TO = Pattern(
    rf"\btừ (?P<old>{NUMBER}{SCALE}){_FILL}\b(?:lên|xuống|còn|đến|tới|thành)(?: còn)? (?P<new>{NUMBER}{SCALE}){_FILL}[,(]\s*(?:tức |tức là |đã |bằng )?"
    rf"(?P<how>tăng|giảm|gấp)(?: thêm| hơn| gần| khoảng| trên)* (?P<by>{NUMBER}{SCALE})(?P<kind>\s?%|\s+(?:lần|điểm|[^\W\d_]+))"
)
_FROM_WORDS = (" lên ", " xuống ", " còn ", " đến ", " tới ", " thành ")
# "đạt 310 tấn, tăng 24% so với năm 2021 (250 tấn)".
_SO_VOI = Pattern(
    rf"(?P<new>{NUMBER}{SCALE})(?P<unit>(?:\s[^\W\d_]+){{0,3}}?){_FILL}[,(]\s*(?P<how>tăng|giảm|gấp)(?: hơn| gần| khoảng| trên)* (?P<by>{NUMBER}{SCALE})(?P<kind>\s?%|\slần|\s[^\W\d_]+)\s(?:[^\W\d_]+\s)?"
    rf"so với {_FILL}\((?:là |đạt |có |chỉ )*(?P<old>{NUMBER}{SCALE})(?P<same>(?:\s[^\W\d_]+){{0,3}})\)"
)
_COMPARES = "so với"
_MANY = 40
# `gấp 3 lần` is told of what comes near to three times, not of two and a half.
_TIMES_SLACK = Decimal("0.4")
_HOWS = {"cao hơn": "tăng", "nhiều hơn": "tăng", "thấp hơn": "giảm", "ít hơn": "giảm", "vượt": "tăng"}
_TIMES = {"đôi": "2", "hai": "2", "ba": "3", "bốn": "4", "năm": "5"}
# "tăng 50%", "gấp 3 lần", "gấp đôi", "cao hơn 10 tạ/ha", "tăng thêm 27 điểm phần trăm".
_CHANGE = Pattern(
    rf"\b(?P<how>tăng|giảm|gấp|vượt|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?: thêm| tới| gần| khoảng| trên| hơn)* (?:(?P<by>{NUMBER}{SCALE})(?P<kind>\s?%|\s+(?:lần|điểm|[^\W\d_]+))|(?P<times>đôi|(?:hai|ba|bốn|năm)(?= lần)))",
)
_CHANGES = cues("vượt ", "tăng ", "giảm ", "gấp ", "cao hơn ", "thấp hơn ", "nhiều hơn ", "ít hơn ")
# The old figure right behind the change: "so với năm 2020 (30 tỷ đồng)", "gấp đôi năm 2018 (10 tỷ đồng)".
_OLD_BEHIND = Pattern(r"[^\d.;()\n]{0,60}(?:\bnăm (?:19|20)\d\d[^\d.;()\n]{0,30})?\((?:là |đạt |có |chỉ )*$")
_AS_AGAINST = Pattern(r"\b[Ss]o với(?: mức| con số)? $")
_PLANNED = Pattern(r"\b(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)\b[^.;\d]{0,24}$", re.IGNORECASE)
_YEAR = Pattern(r"\b(?:[Nn]ăm |quý (?:[IV]{1,3}|[1-4])/|tháng \d{1,2}/|năm học )((?:19|20)\d\d)\b")
_YEAR_BEHIND = Pattern(r"[^\d,.;()\n]{0,30}\(?(?:của |trong |vào )?năm ((?:19|20)\d\d)\b")
# "Trước có 6 máy, nay có 18 máy", "Năm ngoái 50 lớp, năm nay 60 lớp".
_THEN = Pattern(
    r"(?:\b(năm ngoái|năm trước|trước(?: đây| kia| khi)?|ban đầu|lúc đầu|đầu năm)|\b(năm nay|nay|hiện nay|hiện|đến nay|cuối năm|bây giờ))\b[^.;\d]{0,24}$",
    re.IGNORECASE,
)
# "tăng lần lượt 5,4% và 17,2%": these are growths themselves, and nothing has grown from the one to the other.
_GROWN = Pattern(
    rf"\b(?:tăng|giảm)(?: (?:thêm|lần lượt|tương ứng|trưởng|khoảng|trên|gần|hơn|từ))* (?:{NUMBER}\s?%(?:,| và| đến)\s(?:lần lượt |khoảng )?)*$"
)
_LAST_PERIOD = Pattern(r"\b(?:[Cc]ùng kỳ|năm trước|năm ngoái|kỳ trước|trước đó)\b")
_FROM_AFTER = Pattern(r"[,:;(]? ?(?:cụ thể )?(?:là )?từ\b")
_CLAUSE = 70
# `từ 24 lên 30 triệu đồng`: the first is told without its scale.
_FAR = 10_000
_TWO = 2
# From here on an amount is money written with its scale, whose word is no unit.
_LARGE = Decimal(1_000_000)


@dataclass(frozen=True)
class Change:
    """What a figure is said to have changed by, and the two figures it is said of; `inexact` where a hedge stands before one of them."""

    how: str
    kind: str
    by: Range
    old: Range
    new: Range
    span: Span
    rough: bool
    inexact: bool


def check_changes(case: Case) -> Iterator[Record]:
    """Every change told beside its two figures: a fault where they do not give it, a passing check where they do."""
    cued = cued_blocks(case, _CHANGES)
    for place, block, text in case.numbered:
        if block.body.start not in cued:
            continue
        found = list(_FROM_TO.finditer(text))[:_MANY] if any(map(text.__contains__, _FROM_WORDS)) else []
        if _COMPARES in text and "(" in text:
            found += [match for match in _SO_VOI.finditer(text) if _one_unit(match)][:_MANY]
        told = set[int]()
        for match in found:
            record = _judged(case, _written(match, block.body.start))
            if record is not None:
                told.add(block.body.start + match.start("by"))
                yield record
        for sentence in case.layout.sentences_of(place):
            yield from _in_sentence(case, sentence, told)


def _one_unit(match: re.Match[str]) -> bool:
    unit, same = match["unit"].split(), match["same"].split()
    return not same or not unit or unit[: len(same)] == same[: len(unit)]


def _written(match: re.Match[str], shift: int) -> Change | None:
    """The change that a pattern with all three figures has found; None for shares, which change by points."""
    text = match.string
    if text[match.end("old")] == "%" or text[match.end("new") :].lstrip()[:1] == "%":
        return None
    kind = match["kind"].strip()
    return Change(
        match["how"],
        kind,
        range_of(match["by"], percent=kind in ("%", "lần")),
        range_of(match["old"]),
        range_of(match["new"]),
        Span(shift + match.start(), shift + match.end()),
        is_hedged(text, match.start("by")),
        is_hedged(text, match.start("old")) or is_hedged(text, match.start("new")),
    )


def _in_sentence(case: Case, sentence: Span, told: set[int]) -> Iterator[Record]:
    """The one change of a sentence that gives two figures of one kind, told apart by their years or by `so với`."""
    words = case.plain[sentence.start : sentence.end]
    if not any(map(words.__contains__, _CHANGES)):
        return
    changes = list(_CHANGE.finditer(words))
    if len(changes) != 1 or sentence.start + max(changes[0].start("by"), 0) in told:
        return
    change = changes[0]
    known = [
        term
        for term in counts(words, 0)
        if not change.start() <= term.span.start < change.end()
        and not case.is_taken(sentence.start + term.span.start)
        and not (term.percent and _GROWN.search(words, max(0, term.span.start - _CLAUSE), term.span.start))
    ]
    pair = _pair(words, change, known)
    record = _judged(case, _stated(words, sentence.start, change, *pair)) if pair else None
    if record is not None:
        yield record


def _stated(words: str, shift: int, change: re.Match[str], old: Term, new: Term) -> Change:
    """The change of a sentence with its two figures."""
    kind = "lần" if change["times"] else change["kind"].strip()
    by = range_of(_TIMES[change["times"]] if change["times"] else change["by"], percent=kind in ("%", "lần"))
    low, high = min(old.span.start, new.span.start, change.start()), max(old.span.end, new.span.end, change.end())
    return Change(
        _HOWS.get(change["how"], change["how"]),
        "điểm" if kind == "%" and old.percent else kind,
        by,
        range_of_term(old),
        range_of_term(new),
        Span(shift + low, shift + high),
        is_hedged(words, change.start("by")) if change["by"] else False,
        old.hedged or new.hedged,
    )


def _pair(words: str, change: re.Match[str], known: list[Term]) -> tuple[Term, Term] | None:
    """The old and the new figure of a change; None where the words do not tell which they are."""
    before = [term for term in known if term.span.end <= change.start()]
    behind = [term for term in known if term.span.start >= change.end()]
    if before and behind and _OLD_BEHIND.fullmatch(words[change.end() : behind[0].span.start]):
        new = before[-1]
        return (behind[0], new) if _are_kin(new, behind[0]) and new.percent == behind[0].percent else None
    if before and behind and _AS_AGAINST.search(words[: behind[0].span.start]) and change.end() <= behind[0].span.start:
        alike = [term for term in before if _are_kin(term, behind[0]) and term.percent == behind[0].percent]
        return (behind[0], alike[-1]) if alike else None
    if len(behind) == _TWO and _FROM_AFTER.match(words, change.end()):
        return (behind[0], behind[1]) if _are_kin(*behind) and behind[0].percent == behind[1].percent else None
    if not before:
        return None
    alike = [term for term in before if _are_kin(before[-1], term) and term.percent == before[-1].percent]
    if len(alike) != _TWO or alike[-1] is not before[-1] or not _counts_so(change, alike[0]):
        return None
    return _in_time(words, alike[0], alike[1], change["how"])


def _are_kin(first: Term, second: Term) -> bool:
    return is_kin(first, second) or is_kin(second, first)


def _in_time(words: str, first: Term, second: Term, how: str) -> tuple[Term, Term] | None:
    """The older of two figures first; None where no years, no `so với` and no `cùng kỳ` tell."""
    if _AS_AGAINST.search(words[: first.span.start]):
        return first, second
    if _AS_AGAINST.search(words[: second.span.start]):
        return second, first
    if how == "vượt":
        return (first, second) if _PLANNED.search(words[: first.span.start]) else None
    one, other = _year(words, first), _year(words, second)
    if one == other and one is not None:
        return None
    if one is None and other is None:
        before, now = (_THEN.search(words[max(0, term.span.start - _CLAUSE) : term.span.start]) for term in (first, second))
        if before and now and before[1] and now[2]:
            return first, second
    if one is None or other is None:
        if _LAST_PERIOD.search(words[first.span.end : second.span.start]):
            return second, first
        last = _LAST_PERIOD.search(words[max(0, first.span.start - _CLAUSE) : first.span.start])
        return (first, second) if last else _by_size(first, second, how) if one or other else None
    return (first, second) if one < other else (second, first)


def _by_size(first: Term, second: Term, how: str) -> tuple[Term, Term]:
    """The smaller first where something has grown, the greater where it has fallen."""
    return (first, second) if (first.value <= second.value) != (_HOWS.get(how, how) == "giảm") else (second, first)


def _counts_so(change: re.Match[str], term: Term) -> bool:
    """Whether a change is told as a share or in times, or counts what the figure counts."""
    unit = (change["kind"] or "lần").strip()
    return (
        unit in ("%", "lần", "điểm") or (term.is_money and unit == "đồng") or bool(term.unit and term.unit.split()[0] == unit)
    )


def _year(words: str, term: Term) -> str | None:
    """The year of a figure: of its own clause, before it or right behind it."""
    clause = words[max(0, term.span.start - _CLAUSE) : term.span.start]
    last = clause.rfind(", ")
    if last > 0 and _YEAR.search(clause[last:]):
        clause = clause[max(last, clause.rfind("; ")) + 1 :]
    named = _YEAR.findall(clause)
    behind = _YEAR_BEHIND.match(words, term.span.end)
    return behind[1] if behind else named[-1] if named else None


def _judged(case: Case, change: Change | None) -> Record | None:
    if change is None or change.old.low <= 0 or change.new.value > _FAR * change.old.value:
        return None
    old, new, kind = change.old, change.new, change.kind
    said = change.by.or_cut_off() if kind == "%" else change.by
    if kind == "lần" and said.value == int(said.value):
        said = Range(said.value, said.value - _TIMES_SLACK, said.value + _TIMES_SLACK)
    if (change.how != "giảm") != (new.value >= old.value):
        return _turned(case, change)
    expected = _expected(change.how, kind, old, new)
    if expected is None:
        return None
    unit = "%" if kind == "%" else "" if change.by.value >= _LARGE else f" {kind}"
    note = f"Từ {shown(old.value)} đến {shown(new.value)} là {change.how} {shown(round(expected[0].value, 2))}{unit}"
    if any(one.meets(said) for one in expected):
        return passed(f"{note}, đúng với văn bản ghi.", [change.span])
    if change.rough and any(one.meets(said.widened(said.value / 10)) for one in expected):
        return None
    if change.inexact:
        return None
    words = quoted(case.words(change.span))
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(said.value)}{unit}: {words}.", [change.span])


def _turned(case: Case, change: Change) -> Record | None:
    """The finding on a rise whose figures, told with their years, fall, or a fall whose figures rise, by just so much."""
    if change.kind in ("%", "lần", "điểm", "bậc", "hạng") or change.how == "gấp" or change.inexact or change.rough:
        return None
    if abs(change.new.value - change.old.value) != change.by.value:
        return None
    note = f"Ghi {change.how} {shown(change.by.value)} nhưng từ {shown(change.old.value)} đến {shown(change.new.value)} là ngược lại"
    return fault("sum_mismatch", f"{note}: {quoted(case.words(change.span))}.", [change.span])


def _expected(how: str, kind: str, old: Range, new: Range) -> list[Range] | None:
    """What the change may be told as; None where it cannot be worked out."""
    if kind == "%":
        return [_share(old, new, how)] if how != "gấp" else None
    if kind == "lần":
        if how == "giảm":
            return [old.over(new)]
        times = new.over(old)
        return [times] if how == "gấp" else [times, times.less(Decimal(1))]
    if how == "gấp":
        return None
    low, high = (new.low - old.high, new.high - old.low) if how == "tăng" else (old.low - new.high, old.high - new.low)
    points = Range(abs(new.value - old.value), low, high)
    return [points, _share(old, new, how)] if kind == "điểm" else [points]


def _share(old: Range, new: Range, how: str) -> Range:
    growth = new.over(old).less(Decimal(1)).times(Decimal(100))
    return growth if how == "tăng" else Range(-growth.value, -growth.high, -growth.low)
