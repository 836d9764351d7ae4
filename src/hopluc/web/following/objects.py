"""What can be followed, remarked on and attached to: programmes, work, agreements, commitments; each by the name its address gives it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast

from hopluc.web.following.models import Attachment, Remark
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.models import Observation
from hopluc.web.past.programme import parts_of
from hopluc.web.register import queries
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Progress, Role


@dataclass(frozen=True)
class Noun:
    """A kind of object: its class, and the rows of it that a user sees."""

    model: type[Model]
    seen_by: Callable[[Any], QuerySet[Any]]


NOUNS: Mapping[str, Noun] = {
    "chuong-trinh": Noun(Programme, queries.programmes_seen_by),
    "nhiem-vu": Noun(Activity, queries.activities_seen_by),
    "thoa-thuan": Noun(Agreement, queries.agreements_seen_by),
    "cam-ket": Noun(Commitment, queries.commitments_seen_by),
}
_SLUGS = {noun.model: slug for slug, noun in NOUNS.items()}


def slug_of(row: Model) -> str:
    """The name of a row's kind in addresses."""
    return _SLUGS[type(row)]


def sees(user: Any, row: Model) -> bool:
    """Does the user see the object."""
    return NOUNS[slug_of(row)].seen_by(user).filter(pk=row.pk).exists()


def lines_about(row: Model, user: Any) -> QuerySet[JournalEntry]:
    """The journal's lines about an object and what hangs on it, as far as this user may read it; the user is known to see the object."""
    kind = ContentType.objects.get_for_model(row)
    about = Q(content_type=kind, object_id=row.pk)
    rows: dict[type[Model], QuerySet[Any]] = {
        type(row): NOUNS[slug_of(row)].seen_by(user).filter(pk=row.pk),
        Role: Role.objects.filter(about),
        Observation: Observation.objects.filter(about),
        Remark: readable(Remark.objects.filter(about), user),
        Attachment: readable(Attachment.objects.filter(about), user),
    }
    if isinstance(row, Activity | Commitment):
        rows[Progress] = row.progress.all()
    if isinstance(row, Programme):
        rows |= parts_of(row)
    found = Q(pk__in=[])
    for noun, some in rows.items():
        keys = some.select_related(None).order_by().annotate(text_key=Cast("pk", CharField())).values("text_key")
        found |= Q(object_type=noun._meta.label_lower, object_id__in=keys)
    return JournalEntry.objects.filter(found)


def readable(said: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """Of what was said of objects the user sees, what may be read: said to everyone, or in one's own agency."""
    return said.filter(Q(scope="everyone") | Q(owner__in=list(user.standing)), withdrawn_at=None)
