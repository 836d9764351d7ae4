"""What a line of figures counts, so that its figure is found in the return of another period."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from hopluc.vietnamese import fold
from hopluc.web.returns.models import Part

Key = tuple[str, ...]
Value = TypeVar("Value")


def keys_of(part: Part, name: str, unit: str) -> tuple[Key, ...]:
    """By what the line is known in another round's return, the surest first: its part with the number, by its title, its name and unit alone."""
    what, title = (fold(name), fold(unit)), fold(part.title)
    return (*what, title, fold(part.number)), (*what, title), what


def told_once(lines: Iterable[tuple[tuple[Key, ...], Value]]) -> dict[Key, Value]:
    """What is told under each key that only one of the lines has: what two lines share says of neither."""
    lines = list(lines)
    times = Counter(key for keys, _value in lines for key in keys)
    return {key: value for keys, value in lines for key in keys if times[key] == 1}
