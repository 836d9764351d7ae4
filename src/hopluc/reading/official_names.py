"""The official name a written name stands for, from what its document says of places, parents and short forms.

Canonical is the shortest official name that is unique among documents: the place is added for local bodies only, a unit
carries its parent after a comma (docs/reference/facts.md).
"""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from hopluc.reading import lexicon
from hopluc.reading.abbreviation_tables import abbreviations_in
from hopluc.reading.company_names import join_companies
from hopluc.reading.defined_short_forms import join_defined
from hopluc.reading.foreign_words import respelt
from hopluc.reading.fuller_names import Fuller
from hopluc.reading.lexicon import CAPITAL
from hopluc.reading.names import OWN_UNITS, Name
from hopluc.reading.open_names import opens_line
from hopluc.reading.own_places import PROVINCIAL, OwnPlaces
from hopluc.reading.patterns import Pattern
from hopluc.reading.place_names import SaidPlace, View, leading_words
from hopluc.reading.same_bodies import join_party_organs, join_schools
from hopluc.reading.unit_contexts import UnitContexts, heads_delegation
from hopluc.reading.unit_parents import SISTERS, SMALLEST, heads_list, may_hold, with_known_parents

_MEMBERED = ("Đại học Huế", "Đại học Đà Nẵng", "Đại học Thái Nguyên", "Đại học Quốc gia ")  # universities made of schools
_OWN_HEAD = 400  # characters of a letterhead
_PARENT_AFTER = Pattern(r" - |(?:,| -)? \(?(?:(?:trực )?thuộc |của )|, | \(|,? ")
_OWNED = Pattern(r" ?\(?(?:trực )?thuộc | \(")
_BARE_OWNER = Pattern(rf",? \(?(?:trực )?thuộc (Sở|Bộ)(?=[,.;:()\n]|$| (?![{CAPITAL}&]))")
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


