"""Write the journal: one line for one verb, in the transaction of what it tells; and erase a person's values from it."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.conf import settings
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone, translation

from hopluc.web.journal.chain import GENESIS, canonical_json, commitment, line_hash
from hopluc.web.journal.models import JournalEntry, JournalHead, PersonalValue, snapshot

Row = TypeVar("Row", bound=models.Model)


def record(
    by: Any,
    verb: str,
    obj: models.Model,
    *,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
) -> JournalEntry:
    """Write that `by` (None: the system itself) did `verb` to `obj`. Returns the line.

    Of `before` and `after` what is equal in both is left out. A field named in the class's PERSONAL is committed to by a salted
    hash, and its value kept apart, where it can be erased. Must run inside the transaction of the change itself.
    """
    assert connection.in_atomic_block, "a line is written in the transaction of what it tells"
    before, after = _changes(before, after)
    head, _ = JournalHead.objects.select_for_update().get_or_create(pk=1, defaults={"hash": GENESIS})
    entry = JournalEntry(
        number=head.number + 1,
        at=timezone.now(),
        actor=by,
        verb=verb,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        object_label=_label(obj),
        owner_id=getattr(obj, "owner_id", None),
        before=canonical_json(_committed(obj, before)),
        after=canonical_json(_committed(obj, after)),
        reason=reason,
        previous=head.hash,
    )
    entry.hash = line_hash(entry.says())
    entry.save(force_insert=True)
    head.number, head.hash = entry.number, entry.hash
    head.save()
    return entry


@transaction.atomic
def enter(row: Row, *, by: Any, verb: str, reason: str = "", also: Mapping[str, Any] | None = None) -> Row:
    """Check and store a row that is new, and write its line. `also` is what the line says beside the columns."""
    _store(row, force_insert=True)
    record(by, verb, row, after=snapshot(row) | dict(also or {}), reason=reason)
    return row


@transaction.atomic
def amend(
    row: Row, *, by: Any, verb: str, changes: Mapping[str, Any], reason: str = "", also: Mapping[str, Any] | None = None
) -> Row:
    """Set what `changes` names (columns or properties), check and store the row, and write its line with before and after."""
    before = snapshot(row)
    for name, value in changes.items():
        setattr(row, name, value)
    _store(row)
    record(by, verb, row, before=before, after=snapshot(row) | dict(also or {}), reason=reason)
    return row


def keep(row: Row) -> Row:
    """Check and store a row of which the line of another tells, such as a figure of a series or a role of a task."""
    _store(row)
    return row


@transaction.atomic
def erase_personal_values(obj: models.Model, *, by: Any, reason: str) -> int:
    """Delete the personal values lines about `obj` commit to; the lines stay and still verify. Returns how many went."""
    gone = forget_personal_values(type(obj), [str(obj.pk)])
    record(by, "erase_personal_values", obj, reason=reason)
    return gone


def forget_personal_values(noun: type[models.Model], keys: Iterable[str]) -> int:
    """Delete the personal values that lines about these rows of a noun commit to. Whoever does writes the line that says so."""
    gone, _ = PersonalValue.objects.filter(object_type=noun._meta.label_lower, object_id__in=list(keys)).delete()
    return gone


def _store(row: models.Model, *, force_insert: bool = False) -> None:
    """Check and store a row. Raises what `full_clean` raises, but asks the database nothing that it says by itself: a relation at hand
    exists, and what only it can know (a value there is once, what a table holds to) is looked for once it has refused the row.
    """
    columns: Any = row._meta.concrete_fields
    at_hand = {column.name for column in columns if column.is_relation and column.is_cached(row)}
    row.clean_fields(exclude=at_hand)
    row.clean()
    try:
        with transaction.atomic():
            row.save(force_insert=force_insert)
    except IntegrityError:
        row.validate_unique()
        row.validate_constraints()
        raise


def _changes(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[dict[str, Any], dict[str, Any]]:
    old, new = dict(before or {}), dict(after or {})
    same = {name for name in old.keys() & new.keys() if old[name] == new[name]}
    return tuple({name: value for name, value in side.items() if name not in same} for side in (old, new))  # type: ignore[return-value]


@translation.override(settings.LANGUAGE_CODE)
def _label(obj: models.Model) -> str:
    """The row's name, or for a class with personal fields, or that NAMES_PERSONS, only its kind and number: a line cannot be erased.
    In one language, whoever writes the line.
    """
    if getattr(obj, "PERSONAL", ()) or getattr(obj, "NAMES_PERSONS", False):
        return f"{obj._meta.verbose_name} {obj.pk}"
    return str(obj)[:300]


def _committed(obj: models.Model, values: Mapping[str, Any]) -> dict[str, Any]:
    personal = getattr(obj, "PERSONAL", ())
    return {
        name: _commit(obj, value) if name in personal and value not in (None, "") else value for name, value in values.items()
    }


def _commit(obj: models.Model, value: object) -> dict[str, str]:
    salt, text = secrets.token_hex(16), canonical_json(value)
    digest = commitment(salt, text)
    PersonalValue.objects.create(
        commitment=digest, salt=salt, value=text, object_type=obj._meta.label_lower, object_id=str(obj.pk)
    )
    return {"sha256": digest}
