"""How much of a file is taken in: an officer's document is far below, a bomb far above.

The largest real documents (a socio-economic plan with all annexes) stay under 3 MB of text and 30 MB of file.
"""

from dataclasses import dataclass

FILE_BYTES = 100 * 2**20
TEXT_LENGTH = 20_000_000
UNPACKED_BYTES = 200 * 2**20
PART_BYTES = 64 * 2**20
MEMBERS = 4_000
RATIO = 300
RATIO_FROM = 4 * 2**20
PAGES = 3_000
CELLS = 500_000
SCANNED_PAGES = 100
DPI = 200
PICTURE_DOTS = 120_000_000
"""A phone takes up to 108 million; a page of A3 at 600 dots an inch has 70."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process that parses one file may use: address space in bytes, processor and wall-clock time in seconds."""

    memory: int = 2**30
    processor: int = 8
    seconds: float = 10.0
