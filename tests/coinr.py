"""What COINr 1.1.14 computed on its ASEM example, where those numbers lie beside the checkout."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

HOUSE = Path(__file__).resolve().parents[1]
FOLDER = HOUSE.parent / "shared" / "coinr"
DEFINITION = HOUSE / "benchmarks" / "asem.yaml"
FIGURES = FOLDER / "in_ASEM_iData.csv"


@dataclass(frozen=True)
class Table:
    """One table: codes of its columns, units of its rows, numbers with NaN for NA."""

    codes: tuple[str, ...]
    units: tuple[str, ...]
    values: npt.NDArray[np.float64]


@cache
def records(name: str, folder: Path = FOLDER) -> tuple[dict[str, str], ...]:
    """The rows of a file as they are written."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def table(name: str, folder: Path = FOLDER, key: str = "uCode") -> Table:
    """A file whose columns but one are numbers."""
    rows = records(name, folder)
    codes = tuple(code for code in rows[0] if code != key)
    return Table(codes, tuple(row[key] for row in rows), np.array([[number(row[code]) for code in codes] for row in rows]))


def number(text: str) -> float:
    return float("nan") if text in ("NA", "") else float(text)


def apart(mine: npt.NDArray[np.float64], theirs: npt.NDArray[np.float64]) -> float:
    """The greatest relative difference; infinite where one has a number and the other none."""
    if (np.isnan(mine) != np.isnan(theirs)).any():
        return float("inf")
    return float(np.nanmax(np.abs(mine - theirs) / np.maximum(np.abs(theirs), 1e-12), initial=0.0))


def in_order(
    codes: tuple[str, ...], units: tuple[str, ...], values: npt.NDArray[np.float64], like: Table
) -> npt.NDArray[np.float64]:
    """Our numbers in the rows and columns of one of their tables."""
    rows = [units.index(unit) for unit in like.units]
    return values[np.ix_(rows, [codes.index(code) for code in like.codes])]
