"""What the tests of the web share: a standing agency with its people, a member agency, and a stranger from another city."""

import pytest
from django.test import Client
from django.utils import timezone

import factories
from clock import Clock
from hopluc.web.observatory.models import Edition
from hopluc.web.people.models import Membership, Organisation, User


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def standing(db: None) -> Organisation:
    return factories.an_organisation("Sở Khoa học và Công nghệ thành phố Vĩnh Hà")


@pytest.fixture
def member(db: None) -> Organisation:
    return factories.an_organisation("Sở Công Thương thành phố Vĩnh Hà")


@pytest.fixture
def elsewhere(db: None) -> Organisation:
    return factories.an_organisation("Sở Khoa học và Công nghệ tỉnh Tân Lâm")


@pytest.fixture
def officer(standing: Organisation) -> User:
    return factories.an_account(standing, name="Trần Thị Hà")


@pytest.fixture
def viewer(standing: Organisation) -> User:
    return factories.an_account(standing, Membership.Role.VIEWER)


@pytest.fixture
def leader(standing: Organisation) -> User:
    return factories.an_account(standing, Membership.Role.LEADER)


@pytest.fixture
def administrator(standing: Organisation) -> User:
    return factories.an_account(standing, Membership.Role.ADMINISTRATOR, name="Phạm Thị Thử")


@pytest.fixture
def colleague(member: Organisation) -> User:
    """An officer of the member agency."""
    return factories.an_account(member)


@pytest.fixture
def stranger(elsewhere: Organisation) -> User:
    """An officer of another province's agency."""
    return factories.an_account(elsewhere)


@pytest.fixture
def second(standing: Organisation) -> User:
    """Another officer of the standing agency."""
    return factories.an_account(standing, name="Lê Thị Kiểm")


@pytest.fixture
def edition(standing: Organisation, officer: User) -> Edition:
    """An edition of a small index without figures."""
    return factories.an_index(standing, by=officer)


@pytest.fixture
def signed_in() -> "type[SignedIn]":
    return SignedIn


class SignedIn(Client):
    """A browser in which an account is signed in."""

    def __init__(self, user: User) -> None:
        super().__init__()
        self.force_login(user)
