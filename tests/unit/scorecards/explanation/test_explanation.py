from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_index
from hopluc.errors import WrongDefinition
from hopluc.scorecards import Data, Scores, score
from hopluc.scorecards.definition import Aggregate, Denominate, Group, Indicator, Normalise, Screen, Steps
from hopluc.scorecards.explanation.contributions import change_by_indicator, contributions
from hopluc.scorecards.explanation.editions import Edition, change
from hopluc.scorecards.explanation.peers import peers
from hopluc.scorecards.explanation.plans import Aim, Lever, levers, one_rank_up, plans
from hopluc.scorecards.explanation.shapley import shapley
from hopluc.scorecards.explanation.strengths import Mark, best_and_worst, percentile_ranks, strengths
from hopluc.scorecards.explanation.successions import recast
from hopluc.scorecards.uncertainty.inputs import Analysis, Input

MEANS = [
    Aggregate(),
    Aggregate("geometric"),
    Aggregate("harmonic"),
    Aggregate("generalised", power=3),
    Aggregate(levels=("geometric", "arithmetic")),
]


def rising() -> Data:
    """The figures a year later: everybody moved."""
    data = small_index.data()
    return replace(data, values=data.values * np.array([1.1, 1.2, 0.9, 0.95]) + np.arange(5)[:, None])


@pytest.mark.parametrize("rule", MEANS, ids=lambda rule: rule.method)
@pytest.mark.parametrize("gaps", [False, True])
def test_contributions_sum_to_the_score(rule: Aggregate, gaps: bool) -> None:
    scores = score(
        small_index.definition(Steps(normalise=Normalise(low=1, high=100), aggregate=rule)), small_index.data(gaps=gaps)
    )

    assert np.allclose(np.nansum(contributions(scores), axis=1), scores.of("index"), rtol=1e-12)
    assert np.allclose(np.nansum(contributions(scores, "human"), axis=1), scores.of("human"), rtol=1e-12)


def test_contributions_to_an_arithmetic_mean_are_weight_times_score() -> None:
    scores = score(small_index.definition(), small_index.data())

    assert np.allclose(contributions(scores), scores.values[:, :4] * [2 / 3 / 4, 2 / 3 * 3 / 4, 1 / 6, 1 / 6])


@pytest.mark.parametrize("rule", MEANS, ids=lambda rule: rule.method)
def test_changes_by_indicator_sum_to_the_change(rule: Aggregate) -> None:
    definition = small_index.definition(Steps(normalise=Normalise(low=1, high=100), aggregate=rule))
    before, after = score(definition, small_index.data()), score(definition, rising())

    split = change_by_indicator(before, after)

    assert np.allclose(split.sum(axis=1), after.of("index") - before.of("index"), rtol=1e-6, atol=1e-9)


def test_an_aggregation_that_is_no_mean_is_not_split() -> None:
    scores = score(small_index.definition(Steps(normalise=Normalise(), aggregate=Aggregate("copeland"))), small_index.data())

    with pytest.raises(WrongDefinition):
        contributions(scores)


@given(st.lists(st.floats(-9, 9), min_size=8, max_size=8))
def test_shares_sum_to_the_whole_and_idle_causes_have_none(worths: list[float]) -> None:
    sets = [frozenset(cause for cause, on in zip("abc", chosen, strict=True) if on) for chosen in product((0, 1), repeat=3)]
    worth = dict(zip(sets, worths, strict=True))

    shares = shapley(lambda chosen: np.array(worth[chosen - {"idle"}]), ["a", "b", "c", "idle"])

    assert sum(map(float, shares.values())) == pytest.approx(worths[-1] - worths[0], abs=1e-9)
    assert float(shares["idle"]) == 0


def test_a_cause_that_can_only_come_later_is_never_asked_for_alone() -> None:
    asked: list[frozenset[str]] = []

    def value(chosen: frozenset[str]) -> np.ndarray:
        asked.append(chosen)
        return np.array(float(len(chosen)))

    shares = shapley(value, ["later", "first"], {"later": "first"})

    assert frozenset({"later"}) not in asked
    assert {cause: float(share) for cause, share in shares.items()} == {"later": 1.0, "first": 1.0}


def test_a_change_between_editions_is_shared_out_without_rest() -> None:
    newer = replace(
        small_index.definition(),
        edition="2027",
        indicators=(*small_index.definition().indicators[:3], replace(small_index.definition().indicators[3], weight=4.0)),
    )
    before, after = Edition(small_index.definition(), small_index.data()), Edition(newer, rising())

    found = change(before, after, "PM")

    scores = [score(edition.definition, edition.data) for edition in (before, after)]
    assert found.before == (scores[0].of("index")[3], scores[0].rank_of("index")[3])
    assert found.after == (scores[1].of("index")[3], scores[1].rank_of("index")[3])
    assert sum(share.score for share in found.shares) == pytest.approx(found.after[0] - found.before[0], abs=1e-12)
    assert sum(share.rank for share in found.shares) == pytest.approx(found.after[1] - found.before[1], abs=1e-12)
    assert [share.cause for share in found.shares] == ["definition", "figures", "others"]


