"""The work on the way from figures to scores: the rows still in it, their values now, and what was left and seen so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from hopluc.errors import CannotScore
from hopluc.scorecards.arrays import Floats, Truth, Whole
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.impute import OVER_YEARS
from hopluc.scorecards.results import Remark, Stage
from hopluc.scorecards.treat import Treatment
from hopluc.scorecards.tree import Tree


@dataclass(frozen=True)
class Work:
    """One set of figures on its way. `values` has the indicators of the tree as columns, after aggregation all of the tree."""

    definition: Definition
    tree: Tree
    data: Data
    values: Floats
    weights: Floats
    stages: Mapping[str, Stage]
    remarks: tuple[Remark, ...] = ()
    treatment: Treatment | None = None

    def left(self, name: str, values: Floats | None = None, data: Data | None = None) -> "Work":
        """The work after a step of that name, with the values (and rows) it left."""
        values = self.values if values is None else values
        data = self.data if data is None else data
        stage = Stage(name, data.units, self.tree.codes[: values.shape[-1]], values, data.years)
        return replace(self, data=data, values=values, stages={**self.stages, name: stage})

    def saying(self, *remarks: Remark) -> "Work":
        """The same work with more remarks."""
        return replace(self, remarks=(*self.remarks, *remarks))

    def row(self, row: int) -> str:
        """A row as a sentence begins with it: file and line where the figures came from a file, and the unit."""
        at = f"{self.data.file}, dòng {self.data.lines[row]}: " if self.data.lines else ""
        return f"{at}{self.data.units[row]}"

    def column(self, code: str) -> str:
        """A column as a sentence begins with it: the file where the figures came from one, and its code."""
        return f"{self.data.file}, cột {code}" if self.data.lines else code

    def refusal(self, step: str, key: str, reason: str, remedy: str) -> CannotScore:
        """Why the work cannot go on."""
        return CannotScore(index=self.definition.code, step=step, key=key, reason=reason, remedy=remedy)


def begin(definition: Definition, tree: Tree, data: Data) -> Work:
    """The work at its start. Raises CannotScore where an indicator has no column, a unit two rows, or a value is infinite."""
    codes = tree.codes[: tree.indicators]
    empty = Work(definition, tree, data, data.values, tree.weights, {})
    for code in codes:
        if code not in data.codes:
            raise empty.refusal("đọc số liệu", code, "số liệu không có cột này", "thêm cột, để trống ô chưa có số liệu")
    if not data.units:
        raise empty.refusal("đọc số liệu", "số liệu", "không có đơn vị nào", "thêm mỗi đơn vị một dòng")
    seen: set[tuple[str, int]] = set()
    for row, unit in enumerate(data.units):
        one = (unit, data.years[row] if data.years else 0)
        if one in seen:
            raise empty.refusal("đọc số liệu", unit, "đơn vị này có hai dòng trong một kỳ", "bỏ bớt một dòng")
        seen.add(one)
    values = data.values[:, [data.codes.index(code) for code in codes]]
    for unit, column in np.argwhere(np.isinf(values)):
        raise empty.refusal(
            "đọc số liệu",
            f"{codes[column]}, {empty.row(unit)}",
            "giá trị vô hạn",
            "sửa thành số, hoặc để trống nếu chưa có số liệu",
        )
    rule = definition.steps.impute
    bare = bare_rows(data, values, across=rule is not None and rule.method in OVER_YEARS)
    remarks = [
        Remark("raw", "no-figures", data.units[row], f"{empty.row(row)}: không có số liệu nào, nên không có điểm.")
        for row in map(int, np.flatnonzero(bare))
    ]
    return empty.left("raw", values).saying(*_not_whole(tree), *remarks)


def _not_whole(tree: Tree) -> list[Remark]:
    """Groups whose weights look like shares of 1 or of 100 and do not add up to it: they count by proportion, which must be told."""
    remarks = []
    for branch in tree.branches:
        own = tree.weights[branch.parts]
        total = float(own.sum())
        shares = bool((own < 1).all()) or (bool((own > 1).all()) and 90 < total < 110)
        if len(set(own.tolist())) > 1 and shares and min(abs(total - 1), abs(total - 100)) > 1e-6:
            text = f"{branch.code}: trọng số các phần cộng lại là {total:g}, không phải 1 hay 100; được chia lại theo tỷ lệ."
            remarks.append(Remark("weigh", "not-whole", branch.code, text))
    return remarks


def bare_rows(data: Data, values: Floats, *, across: bool = False) -> Truth:
    """Whether each row has no figure at all; `across` years, whether its unit has none in any: what it has in one may stand for another."""
    bare = [bool(np.isnan(row).all()) for row in values]
    known = {unit for unit, none in zip(data.units, bare, strict=True) if across and not none}
    return np.array([none and unit not in known for unit, none in zip(data.units, bare, strict=True)], dtype=bool)


def slices(data: Data) -> list[Whole]:
    """The rows of each year in turn; all rows where the data is no panel."""
    if not data.years:
        return [np.arange(len(data.units))]
    return [np.flatnonzero(np.array(data.years) == year) for year in sorted(set(data.years))]


def each_year(data: Data, values: Floats, work: Callable[[Floats, Whole], Floats]) -> Floats:
    """What `work` makes of the values of each year and their rows, put together again."""
    made = [(rows, work(values[rows], rows)) for rows in slices(data)]
    whole = np.empty((values.shape[0], made[0][1].shape[-1]))
    for rows, part in made:
        whole[rows] = part
    return whole
