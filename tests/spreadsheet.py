"""A spreadsheet that computes, small enough to be read: the functions our workbooks use, as Excel describes them.

`opened(bytes)` gives the cells of each sheet; `computed(cells)` works every formula out, forgetting the numbers kept with them.
"""

import math
import operator
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import Any

from lxml import etree

_SPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_TOKEN = re.compile(
    r"""\s*(?:(?P<place>'(?:[^']|'')+'!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)|(?P<number>\d+(?:\.\d+)?(?:E[-+]?\d+)?)|"""
    r"""(?P<text>"[^"]*")|(?P<name>[A-Z.]+)(?=\()|(?P<sign><=|>=|<>|[-+*/^(){},=<>]))"""
)
Thunk = Callable[[], Any]


class Wrong(Exception):
    """What a spreadsheet shows as #DIV/0!, #NUM! or #VALUE!."""


@dataclass(frozen=True)
class Found:
    """A cell as the file has it: its formula, and the number or text kept with it."""

    kept: Any
    formula: str = ""


Cells = dict[tuple[str, str], Found]


def opened(book: bytes) -> Cells:
    """Every cell of a workbook by sheet and place."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        names = etree.fromstring(archive.read("xl/workbook.xml")).xpath("//m:sheet/@name", namespaces=_SPACE)
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml")).xpath("//m:si", namespaces=_SPACE)
        words = ["".join(one.itertext()) for one in shared]
        found: Cells = {}
        for number, name in enumerate(names, start=1):
            sheet = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            for cell in sheet.iterfind(".//m:c", _SPACE):
                found[str(name), cell.get("r")] = _found(cell, words)
    return found


def _found(cell: Any, words: list[str]) -> Found:
    kept, formula = cell.findtext("m:v", None, _SPACE), cell.findtext("m:f", "", _SPACE)
    kind = cell.get("t", "n")
    if kind == "s":
        return Found(words[int(kept)])
    value = kept if kind == "str" or not kept else float(kept)
    return Found(value, formula)


def changed(cells: Cells, sheet: str, place: str, value: float | None) -> Cells:
    """The same cells, one of them with another number."""
    assert not cells[sheet, place].formula, "a formula is not typed over"
    return {**cells, (sheet, place): replace(cells[sheet, place], kept=value)}


def computed(cells: Cells) -> dict[tuple[str, str], Any]:
    """What every cell shows once all formulas are worked out: a number, a text, None."""
    known: dict[tuple[str, str], Any] = {}

    def value(key: tuple[str, str]) -> Any:
        if key not in known:
            cell = cells.get(key, Found(None))
            known[key] = _Formula(cell.formula, value).result() if cell.formula else cell.kept
        return known[key]

    return {key: value(key) for key in cells}


class _Formula:
    """One formula, read from the left by precedence; an argument is worked out when its function asks for it."""

    def __init__(self, text: str, value: Callable[[tuple[str, str]], Any]) -> None:
        self.value = value
        self.tokens = [(match.lastgroup or "", match.group(match.lastgroup or 0)) for match in _TOKEN.finditer(text)]
        assert "".join(word for _kind, word in self.tokens) == text.replace(" ", "") or " " in text, text
        self.at = 0

    def result(self) -> Any:
        return self.compared()()

    def next(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self) -> tuple[str, str]:
        self.at += 1
        return self.tokens[self.at - 1]

    def compared(self) -> Thunk:
        left = self.added()
        if self.next() in {"=", "<", ">", "<=", ">=", "<>"}:
            sign, right = _ABOVE[self.take()[1]], self.added()
            return lambda: _each(left(), lambda one: isinstance(one, str) or sign(one or 0.0, _number(right())))
        return left

    def chain(self, part: Callable[[], Thunk], signs: dict[str, Callable[[float, float], float]]) -> Thunk:
        left = part()
        while self.next() in signs:
            left = partial(_worked, signs[self.take()[1]], left, part())
        return left

    def added(self) -> Thunk:
        return self.chain(self.multiplied, {"+": lambda a, b: a + b, "-": lambda a, b: a - b})

    def multiplied(self) -> Thunk:
        return self.chain(self.raised, {"*": lambda a, b: a * b, "/": _divided})

    def raised(self) -> Thunk:
        return self.chain(self.signed, {"^": _power})

    def signed(self) -> Thunk:
        if self.next() == "-":
            self.take()
            inner = self.signed()
            return lambda: -_number(inner())
        return self.one()

    def one(self) -> Thunk:
        kind, word = self.take()
        if kind == "number":
            return lambda: float(word)
        if kind == "text":
            return lambda: word[1:-1]
        if kind == "place":
            return partial(self.seen, word)
        if kind == "name":
            return partial(_FUNCTIONS[word], *self.arguments("(", ")"))
        if word == "{":
            self.at -= 1
            row = self.arguments("{", "}")
            return lambda: [one() for one in row]
        inner = self.compared()
        assert self.take()[1] == ")"
        return inner

    def arguments(self, opens: str, closes: str) -> list[Thunk]:
        assert self.take()[1] == opens
        found = [self.compared()]
        while self.next() == ",":
            self.take()
            found.append(self.compared())
        assert self.take()[1] == closes
        return found

    def seen(self, word: str) -> Any:
        sheet, place = word.rsplit("!", 1)
        first, _, last = place.replace("$", "").partition(":")
        key = sheet[1:-1].replace("''", "'")
        return [self.value((key, one)) for one in _between(first, last)] if last else self.value((key, first))


def _between(first: str, last: str) -> Iterator[str]:
    letters = first.rstrip("0123456789")
    assert letters == last.rstrip("0123456789"), "a range of one column"
    return (f"{letters}{row}" for row in range(int(first[len(letters) :]), int(last[len(letters) :]) + 1))


_ABOVE = {">=": operator.ge, ">": operator.gt}  # where a text stands above every number


def _each(value: Any, worked: Callable[[Any], Any]) -> Any:
    """What is worked out of a value, or of each of a range."""
    return [worked(one) for one in value] if isinstance(value, list) else worked(value)


def _number(value: Any) -> float:
    if isinstance(value, str):
        raise Wrong("#VALUE!")
    return float(value or 0.0)


def _worked(sign: Callable[[float, float], float], left: Thunk, right: Thunk) -> Any:
    first, second = left(), right()
    if isinstance(first, list):
        return [sign(_number(one), _number(other)) for one, other in zip(first, second, strict=True)]
    return sign(_number(first), _number(second))


def _divided(first: float, second: float) -> float:
    if second == 0:
        raise Wrong("#DIV/0!")
    return first / second


def _power(first: float, second: float) -> float:
    try:
        found = first**second
    except ZeroDivisionError as mishap:
        raise Wrong("#DIV/0!") from mishap
    if isinstance(found, complex):
        raise Wrong("#NUM!")
    return found


def _numbers(arguments: tuple[Thunk, ...]) -> list[float]:
    """The numbers among arguments: in cells texts and gaps are left out."""
    found = [argument() for argument in arguments]
    values = [one for value in found for one in (value if isinstance(value, list) else [value])]
    return [float(one) for one in values if isinstance(one, int | float)]


def _if(test: Thunk, then: Thunk, other: Thunk) -> Any:
    return then() if test() else other()


def _if_error(told: Thunk, other: Thunk) -> Any:
    try:
        return told()
    except Wrong:
        return other()


def _mean(*arguments: Thunk) -> float:
    found = _numbers(arguments)
    return _divided(math.fsum(found), len(found))


def _median(*arguments: Thunk) -> float:
    found = sorted(_numbers(arguments))
    if not found:
        raise Wrong("#NUM!")
    return (found[(len(found) - 1) // 2] + found[len(found) // 2]) / 2


def _deviation(*arguments: Thunk) -> float:
    found, mean = _numbers(arguments), _mean(*arguments)
    return math.sqrt(_divided(math.fsum((one - mean) ** 2 for one in found), len(found) - 1))


def _rank(what: Thunk, column: Thunk, rising: Thunk) -> float:
    value, others = _number(what()), _numbers((column,))
    return 1.0 + sum(other < value if rising() else other > value for other in others)


def _log(argument: Thunk) -> float:
    value = _number(argument())
    if value <= 0:
        raise Wrong("#NUM!")
    return math.log(value)


def _looked_up(what: Thunk, thresholds: Thunk, points: Thunk) -> Any:
    reached = [number for number, least in enumerate(thresholds()) if least <= what()]
    return points()[reached[-1]]


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "IF": _if,
    "IFERROR": _if_error,
    "ISNUMBER": lambda argument: _each(argument(), lambda one: isinstance(one, int | float)),
    "N": lambda argument: argument() if isinstance(argument(), int | float) else 0.0,
    "COUNT": lambda *arguments: float(len(_numbers(arguments))),
    "MIN": lambda *arguments: min(_numbers(arguments), default=0.0),
    "MAX": lambda *arguments: max(_numbers(arguments), default=0.0),
    "AVERAGE": _mean,
    "MEDIAN": _median,
    "STDEV": _deviation,
    "RANK": _rank,
    "LN": _log,
    "EXP": lambda argument: math.exp(_number(argument())),
    "LOOKUP": _looked_up,
    "SUMPRODUCT": lambda argument: float(sum(argument())),
}
