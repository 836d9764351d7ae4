"""What every test shares."""

import gc
import os
from collections.abc import Iterable

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from pytest_django import DjangoDbBlocker
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from hopluc.web.store.tables import complete_tables, refusals_of_apps

BROWSER = "tests/browser/"

# The suite tries the same examples each time and at any pace, so that a failure is of the change at hand; chance is for `make fuzz`.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")
# Nor does it mix in the literals of whatever modules one process happens to have loaded by then: that is another draw each run.
providers.is_local_module_file = lambda _path: False


# What is loaded and collected stays to the end: garbage is looked for in what the tests make, not over and over in all that.
gc.disable()


# And nothing outlives the run: no test waits for the disk. (The processes that tests start do.)
os.fsync = lambda _handle: None  # type: ignore[assignment]


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


class ByFile(LoadFileScheduling):
    """Side by side, each file stays with one process, for what its tests share; the browser's files with one, which serves one site."""

    def _split_scope(self, nodeid: str) -> str:
        return BROWSER if nodeid.startswith(BROWSER) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    return ByFile(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, which comes second, what never asks for the database is not run again."""
    if connection.vendor == "postgresql":
        again = [item for item in items if asks_for_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not asks_for_the_database(item)])
        items[:] = again


def asks_for_the_database(item: pytest.Item) -> bool:
    """By a fixture, its own or one of a fixture of its own, or by its mark."""
    fixtures: set[str] = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or not fixtures.isdisjoint({"db", "transactional_db"})


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The tests' database: it has its tables from the models by now (tests/settings.py), and gets what they lack."""
    with django_db_blocker.unblock():
        complete_tables(connection)


@pytest.fixture(scope="session", autouse=True)
def _emptied_past_the_journal() -> None:
    """A database emptied after a test that commits: the triggers of what is never changed refuse that, so they step aside."""
    kind: type[BaseDatabaseOperations] = type(connection.ops)
    empty = kind.execute_sql_flush

    def empty_past_the_journal(self: BaseDatabaseOperations, statements: Iterable[str]) -> None:
        for refusals in refusals_of_apps():
            refusals.drop(self.connection)
        empty(self, statements)
        for refusals in refusals_of_apps():
            refusals.create(self.connection)

    kind.execute_sql_flush = empty_past_the_journal  # type: ignore[method-assign]
