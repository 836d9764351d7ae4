"""Which colleague deals with it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.agenda.queries import colleagues_of
from hopluc.web.crud import AskForm
from hopluc.web.people.models import User


class Assign(AskForm):
    """A colleague of one's own agency."""

    user = forms.ModelChoiceField(User.objects.none(), label=_("Người xử lý"))

    def __init__(self, *args: Any, user: Any, given: Any, **kwargs: Any) -> None:
        super().__init__(*args, user=user, given=given, **kwargs)
        self.fields["user"].queryset = colleagues_of(user)  # type: ignore[attr-defined]
