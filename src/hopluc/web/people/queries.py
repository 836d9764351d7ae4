"""Organisations, persons and places a user may see; names resolved; heirs by date."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Model, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from hopluc.succession import Line, Step
from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.gate.edge import number_in
from hopluc.web.people.models import (
    AccessKey,
    Inheritance,
    Membership,
    Organisation,
    Passkey,
    Person,
    Place,
    SignOn,
    Succession,
    User,
)
from hopluc.web.store import memory
from hopluc.web.store.prepared import Prepared


def account_of(request: HttpRequest) -> User:
    """The account that asks, on a page that asks for one first."""
    assert isinstance(request.user, User)
    return request.user


def organisations_of(user: Any) -> QuerySet[Organisation]:
    """The organisations the user acts in today, merged predecessors included; none for a visitor."""
    if not user.is_authenticated:
        return Organisation.objects.none()
    return Organisation.objects.filter(pk__in=list(user.standing))


def agency_of(user: Any) -> Organisation | None:
    """The organisation the user acts in itself today, the one it joined first; None for one who is in none."""
    return memory.recall(("agency", user.pk), lambda: _agency_of(user)) if user.is_authenticated else None


def _agency_of(user: Any) -> Organisation | None:
    return next((place.organisation for place in _first_place(user.pk, timezone.localdate())), None)


@Prepared
def _first_place(user: int, day: date) -> QuerySet[Membership, Any]:
    return Membership.objects.holding(day).filter(user=user).select_related("organisation").order_by("pk")[:1]


def organisations_seen_by(user: Any) -> QuerySet[Organisation]:
    """Shared organisations, the user's own, and those their organisations have entered."""
    if not user.is_authenticated:
        return Organisation.objects.none()
    own = list(user.standing)
    return Organisation.objects.filter(Q(owner=None) | Q(owner__in=own) | Q(pk__in=own))


def persons_seen_by(user: Any) -> QuerySet[Person]:
    """Persons the user's organisations have entered."""
    return Person.objects.filter(owner__in=list(user.standing)) if user.is_authenticated else Person.objects.none()


def organisations_led_by(user: Any) -> QuerySet[Organisation]:
    """The organisations the user is administrator of today, itself and not as an heir: those that may have members."""
    led = Membership.objects.holding(timezone.localdate()).filter(user=user.pk, role=Membership.Role.ADMINISTRATOR)
    return Organisation.objects.filter(pk__in=led.values("organisation"))


def organisations_administered_by(user: Any) -> QuerySet[Organisation]:
    """The organisations whose accounts the user looks after; of merged predecessors, those with accounts."""
    if not user.is_authenticated:
        return Organisation.objects.none()
    at_work = Q(is_member=True) | Q(pk__in=Membership.objects.values("organisation"))
    return Organisation.objects.filter(at_work, pk__in=user.administered)


def members_seen_by(user: Any) -> QuerySet[Organisation]:
    """What the user administers, and all members its organisations have entered, those with an administrator of their own too."""
    if not user.is_authenticated:
        return Organisation.objects.none()
    members = Organisation.objects.filter(owner__in=user.administered, is_member=True)
    return organisations_administered_by(user) | members


def members_told(user: Any) -> QuerySet[Organisation]:
    """The same, each with how many accounts are in use there (`accounts`), its own places first."""
    today = timezone.localdate()
    in_use = Q(memberships__user__is_active=True) & (Q(memberships__until=None) | Q(memberships__until__gte=today))
    counted = Count("memberships__user", filter=in_use, distinct=True)
    return members_seen_by(user).select_related("owner").annotate(accounts=counted).order_by("is_member", "search_key")


def accounts_seen_by(user: Any) -> QuerySet[User]:
    """The accounts that have, or had, a place in what the user administers, each with its places there."""
    if not user.is_authenticated or not user.administered:
        return User.objects.none()
    places = Membership.objects.filter(organisation__in=user.administered).select_related("organisation")
    return User.objects.filter(pk__in=places.values("user")).prefetch_related(Prefetch("memberships", places, to_attr="places"))


def memberships_seen_by(user: Any) -> QuerySet[Membership]:
    """The places in what the user administers."""
    if not user.is_authenticated:
        return Membership.objects.none()
    return Membership.objects.filter(organisation__in=user.administered).select_related("user", "organisation")


