"""How much each part truly counts in a score: not its weight, but how far the score follows it."""

from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats

_WIDTHS: Final = (0.15, 0.25, 0.4, 0.6, 1.0, 1.7, 3.0)
"""Widths of the kernel tried, in standard deviations of the part."""


def correlation_ratio(part: Floats, whole: Floats) -> float:
    """The share of the variance of `whole` that follows `part`, straight or bent (tỷ số tương quan; Paruolo, Saisana, Saltelli 2013).

    The expected whole given the part is a local line under a Gaussian kernel, its width the one that leaves the least error
    when each unit is foretold from the others. Between 0 and 1; nan for fewer than four units or a part that does not vary.

    >>> x = np.linspace(-1, 1, 41)
    >>> round(correlation_ratio(x, 3 * x), 3), round(correlation_ratio(x, x**2), 2) > 0.9
    (1.0, True)
    """
    both = ~(np.isnan(part) | np.isnan(whole))
    own, score = part[both], whole[both]
    if len(own) < 4 or np.ptp(own) == 0 or np.ptp(score) == 0:
        return float("nan")
    away = (own[:, None] - own[None, :]) / own.std()
    _, curve = min((_smoothed(away, score, width) for width in _WIDTHS), key=lambda found: found[0])
    return min(float(np.var(curve) / np.var(score)), 1.0)


def _smoothed(away: Floats, score: Floats, width: float) -> tuple[float, Floats]:
    """The error of foretelling each unit from the others, and the smooth curve at each unit."""
    kernel = np.exp(-0.5 * (away / width) ** 2)
    sums = [(kernel * away**power).sum(axis=1) for power in (0, 1, 2)]
    local = kernel * (sums[2][:, None] - away * sums[1][:, None])
    total = local.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        hat = np.where(total[:, None] > 1e-12, local / total[:, None], kernel / kernel.sum(axis=1, keepdims=True))
        curve = hat @ score
        error = np.mean(((score - curve) / np.maximum(1 - np.diag(hat), 1e-6)) ** 2)
    return float(error), curve
