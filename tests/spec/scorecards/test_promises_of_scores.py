"""What we promise whoever is scored (điểm số): nothing missing counts as zero, nothing wrong is passed over, and every score can be followed back.

Vĩnh Hà, Tân Lâm, An Khê and Đông Sa are invented; A and B are indicators of the pillar P, C stands under the index beside it.
"""

from dataclasses import replace

import numpy as np
import pytest

from hopluc.errors import CannotScore
from hopluc.scorecards import Data, Definition, Remark, Scores, score
from hopluc.scorecards.definition import Aggregate, Denominate, Group, Impute, Indicator, Normalise, Screen, Steps, Treat, Weigh

NONE = float("nan")
UNITS = ("Vĩnh Hà", "Tân Lâm", "An Khê", "Đông Sa")
INDEX = Definition(
    "mẫu",
    "2025",
    "Bộ chỉ số mẫu",
    "example",
    "mẫu",
    (Group("I", "Chỉ số chung"), Group("P", "Trụ cột", "I")),
    (
        Indicator("A", "Cán bộ nghiên cứu trên vạn dân", "P"),
        Indicator("B", "Ngày giải quyết hồ sơ", "P", direction=-1),
        Indicator("C", "Chi nghiên cứu", "I"),
    ),
)
FIGURES = [[10, 5, 1], [20, 3, 2], [30, 1, 3], [20, 2, 5]]


def figures(rows: list[list[float]] = FIGURES, units: tuple[str, ...] = UNITS) -> Data:
    return Data(units, ("A", "B", "C"), np.array(rows, dtype=float))


def scored(rows: list[list[float]] = FIGURES, **steps: object) -> Scores:
    return score(replace(INDEX, steps=Steps(**steps)), figures(rows))  # type: ignore[arg-type]


def row(scores: Scores, unit: str) -> list[float]:
    return [round(float(value), 6) for value in scores.values[scores.units.index(unit)]]


def said(scores: Scores) -> list[tuple[str, str]]:
    return [(remark.code, remark.key) for remark in scores.remarks]


def test_a_score_is_the_mean_of_what_it_is_made_of() -> None:
    scores = scored()

    assert scores.tree.codes == ("A", "B", "C", "P", "I")
    assert row(scores, "Vĩnh Hà") == [0, 0, 0, 0, 0]
    assert row(scores, "Tân Lâm") == [50, 50, 25, 50, 37.5]
    assert row(scores, "An Khê") == [100, 100, 50, 100, 75]
    assert [int(rank) for rank in scores.rank_of("I")] == [4, 3, 2, 1]


def test_less_is_better_where_the_definition_says_so() -> None:
    assert [float(value) for value in scored().of("B")] == [0, 50, 100, 75]


def test_a_missing_value_is_never_zero() -> None:
    rows = [*FIGURES[:3], [20, NONE, 5]]
    scores = scored(rows)

    assert row(scores, "Đông Sa")[3] == 50
    assert np.isnan(scores.values[3, 1])


def test_a_unit_without_any_figure_has_no_score_and_is_told() -> None:
    scores = scored([*FIGURES[:3], [NONE, NONE, NONE]])

    assert np.isnan(scores.values[3]).all()
    assert np.isnan(scores.ranks[3]).all()
    assert scores.remarks == (Remark("raw", "no-figures", "Đông Sa", "Đông Sa: không có số liệu nào, nên không có điểm."),)


def test_units_with_one_score_share_the_better_rank() -> None:
    assert [int(rank) for rank in scored().rank_of("A")] == [4, 2, 1, 2]


def test_an_indicator_all_alike_is_reported_and_left_out() -> None:
    scores = scored([[10, 7, 1], [20, 7, 2], [30, 7, 3], [20, 7, 5]])

    assert said(scores) == [("constant", "B")]
    assert row(scores, "Tân Lâm")[3] == 50


def test_an_indicator_without_any_figure_is_reported() -> None:
    assert said(scored([[10, NONE, 1], [20, NONE, 2], [30, NONE, 3], [20, NONE, 5]])) == [("no-values", "B")]


