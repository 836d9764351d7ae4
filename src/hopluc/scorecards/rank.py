"""Ranks (xếp hạng) of units, column by column; a missing value has no rank."""

from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats

TIED: Final = 1e-12
"""Scores that differ by no more than this share of the greatest are alike: the same sum, taken in another order, differs in its last bits."""


def ascending(values: Floats, *, average: bool = False, tied: float = 0.0) -> Floats:
    """The rank of each unit in each column of values (…, units, columns), 1 for the least. Values alike share the lowest rank, or their average.

    Values are alike that are equal, or differ by no more than `tied` times the greatest of their column.

    >>> ascending(np.array([[5.0], [7.0], [5.0], [np.nan]])).ravel()
    array([ 1.,  3.,  1., nan])
    >>> ascending(np.array([[5.0], [7.0], [5.0]]), average=True).ravel()
    array([1.5, 3. , 1.5])
    """
    order = np.argsort(values, axis=-2, kind="stable")
    ordered = np.take_along_axis(values, order, axis=-2)
    places = np.broadcast_to(np.arange(1.0, values.shape[-2] + 1)[:, None], values.shape)
    same = ordered[..., 1:, :] <= ordered[..., :-1, :] + apart(values, tied)
    edge = np.ones((*values.shape[:-2], 1, values.shape[-1]), bool)
    shared = np.maximum.accumulate(np.where(np.concatenate([edge, ~same], axis=-2), places, 0.0), axis=-2)
    if average:
        last = np.where(np.concatenate([~same, edge], axis=-2), places, np.inf)
        shared = (shared + np.flip(np.minimum.accumulate(np.flip(last, axis=-2), axis=-2), axis=-2)) / 2
    ranks = np.empty_like(values)
    np.put_along_axis(ranks, order, shared, axis=-2)
    return np.where(np.isnan(values), np.nan, ranks)


def ranked(scores: Floats) -> Floats:
    """The rank of each unit in each column of scores (…, units, columns): 1 is the highest score, units alike share the better place.

    >>> ranked(np.array([[50.0], [70.0], [50.0], [np.nan]])).ravel()
    array([ 2.,  1.,  2., nan])
    >>> ranked(np.array([[0.1 + 0.2], [0.3], [0.4]])).ravel()
    array([2., 2., 1.])
    """
    return ascending(-scores, tied=TIED)


def apart(scores: Floats, tied: float = TIED) -> Floats:
    """By how much scores of each column (…, units, columns) may differ and be alike still, as (…, 1, columns)."""
    least: Floats = tied * np.max(np.abs(scores), axis=-2, keepdims=True, initial=0.0, where=np.isfinite(scores))
    return least
