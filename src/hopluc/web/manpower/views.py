"""Pages of training and trips: the programme's tables by year with their rows, needs, courses, delegations and their reports."""

import io
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.reporting.official import moment_in_words
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.manpower import actions, forms, pages, queries, rules
from hopluc.web.manpower.sheet import workbook_of
from hopluc.web.pages.asking import GiveReason
from hopluc.web.pages.crud import Ask, Show, anyone_who_sees
from hopluc.web.register.picking import suggested
from hopluc.web.register.queries import programmes_seen_by


@require_safe
@login_required
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Training and trips of a programme."""
    found = get_object_or_404(programmes_seen_by(request.user), pk=pk)
    return render(request, "manpower/programme.html", {"object": found, **pages.programme_page(request, found)})


@require_safe
@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The same as an Excel file, to be saved."""
    found = get_object_or_404(programmes_seen_by(request.user), pk=pk)
    at = f"Số liệu đến {moment_in_words(timezone.localtime())}."
    return to_be_saved(io.BytesIO(workbook_of(queries.kept_of(found), at)), f"nhan-luc-doan-cong-tac-{pk}.xlsx")


delegation = Show.as_view(
    rows=queries.delegations_seen_by,
    rule=anyone_who_sees,
    beside=pages.delegation_page,
    template_name="manpower/delegation.html",
)


def _programme(row: Any) -> str:
    """The page of training and trips of a programme, or of the programme of a row."""
    return reverse("manpower:programme", args=[getattr(row, "programme_id", row.pk)])


def _needs(row: Any) -> str:
    return f"{_programme(row)}?xem=nhu-cau"


def _courses(row: Any) -> str:
    return f"{_programme(row)}?xem=khoa-dao-tao"


state_need = Ask.as_view(
    rows=programmes_seen_by,
    rule=rules.can_state_need,
    form_class=forms.StateNeed,
    action=actions.state_need,
    to=_needs,
    heading=_("Ghi nhu cầu đào tạo"),
    button=_("Ghi nhận"),
    done=_("Đã ghi nhu cầu đào tạo."),
)
correct_need = Ask.as_view(
    rows=queries.needs_seen_by,
    rule=rules.can_change_need,
    form_class=forms.CorrectNeed,
    action=actions.correct_need,
    to=_needs,
    heading=_("Sửa nhu cầu đào tạo"),
    done=_("Đã sửa."),
)
withdraw_need = Ask.as_view(
    rows=queries.needs_seen_by,
    rule=rules.can_change_need,
    form_class=GiveReason,
    action=actions.withdraw_need,
    to=_needs,
    heading=_("Rút nhu cầu đào tạo"),
    button=_("Rút"),
    done=_("Đã rút."),
)
offer_course = Ask.as_view(
    rows=programmes_seen_by,
    rule=rules.can_plan,
    form_class=forms.OfferCourse,
    action=actions.offer_course,
    to=_courses,
    heading=_("Thêm khóa đào tạo"),
    told=_("Số người đã đào tạo được ghi sau khi tổ chức và tính vào các chỉ tiêu được chọn."),
    done=_("Đã thêm khóa đào tạo."),
)
keep_course = Ask.as_view(
    rows=queries.courses_seen_by,
    rule=rules.can_keep_course,
    form_class=forms.KeepCourse,
    action=actions.keep_course,
    to=_courses,
    heading=_("Lĩnh vực, số chỗ, chỉ tiêu của khóa đào tạo"),
    done=_("Đã lưu."),
)
note_trained = Ask.as_view(
    rows=queries.courses_seen_by,
    rule=rules.can_keep_course,
    form_class=forms.NoteTrained,
    action=actions.note_trained,
    to=_courses,
    heading=_("Ghi kết quả khóa đào tạo"),
    done=_("Đã ghi kết quả."),
)
note_exchange = Ask.as_view(
    rows=programmes_seen_by,
    rule=rules.can_plan,
    form_class=forms.NoteExchange,
    action=actions.note_exchange,
    to=_programme,
    heading=_("Ghi hội nghị, hội thảo, trao đổi ấn phẩm"),
    done=_("Đã ghi nhận."),
)
set_report_term = Ask.as_view(
    rows=programmes_seen_by,
    rule=rules.can_plan,
    form_class=forms.SetReportTerm,
    action=actions.set_report_term,
    to=_programme,
    heading=_("Đặt hạn báo cáo chuyến đi"),
    told=_(
        "Thời hạn do quy chế quản lý đoàn ra, đoàn vào của từng địa phương, bộ, ngành quy định. Các đoàn chưa nộp báo cáo tính lại theo hạn mới."
    ),
    done=_("Đã đặt hạn báo cáo."),
)
plan_delegation = Ask.as_view(
    rows=programmes_seen_by,
    rule=rules.can_plan,
    form_class=forms.PlanDelegation,
    action=actions.plan_delegation,
    heading=_("Thêm đoàn công tác"),
    told=_("Họ tên thành viên ghi sau, ở trang của đoàn; chỉ cơ quan ghi nhìn thấy."),
    done=_("Đã thêm đoàn công tác."),
)
take_up_delegation = Ask.as_view(
    rows=queries.trips_read_seen_by,
    rule=rules.can_take_up,
    form_class=forms.TakeUpDelegation,
    action=actions.take_up_delegation,
    heading=_("Theo dõi đoàn công tác"),
    told=_("Đoàn này được đọc từ văn bản. Đề nghị ghi thêm để theo dõi báo cáo chuyến đi."),
    done=_("Đã đưa vào theo dõi."),
)
correct_delegation = Ask.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_change,
    form_class=forms.CorrectDelegation,
    action=actions.correct_delegation,
    heading=_("Sửa đoàn công tác"),
    done=_("Đã sửa."),
)
approve_delegation = Ask.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_approve,
    form_class=forms.ApproveDelegation,
    action=actions.approve_delegation,
    heading=_("Ghi nhận đã duyệt"),
    told=_(
        "Việc duyệt do cơ quan có thẩm quyền thực hiện trên hệ thống quản lý văn bản; tại đây chỉ ghi nhận. Từ đây báo cáo chuyến đi vào sổ theo dõi."
    ),
    button=_("Ghi nhận"),
    done=_("Đã ghi nhận đoàn được duyệt."),
)
note_return = Ask.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_note_return,
    form_class=forms.NoteReturn,
    action=actions.note_return,
    heading=_("Ghi đã đi"),
    told=_("Hạn báo cáo chuyến đi tính từ ngày này."),
    button=_("Ghi nhận"),
    done=_("Đã ghi ngày kết thúc chuyến đi."),
)
call_off_delegation = Ask.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_call_off,
    form_class=GiveReason,
    action=actions.call_off_delegation,
    heading=_("Ghi đoàn không đi"),
    told=_("Đoàn không còn tính vào số đoàn của năm và không phải báo cáo chuyến đi."),
    button=_("Ghi nhận"),
    done=_("Đã ghi đoàn không đi."),
)


