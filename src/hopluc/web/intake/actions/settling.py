"""An officer's word on what was read: right, corrected, left out, checked against the paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.documents.models import DocumentVersion
from hopluc.web.intake import queries
from hopluc.web.intake.actions.finding import finding_of, join_programme
from hopluc.web.intake.entries import enter_finding
from hopluc.web.intake.models import Finding
from hopluc.web.intake.proposals import claim_of, told_by_hand
from hopluc.web.jobs.actions import submit_once
from hopluc.web.journal.actions import amend
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import User
from hopluc.web.register.actions import join_named, say_about
from hopluc.web.register.models import Activity, Programme, Statement, Telling

JOIN_BATCH = "join_batch"
BY_HAND = "officer"
"""The reader of what an officer adds."""


class Settled(ValidationError):
    """Asked about a finding that has been settled meanwhile, by a colleague or in another window."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What came of confirming many: how many entered the register, and why each of the others did not."""

    entered: int
    refused: tuple[str, ...] = ()


@transaction.atomic
def confirm(finding: Finding, *, by: User | None, corrected: Mapping[str, Any] | None = None) -> Any:
    """Confirm a finding (Đúng), or with `corrected` values (Sửa): it enters the register with its passages as evidence.

    What other documents of the owner say alike, and no more, is confirmed with it: one thing with several passages. Returns the
    object. Raises ValidationError where the register refuses it, Settled where the finding is settled already.
    """
    locked = _locked(finding)
    state = Finding.State.CONFIRMED
    said = {**locked.value, **(corrected or {})}
    if said != locked.value:
        state = Finding.State.CORRECTED
        changes = {"corrected": said, "claim": claim_of(locked.kind, said)}
        amend(locked, by=by, verb="correct_finding", changes=changes)
    entered = _enter(locked, state, by=by)
    for alike in queries.alike(locked):
        _enter(alike, Finding.State.CONFIRMED, by=by)
    finding.state = locked.state
    return entered


def _enter(finding: Finding, state: str, *, by: User | None) -> Any:
    unjoined = finding.programme_id is None
    entered = enter_finding(finding, by=by)
    if isinstance(entered, Statement | Observation):
        join_named(entered, by=by)
    _settle(finding, state, by=by, entered=entered)
    if unjoined and isinstance(entered, Programme):
        _join_what_came_together(finding, entered, by=by)
    return entered


def _join_what_came_together(finding: Finding, programme: Programme, *, by: User | None) -> None:
    """Once a programme stands in the register, its document belongs to it; what came in the same batch is looked through by a job."""
    join_programme(finding.version.document_id, programme, by=by)
    for batch in queries.batches_of(finding.version.document_id):
        submit_once(JOIN_BATCH, {"batch": batch.pk}, by=by)


@transaction.atomic
def say_what_it_is_about(finding: Finding, *, by: User, activity: Activity, is_about: bool) -> Telling:
    """Say that the statement or figure a finding became tells of a task (gắn với nhiệm vụ), or does not. Raises ValidationError."""
    if not isinstance(finding.entered, Statement | Observation):
        raise ValidationError(_("Thông tin này chưa vào sổ. Đề nghị bấm Đúng trước khi gắn với nhiệm vụ."))
    return say_about(activity, by=by, thing=finding.entered, is_about=is_about)


@transaction.atomic
def skip(finding: Finding, *, by: User, note: str = "") -> Finding:
    """Leave a finding out (Bỏ qua). It is not asked again."""
    return _settle(_locked(finding), Finding.State.SKIPPED, by=by, note=note)


@transaction.atomic
def settle_check(finding: Finding, *, by: User, note: str = "") -> Finding:
    """Settle a point to check (đã đối chiếu) with what the paper was found to say. The text stays as written.

    A contradiction between documents is settled in each of them. Raises ValidationError where nothing is said of what was found.
    """
    locked = _locked_check(finding)
    if not note.strip():
        told = _("Đề nghị ghi kết quả đối chiếu với bản gốc rồi bấm Đã đối chiếu; chưa có bản gốc thì bấm Để kiểm tra sau.")
        raise ValidationError(told)
    return _settle_point(locked, Finding.State.CONFIRMED, by=by, note=note)


