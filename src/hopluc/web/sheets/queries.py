"""Sheets a user may see, and a programme's grid as it stands."""

from typing import Any

from django.db.models import QuerySet

from hopluc.sheets import Changes, compare
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.sheets.grids import grid_of, lines_of
from hopluc.web.sheets.models import HandedIn


def sheets_seen_by(user: Any) -> QuerySet[HandedIn]:
    """Sheets handed in for the user's own organisations' programmes."""
    if not user.is_authenticated:
        return HandedIn.objects.none()
    rows = HandedIn.objects.filter(owner__in=list(user.standing), programme__in=programmes_seen_by(user))
    return rows.select_related("programme", "added_by")


def changes_in(sheet: HandedIn) -> Changes:
    """What the sheet says against the register as it stands now."""
    return compare(grid_of(sheet.noun, sheet.programme), lines_of(sheet.noun, sheet.programme), sheet.as_read())
