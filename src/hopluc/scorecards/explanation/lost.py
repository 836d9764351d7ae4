"""Where a unit lost points (điểm mất ở đâu), in five sentences a leader reads, in Vietnamese and English."""

from dataclasses import replace
from typing import Final

import numpy as np

from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.denominate import denominate
from hopluc.scorecards.explanation.contributions import contributions_if_split
from hopluc.scorecards.pages.page import names, number
from hopluc.scorecards.results import Scores
from hopluc.scorecards.score import score

Sentence = tuple[str, str]
MOST: Final = 3


def sentences(scores: Scores, unit: str) -> tuple[Sentence, ...]:
    """Five sentences on one unit: where it stands, which indicators and which group lose most, what is missing, what catching up would bring.

    Points are lost against the average of all; by a unit that is nowhere below it, against the one in the lead. Fewer sentences where
    there is nothing to say: of an index of several tops, or a unit without a score, none.
    """
    row, tops = scores.units.index(unit), scores.tree.tops
    if len(tops) != 1 or np.isnan(scores.values[row, tops[0]]):
        return ()
    lost, leader = lost_points(scores, unit), None
    if not lost:
        leader = int(np.nanargmax(scores.values[:, tops[0]]))
        lost = _behind(scores, row, leader)
    told = (
        _standing(scores, row),
        _indicators(scores, lost, leader),
        _group(scores, row),
        _missing(scores, row),
        _caught_up(scores, row, [code for code, _ in lost[:MOST]], leader),
    )
    return tuple(sentence for sentence in told if sentence is not None)


