"""Which agency a dropped file is from, as its head says; and what of it a return holds."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from hopluc.vietnamese import canonical, fold
from hopluc.web.documents.models import Document
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.entries.figures import unit_of
from hopluc.web.intake.likeness import alike, most_alike
from hopluc.web.intake.models import Finding
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG
from hopluc.web.people.heirs import Today, body_today
from hopluc.web.people.letterheads import initials, letterhead_of
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Statement
from hopluc.web.returns.models import Part, Stage
from hopluc.web.returns.prefill import NewLine, NewSentence

STAGES = {
    "plan": Stage.PLAN,
    "target": Stage.PLAN,
    "estimate": Stage.ESTIMATE,
    "actual": Stage.ACTUAL,
    "disbursed": Stage.ACTUAL,
}


def agency_of(
    document: Document, agencies: Sequence[Organisation], heirs: Mapping[int, Today] | None = None
) -> Organisation | None:
    """The one agency of a round whose name the document's issuer is, or whose short form its number carries; else the one it has
    taken over from, by the `heirs` of the agencies. None where none or several could be.
    """
    found = _named_in(document, {agency: agency for agency in agencies})
    taken = {agency: body_today(agency, heirs or {}) for agency in agencies}
    return found or _named_in(document, {agency: body for agency, body in taken.items() if body != agency})


def _named_in(document: Document, bodies: Mapping[Organisation, Organisation]) -> Organisation | None:
    """The one agency whose `bodies` (itself, or who has taken over from it) a document's head names."""
    issuer = _plain(document.issuer_as_written)
    by_name = [agency for agency, body in bodies.items() if issuer and issuer in {_plain(name) for name in names_of(body)}]
    if len(by_name) == 1:
        return by_name[0]
    symbols = set(document.number.upper().replace("/", "-").split("-"))
    by_symbol = [agency for agency, body in bodies.items() if initials(letterhead_of(body).issuer) in symbols]
    if len(by_symbol) == 1 and len(by_name) == 0 and (not issuer or alike(issuer, bodies[by_symbol[0]].name, 0.3)):
        return by_symbol[0]
    return None


def names_of(agency: Organisation) -> list[str]:
    """The names a paper's head may bear: its whole name, without its place as local bodies print it, and its other names."""
    return [agency.name, letterhead_of(agency).issuer, *(other.name for other in agency.names.all())]


def _plain(name: str) -> str:
    return " ".join(fold(canonical(name)).split())


def lines_read(findings: Iterable[Finding], outline: Sequence[Part]) -> list[tuple[NewLine, Finding]]:
    """The figures a paper tells, a line for each thing counted with its stages."""
    made: dict[tuple[str, str, str], tuple[NewLine, Finding]] = {}
    for finding in findings:
        if finding.kind != Finding.Kind.OBSERVATION:
            continue
        entry = Entry(finding, None)
        figure, stage = entry.figure(), STAGES.get(entry.text("stage") or "actual")
        name, unit = entry.text("subject")[:500], unit_of(entry)
        if figure is None or stage is None or not name or (unit == DONG and not _whole(figure)):
            continue
        key = (fold(name), unit, entry.text("field"))
        line, _first = made.setdefault(key, (NewLine(_part_for(finding, outline), name, unit), finding))
        line.figures.setdefault(stage, figure)
    return list(made.values())


def sentences_read(findings: Iterable[Finding], outline: Sequence[Part]) -> list[tuple[NewSentence, Finding]]:
    """The items of narrative a paper tells: statements by type, petitions, and how tasks stand; what is told by one sentence once."""
    found = list(findings)
    stated = [finding for finding in found if finding.kind == Finding.Kind.STATEMENT]
    made = []
    for finding in found:
        entry = Entry(finding, None)
        kind, text = "", entry.text("text")
        if finding.kind == Finding.Kind.STATEMENT:
            kind = entry.text("statement_type")
        elif any(_share_words(finding, other) for other in stated):
            continue
        elif finding.kind == Finding.Kind.PETITION:
            kind = Statement.Kind.RECOMMENDATION
        elif finding.kind == Finding.Kind.TASK and entry.text("status"):
            kind, text = Statement.Kind.RESULT, f"{entry.text('title')}: {entry.text('status')}"
        if kind in {part.kind for part in outline} and text:
            made.append((NewSentence(_part_for(finding, outline, kind), kind, text), finding))
    return made


def _share_words(one: Finding, other: Finding) -> bool:
    """Do two findings rest on the same words."""
    return any(start < stop and begin < end for start, end in one.spans for begin, stop in other.spans)


def _part_for(finding: Finding, outline: Sequence[Part], kind: str = Statement.Kind.RESULT) -> Part:
    """The part of that kind whose heading is most like the one the finding stands under; else the first of the kind."""
    of_kind = [part for part in outline if part.kind == kind] or list(outline)
    heading = str(finding.said.get("strand") or finding.said.get("field") or "")
    return (most_alike(heading, of_kind, floor=0.5) if heading else None) or of_kind[0]


def _whole(figure: Figure) -> bool:
    ends: list[Any] = [end for end in (figure.low, figure.high) if end is not None]
    return all(end == Decimal(end).to_integral_value() for end in ends)
