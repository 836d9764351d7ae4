"""Compare facts read with gold facts, by the published rules of the reference corpus.

A mention is found when one of the same kind overlaps it by at least half (intersection over union), best pairs first, each
used once. Its value is right when the fields of VALUES agree after folding (NFC, case, spaces, leading zeros). Gold marked
`chrome` counts neither way.

A record is found when one of the same kind rests on some of the same evidence and says the same. The score is the share of
the gold evidence met (at most 200 characters are asked for), less what is claimed beyond three times the gold evidence (400
characters are free), times the share of the gold wording found; a record with numbers must give the same numbers, a
membership the same person, a contradiction the same family of subtype. Pairs of 0.3 and more count. Contradictions of style
and those that rest on another document count neither way; reporting a check that passes (`ok`) is a false alarm.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Line = Mapping[str, Any]

VALUES = {
    "date": ("date",),
    "period": ("from", "to"),
    "money": ("amount", "min", "max", "currency"),
    "quantity": ("number", "min", "max", "numerator", "denominator", "percent"),
    "legal_reference": ("number", "date"),
    "organisation": ("canonical",),
    "person": ("name",),
}
RECORDS = ("agreement", "membership", "task", "observation", "petition", "event", "target", "inconsistency")
WORDING = ("title", "text", "subject", "name", "person")
NUMBERS = ("number", "min", "max", "numerator", "denominator")
FAMILIES = {
    "date": ("impossible_date", "date_conflict", "incomplete_date", "period_conflict", "sequence"),
    "sum": ("sum_mismatch", "count_mismatch", "incomplete_list", "count_doubt", "unit_shift", "sum_ok"),
    "shape": ("incomplete_number", "truncated", "missing_field"),
    "claim": ("value_conflict",),
}
FAMILY = {subtype: family for family, subtypes in FAMILIES.items() for subtype in subtypes}


@dataclass
class Score:
    """What was asked, read, found and, for mentions, valued right."""

    gold: int = 0
    read: int = 0
    found: int = 0
    right: int = 0
    alarms: int = 0

    def add(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(getattr(self, name) + getattr(other, name) for name in ("gold", "read", "found", "right", "alarms")))

    @property
    def precision(self) -> float:
        return self.found / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.gold + self.read) if self.found else 0.0

    @property
    def value_f1(self) -> float:
        return 2 * self.right / (self.gold + self.read) if self.right else 0.0


def fold(value: Any) -> Any:
    """One form for comparison; None for what is absent or empty."""
    if value is None or value is False:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    words = " ".join(unicodedata.normalize("NFC", str(value)).casefold().split())
    return re.sub(r"\b0+(?=\d)", "", words) or None


def pair(
    gold: Sequence[Line], read: Sequence[Line], score: Callable[[Line, Line], float], floor: float
) -> list[tuple[Line, Line]]:
    """One-to-one pairs, best first, none below `floor`; among equals the earlier line wins."""
    scored = [(-score(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)]
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    pairs = []
    for _, i, j in sorted(s for s in scored if -s[0] >= floor):
        if i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append((gold[i], read[j]))
    return pairs


def overlap(gold: Line, read: Line) -> float:
    """Intersection over union of two mentions' spans."""
    common: int = min(gold["end"], read["end"]) - max(gold["start"], read["start"])
    spread: int = max(gold["end"], read["end"]) - min(gold["start"], read["start"])
    return max(0, common) / spread


def same_value(gold: Line, read: Line) -> bool:
    """Whether two mentions of a kind have the same value."""
    return all(fold(gold["value"].get(name)) == fold(read["value"].get(name)) for name in VALUES[gold["kind"]])


def score_mentions(gold: Sequence[Line], read: Sequence[Line]) -> Score:
    """The score of the mentions of one kind in one document."""
    pairs = pair(gold, read, overlap, 0.5)
    asked = [(g, r) for g, r in pairs if not g["value"].get("chrome")]
    furniture = sum(bool(g["value"].get("chrome")) for g in gold)
    return Score(
        gold=len(gold) - furniture,
        read=len(read) - (len(pairs) - len(asked)),
        found=len(asked),
        right=sum(same_value(g, r) for g, r in asked),
    )


def wording(record: Line) -> Counter[str]:
    """The syllables of the field that names the record."""
    said = next((record[name] for name in WORDING if record.get(name)), "")
    return Counter(re.findall(r"\w+", fold(said) or ""))


def size(spans: Iterable[Sequence[int]]) -> int:
    """Characters the spans take together."""
    return sum(end - start for start, end in spans)


def agreement(gold: Line, read: Line) -> float:
    """0 to 1: how far a record read rests on the evidence of the gold one and says the same."""
    asked, given = gold["evidence"], read["evidence"]
    shared: int = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in asked for b in given)
    if not shared:
        return 0.0
    place = min(1.0, shared / min(size(asked), 200)) * min(1.0, max(3 * size(asked), 400) / size(given))
    if gold["kind"] == "inconsistency":
        return place if FAMILY.get(gold["subtype"]) == FAMILY.get(read["subtype"]) else 0.0
    if gold["kind"] == "membership":
        return place if fold(gold["person"]) == fold(read.get("person")) else 0.0
    wanted = wording(gold)
    words = (wanted & wording(read)).total() / max(1, wanted.total())
    numbers = [name for name in NUMBERS if gold.get(name) is not None]
    if not numbers:
        return place * words
    same = all(fold(gold[name]) == fold(read.get(name)) for name in numbers)
    return place * (0.5 + 0.5 * words) if same else 0.0


def is_soft(record: Line) -> bool:
    """A contradiction of style, or one that only another document shows."""
    if record["kind"] != "inconsistency" or record.get("ok"):
        return False
    return bool(record.get("other")) or record["subtype"] not in FAMILY


def score_records(gold: Sequence[Line], read: Sequence[Line]) -> Score:
    """The score of the records of one kind in one document."""
    read = [r for r in read if not r.get("ok") and not is_soft(r)]
    pairs = pair(gold, read, agreement, 0.3)
    return Score(
        gold=sum(not g.get("ok") and not is_soft(g) for g in gold),
        read=len(read) - sum(is_soft(g) for g, _ in pairs),
        found=sum(not g.get("ok") and not is_soft(g) for g, _ in pairs),
        alarms=sum(bool(g.get("ok")) for g, _ in pairs),
    )


def score(gold: Sequence[Line], read: Sequence[Line]) -> dict[str, Score]:
    """Score by kind of all lines of one document, mentions first."""

    def of(lines: Sequence[Line], kind: str) -> list[Line]:
        return [line for line in lines if line["kind"] == kind]

    mentions = {kind: score_mentions(of(gold, kind), of(read, kind)) for kind in VALUES}
    return mentions | {kind: score_records(of(gold, kind), of(read, kind)) for kind in RECORDS}
