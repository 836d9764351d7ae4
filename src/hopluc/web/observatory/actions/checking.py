"""Check figures by another's eyes, ask for more, note what the ministry accepted."""

from collections.abc import Collection, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import keep, record
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Entry, Series
from hopluc.web.people.models import User

State = Entry.State


@transaction.atomic
def check_figures(series: Series, *, by: User, units: Collection[str]) -> list[Entry]:
    """Say of figures, by the codes of their units, that they were checked (đã kiểm tra).

    Raises ValidationError where one was given by the same account, or does not wait to be checked.
    """
    rows = _chosen(series, units, {State.SENT})
    if own := [row for row in rows if not rules.is_another(by, row)]:
        told = ", ".join(str(row.unit) for row in own)
        raise ValidationError(
            _("Người nhập không tự kiểm tra số liệu của mình: %(units)s. Đề nghị cán bộ khác kiểm tra.") % {"units": told}
        )
    return _moved(series, rows, State.CHECKED, by=by, verb="check_figures", checked_by=by, checked_at=timezone.now())


@transaction.atomic
def ask_for_more(series: Series, *, by: User, units: Collection[str], wanted: str) -> list[Entry]:
    """Ask for more on figures (đề nghị bổ sung), saying what: our own wish, or the ministry's. Until given anew they do not count."""
    rows = _chosen(series, units, {State.SENT, State.CHECKED, State.ACCEPTED})
    return _moved(series, rows, State.ASKED, by=by, verb="ask_for_more", wanted=wanted[:1000], checked_by=None, checked_at=None)


@transaction.atomic
def note_accepted(series: Series, *, by: User, units: Collection[str]) -> list[Entry]:
    """Note that the ministry accepted figures that were checked (được Bộ chấp nhận)."""
    return _moved(series, _chosen(series, units, {State.CHECKED}), State.ACCEPTED, by=by, verb="note_accepted")


def _chosen(series: Series, units: Collection[str], states: Collection[str]) -> list[Entry]:
    """The figures of these units, all of them in one of these states. Raises ValidationError."""
    queries.held(series.edition)
    if not rules.is_open(series.edition):
        raise ValidationError(_("Kỳ này đã công bố nên số liệu được giữ nguyên. Đề nghị lập bản đính chính."))
    rows = [row for row in queries.entries_of(series).values() if row.unit.code in units]
    if not rows or len(rows) < len(set(units)):
        raise ValidationError(_("Đề nghị chọn ít nhất một đơn vị đã có số liệu."))
    if other := [row for row in rows if row.state not in states]:
        told = "; ".join(f"{row.unit}: {row.get_state_display()}" for row in other)
        raise ValidationError(_("Chưa thực hiện được với số liệu đang ở tình trạng khác: %(told)s.") % {"told": told})
    return rows


def _moved(series: Series, rows: Iterable[Entry], state: str, *, by: User, verb: str, **changes: Any) -> list[Entry]:
    rows = list(rows)
    before = {row.unit.code: row.state for row in rows}
    for row in rows:
        row.state = state
        for name, value in changes.items():
            setattr(row, name, value)
        keep(row)
    reason = str(changes.get("wanted", ""))
    record(by, verb, series, before={"states": before}, after={"states": dict.fromkeys(before, state)}, reason=reason)
    return rows
