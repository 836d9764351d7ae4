"""Who may hand in an edited sheet, and enter what it changes."""

from typing import Any

from hopluc.web.register.rules import can_write
from hopluc.web.sheets.models import AgencySheet, AskedForm, HandedIn

can_hand_in = can_write


def can_enter(user: Any, sheet: HandedIn) -> bool:
    """An officer of the programme's standing agency, once."""
    return sheet.entered_at is None and can_write(user, sheet.programme)


def can_settle_layout(user: Any, sheet: AgencySheet) -> bool:
    """An officer of the programme's standing agency, until it is passed on."""
    return sheet.passed_on_id is None and can_write(user, sheet.programme)


def can_settle_asked_form(user: Any, form: AskedForm) -> bool:
    """An officer of the programme's standing agency."""
    return can_write(user, form.programme)
