"""Copies (số bản): how many copies of an agreement are made, against what each side keeps."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import number_of
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBER = r"0?\d{1,2}|một|hai|ba|bốn|năm|sáu|tám|mười"
_COPIES = Pattern(
    rf"lập thành (?P<all>{_NUMBER})(?: \([^()\n]{{1,12}}\))? bản\b(?P<between>[^.\n]{{0,160}}?)\bmỗi bên (?:giữ|lưu|được giữ)(?: lại)? (?P<each>{_NUMBER})(?: \([^()\n]{{1,12}}\))? bản"
)
_CUE = "mỗi bên"
_SIDES = {"hai bên": 2, "ba bên": 3, "bốn bên": 4}


def check_copies(case: Case) -> Iterator[Record]:
    """`lập thành 04 bản …, mỗi bên giữ 02 bản`: every side keeps as many, and none is left over."""
    if _CUE not in case.plain:
        return
    for found in _COPIES.finditer(case.plain):
        every, each = (number_of(found[name]) for name in ("all", "each"))
        if "bản" in found["between"] and any(c.isdigit() for c in found["between"]):
            continue
        span = Span(*found.span())
        sides = next((number for words, number in _SIDES.items() if words in found["between"]), None)
        fits = every == sides * each if sides else every % each == 0 and every > each
        if fits:
            yield passed(f"{every} bản chia đều, mỗi bên {each} bản.", [span])
        else:
            yield fault(
                "sum_mismatch",
                f"{every} bản không chia đủ cho các bên, mỗi bên {each} bản: {quoted(case.words(span))}.",
                [span],
            )