def own_passkeys(user: Any) -> QuerySet[Passkey]:
    """The user's own passkeys."""
    return Passkey.objects.filter(user=user.pk).select_related("user")


def own_sign_ons(user: Any) -> QuerySet[SignOn]:
    """The user's own names at providers of sign-on."""
    return SignOn.objects.filter(user=user.pk).select_related("user")


def invited_account(key: str) -> QuerySet[User]:
    """The account in use that an invitation names by its key."""
    pk = number_in(key)
    return User.objects.none() if pk is None else User.objects.filter(pk=pk, is_active=True)


def own_memberships(user: Any) -> QuerySet[Membership]:
    """The user's own places."""
    return Membership.objects.filter(user=user.pk).select_related("user", "organisation", "deputises")


def deputies_seen_by(user: Any) -> QuerySet[Membership]:
    """The places in which others stand in for the user, or for someone whose organisation the user administers."""
    if not user.is_authenticated:
        return Membership.objects.none()
    lent = Membership.objects.exclude(deputises=None).select_related("user", "organisation", "deputises")
    return lent.filter(Q(deputises=user.pk) | Q(organisation__in=user.administered))


def colleagues_of(membership: Membership) -> QuerySet[User]:
    """Who else has an account in use in the organisation of a place today."""
    there = Membership.objects.holding(timezone.localdate()).filter(organisation=membership.organisation_id, deputises=None)
    return User.objects.filter(pk__in=there.values("user"), is_active=True).exclude(pk=membership.user_id).order_by("name")


def accounts_in_use(organisation: Organisation) -> QuerySet[User]:
    """The accounts that act in an organisation today."""
    there = Membership.objects.holding(timezone.localdate()).filter(organisation=organisation)
    return User.objects.filter(pk__in=there.values("user"), is_active=True).order_by("name")


def is_administered_without(organisation: Organisation, account: User | None, on: date) -> bool:
    """Would somebody administer the organisation, itself or as its heir, if this account (if any) did not."""
    bodies = [organisation, *(heir.organisation for heir in heirs_of(organisation, on) if heir.certain)]
    others = Membership.objects.holding(on).filter(role=Membership.Role.ADMINISTRATOR, organisation__in=bodies)
    others = others.filter(user__is_active=True)
    return (others.exclude(user=account) if account else others).exists()


def own_account(user: Any) -> QuerySet[User]:
    """The user's own account, as rows."""
    return User.objects.filter(pk=user.pk)


def own_access_keys(user: Any) -> QuerySet[AccessKey]:
    """The user's own keys for programs that were not taken back, those past their day too, so that they are seen to be."""
    return AccessKey.objects.filter(user=user.pk, revoked_at=None).select_related("user").order_by("-made_at", "-pk")


def organisations_named(name: str, *, owner: Organisation | None = None) -> QuerySet[Organisation]:
    """Organisations that bear this name or alias, shared or entered by `owner`; letters and marks as one writes them or not."""
    wanted = fold(canonical(nfc(" ".join(name.split()))))
    scope = Q(owner=None) | Q(owner=owner) | Q(pk=owner.pk) if owner else Q(owner=None)
    return Organisation.objects.filter(scope, Q(search_key=wanted) | Q(names__search_key=wanted)).distinct()


def members_named(name: str) -> QuerySet[Organisation]:
    """Members of other organisations that bear this name or alias."""
    wanted = fold(canonical(nfc(" ".join(name.split()))))
    return Organisation.objects.filter(Q(search_key=wanted) | Q(names__search_key=wanted), is_member=True).distinct()


def places_named(name: str, *, on: date | None = None) -> QuerySet[Place]:
    """Places of this name; with a day, those that stood then."""
    found = Place.objects.filter(search_key=fold(canonical(nfc(" ".join(name.split())))))
    if on is None:
        return found
    return found.filter(Q(since=None) | Q(since__lte=on), Q(until=None) | Q(until__gte=on))


@dataclass(frozen=True)
class Heir:
    """Who stands in a body's place: wholly (`certain`), or as one among whom an officer decides."""

    organisation: Organisation
    certain: bool


