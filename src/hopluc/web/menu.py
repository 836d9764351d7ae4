"""What every page shows around its content: the menu and the version."""

from typing import Any

from django.http import HttpRequest

from hopluc import __version__


def menu(request: HttpRequest) -> dict[str, Any]:
    """The menu of a signed-in user, and the version."""
    return {"menu": [], "version": __version__}
