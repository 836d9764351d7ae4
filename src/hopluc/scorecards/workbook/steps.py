"""The steps of an index as tables of formulas, each on the table before it, with the numbers the engine found as what they show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from hopluc.scorecards import grade
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.explanation.method import AGGREGATED, NORMALISED
from hopluc.scorecards.results import Scores
from hopluc.scorecards.rules import normalised_by, rules_of
from hopluc.scorecards.workbook import formulas
from hopluc.scorecards.workbook.formulas import Place
from hopluc.scorecards.workbook.tables import Cell, Parameters, Table

GIVEN: Final = "Số liệu"
PARAMETERS: Final = "Tham số"
_STAGE: Final = {
    "denominate": "denominated",
    "impute": "imputed",
    "screen": "screened",
    "treat": "treated",
    "normalise": "normalised",
}
Formula = Callable[[int, int], str | None]


@dataclass(frozen=True)
class Book:
    """All sheets of numbers: figures and parameters to be changed, the steps on them, scores and ranks."""

    parameters: Parameters
    tables: tuple[Table, ...]
    scores: Table
    ranks: Table


@dataclass(frozen=True)
class Way:
    """How far the tables have come: the figures as given, and the table of the step before."""

    scores: Scores
    parameters: Parameters
    given: Table
    before: Table

    def after(self, step: str) -> tuple[tuple[str, ...], Floats]:
        """The units that are left after a step, and their values."""
        stage = self.scores.stages[_STAGE[step]]
        return stage.units, stage.values


def known(value: float) -> float | None:
    """A number of the engine; none where there is none."""
    return None if np.isnan(value) else float(value)


def book_of(scores: Scores) -> Book:
    """The sheets of an index of one year."""
    assert not scores.data.years, "figures of one year"
    parameters = parameters_of(scores)
    tables = [_given(scores)]
    for step in scores.definition.steps.order:
        if step in _STAGE:
            tables += _STEPS[step](Way(scores, parameters, tables[0], tables[-1]))
    points = _aggregated(scores, parameters, tables[-1])
    return Book(parameters, tuple(tables), points, _ranked(scores, tables[-1], points))


def parameters_of(scores: Scores) -> Parameters:
    """What every indicator and group is weighed and measured by, and the limits outliers were drawn in to."""
    definition, tree = scores.definition, scores.tree
    weights = dict(zip(tree.codes, scores.weights, strict=True))
    limits = _limits(scores)
    rows: dict[str, list[str | float | None]] = {}
    rules = zip(definition.indicators, normalised_by(definition), strict=True)
    means = dict(zip((branch.code for branch in tree.branches), rules_of(definition, tree), strict=True))
    for group in definition.groups:
        method = AGGREGATED[means[group.code].method][0]
        rows[group.code] = [group.code, group.name, group.parent or "", float(weights[group.code]), "", method]
        rows[group.code] += [None] * 5
    for one, rule in rules:
        posts = (one.goalposts.low, one.goalposts.high) if one.goalposts else (None, None)
        way = "càng nhiều càng tốt" if one.direction > 0 else "càng ít càng tốt"
        rows[one.code] = [one.code, one.name, one.parent, float(weights[one.code]), way, NORMALISED[rule.method][0]]
        rows[one.code] += [*posts, one.target, *limits.get(one.code, (None, None))]
    return Parameters(PARAMETERS, rows)


def _limits(scores: Scores) -> dict[str, tuple[float | None, float | None]]:
    """The least and greatest value to which the outliers of a column were set; only of columns of which that is all that was done."""
    before, after = _around(scores, "treat")
    found: dict[str, tuple[float | None, float | None]] = {}
    for place, code in enumerate(scores.tree.codes[: scores.tree.indicators]):
        old, new = before[:, place], after[:, place]
        if np.array_equal(old, new, equal_nan=True):
            continue
        low, high = float(np.nanmin(new)), float(np.nanmax(new))
        if np.array_equal(np.clip(old, low, high), new, equal_nan=True):
            found[code] = (low if np.nanmin(old) < low else None, high if np.nanmax(old) > high else None)
    return found


def _around(scores: Scores, step: str) -> tuple[Floats, Floats]:
    """The values before and after a step that keeps all rows."""
    order = [name for name in scores.definition.steps.order if name in _STAGE]
    place = order.index(step)
    before = scores.stages["raw" if place == 0 else _STAGE[order[place - 1]]]
    return before.values, scores.stages[_STAGE[step]].values


def _given(scores: Scores) -> Table:
    """The figures as they were given, and the sizes of the units beside them."""
    raw, sizes = scores.stages["raw"], _sizes(scores)
    cells = [[Cell(known(value), given=True) for value in (*raw.values[row], *(sizes[code].get(unit, np.nan) for code in sizes))]
             for row, unit in enumerate(raw.units)]  # fmt: skip
    return Table(GIVEN, "Số liệu như đã cung cấp; ô trống là chưa có. Sửa được.", raw.units, (*raw.codes, *sizes), cells)


def _sizes(scores: Scores) -> dict[str, dict[str, float]]:
    """The denominators that are used, by code and unit. A unit that was left out has none here: nothing is made of it."""
    definition = scores.definition
    if definition.steps.denominate is None:
        return {}
    used = {one.denominator for one in definition.indicators if one.denominator}
    columns = scores.data.denominators
    return {one.code: dict(zip(scores.units, map(float, columns[one.code]), strict=True))
            for one in definition.denominators if one.code in used and one.code in columns}  # fmt: skip


def _table(sheet: str, told: str, before: Table, after: tuple[tuple[str, ...], Floats], formula: Formula) -> Table:
    """A step as a table: the engine's values, each with its formula where there is one."""
    units, values = after
    codes = before.codes[: values.shape[1]]
    cells = [[Cell(known(values[row, column]), formula(row, column) or "") for column in range(len(codes))]
             for row in range(len(units))]  # fmt: skip
    return Table(sheet, told, units, codes, cells)