@transaction.atomic
def postpone_check(finding: Finding, *, by: User, note: str = "") -> Finding:
    """Put a point to check off (để kiểm tra sau): it stays among the open ones."""
    return _settle_point(_locked_check(finding), Finding.State.POSTPONED, by=by, note=note)


def _settle_point(locked: Finding, state: str, *, by: User, note: str) -> Finding:
    for other in queries.told_from_the_other_side(locked, Finding.OPEN):
        _settle(other, state, by=by, note=note)
    return _settle(locked, state, by=by, note=note)


def confirm_certain(version: DocumentVersion, *, by: User | None) -> Confirmed:
    """Confirm every certain finding of a document in one act (xác nhận các mục chắc chắn).

    Each is confirmed whole by itself: a process killed here loses none, and the rest is still asked. What the register refuses
    stays open for the officer to correct.
    """
    entered, refused = 0, []
    for finding in queries.certain(version):
        try:
            confirm(finding, by=by)
        except Settled:  # confirmed a moment ago with one that says the same
            continue
        except ValidationError as refusal:
            refused.append(" ".join(refusal.messages))
        else:
            entered += 1
    return Confirmed(entered, tuple(refused))


@transaction.atomic
def add(version: DocumentVersion, *, by: User, kind: str, value: dict[str, Any], span: tuple[int, int]) -> Any:
    """Add what the reader did not name (thêm thông tin): it enters the register with its passage, as if it had been read and confirmed.

    Returns the object. Raises ValidationError where the register refuses it, or the very same was read here.
    """
    told = told_by_hand(kind, value, span, version.sha256)
    if version.findings.filter(identity=told.identity).exists():
        raise ValidationError(_("Văn bản đã có đúng thông tin này. Đề nghị xem trong danh sách bên cạnh văn bản."))
    finding = finding_of(version, told, order=0, reader=BY_HAND)
    finding.save()
    return confirm(finding, by=by)


def skip_rest(version: DocumentVersion, *, by: User) -> int:
    """Leave out all that still waits in a document of which nothing belongs in the register; returns how many.

    Points to check stay open: they are about the document itself. Each is left out whole by itself, as in `confirm_certain`.
    """
    left_out = 0
    for finding in queries.waiting_in(version):
        try:
            skip(finding, by=by)
        except Settled:
            continue
        left_out += 1
    return left_out


@transaction.atomic
def reopen(finding: Finding, *, by: User, reason: str) -> Finding:
    """Ask again about a finding that was left out, or a point to check that was put off or settled (hỏi lại)."""
    locked = queries.locked(finding)
    if locked.state not in {Finding.State.SKIPPED, Finding.State.POSTPONED} and locked.kind != Finding.CHECK:
        raise ValidationError(_("Thông tin đã vào sổ được sửa tại trang của nội dung đó."))
    changes = {"state": Finding.State.PROPOSED, "settled_by": None, "settled_at": None}
    for other in queries.told_from_the_other_side(locked, {locked.state}):
        amend(other, by=by, verb="reopen_finding", changes=changes, reason=reason)
    return amend(locked, by=by, verb="reopen_finding", changes=changes, reason=reason)


def _locked(finding: Finding) -> Finding:
    """The finding as it now stands, held until the transaction ends. Raises Settled where it is not open."""
    locked = queries.locked(finding)
    if not locked.is_open:
        raise Settled(_("Thông tin này đã được xử lý. Đề nghị tải lại trang."))
    return locked


def _locked_check(finding: Finding) -> Finding:
    if finding.kind != Finding.CHECK:
        raise ValidationError(_("Thông tin này không phải điểm cần đối chiếu. Đề nghị bấm Đúng, Sửa hoặc Bỏ qua."))
    return _locked(finding)


def _settle(finding: Finding, state: str, *, by: User | None, note: str = "", entered: Any = None) -> Finding:
    changes: dict[str, Any] = {"state": state, "settled_by": by, "settled_at": timezone.now(), "note": note}
    if entered is not None:
        changes["entered"] = entered
    return amend(finding, by=by, verb="settle_finding", changes=changes)
