"""Pages of a .pdf file as grey pictures, for the program that recognises letters. Drawn inside the child."""

import json
import re

import pypdfium2

from hopluc.errors import BrokenFile
from hopluc.reading.sources.limits import DPI

_LONGEST = 5_000
"""Dots along the longer side; a page larger than A2 is drawn coarser."""


_DARK = bytes(grey < 160 for grey in range(256))
_UPRIGHT, _LEVEL = re.compile(rb"\x01{%d,}" % (DPI // 4)), re.compile(rb"\x01{%d,}" % (DPI // 3))
_MOST_STROKES = 4_000
"""Rules are longer than letters are tall and wide."""


def picture_of_page(data: bytes, name: str, number: int) -> bytes:
    """The page (from 1) as a portable graymap whose comment says, in JSON, its dots per inch and its rules; b"" past the last page."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(name=name, reason="cấu trúc PDF bị lỗi") from error
    try:
        return _drawn(pdf[number - 1]) if number <= len(pdf) else b""
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(name=name, reason=f"trang {number} không vẽ được") from error
    finally:
        pdf.close()


def _drawn(page: pypdfium2.PdfPage) -> bytes:
    scale = min(DPI / 72, _LONGEST / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    if bitmap.stride != bitmap.width:
        rows = b"".join(rows[start : start + bitmap.width] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    said = json.dumps({"dpi": scale * 72, "strokes": _strokes(rows, bitmap.width, bitmap.height, scale)})
    return b"P5\n# %b\n%d %d\n255\n" % (said.encode("ascii"), bitmap.width, bitmap.height) + rows


def _strokes(rows: bytes, width: int, height: int, scale: float) -> list[list[tuple[float, float, float]]]:
    """The upright and the level rules drawn on a page, in points from the lower left corner, each (place, from, to)."""
    dark = rows.translate(_DARK)
    level = [
        ((height - run.start() // width) / scale, run.start() % width / scale, (run.start() % width + len(run[0])) / scale)
        for run in _LEVEL.finditer(dark)
    ]
    upright = [
        (column / scale, (height - run.end()) / scale, (height - run.start()) / scale)
        for column in range(width)
        for run in _UPRIGHT.finditer(dark[column::width])
    ]
    return [upright, level] if len(upright) + len(level) <= _MOST_STROKES else [[], []]