def test_only_the_cause_that_changed_has_a_share() -> None:
    before = Edition(small_index.definition(), small_index.data())
    raised = small_index.data()
    raised.values[3, 2] += 15

    found = change(before, Edition(small_index.definition(), raised), "PM")

    shares = {share.cause: share.score for share in found.shares}
    assert shares["figures"] > 1
    assert (shares["others"], shares["definition"]) == (0, 0)


def test_an_indicator_that_is_new_in_the_definition_is_missing_in_the_old_figures() -> None:
    definition = small_index.definition()
    fewer = replace(definition, indicators=definition.indicators[:3])
    old = Data(small_index.UNITS, small_index.data().codes[:3], small_index.data().values[:, :3])

    found = change(Edition(fewer, old), Edition(definition, small_index.data()), "PM")

    assert sum(share.score for share in found.shares) == pytest.approx(found.after[0] - found.before[0], abs=1e-12)


def test_a_unit_that_an_edition_leaves_out_has_no_score_to_share() -> None:
    screened = small_index.definition(Steps(screen=Screen(available=0.9), normalise=Normalise()))
    raised = small_index.data(gaps=True)

    found = change(Edition(screened, small_index.data()), Edition(screened, raised), "PM")

    assert np.isnan(found.after).tolist() == [True, True]


def merged() -> tuple[Data, Data]:
    """The former figures on the new territory, where DS and KN are one, and the new figures."""
    successors = {"TL": "TL", "VH": "VH", "DS": "DK", "PM": "PM", "KN": "DK"}
    rules = {"researchers": "sum", "spending": "mean", "patents": "sum", "delay": "max"}
    former = recast(small_index.data(), successors, rules)
    return former, replace(former, values=former.values * 1.1)


def test_territory_is_a_cause_where_units_were_merged() -> None:
    former, new = merged()
    before, after = Edition(small_index.definition(), small_index.data()), Edition(small_index.definition(), new)

    found = change(before, after, "DK", recast=former, former="DS")

    assert [share.cause for share in found.shares] == ["territory", "definition", "figures", "others"]
    assert sum(share.score for share in found.shares) == pytest.approx(found.after[0] - found.before[0], abs=1e-12)


@pytest.mark.parametrize("unit", ["XX", "DK"])
def test_a_unit_that_is_not_in_both_editions_is_refused(unit: str) -> None:
    before = Edition(small_index.definition(), small_index.data())

    with pytest.raises(WrongDefinition) as refused:
        change(before, Edition(small_index.definition(), merged()[1]), unit)

    assert refused.value.details["key"] == unit


def test_merged_figures_follow_their_rules() -> None:
    former, _ = merged()

    assert former.units == ("TL", "VH", "DK", "PM")
    assert former.values[2].tolist() == [30.0, 1.3, 36.0, 25.0]
    assert former.values[0].tolist() == small_index.data().values[0].tolist()


def test_means_are_weighed_by_size_and_parts_of_a_sum_are_no_sum() -> None:
    data = replace(
        small_index.data(gaps=True),
        denominators={"people": np.array([1.0, 3.0, 1.0, 1.0, 1.0])},
        classes={"region": ("a", "a", "b", "b", "b")},
    )
    successors = dict.fromkeys(small_index.UNITS[:2], "TV") | {unit: unit for unit in small_index.UNITS[2:]}

    found = recast(
        data, successors, {"researchers": "mean", "spending": "ask", "patents": "sum", "delay": "max"}, size="people"
    )

    assert found.values[0, 0] == (12 * 1 + 30 * 3) / 4
    assert np.isnan(found.values[0, 1:3]).all()
    assert found.values[1, 1] == 2.2
    assert (found.denominators["people"][0], found.classes["region"]) == (4.0, ("a", "b", "b", "b"))


def test_a_ratio_given_as_two_sums_is_merged_exactly() -> None:
    data = replace(small_index.data(), denominators={"people": np.array([1.0, 3.0, 2.0, 1.0, 5.0])})
    definition = small_index.definition(Steps(denominate=Denominate(), normalise=Normalise()))
    divided = replace(
        definition, indicators=(replace(definition.indicators[0], denominator="people"), *definition.indicators[1:])
    )

    found = recast(data, dict.fromkeys(small_index.UNITS, "all"), dict.fromkeys(data.codes, "sum"))

    assert score(divided, found).stages["denominated"].values[0, 0] == data.values[:, 0].sum() / 12


