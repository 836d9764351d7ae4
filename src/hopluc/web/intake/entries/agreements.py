"""Agreements from what was read: one agreement however many documents tell of it, planned in one and signed in another."""

import re
from datetime import date
from typing import Any

from django.utils import timezone

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents.actions import attach_evidence
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.likeness import alike, compatible, same_term
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions as register
from hopluc.web.register import queries as known
from hopluc.web.register.models import Agreement, Commitment, Role
from hopluc.web.register.yearly import first_due
from hopluc.web.terms import Term

OFTEN_EACH_YEAR = re.compile(r"(?:trước |vào |đến )?(?:ngày )?\d{1,2}(?:/| tháng )\d{1,2},? (?:hằng|hàng|mỗi) năm")
"""A day of each year, as an agreement says by when something is to be done."""


def enter_agreement(entry: Entry) -> Agreement:
    """The agreement of these parties and this term, with what the finding adds: date of signing, contents, focal points."""
    parties = _organisations(entry, "parties")
    details: dict[str, Any] = {
        "form": entry.text("form")[:100],
        "date": entry.term("signed"),
        "planned": entry.term("planned_signing"),
        "period": entry.term(),
        "place_as_written": entry.text("place")[:300],
    }
    agreement = _known(entry, parties)
    if agreement is None:
        agreement = register.sign_agreement(
            entry.programme,
            by=entry.by,
            title=entry.text("title")[:1000],
            parties=parties,
            focal_points=_organisations(entry, "focal_points"),
            evidence=entry.evidence,
            **details,
        )
    else:
        _add_what_is_new(entry, agreement, details)
    _add_contents(entry, agreement)
    return agreement


def _organisations(entry: Entry, name: str) -> list[Organisation]:
    found = [entry.organisation(party) for party in entry.value.get(name) or ()]
    return list(dict.fromkeys(organisation for organisation in found if organisation is not None))


def _known(entry: Entry, parties: list[Organisation]) -> Agreement | None:
    """The agreement the finding tells of: of the same parties and term; or the only one that a mention can mean.

    A mention names one party ("thỏa thuận với Viện …") where the agreement has two; whichever was read first, they are one.
    """
    wanted = {party.pk for party in parties}
    period, title = entry.term(), entry.text("title")
    mentioned: list[Agreement] = []
    for agreement in entry.programme.agreements.filter(withdrawn_at=None):
        if not (compatible(period, agreement.period) and same_term(period, agreement.period)):
            continue
        seats = known.roles_toward(agreement).filter(capacity=Role.Capacity.PARTY)
        held = set(seats.values_list("organisation", flat=True))
        if len(wanted) > 1 and wanted == held:
            return agreement
        if _may_be_one(wanted, held) and alike(title, agreement.title):
            return agreement
        if min(len(wanted), len(held)) == 1 and (wanted < held or held < wanted):
            mentioned.append(agreement)
    return mentioned[0] if len(mentioned) == 1 else None


def _may_be_one(one: set[int], other: set[Any]) -> bool:
    """Can two sets of parties be of one agreement: one holds the other. Two agreements alike in title differ in a party."""
    return one <= other or other <= one


def _add_what_is_new(entry: Entry, agreement: Agreement, details: dict[str, Any]) -> None:
    """Fill what is not yet said; what two documents say differently stays for the points to check."""
    missing = entry.to_be_filled(agreement, details)
    if missing:
        register.correct(agreement, by=entry.by, changes=missing, evidence=entry.evidence)
    else:
        attach_evidence(agreement, by=entry.by, evidence=entry.evidence)
    _seat(entry, agreement, Role.Capacity.FOCAL_POINT, _organisations(entry, "focal_points"))
    parties = _organisations(entry, "parties")
    before = known.roles_toward(agreement).filter(capacity=Role.Capacity.PARTY).count()
    if _seat(entry, agreement, Role.Capacity.PARTY, parties) and before < 2 and len(entry.text("title")) > len(agreement.title):
        register.correct(agreement, by=entry.by, changes={"title": entry.text("title")[:1000]})


def _seat(entry: Entry, agreement: Agreement, capacity: Role.Capacity, bodies: list[Organisation]) -> int:
    """Give the agreement the parties or focal points it has not yet; returns how many."""
    held = set(known.roles_toward(agreement).filter(capacity=capacity).values_list("organisation", flat=True))
    new = [body for body in bodies if body.pk not in held]
    for body in new:
        register.appoint(agreement, by=entry.by, capacity=capacity, organisation=body, evidence=entry.evidence)
    return len(new)


def _add_contents(entry: Entry, agreement: Agreement) -> None:
    there = [content.text for content in agreement.commitments.filter(withdrawn_at=None)]
    for content in entry.value.get("contents") or ():
        if not any(fold(content) == fold(text) or alike(content, text, 0.85) for text in there):
            register.add_commitment(
                entry.programme,
                by=entry.by,
                kind=Commitment.Kind.OBLIGATION,
                text=content,
                agreement=agreement,
                period=agreement.period,
                yearly_from=_yearly_from(entry, content, agreement),
                evidence=entry.evidence,
            )
            there.append(content)


def _yearly_from(entry: Entry, content: str, agreement: Agreement) -> date | None:
    """The first day a content that names a day of each year is due, since its paper was taken in; None for any other."""
    often = OFTEN_EACH_YEAR.search(canonical(nfc(content)))
    if often is None:
        return None
    due = Term(None, None, "", often[0])
    return first_due(due, agreement.period, timezone.localdate(entry.finding.version.document.added_at))
