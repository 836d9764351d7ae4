"""Related rows are hung on the rows they belong to: asked for once, for all; what was not fetched is asked of the database."""

from datetime import date

import pytest

import factories
from hopluc.web.register import actions, lists
from hopluc.web.register.models import Activity
from hopluc.web.store.related import hang
from statements import statements_of


@pytest.fixture
def task(standing, member):
    programme = factories.a_programme(standing)
    found = factories.a_task(programme, lead=member)
    actions.note_progress(found, by=None, on=date(2026, 5, 2), said="in_progress")
    actions.note_progress(found, by=None, on=date(2026, 5, 1), said="not_started")
    return found


def test_what_is_hung_is_what_the_database_would_tell_without_asking_it(task):
    (fetched,) = lists.with_parts(Activity.objects.filter(pk=task.pk))

    told = [entry.said for entry in fetched.progress.all()], [role.organisation for role in fetched.roles.all()]

    assert told == (["not_started", "in_progress"], [role.organisation for role in task.roles.all()])
    assert (
        statements_of(lambda: [list(fetched.progress.all()), list(fetched.roles.all()), list(fetched.carried_over_to.all())])
        == 0
    )


def test_what_was_not_fetched_is_asked_of_the_database(task):
    found = Activity.objects.get(pk=task.pk)

    assert not hasattr(found, "progress_hung")
    assert statements_of(lambda: list(found.progress.all())) == 1


def test_rows_of_another_day_may_be_hung_in_their_place(task):
    hang(task, progress=[])

    assert (task.progress_hung, list(task.progress.all())) == ([], [])
