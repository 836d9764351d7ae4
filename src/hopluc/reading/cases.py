"""A kind's cases at work: they are its tests, its documentation and its line in the evaluation, for ours and for outside kinds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hopluc.outside import kind_part
from hopluc.reading.additions import added
from hopluc.reading.document import Document
from hopluc.reading.facts import Kind, Reading, RecordKind, unmark
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.reading.read import read
from hopluc.vietnamese import nfc

AnyKind = Kind | RecordKind
OURS = "hopluc"
_TELLING = 60
"""A shorter text shows too little of its kind."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a kind does on its cases: how many are read exactly, and how much is marked, read, and read as marked."""

    cases: int = 0
    right: int = 0
    marked: int = 0
    read: int = 0
    found: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.marked + self.read) if self.found else float(self.right == self.cases)


def every_kind() -> Iterator[tuple[str, AnyKind]]:
    """Each kind with the package it comes from: ours, then those of outside packages; mentions before records."""
    yield from ((OURS, kind) for kind in MENTIONS)
    yield from added().mentions
    yield from ((OURS, kind) for kind in RECORDS)
    yield from added().records


def tally(kind: AnyKind) -> Tally:
    """The kind tried on each of its cases. An outside kind that breaks raises what is told of it, a BrokenAddition."""
    tried = list(_tried(kind))
    return Tally(
        cases=len(tried),
        right=sum(found == wanted for found, wanted in tried),
        marked=sum(len(wanted) for _, wanted in tried),
        read=sum(len(found) for found, _ in tried),
        found=sum(_in_both(found, wanted) for found, wanted in tried),
    )


def _in_both(found: list[Any], wanted: list[Any]) -> int:
    """How many things of one list are in the other too, each once. By equality: 2 read as 2.0 is the same number."""
    left = list(wanted)
    for one in found:
        if one in left:
            left.remove(one)
    return len(wanted) - len(left)


def wrong_cases(kind: AnyKind) -> Iterator[str]:
    """What each case that is not read exactly gives instead, in Vietnamese. Raises as `tally` does."""
    for number, (found, wanted) in enumerate(_tried(kind), start=1):
        if found != wanted:
            yield f"mẫu {number} phải đọc ra {_listed(wanted)}, nhưng đọc ra {_listed(found)}"


def _listed(things: list[Any]) -> str:
    return "; ".join(str(thing) for thing in things)[:300] or "không có gì"


def _tried(kind: AnyKind) -> Iterator[tuple[list[Any], list[Any]]]:
    """Of each case what is read and what is marked, in forms that compare."""
    if isinstance(kind, Kind):
        for case in kind.cases:
            text, marked = unmark(nfc(case))
            facts = [fact for fact in _reading(kind, text).facts if fact.kind == kind.name and fact.shown]
            yield (
                [f'"{fact.quote}" ({fact.value.brief()}) ở {fact.span.start}' for fact in facts],
                [f'"{text[slice(*span)]}" ({brief}) ở {span.start}' for span, brief in marked],
            )
    else:
        for text, expected in kind.cases:
            found = [record.as_json() for record in _reading(kind, text).of(kind.name)]
            named = [{name: one.get(name) for name in wanted} for one, wanted in zip(found, expected, strict=False)]
            yield [*named, *found[len(expected) :]], [dict(wanted) for wanted in expected]


def _reading(kind: AnyKind, text: str) -> Reading:
    """A case read with every kind; with this one too where no package is known to bring it."""
    document = Document("mau.txt", nfc(text))
    is_known = any(kind is known for _, known in every_kind())
    if isinstance(kind, Kind):
        reading = read(document, None if is_known else (*MENTIONS, kind), ())
    else:
        reading = read(document, None, None if is_known else (*RECORDS, kind))
    for mishap in reading.refused:
        if mishap.details["part"] == kind_part(kind.name):
            raise mishap
    return reading


def told(kind: AnyKind, about: str = "") -> str:
    """The page of a kind: what it is, and what is read from one of its cases, the first of a mention and the shortest telling one of a record.

    What it is stands in the words of its value, unless it is told here (`about`).
    """
    if isinstance(kind, Kind):
        text = next(text for text, marked in (unmark(nfc(case)) for case in kind.cases) if marked)
        fact = next(fact for fact in _reading(kind, text).facts if fact.kind == kind.name and fact.shown)
        value, line = fact.value, fact.as_json()
    else:
        known = [nfc(text) for text, expected in kind.cases if expected]
        text = min([text for text in known if len(text) >= _TELLING] or known, key=len)
        record = _reading(kind, text).of(kind.name)[0]
        value, line = record.value, record.as_json()
    about = about or " ".join((type(value).__doc__ or "").split())
    shown = json.dumps(line, ensure_ascii=False)
    return f"### `{kind.name}` ({kind.label})\n\n{about}\n\n```text\n{text.strip()}\n```\n\n```json\n{shown}\n```\n"
