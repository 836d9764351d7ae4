"""Editions that look back (nhìn lại): the editions of an index on one scale, former provinces on the territory of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.scorecards import Data, Definition
from hopluc.scorecards.explanation.panels import on_one_scale
from hopluc.scorecards.explanation.successions import RULES
from hopluc.scorecards.stored import figures_in
from hopluc.web.observatory.charts import Chart, bars_of
from hopluc.web.observatory.models import Result, Unit
from hopluc.web.observatory.outcomes import known, scores_of
from hopluc.web.observatory.rebasing import Rebased, rebased
from hopluc.web.observatory.words import names_of

WAYS: Final[Mapping[str, Any]] = {
    "sum": gettext_lazy("cộng"),
    "mean": gettext_lazy("bình quân theo quy mô (ước lượng)"),
    "max": gettext_lazy("lấy số lớn nhất"),
    "ask": gettext_lazy("không gộp được, để trống"),
}
"""How figures of former units become that of the new one, in words."""


@dataclass(frozen=True)
class Line:
    """A unit: score and rank of each year on one scale, and the change from the first year to the last."""

    unit: Unit
    scores: tuple[float | None, ...]
    ranks: tuple[int | None, ...]

    @property
    def cells(self) -> tuple[tuple[float | None, int | None], ...]:
        return tuple(zip(self.scores, self.ranks, strict=True))

    @property
    def change(self) -> float | None:
        first, last = self.scores[0], self.scores[-1]
        return None if first is None or last is None else last - first


@dataclass(frozen=True)
class Way:
    """How the former figures of an indicator are put together; `rule` is a word of `WAYS`."""

    code: str
    name: str
    rule: str


@dataclass(frozen=True)
class Look:
    """The page: the years, the lines, how former units were put together, what is seen in words, the drawing."""

    years: tuple[int, ...]
    lines: tuple[Line, ...]
    ways: tuple[Way, ...]
    sentence: str
    chart: Chart
    remarks: tuple[str, ...]


def look_back(results: Sequence[Result], units: Sequence[Unit], said: Mapping[str, str], on: date) -> Look:
    """These results, one an edition, the earliest first, by the definition and on the territory of the last. Raises CannotScore."""
    definition = scores_of(results[-1]).definition
    last = figures_in(results[-1].figures)
    asked = {one.code: said[f"g_{one.code}"] for one in definition.indicators if said.get(f"g_{one.code}") in RULES}
    found = {result.edition.year: _joined(result, last, asked, on) for result in results[:-1]}
    years = {year: data for year, (data, _base) in found.items()} | {results[-1].edition.year: last}
    scores = on_one_scale(definition, years)
    top = scores.tree.tops[0]
    at = {(unit, year): row for row, (unit, year) in enumerate(zip(scores.units, scores.data.years, strict=True))}
    order = tuple(sorted(years))
    lines = []
    for unit in units:
        rows = [at.get((unit.code, year)) for year in order]
        values = tuple(None if row is None else known(scores.values[row, top]) for row in rows)
        ranks = tuple(None if row is None else known(scores.ranks[row, top]) for row in rows)
        lines.append(Line(unit, values, tuple(None if rank is None else int(rank) for rank in ranks)))
    lines.sort(key=lambda line: (line.ranks[-1] is None, line.ranks[-1] or 0, line.unit.code))
    bases = [base for _data, base in found.values() if base is not None]
    changes = [(line.unit.name, line.change) for line in lines]
    home = [line.unit.name for line in lines if line.unit.is_home]
    title = _("Điểm thay đổi từ năm %(from)s đến năm %(to)s, trên một thang") % {"from": order[0], "to": order[-1]}
    return Look(
        order,
        tuple(lines),
        _ways(definition, bases),
        _seen(lines, order),
        bars_of(title, changes, home),
        tuple(dict.fromkeys(remark.text for remark in scores.remarks if remark.step != "screen")),
    )


def _joined(result: Result, last: Data, asked: dict[str, str], on: date) -> tuple[Data, Rebased | None]:
    """The figures of an earlier edition for the units of the last: put together where provinces were merged, else by code or name."""
    own = figures_in(result.figures)
    base = rebased(scores_of(result).definition, own, last, on, asked)
    if base is not None:
        return base.data, base
    codes = dict(zip(last.names or last.units, last.units, strict=True))
    names_now = dict(zip(last.units, last.names or last.units, strict=True))
    units = tuple(
        code if names_now.get(code) == name else codes.get(name, code)
        for code, name in zip(own.units, own.names or own.units, strict=True)
    )
    return replace(own, units=units), None


def _ways(definition: Definition, bases: Sequence[Rebased]) -> tuple[Way, ...]:
    told = names_of(definition)
    rules = {code: rule for base in bases for code, rule in base.rules.items() if code in told}
    return tuple(Way(code, told[code], rule) for code, rule in rules.items())


def _seen(lines: Sequence[Line], years: Sequence[int]) -> str:
    moved = [(line.change, line.unit.name) for line in lines if line.change is not None]
    if not moved:
        return _("Không đơn vị nào có điểm ở cả hai đầu của quãng năm này.")
    (most, best), (least, worst) = max(moved), min(moved)
    return _(
        "Trên một thang, %(up)s trong %(all)s đơn vị tăng điểm từ năm %(from)s đến năm %(to)s; thay đổi cao nhất là %(best)s "
        "(%(most)s), thấp nhất là %(worst)s (%(least)s)."
    ) % {
        "up": sum(change > 0 for change, _name in moved),
        "all": len(moved),
        "from": years[0],
        "to": years[-1],
        "best": best,
        "most": _signed(most),
        "worst": worst,
        "least": _signed(least),
    }


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{number_format(round(value, 2), 2)}"
