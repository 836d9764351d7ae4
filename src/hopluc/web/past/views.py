"""Pages of the past: the history of a row and of a programme, a programme as of a day, the difference between two days."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms as django_forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.web.gate.edge import to_be_saved
from hopluc.web.measures.models import Observation
from hopluc.web.pages.crud import paged
from hopluc.web.past import forms
from hopluc.web.past.changes import NOUNS, SLUGS, history_of, rows_seen_by
from hopluc.web.past.differences import SORTS, Difference, between, days_apart
from hopluc.web.past.programme import Stood, stood
from hopluc.web.past.queries import lines_of
from hopluc.web.past.tables import as_csv, as_word
from hopluc.web.people.queries import agency_of
from hopluc.web.register.concern import concern_of
from hopluc.web.register.history import VERBS
from hopluc.web.register.models import Agreement, LegalBasis, Programme, Statement, Strand
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.register.states import Code

PER_PAGE = 100
ALSO = (
    (Strand, _("Nội dung hợp tác")),
    (LegalBasis, _("Căn cứ")),
    (Statement, _("Nội dung báo cáo")),
    (Agreement, _("Thỏa thuận")),
    (Observation, _("Số liệu")),
)
"""What of a programme a day's page lists beside its ledger."""
_NOUN_OF = {noun._meta.label_lower: slug for slug, noun in NOUNS.items()}


@require_safe
@login_required
def history(request: HttpRequest, noun: str, pk: int) -> HttpResponse:
    """Who changed what in a row, when and why."""
    if noun not in NOUNS:
        raise Http404
    row = get_object_or_404(rows_seen_by(request.user, NOUNS[noun]), pk=pk)
    withdrawn = getattr(row, "withdrawn_at", None)
    context = {"object": row, "kind": row._meta.verbose_name, "withdrawn": withdrawn, "address": row.get_absolute_url()}
    return render(request, "past/history.html", {**context, "text": str(row), "lines": history_of(row, request.user)})


@require_safe
@login_required
def programme_history(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done in a programme, newest first; and the ways to any day and between any two."""
    programme = _programme(request, pk)
    page = Paginator(lines_of(programme), PER_PAGE).get_page(request.GET.get("page"))
    lines = [(entry, VERBS.get(entry.verb, entry.verb), _NOUN_OF[entry.object_type]) for entry in page.object_list]
    usual = forms.usual_days()
    context = {"as_of": forms.AsOf(initial=usual), "between": forms.Between(initial=usual), "lines": lines, **paged(page)}
    return render(request, "past/programme_history.html", {"object": programme, **context})


@require_safe
@login_required
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """A programme and its ledger as they stood at the end of a day."""
    row = _programme(request, pk)
    form = forms.AsOf(request.GET or None, initial=forms.usual_days())
    found = _stood(request, row, form.cleaned_data["ngay"]) if form.is_valid() else None
    context: dict[str, Any] = {"object": row, "form": form, "day": form.cleaned_data["ngay"] if form.is_valid() else None}
    if found is not None:
        page = Paginator(found.ledger, PER_PAGE).get_page(request.GET.get("page"))
        lines = [(line, SLUGS[type(line.row)]) for line in page.object_list]
        context |= {"stood": found, "lines": lines, "counts": _counts(found), "also": _also(found), **paged(page)}
    return render(request, "past/programme.html", context, status=_status(form))


@require_safe
@login_required
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a programme between two days."""
    row = _programme(request, pk)
    form = forms.Between(request.GET or None, initial=forms.usual_days())
    context: dict[str, Any] = {"object": row, "form": form}
    if form.is_valid():
        days = days_apart(form.cleaned_data["tu"], form.cleaned_data["den"])
        found = _compared(request, row, days)
        parts = [(sort, SORTS[sort], rows) for sort, rows in found.items()]
        context |= {"days": days, "parts": parts, "total": sum(len(rows) for rows in found.values())}
    return render(request, "past/compare.html", context, status=_status(form))


@require_safe
@login_required
def download(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """The same as a table in Word or as CSV."""
    row = _programme(request, pk)
    form = forms.Between(request.GET)
    if not form.is_valid():
        raise Http404
    days = days_apart(form.cleaned_data["tu"], form.cleaned_data["den"])
    found = _compared(request, row, days)
    name = f"Thay doi {days[0]:%Y-%m-%d} {days[1]:%Y-%m-%d}.{kind}"
    if kind == "csv":
        return to_be_saved(io.BytesIO(as_csv(found)), name)
    agency = agency_of(request.user)
    if agency is None:
        raise PermissionDenied
    return to_be_saved(io.BytesIO(as_word(found, str(row), agency, days)), name)


def _programme(request: HttpRequest, pk: int) -> Programme:
    return get_object_or_404(programmes_seen_by(request.user), pk=pk)


def _compared(request: HttpRequest, row: Programme, days: tuple[date, date]) -> Mapping[str, list[Difference]]:
    later = _stood(request, row, days[1])
    return between(_stood(request, row, days[0]), later, request.user) if later is not None else {}


def _stood(request: HttpRequest, row: Programme, day: date) -> Stood | None:
    """As it stood, lateness told as to this user on a page of that day."""
    return stood(row, day, concern_of(request.user, day))


def _counts(found: Stood) -> list[tuple[Code, int]]:
    return [(code, found.counts[code.value]) for code in Code if found.counts[code.value]]


def _also(found: Stood) -> list[tuple[Any, str, list[Any]]]:
    """The other rows there were: what they are called, by which address, and which."""
    return [(label, SLUGS[noun], found.of(noun)) for noun, label in ALSO if found.of(noun)]


def _status(form: django_forms.Form) -> int:
    return 400 if form.errors else 200