@pytest.mark.parametrize("method", ["geometric", "harmonic", "mazziotta-pareto"])
def test_a_zero_under_a_mean_that_cannot_take_it_is_refused(method: str) -> None:
    with pytest.raises(CannotScore) as refused:
        scored(aggregate=Aggregate(method))

    assert str(refused.value) == (
        f'Chưa tính được bộ chỉ số "mẫu": bước tổng hợp, P: Vĩnh Hà có điểm 0 ở A, mà cách {method} không nhận điểm như vậy. '
        "Đề nghị chuẩn hóa sang khoảng lớn hơn 0 (như low: 1, high: 100), hoặc chọn cách tổng hợp khác."
    )


def test_a_negative_value_under_a_geometric_mean_is_refused() -> None:
    with pytest.raises(CannotScore) as refused:
        scored(normalise=Normalise("z-score"), aggregate=Aggregate("geometric"))

    assert refused.value.details["key"] == "P"


def test_scores_from_one_to_a_hundred_have_a_geometric_mean() -> None:
    scores = scored(normalise=Normalise(low=1, high=100), aggregate=Aggregate("geometric"))

    assert row(scores, "An Khê")[4] == pytest.approx((100 * 50.5) ** 0.5)


def test_an_infinite_value_is_refused_with_indicator_and_unit() -> None:
    with pytest.raises(CannotScore) as refused:
        scored([*FIGURES[:3], [20, float("inf"), 5]])

    assert refused.value.details["key"] == "B, Đông Sa"


def test_a_unit_given_twice_is_refused() -> None:
    with pytest.raises(CannotScore) as refused:
        score(INDEX, figures(units=("Vĩnh Hà", "Tân Lâm", "An Khê", "Tân Lâm")))

    assert refused.value.details["key"] == "Tân Lâm"


def test_figures_of_nobody_are_refused() -> None:
    with pytest.raises(CannotScore) as refused:
        score(INDEX, Data((), ("A", "B", "C"), np.empty((0, 3))))

    assert refused.value.details["reason"] == "không có đơn vị nào"


def test_an_indicator_without_a_column_is_refused() -> None:
    with pytest.raises(CannotScore) as refused:
        score(INDEX, Data(UNITS, ("A", "B"), np.ones((4, 2))))

    assert refused.value.details["key"] == "C"


def test_every_value_put_in_for_a_missing_one_is_counted() -> None:
    scores = scored([*FIGURES[:3], [20, NONE, 5]], impute=Impute("mean"))

    assert scores.stages["imputed"].values[3, 1] == 3
    assert said(scores) == [("imputed", "B")]
    assert scores.remarks[0].text == "B: 1 giá trị thiếu được bù (mean)."


def test_what_cannot_be_put_in_stays_missing_and_is_told() -> None:
    scores = scored([[10, NONE, 1], [20, NONE, 2], [30, NONE, 3], [20, NONE, 5]], impute=Impute("median"))

    assert said(scores) == [("still-missing", "B"), ("no-values", "B")]


def test_a_unit_with_too_few_figures_is_left_out_and_named() -> None:
    scores = scored([*FIGURES[:3], [NONE, NONE, 5]], screen=Screen(available=0.5))

    assert scores.units == UNITS[:3]
    assert scores.remarks[0].text == "Đông Sa: có 33% số chỉ số, không đủ điều kiện chấm điểm nên được để ngoài."


def test_no_unit_left_is_refused() -> None:
    with pytest.raises(CannotScore) as refused:
        scored(screen=Screen(drop=UNITS))

    assert refused.value.details["step"] == "sàng lọc"


def test_a_figure_whose_denominator_is_zero_is_missing_and_told() -> None:
    index = replace(
        INDEX,
        indicators=(replace(INDEX.indicators[0], denominator="dân"), *INDEX.indicators[1:]),
        steps=Steps(denominate=Denominate(scale=10)),
    )
    data = replace(figures(), denominators={"dân": np.array([1.0, 2, 3, 0])})
    scores = score(index, data)

    assert list(scores.stages["denominated"].values[:3, 0]) == [100, 100, 100]
    assert np.isnan(scores.stages["denominated"].values[3, 0])
    assert said(scores) == [("no-denominator", "A, Đông Sa"), ("constant", "A")]


