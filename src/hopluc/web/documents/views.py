"""Documents: the list, one document with its text, and its file, which is never shown as a page of ours."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.web.documents import actions, files, forms, queries, rules
from hopluc.web.documents.models import Document
from hopluc.web.documents.pages import reading_page
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages.asking import Withdraw
from hopluc.web.pages.crud import Ask, List, Show, anyone_who_sees


class Listing(List):
    """The documents a user may see; `loai` chooses a kind, `cho` those that wait for an officer."""

    def get_queryset(self) -> Any:
        kind = self.request.GET.get("loai", "")
        chosen = kind if kind in Document.Kind.values else ""
        return queries.documents_listed(self.request.user, kind=chosen, awaiting=bool(self.request.GET.get("cho")))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"kinds": Document.Kind.choices}


class Read(Show):
    """A document's text. `lan` chooses the version, `den` the passage to be marked in it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = reading_page(self.object, self.request.GET)
        if page["version"] is None and "lan" in self.request.GET:
            raise Http404
        may_correct = rules.can_correct_document(self.request.user, self.object)
        return super().get_context_data(**kwargs) | page | {"may_correct": may_correct}


listing = Listing.as_view(rows=queries.documents_seen_by, template_name="documents/list.html")
show = Read.as_view(rows=queries.documents_seen_by, rule=anyone_who_sees, template_name="documents/show.html")


correct = Ask.as_view(
    rows=queries.documents_seen_by,
    rule=rules.can_correct_document,
    form_class=forms.CorrectClaims,
    action=actions.correct_claims,
    heading=_("Sửa thông tin văn bản"),
    told=_("Tệp gốc được giữ nguyên; nhật ký ghi nội dung trước và sau khi sửa."),
    done=_("Đã sửa thông tin văn bản."),
)
withdraw = Ask.as_view(
    rows=queries.documents_seen_by,
    rule=rules.can_withdraw_document,
    form_class=Withdraw,
    action=actions.withdraw_document,
    heading=_("Rút văn bản"),
    told=_(
        "Văn bản không còn trong danh sách, mục chờ xác nhận của văn bản không hỏi nữa; thông tin đã vào sổ và nhật ký được giữ nguyên."
    ),
    button=_("Rút văn bản"),
    done=_("Đã rút văn bản; nhật ký giữ lại nội dung."),
    to="documents:list",
    back=Document.get_absolute_url,
)


@require_safe
@login_required
def download(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """The file of a version, as it came: to be saved, not opened by the browser as a page of this site."""
    version = get_object_or_404(queries.versions_seen_by(request.user), document=pk, number=number)
    return to_be_saved(files.open_kept(version.sha256), version.name)