def lost_points(scores: Scores, unit: str) -> tuple[tuple[str, float], ...]:
    """The indicators that give less to the unit's score than they give on average, worst first: code, points (negative).

    None where the way the index is aggregated cannot be split by indicator.
    """
    given = contributions_if_split(scores)
    if given is None:
        return ()
    known = ~np.isnan(given)
    mean = np.where(known, given, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return _worst_first(scores, given[scores.units.index(unit)] - mean)


def _behind(scores: Scores, row: int, leader: int) -> tuple[tuple[str, float], ...]:
    """The indicators that give less to a unit than to the one in the lead, worst first."""
    given = contributions_if_split(scores)
    return () if given is None or row == leader else _worst_first(scores, given[row] - given[leader])


def _worst_first(scores: Scores, gap: Floats) -> tuple[tuple[str, float], ...]:
    order = np.argsort(np.where(np.isnan(gap), np.inf, gap), kind="stable")
    return tuple((scores.tree.codes[place], float(gap[place])) for place in order if gap[place] < 0)


def _standing(scores: Scores, row: int) -> Sentence:
    top = scores.tree.tops[0]
    value, rank, count = scores.values[row, top], scores.ranks[row, top], int((~np.isnan(scores.values[:, top])).sum())
    vietnamese = f"Điểm ước {number(value)}, hạng {rank:.0f}/{count}"
    english = f"Estimated score {value:.2f}, rank {rank:.0f} of {count}"
    ahead = np.flatnonzero(scores.values[:, top] > value)
    if not len(ahead):
        return _leading(scores, row, vietnamese, english)
    near = int(ahead[np.argmin(scores.values[ahead, top])])
    gap = scores.values[near, top] - value
    name = _name(scores, near)
    return (
        f"{vietnamese}; kém {number(gap)} điểm so với {name} xếp ngay trên.",
        f"{english}; {gap:.2f} points behind {name}, next above.",
    )


def _leading(scores: Scores, row: int, vietnamese: str, english: str) -> Sentence:
    values = scores.values[:, scores.tree.tops[0]].copy()
    own, values[row] = values[row], np.nan
    if np.isnan(values).all():
        return f"{vietnamese}, đứng đầu.", f"{english}, in the lead."
    near = int(np.nanargmax(values))
    gap, name = own - values[near], _name(scores, near)
    return (
        f"{vietnamese}, đứng đầu; hơn {name} {number(gap)} điểm.",
        f"{english}, in the lead; {gap:.2f} points ahead of {name}.",
    )


def _indicators(scores: Scores, lost: tuple[tuple[str, float], ...], leader: int | None) -> Sentence:
    if not lost:
        return "Không chỉ số nào kéo điểm xuống dưới mức trung bình.", "No indicator draws the score below the average."
    known = names(scores.definition)
    english_names = {one.code: one.name_en or one.code for one in scores.definition.indicators}
    told = "; ".join(f"{known[code]} ({code}: {number(points)} điểm)" for code, points in lost[:MOST])
    english = "; ".join(f"{english_names[code]} ({points:.2f})" for code, points in lost[:MOST])
    if leader is not None:
        name = _name(scores, leader)
        return (
            f"So với {name} đang dẫn đầu, kém nhiều nhất ở: {told}.",
            f"Against {name} in the lead, most points are lost in: {english}.",
        )
    return (
        f"So với trung bình các đơn vị, mất điểm nhiều nhất ở: {told}.",
        f"Against the average, most points are lost in: {english}.",
    )


def _group(scores: Scores, row: int) -> Sentence | None:
    """The pillar with the worst rank: of the groups below the index, or below those where they are but two."""
    parts = [part for part in pillars(scores) if not np.isnan(scores.ranks[row, part])]
    if len(parts) < 2:
        return None
    worst = max(parts, key=lambda part: float(scores.ranks[row, part]))
    code = scores.tree.codes[worst]
    name, rank, value = names(scores.definition)[code], scores.ranks[row, worst], scores.values[row, worst]
    english = next((group.name_en for group in scores.definition.groups if group.code == code), "") or code
    best = float(np.nanmax(scores.values[:, worst]))
    return (
        f"Nhóm yếu nhất là {name}: {number(value)} điểm, hạng {rank:.0f}; đơn vị dẫn đầu nhóm này đạt {number(best)} điểm.",
        f"The weakest group is {english}: {value:.2f} points, rank {rank:.0f}; the best in it has {best:.2f}.",
    )


def pillars(scores: Scores) -> list[int]:
    """The columns of the groups a leader thinks in: those below the index, or below these where they are but two."""
    branches = {branch.column: branch for branch in scores.tree.branches}
    parts = [int(part) for part in branches[scores.tree.tops[0]].parts if int(part) in branches]
    below = [int(part) for group in parts for part in branches[group].parts if int(part) in branches]
    return below if len(parts) < 3 and below else parts


def _missing(scores: Scores, row: int) -> Sentence:
    raw = scores.stages["raw"]
    figures = raw.values[raw.units.index(scores.units[row])]
    codes = [code for code, value in zip(raw.codes, figures, strict=True) if np.isnan(value)]
    if not codes:
        return "Đủ số liệu ở tất cả chỉ số.", "There is a figure for every indicator."
    told = ", ".join(codes[:10]) + (" …" if len(codes) > 10 else "")
    return f"Chưa có số liệu ở {len(codes)} chỉ số: {told}.", f"There is no figure for {len(codes)} indicators: {told}."


def _caught_up(scores: Scores, row: int, codes: list[str], leader: int | None) -> Sentence | None:
    """What score and rank would be if the indicators that lose most stood at the median of all, or where the leader's stand."""
    if not codes:
        return None
    raised = score(scores.definition, replace(scores.data, values=caught_up(scores, row, codes, leader)))
    top, place = raised.tree.tops[0], raised.units.index(scores.units[row])
    value, rank = raised.values[place, top], raised.ranks[place, top]
    if np.isnan(value):
        return None
    level = "mức trung vị của các đơn vị" if leader is None else f"mức của {_name(scores, leader)}"
    english = "at the median of all units" if leader is None else f"where {_name(scores, leader)} stands"
    told = ", ".join(codes)
    return (
        f"Nếu {told} bằng {level} thì điểm ước là {number(value)}, hạng {rank:.0f}.",
        f"If {told} stood {english}, the score would be {value:.2f}, rank {rank:.0f}.",
    )


def caught_up(scores: Scores, row: int, codes: list[str], leader: int | None = None) -> Floats:
    """The figures with those of a unit put at the median of all, or where a leader's stand; by size where the indicator is divided by one."""
    values = scores.data.values.copy()
    divided = scores.definition.steps.denominate is not None
    for one in scores.definition.indicators:
        if one.code in codes:
            column = scores.data.codes.index(one.code)
            size = scores.data.denominators[one.denominator] if divided and one.denominator else np.ones(len(values))
            by_size = denominate(values[:, column], size)
            values[row, column] = float((np.nanmedian(by_size) if leader is None else by_size[leader]) * size[row])
    return values


def _name(scores: Scores, row: int) -> str:
    return scores.data.names[row] if scores.data.names else scores.units[row]
