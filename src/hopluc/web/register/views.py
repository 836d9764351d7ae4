"""Pages of the register: the programmes, what belongs to them, and the search over all of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hopluc.web.crud import List, Show, anyone_who_sees
from hopluc.web.register import queries

home = List.as_view(rows=queries.programmes_seen_by, template_name="register/programmes.html")
programmes = List.as_view(rows=queries.programmes_seen_by, template_name="register/programmes.html")
programme = Show.as_view(rows=queries.programmes_seen_by, rule=anyone_who_sees, template_name="register/programme.html")
activity = Show.as_view(rows=queries.activities_seen_by, rule=anyone_who_sees, template_name="register/row.html")
agreement = Show.as_view(rows=queries.agreements_seen_by, rule=anyone_who_sees, template_name="register/row.html")
commitment = Show.as_view(rows=queries.commitments_seen_by, rule=anyone_who_sees, template_name="register/row.html")


@require_safe
@login_required
def search(request: HttpRequest) -> HttpResponse:
    """What of the register and its documents holds the words asked for."""
    words = request.GET.get("q", "")[:200]
    context: dict[str, Any] = {"q": words, "found": queries.found_by(request.user, words)}
    return render(request, "register/search.html", context)
