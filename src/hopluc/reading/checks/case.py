"""Case: one document as the checks see it, with what several of them need worked out once."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from hopluc.reading.document import Document, Span, View
from hopluc.reading.facts import Fact, Found
from hopluc.reading.kept import kept
from hopluc.reading.page.layout import Block, Layout, layout
from hopluc.reading.patterns import Pattern, matches_at

# "Vĩnh Hà, ngày 05 tháng 12 năm 2025": the place-and-date line of Decree 30/2020/NĐ-CP, Appendix I, alone on its line.
_DATELINE = Pattern(r"(?:^|[\n\t|])[ \t]*[^\W\d_][^\n,.;:]{1,38},\s*(?:ngày\s*)?$")
# "Thứ Bảy, 16/9/2023 - 08:30" is no place.
_WEEKDAY = Pattern(r"\b(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ nhật|CN), $")
# "(Lập ngày 25 tháng 9 năm 2020)", "Ngày lập: …": alone on its line at the head of a paper.
_MADE = Pattern(r"^\W*(?:(?:Được )?(?:[Ll]ập|[Ss]oạn)(?: tại [^,\n]{2,30},?)? ngày|Ngày (?:lập|soạn|báo cáo):?)\s*$")
# What a web page sets beside the date of its posting.
# The issue of a bulletin: "Số cuối năm - Tháng 12/2012", "Số 03 (Quý III/2016)".
_ISSUE = Pattern(
    r"^\W*(?:S[ốỐ]|B[Ảả][Nn] [Tt][Ii][Nn])\b[^\n]{0,45}[-,(|:]\s*(?:[Tt][Hh][Áá][Nn][Gg] |ra ngày |ngày |phát hành ngày )?$"
)
_TODAY = Pattern(
    r"(?:[Hh]ôm nay\b[^.;\n]{0,70}|(?:^|\n)[-+\s]*(?:\d{1,2}[.)]\s*|[a-d][.)]\s*)?(?:Thời gian(?: họp| làm việc)?\s*:|(?:Bắt đầu|Khai mạc)(?: vào)? (?:lúc|hồi)\b)[^\n]{0,60})$"
)
# Minutes say their day on their first page.
_OPENING = 2_000
_CLOCK_AFTER = Pattern(r"\s*(?:[-|,]|lúc)?\s*\(?\d{1,2}\s?[:hg]\s?\d{2}")
_CLOCK_BEFORE = Pattern(
    r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?\s*[-|,]?\s*|[Đđ]ăng(?: ngày| lúc)?:?\s*|[Cc]ập nhật(?: ngày| lúc)?:?\s*)(?:ngày\s*)?$"
)
# "Quản trị viên 13/09/2024 Tin tức": who posted a page and where, on a line of its own that says nothing else.
_BYLINE_BEFORE = Pattern(r"(?:(?!(?i:ngày|sáng|trưa|chiều|tối|hôm|đến|từ|trước|sau|hết|và|là)\b)[^\W\d_.]+\s){1,5}(?:[-|•]\s)?")
_BYLINE_AFTER = Pattern(r"(?:\s[-|•])?(?:\s(?:[^\W\d_]+|-|&)){0,6}\s*")
_FORM = Pattern(r"(?:M[ẫẪ][uU]|Bi[ểỂ][uU](?: m[ẫẪ]u)?)(?: s[ốỐ])? ?[\dIVX]")
_FORM_STARTS = ("Mẫ", "MẪ", "Biể", "BiỂ")
_ATTACHED = Pattern(r"\(\s*(?:[Bb]an hành |[Đđ]ính )?[Kk]èm theo\s")
_DIGIT = Pattern(r"\d")
_DIGITS = Pattern(r"\d+")
# How far down a page the date of its posting may stand by itself.
_TOP = 1200
# How much of the rest of its line is looked at.
_REST = 400
# How much of a sentence without end is looked at on either side.
_NEAR = 1500
_TAKEN = ("date", "period", "legal_reference")


@dataclass(frozen=True)
class Case:
    """A document, what was read from it, and the day of the audit (None where none is given)."""

    document: Document
    found: Found
    on: date | None = None

    @kept
    def plain(self) -> str:
        """The text as readers see it."""
        return self.document.plain

    @kept
    def small(self) -> str:
        """The same in small letters."""
        return self.document.small

    @kept
    def layout(self) -> Layout:
        """The blocks of the document."""
        return layout(self.document)

    @kept
    def numbered(self) -> list[tuple[int, Block, str]]:
        """The blocks that hold a number: each with its place among all blocks and its words after the marker."""
        plain = self.plain
        return [
            (place, block, plain[block.body.start : block.body.end])
            for place, block in enumerate(self.layout.blocks)
            if _DIGIT.search(plain, block.body.start, block.body.end)
        ]

    def view(self, make: Callable[["Case"], View]) -> View:
        """What `make` makes of this case, made once and kept with it: several checks may look at it."""
        if make not in self._views:
            self._views[make] = make(self)
        made: View = self._views[make]
        return made

    @kept
    def _views(self) -> dict[Any, Any]:
        return {}

    def let_go(self) -> None:
        """Give up the views, which hold this in turn: so their room is free at once."""
        self._views.clear()

    def words(self, span: Span) -> str:
        """The words at `span`, as written."""
        return self.document.quote(span)

    def sentence(self, span: Span) -> Span:
        """The sentence that holds `span`, as far as it lies near."""
        sentence = self.layout.sentence_at(span.start)
        low, high = span.start - _NEAR, span.end + _NEAR
        if sentence.start >= low and sentence.end <= high:
            return sentence
        return Span(max(sentence.start, low), min(sentence.end, high))

    @kept
    def dates(self) -> list[Fact]:
        """The dates of the document itself, without those of page furniture."""
        return [fact for fact in self.found.of("date") if not self._in_furniture(fact.span)]

    @kept
    def firsts(self) -> list[date | None]:
        """The first day that each of `dates` may mean; None for one that no calendar has."""
        return [fact.value.first for fact in self.dates]

    @kept
    def dated(self) -> list[tuple[Fact, date]]:
        """The dates that a calendar has, each with the first day it may mean."""
        return [(fact, first) for fact, first in zip(self.dates, self.firsts, strict=True) if first]

    @kept
    def citations(self) -> list[Fact]:
        """The legal references of the document itself, without those of page furniture."""
        return [fact for fact in self.found.of("legal_reference") if not self._in_furniture(fact.span)]

    def _in_furniture(self, span: Span) -> bool:
        if not self._furniture:
            return False
        place = bisect_right(self._furniture, (span.end, 0)) - 1
        return place >= 0 and self._furniture[place].overlaps(span)

    @kept
    def _furniture(self) -> list[Span]:
        return sorted(self.document.furniture)

    @kept
    def days(self) -> list[date]:
        """Every first day the document's dates may mean, once each, in order of time."""
        return sorted({first for _, first in self.dated})

    @kept
    def full_days(self) -> frozenset[tuple[int, int]]:
        """Month and day of every date that gives its year too."""
        return frozenset((fact.value.month, fact.value.day) for fact in self.dates if fact.value.year and fact.value.day)

    @kept
    def own_date(self) -> Fact | None:
        """The latest date that the document gives itself: of its place-and-date line, or of its posting on a page."""
        own = [known for known in self.dated if self._dates_the_document(known[0])]
        return max(own, key=itemgetter(1), default=(None, None))[0] or self._date_of_promulgation or self._date_of_minutes

    @property
    def _date_of_promulgation(self) -> Fact | None:
        """The date of the act that a paper says at its head it goes with: `(Ban hành kèm theo Quyết định số … ngày …)`."""
        found = _ATTACHED.search(self.plain, 0, _TOP)
        if found is None:
            return None
        end = self.plain.find(")", found.end(), found.end() + _REST)
        days = self.found.within("date", Span(found.end(), end)) if end > 0 else iter(())
        return next((fact for fact in days if fact.value.day and fact.value.first), None)

    @property
    def _date_of_minutes(self) -> Fact | None:
        """The day that minutes begin with: `Hôm nay, vào hồi 8 giờ 00, ngày …`."""
        for fact, _ in self.dated:
            if fact.span.start > _OPENING:
                return None
            if fact.value.day and fact.value.year and _TODAY.search(self.plain, max(0, fact.span.start - 80), fact.span.start):
                return fact
        return None

    def _dates_the_document(self, fact: Fact) -> bool:
        plain = self.plain
        start, end = fact.span
        line_end = plain.find("\n", end, end + _REST)
        after = plain[end : line_end if line_end >= 0 else end + _REST]
        before = plain[max(0, start - 60) : start]
        if _DATELINE.search(before) and not (_WEEKDAY.search(before) and after.strip()):
            return not after.strip(" \t./|")
        before = before.rpartition("\n")[2]
        if start < _TOP and _ISSUE.search(before) and not after.strip(" \t)./*"):
            return True
        if start < _TOP and _MADE.search(before) and not after.strip(" \t)./*"):
            return True
        if start < _TOP and not before.strip(" \t(") and not after.strip(" \t)./"):
            return fact.value.day is not None and not any(table.span.contains(fact.span) for table in self.layout.tables)
        if fact.value.day is None or len(before) > 40:
            return False
        if start < _TOP and fact.value.year and _BYLINE_BEFORE.fullmatch(before) and _BYLINE_AFTER.fullmatch(after):
            return True
        return bool(_CLOCK_AFTER.match(after) or _CLOCK_BEFORE.search(before))

    @kept
    def cited_dates(self) -> frozenset[int]:
        """Where the dates begin that stand inside a legal reference."""
        return frozenset(fact.span.start for citation in self.citations for fact in self.found.within("date", citation.span))

    @kept
    def forms(self) -> int:
        """Where the model forms of a regulation begin, whose blanks are meant to be filled in; the end where it has none."""
        plain = self.plain
        for found in matches_at(_FORM_STARTS, _FORM, plain):
            line = plain.rfind("\n", 0, found.start()) + 1
            if not plain[line : found.start()].strip(" \t"):
                return line
        return len(plain)

    @kept
    def _claimed(self) -> tuple[list[int], list[int]]:
        spans = sorted(fact.span for kind in _TAKEN for fact in self.found.of(kind))
        ends, furthest = [], 0
        for span in spans:
            furthest = max(furthest, span.end)
            ends.append(furthest)
        return [span.start for span in spans], ends

    @kept
    def _free(self) -> list[int]:
        """Where the digits begin that no date, period or legal reference holds."""
        return [start for found in _DIGITS.finditer(self.plain) if not self.is_taken(start := found.start())]

    def free_in(self, span: Span) -> int:
        """How many runs of digits in `span` may count something, for no date, period or legal reference holds them; `1.200` has two."""
        return bisect_left(self._free, span.end) - bisect_left(self._free, span.start)

    def is_taken(self, offset: int) -> bool:
        """Whether a date, a period or a legal reference holds the character at `offset`."""
        starts, ends = self._claimed
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < ends[place]
