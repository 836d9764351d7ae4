"""The room's first page, and index frameworks: entering one, its tree, opening an edition of it."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.errors import HopLucError
from hopluc.scorecards.definition import Group, Indicator
from hopluc.scorecards.tree import effective, tree_of
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.intake.queries import organisations_written_for
from hopluc.web.observatory import actions, forms, queries, rules
from hopluc.web.observatory.models import Framework
from hopluc.web.pages import crud


@require_safe
@login_required
def indices(request: HttpRequest) -> HttpResponse:
    """The room: frameworks and editions of the user's organisations, and editions they supply figures for."""
    user: Any = request.user
    newest = queries.newest_results(user)
    context = {
        "editions": [
            (edition, rules.sees_whole(user, edition), newest.get(edition.pk)) for edition in queries.editions_seen_by(user)
        ],
        "frameworks": queries.frameworks_seen_by(user),
        "may_add": organisations_written_for(user).exists(),
    }
    return render(request, "observatory/indices.html", context)


@login_required
def add_framework(request: HttpRequest) -> HttpResponse:
    """Enter a framework that comes with the package, or from a file."""
    organisations = organisations_written_for(request.user)
    if not organisations.exists():
        raise PermissionDenied
    form = forms.AddFramework(request.POST or None, request.FILES or None, organisations=organisations)
    if request.method == "POST" and _is_sound(form):
        said = form.cleaned_data
        try:
            made = actions.add_framework(
                said["owner"], by=_who(request), definition=said["definition"], came_from=said["came_from"]
            )
            return redirect(made)
        except ValidationError as refused:
            form.add_error(None, refused)
    return render(request, "observatory/add_framework.html", {"form": form}, status=400 if form.errors else 200)


def _is_sound(form: forms.AddFramework) -> bool:
    """Is the form right; a definition that cannot be carried out is told with its file and key."""
    try:
        return form.is_valid()
    except HopLucError as mishap:
        form.add_error("file", str(mishap))
        return False


def _who(request: HttpRequest) -> Any:
    return request.user


def _beside(user: Any, framework: Framework) -> dict[str, Any]:
    """The tree of a framework: each part with its depth, weight and share of the index."""
    definition = framework.definition
    tree = tree_of(definition)
    share = effective(tree, tree.weights)
    parts: dict[str | None, list[Any]] = {}
    every: tuple[Group | Indicator, ...] = (*definition.groups, *definition.indicators)
    for part in every:
        parts.setdefault(part.parent, []).append(part)
    rows: list[dict[str, Any]] = []

    def walk(parent: str | None, depth: int) -> None:
        for part in parts.get(parent, []):
            rows.append(
                {
                    "part": part,
                    "depth": depth,
                    "share": 100 * float(share[tree.column(part.code)]),
                    "is_group": part.code in parts,
                }
            )
            walk(part.code, depth + 1)

    walk(None, 1)
    return {"rows": rows, "definition": definition, "may_open": rules.can_open_edition(user, framework)}


framework = crud.Show.as_view(
    rows=queries.frameworks_seen_by, rule=crud.anyone_who_sees, beside=_beside, template_name="observatory/framework.html"
)


@require_safe
@login_required
def download_framework(request: HttpRequest, pk: int) -> FileResponse:
    """The definition of a framework as YAML."""
    row = get_object_or_404(queries.frameworks_seen_by(request.user), pk=pk)
    return to_be_saved(BytesIO(row.text.encode()), f"{row.code}-{row.edition}.yaml")


open_edition = crud.Ask.as_view(
    rows=queries.frameworks_seen_by,
    rule=rules.can_open_edition,
    form_class=forms.OpenEdition,
    action=actions.open_edition,
    heading=_("Mở kỳ chỉ số"),
    told=_("Mỗi chỉ số thành phần và mẫu số có một bảng số liệu, một dòng mỗi đơn vị; sau đó giao cơ quan cung cấp."),
    button=_("Mở kỳ"),
    done=_("Đã mở kỳ chỉ số."),
)
