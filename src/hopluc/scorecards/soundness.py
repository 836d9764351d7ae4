"""What a definition must be so that it can be carried out: every refusal names the file and the key, and says why."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from hopluc.errors import WrongDefinition
from hopluc.scorecards import aggregate, grade, impute, normalise, screen, treat, weigh
from hopluc.scorecards.definition import (
    STEPS,
    Aggregate,
    Column,
    Definition,
    Group,
    Impute,
    Indicator,
    Normalise,
    Screen,
    Treat,
    Weigh,
)
from hopluc.scorecards.tree import Tree, tree_of

Wrong = Iterator[tuple[str, str]]
STATUSES = ("official", "reconstructed", "example")
"""How far a definition is certain: as issued; put together from what is known of it; made to show something."""


def refuse_unsound(definition: Definition) -> None:
    """Raise WrongDefinition for the first thing wrong with a definition; nothing where it can be carried out."""
    for key, reason in _wrong(definition):
        raise WrongDefinition(file=definition.file, key=key, reason=reason)


def _wrong(definition: Definition) -> Wrong:
    yield from _not_finite(definition, "")
    yield from _wrong_word("status", definition.status, STATUSES)
    yield from _wrong_tree(definition)
    tree = tree_of(definition)
    for one in definition.indicators:
        yield from _wrong_indicator(definition, one)
    yield from _wrong_totals(definition, tree)
    yield from _wrong_steps(definition, tree)


def _not_finite(thing: Any, key: str) -> Wrong:
    if isinstance(thing, float) and not math.isfinite(thing):
        yield key, "phải là một số hữu hạn"
    elif is_dataclass(thing):
        for part in fields(thing):
            yield from _not_finite(getattr(thing, part.name), f"{key}.{part.name}" if key else part.name)
    elif isinstance(thing, tuple):
        for place, part in enumerate(thing):
            yield from _not_finite(part, f"{key}[{getattr(part, 'code', place)}]")


def _wrong_word(key: str, word: str, known: Iterable[str]) -> Wrong:
    if word not in known:
        yield key, f'không có "{word}"; chọn một trong: {", ".join(known)}'


def _wrong_tree(definition: Definition) -> Wrong:
    if not definition.indicators:
        yield "indicators", "phải có ít nhất một chỉ số"
    parts: list[Indicator | Group] = [*definition.indicators, *definition.groups]
    columns: list[Indicator | Group | Column] = [*parts, *definition.denominators, *definition.classes]
    for code, times in Counter(one.code for one in columns).items():
        if times > 1:
            yield code, "mã này dùng hai lần"
    parents = {group.code: group.parent for group in definition.groups}
    for part in parts:
        if part.parent is not None and part.parent not in parents:
            yield f"{part.code}.parent", f'không có nhóm "{part.parent}"'
        if part.weight < 0:
            yield f"{part.code}.weight", "trọng số không được âm"
    childless = set(parents) - {part.parent for part in parts}
    for code in sorted(childless):
        yield code, "nhóm này không có phần nào"
    for code, parent in parents.items():
        seen, up = {code}, parent
        while up is not None and up in parents and up not in seen:
            seen.add(up)
            up = parents[up]
        if up in seen:
            yield f"{code}.parent", "các nhóm chứa nhau thành vòng"


def _wrong_indicator(definition: Definition, one: Indicator) -> Wrong:
    key = f"indicators[{one.code}]"
    if one.direction not in (1, -1):
        yield f"{key}.direction", "phải là 1 (càng nhiều càng tốt) hoặc -1 (càng ít càng tốt)"
    if one.denominator is not None and one.denominator not in {column.code for column in definition.denominators}:
        yield f"{key}.denominator", f'không có mẫu số "{one.denominator}" trong denominators'
    if one.low is not None and one.high is not None and one.low >= one.high:
        yield key, "low phải nhỏ hơn high"
    if one.goalposts and one.goalposts.low >= one.goalposts.high:
        yield f"{key}.goalposts", "low phải nhỏ hơn high, dù chiều nào tốt hơn"
    yield from _wrong_scale(f"{key}.scale", one)
    if one.treat:
        yield from _wrong_treat(f"{key}.treat", one.treat)
    if one.normalise:
        yield from _wrong_normalise(f"{key}.normalise", one.normalise)
    rule = one.normalise or definition.steps.normalise
    if rule.method == "goalposts" and one.goalposts is None:
        yield f"{key}.goalposts", "chuẩn hóa theo mốc cần hai mốc của chỉ số"
    if rule.method == "distance-to-target" and one.target is None:
        yield f"{key}.target", "chuẩn hóa theo mục tiêu cần mục tiêu của chỉ số"


def _wrong_scale(key: str, one: Indicator) -> Wrong:
    kind, grades = one.scale.kind, one.scale.grades
    yield from _wrong_word(f"{key}.kind", kind, grade.SCALES)
    if kind != "ratio" and not grades:
        yield f"{key}.grades", "thang này cần bảng điểm"
    if kind == "table":
        thresholds = [one.at_least for one in grades[1:]]
        if (grades and grades[0].at_least is not None) or None in thresholds:
            yield f"{key}.grades", "dòng đầu không có at_least, các dòng sau đều có"
        elif thresholds != sorted({one for one in thresholds if one is not None}):
            yield f"{key}.grades", "các mốc at_least phải tăng dần"
    if kind == "rubric" and any(one.word is None for one in grades):
        yield f"{key}.grades", "mỗi dòng phải có word"


def _wrong_totals(definition: Definition, tree: Tree) -> Wrong:
    named = {group.code: group for group in definition.groups}
    for branch in tree.branches:
        total, weight = named[branch.code].total, float(tree.weights[branch.parts].sum())
        if weight <= 0:
            yield f"groups[{branch.code}]", "mọi phần đều có trọng số 0"
        if total is not None and not math.isclose(total, weight, rel_tol=1e-9):
            yield f"groups[{branch.code}].total", f"trọng số các phần cộng lại là {weight:g}, phải bằng {total:g}"


def _wrong_steps(definition: Definition, tree: Tree) -> Wrong:
    steps = definition.steps
    if sorted(steps.order) != sorted(STEPS):
        yield "steps.order", f"phải kể đủ mỗi bước một lần: {', '.join(STEPS)}"
    elif not steps.order.index("normalise") < steps.order.index("weigh") < steps.order.index("aggregate") == len(STEPS) - 1:
        yield "steps.order", "chuẩn hóa (normalise) phải trước trọng số (weigh), và tổng hợp (aggregate) ở cuối"
    if steps.screen:
        yield from _wrong_screen(steps.screen)
    if steps.impute:
        yield from _wrong_impute(definition, steps.impute, tree)
    if steps.treat:
        yield from _wrong_treat("steps.treat", steps.treat)
    yield from _wrong_normalise("steps.normalise", steps.normalise)
    yield from _wrong_aggregate("steps.aggregate", steps.aggregate, max(tree.levels) - 1)
    for group in definition.groups:
        if group.aggregate:
            yield from _wrong_aggregate(f"groups[{group.code}].aggregate", group.aggregate, 0)
    for place, rule in enumerate(steps.weigh):
        yield from _wrong_weigh(f"steps.weigh[{place}]", rule, tree)


def _wrong_share(key: str, share: float) -> Wrong:
    if not 0 <= share <= 1:
        yield key, "phải từ 0 đến 1"


def _wrong_screen(rule: Screen) -> Wrong:
    yield from _wrong_word("steps.screen.by", rule.by, screen.TESTS)
    yield from _wrong_share("steps.screen.available", rule.available)
    yield from _wrong_share("steps.screen.nonzero", rule.nonzero)
    for unit in sorted(set(rule.keep) & set(rule.drop)):
        yield "steps.screen", f'"{unit}" vừa được giữ vừa bị bỏ'


def _wrong_impute(definition: Definition, rule: Impute, tree: Tree) -> Wrong:
    yield from _wrong_word("steps.impute.method", rule.method, impute.METHODS)
    if rule.by is not None and rule.by not in {one.code for one in definition.classes}:
        yield "steps.impute.by", f'không có "{rule.by}" trong classes'
    if rule.by is not None and rule.method not in impute.MIDDLES:
        yield "steps.impute.by", f"chỉ dùng với {', '.join(impute.MIDDLES)}"
    if rule.level is not None and rule.level not in tree.levels[tree.indicators :]:
        yield "steps.impute.level", f"phải từ 2 đến {max(tree.levels)}"
    if rule.neighbours < 1:
        yield "steps.impute.neighbours", "phải từ 1 trở lên"
    if rule.reach is not None and (rule.reach < 1 or rule.method != "latest"):
        yield "steps.impute.reach", "phải từ 1 năm trở lên và chỉ dùng với latest"


def _wrong_treat(key: str, rule: Treat) -> Wrong:
    yield from _wrong_word(f"{key}.method", rule.method, treat.METHODS)
    yield from _wrong_word(f"{key}.otherwise", rule.otherwise, treat.CURVES)
    if rule.points is not None and rule.points < 0:
        yield f"{key}.points", "không được âm"
    if rule.points is None and rule.forced:
        yield f"{key}.forced", "cần points, nếu không mọi giá trị đều bị kéo"
    if rule.skewness <= 0:
        yield f"{key}.skewness", "phải lớn hơn 0"


def _wrong_normalise(key: str, rule: Normalise) -> Wrong:
    yield from _wrong_word(f"{key}.method", rule.method, normalise.METHODS)
    yield from _wrong_word(f"{key}.ties", rule.ties, ("min", "average"))
    yield from _wrong_word(f"{key}.years", rule.years, ("each", "all"))
    if (rule.low is None) != (rule.high is None):
        yield key, "cần cả low và high, hoặc không khóa nào"
    if rule.low is not None and rule.high is not None and rule.low >= rule.high:
        yield key, "low phải nhỏ hơn high"
    if rule.spread <= 0:
        yield f"{key}.spread", "phải lớn hơn 0"
    if rule.bounds.low == rule.bounds.high:
        yield f"{key}.bounds", "hai mốc phải khác nhau"
    if rule.method == "distance-to-reference" and rule.reference is None:
        yield f"{key}.reference", "cần mã đơn vị lấy làm mốc"


def _wrong_aggregate(key: str, rule: Aggregate, levels: int) -> Wrong:
    yield from _wrong_word(f"{key}.method", rule.method, aggregate.METHODS)
    yield from _wrong_share(f"{key}.coverage", rule.coverage)
    if rule.parts < 0:
        yield f"{key}.parts", "không được âm"
    if rule.levels and len(rule.levels) != levels:
        yield (
            f"{key}.levels",
            f"kể {len(rule.levels)} bậc mà bộ chỉ số có {levels} bậc nhóm" if levels else "không dùng ở một nhóm",
        )
    for place, method in enumerate(rule.levels):
        yield from _wrong_word(f"{key}.levels[{place}]", method, aggregate.METHODS)


def _wrong_weigh(key: str, rule: Weigh, tree: Tree) -> Wrong:
    yield from _wrong_word(f"{key}.method", rule.method, weigh.METHODS)
    if not 1 <= rule.level < max(tree.levels):
        yield f"{key}.level", f"phải từ 1 đến {max(tree.levels) - 1}"
    for branch in tree.branches:
        codes = [tree.codes[part] for part in branch.parts if tree.levels[part] == rule.level]
        if rule.method == "budget":
            yield from _wrong_budget(key, rule, codes)
        if rule.method == "ahp":
            yield from _wrong_pairs(key, rule, codes)


def _wrong_budget(key: str, rule: Weigh, codes: Sequence[str]) -> Wrong:
    if not rule.experts:
        yield f"{key}.experts", "cần điểm của ít nhất một chuyên gia"
    for expert in rule.experts:
        for code in codes:
            if code not in expert.points:
                yield f"{key}.experts", f'{expert.name} chưa cho điểm "{code}"'
        points = [expert.points.get(code, 0.0) for code in codes]
        if codes and (min(points) < 0 or sum(points) <= 0):
            yield f"{key}.experts", f"điểm của {expert.name} không được âm và không được bằng 0 hết"


def _wrong_pairs(key: str, rule: Weigh, codes: Sequence[str]) -> Wrong:
    for pair in rule.comparisons:
        if pair.times <= 0:
            yield f"{key}.comparisons", f"{pair.first} so với {pair.second}: phải lớn hơn 0"
    given = Counter(frozenset((pair.first, pair.second)) for pair in rule.comparisons)
    for place, first in enumerate(codes):
        for second in codes[place + 1 :]:
            if given[frozenset((first, second))] != 1:
                yield f"{key}.comparisons", f'cần đúng một so sánh giữa "{first}" và "{second}"'
