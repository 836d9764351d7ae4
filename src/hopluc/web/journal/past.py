"""Rows as they stood: what is known now, with what the journal says was done since undone. Nothing is stored."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import models

from hopluc.web.journal.models import JournalEntry, snapshot
from hopluc.web.journal.queries import revealed

Row = TypeVar("Row", bound=models.Model)
Columns = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """A line about a row, with the row's columns before and after it; before its entry there are none."""

    entry: JournalEntry
    before: Columns
    after: Columns


def as_of(rows: models.QuerySet[Row], at: datetime) -> list[Row]:
    """The rows as they stood just before an instant, those entered since left out. They are for reading, never to be saved."""
    found: dict[int, Row] = {row.pk: row for row in rows}
    for entry in _lines_about(rows.model, list(found)).filter(at__gte=at).order_by("-number"):
        key = int(entry.object_id)
        if key in found and is_entry_of(rows.model, entry):
            del found[key]
        elif key in found:
            undo(found[key], entry)
    return list(found.values())


def undo(row: models.Model, entry: JournalEntry) -> None:
    """Set the columns of a row back to what they were before a line. An erased personal value comes back empty."""
    columns = {field.attname: field for field in row._meta.concrete_fields}
    for name, value in _before(row, entry).items():
        field = columns.get(name)
        if field is not None:
            empty = "" if value is None and not field.null else value
            setattr(row, name, field.to_python(empty))


def is_entry_of(noun: type[models.Model], entry: JournalEntry) -> bool:
    """Is this the line a row was entered by: it names columns after, and none before."""
    names = {field.attname for field in noun._meta.concrete_fields}
    return json.loads(entry.before).keys().isdisjoint(names) and not names.isdisjoint(json.loads(entry.after))


def changes_of(row: models.Model) -> Iterator[Change]:
    """Every line about a row, newest first, each with the row before and after. The row itself is used up: fetch it for this."""
    for entry in _lines_about(type(row), [row.pk]).select_related("actor").order_by("-number"):
        after = snapshot(row)
        if is_entry_of(type(row), entry):
            yield Change(entry, {}, after)
        else:
            undo(row, entry)
            yield Change(entry, snapshot(row), after)


def _lines_about(noun: type[models.Model], keys: Sequence[int]) -> models.QuerySet[JournalEntry]:
    return JournalEntry.objects.filter(object_type=noun._meta.label_lower, object_id__in=[str(key) for key in keys])


def _before(row: models.Model, entry: JournalEntry) -> Columns:
    said: Columns = revealed(entry)[0] if getattr(row, "PERSONAL", ()) else json.loads(entry.before)
    return said
