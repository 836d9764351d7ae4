"""What a document says of itself: kind, number, date, issuer and title, as claims to be corrected by an officer."""

from datetime import date

from hopluc.reading import Reading
from hopluc.reading.head import head
from hopluc.reading.incoming import arrival
from hopluc.vietnamese import fold
from hopluc.web.documents.actions import Claims
from hopluc.web.documents.models import Document
from hopluc.web.terms import Term

KINDS = (
    ("luat", Document.Kind.LAW),
    ("nghi dinh", Document.Kind.LAW),
    ("thong tu", Document.Kind.LAW),
    ("nghi quyet", Document.Kind.RESOLUTION),
    ("quyet dinh", Document.Kind.DECISION),
    ("chi thi", Document.Kind.DIRECTIVE),
    ("ke hoach", Document.Kind.PLAN),
    ("chuong trinh", Document.Kind.PROGRAMME),
    ("de an", Document.Kind.PROGRAMME),
    ("thong bao", Document.Kind.CONCLUSION),
    ("ket luan", Document.Kind.CONCLUSION),
    ("bao cao", Document.Kind.REPORT),
    ("to trinh", Document.Kind.SUBMISSION),
    ("cong van", Document.Kind.LETTER),
    ("bien ban", Document.Kind.MINUTES),
    ("thoa thuan", Document.Kind.AGREEMENT),
    ("hop dong", Document.Kind.AGREEMENT),
)


def claims_of(reading: Reading) -> Claims:
    """The claims in the head of the document; its first line, or its file's name, where it has no title."""
    document = reading.document
    said, stamp = head(document), arrival(document)
    page = document.media == "text/html"
    first_line = next((line.strip() for line in document.text.splitlines() if line.strip()), document.name)
    return Claims(
        title=(said.title or first_line)[:1000],
        kind=_kind(said.doc_type or "") if not page or said.number else Document.Kind.ARTICLE,
        number=(said.number or "")[:100],
        date=_term(said.date),
        issuer_as_written=(said.issuer or "")[:300],
        source=Document.Source.NEWS if page else Document.Source.PAPER,
        circulation=Document.Circulation.PROGRAMME,
        incoming_number=stamp.number or "",
        incoming_on=stamp.on,
    )


def _kind(doc_type: str) -> str:
    folded = fold(doc_type)
    return next((kind for words, kind in KINDS if folded.startswith(words)), Document.Kind.OTHER)


def _term(said: str | date | None) -> Term | None:
    return Term.on(said) if isinstance(said, date) else Term.of(said) if said else None
