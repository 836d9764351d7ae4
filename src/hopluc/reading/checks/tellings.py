"""Tellings (điều được nêu): every figure of a document with what it is a figure of, in one store for all checks that compare them.

A telling is a value with the words that say what it counts or measures: the noun phrase behind it, the words before it in its clause,
the label of its row. What two tellings of one thing must agree in, their years, rounds and names, is told apart from these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, SURE_NUMBERS
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.meaning import EMPTY, said_in
from hopluc.reading.checks.numbers import is_hedged
from hopluc.reading.document import Span
from hopluc.reading.kept import kept
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import CAPITAL, WORD, YEAR, Pattern, in_small

# A word that begins with a capital and does not begin a sentence.
NAME = Pattern(rf"(?<=[^\W.!?:\n“] ){CAPITAL}[^\W\d_]+")
# What an amount is told in is no word of what it is an amount of.
_UNITS = frozenset("nghìn ngàn triệu tỷ tỉ đồng usd eur vnd vnđ euro đô la mỹ phần trăm".split())
_STOPS = ".;:!?\n\t"
# Where the noun phrase behind a number ends.
_ENDS = frozenset(
    "và với cho tại trong do ở về từ có là trên đến vào theo để mà nhằm gồm bằng bởi như hoặc nhưng thì cùng đều cũng còn đã đang sẽ chưa "
    "đạt phải cần góp sau trước khi tham giữ này đó ấy nói nêu kể không so tương chiếm tăng giảm qua ra lên xuống giờ nay".split()
)
# What names of figures begin with.
_HEADS = frozenset(("số", "tỷ", "mức", "tổng"))
_SPELLED = Pattern(
    rf"\s?(?<!\w)(?<!hứ )(?P<number>{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in SURE_NUMBERS)}|Năm) (?P<noun>(?!năm|tháng|ngày|giờ|lần|mươi|trăm|nghìn|triệu|tỷ|phần|học)[^\W\d_]+)"
)
_SPELLED_STARTS = cues(*(f" {word} " for word in SURE_NUMBERS), *(f"{word.capitalize()} " for word in NUMBERS))
# A number that is no year and no part of a date.
_FIGURE = Pattern(r"(?<![\d/.,-])(?!(?:19|20)\d\d(?!\d|[.,]\d))\d[\d.,]*(?![\d/-])")
# "số lao động có việc làm mới là 381 người": what is counted is named before the figure.
_COUNT_OF = Pattern(r"\b[Ss]ố (?:lượng )?(?P<noun>[^\W\d_]+)[^.;:,\n]{0,70}(?: là|:| đạt) $")
_COUNT_ENDS = (" là ", ": ", " đạt ", " là \n", ": \n", " đạt \n")  # what every match of it ends with
# These are looked for in small letters.
_ROUND = in_small(
    r"\b(?:thứ (?:nhất|hai|ba|tư)|(?:đợt|giai đoạn|vòng|quý|khóa|kỳ|lần|học kỳ|hợp phần|nhóm|loại|hạng|vụ|tuần) (?:thứ )?(?:[1-9]\d{0,2}\b|[ivx]{1,4}\b|một\b|hai\b|ba\b|tư\b|xuân|hè|mùa|đông|thu)|(?:6|9|sáu|chín) tháng|tháng \d{1,2}|"
    r"đầu (?:năm|vụ|kỳ|nhiệm kỳ)|cuối (?:năm|vụ|kỳ|nhiệm kỳ)|cùng kỳ|năm (?:ngoái|trước|nay|sau|đầu)|trước đây|cấp (?:tỉnh|cơ sở|bộ|thành phố|huyện|nhà nước|quốc gia))\b"
)
_UNTIL = Pattern(r"\b(?:(?<=[Đđ]ến )ngày \d{1,2}/\d{1,2}|hết (?:ngày \d{1,2}/\d{1,2}|năm|quý|tháng)|cuối (?:năm|quý|tháng))\b")
# A figure of an earlier time, told without being compared with: `Năm trước Trung tâm mở 11 lớp`.
_EARLIER = in_small(
    r"(?P<than>\b(?:so với|hơn|bằng|như)\b[^.;,\n]{0,24}?)?\b(?:cùng kỳ|(?:năm|kỳ|khóa|nhiệm kỳ|tháng|quý) trước|năm ngoái|trước đây|trước đó)\b(?! khi| (?:năm|kỳ) trước)"
)
_STATE = in_small(
    r"\b(?:dự kiến|kế hoạch|phấn đấu|mục tiêu|chỉ tiêu|sẽ|ước|đề nghị|đề xuất|yêu cầu|tối đa|tối thiểu|không quá|ít nhất|trở lên|phải|cần)\b"
)
# What a heading says over that which is still to be done; a plan's own title says nothing of what stands in it.
_PLANS = Pattern(
    r"\b(?:PHƯƠNG HƯỚNG|[Pp]hương hướng|NHIỆM VỤ,? (?:GIẢI PHÁP )?(?:TRỌNG TÂM )?NĂM|[Nn]hiệm vụ (?:trọng tâm )?năm|(?<=\d\. )[Kk]ế hoạch (?:công tác )?năm|(?<=[IV]\. )KẾ HOẠCH NĂM)\b"
)
_RESULTS = Pattern(r"\b(?:KẾT QUẢ|[Kk]ết quả|TÌNH HÌNH|[Tt]ình hình|ĐÁNH GIÁ|[Đđ]ánh giá)\b")
# Of two figures between which something is to rise, the first is that of today.
_AT_PRESENT, _RISES = Pattern(r"\b[Tt]ừ $"), Pattern(r"[^.;,\d\n]{0,30} (?:lên|xuống)\b")
# Right before a figure: it is a part, an addition, a difference, or one of several.
_PART = in_small(
    r"\b(?:ngoài(?: ra)?|mỗi|từng|thêm|tăng|giảm|còn lại|còn|bình quân|trung bình|vượt|khác|tiếp|lũy kế|(?:một|0?1) trong|cũng|đầu tiên|chênh lệch|hơn|kém|chừng|mới chỉ|nữa)\b[^.;:,]{0,14}$"
)
# `trong đó 6 báo cáo`, `là 1 trong 7 quốc gia`.
_PORTION = in_small(r"\b(?:trong đó|riêng)\b[^.;:,]{0,14}$|\b(?:một|1|01) trong (?:số )?$")
_PORTIONED = ("trong đó, ", "trong đó có ", "trong số đó")  # `Trong đó, huyện Hòa Lộc có 27 gian hàng của 15 đơn vị`
_FAR_PORTION = 90
_PART_BEHIND = Pattern(r"(?: [^\W\d_]+){0,3} (?:khác|nữa|còn lại|trở lên|trở xuống|tiếp theo|bổ sung|đầu tiên)\b")
_ALL = in_small(r"\b(?:cả|toàn bộ|tất cả|tất cả các|trong (?:tổng )?số|cả thảy) $")
_TAKEN_UP = in_small(r"\b(?:với|đối với|về nhu cầu|từ|của|cho|các|nhận|đủ|trong|tại|theo|hết|trả|số) $")
_POINTS_BACK = in_small(
    r"[^.;:!?\n]{0,60}?\b(?:nói trên|nêu trên|kể trên|nêu tại|nói tại|ghi tại|vừa nói|đã nêu|vừa nêu|vừa qua|này|ấy|trên đây|theo đề nghị|hiện nay|hiện có)\b"
)
_WITH = in_small(r"(?:^|[.,:;!?\n] ?)(?:với|đối với|về|như vậy,?|sau) [^.;:,\d\n]{0,50}$")
_OPENING = Pattern(
    r"(?:^|[.!?:;]\s+|\n\s*|[-–*•+]\s)(?:(?:[Nn]hư vậy|[Cc]ó thể nói|[Nn]ay|[Hh]iện|[Nn]hưng|[Vv]à|[Tt]heo [^,;.\n]{2,40}),? ?)?(?:với |đối với |cả )?$"
)
_QUOTED_FROM = Pattern(r"^\s*(?:[Tt]heo|[Cc]ăn cứ) [^,]*,")
_PER = Pattern(
    r"(?: (?!(?:ấy|này|đó|trên|là|có|được|từng|của|cho)\b)[^\W\d_]+){0,3}?(?:/| một | mỗi | trên một |/một )(?P<per>[^\W\d_]+)"
)
_CLAUSE_END = Pattern(r"[,;:(]| (?:do|để|nhằm|theo|từ|ngày|được|sẽ|có|là) ")
_ROMAN = Pattern(r"[IVX]+")
NONE, SOME, ALL = range(3)
_DIMENSIONS = frozenset("dài rộng cao sâu dày nặng".split())
_GIVEN = Pattern(r"\b(?:duyệt|giao|cấp|dự toán|kế hoạch|phân bổ|bố trí|cam kết|đăng ký)\b")
_USED = Pattern(r"\b(?:quyết toán|giải ngân|chi|sử dụng|thực hiện|thanh toán|nghiệm thu|hoàn thành|cho vay|thu được)\b")
_BACK, _AHEAD = 110, 90
_FAR, _NEAR = 200, 60
_FEW_WORDS, _FEWEST = 9, 2
# What the keys of lengths of time begin with.
_LENGTH = "#"


@dataclass(frozen=True, eq=False)
class Telling:
    """A figure where it stands: `key` what must be the same to compare it (noun, currency, `%`), `span` that of the whole figure."""

    case: Case
    key: str
    value: Decimal
    span: Span
    number: Span
    spelled: bool = False

    @kept
    def sentence(self) -> Span:
        """The sentence it stands in."""
        return self.case.sentence(self.span)

    @kept
    def digits(self) -> str:
        """Its digits in order of size."""
        return "".join(sorted(c for c in self.case.plain[self.number.start : self.number.end] if c.isdigit()))

    @kept
    def _before(self) -> str:
        """The words of its clause before it, the label of its row where it stands alone in its cell."""
        plain, start = self.case.plain, self.number.start
        low = max(0, start - _BACK)
        words = plain[low:start]
        cut = max(words.rfind(mark) for mark in _STOPS)
        if cut >= 0 and not words[cut + 1 :].strip(" (-*•+") and words[cut] in "\t\n:":
            return words[:cut].rpartition("\n")[2]
        return words[cut + 1 :]

    @kept
    def before(self) -> tuple[str, ...]:
        """The words that lead to it, none from before the figure before it."""
        words = _FIGURE.split(self._before)[-1]
        return tuple(WORD.findall(words.rpartition(", ")[2].casefold() if ", " in words else words.casefold()))

    @kept
    def behind(self) -> list[str]:
        """The words behind its number, up to the next stop or figure."""
        ahead = self.case.plain[self.number.end : self.number.end + _AHEAD]
        end = next((at for at, c in enumerate(ahead) if c in ".;:!?\n\t,()" or c.isdigit()), len(ahead))
        return WORD.findall(ahead[:end].casefold())

    @kept
    def phrase(self) -> tuple[str, ...]:
        """The noun phrase behind it: what it counts, and which of these."""
        words = self.behind
        end = next((at for at, word in enumerate(words) if at and word in _ENDS), len(words))
        return tuple(words[: min(end, _FEW_WORDS)])

    @kept
    def done(self) -> frozenset[str]:
        """What is said right behind that phrase to have been done: `48 đoàn đã đón`."""
        rest = self.behind[len(self.phrase) :]
        return frozenset(rest[1:2]) - EMPTY if rest[:1] in (["đã"], ["được"]) else frozenset()

    @kept
    def what(self) -> frozenset[str]:
        """The words of meaning that say what it is a figure of: the phrase behind it, or where that says little the one before it."""
        words = frozenset(self.phrase[:1] if self.dimension else self.phrase) - EMPTY
        if len(words - _UNITS if self.is_amount else words) < _FEWEST + self.is_amount:
            words |= frozenset(self.named) - EMPTY
        return words - _UNITS if self.is_amount else words

    @property
    def named(self) -> tuple[str, ...]:
        """The words before it that name what it is a figure of: `số hộ dùng nước sạch`, or else those of its noun phrase."""
        words = self.before
        heads = [at for at, word in enumerate(words) if word in _HEADS]
        if heads:
            return words[heads[-1] :]
        lead = next((at for at, word in enumerate(reversed(words)) if word in _ENDS and at), len(words))
        return words[len(words) - lead :]

    @property
    def dimension(self) -> str:
        """What a length or a weight right behind it is: `dài`, `sâu`; empty for other figures."""
        return self.before[-1] if self.is_amount and self.before[-1:] and self.before[-1] in _DIMENSIONS else ""

    @kept
    def stage(self) -> str:
        """Whether money is told as given (`duyệt`, `giao`) or as used (`quyết toán`); empty where neither or both are said."""
        words = " ".join(self.before)
        given, used = _GIVEN.search(words), _USED.search(words)
        return "" if bool(given) == bool(used) else "given" if given else "used"

    @property
    def is_amount(self) -> bool:
        """Whether it is money, a share, or so much of a measure: what it is of stands before it as often as behind."""
        return (
            self.key[0] == _LENGTH
            or self.key in ("%", "ha", "tấn", "km", "m", "m2", "m3", "kg", "tạ", "mw", "kwh")
            or self.key.isupper()
        )

    @kept
    def said(self) -> frozenset[str]:
        """The words of meaning by which it is told: those that lead to it and those of the phrase."""
        return (frozenset(self.before) | frozenset(self.phrase)) - EMPTY - _UNITS

    @kept
    def own(self) -> frozenset[str]:
        """The words of meaning of its sentence, and of the label of its row."""
        return said_in(f"{self.told} {self._before}")

    @kept
    def block(self) -> Block | None:
        """The block it stands in."""
        place = self.case.layout.at(self.span.start)
        return None if place is None else self.case.layout.blocks[place]

    @kept
    def lead(self) -> Span:
        """The words of its paragraph before its sentence, as far as they are near."""
        start = self.sentence.start if self.block is None else self.block.body.start
        return Span(min(self.sentence.start, max(start, self.sentence.start - _FAR)), self.sentence.start)

    def around(self, other: "Telling") -> frozenset[str]:
        """The words of meaning about it: of its sentence, the one before and the heading above, as far as these are not the other's."""
        heading, words = self._heading
        near = self.own if heading.overlaps(other.sentence) else self.own | words
        return near if self.lead.overlaps(other.sentence) else near | self._lead_words

    @kept
    def _lead_words(self) -> frozenset[str]:
        return said_in(self.case.plain[self.lead.start : self.lead.end])

    @property
    def heading_words(self) -> frozenset[str]:
        """The words of meaning of the heading it stands under."""
        return self._heading[1]

    @kept
    def _heading(self) -> tuple[Span, frozenset[str]]:
        """The heading it stands under, an empty one where there is none, and its words of meaning."""
        above = self.case.layout.section_of(self.span.start)[-1:]
        span = above[0].span if above else Span(0, 0)
        return span, said_in(self.case.plain[span.start : span.end])

    @kept
    def told(self) -> str:
        """Its sentence."""
        return self.case.plain[self.sentence.start : self.sentence.end]

    @kept
    def clause(self) -> str:
        """Its clause: from the stop before it in its sentence to the one behind it, a comma being one there."""
        plain, (start, end) = self.case.plain, self.sentence
        low = max(start, *(plain.rfind(stop, start, self.span.start) + 1 for stop in ";:"))
        ends = [at for stop in (";", ":", ", ") if (at := plain.find(stop, self.span.end, end)) >= 0]
        return plain[low : min(ends, default=end)]

    @kept
    def years(self) -> frozenset[str]:
        """The years its clause names, or else its sentence."""
        return frozenset(YEAR.findall(self.clause) or YEAR.findall(self.told))

    @kept
    def rounds(self) -> frozenset[str]:
        """What its clause names to tell one of several like things from the others."""
        return frozenset(_ROUND.findall(self.clause.lower()))

    @kept
    def until(self) -> frozenset[str]:
        """Until when its clause tells it: `đến ngày 30/6`, `hết năm`."""
        return frozenset(found.casefold().split()[-1] for found in _UNTIL.findall(self.clause))

    @kept
    def is_earlier(self) -> bool:
        """Whether its clause tells it of an earlier time: `Năm trước Trung tâm mở 11 lớp`."""
        return any(not found["than"] for found in _EARLIER.finditer(self.clause.lower()))

    @kept
    def is_planned(self) -> bool:
        """Whether it is told as planned, asked for or bounded."""
        if _AT_PRESENT.search(self.case.plain, max(0, self.span.start - 4), self.span.start) and _RISES.match(
            self.case.plain, self.span.end
        ):
            return False
        return _STATE.search(self.case.small, self.sentence.start, self.span.end) is not None

    @kept
    def is_to_come(self) -> bool:
        """Whether it stands under a heading of what is still to be done."""
        for block in reversed(self.case.layout.section_of(self.span.start)):
            if _RESULTS.search(self.case.plain, *block.span):
                return False  # of a report that looks back and ahead, too
            if _PLANS.search(self.case.plain, *block.span):
                return True
        return False

    @property
    def is_of_label(self) -> bool:
        """Whether it is an amount that stands right behind a label: `Thời gian thực hiện dự án: 24 tháng`."""
        return self.is_amount and self.case.plain.endswith(": ", 0, self.number.start)

    @kept
    def per(self) -> str:
        """What it is told for one of: `tấn một ngày`, `đồng/kg`."""
        found = _PER.match(self.case.plain, self.number.end) or _PER.match(self.case.plain, self.span.end)
        return found["per"] if found else ""

    @kept
    def is_portion(self) -> bool:
        """Whether it is told as a part of what stands before it."""
        start = max(self.sentence.start, self.span.start - 40)
        opened = self.case.small.startswith(_PORTIONED, self.sentence.start)
        if opened and self.number.start - self.sentence.start < _FAR_PORTION:
            return True
        return _PORTION.search(self.case.small, start, self.number.start) is not None

    @kept
    def is_part(self) -> bool:
        """Whether it is a difference, what is left or added, or so much for each."""
        start = max(self.sentence.start, self.span.start - 40)
        return (
            _PART.search(self.case.small, start, self.number.start) is not None
            or _PART_BEHIND.match(self.case.plain, self.number.end) is not None
        )

    @kept
    def names(self) -> frozenset[str]:
        """The proper names that stand before it in its clause or in its phrase, in small letters; whom it is quoted from is none."""
        low = max(
            self.sentence.start, *(self.case.plain.rfind(stop, self.sentence.start, self.span.start) + 1 for stop in ";:")
        )
        before = _QUOTED_FROM.sub("", self.case.plain[low : self.span.start])
        behind = self.case.plain[self.number.end : self.number.end + _AHEAD].split(",")[0]
        found = NAME.findall(before) + [name for name in NAME.findall(behind) if name.casefold() in self.phrase]
        return frozenset(name.casefold() for name in found if not _ROMAN.fullmatch(name)) - EMPTY

    @kept
    def owners(self) -> frozenset[str]:
        """The proper names behind it in its clause: whose, or where."""
        behind = self.case.plain[self.number.end : min(self.sentence.end, self.number.end + _AHEAD)]
        return frozenset(name.casefold() for name in NAME.findall(_CLAUSE_END.split(behind)[0])) - EMPTY

    @kept
    def definite(self) -> int:
        """How surely it is told of those named before: `cả 12 huyện` (2), `với 12 huyện`, a sentence that begins with it (1), or not (0)."""
        plain, small = self.case.plain, self.case.small
        low = max(0, self.number.start - 40)
        if _ALL.search(small, low, self.number.start) or _POINTS_BACK.match(small, self.span.end):
            return ALL
        label = plain[low : self.number.start].rpartition("\n")[2]
        if label.endswith(": ") and self.key in label.casefold():
            return NONE  # the value of a label that names it
        if (
            _TAKEN_UP.search(small, low, self.number.start)
            or _OPENING.search(plain, low, self.number.start)
            or _WITH.search(small, max(0, self.number.start - _NEAR), self.number.start)
        ):
            return SOME
        return NONE


