"""Sheets a user may see, and a programme's grid as it stands."""

from typing import Any

from django.db.models import QuerySet

from hopluc.sheets import Changes, compare
from hopluc.web.people.queries import organisations_named
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.sheets.grids import grid_of, lines_of
from hopluc.web.sheets.models import AgencySheet, AskedForm, HandedIn
from hopluc.web.sheets.typed import names_in


def sheets_seen_by(user: Any) -> QuerySet[HandedIn]:
    """Sheets handed in for the user's own organisations' programmes."""
    if not user.is_authenticated:
        return HandedIn.objects.none()
    rows = HandedIn.objects.filter(owner__in=list(user.standing), programme__in=programmes_seen_by(user))
    return rows.select_related("programme", "added_by")


BODIES = frozenset({"lead", "cooperating", "recipient", "parties"})
"""The columns that name organisations."""


def new_bodies(sheet: HandedIn, changes: Changes) -> list[str]:
    """The organisations a sheet names that are not known yet and would be entered with it: often a short or mistyped name."""
    touched = [cell for one in changes.changed for cell in one.cells] + [
        cell for one in changes.conflicts for cell in one.cells
    ]
    said = [(cell.column.name, cell.edited) for cell in touched]
    grid = grid_of(sheet.noun, sheet.programme)
    said += [item for one in changes.added for item in one.words(grid).items()]
    names = dict.fromkeys(name for column, words in said if column in BODIES for name in names_in(words))
    return [name for name in names if not organisations_named(name, owner=sheet.programme.owner).exists()]


def changes_in(sheet: HandedIn) -> Changes:
    """What the sheet says against the register as it stands now."""
    return compare(grid_of(sheet.noun, sheet.programme), lines_of(sheet.noun, sheet.programme), sheet.as_read())


def agency_sheets_seen_by(user: Any) -> QuerySet[AgencySheet]:
    """Sheets of agencies' own make that were taken in for the user's own organisations' programmes."""
    if not user.is_authenticated:
        return AgencySheet.objects.none()
    rows = AgencySheet.objects.filter(owner__in=list(user.standing), programme__in=programmes_seen_by(user))
    return rows.select_related("programme", "added_by")


def asked_forms_seen_by(user: Any) -> QuerySet[AskedForm]:
    """Forms of others that were taken in to be filled, for the user's own organisations' programmes."""
    if not user.is_authenticated:
        return AskedForm.objects.none()
    rows = AskedForm.objects.filter(owner__in=list(user.standing), programme__in=programmes_seen_by(user))
    return rows.select_related("programme__owner", "added_by")
