"""How an index is made, told in a few sentences in Vietnamese and English: the steps of its definition in their order."""

from collections.abc import Mapping
from typing import Final

from hopluc.scorecards.definition import Definition
from hopluc.scorecards.explanation.lost import Sentence
from hopluc.scorecards.rules import normalised_by, rules_of, treated_by
from hopluc.scorecards.tree import tree_of
from hopluc.scorecards.uncertainty.means import power_of

NORMALISED: Final[Mapping[str, Sentence]] = {
    "min-max": ("từ thấp nhất đến cao nhất (min-max)", "from least to greatest (min-max)"),
    "z-score": ("điểm chuẩn (z-score)", "standard scores (z-score)"),
    "rank": ("theo hạng", "by rank"),
    "percentile-rank": ("theo tỷ lệ đơn vị xếp sau", "by percentile rank"),
    "borda": ("theo số đơn vị xếp sau (Borda)", "by Borda count"),
    "distance-to-target": ("khoảng cách đến mục tiêu", "distance to target"),
    "distance-to-maximum": ("khoảng cách đến giá trị cao nhất", "distance to the greatest"),
    "distance-to-reference": ("khoảng cách đến đơn vị lấy làm mốc", "distance to a reference unit"),
    "goalposts": ("giữa hai mốc cho trước (goalposts)", "between goalposts"),
    "fraction-of-maximum": ("phần của giá trị cao nhất", "fraction of the greatest"),
    "scaled": ("theo hai giá trị cho trước", "between two fixed values"),
    "none": ("giữ nguyên", "as it is"),
}
AGGREGATED: Final[Mapping[str, Sentence]] = {
    "arithmetic": ("trung bình cộng", "arithmetic mean"),
    "geometric": ("trung bình nhân", "geometric mean"),
    "harmonic": ("trung bình điều hòa", "harmonic mean"),
    "generalised": ("trung bình lũy thừa", "power mean"),
    "minimum": ("điểm thấp nhất", "minimum"),
    "sum": ("tổng điểm", "sum"),
    "copeland": ("Copeland", "Copeland"),
    "copeland-wins": ("Copeland theo số lần thắng", "Copeland by wins"),
    "benefit-of-the-doubt": ("trọng số có lợi nhất cho từng đơn vị", "benefit of the doubt"),
    "mazziotta-pareto": ("Mazziotta - Pareto", "Mazziotta-Pareto"),
    "mazziotta-pareto-up": ("Mazziotta - Pareto (chiều ngược)", "Mazziotta-Pareto (upwards)"),
}


def told_method(definition: Definition) -> tuple[Sentence, ...]:
    """Each step that is taken, in Vietnamese and English; a missing figure is told in any case."""
    steps = definition.steps
    rules = rules_of(definition, tree_of(definition))
    normalised = _of(NORMALISED, [rule.method for rule in normalised_by(definition)])
    aggregated = _of(AGGREGATED, [rule.method for rule in rules])
    told: list[Sentence] = []
    if steps.denominate is not None:
        told.append(("Số liệu được chia theo quy mô đơn vị.", "Figures are divided by the size of the unit."))
    if steps.impute is not None and steps.impute.method != "none":
        told.append(
            (f"Số liệu thiếu được bù ({steps.impute.method}).", f"Missing figures are imputed ({steps.impute.method}).")
        )
    elif all(power_of(rule) is not None for rule in rules):
        told.append(
            (
                "Chỉ số chưa có số liệu không tính là 0: trọng số của nó chia cho các chỉ số còn lại trong nhóm.",
                "A missing figure is never a zero: its weight goes to the other indicators of the group.",
            )
        )
    else:
        told.append(("Chỉ số chưa có số liệu không tính là 0.", "A missing figure is never a zero."))
    if any(rule is not None for rule in treated_by(definition)):
        told.append(("Giá trị ngoại lai được xử lý.", "Outliers are treated."))
    told.append((f"Chuẩn hóa: {normalised[0]}.", f"Normalised: {normalised[1]}."))
    if any(rule.method != "given" for rule in steps.weigh):
        methods = ", ".join(rule.method for rule in steps.weigh if rule.method != "given")
        told.append((f"Trọng số: {methods}.", f"Weights: {methods}."))
    else:
        told.append(("Trọng số theo định nghĩa.", "Weights as defined."))
    told.append((f"Tổng hợp: {aggregated[0]}.", f"Aggregated: {aggregated[1]}."))
    return tuple(told)


def _of(words: Mapping[str, Sentence], methods: list[str]) -> Sentence:
    """The words for these methods, each once, in order."""
    once = list(dict.fromkeys(methods))
    return ", ".join(words[one][0] for one in once), ", ".join(words[one][1] for one in once)
