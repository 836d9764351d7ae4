"""What many forms ask alike: a day, some lines of words, why, or nothing but to press the button."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import person_key
from hopluc.web.pages.crud import AskForm

DAY_FORMATS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")


class Day(forms.DateField):
    """A day (ngày), typed as dd/mm/yyyy or chosen from a calendar beside the field.

    Not the browser's own field: that one writes in the order of the computer's language, on many in our offices month first.
    """

    def __init__(self, **kwargs: Any) -> None:
        shown = {"placeholder": _("ngày/tháng/năm"), "data-calendar": _("Chọn trên lịch"), "autocomplete": "off"}
        wrong = {"invalid": _("Ngày viết theo dạng ngày/tháng/năm, ví dụ 07/11/2026.")}
        widget = forms.DateInput(attrs=shown, format="%d/%m/%Y")
        super().__init__(widget=widget, input_formats=DAY_FORMATS, error_messages=wrong, **kwargs)


class Moment(forms.DateTimeField):
    """A day and an hour, typed as hh:mm dd/mm/yyyy; the present moment unless said otherwise."""

    def __init__(self, **kwargs: Any) -> None:
        shown = {"placeholder": _("giờ:phút ngày/tháng/năm"), "autocomplete": "off"}
        widget = forms.DateTimeInput(attrs=shown, format="%H:%M %d/%m/%Y")
        wrong = {"invalid": _("Thời điểm viết theo dạng giờ:phút ngày/tháng/năm, ví dụ 14:30 07/11/2026.")}
        super().__init__(widget=widget, initial=timezone.now, error_messages=wrong, **kwargs)


def typed_day(words: str) -> date | None:
    """The day these words of an address say; None where they say none, or one that does not exist."""
    try:
        return Day(required=False).clean(words)  # type: ignore[no-any-return]
    except ValidationError:
        return None


def offer_persons(field: Any, accounts: QuerySet[Any]) -> None:
    """Let a field choose among accounts, which stand by their given names as in any Vietnamese list."""
    field.queryset = accounts
    none = [] if field.empty_label is None else [("", field.empty_label)]
    field.choices = none + [
        (one.pk, field.label_from_instance(one)) for one in sorted(accounts, key=lambda one: person_key(one.name))
    ]


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
