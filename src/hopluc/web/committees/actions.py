"""Draft a decision of consolidation, note the signed one; note meetings, who came, what was concluded."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.committees.models import Attendance, Consolidation, Meeting, Successor
from hopluc.web.documents.actions import mark_passage
from hopluc.web.documents.models import Document, DocumentVersion, Passage
from hopluc.web.documents.queries import version_shown
from hopluc.web.journal.actions import amend, enter, keep, record
from hopluc.web.people.actions import find_or_add_organisation, find_or_add_person
from hopluc.web.people.models import Person, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Commitment, ProgrammeDocument, Role
from hopluc.web.terms import Term


@dataclass(frozen=True)
class Named:
    """Who is to take a seat, as typed; without a name the seat is given up."""

    seat: Role
    name: str = ""
    honorific: str = ""
    post: str = ""
    organisation: str = ""


@transaction.atomic
def draft_consolidation(
    committee: Role,
    *,
    by: User,
    issuer: str,
    decided_by: str,
    bases: str,
    successors: Sequence[Named],
    called: Mapping[Person, str] | None = None,
) -> Consolidation:
    """Draft a decision that consolidates a committee (dự thảo quyết định kiện toàn); `called` tells how those are addressed who stay.

    Raises ValidationError where it changes nothing.
    """
    if not successors:
        raise ValidationError(
            _("Chưa chọn thay đổi nào. Đề nghị ghi người thay thế hoặc chọn thôi bố trí ở ít nhất một vị trí.")
        )
    assert committee.programme is not None, "a committee serves a programme"
    made = Consolidation(
        owner=committee.owner,
        programme=committee.programme,
        committee=committee,
        issuer=issuer,
        decided_by=decided_by,
        bases=nfc(bases),
        made_by=by,
    )
    enter(made, by=by, verb="draft_consolidation", also={"seats": [one.seat.pk for one in successors]})
    for one in successors:
        _name_successor(made, one, by=by)
    for person, honorific in (called or {}).items():
        _address(person, honorific, by=by)
    return made


def _name_successor(draft: Consolidation, named: Named, *, by: User) -> None:
    person = None
    if named.name:
        person = find_or_add_person(draft.owner, by=by, name=nfc(named.name), honorific=named.honorific)
        _address(person, named.honorific, by=by)
    body = find_or_add_organisation(draft.owner, by=by, name=named.organisation) if named.organisation else None
    row = Successor(consolidation=draft, seat=named.seat, person=person, organisation=body, post=nfc(named.post))
    enter(row, by=by, verb="name_successor")


def _address(person: Person, honorific: str, *, by: User) -> None:
    """Note how a person is addressed, where it was not known."""
    if honorific and not person.honorific:
        amend(person, by=by, verb="correct_person", changes={"honorific": honorific})


@transaction.atomic
def note_signed(draft: Consolidation, *, by: User, document: Document, signed_on: date) -> Consolidation:
    """Note the signed decision (ghi nhận quyết định đã ký): each seat passes from that day on, with the sentence that names its holder
    as evidence, and its vacancy is closed.

    Raises ValidationError where the document does not name everyone the draft does, or the draft is no longer one.
    """
    held = Consolidation.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if not held.is_open:
        raise ValidationError(_("Quyết định này đã được ghi nhận. Đề nghị tải lại trang."))
    if signed_on > timezone.localdate():
        raise ValidationError({"signed_on": _("Ngày ban hành chưa đến. Đề nghị kiểm tra lại ngày.")})
    version = version_shown(document)
    rows = list(held.successors.select_related("seat", "person", "organisation"))
    named = {row.pk: _named_in(version, row.person.name) for row in rows if row.person is not None}
    missing = [row.person.name for row in rows if row.person is not None and named[row.pk] is None]
    if missing:
        told = _(
            "Văn bản này không nêu: %(names)s. Đề nghị chọn đúng quyết định đã ký, hoặc lập lại dự thảo cho khớp với quyết định."
        )
        raise ValidationError({"document": told % {"names": ", ".join(missing)}})
    for row in rows:
        row.became = _pass_on(row, named.get(row.pk), by=by, on=signed_on)
        row.save(update_fields=["became"])
    register.link_document(held.programme, by=by, document=document, part=ProgrammeDocument.Part.CHANGE)
    return amend(held, by=by, verb="note_signed_consolidation", changes={"document": document, "signed_on": signed_on})


def _named_in(version: DocumentVersion | None, name: str) -> Passage | None:
    """The passage of a document that names a person; None where it does not."""
    words = fold(canonical(nfc(name))).split()
    if version is None or not words:
        return None
    spaced = r"\s+".join(map(re.escape, words))
    found = re.search(rf"(?<!\w){spaced}(?!\w)", fold(canonical(version.text)))
    return mark_passage(version, found.start(), found.end()) if found else None


def _pass_on(row: Successor, passage: Passage | None, *, by: User, on: date) -> Role | None:
    if row.person is None:
        return register.fill_seat(row.seat, by=by, on=on)
    evidence = [(passage, "person", passage.quote)] if passage else []
    return register.fill_seat(
        row.seat, by=by, on=on, evidence=evidence, person=row.person, organisation=row.organisation, post=row.post
    )


def withdraw_consolidation(draft: Consolidation, *, by: User, reason: str) -> Consolidation:
    """Withdraw a draft that will not be signed (rút dự thảo)."""
    return amend(draft, by=by, verb="withdraw_consolidation", changes={"withdrawn_at": timezone.now()}, reason=reason)


@transaction.atomic
def note_meeting(
    committee: Role,
    *,
    by: User,
    title: str,
    on: date,
    place: str = "",
    minutes: Document | None = None,
    present: Mapping[Role, tuple[bool, str]] | None = None,
) -> Meeting:
    """Note a meeting of a committee (ghi cuộc họp), its minutes, and of each seat whether its holder came and a word on that.

    Raises ValidationError for a day to come.
    """
    _refuse_to_come(on)
    assert committee.programme is not None, "a committee serves a programme"
    made = Meeting(
        owner=committee.owner, programme=committee.programme, committee=committee, title=nfc(title), on=on, place=place
    )
    made.minutes = minutes
    came = dict(present or {})
    enter(made, by=by, verb="note_meeting", also={"present": [seat.pk for seat, (here, _note) in came.items() if here]})
    for seat, (here, note) in came.items():
        row = Attendance(meeting=made, seat=seat, present=here, note=note)
        keep(row)
    return made


def _refuse_to_come(on: date) -> None:
    if on > timezone.localdate():
        raise ValidationError({"on": _("Ngày họp chưa đến. Đề nghị ghi cuộc họp sau khi họp, hoặc kiểm tra lại ngày.")})


def correct_meeting(meeting: Meeting, *, by: User, on: date, **changes: object) -> Meeting:
    """Correct what is noted of a meeting, or say which document its minutes are (sửa cuộc họp). Raises ValidationError for a day to come."""
    _refuse_to_come(on)
    changes["on"] = on
    return amend(meeting, by=by, verb="correct_meeting", changes=changes)


def withdraw_meeting(meeting: Meeting, *, by: User, reason: str) -> Meeting:
    """Take back a meeting noted by mistake (rút cuộc họp); its conclusions stay in the ledger."""
    return amend(meeting, by=by, verb="withdraw_meeting", changes={"withdrawn_at": timezone.now()}, reason=reason)


@transaction.atomic
def note_conclusion(meeting: Meeting, *, by: User, text: str, recipient: str, due: date | None = None) -> Commitment:
    """Note what was concluded at a meeting (ghi kết luận): an obligation of whom it charges, in the ledger from then on.

    Raises ValidationError for one due before the meeting.
    """
    if due and due < meeting.on:
        raise ValidationError({"due": _("Thời hạn trước ngày họp. Đề nghị kiểm tra lại thời hạn.")})
    charged = find_or_add_organisation(meeting.owner, by=by, name=recipient)
    made = register.add_commitment(
        meeting.programme,
        by=by,
        kind=Commitment.Kind.CONCLUSION,
        text=nfc(text),
        sender=meeting.committee.organisation,
        recipient=charged,
        made_on=meeting.on,
        document=meeting.minutes,
        due=Term.on(due) if due else None,
    )
    meeting.conclusions.add(made)
    record(by, "note_conclusion", meeting, after={"conclusion": made.pk})
    return made
