"""Tables that are typed or pasted: a line a row, its cells parted by tabs or semicolons."""

from collections.abc import Iterator

LONGEST = 100_000


def cells_in(line: str) -> list[str]:
    """The cells of a typed or pasted line, parted by tabs, else by semicolons."""
    return [cell.strip() for cell in line.split("\t" if "\t" in line else ";")]


def lines_in(words: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that say something, each with its number from 1."""
    for number, line in enumerate(words.splitlines(), start=1):
        if line.strip():
            yield number, cells_in(line)
