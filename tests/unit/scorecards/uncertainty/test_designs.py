import numpy as np
import pytest

from hopluc.scorecards.uncertainty.designs import DESIGNS, blocks, latin_hypercube, random_points, sobol_points


@pytest.mark.parametrize("name", DESIGNS)
def test_a_block_is_the_same_whenever_it_is_drawn(name: str) -> None:
    block = range(4096, 4196)

    first, again = (DESIGNS[name](7, block, 3) for _ in range(2))

    assert np.array_equal(first, again)
    assert first.shape == (100, 3)
    assert (first >= 0).all()
    assert (first < 1).all()


@pytest.mark.parametrize("name", DESIGNS)
def test_blocks_and_seeds_differ(name: str) -> None:
    draw = DESIGNS[name]

    assert not np.array_equal(draw(7, range(8), 2), draw(7, range(4096, 4104), 2))
    assert not np.array_equal(draw(7, range(8), 2), draw(8, range(8), 2))


def test_a_latin_hypercube_has_one_point_in_each_slice_of_every_input() -> None:
    points = latin_hypercube(3, range(50), 4)

    assert np.array_equal(np.sort(np.floor(points * 50), axis=0), np.tile(np.arange(50.0)[:, None], 4))


def test_a_sobol_sequence_goes_on_where_the_last_block_ended() -> None:
    whole = sobol_points(5, range(128), 3)
    parts = np.concatenate((sobol_points(5, range(64), 3), sobol_points(5, range(64, 128), 3)))

    assert np.array_equal(whole, parts)


def test_a_sobol_sequence_is_more_even_than_chance() -> None:
    even, chance = sobol_points(1, range(1024), 2), random_points(1, range(1024), 2)
    cells = [np.unique(np.floor(points * 32) @ [32, 1]).size for points in (even, chance)]

    assert cells[0] == 1024
    assert cells[1] < 800


def test_blocks_cover_every_row_once() -> None:
    assert [row for block in blocks(9000) for row in block] == list(range(9000))
