"""Terms (số hạng): the numbers that a breakdown divides a total into, each with what it counts."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern, matches_at

# The first digit goes first, so that a search skips to it.
NUMBER = r"\d(?<![\w.,/-]\d)(?:\d{0,2}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{0,8}(?:,\d{1,3})?)(?![\w/-]|[.,]\d)"
_SCALE = r"(?:\s{1,2}(?P<scale>nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
# The same where nobody asks which: behind a number that is only set beside another.
SCALE = r"(?:\s(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
_UNIT = r"(?:\s{1,2}(?P<unit>[^\W\d_]{1,12}(?:(?:\s{1,2}|/|,\s)[^\W\d_]{1,12}){0,5}))?"
_TERM = Pattern(rf"(?P<number>{NUMBER})(?P<percent>\s?%)?{_SCALE}{_UNIT}")
# Blanks are never given back: a bracket that is blanked out leaves hundreds of them.
_LEAD = r"(?:\s*+(?:và|còn lại(?:\s+(?:là|có))?|có|gồm|với|là|khoảng|gần|hơn|trên|:))*\s*+"
_STARTS_WITH_NUMBER = Pattern(rf"{_LEAD}(?={NUMBER})")
_NEXT_LEADING = Pattern(rf"(?:[,;]\s*+(?:và\s++)?| và\s++)(?={_LEAD}{NUMBER})")
_NEXT_STARTS = (",", ";", " và")
_LABELLED = Pattern(
    rf"^(?P<label>[^:\n]{{1,120}}?)(?P<colon>\s*:|\s+(?:là|có|đạt|chiếm)\b)?\s*(?P<number>{NUMBER})(?P<percent>\s?%)?{_SCALE}{_UNIT}\s*\.?$"
)
# What makes a number inexact, right before it.
_HEDGE = Pattern(
    r"\b(?:khoảng|gần|hơn|trên|dưới|xấp xỉ|ước (?:tính|khoảng)|ngót|tối thiểu|tối đa|ít nhất|không quá|không dưới|đến)\s*$",
    re.IGNORECASE,
)
_HEDGE_ENDS = tuple("khoảng gần hơn trên dưới xỉ tính ngót thiểu đa nhất quá đến".split())  # what every match of it ends with
# A number after one of these names or dates something and counts nothing.
_NAMING = Pattern(
    r"\b(?:(?<!tổng )(?<!Tổng )(?<!dân )(?<!Dân )(?<!rong )(?<!con )(?<!Con )số|điều|khoản|(?<!danh )(?<!Danh )mục|năm|tháng|ngày|quý|thứ|lần|khóa|giai đoạn|đợt|bước|phần|cấp|loại|nhóm|hạng|khu|tổ|phường|quận|đường|"
    r"lớp|khối|bảng|(?<!mô )(?<!Mô )(?<!loại )hình|phụ lục|chương|trang|tuần|top|version|covid|nghị quyết|quyết định|thế kỷ|(?<!đầu )(?<!cuối )kỳ|vùng|tầng|phòng)$",
    re.IGNORECASE,
)
# What every match of it ends with: looking for these first spares looking with the pattern.
_NAMES_END = tuple(
    "số điều khoản mục năm tháng ngày quý thứ lần khóa đoạn đợt bước phần cấp loại nhóm hạng khu tổ phường quận đường lớp khối bảng hình "
    "lục chương trang tuần top version covid quyết định kỷ kỳ vùng tầng phòng".split()
)
# What follows a bare number and says which of the counted things are meant: `20 cấp tỉnh`, `5 từ Sở Y tế`.
_QUALIFIER = Pattern(
    r"(?:và|hoặc|là|cấp|thuộc|về|của|do|ở|tại|từ|trong|ngoài|đã|đang|chưa|được|loại|xếp|ngành(?= \w)|lĩnh vực|hệ|bậc|khối|quốc tế|nước ngoài|xuất sắc|khá|giỏi|đạt|"
    r"không đạt|trung ương|địa phương|công lập)\b"
)
_SIGN = Pattern(r"([()“”])")
_YEAR_IN_LABEL = Pattern(r"\bnăm (?:19|20)\d\d\b")
# The word goes first, so that a search skips to it.
_AND_LABEL = Pattern(r"(?P<cut> và )(?<=[^\W\d] và )(?=[^\W\d][^\d]{0,60}\d)")
_BETWEEN_WORDS = Pattern(r"[\s/,]+")
_CUTS = {mark: Pattern(rf"({mark}\s)") for mark in ",;"}
CURRENCY = Pattern(r"(?:đồng|đ|VNĐ|VND|USD|EUR|Euro|đô la)\b", re.IGNORECASE)
# No rank goes higher: what follows `cấp` beyond it was given out, `đã cấp 76 giấy chứng nhận`.
_MOST_RANKS = 5
_LAST_YEAR = 2100
_MILLIONS = 6
_GIVEN = ("cấp", "loại")
# What names years and articles, and counts beyond any of them: `năm 5.600 triệu đồng`, `sản lượng điều 24.000 tấn`.
_LIKE_NAMES = ("năm", "điều")
_TIMES = frozenset("năm tháng ngày giờ phút giây tuần quý tuổi".split())
# How many words may name what an amount of money goes to, or a bare number counts.
_LONGEST_LABEL, _LONGEST_BARE_LABEL = 12, 5
SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
# Nouns of one syllable: the word after them is no part of the noun.
_SHORT_NOUNS = frozenset(
    "đồng usd eur ha km kg tấn người nam nữ lớp khóa cuộc bài tỉnh xã huyện quận nước trường viện sở giải đoàn bộ hộ máy cây con ca "
    "suất gian buổi phiên".split()
)
PEOPLE = Pattern(
    r"(?:lượt )?(?:người|cán bộ|thành viên|ủy viên|đại biểu|học viên|sinh viên|chuyên gia|tiến s[ĩỹ]|thạc s[ĩỹ]|kỹ sư|giáo sư|phó giáo sư|"
    r"cử nhân|biên chế|nam|nữ|chủ tịch|phó chủ tịch|thư ký|ủy viên thư ký|giảng viên|lao động|nhà khoa học|lãnh đạo|chuyên viên|bác s[ĩỹ]|công chức|viên chức|nhân viên|công nhân|nông dân|học sinh|kỹ thuật viên|thợ|hộ lý|y tá|điều dưỡng|cộng tác viên|tình nguyện viên|giáo viên|nghiên cứu viên|đồng chí)\b"
)


_RANK = Pattern(r"\b(?:thứ(?: hạng)?|hạng|vị trí|xếp|đứng)(?: là| ở)?[: ]*$", re.IGNORECASE)
_RANK_LEAD = 20


class Term(NamedTuple):
    """A number and what it counts: `unit` as far as the words after it go, None where there is none; `label` what stands before it.

    `hedged` where the words say that it is no exact number (`gần 130 tỷ đồng`); `scale` the zeros that `triệu` or `tỷ` stands for.
    """

    span: Span
    value: Decimal
    unit: str | None
    scaled: bool = False
    percent: bool = False
    label: str | None = None
    hedged: bool = False
    scale: int = 0

    @property
    def head(self) -> str | None:
        """The counted noun without `lượt`: what units are compared by."""
        return head(self.unit)

    @property
    def counts_people(self) -> bool:
        """Whether people are counted, under whatever name."""
        return bool(self.unit and PEOPLE.match(self.unit))

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money; millions and billions of nothing are money."""
        return self.currency is not None

    @property
    def currency(self) -> str | None:
        """The first word of its currency; `đồng` for what is told in millions or billions alone."""
        if self.unit is None:
            return "đồng" if self.scale >= _MILLIONS else None
        return _currency(self.unit)

    @property
    def is_fraction(self) -> bool:
        """Whether it is written with decimals, as what is rounded is."""
        exponent = int(self.value.as_tuple().exponent)
        return exponent < 0 or (self.scaled and exponent % 3 != 0)

    def counts_alike(self, other: "Term") -> bool:
        """Whether what the other counts is a kind of what this one counts: `182 đơn` and `150 đơn nhãn hiệu`."""
        if self.head is None or other.head is None:
            return self.head == other.head
        return other.head == self.head or other.head.startswith(f"{self.head} ")


