"""Figures (con số): quantities and sums of money seen alike, and the noun phrase each of them counts."""

import re
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.patterns import Pattern


class Figure(NamedTuple):
    """A number in the text with its unit; money in VND or the currency named, a percentage in `%`."""

    span: Span
    quote: str
    unit: str | None
    number: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    qualifier: str | None = None
    money: bool = False
    percent: bool = False
    duration: bool = False

    @property
    def amounts(self) -> dict[str, Any]:
        """The fields of the value that hold the number, as observations and targets name them."""
        return {"number": self.number, "min": self.min, "max": self.max}


def figures_of(document: Document, found: Found) -> list[Figure]:
    """Every quantity and sum of money, in the order the document says them; a quantity inside a sum is left out."""
    return found.view(document, _gather)


def _gather(document: Document, found: Found) -> list[Figure]:
    sums = [_from_money(fact) for fact in found.of("money")]
    taken = {figure.span.start for figure in sums}
    counts = [_from_quantity(fact) for fact in found.of("quantity") if fact.span.start not in taken]
    figures = sorted([*sums, *counts], key=attrgetter("span"))
    crowd = crowded(document.plain, [figure.span for figure in figures])
    return [figure for figure in figures if figure.span.start not in crowd] if crowd else figures


_CROWD, _ROOM = 16, 240


def crowded(plain: str, spans: Sequence[Span]) -> frozenset[int]:
    """Where those of `spans`, which are in order, begin that run on without the words a statement needs: many figures in little text.

    Cells that lie one line each are no such run.
    """
    crowd: set[int] = set()
    told = 0  # those before it are in the crowd already, or in none
    for place, (first, last) in enumerate(zip(spans, spans[_CROWD - 1 :], strict=False)):
        if last.end - first.start <= _ROOM and plain.find("\n", first.start, last.end) < 0:
            crowd.update(span.start for span in spans[max(place, told) : place + _CROWD])
            told = place + _CROWD
    return frozenset(crowd)


def _from_money(fact: Fact) -> Figure:
    value = fact.value
    number, least, most = (None if sum_ is None else Decimal(sum_) for sum_ in (value.amount, value.min, value.max))
    return Figure(fact.span, fact.quote, value.currency, number, least, most, qualifier=value.qualifier, money=True)


def _from_quantity(fact: Fact) -> Figure:
    value = fact.value
    return Figure(
        fact.span,
        fact.quote,
        "%" if value.percent else value.unit,
        value.number,
        value.min,
        value.max,
        value.numerator,
        value.denominator,
        value.qualifier,
        percent=value.percent or value.unit == "điểm phần trăm",
        duration=value.duration,
    )


_DIGITS = Pattern(r"[\d.,/\s]*(?:(?:-|đến|tới|~)\s*[\d.,]+)?\s*%?\s*(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s+)*")
# Where a counted noun phrase ends: a stop, a conjunction that brings another figure, or a clause of its own.
_PHRASE_STOP = Pattern(
    r"[;:()\[\]\n\t|“”\"]|,(?!(?<=\d,)\d)|\.(?=\s|$)|\s(?=\d[\d.,]*\s?(?:tỷ|tỉ|triệu|nghìn|đồng|%))|\s(?:và|hoặc)\s(?:[^\W\d_]+\s){0,2}(?=\d)|\s-\s(?=(?:tăng|giảm|gấp|bằng|chiếm|đạt|cao|thấp)\b)|\s(?:cho|tại|ở|trên)\s(?:[^\W\d_]+\s){0,2}(?=\d)|\scó(?!\s(?:thể|trình độ|quy mô|kỹ năng))\s"
    r"|/(?=\s?\d|\s?(?:xã|người|ha|năm|hộ|dân|tháng)\b)|\s(?:chưa|đều|vẫn|cũng|tiếp tục)(?=\s(?:đã |đang )?(?:có|được|bị|đạt|tham gia|hoàn thành)\b)|\s(?:(?:đối )?với|gồm|bao gồm|trong đó|nhằm|để|do|đã|đang|sẽ|được|theo|so với|vào|trong(?=\s(?:giai đoạn|năm|thời gian|\d))|(?:đến )?từ|năm \d{4}|giai đoạn|đạt|trị giá|(?:của|thuộc) (?=(?:(?:hơn|gần|trên|khoảng|tới)\s)?\d))\b"
)
LONGEST_PHRASE = 90


def counted_phrase(document: Document, figure: Figure) -> str:
    """The noun phrase after the number, as written: `nhiệm vụ nghiên cứu khoa học và phát triển công nghệ`; empty if none."""
    plain = document.plain
    digits = _DIGITS.match(plain, figure.span.start, figure.span.end)
    start = digits.end() if digits else figure.span.start
    if start == figure.span.end and (plain[start : start + 1] != " " or plain.startswith((" và ", " hoặc "), start)):
        return ""
    return squeezed(document.text[start : phrase_end(document, figure)])


def phrase_end(document: Document, figure: Figure) -> int:
    """Where the counted noun phrase ends; `cuộc kết nối giữa A với B` goes on over its `với`."""
    plain, start = document.plain, figure.span.end
    limit = min(len(plain), start + LONGEST_PHRASE)
    stop = _PHRASE_STOP.search(plain, start, limit)
    if stop and stop[0] == " với" and " giữa " in plain[start : stop.start()]:
        stop = _PHRASE_STOP.search(plain, stop.end(), limit)
    end = stop.start() if stop else limit if limit == len(plain) else plain.rfind(" ", start, limit)
    return max(end, start)


