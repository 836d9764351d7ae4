"""The profile of one unit (hồ sơ địa phương): where it stands, what its score is made of, strong and weak points, whom it resembles."""

import numpy as np

from hopluc.scorecards.explanation.contributions import contributions_if_split
from hopluc.scorecards.explanation.peers import peers
from hopluc.scorecards.explanation.plans import Plan
from hopluc.scorecards.explanation.strengths import Mark, strengths
from hopluc.scorecards.pages.page import both, bullets, names, number, page, percent, section, table
from hopluc.scorecards.results import Scores
from hopluc.scorecards.uncertainty.replicates import Uncertainty

_CODE = ("Mã", "Code")
_NAME = ("Tên", "Name")


def profile_page(scores: Scores, unit: str, uncertainty: Uncertainty | None = None, plan: Plan | None = None) -> str:
    """The profile of one unit of the scores as a page of its own, with a plan that brings it forward where there is one."""
    row = scores.units.index(unit)
    name = scores.data.names[row] if scores.data.names else unit
    return page(
        (f"Hồ sơ: {name}", f"Profile: {name}"),
        scores.definition,
        section(("Tóm tắt", "In short"), bullets(_sentences(scores, unit, uncertainty))),
        section(("Điểm và thứ hạng theo nhóm", "Scores and ranks by group"), _groups(scores, row)),
        section(("Điểm mạnh, điểm yếu", "Strengths and weaknesses"), _marks(scores, unit)),
        section(("Muốn lên hạng", "To move up"), "" if plan is None else _plan(scores, plan)),
        section(("Địa phương tương đồng", "Peers"), _peers(scores, unit)),
        section(("Từng chỉ số", "Each indicator"), _indicators(scores, row)),
    )


def _sentences(scores: Scores, unit: str, uncertainty: Uncertainty | None) -> list[tuple[str, str]]:
    row, top = scores.units.index(unit), scores.tree.tops[0]
    score, rank, count = scores.values[row, top], scores.ranks[row, top], len(scores.units)
    told = [(f"Điểm {number(score)}, hạng {number(rank, 0)}/{count}.", f"Score {score:.2f}, rank {rank:.0f} of {count}.")]
    if uncertainty is not None:
        place = uncertainty.units.index(unit)
        low, high = (end[place] for end in uncertainty.interval)
        level = percent(uncertainty.level)
        told.append(
            (
                f"Thứ hạng nằm trong khoảng {number(low, 0)}–{number(high, 0)} ở {level} số lần tính lại.",
                f"Its rank lies between {low:.0f} and {high:.0f} in {level} of replicates.",
            )
        )
    lost = _lost(scores, row)
    if lost:
        words = ", ".join(f"{code} ({number(points)})" for code, points in lost)
        told.append((f"Thấp hơn trung bình nhiều nhất ở: {words} điểm.", f"Loses most against the mean in: {words} points."))
    return told


def _lost(scores: Scores, row: int) -> list[tuple[str, float]]:
    """The indicators that give most less to the unit's score than to the mean of all."""
    found = contributions_if_split(scores)
    if found is None:
        return []
    gap = found[row] - np.nanmean(found, axis=0, where=~np.isnan(found))
    order = np.argsort(np.where(np.isnan(gap), np.inf, gap), kind="stable")[:3]
    return [(scores.tree.codes[place], float(gap[place])) for place in order if gap[place] < 0]


def _groups(scores: Scores, row: int) -> str:
    known, tree = names(scores.definition), scores.tree
    columns = range(len(tree.codes) - 1, tree.indicators - 1, -1)
    rows = [
        (tree.codes[place], known[tree.codes[place]], float(scores.values[row, place]), _rank(scores, row, place))
        for place in columns
    ]
    return table(
        both("Chỉ số chung và các nhóm", "The index and its groups"), [_CODE, _NAME, ("Điểm", "Score"), ("Hạng", "Rank")], rows
    )


def _marks(scores: Scores, unit: str) -> str:
    found, known = strengths(scores, unit), names(scores.definition)
    heads = [_CODE, _NAME, ("Hạng", "Rank"), ("Vượt (% đơn vị khác)", "Ahead of (% of others)")]

    def rows(marks: tuple[Mark, ...]) -> list[tuple[str, str, int, float]]:
        return [(mark.code, known[mark.code], mark.rank, 100 * mark.behind) for mark in marks]

    return table(both("Điểm mạnh", "Strengths"), heads, rows(found.strengths), 0) + table(
        both("Điểm yếu", "Weaknesses"), heads, rows(found.weaknesses), 0
    )


def _plan(scores: Scores, plan: Plan) -> str:
    known = names(scores.definition)
    told = (
        f"Ít công sức nhất để đạt hạng {plan.rank} (điểm {number(plan.score)}), khi các đơn vị khác giữ nguyên số liệu:",
        f"With least effort to rank {plan.rank} (score {plan.score:.2f}), the other units staying as they are:",
    )
    heads = [_CODE, _NAME, ("Số liệu từ", "Figure from"), ("lên", "to")]
    rows = [(move.code, known[move.code], move.before, move.after) for move in plan.moves]
    return table(both(*told), heads, rows)


def _peers(scores: Scores, unit: str) -> str:
    heads = [("Đơn vị", "Unit"), ("Khoảng cách", "Distance"), ("Số chỉ số so được", "Shared indicators")]
    return table(
        both("Gần nhất về cơ cấu chỉ số", "Nearest in the make-up of indicators"),
        heads,
        [(peer.unit, peer.distance, peer.shared) for peer in peers(scores, unit)],
    )


def _indicators(scores: Scores, row: int) -> str:
    found, raw = contributions_if_split(scores), scores.stages["raw"]
    figures = raw.values[raw.units.index(scores.units[row])]
    heads = [
        _CODE,
        _NAME,
        ("Số liệu", "Figure"),
        ("Đơn vị tính", "Unit of measure"),
        ("Điểm", "Score"),
        ("Hạng", "Rank"),
        ("Đóng góp vào điểm chung", "Gives to the index"),
    ]
    rows = [
        (
            one.code,
            one.name,
            float(figures[place]),
            one.unit,
            float(scores.values[row, place]),
            _rank(scores, row, place),
            float("nan") if found is None else float(found[row, place]),
        )
        for place, one in enumerate(scores.definition.indicators)
    ]
    return table(both("Số liệu, điểm và phần đóng góp", "Figures, scores and contributions"), heads, rows)


def _rank(scores: Scores, row: int, place: int) -> int | float:
    rank = float(scores.ranks[row, place])
    return rank if np.isnan(rank) else int(rank)
