"""Pages of committees: members and vacancies, draft decisions of consolidation, meetings and their conclusions."""

import io
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.vietnamese import slug
from hopluc.web.committees import actions, forms, pages, queries, rules
from hopluc.web.committees.decision import decision_of
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages.asking import Withdraw
from hopluc.web.pages.crud import Ask, Show, anyone_who_sees
from hopluc.web.register import actions as register
from hopluc.web.register.queries import seats_seen_by, vacancies_seen_by

show = Show.as_view(
    rows=queries.committees_seen_by, rule=anyone_who_sees, beside=pages.committee_page, template_name="committees/show.html"
)
consolidation = Show.as_view(
    rows=queries.consolidations_seen_by,
    rule=anyone_who_sees,
    beside=pages.consolidation_page,
    template_name="committees/consolidation.html",
)
meeting = Show.as_view(
    rows=queries.meetings_seen_by, rule=anyone_who_sees, beside=pages.meeting_page, template_name="committees/meeting.html"
)


note_vacancy = Ask.as_view(
    rows=seats_seen_by,
    rule=rules.can_note_vacancy,
    form_class=forms.NoteVacancy,
    action=register.note_vacancy,
    heading=_("Ghi khuyết thành viên"),
    told=_("Thành viên vẫn đứng tên đến khi có quyết định kiện toàn; trang chương trình và “Việc của tôi” nêu vị trí khuyết."),
    button=_("Ghi nhận"),
    done=_("Đã ghi khuyết thành viên."),
    to=queries.address_of,
)
withdraw_vacancy = Ask.as_view(
    rows=vacancies_seen_by,
    rule=rules.can_withdraw_vacancy,
    form_class=Withdraw,
    action=register.withdraw_vacancy,
    heading=_("Rút ghi nhận khuyết thành viên"),
    button=_("Rút ghi nhận"),
    done=_("Đã rút ghi nhận."),
    to=lambda vacancy: queries.address_of(vacancy.seat),
)
consolidate = Ask.as_view(
    rows=queries.committees_seen_by,
    rule=rules.can_consolidate,
    form_class=forms.Consolidate,
    action=actions.draft_consolidation,
    template_name="committees/consolidate.html",
    heading=_("Dự thảo quyết định kiện toàn"),
    told=_("Quyết định do cơ quan có thẩm quyền ký, cấp số trên hệ thống quản lý văn bản; tại đây chỉ lập dự thảo."),
    button=_("Lập dự thảo"),
    done=_("Đã lập dự thảo quyết định."),
)
note_signed = Ask.as_view(
    rows=queries.consolidations_seen_by,
    rule=rules.can_note_signed,
    form_class=forms.NoteSigned,
    action=actions.note_signed,
    heading=_("Ghi nhận quyết định đã ký"),
    told=_("Tải quyết định đã ký lên trước; hệ thống đối chiếu họ tên trong văn bản với dự thảo rồi mới thay thành viên."),
    button=_("Ghi nhận"),
    done=_("Đã ghi nhận quyết định; thành viên được thay từ ngày ban hành."),
)


class _BackToCommittee(Ask):
    """A form after which the row itself is no longer seen; then its committee."""

    def after(self, made: Any) -> HttpResponse:
        return redirect("committees:show", self.object.committee_id)


withdraw_consolidation = _BackToCommittee.as_view(
    rows=queries.consolidations_seen_by,
    rule=rules.can_note_signed,
    form_class=Withdraw,
    action=actions.withdraw_consolidation,
    heading=_("Rút dự thảo quyết định"),
    button=_("Rút dự thảo"),
    done=_("Đã rút dự thảo."),
)
note_meeting = Ask.as_view(
    rows=queries.committees_seen_by,
    rule=rules.can_note_meeting,
    form_class=forms.NoteMeeting,
    action=actions.note_meeting,
    template_name="committees/note_meeting.html",
    heading=_("Ghi cuộc họp"),
    told=_("Nếu đã có biên bản, tải lên mục Văn bản và xác nhận các kết luận: trang cuộc họp tự nêu các kết luận ấy."),
    button=_("Ghi cuộc họp"),
    done=_("Đã ghi cuộc họp."),
)
correct_meeting = Ask.as_view(
    rows=queries.meetings_seen_by,
    rule=rules.can_change_meeting,
    form_class=forms.CorrectMeeting,
    action=actions.correct_meeting,
    heading=_("Sửa, gắn biên bản"),
    done=_("Đã sửa."),
)
withdraw_meeting = _BackToCommittee.as_view(
    rows=queries.meetings_seen_by,
    rule=rules.can_change_meeting,
    form_class=Withdraw,
    action=actions.withdraw_meeting,
    heading=_("Rút cuộc họp"),
    told=_("Các kết luận vẫn ở sổ theo dõi."),
    button=_("Rút"),
    done=_("Đã rút cuộc họp."),
)
note_conclusion = Ask.as_view(
    rows=queries.meetings_seen_by,
    rule=rules.can_change_meeting,
    form_class=forms.NoteConclusion,
    action=actions.note_conclusion,
    heading=_("Ghi kết luận"),
    told=_("Kết luận vào sổ theo dõi nhiệm vụ: đơn vị được giao thấy trong “Việc của tôi”."),
    button=_("Ghi kết luận"),
    done=_("Đã ghi kết luận."),
    stays=True,
)


@require_safe
@login_required
def word(request: HttpRequest, pk: int) -> FileResponse:
    """The draft decision in Word, to be saved."""
    found = get_object_or_404(queries.consolidations_seen_by(request.user), pk=pk)
    return to_be_saved(
        io.BytesIO(decision_of(found)), f"du-thao-quyet-dinh-kien-toan-{slug(str(found.committee.organisation))[:60]}.docx"
    )
