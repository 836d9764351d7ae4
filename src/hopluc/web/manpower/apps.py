"""Manpower has what is owed of a delegation follow its activity in the register."""

from django.apps import AppConfig


class ManpowerConfig(AppConfig):
    """The app, and what it follows."""

    name = "hopluc.web.manpower"

    def ready(self) -> None:
        from hopluc.web.manpower.actions import follow_activity  # models are ready only now
        from hopluc.web.register.actions import rows

        rows.followed_by.append(follow_activity)
