"""The agreement that a document itself is: its sides by title or by `Bên A`, `Bên B`, the day it was made, its contents."""

import re
from dataclasses import dataclass

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.head import head
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.clauses import end_of_body
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.terms import focal_points_in, listed_in
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
_PLACE = Pattern(r",?\s+tại\s+([^,;:\n]{3,90}?)(?=[,;:\n]|\.\s|\s(?:chúng tôi|hai bên|các bên|đã)\b)")
_FORCE = Pattern(r"\b(?:có hiệu lực|thời hạn (?:hiệu lực|thực hiện|của)|thời gian thực hiện)\b", re.IGNORECASE)
_UNTIL = Pattern(r"\bđến (?:hết )?(?:ngày )?")
_OPENERS = ("về", "giữa", "trong", "hợp", "phối", "thực", "triển", "nghiên", "đào", "với", "xây", "phát")
_PLACE_IN_SMALL = Pattern(r"\b(tỉnh|thành phố|huyện|quận|thị xã) (\w+ \w+)(?=\s(?:và|với|giai|về|năm)\b|$|,)")
_OPENING = 4000
_MOST = 30


@dataclass(frozen=True, slots=True)
class Paper:
    """What the agreement says of itself; `title`, `made` and `named` are where its title, its day and its focal points stand."""

    title: Span
    form: str
    parties: tuple[Party, ...]
    signed: str | None
    made: Span | None
    period: Period | None
    contents: tuple[str, ...]
    focal_points: tuple[str, ...] = ()
    named: Span | None = None
    place: str | None = None


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
    signed = day.value.iso if day else top.date
    place = _PLACE.match(document.plain, day.span.end) if day else None
    focal, named = focal_points_in(document, found, Span(title.end, end_of_body(document)))
    return Paper(
        title=title,
        form=top.doc_type,
        parties=listed,
        signed=signed,
        made=Span(today.start(), day.span.end) if today and day else spans.get("date"),
        period=period.value if period else _in_force(document, found, title.end, signed),
        contents=_contents(document),
        focal_points=focal,
        named=named,
        place=" ".join(document.text[slice(*place.span(1))].split()) if place else None,
    )


def full_title(document: Document, found: Found, paper: Paper) -> str:
    """The paper's form and its title as it goes on after it: with a small first letter, and out of capitals."""
    return f"{paper.form.capitalize()} {_in_small(document, found, paper.title)}"


def _in_small(document: Document, found: Found, span: Span) -> str:
    words = " ".join(document.quote(span).split())
    if not words.isupper():
        first = words.split(" ", 1)[0]
        return words[0].lower() + words[1:] if first.lower() in _OPENERS else words
    parts, at = [], span.start
    for fact in found.within("organisation", span):
        parts += [document.quote(Span(at, fact.span.start)).lower(), str(fact.value.canonical or fact.quote)]
        at = fact.span.end
    small = " ".join("".join([*parts, document.quote(Span(at, span.end)).lower()]).split())
    return _PLACE_IN_SMALL.sub(lambda found: f"{found[1]} {found[2].title()}", small)


def _sides(document: Document, found: Found) -> tuple[Party, ...]:
    """The sides by the lines that name them: `BÊN A: …`."""
    sides: dict[str, Party] = {}
    for side in _SIDE.finditer(document.plain, 0, _OPENING):
        end = document.plain.find("\n", side.end())
        for party in parties_after(document, found, side.end(), end if end > 0 else len(document.plain))[:1]:
            sides.setdefault(party.key, party)
    return tuple(sides.values())


def _in_force(document: Document, found: Found, start: int, signed: str | None) -> Period | None:
    """The term an article on validity gives: `có hiệu lực từ ngày ký đến hết ngày 31/12/2028`, or a period it names."""
    force = _FORCE.search(document.plain, start)
    if force is None:
        return None
    sentence = layout(document).sentence_at(force.start())
    period = found.first("period", Span(force.start(), sentence.end))
    if period:
        return period.value if isinstance(period.value, Period) else None
    until = _UNTIL.search(document.plain, force.end(), sentence.end)
    day = found.first("date", Span(until.end(), min(sentence.end, until.end() + 30))) if until else None
    return Period(signed, day.value.iso) if day and signed else None


def _contents(document: Document) -> tuple[str, ...]:
    """What stands under the heading on the contents of the co-operation: its items, or the list a sentence of it gives."""
    known = layout(document)
    for place, block in enumerate(known.blocks):
        if block.kind != "heading" or not _CONTENTS.match(document.folded, block.body.start, block.body.end):
            continue
        below = known.children.get(place, [])
        if below and known.blocks[below[0]].kind == "paragraph":
            return listed_in(document, known.blocks[below[0]].body) or _squeezed(document, below[:_MOST])
        return _squeezed(document, below[:_MOST])
    return ()


def _squeezed(document: Document, places: list[int]) -> tuple[str, ...]:
    known = layout(document).blocks
    return tuple(" ".join(document.quote(known[place].body).split()).rstrip(" .;") for place in places)
