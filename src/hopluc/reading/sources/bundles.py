"""Pictures taken together as the pages of one document: an uncompressed zip package of them, that says in its first member what it is.

The files stay byte for byte as they came, so whoever keeps the bundle has the evidence.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence

from hopluc.errors import UnreadableFile
from hopluc.reading.sources.sniff import BUNDLE, PICTURES, media_of

_BEGINNING = (1980, 1, 1, 0, 0, 0)


def is_picture(data: bytes, name: str) -> bool:
    """Whether a file begins as a scan or a photograph does."""
    try:
        return media_of(data, name) in PICTURES - {BUNDLE}
    except UnreadableFile:
        return False


def bundle(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files (name, content) as one, in their order. The same files always make the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        package.writestr(zipfile.ZipInfo("mimetype", _BEGINNING), BUNDLE)
        for number, (name, content) in enumerate(files, start=1):
            package.writestr(zipfile.ZipInfo(f"{number:03} {name.replace('/', '-')}", _BEGINNING), content)
    return made.getvalue()


def bundle_name(names: Sequence[str]) -> str:
    """What to call the document: its first file and how many pages more."""
    stem = names[0].rpartition(".")[0] or names[0]
    return f"{stem} và {len(names) - 1} ảnh khác.zip" if len(names) > 1 else f"{stem}.zip"
