"""Which colleague deals with it, or with all of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.agenda.models import HandOver as Act
from hopluc.web.agenda.queries import colleagues_of
from hopluc.web.pages.asking import offer_persons
from hopluc.web.pages.crud import AskForm
from hopluc.web.people import queries as people
from hopluc.web.people.models import Membership, User
from hopluc.web.people.rules import WRITERS, can_close_account, can_end_place


class Assign(AskForm):
    """A colleague of one's own agency."""

    user = forms.ModelChoiceField(User.objects.none(), label=_("Người xử lý"))

    def __init__(self, *args: Any, user: Any, given: Any, **kwargs: Any) -> None:
        super().__init__(*args, user=user, given=given, **kwargs)
        offer_persons(self.fields["user"], colleagues_of(user))


class HandOver(AskForm):
    """To which colleague who may write there, what becomes of the account, and why."""

    taker = forms.ModelChoiceField(User.objects.none(), label=_("Người nhận bàn giao"))
    then = forms.ChoiceField(label=_("Sau khi bàn giao"), choices=Act.Then.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Căn cứ, lý do"), max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Membership = self.given
        writers = Membership.objects.filter(organisation=place.organisation_id, role__in=WRITERS).values("user")
        offer_persons(self.fields["taker"], people.colleagues_of(place).filter(pk__in=writers))
        then = [(Act.Then.KEPT.value, Act.Then.KEPT.label)]
        if can_end_place(self.user, place):
            then.append((Act.Then.PLACE_ENDED.value, Act.Then.PLACE_ENDED.label))
        if can_close_account(self.user, place.user):
            then.append((Act.Then.ACCOUNT_CLOSED.value, Act.Then.ACCOUNT_CLOSED.label))
        self.fields["then"].choices = then  # type: ignore[attr-defined]
        self.fields["then"].initial = Act.Then.KEPT