def _denominated(way: Way) -> list[Table]:
    rule, every = way.scores.definition.steps.denominate, way.scores.definition.indicators
    if rule is None:
        return []
    units, _values = after = way.after("denominate")
    left_out = set(units) - set(way.scores.units)

    def formula(row: int, column: int) -> str | None:
        one, unit = every[column], units[row]
        if one.denominator is None:
            return _same(way.before, unit, column)
        if unit in left_out:
            return None  # its size is not told
        return formulas.divided(way.before.at(unit, one.code), way.given.at(unit, one.denominator), rule.scale)

    return [_table("Chia quy mô", "Số liệu chia cho quy mô của đơn vị.", way.before, after, formula)]


def _imputed(way: Way) -> list[Table]:
    rule = way.scores.definition.steps.impute
    if rule is None or rule.method == "none":
        return []
    units, values = after = way.after("impute")
    bare = [bool(np.isnan(row).all()) for row in values]

    def formula(row: int, column: int) -> str | None:
        code = way.before.codes[column]
        if not bare[row] and not rule.by and rule.method in formulas.MIDDLES:
            return formulas.filled(way.before.at(units[row], code), way.before.column(code), rule.method)
        here = way.before.cells[row][column].value
        return _same(way.before, units[row], column) if here is not None or np.isnan(values[row, column]) else None

    return [_table("Bù thiếu", f"Số liệu thiếu được bù ({rule.method}).", way.before, after, formula)]


def _screened(way: Way) -> list[Table]:
    units, _values = after = way.after("screen")
    if units == way.before.units:
        return []
    told = "Chỉ các đơn vị đủ số liệu để chấm điểm; danh sách giữ như lần tính."
    return [_table("Đủ số liệu", told, way.before, after, lambda row, column: _same(way.before, units[row], column))]


def _same(before: Table, unit: str, column: int) -> str:
    cell = before.at(unit, before.codes[column])
    return formulas.where_known(cell, cell)


