"""Organisations (cơ quan, đơn vị): the whole name as written, and the one official name it stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import ahocorasick

from hopluc.reading import lexicon
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Value
from hopluc.reading.names import Name, SaidPlace, View, names_in
from hopluc.reading.official_names import Names, place_in_doubt


@dataclass(frozen=True, slots=True)
class Organisation(Value):
    """An organisation by its canonical name: the shortest official Vietnamese name that is unique among the documents.

    A place is added for local bodies only; a unit carries its parent after a comma. None where it cannot be resolved.
    """

    canonical: str | None
    kind: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"canonical": self.canonical}

    def brief(self) -> str:
        return self.canonical or "-"


def find_organisations(document: Document, found: Found) -> Iterator[Fact]:  # noqa: ARG001  the first of the two party kinds
    """Every organisation the document names, with its canonical name as this document lets it be known."""
    view = View(document.plain, _lowered(document.plain))
    names = list(names_in(view))
    names = _with_bare_places(view, names)
    resolver = Names(view, names)
    mentions = [
        (Span(name.start, name.end), official, name.anchor.kind or None)
        for name, official in zip(resolver.names, resolver.resolved, strict=True)
    ]
    mentions += _short_forms(view, mentions)
    for span, official, kind in sorted(mentions):
        if not any(span.overlaps(part) for part in document.furniture):
            yield Fact("organisation", span, document.quote(span), Organisation(official, kind))


def _lowered(plain: str) -> str:
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _with_bare_places(view: View, names: list[Name]) -> list[Name]:
    """Names of local bodies with a place right after them that is no known province but is named elsewhere in the document."""
    learnt = Names(view, names).learnt_places
    unknown = {name: kind for name, kind in learnt.items() if name.casefold() not in lexicon.province_kinds()}
    if not unknown:
        return names
    return [_with_bare_place(view, name, unknown) for name in names]


def _with_bare_place(view: View, name: Name, learnt: dict[str, str]) -> Name:
    if name.anchor.grammar != "địa phương" or name.place is not None:
        return name
    place = place_in_doubt(view, name.end, learnt)
    return replace(name, end=place[1], place=SaidPlace(learnt.get(place[0]), place[0])) if place else name


_IN_BRACKETS = re.compile(
    r"(?: ?\(| - )(?:sau đây (?:viết|gọi)(?: chung| tắt)* là:? |(?:viết|gọi|tên)? ?tắt(?: là)?:? )?[\"“']?"
    r"([A-ZĐ][\wĐđ&.\-]{1,14}(?: [A-ZĐ]{2,8})?)(?=[\"”']?[),;. ])"
)
_ENGLISH_FIRST = re.compile(
    r" ?\((?:[A-Z][\w&.']+(?: (?:of|for|and|the|in|de|[A-Z][\w&.'-]*)){1,10})(?: ?[-,–] ?| )([A-Z][A-Za-z]{2,10})\)"
)


def _short_forms(view: View, mentions: list[tuple[Span, str, str | None]]) -> list[tuple[Span, str, str | None]]:
    """Short forms that the document defines in brackets after a name, there and wherever they stand by themselves."""
    plain, taken = view.plain, sorted(span for span, _, _ in mentions)
    learnt: dict[str, tuple[str, str | None]] = {}
    for span, official, kind in mentions:
        if not plain.startswith((" (", "(", " - "), span.end):
            continue
        short = _IN_BRACKETS.match(plain, span.end) or _ENGLISH_FIRST.match(plain, span.end)
        if short and sum(letter.isupper() for letter in short[1]) >= 2 and short[1] not in lexicon.long_forms():
            learnt.setdefault(short[1], (official, kind))
    if not learnt:
        return []
    automaton = ahocorasick.Automaton()
    for written, meaning in learnt.items():
        automaton.add_word(written, (len(written), *meaning))
    automaton.make_automaton()
    return list(_standing_alone(plain, automaton, taken))


def _standing_alone(
    plain: str, automaton: "ahocorasick.Automaton", taken: list[Span]
) -> Iterator[tuple[Span, str, str | None]]:
    place = 0
    for last, (length, official, kind) in automaton.iter_long(plain):
        span = Span(last - length + 1, last + 1)
        while place < len(taken) and taken[place].end <= span.start:
            place += 1
        edges = plain[span.start - 1 : span.start] + plain[span.end : span.end + 1]
        if not any(edge.isalnum() or edge == "&" for edge in edges) and not (
            place < len(taken) and taken[place].overlaps(span)
        ):
            yield span, official, kind


CASES: tuple[str, ...] = ()

KIND = Kind("organisation", "cơ quan, tổ chức", find_organisations, CASES)
