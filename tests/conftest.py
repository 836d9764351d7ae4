"""What every test shares."""

from collections.abc import Iterable

import pytest
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from hypothesis import settings

from hopluc.web.tables import triggers_of_apps

# The suite tries the same examples each time and at any pace, so that a failure is of the change at hand; chance is for `make fuzz`.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Side by side, each file stays with one process, for what its tests share; the browser's files with one, which serves one site."""
    for item in items:
        folder = item.path.parent.name
        item.add_marker(pytest.mark.xdist_group(folder if folder == "browser" else item.nodeid.partition("::")[0]))


@pytest.fixture(scope="session", autouse=True)
def _emptied_past_the_journal() -> None:
    """A database emptied after a test that commits: the triggers of what is never changed refuse that, so they step aside."""
    kind: type[BaseDatabaseOperations] = type(connection.ops)
    empty = kind.execute_sql_flush

    def empty_past_the_journal(self: BaseDatabaseOperations, statements: Iterable[str]) -> None:
        for triggers in triggers_of_apps():
            triggers.drop(self.connection)
        empty(self, statements)
        for triggers in triggers_of_apps():
            triggers.create(self.connection)

    kind.execute_sql_flush = empty_past_the_journal  # type: ignore[method-assign]
