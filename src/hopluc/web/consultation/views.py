"""Pages of consultations: the way of a draft, asking, giving an opinion, answering it, the table in Word, to signature."""

import io
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hopluc.vietnamese import slug
from hopluc.web.consultation import actions, forms, pages, queries, rules
from hopluc.web.consultation import photographs as remarks
from hopluc.web.consultation.models import Consultation, Photographs
from hopluc.web.consultation.words import comment_table
from hopluc.web.documents.files import open_kept
from hopluc.web.gate.edge import number_in, to_be_saved
from hopluc.web.issuing.pages import file_of, points
from hopluc.web.pages.asking import Nothing
from hopluc.web.pages.crud import Ask, List, Show, anyone_who_sees, refuse

consultations = List.as_view(rows=queries.consultations_seen_by, template_name="consultation/list.html")
draft = Show.as_view(
    rows=queries.drafts_asked_about, rule=anyone_who_sees, beside=pages.draft_page, template_name="consultation/draft.html"
)
show = Show.as_view(
    rows=queries.consultations_seen_by,
    rule=anyone_who_sees,
    beside=pages.consultation_page,
    template_name="consultation/show.html",
)
ask_inside = Ask.as_view(
    rows=queries.drafts_asked_about,
    rule=rules.can_ask_for_opinions,
    form_class=forms.AskInside,
    action=actions.ask_inside,
    heading=gettext_lazy("Lấy ý kiến nội bộ"),
    told=gettext_lazy("Người được lấy ý kiến thấy dự thảo trong “Việc của tôi” và góp ý theo từng đoạn."),
    button=gettext_lazy("Lấy ý kiến"),
    done=gettext_lazy("Đã gửi lấy ý kiến."),
)
ask_agencies = Ask.as_view(
    rows=queries.drafts_asked_about,
    rule=rules.can_ask_for_opinions,
    form_class=forms.AskAgencies,
    action=actions.ask_agencies,
    heading=gettext_lazy("Lấy ý kiến các cơ quan, đơn vị"),
    told=gettext_lazy(
        "Cơ quan dùng hệ thống thấy dự thảo trong “Việc của tôi”; ý kiến của cơ quan gửi bằng văn bản được ghi nhận thay."
    ),
    button=gettext_lazy("Lấy ý kiến"),
    done=gettext_lazy("Đã gửi lấy ý kiến."),
)


class _PutUp(Ask):
    """The leader's word on a draft, beside what is still to be looked at in it: nobody agrees without having been told."""

    template_name = "consultation/put_up.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"points": points(self.object)}


put_up = _PutUp.as_view(
    rows=queries.drafts_asked_about,
    rule=rules.can_put_up,
    form_class=forms.PutUp,
    action=actions.put_up,
    heading=gettext_lazy("Đồng ý trình ký"),
    told=gettext_lazy(
        "Sau bước này, nội dung và số liệu của dự thảo được chốt; thay đổi được lập thành dự thảo tiếp theo. Việc ký số, cấp số và "
        "phát hành thực hiện trên hệ thống quản lý văn bản của cơ quan."
    ),
    button=gettext_lazy("Đồng ý trình ký"),
    done=gettext_lazy("Đã đồng ý trình ký; dự thảo được chốt."),
)


class _OfConsultation(Ask):
    """A step asked for on a page of its own; then the consultation again."""

    form_class = Nothing
    stays = True


class _Give(Ask):
    """Say something of the draft; then back to the paragraph it is about."""

    def get_initial(self) -> dict[str, Any]:
        place = number_in(self.request.GET.get("doan"))
        return super().get_initial() | ({} if place is None else {"paragraph": place})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        quote = pages.quoted(self.object, self.request.GET.get("doan", ""))
        return super().get_context_data(**kwargs) | ({"told": f"“{quote}”"} if quote else {})

    def after(self, made: Any) -> HttpResponse:
        place = f"doan-{made.paragraph}" if made.paragraph else f"yk{made.pk}"
        return redirect(f"{self.object.get_absolute_url()}#{place}")


