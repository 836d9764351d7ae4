"""What is asked of a definition of an office's own: whose it is, what it stands in place of, from which day, by which paper."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Organisation

NEW = ""
"""The code of a definition that stands in place of none."""


class FromWhen(AskForm):
    """From which day, and by which paper or conclusion."""

    since = Day(label=_("Từ ngày"))
    source = forms.CharField(label=_("Căn cứ (văn bản, kết luận nào)"), max_length=1_000, widget=lines(2))


class LaidHead(forms.Form):
    """What every definition says of itself."""

    owner = forms.ModelChoiceField(Organisation.objects.none(), label=_("Cơ quan"), empty_label=None)
    code = forms.ChoiceField(label=_("Lưu thành"), required=False)
    name = forms.CharField(label=_("Tên"), max_length=300)
    since = Day(label=_("Có hiệu lực từ ngày"))
    source = forms.CharField(label=_("Căn cứ (văn bản, kết luận nào)"), max_length=1_000, widget=lines(2))

    def __init__(self, *args: Any, organisations: Any, codes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["code"].choices = [*codes, (NEW, _("Bản mới, không thay bản nào"))]  # type: ignore[attr-defined]
