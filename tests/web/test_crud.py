"""The pages every noun needs: guarded by rows and rule, or refused when the site starts."""

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.http import Http404
from django.test import RequestFactory

import factories
from hopluc.errors import WrongUse
from hopluc.web.pages.crud import AskForm, Do, List, Show, anyone_who_sees
from hopluc.web.register import actions, queries, rules


class Rename(forms.Form):
    title = forms.CharField()
    reason = forms.CharField(required=False)


class Choose(AskForm):
    title = forms.CharField()

    def clean_title(self):
        return f"{self.cleaned_data['title']} ({self.given.pk}, {self.user.pk})"


def asked(method: str, user: object, **fields: str):
    request = getattr(RequestFactory(), method)("/x/", fields)
    request.user = user
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


def rename(**others: object):
    given = {
        "rows": queries.programmes_seen_by,
        "rule": rules.can_write,
        "action": actions.correct_programme,
        "form_class": Rename,
        "template_name": "problem.html",
    }
    return Do.as_view(**(given | others))


@pytest.mark.parametrize(
    ("page", "given"),
    [
        (List, {}),
        (Show, {"rows": queries.programmes_seen_by}),
        (Show, {"rule": anyone_who_sees}),
        (Do, {"rows": queries.programmes_seen_by, "rule": rules.can_write, "form_class": Rename}),
        (Do, {"rows": queries.programmes_seen_by, "action": actions.correct_programme, "form_class": Rename}),
    ],
)
def test_a_page_without_rows_rule_or_verb_is_refused_when_the_site_starts(page, given):
    with pytest.raises(ImproperlyConfigured):
        page.as_view(**given)


def test_an_action_is_done_told_and_the_row_shown(standing, officer):
    programme = factories.a_programme(standing)

    answer = rename(done="Đã lưu.")(asked("post", officer, title="Chương trình mới"), pk=programme.pk)

    programme.refresh_from_db()
    assert (answer.status_code, answer.url, programme.title) == (302, programme.get_absolute_url(), "Chương trình mới")


def test_what_the_action_made_is_shown(standing, officer):
    programme = factories.a_programme(standing)

    def assign(row, *, by, title, reason):
        return factories.a_task(row, title=title)

    answer = rename(action=assign)(asked("post", officer, title="x"), pk=programme.pk)

    assert answer.url == programme.activities.get().get_absolute_url()


def test_a_visitor_is_sent_to_sign_in(standing):
    answer = rename()(asked("get", AnonymousUser()), pk=factories.a_programme(standing).pk)

    assert (answer.status_code, answer.url) == (302, "/dang-nhap/?next=/x/")


def test_someone_elses_row_does_not_exist(standing, stranger):
    with pytest.raises(Http404):
        rename()(asked("post", stranger, title="x"), pk=factories.a_programme(standing).pk)


def test_a_verb_one_may_not_is_forbidden_and_nothing_changes(standing, viewer):
    programme = factories.a_programme(standing, "Tên cũ")

    with pytest.raises(PermissionDenied):
        rename()(asked("post", viewer, title="Tên mới"), pk=programme.pk)

    programme.refresh_from_db()
    assert programme.title == "Tên cũ"


def test_without_its_rule_the_verb_would_be_open(standing, viewer):
    programme = factories.a_programme(standing, "Tên cũ")

    rename(rule=anyone_who_sees)(asked("post", viewer, title="Tên mới"), pk=programme.pk)

    programme.refresh_from_db()
    assert programme.title == "Tên mới"


def test_what_a_form_lacks_is_asked_again(standing, officer):
    answer = rename()(asked("post", officer, title=""), pk=factories.a_programme(standing).pk)

    assert (answer.status_code, answer.context_data["form"].errors.keys()) == (200, {"title"})


def refusing(error: Exception):
    def refuse(row, *, by, **said):
        raise error

    return refuse


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (ValidationError({"title": "Đã có tên này."}), {"title": ["Đã có tên này."]}),
        (ValidationError({"owner": "Không hợp lệ."}), {"__all__": ["Không hợp lệ."]}),
        (ValidationError("Chưa đủ."), {"__all__": ["Chưa đủ."]}),
        (WrongUse(detail="Thiếu tệp."), {"__all__": ["Thiếu tệp."]}),
    ],
)
def test_what_the_action_refuses_is_shown_on_the_form(standing, officer, error, shown):
    answer = rename(action=refusing(error))(asked("post", officer, title="x"), pk=factories.a_programme(standing).pk)

    assert (answer.status_code, dict(answer.context_data["form"].errors)) == (200, shown)


def test_a_form_may_know_who_asks_and_what_about(standing, officer):
    programme = factories.a_programme(standing)

    rename(form_class=Choose)(asked("post", officer, title="Tên"), pk=programme.pk)

    programme.refresh_from_db()
    assert programme.title == f"Tên ({programme.pk}, {officer.pk})"


def test_a_list_holds_what_one_sees_and_what_is_added(standing, officer, stranger):
    programme = factories.a_programme(standing)
    page = List.as_view(
        rows=queries.programmes_seen_by, template_name="register/programmes.html", beside=lambda request: {"added": 1}
    )

    seen = [page(asked("get", user)).context_data for user in (officer, stranger)]

    assert [(list(context["object_list"]), context["added"]) for context in seen] == [([programme], 1), ([], 1)]


def test_a_page_shows_what_is_added(standing, officer):
    programme = factories.a_programme(standing)
    page = Show.as_view(
        rows=queries.programmes_seen_by,
        rule=anyone_who_sees,
        template_name="problem.html",
        beside=lambda user, row: {"seen": (user, row)},
    )

    assert page(asked("get", officer), pk=programme.pk).context_data["seen"] == (officer, programme)
