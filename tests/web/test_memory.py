"""A request that only reads asks the database once for what many of its parts want to know; one that writes remembers nothing."""

from decimal import Decimal
from itertools import count

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test.utils import CaptureQueriesContext

import factories
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.queries import indicators_seen_by
from hopluc.web.register import actions as register
from hopluc.web.register import queries
from hopluc.web.store import memory


def told_in_one_request(method, ask):
    """What is told of the same thing asked about twice within a request."""
    request = HttpRequest()
    request.method = method
    told = []

    def answer(request):
        told.extend(memory.recall("số", ask) for _ in range(2))
        return HttpResponse()

    memory.remember_while_reading(answer)(request)
    return told


@pytest.mark.parametrize(("method", "told"), [("GET", [0, 0]), ("HEAD", [0, 0]), ("POST", [0, 1])])
def test_only_a_request_that_reads_remembers(method, told):
    assert told_in_one_request(method, count().__next__) == told


def test_nothing_is_remembered_from_one_request_to_the_next():
    numbers = count()

    assert [told_in_one_request("GET", numbers.__next__) for _ in range(2)] == [[0, 0], [1, 1]]
    assert not memory.is_open()


def test_a_request_that_fails_is_forgotten_too():
    def fail(request):
        raise ZeroDivisionError

    request = HttpRequest()
    request.method = "GET"
    with pytest.raises(ZeroDivisionError):
        memory.remember_while_reading(fail)(request)
    assert not memory.is_open()


SEEN = (
    queries.programmes_seen_by, queries.strands_seen_by, queries.legal_bases_seen_by, queries.activities_seen_by,
    queries.agreements_seen_by, queries.commitments_seen_by, queries.statements_seen_by, queries.roles_seen_by,
    documents_seen_by, indicators_seen_by,
)  # fmt: skip


def everything_seen_by(user):
    return [sorted(rows.pk for rows in seen(user)) for seen in SEEN]


def within_a_request(ask):
    """What is told, and how many statements it took, within a request that reads."""
    request, told = HttpRequest(), []
    request.method = "GET"

    def answer(request):
        told.append(ask())
        return HttpResponse()

    with CaptureQueriesContext(connection) as asked:
        memory.remember_while_reading(answer)(request)
    return told[0], len(asked)


@pytest.fixture
def shared(standing, member):
    """A programme of the standing agency in which the member works, and one it does not."""
    theirs, other = factories.a_programme(standing), factories.a_programme(standing)
    register.appoint(theirs, by=None, capacity="cooperating", organisation=member)
    for programme in (theirs, other):
        factories.a_task(programme)
        register.add_strand(programme, by=None, title="Chuyển giao công nghệ", number="1")
    factories.an_observation(theirs, Figure.exact(Decimal(12)))
    return theirs


@pytest.mark.parametrize("most", [queries.MOST_KNOWN, 0])
def test_who_sees_what_is_the_same_within_a_request(shared, officer, colleague, stranger, monkeypatch, most):
    monkeypatch.setattr(queries, "MOST_KNOWN", most)  # with none known, the programmes are looked up within each statement
    for user in (officer, colleague, stranger):
        assert within_a_request(lambda user=user: everything_seen_by(user))[0] == everything_seen_by(user)

    assert [len(rows) for rows in everything_seen_by(colleague)[:4]] == [1, 1, 0, 1]
    assert everything_seen_by(stranger) == [[]] * len(SEEN)


def test_programmes_are_asked_for_once_in_a_request(shared, colleague):
    def twice():
        return [list(queries.activities_seen_by(colleague)) for _ in range(2)]

    list(colleague.standing)
    once, asked = within_a_request(twice)

    assert (len(once[0]), asked) == (1, 3)


def test_another_place_of_the_same_account_is_remembered_apart(shared, officer, member):
    """An account that acts in one of its organisations alone sees what that one sees."""
    alone = officer.within(member)

    told, _asked = within_a_request(lambda: [queries.programmes_seen_by(user).count() for user in (officer, alone)])

    assert told == [2, 0]
