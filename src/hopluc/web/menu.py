"""What every page shows around its content: the menu of the user's roles, and the version."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc import __version__
from hopluc.web.people.rules import ADMINISTRATORS, DECIDERS, WRITERS

OFFICER = ("home", "agenda:mine", "documents:list", "register:programmes", "register:ledger", "register:petitions", "register:agreements",
           "measures:indicators", "intake:checks", "returns:rounds", "issuing:drafts")  # fmt: skip
LEADER = ("home", "agenda:mine", "returns:rounds", "issuing:drafts", "register:programmes", "register:ledger", "register:petitions", "register:agreements",
          "measures:indicators", "intake:checks", "documents:list")  # fmt: skip
VIEWER = ("home", "agenda:mine", "register:programmes", "register:ledger", "register:petitions", "register:agreements", "measures:indicators",
          "documents:list", "returns:rounds", "issuing:drafts")  # fmt: skip
FIRST_SHOWN = {"register:ledger": "?tinh_trang=open"}
"""What of a page the menu leads to: of the ledger what is still to be done, not what was done years ago."""
LABELS = {
    "home": _("Tổng quan"),
    "agenda:mine": _("Việc của tôi"),
    "documents:list": _("Văn bản"),
    "register:programmes": _("Chương trình"),
    "register:ledger": _("Nhiệm vụ"),
    "register:petitions": _("Kiến nghị"),
    "register:agreements": _("Thỏa thuận"),
    "measures:indicators": _("Số liệu, chỉ số"),
    "intake:checks": _("Điểm cần đối chiếu"),
    "returns:rounds": _("Kỳ báo cáo"),
    "issuing:drafts": _("Báo cáo"),
    "people:accounts": _("Quản trị"),
}


def menu(request: HttpRequest) -> dict[str, Any]:
    """The menu of a signed-in user, with the item the page belongs to; whether the user may write; and the version."""
    roles: frozenset[str] = frozenset()
    user: Any = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        roles = frozenset().union(*user.standing.values())
    items = [(reverse(name), FIRST_SHOWN.get(name, ""), LABELS[name]) for name in menu_of(roles)]
    part = _part_of(request.path) if items else ""
    return {
        "menu": [
            {"address": address + shown, "label": label, "current": _within(part, address)} for address, shown, label in items
        ],
        "may_write": not roles.isdisjoint(WRITERS),
        "site_version": __version__,
    }


def menu_of(roles: frozenset[str]) -> tuple[str, ...]:
    """The pages the menu leads to, by name, for one who holds these roles: an officer's is the longest."""
    last = ("people:accounts",) if roles & ADMINISTRATORS else ()
    if roles & (WRITERS - DECIDERS) or last:
        return OFFICER + last
    return LEADER if roles & DECIDERS else VIEWER


def _part_of(path: str) -> str:
    """The address a page goes by in the menu: its own, but of the room of indices that of the figures."""
    return reverse("measures:indicators") if path.startswith(reverse("observatory:indices")) else path


def _within(part: str, address: str) -> bool:
    """Does a page belong to the part of the site at an address; the first page only to itself."""
    return part == address if address == "/" else part.startswith(address)
