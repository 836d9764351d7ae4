"""Peers (địa phương tương đồng): the units whose indicators look most like one's own."""

from dataclasses import dataclass

import numpy as np

from hopluc.scorecards.results import Scores


@dataclass(frozen=True)
class Peer:
    """A unit, and how far its profile lies: the root mean square of differences in standard deviations, over `shared` indicators."""

    unit: str
    distance: float
    shared: int


def peers(scores: Scores, unit: str, most: int = 5) -> tuple[Peer, ...]:
    """The units nearest to one in their normalised scores, nearest first; indicators that either lacks are left out of a pair."""
    values = scores.values[:, : scores.tree.indicators]
    known = ~np.isnan(values)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, values, 0.0).sum(axis=0) / count
    spread = np.sqrt(np.where(known, (values - mean) ** 2, 0.0).sum(axis=0) / count)
    standard = (values - mean) / np.where(spread > 0, spread, np.nan)
    row = scores.units.index(unit)
    apart = (standard - standard[row]) ** 2
    shared = (~np.isnan(apart)).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = np.sqrt(np.nansum(apart, axis=1) / shared)
    order = [place for place in np.argsort(distance, kind="stable") if place != row and shared[place] > 0]
    return tuple(Peer(scores.units[place], float(distance[place]), int(shared[place])) for place in order[:most])
