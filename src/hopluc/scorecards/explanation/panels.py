"""Editions that look back (nhìn lại): several years scored by one definition on one scale, so that their scores can be held against each other."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.results import Scores
from hopluc.scorecards.score import score


def on_one_scale(definition: Definition, years: Mapping[int, Data]) -> Scores:
    """The scores of every year, each indicator normalised over all years at once; a row a unit and year, ranks within each year.

    Of the figures of each year the columns that the definition asks for are taken; what a year does not have is missing there.
    Raises CannotScore.
    """
    return score(_over_years(definition), _panel(definition, years))


def _over_years(definition: Definition) -> Definition:
    indicators = tuple(
        one if one.normalise is None else replace(one, normalise=replace(one.normalise, years="all"))
        for one in definition.indicators
    )
    steps = replace(definition.steps, normalise=replace(definition.steps.normalise, years="all"))
    return replace(definition, indicators=indicators, steps=steps)


def _panel(definition: Definition, years: Mapping[int, Data]) -> Data:
    order = sorted(years)
    every = [years[year] for year in order]
    codes = tuple(one.code for one in definition.indicators)
    return Data(
        tuple(unit for data in every for unit in data.units),
        codes,
        np.vstack([data.columns(codes) for data in every]),
        tuple(name for data in every for name in data.names or data.units),
        {one.code: np.concatenate([data.size(one.code) for data in every]) for one in definition.denominators},
        {
            one.code: tuple(word for data in every for word in data.classes.get(one.code, ("",) * len(data.units)))
            for one in definition.classes
        },
        years=tuple(year for year, data in zip(order, every, strict=True) for _unit in data.units),
        file=every[-1].file,
    )
