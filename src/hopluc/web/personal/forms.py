"""What is asked before a person's data are erased."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.pages.asking import GiveReason


class Erase(GiveReason):
    """Why, and the name once more."""

    confirmed = forms.CharField(
        label=_("Ghi lại họ và tên để xác nhận"),
        max_length=200,
        help_text=_("Việc xóa không hoàn tác được."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "Ghi căn cứ, như: đề nghị ngày 02/03/2027 của người có dữ liệu. Không ghi tên, số điện thoại."
        )
