"""Figures across documents (số liệu giữa các văn bản): one thing that two documents tell with two values, in whatever words each.

Within a document what is told near by is told of one thing; between documents it has to be named. So two figures are compared only
where they count the same, nothing that one names is missing about the other (a body, a place, a title in quotation marks, a year, a
round, a stage), and neither document tells the other's value too. A plan and what came of it, figures as of two days, a part and its
whole, a rounded figure: these are no conflict.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.retold.told_twice import FAR, SWAPPED, difference
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.kept import kept
from hopluc.reading.patterns import CAPITAL, WORD, YEAR, Pattern, in_small
from hopluc.vietnamese import fold

# What stands in the papers of everybody: the head of official paper, and what a paper is based on.
_BASES = Pattern(
    r"(?:cộng hòa xã hội chủ nghĩa việt nam|độc lập[ –-]+tự do[ –-]+hạnh phúc|\b(?:căn cứ|theo) [^\n;]*)", re.IGNORECASE
)
QUOTED = Pattern(r"“([^“”\n]{12,300})”")
# "đến ngày 30/11/2023", "tính đến hết quý II/2022": a figure of that day, to be compared with one of the same day only.
_AS_OF = Pattern(r"\b(?:[Đđ]ến|[Hh]ết|[Tt]ới)(?: hết)?(?: ngày| tháng| năm| quý)? (?P<when>[IVX]{1,4}(?:/\d{4})?|\d[\d/.-]*\d)")
_BY = Pattern(r"(?:\bĐến|(?:mục tiêu|phấn đấu|,) đến) năm 20\d\d\b")
_NOW = Pattern(r"\b(?:[Đđ]ến nay|[Hh]iện nay|[Tt]ới nay)\b")
# By these two figures of one noun are told to be of two things.
_STAGES = Pattern(
    r"\b(?:giải ngân|quyết toán|thanh toán|đối ứng|viện trợ|vay|mở mới|chuyển tiếp|dừng|còn lại|nữ|nam(?! bộ)|ngoài ngân sách|trung ương|"
    r"địa phương|nước ngoài|quốc tế|chưa|đăng ký mới|gia hạn|hủy|thêm|tăng|giảm|nhập khẩu|xuất khẩu|đầu tư|sự nghiệp)\b",
    re.IGNORECASE,
)
_COURSE = in_small(
    r"\b(khóa|lần thứ|đợt|kỳ họp thứ|phiên thứ|phiên họp thứ|niên khóa|năm học) (\d{1,4}(?:\s?-\s?\d{4})?|[ivx]{1,5}|nhất|hai|ba|tư|năm)\b"
)
_AVERAGE = Pattern(r"\b(?:trung bình|bình quân)\b[^.;,]{0,16}$", re.IGNORECASE)
# A name of two words or more, in capitals only where it begins them: `Khe Lim`, `Sông Lim`.
_PROPER = Pattern(rf"{CAPITAL}[^\W\d_]*(?: {CAPITAL}[^\W\d_]*)+")
_COMMON = frozenset(
    "sở khoa học công nghệ ủy ban nhân dân viện trung tâm hội đồng phó giám đốc chủ tịch tỉnh thành phố huyện xã bộ nhà nước nghị quyết "
    "định đảng chính phủ quốc gia việt nam hàn lâm đề án tài dự chương trình kế hoạch báo cáo phòng cục vụ trường đại kh cn ubnd luật tổ chức pháp lệnh quỹ hỗ trợ liên hiệp hợp tác".split()
)
_UNITS = frozenset("đồng triệu tỷ nghìn tỉnh thành phố huyện xã".split())
_TITLE, _OPENING, _ABOVE = 400, 1_000, 500
_MOST = 60
_FEW, _SOME, _MANY = 2, 3, 4
_MOSTLY, _NEARLY, _HALF = 0.8, 0.85, 0.5
_CROWD, _ROW, _MOST_WORDS = 2, 6, 5
_NEAR = 90


@dataclass(frozen=True, eq=False)
class Setting:
    """What a document says at its head that it is about, and the year it tells of."""

    case: Case

    @kept
    def _head(self) -> str:
        return self.case.plain[:_TITLE]

    @kept
    def words(self) -> frozenset[str]:
        """The words of its head."""
        return frozenset(WORD.findall(self._head.casefold())) - EMPTY

    def has(self, words: str) -> bool:
        """Whether its head holds these words."""
        return words in self._head.casefold()

    @kept
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """What its head has in common with the text of another where both name one programme."""
        return phrases(self._head)

    @kept
    def quotes(self) -> frozenset[str]:
        """The titles in quotation marks that its head gives."""
        return frozenset(title.casefold() for title in QUOTED.findall(self._head))

    @kept
    def names(self) -> frozenset[str]:
        """The names of its head that are not those of any body."""
        return proper(self._head)

    @kept
    def years(self) -> frozenset[str]:
        """The years of its head, or else that of its own date."""
        told = frozenset(YEAR.findall(self._head))
        own = self.case.own_date
        return told or (frozenset((str(own.value.year),)) if own else frozenset())

    @kept
    def places(self) -> frozenset[str]:
        """The names of the whole document: two documents that share none are about nothing in common."""
        return proper(self.case.plain)


@dataclass(frozen=True, eq=False)
class Tale:
    """A figure as another document may tell it too: the words, names and titles it is told by, its setting's where it gives none."""

    telling: Telling
    setting: Setting

    @kept
    def words(self) -> frozenset[str]:
        """What it is a figure of."""
        telling = self.telling
        told = telling.what if telling.is_amount else telling.what | telling.said
        bodies = " ".join(fact.quote for fact in telling.case.found.within("organisation", telling.sentence))
        titles = frozenset(WORD.findall(" ".join(QUOTED.findall(telling.told)).casefold()))
        told = told - titles or told
        return told - (frozenset(WORD.findall(bodies.casefold())) - frozenset(telling.phrase)) or told

    @kept
    def about(self) -> frozenset[str]:
        """The words of its sentence, the one before, the heading above, and the head of its document."""
        case, telling = self.telling.case, self.telling
        lead = case.plain[telling.lead.start : telling.lead.end]
        above = case.layout.section_of(telling.span.start)[-1:]
        heading = case.plain[above[0].span.start : above[0].span.end] if above else ""
        near = frozenset(WORD.findall(f"{lead} {heading}".casefold())) - EMPTY
        return telling.own | near | self.setting.words

    @kept
    def names(self) -> frozenset[str]:
        """The words of the names in its clause."""
        return (self.telling.names | self.telling.owners) - _COMMON

    @kept
    def proper(self) -> frozenset[str]:
        """The names in its sentence."""
        return proper(self.telling.told)

    @kept
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """The rows of words of its sentence and of its document's head."""
        return phrases(self.telling.told) | self.setting.phrases

    @kept
    def bodies(self) -> frozenset[str]:
        """The bodies that its clause names."""
        case, telling = self.telling.case, self.telling
        low = max(telling.sentence.start, *(case.plain.rfind(stop, 0, telling.span.start) + 1 for stop in ";:"))
        high = case.plain.find(";", telling.span.end, telling.sentence.end)
        clause = Span(low, high if high >= 0 else telling.sentence.end)
        return frozenset(fold(fact.value.canonical or fact.quote) for fact in case.found.within("organisation", clause))

    @kept
    def quotes(self) -> frozenset[str]:
        """The titles its sentence gives, or else its setting."""
        return frozenset(title.casefold() for title in QUOTED.findall(self.telling.told)) or self.setting.quotes

    @kept
    def years(self) -> frozenset[str]:
        """The years it is told of."""
        return self.telling.years or self._years_above or self.setting.years

    @property
    def _years_above(self) -> frozenset[str]:
        """The last year named before its sentence, but for those of periods and of acts that are cited."""
        case, end = self.telling.case, self.telling.sentence.start
        start = max(0, end - _ABOVE)
        named = list(YEAR.finditer(case.plain, start, end))
        cited = [fact.span for kind in ("legal_reference", "period") for fact in case.found.within(kind, Span(start, end))]
        free = [found[0] for found in named if not any(span.start <= found.start() < span.end for span in cited)]
        return frozenset(free[-1:])

    @kept
    def as_of(self) -> str:
        """The day it is told as of, `nay` for that of its document; empty where it is told of none."""
        found = _AS_OF.search(self.telling.told)
        return found["when"] if found else "nay" if _NOW.search(self.telling.told) else ""

    @kept
    def courses(self) -> dict[str, str]:
        """The numbers of the course, the round or the meeting it is of, by their word: of its sentence, those above it, or the head."""
        telling, small = self.telling, self.telling.case.small
        above = small[telling.lead.start : telling.lead.end], small[telling.sentence.start : telling.sentence.end]
        told = {kind: number for words in above for kind, number in _COURSE.findall(words)}
        return dict(reversed(_COURSE.findall(small[:_OPENING]))) | told

    @kept
    def stages(self) -> frozenset[str]:
        """The words by which its like may be told apart, near it in its clause."""
        plain, span = self.telling.case.plain, self.telling.span
        low, high = max(self.telling.sentence.start, span.start - _NEAR), min(self.telling.sentence.end, span.end + _NEAR)
        before = re.split(r"[,;:]", plain[low : span.start].rstrip(": "))[-1]
        behind = re.split(r"[,;:.\d]", plain[span.end : high])[0]
        return frozenset(word.casefold() for word in _STAGES.findall(f"{before} | {behind}"))

    @kept
    def is_average(self) -> bool:
        """Whether it is told to be an average."""
        telling = self.telling
        low = max(telling.sentence.start, telling.number.start - _NEAR)
        return _AVERAGE.search(telling.case.plain, low, telling.number.start) is not None

    @kept
    def is_part(self) -> bool:
        """Whether it is a part of something, a difference or what is left."""
        telling = self.telling
        remains = telling.key == "%" and telling.case.plain.endswith("còn ", 0, telling.number.start)
        return telling.is_portion or (telling.is_part and not self.is_average and not remains)

    @kept
    def is_planned(self) -> bool:
        """Whether it is planned, asked for or aimed at: `Đến năm 2025, tỷ trọng kinh tế số đạt 20%`."""
        telling = self.telling
        return telling.is_planned or _BY.search(telling.case.plain, telling.sentence.start, telling.span.start) is not None