class Names:
    """Every name of a document, resolved together."""

    def __init__(self, view: View, names: Sequence[Name]) -> None:
        self.view = view
        self.names = list(names)
        self.places = OwnPlaces(view, self.names)
        self._stems: dict[str, str] = {}
        self.given = abbreviations_in(view.plain)

    @cached_property
    def resolved(self) -> list[str]:
        """The canonical name of each of `names`."""
        whole = [self._whole(name) for name in self.names]
        self._join_cases(whole)
        join_companies(self.names, whole)
        self._join_short(whole)
        join_schools(self.names, whole)
        join_party_organs(whole)
        join_defined(self.view, self.names, whole)
        self.contexts = UnitContexts(self.view, self.names, whole)
        return with_known_parents(self.names, whole, [self._with_parent(place, whole) for place in range(len(whole))])

    def _whole(self, name: Name) -> str:
        anchor = name.anchor
        if anchor.grammar == "tên":
            return f"{anchor.name}, {anchor.parent}" if anchor.parent else anchor.name
        if anchor.grammar == "địa phương":
            return self._local(name)
        if name.inner is not None:
            inner = name.inner.anchor
            if inner.grammar == "cấp trên":
                own = self._own_body(inner.name)
                return f"{anchor.name}, {own}" if own else f"{anchor.name} {inner.name}"
            joint = ", " if anchor.name in OWN_UNITS[:2] and inner.kind in ("sở", "bộ") else " "
            return f"{anchor.name}{joint}{self._whole(name.inner)}"
        written = self.view.plain[name.start : name.end]
        if written not in self._stems:
            spelt = expanded(self._spelt_out(written))
            self._stems[written] = respelt(spelt) if anchor.grammar in ("mở", "nước") else spelt
        whole = self._stems[written]
        if anchor.name in ("Sở", "Ty") and name.place is None and not whole.endswith(tuple(lexicon.place_names().values())):
            found = self.places.place_of(name, None)  # a department no list knows, as those of former times
            return f"{whole} {_full(found)}" if found else whole
        if anchor.grammar == "ban chỉ đạo" and (level := _LEVEL_END.search(whole)) is not None:
            found = self.places.place_of(name, level[1])
            return f"{whole[: level.start()].removesuffix(' của')} {level[1]} {found.name}" if found else whole
        if name.place is not None and name.place.name is None:
            found = self.places.place_of(name, name.place.kind)
            return f"{whole} {found.name}" if found else whole
        return whole

    def _spelt_out(self, written: str) -> str:
        """A name with the short forms of the document's own table written out."""
        if not self.given:
            return written
        return " ".join(self.given.get(word.rstrip(","), word) for word in written.split(" "))

    def _local(self, name: Name) -> str:
        anchor, place = name.anchor, name.place or SaidPlace(None, None)
        if anchor.pattern in ("sở", "không"):
            if place.name is None and anchor.kind == "đơn vị sở":
                found = self.places.place_of(name, None)
                return f"{anchor.name}, Sở Khoa học và Công nghệ {_full(found)}" if found else anchor.name
            return f"{anchor.name} {_full(self.places.with_kind(place))}" if place.name else anchor.name
        if place == (None, None) and name.start in self._shared:
            place = self._shared[name.start]
        if place.name is None:
            kind = place.kind or (anchor.pattern if anchor.pattern in _NAMED_KINDS else None)
            place = self.places.place_of(name, kind) or SaidPlace(kind, None)
        if place.name is None:
            return anchor.name if place.kind is None or anchor.pattern in _NAMED_KINDS else f"{anchor.name} {place.kind}"
        if anchor.pattern in _NAMED_KINDS and name.place is not None and name.place.kind is not None:
            return f"{anchor.name} {_full(place)}"
        if anchor.kind == "ban" and (name.place is None or name.place.kind is not None):
            return f"{anchor.name} {_full(place)}"
        if anchor.pattern in _NAMED_KINDS or anchor.pattern in ("gọn", "gọn nơi"):
            return f"{anchor.name} {place.name}"
        return f"{anchor.name} {_full(self.places.with_kind(place))}"

    @cached_property
    def _shared(self) -> dict[int, SaidPlace]:
        """Where a body of government or party says no place, the one that closes its list: `Thành ủy, HĐND, UBND thành phố Vĩnh Hà`."""
        shared: dict[int, SaidPlace] = {}
        last: Name | None = None
        for name in reversed(self.names):
            governs = name.anchor.grammar == "địa phương" and name.anchor.kind in ("chính quyền", "đảng")
            if governs and last is not None and name.place is None and name.anchor.pattern not in PROVINCIAL:
                between = self.view.plain[name.end : last.start]
                place = last.place or shared.get(last.start)
                if place is not None and between.strip(" ") in (",", "-", "và", "/"):
                    shared[name.start] = place
            last = name if governs else None
        return shared

    def _join_cases(self, whole: list[str]) -> None:
        """A name in capitals is spelt as the same name is elsewhere in the document."""
        shouted = [self._is_shouted(name) for name in self.names]
        if not any(shouted):
            return
        spelt = {official.casefold(): official for official, loud in zip(whole, shouted, strict=True) if not loud}
        for place, (official, loud) in enumerate(zip(tuple(whole), shouted, strict=True)):
            whole[place] = spelt.get(official.casefold(), official) if loud else official

    def _is_shouted(self, name: Name) -> bool:
        return self.view.plain[name.start : name.end].isupper()

    def _join_short(self, whole: list[str]) -> None:
        """A committee or academy by its first words is the one named in full nearest before it, else after it."""
        shortable = {"ban chỉ đạo", "mở"}
        by_head: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            if name.anchor.grammar in shortable or whole[place].startswith("Viện Hàn lâm"):
                by_head.setdefault(_head(whole[place]), []).append(place)
        written = tuple(whole)
        for places in by_head.values():
            fuller = Fuller(places, written)
            for place in places:
                whole[place] = fuller.name(place)
        self._join_inner(whole, by_head)
        secretaries = [name for name in whole if name.casefold().startswith("tổ thư ký hội đồng")]
        for place, written_name in enumerate(whole):
            if secretaries and written_name.casefold() == "tổ thư ký":
                whole[place] = secretaries[0]

    def _join_inner(self, whole: list[str], by_head: dict[str, list[int]]) -> None:
        """`Tổ giúp việc Ban Chỉ đạo Chương trình` ends with a committee whose full name may be known, and so on upward."""
        academies = {name for name in whole if name.startswith("Viện Hàn lâm ")}
        for place, name in enumerate(whole if len(academies) == 1 else ()):
            if name.endswith(" Viện Hàn lâm"):
                whole[place] = f"{name.removesuffix(' Viện Hàn lâm')}, {next(iter(academies))}"
        full = dict.fromkeys(name for places in by_head.values() for place in places if (name := whole[place]))
        longest = max((name for name in full if name.startswith("Ban Chỉ đạo ")), key=len, default="")
        councils = [name for name in full if name.startswith("Hội đồng ")]
        council = councils[0] if len(councils) == 1 else "Hội đồng"
        for place, name in enumerate(whole):
            if name.endswith(" Hội đồng") and name.startswith("Tổ "):
                whole[place] = name.removesuffix("Hội đồng") + council
            inner = name.find(" Ban Chỉ đạo")
            if inner > 0 and longest.casefold().startswith(name[inner + 1 :].casefold()) and name.startswith("Tổ"):
                whole[place] = name[: inner + 1] + longest

    def _with_parent(self, place: int, whole: list[str]) -> str:
        name, canonical_name = self.names[place], whole[place]
        if name.anchor.grammar == "tên":
            return self._known_with_parent(place, canonical_name, whole)
        if name.anchor.kind == "đơn vị sở" and name.place is None:
            parent = self._parent_after(place, whole, any_joint=False)
            return f"{name.anchor.name}, {parent}" if parent else canonical_name
        is_unit = name.anchor.grammar == "đơn vị" and name.anchor.name in _UNITS
        if name.anchor.grammar not in ("đơn vị", "mở") or name.inner is not None:
            return canonical_name
        parent = self._parent_after(place, whole, any_joint=is_unit or self._is_member(place, whole))
        if parent is None and (bare := _BARE_OWNER.match(self.view.plain, name.end)) is not None:
            parent = self._own_body(bare[1])
        if parent is None and is_unit:
            parent = self._bracketed(place, whole)
        if parent is None and (is_unit or name.anchor.name == "Trung tâm"):
            parent = self._ordering(place, whole)
        if parent is None and is_unit:
            parent = self._heading_over(place, whole) or (self.contexts.parent(place) if name.place is None else None)
        if parent is None and name.place is None and name.anchor.name == "Phòng" and self.places.own_lower is not None:
            return f"{canonical_name} {_full(self.places.own_lower)}"
        if parent is None and name.place is None and name.anchor.name in ("Phòng", "Khoa", "Bộ môn"):
            parent = self._issuer_of_units(place, whole) or self.contexts.institution
        if parent is None and name.place is None and is_unit and name.anchor.name in ("Phòng", "Vụ"):
            parent = self._usual_parent(name.anchor.name)
        return f"{canonical_name}, {parent}" if parent else canonical_name

    def _known_with_parent(self, place: int, canonical_name: str, whole: list[str]) -> str:
        """A unit under the parent this document gives it, though lists know another: `Viện Công nghệ sinh học - Đại học Huế`."""
        anchor = self.names[place].anchor
        if anchor.name.startswith("Viện ") and anchor.parent is None and not anchor.name.startswith("Viện Hàn lâm"):
            beside = place + 1 < len(whole) and whole[place + 1].startswith(("Viện Hàn lâm", "Đại học ", "Học viện "))
            owner = self._parent_after(place, whole, any_joint=beside) or self._heading_over(place, whole)
            return f"{canonical_name}, {owner}" if owner else canonical_name
        if (
            self.names[place].anchor.parent is None
            or place + 1 >= len(self.names)
            or self.names[place + 1].anchor.kind != "trường"
        ):
            return canonical_name
        other = self._parent_after(place, whole, any_joint=True)
        return f"{self.names[place].anchor.name}, {other}" if other else canonical_name

    def _is_member(self, place: int, whole: Sequence[str]) -> bool:
        """Whether a school or an institute stands beside the university it belongs to: `Trường Đại học Công nghệ - ĐHQGHN`."""
        if place + 1 >= len(self.names) or not whole[place + 1].startswith("Đại học "):
            return False
        name, after = self.names[place], self.names[place + 1]
        between = self.view.plain[name.end : after.start]
        if between == ", " and name.anchor.name.startswith("Trường") and whole[place + 1].startswith(_MEMBERED):
            return not whole[place].endswith(tuple(lexicon.province_names().values()))
        return name.anchor.name.startswith(("Trường", "Viện")) and (after.anchor.short or between.strip() in ("-", "("))

    def _ordering(self, place: int, whole: Sequence[str]) -> str | None:
        """The department that gives a unit an order, for it orders none but its own: `Sở … cam kết …; giao Trung tâm …`."""
        name, plain = self.names[place], self.view.plain
        if place == 0 or not plain.endswith("giao ", 0, name.start):
            return None
        before = self.names[place - 1]
        told = plain.endswith("giao ", 0, before.start)
        if before.anchor.kind != "sở" or told or "\n" in plain[before.end : name.start]:
            return None
        return whole[place - 1]

    def _bracketed(self, place: int, whole: Sequence[str]) -> str | None:
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
        return whole[outside] if self.names[outside].anchor.kind in ("bộ", "sở", "viện", "trường") else None

    def _heading_over(self, place: int, whole: Sequence[str]) -> str | None:
        """The body whose list the unit's line stands in: `1. Viện …:` over `- Ông …, Trưởng ban Ban …`."""
        plain = self.view.plain
        line = plain.rfind("\n", max(0, self.names[place].start - 160), self.names[place].start) + 1
        if not line or plain[line : line + 2].strip() not in ("-", "+", "•", "*"):
            return None
        for before in range(place - 1, max(-1, place - 30), -1):
            name = self.names[before]
            if plain.startswith((":\n", " :\n"), name.end) or heads_delegation(plain, name):
                heads = opens_line(plain, name.start) and name.anchor.grammar in ("tên", "địa phương", "mở")
                return whole[before] if heads and heads_list(plain, name.end, line) else None
        return None

    def _parent_after(self, place: int, whole: list[str], *, any_joint: bool) -> str | None:
        if place + 1 >= len(self.names):
            return None
        name, after = self.names[place], self.names[place + 1]
        if whole[place] == whole[place + 1]:
            return None  # its own short form in brackets
        between = self.view.plain[name.end : after.start]
        pattern = _PARENT_AFTER if any_joint else _OWNED
        if len(between) > 14 or not pattern.fullmatch(between):
            return None
        if (
            after.anchor.grammar in ("đơn vị", "tên")
            and f"{after.anchor.name} ".startswith(f"{name.anchor.name} ")
            and "," in between
        ) or (after.anchor.short and after.anchor.kind == "doanh nghiệp"):
            return None
        placed = name.place is not None
        if between.strip() in ("", ",") and (placed or not may_hold(name, after)):
            return None
        if between.strip() == "," and name.anchor.name not in SMALLEST and whole[place + 1].startswith(SISTERS):
            return None
        return self._with_parent(place + 1, whole) if after.anchor.grammar == "đơn vị" else whole[place + 1]

    def _own_body(self, head: str) -> str | None:
        """The department or ministry whose name begins with `head` that the document is about: in its head, else most named."""
        kind = "sở" if head.startswith("Sở") else "bộ"
        named = [name for name in self.names if name.anchor.kind == kind and name.anchor.name.startswith(head)]
        if not named:
            return None
        if named[0].start < _OWN_HEAD and opens_line(self.view.plain, named[0].start):
            return self._whole(named[0])
        return Counter(map(self._whole, named)).most_common(1)[0][0]

    def _issuer_of_units(self, place: int, whole: Sequence[str]) -> str | None:
        """The body at the foot of the letterhead, where it is one that has divisions: a department, a school, a centre."""
        heads = [
            (name, official)
            for name, official in zip(self.names[:place], whole, strict=False)
            if name.start < _OWN_HEAD
            and self.view.plain[name.start : name.end].isupper()
            and opens_line(self.view.plain, name.start)
        ]
        if not heads:
            return None
        name, official = heads[-1]
        holds = name.anchor.kind in ("sở", "trường", "đơn vị sở") or name.anchor.name.startswith(
            ("Trường", "Trung tâm", "Học viện")
        )
        return official if holds else None

    def _usual_parent(self, head: str) -> str | None:
        counts = self._bodies["sở" if head == "Phòng" else "bộ"]
        usual, most = counts.most_common(1)[0] if counts else ("", 0)
        return usual if most > 1 and 2 * most >= counts.total() else None

    @cached_property
    def _bodies(self) -> dict[str, Counter[str]]:
        """How often each department and ministry is named."""
        counts: dict[str, Counter[str]] = {"sở": Counter(), "bộ": Counter()}
        for name in self.names:
            if name.anchor.kind in counts:
                counts[name.anchor.kind][self._whole(name)] += 1
        return counts