@lru_cache(maxsize=1024)
def _currency(unit: str) -> str | None:
    """The currency a unit begins with; None where it begins with none."""
    return unit.split(maxsplit=1)[0].partition("/")[0].strip(",") if CURRENCY.match(unit) else None


@lru_cache(maxsize=1024)
def _first_syllable(unit: str) -> str:
    """The first syllable of a unit, in small letters."""
    return unit.split(maxsplit=1)[0].strip(",/").casefold()


@lru_cache(maxsize=1024)
def head(unit: str | None) -> str | None:
    """The noun a unit begins with: its first two syllables, or one where the noun is that short; `lượt` is left out."""
    if not unit:
        return None
    words = _BETWEEN_WORDS.split(unit.casefold())
    if words[0] == "lượt" and len(words) > 1:
        words = words[1:]
    short = words[0] in _SHORT_NOUNS or (words[0] == "đơn" and words[1:2] != ["vị"])
    return words[0] if short or len(words) == 1 else f"{words[0]} {words[1]}"


def is_kin(total: Term, part: Term) -> bool:
    """Whether a part may be counted towards a total: money of one currency, nouns with one first syllable, people, bare numbers.

    Millions of a noun (`12 triệu con`) are compared by the noun as other numbers are.
    """
    currency, other = total.currency, part.currency
    if currency is not None or other is not None:
        return currency == other
    if (total.scaled or part.scaled) and (total.unit is None or part.unit is None):
        return False
    if part.unit is None:
        return not part.is_fraction or total.is_fraction
    if total.unit is None:
        return False
    same = _first_syllable(total.unit) == _first_syllable(part.unit)
    return same or (total.counts_people and part.counts_people)


