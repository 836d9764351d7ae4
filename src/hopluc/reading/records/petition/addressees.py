"""Whom a request is addressed to (nơi nhận kiến nghị): by canonical name, and what a bare `Bộ` or `Sở` stands for."""

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.parties import parties_after
from hopluc.reading.records.petition.words import AT_ONCE, BARE, OTHER_CLAUSE, PEOPLE, VERB

NAMED_BEFORE = 4_000
_WHAT_IT_IS = Pattern(r"\s?[-–,(]\s?(?:là )?(?:cơ quan|đơn vị|tổ chức|đầu mối)\b")  # `Sở A - cơ quan thường trực của … -`
_NEAR = 16


def body_asked(found: Found, start: int, end: int) -> Fact | None:
    """The body named at once behind words that ask, which end at `start`; None where none is."""
    return next((fact for fact in found.within("organisation", Span(start, end)) if fact.span.start - start <= _NEAR), None)


def addressed(document: Document, found: Found, body: Fact | None, rest: Span) -> Span | None:
    """Whom words that ask address, up to what is asked, in the `rest` of their sentence: from `body` on, or people; None where nobody."""
    plain = document.plain
    people = PEOPLE.match(plain, *rest)
    if body is None and people is None:
        return None
    start = body.span.start if body is not None and people is None else rest.start + 1
    action = VERB.search(plain, max(body.span.end if body else 0, people.end() if people else 0), rest.end)
    end = action.start() if action else rest.end
    if body is not None:
        end = _end_of_bodies(document, found, body, Span(end, rest.end))
    elif people and action is None and DOES.match(plain, people.end() + 1, rest.end):
        end = people.end() + 1
    colon = plain.find(":", start, end)
    return Span(start, colon if colon >= 0 else end)


def _end_of_bodies(document: Document, found: Found, body: Fact, rest: Span) -> int:
    """Where those named from `body` on end: before a verb that stands at once behind one or all of them, else where `rest` begins."""
    plain, end = document.plain, rest.start
    if AT_ONCE.match(plain, body.span.end):
        end = body.span.end + 1
    listed = parties_after(document, found, body.span.start, rest.end)
    known = listed[1:] and found.first("organisation", listed[-1].span)
    if known and DOES.match(plain, listed[-1].span.end + 1, rest.end):
        end = listed[-1].span.end + 1
    return body.span.end if OTHER_CLAUSE.search(plain, body.span.end, end) else end


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
