"""Quantities (số lượng): digits with the head of the counted noun phrase; ranges, ratios and percentages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hopluc.errors import NotAnAmount
from hopluc.money import NUMBER, parse_number, scaled
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.mentions.bases import (
    CLOSES,
    base_of_share,
    bracketed_noun,
    clause_before,
    label_before,
    listed_label,
    noun_in,
)
from hopluc.reading.mentions.hedges import hedge_after, hedge_before
from hopluc.reading.mentions.labels import COUNTS, NAMES, ONLY_NOUN, is_calendar, is_clock, is_year, judge, words_before
from hopluc.reading.mentions.nouns import (
    CLASSIFIER,
    GUESS,
    MEASURE,
    NOUN,
    TIME,
    VERBAL,
    Head,
    guess_at,
    head_at,
    share_at,
    symbol_at,
)
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Quantity(Value):
    """What is counted (`unit`, as written; None where the words name none) and how many.

    Exactly one of: `number`; `min` with or without `max`; `numerator` with `denominator`. `percent`: the number is a share of
    the unit. `qualifier` is the hedge as written outside the span (`gần`, `hơn`, `ít nhất`). `duration`: the unit is time.
    """

    unit: str | None
    number: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    percent: bool = False
    qualifier: str | None = None
    duration: bool = False

    def as_json(self) -> dict[str, Any]:
        numbers = {name: _number(getattr(self, name)) for name in ("number", "min", "max", "numerator", "denominator")}
        words = {"qualifier": self.qualifier, "duration": self.duration or None}
        return {
            "unit": self.unit,
            "percent": self.percent,
            **{name: value for name, value in (numbers | words).items() if value is not None},
        }

    def brief(self) -> str:
        if self.numerator is not None:
            number = f"{_number(self.numerator)}/{_number(self.denominator)}"
        elif self.number is not None:
            number = str(_number(self.number))
        else:
            number = f"{_number(self.min)}..{_number(self.max)}"
        return f"{number}{'%' if self.percent else ''} {self.unit or '-'}"


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


# One pass over the digits. The look back stands after the first digit, so that the scan can skip to digits; possessive
# repeats keep it linear. A number that goes on a date, a symbol or another number is none.
_REST = r"(?:[0-9]{0,2}(?: [0-9]{3})++(?![0-9.,]*+[0-9])|[0-9]*+(?:[.,][0-9]++)*+)"
_SCALE = r"(?: (?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|trăm|chục)(?![^\W\d_])){1,2}"
_NUMERAL = Pattern(
    rf"(?P<figures>[0-9](?:(?<!\w[0-9])|(?<=tăng[0-9]|giảm[0-9]))(?<![0-9][.,:/-][0-9])(?<![^\W\d_][/_&@-][0-9]){_REST})"
    rf"(?:(?P<first> ?%)?(?P<join> ?[-/] ?| đến | tới | hoặc )(?P<second>[0-9]{_REST}))?"
    rf"(?P<scale>{_SCALE})?(?:(?P<percent> ?%| phần trăm)|(?P<next> {{0,2}}|\n)(?=[^\W\d_]|[°ºµ]))?"
)
_ELLIPTIC = Pattern(
    rf"(?<![\w.,/:-])({NUMBER})(?: ?%)?(?:, | và | hoặc | lên | lên đến | lên tới | lên thành | xuống | xuống còn | còn | thành )$"
)
_DIGIT = Pattern("[0-9]")
_SO = Pattern(r" (?:tổng số|số lượng|số) ")
_SAYS = ("là ", "đạt ", "còn ", "lên ", "bằng ", "xuống ", "được ")
_RANKS = frozenset("thứ hạng trí xếp đứng đạt".split())
_COUNT = Pattern(r"(?i:(?<!\w)số )")
_GOES_ON = Pattern(r"[-/:.]\w|,[0-9]")
_BELONGS, _IN_NAME = 1, 2
_THOUSANDS = Pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}")


def _is_long(noun: str) -> bool:
    """Whether letters that touch the digits are a noun beyond doubt and no code: `120đại biểu`."""
    return " " in noun or len(noun) > 3


_SOME = "số "  # `1 số hàng hóa`: some
_MOST_FIGURES, _MOST_APART = 20, 400


def find_quantities(document: Document, found: Found) -> Iterator[Fact]:
    """Every number that counts or measures, with the head of what it counts, in order.

    Dates, periods, sums, legal references and the names of organisations keep their digits; numbers that name (articles,
    years, grades, addresses) and numbers in words are none.
    """
    plain = document.plain
    taken = _taken(document, found)
    counter = _Counter(plain, taken)
    for written in _NUMERAL.finditer(plain):
        start = written.start()
        if taken[start] and (taken[start] == _BELONGS or symbol_at(plain, written.end()) is None):
            continue
        for span, value, certain in counter.read(_without_item_number(plain, written)):
            qualifier = hedge_before(plain, span.start) or hedge_after(plain, span.end)
            said = replace(value, qualifier=qualifier) if qualifier else value
            yield Fact("quantity", span, document.quote(span), said, certain)


def _without_item_number(plain: str, written: re.Match[str]) -> re.Match[str]:
    """The numeral after the number of a heading that looks like a ratio with it: `5/ 6 tháng cuối năm`."""
    if written["join"] == "/ " and plain[written.start() - 1 : written.start()] in ("", "\n"):
        return _NUMERAL.match(plain, written.start("second")) or written
    return written


def _taken(document: Document, found: Found) -> bytearray:
    """A mark on every character whose digits belong to something else; the name of an organisation or person does so
    loosely, for it may have run on into a measure (`cách trung tâm 12 km`)."""
    taken = bytearray(len(document.text) + 1)
    spans = [fact.span for kind in ("date", "period", "money", "legal_reference") for fact in found.of(kind)]
    names = [Span(fact.span.start + 1, fact.span.end) for kind in ("organisation", "person") for fact in found.of(kind)]
    for mark, marked in ((_IN_NAME, names), (_BELONGS, (*spans, *document.furniture))):
        for start, end in marked:
            taken[start:end] = bytes((mark,)) * (end - start)
    return taken


Read = tuple[Span, Quantity, bool]
Numbers = tuple[Decimal | None, Decimal | None, Decimal | None]


class _Counter:
    """Reads one numeral after the other, and remembers the last noun counted for the numbers that inherit it."""

    def __init__(self, plain: str, taken: bytearray) -> None:
        self.plain = plain
        self.taken = taken
        self.last = Span(0, 0)
        self.unit: str | None = None

    def read(self, written: re.Match[str]) -> list[Read]:
        """The quantities that one numeral gives: none, itself, or itself and the elliptic ones before it."""
        if len(written[0]) > 3 * _MOST_FIGURES or (
            written["percent"] is None and written["next"] is None and not written["join"]
        ):
            return self._away(written) if len(written[0]) <= _MOST_FIGURES else []
        try:
            read = self._counted(written)
        except NotAnAmount:
            return []
        if read is None:
            return self._away(written) if not written["join"] and not written["percent"] else []
        before = self._elliptic(read)
        self.last = read[0]
        if read[1].unit and not read[1].percent:
            self.unit = read[1].unit
        return [*before, read]

    def _counted(self, written: re.Match[str]) -> Read | None:
        start = written.start()
        if written["second"] and self.taken[written.start("second")]:
            return None
        figures = written["figures"]
        if written["percent"]:
            return self._share(written, figures)
        words = words_before(self.plain, start)
        verdict = judge(words, figures)
        if written["join"] and written["join"].strip() == "/":
            return self._ratio(written, figures, words)
        if written["next"] is None or (verdict == NAMES and symbol_at(self.plain, written.end()) is None):
            return None
        head = self._head(written, words, verdict)
        if head is None or (figures == "1" and self.plain.startswith(_SOME, written.end())):
            return None
        return self._with_head(written, figures, head)

    def _head(self, written: re.Match[str], words: list[str], verdict: str) -> Head | None:
        """The head after the numeral, unless that makes no sense here."""
        plain, place = self.plain, written.end()
        gap = written["next"]
        if not gap:  # letters that touch the digits are a measure, or a code (5G, 3D, 8h30)
            head = symbol_at(plain, place) or (head_at(plain, place) if plain[place : place + 1].islower() else None)
            whole = head is not None and (head.kind in (MEASURE, TIME) or _is_long(plain[place : head.end]))
            return head_at(plain, place) if whole else None
        head = head_at(plain, place)
        if plain[place].isupper() and (head is None or head.kind != MEASURE) and (not words or gap == "\n"):
            return None
        if head is None:
            return guess_at(plain, place) if verdict == COUNTS and gap != "\n" and words else None
        unit = plain[place : head.end].lower()
        if is_clock(plain, words, head.end, unit) or is_calendar(plain, verdict, head.end, unit):
            return None
        if verdict != COUNTS and (head.kind == VERBAL or (plain[place].isupper() and head.kind != MEASURE)):
            return None
        return head

    @staticmethod
    def _grouped(figures: str, head: Head, unit: str) -> str:
        """Figures whose comma groups thousands, as English has it, for what is counted has no parts: `1,240 mẫu`; not before a scale."""
        whole = head.kind in (CLASSIFIER, NOUN) or unit == "mẫu"  # a sample far more often than a field of old
        return figures.replace(",", ".") if whole and _THOUSANDS.fullmatch(figures) else figures

    def _with_head(self, written: re.Match[str], figures: str, head: Head) -> Read | None:
        plain = self.plain
        unit = plain[written.end() : head.end]
        unit = unit if head.kind == MEASURE else unit.lower()
        start, numbers = self._numbers(written, figures if written["scale"] else self._grouped(figures, head, unit))
        if is_year(figures) and numbers[1] is None and head.kind in (TIME, VERBAL, GUESS):
            return None
        return Span(start, head.end), Quantity(unit, *numbers, duration=head.kind == TIME), head.kind != GUESS

    def _numbers(self, written: re.Match[str], figures: str) -> tuple[int, Numbers]:
        """Where the quantity starts, and `number`, `min` and `max` as Quantity takes them."""
        scale = written["scale"] or ""
        first = parse_number(figures)
        if not written["second"]:
            return written.start(), (scaled(first, scale), None, None)
        second = parse_number(written["second"])
        if first < second and not (is_year(figures) and second < 1900):
            return written.start(), (None, scaled(first, scale), scaled(second, scale))
        return written.start("second"), (scaled(second, scale), None, None)

    def _share(self, written: re.Match[str], figures: str) -> Read | None:
        start, numbers = self._numbers(written, figures)
        unit = base_of_share(self.plain, start, written.end())
        return Span(start, written.end()), Quantity(unit, *numbers, percent=True), True

    def _ratio(self, written: re.Match[str], figures: str, words: list[str]) -> Read | None:
        """`14/15 bệnh viện`, `thứ 7/63`, `1/3 số hộ`: not a date, a phone number or a symbol."""
        numerator, denominator = parse_number(figures), parse_number(written["second"])
        if denominator <= 0 or written["scale"] or (denominator == 7 and numerator == 24):
            return None
        plain, end = self.plain, written.end("second")
        value = Quantity(None, numerator=numerator, denominator=denominator)
        before = words[-1].lower() if words else ""
        so = _SO.match(plain, end)
        place = so.end() if so else end + len(written["next"] or "")
        head = None
        verdict = judge(words, figures)
        if written["next"] == " " and verdict == ONLY_NOUN and plain[written.start() - 1 : written.start()] == "(":
            head = share_at(plain, place)  # `Đồng bằng sông Cửu Long (10/13 tỉnh)`
        elif (written["next"] == " " and verdict == COUNTS) or before in _RANKS:
            head = share_at(plain, place) or (guess_at(plain, place) if numerator <= denominator else None)
        if head is not None and written["next"]:
            return Span(written.start(), head.end), replace(value, unit=plain[place : head.end].lower()), head.kind != GUESS
        if before in _RANKS and numerator <= denominator and _GOES_ON.match(plain, end) is None:
            return Span(written.start(), end), value, False
        return None

    def _away(self, written: re.Match[str]) -> list[Read]:
        """A number that stands away from its noun: in brackets after it, after a colon, or at the end of a clause."""
        plain, start = self.plain, written.start()
        before = plain[max(0, start - 6) : start]
        if not before.endswith(("(", ": ", ":", "có ", *_SAYS)):
            return self._in_list(written)
        figures = written["figures"]
        end = start + len(figures)
        if _GOES_ON.match(plain, end) is not None or is_year(figures):
            return []
        if before[-1] == "(":
            unit = bracketed_noun(plain, start) if plain[end : end + 1] == ")" else None
        elif before[-1] == ":" or before[-2:] == ": ":
            unit = self._labelled(start, end)
        elif before.endswith("có "):
            unit = noun_in(clause_before(plain, start).split(", ")[-1]) if CLOSES.match(plain, end) else None
        else:
            unit = self._said(start)
        if unit is None:
            return []
        scale = written["scale"] or ""
        try:
            value = Quantity(unit, number=scaled(parse_number(figures), scale))
        except NotAnAmount:
            return []
        span = Span(start, end + len(scale))
        if unit != self.unit:
            self.last, self.unit = span, unit
        return [(span, value, True)]

    def _in_list(self, written: re.Match[str]) -> list[Read]:
        """An item of a list that tells numbers by labels alone: `nông nghiệp 24; công nghiệp 8`."""
        plain, start = self.plain, written.start()
        figures = written["figures"]
        end = start + len(figures)
        if is_year(figures) or written["scale"] or not listed_label(plain, start, end):
            return []
        between = plain[self.last.end : start] if start - self.last.end < _MOST_APART else "\n"
        unit = self.unit if "\n" not in between else None
        if unit is None:
            return []
        try:
            value = Quantity(unit, number=parse_number(figures))
        except NotAnAmount:
            return []
        return [(Span(start, end), value, False)]

    def _labelled(self, start: int, end: int) -> str | None:
        """The noun of `Giải nhất: 01`; in brackets after a quantity, that quantity's."""
        label = label_before(self.plain, start, end)
        if label is None:
            return None
        between = self.plain[max(self.last.end, start - _MOST_APART) : start]
        near = self.unit is not None and start - self.last.end < _MOST_APART and "\n" not in between
        if near and " (" in between and ")" not in between:
            return self.unit
        return noun_in(label) or (self.unit if near else None)

    def _said(self, start: int) -> str | None:
        """The noun of `số lượng hồ sơ là 35`."""
        clause = clause_before(self.plain, start)
        return noun_in(clause) if _COUNT.search(clause) else None

    def _elliptic(self, read: Read) -> list[Read]:
        """The numbers right before that borrow what is counted: `10, 15 và 20 doanh nghiệp`, `từ 3 lên 48 đơn vị`."""
        plain, start = self.plain, read[0].start
        items: list[Read] = []
        while len(items) < 12 and _DIGIT.search(plain, max(0, start - 14), start):
            found = _ELLIPTIC.search(plain, max(self.last.end, start - 34), start)
            if found is None or self.taken[found.start()] or is_year(found[1]):
                break
            if judge(words_before(plain, found.start()), found[1]) != COUNTS:
                break
            try:
                number = parse_number(found[1])
            except NotAnAmount:  # `024.3943.1234, 8 doanh nghiệp`: a telephone, a code
                break
            value = Quantity(read[1].unit, number=number, percent=read[1].percent, duration=read[1].duration)
            end = found.end(1)
            items.append((Span(found.start(), end), value, True))
            start = found.start()
        return items[::-1]


