"""Việc của tôi: what one owes and waits for; the letter that urges; the private calendar; who deals with what."""

import io
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from hopluc.web.agenda import actions, forms, queries, rules
from hopluc.web.agenda.feed import calendar_of
from hopluc.web.agenda.words import urging_letter
from hopluc.web.crud import Ask
from hopluc.web.documents.queries import evidence_of
from hopluc.web.edge import to_be_saved
from hopluc.web.people.queries import agency_of
from hopluc.web.register import ledger
from hopluc.web.register.queries import activities_seen_by, commitments_seen_by
from hopluc.workdays import calendar

OWN = "toi"


@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """What waits for the account and its agency, and for whom they wait."""
    return render(request, "agenda/mine.html", _page(request))


def _page(request: HttpRequest, **more: Any) -> dict[str, Any]:
    on, own = timezone.localdate(), request.GET.get("cua") == OWN
    found = queries.agenda_of(request.user, on, own_only=own)
    lines = [*found.overdue, *found.soon, *found.escalated]
    return {
        "agenda": found,
        "own": own,
        "agency": agency_of(request.user),
        "evidence": evidence_of([line.row for line in lines], request.user),
        "unannounced": calendar().unannounced(on, on),
        **more,
    }


@login_required
@require_POST
def renew_calendar(request: HttpRequest) -> HttpResponse:
    """A new private address of the calendar, shown this once."""
    user: Any = request.user
    key = actions.renew_feed(user, by=user)
    address = request.build_absolute_uri(reverse("agenda:calendar", args=[key]))
    return render(request, "agenda/mine.html", _page(request, feed=address))


@require_safe
def show_calendar(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar behind a private address; whoever has the address reads it, and nothing else."""
    feed = queries.feed_with(actions.hash_of(key))
    if feed is None:
        raise Http404
    on = timezone.localdate()
    places = [place for place in queries.owed_places(feed.user, feed.user.standing, on) if place.day < ledger.NEVER]
    stamp: datetime = timezone.now()
    made = calendar_of(ledger.owed_rows(places[:500], on), name=str(_("Việc của tôi")), stamp=stamp, site=request.get_host())
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-store"})


@require_safe
@login_required
def letter(request: HttpRequest, pk: int) -> FileResponse:
    """A draft in Word of the letter that urges one body, to be saved."""
    on, agency = timezone.localdate(), agency_of(request.user)
    waiting = queries.waiting_of(request.user, pk, on)
    if waiting is None or agency is None:
        raise Http404
    return to_be_saved(io.BytesIO(urging_letter(waiting, agency, on)), f"Cong van don doc {on:%Y-%m-%d}.docx")


class Assign(Ask):
    """Have a colleague deal with an obligation."""

    rule = staticmethod(rules.can_assign)
    form_class = forms.Assign
    action = staticmethod(actions.assign)
    heading = _("Phân công xử lý")
    told = _("Việc hiện trong “Việc của tôi” của người được phân công; cơ quan vẫn là đơn vị thực hiện.")
    button = _("Phân công")
    done = _("Đã phân công.")
    stays = True


assign_activity = Assign.as_view(rows=activities_seen_by)
assign_commitment = Assign.as_view(rows=commitments_seen_by)
