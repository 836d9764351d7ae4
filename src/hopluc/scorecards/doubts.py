"""What is odd about one figure (số liệu cần xác nhận): beside last year's, beside the other units, by its own limits. Nothing is mended.

A figure that is odd may well be right: whoever gives it is asked to confirm, or to put it right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import isclose, log10
from statistics import median
from typing import Final

from hopluc.money import format_number
from hopluc.scorecards.definition import Indicator

JUMP: Final = 3.0
"""So many times as much, or as little, as last year is asked about."""
SLIPS: Final = (100.0, 1_000.0, 1_000_000.0)
"""Factors between units of measure that are mistaken for one another: a share and percent, one and thousand, đồng and million."""
NEAR: Final = 0.25
"""How near, as a share, a ratio must come to such a factor."""
FEW: Final = 5
"""From so many other units on a figure is held against them."""
FAR: Final = 20.0
"""So many times the median of the others, or as small a part of it, is asked about."""


@dataclass(frozen=True)
class Doubt:
    """One thing that is odd: a stable code, and the words for a person."""

    code: str
    text: str


def refusal(one: Indicator | None, value: float) -> str:
    """Why a value cannot stand at all, since the definition says what the indicator can be; "" where it can."""
    if one is None:
        return "" if value > 0 else "Mẫu số phải lớn hơn 0."
    if one.low is not None and value < one.low:
        return f"Nhỏ hơn mức thấp nhất {_said(one.low)} {one.unit}".rstrip() + "; đề nghị kiểm tra đơn vị tính."
    if one.high is not None and value > one.high:
        return f"Lớn hơn mức cao nhất {_said(one.high)} {one.unit}".rstrip() + "; đề nghị kiểm tra đơn vị tính."
    return ""


def doubts(value: float, before: float | None = None, others: Sequence[float] = ()) -> tuple[Doubt, ...]:
    """What is odd about a value, `before` being the same unit's last year and `others` the other units' of this year.

    >>> [one.code for one in doubts(412.0, 128.0)], [one.code for one in doubts(1500.0, 1.5)], doubts(130.0, 128.0)
    (['jump'], ['unit-slip'], ())
    """
    return (*_against_last_year(value, before), *_against_others(value, others))


def _against_last_year(value: float, before: float | None) -> Iterator[Doubt]:
    if before is None or before == value:
        return
    if 0.0 in (before, value):
        yield Doubt("zero", f"Năm trước {_said(before)}, năm nay {_said(value)}.")
    elif (value > 0) != (before > 0):
        yield Doubt("sign", f"Đổi dấu so với năm trước ({_said(before)}).")
    elif slip := _slip(value / before):
        yield Doubt("unit-slip", f"Gấp hoặc kém năm trước khoảng {_said(slip)} lần ({_said(before)}): có thể nhầm đơn vị tính.")
    elif not 1 / JUMP < value / before < JUMP:
        yield Doubt("jump", f"Năm trước {_said(before)}: {_times(value / before)}.")


def _against_others(value: float, others: Sequence[float]) -> Iterator[Doubt]:
    known = [abs(other) for other in others if other]
    if len(known) < FEW or not value:
        return
    middle = median(known)
    if not 1 / FAR < abs(value) / middle < FAR:
        told = f"Trung vị của các đơn vị khác là {_said(middle)}, số này {_beside(abs(value) / middle)}"
        yield Doubt("far-from-others", f"{told}{'; có thể nhầm đơn vị tính' if _slip(abs(value) / middle) else ''}.")


def _slip(ratio: float) -> float | None:
    """The factor between two units of measure that a ratio is near to, either way; None where it is near none."""
    size = ratio if ratio >= 1 else 1 / ratio
    return next((slip for slip in SLIPS if isclose(log10(size), log10(slip), abs_tol=log10(1 + NEAR))), None)


def _times(ratio: float) -> str:
    return f"tăng {_said(round(ratio, 1))} lần" if ratio >= 1 else f"giảm {_said(round(1 / ratio, 1))} lần"


def _beside(ratio: float) -> str:
    return f"gấp {_said(round(ratio, 1))} lần" if ratio >= 1 else f"bằng 1/{_said(round(1 / ratio, 1))}"


def _said(value: float) -> str:
    return format_number(Decimal(f"{value:.6g}")) if abs(value) < 1e15 else f"{value:.3g}"
