"""The agreement that a document itself is: its sides by title or by `Bên A`, `Bên B`, the day it was made, its contents."""

import re
from dataclasses import dataclass

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.head import head
from hopluc.reading.layout import layout
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.parties import Party, parties_after

_PAPERS = Pattern(
    r"(?:bản )?thỏa thuận|biên bản ghi nhớ|bản ghi nhớ|(?:chương trình|kế hoạch|quy chế) (?:phối hợp|hợp tác|liên tịch)|hợp đồng|hiệp định|nghị quyết liên tịch"
)
_SIDES = Pattern(r"\bgiữa\s", re.IGNORECASE)
_SIDE = Pattern(r"^\s*(?:\d\.\s*)?bên\s+(?:[a-d]|thứ \w+)\s*(?:\([^)\n]{1,60}\))?\s*[:.-]\s*", re.IGNORECASE | re.MULTILINE)
_TODAY = Pattern(r"\b[Hh]ôm nay,?\s+(?:vào\s+)?(?:ngày\s)?")
_CONTENTS = Pattern(
    r"(?:dieu \d+[.:]?\s*)?(?:cac |nhung )?(?:noi dung|linh vuc|pham vi)(?: va pham vi)?(?: cu the)?(?: hop tac| phoi hop)?[ :.]*$"
)
_OPENING = 4000
_MOST = 30


@dataclass(frozen=True, slots=True)
class Paper:
    """What the agreement says of itself; `title` and `made` are where its title and the words on the day stand."""

    title: Span
    form: str
    parties: tuple[Party, ...]
    signed: str | None
    made: Span | None
    period: Period | None
    contents: tuple[str, ...]


def signed_paper(document: Document, found: Found) -> Paper | None:
    """The agreement this document is; None when it is something else or names fewer than two sides."""
    top = head(document)
    spans = dict(top.spans)
    if top.doc_type is None or not _PAPERS.match(top.doc_type) or "title" not in spans:
        return None
    title = spans["title"]
    between = _SIDES.search(document.plain, title.start, title.end)
    listed = parties_after(document, found, between.end(), title.end) if between else ()
    listed = listed if len(listed) >= 2 else _sides(document, found)
    if len(listed) < 2:
        return None
    today = _TODAY.search(document.plain, 0, _OPENING)
    day = found.first("date", Span(today.end(), today.end() + 40)) if today else None
    period = found.first("period", title)
    return Paper(
        title=title,
        form=top.doc_type,
        parties=listed,
        signed=day.value.iso if day else top.date,
        made=Span(today.start(), day.span.end) if today and day else spans.get("date"),
        period=period.value if period else None,
        contents=_contents(document),
    )


def _sides(document: Document, found: Found) -> tuple[Party, ...]:
    """The sides by the lines that name them: `BÊN A: …`."""
    sides: dict[str, Party] = {}
    for side in _SIDE.finditer(document.plain, 0, _OPENING):
        end = document.plain.find("\n", side.end())
        for party in parties_after(document, found, side.end(), end if end > 0 else len(document.plain))[:1]:
            sides.setdefault(party.key, party)
    return tuple(sides.values())


def _contents(document: Document) -> tuple[str, ...]:
    """The items under the heading on the contents of the co-operation."""
    known = layout(document)
    for place, block in enumerate(known.blocks):
        if block.kind != "heading" or not _CONTENTS.match(document.folded, block.body.start, block.body.end):
            continue
        below = [known.blocks[child].body for child in known.children.get(place, [])]
        return tuple(" ".join(document.quote(span).split()).rstrip(" .;") for span in below[:_MOST])
    return ()
