"""Relations of columns (quan hệ giữa các cột): the arithmetic that most rows of a table keep to, and the row that does not.

A share is its part over its whole, an amount its number times its price, a change its year less the year before. Which columns
belong together is learnt from the rows: what holds for most of them is meant for all.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import permutations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.grids import ORDINAL, Grid, grids
from hopluc.reading.checks.ranges import Range
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_SHARE = Pattern(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu", re.IGNORECASE)
_FEWEST_RIGHT = 3
# Of so many rows that keep to it, one may not.
_RIGHT_TO_WRONG = 3
_MOST_COLUMNS = 8
_MOST_WRONG = 2

Rule = Callable[[Decimal, Decimal], Decimal]
_RULES: tuple[tuple[str, Rule], ...] = (
    ("×", lambda first, second: first * second),
    ("-", lambda first, second: first - second),
)


def check_relations(case: Case) -> Iterator[Record]:
    """Rows that break what most rows of their table keep to."""
    for grid in grids(case):
        columns = [
            column
            for column, header in enumerate(grid.words[0])
            if not ORDINAL.match(header) and sum(grid.figure(row, column) is not None for row in _rows(grid)) >= _FEWEST_RIGHT
        ]
        if 2 < len(columns) <= _MOST_COLUMNS or (len(columns) == 2 and grid.totals):
            yield from _relations(grid, columns)


def _rows(grid: Grid) -> list[int]:
    totals = grid.totals
    return [row for row in range(1, len(grid.words)) if row not in totals]


def _relations(grid: Grid, columns: list[int]) -> Iterator[Record]:
    told: set[int] = set()
    for result in columns:
        others = [column for column in columns if column != result]
        if _is_share(grid, result):
            ways = [
                (f"cột {quoted(grid.words[0][a])} chia cột {quoted(grid.words[0][b])}", _quotients(grid, result, a, b))
                for a, b in permutations(others, 2)
            ]
            ways += [(f"phần của cột {quoted(grid.words[0][a])} trong tổng", _parts(grid, result, a)) for a in others]
        else:
            ways = [
                (f"{grid.words[0][a]} {sign} {grid.words[0][b]}", _results(grid, result, rule, (a, b)))
                for a, b in permutations(others, 2)
                for sign, rule in _RULES
            ]
        for name, verdicts in ways:
            wrong = [verdict for verdict in verdicts if not verdict[2]]
            right = len(verdicts) - len(wrong)
            if right < _FEWEST_RIGHT or right < _RIGHT_TO_WRONG * len(wrong) or len(wrong) > _MOST_WRONG:
                continue
            for row, expected, _ in wrong:
                if row not in told:
                    told.add(row)
                    yield _fault(grid, row, result, name, expected)
            if not wrong and name:
                yield passed(f"Cột {quoted(grid.words[0][result])} đúng bằng {name} ở cả {right} dòng.", [grid.line(1)])
            break


Verdict = tuple[int, Decimal, bool]


def _is_share(grid: Grid, column: int) -> bool:
    return _SHARE.search(grid.words[0][column]) is not None or all(
        grid.words[row][column].endswith("%") for row in _rows(grid) if grid.figure(row, column) is not None
    )


def _said(figure: Decimal) -> Range:
    half = Decimal("0.5").scaleb(min(0, int(figure.as_tuple().exponent)))
    return Range(figure, figure - half, figure + half).or_cut_off()


def _quotients(grid: Grid, result: int, part: int, whole: int) -> list[Verdict]:
    verdicts = []
    for row in _rows(grid):
        said, first, second = (grid.figure(row, column) for column in (result, part, whole))
        if said is not None and first is not None and second:
            expected = 100 * first / second
            verdicts.append((row, expected, _said(said).low <= expected <= _said(said).high))
    return verdicts


def _parts(grid: Grid, result: int, part: int) -> list[Verdict]:
    totals = grid.totals
    whole = grid.figure(totals[0], part) if len(totals) == 1 else None
    verdicts = []
    for row in _rows(grid) if whole else ():
        said, first = grid.figure(row, result), grid.figure(row, part)
        if said is not None and first is not None and whole:
            expected = 100 * first / whole
            verdicts.append((row, expected, _said(said).low <= expected <= _said(said).high))
    return verdicts


def _results(grid: Grid, result: int, rule: Rule, columns: tuple[int, int]) -> list[Verdict]:
    verdicts = []
    for row in _rows(grid):
        said, first, second = (grid.figure(row, column) for column in (result, *columns))
        if said and first and second:
            expected = rule(first, second)
            verdicts.append((row, expected, expected == said))
    return verdicts


def _fault(grid: Grid, row: int, result: int, name: str, expected: Decimal) -> Record:
    said = grid.figure(row, result)
    assert said is not None
    note = f"Dòng {quoted(grid.label(row))}, cột {quoted(grid.words[0][result])} ghi {shown(said)}; theo {name} là {shown(round(expected, 2))}."
    return fault("sum_mismatch", note, [grid.line(row)])
