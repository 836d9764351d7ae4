"""Disturbed figures taken through the steps, many replicates side by side: the same functions as `score`, wider arrays.

Which units are scored, and weights that a definition draws from its data, stay those of the figures as given.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.denominate import denominate
from hopluc.scorecards.grade import graded
from hopluc.scorecards.impute import MIDDLES, by_middle
from hopluc.scorecards.normalise import normalise
from hopluc.scorecards.rules import alike, marks_at, marks_of, normalised_by, treated_by
from hopluc.scorecards.score import score
from hopluc.scorecards.treat import passes, treat

Step = Callable[[Floats, Definition, Data], Floats]


def normalised(values: Floats, definition: Definition, data: Data, places: Whole) -> Floats:
    """Normalised scores (replicates, units at `places`, indicators) of figures (replicates, all units, indicators)."""
    rule = definition.steps.impute
    if rule is not None and rule.method not in ("none", *MIDDLES):
        return _one_by_one(values, definition, data, places)
    units = data
    for name in definition.steps.order:
        if name == "screen" and len(places) < len(data.units):
            kept = np.zeros(len(data.units), bool)
            kept[places] = True
            values, units = values[..., places, :], data.rows(kept)
        elif name in _STEPS:
            values = _STEPS[name](values, definition, units)
    return values


def _one_by_one(values: Floats, definition: Definition, data: Data, places: Whole) -> Floats:
    """By `score`, replicate after replicate: for imputation that looks at one table at a time."""
    codes = tuple(one.code for one in definition.indicators)
    wanted = [data.units[place] for place in places]
    found = np.full((len(values), len(places), len(codes)), np.nan)
    for replicate, figures in enumerate(values):
        stage = score(definition, replace(data, codes=codes, values=figures)).stages["normalised"]
        row = dict(zip(stage.units, stage.values, strict=True))
        for place, unit in enumerate(wanted):
            found[replicate, place] = row.get(unit, np.nan)
    return found


def _denominated(values: Floats, definition: Definition, data: Data) -> Floats:
    rule = definition.steps.denominate
    if rule is None:
        return values
    divided = values.copy()
    for column, one in enumerate(definition.indicators):
        if one.denominator is not None:
            divided[..., column] = denominate(values[..., column], data.denominators[one.denominator], rule.scale)
    return divided


def _imputed(values: Floats, definition: Definition, data: Data) -> Floats:
    rule = definition.steps.impute
    if rule is None or rule.method == "none" or not np.isnan(values).any():
        return values
    filled = by_middle(values, MIDDLES[rule.method], None if rule.by is None else data.classes[rule.by])
    return np.where(np.isnan(values).all(axis=-1, keepdims=True), np.nan, filled)


def _treated(values: Floats, definition: Definition, data: Data) -> Floats:  # noqa: ARG001 (steps are called alike)
    """Only the columns that fail their test, those of all replicates beside each other as one wide table."""
    direction = marks_of(definition).direction
    treated = values.copy()
    for rule, columns in alike(treated_by(definition)):
        if rule is not None:
            part = values[..., columns]
            replicate, column = np.nonzero(
                np.full((len(part), len(columns)), fill_value=True) if rule.forced else ~passes(part, rule)
            )
            wide = np.ascontiguousarray(part[replicate, :, column].T)
            place = columns[column]
            treated[replicate, :, place] = treat(wide, rule, direction[place]).values.T
    return treated


def _normalised(values: Floats, definition: Definition, data: Data) -> Floats:
    marks = marks_of(definition)
    values = values.copy()
    for column, one in enumerate(definition.indicators):
        if one.scale.kind == "table":
            values[..., column] = graded(values[..., column], one.scale.grades)
    found = np.empty_like(values)
    for rule, columns in alike(normalised_by(definition)):
        reference = -1 if rule.reference is None else data.units.index(rule.reference)
        found[..., columns] = normalise(values[..., columns], rule, marks_at(marks, columns, reference))
    return found


_STEPS: Mapping[str, Step] = {"denominate": _denominated, "impute": _imputed, "treat": _treated, "normalise": _normalised}
