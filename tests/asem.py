"""The ASEM example of COINr as a definition and data, and the reference numbers beside the checkout."""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from hopluc.scorecards import Data, Definition, load_definition
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Normalise
from hopluc.scorecards.sources import read_figures, read_sheet

ROOT = Path(__file__).parents[1]
FOLDER = ROOT.parent / "shared" / "coinr"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one reference table."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def number(cell: str) -> float:
    return float("nan") if cell == "NA" else float(cell)


def column(name: str, key: str) -> Floats:
    """One column of a reference table, in the order of its rows."""
    return np.array([number(row[key]) for row in rows(name)])


def grid(name: str, *, leave: tuple[str, ...] = ("uCode",)) -> Floats:
    """A reference table without its columns of words."""
    return np.array([[number(cell) for key, cell in row.items() if key not in leave] for row in rows(name)])


def definition(low: float = 0.0) -> Definition:
    """The index as COINr builds it; `low` is where its indicators' scores begin."""
    given = load_definition(ROOT / "benchmarks" / "asem.yaml")
    return replace(given, steps=replace(given.steps, normalise=Normalise(low=low, high=100.0)))


def data() -> Data:
    """The figures, units in the order of the reference tables."""
    sheet = read_sheet(FOLDER / "in_ASEM_iData.csv")
    place = sheet.rows[0].cells.index("uCode")
    by_code = sorted(sheet.rows[1:], key=lambda row: str(row.cell(place)))
    return read_figures(replace(sheet, rows=(sheet.rows[0], *by_code)), definition())
