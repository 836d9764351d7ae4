"""Whose unit is named where no parent stands beside it: the side of an agreement, the delegation, the school whose page it is."""

from collections import Counter
from collections.abc import Sequence

from hopluc.reading.kept import kept
from hopluc.reading.naming.names import Name
from hopluc.reading.naming.open_names import opens_line
from hopluc.reading.naming.place_names import View
from hopluc.reading.patterns import Pattern

_HEAD = 400  # characters in which a page says whose it is
_SIDE = Pattern(r"(?:BÊN|Bên|bên) ([A-D])(?!\w)\s*(?:\([^()\n]{1,60}\)\s*)?[:.-]\s*(?:là |Là )?")
_SIDE_AFTER = Pattern(r" ?\((?:sau đây (?:gọi|viết)(?: tắt)? là )?[\"“]?(?:BÊN|Bên|bên) ([A-D])[\"”]?\)")
_SIDE_BEFORE = Pattern(r"(?s:.*)(?<!\w)(?:BÊN|Bên|bên) ([A-D])(?!\w)[^.;\n]{0,60}$")
_REACH = 80
_DELEGATION = 400  # characters from `Về phía …` to the last unit told of
_HOLD_UNITS = ("sở", "bộ", "trường", "viện", "đơn vị", "đơn vị sở")
_HEADS_OF_SCHOOLS = ("Trường", "Đại học", "Học viện", "Viện")


class UnitContexts:
    """What the text round a unit says of its parent; `names` and `view` are the document's, `whole` the official names."""

    def __init__(self, view: View, names: Sequence[Name], whole: Sequence[str]) -> None:
        self.view, self.names, self.whole = view, names, whole

    def parent(self, place: int) -> str | None:
        """The parent that the side of an agreement or the delegation before the unit gives; None where neither does."""
        return self._side(place) or self._delegation(place)

    @kept
    def _sides(self) -> dict[str, str]:
        """The body that each letter of an agreement stands for: `BÊN A: …`, `… (sau đây gọi là Bên A)`."""
        plain, sides = self.view.plain, dict[str, str]()
        if "ên A" not in plain and "ÊN A" not in plain:
            return sides
        for begin in _SIDE.finditer(plain):
            at = next((place for place, name in enumerate(self.names) if 0 <= name.start - begin.end() < len("là ")), None)
            if at is not None and _holds_units(self.names[at]):
                sides.setdefault(begin[1], self.whole[at])
        for place, name in enumerate(self.names):
            after = _SIDE_AFTER.match(plain, name.end)
            if after is not None and _holds_units(name):
                sides.setdefault(after[1], self.whole[place])
        return sides

    def _side(self, place: int) -> str | None:
        if not self._sides:
            return None
        start = self.names[place].start
        said = _SIDE_BEFORE.search(self.view.plain, max(0, start - _REACH), start)
        return self._sides.get(said[1]) if said else None

    def _delegation(self, place: int) -> str | None:
        """The body of `Về phía X có …`, whose people and units follow it on the line."""
        plain, start = self.view.plain, self.names[place].start
        low = max(0, start - _DELEGATION, plain.rfind("\n", max(0, start - _DELEGATION), start) + 1)
        said = plain.rfind("ề phía ", low, start)
        if said < 0:
            return None
        first = said + len("ề phía ")
        for before in range(place - 1, -1, -1):
            name = self.names[before]
            if name.start < first:
                return None
            if name.start == first:
                return self.whole[before] if _holds_units(name) else None
        return None

    @kept
    def institution(self) -> str | None:
        """The school or institute whose page this is: named at its beginning, and oftener than any department."""
        at = next((place for place, name in enumerate(self.names) if _is_school(name)), None)
        if at is None or self.names[at].start > _HEAD:
            return None
        counts = Counter(
            official
            for official, name in zip(self.whole, self.names, strict=True)
            if name.anchor.kind in _HOLD_UNITS or _is_school(name)
        )
        (most, times), *_ = counts.most_common(1)
        return most if most == self.whole[at] and times > 1 else None


def _is_school(name: Name) -> bool:
    return name.anchor.kind in ("trường", "viện") or (
        name.anchor.grammar == "mở" and name.anchor.name.startswith(_HEADS_OF_SCHOOLS)
    )


def _holds_units(name: Name) -> bool:
    return name.anchor.kind in _HOLD_UNITS or name.anchor.grammar in ("mở", "công ty")


_NUMBERED = Pattern(r"\s*(?:\d{1,2}[.)]|[a-dđ][.)]|[IVX]{1,4}[.)]|(?:Về )?[Pp]hía|Đại diện(?: cho)?)\s*")


def heads_delegation(plain: str, name: Name) -> bool:
    """Whether a name has a line to itself but for a number, as the heading over those who come from it."""
    if not plain.startswith("\n", name.end) or not _holds_units(name):
        return False
    begin = plain.rfind("\n", max(0, name.start - 40), name.start) + 1
    return opens_line(plain, name.start) and _NUMBERED.fullmatch(plain, begin, name.start) is not None
