"""Columns of figures (bảng số liệu): total rows, total columns and columns of shares against what they add up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.grids import ORDINAL, TOTAL, Grid, grids
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_SHARE = Pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|bình quân|tăng|giảm|năm$", re.IGNORECASE)
_GROUP = Pattern(r"(?:[IVX]{1,5}|[A-H])\.?$")
_PART = Pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu", re.IGNORECASE)
_FEWEST_ROWS = 2
_HUNDRED = Decimal(100)


def check_columns(case: Case) -> Iterator[Record]:
    """Total rows and total columns of every table of figures."""
    for grid in grids(case):
        yield from _total_rows(grid)
        yield from _group_rows(grid)
        yield from _total_columns(grid)
        yield from _shares(grid)


def _summable(grid: Grid) -> list[int]:
    """The columns of figures that may be added: no numbering, shares or years."""
    columns = []
    for column, header in enumerate(grid.words[0]):
        figures = [grid.figure(row, column) for row in range(1, len(grid.words))]
        known = [figure for figure in figures if figure is not None]
        if len(known) > _FEWEST_ROWS - 1 and not ORDINAL.match(header) and not _SHARE.search(header):
            columns.append(column)
    return columns


def _total_rows(grid: Grid) -> Iterator[Record]:
    """Rows named `Tổng`, `Cộng`: each column is the sum of the other rows, or of the numbered groups among them."""
    totals = grid.totals
    if len(totals) != 1 or totals[0] not in (1, len(grid.words) - 1):
        return
    total, rows = totals[0], [row for row in range(1, len(grid.words)) if row != totals[0]]
    verdicts = []
    for column in _summable(grid):
        said = grid.figure(total, column)
        ways = [way for chosen in _choices(grid, rows) if len(way := _figures(grid, chosen, column)) >= _FEWEST_ROWS]
        if said is not None and ways:
            fitting = next((place for place, way in enumerate(ways) if sum(way) == said), None)
            verdicts.append((column, said, fitting is not None, ways[fitting or 0]))
    flat = len(_choices(grid, rows)) == 1
    most = sum(fits for _, _, fits, _ in verdicts) * 2 >= len(verdicts)
    for column, said, fits, figures in verdicts:
        note = f"Cột {quoted(grid.words[0][column])}: {' + '.join(shown(figure) for figure in figures)} = "
        evidence = [grid.line(total)]
        if fits:
            yield passed(f"{note}{shown(said)}, đúng bằng dòng tổng.", evidence)
        elif (flat or most) and (most or _near(figures, said)) and not _is_rounded(figures, said):
            yield fault("sum_mismatch", f"{note}{shown(sum(figures, Decimal(0)))}, dòng tổng ghi {shown(said)}.", evidence)


def _group_rows(grid: Grid) -> Iterator[Record]:
    """Rows that head a group (I, II, A, B) and give its sum, where that holds for another group, or the groups make the total."""
    ends = [row for row in range(1, len(grid.words)) if _GROUP.match(grid.words[row][0]) or row in grid.totals]
    groups = [row for row in ends if row not in grid.totals]
    if len(groups) < _FEWEST_ROWS:
        return
    for column in _summable(grid):
        verdicts = []
        for row in groups:
            said = grid.figure(row, column)
            last = next((end for end in ends if end > row), len(grid.words))
            figures = _figures(grid, range(row + 1, last), column)
            if said is not None and len(figures) >= _FEWEST_ROWS:
                verdicts.append((row, said, figures))
        right = sum(sum(figures) == said for _, said, figures in verdicts)
        total = grid.figure(grid.totals[0], column) if len(grid.totals) == 1 else None
        made = total is not None and sum(_figures(grid, groups, column)) == total
        for row, said, figures in verdicts if right or made else ():
            if sum(figures) != said and 2 * right + made >= len(verdicts) - right and not _is_rounded(figures, said):
                note = f"Nhóm {quoted(grid.label(row))}: {' + '.join(map(shown, figures))} = {shown(sum(figures, Decimal(0)))}"
                yield fault("sum_mismatch", f"{note}, dòng của nhóm ghi {shown(said)}.", [grid.line(row)])


def _figures(grid: Grid, rows: Sequence[int], column: int) -> list[Decimal]:
    return [figure for row in rows if (figure := grid.figure(row, column)) is not None]


def _choices(grid: Grid, rows: Sequence[int]) -> list[list[int]]:
    """The rows a total may add up: all of them, or only the groups (I, II, A, B), or only what stands under the groups."""
    groups = [row for row in rows if _GROUP.match(grid.words[row][0])]
    if not groups or len(groups) == len(rows):
        return [list(rows)]
    return [groups, [row for row in rows if row not in groups]]


def _is_rounded(figures: Sequence[Decimal], said: Decimal) -> bool:
    """Whether figures with decimals miss their sum by no more than a step of their last digit."""
    finest = min(int(figure.as_tuple().exponent) for figure in (*figures, said))
    return finest % 3 != 0 and abs(sum(figures, Decimal(0)) - said) <= Decimal(1).scaleb(finest)


def _near(figures: Sequence[Decimal], said: Decimal) -> bool:
    sum_ = sum(figures, Decimal(0))
    return said > 0 and Decimal("0.5") <= sum_ / said <= 2


def _total_columns(grid: Grid) -> Iterator[Record]:
    """A column named `Tổng`: each row's total is the sum of its other figures, where that holds for most rows."""
    totals = [column for column, header in enumerate(grid.words[0]) if TOTAL.match(header)]
    others = [column for column in _summable(grid) if column not in totals]
    if len(totals) != 1 or len(others) < _FEWEST_ROWS:
        return
    verdicts = []
    for row in range(1, len(grid.words)):
        said = grid.figure(row, totals[0])
        figures = [figure for column in others if (figure := grid.figure(row, column)) is not None]
        if said is not None and len(figures) == len(others):
            verdicts.append((row, said, figures))
    right = sum(sum(figures) == said for _, said, figures in verdicts)
    if len(verdicts) < _FEWEST_ROWS or right * 2 < len(verdicts):
        return
    for row, said, figures in verdicts:
        arithmetic = f"{' + '.join(shown(figure) for figure in figures)} = {shown(sum(figures, Decimal(0)))}"
        label = quoted(grid.label(row))
        if sum(figures) == said:
            yield passed(f"Dòng {label}: {arithmetic}, đúng bằng cột tổng.", [grid.line(row)])
        else:
            yield fault("sum_mismatch", f"Dòng {label}: {arithmetic}, cột tổng ghi {shown(said)}.", [grid.line(row)])


