"""Pages of a .pdf file as grey pictures. Drawn inside the child."""

import pypdfium2
from PIL import Image

from hopluc.errors import BrokenFile
from hopluc.reading.sources.graymaps import graymap
from hopluc.reading.sources.limits import DPI

_LONGEST = 5_000
"""Dots along the longer side; a page larger than A2 is drawn coarser."""


def picture_of_page(data: bytes, name: str, number: int, turn: int = 0) -> bytes:
    """The page (from 1) as a graymap, turned to the left by `turn` degrees; b"" past the last page. Raises BrokenFile."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(name=name, reason="cấu trúc PDF bị lỗi") from error
    try:
        return _drawn(pdf[number - 1], turn) if number <= len(pdf) else b""
    except pypdfium2.PdfiumError as error:
        raise BrokenFile(name=name, reason=f"trang {number} không vẽ được") from error
    finally:
        pdf.close()


def _drawn(page: pypdfium2.PdfPage, turn: int) -> bytes:
    scale = min(DPI / 72, _LONGEST / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    size = (bitmap.width, bitmap.height)
    image = Image.frombuffer("L", size, bytes(bitmap.buffer), "raw", "L", bitmap.stride, 1)
    return graymap(image, scale * 72, turn)
