"""The change between two editions with intervals, and the usual rules of merging."""

from dataclasses import replace

import numpy as np
import pytest

import small_index
from hopluc.scorecards.definition import Denominate, Grade, Indicator, Scale, Steps
from hopluc.scorecards.explanation.editions import Edition, change
from hopluc.scorecards.explanation.successions import recast, usual_rules
from hopluc.scorecards.explanation.sure_changes import sure_change

FORMER = dict(zip(small_index.UNITS, ("TL", "TL", "DS", "PM", "PM"), strict=True))
RULES = {"researchers": "sum", "spending": "mean", "patents": "sum", "delay": "mean"}


def two_editions():
    before = Edition(small_index.definition(), small_index.data())
    groups = tuple(replace(one, weight=1.5) if one.code == "output" else one for one in before.definition.groups)
    values = small_index.data().values + np.array([[3.0, 0.2, -2.0, 1.0]]) * np.arange(5)[:, None]
    return before, Edition(replace(before.definition, groups=groups), replace(small_index.data(), values=values))


@pytest.mark.parametrize("unit", small_index.UNITS)
def test_the_shares_are_those_of_the_change_without_intervals(unit):
    before, after = two_editions()
    wanted = change(before, after, unit)

    found = sure_change(before, after, unit)

    assert (found.before, found.after) == (wanted.before, wanted.after)
    for sure, plain in zip(found.shares, wanted.shares, strict=True):
        assert (sure.cause, sure.score.value, sure.rank.value) == (
            plain.cause,
            pytest.approx(plain.score, abs=1e-9),
            pytest.approx(plain.rank, abs=1e-9),
        )


def test_the_shares_sum_to_the_whole_and_lie_in_their_intervals():
    before, after = two_editions()

    found = sure_change(before, after, "DS")

    assert sum(share.score.value for share in found.shares) == pytest.approx(found.score.value, abs=1e-9)
    assert found.weightings == 500
    assert all(share.score.low <= share.score.high for share in found.shares)
    assert found.score.low < found.score.value < found.score.high


def test_what_did_not_change_has_a_share_of_nothing_by_every_weighting():
    before, after = two_editions()

    found = sure_change(before, replace(after, definition=before.definition), "TL")

    (idle,) = [share for share in found.shares if share.cause == "definition"]
    assert (idle.score.low, idle.score.value, idle.score.high) == (0.0, 0.0, 0.0)


def test_a_merged_unit_sets_out_from_the_former_one():
    before, after = two_editions()
    merged = Edition(after.definition, recast(after.data, FORMER, RULES))

    found = sure_change(before, merged, "PM", recast=recast(before.data, FORMER, RULES), former="KN")

    assert [share.cause for share in found.shares] == ["territory", "definition", "figures", "others"]
    assert sum(share.rank.value for share in found.shares) == pytest.approx(found.after[1] - found.before[1], abs=1e-9)
    assert found.before == pytest.approx(change(before, after, "KN").before, abs=1e-9)


def test_the_usual_rules_add_counts_average_rates_and_ask_for_words():
    words = Scale("rubric", (Grade(1.0, word="đạt"), Grade(0.0, word="không")))
    definition = small_index.definition(Steps(denominate=Denominate()))
    more = (
        Indicator("share", "Tỷ lệ chi", "human", unit="%"),
        Indicator("pace", "Chi bình quân", "human", unit="triệu đồng/người"),
        Indicator("divided", "Đơn trên dân", "output", unit="%", denominator="people"),
        Indicator("answer", "Có chiến lược", "output", scale=words),
    )

    rules = usual_rules(replace(definition, indicators=(*definition.indicators[:1], *more)))

    assert rules == {"researchers": "sum", "share": "mean", "pace": "mean", "divided": "sum", "answer": "ask"}
