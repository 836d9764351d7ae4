"""The app of people, and what is checked of its settings before the site starts."""

from django.apps import AppConfig
from django.core import checks

from hopluc.web.people.sign_on.checks import check_providers


class PeopleConfig(AppConfig):
    """The app, and its check."""

    name = "hopluc.web.people"

    def ready(self) -> None:
        checks.register(check_providers)
