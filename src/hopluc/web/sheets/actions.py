"""Hand in an edited sheet and enter what it changes."""

from collections.abc import Callable, Collection
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from hopluc.errors import ForeignSheet, HopLucError
from hopluc.reading.sources import open_source
from hopluc.reading.sources.sniff import DOCX, media_of
from hopluc.sheets import Added, Changed, Conflict, Row, read_rows
from hopluc.web.journal.actions import enter, record
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Programme
from hopluc.web.sheets.entries import add_line, change_line, reason_in
from hopluc.web.sheets.grids import grid_of
from hopluc.web.sheets.models import HandedIn
from hopluc.web.sheets.queries import changes_in

MOST_ROWS = 5_000


def hand_in_sheet(programme: Programme, *, by: User, noun: str, file: Any) -> HandedIn:
    """Take an edited sheet (nhập lại bảng tính) to be looked at; nothing of the register changes.

    Raises UnreadableFile for what is no sheet of this grid, ValidationError for one that is too long.
    """
    grid = grid_of(noun, programme)
    data = file.read()
    if media_of(data, file.name) != DOCX:  # so is every package told before it is opened: no picture, no PDF, no old file
        raise ForeignSheet(name=file.name, title=grid.title)
    rows = read_rows(grid, open_source(data, file.name))
    if len(rows) > MOST_ROWS:
        told = _("Bảng có %(rows)s dòng; mỗi lần nhập tối đa %(most)s dòng. Đề nghị chia thành nhiều tệp.")
        raise ValidationError(told % {"rows": len(rows), "most": MOST_ROWS})
    sheet = HandedIn(owner=programme.owner, programme=programme, noun=noun, name=file.name[:300], added_by=by)
    sheet.rows = [[row.number, row.key, list(row.words)] for row in rows]
    return enter(sheet, by=by, verb="hand_in_sheet")


@transaction.atomic
def enter_sheet(sheet: HandedIn, *, by: User, from_file: Collection[int] = ()) -> HandedIn:
    """Enter what a sheet adds and changes (đưa bảng tính vào sổ); the rows that cannot go in are kept with their reasons.

    `from_file` are the numbers of the rows in conflict whose words in the file are to stand. Each row goes in whole or not at all,
    all of them together or none. Raises ValidationError for a sheet that was entered before.
    """
    sheet = HandedIn.objects.select_for_update().select_related("programme__owner").get(pk=sheet.pk)
    if sheet.entered_at is not None:
        raise ValidationError(_("Bảng này đã được đưa vào sổ trước đó."))
    changes = changes_in(sheet)
    reason = _("Nhập từ bảng tính “%(name)s”") % {"name": sheet.name}
    grid = grid_of(sheet.noun, sheet.programme)
    refused = [(one.row, one.reason) for one in changes.refused]
    reporter = _reporter(sheet, by) if changes.added else None

    def add(new: Added) -> None:
        add_line(sheet.noun, sheet.programme, new.words(grid), by=by, reason=reason, reported_by=reporter)

    with translation.override(settings.LANGUAGE_CODE):
        added = [_tried(one, refused, add) for one in changes.added]
        settled = [one for one in changes.conflicts if one.row.number in from_file]
        changed = [_tried(one, refused, lambda old: _change(sheet, old, by, reason)) for one in (*changes.changed, *settled)]
        refused += [(one.row, _in_conflict(one)) for one in changes.conflicts if one.row.number not in from_file]
    sheet.entered_at = timezone.now()
    sheet.outcome = {
        "added": sum(added),
        "changed": sum(changed),
        "untouched": changes.untouched,
        "refused": sorted([row.number, why] for row, why in refused),
    }
    sheet.save()
    record(
        by, "enter_sheet", sheet, after={name: sheet.outcome[name] for name in ("added", "changed")} | {"refused": len(refused)}
    )
    return sheet


def _reporter(sheet: HandedIn, by: User) -> Organisation | None:
    """The agency whose own sheet the rows were taken from, where it was said."""
    made = sheet.came_from.exclude(sender="").first()
    return find_or_add_organisation(sheet.owner, by=by, name=made.sender) if made else None


def _tried(one: Any, refused: list[tuple[Row, str]], entry: Callable[[Any], None]) -> bool:
    """Enter one row whole, or put it among the refused."""
    try:
        with transaction.atomic():
            entry(one)
    except ValidationError as error:
        refused.append((one.row, reason_in(error)))
        return False
    except HopLucError as error:
        refused.append((one.row, str(error)))
        return False
    return True


def _change(sheet: HandedIn, one: Changed | Conflict, by: User, reason: str) -> None:
    words = {cell.column.name: cell.edited for cell in one.cells}
    change_line(sheet.noun, sheet.programme, one.line.key, words, by=by, reason=reason)


def _in_conflict(one: Conflict) -> str:
    labels = ", ".join(cell.column.label for cell in one.cells)
    return _("Đã được sửa trên hệ thống sau khi tải bảng (%(labels)s); giữ nội dung trên hệ thống.") % {"labels": labels}
