"""Pages of pictures recognised: drawn in the child, given to the program that recognises letters, turned where it reads little.

The next pages are recognised while one is awaited, by as many processes as the machine has cores.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

from hopluc.errors import TooLarge
from hopluc.reading.sources.limits import SCANNED_PAGES
from hopluc.reading.sources.sandbox import Sandbox
from hopluc.reading.sources.scan_lines import counted_letters
from hopluc.reading.sources.scanner import recognised, scanner

_WELL_READ = 0.6
"""A page read upright has nine letters in ten on sure words; one on its head or its side, few."""
_WORTH_TURNING = 60
"""Letters: with fewer there is next to nothing to read better, but on a page that lies on its side."""
_MOST_SIDE_BY_SIDE = 4

Sheet = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where pages are drawn from."""

    data: bytes
    media: str
    name: str
    sandbox: Sandbox

    def drawn(self, page: int, turn: int = 0) -> tuple[bytes, Sheet] | None:
        return self.sandbox.draw(self.data, self.media, self.name, page, turn)


def recognised_pages(data: bytes, media: str, name: str, sandbox: Sandbox, pages: Iterable[int]) -> Iterator[Sheet]:
    """What is recognised on each of these pages of a pdf or of pictures, up to the last there is, in the shape of a sheet.

    Asked only where `scanner` gives a program. Raises TooLarge past `SCANNED_PAGES`, and what `Sandbox.draw` raises.
    """
    program = scanner()
    assert program is not None
    source = _Source(data, media, name, sandbox)
    read = partial(_read, program, name)
    side_by_side = min(os.cpu_count() or 1, _MOST_SIDE_BY_SIDE)
    with ThreadPoolExecutor(side_by_side) as pool:
        waiting: deque[tuple[int, Future[Sheet], bool]] = deque()
        for place, page in enumerate(pages):
            drawn = source.drawn(page)
            if drawn is None:
                break
            if place == SCANNED_PAGES:
                raise TooLarge(name=name, reason=f"bản chụp dài hơn {SCANNED_PAGES} trang")
            waiting.append((page, pool.submit(read, page, *drawn), drawn[1]["sideways"]))
            if len(waiting) > side_by_side:
                yield _best(source, read, *waiting.popleft())
        while waiting:
            yield _best(source, read, *waiting.popleft())


def _read(program: str, name: str, page: int, picture: bytes, said: Sheet) -> Sheet:
    table = recognised(program, picture, round(said["dpi"]), name)
    return {"table": table, "page": page} | {key: said[key] for key in ("dpi", "strokes", "back")}


def _best(source: _Source, read: "partial[Sheet]", page: int, upright: "Future[Sheet]", sideways: bool) -> Sheet:
    """The page as it is best read. Most lie upright, and are recognised once."""
    best = upright.result()
    sure, total = counted_letters(best["table"])
    for turn in (90, 270) if sideways else (180, 90):
        if sure >= _WELL_READ * max(total, 1) or (total < _WORTH_TURNING and not sideways):
            break
        drawn = source.drawn(page, turn)
        assert drawn is not None
        sheet = read(page, *drawn)
        counted = counted_letters(sheet["table"])
        if counted[0] * max(total, 1) > sure * max(counted[1], 1):
            best, (sure, total) = sheet, counted
    return best
