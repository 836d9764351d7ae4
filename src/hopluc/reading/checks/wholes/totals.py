"""Totals told openly (tổng số nói bằng lời): a total and its parts that no bracket and no `trong đó` ties together.

`Tổng số 72 nhiệm vụ: …`, `…, nâng tổng kinh phí lên 52 tỷ đồng`, `giao 40 biên chế, hiện có 34, còn thiếu 6`. The looser the words,
the nearer the parts must come to the total before they are taken for all of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import INDEX
from hopluc.reading.checks.cues import cued_blocks, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin, is_slip, last_count, masked, of_item
from hopluc.reading.checks.sentences import counted
from hopluc.reading.checks.wholes.breakdowns import brackets
from hopluc.reading.checks.wholes.sums import is_rounded, told_totals
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern

_WORDS = cues(
    "ổng ", "còn ", "Còn ", "lần lượt", "phân kỳ", "phân bố", "chia ", "Chia ", "gồm", "cụ thể", "Cụ thể", "Kết quả", "rong đó", "rong số",
    ": ", "nữ", "phía ", "Phòng ", "khối ", "ả thảy", "ết thảy", "ị chi", "ết cả", "ngoài ", "không đạt", "chưa ", "nâng ", "cộng ", "nguồn", "phân theo", "Phân theo", "theo "
)  # fmt: skip
# "2016: 50 triệu kWh; 2017: 52 triệu kWh": the years of a row are its labels.
_LABEL_YEAR = Pattern(r"(?:19|20)\d\d ?:")
_TOTAL = Pattern(r"\b(?:[Tt]ổng|TỔNG|cộng|[Tt]oàn (?:tỉnh|thành phố|ngành|huyện|xã|viện|trường))\b[^.;:,\d]{0,70}:?\s*$")
_CLOSING = Pattern(
    r"(?:\bnâng tổng\b[^.;:,\d]{0,60}\blên(?: thành| tới| đến)?|\btrên (?:tổng số|tổng)|[-,;:]\s*(?:tổng (?:số|cộng|kinh phí|vốn|chi|thu|tiền|giá trị|diện tích|sản lượng)|cộng|cả (?:năm|nước|tỉnh|vùng|huyện|ba|hai|bốn|thảy|hai khoản)|tất cả|hết thảy|hết cả|vị chi)\b[^.;,\d]{0,30})\s*:?\s*$"
)
_CLOSING_WORDS = ("tổng", "cộng", "cả ", "tất cả", "hết thảy", "hết cả", "vị chi")
# What stands right behind a total and says that its parts follow.
_OPENS = Pattern(
    r"[^.;:\d]{0,60}(?::|\b(?:cụ thể|lần lượt|phân kỳ|phân bố|phân bổ|chia|bao gồm|gồm|trong đó|trong số (?:đó|này)|từ các nguồn|theo thứ tự)\b)"
)
# Words that may name some of the parts only.
_SOME = Pattern(r"rong (?:đó|số (?:đó|này))$")
# "Trong đó, có 107 sinh viên xuất sắc": the others may not be told.
_SOME_ARE = Pattern(r"rong (?:đó|số (?:đó|này)),? (?:đã )?có\b")
_RISES = Pattern(r"\bnâng tổng\b")
_CLOSES = Pattern(r"(?:Tổng(?: cộng| số| kinh phí)?|Cộng|TỔNG(?: CỘNG)?)\b[^.;\d]{0,20}\d")
_REMAINS = Pattern(r"\bcòn(?: lại| thiếu| dư)?(?: là| có| khoảng)?\s*$")
_THEN = Pattern(
    r"(?:Kết quả|Cụ thể|Trong đó|Trong số (?:đó|này)|Có|Gồm|Bao gồm|Chia (?:ra|theo)|Phân theo|Phân loại|Xét theo|Theo|Cơ cấu|Về cơ cấu)\b"
)
_PAIRS = (
    ("nam", "nữ"), ("trong tỉnh", "ngoài tỉnh"), ("trong nước", "nước ngoài"), ("trong nước", "quốc tế"), ("đạt", "không đạt"),
    ("đã", "chưa"), ("công lập", "ngoài công lập"), ("trực tiếp", "trực tuyến"), ("đồng bằng", "miền núi"), ("đúng hạn", "quá hạn"),
    ("trong thành phố", "ngoài thành phố"), ("trong ngành", "ngoài ngành"), ("thành thị", "nông thôn"),
)  # fmt: skip
_COMPARED = Pattern(
    r"\b(?:tăng(?! cường)|giảm(?! trừ)|so với|cùng kỳ|năm trước|vượt|mục tiêu|phấn đấu|bình quân|trung bình(?! khá|[,;.])|mỗi|từ \d[\d.,]* đến|gấp|trở lên|tối đa|tối thiểu)\b"
)
# What every match of it holds: looking for these first spares looking with the pattern.
_COMPARED_WORDS = (
    *(
        "tăng",
        "giảm",
        "so với",
        "cùng kỳ",
        "năm trước",
        "vượt",
        "mục tiêu",
        "phấn đấu",
        "bình quân",
        "trung bình",
        "mỗi",
        "từ ",
        "gấp",
    ),
    *("trở lên", "tối đa", "tối thiểu"),
)
_YEAR = Pattern(r"\bnăm (?:19|20)\d\d\b")
_OTHERS = Pattern(r"\bkhác\b(?![^.;\d]{0,25}\d)|…|\.\.\.|\bv\.\s?v|\bmột số\b")
# What stands behind these words is told beside the total, not of it.
_BESIDES = Pattern(r"\b(?:ngoài ra|bên cạnh đó|chưa kể|chưa tính|không kể|không tính)\b", re.IGNORECASE)
_MARK = Pattern(r"[,;]| và ")
_LABELS = Pattern(r":\s?\d")
_NUMBER = Pattern(r"\d[\d.,]*")
# ", phía Hàn Quốc ", "; Phòng Kỹ thuật ": a label that stands between two stops and its figure.
_LABEL_WORD = Pattern(
    r"(?:[^,;:.\d]{0,30})[,;:]\s(?:còn )?(phía|phòng|khối|ngành|huyện|xã|bên|nhóm|lớp|cấp|khoa|tổ|đội|hạng|loại|trạm|vụ)\s[^,;:.\d]{1,40}$",
    re.IGNORECASE,
)
_ROW = Pattern(r"\s?(?:[;,]|và|; và|, và)\s")
_ALONE = Pattern(r"(?:Trong đó|Bao gồm|Gồm|Cụ thể|Chia ra|Cơ cấu|Phân theo)\b[^\d\n]{0,40}:$")
_BEFORE, _REACH = 90, 160
_FEWEST, _MOST = 2, 14
# How far parts may lie from their total, below and above: where the words promise the whole, and where they only suggest it.
_PROMISED = (Decimal("0.7"), Decimal("1.4"))
_SUGGESTED = (Decimal("0.85"), Decimal("1.18"))
_RISEN = (Decimal("0.8"), Decimal("1.25"))
# A bracket that gives each part its label and a colon gives them all.
_LABELLED = (Decimal("0.2"), Decimal(5))
# Parts of several kinds are taken for one breakdown only where they all but make the total.
_MIXED = (Decimal("0.92"), Decimal("1.08"))
_FEWEST_MIXED = 3
_PASSAGE = 450


@dataclass(frozen=True)
class Account:
    """A total and what may be all its parts; `leeway` is how far their sum may lie from it, by ratio, to be a slip of it."""

    total: Term
    parts: Sequence[Term]
    leeway: tuple[Decimal, Decimal]

    @property
    def sum(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))


def check_totals(case: Case) -> Iterator[Record]:
    """Every total told with its parts in running words or in the list below it, where no stricter check has looked at it."""
    cued, known = cued_blocks(case, _WORDS), case.view(told_totals)
    for place, block, text in case.numbered:
        if (block.body.start not in cued and "(" not in text) or not _may_tell(case, place, block):
            continue
        told = set(known)
        for account in _accounts(case, place, block, text):
            if account.parts[0].span.start not in told:
                record = _judged(case, account)
                if record is not None:
                    told.update((account.total.span.start, account.parts[0].span.start))
                    yield record


def _may_tell(case: Case, place: int, block: Block) -> bool:
    """Whether a block holds a total and a part, or a total above a list: each is a number that may count something."""
    free, blocks = case.free_in(block.body), case.layout.blocks
    opens = any(case.plain[known.body.end - 1] == ":" for known in blocks[place : place + 2])
    return free > 1 or (free == 1 and opens)


def _accounts(case: Case, place: int, block: Block, text: str) -> Iterator[Account]:
    flat, shift = masked(text), block.body.start
    before: Span | None = None
    for span in case.layout.sentences_of(place):
        words = flat[span.start - shift : span.end - shift]
        numbers = len(_NUMBER.findall(words))
        compared = numbers and _is_compared(words)
        if numbers >= _FEWEST and not compared:
            yield from _within(words, span.start, _terms(case, words, span.start))
        if numbers and not compared and before is not None and (_THEN.match(words) or _CLOSES.match(words)):
            earlier = _terms(case, flat[before.start - shift : before.end - shift], before.start)
            yield from _after(earlier, _terms(case, words, span.start), words)
        before = None if compared else span if numbers else before
    for opened, closed in brackets(text) if "(" in text else ():
        yield from _bracketed(case, text, Span(opened, closed), shift)
        inside = text[opened + 1 : closed]
        if len(_NUMBER.findall(inside)) > _FEWEST and not _is_compared(inside):
            yield from _within(inside, shift + opened + 1, _terms(case, inside, shift + opened + 1))
    if before is not None:
        yield from _below(case, place, flat[before.start - shift : before.end - shift], before.start)


def _is_compared(words: str) -> bool:
    """Whether words set numbers side by side that make no total."""
    return any(map(words.__contains__, _COMPARED_WORDS)) and _COMPARED.search(words) is not None


def _terms(case: Case, words: str, shift: int) -> list[Term]:
    """The counts of a sentence; a bare number takes the unit that closes its row: `10,2; 11,4 và 13,5 tỷ đồng`."""
    known = [term for term in counted(case, words, shift) if not term.percent and not case.is_taken(term.span.start)]
    known = [term for term in known if not _LABEL_YEAR.match(case.plain, term.span.start)]
    for place in range(len(known) - 2, -1, -1):
        term, following = known[place], known[place + 1]
        between = words[term.span.end - shift : following.span.start - shift]
        if term.unit is None and following.unit is not None and _ROW.fullmatch(between):
            scale = following.scale if following.scaled else 0
            known[place] = term._replace(
                unit=following.unit, scaled=following.scaled, scale=scale, value=term.value.scaleb(scale)
            )
    return known


def _within(words: str, shift: int, terms: list[Term]) -> Iterator[Account]:
    """Totals told in one sentence with their parts: the total first, last, or marked between them."""
    for place, total in enumerate(terms if len(terms) <= _MOST else ()):
        lead = words[max(0, total.span.start - shift - _BEFORE) : total.span.start - shift]
        after = [term for term in terms[place + 1 :] if is_kin(total, term)]
        earlier = [term for term in terms[:place] if is_kin(total, term)]
        if any(map(lead.__contains__, _CLOSING_WORDS)) and _CLOSING.search(lead):
            if len(earlier) + len(after) >= _FEWEST and earlier:
                rises = _RISES.search(lead) is not None
                if len(earlier) >= _FEWEST:
                    yield Account(total, earlier, _RISEN if rises else _PROMISED)
                if after:
                    yield Account(total, [*earlier, *after], _SUGGESTED)
            continue
        rest = words[total.span.end - shift :]
        following = terms[place + 1 :]
        opens = _OPENS.match(rest[: following[0].span.start - total.span.end]) if following else None
        if len(after) >= _FEWEST and not earlier and not _counts_several(total, following):
            marked = (
                _TOTAL.search(lead)
                or _is_pair(words, after)
                or _remains(words, shift, after)
                or _are_labelled_alike(words, shift, total, after)
            )
            if opens or marked:
                promised = opens and not _SOME.search(opens[0])
                yield Account(total, after, _PROMISED if promised else _SUGGESTED)
        alike = len(after) == len(following) or total.is_money or any(term.is_money or term.scaled for term in following)
        if opens and len(following) >= _FEWEST_MIXED and not alike:
            yield Account(total, following, _MIXED)


def _after(before: list[Term], terms: list[Term], words: str) -> Iterator[Account]:
    """The total of one sentence whose parts the next one tells, and the parts of one that the next one adds up."""
    if _CLOSES.match(words):
        if len(before) >= _FEWEST and len(terms) == 1 and all(is_kin(terms[0], part) for part in before):
            yield Account(terms[0], before, _PROMISED)
        return
    for total in reversed(before):
        parts = [term for term in terms if is_kin(total, term)]
        if len(parts) >= _FEWEST and len(parts) == len(terms) <= _MOST:
            yield Account(total, parts, _SUGGESTED)
        elif _FEWEST_MIXED <= len(terms) <= _MOST and not any(term.is_money or term.scaled for term in (total, *terms)):
            yield Account(total, terms, _MIXED)


def _below(case: Case, place: int, words: str, shift: int) -> Iterator[Account]:
    """The total of a line that opens a list whose items hold one number each; a line `Trong đó:` may stand between."""
    blocks = case.layout.blocks
    if case.plain[blocks[place].body.end - 1] != ":":
        if place + 1 >= len(blocks) or not _ALONE.match(case.plain, blocks[place + 1].body.start, blocks[place + 1].body.end):
            return
        place += 1
    items = [blocks[child].body for child in case.layout.children.get(place, [])]
    parts = [of_item(case.plain[item.start : item.end], item.start) for item in items]
    known = [part for part in parts if part is not None]
    if len(known) < _FEWEST or len(known) < len(parts):
        return
    for total in reversed(_terms(case, words, shift)):
        if all(is_kin(total, part) for part in known):
            yield Account(total, known, _PROMISED)
            return


def _bracketed(case: Case, text: str, bracket: Span, shift: int) -> Iterator[Account]:
    """A total whose bracket holds counts under several names: `58 đơn vị (22 viện, 19 doanh nghiệp, 17 trường)`."""
    parts = _terms(case, text[bracket.start + 1 : bracket.end], shift + bracket.start + 1)
    total = last_count(masked(text[max(0, bracket.start - _BEFORE) : bracket.start]), shift + max(0, bracket.start - _BEFORE))
    if total is None or len(parts) < _FEWEST or _COMPARED.search(text, bracket.start, bracket.end):
        return
    if total.unit is not None and not any(is_kin(total, part) for part in parts):
        yield from _of_earlier(case, text, bracket, shift, parts)
        return
    between = text[total.span.end - shift : bracket.start]
    if any(mark in between for mark in ",;:.") or case.is_taken(total.span.start):
        return
    if all(is_kin(total, part) for part in parts):
        labelled = len(_LABELS.findall(text, bracket.start, bracket.end)) == len(parts) >= _FEWEST_MIXED
        yield Account(total, parts, _LABELLED if labelled else _PROMISED)
    elif len(parts) >= _FEWEST_MIXED and not any(term.is_money or term.scaled for term in (total, *parts)):
        yield Account(total, parts, _SUGGESTED if total.unit is None else _MIXED)


def _of_earlier(case: Case, text: str, bracket: Span, shift: int, parts: list[Term]) -> Iterator[Account]:
    """The total of a bracket that does not break down the number right before it: `7 dự án với 52,4 tỷ đồng (năm 2016: 2 dự án; …)`."""
    window = masked(text[max(0, bracket.start - _REACH) : bracket.start])
    sentence = window.rpartition(". ")[2]
    known = _terms(case, sentence, shift + bracket.start - len(sentence))
    kin = [term for term in known if all(is_kin(term, part) for part in parts)]
    if len(kin) == 1:
        yield Account(kin[0], parts, _PROMISED)


def _counts_several(total: Term, following: list[Term]) -> bool:
    """Whether a total counts things of several nouns, of which a part is another than the first: `10 huyện, thành phố: … 1 thành phố`."""
    nouns = (total.unit or "").casefold()
    return any(term.unit and f", {term.unit.split()[0].strip(',').casefold()}" in nouns for term in following)


def _is_pair(words: str, parts: list[Term]) -> bool:
    lowered = words.casefold()
    return len(parts) == _FEWEST and any(f" {one}" in lowered and f" {other}" in lowered for one, other in _PAIRS)


def _are_labelled_alike(words: str, shift: int, total: Term, parts: list[Term]) -> bool:
    """Whether each part stands behind a label of one kind: `phía Hàn Quốc 9 người, phía Việt Nam 8 người`."""
    starts = [total.span.end, *(part.span.end for part in parts[:-1])]
    labels = [
        _LABEL_WORD.match(words[start - shift : part.span.start - shift]) for start, part in zip(starts, parts, strict=True)
    ]
    return all(labels) and len({label[1].casefold() for label in labels if label}) == 1


def _remains(words: str, shift: int, parts: list[Term]) -> bool:
    start = parts[-1].span.start - shift
    return _REMAINS.search(words[:start][-_BEFORE:]) is not None


def _judged(case: Case, account: Account) -> Record | None:
    total, parts, sum_ = account.total, account.parts, account.sum
    if len({part.span for part in parts}) < len(parts) or total.value <= 0:
        return None
    first, last = min(total.span.start, parts[0].span.start), max(total.span.end, parts[-1].span.end)
    evidence = [Span(first, last)] if last - first <= _PASSAGE else [total.span, *(part.span for part in parts)]
    arithmetic = " + ".join(shown(part.value) for part in parts)
    if sum_ == total.value:
        return passed(f"{arithmetic} = {shown(sum_)}, đúng bằng tổng văn bản ghi.", evidence)
    low, high = account.leeway
    apart = case.plain[total.span.end : parts[0].span.start]
    opened = low > _LABELLED[0] and ". " not in apart and _OPENS.match(apart)
    if opened and any(part.value > total.value and is_kin(total, part) for part in parts):
        high = _LABELLED[1]  # a part is never more than its whole
    if not low * total.value <= sum_ <= high * total.value or any(term.hedged for term in (total, *parts)):
        return None
    short = sum_ < total.value and (_skips(case, account) or _OTHERS.search(case.plain, first, last) is not None)
    beside = _BESIDES.search(case.plain, total.span.end, max(total.span.end, parts[-1].span.start))
    if _SOME_ARE.search(apart) and sum_ < total.value and not is_slip(total, parts, sum_):
        return None
    if any(part.is_fraction for part in parts) and INDEX.search(case.plain, first, last):
        return None
    if short or beside or _nests(account) or is_rounded(total, parts, sum_) or _tells_years(case, account):
        return None
    return fault(
        "sum_mismatch",
        f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {quoted(case.words(Span(first, last)))}.",
        evidence,
    )


def _nests(account: Account) -> bool:
    """Whether some of the parts in a row make the total, so that the others break down further, or one of them breaks down."""
    values = [part.value for part in account.parts]
    runs = [sum(values[at:to], Decimal(0)) for at in range(len(values)) for to in range(at + 1, len(values) + 1)]
    return account.total.value in runs


def _skips(case: Case, account: Account) -> bool:
    """Whether something without a number stands among counted people or things: `gồm chủ tịch, 2 phó chủ tịch và 8 ủy viên`."""
    if account.total.is_money or account.total.span.start > account.parts[0].span.start:
        return False
    plain, places = case.plain, [account.total.span, *(part.span for part in account.parts)]
    apart = [plain[one.end : other.start] for one, other in pairwise(places)]
    opens = _OPENS.match(apart[0])
    if any("\n" in words for words in apart):
        return False
    return any(len(_MARK.findall(words)) > 1 for words in apart[1:]) or bool(opens and _MARK.search(apart[0], opens.end()))


def _tells_years(case: Case, account: Account) -> bool:
    """Whether the total is that of one year and the parts are those of others."""
    lead = case.plain[max(0, account.total.span.start - _BEFORE) : account.total.span.start].rpartition(". ")[2]
    between = case.plain[account.total.span.end : account.parts[-1].span.end]
    years = set(_YEAR.findall(between))
    return bool(years) and len(set(_YEAR.findall(lead))) == 1 and not _TOTAL.search(lead)
