"""The journal, what is checked of the database before the site starts, and how its days are read."""

from django.apps import AppConfig
from django.core import checks
from django.db import connection

from hopluc.web.store.database import remember_days


class JournalConfig(AppConfig):
    """The app, its checks, and the reading of days."""

    name = "hopluc.web.journal"

    def ready(self) -> None:
        from hopluc.web.journal.checks import check_database  # models are ready only now

        checks.register(check_database, checks.Tags.database)
        if connection.vendor == "sqlite":
            remember_days()