CASES = (
    "Đào tạo ⟦35 kỹ sư: 35 kỹ sư⟧, công nhân ⟦40 người: 40 người⟧; hỗ trợ ⟦12 quận, huyện: 12 quận, huyện⟧.",
    "Triển khai ⟦7 nhiệm vụ: 07 nhiệm vụ⟧ nghiên cứu, cử ⟦9 lượt cán bộ: 09 lượt cán bộ⟧ sang ⟦2 nước: 2 nước⟧ học tập.",
    "Khảo sát ⟦40 lượt đơn vị: 40 lượt đơn vị⟧, tổ chức ⟦75 cuộc kết nối: 75 cuộc kết nối⟧ và ⟦2 đoàn công tác: 2 đoàn công tác⟧.",
    "Đào tạo ⟦1000..1200 kỹ sư, chuyên gia: 1000 đến 1.200 kỹ sư, chuyên gia⟧ và ⟦3000..5000 lao động: 3.000 - 5.000 lao động⟧.",
    "Mỗi năm cử từ ⟦10..15 cán bộ: 10 đến 15 cán bộ⟧; hỗ trợ ⟦20..30 doanh nghiệp: 20-30 doanh nghiệp⟧ nhỏ và vừa.",
    "Có ⟦14/15 bệnh viện: 14/15 bệnh viện⟧ và ⟦3/3 nhiệm vụ: 03/03 nhiệm vụ⟧ hoàn thành; ⟦1/3 hộ: 1/3 số hộ⟧ thoát nghèo.",
    "Tỉnh Tân Lâm đứng thứ ⟦7/63 tỉnh, thành phố: 7/63 tỉnh, thành phố⟧, tăng ⟦3 bậc: 3 bậc⟧; năm trước xếp thứ 10 cả nước.",
    "Chi ⟦2% tổng chi ngân sách nhà nước: 2%⟧ tổng chi ngân sách nhà nước; ⟦80% hộ dân: 80%⟧ số hộ dân dùng nước sạch.",
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt ⟦98.5% hồ sơ giải quyết đúng hạn: 98,5%⟧; chiếm ⟦5..7% doanh thu: 5 - 7%⟧ doanh thu.",
    "Tìm được ⟦60 công nghệ: 60 công nghệ⟧ (sinh học: ⟦25 công nghệ: 25⟧; môi trường: ⟦15 công nghệ: 15⟧; năng lượng: ⟦20 công nghệ: 20⟧).",
    "Các ủy viên (⟦9 ủy viên: 09⟧): đại diện các sở; Giải nhất: ⟦1 giải nhất: 01⟧; số lượng hồ sơ là ⟦35 hồ sơ: 35⟧.",
    "Trong ⟦3 năm: 3 năm⟧ 2021-2023, thời hạn ⟦15 ngày làm việc: 15 ngày làm việc⟧, ⟦6 tháng: 6 tháng⟧ đầu năm 2024.",
    "Công suất ⟦200 m3/ngày: 200 m3/ngày⟧, diện tích ⟦5.2 ha: 5,2 ha⟧, tuyến đường ⟦12 km: 12 km⟧, điện mặt trời ⟦30 MW: 30MW⟧.",
    "Sản lượng ⟦512000 tấn: 512 nghìn tấn⟧, đón ⟦1200000 lượt khách: 1,2 triệu lượt khách⟧, dân số ⟦1900000 người: 1,9 triệu người⟧.",
    "Thí điểm tại ⟦12 quận, huyện, phường/xã: 12 quận, huyện, phường/xã⟧; trao đổi với ⟦63 tỉnh, thành phố: 63 tỉnh, thành phố⟧.",
    "Nghiệm thu ⟦37 đề tài: 37 đề tài⟧, gồm nông nghiệp ⟦24 đề tài: 24⟧; công nghiệp ⟦8 đề tài: 8⟧; y tế ⟦5 đề tài: 5⟧.",
    "Có ⟦60 đại biểu: 60 đại biểu⟧ dự; trong đó đại biểu trung ương ⟦20 đại biểu: 20⟧, đại biểu các tỉnh ⟦40 đại biểu: 40⟧.",
    "Có ⟦9 đề tài: 9 đề tài⟧, riêng đề tài cấp tỉnh có ⟦5 đề tài: 5⟧ , đề tài cấp cơ sở có ⟦4 đề tài: 4⟧.",
    "Lấy ⟦1240 mẫu: 1,240 mẫu⟧ nước, ⟦1.25 ha: 1,250 ha⟧; thu hút ⟦120 đại biểu: 120đại biểu⟧ (tổng số ⟦57 học viên: 57 học viên⟧ ), ⟦3 kiểm định viên: 3 kiểm định viên⟧, ⟦9 đơn: 9 đơn⟧ sáng chế.\n5/ ⟦6 tháng: 6 tháng⟧ cuối năm",
    "Đi theo Quốc lộ 5, đường số 10; Nhóm 3, tổ 4; Trần Văn An 5, phòng họp 2, tầng 7; tàu Sao Biển 05, tàu Hải Âu 06.",
    "Hỗ trợ ⟦12 doanh nghiệp: 12 doanh nghiệp⟧, tổ chức ⟦5 hội thảo: 5 hội thảo⟧ với hơn ⟦450 đại biểu: 450 đại biểu⟧.",
    "Từ ⟦3 doanh nghiệp: 3⟧ lên ⟦48 doanh nghiệp: 48 doanh nghiệp⟧; lần lượt ⟦10 mô hình: 10⟧, ⟦15 mô hình: 15⟧ và ⟦20 mô hình: 20 mô hình⟧.",
    "Trong số ⟦463 hợp đồng và bản ghi nhớ: 463 hợp đồng và bản ghi nhớ⟧ được ký, ⟦1488000 hồ sơ: 1,488 triệu hồ sơ⟧; ⟦184 đơn vị: 184 đơn vị⟧, đại diện cho ⟦9 huyện, thành, thị: 9 huyện, thành, thị⟧ dự; vùng Sông Mây (⟦10/13 tỉnh, thành: 10/13 tỉnh, thành⟧); Nghị quyết số 01 và 02 năm 2019.",
    "Cả nước có ⟦63 tỉnh, thành: 63 tỉnh, thành⟧, 1 số nơi tăng cao: Tân Lâm (⟦11.5% -: 11,5%⟧) và Vĩnh Hà (⟦10.1% -: 10,1%⟧).",
    "Hai bên cử ⟦2 đồng chí: 2 đồng chí⟧; ⟦3 đồng chủ nhiệm: 3 đồng chủ nhiệm⟧; trong số ⟦4 tiểu dự án: 4 tiểu dự án⟧ có ⟦1 đề án: 01 đề án⟧.",
    "Lắp ⟦4 bộ thiết bị: 04 bộ thiết bị⟧, trồng ⟦2500 cây xanh: 2.500 cây xanh⟧, tặng ⟦30 suất quà: 30 suất quà⟧, in ⟦200 cuốn sách: 200 cuốn sách⟧.",
    "Cơ cấu: nông nghiệp ⟦15% nông nghiệp: 15%⟧, công nghiệp ⟦52% công nghiệp: 52%⟧, dịch vụ ⟦33% dịch vụ: 33%⟧.",
    "Tổng số ⟦35 học viên: 35 học viên⟧, tối đa ⟦50 người: 50 người⟧, ⟦18 người: 18 người⟧ trở lên, gồm ⟦5 sở: 05 Sở⟧ và ⟦2 trường: 02 trường⟧.",
    "Điều 5, khoản 2 Điều 7, Chương 3, Phụ lục 1, Mẫu số 02, Bảng 3, trang 15, Nghị quyết 57, Đề án 06, Chương trình 712.",
    "1. Phạm vi\n2.1. Nhiệm vụ trọng tâm\n1) Đối tượng\n(1) thể chế; (2) hạ tầng\n\t3\n\tXây dựng kế hoạch\n4 Tổ chức thực hiện",
    "Năm 2025, tầm nhìn 2030, đến 2045, giai đoạn 2, quý 3, tháng 12, lần thứ 10, khóa 45, lớp 10, học kỳ 2 năm học tới.",
    "Công nghiệp 4.0, mạng 5G, Covid-19, phòng PB11, TCVN 18091:2020, ISO 9001, Techfest 2022, tàu Biển Đông 05, robot Asimo 2.",
    "Số 12 đường Lê Văn Tám, Quận 3, Quốc lộ 5; ĐT: 0225.3842.999, Fax: 0225 3842 998; mã số thuế 0200123456.",
    "Lúc 8 giờ 30 ngày 12, từ 14 giờ đến 16h00; hai bên, ba đề tài, hàng chục doanh nghiệp, một số viện.",
    "Công văn số 35/SKHCN-QLKH, 125/KH-UBND, Quyết định 1244/QĐ-UBND, xe 15A-123.45, www.vinhha.example/tin/2025/12.",
    "Gọi 024.3943.1234, ⟦8 doanh nghiệp: 8⟧ và ⟦9 doanh nghiệp: 9 doanh nghiệp⟧ đã đăng ký; mã 12.34.5678, ⟦7 hộ: 7 hộ⟧ nhận hỗ trợ.",
)
KIND = Kind("quantity", "số lượng", find_quantities, CASES)
