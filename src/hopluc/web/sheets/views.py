"""Pages of sheets: a grid as Excel, handing it in edited, what it changes, what did not go in."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.reporting.official import moment_in_words
from hopluc.sheets import write_refused, write_workbook
from hopluc.sheets.foreign import Is
from hopluc.sheets.foreign import lines_of as lines_in
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages import crud
from hopluc.web.register.concern import concern_of
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.sheets import actions, agency, forms, rules
from hopluc.web.sheets.grids import grid_of, lines_of
from hopluc.web.sheets.models import HandedIn, Noun
from hopluc.web.sheets.queries import agency_sheets_seen_by, changes_in, new_bodies, sheets_seen_by


def _noun(said: str) -> Noun:
    if said not in Noun.values:
        raise Http404
    return Noun(said)


def _file(data: bytes, name: str) -> FileResponse:
    return to_be_saved(BytesIO(data), f"{name}.xlsx")


@require_safe
@login_required
def download(request: HttpRequest, pk: int, noun: str) -> FileResponse:
    """A programme's grid as Excel, as it stands now."""
    programme = get_object_or_404(programmes_seen_by(request.user), pk=pk)
    grid = grid_of(_noun(noun), programme)
    at = timezone.localtime()
    note = f"{programme.title}. Số liệu đến {moment_in_words(at)}. Giữ nguyên cột “Mã dòng”; dòng mới để trống cột này."
    lines = lines_of(noun, programme, concern_of(request.user, at.date(), [programme]))
    return _file(write_workbook(grid, lines, heading=(grid.title.upper(), note)), f"{noun}-{pk}")


class HandIn(crud.Ask):
    """Take an edited sheet; then show what it changes."""

    template_name = "sheets/hand_in.html"
    button = _("Xem thay đổi")
    heading = _("Nhập lại bảng Excel đã sửa")
    told = _("Hệ thống so từng ô với sổ hiện nay và cho xem trước; chưa có gì thay đổi cho đến khi đồng ý.")

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.noun = _noun(kwargs["noun"])
        self.back = f"{reverse('register:programme', args=[kwargs['pk']])}?phan={self.noun.value}"
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(noun=self.noun, **kwargs)

    def said(self, form: Any) -> dict[str, Any]:
        return {"noun": self.noun.value, "file": form.cleaned_data["file"]}


hand_in = HandIn.as_view(rows=programmes_seen_by, rule=rules.can_hand_in, form_class=forms.HandIn, action=actions.hand_in_sheet)


def _beside(user: Any, sheet: HandedIn) -> dict[str, Any]:
    """What the sheet changes, before it is entered; what came of it, after."""
    context: dict[str, Any] = {"noun": Noun(sheet.noun), "may_enter": rules.can_enter(user, sheet)}
    if sheet.entered_at is None:
        grid, changes = grid_of(sheet.noun, sheet.programme), changes_in(sheet)
        labels = {column.name: column.label for column in grid.columns}
        added = [[(labels[name], words) for name, words in one.words(grid).items()] for one in changes.added]
        return context | {"changes": changes, "added": added, "new_bodies": new_bodies(sheet, changes)}
    return context | {"refused": sheet.refused()}


handed_in = crud.Show.as_view(
    rows=sheets_seen_by, rule=crud.anyone_who_sees, beside=_beside, template_name="sheets/handed_in.html"
)
enter = crud.Do.as_view(
    rows=sheets_seen_by,
    rule=rules.can_enter,
    form_class=forms.EnterSheet,
    action=actions.enter_sheet,
    template_name="sheets/handed_in.html",
    http_method_names=["post"],
)


@require_safe
@login_required
def download_refused(request: HttpRequest, pk: int) -> FileResponse:
    """The rows that did not go in, each with its reason, as a file to be mended and handed in again."""
    sheet = get_object_or_404(sheets_seen_by(request.user), pk=pk)
    refused = sheet.refused()
    if not refused:
        raise Http404
    heading = ("CÁC DÒNG CHƯA ĐƯA VÀO SỔ", f"{sheet.programme.title}. Đề nghị sửa theo lý do ở cột cuối rồi nhập lại tệp này.")
    return _file(write_refused(grid_of(sheet.noun, sheet.programme), refused, heading=heading), f"chua-vao-{pk}")


MOST_SHOWN = 200


class SettleLayout(crud.Do):
    """How a sheet is understood, to be put right; then on to what it would enter."""

    template_name = "sheets/agency_sheet.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sheet = self.object
        layout = sheet.as_layout()
        lines = {line.row: line for line in lines_in(sheet.as_cells(), layout)}
        shown = [
            {"number": number, "cells": row, "line": lines.get(number), "heads": layout.first < number <= layout.last + 1}
            for number, row in enumerate(sheet.as_cells(), start=1)
        ]
        try:
            noun, rows, known = agency.rows_to_enter(sheet)
            doubt = ""
        except ValidationError as refused:
            noun, rows, known, doubt = Noun.FIGURES, [], 0, " ".join(refused.messages)
        faults = [
            (line, layout.columns[check.column].label, check)
            for line in lines.values()
            for check in line.checks
            if not check.agrees
        ]
        totals = [line for line in lines.values() if line.kind is Is.TOTAL]
        return super().get_context_data(**kwargs) | {
            "shown": shown[:MOST_SHOWN],
            "rows": rows,
            "known": known,
            "of_money": noun == Noun.MONEY,
            "doubt": doubt,
            "totals": totals,
            "faults": faults,
        }

    def said(self, form: Any) -> dict[str, Any]:
        return {"layout": form.layout, "go_on": "tiep" in self.request.POST}


take_agency_sheet = crud.Ask.as_view(
    rows=programmes_seen_by,
    rule=rules.can_hand_in,
    form_class=forms.TakeAgencySheet,
    action=agency.take_agency_sheet,
    heading=_("Nhập bảng do đơn vị lập"),
    told=_("Hệ thống nêu dòng tiêu đề, cột, đơn vị tính, dòng tổng đã nhận ra để sửa lại cho đúng; chưa có gì vào sổ."),
    button=_("Xem cách hiểu bảng"),
    back=lambda programme: f"{programme.get_absolute_url()}?phan={Noun.FIGURES.value}",
)
agency_sheet = SettleLayout.as_view(
    rows=agency_sheets_seen_by, rule=rules.can_settle_layout, form_class=forms.SettleLayout, action=agency.settle_layout
)
