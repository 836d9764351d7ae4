"""Walks at random over the steps of a return, by every account and through the pages: only the table below ever leads on."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

import factories
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.returns import queries, rules
from hopluc.web.returns.models import Return, Step

pytestmark = pytest.mark.django_db
Verb, Role = Step.Verb, Membership.Role
OFFICER, HEAD, LEADER, ASKER, ASKING_LEADER, STRANGER = "officer", "head", "leader", "asker", "asking leader", "stranger"
OWN, BELOW, HEADS, ASKERS = {OFFICER, HEAD, LEADER}, {OFFICER, HEAD}, {HEAD, LEADER}, {ASKER, ASKING_LEADER}
DRAFT, SECTION, DESK, SENT, RECEIVED = (
    "draft",
    Verb.TO_SECTION.value,
    Verb.TO_LEADER.value,
    Verb.SENT.value,
    Verb.RECEIVED.value,
)
LEADS: dict[tuple[str, str], tuple[set[str], str]] = {
    (DRAFT, "save"): (OWN, DRAFT),
    (DRAFT, SECTION): (BELOW, SECTION),
    (DRAFT, DESK): (BELOW, DESK),
    (DRAFT, SENT): ({LEADER}, SENT),
    (SECTION, "save"): (HEADS, SECTION),
    (SECTION, DESK): ({HEAD}, DESK),
    (SECTION, SENT): ({LEADER}, SENT),
    (SECTION, "hand_back"): (HEADS, DRAFT),
    (DESK, "save"): ({LEADER}, DESK),
    (DESK, SENT): ({LEADER}, SENT),
    (DESK, "hand_back"): ({LEADER}, DRAFT),
    (SENT, "take_back"): (HEADS, DRAFT),
    (SENT, "ask_to_complete"): (ASKERS, DRAFT),
    (SENT, "receive"): (ASKERS, RECEIVED),
}
"""Where a return stands and what is pressed: who may, and where it stands then. Everything else leaves it where it is."""
FORMS = {
    "hand_back": {"note": "Bổ sung số liệu"},
    "ask_to_complete": {"note": "Bổ sung số liệu"},
    "take_back": {},
    "receive": {},
}
PRESSED = ["save", SECTION, DESK, SENT, *FORMS]
ANYONE = [OFFICER, HEAD, LEADER, ASKER, ASKING_LEADER, STRANGER]
Steps = Iterable[Any]
"""Each who presses what, or a function that says so, told where the return stands."""


@pytest.fixture
def row(standing: Organisation, member: Organisation) -> Return:
    round_ = factories.a_round(factories.a_programme(standing), member.name)
    return queries.newest_of(round_, member)


@pytest.fixture
def walk(row: Return, standing: Organisation, member: Organisation, elsewhere: Organisation) -> Callable[[Steps], None]:
    """Goes a walk, asserting after each step that the return stands where the table says; nothing of it stays."""
    who = {
        OFFICER: factories.an_account(member),
        HEAD: factories.an_account(member, Role.SECTION_HEAD),
        LEADER: factories.an_account(member, Role.LEADER),
        ASKER: factories.an_account(standing),
        ASKING_LEADER: factories.an_account(standing, Role.LEADER),
        STRANGER: factories.an_account(elsewhere, Role.LEADER),
    }
    doors = {name: _door(account) for name, account in who.items()}

    def go(steps: Steps) -> None:
        with transaction.atomic():
            stands = DRAFT
            for step in steps:
                name, pressed = step(stands) if callable(step) else step
                _press(doors[name], row, pressed)
                may, after = LEADS.get((stands, pressed), (set(), stands))
                stands = after if name in may else stands
                assert _stands(row) == stands, (name, pressed)
            _holds(row, who)
            transaction.set_rollback(True)

    return go


def _door(account: User) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _press(door: Client, row: Return, pressed: str) -> None:
    if pressed in FORMS:
        door.post(reverse(f"returns:{pressed}", args=[row.pk]), FORMS[pressed])
    else:
        door.post(reverse("returns:show", args=[row.pk]), {"do": pressed})


def _stands(row: Return) -> str:
    verb = rules.verb_of(queries.newest_of(row.round, row.agency))
    return verb if verb in (SECTION, DESK, SENT, RECEIVED) else DRAFT


def _holds(row: Return, who: dict[str, User]) -> None:
    """Whatever the way: a leader of its own sent it, somebody of the agency that asked received it, and nothing came after."""
    steps: list[Any] = list(row.steps.order_by("pk"))
    assert {step.by for step in steps if step.verb == SENT} <= {who[LEADER]}
    assert {step.by for step in steps if step.verb == RECEIVED} <= {who[ASKER], who[ASKING_LEADER]}
    assert all(step.verb != RECEIVED for step in steps[:-1])


def _drawn(data: some.DataObject) -> Callable[[str], tuple[str, str]]:
    """A step drawn when its turn comes: half the time one that leads on from there, so that walks get far, else any."""
    anything = [(name, pressed) for name in ANYONE for pressed in PRESSED]

    def step(stands: str) -> tuple[str, str]:
        on = sorted(
            (name, pressed) for (at, pressed), (may, _) in LEADS.items() for name in may if at == stands and pressed != "save"
        )
        return data.draw(some.sampled_from(on if on and data.draw(some.booleans()) else anything))

    return step


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data(), length=some.integers(4, 14))
def test_whoever_presses_whatever_a_return_goes_on_by_the_table_alone(walk, data, length):
    walk([_drawn(data)] * length)


@pytest.mark.parametrize(("stands", "pressed"), LEADS, ids=str)
def test_each_line_of_the_table_leads_on(walk, stands, pressed):
    to = {DRAFT: [], SECTION: [(OFFICER, SECTION)], DESK: [(OFFICER, DESK)], SENT: [(LEADER, SENT)]}
    for name in LEADS[stands, pressed][0]:
        walk([*to[stands], (name, pressed)])


def test_were_officers_let_send_the_walk_would_see_it(walk, monkeypatch):
    monkeypatch.setattr(rules, "can_send", rules.can_put_up)

    with pytest.raises(AssertionError, match="officer"):
        walk([(OFFICER, SENT)])
