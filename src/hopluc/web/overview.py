"""Tổng quan: what is late, due soon, not begun, unanswered, to be checked and to be confirmed, each a link to its rows."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.web.documents.queries import documents_listed
from hopluc.web.intake.pages import shown
from hopluc.web.intake.queries import checks_seen_by
from hopluc.web.register import ledger, lists
from hopluc.web.register.concern import concern_of
from hopluc.web.register.ledger import WORK
from hopluc.web.register.money_points import points_seen_by
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.register.states import Code

MOST = 6


@dataclass(frozen=True)
class Number:
    """A figure of the overview: how many, of what, where they are listed, and how it looks when there are any."""

    count: int
    label: Any
    address: str
    look: str = ""


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """How everything the user sees stands today."""
    return render(request, "overview.html", overview(request.user))


def overview(user: Any) -> dict[str, Any]:
    """The numbers and the first rows of each list."""
    on = timezone.localdate()
    programmes = list(programmes_seen_by(user))
    keys = [programme.pk for programme in programmes]
    concern = concern_of(user, on, programmes)
    owed = ledger.ledger_seen_by(user, ledger.Chosen(), on, keys, concern)
    tasks, petitions, near = owed.work, lists.petitions_chosen(user, {}, on), owed.in_state(lists.SOON)
    by_programme, asked = lists.task_counts_by_programme(tasks, on), lists.petition_counts_by_programme(petitions)
    counts, waiting = (sum(of_each.values(), Counter()) for of_each in (by_programme, asked))
    counts[lists.SOON] += near.commitments.count()
    checks, awaiting = checks_seen_by(user), documents_listed(user, awaiting=True)
    told = [state for state in (Code.OVERDUE.value, Code.NOT_STARTED.value) if counts[state]]
    first = lists.first_tasks(tasks, told, on, concern, MOST)
    unanswered = lists.with_petition_parts(petitions.filter(code=Code.UNANSWERED))[:MOST]
    checks_count, awaiting_count = checks.count(), awaiting.count()
    return {
        "numbers": [*_numbers(counts, waiting[Code.UNANSWERED.value], checks_count, awaiting_count), _money(user)],
        "overdue": first.get(Code.OVERDUE.value, []),
        "soon": ledger.owed_rows(list(near.keys()[:MOST]), on, concern) if counts[lists.SOON] else [],
        "not_started": first.get(Code.NOT_STARTED.value, []),
        "until": on + timedelta(lists.SOON_DAYS),
        "petitions": lists.shown_petitions(unanswered, on, concern),
        "petition_counts": waiting,
        "checks": [shown(finding) for finding in checks.defer("version__locators", "version__furniture")[:MOST]],
        "documents": list(awaiting[:MOST]),
        "programmes": lists.shown_programmes(programmes[:MOST], on, by_programme, asked),
    }


def _numbers(counts: Any, unanswered: int, checks: int, awaiting: int) -> list[Number]:
    owed = reverse("register:ledger")
    tasks = f"{owed}?loai={WORK}"
    return [
        Number(counts[Code.OVERDUE.value], Code.OVERDUE.label, f"{tasks}&tinh_trang={Code.OVERDUE.value}", "late"),
        Number(counts[lists.SOON], _("Đến hạn trong 30 ngày"), f"{owed}?tinh_trang={lists.SOON}", "wait"),
        Number(counts[Code.NOT_STARTED.value], Code.NOT_STARTED.label, f"{tasks}&tinh_trang={Code.NOT_STARTED.value}", "wait"),
        Number(unanswered, _("Kiến nghị chưa trả lời"), f"{reverse('register:petitions')}?tinh_trang=unanswered", "wait"),
        Number(checks, _("Điểm cần đối chiếu"), reverse("intake:checks"), "late"),
        Number(awaiting, _("Văn bản chờ xác nhận"), f"{reverse('documents:list')}?cho=1", "wait"),
    ]


def _money(user: Any) -> Number:
    return Number(len(points_seen_by(user)), _("Kinh phí cần kiểm tra"), reverse("register:money_points"), "late")
