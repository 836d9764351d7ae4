"""What an officer gives when a sheet comes back."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hopluc.web.crud import AskForm


class HandIn(AskForm):
    """The edited file."""

    file = forms.FileField(
        label=_("Tệp Excel đã sửa"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".xlsx"})
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.MOST_UPLOAD_BYTES:
            raise forms.ValidationError(_("Tệp vượt quá dung lượng được tiếp nhận. Đề nghị chia thành nhiều tệp."))
        return file


class EnterSheet(AskForm):
    """Which rows in conflict stand as the file has them."""

    from_file = forms.TypedMultipleChoiceField(label=_("Lấy theo tệp"), required=False, coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_file"].choices = [(number, number) for number, _key, _words in self.given.rows]  # type: ignore[attr-defined]
