"""A state's SQL is written once for a day: it says the same in every query, under other names, on other days and other databases."""

from datetime import date

import pytest

import factories
from hopluc.web.register import actions, obligations, states
from hopluc.web.register.models import Activity, Commitment, Programme
from hopluc.web.store.written import Written, written

DUE, LATER = date(2026, 6, 1), date(2026, 6, 2)


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing)


def overdue(on: date):
    return states.with_code(Activity.objects.all(), on).filter(code="overdue")


def test_what_was_written_for_one_day_is_not_what_another_asks(programme):
    task = factories.a_task(programme, due=DUE)

    assert [list(overdue(on)) for on in (LATER, DUE, LATER)] == [[task], [], [task]]


def test_a_state_says_the_same_within_another_query_of_the_same_table(programme):
    late, _done = factories.a_task(programme, due=DUE), factories.a_task(programme, due=LATER)
    found = overdue(LATER)

    assert list(Activity.objects.filter(pk__in=found.values("pk"))) == list(found) == [late]


def test_a_state_says_the_same_within_a_query_of_another_table(programme, standing):
    factories.a_task(programme, due=DUE)
    idle = factories.a_programme(standing, "Chương trình chưa có nhiệm vụ quá hạn")

    assert list(Programme.objects.filter(activities__in=overdue(LATER))) == [programme]
    assert list(Programme.objects.exclude(activities__in=overdue(LATER))) == [idle]


def test_a_commitment_says_the_same_within_another_query(programme, officer):
    target = actions.add_commitment(programme, by=officer, kind="target", text="Đào tạo 100 kỹ sư", sender=programme.owner)
    found = obligations.with_commitment_code(Commitment.objects.all(), LATER).filter(code="undated")

    assert list(Commitment.objects.filter(pk__in=found.values("pk"))) == list(found) == [target]


def test_a_query_that_names_a_state_often_writes_it_once(programme):
    rows = states.with_code(Activity.objects.all(), LATER)
    code = rows.query.annotations["code"]

    assert rows.filter(code="overdue").order_by("code").query.annotations["code"] is code
    assert states.with_code(Activity.objects.filter(programme=programme), LATER).query.annotations["code"] is code


def test_a_copy_under_other_names_is_written_anew(db):
    known = written(states.with_code(Activity.objects.all(), LATER), "last_day")["last_day"]
    list(states.with_code(Activity.objects.all(), LATER).filter(last_day=DUE))
    copy = known.relabeled_clone({"register_activity": "other"})

    assert (isinstance(copy, Written), list(known.words) != [], copy.words) == (True, True, {})