def _treated(way: Way) -> list[Table]:
    old, new = _around(way.scores, "treat")
    if np.array_equal(old, new, equal_nan=True):
        return []
    alike = [np.array_equal(old[:, place], new[:, place], equal_nan=True) for place in range(new.shape[1])]

    def formula(row: int, column: int) -> str | None:
        code = way.before.codes[column]
        low, high = (
            way.parameters.at(code, head) if way.parameters.has(code, head) else "" for head in ("Kéo lên", "Kéo xuống")
        )
        if alike[column]:
            return _same(way.before, way.before.units[row], column)
        return formulas.drawn_in(way.before.at(way.before.units[row], code), low, high) if low or high else None

    told = "Giá trị ngoại lai được kéo vào; ngưỡng giữ như lần tính, sửa được ở trang Tham số."
    return [_table("Ngoại lai", told, way.before, way.after("treat"), formula)]


def _normalised(way: Way) -> list[Table]:
    graded = _graded(way)
    base = graded[-1] if graded else way.before
    rules, every = normalised_by(way.scores.definition), way.scores.definition.indicators

    def formula(row: int, column: int) -> str | None:
        one, rule = every[column], rules[column]
        low, high, target = (way.parameters.at(one.code, head) for head in ("Mốc thấp", "Mốc cao", "Mục tiêu"))
        reference = base.at(rule.reference, one.code) if rule.reference else ""
        place = Place(
            base.at(base.units[row], one.code), base.column(one.code), one.direction, rule, low, high, target, reference
        )
        return formulas.normalised(place)

    told = "Điểm của từng chỉ số trên cùng một thang."
    return [*graded, _table("Chuẩn hóa", told, base, way.after("normalise"), formula)]


def _graded(way: Way) -> list[Table]:
    before, every = way.before, way.scores.definition.indicators
    if not any(one.scale.kind == "table" for one in every):
        return []
    old = np.array([[np.nan if cell.value is None else cell.value for cell in row] for row in before.cells], dtype=float)
    values = old[:, : len(every)].copy()
    for column, one in enumerate(every):
        if one.scale.kind == "table":
            values[:, column] = grade.graded(values[:, column], one.scale.grades)

    def formula(row: int, column: int) -> str | None:
        if every[column].scale.kind != "table":
            return _same(before, before.units[row], column)
        return formulas.graded(before.at(before.units[row], before.codes[column]), every[column].scale.grades)

    return [_table("Quy điểm", "Số liệu quy ra điểm theo bảng tra.", before, (before.units, values), formula)]


_STEPS: Final = {
    "denominate": _denominated,
    "impute": _imputed,
    "screen": _screened,
    "treat": _treated,
    "normalise": _normalised,
}


def _aggregated(scores: Scores, parameters: Parameters, before: Table) -> Table:
    """The scores of all groups, from the lowest level up."""
    tree, units = scores.tree, scores.units
    codes = tree.codes[tree.indicators :]
    empty = Table("Điểm", "Điểm của từng nhóm và điểm chung.", units, codes, ())
    rules = rules_of(scores.definition, tree)

    def cell(row: int, place: int) -> Cell:
        branch, unit = tree.branches[place], units[row]
        parts = [(tree.codes[part], empty if part >= tree.indicators else before) for part in branch.parts]
        formula = formulas.aggregated(
            [table.at(unit, code) for code, table in parts],
            [parameters.at(code, "Trọng số") for code, _table in parts],
            rules[place],
        )
        return Cell(known(scores.values[row, branch.column]), formula or "")

    cells = [[cell(row, place) for place in range(len(codes))] for row in range(len(units))]
    return Table(empty.sheet, empty.told, units, codes, cells)


def _ranked(scores: Scores, normalised: Table, points: Table) -> Table:
    """The rank of each unit in each group and indicator."""
    tree, units = scores.tree, scores.units
    codes = (*tree.codes[tree.indicators :], *tree.codes[: tree.indicators])

    def cell(row: int, code: str) -> Cell:
        table = points if code in points.codes else normalised
        here = table.at(units[row], code)
        rank = known(scores.ranks[row, tree.column(code)])
        return Cell(rank, formulas.ranked(here, table.column(code)))

    cells = [[cell(row, code) for code in codes] for row in range(len(units))]
    return Table("Hạng", "Hạng trong từng nhóm và từng chỉ số; 1 là cao nhất.", units, codes, cells)
