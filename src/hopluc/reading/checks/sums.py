"""Sums (phép cộng): a total against the parts it is divided into, level by level.

A total is compared only with the parts that hang on it directly: the bracket behind it, the `trong đó` after it, the list
under it. What stands inside the bracket of a part is that part's own breakdown, never the total's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, last_count, masked, terms
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.layout import Block
from hopluc.reading.patterns import Pattern, matches_at

_LONGEST = 1500
_REACH = 220
# No paragraph breaks down so many totals; a text without line ends is read no further.
_MOST = 200
_BRACKET = Pattern(r"[()]")
_OPENING = Pattern(r"\(\s*(?P<cue>(?:bao\s)?gồm(?:\scó)?|trong đó(?:\scó)?|cụ thể(?:\slà)?|chia ra|có|với)?\s*:?\s*")
_CUE = Pattern(
    r"(?P<cue>[Tt]rong đó|[Tt]rong số đó|(?:[Bb]ao )?[Gg]ồm|[Cc]hia (?:ra|theo [^\W\d]+(?: [^\W\d]+){0,4})|[Cc]ụ thể(?: là| như sau)?|[Gg]ồm có)"
    r"(?P<some>,? có)?\s*[,:]?\s*(?=\d|[^\W\d][^\n.;:]{1,90}?(?::\s*|\s)\d|$)"
)
_CUE_STARTS = tuple(
    first + rest
    for firsts, rest in (
        ("Tt", "rong đó"),
        ("Tt", "rong số đó"),
        ("Bb", "ao gồm"),
        ("Gg", "ồm"),
        ("Cc", "hia "),
        ("Cc", "ụ thể"),
    )
    for first in firsts
)
_CUE_WORDS = ("rong đó", "rong số đó", "ồm", "hia ra", "hia theo", "ụ thể")
# "5 giải: 1 giải Nhất, 2 giải Nhì": a colon alone, right behind what is counted.
_COLON = Pattern(r":(?<=[^\W\d]:)(?P<cue>)(?P<some>)\s*(?=\d)")
_WHOLE = frozenset(("gồm", "bao gồm", "gồm có", "chia ra", "cụ thể", "cụ thể là", "cụ thể như sau"))
_PAIRS = (
    ("nam", "nữ"),
    ("trong nước", "nước ngoài"),
    ("trong nước", "quốc tế"),
    ("trung ương", "địa phương"),
    ("miền bắc", "miền nam"),
    ("phía bắc", "phía nam"),
    ("công lập", "ngoài công lập"),
    ("nhà nước", "ngoài nhà nước"),
    ("trực tiếp", "trực tuyến"),
    ("đã ", "chưa "),
)
_DIGIT = Pattern(r"\d")
# Figures beside a total to compare it with, none of its parts.
_COMPARED = Pattern(r"\b(?:tăng|giảm|so với|cùng kỳ|kế hoạch|năm trước|vượt)\b", re.IGNORECASE)
# Groups that one person may belong to several of.
_OVERLAP = Pattern(r"\b(?:nữ|đảng viên|đoàn viên|dân tộc|tôn giáo|khuyết tật)\b", re.IGNORECASE)
_BROKEN = Pattern(r"[;:!?…]|\.\s|\s(?:và|với|cho)\s+\d")
_REST = Pattern(r"\bcòn lại\b")


@dataclass(frozen=True)
class Breakdown:
    """A total and the parts that hang on it. `whole` says that the words promise all of it, `some` only a part of it.

    `cued` where any word announces the parts.
    """

    total: Term
    parts: list[Term]
    whole: bool
    some: bool
    cued: bool
    text: str

    @property
    def sum(self) -> object:
        """What the parts add up to."""
        return sum(part.value for part in self.parts)


def check_sums(case: Case) -> Iterator[Record]:
    """Every total with its breakdown: a fault where they differ, a passing check where they agree; and shifts of unit, once each."""
    shifts: set[tuple[str, str]] = set()
    for _, block, text in case.numbered:
        for breakdown in _breakdowns(case, text, block):
            record = _judged(case, breakdown)
            if record is not None:
                yield record
                yield from _shifted(case, breakdown, shifts)


def _breakdowns(case: Case, text: str, block: Block) -> list[Breakdown]:
    """The totals of a block with their parts, before any of them is judged."""
    found = list(_bracketed(case, text, block.body.start)) if "(" in text else []
    if ":" in text or any(map(text.__contains__, _CUE_WORDS)):
        found += _announced(case, text, block)
    return found


def _bracketed(case: Case, text: str, shift: int) -> Iterator[Breakdown]:
    """Totals with their breakdown in brackets right behind: `38 lượt đơn vị (12 đơn vị …, 7 đơn vị …)`."""
    for place, end in _brackets(text):
        if not _DIGIT.search(text, place, end) or case.is_taken(shift + place + 1):
            continue
        opening = _OPENING.match(text, place)
        start = opening.end() if opening else place + 1
        parts = terms(text[start:end], shift + start)
        total = _total_before(case, text, place, shift) if parts else None
        if total is not None and not _any_taken(case, parts):
            cue = (opening["cue"] if opening else None) or ""
            some = cue.startswith(("trong đó", "có", "với"))
            yield Breakdown(total, parts, cue in _WHOLE, some, bool(cue), text[start:end])


def _brackets(text: str) -> list[tuple[int, int]]:
    """Where each bracket opens and closes, in order, those left out that are as long as a page."""
    opened, pairs = [], []
    for mark in _BRACKET.finditer(text):
        if mark[0] == "(":
            opened.append(mark.start())
        elif opened:
            place = opened.pop()
            if mark.start() - place <= _LONGEST:
                pairs.append((place, mark.start()))
    return sorted(pairs)[:_MOST]


def _total_before(case: Case, text: str, place: int, shift: int) -> Term | None:
    """The number a bracket breaks down: the last before it, with nothing between but what it counts."""
    start = max(0, place - _REACH)
    window = masked(text[start:place])
    found = last_count(window, shift + start)
    if found is None or case.is_taken(found.span.start):
        return None
    between = window[found.span.end - shift - start :]
    if _BROKEN.search(between):
        return None
    return found


def _any_taken(case: Case, parts: list[Term]) -> bool:
    return any(case.is_taken(part.span.start) for part in parts)


def _announced(case: Case, text: str, block: Block) -> Iterator[Breakdown]:
    """Totals whose breakdown follows `trong đó`, `gồm`, `chia ra`, in the sentence or in the list below."""
    shift, told = block.body.start, set[int]()
    flat = masked(text)
    for cue in islice(_cues(flat), _MOST):
        said = cue["cue"].lower()
        parts = _parts_after(case, flat, cue.end(), shift) or _parts_below(case, block, cue.end())
        if not parts or parts[0].span.start in told or _any_taken(case, parts):
            continue
        told.add(parts[0].span.start)
        total = _total_of(case, flat, cue.start(), parts, shift)
        if total is not None:
            whole = said in _WHOLE or said.startswith("chia")
            yield Breakdown(total, parts, whole, bool(cue["some"]), bool(said), flat[cue.end() : cue.end() + _REACH])


def _cues(flat: str) -> Iterator[re.Match[str]]:
    """Where a breakdown is announced, by words or by a colon alone."""
    if any(map(flat.__contains__, _CUE_WORDS)):
        yield from matches_at(_CUE_STARTS, _CUE, flat)
    if ":" in flat:
        yield from _COLON.finditer(flat)


def _parts_after(case: Case, flat: str, start: int, shift: int) -> list[Term]:
    if start >= len(flat.rstrip()):
        return []
    end = min(case.sentence(Span(shift + start, shift + start + 1)).end - shift, len(flat))
    return terms(flat[start:end], shift + start)


def _parts_below(case: Case, block: Block, start: int) -> list[Term]:
    """One term an item of the list under a line that ends with its announcement."""
    if case.plain[block.body.start + start : block.body.end].strip(" ,:"):
        return []
    place = case.layout.at(block.body.start)
    parts = []
    for child in case.layout.children.get(place, []):
        item = case.layout.blocks[child].body
        found = terms(case.plain[item.start : item.end].rstrip(" ;,."), item.start)
        if len(found) != 1:
            return []
        parts += found
    return parts


def _total_of(case: Case, flat: str, end: int, parts: list[Term], shift: int) -> Term | None:
    """The number before an announcement that counts what the parts count, or the only one in its clause."""
    start = max(0, end - _REACH)
    window = flat[start:end]
    stop = max(window.rfind(". ", 0, max(0, len(window.rstrip(" ,;:.")) - 1)), window.rfind(";"))
    last = last_count(window[stop + 1 :], shift + start + stop + 1)
    if last is None or case.is_taken(last.span.start):
        return None
    if last.head == parts[0].head or parts[0].head is None:
        return last
    if last.counts_people and all(part.counts_people for part in parts):
        return last
    before = last_count(window[stop + 1 : last.span.start - shift - start], shift + start + stop + 1)
    return before if before and before.head == parts[0].head and not case.is_taken(before.span.start) else None


def _judged(case: Case, breakdown: Breakdown) -> Record | None:
    """The finding on one breakdown; None where the words do not say that the parts make up the whole."""
    total, parts = breakdown.total, breakdown.parts
    if not _comparable(breakdown):
        return None
    sum_ = sum(part.value for part in parts)
    arithmetic = " + ".join(shown(part.value) for part in parts)
    evidence = _evidence(total, parts)
    if len(parts) >= 2 and sum_ == total.value:
        return passed(f"{arithmetic} = {shown(sum_)}, đúng bằng tổng văn bản ghi.", evidence)
    words = quoted(case.words(Span(total.span.start, parts[-1].span.end)))
    if len(parts) == 1:
        if breakdown.cued and parts[0].value > total.value and total.head == parts[0].head and total.head is not None:
            return fault(
                "sum_mismatch", f"Phần ({shown(sum_)}) lớn hơn tổng ({shown(total.value)}) mà nó thuộc về: {words}.", evidence
            )
        return None
    if not _is_wrong(breakdown):
        return None
    return fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {words}.", evidence)


def _evidence(total: Term, parts: list[Term]) -> list[Span]:
    first, last = total.span.start, parts[-1].span.end
    if first < parts[0].span.start and last - first <= 450:
        return [Span(first, last)]
    return [total.span, *(part.span for part in parts)]


def _comparable(breakdown: Breakdown) -> bool:
    """Whether total and parts count the same thing in the same way."""
    total, parts = breakdown.total, breakdown.parts
    if _COMPARED.search(breakdown.text):
        return False
    if total.percent or any(part.percent for part in parts):
        return False
    if any(part.scaled for part in parts) != total.scaled or len({part.scaled for part in parts}) > 1:
        return False
    heads = {part.head for part in parts}
    if heads <= {total.head, None}:
        return True
    return all(part.counts_people for part in parts) and total.counts_people


def _is_wrong(breakdown: Breakdown) -> bool:
    """Whether parts that do not add up are meant to: the clearer the words say so, the further apart they may lie.

    `trong đó có` names some of the parts only, so there the parts are too many or nearly all; a word such as `gồm`, a pair
    such as men and women, or `còn lại` promises the whole.
    """
    total, parts = breakdown.total, breakdown.parts
    if _OVERLAP.search(breakdown.text) and not _is_pair(breakdown):
        return False
    ratio = float(sum(part.value for part in parts) / total.value) if total.value else 2.0
    same = all(part.head == total.head for part in parts)
    bare = all(part.unit is None for part in parts)
    pair = _is_pair(breakdown)
    if breakdown.whole or pair or _REST.search(breakdown.text):
        return (same or bare or breakdown.whole or pair) and 0.2 <= ratio <= 5
    few, many = (1.0, 0.8) if breakdown.some else (0.8, 0.55)
    low = many if len(parts) > 2 else few
    return (same or bare) and low < ratio <= 3


def _is_pair(breakdown: Breakdown) -> bool:
    if len(breakdown.parts) != 2:
        return False
    text = breakdown.text.casefold()
    named = (pair for pair in _PAIRS if pair[0] in text and pair[1] in text)
    return any(all(re.search(rf"\b{word}", text) for word in pair) for pair in named)


def _shifted(case: Case, breakdown: Breakdown, known: set[tuple[str, str]]) -> Iterator[Record]:
    """A total counted in turns (lượt) whose bracket counts the things themselves: two units of count, said once a document."""
    total, parts = breakdown.total, breakdown.parts
    unit, part = total.unit or "", parts[0].unit or ""
    glued = case.plain[total.span.end : parts[0].span.start].count("(") == 1
    if not glued or not unit.startswith("lượt ") or not part or part.startswith("lượt"):
        return
    pair = (str(total.head), str(parts[0].head))
    if pair[0] == pair[1] and pair not in known:
        known.add(pair)
        words = quoted(case.words(Span(total.span.start, parts[0].span.end)))
        counted = " ".join(part.split()[: len(pair[1].split())])
        yield fault(
            "unit_shift",
            f"Tổng tính bằng “lượt {counted}”, thành phần tính bằng “{counted}”: hai cách đếm khác nhau ({words}).",
            [Span(total.span.start, parts[0].span.end)],
        )
