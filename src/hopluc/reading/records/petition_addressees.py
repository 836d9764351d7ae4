"""Whom a request is addressed to (nơi nhận kiến nghị): by canonical name, and what a bare `Bộ` or `Sở` stands for."""

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.petition_words import BARE

NAMED_BEFORE = 4_000
_WHAT_IT_IS = Pattern(r"\s?[-–,(]\s?(?:là )?(?:cơ quan|đơn vị|tổ chức|đầu mối)\b")  # `Sở A - cơ quan thường trực của … -`


def name_of(document: Document, found: Found, recipient: Span, body: Fact | None) -> str | None:
    """The canonical name where the recipient is one body, else as written."""
    written = squeezed(document.quote(recipient))
    alone = body is not None and len(written) <= body.span.end - body.span.start + 4
    if body is not None and body.value.canonical and (alone or _WHAT_IT_IS.match(document.plain, body.span.end, recipient.end)):
        return str(body.value.canonical)
    return resolved(found, written, recipient) or written[:160] or None


def resolved(found: Found, written: str, recipient: Span) -> str | None:
    """The body that a bare `Bộ` or `Sở` stands for: the last of that kind named before; None where none was."""
    if written not in BARE:
        return None
    before = list(found.within("organisation", Span(max(0, recipient.start - NAMED_BEFORE), recipient.start)))
    names = (str(fact.value.canonical) for fact in reversed(before) if fact.value.canonical)
    return next((name for name in names if name.startswith(f"{written} ")), None)
