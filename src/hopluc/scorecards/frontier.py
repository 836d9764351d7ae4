"""Benefit of the doubt: each unit is scored with the weights that show it best (Melyn and Moesen 1991; Cherchye and others 2007)."""

import numpy as np

from hopluc.scorecards.arrays import Floats


def benefit_of_the_doubt(parts: Floats, weights: Floats, power: float) -> Floats:  # noqa: ARG001 (means are called alike)
    """The highest Σ w x a unit can have with weights of its own choice, w ≥ 0, with which no unit passes 100.

    Weights of the definition have no say. A unit is compared in the parts it has, with the units that have them too.

    >>> benefit_of_the_doubt(np.array([[4.0, 1.0], [1.0, 4.0], [2.0, 2.0]]), np.ones((1, 2)), 1.0).round(4)
    array([100., 100.,  80.])
    """
    flat = parts.reshape(-1, *parts.shape[-2:])
    return np.array([[_best(table, unit) for unit in range(table.shape[0])] for table in flat]).reshape(parts.shape[:-1])


def _best(table: Floats, unit: int) -> float:
    # SciPy's optimiser takes longer to import than all else; few definitions ask for it.
    from scipy.optimize import linprog

    own = ~np.isnan(table[unit])
    if not own.any():
        return np.nan
    peers = table[:, own][~np.isnan(table[:, own]).any(axis=1)]
    # A weight takes up the scale of its part: as shares of the greatest, no part is too large or small to solve.
    top = peers.max(axis=0)
    told = top > 0
    if not told.any():
        return 0.0
    shares = peers[:, told] / top[told]
    wanted = -table[unit, own][told] / top[told]
    found = linprog(wanted, A_ub=shares, b_ub=np.ones(len(peers)), bounds=(0, None), method="highs")
    return float(-found.fun) * 100
