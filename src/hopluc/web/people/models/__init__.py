"""Who there is: organisations, persons, places and their succession; accounts and their places."""

from hopluc.web.people.models.accounts import (
    AccessKey,
    Membership,
    Memberships,
    RecoveryCode,
    SecondFactor,
    SignInFailure,
    User,
    username_of,
    validate_username,
)
from hopluc.web.people.models.bodies import Inheritance, Organisation, OrganisationName, Person, Place, Succession
from hopluc.web.people.models.passkeys import Passkey
from hopluc.web.people.models.sign_ons import SignOn

__all__ = [
    "AccessKey",
    "Inheritance",
    "Membership",
    "Memberships",
    "Organisation",
    "OrganisationName",
    "Passkey",
    "Person",
    "Place",
    "RecoveryCode",
    "SecondFactor",
    "SignInFailure",
    "SignOn",
    "Succession",
    "User",
    "username_of",
    "validate_username",
]