def proper(text: str) -> frozenset[str]:
    """The proper names of a text, of two words or more, without the words that every body's name has."""
    names = set[str]()
    for run in _PROPER.findall(text):
        words = [word.casefold() for word in run.split() if not word.isupper()]
        start = next((at for at, word in enumerate(words) if word not in _COMMON), len(words))
        if len(words) - start > 1:
            names.add(" ".join(words[start:]))
    return frozenset(names)


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """The rows of six words in a text that say more than the names of bodies do."""
    words = WORD.findall(_BASES.sub("", text).casefold())
    rows = (tuple(words[at : at + _ROW]) for at in range(len(words) - _ROW + 1))
    return frozenset(row for row in rows if len({*row} - _COMMON - EMPTY) >= _MOST_WORDS)


def settings(case: Case) -> Setting:
    """What a document is about."""
    return case.view(Setting)


def told_across(case: Case, other: Case) -> Iterator[tuple[Telling, Telling]]:
    """The figures of one document with those of another that tell the same thing with another value."""
    here, there = settings(case), settings(other)
    if here.places and there.places and not here.places & there.places and not here.quotes & there.quotes:
        return
    told, known = tellings(case), tellings(other)
    for key in told.keys() & known.keys():
        values = [{telling.value for telling in side[key]} for side in (told, known)]
        mine = [Tale(telling, here) for telling in told[key][:_MOST] if telling.value not in values[1]]
        theirs = [Tale(telling, there) for telling in known[key][:_MOST] if telling.value not in values[0]]
        if mine and theirs:
            yield from _of_one_noun(mine, theirs, told[key], known[key])


