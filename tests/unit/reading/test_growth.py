"""Work grows with the text: twice the text, about twice the work, whatever the text says over and over.

Work is counted as calls of functions, Python's and C's, not timed, so that the count is the same on every machine.
"""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest
from benchmarks.hostile import PIECES

from hopluc.reading import Document, read

SMALLEST, MOST = 120, 2.3


def calls(work: Callable[[], object]) -> int:
    """How many calls `work` makes."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], object]) -> list[float]:
    """How many times as many calls `work` makes each time its size doubles."""
    work(SMALLEST)  # tables are loaded and patterns compiled once
    counts = [calls(partial(work, size)) for size in (SMALLEST, 2 * SMALLEST, 4 * SMALLEST)]
    return [counts[1] / counts[0], counts[2] / counts[1]]


@pytest.mark.parametrize("name", PIECES)
def test_twice_the_text_is_about_twice_the_work(name: str) -> None:
    assert max(growth(lambda times: read(Document("growth.txt", PIECES[name] * times)))) <= MOST


def test_work_that_grows_with_the_square_is_seen() -> None:
    assert min(growth(lambda size: [max(first, second) for first in range(size) for second in range(size)])) > MOST
