"""The profile of a unit as a paper: what the engine explains of a result, put into the words and numbers of one language."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from django.utils import timezone

from hopluc.reporting.profile import STRONG, WEAK, Bar, Figure, Line, Peer, Point, Profile
from hopluc.scorecards import Scores
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Group, Indicator
from hopluc.scorecards.explanation.lost import pillars, sentences
from hopluc.scorecards.explanation.method import told_method
from hopluc.scorecards.explanation.peers import peers
from hopluc.scorecards.explanation.strengths import Profile as Marks
from hopluc.scorecards.explanation.strengths import is_small, strengths
from hopluc.scorecards.moments import greatest, least, mean
from hopluc.scorecards.pages.page import STATUSES
from hopluc.scorecards.written import STAMP
from hopluc.web.observatory.models import Entry, OfficialScore, Result
from hopluc.web.observatory.outcomes import STAMP_EN, Ranked, known, ranking_of, scores_of
from hopluc.web.observatory.queries import official_scores

LANGUAGES = ("vi", "en")
POINTS = 10
"""How many strong and weak points the first page lists; all are marked in the table."""
USUAL_SCALE = 10.0
"""Scores that reach beyond are taken to be of a scale up to 100."""
Years = Mapping[tuple[str, str], tuple[float, int]]
Official = Mapping[tuple[str, str], OfficialScore]


@dataclass(frozen=True)
class Source:
    """A result with all that its profiles are made of, asked for once."""

    result: Result
    scores: Scores
    official: Official
    years: Years

    @cached_property
    def ranked(self) -> dict[str, Ranked]:
        """The row of each unit in the ranking."""
        return {row.code: row for row in self.ranking.rows}

    @cached_property
    def ranking(self) -> Any:
        return ranking_of(self.result, self.official)

    @cached_property
    def middle(self) -> Floats:
        return mean(self.scores.values)

    @cached_property
    def ends(self) -> tuple[Floats, Floats]:
        return least(self.scores.values), greatest(self.scores.values)


def source_of(result: Result) -> Source:
    """What the profiles of a result are made of."""
    return Source(result, scores_of(result), official_scores(result.edition), _years(result))


def _years(result: Result) -> Years:
    """The figure and the year of data it is of, by the codes of series and unit."""
    rows = Entry.objects.filter(series__edition=result.edition_id, year__isnull=False, value__isnull=False)
    found = rows.values_list("series__code", "unit__code", "value", "year")
    return {(series, unit): (value, year) for series, unit, value, year in found if value is not None and year is not None}


def profile_of(source: Source, unit: str, language: str) -> Profile:
    """The profile of one unit in one of LANGUAGES. Raises ValueError where the unit was left out of the scores."""
    return _Writer(source, unit, language).profile()


class _Writer:
    """Writes the profile of one unit: holds what every part of it asks for."""

    def __init__(self, source: Source, unit: str, language: str) -> None:
        self.source, self.unit, self.language = source, unit, language
        self.scores = source.scores
        self.row = self.scores.units.index(unit)
        self.top = self.scores.tree.tops[0]
        self.found: Marks = strengths(self.scores, unit)
        self.mark = {one.code: STRONG for one in self.found.strengths} | {one.code: WEAK for one in self.found.weaknesses}
        definition = self.scores.definition
        parts: tuple[Indicator | Group, ...] = (*definition.indicators, *definition.groups)
        self.parts = {one.code: one for one in parts}
        self.counted = (~np.isnan(self.scores.ranks)).sum(axis=0)

    def say(self, vietnamese: str, english: str) -> str:
        return english if self.language == "en" else vietnamese

    def name(self, code: str) -> str:
        one = self.parts[code]
        return self.say(one.name, one.name_en or one.name)

    def unit_name(self, row: int) -> str:
        data = self.scores.data
        return data.names[row] if data.names else data.units[row]

    def number(self, value: float | None, digits: int = 2) -> str:
        return _number(value, self.language, digits)

    def ends(self, low: float | None, high: float | None, digits: int = 2) -> str:
        """An interval; one number where both ends are written alike."""
        return " - ".join(dict.fromkeys(self.number(end, digits) for end in (low, high)))

    def score(self, place: int, row: int | None = None) -> str:
        return self.number(known(self.scores.values[self.row if row is None else row, place]))

    def rank(self, place: int, row: int | None = None) -> str:
        rank = known(self.scores.ranks[self.row if row is None else row, place])
        return "–" if rank is None else f"{rank:.0f}"

    def profile(self) -> Profile:
        result, definition = self.source.result, self.scores.definition
        return Profile(
            self.language,
            self.unit_name(self.row),
            self.name(self.scores.tree.codes[self.top])
            if self.is_one
            else self.say(definition.name, definition.name_en or definition.name),
            self.edition(),
            self.say(STAMP, STAMP_EN),
            timezone.localtime(result.computed_at).date(),
            self.figures(),
            tuple(self.say(*sentence) for sentence in sentences(self.scores, self.unit)),
            self.bars(),
            self.points(self.found.strengths),
            self.points(self.found.weaknesses),
            self.peers(),
            self.missing(),
            self.lines(),
            self.notes(),
            self.identity(),
            self.announced_by(),
        )

    @property
    def is_one(self) -> bool:
        """Is there one index, by which the units are ranked."""
        return len(self.scores.tree.tops) == 1

    def edition(self) -> str:
        edition, number = self.source.result.edition, self.source.result.number
        corrected = (
            self.say(f", đính chính lần {edition.number - 1}", f", correction {edition.number - 1}")
            if edition.number > 1
            else ""
        )
        return self.say(
            f"Năm {edition.year}{corrected} · lần tính {number}", f"Year {edition.year}{corrected} · computation {number}"
        )

    def figures(self) -> tuple[Figure, ...]:
        row = self.source.ranked[self.unit]
        if not self.is_one:
            return tuple(self.part_figure(place) for place in self.scores.tree.tops[:4])
        level = self.number(100 * self.source.ranking.level, 0)
        range_of = self.say(f"khoảng {level} %:", f"{level} % interval:")
        rank = "–" if row.rank is None else f"{row.rank}/{self.counted[self.top]}"
        ranks = "" if row.low is None else f"{range_of} {self.ends(row.low, row.high, 0)}"
        scores = "" if row.bottom is None else f"{range_of} {self.ends(row.bottom, row.top)}"
        told = [
            Figure(self.say("Hạng ước", "Estimated rank"), rank, ranks),
            Figure(self.say("Điểm ước", "Estimated score"), self.number(row.score), scores),
        ]
        halves = [place for place in self.below_the_top() if place not in pillars(self.scores)]
        told += [self.part_figure(place) for place in halves]
        if row.official is not None:
            told.append(self.official_figure(row.official))
        return tuple(told)

    def part_figure(self, place: int) -> Figure:
        of = f"{self.say('hạng', 'rank')} {self.rank(place)}/{self.counted[place]}"
        return Figure(self.name(self.scores.tree.codes[place]), self.score(place), of)

    def official_figure(self, official: OfficialScore) -> Figure:
        rank = "" if official.rank is None else f"{self.say('hạng', 'rank')} {official.rank}"
        told = rank if official.score is None else self.number(official.score)
        return Figure(self.say("Đã công bố", "Published"), told, rank if told != rank else "")

    def below_the_top(self) -> list[int]:
        branch = next(one for one in self.scores.tree.branches if one.column == self.top)
        return [int(part) for part in branch.parts if int(part) >= self.scores.tree.indicators]

    def bars(self) -> tuple[Bar, ...]:
        """The pillars in their order; of an index of several tops these."""
        order = [group.code for group in self.scores.definition.groups]
        columns = pillars(self.scores) if self.is_one else list(self.scores.tree.tops)
        columns.sort(key=lambda place: order.index(self.scores.tree.codes[place]))
        least_of, best_of = self.source.ends
        along = _scale([float(end[place]) for end in (least_of, best_of) for place in columns])
        return tuple(self.bar(place, along) for place in columns)

    def bar(self, place: int, along: Callable[[float], float | None]) -> Bar:
        code = self.scores.tree.codes[place]
        best = float(self.source.ends[1][place])
        return Bar(
            self.name(code),
            self.score(place),
            self.rank(place),
            self.number(known(self.source.middle[place])),
            self.number(known(best)),
            self.announced(code),
            along(float(self.scores.values[self.row, place])),
            along(float(self.source.middle[place])),
            along(best),
            self.mark.get(code, ""),
        )

    def announced(self, code: str) -> str:
        one = self.source.official.get((self.unit, code))
        if one is None:
            return ""
        rank = "" if one.rank is None else f"({one.rank})"
        return " ".join(filter(None, ("" if one.score is None else self.number(one.score), rank)))

    def announced_by(self) -> str:
        sources = dict.fromkeys(one.source for (unit, _), one in self.source.official.items() if unit == self.unit)
        return "; ".join(sources)

    def points(self, marks: Sequence[Any]) -> tuple[Point, ...]:
        return tuple(Point(one.code, self.name(one.code), f"{self.say('hạng', 'rank')} {one.rank}") for one in marks[:POINTS])

    def peers(self) -> tuple[Peer, ...]:
        rows = [self.scores.units.index(one.unit) for one in peers(self.scores, self.unit)]
        if not self.is_one:
            return tuple(Peer(self.unit_name(row), "", "") for row in rows)
        return tuple(Peer(self.unit_name(row), self.score(self.top, row), self.rank(self.top, row)) for row in rows)

    def missing(self) -> str:
        raw = self.scores.stages["raw"]
        figures = raw.values[raw.units.index(self.unit)]
        codes = [code for code, value in zip(raw.codes, figures, strict=True) if np.isnan(value)]
        if not codes:
            return self.say("Đủ số liệu ở tất cả chỉ số.", "There is a figure for every indicator.")
        told = ", ".join(codes[:40]) + (" …" if len(codes) > 40 else "")
        return self.say(
            f"{len(codes)}/{len(raw.codes)} chỉ số chưa có số liệu: {told}.",
            f"{len(codes)} of {len(raw.codes)} indicators have no figure: {told}.",
        )

    def lines(self) -> tuple[Line, ...]:
        """The tree from the top, each group before its parts."""
        definition = self.scores.definition
        under: dict[str | None, list[str]] = {}
        for one in self.parts.values():
            under.setdefault(one.parent, []).append(one.code)
        raw = self.scores.stages["raw"]
        figures = dict(zip(raw.codes, raw.values[raw.units.index(self.unit)], strict=True))
        groups = {group.code for group in definition.groups}
        found: list[Line] = []

        def walk(parent: str | None, depth: int) -> None:
            for code in under.get(parent, []):
                place = self.scores.tree.column(code)
                if code in groups:
                    told = (self.name(code), self.score(place), self.rank(place))
                    found.append(Line(code, *told, mark=self.mark.get(code, ""), depth=depth))
                    walk(code, depth + 1)
                else:
                    found.append(self.line(code, place, known(figures[code])))

        walk(None, 0)
        return tuple(found)

    def line(self, code: str, place: int, figure: float | None) -> Line:
        one = self.parts[code]
        value, year = self.source.years.get((code, self.unit), (None, None))
        return Line(
            code,
            self.name(code),
            self.score(place),
            self.rank(place),
            "" if figure is None else _figure(figure, self.language),
            self.say(one.unit, one.unit_en or one.unit) if isinstance(one, Indicator) else "",
            str(year) if year is not None and value == figure else "",
            self.mark.get(code, ""),
        )

    def notes(self) -> tuple[str, ...]:
        definition, ranking = self.scores.definition, self.source.ranking
        method = " ".join(self.say(*sentence) for sentence in told_method(definition))
        told = [self.say(*STATUSES[definition.status]) + ".", method]
        if ranking.replicates:
            level, times = self.number(100 * ranking.level, 0), self.number(ranking.replicates, 0)
            told.append(
                self.say(
                    f"Khoảng {level} % qua {times} lần tính lại với trọng số và cách tổng hợp khác đi.",
                    f"Intervals of {level} % over {times} replicates with other weights and other means.",
                )
            )
        few = is_small(len(definition.indicators))
        told.append(
            self.say(
                "Điểm mạnh, điểm yếu: theo quy tắc của Chỉ số đổi mới sáng tạo toàn cầu (GII 2023, Phụ lục I)"
                + (", lấy khoảng một phần ba vì có ít chỉ số thành phần." if few else "."),
                "Strengths and weaknesses by the rule of the Global Innovation Index (GII 2023, Appendix I)"
                + (", about a third of them since the indicators are few." if few else "."),
            )
        )
        if by := self.announced_by():
            told.append(self.say(f"Kết quả đã công bố: {by}.", f"Published results: {by}."))
        return tuple(told)

    def identity(self) -> tuple[str, ...]:
        result, definition = self.source.result, self.scores.definition
        state = (
            self.say("đã công bố trong cơ quan", "published within the agency")
            if result.published_at
            else self.say("chưa công bố trong cơ quan", "not published within the agency")
        )
        return (
            self.say(f"Cơ quan: {result.edition.owner}", f"Agency: {result.edition.owner}"),
            self.say(
                f"Khung {definition.code}, bản {definition.edition}; {state}",
                f"Framework {definition.code}, edition {definition.edition}; {state}",
            ),
            f"{self.say('Mã kiểm chứng', 'Hash of the result')}: {result.sha256[:32]}",
            f"{self.say('Mã số liệu và định nghĩa', 'Hash of figures and definition')}: {result.asked_sha256[:32]}",
            self.say(
                f"Tính ngày {timezone.localtime(result.computed_at):%d/%m/%Y}, hopluc {result.engine}",
                f"Computed {timezone.localtime(result.computed_at):%Y-%m-%d}, hopluc {result.engine}",
            ),
        )


def _scale(ends: Sequence[float]) -> Callable[[float], float | None]:
    """Where a value stands from the left end of all bars (0) to the right (1): from 0 to 100 where that is their scale."""
    there = [end for end in ends if not np.isnan(end)]
    left, right = min([0.0, *there]), max([0.0, *there])
    right = 100.0 if USUAL_SCALE < right <= 100.0 else right

    def along(value: float) -> float | None:
        return None if np.isnan(value) or right <= left else (value - left) / (right - left)

    return along


def _number(value: float | None, language: str, digits: int) -> str:
    """A number as the language writes it; a dash where there is none.

    >>> _number(1234.5, "vi", 2), _number(1234.5, "en", 1), _number(None, "vi", 2)
    ('1.234,50', '1,234.5', '–')
    """
    if value is None:
        return "–"
    written = f"{value:,.{digits}f}"
    if float(written.replace(",", "")) == 0:
        written = written.lstrip("-")
    return written if language == "en" else written.translate(str.maketrans(",.", ".,"))


def _figure(value: float, language: str) -> str:
    """A figure with as many digits as it has, four after the comma at most.

    >>> _figure(3140.0, "vi"), _figure(0.123456, "en"), _figure(0.000012, "vi")
    ('3.140', '0.1235', '0,000012')
    """
    written = f"{value:,.4f}".rstrip("0").rstrip(".")
    if value and abs(value) < 0.001:
        written = f"{value:.3g}" if abs(value) < 1e-9 else f"{value:.12f}".rstrip("0")
    return written if language == "en" else written.translate(str.maketrans(",.", ".,"))
