"""What every page shows around its content: the menu of the user's roles, and the version."""

from functools import cache
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
BELONG = (
    ("observatory:indices", "measures:indicators"),
    ("consultation:list", "issuing:drafts"),
    ("agenda:hand_overs", "agenda:mine"),
    ("following:inbox", "agenda:mine"),
    ("briefing:now", "home"),
    ("panorama:whole", "home"),
)
"""Pages that no item of the menu leads to, each with the item it is reached from."""
OF_ONE = (("returns:show", "returns:rounds"), ("register:commitment", "register:ledger"))
"""Pages of one row, and what is asked about it, whose list of rows has another address."""
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
    part = getattr(request, "part", "") or _part_of(request.path)
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


@cache
def _elsewhere() -> tuple[tuple[str, str], ...]:
    """How addresses begin that belong to a page of the menu under another address, each with that."""
    of_one = ((reverse(page, args=[0]).removesuffix("0/"), reverse(part)) for page, part in OF_ONE)
    return (*((reverse(page), reverse(part)) for page, part in BELONG), *of_one)


def _part_of(path: str) -> str:
    """The address a page goes by in the menu: its own, or that of the part it belongs to."""
    return next((part for begin, part in _elsewhere() if path.startswith(begin)), path)


def _within(part: str, address: str) -> bool:
    """Does a page belong to the part of the site at an address; the first page only to itself."""
    return part == address if address == "/" else part.startswith(address)
