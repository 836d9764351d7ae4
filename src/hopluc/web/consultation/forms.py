"""Who is asked by when, what one says of a draft, what became of it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hopluc.web.consultation.models import Asked, Comment
from hopluc.web.crud import AskForm
from hopluc.web.people.models import User
from hopluc.web.people.queries import accounts_in_use
from hopluc.web.register.forms import lines
from hopluc.web.returns.queries import agencies_in

MOST_AGENCIES = 200
INSIDE_DAYS, AGENCIES_DAYS = 3, 7
"""Working days proposed; the officer sets others."""


class _AskFor(AskForm):
    days = forms.IntegerField(label=_("Thời hạn góp ý, ngày làm việc"), min_value=1, max_value=60)
    note = forms.CharField(label=_("Nội dung cần xin ý kiến"), required=False, max_length=5_000, widget=lines(2))


class AskInside(_AskFor):
    """Which colleagues, and in how many working days."""

    colleagues = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("Người được lấy ý kiến"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("colleagues", "days", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleagues"].queryset = accounts_in_use(self.given.owner)  # type: ignore[attr-defined]
        self.fields["days"].initial = INSIDE_DAYS


class AskAgencies(_AskFor):
    """Which agencies, and in how many working days."""

    agencies = forms.CharField(
        label=_("Cơ quan, đơn vị, mỗi dòng một đơn vị, theo thứ tự"), max_length=60_000, widget=lines(10)
    )
    field_order = ("agencies", "days", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].initial = AGENCIES_DAYS
        if not self.is_bound:
            self.fields["agencies"].initial = "\n".join(body.name for body in agencies_in(self.given.programme))

    def clean_agencies(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["agencies"].splitlines() if line.strip()]
        if len(names) > MOST_AGENCIES:
            raise ValidationError(_("Mỗi lần lấy ý kiến tối đa %(most)s cơ quan.") % {"most": MOST_AGENCIES})
        return names


class GiveOpinion(AskForm):
    """One's words, and the paragraph they are about."""

    text = forms.CharField(label=_("Ý kiến góp ý"), max_length=20_000, widget=lines(5))
    paragraph = forms.IntegerField(
        label=_("Về đoạn số (bỏ trống nếu góp ý chung)"), required=False, min_value=1, max_value=100_000
    )


class NoteOpinion(GiveOpinion):
    """What an agency sent on paper: who, by which paper; agreeing, or its words."""

    asked = forms.ModelChoiceField(Asked.objects.none(), label=_("Cơ quan góp ý"))
    source = forms.CharField(label=_("Số, ký hiệu, ngày văn bản góp ý"), max_length=300)
    agrees = forms.BooleanField(label=_("Thống nhất với dự thảo"), required=False)
    field_order = ("asked", "source", "agrees", "text", "paragraph")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked"].queryset = self.given.asked.select_related("organisation")  # type: ignore[attr-defined]
        self.fields["text"].required = False

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and not said["agrees"] and not said["text"]:
            raise ValidationError({"text": _("Đề nghị ghi ý kiến, hoặc chọn thống nhất với dự thảo.")})
        return said


class Answer(AskForm):
    """Taken or explained, in which words."""

    outcome = forms.ChoiceField(label=_("Kết quả"), choices=Comment.Outcome.choices)
    answer = forms.CharField(label=_("Nội dung tiếp thu, giải trình"), max_length=20_000, widget=lines(4))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].initial = self.given.outcome or Comment.Outcome.TAKEN
        self.fields["answer"].initial = self.given.answer


class Nothing(forms.Form):
    """A step that asks for no word."""


class PutUp(forms.Form):
    """The leader's word, where there is one."""

    note = forms.CharField(label=_("Ý kiến của lãnh đạo"), required=False, max_length=5_000, widget=lines(2))
