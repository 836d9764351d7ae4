"""What many forms ask alike: a day, some lines of words, why, or nothing but to press the button."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.crud import AskForm

DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")


class Day(forms.DateField):
    """A day, chosen from the browser's calendar or typed as dd/mm/yyyy."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), input_formats=DAY_FORMATS, **kwargs)


def lines(rows: int = 4) -> forms.Textarea:
    """A field of so many lines."""
    return forms.Textarea(attrs={"rows": rows})


class GiveReason(AskForm):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=2_000, widget=lines(2))


class Withdraw(AskForm):
    """Why it is taken back."""

    reason = forms.CharField(label=_("Lý do rút"), max_length=2_000, widget=lines(2))


class Nothing(forms.Form):
    """A step that asks for no word."""
