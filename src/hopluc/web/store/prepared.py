"""Statements whose SQL is put together once: a query that many requests ask with other keys each. Only words are kept, never an answer.

Django puts a query together anew each time it is asked: filters are resolved, tables joined, SQL written, which costs several times what
the database takes to answer. Here that is done once for each shape of what is asked, and the keys alone are put in.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Count, QuerySet, Value
from django.db.models.signals import post_migrate
from django.utils import timezone

from hopluc.web.store import memory

MOST_SHAPES = 16
"""How many shapes of one query are kept; they differ by day, roles, and how many keys there are, to the next power of two."""
_FIRST, _STEP, _APART = 2_000_000_000, 1009, 1 << 26
"""Keys no row has, within what every column of keys holds: those a query is put together with, so far from one to the next, and the second
time so far from the first.
"""
_GREATEST = 2**31 - 1
_TYPES = "django_content_type"


Build = Callable[..., QuerySet[Any, Any]]
"""Puts a query together of plain values: keys, tuples and sets of keys, what is told of each of some keys; days and words, which are part
of its shape; frozen dataclasses of these.

It reads neither the database nor the hour, and keys do nothing in it but stand in the query, each for itself; many of them stand
after `in`, where one said twice says no more.
"""


@dataclass(frozen=True)
class _Words:
    """The SQL of a query of one shape: its values, of which those at these places are the keys whose turn is told with them."""

    rows: QuerySet[Any, Any]
    compiler: Any
    sql: str
    values: tuple[Any, ...]
    turns: tuple[tuple[int, int], ...]

    def filled(self, keys: list[int]) -> QuerySet[Any, Any]:
        """The query with these keys in it, not asked yet."""
        values = list(self.values)
        for place, turn in self.turns:
            values[place] = type(values[place])(keys[turn])  # PostgreSQL's numbers know how wide they are
        compiler, query = copy(self.compiler), copy(self.rows.query)
        compiler.connection, compiler.query = connections[self.rows.db], query
        compiler.as_sql = lambda *_args, **_more: (self.sql, tuple(values))
        query.get_compiler = lambda *_args, **_more: compiler  # type: ignore[method-assign]
        asked: QuerySet[Any, Any] = object.__new__(type(self.rows))
        vars(asked).update(
            vars(self.rows) | {"_query": query, "_result_cache": None, "_prefetch_done": False, "_known_related_objects": {}}
        )
        return asked


class Prepared:
    """A query put together once, to be called with what it is asked with: all its rows."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.words: dict[Any, _Words | None] = {}
        post_migrate.connect(self._forget)

    def __call__(self, *said: Any) -> list[Any]:
        """The rows, of which nothing but the SQL was known before."""
        keys: list[int] = []
        shape = timezone.localdate(), tuple(_shape_of(one, keys) for one in said)
        if any(key > _GREATEST for key in keys):
            return list(self.build(*said))
        if shape not in self.words:
            self._keep(shape, _written(self.build, said))
        words = self.words[shape]
        return [] if words is None else list(words.filled(keys))

    def _keep(self, shape: Any, words: _Words | None) -> None:
        kept = dict(list(self.words.items())[1 - MOST_SHAPES :])
        self.words = kept | {shape: words}

    def _forget(self, **_told: Any) -> None:
        """Kinds of content have other keys in another database."""
        self.words = {}


def number_of(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """How many of these rows there are, as a query whose one row is that number; where there can be none it has no row at all, so that
    whoever asks it takes the `sum` of its rows.
    """
    told: QuerySet[Any, Any] = rows.order_by().prefetch_related(None).values(every=Value(1)).annotate(n=Count("pk"))
    return told.values_list("n", flat=True)


def _shape_of(said: Any, keys: list[int]) -> Any:
    """What of an argument the SQL depends on; its keys are added to those given, the last of many said again up to a power of two."""
    if type(said) is int:
        keys.append(said)
        return int
    if isinstance(said, Mapping):
        keys += said
        return tuple(said.values())
    if is_dataclass(said):
        return type(said), tuple(_shape_of(getattr(said, part.name), keys) for part in fields(said))
    if isinstance(said, tuple | frozenset):
        if not all(type(one) is int for one in said):
            return type(said), tuple(_shape_of(one, keys) for one in said)
        many = list(said)
        keys += many + many[-1:] * (_room(many) - len(many))
        return type(said), _room(many)
    assert said is None or isinstance(said, bool | str | date), f"no value of a statement: {said!r}"
    return said


def _stood_in(said: Any, key: Iterator[int]) -> Any:
    """An argument of the same shape whose keys are the next of these: in the turn in which `_shape_of` tells them."""
    if type(said) is int:
        return next(key)
    if isinstance(said, Mapping):
        return {next(key): told for told in said.values()}
    if is_dataclass(said) and not isinstance(said, type):
        return replace(said, **{part.name: _stood_in(getattr(said, part.name), key) for part in fields(said)})
    if isinstance(said, tuple | frozenset):
        of_keys = all(type(one) is int for one in said)
        return type(said)([next(key) for _ in range(_room(said))] if of_keys else [_stood_in(one, key) for one in said])
    return said


def _room(many: Collection[int]) -> int:
    """The power of two that holds so many; none for none."""
    return 1 << (len(many) - 1).bit_length() if many else 0


def _written(build: Build, said: tuple[Any, ...]) -> _Words | None:
    """The SQL of a shape; None where it can have no rows. It is put together twice with other keys: what differs are the keys, each known
    by its value, and nothing else may differ.
    """
    try:
        for _turn in range(2):  # what Django itself remembers, as the kinds of content, may have come in another order at first
            (rows, compiler, sql, values), (*_same, other, others) = (
                _put_together(build, said, first) for first in (_FIRST, _FIRST + _APART)
            )
            differing = [place for place, (one, two) in enumerate(zip(values, others, strict=True)) if _bare(one) != _bare(two)]
            if sql == other and all(_is_key(values[place]) and others[place] == values[place] + _APART for place in differing):
                return _Words(
                    rows, compiler, sql, values, tuple((place, (values[place] - _FIRST) // _STEP) for place in differing)
                )
    except EmptyResultSet:
        return None
    raise TypeError(f"{build}: its SQL depends on more than the shape of what it is asked with")


def _bare(value: Any) -> Any:
    """A value without what PostgreSQL's JSON is wrapped in: of two wrappers of the same neither equals the other."""
    return getattr(value, "obj", value)


def _is_key(value: Any) -> bool:
    return isinstance(value, int) and value in range(_FIRST, _FIRST + _APART, _STEP)


def _put_together(build: Build, said: tuple[Any, ...], first: int) -> tuple[QuerySet[Any, Any], Any, str, tuple[Any, ...]]:
    key = iter(range(first, first + _APART, _STEP))
    with _asking_nothing():
        rows = build(*(_stood_in(one, key) for one in said))
        compiler = rows.query.get_compiler(rows.db)
        sql, values = compiler.as_sql()
    return rows, compiler, sql, tuple(values)


@contextmanager
def _asking_nothing() -> Iterator[None]:
    """For as long as the block lasts the database answers nothing but which kinds of content there are, and what the request remembers is
    not known.
    """

    def refuse(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        if _TYPES not in sql:
            raise TypeError(f"a statement is put together of what it is asked with alone, and asks: {sql}")
        return execute(sql, *more)

    with memory.forgetting(), connections["default"].execute_wrapper(refuse):
        yield
