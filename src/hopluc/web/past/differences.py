"""What became of a programme between two days: what was added, changed, taken out, closed, opened again, and newly overdue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from hopluc.web.journal.models import JournalEntry, snapshot
from hopluc.web.past.changes import SLUGS
from hopluc.web.past.programme import Stood, end_of
from hopluc.web.past.words import Said, differences
from hopluc.web.register.ledger import Owed
from hopluc.web.register.models import Progress
from hopluc.web.register.obligations import CLOSED
from hopluc.web.register.states import Code

ADDED, TAKEN_OUT, CHANGED, CLOSED_SINCE, OPENED_AGAIN, OVERDUE = "them", "rut", "sua", "dong", "mo-lai", "qua-han"
SORTS: Mapping[str, Any] = {
    OVERDUE: _("Mới quá hạn"),
    CLOSED_SINCE: _("Đã xong, đã đóng"),
    OPENED_AGAIN: _("Mở lại"),
    ADDED: _("Thêm vào sổ"),
    CHANGED: _("Đã sửa"),
    TAKEN_OUT: _("Rút khỏi sổ"),
}
Key = tuple[type[Model], int]


@dataclass(frozen=True)
class Difference:
    """One thing that differs: of what sort, about which row, what it said before and after, and the last line about it."""

    sort: str
    row: Any
    said: tuple[Said, ...] = ()
    line: JournalEntry | None = None

    @property
    def kind(self) -> str:
        return str(self.row._meta.verbose_name)

    @property
    def slug(self) -> str:
        return SLUGS[type(self.row)]

    @property
    def text(self) -> str:
        return str(self.row)


def between(earlier: Stood | None, later: Stood, user: Any) -> dict[str, list[Difference]]:
    """The differences of each sort, in the order a report tells them; sorts without any are left out. No earlier day: all is new."""
    old, new = _rows(earlier), _rows(later)
    lines = _last_lines(old.keys() | new.keys(), earlier, later)
    found = [
        *_states(earlier, later, lines),
        *(Difference(ADDED, new[key], line=lines.get(key)) for key in new.keys() - old.keys()),
        *_changed(old, new, user, lines),
        *(Difference(TAKEN_OUT, old[key], line=lines.get(key)) for key in old.keys() - new.keys()),
    ]
    ordered = sorted(found, key=lambda one: (one.row._meta.model_name, one.row.pk))
    told = {sort: [one for one in ordered if one.sort == sort] for sort in SORTS}
    return {sort: some for sort, some in told.items() if some}


def _rows(side: Stood | None) -> dict[Key, Any]:
    """The rows compared; what is said of progress shows in the state of what it is about."""
    if side is None:
        return {}
    return {(noun, row.pk): row for noun, rows in side.rows.items() if noun is not Progress for row in rows}


def _changed(
    old: Mapping[Key, Any], new: Mapping[Key, Any], user: Any, lines: Mapping[Key, JournalEntry]
) -> Iterator[Difference]:
    for key in old.keys() & new.keys():
        before, after = snapshot(old[key]), snapshot(new[key])
        if before != after and (said := differences(key[0], before, after, user)):
            yield Difference(CHANGED, new[key], said, lines.get(key))


def _states(earlier: Stood | None, later: Stood, lines: Mapping[Key, JournalEntry]) -> Iterator[Difference]:
    """The obligations that were closed, opened again or passed their day; one that is new and late already is newly late."""
    before = {(type(one.row), one.row.pk): one for one in (earlier.ledger if earlier else [])}
    for line in later.ledger:
        key = (type(line.row), line.row.pk)
        was = before.get(key)
        sort = _sort(was, line)
        if sort:
            stood = Said(str(_("tình hình")), was.state.label if was else "–", f"{line.state.label}. {line.state.reason}")
            yield Difference(sort, line.row, (stood,), lines.get(key))


def _sort(was: Owed | None, now: Owed) -> str:
    closed_before = was is not None and was.state.code in CLOSED
    if now.state.code in CLOSED:
        return "" if closed_before else CLOSED_SINCE
    if now.state.code == Code.OVERDUE:
        return "" if was is not None and was.state.code == Code.OVERDUE else OVERDUE
    return OPENED_AGAIN if closed_before else ""


def _last_lines(keys: set[Key], earlier: Stood | None, later: Stood) -> dict[Key, JournalEntry]:
    """The last line between the two days about each row: who did it, when and why."""
    nouns = {noun._meta.label_lower: noun for noun, _pk in keys}
    entries = JournalEntry.objects.filter(
        object_type__in=nouns, object_id__in={str(pk) for _noun, pk in keys}, at__lt=end_of(later.day)
    )
    if earlier is not None:
        entries = entries.filter(at__gte=end_of(earlier.day))
    return {(nouns[one.object_type], int(one.object_id)): one for one in entries.select_related("actor").order_by("number")}


def days_apart(first: date, last: date) -> tuple[date, date]:
    """The two days in order."""
    return (first, last) if first <= last else (last, first)
