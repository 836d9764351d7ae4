"""What a request that only reads has asked already is told again without asking: one GET asks once whose programmes its user sees.

Nothing outlives its request, and a request that writes remembers nothing, so that no answer is ever older than the page it stands on.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponseBase

Told = TypeVar("Told")

READING = ("GET", "HEAD")
_asked: ContextVar[dict[Hashable, Any] | None] = ContextVar("asked", default=None)


def is_open() -> bool:
    """Is a request under way that only reads, or a block that does."""
    return _asked.get() is not None


def recall(about: Hashable, ask: Callable[[], Told]) -> Told:
    """What was told when this was first asked about in the request; outside a request that reads, it is asked each time.

    What is told must not be changed by whoever is told it: a tuple, a frozen set, a frozen dataclass.
    """
    known = _asked.get()
    if known is None:
        return ask()
    if about not in known:
        known[about] = ask()
    told: Told = known[about]
    return told


@contextmanager
def reading() -> Iterator[None]:
    """For as long as the block lasts nothing is written, and what is asked within it is asked once."""
    if is_open():
        yield
        return
    opened = _asked.set({})
    try:
        yield
    finally:
        _asked.reset(opened)


@contextmanager
def forgetting() -> Iterator[None]:
    """For as long as the block lasts nothing that was told is known, whether or not a request is under way that reads."""
    opened = _asked.set(None)
    try:
        yield
    finally:
        _asked.reset(opened)


def remember_while_reading(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Open an empty memory for a request that reads, and forget it with its answer."""

    def remembering(request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING:
            return answer(request)
        with reading():
            return answer(request)

    return remembering
