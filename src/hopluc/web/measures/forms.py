"""What is asked when a figure is put right or taken out."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.errors import NotAnAmount
from hopluc.money import format_number, parse_dong
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.measures.typed import figure_of, words_of
from hopluc.web.pages.crud import AskForm


class Correct(AskForm):
    """The figure as it should be, at which stage, and why it was not."""

    figure = forms.CharField(label=gettext_lazy("Giá trị"), max_length=100)
    stage = forms.ChoiceField(label=gettext_lazy("Loại số liệu"), choices=Observation.Stage)
    reason = forms.CharField(label=gettext_lazy("Lý do sửa"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.given
        self.fields["figure"].initial = _as_typed(row)
        self.fields["figure"].help_text = (
            _("Như: 5.132 triệu đồng; 1,5 tỷ đồng; 2.000.000.000.")
            if row.indicator.is_money
            else _("Như: 1.200; 5,13; 1.000 - 1.200; khoảng 30; 17/20; Không phát sinh.")
        )
        self.fields["stage"].initial = row.stage

    def clean_figure(self) -> Figure:
        """The figure typed: whole đồng where money is counted."""
        words = self.cleaned_data["figure"]
        if not self.given.indicator.is_money:
            found = figure_of(words)
            if found is None:
                raise ValidationError(_("Chưa có số để sửa. Số ghi nhầm thì rút khỏi sổ."))
            return found
        try:
            amount = parse_dong(words)
        except NotAnAmount as refused:
            raise ValidationError(str(refused)) from refused
        return Figure.exact(Decimal(amount)) if amount else Figure.zero()


def _as_typed(row: Observation) -> str:
    figure = row.figure
    if row.indicator.is_money and figure.low is not None and figure.low == figure.high:
        return format_number(int(figure.low))
    return words_of(figure)
