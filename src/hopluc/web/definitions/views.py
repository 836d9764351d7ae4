"""Pages of definitions: the shared ones and the office's own, a version, its file, taking one up again, ending it."""

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.load import as_yaml
from hopluc.web.definitions import actions, forms, pages, queries, rules
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages.crud import Ask, List, Show, anyone_who_sees

definitions = List.as_view(rows=queries.definitions_seen_by, beside=pages.beside_list, template_name="definitions/list.html")
show = Show.as_view(
    rows=queries.definitions_seen_by, rule=anyone_who_sees, beside=pages.beside_one, template_name="definitions/show.html"
)
take_up_again = Ask.as_view(
    rows=queries.definitions_with_words,
    rule=rules.can_change_definition,
    form_class=forms.FromWhen,
    action=actions.take_up_again,
    heading=_("Dùng lại bản này"),
    told=_("Nội dung của bản này được lưu thành bản mới nhất. Báo cáo đã lập, kỳ báo cáo đã mở giữ nguyên bản đã dùng."),
    button=_("Lưu thành bản mới"),
)
end = Ask.as_view(
    rows=queries.definitions_seen_by,
    rule=rules.can_end_definition,
    form_class=forms.FromWhen,
    action=actions.end_definition,
    heading=_("Thôi dùng bản riêng"),
    told=_(
        "Từ ngày ấy dùng lại bản chung, nếu có. Các bản đã lưu vẫn còn; muốn dùng lại thì mở bản cũ và chọn “Dùng lại bản này”."
    ),
    button=_("Thôi dùng"),
)


@require_safe
@login_required
def download(request: HttpRequest, pk: int) -> FileResponse:
    """A version as the YAML file it can be laid down again from."""
    row = get_object_or_404(queries.definitions_with_words(request.user), pk=pk)
    return to_be_saved(BytesIO(row.content.encode()), f"{row.code}-ban-{row.number}.yaml")


@require_safe
@login_required
def download_shared(_request: HttpRequest, kind: str, code: str) -> FileResponse:
    """A shared definition as a YAML file to start from."""
    shelf = next((shelf for shelf in pages.SHELVES if shelf.kind == kind), None)
    found = next((one for one in shelf.shared() if one.code == code), None) if shelf else None
    if found is None:
        raise Http404
    return to_be_saved(BytesIO(as_yaml(found).encode()), f"{code}.yaml")
