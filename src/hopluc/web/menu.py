"""What every page shows around its content: the menu and the version."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc import __version__

ITEMS = (
    ("register:programmes", _("Chương trình")),
    ("documents:list", _("Văn bản")),
)


def menu(request: HttpRequest) -> dict[str, Any]:
    """The menu of a signed-in user, with the item the page belongs to, and the version."""
    addressed = [(reverse(name), label) for name, label in ITEMS]
    items = [{"address": address, "label": label, "current": request.path.startswith(address)} for address, label in addressed]
    return {"menu": items, "version": __version__}
