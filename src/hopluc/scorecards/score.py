"""The door of the engine: score(definition, data) -> Scores, each step a function of the work so far."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from hopluc.scorecards.aggregate import aggregate, wrong_parts
from hopluc.scorecards.arrays import Floats, Whole
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition, Impute
from hopluc.scorecards.denominate import denominate
from hopluc.scorecards.grade import graded
from hopluc.scorecards.impute import MIDDLES, OVER_YEARS, OWN, by_expectation, by_middle, by_nearest, by_own, over_years
from hopluc.scorecards.normalise import normalise
from hopluc.scorecards.rank import ranked
from hopluc.scorecards.results import Remark, Scores
from hopluc.scorecards.rules import alike, marks_at, marks_of, normalised_by, rules_of, treated_by
from hopluc.scorecards.screen import kept
from hopluc.scorecards.treat import Treatment, treat
from hopluc.scorecards.tree import tree_of, under
from hopluc.scorecards.weights import weighed
from hopluc.scorecards.work import Work, bare_rows, begin, each_year, slices


def score(definition: Definition, data: Data) -> Scores:
    """The scores of every unit. Same input, same result: no clock, no chance, no file. Raises CannotScore.

    The definition must be one that `refuse_unsound` has passed; `load_definition` gives no other.
    """
    tree = tree_of(definition)
    work = begin(definition, tree, data)
    for name in definition.steps.order:
        work = _STEPS[name](work)
    ranks = each_year(work.data, work.values, lambda values, _: ranked(values))
    return Scores(definition, tree, work.data, work.stages, work.weights, work.values, ranks, work.remarks, work.treatment)


def _denominate(work: Work) -> Work:
    rule = work.definition.steps.denominate
    if rule is None:
        return _undivided(work.left("denominated"))
    values, remarks = work.values.copy(), []
    for column, one in enumerate(work.definition.indicators):
        if one.denominator is None:
            continue
        if one.denominator not in work.data.denominators:
            raise work.refusal("chia quy mô", one.code, f'số liệu không có cột mẫu số "{one.denominator}"', "thêm cột này")
        size = work.data.denominators[one.denominator]
        with np.errstate(over="ignore"):
            values[:, column] = denominate(values[:, column], size, rule.scale)
        for unit in map(int, np.flatnonzero(np.isinf(values[:, column]))):
            reason = f"{work.row(unit)}: {one.denominator} = {size[unit]:g} quá nhỏ nên {one.code} thành vô hạn"
            raise work.refusal("chia quy mô", one.code, reason, "kiểm tra lại mẫu số và đơn vị tính của nó")
        for unit in map(int, np.flatnonzero(np.isnan(values[:, column]) & ~np.isnan(work.values[:, column]))):
            name = work.data.units[unit]
            text = f"{work.row(unit)}: {one.code} có số liệu nhưng mẫu số {one.denominator} trống hoặc bằng 0, nên coi là chưa có số liệu."
            remarks.append(Remark("denominate", "no-denominator", f"{one.code}, {name}", text))
    return work.left("denominated", values).saying(*remarks)


def _undivided(work: Work) -> Work:
    idle = [one.code for one in work.definition.indicators if one.denominator is not None]
    if not idle:
        return work
    text = f"Không chia quy mô, dù {len(idle)} chỉ số có mẫu số: {', '.join(idle)}."
    return work.saying(Remark("denominate", "not-denominated", work.definition.code, text))


def _impute(work: Work) -> Work:
    rule = work.definition.steps.impute
    if rule is None or rule.method == "none":
        return work.left("imputed")
    values = _imputed(work, rule)
    told = bare_rows(work.data, values)
    remarks = []
    for column, code in enumerate(work.tree.codes[: work.tree.indicators]):
        missing = np.isnan(work.values[:, column])
        filled, still = int((missing & ~np.isnan(values[:, column])).sum()), int(np.isnan(values[~told, column]).sum())
        if filled:
            remarks.append(
                Remark("impute", "imputed", code, f"{work.column(code)}: {filled} giá trị thiếu được bù ({rule.method}).")
            )
        if still:
            remarks.append(
                Remark(
                    "impute", "still-missing", code, f"{work.column(code)}: {still} giá trị vẫn thiếu, không đủ căn cứ để bù."
                )
            )
    return work.left("imputed", values).saying(*remarks)


def _imputed(work: Work, rule: Impute) -> Floats:
    data, blocks = work.data, _blocks(work, rule)
    if rule.method in OVER_YEARS:
        if not data.years:
            raise work.refusal("bù số liệu", rule.method, "số liệu không có cột năm", "thêm cột năm, hoặc chọn cách bù khác")
        return over_years(work.values, rule, data.units, data.years)
    if rule.by is not None and rule.by not in data.classes:
        raise work.refusal("bù số liệu", rule.by, "số liệu không có cột nhóm đơn vị này", "thêm cột này")

    def fill_known(values: Floats, rows: Whole) -> Floats:
        if rule.method in MIDDLES:
            classes = None if rule.by is None else [data.classes[rule.by][row] for row in rows]
            return by_middle(values, MIDDLES[rule.method], classes)
        if rule.method in OWN:
            return by_own(values, OWN[rule.method], marks_of(work.definition).direction, blocks)
        if rule.method == "nearest":
            return by_nearest(values, rule.neighbours, blocks)
        _refuse_wide_blocks(work, blocks, len(rows))
        return by_expectation(values, blocks)

    def fill(values: Floats, rows: Whole) -> Floats:
        known = ~np.isnan(values).all(axis=1)  # a unit with no figure gives no ground for one
        filled = values.copy()
        if known.any():
            filled[known] = fill_known(values[known], rows[known])
        return filled

    return each_year(data, work.values, fill)


def _blocks(work: Work, rule: Impute) -> list[Whole]:
    if rule.level is None:
        return [np.arange(work.tree.indicators)]
    return [under(work.tree, branch) for branch in work.tree.branches if branch.level == rule.level]


def _refuse_wide_blocks(work: Work, blocks: list[Whole], units: int) -> None:
    for block in blocks:
        if len(block) >= units:
            reason = f"{len(block)} chỉ số trong một khối mà chỉ có {units} đơn vị; EM cần nhiều đơn vị hơn chỉ số"
            raise work.refusal(
                "bù số liệu",
                work.tree.codes[int(block[0])],
                reason,
                "đặt level: 2 để bù trong từng nhóm, hoặc chọn cách bù khác",
            )


def _screen(work: Work) -> Work:
    rule = work.definition.steps.screen
    if rule is None:
        return work.left("screened")
    stays = kept(work.values, rule, work.data.units)
    if not stays.any():
        raise work.refusal("sàng lọc", rule.by, "không đơn vị nào đủ số liệu", "xem lại ngưỡng của bước sàng lọc")
    share = (~np.isnan(work.values)).mean(axis=1)
    remarks = [
        Remark(
            "screen",
            "left-out",
            unit,
            f"{work.row(row)}: có {share[row]:.0%} số chỉ số, không đủ điều kiện chấm điểm nên được để ngoài.",
        )
        for row, unit in enumerate(work.data.units)
        if not stays[row]
    ]
    return work.left("screened", work.values[stays], work.data.rows(stays)).saying(*remarks)


def _treat(work: Work) -> Work:
    values = work.values.copy()
    direction = marks_of(work.definition).direction
    remarks: list[Remark] = []
    whole: Treatment | None = None
    for rows in slices(work.data):
        for rule, columns in alike(treated_by(work.definition)):
            if rule is None:
                continue
            place = np.ix_(rows, columns)
            done = treat(work.values[place], rule, direction[columns])
            values[place] = done.values
            remarks += _said_of(done, [work.tree.codes[column] for column in columns])
            whole = done if len(columns) == values.shape[1] and len(rows) == len(values) else whole
    return replace(work.left("treated", values), treatment=whole).saying(*remarks)


def _said_of(done: Treatment, codes: list[str]) -> list[Remark]:
    remarks = []
    for column, code in enumerate(codes):
        if done.points[column]:
            text = f"{code}: {done.points[column]} giá trị ngoại lai được kéo về giá trị kế tiếp."
            remarks.append(Remark("treat", "winsorised", code, text))
        if done.second[column]:
            remarks.append(Remark("treat", "transformed", code, f"{code}: được đổi thang vì kéo giá trị ngoại lai chưa đủ."))
        if not done.passed[column]:
            remarks.append(Remark("treat", "still-skewed", code, f"{code}: sau xử lý vẫn lệch quá ngưỡng."))
    return remarks


def _normalise(work: Work) -> Work:
    marks = marks_of(work.definition)
    work = replace(work, values=_in_points(work))
    values = np.empty_like(work.values)
    for rule, columns in alike(normalised_by(work.definition)):
        for rows in [np.arange(len(values))] if rule.years == "all" else slices(work.data):
            reference = -1
            if rule.reference is not None:
                reference = next((place for place, row in enumerate(rows) if work.data.units[row] == rule.reference), -1)
                if reference < 0:
                    raise work.refusal(
                        "chuẩn hóa", rule.reference, "số liệu không có đơn vị lấy làm mốc này", "sửa mã đơn vị ở khóa reference"
                    )
            place = np.ix_(rows, columns)
            values[place] = normalise(work.values[place], rule, marks_at(marks, columns, reference))
    return work.left("normalised", values).saying(*_unmeasured(work, values))


def _in_points(work: Work) -> Floats:
    values = work.values.copy()
    for column, one in enumerate(work.definition.indicators):
        if one.scale.kind == "table":
            values[:, column] = graded(values[:, column], one.scale.grades)
    return values


def _unmeasured(work: Work, values: Floats) -> list[Remark]:
    remarks = []
    rules = normalised_by(work.definition)
    for column, one in enumerate(work.definition.indicators):
        lost = np.isnan(values[:, column]) & ~np.isnan(work.values[:, column])
        if lost.any():
            text = (
                f"{work.column(one.code)}: mọi đơn vị như nhau, nên không phân biệt được; chỉ số này để ngoài, không tính là 0."
            )
            remarks.append(Remark("normalise", "constant", one.code, text))
        elif np.isnan(values[:, column]).all():
            remarks.append(Remark("normalise", "no-values", one.code, f"{work.column(one.code)}: không đơn vị nào có số liệu."))
        if one.direction < 0 and rules[column].method in ("none", "fraction-of-maximum"):
            text = f'{one.code}: càng ít càng tốt, mà cách chuẩn hóa "{rules[column].method}" không đảo chiều; điểm cao ở đây không có nghĩa là tốt.'
            remarks.append(Remark("normalise", "not-turned", one.code, text))
    return remarks


def _aggregate(work: Work) -> Work:
    rules = rules_of(work.definition, work.tree)
    values = each_year(work.data, work.values, lambda values, _: aggregate(values, work.tree, work.weights, rules))
    for branch, rule in zip(work.tree.branches, rules, strict=True):
        for unit, part in wrong_parts(values, branch.parts, rule):
            reason = f"{work.row(unit)} có điểm {values[unit, part]:g} ở {work.tree.codes[part]}, mà cách {rule.method} không nhận điểm như vậy"
            raise work.refusal(
                "tổng hợp",
                branch.code,
                reason,
                "chuẩn hóa sang khoảng lớn hơn 0 (như low: 1, high: 100), hoặc chọn cách tổng hợp khác",
            )
    for unit, column in np.argwhere(np.isinf(values)):
        reason = f"{work.row(unit)} có điểm vô hạn"
        raise work.refusal(
            "tổng hợp", work.tree.codes[column], reason, "xem lại trọng số, nhất là trọng số âm, và cách tổng hợp"
        )
    return work.left("aggregated", values)


def _weigh(work: Work) -> Work:
    for rule in work.definition.steps.weigh:
        work = weighed(work, rule)
    return work


_STEPS: Mapping[str, Callable[[Work], Work]] = {
    "denominate": _denominate,
    "impute": _impute,
    "screen": _screen,
    "treat": _treat,
    "normalise": _normalise,
    "weigh": _weigh,
    "aggregate": _aggregate,
}