@pytest.mark.parametrize(
    ("change_of", "key"),
    [
        ({"successors": {"TL": "TL"}}, "VH"),
        ({"rules": {"researchers": "sum"}}, "spending"),
        ({"size": "people"}, "people"),
        ({"years": (1, 2, 3, 4, 5)}, "years"),
    ],
)
def test_a_merger_that_is_not_wholly_told_is_refused(change_of: dict[str, object], key: str) -> None:
    data = replace(small_index.data(), years=change_of.get("years", ()))  # type: ignore[arg-type]
    successors = change_of.get("successors", {unit: unit for unit in small_index.UNITS})
    rules = change_of.get("rules", dict.fromkeys(data.codes, "sum"))

    with pytest.raises(WrongDefinition) as refused:
        recast(data, successors, rules, change_of.get("size"))  # type: ignore[arg-type]

    assert refused.value.details["key"] == key


def test_strengths_take_in_ties_and_the_first_three() -> None:
    chance = np.random.default_rng(4)
    values = chance.integers(0, 5, (12, 4)).astype(float)
    data = Data(tuple(f"U{place}" for place in range(12)), small_index.data().codes, values)
    scores = score(small_index.definition(), data)
    shares = percentile_ranks(scores.values)

    for row, unit in enumerate(scores.units):
        found = strengths(scores, unit, most=2)
        mark = np.sort(shares[row, :4])[-2]
        expected = {
            code
            for code, share, rank in zip(scores.tree.codes[:6], shares[row, :6], scores.ranks[row, :6], strict=True)
            if share >= mark or rank <= 3
        }
        assert {one.code for one in found.strengths} == expected
        assert {one.code for one in found.strengths} & {one.code for one in found.weaknesses} == set()


def test_a_unit_without_figures_has_neither_strengths_nor_weaknesses() -> None:
    data = small_index.data()
    data.values[2] = np.nan

    found = strengths(score(small_index.definition(), data), "DS")

    assert (found.strengths, found.weaknesses) == ((), ())


def test_best_and_worst_leave_out_where_a_unit_is_last() -> None:
    best, worst = best_and_worst(score(small_index.definition(), small_index.data()), "VH", most=2)

    assert [(mark.code, mark.rank) for mark in best] == [("researchers", 1), ("patents", 1)]
    assert [(mark.code, mark.rank) for mark in worst] == [("delay", 2), ("spending", 4)]


def test_peers_are_nearest_first_and_never_oneself() -> None:
    found = peers(score(small_index.definition(), small_index.data(gaps=True)), "TL", most=9)

    assert {peer.unit for peer in found} == set(small_index.UNITS) - {"TL"}
    assert [peer.distance for peer in found] == sorted(peer.distance for peer in found)
    assert next(peer for peer in found if peer.unit == "VH").shared == 3


def linear() -> tuple[object, Data]:
    """An index that is linear in its figures: goalposts set far apart, so that no bound moves."""
    from hopluc.scorecards.definition import Goalposts

    definition = small_index.definition(Steps(normalise=Normalise("goalposts")))
    posts = replace(definition, indicators=tuple(replace(one, goalposts=Goalposts(-100, 200)) for one in definition.indicators))
    return posts, small_index.data()


def test_the_plan_of_a_linear_index_is_the_cheapest_there_is() -> None:
    definition, data = linear()
    pulled = (Lever("researchers", 60, 3.0), Lever("spending", 30, 2.5), Lever("patents", 90, 2.0), Lever("delay", 0, 1.0))

    (found, *_) = plans(definition, data, Aim("PM", 2, most=4), pulled)  # type: ignore[arg-type]

    start = score(definition, data)  # type: ignore[arg-type]
    gap = np.sort(np.delete(start.of("index"), 3))[-2] - start.of("index")[3]
    cheapest = np.inf
    for shares in product(np.linspace(0, 1, 21), repeat=4):
        gain = sum(
            share * abs(lever.limit - data.values[3, column]) / 3 * weight
            for share, lever, column, weight in zip(shares, pulled, range(4), (1 / 6, 1 / 2, 1 / 6, 1 / 6), strict=True)
        )
        if gain >= gap:
            cheapest = min(cheapest, sum(share * lever.effort for share, lever in zip(shares, pulled, strict=True)))
    assert found.rank <= 2
    assert found.effort <= cheapest + 1e-9
    assert found.effort >= cheapest - 0.05 * 3


