"""Remarks and attachments a user may read, and the notices of what was done to what one follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet, Sum

from hopluc.vietnamese import fold, nfc
from hopluc.web.following.lines import lines_about
from hopluc.web.following.models import AttachedFile, Attachment, Follow, ReadUpTo, Remark
from hopluc.web.following.objects import NOUNS, readable, seen_among, sees
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.models import Membership, User
from hopluc.web.people.queries import agency_of
from hopluc.web.register.queries import Asker, asker_of
from hopluc.web.store.prepared import Prepared

MOST = 200


def bytes_attached(owner: int) -> int:
    """How many bytes of attachments an agency keeps, each version counted."""
    return AttachedFile.objects.filter(attachment__owner=owner).aggregate(all=Sum("size"))["all"] or 0


@dataclass(frozen=True)
class Notice:
    """One thing done to what an account follows, or said to it: the line, the object it is about, and whether it is new."""

    entry: JournalEntry
    about: Any
    new: bool
    mentioned: bool = False

    @property
    def address(self) -> str:
        address: str = self.about.get_absolute_url()
        return address


def notices_of(user: User, *, after: int = 0) -> list[Notice]:
    """What others did to the objects the account follows and still sees, and the remarks that mention it; newest first."""
    read = max(_read_up_to(user.pk), default=0)
    found: dict[int, Notice] = {}
    follows = {follow.about: follow for follow in Follow.objects.filter(user=user).prefetch_related("about") if follow.about}
    since = {row: max(follows[row].since, after) for row in seen_among(user, follows)}
    for entry, about in lines_about(since, user):
        if entry.number not in found and len(found) == MOST:
            break
        found.setdefault(entry.number, Notice(entry, about, entry.number > read))  # of the task, rather than its programme
    for entry, about in _mentions(user, after):
        found[entry.number] = Notice(entry, about, entry.number > read, mentioned=True)
    return [found[number] for number in sorted(found, reverse=True)[:MOST]]


def _mentions(user: User, after: int) -> Iterable[tuple[JournalEntry, Any]]:
    remarks = {str(one.pk): one for one in readable(Remark.objects.filter(mentions=user), user).prefetch_related("about")}
    seen = set(seen_among(user, {one.about for one in remarks.values() if one.about is not None}))
    lines = JournalEntry.objects.filter(object_type=Remark._meta.label_lower, object_id__in=remarks, verb="remark")
    for entry in lines.filter(number__gt=after).select_related("actor"):
        about = remarks[entry.object_id].about
        if about in seen:
            yield entry, about


def unread(user: User) -> int:
    """How many notices are new."""
    return len(notices_of(user, after=max(_read_up_to(user.pk), default=0)))


@Prepared
def _read_up_to(user: int) -> QuerySet[ReadUpTo, Any]:
    return ReadUpTo.objects.filter(user=user).values_list("read", flat=True)


def to_mail(user: User) -> list[Notice]:
    """The new notices of which no mail has told yet."""
    mark = ReadUpTo.objects.filter(user=user).first()
    return notices_of(user, after=max(mark.read, mark.mailed) if mark else 0)


def row_of(user: Any, noun: str, pk: int) -> Model | None:
    """The object an address names, where the user sees it."""
    row: Model | None = NOUNS[noun].seen_by(user).filter(pk=pk).first() if noun in NOUNS else None
    return row


def follows(user: Any, row: Model) -> bool:
    """Does the account follow the object."""
    return bool(_followed(*_place_of(row), user.pk))


@Prepared
def _followed(kind: int, key: int, user: int) -> QuerySet[Follow, Any]:
    return Follow.objects.filter(content_type=kind, object_id=key, user=user).values_list("pk")[:1]


def remarks_on(row: Model, user: Any) -> list[Remark]:
    """The remarks on an object the user sees, oldest first."""
    return _remarks_on(*_place_of(row), asker_of(user))


@Prepared
def _remarks_on(kind: int, key: int, asker: Asker) -> QuerySet[Remark, Any]:
    said = Remark.objects.filter(content_type=kind, object_id=key)
    return readable(said, asker).select_related("by", "owner").prefetch_related("mentions")


def attachments_of(row: Model, user: Any) -> list[Attachment]:
    """What is attached to an object the user sees, each with its versions."""
    return _attached_to(*_place_of(row), asker_of(user))


@Prepared
def _attached_to(kind: int, key: int, asker: Asker) -> QuerySet[Attachment, Any]:
    said = Attachment.objects.filter(content_type=kind, object_id=key)
    return readable(said, asker).select_related("by", "owner").prefetch_related("versions__by")


def _place_of(row: Model) -> tuple[int, int]:
    return ContentType.objects.get_for_model(row).pk, row.pk


def remarks_seen_by(user: Any) -> QuerySet[Remark]:
    """The remarks a user may read on objects it sees."""
    return _seen(Remark.objects.all(), user)


def attachments_seen_by(user: Any) -> QuerySet[Attachment]:
    """The attachments a user may read on objects it sees."""
    return _seen(Attachment.objects.all(), user)


def _seen(said: QuerySet[Any], user: Any) -> QuerySet[Any]:
    if not user.is_authenticated:
        return said.none()
    inside = Q(pk__in=[])
    for noun in NOUNS.values():
        kind = ContentType.objects.get_for_model(noun.model)
        inside |= Q(content_type=kind, object_id__in=noun.seen_by(user).order_by().values("pk"))
    return readable(said.filter(inside), user).select_related("owner", "by")


def colleagues_who_see(user: Any, row: Model) -> list[User]:
    """Who else has an account in use in the user's agency and sees the object: whom a remark may mention."""
    agency = agency_of(user)
    held = Membership.objects.filter(organisation=agency)
    found = User.objects.filter(pk__in=held.values("user"), is_active=True).exclude(pk=user.pk).order_by("name")
    return [one for one in found if sees(one, row)]


def named_in(text: str, colleagues: Iterable[User]) -> tuple[list[User], list[str]]:
    """The colleagues a text names after an @, by their full names or the part of their address before its @; and the other names."""
    by_name = {key: one for one in colleagues for key in (fold(one.name), one.username.split("@")[0])}
    found: dict[int, User] = {}
    unknown = []
    for said in _after_at(nfc(text)):
        key = next((key for key in sorted(by_name, key=len, reverse=True) if _starts_with(fold(said), key)), None)
        if key is None:
            unknown.append(" ".join(said.split()[:4]))
        else:
            found[by_name[key].pk] = by_name[key]
    return list(found.values()), unknown


def _after_at(text: str) -> list[str]:
    """What follows each @ that begins a word; the @ within an address is none."""
    pieces = text.split("@")
    return [after for before, after in pairwise(pieces) if not before[-1:].isalnum() and after[:1].isalnum()]


def _starts_with(said: str, key: str) -> bool:
    return said.startswith(key) and not said[len(key) : len(key) + 1].isalnum()


def files_of_attachments() -> set[str]:
    """The hashes of all files attached, whoever may see them: for the backup."""
    return set(AttachedFile.objects.values_list("sha256", flat=True))


def version_of(attachment: Attachment, number: int) -> AttachedFile | None:
    """A version of an attachment by its number."""
    return attachment.versions.filter(number=number).first()
