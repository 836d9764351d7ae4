"""Shapley's value (giá trị Shapley): a change shared out among its causes, fairly and without rest.

Each cause gets the mean of what it adds over all orders in which the causes could have come (Shapley 1953); where some can only come
after others, over the orders that respect this (Faigle and Kern 1992). The shares sum to the whole change.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import permutations

import numpy as np

from hopluc.scorecards.arrays import Floats

Value = Callable[[frozenset[str]], Floats]


def shapley(value: Value, causes: Sequence[str], after: Mapping[str, str] | None = None) -> dict[str, Floats]:
    """The share of each cause in `value(all) - value(none)`; `value` is asked once for each set of causes it can be asked for.

    `after` names for a cause the one it can only follow. Up to eight causes.

    >>> worth = {"": 0.0, "a": 1.0, "b": 2.0, "ab": 4.0}
    >>> shares = shapley(lambda chosen: np.array(worth["".join(sorted(chosen))]), ["a", "b"])
    >>> {cause: float(share) for cause, share in shares.items()}
    {'a': 1.5, 'b': 2.5}
    """
    assert len(causes) <= 8, "orders are counted one by one"
    follows = after or {}
    known: dict[frozenset[str], Floats] = {}
    orders = [order for order in permutations(causes) if _allowed(order, follows)]
    shares: dict[str, Floats] = {cause: np.zeros(()) for cause in causes}
    for order in orders:
        chosen: frozenset[str] = frozenset()
        for cause in order:
            with_cause = chosen | {cause}
            for asked in (chosen, with_cause):
                if asked not in known:
                    known[asked] = value(asked)
            shares[cause] = shares[cause] + (known[with_cause] - known[chosen])
            chosen = with_cause
    return {cause: share / len(orders) for cause, share in shares.items()}


def _allowed(order: tuple[str, ...], follows: Mapping[str, str]) -> bool:
    return all(
        order.index(earlier) < order.index(later) for later, earlier in follows.items() if {earlier, later} <= set(order)
    )