_LEVEL_END = Pattern(r"(?<!cấp) (tỉnh|thành phố)$")


_NAMED_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")


def _full(place: SaidPlace) -> str:
    return f"{place.kind} {place.name}" if place.kind else place.name or ""


def _head(name: str) -> str:
    return " ".join(name.split(" ")[:2]).casefold()


_SPACED = Pattern(r"(?<=\b[Tt][Pp])\.?(?=[A-ZĐ])|(?<=\b[Tt][Pp])\. ?")


def expanded(written: str) -> str:
    """A name as written with its short forms written out, one kind of space, and its first words as they are listed."""
    text = _SPACED.sub(" ", written)
    text = lexicon.short_forms().sub(lambda found: lexicon.long_forms()[found[0]], text)
    text = " ".join(text.replace(" & ", " và ").split())
    if text.isupper():
        text = text[0] + text[1:].lower()
    lowered = text.casefold()
    for head in _listed_heads():
        if lowered.startswith(head[0]):
            return head[1] + text[len(head[0]) :]
    return text[0].upper() + text[1:]


def _listed_heads() -> tuple[tuple[str, str], ...]:
    return (
        ("ban chỉ đạo", "Ban Chỉ đạo"),
        ("ban quản lý", "Ban Quản lý"),
        ("ban điều hành", "Ban Điều hành"),
        ("ban điều phối", "Ban Điều phối"),
        ("tổ thư ký giúp việc", "Tổ giúp việc"),
        ("tổ giúp việc", "Tổ giúp việc"),
        ("công ti ", "Công ty "),
        ("cty ", "Công ty "),
    )


def place_in_doubt(view: View, end: int, learnt: dict[str, str]) -> tuple[str, int] | None:
    """The place named right after a local body without its kind, where the document names that place elsewhere with it."""
    return next(((name, stop) for name, stop in leading_words(view.plain, end) if name in learnt), None)
