"""Sobol indices against two functions whose indices are known exactly: Ishigami and Homma (1990), and Sobol's G (1993)."""

from collections.abc import Callable

import numpy as np
import pytest

from hopluc.scorecards.uncertainty.designs import DESIGNS, sobol_points
from hopluc.scorecards.uncertainty.sobol import Sensitivity, plain_indices, sensitivity, sensitivity_points

Function = Callable[[np.ndarray], np.ndarray]
A, B = 7.0, 0.1
G_SHARES = np.array([0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0])


def ishigami(points: np.ndarray) -> np.ndarray:
    x = np.pi * (2 * points - 1)
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def sobol_g(points: np.ndarray) -> np.ndarray:
    return np.prod((np.abs(4 * points - 2) + G_SHARES) / (1 + G_SHARES), axis=1)


def exact_ishigami() -> tuple[np.ndarray, np.ndarray, float]:
    pair = 8 * B**2 * np.pi**8 / 225
    parts = np.array([0.5 * (1 + B * np.pi**4 / 5) ** 2, A**2 / 8, 0.0])
    variance = parts.sum() + pair
    return parts / variance, (parts + np.array([pair, 0.0, pair])) / variance, pair / variance


def exact_g() -> tuple[np.ndarray, np.ndarray]:
    own = 1 / (3 * (1 + G_SHARES) ** 2)
    every = np.prod(1 + own)
    return own / (every - 1), own * every / (1 + own) / (every - 1)


def found(
    function: Function, inputs: int, seed: int, design: str = "sobol", *, pairs: bool = False, again: int = 200
) -> Sensitivity:
    points = sensitivity_points(DESIGNS[design], seed, 4096, inputs, pairs=pairs)
    names = [f"x{place}" for place in range(inputs)]
    return sensitivity(function(points), names, pairs=pairs, again=again, seed=seed)


@pytest.mark.parametrize("seed", range(5))
def test_ishigami_is_found_within_two_hundredths(seed: int) -> None:
    first, total, _ = exact_ishigami()

    indices = found(ishigami, 3, seed)

    assert np.abs(indices.first.value[:, 0] - first).max() < 0.02
    assert np.abs(indices.total.value[:, 0] - total).max() < 0.02


@pytest.mark.parametrize("seed", range(5))
def test_sobol_g_is_found_within_two_hundredths(seed: int) -> None:
    first, total = exact_g()

    indices = found(sobol_g, 8, seed)

    assert np.abs(indices.first.value[:, 0] - first).max() < 0.02
    assert np.abs(indices.total.value[:, 0] - total).max() < 0.02


def test_the_pair_that_acts_together_is_found() -> None:
    *_, pair = exact_ishigami()

    indices = found(ishigami, 3, 2, pairs=True)

    assert indices.pairs is not None
    values = indices.pairs.value[..., 0]
    assert abs(values[0, 2] - pair) < 0.02
    assert values[2, 0] == values[0, 2]
    assert np.abs([values[0, 1], values[1, 2]]).max() < 0.02
    assert np.isnan(np.diag(values)).all()


@pytest.mark.parametrize(
    ("design", "function", "exact"),
    [("random", ishigami, exact_ishigami()[:2]), ("sobol", sobol_g, exact_g())],
    ids=["ishigami, random", "g, sobol"],
)
def test_intervals_hold_the_truth_nine_times_in_ten(
    design: str, function: Function, exact: tuple[np.ndarray, np.ndarray]
) -> None:
    held = []
    for seed in range(200):
        indices = found(function, len(exact[0]), seed, design, again=100)
        for interval, truth in zip((indices.first, indices.total), exact, strict=True):
            held.append((interval.low[:, 0] <= truth) & (truth <= interval.high[:, 0]))

    assert np.mean(held) >= 0.9


def test_an_outcome_that_does_not_vary_has_no_indices() -> None:
    points = sensitivity_points(sobol_points, 1, 64, 2)

    indices = sensitivity(np.column_stack((np.full(len(points), 3.0), points[:, 0])), ("a", "b"), again=20)

    assert np.isnan(indices.first.value[:, 0]).all()
    assert abs(indices.total.value[0, 1] - 1) < 0.05
    assert indices.total.value[1, 1] == 0


def test_several_outcomes_are_judged_each_by_itself() -> None:
    points = sensitivity_points(sobol_points, 1, 512, 3)
    together = np.column_stack((ishigami(points), 5 + 100 * points[:, 1]))

    indices = sensitivity(together, "abc", again=20)

    alone = sensitivity(ishigami(points), "abc", again=20)
    assert np.allclose(indices.first.value[:, 0], alone.first.value[:, 0])
    assert indices.first.value[:, 1].round(1).tolist() == [0.0, 1.0, 0.0]


def test_plain_estimates_are_those_that_are_printed() -> None:
    points = sensitivity_points(sobol_points, 3, 2048, 3)

    first, total = plain_indices(points @ [1.0, 2.0, 3.0], 3)

    assert np.abs(first - np.array([1, 4, 9]) / 14).max() < 0.02
    assert np.abs(total - np.array([1, 4, 9]) / 14).max() < 0.02
