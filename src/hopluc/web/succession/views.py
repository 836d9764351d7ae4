"""Pages of reorganisations: the acts that concern a user with the open questions, noting an act, taking one back, naming heirs."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from hopluc.web.intake.queries import organisations_written_for
from hopluc.web.pages.asking import Withdraw
from hopluc.web.pages.crud import Ask
from hopluc.web.people import actions
from hopluc.web.people.queries import organisations_of
from hopluc.web.register.queries import activities_seen_by, commitments_seen_by
from hopluc.web.returns.queries import rounds_seen_by
from hopluc.web.succession import forms, queries, rules


@require_safe
@login_required
def acts(request: HttpRequest) -> HttpResponse:
    """The acts that concern the user's programmes, and the obligations whose heir is to be named."""
    user: Any = request.user
    told = [{"row": act, "may_withdraw": rules.can_withdraw_succession(user, act)} for act in queries.acts_concerning(user)]
    questions = queries.questions_for(user, timezone.localdate())
    mine = {one.slug for one in questions if rules.can_settle_heir(user, one.row)}
    bodies = [
        {
            "asked": one,
            "mine": mine,
            "form": forms.SettleMany(asked=one) if mine & {each.slug for each in one.questions} else None,
        }
        for one in queries.by_body(questions)
    ]
    may_note = organisations_written_for(user)
    context = {"acts": told, "questions": questions, "bodies": bodies, "may_note": may_note}
    return render(request, "succession/acts.html", context)


@login_required
@require_POST
def settle_many(request: HttpRequest, former: int) -> HttpResponse:
    """Name the heir of many obligations of one body at once, all of those chosen or none."""
    user: Any = request.user
    seen = [one for one in queries.questions_for(user, timezone.localdate()) if one.predecessor.pk == former]
    if not seen:
        raise Http404
    questions = [one for one in seen if rules.can_settle_heir(user, one.row)]
    if not questions:
        raise PermissionDenied
    asked = queries.by_body(questions)[0]
    form = forms.SettleMany(request.POST, asked=asked)
    if not form.is_valid():
        messages.error(request, _("Đề nghị chọn ít nhất một nội dung, đơn vị kế thừa và ghi căn cứ."))
        return redirect("succession:acts")
    said = form.cleaned_data
    rows = [one.row for one in questions if one.slug in said["rows"]]
    try:
        made = actions.settle_heirs(
            rows, by=user, predecessor=asked.predecessor, successor=said["successor"], source=said["source"]
        )
    except ValidationError as refused:  # what was asked has changed since the page was shown
        messages.error(request, " ".join(refused.messages))
        return redirect("succession:acts")
    messages.success(request, _("Đã xác định đơn vị kế thừa của %(n)s nội dung.") % {"n": len(made)})
    return redirect("succession:acts")


ACTS = reverse_lazy("succession:acts")


class SettleHeir(Ask):
    """Name the heir of one obligation of one body."""

    to = ACTS
    form_class = forms.SettleHeir
    rule = staticmethod(rules.can_settle_heir)
    action = staticmethod(actions.settle_heir)
    heading = _("Xác định đơn vị kế thừa")
    told = _("Nghĩa vụ vẫn đứng tên đơn vị khi đó; từ nay sổ theo dõi nêu thêm đơn vị kế thừa đã chọn.")
    button = _("Xác định")
    done = _("Đã xác định đơn vị kế thừa.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.former = queries.body(kwargs["former"])
        return super().dispatch(request, *args, **kwargs)

    def get_object(self, queryset: Any = None) -> Any:
        row = super().get_object(queryset)
        if self.former is None or self.former not in queries.bodies_owing(row):
            raise Http404
        return row

    def get_form_kwargs(self) -> dict[str, Any]:
        assert self.former is not None, "get_object has refused what has none"
        return super().get_form_kwargs() | {"candidates": queries.candidates_for(self.former, timezone.localdate())}

    def said(self, form: Any) -> dict[str, Any]:
        return super().said(form) | {"predecessor": self.former, "owner": self.object.owner}


reorganise = Ask.as_view(
    rows=organisations_of,
    rule=rules.can_reorganise,
    form_class=forms.Reorganise,
    action=actions.reorganise,
    heading=_("Ghi nhận sắp xếp tổ chức bộ máy"),
    told=_(
        "Nhiệm vụ, cam kết vẫn đứng tên đơn vị khi đó; đơn vị kế thừa được suy ra theo ngày. Chia thành nhiều đơn vị thì xác định từng nghĩa vụ."
    ),
    button=_("Ghi nhận"),
    done=_("Đã ghi nhận."),
    to=ACTS,
)
withdraw = Ask.as_view(
    rows=queries.acts_concerning,
    rule=rules.can_withdraw_succession,
    form_class=Withdraw,
    action=actions.withdraw_succession,
    heading=_("Rút ghi nhận sắp xếp"),
    told=_("Đơn vị kế thừa trở lại như khi chưa ghi nhận; nhật ký giữ lại nội dung."),
    button=_("Rút ghi nhận"),
    done=_("Đã rút ghi nhận."),
    to=ACTS,
)
settle_activity = SettleHeir.as_view(rows=activities_seen_by)
settle_commitment = SettleHeir.as_view(rows=commitments_seen_by)
settle_round = SettleHeir.as_view(rows=rounds_seen_by)
