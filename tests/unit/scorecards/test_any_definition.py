"""Whatever a sound definition asks of whatever figures: finite scores, or a refusal in words; never a warning, never an infinite number."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hopluc.errors import CannotScore
from hopluc.scorecards import Data, Definition, aggregate, impute, normalise, score, treat, weigh
from hopluc.scorecards.definition import (
    Aggregate,
    Column,
    Goalposts,
    Group,
    Impute,
    Indicator,
    Normalise,
    Screen,
    Steps,
    Treat,
    Weigh,
)
from hopluc.scorecards.soundness import refuse_unsound

INDEX = Definition(
    "m", "1", "M", "example", "m",
    (Group("I", "I"), Group("P", "P", "I"), Group("Q", "Q", "I")),
    tuple(
        Indicator(code, code, parent, direction, target=4.0, goalposts=Goalposts(-3.0, 40.0))
        for code, parent, direction in (("A", "P", 1), ("B", "P", -1), ("C", "Q", 1), ("D", "Q", 1))
    ),
    classes=(Column("g", "g"),),
)  # fmt: skip

imputations = st.builds(
    Impute,
    st.sampled_from([name for name in impute.METHODS if name not in impute.OVER_YEARS]),
    level=st.sampled_from([None, 2]),
)
treatments = st.none() | st.builds(
    Treat,
    st.sampled_from(treat.METHODS),
    points=st.sampled_from([None, 0, 1, 5]),
    otherwise=st.sampled_from(list(treat.CURVES)),
    power=st.sampled_from([0.0, 0.5]),
    together=st.booleans(),
)
scales = st.builds(
    Normalise, st.sampled_from(list(normalise.METHODS)), reference=st.just("u0"), capped=st.sampled_from([None, True, False])
) | st.builds(
    Normalise, st.sampled_from(list(normalise.METHODS)), low=st.just(1.0), high=st.just(100.0), reference=st.just("u0")
)
weighings = st.builds(Weigh, st.sampled_from(["given", "equal", *weigh.FROM_DATA]), level=st.sampled_from([1, 2]))
means = st.builds(
    Aggregate,
    st.sampled_from(list(aggregate.METHODS)),
    power=st.sampled_from([-1.0, 0.0, 1.0, 2.0]),
    coverage=st.sampled_from([0.0, 0.5, 1.0]),
)
steps = st.builds(
    Steps,
    impute=st.none() | imputations,
    screen=st.none() | st.builds(Screen, available=st.sampled_from([0.0, 0.4])),
    treat=treatments,
    normalise=scales,
    weigh=st.tuples(weighings),
    aggregate=means,
)
figures = st.lists(
    st.lists(st.sampled_from([float("nan"), 0.0, 1.0, 2.5, 3.0, 7.0, 40.0, -3.0, 900.0, 1e6]), min_size=4, max_size=4),
    min_size=1,
    max_size=8,
)


@settings(max_examples=400)
@given(steps, figures)
def test_scores_are_finite_or_refused(asked: Steps, rows: list[list[float]]) -> None:
    index = replace(INDEX, steps=asked)
    units = tuple(f"u{place}" for place in range(len(rows)))
    refuse_unsound(index)

    try:
        found = score(
            index,
            Data(
                units, ("A", "B", "C", "D"), np.array(rows), classes={"g": tuple("ab"[place % 2] for place in range(len(rows)))}
            ),
        )
    except CannotScore:
        return
    assert not np.isinf(found.values).any()
    assert (np.isnan(found.ranks) == np.isnan(found.values)).all()


def test_an_infinite_figure_would_be_seen() -> None:
    with pytest.raises(CannotScore):
        score(INDEX, Data(("u0", "u1"), ("A", "B", "C", "D"), np.array([[np.inf, 1, 1, 1], [1, 2, 3, 4.0]])))
