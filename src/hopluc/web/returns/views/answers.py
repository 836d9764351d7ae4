"""What the pages of the reporting year share: the row they may act on, and how an act is answered."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.reporting.official import moment_in_words
from hopluc.web.pages.crud import found_or_404
from hopluc.web.people.queries import account_of
from hopluc.web.returns import queries, rules
from hopluc.web.returns.models import Return, Round, Step
from hopluc.web.returns.words import code_of


def round_run(request: HttpRequest, pk: int) -> Round:
    """The round, for one who may run it."""
    found: Round = get_object_or_404(queries.rounds_seen_by(request.user), pk=pk)
    if not rules.can_run_round(account_of(request), found):
        raise PermissionDenied
    return found


def return_open_to(request: HttpRequest, pk: int, rule: Callable[[Any, Any], bool]) -> Return:
    """The return, for one whom the rule lets."""
    found: Return = found_or_404(queries.return_seen_by(request.user, pk))
    if not rule(request.user, found):
        raise PermissionDenied
    return found


def done(
    request: HttpRequest, back: Any, act: Callable[..., Any], *row: Any, told: Any = "", onward: Any = None, **said: Any
) -> HttpResponse:
    """Do one verb, then go `onward` or back, where that it is done is told; what is refused is told where one came from."""
    try:
        act(*row, by=account_of(request), **said)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        if told:
            messages.success(request, told)
        back = onward or back
    return redirect(back)


def sent_in_words(step: Step) -> str:
    """That a return was sent: to whom, when, by its deadline or after, and the code to look it up by."""
    row, at = step.of_return, timezone.localtime(step.at)
    late = at.date() > row.round.due_on
    said = {
        "agency": row.agency,
        "owner": row.round.owner,
        "at": moment_in_words(at),
        "when": _("sau hạn") if late else _("trong hạn"),
        "code": code_of(row),
    }
    return (
        _(
            "Đã gửi báo cáo của %(agency)s đến %(owner)s lúc %(at)s (%(when)s). Mã tra cứu: %(code)s. Bản ký gửi qua hệ thống quản lý "
            "văn bản sẽ được đối chiếu với nội dung này."
        )
        % said
    )
