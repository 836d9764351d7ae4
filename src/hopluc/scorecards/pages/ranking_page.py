"""Ranks with their intervals, and what moves them, as tables in both languages."""

import numpy as np

from hopluc.scorecards.definition import Definition
from hopluc.scorecards.pages.page import Row, both, page, section, table
from hopluc.scorecards.uncertainty.influence import Influence
from hopluc.scorecards.uncertainty.replicates import Uncertainty


def ranking_page(definition: Definition, uncertainty: Uncertainty, influence: Influence | None = None) -> str:
    """The ranking of an index with intervals, as a page of its own."""
    return page(
        ("Xếp hạng và độ chắc chắn", "Ranking and how sure it is"),
        definition,
        section(("Thứ hạng", "Ranks"), ranks_table(uncertainty)),
        section(("Điều gì làm thứ hạng thay đổi", "What moves the ranks"), influence_table(influence) if influence else ""),
    )


def ranks_table(uncertainty: Uncertainty) -> str:
    """The ranks of all units with their intervals, best first."""
    low, high = uncertainty.interval
    bottom, top = uncertainty.score_interval
    median = uncertainty.median
    order = np.argsort(np.nan_to_num(uncertainty.places, nan=np.inf), kind="stable")
    level = f"{100 * uncertainty.level:.0f} %"
    heads = [
        ("Đơn vị", "Unit"),
        ("Hạng", "Rank"),
        ("Hạng trung vị", "Median rank"),
        (f"Khoảng hạng {level}: từ", f"{level} interval: from"),
        ("đến", "to"),
        ("Điểm", "Score"),
        (f"Khoảng điểm {level}: từ", f"{level} interval of score: from"),
        ("đến", "to"),
    ]
    rows = [
        (
            uncertainty.units[row],
            _whole(uncertainty.places[row]),
            float(median[row]),
            float(low[row]),
            float(high[row]),
            float(uncertainty.scores[row]),
            float(bottom[row]),
            float(top[row]),
        )
        for row in order
    ]
    return table(
        both(f"Qua {uncertainty.replicates} lần tính lại", f"Over {uncertainty.replicates} replicates"), heads, rows, 1
    )


def influence_table(influence: Influence) -> str:
    """How much each uncertain input moves the ranking, alone and in all, with intervals."""
    heads = [
        ("Yếu tố", "Input"),
        ("Riêng nó (S1)", "Alone (S1)"),
        ("từ", "from"),
        ("đến", "to"),
        ("Tổng cộng (ST)", "In all (ST)"),
        ("từ", "from"),
        ("đến", "to"),
    ]
    first, total = influence.overall.first, influence.overall.total
    rows: list[Row] = [
        (name, *(float(part[place, 0]) for part in (first.value, first.low, first.high, total.value, total.low, total.high)))
        for place, name in enumerate(influence.overall.inputs)
    ]
    return table(both("Chỉ số Sobol của mức đổi hạng trung bình", "Sobol indices of the mean shift of rank"), heads, rows)


def _whole(value: float) -> int | float:
    return value if np.isnan(value) else int(value)
