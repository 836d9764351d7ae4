"""Give an obligation to a colleague, make the private address of a calendar, send reminders."""

import secrets
from collections.abc import Callable
from datetime import date, timedelta

from django.core.mail import EmailMessage, get_connection
from django.db import IntegrityError, transaction
from django.utils import timezone

from hopluc.web.agenda.models import Assignment, CalendarFeed, Reminder
from hopluc.web.agenda.queries import Agenda, agenda_of, reminded_accounts
from hopluc.web.agenda.words import reminder_body, reminder_subject
from hopluc.web.following.actions import note_mailed
from hopluc.web.following.queries import to_mail
from hopluc.web.journal.actions import amend, enter, record
from hopluc.web.people.models import Organisation, User
from hopluc.web.people.queries import agency_of
from hopluc.web.people.tokens import hash_of
from hopluc.web.register.models import Activity, Commitment


@transaction.atomic
def assign(row: Activity | Commitment, *, by: User, user: User, agency: Organisation | None = None) -> Assignment:
    """Have a colleague deal with an obligation (phân công xử lý); whoever dealt with it for the agency does so no longer."""
    owner = agency or agency_of(by)
    assert owner is not None, "who assigns acts for an agency"
    field = "activity" if isinstance(row, Activity) else "commitment"
    yesterday = timezone.localdate() - timedelta(1)
    for earlier in Assignment.objects.select_for_update(of=("self",)).filter(owner=owner, until=None, **{field: row}):
        amend(earlier, by=by, verb="end_assignment", changes={"until": yesterday})
    return enter(Assignment(owner=owner, user=user, **{field: row}), by=by, verb="assign")


@transaction.atomic
def renew_feed(user: User, *, by: User) -> str:
    """Give an account a new private calendar address; the one before leads nowhere any more. Returns the key, told only now."""
    key = secrets.token_urlsafe(32)
    feed, _ = CalendarFeed.objects.update_or_create(user=user, defaults={"sha256": hash_of(key)})
    record(by, "renew_feed", feed)
    return key


def remind(on: date, *, address: str = "", tell: Callable[[str], None] | None = None) -> int:
    """Send each account with an e-mail address what presses on that day, and what became of what it follows, once a day; returns how
    many letters went.

    A reminder is noted before it is sent, so that a second run sends none again; one that could not be sent is taken back.
    """
    connection, sent = get_connection(), 0
    for user in reminded_accounts(on):
        found, news = agenda_of(user, on), to_mail(user)
        if not (found.pressing or news) or not _noted(user, found):
            continue
        subject, body = reminder_subject(found, news), reminder_body(user, found, news, address)
        letter = EmailMessage(subject, body, to=[user.username], connection=connection)
        try:
            letter.send()
        except OSError as refused:
            Reminder.objects.filter(user=user, on=on).delete()
            if tell:
                tell(f"Chưa gửi được cho {user.username}: {refused}")
            continue
        if news:
            note_mailed(user, news[0].entry.number)
        sent += 1
    return sent


def _noted(user: User, found: Agenda) -> bool:
    """Note that the account is reminded; False where another run has just done so."""
    try:
        with transaction.atomic():
            Reminder.objects.create(user=user, on=found.on, count=found.pressing)
    except IntegrityError:
        return False
    return True
