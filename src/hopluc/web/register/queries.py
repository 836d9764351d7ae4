"""What of the register a user may see.

A programme is seen by its standing agency (its owner) and by every organisation that has a working role in it today, with all
that belongs to it. A commitment is also seen by the two it stands between, so that a ministry sees the petitions put to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from hopluc.web.documents.models import Document
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import (
    Activity,
    Agreement,
    Commitment,
    LegalBasis,
    Programme,
    ProgrammeDocument,
    Role,
    Statement,
    Strand,
    Vacancy,
)
from hopluc.web.store import memory
from hopluc.web.store.prepared import Prepared


@dataclass(frozen=True)
class Asker:
    """Who asks what is `Prepared`, in a user's place: the account's key, the bodies it acts in and as what, and the programmes it sees.

    `work_outside`: is there work outside any programme, where what is asked depends on it.
    """

    pk: int
    standing: Mapping[int, frozenset[str]]
    programmes: tuple[int, ...] | None
    work_outside: bool | None = None
    is_authenticated: bool = True


def holding(on: date) -> Q:
    """The filter for roles that hold on a day."""
    return (Q(since=None) | Q(since__lte=on)) & (Q(until=None) | Q(until__gte=on))


def programmes_seen_by(user: Any) -> QuerySet[Programme]:
    """Programmes the user's organisations own or have a working role in."""
    if not user.is_authenticated:
        return Programme.objects.none()
    known = _known_programmes(user)
    return _programmes_open_to(user) if known is None else Programme.objects.filter(pk__in=known)


def _programmes_open_to(user: Any) -> QuerySet[Programme]:
    own = list(user.standing)
    working = Role.objects.filter(holding(timezone.localdate()), organisation__in=own).exclude(capacity__in=Role.OUTSIDE)
    return Programme.objects.filter(Q(owner__in=own) | Q(pk__in=working.values("programme")), withdrawn_at=None)


MOST_KNOWN = 500
"""How many keys are said in a statement; whoever sees more programmes has them looked up within it."""


def _known_programmes(user: Any) -> tuple[int, ...] | None:
    """The keys of the programmes a user sees, asked once in a request that reads; None where they are to be looked up.

    Most pages ask five to twenty times for what belongs to these programmes. Said as a query within each, they cost Django more to
    write down than the database takes to answer.
    """
    if isinstance(user, Asker):
        return user.programmes
    if not memory.is_open():
        return None
    keys = memory.recall(("programmes", user.pk, frozenset(user.standing)), lambda: _first_programmes(user))
    return keys if len(keys) <= MOST_KNOWN else None


def _first_programmes(user: Any) -> tuple[int, ...]:
    return tuple(_keys_open_to(Asker(user.pk, user.standing, None)))


@Prepared
def _keys_open_to(asker: Asker) -> QuerySet[Programme, Any]:
    return _programmes_open_to(asker).order_by().values_list("pk", flat=True)[: MOST_KNOWN + 1]


def asker_of(user: Any) -> Asker:
    """The user as one who asks what is `Prepared`."""
    return Asker(user.pk, user.standing, _known_programmes(user))


def keys_of_programmes_seen_by(user: Any) -> list[int]:
    """The keys of `programmes_seen_by`."""
    known = _known_programmes(user)
    return list(programmes_seen_by(user).order_by().values_list("pk", flat=True) if known is None else known)


def _within(user: Any) -> Any:
    """The programmes a user sees, to be looked for in a column of them: their keys, or the query for them."""
    known = _known_programmes(user)
    return programmes_seen_by(user).order_by().values("pk") if known is None else known


def programmes_with_owner_seen_by(user: Any) -> QuerySet[Programme]:
    """Those of `programmes_seen_by`, each with its owner fetched with it."""
    return programmes_seen_by(user).select_related("owner")


def strands_seen_by(user: Any) -> QuerySet[Strand]:
    return Strand.objects.filter(programme__in=_within(user))


def legal_bases_seen_by(user: Any) -> QuerySet[LegalBasis]:
    return LegalBasis.objects.filter(programme__in=_within(user))


def _seen(user: Any, noun: type[Any]) -> Q:
    return Q(programme__in=_within(user)) | Q(owner__in=list(user.standing))


def activities_seen_by(user: Any) -> QuerySet[Activity]:
    """Activities of the programmes a user sees, and the user's own outside any."""
    if not user.is_authenticated:
        return Activity.objects.none()
    return Activity.objects.filter(_seen(user, Activity), withdrawn_at=None)


def agreements_seen_by(user: Any) -> QuerySet[Agreement]:
    """Agreements of the programmes a user sees, and the user's own outside any."""
    if not user.is_authenticated:
        return Agreement.objects.none()
    return Agreement.objects.filter(_seen(user, Agreement), withdrawn_at=None)


def commitments_seen_by(user: Any) -> QuerySet[Commitment]:
    """Commitments of the programmes a user sees, and those from or to the user's organisations."""
    if not user.is_authenticated:
        return Commitment.objects.none()
    own = list(user.standing)
    return Commitment.objects.filter(_seen(user, Commitment) | Q(sender__in=own) | Q(recipient__in=own), withdrawn_at=None)


def petitions_seen_by(user: Any) -> QuerySet[Commitment]:
    """Petitions (kiến nghị, đề xuất) among the commitments a user sees."""
    return commitments_seen_by(user).filter(kind=Commitment.Kind.PETITION)


