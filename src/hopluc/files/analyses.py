"""How sure the ranks of an index are, from files: replicates run, tables and pages written (độ chắc chắn của thứ hạng)."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TextIO

import numpy as np

from hopluc.comma_separated import as_csv
from hopluc.errors import WrongUse
from hopluc.files.earlier import INTERVALS, PROFILES, profile_of
from hopluc.files.whole import write
from hopluc.load import load_mapping
from hopluc.scorecards import Data, Definition, Scores, score
from hopluc.scorecards.audit.audit import audit
from hopluc.scorecards.audit.tables import audit_tables
from hopluc.scorecards.explanation.plans import one_rank_up
from hopluc.scorecards.pages import audit_page, profile_page, ranking_page
from hopluc.scorecards.uncertainty.influence import Influence, influence
from hopluc.scorecards.uncertainty.inputs import Analysis, usual_inputs
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.replicates import Uncertainty, uncertainty
from hopluc.scorecards.written import in_full

MOST_BASE = 4096
"""The base of a sensitivity design: more replicates than this make its indices no surer than a reader needs."""


@dataclass(frozen=True)
class Run:
    """How an analysis is run: replicates, processes, a file of uncertain inputs, the address of a Dask scheduler."""

    replicates: int
    workers: int = 1
    inputs: Path | None = None
    dask: str | None = None


def analyse_index(definition: Definition, data: Data, run: Run, out: Path, screen: TextIO) -> Uncertainty:
    """Ranks with intervals, what moves them, the audit and a profile of every unit, written into a folder.

    Of a panel the latest year is analysed. Raises WrongUse, WrongDefinition, CannotScore, CannotWrite.
    """
    if run.replicates < 1 or run.workers < 1:
        raise WrongUse(detail="--uncertainty và --workers phải là số nguyên từ 1 trở lên.")
    latest = _latest(data)
    model = Model(definition, latest, _analysis(run, definition, latest))
    base = Model(definition, latest, replace(model.analysis, count=min(run.replicates, MOST_BASE), design="sobol"))
    with ExitStack() as stack:
        executor = _executor(run, stack)
        found = uncertainty(model, executor=executor)
        moved = influence(base, executor=executor) if len(base.analysis.inputs) > 1 else None
    scores = score(definition, latest)
    for name, text in _files(scores, latest, found, moved):
        write(out / name, [text])
    print(
        f"\nĐộ chắc chắn: {found.replicates} lần tính lại; thứ hạng và khoảng tin cậy ở {out / INTERVALS}.",
        file=screen,
    )
    print(f"Báo cáo kiểm định: {out / 'audit.html'}. Hồ sơ từng đơn vị: {out / PROFILES}.", file=screen)
    return found


def _analysis(run: Run, definition: Definition, data: Data) -> Analysis:
    if run.inputs is None:
        return Analysis(usual_inputs(definition, data), count=run.replicates)
    return replace(load_mapping(run.inputs, Analysis), count=run.replicates, file=run.inputs.name)


def _latest(data: Data) -> Data:
    if not data.years:
        return data
    years = np.array(data.years)
    return replace(data.rows(years == years.max()), years=())


def _executor(run: Run, stack: ExitStack) -> Executor | None:
    if run.dask is not None:
        try:
            distributed = import_module("distributed")  # who has a cluster has this too; it is no part of the package
        except ImportError as mishap:
            raise WrongUse(
                detail="Chưa cài gói distributed nên không dùng được --dask; hãy cài gói này, hoặc dùng --workers."
            ) from mishap
        executor: Executor = stack.enter_context(distributed.Client(run.dask)).get_executor()
        return executor
    if run.workers == 1:
        return None
    return stack.enter_context(ProcessPoolExecutor(run.workers, mp_context=get_context("spawn")))


def _files(scores: Scores, data: Data, found: Uncertainty, moved: Influence | None) -> Iterator[tuple[Path, str]]:
    yield INTERVALS, as_csv(*_intervals(found))
    if moved is not None:
        yield Path("sensitivity.csv"), as_csv(*_indices(moved))
    yield Path("ranking.html"), ranking_page(scores.definition, found, moved)
    audited = audit(scores)
    yield Path("audit.html"), audit_page(audited, found, moved)
    yield from ((Path("audit", name), text) for name, text in audit_tables(audited))
    for unit in scores.units:
        yield profile_of(unit), profile_page(scores, unit, found, one_rank_up(scores, data, unit))


def _intervals(found: Uncertainty) -> tuple[Sequence[str], Iterable[Sequence[str]]]:
    (low, high), (bottom, top) = found.interval, found.score_interval
    columns = (found.places, found.ranks.mean(), found.median, low, high, found.scores, found.spread.mean(), bottom, top)
    heads = (
        "uCode",
        "Rank",
        "MeanRank",
        "MedianRank",
        "RankFrom",
        "RankTo",
        "Score",
        "MeanScore",
        "ScoreFrom",
        "ScoreTo",
        "NoScore",
    )
    return heads, (
        (unit, *(in_full(float(column[row])) for column in columns), str(found.without[row]))
        for row, unit in enumerate(found.units)
    )


def _indices(moved: Influence) -> tuple[Sequence[str], Iterable[Sequence[str]]]:
    heads = ("Target", "uCode", "Input", "S1", "S1From", "S1To", "ST", "STFrom", "STTo")
    kinds = (("MeanRankShift", moved.overall, ("",)), ("Score", moved.scores, moved.units), ("Rank", moved.ranks, moved.units))
    return heads, (
        (
            kind,
            unit,
            name,
            *(
                in_full(float(part[place, outcome]))
                for interval in (of.first, of.total)
                for part in (interval.value, interval.low, interval.high)
            ),
        )
        for kind, of, units in kinds
        for outcome, unit in enumerate(units)
        for place, name in enumerate(of.inputs)
    )
