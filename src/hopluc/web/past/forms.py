"""Which day, which two days."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.web.pages.asking import Day


def _past(day: Any) -> Any:
    """A day that has been: of a day to come nothing is known."""
    if day is not None and day > timezone.localdate():
        raise forms.ValidationError(_("Ngày này chưa đến. Đề nghị chọn hôm nay hoặc một ngày trước đó."))
    return day


class AsOf(forms.Form):
    """A day."""

    ngay = Day(label=_("Xem như ngày"))

    def clean_ngay(self) -> Any:
        return _past(self.cleaned_data["ngay"])


class Between(forms.Form):
    """Two days, in whichever order."""

    tu = Day(label=_("Từ hết ngày"))
    den = Day(label=_("đến hết ngày"))

    def clean_tu(self) -> Any:
        return _past(self.cleaned_data["tu"])

    def clean_den(self) -> Any:
        return _past(self.cleaned_data["den"])


def usual_days() -> dict[str, Any]:
    """What the forms offer before anything was asked: the last month."""
    today = timezone.localdate()
    return {"ngay": today - timedelta(30), "tu": today - timedelta(30), "den": today}