def activities_waited_for(user: Any, row: Activity | Commitment) -> QuerySet[Activity]:
    """The work a row of the same programme may wait for: what the user sees but itself."""
    rows = activities_seen_by(user).filter(programme=row.programme_id)
    return rows.exclude(pk=row.pk) if isinstance(row, Activity) else rows


def commitments_waited_for(user: Any, row: Activity | Commitment) -> QuerySet[Commitment]:
    """The commitments a row of the same programme may wait for: what the user sees but itself."""
    rows = commitments_seen_by(user).filter(programme=row.programme_id)
    return rows.exclude(pk=row.pk) if isinstance(row, Commitment) else rows


def statements_seen_by(user: Any) -> QuerySet[Statement]:
    if not user.is_authenticated:
        return Statement.objects.none()
    return Statement.objects.filter(_seen(user, Statement), withdrawn_at=None)


def roles_seen_by(user: Any) -> QuerySet[Role]:
    if not user.is_authenticated:
        return Role.objects.none()
    return Role.objects.filter(_seen(user, Role)).select_related("organisation", "person")


def roles_toward(row: Model, *, on: date | None = None) -> QuerySet[Role]:
    """Who has what part in an object, in order; with a day, only those that hold then."""
    found = _toward(ContentType.objects.get_for_model(row).pk, row.pk)
    return found.filter(holding(on)) if on else found


def roles_of(row: Model) -> list[Role]:
    """The rows of `roles_toward` an object."""
    return _roles_of(ContentType.objects.get_for_model(row).pk, row.pk)


def _toward(kind: int, key: int) -> QuerySet[Role]:
    return Role.objects.filter(content_type=kind, object_id=key).select_related("organisation", "person")


_roles_of = Prepared(_toward)


def committees_of(programme: Programme) -> list[Role]:
    """The committees of a programme (Ban Chỉ đạo, tổ giúp việc); the seats in each are `roles_toward(role.organisation)`."""
    return list(roles_toward(programme).filter(capacity=Role.Capacity.COMMITTEE))


def seats_seen_by(user: Any) -> QuerySet[Role]:
    """The seats in the committees of the programmes a user sees."""
    body = ContentType.objects.get_for_model(Organisation)
    return roles_seen_by(user).filter(content_type=body, programme__in=_within(user))


def vacancies_seen_by(user: Any) -> QuerySet[Vacancy]:
    """The vacancies noted in those seats, but for what was noted by mistake."""
    seats = seats_seen_by(user).values("pk")
    return Vacancy.objects.filter(seat__in=seats, withdrawn_at=None).select_related("seat__programme", "seat__person")


def standing_agencies(programmes: Iterable[Programme], on: date) -> dict[int, Organisation]:
    """The standing agency of each programme on a day: the one a decision names, else the one that keeps its register."""
    rows = {programme.pk: programme for programme in programmes}
    said = {role.object_id: role.organisation for role in _standing_named(tuple(rows), on)}
    return {pk: said.get(pk) or programme.owner for pk, programme in rows.items()}


@Prepared
def _standing_named(programmes: tuple[int, ...], on: date) -> QuerySet[Role, Any]:
    named = Role.objects.filter(
        holding(on),
        content_type=ContentType.objects.get_for_model(Programme),
        object_id__in=programmes,
        capacity=Role.Capacity.STANDING,
        organisation__isnull=False,
    )
    return named.select_related("organisation").order_by("-order", "-pk")


def petitions_of(programme: Programme) -> QuerySet[Commitment]:
    """The petitions of a programme, in their order."""
    return programme.commitments.filter(kind=Commitment.Kind.PETITION, withdrawn_at=None)


def statements_of(programme: Programme, kind: str) -> QuerySet[Statement]:
    """The statements of one kind in a programme, in their order."""
    return programme.statements.filter(kind=kind, withdrawn_at=None)


def documents_of_programmes(user: Any) -> Q:
    """The door to documents that circulate in the programmes a user sees."""
    shared = (Document.Circulation.PROGRAMME, Document.Circulation.PUBLIC)
    linked = ProgrammeDocument.objects.filter(programme__in=_within(user)).values("document")
    return Q(circulation__in=shared, pk__in=linked)


def observations_of_programmes(user: Any) -> Q:
    """The door to figures about what belongs to the programmes a user sees."""
    seen: dict[type[Model], QuerySet[Any]] = {
        Programme: programmes_seen_by(user),
        Strand: strands_seen_by(user),
        Activity: activities_seen_by(user),
        Agreement: agreements_seen_by(user),
        Commitment: commitments_seen_by(user),
    }
    door = Q(pk__in=[])
    for noun, rows in seen.items():
        door |= Q(content_type=ContentType.objects.get_for_model(noun), object_id__in=rows.order_by().values("pk"))
    return door


def owners_of_programmes(user: Any) -> set[int]:
    """Whose figures those may be: the owners of the programmes and commitments a user sees."""
    found = programmes_seen_by(user).order_by().values_list("owner", flat=True)
    own = list(user.standing)
    promised = Commitment.objects.filter(Q(sender__in=own) | Q(recipient__in=own), withdrawn_at=None).order_by()
    return {pk for pk in (*found, *promised.values_list("owner", flat=True).distinct()) if pk is not None}