def line_of_bodies(on: date) -> Line[int]:
    """Which body passed to which by a day, to be asked for heirs; one that still stands after passing a part lasts."""
    return memory.recall(("line of bodies", on), lambda: _line_of_bodies(on))


def _line_of_bodies(on: date) -> Line[int]:
    rows = _steps_by(on)
    if not rows:
        return Line([], set())
    ended = Organisation.objects.filter(pk__in={row[1] for row in rows}, until__lt=on).values_list("pk", flat=True)
    lasting = {row[1] for row in rows} - set(ended)
    return Line([Step(day, before, after, scope == Succession.Scope.ALL) for day, before, after, scope in rows], lasting)


@Prepared
def _steps_by(on: date) -> QuerySet[Succession, Any]:
    steps = Succession.objects.filter(day__lte=on, predecessor__isnull=False, successor__isnull=False, withdrawn_at=None)
    return steps.values_list("day", "predecessor", "successor", "scope")


def line_of_places(on: date) -> Line[Hashable]:
    """Which place passed to which by a day, to be asked for heirs; one that still stands after passing a part lasts."""
    steps = Succession.objects.filter(day__lte=on, former_place__isnull=False, later_place__isnull=False, withdrawn_at=None)
    rows = list(steps.values_list("day", "former_place", "later_place", "scope"))
    ended = Place.objects.filter(pk__in={row[1] for row in rows}, until__lt=on).values_list("pk", flat=True)
    steps_taken: list[Step[Hashable]] = [Step(row[0], row[1], row[2], row[3] == Succession.Scope.ALL) for row in rows]
    return Line(steps_taken, {row[1] for row in rows} - set(ended))


def heirs_of(organisation: Organisation, on: date) -> list[Heir]:
    """Who has taken over from a body by a day, the last in each line, itself too where it goes on; empty when nobody has."""
    line = line_of_bodies(on)
    heir = line.heir(organisation.pk, on)
    if heir.certain == organisation.pk:
        return []
    found = Organisation.objects.in_bulk(heir.candidates)
    return [Heir(found[pk], heir.certain is not None) for pk in heir.candidates]


def inherited_by(organisation_id: int, on: date) -> set[int]:
    """The body and all whose certain heir it is on a day, however far back: what they owed, it owes."""
    line = line_of_bodies(on)
    return {organisation_id} | {pk for pk in line.predecessors() if line.heir(pk, on).certain == organisation_id}


def certain_heirs(organisations: Iterable[int], on: date) -> dict[int, Organisation]:
    """Who stands in the place of each of these bodies on a day, the last in its line; one nobody has replaced is left out.

    A body that passed to several, or by a function or a territory only, has no certain heir: an officer decides.
    """
    line = line_of_bodies(on)
    found = {pk: line.heir(pk, on).certain for pk in organisations}
    heirs = {pk: heir for pk, heir in found.items() if heir is not None and heir != pk}
    bodies = Organisation.objects.in_bulk(set(heirs.values()))
    return {pk: bodies[heir] for pk, heir in heirs.items()}


@Prepared
def _settled_of(kind: int, keys: tuple[int, ...]) -> QuerySet[Inheritance, Any]:
    said = Inheritance.objects.filter(content_type=kind, object_id__in=keys, withdrawn_at=None)
    return said.select_related("successor")


def settled_heirs(rows: Iterable[Model], on: date) -> dict[tuple[type[Any], int], dict[int, Organisation]]:
    """For each obligation whose heir an officer has named: by the body that owed it, the one that does on a day, also where the body
    named has wholly passed to another since.
    """
    found: dict[tuple[type[Any], int], dict[int, Organisation]] = {}
    keys: dict[type[Any], list[int]] = {}
    for row in rows:
        keys.setdefault(type(row), []).append(row.pk)
    for noun, of_noun in keys.items():
        for one in _settled_of(ContentType.objects.get_for_model(noun).pk, tuple(of_noun)):
            found.setdefault((noun, one.object_id), {})[one.predecessor_id] = one.successor
    if not found:
        return found
    since = certain_heirs({body.pk for named in found.values() for body in named.values()}, on)
    return {key: {pk: since.get(body.pk, body) for pk, body in named.items()} for key, named in found.items()}
