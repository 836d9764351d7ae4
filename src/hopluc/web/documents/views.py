"""Documents: the list, one document with its text, and its file, which is never shown as a page of ours."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from hopluc.web.crud import List, Show, anyone_who_sees
from hopluc.web.documents import files, queries
from hopluc.web.documents.models import Document
from hopluc.web.documents.pages import reading_page
from hopluc.web.edge import to_be_saved


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
        return super().get_context_data(**kwargs) | page


listing = Listing.as_view(rows=queries.documents_seen_by, template_name="documents/list.html")
show = Read.as_view(rows=queries.documents_seen_by, rule=anyone_who_sees, template_name="documents/show.html")


@require_safe
@login_required
def download(request: HttpRequest, pk: int, number: int) -> FileResponse:
    """The file of a version, as it came: to be saved, not opened by the browser as a page of this site."""
    version = get_object_or_404(queries.versions_seen_by(request.user), document=pk, number=number)
    return to_be_saved(files.open_kept(version.sha256), version.name)
