"""A confirmed finding becomes an object of the register: one function a kind, and what is already there gains a passage."""

from collections.abc import Callable, Mapping
from typing import Any

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
    "programme": enter_programme,
    "strand": enter_strand,
    "legal_basis": enter_legal_basis,
    "membership": enter_membership,
    "agreement": enter_agreement,
    "task": enter_task,
    "target": enter_target,
    "observation": enter_observation,
    "event": enter_event,
    "petition": enter_petition,
    "statement": enter_statement,
}
"""In the order they are entered: what later ones hang on comes first."""


def enter_finding(finding: Finding, *, by: User | None) -> Any:
    """The object of the register the finding became, or the one it is further evidence of."""
    entry = Entry(finding, by)
    known = queries.entered_alike(finding)
    if known is not None:
        attach_evidence(known, by=by, evidence=entry.evidence)
        return known
    return ENTRIES[finding.kind](entry)
