"""Pages of a person's data: who there is, what is kept of one and where, taken out as files, erased; and one's own."""

import io
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.web.gate.edge import to_be_saved
from hopluc.web.pages.crud import Ask, Show
from hopluc.web.people.models import Person, User
from hopluc.web.people.queries import accounts_seen_by
from hopluc.web.people.views import ForAdministrators
from hopluc.web.personal import actions, forms, queries, rules, tables
from hopluc.web.personal.held import held_of

MOST_ACCOUNTS = 20


class Persons(ForAdministrators):
    """The persons named in the register; with words asked for, those whose name holds them, and the accounts too."""

    def get_queryset(self) -> Any:
        self.asked = self.request.GET.get("q", "").strip()[:200]
        return queries.named(super().get_queryset(), self.asked)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = queries.accounts_named(self.request.user, self.asked)[:MOST_ACCOUNTS] if self.asked else ()
        return super().get_context_data(**kwargs) | {"asked": self.asked, "accounts": found}


def _beside_account(user: User, account: User) -> dict[str, Any]:
    return {"places": held_of(account), "may_erase": rules.can_erase_account(user, account), "in_use": account.is_active}


def _beside_person(user: User, person: Person) -> dict[str, Any]:
    return {"places": held_of(person), "may_erase": rules.can_erase_person(user, person)}


persons = Persons.as_view(rows=queries.persons_administered_by, template_name="personal/persons.html")
account = Show.as_view(
    rows=accounts_seen_by,
    rule=rules.can_take_out,
    beside=_beside_account,
    context_object_name="account",  # else it would be named `user`, as the one who is signed in
    template_name="personal/account.html",
)
person = Show.as_view(
    rows=queries.persons_administered_by,
    rule=rules.can_erase_person,
    beside=_beside_person,
    template_name="personal/person.html",
)
erase_account = Ask.as_view(
    rows=accounts_seen_by,
    rule=rules.can_erase_account,
    form_class=forms.Erase,
    action=actions.erase_account,
    heading=_("Xóa dữ liệu cá nhân"),
    told=_(
        "Họ tên, tên đăng nhập, khóa đăng nhập và mọi nội dung của riêng tài khoản bị xóa, cả trong nhật ký. Việc đã làm được giữ và chỉ còn "
        "ghi số tài khoản. Bản sao lưu lập trước đó vẫn còn dữ liệu đến khi hết hạn lưu: khôi phục bản cũ thì đề nghị xóa lại."
    ),
    button=_("Xóa dữ liệu"),
    done=_("Đã xóa dữ liệu cá nhân của tài khoản."),
    to=lambda row: reverse("personal:account", args=[row.pk]),
)
erase_person = Ask.as_view(
    rows=queries.persons_administered_by,
    rule=rules.can_erase_person,
    form_class=forms.Erase,
    action=actions.erase_person,
    heading=_("Xóa dữ liệu cá nhân"),
    told=_(
        "Thư điện tử, điện thoại, học vị, danh xưng bị xóa, cả trong nhật ký; họ tên cũng bị xóa nếu không còn văn bản, quyết định nào nêu. Bản sao "
        "lưu lập trước đó vẫn còn dữ liệu đến khi hết hạn lưu: khôi phục bản cũ thì đề nghị xóa lại."
    ),
    button=_("Xóa dữ liệu"),
    done=_("Đã xóa dữ liệu cá nhân."),
    to=lambda row: reverse("personal:person", args=[row.pk]),
)


@require_safe
@login_required
def account_file(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """What is kept of an account, as a file."""
    found = get_object_or_404(accounts_seen_by(request.user), pk=pk)
    if not rules.can_take_out(request.user, found):  # type: ignore[arg-type]
        raise PermissionDenied
    return _file(found, kind)


@require_safe
@login_required
def person_file(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """What is kept of a person named in the register, as a file."""
    return _file(get_object_or_404(queries.persons_administered_by(request.user), pk=pk), kind)


@require_safe
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """What is kept of oneself, and where."""
    user: Any = request.user
    return render(request, "personal/own.html", {"places": held_of(user)})


@require_safe
@login_required
def own_file(request: HttpRequest, kind: str) -> FileResponse:
    """The same, as a file."""
    user: Any = request.user
    return _file(user, kind)


def _file(subject: User | Person, kind: str) -> FileResponse:
    name = f"Du lieu ca nhan {subject.pk}.{kind}"
    if kind == "json":
        return to_be_saved(io.BytesIO(tables.as_json(subject, timezone.now())), name)
    agency = tables.agency_of_data(subject)
    if agency is None:
        raise Http404
    return to_be_saved(io.BytesIO(tables.as_word(subject, agency)), name)
