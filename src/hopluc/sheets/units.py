"""A number said in another unit of the same thing: đồng in triệu đồng, người in nghìn người."""

import re
from decimal import Decimal

from hopluc.vietnamese import fold

_SCALES = {"chuc": 10, "tram": 100, "nghin": 10**3, "ngan": 10**3, "1.000": 10**3, "1000": 10**3, "tr": 10**6, "trieu": 10**6}
_SCALES |= {"1.000.000": 10**6, "1000000": 10**6, "ty": 10**9, "ti": 10**9}
_SCALE = re.compile(
    rf"(?!ty le)({'|'.join(sorted(map(re.escape, _SCALES), key=len, reverse=True))})(?:\s+|\.\s*|(?=dong|d\b)|\Z)"
)
_MONEY = frozenset({"dong", "d", "vnd", "dong viet nam"})


def parted(unit: str) -> tuple[Decimal, str]:
    """How many of its thing one of a unit is, and the thing, folded; a scale alone counts đồng.

    >>> parted("Triệu đồng"), parted("nghìn người"), parted("tỷ")
    ((Decimal('1000000'), 'dong'), (Decimal('1000'), 'nguoi'), (Decimal('1000000000'), 'dong'))
    """
    said, size = fold(" ".join(unit.split())).strip(" ().,:"), Decimal(1)
    while found := _SCALE.match(said):
        size, said = size * _SCALES[found[1]], said[found.end() :]
    said = said.strip(" .")
    return size, "dong" if said in _MONEY or (not said and size > 1) else said


def in_unit(number: Decimal, unit: str, wanted: str) -> Decimal | None:
    """A number of one unit in another; None where these count different things.

    >>> in_unit(Decimal(5132500000), "đồng", "triệu đồng"), in_unit(Decimal(3), "người", "lượt")
    (Decimal('5132.5'), None)
    """
    (size, thing), (other, asked) = parted(unit), parted(wanted)
    return number * size / other if thing == asked else None
