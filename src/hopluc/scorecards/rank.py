"""Ranks (xếp hạng): 1 is the highest score, units with one score share the better place, a missing score has no rank."""

import numpy as np

from hopluc.scorecards.arrays import Floats


def ranked(scores: Floats) -> Floats:
    """The rank of each unit in each column of scores (…, units, columns).

    >>> ranked(np.array([[50.0], [70.0], [50.0], [np.nan]])).ravel()
    array([ 2.,  1.,  2., nan])
    """
    order = np.argsort(-scores, axis=-2, kind="stable")
    sorted_scores = np.take_along_axis(scores, order, axis=-2)
    places = np.arange(1.0, scores.shape[-2] + 1)[:, None]
    same = np.zeros(scores.shape, dtype=bool)
    same[..., 1:, :] = sorted_scores[..., 1:, :] == sorted_scores[..., :-1, :]
    first = np.maximum.accumulate(np.where(same, 0.0, places), axis=-2)
    ranks = np.empty_like(scores)
    np.put_along_axis(ranks, order, first, axis=-2)
    return np.where(np.isnan(scores), np.nan, ranks)
