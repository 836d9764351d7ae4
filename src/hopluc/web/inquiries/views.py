"""Pages of inquiries: asked inside a return, answered by a private link without an account, taken over, sent back, revoked."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.web.gate.problems import dead_link
from hopluc.web.inquiries import actions, forms, pages, queries, rules
from hopluc.web.pages.asking import Nothing
from hopluc.web.pages.crud import Ask, Do, Show
from hopluc.web.returns.papers import qr_code

show = Show.as_view(
    rows=queries.returns_of_own, rule=rules.can_see, beside=pages.return_page, template_name="inquiries/show.html"
)


class _AskColleague(Ask):
    """Ask; then show the link, this once, with its QR code."""

    def after(self, made: Any) -> HttpResponse:
        address = self.request.build_absolute_uri(reverse("inquiries:by_link", args=[made.token]))
        context = {"object": self.object, "inquiry": made.inquiry, "address": address, "code": qr_code(address)}
        letter = pages.letter(made.inquiry, address)
        return render(self.request, "inquiries/made.html", context | {"letter": letter})


ask = _AskColleague.as_view(
    rows=queries.returns_of_own,
    rule=rules.can_ask,
    form_class=forms.AskColleague,
    action=actions.ask_colleague,
    heading=gettext_lazy("Xin số liệu phòng, đơn vị, đồng nghiệp"),
    told=gettext_lazy(
        "Người được hỏi mở liên kết, điền các dòng được chọn, không cần tài khoản. Nội dung trả lời chỉ là đề xuất cho đến khi được lấy vào báo cáo."
    ),
    button=gettext_lazy("Tạo liên kết"),
    back=lambda asked: reverse("inquiries:show", args=[asked.pk]),
)


send_back = Ask.as_view(
    rows=queries.inquiries_seen_by,
    rule=rules.can_send_back,
    form_class=forms.SendBack,
    action=actions.send_back,
    heading=gettext_lazy("Đề nghị làm rõ"),
    told=gettext_lazy("Người được hỏi thấy lời này khi mở lại liên kết và trả lời lại được."),
    button=gettext_lazy("Gửi đề nghị"),
    done=gettext_lazy("Đã ghi đề nghị làm rõ."),
    stays=True,
)
revoke = Ask.as_view(
    rows=queries.inquiries_seen_by,
    rule=rules.can_revoke,
    form_class=Nothing,
    action=actions.revoke_inquiry,
    heading=gettext_lazy("Thu hồi liên kết"),
    told=gettext_lazy("Liên kết không mở được nữa; nội dung đã trả lời được giữ."),
    button=gettext_lazy("Thu hồi"),
    done=gettext_lazy("Đã thu hồi liên kết."),
    stays=True,
)


class _TakeOver(Do):
    """Take over by a button; what is refused is told on the page of the inquiries."""

    http_method_names = ("post",)
    stays = True

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, " ".join(str(error) for errors in form.errors.values() for error in errors))
        return redirect(self.object)


take_over = _TakeOver.as_view(
    rows=queries.inquiries_seen_by,
    rule=rules.can_take_over,
    form_class=forms.TakeOver,
    action=actions.take_over,
    done=gettext_lazy("Đã lấy vào báo cáo."),
)


def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The lines asked for, opened by the private link without an account. Nothing else is to be reached from it."""
    inquiry = pages.inquiry_at(request, token)
    if inquiry is None:
        return dead_link(request)
    items = pages.items_asked(inquiry)
    form = None
    if rules.takes_answers(inquiry):
        form = forms.AnswerInquiry(
            request.POST if request.method == "POST" else None, items=items, proposed=pages.newest_answers(items)
        )
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            actions.answer_inquiry(inquiry, answers=form.answers)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, _("Đã gửi. Cảm ơn sự phối hợp; có thể mở lại liên kết này để sửa."))
            return redirect("inquiries:by_link", token=token)
    actions.note_use(inquiry)
    context = {"object": inquiry.of_return, "inquiry": inquiry, "form": form}
    response = render(request, "inquiries/by_link.html", context, status=400 if form and form.errors else 200)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
