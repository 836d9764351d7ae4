from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import small_index
from hopluc.errors import CannotScore, WrongDefinition
from hopluc.scorecards import Data, Definition, score
from hopluc.scorecards.definition import Aggregate, Denominate, Grade, Impute, Normalise, Scale, Screen, Steps, Treat
from hopluc.scorecards.uncertainty import model as module
from hopluc.scorecards.uncertainty.changes import changed
from hopluc.scorecards.uncertainty.inputs import Analysis, Input, Range, disturbed
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.replicates import Uncertainty, uncertainty

NORMALISATION = Input(
    "chuẩn hóa",
    "any-of",
    key="steps.normalise",
    values=({"method": "min-max", "low": 1, "high": 100}, {"method": "z-score", "mean": 10, "spread": 2}),
)
AGGREGATION = Input("tổng hợp", "any-of", key="steps.aggregate.method", values=("arithmetic", "geometric"))
WEIGHTS = Input("trọng số", "weights", spread=0.25)
FULL = Steps(
    denominate=Denominate(),
    impute=Impute("mean"),
    screen=Screen(available=0.5),
    treat=Treat(points=1, skewness=0.5, kurtosis=0.5),
    normalise=Normalise(low=1, high=100),
)


def model(*inputs: Input, data: Data | None = None, definition: Definition | None = None, **more: Any) -> Model:
    return Model(definition or small_index.definition(), data or small_index.data(), Analysis(inputs, **more))


def test_nominal_scores_are_those_of_the_index() -> None:
    scores = score(small_index.definition(), small_index.data())

    assert np.array_equal(model(WEIGHTS).nominal_scores(), scores.of("index"))


def test_each_replicate_is_the_index_with_its_choices_made() -> None:
    points = np.array([[0.1, 0.9], [0.9, 0.1], [0.9, 0.9]])
    choices = [("min-max", "geometric"), ("z-score", "arithmetic"), ("z-score", "geometric")]

    found = model(NORMALISATION, AGGREGATION).scores(points)

    for column, (normalisation, aggregation) in enumerate(choices):
        rule = Normalise(low=1, high=100) if normalisation == "min-max" else Normalise("z-score", mean=10, spread=2)
        own = small_index.definition(Steps(normalise=rule, aggregate=Aggregate(aggregation)))
        assert np.allclose(found[:, column], score(own, small_index.data()).of("index"), rtol=1e-13)


def test_a_number_from_a_range_is_put_at_its_key() -> None:
    spread = Input("mũ", "between", key="steps.aggregate.power", low=1, high=3)
    definition = small_index.definition(
        Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate("generalised", power=1))
    )

    found = model(spread, definition=definition).scores(np.array([[0.0], [0.5]]))

    doubled = replace(definition, steps=replace(definition.steps, aggregate=Aggregate("generalised", power=2)))
    assert np.allclose(found[:, 0], score(definition, small_index.data()).of("index"))
    assert np.allclose(found[:, 1], score(doubled, small_index.data()).of("index"))


def test_weights_of_chosen_levels_move_within_their_spread() -> None:
    noisy = model(Input("trọng số", "weights", spread=0.5, levels=(2,)), of="human")

    assert np.allclose(noisy.scores(np.array([[0.3], [0.8]])), noisy.nominal_scores()[:, None])
    assert not np.allclose(
        model(Input("trọng số", "weights", spread=0.5)).scores(np.array([[0.3]])), noisy.nominal.of("index")[:, None]
    )


def test_weights_drawn_between_bounds_stay_between_them() -> None:
    drawn = model(Input("trụ cột", "weight-ranges", ranges={"human": Range(0.3, 0.5), "output": Range(0.5, 0.7)}))
    scores = drawn.scores(np.linspace(0, 0.999, 300)[:, None])
    human, output = drawn.nominal.of("human")[0], drawn.nominal.of("output")[0]

    share = (scores[0] - output) / (human - output)

    assert share.min() >= 0.3 / 1.0 - 1e-9
    assert share.max() <= 0.5 / 1.0 + 1e-9
    assert np.ptp(share) > 0.1


def test_sets_of_weights_are_taken_as_they_are() -> None:
    sets = Input("bộ trọng số", "weight-sets", sets=({"human": 1.0, "output": 0.0}, {"human": 0.0, "output": 1.0}))
    found = model(sets)

    scores = found.scores(np.array([[0.1], [0.9]]))

    assert np.allclose(scores[:, 0], found.nominal.of("human"))
    assert np.allclose(scores[:, 1], found.nominal.of("output"))


