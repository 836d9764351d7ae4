"""What the confirming page shows: the document with its marks, and its findings in the groups an officer works through."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from hopluc.web.documents.annotate import Mark, annotated, blocks
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.documents.pages import chosen_passage
from hopluc.web.documents.versions import document_of
from hopluc.web.intake import queries
from hopluc.web.intake.models import Finding
from hopluc.web.intake.showing import label_of, line_of
from hopluc.web.measures.models import Observation
from hopluc.web.register.joining import Told, told_of
from hopluc.web.register.models import Statement

LONGEST_QUOTE = 320
ADDED = tuple(
    Finding.Kind(kind)
    for kind in ("task", "observation", "target", "agreement", "membership", "event", "petition", "strand", "programme")
)
"""What an officer may add that the reader did not name; to a document of no programme, a programme alone."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be done next with a document, beyond its findings: in words, and the page where it is done."""

    words: Any
    button: Any
    address: str


also_offered: list[Callable[[Document], Offer | None]] = []
"""What apps above offer to do with a document (returns: to open the round it asks for); asked for those who may settle it."""


@dataclass(frozen=True)
class ShownFinding:
    """A finding with its words: what it is, what it says, the quotes it rests on, and what others say alike."""

    row: Finding
    label: Any
    line: str
    quotes: tuple[str, ...]
    marks: tuple[str, ...]
    repairs: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[Mapping[str, Any], ...] = ()
    others: int = 0
    may_settle: bool = False
    told: Told | None = None

    @property
    def page(self) -> str:
        """The page on which its marks stand."""
        return reverse("intake:confirm", args=[self.row.version.document_id])

    @property
    def look(self) -> str:
        """How it and its marks look: to be checked, settled, or open."""
        if not self.row.is_open:
            return "settled"
        return "check" if self.row.kind == Finding.CHECK else ""


def shown(finding: Finding, *, may_settle: bool = False, others: int = 0) -> ShownFinding:
    """The finding as the page shows it, with its choices for one who may settle it."""
    text = finding.version.text
    quotes = tuple(_shortened(text[start:end]) for start, end in finding.spans)
    marks = tuple(f"m{finding.pk}-{place}" for place in range(len(finding.spans)))
    said = (label_of(finding), line_of(finding), quotes, marks, _repairs(finding), tuple(finding.elsewhere))
    return ShownFinding(finding, *said, others, may_settle)


def with_tasks(rows: Sequence[ShownFinding]) -> list[ShownFinding]:
    """The findings; those that entered as a statement or a figure with the tasks they are joined to, or may be about."""
    things = {row.row.pk: thing for row in rows if row.may_settle and (thing := _thing(row.row)) is not None}
    told = told_of(list(dict.fromkeys(things.values())))
    return [replace(row, told=told[things[row.row.pk]]) if row.row.pk in things else row for row in rows]


def _thing(finding: Finding) -> Statement | Observation | None:
    """The statement or figure a finding became."""
    if finding.is_open or finding.kind not in {Finding.Kind.STATEMENT, Finding.Kind.OBSERVATION}:
        return None
    entered = finding.entered
    return entered if isinstance(entered, Statement | Observation) else None


def _repairs(finding: Finding) -> tuple[tuple[str, str], ...]:
    """What the recogniser of a scan saw in the words a finding rests on, and what was made of it by the grammar of legal numbers."""
    version = finding.version
    if "recognised_pages" not in version.properties:
        return ()
    return tuple(
        (written, version.text[start:end])
        for start, end, written in version.written
        if any(start < last and first < end for first, last in finding.spans)
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of a version there are, and how many of each sort still wait."""

    total: int
    checks: int
    doubtful: int
    certain: int

    @classmethod
    def of(cls, version: DocumentVersion, findings: Iterable[Finding]) -> "Counts":
        """The counts of these findings of the version."""
        findings, points = list(findings), queries.points_on(version)
        sorts = Counter(_sort(finding, points) for finding in findings)
        return cls(len(findings), sorts["checks"], sorts["doubtful"], sorts["certain"])


def _sort(finding: Finding, points: Sequence[tuple[int, int]]) -> str:
    """The group of the page a finding stands in; one on which a point to check is open has to be looked at."""
    if not finding.is_open:
        return "settled"
    if finding.kind == Finding.CHECK:
        return "checks"
    return "certain" if finding.certain and not finding.is_doubted(points) else "doubtful"


def confirm_page(document: Document, *, may_settle: bool, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The page of a document. `chosen` may hold `den`, the passage to be shown: `start-end`."""
    version = queries.newest_version(document)
    programmes = queries.programmes_of_document(document)
    if version is None:
        return {"document": document, "version": None, "programmes": programmes, "may_settle": may_settle}
    findings = queries.findings_of(version)
    alike = queries.counts_alike(version)
    rows = with_tasks([shown(finding, may_settle=may_settle, others=alike.get(finding.claim, 0)) for finding in findings])
    points = queries.points_on(version)
    marks = [*_marks(rows), *chosen_passage(chosen.get("den", ""))]
    return {
        "document": document,
        "version": version,
        "programmes": programmes,
        "blocks": list(blocks(annotated(document_of(version), marks))),
        **{
            sort: [row for row in rows if _sort(row.row, points) == sort]
            for sort in ("checks", "doubtful", "certain", "settled")
        },
        "counts": Counts.of(version, findings),
        "may_settle": may_settle,
        "added": ADDED if programmes else ADDED[-1:],
        "offers": [offer for offered in also_offered if may_settle and (offer := offered(document))],
    }


def _marks(rows: Iterable[ShownFinding]) -> list[Mark]:
    return [
        Mark(start, end, mark, row.look)
        for row in rows
        for (start, end), mark in zip(row.row.spans, row.marks, strict=True)
        if start < end
    ]


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
