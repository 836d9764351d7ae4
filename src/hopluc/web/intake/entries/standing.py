"""The standing agency (cơ quan thường trực) a decision names: it may be another than the office that took the decision in."""

import re

from hopluc.reading import Span
from hopluc.reading.document import Document
from hopluc.reading.facts import Fact, Found
from hopluc.reading.mentions.organisations import find_organisations
from hopluc.web.documents.actions import mark_passage
from hopluc.web.documents.versions import document_of
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.register import actions as register
from hopluc.web.register import queries as known
from hopluc.web.register.models import Programme, Role

_AFTER = re.compile(r"(?:\b(?:là|làm|giữ vai trò)\s+(?:là\s+)?|\(\s*)cơ quan thường trực", re.IGNORECASE)
_BEFORE = re.compile(r"cơ quan thường trực[^.;:\n]{0,60}?(?:\s+là|:)\s+", re.IGNORECASE)
_FAR = 40  # characters between the name and the words


def name_standing_agency(entry: Entry, programme: Programme) -> None:
    """Give the programme the standing agency its document names, with the sentence; one that has one keeps it."""
    if known.roles_toward(programme).filter(capacity=Role.Capacity.STANDING).exists():
        return
    version = entry.finding.version
    found = standing_in(document_of(version))
    agency = entry.organisation(found.value.canonical or found.quote) if found else None
    if found is None or agency is None:
        return
    passage = mark_passage(version, *found.span)
    register.appoint(
        programme, by=entry.by, capacity=Role.Capacity.STANDING, organisation=agency, evidence=[(passage, "", passage.quote)]
    )


def standing_in(document: Document) -> Fact | None:
    """The mention of the body that a document says is the standing agency: "… là cơ quan thường trực", "cơ quan thường trực là …"."""
    plain = document.plain
    ends = [(found.start(), True) for found in _AFTER.finditer(plain)]
    ends += [(found.end(), False) for found in _BEFORE.finditer(plain)]
    if not ends:
        return None
    bodies = [fact for fact in find_organisations(document, Found()) if fact.value.canonical]
    for at, body_before in sorted(ends):
        near = [fact for fact in bodies if _gap(fact.span, at, body_before=body_before, plain=plain)]
        if near:
            return min(near, key=lambda fact: abs((fact.span.end if body_before else fact.span.start) - at))
    return None


def _gap(span: Span, at: int, *, body_before: bool, plain: str) -> bool:
    """Does the name stand just before (after) the words, in the same sentence."""
    start, end = (span.end, at) if body_before else (at, span.start)
    return 0 <= end - start <= _FAR and not re.search(r"[.;\n]", plain[start:end])
