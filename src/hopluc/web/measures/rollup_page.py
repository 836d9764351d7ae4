"""The page of sums: what is asked in its address, and its lines, each leading to the figures it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, overload
from urllib.parse import urlencode

from django.db import models
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.succession import Views
from hopluc.web.gate.edge import number_in
from hopluc.web.measures import queries
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.measures.rollup import Asked, Key, RolledUp, Ruled, left_out, roll_up
from hopluc.web.measures.spans import Span
from hopluc.web.measures.territories import Territories, Territory
from hopluc.web.people.models import Organisation, Place

FIRST_YEAR, LAST_YEAR = 1900, 2200


class By(models.TextChoices):
    """By what figures are told apart."""

    PERIOD = "nam", _("Thời gian")
    AGENCY = "don-vi", _("Đơn vị báo cáo")
    FIELD = "linh-vuc", _("Lĩnh vực, phân tổ")
    TERRITORY = "dia-ban", _("Địa bàn")


class View(models.TextChoices):
    """By whose territory figures are added."""

    THEN = "khi-do", _("Theo địa bàn khi báo cáo")
    NOW = "nay", _("Theo địa bàn hiện nay")
    UNASSIGNED = "chua-quy", _("Chưa quy được về một địa bàn")


@dataclass(frozen=True)
class Line:
    """A line of the table: of what the sum is, what it comes to, from how many figures, how many are not reported, and where they are."""

    indicator: Indicator
    period: str
    agency: str
    field: str
    territory: str
    figure: Figure
    given: int
    missing: int
    address: str


def asked_of(chosen: QueryDict) -> Asked:
    """What an address asks for; a word that says nothing is left out."""
    by = set(chosen.getlist("theo")) or {By.PERIOD.value}
    indicator, agency = number_in(chosen.get("chi_tieu")), number_in(chosen.get("don_vi"))
    stage, span = chosen.get("loai", ""), chosen.get("ky", "")
    return Asked(
        stage=stage if stage in Observation.Stage.values else Observation.Stage.ACTUAL.value,
        span=span if span in Span.values else Span.YEAR.value,
        indicators=frozenset({indicator}) if indicator else None,
        agencies=frozenset({agency}) if agency else None,
        territory=number_in(chosen.get("dia_ban")),
        first_year=_year(chosen, "tu"),
        last_year=_year(chosen, "den"),
        by_period=By.PERIOD in by,
        by_agency=By.AGENCY in by,
        by_field=By.FIELD in by,
        by_territory=By.TERRITORY in by,
    )


def _year(chosen: Mapping[str, str], name: str) -> int | None:
    said = number_in(chosen.get(name))
    return said if said and FIRST_YEAR <= said <= LAST_YEAR else None


def page_of_sums(user: Any, chosen: QueryDict) -> dict[str, Any]:
    """All the page shows but its pages."""
    asked, territories = asked_of(chosen), Territories(timezone.localdate())
    told = roll_up(user, asked, territories)
    view = chosen.get("goc_nhin", "")
    view = view if view in View.values else View.THEN.value
    views = told.three_views(territories) if asked.by_territory else {}
    sums = (
        _seen_by(views, view)
        if asked.by_territory
        else [(key, Ruled(parts, told.rules[key.indicator])) for key, parts in told.parts.items()]
    )
    others = left_out(user, asked, territories)
    return {
        "asked": asked,
        "by": [value for value in By.values if getattr(asked, f"by_{By(value).name.lower()}")],
        "lines": Lines(sums, asked, territories),
        "view": view,
        "views": [(value, label, _count(views, value)) for value, label in View.choices] if views else [],
        "beside_their_whole": told.beside_their_whole,
        "years_turned": (asked.first_year or 0) > (asked.last_year or LAST_YEAR),
        "left_out": [(Span(span).label, span, n) for span, n in others.items()],
        "at": timezone.now(),
    } | _choices(user, told, asked, territories)


def _of_view(views: Views[Territory, Ruled], view: str) -> Mapping[Territory, Ruled]:
    return {View.THEN: views.as_reported, View.NOW: views.by_successor, View.UNASSIGNED: views.unassigned}[View(view)]


def _count(views: Mapping[Key, Views[Territory, Ruled]], view: str) -> int:
    """How many figures a view holds."""
    return sum(ruled.parts.rows for found in views.values() for ruled in _of_view(found, view).values())


def _seen_by(views: Mapping[Key, Views[Territory, Ruled]], view: str) -> Iterable[tuple[Key, Ruled]]:
    for key, found in views.items():
        for territory, ruled in _of_view(found, view).items():
            yield key._replace(territory=territory), ruled


class Lines(Sequence[Line]):
    """The lines in the order of the alphabet, each made when its page shows it: there may be tens of thousands."""

    def __init__(self, sums: Iterable[tuple[Key, Ruled]], asked: Asked, territories: Territories) -> None:
        self.asked, self.territories = asked, territories
        rows = list(sums)
        self.indicators = Indicator.objects.in_bulk({key.indicator for key, _ruled in rows})
        self.bodies = Organisation.objects.in_bulk({key.agency for key, _ruled in rows if key.agency})
        self.rows = sorted(rows, key=lambda row: self._place(row[0]))

    def _place(self, key: Key) -> tuple[str, ...]:
        indicator, body = self.indicators[key.indicator], self.bodies.get(key.agency or 0)
        body_key = body.search_key if body else ""
        return (indicator.search_key, self.territories.name(key.territory), body_key, key.field or "", _period(key, self.asked))

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...

    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        return [self._line(row) for row in self.rows[at]] if isinstance(at, slice) else self._line(self.rows[at])

    def _line(self, row: tuple[Key, Ruled]) -> Line:
        key, ruled = row
        return Line(
            self.indicators[key.indicator],
            _period(key, self.asked),
            str(self.bodies.get(key.agency or 0, "")),
            key.field or "",
            self.territories.name(key.territory),
            ruled.figure,
            ruled.parts.given,
            ruled.parts.missing,
            _address(key, self.asked),
        )


def _period(key: Key, asked: Asked) -> str:
    if key.period is None:
        return ""
    last = key.period[1]
    if asked.span == Span.YEAR and last:
        return str(last.year)
    return " - ".join(f"{day:%d/%m/%Y}" if isinstance(day, date) else "…" for day in key.period)


def _address(key: Key, asked: Asked) -> str:
    """Where the figures of a sum are listed."""
    last = key.period[1] if key.period else None
    said = {
        "loai": asked.stage,
        "ky": asked.span,
        "nam": last.year if last else None,
        "don_vi": key.agency or next(iter(asked.agencies or ()), None),
        "linh_vuc": key.field,
        "dia_ban": key.territory if isinstance(key.territory, int) else asked.territory,
    }
    return f"{reverse('measures:indicator', args=[key.indicator])}?{urlencode({name: one for name, one in said.items() if one is not None})}"


def _choices(user: Any, told: RolledUp, asked: Asked, territories: Territories) -> dict[str, Any]:
    """What the filters offer."""
    provinces = [place for place in territories.places.values() if place.kind == Place.Kind.PROVINCE and place.until is None]
    return {
        "stages": Observation.Stage.choices,
        "spans": Span.choices,
        "bys": By.choices,
        "provinces": sorted(provinces, key=lambda place: place.search_key),
        "indicators": queries.indicators_seen_by(user).order_by("search_key", "unit", "pk")[:300],
        "indicator": next(iter(asked.indicators or ()), None),
        "agencies": queries.agencies_that_reported(user),
        "agency": next(iter(asked.agencies or ()), None),
    }
