"""Pages of pictures recognised one by one: drawn in the child, given to the program that recognises letters, turned where it reads little."""

from collections.abc import Iterable, Iterator
from typing import Any

from hopluc.errors import TooLarge
from hopluc.reading.sources.limits import SCANNED_PAGES
from hopluc.reading.sources.sandbox import Sandbox
from hopluc.reading.sources.scan_lines import share_of_sure_letters
from hopluc.reading.sources.scanner import recognised, scanner

_WELL_READ = 0.6
"""A page read upright has nine letters in ten on sure words; one on its head or its side, few."""


def recognised_pages(data: bytes, media: str, name: str, sandbox: Sandbox, pages: Iterable[int]) -> Iterator[dict[str, Any]]:
    """What is recognised on each of these pages of a pdf or of pictures, up to the last there is, in the shape of a sheet.

    Asked only where `scanner` gives a program. Raises TooLarge past `SCANNED_PAGES`, and what `Sandbox.draw` raises.
    """
    for place, page in enumerate(pages):
        sheet = _sheet(data, media, name, sandbox, page)
        if sheet is None:
            return
        if place == SCANNED_PAGES:
            raise TooLarge(name=name, reason=f"bản chụp dài hơn {SCANNED_PAGES} trang")
        yield sheet


def _sheet(data: bytes, media: str, name: str, sandbox: Sandbox, page: int) -> dict[str, Any] | None:
    """The page as it is best read; None past the last. Most lie upright, and are recognised once."""
    program = scanner()
    assert program is not None
    upright = sandbox.draw(data, media, name, page)
    if upright is None:
        return None
    best, best_share = dict[str, Any](), -1.0
    for turn in (90, 270, 0) if upright[1]["sideways"] else (0, 180, 90):
        picture, said = sandbox.draw(data, media, name, page, turn) or upright if turn else upright
        table = recognised(program, picture, round(said["dpi"]), name)
        share = share_of_sure_letters(table)
        if share > best_share:
            best, best_share = {key: said[key] for key in ("dpi", "strokes", "back")} | {"table": table, "page": page}, share
        if share >= _WELL_READ:
            break
    return best
