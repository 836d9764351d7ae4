"""kept: what an object is asked for often and works out once.

It is what functools.cached_property is, without the lock that this one takes in Python 3.11 at every first question; readers
ask some fifty thousand of these a megabyte, each in the one thread that reads a document.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Kept = TypeVar("Kept")


class kept(Generic[Kept]):  # noqa: N801 - a decorator, as property is
    """A method as an attribute: worked out when first asked for, then kept with the object."""

    def __init__(self, make: Callable[[Any], Kept]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, thing: None, owner: type | None = None) -> "kept[Kept]": ...
    @overload
    def __get__(self, thing: object, owner: type | None = None) -> Kept: ...
    def __get__(self, thing: object | None, owner: type | None = None) -> "Kept | kept[Kept]":
        if thing is None:
            return self
        found = thing.__dict__[self._name] = self._make(thing)
        return found
