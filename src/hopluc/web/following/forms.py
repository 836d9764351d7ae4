"""What is said of an object, to whom; which file is attached, and why a newer one."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hopluc.web.following.models import Scope
from hopluc.web.pages.crud import AskForm


class AFile(forms.FileField):
    """A file no larger than the site takes."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file and file.size > settings.MOST_UPLOAD_BYTES:
            raise forms.ValidationError(_("Tệp lớn hơn %(most)s MB.") % {"most": settings.MOST_UPLOAD_BYTES // 2**20})
        return file


class SayRemark(AskForm):
    """A remark, and who may read it."""

    text = forms.CharField(
        label=_("Ý kiến"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nhắc một đồng nghiệp: @ và họ tên đầy đủ, như @Trần Thị Hà; người đó được báo."),
    )
    scope = forms.ChoiceField(label=_("Ai đọc được"), choices=Scope.choices, initial=Scope.AGENCY)


class Attach(AskForm):
    """A file, what it is called, and who may read it."""

    title = forms.CharField(label=_("Tên tệp đính kèm"), max_length=300)
    file = AFile(label=_("Tệp"))
    scope = forms.ChoiceField(label=_("Ai đọc được"), choices=Scope.choices, initial=Scope.AGENCY)


class AttachVersion(AskForm):
    """A newer version, and why."""

    file = AFile(label=_("Tệp"))
    reason = forms.CharField(label=_("Lý do"), max_length=2_000)
