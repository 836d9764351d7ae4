"""Documents: the list, one document, and its file, which is never shown as a page of ours."""

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from hopluc.web.crud import List, Show, anyone_who_sees
from hopluc.web.documents import files, queries

SANDBOX = "default-src 'none'; sandbox"

listing = List.as_view(rows=queries.documents_seen_by, template_name="documents/list.html")
show = Show.as_view(rows=queries.documents_seen_by, rule=anyone_who_sees, template_name="documents/show.html")


@require_safe
@login_required
def download(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """The file of a version, as it came: to be saved, not opened by the browser as a page of this site."""
    version = get_object_or_404(queries.versions_seen_by(request.user), document=pk, number=number)
    response = FileResponse(
        files.open_kept(version.sha256), as_attachment=True, filename=version.name, content_type="application/octet-stream"
    )
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
