"""What an officer chooses before a report is composed."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.asking import Day
from hopluc.web.register.models import Programme


class ComposeReview(forms.Form):
    """Of which programme, the day the figures are of, and whether the files end with the list of sources."""

    programme = forms.ModelChoiceField(Programme.objects.none(), label=pgettext_lazy("one", "Chương trình"), empty_label=None)
    on = Day(label=_("Số liệu đến ngày"))
    annex = forms.BooleanField(label=_("Kèm phụ lục nguồn"), required=False)

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]
        self.fields["on"].initial = timezone.localdate()

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("Ngày của số liệu chưa đến. Đề nghị chọn ngày hôm nay hoặc một ngày đã qua."))
        return on
