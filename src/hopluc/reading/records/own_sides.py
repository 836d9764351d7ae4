"""Whose document it is, and the two sides it is about by its head (các bên của văn bản)."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.parties import Party, parties_after, party_of

_BETWEEN = Pattern(r"\b(?:[Gg]iữa|GIỮA)\s")
_VISIT = Pattern(r"\b(?:làm việc|phối hợp|hợp tác|ký kết|trao đổi)[^.;:\n]{0,30} với\s", re.IGNORECASE)
_HEAD, _LINE = 900, 80
_PLACES = ("tỉnh", "thành phố", "huyện", "quận", "địa phương")
_OF_PLACES = ("Ủy ban nhân dân", "Tỉnh", "Thành phố", "Sở ", "tỉnh", "thành phố")


def issuer_of(document: Document, found: Found) -> Party | None:
    """The body whose document it is, by its letterhead; None where it has none."""
    span = dict(head(document).spans).get("issuer")
    near = found.within("organisation", Span(span.start, span.end + _LINE)) if span else iter(())
    return next((party_of(fact) for fact in near if span and fact.span.overlaps(span)), None)


def asked_issuer(document: Document, found: Found) -> str | None:
    """Whom a document speaks for: its issuer, and where that is the office of a People's Committee, the committee itself."""
    issuer = issuer_of(document, found)
    if issuer is None:
        return None
    return issuer.name.removeprefix("Văn phòng ") if " nhân dân " in issuer.name else issuer.name


def own_sides(document: Document, found: Found) -> tuple[Party, ...]:
    """The two sides a document says at its head that it is about; empty where it does not."""
    title = dict(head(document).spans).get("title")
    end = min(len(document.plain), (title.end if title else 0) or _HEAD)
    between = _BETWEEN.search(document.plain, 0, end)
    listed = parties_after(document, found, between.end(), end) if between else ()
    if len(listed) > 1:
        return listed
    visit = _VISIT.search(document.plain, 0, end) if title else None
    partner = parties_after(document, found, visit.end(), end)[:1] if visit else ()
    issuer = issuer_of(document, found)
    return (issuer, *partner) if issuer and partner and partner[0].key != issuer.key else ()


def other_side(document: Document, found: Found, asker: Span) -> str | None:
    """The side that is not the one named at `asker`: of two sides the other, else whose document it is; None where neither is known."""
    words = document.plain[asker.start : asker.end].strip()
    body = found.first("organisation", asker)
    name = party_of(body).name if body is not None else words
    sides = own_sides(document, found)
    others = [side.name for side in sides if not _is_same(side.name, name)]
    if len(sides) == len(others) + 1 and len(others) == 1:
        return others[0]
    issuer = issuer_of(document, found)
    return issuer.name if issuer is not None and not _is_same(issuer.name, name) else None


def _is_same(side: str, named: str) -> bool:
    """Whether a side is the one named, by its name or as a place: `tỉnh` is the province's committee."""
    if named.casefold().startswith(_PLACES):
        return side.startswith(_OF_PLACES)
    return side == named
