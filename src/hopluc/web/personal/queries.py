"""The persons whose data an administrator answers for."""

from typing import Any

from django.db.models import QuerySet

from hopluc.vietnamese import fold, person_key
from hopluc.web.people.models import Person, User
from hopluc.web.people.queries import accounts_seen_by


def persons_administered_by(user: Any) -> QuerySet[Person]:
    """The persons that the offices a user is administrator of have entered."""
    if not user.is_authenticated:
        return Person.objects.none()
    return Person.objects.filter(owner__in=user.administered).select_related("owner")


def accounts_named(user: Any, asked: str) -> list[User]:
    """Of the accounts a user administers, those whose name or address holds these words, with or without marks, by given name."""
    wanted = fold(" ".join(asked.split()))
    found = [account for account in accounts_seen_by(user) if wanted in fold(f"{account.name} {account.username}")]
    return sorted(found, key=lambda account: person_key(account.name))


def named(persons: QuerySet[Person], asked: str) -> QuerySet[Person]:
    """Those whose name holds these words, with or without marks; all where nothing is asked."""
    return persons.filter(search_key__contains=fold(" ".join(asked.split()))) if asked.strip() else persons
