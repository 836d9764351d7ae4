"""Scores as CSV files, a definition as YAML: what goes back out of the engine."""

import math
from collections.abc import Iterator, Sequence

import numpy as np

from hopluc import load
from hopluc.comma_separated import as_csv
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.moments import growth
from hopluc.scorecards.rank import ranked
from hopluc.scorecards.results import STAGES, Scores
from hopluc.scorecards.treat import Treatment
from hopluc.scorecards.tree import effective
from hopluc.scorecards.work import each_year

_UNIT, _YEAR = "uCode", "Time"
STAMP = "Ước tính nội bộ, không phải kết quả do Bộ công bố"
"""What is said wherever a score of ours is shown."""


def as_tables(scores: Scores) -> Iterator[tuple[str, str]]:
    """Name and text of each CSV file: every step, `ranks.csv`, `weights.csv` and `remarks.csv`; `treated-points.csv` where one rule of
    treatment holds for all, `class-ranks.csv` where units have classes, `growth.csv` of a panel.

    A row a unit, in the order of their codes; `uCode` first, in a panel then `Time`; numbers with 17 significant digits, NA where there is none.
    """
    for name in STAGES[1:]:
        stage = scores.stages[name]
        yield f"{name}.csv", _table(stage.units, stage.years, stage.codes, stage.values)
    yield "ranks.csv", _table(scores.units, scores.data.years, scores.tree.codes, scores.ranks)
    if scores.treatment is not None:
        yield "treated-points.csv", as_csv((_UNIT, *scores.stages["treated"].codes), _treated_points(scores, scores.treatment))
    if scores.data.classes:
        yield "class-ranks.csv", as_csv(("Class", "Among", *_head(scores.data.years), *scores.tree.codes), _class_ranks(scores))
    if scores.data.years:
        yield "growth.csv", as_csv((_UNIT, "Stage", *scores.tree.codes), _growth(scores))
    share = effective(scores.tree, scores.weights)
    columns = zip(scores.tree.codes, scores.tree.levels, scores.weights, share, strict=True)
    weights = ((code, str(level), in_full(own), in_full(whole)) for code, level, own, whole in columns)
    yield "weights.csv", as_csv(("iCode", "Level", "Weight", "EffWeight"), weights)
    stamp = ("-", "internal-estimate", f"{scores.definition.code} {scores.definition.edition}", STAMP)
    remarks = ((one.step, one.code, one.key, one.text) for one in scores.remarks)
    yield "remarks.csv", as_csv(("step", "code", "key", "text"), (stamp, *remarks))


def _table(units: tuple[str, ...], years: tuple[int, ...], codes: tuple[str, ...], values: Floats) -> str:
    marks = [(unit, str(year)) for unit, year in zip(units, years, strict=True)] if years else [(unit,) for unit in units]
    order = sorted(range(len(units)), key=marks.__getitem__)
    return as_csv((*_head(years), *codes), ((*marks[row], *map(in_full, values[row])) for row in order))


def _head(years: tuple[int, ...]) -> tuple[str, ...]:
    return (_UNIT, _YEAR) if years else (_UNIT,)


def _treated_points(scores: Scores, done: Treatment) -> Iterator[Sequence[str]]:
    """What was done to each figure: drawn down (winhi), drawn up (winlo), put on another curve (its column's second stage), nothing."""
    units = scores.stages["treated"].units
    words = np.where(done.high, "winhi", np.where(done.low, "winlo", ""))
    words = np.where(done.second & (words == ""), "curve", words)
    yield from ((units[row], *map(str, words[row])) for row in sorted(range(len(units)), key=units.__getitem__))


def _class_ranks(scores: Scores) -> Iterator[Sequence[str]]:
    """The rank of each unit among those of its own class, for every class of units the figures have."""
    data = scores.data
    for name, words in data.classes.items():
        for word in sorted(set(words) - {""}):
            among = np.array([one == word for one in words])
            ranks = each_year(data.rows(among), scores.values[among], lambda values, _: ranked(values))
            rows = data.rows(among)
            for row in sorted(range(len(rows.units)), key=lambda row: (rows.units[row], rows.years[row] if rows.years else 0)):
                year = (str(rows.years[row]),) if rows.years else ()
                yield name, word, rows.units[row], *year, *map(in_full, ranks[row])


def _growth(scores: Scores) -> Iterator[Sequence[str]]:
    """The growth a year of each unit's figures as given, and of its scores."""
    stages = (scores.stages["raw"], scores.stages["aggregated"])
    for unit in sorted(set(scores.units)):
        for stage in stages:
            rows = [row for row, one in enumerate(stage.units) if one == unit]
            years = np.array([stage.years[row] for row in rows], dtype=float)
            found = growth(stage.values[rows], years)
            yield (
                unit,
                stage.name,
                *(in_full(float(found[place])) if place < len(found) else "NA" for place in range(len(scores.tree.codes))),
            )


def in_full(value: float) -> str:
    """A number with the 17 significant digits that give it back exactly; NA where there is none."""
    return "NA" if math.isnan(value) else f"{value:.17g}"


def as_ranking(scores: Scores) -> str:
    """The scores by the topmost group as lines of text, best first, units without a score last; of a panel its latest year.

    An index of several tops ranks nobody: its units stand in their own order, with a score for each top.
    """
    tops, data = scores.tree.tops, scores.data
    rows = [row for row in range(len(data.units)) if not data.years or data.years[row] == max(data.years)]
    names = data.names or data.units
    if len(tops) > 1:
        head = f"{'Mã':10} {' '.join(f'{scores.tree.codes[top]:>8}' for top in tops)}  Tên"
        return "\n".join(
            [
                head,
                *(
                    f"{data.units[row]:10} {' '.join(_told(scores.values[row, top], 8, 2) for top in tops)}  {names[row]}"
                    for row in rows
                ),
            ]
        )
    rank, score = scores.ranks[:, tops[0]], scores.values[:, tops[0]]
    rows.sort(key=lambda row: (float(np.nan_to_num(rank[row], nan=np.inf)), data.units[row]))
    head = f"{'Hạng':>5}  {'Mã':10} {'Điểm':>8}  Tên"
    return "\n".join(
        [head, *(f"{_told(rank[row], 5, 0)}  {data.units[row]:10} {_told(score[row], 8, 2)}  {names[row]}" for row in rows)]
    )


def _told(value: float, width: int, decimals: int) -> str:
    return f"{'-' if math.isnan(value) else f'{value:.{decimals}f}':>{width}}"


def as_yaml(definition: Definition) -> str:
    """A definition as the YAML file that `load_definition` reads back; what would be so anyway is left out."""
    return load.as_yaml(definition, leave_out=("file",))
