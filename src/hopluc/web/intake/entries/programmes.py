"""Programmes, strands, legal bases and statements from what was read."""

from hopluc.vietnamese import fold
from hopluc.web.documents.actions import attach_evidence
from hopluc.web.documents.models import Document
from hopluc.web.intake import queries
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.entries.standing import name_standing_agency
from hopluc.web.intake.likeness import alike, most_alike
from hopluc.web.register import actions as register
from hopluc.web.register import queries as known
from hopluc.web.register.models import LegalBasis, Programme, ProgrammeDocument, Statement, Strand

PART_OF_KIND = {
    "decision": ProgrammeDocument.Part.APPROVAL,
    "plan": ProgrammeDocument.Part.PLAN,
    "report": ProgrammeDocument.Part.REPORT,
    "agreement": ProgrammeDocument.Part.AGREEMENT,
}

SETS_UP = frozenset({Document.Kind.DECISION, Document.Kind.PLAN, Document.Kind.PROGRAMME})
"""The kinds of papers that say who a programme's standing agency is; what others call so is only told."""


def enter_programme(entry: Entry) -> Programme:
    """The programme of this title, founded where it is new, with the document among its own and its aims as statements."""
    programme = entry.finding.programme
    if programme is None:
        naming = queries.naming_in(entry.finding.version, entry.text("title"), entry.text("decision"))
        programme = queries.programme_titled(entry.owner.pk, [naming])
    if programme is None:
        programme = register.found_programme(
            entry.owner, by=entry.by, title=entry.text("title"), period=entry.term(), evidence=entry.evidence
        )
    else:
        attach_evidence(programme, by=entry.by, evidence=entry.evidence)
    document = entry.finding.version.document
    register.link_document(
        programme, by=entry.by, document=document, part=PART_OF_KIND.get(document.kind, ProgrammeDocument.Part.OTHER)
    )
    for aim in entry.value.get("aims") or ():
        _say_once(entry, programme, Statement.Kind.AIM, aim)
    if document.kind in SETS_UP:
        name_standing_agency(entry, programme)
    return programme


def enter_strand(entry: Entry) -> Strand:
    """The strand of this title, with further evidence where it is there already."""
    title = entry.text("title")
    found = most_alike(title, entry.programme.strands.all(), floor=0.75)
    if found is not None:
        attach_evidence(found, by=entry.by, evidence=entry.evidence)
        return found
    return register.add_strand(entry.programme, by=entry.by, title=title, number=entry.text("number"), evidence=entry.evidence)


def enter_legal_basis(entry: Entry) -> LegalBasis:
    """The legal basis of this number, or of these words where it has none."""
    number, text = entry.text("number"), entry.text("text")
    bases = list(entry.programme.legal_bases.all())
    found = next((basis for basis in bases if number and fold(basis.number) == fold(number)), None)
    found = found or next((basis for basis in bases if not number and not basis.number and alike(basis.text, text, 0.9)), None)
    if found is not None:
        attach_evidence(found, by=entry.by, evidence=entry.evidence)
        return found
    return register.cite_legal_basis(
        entry.programme, by=entry.by, text=text, number=number, date=entry.term("date"), evidence=entry.evidence
    )


def enter_statement(entry: Entry) -> Statement:
    """A typed item of narrative, under the strand it stands under."""
    return _say_once(entry, entry.programme, entry.text("statement_type"), entry.text("text"))


def _say_once(entry: Entry, programme: Programme, kind: str, text: str) -> Statement:
    said = known.statements_of(programme, kind)
    found = next(
        (statement for statement in said if fold(statement.text) == fold(text) or alike(statement.text, text, 0.9)), None
    )
    if found is not None:
        attach_evidence(found, by=entry.by, evidence=entry.evidence)
        return found
    strand = entry.strand if entry.finding.kind == "statement" else None
    return register.make_statement(
        programme,
        by=entry.by,
        kind=kind,
        text=text,
        evidence=entry.evidence,
        strand=strand,
        strand_as_written=entry.text("strand")[:500],
        order=said.count() + 1,
    )
