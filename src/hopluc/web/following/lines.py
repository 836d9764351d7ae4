"""The journal's lines about what an account follows and what hangs on it: a few queries, however much is followed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast, Coalesce

from hopluc.web.following.models import Attachment, Remark
from hopluc.web.following.objects import readable
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.models import Observation
from hopluc.web.past.programme import parts_of
from hopluc.web.register.models import Activity, Commitment, Programme, Progress, Role

_HANGING = (Role, Observation, Remark, Attachment)
"""What is about a row by its kind and key."""
_CHUNK = 500


def lines_about(followed: Mapping[Model, int], user: Any) -> Iterator[tuple[JournalEntry, Model]]:
    """What others did to the rows followed and to what hangs on them, as far as this user may read it, each with the row it is about;
    newest first. `followed`: from which line of the journal on each is told of; the user is known to see them."""
    if not followed:
        return
    rows = list(followed)
    lines = JournalEntry.objects.filter(_of(rows, user), number__gt=min(followed.values())).exclude(actor=user)
    lines = lines.select_related("actor").order_by("-number")
    below = None
    while chunk := list((lines if below is None else lines.filter(number__lt=below))[:_CHUNK]):
        about = _about_which(chunk, rows)
        for entry in chunk:
            for row in about[entry.object_type, entry.object_id]:
                if entry.number > followed[row]:
                    yield entry, row
        below = chunk[-1].number


def _of(rows: Sequence[Model], user: Any) -> Q:
    """The lines about these rows and what hangs on them."""
    about = _by_kind(rows)
    found: dict[type[Any], list[QuerySet[Any]]] = defaultdict(list)
    for noun, keys in _keys_by_noun(rows).items():
        found[noun].append(noun.objects.filter(pk__in=keys))
    for noun in _HANGING:
        hanging = noun.objects.filter(about)
        found[noun].append(readable(hanging, user) if noun in (Remark, Attachment) else hanging)
    found[Progress].append(
        Progress.objects.filter(Q(activity__in=_only(rows, Activity)) | Q(commitment__in=_only(rows, Commitment)))
    )
    programmes = _only(rows, Programme)
    if programmes:
        for noun, parts in parts_of(*programmes).items():
            found[noun].append(parts)
    lines = Q(pk__in=[])
    for noun, some in found.items():
        for one in some:
            keys = one.select_related(None).order_by().annotate(text_key=Cast("pk", CharField())).values("text_key")
            lines |= Q(object_type=noun._meta.label_lower, object_id__in=keys)
    return lines


def _about_which(lines: Iterable[JournalEntry], rows: Sequence[Model]) -> Mapping[tuple[str, str], list[Model]]:
    """Which of the rows each line is about: the row itself, what it hangs on, the programme it belongs to."""
    told: dict[tuple[str, str], list[Model]] = defaultdict(list)
    at_hand = {(type(row), row.pk): row for row in rows}
    keys: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        keys[line.object_type].add(int(line.object_id))
    for noun in {type(row) for row in rows} | {*_HANGING, Progress} | set(parts_of()):
        name = noun._meta.label_lower
        for key, owners in _owners(noun, keys.get(name, set())).items():
            found = (at_hand.get(owner) for owner in owners)
            told[name, str(key)] += [row for row in dict.fromkeys(found) if row is not None]
    return told


def _owners(noun: type[Any], keys: set[int]) -> Mapping[int, list[tuple[type[Any], int | None]]]:
    """For each row of a class what it is or hangs on, and the programme it is of, as class and key."""
    if not keys:
        return {}
    rows = noun.objects.filter(pk__in=keys)
    owners: dict[int, list[tuple[type[Any], int | None]]] = {key: [(noun, key)] for key in keys}
    columns = {column.name for column in noun._meta.concrete_fields}
    if noun in _HANGING:
        nouns: list[type[Model]] = list(parts_of())
        kinds = {ContentType.objects.get_for_model(kind).pk: kind for kind in nouns}
        toward = [(key, kinds.get(kind), on) for key, kind, on in rows.values_list("pk", "content_type", "object_id")]
        for key, kind, on in toward:
            if kind is not None:
                owners[key].append((kind, on))
        if noun is Observation:
            _add_programmes(owners, toward)
    if "programme" in columns:
        for key, programme in rows.values_list("pk", "programme"):
            owners[key].append((Programme, programme))
    if noun is Progress:
        programme = Coalesce("activity__programme", "commitment__programme")
        for key, activity, commitment, whole in rows.values_list("pk", "activity", "commitment", programme):
            owners[key] += [(Activity, activity), (Commitment, commitment), (Programme, whole)]
    return owners


def _add_programmes(
    owners: Mapping[int, list[tuple[type[Any], int | None]]], toward: Iterable[tuple[int, type[Any] | None, int]]
) -> None:
    """A figure about a part of a programme is one of the programme too."""
    by_kind: dict[type[Any], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for key, kind, on in toward:
        if kind is not None and kind is not Programme:
            by_kind[kind][on].append(key)
    for kind, figures in by_kind.items():
        for on, programme in kind.objects.filter(pk__in=figures).values_list("pk", "programme"):
            for key in figures[on]:
                owners[key].append((Programme, programme))


def _keys_by_noun(rows: Iterable[Model]) -> Mapping[type[Any], list[int]]:
    keys: dict[type[Any], list[int]] = defaultdict(list)
    for row in rows:
        keys[type(row)].append(row.pk)
    return keys


def _by_kind(rows: Iterable[Model]) -> Q:
    about = Q(pk__in=[])
    for noun, keys in _keys_by_noun(rows).items():
        about |= Q(content_type=ContentType.objects.get_for_model(noun), object_id__in=keys)
    return about


def _only(rows: Iterable[Model], noun: type[Any]) -> list[Any]:
    return [row for row in rows if isinstance(row, noun)]
