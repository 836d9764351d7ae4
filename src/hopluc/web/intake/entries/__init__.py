"""A confirmed finding becomes an object of the register: one function a kind, and what is already there gains a passage."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import attach_evidence
from hopluc.web.intake import queries
from hopluc.web.intake.entries.agreements import enter_agreement
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.entries.figures import enter_observation, enter_target
from hopluc.web.intake.entries.people import enter_membership
from hopluc.web.intake.entries.programmes import enter_legal_basis, enter_programme, enter_statement, enter_strand
from hopluc.web.intake.entries.work import enter_event, enter_petition, enter_task
from hopluc.web.intake.models import Finding
from hopluc.web.people.models import User

ENTRIES: Mapping[str, Callable[[Entry], Any]] = {
    Finding.Kind.PROGRAMME: enter_programme,
    Finding.Kind.STRAND: enter_strand,
    Finding.Kind.LEGAL_BASIS: enter_legal_basis,
    Finding.Kind.MEMBERSHIP: enter_membership,
    Finding.Kind.AGREEMENT: enter_agreement,
    Finding.Kind.TASK: enter_task,
    Finding.Kind.TARGET: enter_target,
    Finding.Kind.OBSERVATION: enter_observation,
    Finding.Kind.EVENT: enter_event,
    Finding.Kind.PETITION: enter_petition,
    Finding.Kind.STATEMENT: enter_statement,
}
"""Every kind but the points to check, which enter nothing; the order of entering is that of `Finding.Kind`."""


def enter_finding(finding: Finding, *, by: User | None) -> Any:
    """The object of the register the finding became, or the one it is further evidence of.

    Raises ValidationError where the register refuses it, for a person: what is wrong and what to do.
    """
    if finding.kind not in ENTRIES:
        raise ValidationError(_("Điểm cần đối chiếu không vào sổ. Đề nghị bấm Đã đối chiếu hoặc Để kiểm tra sau."))
    entry = Entry(finding, by)
    known = queries.entered_alike(finding)
    if known is not None:
        attach_evidence(known, by=by, evidence=entry.evidence)
        return known
    return ENTRIES[finding.kind](entry)
