"""What a page does not ask for is not written, whoever sends it: every form is sent filled in, with every other column of its row beside."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django import forms
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.urls import resolve, reverse
from test_matrix import TABLE, all_addresses, asked_for, undone

from hopluc.web.pages.crud import Do
from hopluc.web.people.actions import give_membership
from hopluc.web.people.models import Membership, Organisation, User

__all__ = ["asked_for"]
WORD, NUMBER = "zq khong ai hoi", 987654321
TYPED = {
    forms.DateField: "2026-10-01",
    forms.IntegerField: "3",
    forms.DecimalField: "3",
    forms.BooleanField: "on",
    forms.EmailField: "ai@vinhha.example",
}


@pytest.fixture
def browser(officer: User, standing: Organisation) -> Client:
    """Of one who is officer, leader and administrator at once."""
    for role in (Membership.Role.LEADER, Membership.Role.ADMINISTRATOR):
        give_membership(standing, by=None, user=officer, role=role)
    found = Client()
    found.force_login(officer)
    return found


@contextmanager
def writes_seen() -> Iterator[list[str]]:
    """The writes that carry what nobody asked for."""
    seen: list[str] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent = [str(one) for one in (params or ()) if not isinstance(one, bytes)]
        if sql.startswith(("INSERT", "UPDATE")) and any(WORD in one or str(NUMBER) in one for one in sent):
            seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield seen


def typed(form: forms.BaseForm) -> dict[str, Any]:
    """A form filled in: as it stands, else with something that fits each field."""
    told = {}
    for name, field in form.fields.items():
        value = form[name].value()
        if value in (None, "", []):
            choices = [key for key, _label in getattr(field, "choices", ()) if key]
            first = getattr(choices[0], "value", choices[0]) if choices else None
            value = first or next((text for kind, text in TYPED.items() if isinstance(field, kind)), "Nội dung thử")
        told[form.add_prefix(name)] = value
    return told


def others(noun: type[Model], form: forms.BaseForm) -> dict[str, Any]:
    """Every column of a noun that the form does not ask for."""
    names = {name for column in noun._meta.concrete_fields for name in (column.name, column.attname)} - form.fields.keys()
    texts = {column.name for column in noun._meta.concrete_fields if column.get_internal_type() in ("CharField", "TextField")}
    return {name: WORD if name in texts else NUMBER for name in names}


def forms_shown(browser: Client, at: dict[str, str]) -> Iterator[tuple[str, str, forms.BaseForm, type[Model]]]:
    """Each page that does something to a row, with its form as it is shown, and the noun of its rows."""
    for name in TABLE:
        view = getattr(resolve(at[name]).func, "view_class", None)
        if view is None or not issubclass(view, Do):
            continue
        with undone():
            shown = browser.get(at[name]).context
        if shown and "form" in shown and "object" in shown and isinstance(shown["object"], Model):
            yield name, at[name], shown["form"], type(shown["object"])


def test_no_column_is_written_that_its_form_does_not_ask_for(browser, asked_for):
    done, written = set(), {}

    for name, address, form, noun in forms_shown(browser, all_addresses(asked_for)):
        with undone(), writes_seen() as seen:
            answer = browser.post(address, typed(form) | others(noun, form))
        done |= {name} if answer.status_code == 302 else set()
        written |= {name: seen} if seen else {}

    assert written == {}
    assert len(done) > 25, sorted(done)


def test_a_column_that_is_asked_for_is_seen_to_be_written(browser, asked_for):
    address = reverse("following:remark", args=asked_for["object"])
    form = browser.get(address).context["form"]

    with writes_seen() as seen:
        browser.post(address, typed(form) | {"text": WORD})

    assert len(seen) > 0
