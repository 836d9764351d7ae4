"""Where a unit lost points, in sentences."""

from dataclasses import replace

import numpy as np

import small_index
from hopluc.scorecards import score
from hopluc.scorecards.definition import Aggregate, Column, Denominate, Group, Indicator, Normalise, Steps
from hopluc.scorecards.explanation.lost import caught_up, lost_points, sentences

SCORES = score(small_index.definition(), small_index.data(gaps=True))


def test_the_last_sentence_is_what_computing_again_gives():
    row = SCORES.units.index("DS")
    codes = [code for code, _points in lost_points(SCORES, "DS")[:3]]

    raised = score(SCORES.definition, replace(SCORES.data, values=caught_up(SCORES, row, codes)))

    value = raised.values[row, raised.tree.tops[0]]
    assert sentences(SCORES, "DS")[-1][1].endswith(f"the score would be {value:.2f}, rank 1.")


def test_lost_points_are_negative_and_worst_first():
    points = [gap for _code, gap in lost_points(SCORES, "DS")]

    assert points == sorted(points)
    assert max(points) < 0


def test_missing_figures_are_named():
    assert sentences(SCORES, "PM")[3] == (
        "Chưa có số liệu ở 1 chỉ số: researchers.",
        "There is no figure for 1 indicators: researchers.",
    )


def test_the_first_is_told_how_far_ahead():
    told = sentences(SCORES, "VH")[0][0]

    assert told == "Điểm ước 58,25, hạng 1/5, đứng đầu; hơn tỉnh Tân Lâm 0,00 điểm.".replace("tỉnh Tân Lâm", "TL")


def test_who_is_nowhere_below_the_average_is_held_against_the_leader():
    data = small_index.data()
    data.values[0] = [29.0, 2.0, 50.0, 10.0]
    data.values[1] = [30.0, 2.1, 55.0, 9.0]
    scores = score(small_index.definition(), data)

    told = [sentence[0] for sentence in sentences(scores, "TL")]

    assert lost_points(scores, "TL") == ()
    assert told[1].startswith("So với VH đang dẫn đầu, kém nhiều nhất ở: Chi cho nghiên cứu (spending: -2,75 điểm);")
    assert told[4].startswith("Nếu spending, patents, delay bằng mức của VH thì điểm ước là")


def test_an_index_of_several_tops_is_told_nothing_of():
    two = replace(
        small_index.definition(),
        groups=(Group("human", "Nhân lực"), Group("output", "Kết quả")),
    )

    assert sentences(score(two, small_index.data()), "VH") == ()


def test_an_aggregation_that_cannot_be_split_still_tells_the_rest():
    ranked = replace(small_index.definition(Steps(aggregate=Aggregate("copeland"))))
    told = sentences(score(ranked, small_index.data()), "VH")

    assert lost_points(score(ranked, small_index.data()), "VH") == ()
    assert len(told) == 4


def test_a_lone_group_has_no_weakest():
    one = replace(
        small_index.definition(),
        groups=(Group("index", "Chỉ số chung"), Group("human", "Nhân lực", "index")),
        indicators=(Indicator("researchers", "Cán bộ", "human"), Indicator("spending", "Chi", "human")),
    )

    assert [sentence[0].split()[0] for sentence in sentences(score(one, small_index.data()), "DS")] == [
        "Điểm",
        "So",
        "Đủ",
        "Nếu",
    ]


def test_the_median_is_taken_by_size():
    people = np.array([10.0, 20.0, 10.0, 40.0, 10.0])
    definition = replace(
        small_index.definition(Steps(denominate=Denominate())),
        denominators=(Column("people", "Dân số"),),
        indicators=tuple(
            replace(one, denominator="people") if one.code == "patents" else one for one in small_index.definition().indicators
        ),
    )
    scores = score(definition, replace(small_index.data(), denominators={"people": people}))

    figures = caught_up(scores, scores.units.index("PM"), ["patents"])

    assert figures[3, 2] == np.median(np.array([4.0, 2.75, 0.5, 0.55, 3.1])) * 40


def test_a_unit_alone_with_a_score_leads_nobody():
    data = small_index.data()
    data.values[1:] = np.nan

    told = sentences(score(small_index.definition(Steps(normalise=Normalise(method="none"))), data), "TL")

    assert told[0][0].endswith("hạng 1/1, đứng đầu.")
