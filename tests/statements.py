"""How many statements something asks of the database."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext


def statements_of(ask: Callable[[], object]) -> int:
    """How many statements `ask` takes, once this process knows what it asks only the first time, such as the kinds of rows there are."""
    ask()
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)
