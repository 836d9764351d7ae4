"""Proposal: a record as it will be asked about, with what makes it the same fact again, and the same claim elsewhere."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hopluc.reading import Reading, Record
from hopluc.vietnamese import fold

# What a finding of a kind claims, whichever document says it. Fields not named here do not make another thing of it.
CLAIMED: Mapping[str, tuple[str, ...]] = {
    "programme": ("title",),
    "strand": ("title",),
    "legal_basis": ("number", "date", "text"),
    "membership": ("body", "person"),
    "agreement": ("parties", "period", "title"),
    "task": ("title", "period"),
    "observation": ("subject", "unit", "number", "min", "max", "numerator", "denominator", "period", "place", "field", "stage"),
    "event": ("name", "date"),
    "petition": ("text", "to"),
    "target": ("text", "number", "min", "max", "unit", "by"),
    "statement": ("statement_type", "text"),
    "inconsistency": ("subtype", "explanation"),
}


# Where in its own document a thing stands: a second telling that differs in these alone says nothing more.
WHERE: Mapping[str, frozenset[str]] = {
    "strand": frozenset({"number"}),
    "task": frozenset({"number", "section"}),
    "statement": frozenset({"section", "strand"}),
}


_SEATS = ("truong", "pho", "uy vien", "thanh vien", "to ", "thu ky", "tong thu ky", "chu tich", "chu nhiem", "doan ", "nhom ")
"""How the parts begin that one has in a committee, team or delegation."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something of a kind was read: its passages, and the words of its fields where they are known."""

    kind: str
    subtype: str
    spans: tuple[tuple[int, int], ...]
    parts: Mapping[str, Sequence[int]]

    def same_as(self, other: "Place") -> bool:
        """Is this the very same place: the same passages, and of a field both know, words that share a character."""
        if (self.kind, self.subtype, self.spans) != (other.kind, other.subtype, other.spans):
            return False
        known = self.parts.keys() & other.parts.keys()
        return not known or any(_touch(self.parts[name], other.parts[name]) for name in known)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record ready to be kept as a finding: `spans` are pairs of offsets, `parts` the span of a field's own words."""

    kind: str
    value: dict[str, Any]
    spans: tuple[tuple[int, int], ...]
    parts: dict[str, list[int]]
    certain: bool
    identity: str
    claim: str

    @property
    def subtype(self) -> str:
        """Which sort of its kind: of a statement or a point to check."""
        return self.value.get("subtype") or self.value.get("statement_type") or ""

    @property
    def across(self) -> bool:
        """Does it rest on another document too."""
        return bool(self.value.get("elsewhere"))

    @property
    def place(self) -> Place:
        return Place(self.kind, self.subtype, self.spans, self.parts)


def proposals(reading: Reading, sha256: str) -> list[Proposal]:
    """What is proposed from a reading of the file with that hash, in the order it is said; the same fact once.

    What has no place in the register is not proposed: kinds that outside packages add, and who sits in no committee.
    """
    found: dict[str, Proposal] = {}
    for record in reading.records:
        if record.kind not in CLAIMED or not record.evidence or _passes(record) or _sits_nowhere(record):
            continue
        proposal = proposal_of(record, sha256)
        found.setdefault(proposal.identity, proposal)
    return list(found.values())


def proposal_of(record: Record, sha256: str) -> Proposal:
    """The proposal of one record."""
    value = record.value.as_json()
    spans = tuple((span.start, span.end) for span in record.evidence)
    return Proposal(
        kind=record.kind,
        value=value,
        spans=spans,
        parts={name: [span.start, span.end] for name, span in record.parts},
        certain=record.certain and not (record.kind == "membership" and not record.value.body),  # in which body, is to be said
        identity=_hash(sha256, record.kind, value, spans),
        claim=claim_of(record.kind, value),
    )


def told_by_hand(kind: str, value: dict[str, Any], span: tuple[int, int], sha256: str) -> Proposal:
    """What an officer tells that the reader did not, with the passage it stands in."""
    identity = _hash(sha256, kind, value, (span,))
    return Proposal(kind, value, (span,), {}, certain=True, identity=identity, claim=claim_of(kind, value))


def claim_of(kind: str, value: Mapping[str, Any]) -> str:
    """The hash of what is claimed: letters without marks or case, so that spelling alone makes no second claim."""
    return _hash(kind, [_plain(value.get(name)) for name in CLAIMED.get(kind, tuple(value))])


def claim_between(subtype: str, passages: Iterable[Sequence[int]]) -> str:
    """The hash of a contradiction between documents, by its passages (document, start, end): the same from either side."""
    return _hash("between", subtype, sorted(map(list, set(map(tuple, passages))), key=str))


def says_no_more(kind: str, value: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Does a value say nothing that the known one of the same claim does not: what both say is the same, and nothing is added."""
    beside = WHERE.get(kind, frozenset())
    said = {name: item for name, item in value.items() if item not in (None, "", [], {}) and name not in beside}
    return all(_plain(item) == _plain(known.get(name)) for name, item in said.items())


def _touch(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _passes(record: Record) -> bool:
    return record.kind == "inconsistency" and record.value.ok


def _sits_nowhere(record: Record) -> bool:
    """Does it tell of a person no more than a post, or what was done on an occasion: who speaks, presides, signs, or is met."""
    return record.kind == "membership" and not record.value.body and not fold(record.value.role or "").startswith(_SEATS)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(fold(value).split()).strip(" .;,:-")
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, Iterable):
        return sorted((_plain(item) for item in value), key=str)
    return value


def _hash(*parts: Any) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
