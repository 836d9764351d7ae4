"""Forms that others made and ask to be filled: taken in, settled as an officer says, given back filled."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.errors import UnknownFormat
from hopluc.reading.sources.sniff import DOCX, media_of
from hopluc.sheets.package import FormSheet, fill_form, read_form
from hopluc.vietnamese import fold
from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.models import User
from hopluc.web.register.models import Programme
from hopluc.web.sheets.filling import answers, numbers_of
from hopluc.web.sheets.mapping import SheetSaid, as_before, proposed, read_anew, signature_of
from hopluc.web.sheets.models import AskedForm
from hopluc.web.sheets.sources import Sources

MOST_BYTES = 5_000_000


def take_asked_form(programme: Programme, *, by: User, file: Any, sender: str = "") -> AskedForm:
    """Take a form that is asked to be filled (nhận biểu mẫu): the file is kept as it is, and what goes where is proposed.

    What was settled for a form of the same sender and make is proposed again. Raises UnreadableFile for what is no workbook,
    ValidationError for one that is too large or has no table.
    """
    data = file.read()
    if media_of(data, file.name) != DOCX:  # so is every package told before it is opened
        raise UnknownFormat(name=file.name, found=_("không phải tệp Excel .xlsx"))
    if len(data) > MOST_BYTES:
        raise ValidationError({"file": _("Biểu mẫu lớn hơn 5 MB. Đề nghị gửi tệp chỉ có biểu mẫu.")})
    sheets = read_form(data, file.name)
    sources = Sources(programme, timezone.localdate())
    said = [proposed(sheet, sources) for sheet in sheets]
    if not any(said):
        raise ValidationError({"file": _("Không thấy bảng nào để điền trong tệp này. Đề nghị kiểm tra lại tệp.")})
    signature, key = signature_of(sheets), fold(" ".join(sender.split()))[:300]
    known = AskedForm.objects.filter(owner=programme.owner, sender_key=key, signature=signature, settled=True).first()
    if known is not None:
        before = [SheetSaid.of(kept) if kept else None for kept in known.mapping]
        said = [as_before(new, old) if new and old else new for new, old in zip(said, before, strict=True)]
    form = AskedForm(
        owner=programme.owner,
        programme=programme,
        sender=sender[:300],
        sender_key=key,
        name=file.name[:300],
        data=data,
        signature=signature,
        mapping=[one.kept() if one else None for one in said],
        remembered=known is not None,
        added_by=by,
    )
    return enter(form, by=by, verb="take_asked_form")


@transaction.atomic
def settle_asked_form(form: AskedForm, *, by: User, sheet: int, said: SheetSaid) -> AskedForm:
    """Say where the figures of a sheet of a form come from (xác nhận cách điền biểu); rows that a changed heading brings are proposed."""
    form = AskedForm.objects.select_for_update().select_related("programme__owner").get(pk=form.pk)
    mapping = list(form.mapping)
    anew = read_anew(sheets_in(form)[sheet], said, Sources(form.programme, timezone.localdate()))
    mapping[sheet] = anew.kept()
    return amend(form, by=by, verb="settle_asked_form", changes={"mapping": mapping, "settled": True})


def sheets_in(form: AskedForm) -> tuple[FormSheet, ...]:
    """The sheets of a form."""
    return read_form(bytes(form.data), form.name)


def filled(form: AskedForm) -> bytes:
    """The form's own file with the figures of today in it; nothing of it is kept."""
    sources = Sources(form.programme, timezone.localdate())
    numbers = {}
    for sheet, kept in zip(sheets_in(form), form.mapping, strict=True):
        if kept:
            numbers[sheet.part] = numbers_of(answers(sheet, SheetSaid.of(kept), sources))
    return fill_form(bytes(form.data), numbers, form.name)