def test_each_part_is_left_out_in_turn_or_none() -> None:
    found = model(Input("bỏ một trụ cột", "leave-out", level=2))

    scores = found.scores(np.array([[0.1], [0.5], [0.9]]))

    assert np.allclose(scores[:, 0], found.nominal.of("index"))
    assert np.allclose(scores[:, 1], found.nominal.of("output"))
    assert np.allclose(scores[:, 2], found.nominal.of("human"))


@pytest.mark.parametrize("one", [Input("sai số", "error", spread=0.1), Input("thiếu số liệu", "missing", share=0.1)])
def test_disturbed_figures_go_through_every_step(one: Input) -> None:
    definition, data = small_index.definition(FULL), small_index.data(gaps=True)
    found = model(one, definition=definition, data=data)
    points = np.linspace(0.05, 0.95, 40)[:, None]

    scores = found.scores(points)

    figures = disturbed(one, data.values, data.codes, points[:, 0])
    for replicate in range(len(points)):
        alone = score(replace(definition, steps=replace(FULL, screen=None)), replace(data, values=figures[replicate]))
        assert np.allclose(scores[:, replicate], alone.of("index"), rtol=1e-12, equal_nan=True)


def test_a_unit_without_any_figure_has_no_score_in_any_replicate() -> None:
    definition, data = small_index.definition(replace(FULL, screen=None)), small_index.data(gaps=True)
    data.values[4] = np.nan
    found = model(Input("sai số", "error", spread=0.1), definition=definition, data=data)

    scores = found.scores(np.array([[0.2], [0.6]]))

    assert np.isnan(scores).tolist() == [[False, False]] * 4 + [[True, True]]


def test_disturbed_figures_are_denominated_screened_and_read_from_tables_too() -> None:
    base = small_index.definition(
        Steps(denominate=Denominate(), screen=Screen(available=0.5), normalise=Normalise(low=1, high=100))
    )
    grades = Scale("table", (Grade(0.0), Grade(1.0, at_least=30.0), Grade(4.0, at_least=45.0)))
    divided = replace(base.indicators[0], denominator="people")
    definition = replace(
        base, indicators=(divided, base.indicators[1], replace(base.indicators[2], scale=grades), base.indicators[3])
    )
    data = replace(small_index.data(), denominators={"people": np.array([1.0, 2.0, 1.0, 3.0, 2.0])})
    data.values[2, :3] = np.nan
    one = Input("sai số", "error", spread=0.2)
    points = np.linspace(0.05, 0.95, 20)[:, None]

    scores = model(one, definition=definition, data=data).scores(points)

    for replicate, figures in enumerate(disturbed(one, data.values, data.codes, points[:, 0])):
        alone = score(definition, replace(data, values=figures))
        assert np.allclose(scores[[0, 1, 3, 4], replicate], alone.of("index"), rtol=1e-12)
        assert np.isnan(scores[2, replicate])


def test_a_capped_mean_is_aggregated_by_its_own_rule() -> None:
    definition = small_index.definition(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate(cap=40.0)))

    found = model(Input("trọng số", "weights", spread=0.0), definition=definition)

    assert np.allclose(found.scores(np.array([[0.2]])), score(definition, small_index.data()).of("index")[:, None])


def test_what_was_prepared_is_let_go_when_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEPT", 3)
    own = model(Input("mũ", "between", key="indicators.delay.weight", low=1, high=3))

    own.scores(np.linspace(0, 1, 8)[:, None])

    assert len(own._kept) <= 3


def test_an_error_may_be_of_some_indicators_and_in_their_own_deviations() -> None:
    one = Input("sai số", "error", spread=0.5, relative=False, codes=("delay",))
    found = model(one, of="human")

    assert np.allclose(found.scores(np.array([[0.4]])), found.nominal_scores()[:, None])
    assert not np.allclose(model(one, of="output").scores(np.array([[0.4]])), found.nominal.of("output")[:, None])


def test_imputation_that_looks_at_one_table_is_done_table_by_table() -> None:
    definition = small_index.definition(replace(FULL, impute=Impute("nearest", neighbours=2), screen=None))
    data = small_index.data(gaps=True)
    found = model(Input("sai số", "error", spread=0.0), definition=definition, data=data)

    assert np.allclose(found.scores(np.array([[0.2], [0.6]])), score(definition, data).of("index")[:, None])


def test_a_method_that_is_no_mean_is_aggregated_by_its_own_rule() -> None:
    definition = small_index.definition(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate("copeland")))

    found = model(Input("sai số", "error", spread=0.0), definition=definition)

    assert np.allclose(found.scores(np.array([[0.2], [0.6]])), score(definition, small_index.data()).of("index")[:, None])