def test_a_denominator_the_data_does_not_have_is_refused() -> None:
    index = replace(
        INDEX,
        indicators=(replace(INDEX.indicators[0], denominator="dân"), *INDEX.indicators[1:]),
        steps=Steps(denominate=Denominate()),
    )

    with pytest.raises(CannotScore) as refused:
        score(index, figures())

    assert refused.value.details["key"] == "A"


def test_denominators_that_are_not_used_are_told() -> None:
    index = replace(INDEX, indicators=(replace(INDEX.indicators[0], denominator="dân"), *INDEX.indicators[1:]))

    assert said(score(index, figures())) == [("not-denominated", "mẫu")]


def test_a_treatment_and_a_scale_of_its_own_truly_apply() -> None:
    rows = [[float(value), float(value), float(value)] for value in (*range(1, 21), 200, 9000)]
    units = tuple(f"đv {place}" for place in range(len(rows)))
    own = replace(INDEX.indicators[1], direction=1, treat=Treat("none", otherwise="none"), normalise=Normalise(low=1, high=10))
    index = replace(INDEX, indicators=(INDEX.indicators[0], own, INDEX.indicators[2]), steps=Steps(treat=Treat()))
    scores = score(index, figures(rows, units))

    assert list(scores.stages["treated"].values[-1]) == [20, 9000, 20]
    assert [float(scores.of(code)[-1]) for code in "ABC"] == [100, 10, 100]
    assert said(scores) == [("winsorised", "A"), ("winsorised", "C"), ("still-skewed", "B")]


def test_a_group_with_less_than_its_share_of_parts_has_no_score() -> None:
    rows = [*FIGURES[:3], [20, NONE, 5]]

    assert np.isnan(scored(rows, aggregate=Aggregate(coverage=0.6)).of("P")[3])
    assert np.isnan(scored(rows, aggregate=Aggregate(parts=2)).of("P")[3])
    assert scored(rows, aggregate=Aggregate(coverage=0.5)).of("P")[3] == 50


def test_a_sum_is_held_at_its_cap() -> None:
    index = replace(INDEX, groups=(INDEX.groups[0], replace(INDEX.groups[1], aggregate=Aggregate("sum", cap=30))))
    scores = score(replace(index, steps=Steps(normalise=Normalise("none"))), figures())

    assert [float(value) for value in scores.of("P")] == [15, 23, 30, 22]


def test_where_less_is_better_a_scale_that_does_not_turn_is_told() -> None:
    assert said(scored(normalise=Normalise("none"))) == [("not-turned", "B")]


def test_weights_are_relative_within_their_group() -> None:
    once, ten = (
        scored(),
        score(
            replace(
                INDEX,
                indicators=tuple(replace(one, weight=10 * one.weight) for one in INDEX.indicators[:2]) + INDEX.indicators[2:],
            ),
            figures(),
        ),
    )

    assert np.allclose(once.values, ten.values)


def test_a_negative_weight_from_the_data_is_told() -> None:
    rows = [[1, 1, 5], [2, 2, 4], [3, 3, 3], [4, 4, 1.0]]
    index = replace(
        INDEX,
        groups=(Group("I", "Chỉ số chung"),),
        indicators=tuple(replace(one, parent="I", direction=1) for one in INDEX.indicators),
        steps=Steps(weigh=(Weigh("pca"),)),
    )
    scores = score(index, figures([[float(cell) for cell in line] for line in rows]))

    assert said(scores) == [("negative-weight", "I")]
    assert scores.remarks[0].text.startswith("I: trọng số âm ở C: ")


def test_the_same_figures_give_the_same_bits() -> None:
    assert (
        scored(treat=Treat(), impute=Impute("em")).values.tobytes()
        == scored(treat=Treat(), impute=Impute("em")).values.tobytes()
    )


def test_the_order_of_units_changes_no_score() -> None:
    turned = score(INDEX, figures(FIGURES[::-1], UNITS[::-1]))

    assert np.array_equal(turned.values[::-1], scored().values)
