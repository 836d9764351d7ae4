"""Definitions of their own that users see, and which of them hold on a day."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.rules import KEEPERS
from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import heirs_of


def definitions_seen_by(user: Any) -> QuerySet[OwnDefinition]:
    """Every version of the user's organisations, and of the agencies that have these work on the site: nobody else's."""
    if not user.is_authenticated:
        return OwnDefinition.objects.none()
    own = list(user.standing)
    led_by = Organisation.objects.filter(pk__in=own, is_member=True).values("owner")
    return OwnDefinition.objects.filter(Q(owner__in=own) | Q(owner__in=led_by)).select_related("owner", "made_by")


def definitions_with_words(user: Any) -> QuerySet[OwnDefinition]:
    """The same without those that only say that the office's own is used no longer."""
    return definitions_seen_by(user).filter(ended=False)


def organisations_kept_by(user: Any) -> QuerySet[Organisation]:
    """The organisations whose own definitions the user may lay down."""
    keys = [pk for pk, roles in user.standing.items() if not roles.isdisjoint(KEEPERS)]
    return Organisation.objects.filter(pk__in=keys)


def holders_of(organisation: Organisation, on: date) -> frozenset[int]:
    """Whose definitions hold for an organisation: its own, those of the agency that has it work on the site, of its certain heirs."""
    led_by = {organisation.owner_id} if organisation.is_member and organisation.owner_id else set()
    heirs = {heir.organisation.pk for heir in heirs_of(organisation, on) if heir.certain}
    return frozenset({organisation.pk} | led_by | heirs)


def in_force(owners: Any, kind: str, on: date) -> list[OwnDefinition]:
    """The versions of a kind that hold on a day, one for each code of each of the owners, by name; what has ended is left out."""
    begun = OwnDefinition.objects.filter(owner__in=owners, kind=kind, since__lte=on).order_by("number")
    newest = {(row.owner_id, row.code): row for row in begun.select_related("owner")}
    return sorted((row for row in newest.values() if not row.ended), key=lambda row: (row.name, row.pk))


def versions_of(row: OwnDefinition) -> QuerySet[OwnDefinition]:
    """All versions of the definition that one is a version of, the newest first."""
    rows = OwnDefinition.objects.filter(owner=row.owner_id, kind=row.kind, code=row.code)
    return rows.select_related("made_by").order_by("-number")


def newest_of(owner: Organisation, kind: str, code: str) -> OwnDefinition | None:
    """The version saved last, whether or not its day has come; None where there is none."""
    return OwnDefinition.objects.filter(owner=owner, kind=kind, code=code).order_by("number").last()