give = _Give.as_view(
    rows=queries.consultations_seen_by,
    rule=rules.can_give_opinion,
    form_class=forms.GiveOpinion,
    action=actions.give_opinion,
    heading=gettext_lazy("Góp ý dự thảo"),
    button=gettext_lazy("Gửi ý kiến"),
    done=gettext_lazy("Đã ghi ý kiến góp ý."),
)
note = Ask.as_view(
    rows=queries.consultations_seen_by,
    rule=rules.can_note_opinion,
    form_class=forms.NoteOpinion,
    action=actions.note_opinion,
    heading=gettext_lazy("Ghi nhận ý kiến gửi bằng văn bản"),
    told=gettext_lazy("Ghi đúng như trong văn bản góp ý; mỗi ý kiến về một đoạn ghi một lần."),
    button=gettext_lazy("Ghi nhận"),
    done=gettext_lazy("Đã ghi nhận ý kiến."),
)
take_photographs = Ask.as_view(
    rows=queries.consultations_seen_by,
    rule=rules.can_close_consultation,
    form_class=forms.TakePhotographs,
    action=remarks.take_photographs,
    heading=gettext_lazy("Nhập ảnh góp ý viết tay"),
    told=gettext_lazy("Máy đọc ảnh thành từng dòng để đề xuất; chữ viết tay thường đọc chưa đúng, đề nghị sửa theo ảnh."),
    button=gettext_lazy("Tải ảnh lên"),
    done=gettext_lazy("Đã nhận ảnh. Hệ thống đang đọc; tải lại trang sau ít phút."),
)
agree = _OfConsultation.as_view(
    rows=queries.consultations_seen_by,
    rule=rules.can_agree,
    action=actions.agree,
    heading=gettext_lazy("Thống nhất với dự thảo"),
    told=gettext_lazy("Cơ quan, cá nhân thống nhất với nội dung dự thảo; vẫn có thể góp ý thêm đến khi kết thúc."),
    button=gettext_lazy("Thống nhất"),
    done=gettext_lazy("Đã ghi nhận thống nhất."),
)
close = _OfConsultation.as_view(
    rows=queries.consultations_seen_by,
    rule=rules.can_close_consultation,
    action=actions.close_consultation,
    heading=gettext_lazy("Kết thúc lấy ý kiến"),
    told=gettext_lazy("Sau khi kết thúc không nhận thêm ý kiến; ý kiến đã có vẫn được tiếp thu, giải trình."),
    button=gettext_lazy("Kết thúc"),
    done=gettext_lazy("Đã kết thúc lấy ý kiến."),
)
answer = Ask.as_view(
    rows=queries.comments_seen_by,
    rule=rules.can_answer_comment,
    form_class=forms.Answer,
    action=actions.answer_comment,
    heading=gettext_lazy("Tiếp thu, giải trình"),
    button=gettext_lazy("Lưu"),
    done=gettext_lazy("Đã ghi nội dung tiếp thu, giải trình."),
)
withdraw = Ask.as_view(
    rows=queries.comments_seen_by,
    rule=rules.can_withdraw_comment,
    form_class=Nothing,
    action=actions.withdraw_comment,
    heading=gettext_lazy("Rút ý kiến góp ý"),
    button=gettext_lazy("Rút ý kiến"),
    done=gettext_lazy("Đã rút ý kiến."),
)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def photographs(request: HttpRequest, pk: int) -> HttpResponse:
    """Photographs of remarks beside the lines read in them, each to be taken, explained or dropped."""
    user: Any = request.user
    found: Photographs = get_object_or_404(queries.photographs_seen_by(user), pk=pk)
    may = rules.can_settle_photographs(user, found)
    if request.method == "POST" and not may:
        raise PermissionDenied
    shown = pages.pictures_of(found)
    pending = [line for one in shown for line in one.pending] if may else []
    form = forms.SettleLines(request.POST if request.method == "POST" else None, lines=pending)
    if form.is_bound and form.is_valid():
        try:
            made = remarks.settle_lines(found, by=user, said=form.said)
        except ValidationError as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("Đã xử lý %(n)s dòng; các dòng khác được giữ lại.") % {"n": len(made)})
            return redirect(found)
    context = {"object": found, "pictures": pages.with_fields(shown, form) if may else shown, "form": form, "may": may}
    return render(request, "consultation/photographs.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def picture(request: HttpRequest, pk: int, upload: int) -> HttpResponse:
    """A photograph as a picture of our own making."""
    found: Photographs = get_object_or_404(queries.photographs_seen_by(request.user), pk=pk)
    file = get_object_or_404(found.batch.uploads.select_related("document"), pk=upload)
    drawn = remarks.picture_of(file)
    if not drawn:
        raise Http404
    return HttpResponse(drawn, content_type="image/jpeg")


@require_safe
@login_required
def table(request: HttpRequest, pk: int) -> FileResponse:
    """The table of comments taken or explained, in Word, for the agency that asks."""
    found: Consultation = get_object_or_404(queries.consultations_seen_by(request.user), pk=pk)
    if not rules.is_of_owner(request.user, found):
        raise PermissionDenied
    made = comment_table(found, queries.comments_of([found]))
    return to_be_saved(io.BytesIO(made), f"bang-tiep-thu-giai-trinh-{slug(found.draft.programme.title)[:60]}.docx")


@require_safe
@login_required
def word(request: HttpRequest, pk: int) -> FileResponse:
    """The draft itself in Word, for whoever is asked about it."""
    found: Consultation = get_object_or_404(queries.consultations_seen_by(request.user), pk=pk)
    sha256, name = file_of(found.draft, "word")
    return to_be_saved(open_kept(sha256), name)
