"""Scans and photographs as picture files (JPEG, PNG, TIFF of several pages, HEIC, WebP), page by page. Opened inside the child.

A picture says its size before it is unpacked, and one past all measure is refused unopened.
"""

import io
from collections.abc import Iterator

from PIL import (
    Image,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)
from pillow_heif import register_heif_opener

from hopluc.errors import BrokenFile, TooLarge
from hopluc.reading.sources.archive import Archive
from hopluc.reading.sources.graymaps import graymap
from hopluc.reading.sources.limits import PICTURE_DOTS, SCANNED_PAGES

_READERS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)
"""Each tells Pillow of its format when it is imported, which must be while files may still be opened."""
register_heif_opener()
Image.MAX_IMAGE_PIXELS = None  # ours is the limit that is told

_FORMATS = ("JPEG", "PNG", "TIFF", "HEIF", "WEBP")
_LONGEST = 3_600
_LEAST_SAID, _MOST_SAID = 90, 1_200
_MISHAPS = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, ArithmeticError)
"""What Pillow raises for damaged pictures."""


def picture_of_photograph(data: bytes, name: str, number: int, turn: int = 0) -> bytes:
    """The page (from 1) of a picture file as a graymap, turned to the left by `turn` degrees; b"" past the last. Raises BrokenFile, TooLarge."""
    return _page([data], name, number, turn)


def picture_of_bundle(data: bytes, name: str, number: int, turn: int = 0) -> bytes:
    """The same of a bundle of picture files, whose pages follow each other. Raises BrokenFile, TooLarge."""
    archive = Archive(data, name)
    return _page((archive.part(member) for member in sorted(archive.names) if member != "mimetype"), name, number, turn)


def _page(files: "Iterator[bytes] | list[bytes]", name: str, number: int, turn: int) -> bytes:
    before = 0
    for data in files:
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
                if number <= before + count:
                    if count > 1:
                        image.seek(number - before - 1)
                    return _drawn(image, name, turn)
        except _MISHAPS as error:
            raise BrokenFile(name=name, reason="ảnh chụp không mở được") from error
        before += count
        if before > SCANNED_PAGES:
            return b""
    return b""


def _drawn(image: Image.Image, name: str, turn: int) -> bytes:
    width, height = image.size
    if width * height > PICTURE_DOTS:
        raise TooLarge(name=name, reason=f"ảnh lớn hơn {PICTURE_DOTS // 1_000_000} triệu điểm ảnh")
    said = image.info.get("dpi", (0, 0))
    longest = max(width, height)
    image.draft("L", (2 * _LONGEST * width // longest, 2 * _LONGEST * height // longest))
    grey = ImageOps.exif_transpose(_on_white(image)).convert("L")
    if max(grey.size) > _LONGEST:
        grey.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    return graymap(grey, _dpi(said, longest, max(grey.size)), turn)


def _on_white(image: Image.Image) -> Image.Image:
    """The picture without see-through parts, which a page shows as paper."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)


def _dpi(said: object, longest: int, now: int) -> float | None:
    """Dots per inch of the picture as it is now, by what the file says; None where it does not say what can be."""
    try:
        known = float(said[0])  # type: ignore[index]
    except (TypeError, ValueError, LookupError, ArithmeticError):
        return None
    return known * now / longest if _LEAST_SAID <= known <= _MOST_SAID else None
