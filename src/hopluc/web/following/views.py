"""Notices, remarks and attachments."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Model, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from hopluc.web.documents import files
from hopluc.web.following import actions, forms, queries, rules
from hopluc.web.following.objects import NOUNS, sees
from hopluc.web.following.words import VERBS
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages.asking import GiveReason
from hopluc.web.pages.crud import Ask
from hopluc.web.register.queries import programmes_seen_by


@require_safe
@login_required
def inbox(request: HttpRequest) -> HttpResponse:
    """What others did to what one follows, and where one was mentioned."""
    user: Any = request.user
    found = queries.notices_of(user)
    notices = [(notice, VERBS.get(notice.entry.verb, notice.entry.verb)) for notice in found]
    followed = [one.about for one in user.follows.prefetch_related("about") if one.about is not None]
    seen = [row for row in followed if sees(user, row)]
    new = any(notice.new for notice in found)
    return render(request, "following/inbox.html", {"notices": notices, "followed": seen, "new": new})


@require_POST
@login_required
def note_read(request: HttpRequest) -> HttpResponse:
    """All of it has been read."""
    user: Any = request.user
    actions.note_read(user)
    return redirect("following:inbox")


@require_POST
@login_required
def follow(request: HttpRequest, noun: str, pk: int) -> HttpResponse:
    """Follow an object, or follow it no more (`thoi`)."""
    user: Any = request.user
    row: Any = _row(request, noun, pk)
    if "thoi" in request.POST:
        actions.unfollow(row, by=user)
        messages.success(request, _("Đã thôi theo dõi."))
    else:
        actions.follow(row, by=user)
        messages.success(request, _("Đã theo dõi: thay đổi của người khác hiện trong Thông báo."))
    return redirect(row)


def _row(request: HttpRequest, noun: str, pk: int) -> Model:
    row = queries.row_of(request.user, noun, pk)
    if row is None:
        raise Http404
    return row


class AboutAnObject(Ask):
    """A form about the object an address names."""

    rows = staticmethod(programmes_seen_by)  # of the kind first listed: which kind it is, the address says
    rule = staticmethod(rules.can_say)

    def get_queryset(self) -> QuerySet[Any]:
        noun = NOUNS.get(self.kwargs["noun"])
        if noun is None:
            raise Http404
        return noun.seen_by(self.request.user)


remark = AboutAnObject.as_view(
    form_class=forms.SayRemark,
    action=actions.remark,
    heading=_("Ghi ý kiến"),
    told=_("Ý kiến đứng bên cạnh nội dung, không thay đổi sổ theo dõi; rút lại được, nhật ký giữ dấu vết."),
    button=_("Ghi ý kiến"),
    done=_("Đã ghi ý kiến."),
)
attach = AboutAnObject.as_view(
    form_class=forms.Attach,
    action=actions.attach,
    template_name="following/attach.html",
    heading=_("Đính kèm tệp"),
    told=_("Tệp được giữ nguyên để tải về, không đọc thông tin. Văn bản có số liệu, nhiệm vụ: đề nghị tải lên ở mục Văn bản."),
    button=_("Đính kèm"),
    done=_("Đã đính kèm."),
)


withdraw_remark = Ask.as_view(
    rows=queries.remarks_seen_by,
    rule=rules.can_withdraw,
    form_class=GiveReason,
    action=actions.withdraw_said,
    heading=_("Rút ý kiến"),
    told=_("Ý kiến không hiện nữa; nhật ký giữ lại việc đã ghi và lý do rút."),
    button=_("Rút ý kiến"),
    done=_("Đã rút ý kiến."),
)
withdraw_attachment = Ask.as_view(
    rows=queries.attachments_seen_by,
    rule=rules.can_withdraw,
    form_class=GiveReason,
    action=actions.withdraw_said,
    heading=_("Rút tệp đính kèm"),
    told=_("Tệp không hiện nữa; nhật ký giữ lại việc đã đính kèm và lý do rút."),
    button=_("Rút tệp đính kèm"),
    done=_("Đã rút tệp đính kèm."),
)
attach_version = Ask.as_view(
    rows=queries.attachments_seen_by,
    rule=rules.can_attach_version,
    form_class=forms.AttachVersion,
    action=actions.attach_version,
    template_name="following/attach.html",
    heading=_("Đính kèm bản mới"),
    told=_("Các bản trước được giữ nguyên và vẫn tải về được."),
    button=_("Đính kèm bản mới"),
    done=_("Đã đính kèm bản mới."),
)


@require_safe
@login_required
def download(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """A version of an attachment, to be saved."""
    attachment = get_object_or_404(queries.attachments_seen_by(request.user), pk=pk)
    version = queries.version_of(attachment, number)
    if version is None:
        raise Http404
    return to_be_saved(files.open_kept(version.sha256), version.name)
