"""Kinds of fact and record that outside packages add: read after ours, each apart, and refused where they break."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hopluc.errors import BrokenAddition
from hopluc.outside import Addition, Guard, added_definitions, added_kinds, kind_part
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Kind, Record, RecordKind
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.reading.patterns import Pattern

_NAME = Pattern(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class AddedKinds:
    """The kinds outside packages add, each with its package, and what was refused of them at once."""

    mentions: tuple[tuple[str, Kind], ...]
    records: tuple[tuple[str, RecordKind], ...]
    refused: tuple[BrokenAddition, ...]


@cache
def added() -> AddedKinds:
    """Every kind outside packages add, in their order; a kind that is none, or bears a name that is taken, is refused."""
    taken = dict.fromkeys([*(kind.name for kind in MENTIONS), *(kind.name for kind in RECORDS)], "hopluc")
    mentions: list[tuple[str, Kind]] = []
    records: list[tuple[str, RecordKind]] = []
    refused = [*added_kinds().refused, *added_definitions().refused]
    for addition in added_kinds().known:
        if reason := _wrong(addition, taken):
            refused.append(Guard(addition.package, kind_part(addition.name)).refusal(reason))
            continue
        taken[addition.thing.name] = addition.package
        if isinstance(addition.thing, Kind):
            mentions.append((addition.package, addition.thing))
        else:
            records.append((addition.package, addition.thing))
    return AddedKinds(tuple(mentions), tuple(records), tuple(refused))


def _wrong(addition: Addition, taken: dict[str, str]) -> str | None:
    """Why what an entry point names is not taken as a kind; None where it is."""
    kind = addition.thing
    if not isinstance(kind, (Kind, RecordKind)):
        return "phải là một Kind hoặc RecordKind của hopluc.reading.facts"
    if not isinstance(kind.name, str) or not _NAME.fullmatch(kind.name):
        return f'tên "{kind.name}" phải gồm chữ thường không dấu, chữ số, dấu gạch dưới'
    if kind.name in taken:
        return f'tên "{kind.name}" đã được {taken[kind.name]} dùng'
    return None if kind.cases else "không có mẫu (cases) nào để kiểm tra"


def read_added(document: Document, found: Found) -> Iterator[BrokenAddition]:
    """Add to `found` what the outside kinds of mention read; a kind that breaks adds nothing and is told."""
    for package, kind in added().mentions:
        facts, mishap = facts_of(package, kind, document, found)
        found.add(kind.name, facts)
        if mishap:
            yield mishap


def read_added_records(document: Document, found: Found) -> Iterator[BrokenAddition]:
    """The same of records."""
    for package, kind in added().records:
        records, mishap = records_of(package, kind, document, found)
        found.add_records(kind.name, records)
        if mishap:
            yield mishap


def facts_of(package: str, kind: Kind, document: Document, found: Found) -> tuple[list[Fact], BrokenAddition | None]:
    """The facts an outside kind reads; none, and why, where it fails or one of them does not quote the document."""
    with Guard(package, kind_part(kind.name)) as guard:
        facts = list(kind.read(document, found))
        for fact in facts:
            if not isinstance(fact, Fact) or fact.kind != kind.name:
                raise guard.refusal(f'bộ đọc trả về một thứ không phải Fact loại "{kind.name}"')
            if not _stands(document, fact.span) or fact.quote != document.quote(fact.span):
                raise guard.refusal(f"trích dẫn không đúng chữ của văn bản ở vị trí {fact.span[0]}-{fact.span[1]}")
            _write(fact)
        return facts, None
    return [], guard.mishap


def records_of(package: str, kind: RecordKind, document: Document, found: Found) -> tuple[list[Record], BrokenAddition | None]:
    """The records an outside kind reads; none, and why, where it fails or one of them rests on no words of the document."""
    with Guard(package, kind_part(kind.name)) as guard:
        records = list(kind.read(document, found))
        for record in records:
            if not isinstance(record, Record) or record.kind != kind.name:
                raise guard.refusal(f'bộ đọc trả về một thứ không phải Record loại "{kind.name}"')
            spans = (*record.evidence, *(span for _, span in record.parts))
            if not record.evidence or not all(_stands(document, span) for span in spans):
                raise guard.refusal("bằng chứng (evidence) không nằm trong văn bản")
            _write(record)
        return records, None
    return [], guard.mishap


def _write(said: Fact | Record) -> None:
    """Fail where what an outside kind gives cannot be written as a line."""
    from json import dumps  # on first use: importing the reader shall not pay for it

    dumps(said.as_json())


def _stands(document: Document, span: Span) -> bool:
    return isinstance(span, Span) and 0 <= span.start < span.end <= len(document.text)
