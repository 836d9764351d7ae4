"""Follow and follow no more; remark and mention; attach a file and its later versions."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.errors import NoRoom, StateSecret
from hopluc.reading.sources import stamp_on
from hopluc.vietnamese import nfc
from hopluc.web.documents import files
from hopluc.web.documents.actions import refuse_without_room
from hopluc.web.following.models import AttachedFile, Attachment, Follow, ReadUpTo, Remark, Scope
from hopluc.web.following.queries import colleagues_who_see, named_in
from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.journal.queries import head
from hopluc.web.people.models import User
from hopluc.web.people.queries import agency_of


def follow(row: Model, *, by: User) -> Follow:
    """Be told of what others do to an object from now on (theo dõi). One's own matter: it leaves no line."""
    made, _new = Follow.objects.get_or_create(
        user=by, content_type=ContentType.objects.get_for_model(row), object_id=row.pk, defaults={"since": head()[0]}
    )
    return made


def unfollow(row: Model, *, by: User) -> None:
    """Be told no more (thôi theo dõi)."""
    Follow.objects.filter(user=by, content_type=ContentType.objects.get_for_model(row), object_id=row.pk).delete()


def note_read(user: User) -> None:
    """All notices of today have been read."""
    ReadUpTo.objects.update_or_create(user=user, defaults={"read": head()[0]})


def note_mailed(user: User, number: int) -> None:
    """The notices up to a line have been told by mail."""
    ReadUpTo.objects.update_or_create(user=user, defaults={"mailed": number})


@transaction.atomic
def remark(row: Model, *, by: User, text: str, scope: str = Scope.AGENCY) -> Remark:
    """Say something of an object (ý kiến). Colleagues named after an @ are told of it.

    Raises ValidationError where a name after an @ is no colleague's who sees the object: nobody else could read what was said.
    """
    agency = agency_of(by)
    assert agency is not None, "who remarks acts for an agency"
    named, unknown = named_in(text, colleagues_who_see(by, row))
    if unknown:
        told = _("Không có đồng nghiệp nào thấy nội dung này có tên: %(names)s. Đề nghị ghi đúng họ và tên sau dấu @.")
        raise ValidationError({"text": told % {"names": "; ".join(f"@{name}" for name in unknown)}})
    made = enter(Remark(owner=agency, about=row, scope=scope, by=by, text=text), by=by, verb="remark")
    made.mentions.set(named)
    return made


def withdraw_said(said: Remark | Attachment, *, by: User, reason: str) -> Remark | Attachment:
    """Take back a remark or an attachment (rút lại); the journal keeps that it was there."""
    verb = "withdraw_remark" if isinstance(said, Remark) else "withdraw_attachment"
    return amend(said, by=by, verb=verb, changes={"withdrawn_at": timezone.now()}, reason=reason)


def attach(row: Model, *, by: User, title: str, file: "File[Any]", scope: str = Scope.AGENCY) -> Attachment:
    """Attach a file to an object (đính kèm tệp). Raises ValidationError for one that bears a secrecy mark, or that the
    agency has no room for: nothing of it is kept.
    """
    agency = agency_of(by)
    assert agency is not None, "who attaches acts for an agency"
    _refuse_secret(file)
    with transaction.atomic():
        made = enter(Attachment(owner=agency, about=row, scope=scope, by=by, title=title), by=by, verb="attach_file")
        _keep(made, by=by, file=file, reason="")
    return made


def attach_version(attachment: Attachment, *, by: User, file: "File[Any]", reason: str) -> Attachment:
    """Attach a newer version (bản mới của tệp đính kèm); those before stay. Raises ValidationError for the very same bytes, and as attach."""
    _refuse_secret(file)
    with transaction.atomic():
        locked = Attachment.objects.select_for_update(of=("self",)).get(pk=attachment.pk)
        made = _keep(locked, by=by, file=file, reason=reason)
        record(by, "attach_version", locked, after={"version": made.number, "sha256": made.sha256}, reason=reason)
    return locked


def _refuse_secret(file: "File[Any]") -> None:
    """Before a byte is kept, and before the transaction: looking may take seconds, and others write meanwhile."""
    mark = stamp_on(file.read(), file.name or "")
    file.seek(0)
    if mark:
        raise ValidationError({"file": str(StateSecret(name="…", mark=mark))})


def _keep(attachment: Attachment, *, by: User, file: "File[Any]", reason: str) -> AttachedFile:
    try:
        refuse_without_room(attachment.owner, file)
    except NoRoom as refused:
        raise ValidationError({"file": str(refused)}) from refused
    content = file.read()
    sha256 = files.keep(content)
    last = attachment.versions.order_by("number").last()
    if last is not None and last.sha256 == sha256:
        raise ValidationError({"file": _("Tệp này giống hệt bản đang có. Đề nghị chọn tệp đã sửa.")})
    version = AttachedFile(attachment=attachment, number=last.number + 1 if last else 1, sha256=sha256, by=by, reason=reason)
    version.name, version.size = nfc(file.name or "")[-300:], len(content)
    version.full_clean()
    version.save()
    return version
