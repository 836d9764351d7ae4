"""Breakdowns (phân tích tổng số): totals, and the parts a text divides each into.

A total is compared only with the parts that hang on it directly: the bracket behind it, the `trong đó` after it, the list
under it, the parts it closes. What stands inside the bracket of a part is that part's own breakdown, never the total's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued_blocks, cues
from hopluc.reading.checks.numbers import Term, counts, last_count, masked, terms
from hopluc.reading.document import Span
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern, matches_at, places_of

_LONGEST = 1500
_REACH = 220
# How far before a sentence that goes on with a breakdown its total may stand.
_FAR = 420
# No paragraph breaks down so many totals; a text without line ends is read no further.
_MOST = 200
_OPENING = Pattern(r"\(\s*(?P<cue>(?:bao\s)?gồm(?:\scó)?|trong đó(?:\scó)?|cụ thể(?:\slà)?|chia ra|có|với)?\s*:?\s*")
_CUE = Pattern(
    r"(?P<cue>[Tt]rong đó|[Tt]rong số (?:đó|này)|(?:[Bb]ao )?[Gg]ồm|[Cc]hia (?:ra|theo [^\W\d]+(?: [^\W\d]+){0,4})|[Cc]ụ thể(?: là| như sau)?|[Gg]ồm có"
    r"|(?:Phân t|T)heo [^\W\d]+(?: [^\W\d]+){0,3}(?=:))"
    r"(?P<some>,? có)?\s*[,:]?\s*(?=\d|[^\W\d][^\n.;:]{1,90}?(?::\s*|\s)\d|$)"
)
_CUES = cues(
    *(
        first + rest
        for firsts, rest in (
            ("Tt", "rong đó"),
            ("Tt", "rong số đó"),
            ("Tt", "rong số này"),
            ("Bb", "ao gồm"),
            ("Gg", "ồm"),
            ("Cc", "hia ra"),
            ("Cc", "hia theo"),
            ("Cc", "ụ thể"),
            ("T", "heo "),
            ("P", "hân theo "),
        )
        for first in firsts
    )
)
# "5 giải: 1 giải Nhất, 2 giải Nhì": a colon alone, right behind what is counted.
_COLON = Pattern(r":(?<=[^\W\d]:)(?P<cue>)(?P<some>)\s*(?=\d|[^\W\d][^\n.;:,()]{1,60}\s\d[\d.,]*\s(?:triệu|tỷ|tỉ)\s)")
_WHOLE = frozenset(("gồm", "bao gồm", "gồm có", "chia ra", "cụ thể", "cụ thể là", "cụ thể như sau"))
_DIGIT = Pattern(r"\d")
_BROKEN = Pattern(r"[;:!?…]|\.\s|\s(?:và|với|cho)\s+\d")
# "Trong tổng số 25 cán bộ có 12 …, 9 …, còn lại 4 …".
_OUT_OF = Pattern(r"(?:rong (?:tổng )?số|Trong) (?=\d)")
_OUT_OF_STARTS = cues("rong số ", "rong tổng số ", "Trong ")
_HAS = Pattern(r"(?:\s(?:thì )?có|[,:])\s+(?=\d)")
# "…, ngành y tế 9 đề tài; tổng cộng 28 đề tài".
_IN_ALL = Pattern(r"[,;]\s*(?:tổng cộng|tổng số|cộng|tổng(?: kinh phí)?(?: \d năm)?(?= là))(?: là| có|:)?\s+(?=\d)")
_IN_ALL_WORDS = cues(" tổng cộng", "; tổng số", ", tổng số", "; cộng ", ", cộng ", ", tổng ", "; tổng ")
_TOTAL_LINE = Pattern(r"(?:Tổng(?: cộng| số| kinh phí)?|Cộng|TỔNG(?: CỘNG| SỐ| KINH PHÍ)?|CỘNG)(?: là)?\s*:?\s*(?=\d)")
# "Trao 14 bằng khen … cho 9 tập thể và 5 cá nhân".
_AWARDS = Pattern(
    r"\b(?P<total>\d{1,4}) (?:bằng khen|giấy khen|cờ thi đua|huân chương|bằng lao động sáng tạo)\b[^.;:\n\d]{0,120}?\bcho (?P<groups>\d{1,4}) tập thể,? và (?P<persons>\d{1,4}) cá nhân\b",
    re.IGNORECASE,
)
# "12 nhiệm vụ …; 8 nhiệm vụ đã nghiệm thu, 4 nhiệm vụ đang triển khai": done and not yet done are all there is.
_DONE = Pattern(r"\s(?:đã|được|hoàn thành)\b")
_STATES = Pattern(r"\d (?:[^\W\d]+ ){1,4}(?:đã|được|hoàn thành) [^\d.;]{1,80}\d (?:[^\W\d]+ ){1,4}(?:đang|chưa|còn)\b")
_FRESH = Pattern(r"[^,;.]{0,30}\b(?:mới|chuyển tiếp|đề xuất)\b")
_NOT_DONE = Pattern(r"\s(?:đang|chưa|còn)\b")


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


def breakdowns(case: Case, text: str, block: Block) -> list[Breakdown]:
    """The totals of a block with their parts, before any of them is judged."""
    found = list(_told(case, text, block))
    if " tập thể" in text:
        found += _awards(text, block.body.start)
    if _STATES.search(text) if " đang " in text or " chưa " in text else None:
        found += _by_state(case, text, block)
    return found


def _told(case: Case, text: str, block: Block) -> Iterator[Breakdown]:
    """Totals that their brackets or the words beside them divide: each, and each part, is a number that may count something."""
    free, shift = case.free_in(block.body), block.body.start
    several = free > 1
    if several and "(" in text:
        yield from _bracketed(case, text, shift)
    if (several or case.layout.children.get(case.layout.at(shift))) and (":" in text or shift in cued_blocks(case, _CUES)):
        yield from _announced(case, text, block)
    if several and shift in cued_blocks(case, _OUT_OF_STARTS):
        yield from _out_of(case, text, shift)
    if several and shift in cued_blocks(case, _IN_ALL_WORDS):
        yield from _in_all(case, text, shift)
    if free and text[:1] in "TC" and _TOTAL_LINE.match(text):
        yield from _closing_a_list(case, text, block)


def _bracketed(case: Case, text: str, shift: int) -> Iterator[Breakdown]:
    """Totals with their breakdown in brackets right behind: `38 lượt đơn vị (12 đơn vị …, 7 đơn vị …)`."""
    for place, end in brackets(text):
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


def brackets(text: str) -> list[tuple[int, int]]:
    """Where each bracket opens and closes, in order, those left out that are as long as a page."""
    opened, pairs = [], []
    for end in places_of(("(", ")"), text):
        if text[end] == "(":
            opened.append(end)
        elif opened:
            place = opened.pop()
            if end - place <= _LONGEST:
                pairs.append((place, end))
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
            by_kind = said.startswith(("theo", "phân theo"))
            whole = said in _WHOLE or said.startswith("chia") or by_kind
            end = max(case.sentence(parts[0].span).end, parts[-1].span.end) - shift
            yield Breakdown(
                total,
                parts,
                whole,
                bool(cue["some"]),
                bool(said),
                flat[cue.end() : min(cue.end() + _REACH, max(end, cue.end()))],
            )


def _cues(flat: str) -> Iterator[re.Match[str]]:
    """Where a breakdown is announced, by words or by a colon alone."""
    if any(map(flat.__contains__, _CUES)):
        yield from matches_at(_CUES, _CUE, flat)
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
    return _one_each(case, case.layout.children.get(place, []))


def _one_each(case: Case, places: list[int]) -> list[Term]:
    """The term that each of the blocks at `places` is; empty where one is none or several."""
    parts = []
    for place in places:
        item = case.layout.blocks[place].body
        words = case.plain[item.start : item.end]
        found = terms(words.rstrip(" ;,."), item.start)
        if len(found) != 1:
            found = [term for term in counts(masked(words), item.start) if term.scaled]
        if len(found) != 1:
            return []
        parts += found
    return parts


def _total_of(case: Case, flat: str, end: int, parts: list[Term], shift: int) -> Term | None:
    """The number before an announcement that counts what the parts count, or what comes near them where they count nothing.

    A sentence that begins with the announcement breaks down a number of the sentence before it.
    """
    begins = not flat[:end].strip() or flat[:end].rstrip().endswith((".", ";"))
    start = max(0, end - (_FAR if begins else _REACH))
    window = flat[start:end]
    stop = max(window.rfind(". ", 0, max(0, len(window.rstrip(" ,;:.")) - 1)), window.rfind(";", 0, -2) if not begins else -1)
    known = [term for term in counts(window[stop + 1 :], shift + start + stop + 1) if not case.is_taken(term.span.start)]
    if not known:
        return None
    last, head = known[-1], parts[0].head
    if not begins and (last.head == head or (last.counts_people and all(part.counts_people for part in parts))):
        return last
    if head is None:
        return _nearest(known, parts) or (None if begins else last)
    alike = [term for term in known if term.counts_alike(parts[0]) and term.percent == parts[0].percent]
    return alike[-1] if alike else None


def _nearest(known: list[Term], parts: list[Term]) -> Term | None:
    """The number that bare parts add up to, or the last that they nearly add up to."""
    sum_ = sum(part.value for part in parts)
    exact = [term for term in known if term.value == sum_]
    near = [term for term in known if not term.scaled and 4 * term.value <= 5 * sum_ <= 6 * term.value]
    return next(reversed(exact or near), None)


def _out_of(case: Case, text: str, shift: int) -> Iterator[Breakdown]:
    """`Trong tổng số 25 cán bộ được cử đi học có 12 …, 9 …, còn lại 4 …`."""
    found_at = list(matches_at(_OUT_OF_STARTS, _OUT_OF, text))
    flat = masked(text) if found_at else ""
    for found in found_at:
        sentence = flat[found.end() : case.sentence(Span(shift + found.end(), shift + found.end() + 1)).end - shift]
        known = counts(sentence[:_REACH], shift + found.end())
        has = _HAS.search(sentence, known[0].span.end - shift - found.end(), _REACH) if known else None
        parts = terms(sentence[has.end() :].rstrip(" .;"), shift + found.end() + has.end()) if has else []
        if len(parts) > 1 and not _any_taken(case, [known[0], *parts]):
            yield Breakdown(known[0], parts, whole=False, some=True, cued=True, text=sentence)


def _in_all(case: Case, text: str, shift: int) -> Iterator[Breakdown]:
    """Parts of a sentence that closes with their total: `…, ngành y tế có 9 đề tài; tổng cộng 28 đề tài`."""
    flat = masked(text)
    for found in _IN_ALL.finditer(flat):
        sentence = case.sentence(Span(shift + found.start(), shift + found.start() + 1))
        start = sentence.start - shift
        colon = flat.rfind(":", start, found.start())
        start = colon + 1 if colon > 0 and not flat[start:colon].strip()[-1:].isdigit() else start
        known = counts(flat[found.end() : found.end() + _REACH], shift + found.end())
        for begin in dict.fromkeys((max(0, start), max(0, sentence.start - shift))):
            parts = terms(
                flat[begin : found.start()].strip(" ,;"), shift + begin + len(flat[begin:]) - len(flat[begin:].lstrip(" ,;"))
            )
            if known and len(parts) > 1 and not _any_taken(case, [known[0], *parts]):
                yield Breakdown(known[0], parts, whole=False, some=False, cued=True, text=flat[begin : found.end()])
                break


def _closing_a_list(case: Case, text: str, block: Block) -> Iterator[Breakdown]:
    """A line `Tổng cộng: 28 đề tài` under items that hold one number each."""
    cue = _TOTAL_LINE.match(text)
    place = case.layout.at(block.body.start)
    if cue is None or place is None:
        return
    known, first = counts(text[cue.end() :].split("(", maxsplit=1)[0][:_REACH], block.body.start + cue.end()), place
    blocks = case.layout.blocks
    style = blocks[place - 1].style if place else None
    while style not in (None, "cell", "caps") and first and blocks[first - 1].style == style:
        first -= 1
    parts = _one_each(case, list(range(first, place)))
    if known and len(parts) > 1 and not _any_taken(case, [known[0], *parts]):
        yield Breakdown(known[0], parts, whole=True, some=False, cued=True, text="")


def _awards(text: str, shift: int) -> Iterator[Breakdown]:
    """Honours by who got them: a unit and a person get one each."""
    for found in _AWARDS.finditer(text):
        total, *parts = (counts(found[name], shift + found.start(name))[0] for name in ("total", "groups", "persons"))
        yield Breakdown(total, parts, whole=True, some=False, cued=True, text="")


def _by_state(case: Case, text: str, block: Block) -> Iterator[Breakdown]:
    """A total, then as many done and as many not yet done of the same thing, in one sentence."""
    shift = block.body.start
    flat = masked(text)
    by_head: dict[str, list[Term]] = defaultdict(list)
    for term in counts(flat, shift):
        if term.head is not None and not term.scaled:
            by_head[term.head].append(term)
    for known in by_head.values():
        for total, done, rest, *more in (known[at : at + 4] for at in range(len(known) - 2)):
            if more and case.sentence(more[0].span) == case.sentence(rest.span):
                continue
            after = [flat[term.span.end - shift :][:_REACH] for term in (total, done, rest)]
            told = any(word in flat[total.span.end - shift : done.span.start - shift] for word in _CUES)
            divides = not told and _DONE.match(after[1]) and _NOT_DONE.match(after[2]) and not _FRESH.match(after[0])
            one = case.sentence(total.span) == case.sentence(rest.span)
            if divides and one and not _any_taken(case, [total, done, rest]):
                yield Breakdown(total, [done, rest], whole=False, some=False, cued=True, text="")