def _of_one_noun(
    mine: Sequence[Tale], theirs: Sequence[Tale], told: Sequence[Telling], known: Sequence[Telling]
) -> Iterator[tuple[Telling, Telling]]:
    for one in mine:
        alike = [other for other in theirs if are_one(one, other)]
        if not alike or len({other.telling.value for other in alike}) > 1 or _is_listed(one.telling, told):
            continue
        if not _is_listed(alike[0].telling, known):
            yield one.telling, alike[0].telling


def _is_listed(telling: Telling, alike: Sequence[Telling]) -> bool:
    """Whether it stands in a row of figures of its noun."""
    here = [one.value for one in alike if one.sentence == telling.sentence]
    return len(here) > _CROWD and here[0] != telling.value


def are_one(one: Tale, other: Tale) -> bool:
    """Whether two figures are told of one thing."""
    first, second = one.telling, other.telling
    kind = difference(first, second)
    return (
        kind is not None
        and one.is_planned == other.is_planned
        and not (one.is_part or other.is_part)
        and one.is_average == other.is_average
        and first.per == second.per
        and _are_of_one_time(one, other)
        and one.stages == other.stages
        and _are_named_alike(one, other)
        and _are_told_alike(one, other, kind)
    )


def _are_of_one_time(one: Tale, other: Tale) -> bool:
    first, second = one.telling, other.telling
    if one.years and other.years and not one.years & other.years:
        return False
    if one.as_of != other.as_of and one.as_of and other.as_of:
        return False
    if _are_of_two_courses(one, other):
        return False
    alone = {mark for mark in first.rounds - second.rounds if not other.setting.has(mark)}
    alone |= {mark for mark in second.rounds - first.rounds if not one.setting.has(mark)}
    return all(mark.startswith("cấp ") for mark in alone)


