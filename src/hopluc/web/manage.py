"""Django's own commands (migrate, collectstatic, check), for the `hopluc` command."""

import os

from django.core.management import execute_from_command_line


def django_command(words: list[str]) -> None:
    """Run one of Django's commands, such as `["migrate", "--noinput"]`. Raises SystemExit where it fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hopluc.web.settings")
    execute_from_command_line(["hopluc", *words])
