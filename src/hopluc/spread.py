"""How far the values of a workbook's sheets reach, looked at before a reader lays a sheet out whole.

A few bytes can put a value into the last cell a spreadsheet has (XFD1048576); all the empty cells before it would be laid out with it,
which no machine has the memory for.
"""

import re
import zipfile
from functools import lru_cache

from hopluc.errors import BrokenFile, TooLarge

MOST_CELLS = 2_000_000
"""As many cells as a sheet may be laid out to, the empty ones between counted: 50 000 rows of 40."""
_TAG = re.compile(
    rb"<(?:[^\s<>/:]*+:)?(?:(row|c|v|is)(?=[\s/>])((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>|/(?:[^\s<>/:]*+:)?(row)\s*>)"
)
_REFERENCE = re.compile(rb"(?<![\w:.-])r\s*=\s*[\"']([A-Za-z]*)(\d*)")
_OTHER_MAKES = frozenset({"workbook.bin", "content.xml"})
"""The main part of workbooks of other makes (.xlsb, .ods): a reader that takes any make could be led past what is looked at here."""


def refuse_vast(package: zipfile.ZipFile, name: str) -> None:
    """Raise TooLarge where a sheet of a workbook (.xlsx) reaches past MOST_CELLS, BrokenFile for a package that is another make as well.

    A row or cell that does not say where it stands follows the one before it (ECMA-376, CT_Row, CT_Cell).
    """
    entries = package.infolist()
    if _OTHER_MAKES & {entry.filename.replace("\\", "/").rpartition("/")[2].lower() for entry in entries}:
        raise BrokenFile(name=name, reason="không phải tệp .xlsx")
    if min((entry.header_offset for entry in entries), default=0):
        raise BrokenFile(name=name, reason="gói tệp không mở được")
    for entry in entries:
        said = package.read(entry)
        if b"sheetData" in said and _reaches_past(said):
            raise TooLarge(name=name, reason=f"một trang tính trải rộng quá {MOST_CELLS:,} ô".replace(",", "."))


def _reaches_past(said: bytes) -> bool:
    """Do the values of a sheet's part reach past what may be laid out. Cells without a value are not laid out and do not count."""
    row = column = at = height = width = 0
    for tag in _TAG.finditer(said):
        kind = tag[1]
        if kind == b"row":
            row = _named(tag[2], row, 0)[0]
        elif kind == b"c":
            at, column = _named(tag[2], row, column)
            column += 1
        elif kind:
            height, width = max(height, at + 1), max(width, column)
            if height * width > MOST_CELLS:
                return True
        if tag[3] or (kind == b"row" and tag[2].endswith(b"/")):
            row, column = row + 1, 0
    return False


def _named(attributes: bytes, row: int, column: int) -> tuple[int, int]:
    """The row and column, from 0, that a tag says it stands in, else those given; the farthest where it seems to say several."""
    found = _REFERENCE.findall(attributes)
    if len(found) == 1 and all(found[0]):
        return int(found[0][1][:9]) - 1, _column(found[0][0][:6])
    rows = [int(digits[:9]) - 1 for _, digits in found if digits]
    columns = [_column(letters[:6]) for letters, _ in found if letters]
    return max(rows, default=row), max(columns, default=column)


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    column = 0
    for letter in letters.upper():
        column = 26 * column + letter - 64
    return column - 1
