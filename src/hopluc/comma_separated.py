"""Tables as CSV text (RFC 4180) that a spreadsheet opens without taking a word for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as the text of a CSV file. Words that a spreadsheet would take for a formula stand after an apostrophe (OWASP, CSV injection);
    numbers, and a lone sign, as they are.

    >>> as_csv(["Mã", "Điểm"], [["=1+1", "-1.5"], ["-", "-a"]])
    "Mã,Điểm\\n'=1+1,-1.5\\n-,'-a\\n"
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in [head, *rows])
    return text.getvalue()


def _harmless(cell: str) -> str:
    if not cell.startswith(_FORMULA) or len(cell) == 1 or _is_number(cell):
        return cell
    return f"'{cell}"


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
