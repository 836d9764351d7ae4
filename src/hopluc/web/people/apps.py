"""The app of people, and what is checked of its settings before the site starts."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.core import checks
from django.http import HttpRequest

from hopluc.web.people.sign_on.checks import check_providers


def last_as_any(request: HttpRequest, **_: Any) -> None:
    """A visitor's session, which lasts some minutes, lasts as long as any once somebody has signed in there."""
    request.session.set_expiry(None)


class PeopleConfig(AppConfig):
    """The app, and its check."""

    name = "hopluc.web.people"

    def ready(self) -> None:
        checks.register(check_providers)
        user_logged_in.connect(last_as_any, dispatch_uid="last_as_any")
