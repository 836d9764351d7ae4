"""Việc của tôi: what one owes and waits for; the letter that urges; the private calendar; who deals with what."""

import io
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from hopluc.web.agenda import actions, forms, handing, matters, queries, rules
from hopluc.web.agenda.feed import calendar_of
from hopluc.web.agenda.words import urging_letter
from hopluc.web.documents.queries import evidence_of
from hopluc.web.following.queries import unread
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages.asking import GiveReason
from hopluc.web.pages.crud import Ask, Show, anyone_who_sees
from hopluc.web.people.queries import agency_of
from hopluc.web.people.tokens import hash_of
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
    user: Any = request.user
    on, own = timezone.localdate(), request.GET.get("cua") == OWN
    found = queries.agenda_of(request.user, on, own_only=own)
    lines = [*found.overdue, *found.soon, *found.escalated]
    return {
        "agenda": found,
        "handed": [queries.asked_about(thing) for thing in matters.handed_to(request.user)],
        "unread": unread(user),
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
    feed = queries.feed_with(hash_of(key))
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


@require_safe
@login_required
def hand_overs(request: HttpRequest) -> HttpResponse:
    """Whose open matters the user may hand over, and what was handed over of late."""
    user: Any = request.user
    places = [place for place in matters.places_seen_by(user) if rules.can_hand_over(user, place)]
    today = timezone.localdate()
    left = [
        place
        for place in places
        if (place.user.is_active and place.holds(today)) or len(matters.matters_of(place.user, place.organisation))
    ]
    acts = matters.hand_overs_seen_by(user)[:50]
    return render(request, "agenda/hand_overs.html", {"places": left, "acts": acts})


class HandOver(Ask):
    """Show all a person has open, then hand it to a colleague."""

    template_name = "agenda/hand_over.html"
    rule = staticmethod(rules.can_hand_over)
    form_class = forms.HandOver
    action = staticmethod(handing.hand_over)
    heading = _("Bàn giao công việc")
    told = _("Mọi việc nêu dưới đây chuyển cho người nhận trong một lần, hoặc không việc nào; hoàn tác được trong 07 ngày.")
    button = _("Bàn giao")
    done = _("Đã bàn giao.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(matters=matters.matters_of(self.object.user, self.object.organisation), **kwargs)


def _beside_act(user: Any, act: Any) -> dict[str, Any]:
    items = [queries.asked_about(item.thing) for item in act.items.prefetch_related("thing")]
    return {"assignments": queries.assignments_moved(act), "items": items, "may_undo": rules.can_undo_hand_over(user, act)}


hand_over = HandOver.as_view(rows=matters.places_seen_by, back=reverse_lazy("agenda:hand_overs"))
handed_over = Show.as_view(
    rows=matters.hand_overs_seen_by, rule=anyone_who_sees, beside=_beside_act, template_name="agenda/handed_over.html"
)
undo_hand_over = Ask.as_view(
    rows=matters.hand_overs_seen_by,
    rule=rules.can_undo_hand_over,
    form_class=GiveReason,
    action=handing.undo_hand_over,
    heading=_("Hoàn tác bàn giao"),
    told=_("Việc chưa có gì thay đổi từ khi bàn giao trở lại với bên giao. Ủy quyền đã thôi thì ủy quyền lại nếu còn cần."),
    button=_("Hoàn tác"),
    done=_("Đã hoàn tác bàn giao."),
)
