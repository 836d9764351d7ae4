"""Sheets of an agency's own make: taken in, understood as an officer says, passed on to be looked at and entered like any other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from hopluc.errors import UnknownFormat
from hopluc.reading.sources.sniff import DOCX, media_of
from hopluc.sheets import as_text, cells_of
from hopluc.sheets.foreign import Holds, Is, Layout, Line, guess, lines_of
from hopluc.vietnamese import fold
from hopluc.web.journal.actions import amend, enter
from hopluc.web.measures.models import Observation
from hopluc.web.people.actions import known_organisation
from hopluc.web.people.models import User
from hopluc.web.register.models import Programme
from hopluc.web.register.programme_page import observations_of
from hopluc.web.sheets import grids
from hopluc.web.sheets.finance import is_of_money, money_to_enter
from hopluc.web.sheets.models import AgencySheet, HandedIn, Noun, kept_cells, kept_layout


def take_agency_sheet(programme: Programme, *, by: User, file: Any, sender: str = "") -> AgencySheet:
    """Take a sheet an agency made itself (nhận bảng của đơn vị); nothing of the register changes. Its layout is the one last settled for a
    sheet of the same sender and make, else a guess.

    Raises UnreadableFile for what is no workbook.
    """
    data = file.read()
    if media_of(data, file.name) != DOCX:  # so is every package told before it is opened
        raise UnknownFormat(name=file.name, found=_("không phải tệp Excel .xlsx"))
    cells = cells_of(data, file.name)
    layout, key = guess(cells), fold(" ".join(sender.split()))
    known = AgencySheet.objects.filter(
        owner=programme.owner, sender_key=key, signature=layout.signature, passed_on__isnull=False
    ).first()
    sheet = AgencySheet(
        owner=programme.owner,
        programme=programme,
        sender=sender[:300],
        sender_key=key[:300],
        name=file.name[:300],
        cells=kept_cells(cells),
        layout=kept_layout(_as_before(layout, known.as_layout()) if known else layout),
        signature=layout.signature,
        remembered=known is not None,
        added_by=by,
    )
    return enter(sheet, by=by, verb="take_agency_sheet")


def _as_before(layout: Layout, known: Layout) -> Layout:
    """The layout with what was settled before; times are those of the new sheet."""
    columns = tuple(
        replace(one, holds=old.holds, stage=old.stage) for one, old in zip(layout.columns, known.columns, strict=True)
    )
    return replace(layout, columns=columns, unit=layout.unit or known.unit, comma=known.comma)


@transaction.atomic
def settle_layout(sheet: AgencySheet, *, by: User, layout: Layout, go_on: bool) -> AgencySheet | HandedIn:
    """Say how a sheet is to be understood (xác nhận cách hiểu bảng); with `go_on`, pass its lines on to be looked at and entered.

    Raises ValidationError for a sheet passed on before, and where no line would go in.
    """
    sheet = AgencySheet.objects.select_for_update().select_related("programme__owner").get(pk=sheet.pk)
    if sheet.passed_on_id is not None:
        raise ValidationError(_("Bảng này đã được chuyển sang bước đưa vào sổ."))
    amend(sheet, by=by, verb="settle_layout", changes={"layout": kept_layout(layout)})
    if not go_on:
        return sheet
    noun, rows, _known = rows_to_enter(sheet)
    if not rows:
        raise ValidationError(_("Chưa có dòng nào đưa vào được. Đề nghị chọn lại cột tên chỉ tiêu, cột số và kỳ."))
    handed = HandedIn(owner=sheet.owner, programme=sheet.programme, noun=noun, name=sheet.name, added_by=by)
    handed.rows = [[number, "", list(words)] for number, words in enumerate(rows, start=1)]
    enter(handed, by=by, verb="hand_in_sheet")
    amend(sheet, by=by, verb="pass_on_sheet", changes={"passed_on": handed})
    return handed


def rows_to_enter(sheet: AgencySheet) -> tuple[Noun, list[tuple[str | None, ...]], int]:
    """The grid a sheet belongs to, the rows of it that it comes to, and how many figures more the register holds already just so.

    A sheet whose columns are stages of the budget goes to the grid of money. Raises ValidationError as `is_of_money`, `money_to_enter` do.
    """
    with translation.override(settings.LANGUAGE_CODE):
        if is_of_money(sheet.as_layout()):
            return Noun.MONEY, *money_to_enter(sheet)
    return Noun.FIGURES, *_figures_to_enter(sheet)


def _figures_to_enter(sheet: AgencySheet) -> tuple[list[tuple[str | None, ...]], int]:
    layout, reported = sheet.as_layout(), _reported_before(sheet)
    with translation.override(settings.LANGUAGE_CODE):
        stages = {stage.value: str(stage.label) for stage in Observation.Stage}
        known = {_said(line.cells) for line in grids.lines_of(Noun.FIGURES, sheet.programme) if line.key in reported}
    rows = list(_rows(layout, lines_of(sheet.as_cells(), layout), stages))
    fresh = [row for row in rows if _said(row) not in known]
    return fresh, len(rows) - len(fresh)


def _reported_before(sheet: AgencySheet) -> set[str]:
    """The keys of the programme's figures that the sender gave; of those nobody else is said to have given, where there is no sender."""
    sender = known_organisation(sheet.owner, sheet.sender) if sheet.sender else None
    if sheet.sender and sender is None:
        return set()
    return {str(pk) for pk in observations_of(sheet.programme).filter(reported_by=sender).values_list("pk", flat=True)}


def _rows(layout: Layout, lines: Iterable[Line], stages: dict[str, str]) -> Iterable[tuple[str | None, ...]]:
    for line in lines:
        if line.kind is not Is.ITEM:
            continue
        for place, figure in line.figures:
            column = layout.columns[place]
            if column.holds is Holds.FIGURE:
                period = column.period or layout.period
                yield (line.name, line.unit, line.part, stages.get(column.stage, column.stage), period, figure, None, None)


def _said(cells: Sequence[Any]) -> tuple[str, ...]:
    """What tells a figure from others: indicator, unit, field, stage, time, value."""
    return tuple(fold(" ".join(as_text(cell).split())) for cell in cells[:6])
