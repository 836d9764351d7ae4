"""The pages every noun needs: List, Show, Do, Ask. Rows and rule are named, or the page is refused when the site starts.

    answer_petition = Do.as_view(
        rows=queries.petitions_seen_by, rule=rules.can_answer_petition,
        form_class=forms.Answer, action=actions.answer_petition, template_name="register/answer_petition.html",
    )

Someone else's row is 404, a forbidden verb 403, a visitor who has not signed in is sent to do so.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.core.paginator import Page
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, FormView, ListView, View

from hopluc.errors import HopLucError

Rows = Callable[[Any], QuerySet[Any]]
Rule = Callable[[Any, Any], bool]
MOST_ROWS = 100


def anyone_who_sees(user: Any, row: Any) -> bool:
    """The rule of a page that whoever sees the row may open."""
    return True


class AskForm(forms.Form):
    """A form that knows who asks (`user`) and what about (`given`), so that its choices are those the user may see."""

    def __init__(self, *args: Any, user: Any, given: Any, **kwargs: Any) -> None:
        self.user, self.given = user, given
        super().__init__(*args, **kwargs)


def found_or_404(rows: Iterable[Any]) -> Any:
    """The row of what was asked for by its key. Raises Http404 where there is none."""
    for row in rows:
        return row
    raise Http404


def paged(page: Page) -> dict[str, Any]:
    """What the strip of page numbers under a list asks for, of a page that no `List` makes."""
    return {"page_obj": page, "paginator": page.paginator, "is_paginated": page.has_other_pages()}


class Guarded(View):
    """A page whose rows pass through one door and whose use through one rule.

    `one` gives of these rows the one of a key, or none, where that is asked by a statement put together once (`prepared`).
    """

    rows: Rows | None = None
    one: Callable[[Any, int], list[Any]] | None = None
    rule: Rule | None = None
    needed: tuple[str, ...] = ("rows", "rule")

    @classmethod
    def as_view(cls, **given: Any) -> Callable[..., HttpResponseBase]:
        missing = [name for name in cls.needed if given.get(name) is None and getattr(cls, name, None) is None]
        if missing:
            raise ImproperlyConfigured(f"{cls.__name__} without {', '.join(missing)}: a page names its rows and its rule")
        return super().as_view(**given)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Any]:
        assert self.rows is not None
        return self.rows(self.request.user)

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Any:
        assert self.rule is not None
        user, key = self.request.user, self.kwargs["pk"]
        found = get_object_or_404(self.get_queryset(), pk=key) if self.one is None else found_or_404(self.one(user, key))
        if not self.rule(user, found):
            raise PermissionDenied
        return found


class List(Guarded, ListView):
    """The rows a user may see, at most MOST_ROWS a page. `rows` alone guards it; `beside` adds what the page shows with them."""

    needed = ("rows",)
    rule = staticmethod(anyone_who_sees)
    paginate_by = 50
    beside: Callable[[Any], dict[str, Any]] | None = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | (self.beside(self.request) if self.beside else {})


class Show(Guarded, DetailView):
    """One row a user may see. `beside`, given user and row, adds what the page shows with it."""

    beside: Callable[[Any, Any], dict[str, Any]] | None = None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | (self.beside(self.request.user, self.object) if self.beside else {})


class Do(Guarded, FormView):
    """Ask for what an action needs, then do it to the row; then go `to` a page, else show what the action made, or the row itself
    where it `stays`.

    A page to go to is an address, or a function from the row to one.
    """

    needed = ("rows", "rule", "action", "form_class")
    action: Callable[..., Any] | None = None
    done: Any = ""
    to: Any = ""
    stays = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        known = {"user": self.request.user, "given": self.object} if issubclass(self.get_form_class(), AskForm) else {}
        return super().get_form_kwargs() | known

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(object=self.object, **kwargs)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        assert self.action is not None
        try:
            made = self.action(self.object, by=self.request.user, **self.said(form))
        except ValidationError as refused:
            refuse(form, refused)
            return self.form_invalid(form)
        except HopLucError as mishap:
            form.add_error(None, str(mishap))
            return self.form_invalid(form)
        if self.done:
            messages.success(self.request, self.done)
        return self.after(made)

    def said(self, form: forms.Form) -> dict[str, Any]:
        """What the action is told."""
        return form.cleaned_data

    def after(self, made: Any) -> HttpResponse:
        """The answer once it is done."""
        if self.to:
            return redirect(self._address(self.to))
        shown = isinstance(made, Model) and hasattr(made, "get_absolute_url") and not self.stays
        return redirect(made if shown else self.object)

    def _address(self, page: Any) -> Any:
        return page(self.object) if callable(page) else page


class Ask(Do):
    """A form on a page of its own: what is done (`heading`), what it means (`told`), the word on its button, the way `back`.

    Back leads where it would go `to` once it is done, else to the row, unless another page is named.
    """

    template_name = "ask.html"
    heading: Any = ""
    told: Any = ""
    button: Any = _("Lưu")
    back: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        back = self.back or self.to
        said = {"heading": self.heading, "told": self.told, "button": self.button}
        said |= {"back": self._address(back) if back else self.object.get_absolute_url()}
        return super().get_context_data(**kwargs) | said


def refuse(form: forms.Form, refused: ValidationError) -> None:
    """Show what the model refused beside the field it is about, or above the form where the form does not ask for it."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, errors in refused.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
