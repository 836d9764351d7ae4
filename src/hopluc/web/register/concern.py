"""Whom lateness concerns: who keeps the programme or gave the work, who asked, and who owes it. Others are told how far it has come.

A late row that does not concern a user stands for them as what was last said of it, not begun where nothing was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from hopluc.web.people.models import Inheritance
from hopluc.web.register import queries
from hopluc.web.register.models import Activity, Commitment, Programme, Role
from hopluc.web.register.obligations import Obligation
from hopluc.web.register.owing import leads_of, settled_on
from hopluc.web.store import memory
from hopluc.web.store.prepared import Prepared

KEEPING = (Role.Capacity.STANDING, Role.Capacity.APPROVER)
"""The parts in a programme by which all that is late in it concerns a body: its standing agency, and who approved it."""


@dataclass(frozen=True)
class Concern:
    """What concerns a user on a day: their bodies, the programmes these keep, and what an officer said they take over."""

    on: date
    everything: bool = False
    bodies: frozenset[int] = frozenset()
    programmes: frozenset[int] = frozenset()
    settled: frozenset[tuple[int, int]] = frozenset()

    @property
    def for_statements(self) -> "Concern":
        """The same without what only `reaches` looks at: all that the statements `of_work` and `of_commitments` are part of hang on."""
        return replace(self, settled=frozenset())

    def of_work(self) -> Q:
        """Which activities concern the user, for the database."""
        if self.everything:
            return Q()
        led = leads_of(Activity, self.on, self.bodies).values("object_id")
        return self._kept() | Q(pk__in=led) | settled_on(Activity, list(self.bodies))

    def of_commitments(self) -> Q:
        """Which commitments concern the user, for the database."""
        if self.everything:
            return Q()
        own = list(self.bodies)
        led = leads_of(Commitment, self.on, own).values("object_id")
        return self._kept() | Q(sender__in=own) | Q(recipient__in=own) | Q(pk__in=led) | settled_on(Commitment, own)

    def _kept(self) -> Q:
        return Q(owner__in=list(self.bodies)) | Q(programme__in=list(self.programmes))

    def reaches(self, row: Obligation) -> bool:
        """Does this row concern the user: the same answer as `of_work` and `of_commitments` give."""
        if self.everything or row.owner_id in self.bodies or row.programme_id in self.programmes:
            return True
        if isinstance(row, Commitment) and not self.bodies.isdisjoint({row.sender_id, row.recipient_id}):
            return True
        leads = (role for role in row.roles.all() if role.capacity == Role.Capacity.LEAD and role.holds(self.on))
        if any(role.organisation_id in self.bodies for role in leads):
            return True
        return (ContentType.objects.get_for_model(type(row)).pk, row.pk) in self.settled


ALL = Concern(date.min, everything=True)
"""For papers and files of whoever keeps the register: nothing is left untold."""


def concern_of(user: Any, on: date, programmes: Iterable[Programme] | None = None) -> Concern:
    """What concerns a user on a day. `programmes`: those the user sees, where the caller has them."""
    keepers = None if programmes is None else {programme.pk: programme.owner_id for programme in programmes}
    asked = "concern", user.pk, frozenset(user.standing), on, None if keepers is None else frozenset(keepers)
    return memory.recall(asked, lambda: _concern_of(user, on, keepers))


@Prepared
def _keepers(asker: queries.Asker) -> QuerySet[Programme, Any]:
    return queries.programmes_seen_by(asker).order_by().values_list("pk", "owner")


def _concern_of(user: Any, on: date, keepers: Mapping[int, int | None] | None) -> Concern:
    own = frozenset(user.standing)
    if keepers is None:
        keepers = dict(_keepers(queries.asker_of(user)))
    others = {pk for pk, keeper in keepers.items() if keeper not in own}
    kind = ContentType.objects.get_for_model(Programme)
    keeping = Role.objects.filter(queries.holding(on), content_type=kind, capacity__in=KEEPING, organisation__in=own)
    others -= set(keeping.values_list("object_id", flat=True)) if others else set()
    if not others:
        return Concern(on, everything=True)
    kept = frozenset(keepers) - others
    settled = Inheritance.objects.filter(successor__in=own, withdrawn_at=None).values_list("content_type", "object_id")
    return Concern(on, bodies=own, programmes=kept, settled=frozenset(settled))
