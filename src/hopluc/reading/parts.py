"""read_in_parts(document): what a document states, a part after the other, so that the longest text takes no more room than a part of it.

No document of an office is so long: it is read as a whole, as `read` does. What is longer (a dump of many papers in one file) is cut
between paragraphs, and a part knows nothing of the others: a short form is known where it is told, a figure compared with its part only.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Reading, Record
from hopluc.reading.read import read

LONGEST_WHOLE = 4_000_000
"""Characters that are read as one document: more than any plan with all its annexes has."""
LONGEST_PART = 800_000


def read_in_parts(document: Document, whole: int = LONGEST_WHOLE, part: int = LONGEST_PART) -> Iterator[Reading]:
    """Readings of `document`, one for each part in order; a single one where it is no longer than `whole` characters.

    Spans are those of the document. Each part has at most `part` characters.
    """
    if len(document.text) <= whole:
        yield read(document)
        return
    for span in _cut(document.text, part):
        reading = read(_part(document, span))
        facts = tuple(_fact_moved(fact, span.start) for fact in reading.facts)
        records = tuple(_record_moved(record, span.start) for record in reading.records)
        yield Reading(document, facts, records, reading.refused)


def _cut(text: str, part: int) -> Iterator[Span]:
    """The parts of a text: each ends at an empty line in its second half, else at a line's end, else at a blank, else where it must."""
    start = 0
    while len(text) - start > part:
        low, high = start + part // 2, start + part
        ends = (
            text.rfind(border, low, high) + len(border) for border in ("\n\n", "\n", " ") if text.rfind(border, low, high) >= 0
        )
        end = next(ends, high)
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def _part(document: Document, span: Span) -> Document:
    """The part of a document at `span`, as a document of its own."""
    locators = tuple(
        replace(locator, span=inside)
        for locator, inside in zip(document.locators, _inside((known.span for known in document.locators), span), strict=True)
        if inside is not None
    )
    furniture = tuple(inside for inside in _inside(document.furniture, span) if inside is not None)
    doubtful = tuple(inside for inside in _inside(document.doubtful, span) if inside is not None)
    return replace(document, text=document.quote(span), locators=locators, furniture=furniture, doubtful=doubtful, origin=None)


def _inside(spans: Iterable[Span], part: Span) -> Iterator[Span | None]:
    """What of each span lies in the part, counted from its beginning; None for one that lies outside."""
    for span in spans:
        start, end = max(span.start, part.start), min(span.end, part.end)
        yield Span(start - part.start, end - part.start) if start < end else None


def _fact_moved(fact: Fact, by: int) -> Fact:
    return replace(fact, span=_moved(fact.span, by))


def _record_moved(record: Record, by: int) -> Record:
    evidence = tuple(_moved(span, by) for span in record.evidence)
    return replace(record, evidence=evidence, parts=tuple((name, _moved(span, by)) for name, span in record.parts))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
