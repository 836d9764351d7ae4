"""An edition: its table, who supplies what, withdrawing, correcting, what the ministry published."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from hopluc.web.observatory import actions, forms, queries, rules
from hopluc.web.observatory.pages import edition_page
from hopluc.web.pages import crud
from hopluc.web.pages.asking import GiveReason

edition = crud.Show.as_view(
    rows=queries.editions_seen_by, rule=crud.anyone_who_sees, beside=edition_page, template_name="observatory/edition.html"
)
suppliers = crud.Ask.as_view(
    rows=queries.editions_run_by,
    rule=rules.can_run_edition,
    form_class=forms.Suppliers,
    action=actions.name_suppliers,
    heading=_("Giao cơ quan cung cấp số liệu"),
    told=_("Cơ quan được giao chỉ thấy và nhập các chỉ số của mình; cơ quan chưa có trong danh mục được thêm mới."),
    done=_("Đã lưu cơ quan cung cấp."),
)


withdraw = crud.Ask.as_view(
    rows=queries.editions_run_by,
    rule=rules.can_run_edition,
    form_class=GiveReason,
    action=actions.withdraw_edition,
    heading=_("Rút kỳ chỉ số"),
    told=_("Chỉ rút được kỳ chưa công bố; nhật ký giữ lại nội dung."),
    button=_("Rút kỳ chỉ số"),
    done=_("Đã rút kỳ chỉ số."),
    to=reverse_lazy("observatory:indices"),
)
correct = crud.Ask.as_view(
    rows=queries.editions_run_by,
    rule=rules.can_correct,
    form_class=GiveReason,
    action=actions.correct_edition,
    heading=_("Lập bản đính chính"),
    told=_("Bản đã công bố được giữ nguyên. Bản đính chính mang theo số liệu, minh chứng và được sửa, kiểm tra, tính lại."),
    button=_("Lập bản đính chính"),
    done=_("Đã lập bản đính chính."),
)


class Official(crud.Ask):
    """Enter what the ministry published."""

    def said(self, form: Any) -> dict[str, Any]:
        return {"source": form.cleaned_data["source"], "announced": form.cleaned_data["table"]}


official = Official.as_view(
    rows=queries.editions_run_by,
    rule=rules.can_note_official,
    form_class=forms.Official,
    action=actions.note_official,
    heading=_("Nhập kết quả đã công bố"),
    told=_(
        "Kết quả do cơ quan chủ trì bộ chỉ số công bố được đặt bên cạnh điểm ước tính nội bộ; nhập lại thì thay bảng trước."
    ),
    done=_("Đã nhập kết quả đã công bố."),
)