def _shares(grid: Grid) -> Iterator[Record]:
    """Columns of shares whose total row says a hundred, or that nearly make one."""
    totals = grid.totals
    if len(totals) != 1:
        return
    rows = [row for row in range(1, len(grid.words)) if row != totals[0]]
    for column, header in enumerate(grid.words[0]):
        shares = _figures(grid, rows, column)
        if (
            grid.figure(totals[0], column) != _HUNDRED
            or not _PART.search(header)
            or len(shares) < len(rows)
            or len(shares) < _FEWEST_ROWS
        ):
            continue
        sum_ = sum(shares, Decimal(0))
        rounding = len(shares) * Decimal("0.5").scaleb(min(int(share.as_tuple().exponent) for share in shares))
        whole = all(int(share.as_tuple().exponent) >= 0 for share in shares)
        note = f"Cột {quoted(header)}: {' + '.join(shown(share) for share in shares)} = {shown(sum_)}"
        if sum_ == _HUNDRED:
            yield passed(f"{note}, đúng 100%.", [grid.line(totals[0])])
        elif abs(sum_ - _HUNDRED) > (rounding if not whole or len(shares) > _FEWEST_ROWS + 1 else Decimal(1)) and _near(
            shares, _HUNDRED
        ):
            yield fault("sum_mismatch", f"{note}, dòng tổng ghi 100.", [grid.line(rows[-1]), grid.line(totals[0])])
