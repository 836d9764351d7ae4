"""The numbers of an audit as CSV files, with 17 significant digits; columns are named as in COINr where it has the same table."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from hopluc.comma_separated import as_csv
from hopluc.scorecards.audit.audit import Audit
from hopluc.scorecards.audit.correlations import METHODS, p_values, pearson
from hopluc.scorecards.screen import coverage_of
from hopluc.scorecards.tree import under
from hopluc.scorecards.written import in_full

Cell = str | float | int
_STATISTICS = {
    "Min": "least",
    "Max": "greatest",
    "Mean": "mean",
    "Median": "median",
    "Std": "spread",
    "Skew": "skewness",
    "Kurt": "kurtosis",
    "N.Avail": "available",
    "N.NonZero": "nonzero",
    "N.Unique": "unique",
    "N.Same": "same",
    "Frc.Avail": "availability",
    "Frc.NonZero": "share_nonzero",
    "Frc.Unique": "share_unique",
    "Frc.Same": "share_same",
}
_FLAGS = {"Flag.Avail": "few", "Flag.NonZero": "zeros", "Flag.Unique": "alike"}


def audit_tables(audit: Audit) -> Iterator[tuple[str, str]]:
    """Name and text of each table: statistics, correlations of all columns, reliability, components, importance, removals, what figures
    there are of each unit in each group, and how indicators go with denominators (these two of the figures as given).
    """
    yield "statistics.csv", _csv(("iCode", *_STATISTICS, *_FLAGS, "Flag.SkewKurt"), _statistics(audit))
    yield "correlations.csv", _csv(("Var1", "Var2", *METHODS, "p"), _correlations(audit))
    yield "cronbach.csv", _csv(("group", "alpha"), ((group.code, group.alpha) for group in audit.groups))
    yield "pca.csv", _csv(("group", "var", "pc", "sdev", "loading"), _components(audit))
    yield (
        "importance.csv",
        _csv(("group", "iCode", "Weight", "EffWeight", "rGroup", "rIndex", "Ratio", "Share"), _importance(audit)),
    )
    yield "removals.csv", _csv(("Level", "Removed", "uCode", "Score", "Rank"), _removals(audit))
    groups = audit.availability.groups
    yield (
        "availability.csv",
        _csv(("uCode", "N_missing", "N_zero", "N_miss_or_zero", "Dat_Avail", "Non_Zero", *groups), _availability(audit)),
    )
    if audit.scores.data.denominators:
        yield "denominators.csv", _csv(("Ind", "Denom", "Corr"), _sizes(audit))


def _statistics(audit: Audit) -> Iterator[Sequence[Cell]]:
    for one in audit.statistics:
        flags = ["LOW" if getattr(one, name) else "ok" for name in _FLAGS.values()]
        yield one.code, *(getattr(one, name) for name in _STATISTICS.values()), *flags, "OUT" if one.outliers else "ok"


def _correlations(audit: Audit) -> Iterator[Sequence[Cell]]:
    values, codes = audit.scores.values, audit.scores.tree.codes
    tables = [*(method(values, values) for method in METHODS.values()), p_values(values, values)]
    for one, first in enumerate(codes):
        for two, second in enumerate(codes):
            yield first, second, *(float(table[one, two]) for table in tables)


def _components(audit: Audit) -> Iterator[Sequence[Cell]]:
    for group in audit.groups:
        for component, spread in enumerate(group.components.spread):
            for part, loading in zip(group.parts, group.components.loadings[:, component], strict=True):
                yield group.code, part.code, component + 1, float(spread), float(loading)


def _importance(audit: Audit) -> Iterator[Sequence[Cell]]:
    for group in audit.groups:
        for part in group.parts:
            yield (
                group.code,
                part.code,
                part.weight,
                part.effective,
                part.with_group,
                part.with_index,
                part.importance,
                part.share,
            )


def _removals(audit: Audit) -> Iterator[Sequence[Cell]]:
    for level, removal in enumerate(audit.removals, 1):
        for place, code in enumerate(removal.codes):
            for row in np.argsort(removal.units, kind="stable"):
                yield level, code, removal.units[row], float(removal.scores[row, place]), float(removal.ranks[row, place])


def _availability(audit: Audit) -> Iterator[Sequence[Cell]]:
    raw, tree = audit.scores.stages["raw"], audit.scores.tree
    known = ~np.isnan(raw.values)
    cover = coverage_of(raw.values)
    shares = [known[:, under(tree, branch)].mean(axis=1) for branch in tree.branches]
    for row in np.argsort(raw.units, kind="stable"):
        missing, zero = int(cover.missing[row]), int(cover.zero[row])
        own = float(cover.available[row]), float(cover.nonzero[row])
        yield raw.units[row], missing, zero, missing + zero, *own, *(float(share[row]) for share in shares)


def _sizes(audit: Audit) -> Iterator[Sequence[Cell]]:
    raw, data = audit.scores.stages["raw"], audit.scores.data
    rows = [raw.units.index(unit) for unit in data.units]
    for name, sizes in data.denominators.items():
        together = pearson(raw.values[rows], sizes[:, None])[:, 0]
        yield from ((code, name, float(strength)) for code, strength in zip(raw.codes, together, strict=True))


def _csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    return as_csv(head, ([in_full(cell) if isinstance(cell, float) else str(cell) for cell in row] for row in rows))
