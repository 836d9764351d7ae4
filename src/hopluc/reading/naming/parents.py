"""The parent of a unit (cơ quan cấp trên): the body a document puts beside it, over it, or issues its paper."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from hopluc.reading.kept import kept
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.held_posts import post_behind
from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.naming.names import Name
from hopluc.reading.naming.open_names import opens_line
from hopluc.reading.naming.own_places import OwnPlaces
from hopluc.reading.naming.place_names import full_place
from hopluc.reading.naming.unit_contexts import UnitContexts, heads_delegation
from hopluc.reading.naming.unit_parents import SISTERS, SMALLEST, heads_list, may_hold
from hopluc.reading.patterns import Pattern

_DEPARTMENT_OF_SCIENCE = "Sở Khoa học"
_CENTRES_END = " khoa học và công nghệ"  # a province's centres of science and technology belong to that department
_SEVERAL = 2
_OWN_HEAD = 400  # characters of a letterhead
_PARENT_AFTER = Pattern(r" - |(?:,| -)? \(?(?:(?:trực )?thuộc |của )|, | \(|,? ")
_OWNED = Pattern(r" ?\(?(?:trực )?thuộc | \(")
_AFTER_BRACKETS = Pattern(r"\),? (?:(?:trực )?thuộc|của) ")
_BARE_OWNER = Pattern(rf",? \(?(?:trực )?thuộc (Sở|Bộ)(?=[,.;:()\n]|$| (?![{CAPITAL}&]))")
_MEMBERED = ("Đại học Huế", "Đại học Đà Nẵng", "Đại học Thái Nguyên", "Đại học Quốc gia ")  # universities made of schools
_WITH_CENTRES = ("Viện ", "Trường ", "Đại học ", "Học viện ", "Sở ", "Bộ ")
# What divisions of the department of science are named by.
_OF_SCIENCE = ("khoa học", "công nghệ", "sở hữu trí tuệ", "chuyên ngành")
_OF_ALL = ("quốc gia", "quốc tế", " tỉnh", " thành phố", " việt nam", " vùng")  # a centre with one of these stands by itself
# Centres that lists know of one ministry, while any department and school may have one of the name.
_OF_MANY_BODIES = ("Trung tâm Công nghệ thông tin", "Trung tâm Thông tin", "Trung tâm Tin học", "Trung tâm Chuyển đổi số")
_UNITS = (
    "Phòng",
    "Vụ",
    "Khoa",
    "Bộ môn",
    "Văn phòng",
    "Ban",
    "Cục",
    "Chi cục",
    "Thanh tra",
    "Đảng ủy",
    "Công đoàn",
    "Chi bộ",
    "Đảng bộ",
    "Đảng đoàn",
)


class Resolver(Protocol):
    """What gives each name of a document its official name by itself."""

    names: list[Name]
    places: OwnPlaces

    def official(self, name: Name) -> str:
        """The official name of one name by itself."""

    def own_body(self, head: str) -> str | None:
        """The department or ministry whose name begins with `head` that the document is about."""


class Parents:
    """The parents of a document's units, by the official names `whole` of all its names so far."""

    def __init__(self, resolver: Resolver, whole: Sequence[str]) -> None:
        self.names, self.whole, self.places, self.resolver = resolver.names, whole, resolver.places, resolver
        self.view = resolver.places.view
        self.contexts = UnitContexts(self.view, self.names, whole)

    def with_parent(self, place: int) -> str:
        """The canonical name of the name at `place`, with the parent that the document gives it after a comma."""
        name, canonical_name = self.names[place], self.whole[place]
        if name.anchor.grammar == "tên":
            return self._known_with_parent(place, canonical_name)
        if name.anchor.kind == "đơn vị sở" and name.place is None:
            parent = self._parent_after(place, any_joint=False)
            return f"{name.anchor.name}, {parent}" if parent else canonical_name
        if name.anchor.grammar not in ("đơn vị", "mở") or name.inner is not None:
            return canonical_name
        is_unit = name.anchor.grammar == "đơn vị" and name.anchor.name in _UNITS
        parent = self._told(place, is_unit=is_unit)
        if parent is None and name.place is None and name.anchor.name == "Phòng" and self.places.own_lower is not None:
            return f"{canonical_name} {full_place(self.places.own_lower)}"
        if parent is None and name.place is None:
            parent = self._usual(place, is_unit=is_unit)
        is_itself = parent is not None and parent.casefold() == canonical_name.casefold()
        return f"{canonical_name}, {parent}" if parent and not is_itself else canonical_name

    def _told(self, place: int, *, is_unit: bool) -> str | None:
        """The parent that the words round a name tell: right after it, over it, or in the order it is given."""
        name = self.names[place]
        parent = self._parent_after(place, any_joint=is_unit or self._is_member(place) or self._is_led(place))
        if parent is None and (bare := _BARE_OWNER.match(self.view.plain, name.end)) is not None:
            parent = self.resolver.own_body(bare[1])
        if parent is None and is_unit:
            parent = self._bracketed(place) or self._in_letterhead(place)
        if parent is None and (is_unit or name.anchor.name == "Trung tâm"):
            parent = self._ordering(place)
        if parent is None and is_unit:
            parent = self._heading_over(place) or (self.contexts.parent(place) if name.place is None else None)
        return parent

    def _usual(self, place: int, *, is_unit: bool) -> str | None:
        """The parent that a unit has where nothing tells it: the body that issues the paper, or the one its field belongs to."""
        head, canonical_name = self.names[place].anchor.name, self.whole[place]
        if head in ("Phòng", "Khoa", "Bộ môn"):
            issuer = self._issuer_of_units(place) or self.contexts.institution
            of_science = issuer is not None and head == "Phòng" and issuer.startswith("Sở ")
            if issuer is not None:
                return (self._science_of(place) if of_science else None) or issuer
        if head == "Phòng" and (department := self._science_of(place)):
            return department
        if is_unit and head in ("Phòng", "Vụ"):
            return self._most_named(head)
        if head == "Trung tâm" and not any(word in canonical_name.casefold() for word in _OF_ALL):
            issuer = self._issuer_of_units(place)
            if issuer is not None and issuer.startswith(("Viện ", "Trường ", "Học viện ", "Đại học ")):
                return issuer
        return self._department(place) if head == "Trung tâm" and canonical_name.casefold().endswith(_CENTRES_END) else None

    def _known_with_parent(self, place: int, canonical_name: str) -> str:
        """A unit under the parent this document gives it, though lists know another: `Viện Công nghệ sinh học - Đại học Huế`."""
        anchor = self.names[place].anchor
        if anchor.parent is not None and anchor.name in _OF_MANY_BODIES and anchor.parent not in self.whole:
            issuer = self._issuer_of_units(place)
            return f"{anchor.name}, {issuer}" if issuer is not None else canonical_name
        if anchor.name.startswith("Viện ") and anchor.parent is None and not anchor.name.startswith("Viện Hàn lâm"):
            beside = place + 1 < len(self.whole) and self.whole[place + 1].startswith(("Viện Hàn lâm", "Đại học ", "Học viện "))
            owner = self._parent_after(place, any_joint=beside) or self._heading_over(place)
            return f"{canonical_name}, {owner}" if owner else canonical_name
        if (
            self.names[place].anchor.parent is None
            or place + 1 >= len(self.names)
            or self.names[place + 1].anchor.kind != "trường"
        ):
            return canonical_name
        other = self._parent_after(place, any_joint=True)
        return f"{self.names[place].anchor.name}, {other}" if other else canonical_name

    def _is_member(self, place: int) -> bool:
        """Whether a school or an institute stands beside the university it belongs to: `Trường Đại học Công nghệ - ĐHQGHN`."""
        if place + 1 >= len(self.names) or not self.whole[place + 1].startswith("Đại học "):
            return False
        name, after = self.names[place], self.names[place + 1]
        between = self.view.plain[name.end : after.start]
        if between == ", " and name.anchor.name.startswith("Trường") and self.whole[place + 1].startswith(_MEMBERED):
            return not self.whole[place].endswith(tuple(lexicon.province_names().values()))
        return name.anchor.name.startswith(("Trường", "Viện")) and (after.anchor.short or between.strip() in ("-", "("))

    def _is_led(self, place: int) -> bool:
        """Whether who leads a centre is named before it and a school or an institute after it: `Giám đốc Trung tâm A, Viện B`."""
        if place + 1 >= len(self.names) or self.names[place].anchor.name != "Trung tâm":
            return False
        name, after = self.names[place], self.names[place + 1]
        led = post_behind(self.view.plain, name.start) is not None
        return led and (self.whole[place + 1].startswith(_WITH_CENTRES) or after.anchor.kind == "quốc tế")

    def _ordering(self, place: int) -> str | None:
        """The department that gives a unit an order, for it orders none but its own: `Sở … cam kết …; giao Trung tâm …`."""
        name, plain = self.names[place], self.view.plain
        if place == 0 or not plain.endswith("giao ", 0, name.start):
            return None
        before = self.names[place - 1]
        told = plain.endswith("giao ", 0, before.start)
        if before.anchor.kind != "sở" or told or "\n" in plain[before.end : name.start]:
            return None
        return self.whole[place - 1]

    def _bracketed(self, place: int) -> str | None:
        """The body that names its units in brackets: `Bộ Y tế (Vụ Kế hoạch - Tài chính, Cục Phòng bệnh)`."""
        plain, start = self.view.plain, self.names[place].start
        opened = plain.rfind("(", max(0, start - 240), start)
        if opened < 0 or plain.find(")", opened, start) >= 0:
            return None
        outside = next(
            (before for before in range(place - 1, max(-1, place - 8), -1) if self.names[before].end <= opened), None
        )
        if outside is None or plain[self.names[outside].end : opened].strip():
            return None
        return self.whole[outside] if self.names[outside].anchor.kind in ("bộ", "sở", "viện", "trường") else None

    def _heading_over(self, place: int) -> str | None:
        """The body whose list the unit's line stands in: `1. Viện …:` over `- Ông …, Trưởng ban Ban …`."""
        plain = self.view.plain
        line = plain.rfind("\n", max(0, self.names[place].start - 160), self.names[place].start) + 1
        if not line or plain[line : line + 2].strip() not in ("-", "+", "•", "*"):
            return None
        for before in range(place - 1, max(-1, place - 30), -1):
            name = self.names[before]
            if plain.startswith((":\n", " :\n"), name.end) or heads_delegation(plain, name):
                heads = opens_line(plain, name.start) and name.anchor.grammar in ("tên", "địa phương", "mở")
                return self.whole[before] if heads and heads_list(plain, name.end, line) else None
        return None

    def _parent_after(self, place: int, *, any_joint: bool) -> str | None:
        if place + 1 >= len(self.names):
            return None
        name, after = self.names[place], self.names[place + 1]
        if self.whole[place] == self.whole[place + 1]:
            return self._parent_after_brackets(place)  # its own short form in brackets
        between = self.view.plain[name.end : after.start]
        pattern = _PARENT_AFTER if any_joint else _OWNED
        if len(between) > 14 or not pattern.fullmatch(between) or (after.anchor.grammar == "tiếng Anh" and "(" in between):
            return None  # the same name in English is no parent
        if (
            after.anchor.grammar in ("đơn vị", "tên")
            and f"{after.anchor.name} ".startswith(f"{name.anchor.name} ")
            and "," in between
        ) or (after.anchor.short and after.anchor.kind == "doanh nghiệp"):
            return None
        if between.strip() == "," and (
            self._is_in_a_list(place) or self.whole[place + 1].startswith(("Ban Thường vụ", "Ban Chấp hành"))
        ):
            return None
        placed = name.place is not None
        if between.strip() in ("", ",") and (placed or not may_hold(name, after)):
            return None
        if between.strip() == "," and name.anchor.name not in SMALLEST and self.whole[place + 1].startswith(SISTERS):
            return None
        return self.with_parent(place + 1) if after.anchor.grammar == "đơn vị" else self.whole[place + 1]

    def _is_in_a_list(self, place: int) -> bool:
        """Whether a unit goes on a list of a body's units and another begins behind it: `Khoa A, Phòng B, Viện C, Trung tâm D`."""
        if place == 0 or place + 1 >= len(self.names) or not self.whole[place + 1].startswith(("Viện ", "Trung tâm ")):
            return False
        before, name = self.names[place - 1], self.names[place]
        return (
            name.anchor.name in SMALLEST and before.anchor.name in SMALLEST and self.view.plain[before.end : name.start] == ", "
        )

    def _parent_after_brackets(self, place: int) -> str | None:
        """The parent told after a short form in brackets: `Viện Địa chất (Viện ĐC) thuộc Viện …`."""
        if place + 2 >= len(self.names):
            return None
        between = self.view.plain[self.names[place + 1].end : self.names[place + 2].start]
        return self.whole[place + 2] if _AFTER_BRACKETS.fullmatch(between) else None

    def _in_letterhead(self, place: int) -> str | None:
        """The ministry over a unit in the letterhead: `BỘ CÔNG THƯƠNG` above `CỤC …`."""
        if place == 0 or self.names[place].start >= _OWN_HEAD or self.names[place].anchor.name not in ("Cục", "Vụ"):
            return None
        above = self.names[place - 1]
        lines = self.view.plain[above.end : self.names[place].start]
        return self.whole[place - 1] if above.anchor.kind == "bộ" and lines.strip() == "" and "\n" in lines else None

    def _issuer_of_units(self, place: int) -> str | None:
        """The body at the foot of the letterhead, where it is one that has divisions: a department, a school, a centre."""
        heads = [
            (name, official)
            for name, official in zip(self.names[:place], self.whole, strict=False)
            if name.start < _OWN_HEAD
            and self.view.plain[name.start : name.end].isupper()
            and opens_line(self.view.plain, name.start)
        ]
        if not heads:
            return None
        name, official = heads[-1]
        holds = name.anchor.kind in ("sở", "trường", "đơn vị sở") or name.anchor.name.startswith(
            ("Trường", "Trung tâm", "Học viện", "Viện", "Thanh tra", "Chi cục", "Kho bạc", "Liên hiệp các Hội")
        )
        return official if holds else None

    def _science_of(self, place: int) -> str | None:
        """The department of science and technology, where a division's field is its own."""
        field = self.whole[place].casefold()
        return self._department(place) if any(word in field for word in _OF_SCIENCE) else None

    def _department(self, place: int) -> str | None:
        """The department of science and technology that the document names: the only one, or that of the province meant here."""
        departments = [name for name in self._bodies["sở"] if name.startswith(_DEPARTMENT_OF_SCIENCE)]
        if len(departments) < _SEVERAL:
            return departments[0] if departments else None
        near = self.places.place_of(self.names[place], None)
        return next((name for name in departments if near is not None and name.endswith(full_place(near))), None)

    def _most_named(self, head: str) -> str | None:
        counts = self._bodies["sở" if head == "Phòng" else "bộ"]
        most, times = counts.most_common(1)[0] if counts else ("", 0)
        return most if times > 1 and 2 * times >= counts.total() else None

    @kept
    def _bodies(self) -> dict[str, Counter[str]]:
        """How often each department and ministry is named."""
        counts: dict[str, Counter[str]] = {"sở": Counter(), "bộ": Counter()}
        for name in self.names:
            if name.anchor.kind in counts:
                counts[name.anchor.kind][self.resolver.official(name)] += 1
        return counts
