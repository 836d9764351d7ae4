"""Who is asked by when, what one says of a draft, what became of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hopluc.web.consultation.models import Asked, Comment
from hopluc.web.consultation.photographs import Do, Line, Said
from hopluc.web.intake.forms import ManyFiles
from hopluc.web.pages.asking import lines, offer_persons
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import User
from hopluc.web.people.queries import accounts_in_use
from hopluc.web.returns.queries import agencies_in

MOST_AGENCIES = 200
INSIDE_DAYS, AGENCIES_DAYS = 3, 7
"""Working days proposed; the officer sets others."""
small = lines(2)


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
        offer_persons(self.fields["colleagues"], accounts_in_use(self.given.owner))
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


class TakePhotographs(AskForm):
    """Whose remarks, by which sheet or paper, and the photographs."""

    asked = forms.ModelChoiceField(Asked.objects.none(), label=_("Nơi góp ý"))
    source = forms.CharField(label=_("Phiếu, văn bản góp ý"), max_length=300, initial=_("Ghi tay trên bản in dự thảo"))
    files = ManyFiles(label=_("Ảnh chụp, bản quét"), allow_empty_file=True)  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked"].queryset = self.given.asked.select_related("organisation", "user")  # type: ignore[attr-defined]


class SettleLines(forms.Form):
    """What becomes of each line of photographed remarks; a line of which nothing is said stays."""

    def __init__(self, *args: Any, lines: Sequence[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            self.fields[f"{line.key}_text"] = forms.CharField(
                label=_("Ý kiến"), max_length=5_000, required=False, widget=small, initial=line.read
            )
            self.fields[f"{line.key}_do"] = forms.ChoiceField(
                label=_("Xử lý"), choices=[("", _("Để sau")), *Do.choices], required=False
            )
            self.fields[f"{line.key}_place"] = forms.IntegerField(
                label=_("Về đoạn số"), required=False, min_value=1, max_value=100_000
            )
            self.fields[f"{line.key}_answer"] = forms.CharField(
                label=_("Nội dung tiếp thu, giải trình"), max_length=5_000, required=False
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for line in self.lines:
            do = said.get(f"{line.key}_do")
            if do and do != Do.DROPPED and not said.get(f"{line.key}_text"):
                self.add_error(f"{line.key}_text", _("Đề nghị ghi ý kiến như trong ảnh, hoặc chọn bỏ dòng này."))
            if do in {Do.IN_PART, Do.EXPLAINED} and not said.get(f"{line.key}_answer"):
                self.add_error(f"{line.key}_answer", _("Đề nghị ghi nội dung tiếp thu, giải trình."))
        return said

    @property
    def said(self) -> list[Said]:
        """What is said of the lines of which something is."""
        given = self.cleaned_data
        return [
            Said(
                line,
                given[f"{line.key}_do"],
                given[f"{line.key}_text"],
                given[f"{line.key}_place"],
                given[f"{line.key}_answer"],
            )
            for line in self.lines
            if given[f"{line.key}_do"]
        ]


class Answer(AskForm):
    """Taken or explained, in which words."""

    outcome = forms.ChoiceField(label=_("Kết quả"), choices=Comment.Outcome.choices)
    answer = forms.CharField(label=_("Nội dung tiếp thu, giải trình"), max_length=20_000, widget=lines(4))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].initial = self.given.outcome or Comment.Outcome.TAKEN
        self.fields["answer"].initial = self.given.answer


class PutUp(forms.Form):
    """The leader's word, where there is one."""

    note = forms.CharField(label=_("Ý kiến của lãnh đạo"), required=False, max_length=5_000, widget=lines(2))
