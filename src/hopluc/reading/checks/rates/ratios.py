"""Shares (tỷ lệ): parts greater than their whole, percentages against their own fraction, shares that should make a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, Term, decimal, is_hedged, is_rank, terms
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_AMOUNT = r"(?:\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,9}(?:,\d{1,3})?)(?![\d-]|[.,]\d)(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
_BARE = r"[^\d()%,;.:\n]{0,60}"
_PERCENT = (
    rf"(?:\(|,)\s*(?:(?:đạt|chiếm|bằng|tức|tương đương|tỷ lệ|tỉ lệ|khoảng|gần|trên|hơn|=)\s+){{0,4}}(?P<percent>{NUMBER})\s?%$"
)
# What a percentage that ends here is the share of, in the ways a sentence sets part and whole beside it.
_SHARES = (
    # Before the percentage stand part and whole: 17/20 đơn vị; 12,6 tỷ đồng/15 tỷ đồng; 17 trên tổng số 20 đơn vị.
    Pattern(
        rf"(?<![\w./,-])(?P<part>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{0,6}}?\s?(?:/\s?|trên tổng số |trên tổng |trong tổng số |trong số )"
        rf"(?P<whole>{_AMOUNT})(?P<unit>{_BARE}){_PERCENT}"
    ),
    # Góp 6 tỷ đồng trong tổng vốn 15 tỷ đồng, tức 40%.
    Pattern(
        rf"(?<![\w./,-])(?P<part>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{1,3}} trong tổng [^\d()%,;.:\n]{{0,24}}(?P<whole>{_AMOUNT})"
        rf"(?P<unit>{_BARE}){_PERCENT}"
    ),
    # 21 trên 28 nhiệm vụ.
    Pattern(rf"(?<![\w./,-])(?P<part>{_AMOUNT}) trên (?P<whole>{_AMOUNT})(?P<unit>{_BARE}){_PERCENT}"),
    # The whole goes before: trong 48 sáng kiến có 36 sáng kiến của giáo viên.
    Pattern(
        rf"\b[Tt]rong (?:tổng số |số |tổng )?(?P<whole>{_AMOUNT})(?P<unit>[^\d()%;.:\n]{{3,80}}?)\bcó (?P<part>{_AMOUNT}){_BARE}{_PERCENT}"
    ),
)
_SHARE_AHEAD = Pattern(
    rf"(?P<percent>{NUMBER})\s?%(?P<unit>[^\d();:.,\n]{{0,50}})\((?P<part>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{0,2}}?/(?P<whole>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{0,3}}\)"
)
# 40% cây giống, tức 320 nghìn cây trong số 800 nghìn cây.
_SHARE_TOLD = Pattern(
    rf"(?P<percent>{NUMBER})\s?%(?P<unit>[^\d();:.\n]{{0,50}}?),? (?:tức|hay|tương đương)(?: là)? (?P<part>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{0,3}}? (?:trong tổng số|trong số|trên tổng số|/) ?(?P<whole>{_AMOUNT})"
)
_PLANNED = Pattern(
    rf"\b(?:[Kk]ế hoạch|[Dd]ự toán|[Cc]hỉ tiêu)(?: được)?(?: giao)?(?: là| đề ra)? (?P<whole>{_AMOUNT})(?P<unit>(?:\s[^\W\d]{{1,12}}){{0,3}}), (?:đã )?(?:thực hiện|giải ngân|đạt)(?: được)? "
    rf"(?P<part>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{0,3}}{_PERCENT}"
)
# Without one of these no percentage stands behind its part and whole, or behind its plan; nor before them.
_PARTED = ("/", " trên ", "rong ")
_PLANS_BEGIN = ("ế hoạch", "ự toán", "ỉ tiêu", "ục tiêu")
_AHEAD = ((("(",), _SHARE_AHEAD), ((" tức ", " hay ", " tương đương "), _SHARE_TOLD))
# An amount, the share of a plan it makes, and the plan in brackets.
_OF_PLAN = Pattern(
    rf"(?<![\w./,-])(?P<part>{_AMOUNT})(?:\s[^\W\d]{{1,12}}){{0,3}}(?:,| \()\s?(?:đạt|bằng) (?P<percent>{NUMBER})\s?% (?:so với )?(?P<unit>kế hoạch|dự toán|chỉ tiêu|mục tiêu|tổng [^()\d.;,\n]{{2,24}}?)[^()\d.;\n]{{0,20}}\(?(?:là |giao )?(?P<whole>{_AMOUNT})(?!\s?%)"
)
_OF_WHAT = Pattern(r" (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|tổng )")
_PLANS = ("kế hoạch", "chỉ tiêu", "dự toán")
_BEYOND = Pattern(r"\b(?:vượt|kế hoạch|chỉ tiêu|dự toán)\b")
_HUNDRED = Pattern(r"\b(?:cơ cấu|tỷ trọng|tỉ trọng|phân bố|phân bổ)\b", re.IGNORECASE)
_SHARED = Pattern(r"(?:ơ cấu|ỷ trọng|ỉ trọng|hân b[ốổ])\b")
_HUNDRED_STARTS = cues("ơ cấu", "ỷ trọng", "ỉ trọng", "hân bố", "hân bổ")
_CHANGE = Pattern(r"\b(?:tăng|giảm|so với)\b")
_BRACKET = Pattern(r"\((?:gồm|trong đó|cụ thể)?:?\s*(?P<inside>[^()\n]{6,400}%[^()\n]{0,200})\)")
_LISTED = Pattern(r"[^\d.;:()\n]{0,60}(?::|\blà|\bgồm)\s*(?P<inside>[^.;()\n]{6,300}?%)(?=[.;\n]|\s*$)", re.MULTILINE)
_PERCENTS = Pattern(r"(\d{1,3}(?:,\d{1,2})?)\s?%")
_LEFT = "còn lại"
# The percentage that is left stands right behind these words, or right before them.
_LEFT_BEHIND = Pattern(r"còn lại\b[^%.;\n\d]{0,40}?\d{1,3}(?:,\d{1,2})?\s?%")
_LEFT_BEFORE = Pattern(r"%\s(?:số )?$")
_ANOTHER = Pattern(r"\b(?:trong đó|so với|đạt|bằng)\b")
_ALL = Decimal(100)
_ROUNDING = Decimal("0.5")
_FEWEST = 2
_BEFORE = 40
_REACH, _LONGEST = 170, 8
# The number of provinces and centrally run cities, oneself among them: since 1997, 2004, 1/8/2008 (Resolution 15/2008/QH12)
# and 1/7/2025 (Resolution 202/2025/QH15).
_WITH_ALL = Pattern(
    r"với(?:\s+(?:các|cả|tất cả))?\s+(?P<count>(?P<number>61|64|63|34)(?:/(?P=number))?\s+tỉnh(?:,\s*|/|\s+và\s+)(?:thành phố|thành|TP)?)"
)
_EXCHANGE = Pattern(r"\b(?:trao đổi|kết nối|hợp tác|liên kết|phối hợp|ký kết|quan hệ|chia sẻ)\b", re.IGNORECASE)
_LOCAL = Pattern(r"\b(?:Sở|Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Thành ủy|Tỉnh ủy)\b")
_NATIONAL = Pattern(r"\b(?:Bộ|Cục|Vụ|Tổng cục|Viện Hàn lâm|Chính phủ|Quốc hội|Trung ương|Việt Nam|cả nước ta)\b")


def check_ratios(case: Case) -> Iterator[Record]:
    """Numerators above their denominators, percentages beside their fraction, shares of a whole, and counts that count oneself."""
    yield from _above_one(case)
    yield from case.view(_beside_fraction)
    yield from case.view(_summed_to_hundred)
    yield from _with_oneself(case)


def _above_one(case: Case) -> Iterator[Record]:
    for fact in case.found.of("quantity"):
        part, whole = fact.value.numerator, fact.value.denominator
        if part is None or whole is None or part <= whole or (part, whole) == (24, 7):
            continue
        around = case.plain[max(0, fact.span.start - 60) : fact.span.end + 40]
        if not _BEYOND.search(around):
            note = f"{quoted(fact.quote)}: phần ({shown(part)}) lớn hơn toàn bộ ({shown(whole)})."
            yield fault("sum_mismatch", note, [fact.span])


def told_percentages(case: Case) -> list[int]:
    """Where the percentages end that have been judged."""
    records = (*case.view(_beside_fraction), *case.view(_summed_to_hundred))
    return [span.end - 1 for record in records for span in record.evidence]


def _summed_to_hundred(case: Case) -> list[Record]:
    return [*_of_hundred(case), *_with_the_rest(case)]


def _beside_fraction(case: Case) -> list[Record]:
    return list(_find_beside_fraction(case))


def _find_beside_fraction(case: Case) -> Iterator[Record]:
    """Percentages beside the part and the whole that they are the share of."""
    for _, block, text in case.numbered:
        place = text.find("%")
        if place < 0:
            continue
        parted, planned = any(map(text.__contains__, _PARTED)), any(map(text.__contains__, _PLANS_BEGIN))
        aheads = [pattern for words, pattern in _AHEAD if any(map(text.__contains__, words))]
        if not (parted or planned or aheads or " tổng " in text):
            continue
        while place >= 0:
            start = max(0, place - _REACH)
            window = text[start : place + 1]
            near = parted and any(map(window.__contains__, _PARTED))
            patterns = _SHARES if near else (_PLANNED,) if planned else ()
            found = next((match for pattern in patterns if (match := pattern.search(window))), None)
            ahead = None
            for pattern in () if found else aheads:
                ahead = ahead or pattern.search(text, max(0, place - _LONGEST), place + _REACH)
            record = _share(case, found, block.body.start + start) if found else None
            ahead = ahead or (_OF_PLAN.search(text, start, place + _REACH) if _OF_WHAT.match(text, place + 1) else None)
            record = _share(case, ahead, block.body.start) if ahead and ahead.start() <= place < ahead.end() else record
            if record is not None:
                yield record
            place = text.find("%", place + 1)


def _share(case: Case, found: re.Match[str], shift: int) -> Record | None:
    part, whole, span = range_of(found["part"]), range_of(found["whole"]), Span(shift + found.start(), shift + found.end())
    beyond = found["unit"].strip() in _PLANS
    if (
        not 0 < part.value <= (2 * whole.value if beyond else whole.value)
        or case.is_taken(span.start)
        or case.is_taken(shift + found.start("whole"))
        or is_rank(case.plain, span.start)
    ):
        return None
    if found["part"].split()[1:] != found["whole"].split()[1:]:
        return None
    exact, said = part.over(whole).times(Decimal(100)), range_of(found["percent"], percent=True).or_cut_off()
    note = f"{shown(part.value)}/{shown(whole.value)} = {shown(round(exact.value, 2))}%"
    if exact.meets(said):
        return passed(f"{note}, đúng với {shown(said.value)}% văn bản ghi.", [span])
    beside = found.string[found.end("part") : found.start("whole")].strip() == "trên"
    hedged = any(is_hedged(found.string, found.start(name)) for name in ("part", "percent", *(() if beside else ("whole",))))
    if hedged or (_BEYOND.search(found["unit"]) and not beyond):
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(said.value)}%: {quoted(case.words(span))}.", [span])


def _of_hundred(case: Case) -> Iterator[Record]:
    """Shares in brackets that are all percentages and nearly make, or are said to make, a hundred."""
    for found in [*_BRACKET.finditer(case.plain), *_told_shares(case)] if "%" in case.plain else ():
        parts = terms(found["inside"], found.start("inside"))
        if len(parts) < 2 or not all(part.percent for part in parts) or _CHANGE.search(found["inside"]):
            continue
        sum_ = sum((part.value for part in parts), Decimal(0))
        arithmetic = " + ".join(f"{shown(part.value)}%" for part in parts)
        said = _HUNDRED.search(case.plain, max(0, found.start() - 120), found.start()) is not None
        yield from _hundred(case, parts, sum_, arithmetic, said=said)


def _told_shares(case: Case) -> Iterator[re.Match[str]]:
    """Shares that a sentence lists after a colon: `Cơ cấu nguồn vốn: ngân sách 45%, doanh nghiệp 40%, khác 15%`."""
    for found in cued(case, _HUNDRED_STARTS, _SHARED):
        listed = _LISTED.match(case.plain, found.end())
        if listed:
            yield listed


def _hundred(case: Case, parts: list[Term], sum_: Decimal, arithmetic: str, *, said: bool) -> Iterator[Record]:
    span = Span(parts[0].span.start, parts[-1].span.end)
    rounding = Decimal(len(parts)) * Decimal("0.5").scaleb(min(int(part.value.as_tuple().exponent) for part in parts))
    if abs(sum_ - 100) <= (rounding if sum_ != 100 else 0):
        yield passed(f"{arithmetic} = {shown(sum_)}%, khớp 100% (kể cả làm tròn).", [span])
    elif len(parts) > 2 and (said or 95 <= sum_ <= 105) and 60 <= sum_ <= 160:
        yield fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}%, không bằng 100%: {quoted(case.words(span))}.", [span])


def _with_the_rest(case: Case) -> Iterator[Record]:
    """Percentages of one thing that end with what is left: `lần đầu 40%, lần hai 30%, số còn lại 30%`."""
    plain, at = case.plain, case.plain.find(_LEFT)
    while at >= 0:
        behind = _LEFT_BEHIND.match(plain, at)
        end = behind.end() if behind else at if _LEFT_BEFORE.search(plain, max(0, at - 5), at) else None
        sentence = case.sentence(Span(at, at + len(_LEFT)))
        at = plain.find(_LEFT, at + 1)
        known = list(_PERCENTS.finditer(plain, max(sentence.start, end - _REACH), end)) if end else []
        if len(known) < _FEWEST:
            continue
        span = Span(known[0].start(), known[-1].end())
        words = plain[max(sentence.start, span.start - _BEFORE) : span.end]
        if _CHANGE.search(words) or _ANOTHER.search(words):
            continue
        shares = [decimal(share[1]) for share in known]
        sum_ = sum(shares, Decimal(0))
        arithmetic = " + ".join(f"{shown(share)}%" for share in shares)
        if sum_ == _ALL:
            yield passed(f"{arithmetic} = 100%.", [span])
        elif abs(sum_ - _ALL) > _ROUNDING:
            yield fault("sum_mismatch", f"{arithmetic} = {shown(sum_)}%, không bằng 100%: {quoted(case.words(span))}.", [span])


def _is_local(plain: str) -> bool:
    """Whether a text names bodies of a province more than once."""
    first = _LOCAL.search(plain)
    return first is not None and _LOCAL.search(plain, first.end()) is not None


def _with_oneself(case: Case) -> Iterator[Record]:
    """A province that exchanges something with as many provinces as there are, itself among them."""
    for found in _WITH_ALL.finditer(case.plain):
        span = Span(*found.span("count"))
        sentence = case.sentence(span)
        before = case.plain[sentence.start : found.start()]
        if not _EXCHANGE.search(before) or _NATIONAL.search(before) or not _is_local(case.plain):
            continue
        number = int(found["number"])
        note = f"{number} là số tất cả các tỉnh, thành phố, gồm cả địa phương của văn bản; với các địa phương khác chỉ có thể là {number - 1}"
        yield fault(
            "count_doubt",
            f"{note}: {quoted(case.words(sentence))}.",
            [Span(max(sentence.start, found.start() - 120), span.end)],
        )
