"""Several years on one scale."""

from dataclasses import replace

import numpy as np
import pytest

import small_index
from hopluc.errors import CannotScore
from hopluc.scorecards import score
from hopluc.scorecards.definition import Normalise
from hopluc.scorecards.explanation.panels import on_one_scale


def later(data, by=0.0):
    return replace(data, values=data.values + by)


def scores_in(scores, year):
    rows = [row for row, own in enumerate(scores.data.years) if own == year]
    return scores.of("index")[rows]


def test_the_same_figures_have_the_same_scores_in_every_year():
    data = small_index.data()

    scores = on_one_scale(small_index.definition(), {2024: data, 2025: data})

    np.testing.assert_array_equal(scores_in(scores, 2024), scores_in(scores, 2025))
    np.testing.assert_allclose(scores_in(scores, 2025), score(small_index.definition(), data).of("index"), rtol=1e-14)


def test_who_did_as_well_as_before_keeps_its_score_whatever_the_others_did():
    data = small_index.data()
    others = data.values.copy()
    others[1:, 2] += 100.0
    apart = [score(small_index.definition(), replace(data, values=values)).of("index")[0] for values in (data.values, others)]

    scores = on_one_scale(small_index.definition(), {2024: data, 2025: replace(data, values=others)})

    assert scores_in(scores, 2024)[0] == scores_in(scores, 2025)[0]
    assert apart[0] != apart[1]


def test_an_indicators_own_rule_looks_over_the_years_too():
    own = replace(small_index.definition().indicators[0], normalise=Normalise(low=1, high=100))
    definition = replace(small_index.definition(), indicators=(own, *small_index.definition().indicators[1:]))
    data = small_index.data()
    more = replace(data, values=data.values * np.array([3.0, 1.0, 1.0, 1.0]))

    scores = on_one_scale(definition, {2024: data, 2025: more})

    first = [row for row, year in enumerate(scores.data.years) if year == 2024]
    assert scores.of("researchers")[first].max() < 100


def test_ranks_are_within_each_year():
    data = small_index.data()

    scores = on_one_scale(small_index.definition(), {2025: later(data, 1.0), 2024: data})

    assert scores.data.years == (2024,) * 5 + (2025,) * 5
    assert sorted(scores.rank_of("index")) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_what_an_earlier_year_did_not_ask_for_is_missing_there():
    data = small_index.data()
    fewer = replace(data, codes=data.codes[:3], values=data.values[:, :3])

    scores = on_one_scale(small_index.definition(), {2024: fewer, 2025: data})

    first = [row for row, year in enumerate(scores.data.years) if year == 2024]
    assert np.isnan(scores.of("delay")[first]).all()
    np.testing.assert_array_equal(scores.of("output")[first], scores.of("patents")[first])


def test_a_unit_told_twice_in_a_year_is_refused():
    data = small_index.data()

    with pytest.raises(CannotScore, match="hai dòng"):
        on_one_scale(small_index.definition(), {2024: replace(data, units=("TL", "TL", "DS", "PM", "KN"))})