def test_a_unit_left_out_by_the_screen_has_no_score() -> None:
    data = small_index.data()
    data.values[2, :3] = np.nan
    found = model(WEIGHTS, definition=small_index.definition(replace(FULL, impute=None)), data=data)

    scores = found.scores(np.array([[0.3]]))

    assert np.isnan(scores[:, 0]).tolist() == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("inputs", "more", "key"),
    [
        ((), {}, "inputs"),
        ((WEIGHTS,), {"count": 0}, "inputs"),
        ((WEIGHTS,), {"design": "grid"}, "design"),
        ((WEIGHTS, WEIGHTS), {}, "trọng số"),
        ((Input("x", "whatever"),), {}, "x"),
        ((Input("x", "any-of", values=(1,)),), {}, "x"),
        ((Input("x", "any-of", key="steps.treat.points"),), {}, "x"),
        ((Input("x", "weight-sets"),), {}, "x"),
        ((Input("x", "weight-sets", sets=({"human": 1.0}, {"output": 1.0})),), {}, "x"),
        ((Input("x", "error", codes=("nothing",)),), {}, "x"),
        ((Input("x", "any-of", key="indicators.delay.parent", values=("human",)),), {}, "x"),
        ((Input("x", "any-of", key="steps.nothing", values=(1,)),), {}, "steps.nothing"),
        ((Input("x", "any-of", key="steps.treat.points", values=(1,)),), {}, "steps.treat.points"),
        ((Input("x", "any-of", key="indicators.none.weight", values=(1,)),), {}, "indicators.none.weight"),
        ((Input("x", "any-of", key="steps.normalise.low", values=("one",)),), {}, "steps.normalise.low"),
    ],
)
def test_an_analysis_that_cannot_be_carried_out_is_refused_by_its_key(
    inputs: tuple[Input, ...], more: dict[str, Any], key: str
) -> None:
    with pytest.raises(WrongDefinition) as refused:
        model(*inputs, **more)

    assert refused.value.details["key"] == key


def test_a_choice_that_makes_the_definition_unsound_is_refused_before_anything_runs() -> None:
    with pytest.raises(WrongDefinition):
        model(Input("x", "any-of", key="steps.normalise.method", values=("min-max", "nonsense")))


def test_a_choice_that_cannot_be_computed_is_refused_not_skipped() -> None:
    zeros = Input("x", "any-of", key="steps.normalise.low", values=(1, 0))

    with pytest.raises(CannotScore):
        model(zeros, definition=small_index.geometric()).scores(np.array([[0.9]]))


def test_a_panel_is_refused() -> None:
    data = small_index.data()

    with pytest.raises(WrongDefinition):
        model(WEIGHTS, data=replace(data, years=(2024, 2025, 2024, 2025, 2024)))


def test_a_change_of_one_indicator_leaves_the_others() -> None:
    definition = changed(small_index.definition(), "indicators.delay.weight", 4)

    assert [one.weight for one in definition.indicators] == [1.0, 3.0, 1.0, 4.0]


def analysed(**more: Any) -> Uncertainty:
    return uncertainty(model(WEIGHTS, AGGREGATION, seed=11, **more))


def test_ranks_lie_in_their_intervals() -> None:
    found = analysed(count=5000, level=0.9)

    low, high = found.interval
    assert found.units == small_index.UNITS
    assert (low <= found.median).all()
    assert (found.median <= high).all()
    assert found.ranks.scored.tolist() == [5000] * 5
    assert found.without.tolist() == [0] * 5
    bottom, top = found.score_interval
    assert (bottom <= top).all()
    assert found.places.tolist() == np.nan_to_num(model(WEIGHTS).nominal.rank_of("index")).tolist()
    assert 0 < found.bound < 0.1


def test_the_result_does_not_depend_on_how_the_work_is_shared() -> None:
    count = 8 * 4096 + 77
    alone = analysed(count=count)
    with ThreadPoolExecutor(3) as executor:
        shared = uncertainty(model(WEIGHTS, AGGREGATION, seed=11, count=count), executor=executor)

    assert np.array_equal(alone.ranks.counts, shared.ranks.counts)
    assert np.array_equal(alone.spread.counts, shared.spread.counts)
    assert np.array_equal(alone.spread.total, shared.spread.total)


def test_progress_is_told_and_may_stop_the_run() -> None:
    told: list[tuple[int, int]] = []

    class Stopped(Exception):
        pass

    def hear(done: int, every: int) -> None:
        told.append((done, every))
        raise Stopped

    with ThreadPoolExecutor(1) as executor, pytest.raises(Stopped):
        uncertainty(model(WEIGHTS, count=80_000), executor=executor, progress=hear)

    assert told == [(32_768, 80_000)]


def test_a_model_goes_to_another_process_without_what_it_kept() -> None:
    own = model(AGGREGATION)
    points = np.array([[0.2], [0.7]])
    before = own.scores(points)

    sent = deepcopy(own)

    assert sent._kept == {}
    assert np.array_equal(sent.scores(points), before)