def decimal(written: str) -> Decimal:
    """A number as Vietnamese writes it: `1.200` is 1200, `12,5` is 12.5."""
    return Decimal(written.replace(".", "").replace(",", "."))


def is_hedged(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is said to be inexact: `gần`, `khoảng`, `trên`."""
    low = max(0, start - 14)
    return text[low:start].rstrip().lower().endswith(_HEDGE_ENDS) and _HEDGE.search(text, low, start) is not None


def _term(match: re.Match[str], shift: int, label: str | None = None) -> Term:
    value = decimal(match["number"])
    if match["scale"]:
        value = value.scaleb(SCALES[match["scale"]])
    unit = None if match["unit"] and _QUALIFIER.match(match["unit"]) else match["unit"]
    start, end = match.start("number"), match.end("number")
    if match["percent"]:
        end = match.end("percent")
    elif unit:
        words = unit.split(" ")
        most = 3 if words[0] == "lượt" else 1 if words[0].endswith(",") or CURRENCY.match(unit) else 2
        end = match.start("unit") + len(" ".join(words[:most]).rstrip(","))
    hedged = is_hedged(match.string, start)
    return Term(
        Span(shift + start, shift + end),
        value,
        unit,
        bool(match["scale"]),
        bool(match["percent"]),
        label,
        hedged,
        SCALES.get(match["scale"] or "", 0),
    )


def is_count(text: str, match: re.Match[str]) -> bool:
    """Whether the number counts something: it names no article, year or class, and no stretch of time."""
    start = match.start()
    if text.startswith("]", match.end("number")) and text.endswith("[", 0, start):
        return False  # a note: `theo thống kê [1]`
    low = max(0, start - 14)
    lead = text[low:start].rstrip()
    before = low + len(lead)
    told = match["scale"] or match["percent"] or not lead.lower().endswith(_NAMES_END)
    named = None if told else _NAMING.search(text, low, before)
    if named and not text.endswith(("mỗi ", "Mỗi "), 0, named.start()):
        given = text.endswith(_GIVEN, 0, before) and match["unit"] is not None
        given = given or (text.endswith(_LIKE_NAMES, 0, before) and decimal(match["number"]) > _LAST_YEAR)
        if not given or decimal(match["number"]) <= _MOST_RANKS:
            return False
    return not (match["unit"] and match["unit"].split()[0].rstrip(",") in _TIMES)


@lru_cache(maxsize=16)
def masked(text: str) -> str:
    """The text with what stands in brackets and quotation marks blanked out, of the same length."""
    if "(" not in text and "“" not in text:
        return text
    out, depth, quote = [], 0, False
    for part in _SIGN.split(text):
        if part == "(":
            depth += 1
        elif part == "“":
            quote = True
        out.append(" " * len(part) if depth or quote else part)
        if part == ")":
            depth = max(0, depth - 1)
        elif part == "”":
            quote = False
    return "".join(out)


def counts(text: str, shift: int) -> list[Term]:
    """Every number in `text` that counts something, in order, its unit as far as it goes."""
    return [_term(match, shift) for match in _TERM.finditer(text) if is_count(text, match)]


def last_count(text: str, shift: int) -> Term | None:
    """The last number in `text` that counts something, its unit as far as it goes; None where there is none."""
    found = None
    for match in _TERM.finditer(text):
        if is_count(text, match):
            found = match
    return _term(found, shift) if found else None


def terms(text: str, shift: int) -> list[Term]:
    """The terms that the whole of `text` falls into, in order; empty where it does not fall into terms.

    Either each begins with its number (`12 đơn vị miền Bắc, 7 đơn vị miền Nam`) or each ends with it (`miền Bắc: 12; miền Nam: 7`).
    """
    flat = masked(text)
    if _STARTS_WITH_NUMBER.match(flat):
        return _leading(flat, shift)
    return _labelled(flat, shift)


def of_item(text: str, shift: int) -> Term | None:
    """The one number of an item of a list: the one it ends with or begins with, or the only one it holds; None where it is not known."""
    flat = masked(text).rstrip(" .;,\n")
    known = [term for term in counts(flat, shift) if not term.percent]
    ends = _LABELLED.match(flat)
    if ends and ends["colon"] and is_count(flat, ends):
        return _term(ends, shift, label=ends["label"].strip())
    money = [term for term in known if term.is_money]
    return money[0] if len(money) == 1 else known[0] if len(known) == 1 else None


def _leading(flat: str, shift: int) -> list[Term]:
    found, start = [], 0
    for cut in chain(matches_at(_NEXT_STARTS, _NEXT_LEADING, flat), (None,)):
        part = flat[start : cut.start() if cut else len(flat)]
        lead = _STARTS_WITH_NUMBER.match(part)
        match = _TERM.match(part, lead.end()) if lead else None
        if match is None or not is_count(part, match):
            return []
        found.append(_term(match, shift + start, label=part[: match.start()].strip(" ,;:") or None))
        start = cut.end() if cut else start
    return found


def _labelled(flat: str, shift: int) -> list[Term]:
    mark = ";" if ";" in flat else ","
    found, start = [], 0
    for part in _label_parts(flat.rstrip(" .;"), mark):
        if part.strip() and part.strip() != mark:
            bare = part.lstrip()
            match = _LABELLED.match(bare.rstrip())
            if match is None or not _is_label(match):
                return []
            found.append(_term(match, shift + start + len(part) - len(bare), label=match["label"].strip()))
        start += len(part)
    return found


def _label_parts(flat: str, mark: str) -> list[str]:
    """The text cut at its marks, marks kept; the last part also at an `và` between two labelled numbers."""
    parts: list[str] = _CUTS[mark].split(flat) if mark in flat else [flat]
    last = parts[-1]
    for cut in _AND_LABEL.finditer(last):
        before = last[: cut.start()]
        if any(c.isdigit() for c in before):
            return [*parts[:-1], before, mark + " ", "   "[: len(cut["cut"]) - 2] + last[cut.end() :]]
    return parts


def _is_label(match: re.Match[str]) -> bool:
    label = match["label"].strip()
    if match["unit"] and match["unit"].split()[0] in _TIMES:
        return False
    if match["colon"]:
        return True
    most = _LONGEST_LABEL if match["scale"] else _LONGEST_BARE_LABEL
    bare = _YEAR_IN_LABEL.sub("", label) if match["scale"] else label
    return len(bare.split()) <= most and not any(c.isdigit() for c in bare) and not _NAMING.search(bare)


def is_rank(text: str, start: int) -> bool:
    """Whether the number that begins at `start` is a place in an order: of `xếp thứ 3/63 tỉnh, đạt 91%` it is no part."""
    return _RANK.search(text, max(0, start - _RANK_LEAD), start) is not None


def is_slip(total: Term, parts: Sequence[Term], sum_: Decimal) -> bool:
    """Whether one digit of the total, or of one of the parts, makes the difference, or two digits that changed places."""
    wanted = [(total.value, sum_), *((part.value, part.value + total.value - sum_) for part in parts)]
    return any(_by_digits(*pair) for pair in wanted)


def _by_digits(told: Decimal, meant: Decimal) -> bool:
    one, other = f"{told.normalize():f}", f"{meant.normalize():f}"
    if meant <= 0 or not len(one) == len(other) > 1:
        return False
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(wrong) == 2 and wrong[1] - wrong[0] <= 2 and sorted(one) == sorted(other)
    return len(wrong) == 1 or swapped
