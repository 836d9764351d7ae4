"""Tổng quan: what is late, due soon, not begun, unanswered, to be checked and to be confirmed, each a link to its rows."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.web.documents.queries import documents_listed, number_awaiting
from hopluc.web.intake.pages import shown
from hopluc.web.intake.queries import checks_seen_by
from hopluc.web.register import ledger, lists, states
from hopluc.web.register.concern import Concern, concern_of
from hopluc.web.register.ledger import WORK
from hopluc.web.register.money_points import points_seen_by
from hopluc.web.register.queries import Asker, programmes_seen_by
from hopluc.web.register.states import Code
from hopluc.web.store.prepared import Prepared, number_of

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
    asker = lists.asker_of_work(user)
    programmes = _programmes(asker)
    concern = concern_of(user, on, programmes)
    owing = asker, on, concern.for_statements
    by_programme = lists.counts_by_programme(_task_lines(*owing))
    asked = lists.counts_by_programme(_petition_lines(asker, on))
    counts, waiting = (sum(of_each.values(), Counter()) for of_each in (by_programme, asked))
    counts[lists.SOON] += sum(_promises_near(*owing))
    told = [state for state in (Code.OVERDUE.value, Code.NOT_STARTED.value) if counts[state]]
    first = lists.first_tasks({state: _first_keys(*owing, state) for state in told}, on, concern)
    checks, awaiting = sum(_checks_counted(asker)), sum(number_awaiting(asker))
    return {
        "numbers": [*_numbers(counts, waiting[Code.UNANSWERED.value], checks, awaiting), _money(user)],
        "overdue": first.get(Code.OVERDUE.value, []),
        "soon": ledger.owed_rows(_first_near(*owing), on, concern) if counts[lists.SOON] else [],
        "not_started": first.get(Code.NOT_STARTED.value, []),
        "until": on + timedelta(lists.SOON_DAYS),
        "petitions": lists.shown_petitions(_unanswered(asker, on), on, concern),
        "petition_counts": waiting,
        "checks": [shown(finding) for finding in _first_checks(asker)],
        "documents": _first_awaiting(asker),
        "programmes": lists.shown_programmes(programmes[:MOST], on, by_programme, asked),
    }


_programmes = Prepared(programmes_seen_by)


def _owed(asker: Asker, on: date, concern: Concern) -> ledger.Ledger:
    return ledger.ledger_seen_by(asker, ledger.Chosen(), on, asker.programmes, concern)


@Prepared
def _task_lines(asker: Asker, on: date, concern: Concern) -> QuerySet[Any, Any]:
    return lists.task_lines(_owed(asker, on, concern).work, on)


@Prepared
def _first_keys(asker: Asker, on: date, concern: Concern, state: str) -> QuerySet[Any, Any]:
    return lists.first_keys(_owed(asker, on, concern).work, state, on, MOST)


@Prepared
def _promises_near(asker: Asker, on: date, concern: Concern) -> QuerySet[Any, Any]:
    return number_of(_owed(asker, on, concern).in_state(lists.SOON).commitments)


@Prepared
def _first_near(asker: Asker, on: date, concern: Concern) -> QuerySet[Any, Any]:
    return _owed(asker, on, concern).in_state(lists.SOON).keys()[:MOST]


@Prepared
def _petition_lines(asker: Asker, on: date) -> QuerySet[Any, Any]:
    return states.counted_by_code(lists.petitions_chosen(asker, {}, on), "programme")


@Prepared
def _unanswered(asker: Asker, on: date) -> QuerySet[Any, Any]:
    return lists.with_petition_parts(lists.petitions_chosen(asker, {}, on).filter(code=Code.UNANSWERED))[:MOST]


@Prepared
def _checks_counted(asker: Asker) -> QuerySet[Any, Any]:
    return number_of(checks_seen_by(asker))


@Prepared
def _first_checks(asker: Asker) -> QuerySet[Any, Any]:
    return checks_seen_by(asker).defer("version__locators", "version__furniture")[:MOST]


@Prepared
def _first_awaiting(asker: Asker) -> QuerySet[Any, Any]:
    return documents_listed(asker, awaiting=True)[:MOST]


def _numbers(counts: Any, unanswered: int, checks: int, awaiting: int) -> list[Number]:
    owed = reverse("register:ledger")
    tasks = f"{owed}?loai={WORK}"
    return [
        Number(counts[Code.OVERDUE.value], _("Nhiệm vụ quá hạn"), f"{tasks}&tinh_trang={Code.OVERDUE.value}", "late"),
        Number(counts[lists.SOON], _("Đến hạn trong 30 ngày"), f"{owed}?tinh_trang={lists.SOON}", "wait"),
        Number(
            counts[Code.NOT_STARTED.value],
            _("Nhiệm vụ chưa triển khai"),
            f"{tasks}&tinh_trang={Code.NOT_STARTED.value}",
            "wait",
        ),
        Number(unanswered, _("Kiến nghị chưa trả lời"), f"{reverse('register:petitions')}?tinh_trang=unanswered", "wait"),
        Number(checks, _("Điểm cần đối chiếu"), reverse("intake:checks"), "late"),
        Number(awaiting, _("Văn bản chờ xác nhận"), f"{reverse('documents:list')}?cho=1", "wait"),
    ]


def _money(user: Any) -> Number:
    return Number(len(points_seen_by(user)), _("Kinh phí cần kiểm tra"), reverse("register:money_points"), "late")
