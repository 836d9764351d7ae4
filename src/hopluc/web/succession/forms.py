"""What an officer types of an act of reorganisation, and of who takes over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.pages.asking import Day
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Organisation, Succession
from hopluc.web.succession.queries import OfBody


def _names(said: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in said.splitlines() if line.strip()))


class Reorganise(AskForm):
    """Which bodies passed to which, when, by which act."""

    predecessors = forms.CharField(
        label=_("Đơn vị trước sắp xếp, mỗi dòng một đơn vị"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    successors = forms.CharField(
        label=_("Đơn vị kế thừa, mỗi dòng một đơn vị"), max_length=5_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    day = Day(label=_("Có hiệu lực từ ngày"))
    scope = forms.ChoiceField(label=_("Phạm vi"), choices=Succession.Scope.choices)
    detail = forms.CharField(label=_("Chức năng, địa bàn (nếu là một phần)"), required=False, max_length=2_000)
    source = forms.CharField(label=_("Căn cứ"), max_length=1_000, help_text=_("Như: Nghị quyết số 202/2025/QH15."))

    def clean_predecessors(self) -> list[str]:
        return _names(self.cleaned_data["predecessors"])

    def clean_successors(self) -> list[str]:
        return _names(self.cleaned_data["successors"])


class SettleHeir(AskForm):
    """Which of the candidates takes over, and why."""

    successor = forms.ModelChoiceField(Organisation.objects.none(), label=_("Đơn vị kế thừa"), empty_label=None)
    source = forms.CharField(label=_("Căn cứ, lý do"), max_length=1_000)

    def __init__(self, *args: Any, candidates: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = candidates  # type: ignore[attr-defined]


class SettleMany(forms.Form):
    """Of which rows the heir is named, which of the candidates it is, and why."""

    rows = forms.MultipleChoiceField(label=_("Nội dung"), widget=forms.CheckboxSelectMultiple)
    successor = forms.ModelChoiceField(Organisation.objects.none(), label=_("Đơn vị kế thừa"))
    source = forms.CharField(label=_("Căn cứ, lý do"), max_length=1_000)

    def __init__(self, *args: Any, asked: OfBody, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"auto_id": f"don-vi-{asked.predecessor.pk}-%s"})
        self.fields["rows"].choices = [(one.slug, one.title) for one in asked.questions]  # type: ignore[attr-defined]
        among = Organisation.objects.filter(pk__in=[body.pk for body in asked.candidates])
        self.fields["successor"].queryset = among  # type: ignore[attr-defined]
