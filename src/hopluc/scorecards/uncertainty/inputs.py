"""Uncertain inputs (yếu tố không chắc chắn): what could as well have been otherwise, and how each is drawn.

A file of inputs is data, as a definition is. Every input is one coordinate of the design, from 0 to 1:

- `any-of`: one of `values` at `key` of the definition, each as likely (a method, a limit, a whole step);
- `between`: a number from `low` to `high` at `key`;
- `weights`: each weight up to `spread` above or below its own (0.25: ±25 %), at `levels` or at all;
- `weight-ranges`: weights of the named parts drawn between `low` and `high`;
- `leave-out`: one part of `level` without weight, or none;
- `error`: each figure off by a normal error, `spread` of its own size, or of the indicator's standard deviation
  (`relative: false`), for `codes` or for all;
- `missing`: each figure missing with the likelihood `share`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np

from hopluc.errors import CannotScore, WrongDefinition
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.score import score
from hopluc.scorecards.tree import Tree, tree_of
from hopluc.scorecards.uncertainty.changes import changed
from hopluc.scorecards.uncertainty.designs import DESIGNS
from hopluc.scorecards.uncertainty.streams import normals, uniforms

KINDS: Final = ("any-of", "between", "weights", "weight-sets", "weight-ranges", "leave-out", "error", "missing")


@dataclass(frozen=True)
class Range:
    """From where to where a weight may be drawn."""

    low: float
    high: float


@dataclass(frozen=True)
class Input:
    """One uncertain input; which keys a kind reads stands at the head of this file."""

    name: str
    kind: str
    key: str = ""
    values: tuple[Any, ...] = ()
    low: float = 0.0
    high: float = 1.0
    spread: float = 0.25
    relative: bool = True
    share: float = 0.05
    level: int = 2
    levels: tuple[int, ...] = ()
    codes: tuple[str, ...] = ()
    ranges: Mapping[str, Range] = field(default_factory=dict)
    sets: tuple[Mapping[str, float], ...] = ()

    def chosen(self, drawn: Floats) -> Floats:
        """What a choice comes to for each coordinate, as a number: the place in `values`, or the number itself."""
        if self.kind == "between":
            return self.low + drawn * (self.high - self.low)
        return _places(drawn, len(self.values)).astype(np.float64)

    @cached_property
    def weight_sets(self) -> tuple[tuple[str, ...], Floats]:
        """The codes that all sets of weights name, and their weights: codes down, sets across."""
        codes = tuple(code for code in self.sets[0] if all(code in weights for weights in self.sets))
        return codes, np.array([[weights[code] for weights in self.sets] for code in codes])


@dataclass(frozen=True)
class Analysis:
    """What is uncertain and how often to draw: `count` replicates of a design from a seed; `level` is that of the intervals.

    `of` is the code whose scores are ranked; the index itself unless given.
    """

    inputs: tuple[Input, ...]
    count: int = 10_000
    design: str = "random"
    seed: int = 1
    level: float = 0.9
    of: str | None = None
    file: str = "-"


def checked(analysis: Analysis, tree: Tree) -> Analysis:
    """The analysis, if it can be carried out on this tree. Raises WrongDefinition naming the key that is wrong."""
    if analysis.design not in DESIGNS:
        raise _wrong(analysis, "design", f'"{analysis.design}" không thuộc {", ".join(DESIGNS)}')
    if not analysis.inputs or analysis.count < 1 or not 0 < analysis.level < 1:
        raise _wrong(analysis, "inputs", "cần ít nhất một yếu tố, một lần lặp và mức tin cậy giữa 0 và 1")
    names = [one.name for one in analysis.inputs]
    for one in analysis.inputs:
        if names.count(one.name) > 1:
            raise _wrong(analysis, one.name, "tên yếu tố này dùng hai lần")
        if one.kind not in KINDS:
            raise _wrong(analysis, one.name, f'loại "{one.kind}" không thuộc {", ".join(KINDS)}')
        if one.kind in ("any-of", "between") and not one.key:
            raise _wrong(analysis, one.name, "thiếu khóa (key) của định nghĩa cần thay đổi")
        if one.key.endswith(".parent"):
            raise _wrong(
                analysis, one.name, "cấu trúc của bộ chỉ số không thể là yếu tố thay đổi; hãy dùng weights hoặc leave-out"
            )
        if (one.kind == "any-of" and not one.values) or (one.kind == "weight-sets" and not one.sets):
            raise _wrong(analysis, one.name, "thiếu danh sách lựa chọn")
        if len({frozenset(weights) for weights in one.sets}) > 1:
            raise _wrong(analysis, one.name, "các bộ trọng số phải nêu cùng các mã")
        for code in (*one.codes, *one.ranges, *(code for weights in one.sets for code in weights)):
            if code not in tree.codes:
                raise _wrong(analysis, one.name, f'không có mã "{code}" trong định nghĩa')
    return analysis


def _wrong(analysis: Analysis, key: str, reason: str) -> WrongDefinition:
    return WrongDefinition(file=analysis.file, key=key, reason=reason)


def picked(one: Input, drawn: float) -> Any:
    """The value an `any-of` or `between` input puts into the definition at one coordinate."""
    chosen = float(one.chosen(np.array([drawn]))[0])
    return chosen if one.kind == "between" else one.values[int(chosen)]


def weighted(one: Input, tree: Tree, weights: Floats, drawn: Floats) -> Floats:
    """The weights (columns, replicates) as this input changes them; weights of one replicate are spread over all."""
    if one.kind == "weights":
        levels = np.array(tree.levels)
        moved = np.flatnonzero(np.isin(levels, one.levels) if one.levels else np.ones(len(levels), bool))
        noise = np.ones((len(tree.codes), len(drawn)))
        noise[moved] += one.spread * (2 * uniforms(drawn, len(moved)) - 1)
        return weights * noise
    changed = np.broadcast_to(weights, (len(tree.codes), len(drawn))).copy()
    if one.kind == "weight-ranges":
        for (code, between), share in zip(one.ranges.items(), uniforms(drawn, len(one.ranges)), strict=True):
            changed[tree.column(code)] = between.low + share * (between.high - between.low)
    elif one.kind == "weight-sets":
        codes, every = one.weight_sets
        changed[[tree.column(code) for code in codes]] = every[:, _places(drawn, len(one.sets))]
    elif one.kind == "leave-out":
        parts = np.flatnonzero(np.array(tree.levels) == one.level)
        places = _places(drawn, len(parts) + 1)
        left_out = places > 0
        changed[parts[places[left_out] - 1], np.flatnonzero(left_out)] = 0.0
    return changed


def disturbed(one: Input, values: Floats, codes: tuple[str, ...], drawn: Floats) -> Floats:
    """The figures (replicates, units, indicators) as an `error` or `missing` input changes them; `values` are (…, units, indicators)."""
    units, columns = values.shape[-2:]
    every = not one.codes or set(codes) <= set(one.codes)
    moved = slice(None) if every else np.array([place for place, code in enumerate(codes) if code in one.codes])
    own = values[..., moved]
    count, shape = units * own.shape[-1], (len(drawn), units, own.shape[-1])
    if one.kind == "missing":
        new = np.where(uniforms(drawn, count).T.reshape(shape) < one.share, np.nan, own)
    else:
        size = np.abs(own) if one.relative else np.nanstd(own, axis=-2, ddof=1, keepdims=True)
        new = normals(drawn, count).T.reshape(shape)
        new *= one.spread * size
        new += own
    if every:
        return new
    changed = np.broadcast_to(values, (len(drawn), units, columns)).copy()
    changed[..., moved] = new
    return changed


def _places(drawn: Floats, count: int) -> "np.ndarray[Any, np.dtype[np.intp]]":
    return np.minimum((drawn * count).astype(np.intp), count - 1)


def usual_inputs(definition: Definition, data: Data) -> tuple[Input, ...]:
    """What is varied where nobody says: the weights of each level by a quarter, and the mean where another can be computed."""
    levels = sorted(set(tree_of(definition).levels))[:-1]
    weights = tuple(
        Input(f"trọng số cấp {level} / weights of level {level}", "weights", spread=0.25, levels=(level,)) for level in levels
    )
    means = Input("cách tổng hợp / aggregation", "any-of", key="steps.aggregate.method", values=("arithmetic", "geometric"))
    rule = definition.steps.aggregate
    if rule.method not in means.values or rule.levels:
        return weights
    try:
        score(changed(definition, means.key, "geometric"), data)
    except CannotScore:
        return weights
    return (*weights, means)
