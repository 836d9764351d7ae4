"""The step that sets the weights of one level: asks `weigh` group by group, and says what is to be known of the answer."""

from dataclasses import replace

import numpy as np

from hopluc.scorecards.aggregate import aggregate
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.definition import Weigh
from hopluc.scorecards.results import Remark
from hopluc.scorecards.rules import rules_of
from hopluc.scorecards.tree import Branch
from hopluc.scorecards.weigh import BALANCED, FROM_DATA, INFORMED, budget, compared, optimised
from hopluc.scorecards.work import Work


def weighed(work: Work, rule: Weigh) -> Work:
    """The work with new weights of the parts at the level of the rule. Raises CannotScore."""
    if rule.method == "given":
        return work
    if rule.method in (BALANCED, INFORMED):
        return _optimised(work, rule)
    weights, remarks = work.weights.copy(), []
    scores = aggregate(work.values, work.tree, work.weights, rules_of(work.definition, work.tree))
    for branch in work.tree.branches:
        here = np.array([part for part in branch.parts if work.tree.levels[part] == rule.level])
        if not here.size:
            continue
        found, said = _of_group(work, rule, replace(branch, parts=here), scores[:, here])
        weights[here] = found
        remarks += said
    return replace(work, weights=weights).saying(*remarks)


def _of_group(work: Work, rule: Weigh, branch: Branch, parts: Floats) -> tuple[Floats, list[Remark]]:
    codes = tuple(work.tree.codes[part] for part in branch.parts)
    if rule.method == "equal" or len(codes) == 1:
        return np.ones(len(codes)), []
    if rule.method == "budget":
        return budget(codes, rule.experts), []
    if rule.method == "ahp":
        return _compared(rule, branch, codes)
    return _from_data(work, rule, branch, parts)


def _compared(rule: Weigh, branch: Branch, codes: tuple[str, ...]) -> tuple[Floats, list[Remark]]:
    found = compared(codes, rule.comparisons)
    if found.ratio <= rule.consistency:
        return found.weights, []
    text = f"{branch.code}: các so sánh cặp mâu thuẫn nhau (tỷ số nhất quán {found.ratio:.3f}, ngưỡng {rule.consistency:g}); nên hỏi lại chuyên gia."
    return found.weights, [Remark("weigh", "inconsistent", branch.code, text)]


def _from_data(work: Work, rule: Weigh, branch: Branch, parts: Floats) -> tuple[Floats, list[Remark]]:
    whole = parts[~np.isnan(parts).any(axis=1)]
    if len(whole) < 3 or (whole == whole[0]).all(axis=0).any():
        reason = "không đủ ba đơn vị có đủ số liệu, hoặc có phần mà mọi đơn vị như nhau"
        raise work.refusal("trọng số", branch.code, reason, "dùng trọng số cho trước ở nhóm này, hoặc bù số liệu trước")
    if rule.method == "entropy" and (whole < 0).any():
        raise work.refusal("trọng số", branch.code, "có điểm âm mà entropy cần điểm không âm", "chuẩn hóa sang khoảng không âm")
    with np.errstate(invalid="ignore", divide="ignore"):
        found = FROM_DATA[rule.method](whole)
    if not np.isfinite(found).all():
        raise work.refusal(
            "trọng số", branch.code, f"cách {rule.method} không phân biệt được các phần", "dùng trọng số cho trước ở nhóm này"
        )
    remarks = []
    if len(whole) < len(parts):
        text = f"{branch.code}: trọng số tính trên {len(whole)} trong {len(parts)} đơn vị có đủ số liệu."
        remarks.append(Remark("weigh", "complete-only", branch.code, text))
    if (found < 0).any():
        names = ", ".join(work.tree.codes[part] for part, weight in zip(branch.parts, found, strict=True) if weight < 0)
        text = f"{branch.code}: trọng số âm ở {names}: điểm cao hơn ở đó làm giảm điểm của nhóm. Không nên dùng để công bố."
        remarks.append(Remark("weigh", "negative-weight", branch.code, text))
    return found, remarks


def _optimised(work: Work, rule: Weigh) -> Work:
    tree, rules = work.tree, rules_of(work.definition, work.tree)
    columns = np.array([column for column, level in enumerate(tree.levels) if level == rule.level])
    scores = aggregate(work.values, tree, work.weights, rules)
    if (scores[:, columns] == scores[:1, columns]).all(axis=0).any():
        raise work.refusal("trọng số", str(rule.level), "có phần mà mọi đơn vị như nhau", "dùng trọng số cho trước ở bậc này")
    top = tree.tops[0]

    def index(weights: Floats) -> Floats:
        tried = work.weights.copy()
        tried[columns] = weights
        found: Floats = aggregate(work.values, tree, tried, rules)[:, top]
        return found

    weights = work.weights.copy()
    start = np.full(len(columns), 1 / len(columns))
    weights[columns] = optimised(scores[:, columns], index, start, balanced=rule.method == BALANCED)
    return replace(work, weights=weights)
