"""The journal, and what is checked of the database before the site starts."""

from django.apps import AppConfig
from django.core import checks


class JournalConfig(AppConfig):
    """The app, and its checks."""

    name = "hopluc.web.journal"

    def ready(self) -> None:
        from hopluc.web.journal.checks import check_database  # models are ready only now

        checks.register(check_database, checks.Tags.database)
