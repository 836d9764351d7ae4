"""How an index is made, told in words: every method has its own, every step that is taken is told."""

import small_index
from hopluc.scorecards import aggregate, normalise
from hopluc.scorecards.definition import Aggregate, Denominate, Impute, Normalise, Steps, Treat, Weigh
from hopluc.scorecards.explanation.method import AGGREGATED, NORMALISED, told_method


def told(steps: Steps) -> list[str]:
    return [english for _vietnamese, english in told_method(small_index.definition(steps))]


def test_every_method_has_words() -> None:
    assert set(NORMALISED) == set(normalise.METHODS)
    assert set(AGGREGATED) == set(aggregate.METHODS)


def test_a_plain_index_tells_gaps_scale_weights_and_mean() -> None:
    assert told(Steps()) == [
        "A missing figure is never a zero: its weight goes to the other indicators of the group.",
        "Normalised: from least to greatest (min-max).",
        "Weights as defined.",
        "Aggregated: arithmetic mean.",
    ]


def test_every_step_that_is_taken_is_told() -> None:
    steps = Steps(
        denominate=Denominate(),
        impute=Impute("median"),
        treat=Treat(),
        normalise=Normalise("z-score"),
        weigh=(Weigh("pca"), Weigh("given", level=2)),
        aggregate=Aggregate(levels=("geometric", "arithmetic")),
    )

    assert told(steps) == [
        "Figures are divided by the size of the unit.",
        "Missing figures are imputed (median).",
        "Outliers are treated.",
        "Normalised: standard scores (z-score).",
        "Weights: pca.",
        "Aggregated: geometric mean, arithmetic mean.",
    ]


def test_where_no_weight_is_shared_out_none_is_told() -> None:
    assert told(Steps(aggregate=Aggregate("sum")))[0] == "A missing figure is never a zero."
