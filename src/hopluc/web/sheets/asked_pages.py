"""Pages of forms that others ask to be filled: take one in, say where its figures come from, see what goes where, take it filled."""

from io import BytesIO
from pathlib import PurePath
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.vietnamese import slug
from hopluc.web.gate.edge import number_in, to_be_saved
from hopluc.web.pages import crud
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.sheets import asked, forms, rules
from hopluc.web.sheets.filling import answers
from hopluc.web.sheets.mapping import SheetSaid
from hopluc.web.sheets.queries import asked_forms_seen_by
from hopluc.web.sheets.sources import Sources

MOST_SHOWN = 500


class TakeAskedForm(crud.Ask):
    """Take a form of others; then show what would go where."""

    template_name = "sheets/take_asked_form.html"
    heading = _("Điền vào biểu mẫu của Bộ, cơ quan yêu cầu")
    told = _("Gửi tệp Excel của cơ quan yêu cầu. Hệ thống đề xuất số liệu cho từng ô; ô chưa chắc để trống và nêu lý do.")
    button = _("Xem các ô sẽ điền")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        taken = asked_forms_seen_by(self.request.user).filter(programme=self.object).defer("data", "mapping")[:20]
        return super().get_context_data(taken=taken, **kwargs)


class SettleAskedForm(crud.Do):
    """Where the figures of a sheet come from, put right; beside it what goes into each cell, and what stays empty and why."""

    template_name = "sheets/asked_form.html"

    @cached_property
    def sheets(self) -> list[tuple[int, Any]]:
        """The sheets that have a table, by their place in the file."""
        found = enumerate(asked.sheets_in(self.object))
        return [(at, sheet) for at, sheet in found if self.object.mapping[at]]

    @cached_property
    def at(self) -> int:
        """Which sheet is shown."""
        said = self.request.POST.get("sheet", "") or self.request.GET.get("bang", "")
        known = [at for at, _sheet in self.sheets]
        asked_for = number_in(said)
        at = known[0] if asked_for is None else asked_for
        if at not in known:
            raise Http404
        return at

    @cached_property
    def sources(self) -> Sources:
        return Sources(self.object.programme, timezone.localdate())

    def get_form_kwargs(self) -> dict[str, Any]:
        sheet, said = dict(self.sheets)[self.at], SheetSaid.of(self.object.mapping[self.at])
        return super().get_form_kwargs() | {"sheet": sheet, "at": self.at, "said": said, "sources": self.sources}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        found = answers(form.of_sheet, form.known, self.sources)
        by_place = {answer.place: answer for answer in found}
        shown = [
            {
                "number": row + 1,
                "item": form.by_row.get(row),
                "cells": [
                    (cell, by_place.get((row, column)), (row, column) in form.of_sheet.formulas)
                    for column, cell in enumerate(cells)
                ],
            }
            for row, cells in enumerate(form.of_sheet.cells[:MOST_SHOWN])
        ]
        return context | {
            "sheets": self.sheets,
            "at": self.at,
            "shown": shown,
            "filled": [answer for answer in found if answer.told.number is not None],
            "left": [answer for answer in found if answer.told.number is None],
        }

    def said(self, form: Any) -> dict[str, Any]:
        return {"sheet": self.at, "said": form.said}

    def after(self, made: Any) -> HttpResponse:
        return redirect(f"{made.get_absolute_url()}?bang={self.at}")


take = TakeAskedForm.as_view(
    rows=programmes_seen_by,
    rule=rules.can_hand_in,
    form_class=forms.TakeAskedForm,
    action=asked.take_asked_form,
    back=lambda programme: f"{programme.get_absolute_url()}?phan=so-lieu",
)
asked_form = SettleAskedForm.as_view(
    rows=asked_forms_seen_by,
    rule=rules.can_settle_asked_form,
    form_class=forms.SettleAskedForm,
    action=asked.settle_asked_form,
)


@require_safe
@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The form's own file, filled."""
    form = get_object_or_404(asked_forms_seen_by(request.user), pk=pk)
    if not rules.can_settle_asked_form(request.user, form):
        raise PermissionDenied
    name = slug(PurePath(form.name).stem)[:80].strip("-") or "bieu-mau"
    return to_be_saved(BytesIO(asked.filled(form)), f"{name}-da-dien.xlsx")
