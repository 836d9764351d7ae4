"""What an officer chooses before a report is composed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.reporting import outline
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import holders_of
from hopluc.web.issuing.actions import MID_TERM
from hopluc.web.pages.asking import Day
from hopluc.web.register.models import Programme

SHARED = "chung"
"""The choice of the outline that everyone shares."""


class ComposeReview(forms.Form):
    """Of which programme, by which outline, the day the figures are of, and whether the files end with the list of sources."""

    programme = forms.ModelChoiceField(Programme.objects.none(), label=pgettext_lazy("one", "Chương trình"), empty_label=None)
    outline = forms.ChoiceField(label=_("Đề cương"), required=False)
    on = Day(label=_("Số liệu đến ngày"))
    annex = forms.BooleanField(label=_("Kèm phụ lục nguồn"), required=False)

    def __init__(self, *args: Any, programmes: Any, own: Sequence[OwnDefinition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {str(row.pk): row for row in own}
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]
        shared = (SHARED, _("%(name)s (dùng chung)") % {"name": outline(MID_TERM).name})
        self.fields["outline"].choices = [*self._told(own), shared]  # type: ignore[attr-defined]
        self.fields["outline"].initial = next((key for key, row in self.own.items() if row.code == MID_TERM), SHARED)
        self.fields["on"].initial = timezone.localdate()

    def _told(self, own: Sequence[OwnDefinition]) -> Iterator[tuple[str, str]]:
        """The office's own outlines, each with its version; with the office where there are several."""
        several = len({row.owner_id for row in own}) > 1
        for row in own:
            told = _("%(name)s (bản riêng %(number)s, từ %(since)s)") % {
                "name": row.name,
                "number": row.number,
                "since": f"{row.since:%d/%m/%Y}",
            }
            yield str(row.pk), f"{row.owner}: {told}" if several else told

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("Ngày của số liệu chưa đến. Đề nghị chọn ngày hôm nay hoặc một ngày đã qua."))
        return on

    def clean(self) -> dict[str, Any]:
        """`own` is the version chosen; of none chosen, the one that stands in place of the shared outline, None where none does."""
        said = super().clean() or {}
        key, programme = said.pop("outline", ""), said.get("programme")
        said["own"] = None
        if programme is None:
            return said
        holders = holders_of(programme.owner, timezone.localdate())
        if key == "":
            own = (row for row in self.own.values() if row.code == MID_TERM and row.owner_id in holders)
            said["own"] = next(own, None)
        elif key != SHARED:
            said["own"] = self.own[key]
            if said["own"].owner_id not in holders:
                raise ValidationError(
                    {
                        "outline": _(
                            "Đề cương này là của cơ quan khác. Đề nghị chọn đề cương của cơ quan thường trực chương trình."
                        )
                    }
                )
        return said