def test_a_plan_reaches_its_rank_when_the_figures_are_scored_anew() -> None:
    definition, data = small_index.definition(), small_index.data()

    for plan in plans(definition, data, Aim("PM", 3), levers(definition, data, "PM")):
        moved = small_index.data()
        for move in plan.moves:
            column = data.codes.index(move.code)
            assert move.before == data.values[3, column]
            moved.values[3, column] = move.after
        scored = score(definition, moved)
        assert scored.rank_of("index")[3] == plan.rank <= 3
        assert scored.of("index")[3] == pytest.approx(plan.score)


def test_a_plan_may_have_to_be_sure() -> None:
    definition, data = small_index.definition(), small_index.data()
    analysis = Analysis((Input("trọng số", "weights", spread=0.6),), count=400)
    pulled = levers(definition, data, "PM")

    bare = plans(definition, data, Aim("PM", 3), pulled, analysis)[0]
    sure = plans(definition, data, Aim("PM", 3, sure=0.9), pulled, analysis)[0]

    assert bare.likely is not None
    assert sure.likely is not None
    assert bare.likely < 0.9 <= sure.likely
    assert sure.effort > bare.effort


def test_where_the_rank_is_held_already_nothing_need_be_done() -> None:
    definition, data = small_index.definition(), small_index.data()

    (plan,) = plans(definition, data, Aim("VH", 5), levers(definition, data, "VH"))

    assert (plan.moves, plan.effort, plan.likely) == ((), 0.0, None)


def test_where_no_plan_reaches_the_rank_none_is_made_up() -> None:
    definition, data = small_index.definition(), small_index.data()

    assert plans(definition, data, Aim("PM", 1, most=1), (Lever("delay", 29.0, 1.0),)) == ()
    assert plans(definition, data, Aim("PM", 1), ()) == ()


def test_one_rank_up_is_one_rank_up() -> None:
    scores = score(small_index.definition(), small_index.data())
    ranks = dict(zip(scores.units, scores.rank_of("index"), strict=True))

    found = {unit: one_rank_up(scores, small_index.data(), unit) for unit in scores.units}

    assert {unit: plan.rank < ranks[unit] for unit, plan in found.items() if plan is not None} == {
        unit: True for unit, rank in ranks.items() if rank > 1
    }


def test_levers_reach_as_far_as_units_of_the_same_size_have_come() -> None:
    definition = small_index.definition(Steps(denominate=Denominate(), normalise=Normalise()))
    divided = replace(
        definition, indicators=(replace(definition.indicators[0], denominator="people"), *definition.indicators[1:])
    )
    data = replace(small_index.data(), denominators={"people": np.array([1.0, 1.0, 4.0, 2.0, 1.0])})
    data.values[3, 1] = np.nan

    found = {lever.code: lever for lever in levers(divided, data, "PM", share=1.0)}

    assert found["researchers"].limit == 60.0
    assert found["delay"].limit == 8.0
    assert "spending" not in found


@pytest.mark.parametrize(("units", "indicators", "first"), [(8, 8, 1), (9, 4, 1), (34, 8, 3), (34, 29, 3), (34, 30, 3)])
def test_of_few_indicators_about_a_third_are_strengths_and_a_third_weaknesses(units: int, indicators: int, first: int) -> None:
    scores = _turned(units, indicators)
    marking = 10 if indicators == 30 else round(indicators / 3)

    for row, unit in enumerate(scores.units):
        found = strengths(scores, unit)

        ranks = scores.ranks[row, :indicators]
        strong = {f"I{place}" for place in range(indicators) if (ranks < ranks[place]).sum() < marking or ranks[place] <= first}
        weak = {f"I{place}" for place in range(indicators) if (ranks > ranks[place]).sum() < marking} - strong
        assert (_indicators(found.strengths), _indicators(found.weaknesses)) == (strong, weak)


def test_the_last_in_everything_has_no_strengths() -> None:
    rising = np.arange(5.0)[:, None] * np.array([1.0, 1.0, 1.0, -1.0])
    scores = score(small_index.definition(), replace(small_index.data(), values=rising))

    found = strengths(scores, scores.units[0])

    assert (found.strengths, len(found.weaknesses)) == ((), 6)


def _indicators(marks: tuple[Mark, ...]) -> set[str]:
    return {mark.code for mark in marks if mark.code.startswith("I")}


def _turned(units: int, indicators: int) -> Scores:
    """An index in which the ranks of a unit are all different: those of each indicator are the last one's, turned by one."""
    parts = tuple(Indicator(f"I{place}", f"Chỉ số {place}", "index") for place in range(indicators))
    values = (np.arange(units)[:, None] + np.arange(indicators)[None, :]) % units
    data = Data(tuple(f"U{place}" for place in range(units)), tuple(one.code for one in parts), values.astype(float))
    definition = replace(small_index.definition(), indicators=parts, groups=(Group("index", "Chỉ số chung"),))
    return score(definition, data)
