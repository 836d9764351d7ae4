"""What the pages of a whole show: each drawing with its sentence and its table, each mark with where its rows are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.gate.edge import number_in
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Indicator
from hopluc.web.measures.rollup import Asked, Key, RolledUp, roll_up
from hopluc.web.measures.sums import RATES
from hopluc.web.measures.territories import Territories
from hopluc.web.panorama import queries
from hopluc.web.panorama.map import map_of
from hopluc.web.people.models import Organisation, Place

LABEL, ROOM, VALUE, ROW, BAR = 200, 400, 120, 28, 18
YEARS_SHOWN, MOST_LINES, DRAWN = 6, 60, 3


@dataclass(frozen=True)
class Mark:
    """A bar: its label and value in words, how long it is, where it stands, and where its rows are."""

    label: str
    said: str
    length: int
    y: int
    address: str

    @property
    def text_y(self) -> int:
        return self.y + BAR - 4

    @property
    def end(self) -> int:
        return LABEL + self.length + 8


@dataclass(frozen=True)
class Drawing:
    """Bars under a title, the sentence that says what they show, and the words over their table."""

    title: str
    sentence: str
    marks: tuple[Mark, ...]
    head: tuple[str, str]
    left: int = LABEL
    bar: int = BAR
    width: int = LABEL + ROOM + VALUE

    @property
    def height(self) -> int:
        return ROW * len(self.marks) + 8


def drawing(title: str, sentence: str, head: tuple[str, str], rows: Sequence[tuple[str, Figure, str]]) -> Drawing:
    """Bars in proportion to the greatest figure; one that is not reported has none."""
    heights = [max(figure.high or figure.low or Decimal(0), Decimal(0)) for _label, figure, _address in rows]
    most = max(heights, default=Decimal(0)) or Decimal(1)
    marks = tuple(
        Mark(label, str(figure), int(ROOM * height / most), 4 + ROW * at, address)
        for at, ((label, figure, address), height) in enumerate(zip(rows, heights, strict=True))
    )
    return Drawing(title, sentence, marks, head)


def whole(user: Any, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The funnel of tasks, the map of an indicator in a year, and its trend."""
    on = timezone.localdate()
    indicator = queries.indicator_to_show(user, number_in(chosen.get("chi_tieu")))
    shown: dict[str, Any] = {
        "funnel": funnel(user, on, None),
        "at": timezone.now(),
        "indicator": indicator,
        "indicators": queries.indicators_to_choose(user),
        "agencies": queries.agencies_told(user).order_by("search_key")[:300],
    }
    return shown | (_of_indicator(user, indicator, chosen.get("nam", ""), on) if indicator else {})


def _of_indicator(user: Any, indicator: Indicator, year: str, on: date) -> dict[str, Any]:
    territories = Territories(on)
    asked = Asked(indicators=frozenset({indicator.pk}), by_period=True, by_territory=True)
    told = roll_up(user, asked, territories)
    now = {key: found.by_successor for key, found in told.three_views(territories).items()}
    years = sorted({_year(key) for key in now})
    asked_year = number_in(year)
    shown = asked_year if asked_year in years else (years[-1] if years else on.year)
    figures, addresses = {}, {}
    provinces = list(queries.provinces_today(user))
    for place in provinces:
        addresses[place.code] = reverse("panorama:province", args=[place.pk])
        for key, of_territory in now.items():
            if _year(key) == shown and place.pk in of_territory:
                figures[place.code] = of_territory[place.pk].figure
                addresses[place.code] = rows_address(indicator.pk, nam=shown, dia_ban=place.pk)
    return {
        "map": map_of(figures, addresses, on, {place.code: place.name for place in provinces}),
        "year": shown,
        "years": years,
        "on_map": len(figures),
        "trend": None if indicator.aggregation in RATES else trend(user, indicator, {}, territories),
    }


def funnel(user: Any, on: date, agency: Organisation | None) -> Drawing | None:
    """How far the tasks have come, of all or of those an agency leads; None where there are none."""
    found = queries.funnel_of(queries.work_of(user, on, agency.pk if agency else None))
    if not found.assigned:
        return None
    given = {step.value: n for step, n in found.counts}
    sentence = _(
        "Trong %(giao)s nhiệm vụ được giao, %(begun)s đã bắt đầu, %(told)s có kết quả được ghi nhận, %(done)s hoàn thành."
    ) % {"giao": given["giao"], "begun": given["bat-dau"], "told": given["co-ket-qua"], "done": given["hoan-thanh"]}
    rows = [(str(step.label), Figure.exact(Decimal(n)), _step_address(step, agency)) for step, n in found.counts]
    return drawing(_("Nhiệm vụ đi đến đâu"), sentence, (_("Bước"), _("Số nhiệm vụ")), rows)


