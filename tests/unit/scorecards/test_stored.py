"""An index kept as text: the same bytes of the same bytes, what is missing stays missing, what is changed is seen."""

import json
from dataclasses import replace

import numpy as np
import pytest

import small_index
from hopluc.errors import CannotScore, HopLucError
from hopluc.scorecards import score
from hopluc.scorecards.stored import asked, digest, figures_in, figures_text, recomputed, scored


def test_figures_come_back_to_the_bit():
    data = replace(
        small_index.data(gaps=True),
        names=("Tân Lâm", "Vĩnh Hà", "Đông Sơn", "Phú Mỹ", "Kim Ngân"),
        denominators={"people": np.array([1.0, 2.0, np.nan, 4.0, 0.1 + 0.2])},
        classes={"region": ("a", "b", "a", "b", "")},
    )

    back = figures_in(figures_text(data))

    assert figures_text(back) == figures_text(data)
    assert np.array_equal(back.values, data.values, equal_nan=True)
    assert (back.units, back.names, back.classes) == (data.units, data.names, data.classes)
    assert np.array_equal(back.denominators["people"], data.denominators["people"], equal_nan=True)


def test_a_missing_figure_is_null_and_a_zero_is_zero():
    data = small_index.data(gaps=True)
    data.values[0, 0] = 0.0

    kept = json.loads(figures_text(data))["values"]

    assert (kept[0][0], kept[1][2]) == (0.0, None)


@pytest.mark.parametrize("replicates", [0, 200])
def test_computing_again_gives_the_same_bytes(replicates):
    wanted = asked(small_index.definition(), small_index.data(gaps=True), replicates=replicates)

    assert recomputed(wanted) == recomputed(wanted)


def test_what_is_kept_is_what_the_engine_gives():
    wanted = asked(small_index.geometric(), small_index.data(gaps=True))
    direct = score(small_index.geometric(), small_index.data(gaps=True))

    kept = json.loads(recomputed(wanted))

    assert np.array_equal(scored(wanted).values, direct.values, equal_nan=True)
    assert np.array_equal(np.array(kept["values"], dtype=float), direct.values, equal_nan=True)
    assert kept["sure"] is None


@pytest.mark.parametrize("change", [{"replicates": 7}, {"seed": 2}, {"figures": "{}"}, {"definition": "code: x"}])
def test_whatever_is_asked_otherwise_has_another_hash(change):
    wanted = asked(small_index.definition(), small_index.data(), replicates=5)

    assert replace(wanted, **change).sha256 != wanted.sha256


def test_another_seed_gives_other_intervals():
    first = asked(small_index.definition(), small_index.data(), replicates=100)

    assert digest(recomputed(first)) != digest(recomputed(replace(first, seed=2)))


def test_progress_hears_of_all_replicates_and_may_stop():
    heard = []
    wanted = asked(small_index.definition(), small_index.data(), replicates=100)
    recomputed(wanted, lambda done, of: heard.append((done, of)))

    def stop(done: int, of: int) -> None:
        raise RuntimeError

    assert heard == [(100, 100)]
    with pytest.raises(RuntimeError):
        recomputed(wanted, stop)


def test_infinite_figures_are_not_kept():
    data = small_index.data()
    data.values[0, 0] = np.inf

    with pytest.raises(HopLucError, match="vô hạn"):
        figures_text(data)


def test_what_cannot_be_scored_says_so():
    wanted = asked(small_index.definition(), replace(small_index.data(), codes=("a", "b", "c", "d")))

    with pytest.raises(CannotScore):
        recomputed(wanted)
