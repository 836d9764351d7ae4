"""The auditor on spoilt copies: one value that is stated twice is changed, and the audit has to point at it.

Run: python -m benchmarks.mutations FILES… [--copies N] [--seed S] [--show]

A value is stated twice where a total stands beside numbers that make it, a count before a list of that length, a date in two
citations of one act, or a figure in two like sentences, in one document or in two. These places are found by plain
arithmetic and comparison, not by the auditor. Numbers that only happen to add up state nothing twice: the parts of a total
are whole numbers, stand in its sentence, count what it counts (or follow words that open a list), and none is set beside
it for comparison; a list that leaves off (`…`) has no length. A fault is found when a finding that the unspoilt documents do not
have rests on the changed words or their line; any other new finding is a false alarm.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from hopluc.reading import Audit, Document, Reading, Record, Span, audit, read
from hopluc.reading.sources import Sandbox, open_source

PAGE = 2_500  # characters of a printed page of official prose
WORDS_ALIKE = 5
# Between a total and its parts: what opens a list, and what sets another number beside it or ends its sentence.
OPENS = re.compile(r"[:(]|\b(?:gồm|trong đó|chia|cụ thể)\b", re.IGNORECASE)
PARTS_WITH = re.compile(r"[.!?]\s|\n|\b(?:bình quân|trung bình|mỗi|tăng|giảm|so với|cùng kỳ)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Site:
    """A value that may be spoilt: in which document, where, and of what kind (sum, count, date, claim)."""

    document: int
    span: Span
    kind: str


def sites(readings: Sequence[Reading]) -> list[Site]:
    """Every place where a value is stated twice, in order."""
    found: dict[tuple[int, Span], Site] = {}
    for place, reading in enumerate(readings):
        for kind, spans in (("sum", _sums(reading)), ("count", _counts(reading)), ("date", _dates(reading))):
            for span in spans:
                found.setdefault((place, span), Site(place, span, kind))
    for place, span in _claims(readings):
        found.setdefault((place, span), Site(place, span, "claim"))
    return sorted(found.values(), key=lambda site: (site.document, site.span))


def _number(text: str, span: Span) -> Span:
    """The digits a quantity begins with."""
    digits = re.compile(r"[\d.]*\d").match(text, span.start, span.end)
    return Span(span.start, digits.end() if digits else span.end)


def _noun(text: str, number: Span) -> str:
    """The word a number counts."""
    return text[number.end : number.end + 20].split(",", maxsplit=1)[0].strip().partition(" ")[0].casefold()


def _exact(reading: Reading) -> list[tuple[Span, int]]:
    """Every whole number that is counted, with where its digits stand."""
    return [
        (_number(reading.document.text, fact.span), int(fact.value.number))
        for fact in reading.facts
        if fact.kind == "quantity" and fact.value.number is not None and not fact.value.duration and fact.value.number >= 1
        if fact.value.number == int(fact.value.number)
    ]


def _sums(reading: Reading) -> Iterator[Span]:
    """A number and the two or more right behind it, on its line, that make it."""
    text, numbers = reading.document.text, _exact(reading)
    for place, (total, value) in enumerate(numbers):
        sum_ = 0
        for other in range(place + 1, min(place + 12, len(numbers))):
            sum_ += numbers[other][1]
            between = text[total.end : numbers[other][0].start]
            if (
                sum_ > value
                or PARTS_WITH.search(between)
                or not (_noun(text, total) == _noun(text, numbers[other][0]) or OPENS.search(between))
            ):
                break
            if sum_ == value and other > place + 1 and value > 4:
                yield total
                yield from (span for span, _ in numbers[place + 1 : other + 1])
                break


def _counts(reading: Reading) -> Iterator[Span]:
    """A number of things before a colon behind which as many parts stand, divided by semicolons or a line each."""
    text = reading.document.text
    for span, value in _exact(reading):
        announced = re.compile(r"[^:;\n\d]{2,90}:[ ]*(?P<rest>[^\n]*)(?P<below>(?:\n+\s*[-+•][^\n]+)*)").match(text, span.end)
        if announced is None or value < 2:
            continue
        if announced["rest"].rstrip().endswith(("...", "…")):
            continue
        below = len(re.findall(r"\n+\s*[-+•]", announced["below"]))
        inline = announced["rest"].split(". ")[0].rstrip(" .").count(";") + 1 if announced["rest"].strip() else 0
        if value in (inline, below if not inline else 0):
            yield span


def _dates(reading: Reading) -> Iterator[Span]:
    """The day of an act, in each of the citations that date it alike."""
    cited = defaultdict(list)
    for fact in reading.facts:
        if fact.kind == "legal_reference" and fact.value.number and fact.value.date:
            inside = [known.span for known in reading.facts if known.kind == "date" and fact.span.contains(known.span)]
            if inside:
                cited[fact.value.number, fact.value.date].append(inside[-1])
    for spans in cited.values():
        if len(spans) > 1:
            yield from spans


def _claims(readings: Sequence[Reading]) -> Iterator[tuple[int, Span]]:
    """A number in a sentence of several words that another sentence repeats word for word around it."""
    seen = defaultdict(list)
    for place, reading in enumerate(readings):
        text = reading.document.plain
        for span, value in _exact(reading):
            before = re.findall(r"\w+", text[max(0, span.start - 60) : span.start].split("\n")[-1])[-WORDS_ALIKE:]
            after = re.findall(r"\w+", text[span.end : span.end + 60].split("\n")[0])[:WORDS_ALIKE]
            if len(before) + len(after) > WORDS_ALIKE + 2:
                seen[value, tuple(before), tuple(after)].append((place, span))
    for places in seen.values():
        if len(places) > 1:
            yield from places


def spoilt(document: Document, site: Site, random: Random) -> tuple[Document, Span]:
    """A copy of a document with one value changed, and where the changed value stands."""
    old = document.text[site.span.start : site.span.end]
    new = _other_date(old, random) if site.kind == "date" else _other_number(old, random)
    text = document.text[: site.span.start] + new + document.text[site.span.end :]
    return replace(document, text=text, locators=(), furniture=_shifted(document, site, len(new) - len(old))), Span(
        site.span.start, site.span.start + len(new)
    )


def _shifted(document: Document, site: Site, by: int) -> tuple[Span, ...]:
    return tuple(Span(a + by, b + by) if a >= site.span.end else Span(a, b) for a, b in document.furniture)


def _other_number(old: str, random: Random) -> str:
    """Another number of the same look: one digit changed, or one more or less."""
    value = int(old.replace(".", ""))
    near = [value - 1, value + 1] if value > 2 else [value + 1]
    place = random.randrange(len(str(value)))
    digits = str(value)
    near.append(int(digits[:place] + random.choice("123456789") + digits[place + 1 :]))
    new = random.choice([other for other in near if other != value and other > 0] or [value + 1])
    return f"{new:,}".replace(",", ".") if "." in old else f"{new:0{len(old)}}" if old.startswith("0") else str(new)


def _other_date(old: str, random: Random) -> str:
    """Another date: its day, month or last digit of the year changed, a day that exists in every month."""
    numbers = list(re.finditer(r"\d+", old))
    chosen = random.randrange(len(numbers))
    match = numbers[chosen]
    value, most = int(match[0]), (28, 12, 9999)[chosen]
    new = (
        random.choice([other for other in range(1, most + 1) if other != value])
        if most < 9999
        else value + random.choice((-1, 1, 9))
    )
    return old[: match.start()] + f"{new:0{len(match[0])}}" + old[match.end() :]


def faults(audits: Sequence[Audit]) -> list[list[tuple[str, str, Record]]]:
    """The findings of each document, each with what it says without regard to where it stands."""
    return [[(record.value.subtype, record.value.explanation, record) for record in found.faults] for found in audits]


def touches(record: Record, document: Document, span: Span) -> bool:
    """Whether a finding rests on the changed words, or on their line."""
    line = Span(
        document.text.rfind("\n", 0, span.start) + 1, (document.text.find("\n", span.end) + 1 or len(document.text) + 1) - 1
    )
    return any(passage.overlaps(line) for passage in record.evidence)


def measure(readings: Sequence[Reading], copies: int, random: Random, *, show: bool = False) -> dict[str, Counter[str]]:
    """Copies spoilt and faults found by kind of value, and false alarms under `all`."""
    known = [{(subtype, words) for subtype, words, _ in found} for found in faults(audit(readings))]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    places = sites(readings)
    for site in [random.choice(places) for _ in range(copies if places else 0)]:
        document, span = spoilt(readings[site.document].document, site, random)
        changed = [read(document) if place == site.document else reading for place, reading in enumerate(readings)]
        fresh = [
            (place, record)
            for place, found in enumerate(faults(audit(changed)))
            for subtype, words, record in found
            if (subtype, words) not in known[place]
        ]
        hits = [
            record
            for place, record in fresh
            if (touches(record, document, span) if place == site.document else record.value.other == document.name)
        ]
        counts[site.kind]["spoilt"] += 1
        counts[site.kind]["found"] += bool(hits)
        counts["all"]["alarms"] += len(fresh) - len(hits)
        if show and (not hits or len(fresh) > len(hits)):
            report(document, site, span, readings[site.document].document, [record for _, record in fresh])
    return counts


def report(document: Document, site: Site, span: Span, before: Document, fresh: Sequence[Record]) -> None:
    """A copy that was missed or drew a false alarm, with the words about the change."""
    around = document.text[max(0, span.start - 70) : span.end + 70].replace("\n", " ⏎ ")
    print(f"{document.name} {site.kind} {before.text[slice(*site.span)]} -> {document.text[slice(*span)]}: {around}")
    for record in fresh:
        print(f"    {record.value.subtype}: {record.value.explanation}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--copies", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--show", action="store_true", help="print the copies that were missed or drew a false alarm")
    asked = parser.parse_args()
    with Sandbox() as sandbox:
        readings = [read(open_source(path, sandbox=sandbox)) for path in asked.files]
    counts = measure(readings, asked.copies, Random(asked.seed), show=asked.show)  # noqa: S311 - a draw to repeat, not a secret
    kinds = [kind for kind in ("sum", "count", "date", "claim") if counts[kind]["spoilt"]]
    spoilt_ = sum(counts[kind]["spoilt"] for kind in kinds)
    found = sum(counts[kind]["found"] for kind in kinds)
    pages = spoilt_ * sum(len(reading.document.text) for reading in readings) / PAGE
    print(f"spoilt_copies: {spoilt_} copies")
    for kind in kinds:
        print(f"recall_{kind}: {counts[kind]['found'] / counts[kind]['spoilt']:.3f} of {counts[kind]['spoilt']} copies")
    print(f"recall: {found / max(1, spoilt_):.3f} of {spoilt_} copies")
    print(f"false_alarms: {100 * counts['all']['alarms'] / max(1, pages):.2f} per 100 pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