class FileReport(Ask):
    """File the report of a trip; one just uploaded for it (`van-ban`) is chosen already."""

    def get_initial(self) -> dict[str, Any]:
        chosen = suggested(documents_seen_by(self.request.user), self.request.GET.get("van-ban", ""))
        return super().get_initial() | ({"report": chosen} if chosen else {})


file_report = FileReport.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_file_report,
    form_class=forms.FileReport,
    action=actions.file_report,
    template_name="manpower/file_report.html",
    heading=_("Nộp báo cáo chuyến đi"),
    told=_("Báo cáo là một văn bản trong hệ thống. Nếu chưa có, bấm “Tải báo cáo lên”: đọc xong, hệ thống đưa về lại đây."),
    button=_("Nộp báo cáo"),
    done=_("Đã nộp báo cáo chuyến đi; việc trong sổ theo dõi được đóng."),
)
take_back_report = Ask.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_take_back_report,
    form_class=GiveReason,
    action=actions.take_back_report,
    heading=_("Rút báo cáo chuyến đi"),
    told=_("Báo cáo chuyến đi trở lại thành việc chưa xong trong sổ theo dõi."),
    button=_("Rút báo cáo"),
    done=_("Đã rút báo cáo."),
)
name_member = Ask.as_view(
    rows=queries.delegations_seen_by,
    rule=rules.can_name_member,
    form_class=forms.NameMember,
    action=actions.name_member,
    stays=True,
    heading=_("Ghi thành viên đoàn"),
    told=_("Họ tên là dữ liệu cá nhân: chỉ cơ quan ghi nhìn thấy, không vào bảng Excel và báo cáo."),
    button=_("Ghi nhận"),
    done=_("Đã ghi thành viên."),
)


take_off_member = Ask.as_view(
    rows=queries.members_seen_by,
    rule=rules.can_take_off_member,
    form_class=GiveReason,
    action=actions.take_off_member,
    stays=True,
    heading=_("Rút thành viên đoàn"),
    button=_("Rút"),
    done=_("Đã rút."),
)
