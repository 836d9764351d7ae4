"""Shares told in a sentence (tỷ lệ nói bằng lời): a percentage behind its part, where the whole stands earlier; shares of one whole.

`Phát ra 500 phiếu, thu về 430 phiếu, đạt tỷ lệ 86%`: the nearest count before a percentage is the part; the one greater count of the
same kind before it is the whole.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import OVERLAPPING
from hopluc.reading.checks.cues import cued_blocks, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.checks.rates.ratios import told_percentages
from hopluc.reading.checks.sentences import counted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_PERCENT = cues("%")
# What ties a percentage to the count before it: ", chiếm", "(đạt tỷ lệ khoảng", ", tương đương".
_TIED = Pattern(
    r"[^.;:\d%]{0,90}?(?:,|\(|-)\s*(?:đã |tức |và )?(?:chiếm|đạt|bằng|tương đương|tỷ lệ|tỉ lệ|=)(?:\s(?:tỷ lệ|tỉ lệ|gần|hơn|trên|khoảng|là|đạt))*\s*$"
    r"|\s*\(\s*$|(?:\s[^\W\d]+){0,6}\s(?:chiếm|đạt)(?: tỷ lệ| tỉ lệ)?\s*$"
)
_OF_ELSE = Pattern(
    r"\s?(?:so với|mục tiêu|yêu cầu|trở lên|công suất|giá trị|doanh thu|kinh phí|diện tích|nhu cầu|dân số|thị phần)\b"
)
_BASE_BEHIND = Pattern(r" (?!\d)[^.;,()\d]{4,60} \((?:là )?\d[\d.,]* ")
_OF_PLAN = Pattern(r"\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)")
# `được tiêm mũi 2 đạt 98%`: which one it is, not how many.
_ORDINAL = Pattern(
    r"\b(?:mũi|liều|lần|đợt|vòng|giai đoạn|loại|hạng|cấp|bậc|mức độ|thứ|khối|nhóm|khóa|quý|tháng|năm)\s$", re.IGNORECASE
)
_PLAN = Pattern(r"\b(?:[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán|giao)\b[^.;,]{0,60}$")
_OUT_OF = Pattern(r"\W*Trong (?:số )?(?:đó|này)\b")
_ATTAINED = Pattern(r"\b(?:đạt|bằng)\b[^.;\d]{0,20}$")
_PLANNED = Pattern(r"\b(?:đạt|bằng)\s(?:[^\W\d]+\s){0,3}[\d,.]+\s?%\s(?:so )?(?:với )?(?:dự toán|kế hoạch|KH\b|chỉ tiêu)")
_CHANGE = Pattern(r"\b(?:(?:cao|thấp|lớn|nhiều|ít) nhất|tăng|giảm|so với|vượt|cùng kỳ|gấp)\b", re.IGNORECASE)
# Words that say that shares are those of one whole.
_OF_ONE = Pattern(
    r"\d\s?% (?:số|tổng số)\b|\b(?:[Cc]ơ cấu|[Tt]ỷ trọng|[Tt]ỉ trọng|đóng góp|góp vốn|phân bổ|phân bố|chia theo|đợt|lần (?:một|hai|ba|đầu|thứ|[1-9])|phiếu|ý kiến|hài lòng|nguồn vốn|còn lại|nguồn khác)\b"
)
_OWNS = Pattern(r"\b(?:góp|sở hữu|nắm|giữ|hưởng|vốn|cổ phần|chia)\b")
_REST = Pattern(r"\bcòn lại\b")
_TAKES = "chiếm"
# "Rừng trồng 50%, rừng tự nhiên 45%, đất trống 15%": labels without a verb of their own.
_LABEL = r"(?!(?:[^,;.\d]{0,30}\b)?(?:đạt|tỷ lệ|tỉ lệ|có|tăng|giảm|độ ẩm|hàm lượng|mức|không quá|bình quân)\b)[^,;.\d%:]{2,40}"
_ROW = Pattern(
    rf"{_LABEL} \d{{1,2}}(?:,\d+)?\s?%(?:(?:[,;]| và) {_LABEL} \d{{1,2}}(?:,\d+)?\s?%){{1,6}}(?: (?:kinh phí|giá trị|tổng vốn|số tiền))?"
)
_HUNDRED = Decimal(100)
# Shares of one whole are taken to have slipped where they come so near to a hundred.
_LOW, _HIGH = Decimal(80), Decimal(125)
_FEWEST, _MOST = 3, 8
# Two shares are those of one whole where both are called alike: "phía Nhật 51%, phía Việt Nam 49%", "đợt một …, đợt hai …".
_TWO_ALIKE = Pattern(
    r"\b(phía|bên|đợt|lần) [^,;.\d%]{2,30} \d{1,2}(?:,\d+)?\s?%(?: [^,;.\d%]{2,20})?(?:[,;]| và) \1 [^,;.\d%]{2,30} \d{1,2}",
    re.IGNORECASE,
)
_RATE_OF = Pattern(r"\b[Tt][ỷỉ] lệ (?P<of>[^.;,\d%]{2,40}?)(?: chỉ)?(?: là| chiếm| đạt| ở mức|:)? $")
_TOTAL = Pattern(r"\b[Tt]ổng\b[^.;,\d]{0,60}$")
_NOUN_BEHIND = Pattern(r"[\d.,]+((?: [^\W\d_]+){1,5})")
# "Tổng kinh phí 30 tỷ đồng, trong đó Bên A bảo đảm 60% (18 tỷ đồng)".
_GROWN = Pattern(r"\b(?:tăng|giảm|vượt|hụt|so với)\b[^.;\d]{0,20}$")
_SO_MANY = Pattern(r",? (?:tức|tương đương|hay|bằng)(?: là| với| khoảng)? ")
_AMOUNT_AHEAD = Pattern(r" ?\((?:là |tức |tương đương |khoảng )?")
# "Tỉnh cấp 60%, doanh nghiệp đối ứng 40% tổng kinh phí".
_OF_TOTAL = Pattern(r" (?:của )?tổng (?:kinh phí|vốn|số vốn|chi phí|mức đầu tư|dự toán)\b")
_MOST_BETWEEN = 45

CASES = (
    ("sum_mismatch", "Viện đã mở lớp cho 245 học viên. Số học viên là nữ chiếm 40%, tức {89|98} người."),
    (
        "sum_mismatch",
        "Tổng kinh phí dự kiến 30 tỷ đồng, trong đó Bên A bảo đảm 60% (18 tỷ đồng), Bên B bảo đảm 40% ({14|12} tỷ đồng).",
    ),
    (
        "sum_mismatch",
        "Cả tỉnh có 172 điểm tiêm; trẻ em được tiêm mũi 2 đạt 98%. Phát ra 500 phiếu, thu về 430 phiếu, đạt tỷ lệ {68%|86%}.",
    ),
    (
        "sum_mismatch",
        "Có 38% là hợp tác xã, 24% là doanh nghiệp, 35% là hộ kinh doanh{|, còn lại là tổ hợp tác}, chia theo số chủ thể.",
    ),
)


def check_shares(case: Case) -> Iterator[Record]:
    """Percentages against the part and the whole of their sentence, and the shares of one whole against a hundred."""
    cued, told = cued_blocks(case, _PERCENT), case.view(told_percentages)
    for place, block, _ in case.numbered:
        before: Span | None = None
        for sentence in case.layout.sentences_of(place) if block.body.start in cued else ():
            words = case.plain[sentence.start : sentence.end]
            if "%" in words and not any(sentence.start <= place < sentence.end for place in told):
                terms = _terms(case, sentence)
                earlier = _terms(case, before) if before is not None else []
                told_before = case.words(before) if before is not None else ""
                yield from _of_parts(case, words, sentence.start, (earlier, terms), told_before)
                yield from _of_hundred(case, words, sentence.start, terms)
                yield from _with_amount_behind(case, words, sentence.start, terms, earlier)
            before = sentence


def _terms(case: Case, sentence: Span) -> list[Term]:
    words = case.plain[sentence.start : sentence.end]
    return [term for term in counted(case, words, sentence.start) if not case.is_taken(term.span.start)]


def _of_parts(case: Case, words: str, shift: int, terms: tuple[list[Term], list[Term]], earlier_words: str) -> Iterator[Record]:
    before, here = terms
    for place, share in enumerate(here):
        if not share.percent or not place or here[place - 1].percent or share.value > _HUNDRED:
            continue
        named = _named(words, shift, here[: place + 1])
        if named is not None:
            record = _judged(case, named[0], share, named[1])
            if record is not None:
                yield record
            continue
        if _BASE_BEHIND.match(words, share.span.end - shift):
            continue  # "bằng 0,4% chi ngân sách địa phương (9.000 tỷ đồng)"
        part = here[place - 1]
        if _ORDINAL.search(words, 0, part.span.start - shift):
            continue
        between = words[part.span.end - shift : share.span.start - shift]
        after = words[share.span.end - shift :][:_MOST_BETWEEN]
        if not _TIED.fullmatch(between) or _OF_ELSE.match(after) or _CHANGE.search(between):
            continue
        if _ATTAINED.search(between) and _PLANNED.search(f"{earlier_words} {words}"):
            continue  # "tổng chi đạt 78% dự toán; chi thường xuyên 3.900 tỷ đồng, đạt 59%": each of its own plan
        wholes = [
            term
            for at, term in enumerate(here[: place - 1])
            if _may_hold(term, part) and not (_TAKES in between and _is_share(words, shift, here, at))
        ]
        if part.unit is not None and not any(term.percent for term in before if not _OUT_OF.match(words)):
            # a bare number may be no count at all: "trẻ em tiêm mũi 2 đạt 98,2%"; what has a share itself is a part
            wholes = wholes or [term for term in before if _may_hold(term, part)]
        if _OF_PLAN.match(after):
            wholes = [term for term in wholes if _PLAN.search(case.plain, max(0, term.span.start - 70), term.span.start)]
        record = _judged(case, part, share, wholes)
        if record is not None:
            yield record


def _with_amount_behind(case: Case, words: str, shift: int, here: list[Term], earlier: list[Term]) -> Iterator[Record]:
    """The shares of the one total of a sentence that each have their amount in brackets behind; of the sentence before `40%, tức 98 người`."""
    if len(here) == 2 and here[0].percent and not _GROWN.search(words, 0, here[0].span.start - shift):
        so = _SO_MANY.fullmatch(words, here[0].span.end - shift, here[1].span.start - shift)
        wholes = [term for term in earlier if _may_hold(term, here[1])]
        record = _judged(case, here[1], here[0], wholes) if so and len(wholes) == 1 else None
        if record is not None:
            yield record
    totals = [term for term in here if not term.percent and _TOTAL.search(words[: term.span.start - shift])]
    if len(totals) != 1 or totals[0].hedged:
        return
    for share, part in pairwise(here):
        glued = _AMOUNT_AHEAD.fullmatch(words, share.span.end - shift, part.span.start - shift)
        grown = _GROWN.search(words, 0, share.span.start - shift)
        if (
            share.percent
            and not part.percent
            and glued
            and not grown
            and share.span > totals[0].span
            and is_kin(totals[0], part)
        ):
            record = _judged(case, part, share, totals)
            if record is not None:
                yield record


def _is_share(words: str, shift: int, terms: list[Term], place: int) -> bool:
    """Whether a count has a share of its own behind it, and so is a part itself: `14 người là nữ, chiếm 28%; 5 người trẻ, chiếm 10%`."""
    term, following = terms[place], terms[place + 1]
    return following.percent and _TIED.fullmatch(words[term.span.end - shift : following.span.start - shift]) is not None


def _named(words: str, shift: int, terms: list[Term]) -> tuple[Term, list[Term]] | None:
    """The part that the last share of `terms` names and what it may be a part of: `nợ quá hạn 1,8 tỷ đồng, tỷ lệ nợ quá hạn 5%`."""
    share = terms[-1]
    lead = words[: share.span.start - shift]
    named = _RATE_OF.search(lead)
    if named is None:
        return None
    label = named["of"].casefold()
    known = [term for term in terms[:-1] if not term.percent]
    parts = [
        term
        for place, term in enumerate(known)
        if f" {label} " in f" {_own_words(words, shift, known, place)} " and term.span.end - shift <= named.start()
    ]
    if len(parts) != 1:
        return None
    wholes = [term for term in known if term is not parts[0] and _may_hold(term, parts[0])]
    total = [term for term in wholes if _TOTAL.search(words[: term.span.start - shift])]
    return (parts[0], total if len(total) == 1 else wholes) if wholes else None


def _own_words(words: str, shift: int, known: list[Term], place: int) -> str:
    """The words of its clause before a figure and its noun."""
    term = known[place]
    start = known[place - 1].span.end - shift if place else 0
    before = re.split(r"[,;:.]\s", words[start : term.span.start - shift])[-1]
    noun = _NOUN_BEHIND.match(words, term.span.start - shift)
    return " ".join(f"{before} {noun[1] if noun else ''}".casefold().split())


def _may_hold(whole: Term, part: Term) -> bool:
    return not whole.percent and whole.value >= part.value > 0 and is_kin(whole, part) and not whole.hedged


def _judged(case: Case, part: Term, share: Term, wholes: list[Term]) -> Record | None:
    """The finding on a share of one of `wholes`; a fault only where there is one that it can be meant of."""
    said = range_of(f"{share.value:f}".replace(".", ","), percent=True).or_cut_off()
    exact = [_HUNDRED * part.value / whole.value for whole in wholes]
    fitting = next((whole for whole, one in zip(wholes, exact, strict=True) if said.low <= one <= said.high), None)
    whole = fitting or (wholes[0] if len(wholes) == 1 else None)
    if whole is None:
        return None
    span = Span(whole.span.start, share.span.end)
    note = f"{shown(part.value)}/{shown(whole.value)} = {shown(round(_HUNDRED * part.value / whole.value, 2))}%"
    if fitting:
        return passed(f"{note}, đúng với {shown(share.value)}% văn bản ghi.", [span])
    if part.hedged or share.hedged or whole.value == part.value:
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(share.value)}%: {quoted(case.words(span))}.", [span])


def _are_a_row(words: str, count: int, sum_: Decimal) -> bool:
    """Whether a whole sentence, or what its colon opens, is a row of short labels with their shares, which go beyond a hundred."""
    row = _ROW.fullmatch(words.rpartition(": ")[2].rstrip(" ."))
    return row is not None and words.count("%") == count and sum_ > _HUNDRED


def _of_hundred(case: Case, words: str, shift: int, terms: list[Term]) -> Iterator[Record]:
    """The shares of one whole that a sentence gives one after another."""
    shares = [term for term in terms if term.percent]
    if shares and "còn lại" in words[shares[-1].span.end - case.sentence(shares[-1].span).start :]:
        return  # `38% là hợp tác xã, 24% là doanh nghiệp, còn lại là tổ hợp tác`
    two = len(shares) == _FEWEST - 1 and (
        _TWO_ALIKE.search(words) is not None
        or (_OF_TOTAL.match(case.plain, shares[1].span.end) is not None and shares[0].value + shares[1].value > _HUNDRED)
    )
    if not (two or _FEWEST <= len(shares) <= _MOST) or _CHANGE.search(words):
        return
    told = (
        words.count(_TAKES) >= len(shares) - 1
        or _OF_ONE.search(words)
        or (two and (_OWNS.search(words) or _OF_TOTAL.match(case.plain, shares[1].span.end)))
    )
    if not told and not _are_a_row(words, len(shares), sum((share.value for share in shares), Decimal(0))):
        return
    apart = [case.plain[one.span.end : other.span.start] for one, other in pairwise(shares)]
    if any(len(between) > _MOST_BETWEEN or "trong đó" in between or "(" in between for between in apart):
        return
    sum_ = sum((share.value for share in shares), Decimal(0))
    if OVERLAPPING.search(words) or (sum_ < _HUNDRED and _REST.search(words, shares[-1].span.end - shift)):
        return
    finest = min(int(share.value.as_tuple().exponent) for share in shares)
    rounding = len(shares) * Decimal("0.5").scaleb(finest) if finest < 0 or len(shares) > _FEWEST else Decimal(1)
    if abs(sum_ - _HUNDRED) <= rounding or not _LOW <= sum_ <= _HIGH or any(share.hedged for share in shares):
        return
    span = Span(shares[0].span.start, shares[-1].span.end)
    arithmetic = " + ".join(f"{shown(share.value)}%" for share in shares)
    yield fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}%, không bằng 100%: {quoted(case.words(span))}.", [span])