def _are_of_two_courses(one: Tale, other: Tale) -> bool:
    """Whether each goes by a number of its own, `khóa 22` and `khóa 23`, told in its sentence or in the one before."""
    return any(other.courses.get(kind, number) != number for kind, number in one.courses.items())


def _are_named_alike(one: Tale, other: Tale) -> bool:
    """Whether all that one names stands about the other too, and something does that tells their matter from others."""
    if one.quotes and other.quotes:
        return bool(one.quotes & other.quotes)
    if not (one.names <= other.about and other.names <= one.about):
        return False
    if one.bodies and other.bodies and not any(mine in that or that in mine for mine in one.bodies for that in other.bodies):
        return False
    heads = one.setting.names, other.setting.names
    if one.proper & other.proper:
        return True
    beside = len((one.telling.own & other.telling.own) - _UNITS)
    if (
        min(len(one.words), len(other.words)) <= _FEW
        and one.telling.is_amount
        and beside <= _MANY
        and not one.phrases & other.phrases
    ):
        return False  # `tổng kinh phí` is said of everything
    if all(heads) and not heads[0] & heads[1]:
        return False
    if not (one.proper | heads[0]) or not (other.proper | heads[1]):
        return beside > _MANY and one.years == other.years and len(one.years) > 1
    return bool((one.proper | heads[0]) & (other.proper | heads[1]))


def _are_told_alike(one: Tale, other: Tale, kind: int) -> bool:
    """Whether the words by which each is told stand about the other, the more of them the farther apart their values are."""
    titled = bool(one.quotes & other.quotes)
    covers = [len(this.words & that.about) / max(1, len(this.words)) for this, that in ((one, other), (other, one))]
    shared = len(one.telling.own & other.telling.own)
    if titled and one.telling.key.startswith("#") and kind != FAR:
        return max(covers) == 1  # the length of the one work
    if kind == SWAPPED and one.proper & other.proper:
        return max(covers) >= _HALF and shared >= _SOME
    if kind == SWAPPED or titled:
        return min(covers) >= _HALF and shared >= _FEW
    if kind == FAR:
        return min(covers) >= _NEARLY and shared >= _MANY
    return max(covers) >= _MOSTLY and min(covers) >= _HALF and shared >= _SOME


def passage(telling: Telling, near: int = 90) -> Span:
    """The words about a figure that show what it is of."""
    sentence = telling.sentence
    return Span(max(sentence.start, telling.span.start - near), min(sentence.end, telling.span.end + near))
