"""Running numbers (số thứ tự): rows of a table and items of a list whose numbers skip one or repeat one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault
from hopluc.reading.checks.grids import ORDINAL, Grid, grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import Block
from hopluc.reading.page.tables import Table
from hopluc.reading.patterns import Pattern

_NUMBER = Pattern(r"(\d{1,3})[.)]?$")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_AMENDS = Pattern(r"\b(?:sửa đổi|bổ sung|thay thế|bãi bỏ)\b")
_FEWEST = 3
_PASSAGE = 160


def check_serials(case: Case) -> Iterator[Record]:
    """Numbering with one gap or one repetition; more of them are no slip but another order."""
    for grid in grids(case):
        yield from _of_table(grid)
    seen = [Span(grid.spans[0][0].start, grid.spans[-1][-1].end) for grid in grids(case)]
    for table in case.layout.tables:
        if not any(table.span.overlaps(span) for span in seen):
            yield from _of_flat_table(case, table)
    yield from _articles(case)
    blocks = case.layout.blocks
    for children in case.layout.children.values():
        marked = [place for place in children if blocks[place].number and blocks[place].kind in ("item", "heading")]
        for style in dict.fromkeys(blocks[place].style for place in marked if blocks[place].style not in ("article", "second")):
            for run in _runs(
                [(place, number) for place in marked if blocks[place].style == style and (number := _value(blocks[place]))]
            ):
                yield from _of_list(case, run)


def _articles(case: Case) -> Iterator[Record]:
    """Articles, which are numbered through all chapters, and points with the number of their section (4.3, 4.5)."""
    blocks = case.layout.blocks
    articles = [
        (place, int(block.number))
        for place, block in enumerate(blocks)
        if block.style == "article" and block.number and block.number.isdigit()
    ]
    by_section: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, block in enumerate(blocks):
        section, dot, point = (block.number or "").rpartition(".")
        if block.style == "second" and dot and section.isdigit() and point.isdigit():
            by_section[section].append((place, int(point)))
    runs = list(_runs(articles)) if len(articles) >= _FEWEST else []
    for run in (*runs, *(run for marked in by_section.values() for run in _runs(marked))):
        yield from _of_list(case, run)


def _value(block: Block) -> int | None:
    """The number of a marker, be it a figure, a letter or a Roman number."""
    words = block.number or ""
    if words.isdigit():
        return int(words)
    if block.style == "letter":
        return _LETTERS.find(words) + 1 or None
    return _ROMANS.index(words) + 1 if words in _ROMANS else None


def _runs(marked: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The numbers from each first one on."""
    run = list[tuple[int, int]]()
    for place, number in marked:
        if number == 1:
            yield run
            run = []
        run.append((place, number))
    yield run


def _slip(numbers: Sequence[int]) -> int | None:
    """Where the one slip of a numbering is: the place of the number after it; None for none or several."""
    if len(numbers) < _FEWEST or numbers[0] != 1:
        return None
    slips = [at + 1 for at, (one, other) in enumerate(pairwise(numbers)) if other != one + 1]
    if len(slips) != 1 or numbers[slips[0]] - numbers[slips[0] - 1] not in (0, 2):
        return None
    return slips[0]


def _of_table(grid: Grid) -> Iterator[Record]:
    column = next((at for at, header in enumerate(grid.words[0]) if ORDINAL.match(header)), None)
    if column is None:
        return
    rows = [(row, int(found[1])) for row in range(1, len(grid.words)) if (found := _NUMBER.match(grid.words[row][column]))]
    for run in _runs(rows):
        at = _slip([number for _, number in run])
        if at is not None:
            (before, one), (after, other) = run[at - 1], run[at]
            yield _fault(one, other, "trong bảng", [grid.line(before), grid.line(after)])


def _of_flat_table(case: Case, table: Table) -> Iterator[Record]:
    """A table written a cell a line: the cells of its column of numbers."""
    cells = [(row, cell) for row in table.rows if (cell := table.cell(row, "number"))]
    found = [(at, _NUMBER.match(case.plain, cell.start, cell.end)) for at, (_, cell) in enumerate(cells)]
    for run in _runs([(at, int(number[1])) for at, number in found if number]):
        at = _slip([number for _, number in run])
        if at is not None:
            spans = [next(span for span in reversed(cells[place][0]) if span) for place, _ in run[at - 1 : at + 1]]
            whole = [
                Span(cells[place][1].start, span.end) for (place, _), span in zip(run[at - 1 : at + 1], spans, strict=True)
            ]
            yield _fault(run[at - 1][1], run[at][1], "trong bảng", whole)


def _of_list(case: Case, run: list[tuple[int, int]]) -> Iterator[Record]:
    at = _slip([number for _, number in run])
    if at is None:
        return
    blocks = case.layout.blocks
    before, after = blocks[run[at - 1][0]], blocks[run[at][0]]
    between = case.plain[before.body.start : after.span.start]
    hidden = any(_begins(line, run[at - 1][1] + 1) for line in between.split("\n")[1:])
    amends = any(_AMENDS.search(case.plain, above.span.start, above.span.end) for above in case.layout.above(run[0][0]))
    if not hidden and not amends:
        spans = [Span(block.span.start, min(block.span.end, block.span.start + _PASSAGE)) for block in (before, after)]
        yield _fault(run[at - 1][1], run[at][1], "trong danh sách", spans)


def _begins(line: str, number: int) -> bool:
    """Whether a line begins with the number that seems to be left out, in whatever dress."""
    words = line.strip(" \t*_(").casefold()
    letter = _LETTERS[number - 1] if number <= len(_LETTERS) else "-"
    roman = _ROMANS[number - 1].casefold() if number <= len(_ROMANS) else "-"
    return any(
        words.startswith(mark) and not words[len(mark) : len(mark) + 1].isalnum()
        for mark in (str(number), f"0{number}", letter, roman)
    )


def _fault(one: int, other: int, where: str, evidence: list[Span]) -> Record:
    if other == one:
        return fault("count_doubt", f"Số thứ tự {one} lặp lại {where}.", evidence)
    return fault("count_doubt", f"Thiếu số thứ tự {one + 1} {where}: sau {one} là {other}.", evidence)