def _step_address(step: queries.Step, agency: Organisation | None) -> str:
    said = {"don_vi": agency.pk} if agency else {}
    return f"{reverse('panorama:step', args=[step.value])}{'?' if said else ''}{urlencode(said)}"


def rows_address(indicator: int, **said: object) -> str:
    """Where the yearly figures that make up a sum are listed."""
    known = {"loai": "actual", "ky": "nam"} | {name: one for name, one in said.items() if one is not None}
    return f"{reverse('measures:indicator', args=[indicator])}?{urlencode(known)}"


def trend(user: Any, indicator: Indicator, about: Mapping[str, int], territories: Territories) -> Drawing | None:
    """An indicator year by year, of a province (`dia_ban`) or an agency (`don_vi`) where one is named; None for less than two years."""
    asked = Asked(
        indicators=frozenset({indicator.pk}),
        agencies=frozenset({about["don_vi"]}) if "don_vi" in about else None,
        territory=about.get("dia_ban"),
        by_period=True,
    )
    told = roll_up(user, asked, territories)
    by_year = {_year(key): told.figure(key) for key in told.parts}
    if len(by_year) < 2:
        return None
    years = sorted(by_year)
    rows = [(str(year), by_year[year], rows_address(indicator.pk, nam=year, **about)) for year in years]
    return drawing(f"{indicator}", _change(years, by_year), (_("Năm"), _("Giá trị")), rows)


def _change(years: Sequence[int], by_year: Mapping[int, Figure]) -> str:
    first, last = by_year[years[0]], by_year[years[-1]]
    said = {"first": years[0], "last": years[-1], "from": first, "to": last}
    share = last.percent_of(first)
    if share.single is None:
        return _("Năm %(first)s: %(from)s; năm %(last)s: %(to)s.") % said
    said["share"] = Figure.exact(share.single.quantize(Decimal("0.1")))
    return _("Năm %(first)s: %(from)s; năm %(last)s: %(to)s, bằng %(share)s%% năm %(first)s.") % said


@dataclass(frozen=True)
class Line:
    """An indicator with its figure of each year, each with where its rows are."""

    indicator: Indicator
    cells: tuple[tuple[Figure | None, str], ...]


def by_year(told: RolledUp, about: Mapping[str, int]) -> tuple[list[int], list[Line]]:
    """The newest years there are, and each indicator's figure of each of them."""
    years = sorted({_year(key) for key in told.parts})[-YEARS_SHOWN:]
    found = {(key.indicator, _year(key)): told.figure(key) for key in told.parts}
    rows = Indicator.objects.filter(pk__in={key.indicator for key in told.parts}).order_by("name")[:MOST_LINES]
    return years, [
        Line(row, tuple((found.get((row.pk, year)), rows_address(row.pk, nam=year, **about)) for year in years)) for row in rows
    ]


def _year(key: Key) -> int:
    last = key.period[1] if key.period else None
    assert last is not None, "sums by year"
    return last.year


def _drawn(user: Any, lines: Iterable[Line], about: Mapping[str, int], territories: Territories) -> list[Drawing]:
    """The trends of the indicators with most years told, at most DRAWN."""
    full = sorted(lines, key=lambda line: -sum(figure is not None for figure, _address in line.cells))
    drawn = (
        trend(user, line.indicator, about, territories) for line in full[:DRAWN] if line.indicator.aggregation not in RATES
    )
    return [one for one in drawn if one is not None]


def province_page(user: Any, place: Place) -> dict[str, Any]:
    """A province on a page: its figures by year, with those of the provinces that have become it."""
    territories = Territories(timezone.localdate())
    about = {"dia_ban": place.pk}
    years, lines = by_year(roll_up(user, Asked(territory=place.pk, by_period=True), territories), about)
    return {
        "years": years,
        "lines": lines,
        "drawings": _drawn(user, lines, about, territories),
        "former": queries.became(place, territories.on),
        "at": timezone.now(),
    }


def agency_page(user: Any, agency: Organisation) -> dict[str, Any]:
    """An agency on a page: how far its tasks have come, its figures by year, its returns."""
    territories = Territories(timezone.localdate())
    about = {"don_vi": agency.pk}
    years, lines = by_year(roll_up(user, Asked(agencies=frozenset({agency.pk}), by_period=True), territories), about)
    return {
        "funnel": funnel(user, territories.on, agency),
        "years": years,
        "lines": lines,
        "drawings": _drawn(user, lines, about, territories),
        "returns": queries.last_returns(user, agency),
        "at": timezone.now(),
    }
