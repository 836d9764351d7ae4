"""Pages of money beyond one programme: points to be checked, and the share of a place's budget for science and technology."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.errors import NotAnAmount
from hopluc.money import parse_dong, parse_number
from hopluc.web.documents.queries import evidence_of
from hopluc.web.measures.models import Observation
from hopluc.web.pages.crud import Show, anyone_who_sees
from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import organisations_of
from hopluc.web.register import actions, budget, rules
from hopluc.web.register.citing import AddEvidence, Cite
from hopluc.web.register.money_points import points_seen_by


@require_safe
@login_required
def money_points(request: HttpRequest) -> HttpResponse:
    """The points of money that the user's own organisations keep and should look at."""
    return render(request, "register/money_points.html", {"object_list": points_seen_by(request.user)})


class NoteBudget(AddEvidence):
    """A place's budget of a year, as a document says."""

    year = forms.IntegerField(label=_("Năm"), min_value=1990, max_value=2100)
    stage = forms.ChoiceField(label=_("Loại"), choices=[(stage.value, stage.label) for stage in budget.STAGES])
    total = forms.CharField(
        label=_("Tổng chi ngân sách địa phương"),
        max_length=100,
        help_text=_("Như: 5.132 triệu đồng; 1,5 tỷ đồng; 2.000.000.000."),
    )
    science = forms.CharField(label=_("Trong đó chi cho khoa học và công nghệ"), max_length=100, required=False)
    field_order = ("year", "stage", "total", "science", "document", "quote", "passage", "reason")
    looked_for = ("quote", "total", "science", "year")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year

    def clean_total(self) -> int:
        return _dong(self.cleaned_data["total"])

    def clean_science(self) -> int | None:
        said = self.cleaned_data["science"]
        return _dong(said) if said else None

    def clean(self) -> dict[str, Any]:
        typed = dict(self.cleaned_data)
        said = super().clean()
        return said if self.errors else said | {name: typed[name] for name in ("year", "stage", "total", "science")}


def _dong(words: str) -> int:
    try:
        return parse_dong(words)
    except NotAnAmount as refused:
        raise forms.ValidationError(str(refused)) from refused


class SetBudgetAim(AddEvidence):
    """The least share of a budget for science, from a year on, as a document says."""

    percent = forms.CharField(label=_("Ít nhất (%)"), max_length=20, help_text=_("Như: 2; 1,5."))
    first = forms.IntegerField(label=_("Từ năm"), min_value=1990, max_value=2100)
    last = forms.IntegerField(label=_("Đến năm (bỏ trống nếu không nêu)"), min_value=1990, max_value=2100, required=False)
    field_order = ("percent", "first", "last", "document", "quote", "passage", "reason")
    looked_for = ("quote", "percent")

    def clean_percent(self) -> Decimal:
        try:
            return parse_number(self.cleaned_data["percent"].strip().removesuffix("%").strip())
        except NotAnAmount as refused:
            raise forms.ValidationError(str(refused)) from refused

    def clean(self) -> dict[str, Any]:
        typed = dict(self.cleaned_data)
        said = super().clean()
        return said if self.errors else said | {name: typed[name] for name in ("percent", "first", "last")}


def _beside(user: Any, owner: Organisation) -> dict[str, Any]:
    rows = budget.figures_of_budget(owner)
    aims = [row for row in rows if row.stage == Observation.Stage.TARGET]
    return {
        "years": budget.years_of_budget(rows),
        "aims": aims,
        "evidence": evidence_of(rows, user),
        "may_note": rules.can_note_budget(user, owner),
    }


show_budget = Show.as_view(rows=organisations_of, rule=anyone_who_sees, beside=_beside, template_name="register/budget.html")


def _budget_page(owner: Organisation) -> str:
    return reverse("register:budget", args=[owner.pk])


note_budget = Cite.as_view(
    rows=organisations_of,
    rule=rules.can_note_budget,
    form_class=NoteBudget,
    action=actions.note_budget,
    heading=_("Ghi ngân sách địa phương"),
    told=_(
        "Ghi lại cùng năm, cùng loại thì sửa số đã ghi; nhật ký giữ số cũ. Mỗi số kèm câu trong nghị quyết, quyết định, báo cáo."
    ),
    done=_("Đã ghi ngân sách."),
    to=_budget_page,
)
set_budget_aim = Cite.as_view(
    rows=organisations_of,
    rule=rules.can_note_budget,
    form_class=SetBudgetAim,
    action=actions.set_budget_aim,
    heading=_("Đặt mục tiêu tỷ lệ chi cho KH&CN"),
    told=_("Mục tiêu lấy theo văn bản: nghị quyết, chương trình của địa phương hoặc văn bản cấp trên."),
    done=_("Đã đặt mục tiêu."),
    to=_budget_page,
)
