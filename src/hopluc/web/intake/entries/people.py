"""Members of committees from what was read, in the order of the decision."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.vietnamese import fold
from hopluc.web.documents.actions import attach_evidence
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.likeness import same_body
from hopluc.web.people.actions import find_or_add_person
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions as register
from hopluc.web.register import queries as known
from hopluc.web.register.models import Role

CAPACITIES = (
    ("pho truong ban thuong truc", Role.Capacity.STANDING_DEPUTY),
    ("pho truong ban", Role.Capacity.DEPUTY),
    ("truong ban", Role.Capacity.CHAIR),
    ("pho chu tich", Role.Capacity.DEPUTY),
    ("chu tich", Role.Capacity.CHAIR),
    ("to truong", Role.Capacity.TEAM_LEADER),
    ("to pho", Role.Capacity.TEAM_DEPUTY),
    ("thu ky", Role.Capacity.SECRETARY),
)


def enter_membership(entry: Entry) -> Role:
    """A seat in the committee the finding names. Raises ValidationError where it names none."""
    if not entry.text("body"):
        raise ValidationError(_("Chưa rõ ban, tổ mà người này tham gia. Đề nghị bấm Sửa và ghi tên ban, tổ."))
    committee = _committee(entry)
    role, name = entry.text("role"), entry.text("person")
    seats = known.roles_toward(committee)
    found = next((seat for seat in seats if seat.person and fold(seat.person.name) == fold(name)), None)
    if found is not None:
        attach_evidence(found, by=entry.by, evidence=entry.evidence)
        return found
    return register.appoint(
        committee,
        by=entry.by,
        programme=entry.programme,
        capacity=_capacity(role),
        title=role[:200],
        person=find_or_add_person(entry.owner, by=entry.by, name=name),
        organisation=entry.organisation(entry.text("organisation")),
        post=entry.text("position")[:300],
        evidence=entry.evidence,
    )


def _committee(entry: Entry) -> Organisation:
    name = entry.text("body")
    for seat in known.committees_of(entry.programme):
        if seat.organisation is not None and same_body(seat.organisation.name, name):
            return seat.organisation
    return register.form_committee(entry.programme, by=entry.by, name=name[:300], evidence=entry.evidence)


def _capacity(role: str) -> Role.Capacity:
    folded = fold(role)
    return next((capacity for words, capacity in CAPACITIES if words in folded), Role.Capacity.MEMBER)