def tellings(case: Case) -> dict[str, list[Telling]]:
    """Every exact figure of a document, in order, by what must be the same to compare it."""
    return case.view(_tellings)


def _tellings(case: Case) -> dict[str, list[Telling]]:
    by_key: dict[str, list[Telling]] = {}
    for telling in sorted(_all(case), key=lambda telling: telling.span):
        by_key.setdefault(telling.key, []).append(telling)
        start = telling.span.start
        counted = case.plain.endswith(_COUNT_ENDS, 0, start)
        named = _COUNT_OF.search(case.plain, max(0, start - _BACK), start) if counted else None
        if named is not None and named["noun"] != telling.key:
            by_key.setdefault(named["noun"].casefold(), []).append(telling)
    return by_key


def _all(case: Case) -> Iterator[Telling]:
    plain = case.plain
    for fact in case.found.of("quantity"):
        value = fact.value
        if value.number is None or value.qualifier or is_hedged(plain, fact.span.start):
            continue
        number = Span(fact.span.start, _number_end(plain, fact.span))
        unit = "%" if value.percent else (value.unit or "").split(" ")[0].strip(",").casefold()
        if unit:
            yield Telling(case, f"{_LENGTH}{unit}" if value.duration else unit, value.number, fact.span, number)
    for fact in case.found.of("money"):
        value = fact.value
        if value.amount is not None and not value.qualifier and not is_hedged(plain, fact.span.start):
            yield Telling(case, value.currency, Decimal(value.amount), fact.span, Span(fact.span.start, fact.span.end))
    for found in cued(case, _SPELLED_STARTS, _SPELLED):
        start, end = found.span("number")
        if not is_hedged(plain, start) and not case.is_taken(start):
            value = Decimal(NUMBERS[found["number"].lower()])
            yield Telling(case, found["noun"].casefold(), value, Span(start, found.end()), Span(start, end), spelled=True)


def _number_end(plain: str, span: Span) -> int:
    end = span.start
    while end < span.end and (plain[end].isdigit() or plain[end] in ".,"):
        end += 1
    return end
