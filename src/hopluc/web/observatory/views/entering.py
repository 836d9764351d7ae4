"""A series: its figures, giving them by hand or from a pasted table, checking them, evidence."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from hopluc.web import crud
from hopluc.web.observatory import actions, forms, queries, rules
from hopluc.web.observatory.pages import series_page

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
check = Stay.as_view(
    rule=rules.can_check,
    form_class=forms.CheckFigures,
    action=actions.check_figures,
    heading=_("Xác nhận đã kiểm tra"),
    told=_("Chỉ liệt kê số liệu do người khác nhập: người nhập không tự kiểm tra."),
    button=_("Đã kiểm tra"),
    done=_("Đã ghi nhận kiểm tra."),
)
ask = Stay.as_view(
    rule=rules.can_check,
    form_class=forms.AskForMore,
    action=actions.ask_for_more,
    heading=_("Đề nghị bổ sung"),
    told=_("Số liệu được đề nghị bổ sung chưa tính vào điểm cho đến khi gửi lại."),
    button=_("Đề nghị bổ sung"),
    done=_("Đã đề nghị bổ sung."),
)
accept = Stay.as_view(
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
    form_class=forms.Reason,
    action=actions.detach_proof,
    heading=_("Gỡ minh chứng"),
    told=_("Văn bản vẫn còn trong hệ thống; chỉ gỡ khỏi số liệu này."),
    button=_("Gỡ minh chứng"),
    done=_("Đã gỡ minh chứng."),
)
