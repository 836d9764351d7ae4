"""Where weights come from (trọng số): given, equal, from the data, or from people.

A method of the data takes the scores of the parts of one group (units, parts), complete rows only, and gives a weight a part.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Comparison, Expert
from hopluc.scorecards.moments import mean

FromData = Callable[[Floats], Floats]
RANDOM = {1: 0.0, 2: 0.0, 3: 0.58, 4: 0.9, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49, 11: 1.51, 12: 1.48, 13: 1.56,
          14: 1.57, 15: 1.59}  # fmt: skip
"""The consistency index of random comparisons by the number of parts (Saaty 1980)."""


def principal(parts: Floats) -> Floats:
    """The loadings of the first principal component of standardised parts, in the sign that makes their sum positive; some may be negative."""
    standard = (parts - parts.mean(axis=0)) / parts.std(axis=0, ddof=1)
    _, _, rotation = np.linalg.svd(standard, full_matrices=False)
    first: Floats = rotation[0]
    return first if first.sum() >= 0 else -first


def entropy(parts: Floats) -> Floats:
    """1 - e of each part, e being the entropy of its shares p = x / Σ x: -Σ p ln p / ln n (Zeleny 1982). Parts must not be negative."""
    share = parts / parts.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        disorder = -np.where(share > 0, share * np.log(share), 0.0).sum(axis=0) / np.log(len(parts))
    weight = 1 - disorder
    shared: Floats = weight / weight.sum()
    return shared


def critic(parts: Floats) -> Floats:
    """The contrast of a part (deviation of its shares from least to greatest) times its conflict Σ (1 - r) with the others (Diakoulaki 1995)."""
    reach = parts.max(axis=0) - parts.min(axis=0)
    share = (parts - parts.min(axis=0)) / reach
    apart = 1 - np.corrcoef(share, rowvar=False)
    conflict = np.where(apart < 1e-12, 0.0, apart).sum(axis=0)  # what is left of parts that move as one is rounding
    information = share.std(axis=0, ddof=1) * conflict
    shared: Floats = information / information.sum()
    return shared


FROM_DATA: Mapping[str, FromData] = {"pca": principal, "entropy": entropy, "critic": critic}
"""Every method that takes its weights from the scores of one group."""
BALANCED, INFORMED = "balanced-correlation", "greatest-correlation"
METHODS = ("given", "equal", *FROM_DATA, BALANCED, INFORMED, "budget", "ahp")
"""Every method of weighting by its name in a definition."""


def budget(codes: tuple[str, ...], experts: tuple[Expert, ...]) -> Floats:
    """The mean of the experts' shares of the points they gave to the parts of one group.

    >>> budget(("a", "b"), (Expert("1", {"a": 60, "b": 40}), Expert("2", {"a": 1, "b": 3})))
    array([0.425, 0.575])
    """
    points = np.array([[expert.points[code] for code in codes] for expert in experts], dtype=float)
    mean: Floats = (points / points.sum(axis=1, keepdims=True)).mean(axis=0)
    return mean


@dataclass(frozen=True)
class Compared:
    """Weights from comparisons in pairs, and the consistency ratio of these."""

    weights: Floats
    ratio: float


def compared(codes: tuple[str, ...], comparisons: tuple[Comparison, ...]) -> Compared:
    """The principal eigenvector of the matrix of comparisons (Saaty 1980), and (λ - n) / (n - 1) as a share of that of random ones.

    >>> found = compared(("a", "b"), (Comparison("a", "b", 3.0),))
    >>> found.weights, round(found.ratio, 6)
    (array([0.75, 0.25]), 0.0)
    """
    place = {code: index for index, code in enumerate(codes)}
    matrix = np.eye(len(codes))
    for pair in comparisons:
        if pair.first in place and pair.second in place:
            matrix[place[pair.first], place[pair.second]] = pair.times
            matrix[place[pair.second], place[pair.first]] = 1 / pair.times
    values, vectors = np.linalg.eig(matrix)
    best = int(np.argmax(values.real))
    weights = np.abs(vectors[:, best].real)
    count = len(codes)
    index = (float(values[best].real) - count) / max(count - 1, 1)
    chance = RANDOM.get(count, RANDOM[15])
    return Compared(weights / weights.sum(), index / chance if chance else 0.0)


def optimised(parts: Floats, top: Callable[[Floats], Floats], start: Floats, *, balanced: bool) -> Floats:
    """Weights of all parts of one level whose correlations with the top are alike (balanced), or as great as they can be in sum.

    `parts` are (units, parts), `top` gives the scores of the top for weights. Nelder and Mead's search begins at `start`; COINr's objective.
    """
    # SciPy's optimiser takes longer to import than all else; few definitions ask for it.
    from scipy.optimize import minimize

    def objective(weights: Floats) -> float:
        index = top(np.abs(weights))
        found = _correlations(parts, index)
        return float(((1 / len(found) - found / found.sum()) ** 2).mean()) if balanced else float(-found.sum())

    limits = {"maxiter": 400 * len(start), "xatol": 1e-8, "fatol": 1e-14, "adaptive": True}
    weights = np.abs(minimize(objective, start, method="Nelder-Mead", options=limits).x)
    shared: Floats = weights / weights.sum()
    return shared


def _correlations(parts: Floats, index: Floats) -> Floats:
    """The correlation of each part with the index, over the units that have both."""
    both = ~np.isnan(parts) & ~np.isnan(index)[:, None]
    first, second = np.where(both, parts, np.nan), np.where(both, index[:, None], np.nan)
    first, second = first - mean(first), second - mean(second)
    found: Floats = np.nansum(first * second, axis=0) / np.sqrt(np.nansum(first**2, axis=0) * np.nansum(second**2, axis=0))
    return found
