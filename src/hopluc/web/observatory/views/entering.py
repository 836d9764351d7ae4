"""A series: its figures, giving them by hand or from a pasted table, checking them, evidence."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from hopluc.errors import HopLucError
from hopluc.reporting.official import moment_in_words
from hopluc.sheets import write_refused, write_workbook
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.observatory import actions, forms, grids, queries, refusing, rules
from hopluc.web.observatory.pages import series_page
from hopluc.web.pages import crud
from hopluc.web.pages.asking import GiveReason


@require_safe
@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The figures of an edition as Excel, as they stand: of the series the user sees."""
    edition = get_object_or_404(queries.editions_seen_by(request.user), pk=pk)
    rows = queries.series_seen_by(request.user).filter(edition=edition).prefetch_related("entries")
    at = timezone.localtime()
    note = f"Số liệu đến {moment_in_words(at)}. Giữ nguyên cột “Mã dòng”; ô số liệu trống là chưa có, không phải bằng 0."
    book = write_workbook(grids.GRID, grids.lines_of(edition, rows), heading=(str(edition).upper(), note))
    return to_be_saved(BytesIO(book), f"so-lieu-chi-so-{edition.pk}.xlsx")


class HandIn(crud.Ask):
    """Take an edited table in, then tell what went in and what did not."""

    template_name = "observatory/hand_in.html"

    def form_valid(self, form: Any) -> HttpResponse:
        user: Any = self.request.user
        rows = queries.series_seen_by(user).filter(edition=self.object)
        mine = [row for row in rows.prefetch_related("entries") if rules.can_enter(user, row)]
        try:
            done = actions.hand_in_figures(self.object, by=user, file=form.cleaned_data["file"], series=mine)
        except HopLucError as mishap:
            form.add_error("file", str(mishap))
            return self.form_invalid(form)
        kept = {"kept": refusing.sealed(self.object, done.refused)} if done.refused else {}
        return self.render_to_response(self.get_context_data(form=form, done=done, **kept))


hand_in = HandIn.as_view(
    rows=queries.editions_seen_by,
    rule=rules.can_hand_in,
    form_class=forms.HandIn,
    action=actions.hand_in_figures,
    heading=_("Nhập lại bảng Excel đã điền"),
    told=_("Dòng đúng được gửi ngay; dòng chưa vào được nêu kèm lý do. Dòng không sửa được giữ nguyên."),
    button=_("Nhập bảng"),
)


@require_POST
@login_required
def refused_rows(request: HttpRequest, pk: int) -> FileResponse:
    """The rows that did not go in, as the page that told them kept them, each with its reason: a file to be mended and handed in again."""
    edition = get_object_or_404(queries.editions_seen_by(request.user), pk=pk)
    try:
        refused = refusing.unsealed(edition, request.POST.get("rows", ""))
    except BadSignature:
        raise Http404 from None
    note = f"{edition}. Đề nghị sửa theo lý do ở cột cuối rồi nhập lại tệp này."
    book = write_refused(grids.GRID, refused, heading=("CÁC DÒNG CHƯA ĐƯA VÀO", note))
    return to_be_saved(BytesIO(book), f"chua-vao-{pk}.xlsx")


series = crud.Show.as_view(
    rows=queries.series_seen_by, rule=crud.anyone_who_sees, beside=series_page, template_name="observatory/series.html"
)


class Stay(crud.Ask):
    """Do it, then show the series again."""

    stays = True
    rows = staticmethod(queries.series_seen_by)


class EnterFigures(Stay):
    """The figures of a series, a line a unit."""

    template_name = "observatory/enter_figures.html"


class ChooseUnits(Stay):
    """Figures of a series to be chosen; where there are none, that is said instead."""

    template_name = "observatory/choose_units.html"
    none: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"none": self.none}


class Paste(Stay):
    """The figures of a series from a pasted table."""

    def said(self, form: Any) -> dict[str, Any]:
        return {"given": form.cleaned_data["table"]}


enter_figures = EnterFigures.as_view(
    rule=rules.can_enter,
    form_class=forms.Figures,
    action=actions.enter_figures,
    heading=_("Nhập số liệu"),
    button=_("Gửi số liệu"),
    done=_("Đã gửi số liệu; chờ cơ quan thường trực kiểm tra."),
)
paste = Paste.as_view(
    rule=rules.can_enter,
    form_class=forms.Paste,
    action=actions.enter_figures,
    heading=_("Dán bảng số liệu"),
    button=_("Gửi số liệu"),
    done=_("Đã gửi số liệu; chờ cơ quan thường trực kiểm tra."),
)
check = ChooseUnits.as_view(
    none=_("Không có số liệu nào chờ kiểm tra: chưa có số liệu mới gửi, hoặc số liệu do chính tài khoản này nhập."),
    rule=rules.can_check,
    form_class=forms.CheckFigures,
    action=actions.check_figures,
    heading=_("Xác nhận đã kiểm tra"),
    told=_("Chỉ liệt kê số liệu do người khác nhập: người nhập không tự kiểm tra."),
    button=_("Đã kiểm tra"),
    done=_("Đã ghi nhận kiểm tra."),
)
ask = ChooseUnits.as_view(
    none=_("Chưa có số liệu nào đã gửi để đề nghị bổ sung."),
    rule=rules.can_check,
    form_class=forms.AskForMore,
    action=actions.ask_for_more,
    heading=_("Đề nghị bổ sung"),
    told=_("Số liệu được đề nghị bổ sung chưa tính vào điểm cho đến khi gửi lại."),
    button=_("Đề nghị bổ sung"),
    done=_("Đã đề nghị bổ sung."),
)
accept = ChooseUnits.as_view(
    none=_("Chưa có số liệu nào đã kiểm tra để ghi nhận."),
    rule=rules.can_check,
    form_class=forms.NoteAccepted,
    action=actions.note_accepted,
    heading=_("Ghi nhận được Bộ chấp nhận"),
    button=_("Ghi nhận"),
    done=_("Đã ghi nhận."),
)
attach = crud.Ask.as_view(
    rows=queries.entries_seen_by,
    rule=rules.can_attach,
    form_class=forms.Attach,
    action=actions.attach_proof,
    template_name="observatory/attach.html",
    heading=_("Gắn minh chứng"),
    told=_("Tệp tải lên được đọc như mọi văn bản; không tải lên tài liệu có dấu chỉ độ mật."),
    button=_("Gắn minh chứng"),
    done=_("Đã gắn minh chứng."),
)
detach = crud.Ask.as_view(
    rows=queries.proofs_seen_by,
    rule=lambda user, proof: rules.can_attach(user, proof.entry),
    form_class=GiveReason,
    action=actions.detach_proof,
    heading=_("Gỡ minh chứng"),
    told=_("Văn bản vẫn còn trong hệ thống; chỉ gỡ khỏi số liệu này."),
    button=_("Gỡ minh chứng"),
    done=_("Đã gỡ minh chứng."),
)