# What is counted only to announce the list that follows: `gồm 4 nội dung: …`, `trên 3 lĩnh vực sau:`.
_LISTED = Pattern(
    r"(?:nhóm )?(?:nội dung|việc(?! làm)|công việc|đầu việc|lĩnh vực|nhiệm vụ|giải pháp|nhóm|vấn đề|mục tiêu|chương|điều|khoản|phần|nguyên tắc|tiêu chí|trụ cột|quan điểm|bước"
    r"|đột phá|yêu cầu|tiêu chuẩn|hình thức|phương diện|khâu|hướng|kiến nghị|đề xuất|ý kiến|trường hợp|hợp phần|nhánh|mảng|hạng mục)\b"
)
# What `trong đó:` opens are parts of a measured whole.
_COLON = Pattern(
    r"\s?\((?:[Bb]ảng|[Bb]iểu|[Pp]hụ lục|[Dd]anh mục|[Cc]ó danh|[Kk]èm|[Cc]hi tiết)\b|(?:(?!trong (?:số )?đó)(?!,(?! (?:cụ thể|gồm|bao gồm|như|đó là|là|tập trung|bảo đảm|đảm bảo|trọng tâm|chủ yếu)\b))[^.;:\d\n]){0,80}:(?!\s*\d+ [^\W\d])"
)


def announces_list(document: Document, figure: Figure) -> bool:
    """Whether the figure only says how long the list behind its colon is, and so measures nothing."""
    return bool(figure.unit and _LISTED.match(figure.unit) and _COLON.match(document.plain, figure.span.end))


_MOST_PAGES = 1_000
_PAPER_UNIT = Pattern(r"(?:bản|trang|điều|chương|khoản|phụ lục)(?: (?:gốc|chính|sao|hồ sơ|thuyết minh))?$")


def is_of_paper(figure: Figure) -> bool:
    """Whether the figure counts copies or parts of the paper itself: `lập thành 04 bản, mỗi bên giữ 02 bản`."""
    many = figure.number is not None and figure.number > _MOST_PAGES  # `số hóa 1,2 triệu trang hồ sơ`
    return figure.unit is not None and not many and _PAPER_UNIT.match(figure.unit) is not None


# What each of those counted or meant has: `20 doanh nghiệp có doanh thu trên 100 tỷ đồng`, `10 sản phẩm đạt 4 sao trở lên`.
_EACH_HAS = Pattern(
    r"(?:\b(?i:của|cho|với|hỗ trợ|từ|thu hút|ưu tiên)\s(?:các|những|mỗi)|(?<![\d.,/])(?<!năm )(?!(?:19|20)\d\d\b)\d[\d.]*)\s(?:(?!tổng\b)[^\W\d]+\s){1,8}?"
    r"(?P<has>có|đạt)\s(?:(?!tổng\b)[^\W\d]+\s){0,5}$"
)
# `100% tàu cá từ 15 m trở lên`: of what size those are that are counted.
_SIZED = Pattern(r"(?<![\d.,/])(?<!năm )(?!(?:19|20)\d\d\b)\d[\d.,]*\s?%?\s(?:[^\W\d]+\s){1,6}?từ\s$")
_OR_MORE = Pattern(r"\s?trở (?:lên|xuống)\b")
_EACH_REACH = 120
_STARS = Pattern(r"\d sao(?:,| và| hoặc| đến| -)\s$")  # `đạt 3 sao, 4 sao`
_PER_UNIT = Pattern(r"\b(?:trên|trong|mỗi|cho) $")  # `giá trị sản xuất trên 1 ha`: what another figure is told of
_PER = frozenset(("ha", "héc ta", "hecta", "sào", "ngày", "năm", "tháng", "người"))


def is_of_each(document: Document, figure: Figure, clause: Span) -> bool:
    """Whether the figure is the least or the most that each of those before it has, and so nothing that all of them came to."""
    start = max(clause.start, figure.span.start - _EACH_REACH)
    if _OR_MORE.match(document.plain, figure.span.end) and _SIZED.search(document.plain, start, figure.span.start):
        return True
    if figure.unit == "sao" and _STARS.search(document.plain, start, figure.span.start):
        return True
    if document.plain[start : figure.span.start].rstrip().endswith("/") and not figure.percent:
        return True  # `34,5 giường/10.000 dân`: of how many
    if _PER_UNIT.search(document.plain, start, figure.span.start) and figure.number == 1 and figure.unit in _PER:
        return True
    if figure.percent or (document.plain.find("ó ", start, figure.span.start) < 0 and figure.unit != "sao"):
        return False
    each = _EACH_HAS.search(document.plain, start, figure.span.start)
    bound = figure.qualifier is not None or _OR_MORE.match(document.plain, figure.span.end) is not None
    return each is not None and (figure.unit == "sao" or (bound and each["has"] == "có"))


# Whence a change starts is not what is to be reached: `giảm từ 25% xuống còn 12%`.
_FROM = Pattern(r"\btừ(?: (?:mức|khoảng|gần|hơn|trên|dưới))? $", re.IGNORECASE)
_TO = Pattern(
    r" ?(?:\([^()\n]{1,30}\) ?)?(?:(?:vào |của )?năm \d{4} ?)?(?:\([^()\n]{1,30}\) ?)?(?:(?:tăng|giảm|nâng) )?(?:lên|xuống|còn)\b[^.;,\d\n]{0,30}\d"
)
_FROM_REACH = len("từ khoảng ")


def is_base(document: Document, figure: Figure) -> bool:
    """Whether the figure is where a change starts, and the next one where it is to end."""
    start = figure.span.start
    return (
        _FROM.search(document.plain, max(0, start - _FROM_REACH), start) is not None
        and _TO.match(document.plain, figure.span.end) is not None
    )


def squeezed(words: str) -> str:
    """`words` on one line, single blanks, without stops at the ends."""
    return " ".join(words.split()).strip(" ,;:.…-–“”\"'")
