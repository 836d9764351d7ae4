"""What the pages of definitions show: the shared ones beside the office's own, the versions of one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hopluc.regimes import OwnRegime, nearest_window, shared_regimes
from hopluc.reporting import outlines, return_outlines
from hopluc.web.definitions import queries, rules
from hopluc.web.definitions.contents import content_of
from hopluc.web.definitions.models import OwnDefinition


@dataclass(frozen=True)
class Shelf:
    """A kind of definition as the list shows it: what it is for, the page it is worded on, and the shared ones."""

    kind: str
    told: str | Promise
    page: str
    shared: Callable[[], Sequence[Any]]


SHELVES = (
    Shelf(
        OwnDefinition.Kind.OUTLINE,
        _("Các phần của báo cáo theo thứ tự và nội dung lấy từ sổ theo dõi; chọn khi lập dự thảo báo cáo."),
        "issuing:word_outline",
        outlines,
    ),
    Shelf(
        OwnDefinition.Kind.REGIME,
        _("Kỳ báo cáo tính từ ngày nào đến ngày nào, gửi trước ngày nào, đơn vị nào báo cáo; chọn khi mở kỳ báo cáo."),
        "returns:word_regime",
        lambda: shared_regimes(timezone.localdate()),
    ),
    Shelf(
        OwnDefinition.Kind.RETURN,
        _("Các mục và số liệu mỗi đơn vị được đề nghị báo cáo; chọn khi mở kỳ báo cáo."),
        "returns:word_return_outline",
        return_outlines,
    ),
)
PAGES: Mapping[str, str] = {shelf.kind: shelf.page for shelf in SHELVES}


@dataclass(frozen=True)
class Own:
    """A definition of an office's own: the version saved last, the one that holds today, one still to come."""

    newest: OwnDefinition
    today: OwnDefinition | None = None
    coming: OwnDefinition | None = None


@dataclass
class Shown:
    """A shelf with what stands on it for a user."""

    shelf: Shelf
    label: Any
    own: list[Own] = field(default_factory=list)


def beside_list(request: HttpRequest) -> dict[str, Any]:
    """The shelves with all that the user sees; may they lay down their own."""
    user: Any = request.user
    rows = list(queries.definitions_seen_by(user).order_by("kind", "name", "number"))
    shelves = [
        Shown(
            shelf,
            OwnDefinition.Kind(shelf.kind).label,
            owned([row for row in rows if row.kind == shelf.kind], timezone.localdate()),
        )
        for shelf in SHELVES
    ]
    kept = set(queries.organisations_kept_by(user).values_list("pk", flat=True))
    return {"shelves": shelves, "kept": kept, "may_keep": bool(kept), "several": len({row.owner_id for row in rows}) > 1}


def owned(rows: Iterable[OwnDefinition], on: date) -> list[Own]:
    """Versions, in the order they were saved, gathered by the definition they are of."""
    found: dict[tuple[int, str], list[OwnDefinition]] = {}
    for row in rows:
        found.setdefault((row.owner_id, row.code), []).append(row)
    made = []
    for versions in found.values():
        begun = [row for row in versions if row.since <= on]
        coming = versions[-1] if versions[-1].since > on else None
        made.append(Own(versions[-1], begun[-1] if begun else None, coming))
    return made


def beside_one(user: Any, row: OwnDefinition) -> dict[str, Any]:
    """A version with the others of its definition, what it says, and what the user may do with it."""
    versions = list(queries.versions_of(row))
    said = None if row.ended else content_of(row)
    return {
        "versions": versions,
        "newest": versions[0],
        "held": next((one for one in versions if one.since <= timezone.localdate()), None),
        "said": said,
        "window": nearest_window(said.regime, timezone.localdate()) if isinstance(said, OwnRegime) else None,
        "page": PAGES[row.kind],
        "may_change": rules.can_change_definition(user, row),
        "may_end": row == versions[0] and rules.can_end_definition(user, row),
    }
