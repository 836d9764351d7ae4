"""The official name a written name stands for, from what its document says of places, parents and short forms.

Canonical is the shortest official name that is unique among documents: the place is added for local bodies only, a unit
carries its parent after a comma (docs/reference/facts.md).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from hopluc.reading import lexicon
from hopluc.reading.lexicon import CAPITAL
from hopluc.reading.names import OWN_UNITS, Name
from hopluc.reading.open_names import opens_line
from hopluc.reading.patterns import Pattern
from hopluc.reading.place_names import SaidPlace, View, leading_words, places_said

ENOUGH = 5  # places beside bodies that tell what the document is about
PROVINCIAL = ("tỉnh", "thành phố")
_HEAD = 1500  # characters at the beginning of a document in which its own place is said
_OWN_HEAD = 400  # characters of a letterhead
_DATELINE = Pattern(rf"(?:^|[\n\t])[ \t]*([{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,3}}) ?, ?ngày ")
_LEGAL_FORM = Pattern(
    r" ?\b(?:TNHH|Cổ phần|cổ phần|Cổ Phần|CP|MTV|một thành viên|Một thành viên|hai thành viên trở lên|trách nhiệm hữu hạn|Trách nhiệm hữu hạn)\b"
)
_PARENT_AFTER = Pattern(r" - |(?:,| -)? \(?(?:(?:trực )?thuộc |của )|, | \(|,? ")
_OWNED = Pattern(r" ?\(?(?:trực )?thuộc | \(")
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
        self.said = [name for name in names if name.place is not None and name.place.name is not None]
        self._stems: dict[str, str] = {}

    @cached_property
    def resolved(self) -> list[str]:
        """The canonical name of each of `names`."""
        whole = [self._whole(name) for name in self.names]
        self._join_cases(whole)
        self._join_companies(whole)
        self._join_short(whole)
        return _with_known_parents(self.names, whole, [self._with_parent(place, whole) for place in range(len(whole))])

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
            self._stems[written] = expanded(written)
        whole = self._stems[written]
        if anchor.grammar == "ban chỉ đạo" and (level := _LEVEL_END.search(whole)) is not None:
            found = self._place_of(name, level[1])
            return f"{whole} {found.name}" if found else whole
        if name.place is not None and name.place.name is None and name.place.kind in PROVINCIAL:
            found = self._place_of(name, name.place.kind)
            return f"{whole} {found.name}" if found else whole
        return whole

    def _local(self, name: Name) -> str:
        anchor, place = name.anchor, name.place or SaidPlace(None, None)
        if anchor.pattern in ("sở", "không"):
            if place.name is None and anchor.kind == "đơn vị sở":
                found = self._place_of(name, None)
                return f"{anchor.name}, Sở Khoa học và Công nghệ {_full(found)}" if found else anchor.name
            return f"{anchor.name} {_full(self._with_kind(place))}" if place.name else anchor.name
        if place.name is None:
            kind = place.kind or (anchor.pattern if anchor.pattern in _NAMED_KINDS else None)
            place = self._place_of(name, kind) or SaidPlace(kind, None)
        if place.name is None:
            return anchor.name if place.kind is None or anchor.pattern in _NAMED_KINDS else f"{anchor.name} {place.kind}"
        if anchor.pattern in _NAMED_KINDS and name.place is not None and name.place.kind is not None:
            return f"{anchor.name} {_full(place)}"
        if anchor.pattern in _NAMED_KINDS or anchor.pattern in ("gọn", "gọn nơi"):
            return f"{anchor.name} {place.name}"
        return f"{anchor.name} {_full(self._with_kind(place))}"

    def _with_kind(self, place: SaidPlace) -> SaidPlace:
        if place.kind is not None or place.name is None:
            return place
        kind = self._learnt.get(place.name) or lexicon.province_kinds().get(place.name.casefold())
        return SaidPlace(kind, place.name)

    @cached_property
    def _learnt(self) -> dict[str, str]:
        """Places named with their kind in this document, the kind said most often."""
        counts: dict[str, Counter[str]] = {}
        for name in self.said:
            assert name.place is not None
            if name.place.kind is not None and name.place.name is not None:
                counts.setdefault(name.place.name, Counter())[name.place.kind] += 1
        return {place: kinds.most_common(1)[0][0] for place, kinds in counts.items()}

    @property
    def learnt_places(self) -> dict[str, str]:
        return self._learnt

    @cached_property
    def _provinces(self) -> list[tuple[int, SaidPlace]]:
        """Where the document names a province or a centrally-run city, in order: beside a body, or anywhere where that is seldom."""
        beside = sorted((*self._provinces_beside(), *self._dateline()), key=lambda found: found[0])
        if len(beside) >= ENOUGH:
            return beside
        known = lexicon.province_kinds()
        anywhere = [
            (start, place)
            for start, place in self._said_anywhere
            if place.kind == "tỉnh" or (place.name or "").casefold() in known
        ]
        return sorted({*beside, *anywhere}, key=lambda found: found[0]) or self._bare_provinces()

    def _dateline(self) -> list[tuple[int, SaidPlace]]:
        """The place an official document is dated at: `Tân Lâm, ngày …`; Hà Nội, where ministries sit too, says nothing."""
        dated = _DATELINE.search(self.view.plain, 0, _HEAD)
        name = " ".join(dated[1].split()) if dated else "Hà Nội"
        if name.casefold() in ("hà nội", "tp", "hà tây") or dated is None:
            return []
        kind = self._learnt.get(name) or lexicon.province_kinds().get(name.casefold()) or self._usual_kind
        return [(dated.start(1), SaidPlace(kind, name))] if kind in PROVINCIAL else []

    @cached_property
    def _usual_kind(self) -> str | None:
        """Whether the document's bodies are mostly those of a province or of a city, as they say it themselves."""
        kinds = Counter(
            name.place.kind if name.place is not None and name.place.kind else name.anchor.pattern for name in self.names
        )
        most = max(PROVINCIAL, key=lambda kind: kinds[kind])
        return most if kinds[most] else None

    def _bare_provinces(self) -> list[tuple[int, SaidPlace]]:
        names = lexicon.province_names()
        found = (
            (self.view.lower.find(name), SaidPlace(lexicon.province_kinds()[name], names[name]))
            for name in names
            if " " in name
        )
        return sorted((start, place) for start, place in found if start >= 0)

    def _provinces_beside(self) -> list[tuple[int, SaidPlace]]:
        found = []
        known = lexicon.province_kinds()
        for name in self.said:
            place = name.place
            assert place is not None
            assert place.name is not None
            kind = place.kind or self._learnt.get(place.name) or known.get(place.name.casefold())
            if kind is None and name.anchor.pattern in PROVINCIAL:
                kind = name.anchor.pattern
            if kind in PROVINCIAL and (place.name.casefold() in known or place.name.casefold() not in lexicon.country_names()):
                found.append((name.start, SaidPlace(kind, place.name)))
        return found

    @cached_property
    def _nearby(self) -> list[tuple[int, SaidPlace]]:
        """Provinces beside bodies, and in a text about several the headings that say whose section begins."""
        headings = [found for found in self._said_anywhere if found[1].kind and self._is_heading(*found)]
        known = {place for _, place in (*self._provinces, *headings)}
        only = {kind: places[0] for kind in PROVINCIAL if len(places := [place for place in known if place.kind == kind]) == 1}
        by_kind = [
            (name.start, only[name.place.kind])
            for name in self.names
            if name.place is not None and name.place.name is None and name.place.kind in only
        ]
        return sorted({*self._provinces, *headings, *by_kind}, key=lambda found: found[0])

    def _is_heading(self, start: int, place: SaidPlace) -> bool:
        """Whether a place with its kind has a line to itself, as the heading of a section."""
        end = start + len(place.kind or "") + 1 + len(place.name or "")
        return self.view.plain[end : end + 1] in ("\n", ":") and opens_line(self.view.plain, start)

    @cached_property
    def _own(self) -> SaidPlace | None:
        """The province the document is about: named at least twice as often as all others together, or first and most."""
        counts = Counter(place for _, place in self._provinces)
        if not counts:
            return None
        (place, most), *others = counts.most_common(2)
        if 3 * most >= 2 * counts.total():
            return place
        first = self._provinces[0]
        return place if first[1] == place and first[0] < _HEAD and (not others or most >= 2 * others[0][1]) else None

    def _place_of(self, name: Name, kind: str | None) -> SaidPlace | None:
        """The place meant where a name says none, or only its kind: the document's own, else the nearest said before."""
        if kind not in (*PROVINCIAL, None):
            return self._nearest_lower(name, kind)
        own = self._own
        if own is not None and kind in (own.kind, None):
            return own
        near = self._nearby
        place = bisect_left(near, name.start, key=itemgetter(0))
        for _, found in [*reversed(near[max(0, place - 60) : place]), *near[place : place + 60]]:
            if kind in (found.kind, None):
                return found
        return next((found for _, found in self._said_anywhere if kind == found.kind), None)

    @cached_property
    def _said_anywhere(self) -> list[tuple[int, SaidPlace]]:
        """Where the text itself names a province or a city, beside a body or not."""
        return list(places_said(self.view))

    def _nearest_lower(self, name: Name, kind: str | None) -> SaidPlace | None:
        offsets, places = self._lower_places.get(kind or "", ([], []))
        before = bisect_left(offsets, name.start)
        return places[before - 1] if before else None

    @cached_property
    def _lower_places(self) -> dict[str, tuple[list[int], list[SaidPlace]]]:
        """Where districts and communes are named, by kind."""
        found: dict[str, tuple[list[int], list[SaidPlace]]] = {}
        for said in self.said:
            if said.place is not None and said.place.kind is not None:
                offsets, places = found.setdefault(said.place.kind, ([], []))
                offsets.append(said.start)
                places.append(said.place)
        return found

    def _join_cases(self, whole: list[str]) -> None:
        """A name in capitals is spelt as the same name is elsewhere in the document."""
        spelt = {
            official.casefold(): official
            for name, official in zip(self.names, whole, strict=True)
            if not self._is_shouted(name)
        }
        for place, (name, official) in enumerate(zip(self.names, whole, strict=True)):
            whole[place] = spelt.get(official.casefold(), official) if self._is_shouted(name) else official

    def _is_shouted(self, name: Name) -> bool:
        return self.view.plain[name.start : name.end].isupper()

    def _join_companies(self, whole: list[str]) -> None:
        """`Công ty Minh An` is the `Công ty Cổ phần Minh An` that the document names elsewhere."""
        full: dict[str, str] = {}
        for name, canonical_name in zip(self.names, whole, strict=True):
            if name.anchor.grammar == "công ty":
                bare = _LEGAL_FORM.sub("", canonical_name).casefold()
                if len(canonical_name) > len(full.get(bare, "")):
                    full[bare] = canonical_name
        for place, name in enumerate(self.names):
            if name.anchor.grammar == "công ty":
                whole[place] = full[_LEGAL_FORM.sub("", whole[place]).casefold()]

    def _join_short(self, whole: list[str]) -> None:
        """A committee or academy by its first words is the one named in full nearest before it, else after it."""
        shortable = {"ban chỉ đạo", "mở"}
        by_head: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            if name.anchor.grammar in shortable or whole[place].startswith("Viện Hàn lâm"):
                by_head.setdefault(_head(whole[place]), []).append(place)
        written = tuple(whole)
        for places in by_head.values():
            fuller = _Fuller(places, written)
            for place in places:
                whole[place] = fuller.name(place)
        self._join_inner(whole, by_head)
        secretaries = [name for name in whole if name.casefold().startswith("tổ thư ký hội đồng")]
        for place, written_name in enumerate(whole):
            if secretaries and written_name.casefold() == "tổ thư ký":
                whole[place] = secretaries[0]

    def _join_inner(self, whole: list[str], by_head: dict[str, list[int]]) -> None:
        """`Tổ giúp việc Ban Chỉ đạo Chương trình` ends with a committee whose full name may be known, and so on upward."""
        full = {name for places in by_head.values() for place in places if (name := whole[place])}
        longest = max((name for name in full if name.startswith("Ban Chỉ đạo ")), key=len, default="")
        councils = {name for name in full if name.startswith("Hội đồng ")}
        council = next(iter(councils)) if len(councils) == 1 else "Hội đồng"
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
        if parent is None and (is_unit or name.anchor.name == "Trung tâm"):
            parent = self._ordering(place, whole)
        if parent is None and is_unit:
            parent = self._heading_over(place, whole)
        if parent is None and name.place is None and name.anchor.name in ("Phòng", "Khoa", "Bộ môn"):
            parent = self._issuer_of_units(place, whole)
        if parent is None and name.place is None and is_unit and name.anchor.name in ("Phòng", "Vụ"):
            parent = self._usual_parent(name.anchor.name)
        return f"{canonical_name}, {parent}" if parent else canonical_name

    def _known_with_parent(self, place: int, canonical_name: str, whole: list[str]) -> str:
        """A unit of a ministry that the document puts under it, and one known by a parent's list that this document puts under a university: `Viện Công nghệ sinh học - Đại học Huế`."""
        if self.names[place].anchor.kind == "viện" and self.names[place].anchor.parent is None:
            owner = self._parent_after(place, whole, any_joint=False)
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
        return name.anchor.name.startswith(("Trường", "Viện")) and (
            after.anchor.short or self.view.plain[name.end : after.start].strip() in ("-", "(")
        )

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

    def _heading_over(self, place: int, whole: Sequence[str]) -> str | None:
        """The body whose list the unit's line stands in: `1. Viện …:` over `- Ông …, Trưởng ban Ban …`."""
        plain = self.view.plain
        line = plain.rfind("\n", max(0, self.names[place].start - 160), self.names[place].start) + 1
        if not line or plain[line : line + 2].strip() not in ("-", "+", "•", "*"):
            return None
        for before in range(place - 1, max(-1, place - 30), -1):
            name = self.names[before]
            if plain.startswith((":\n", " :\n"), name.end):
                heads = opens_line(plain, name.start) and name.anchor.grammar in ("tên", "địa phương", "mở")
                return whole[before] if heads and _heads_list(plain, name.end, line) else None
        return None

    def _parent_after(self, place: int, whole: list[str], *, any_joint: bool) -> str | None:
        if place + 1 >= len(self.names):
            return None
        name, after = self.names[place], self.names[place + 1]
        between = self.view.plain[name.end : after.start]
        pattern = _PARENT_AFTER if any_joint else _OWNED
        if len(between) > 14 or not pattern.fullmatch(between):
            return None
        if (after.anchor.grammar == "đơn vị" and after.anchor.name == name.anchor.name) or (
            after.anchor.short and after.anchor.kind == "doanh nghiệp"
        ):
            return None
        if between.strip() in ("", ",") and not _may_hold(name, after):
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


def _with_known_parents(names: Sequence[Name], whole: Sequence[str], resolved: list[str]) -> list[str]:
    """A unit named without its parent or place carries the one that the document gives it elsewhere, where it is but one."""
    fuller: dict[str, set[str]] = {}
    for name, bare, full in zip(names, whole, resolved, strict=True):
        if name.anchor.grammar in ("mở", "đơn vị"):
            if full != bare:
                fuller.setdefault(bare.casefold(), set()).add(full)
            elif (placed := _PLACED.search(full)) is not None:
                fuller.setdefault(full[: placed.start()].casefold(), set()).add(full)
    for place, (name, bare) in enumerate(zip(names, whole, strict=True)):
        known = fuller.get(bare.casefold(), ())
        if resolved[place] == bare and len(known) == 1 and name.anchor.grammar in ("mở", "đơn vị"):
            resolved[place] = next(iter(known))
    return resolved


def _heads_list(plain: str, end: int, line: int) -> bool:
    """Whether every line from the heading that ends at `end` to the one at `line` is an item of its list."""
    between = plain[max(end, line - 2000) : line].split("\n")[1:-1]
    return line - end < 2000 and all(item.lstrip()[:1] in ("-", "+", "•", "*") for item in between if item.strip())


def _may_hold(unit: Name, other: Name) -> bool:
    """Whether `other`, right after `unit`, can be its parent and not the next of a list: a chi cục is no part of a centre."""
    if other.inner is not None:
        return False
    small = unit.anchor.name in _SMALLEST
    if other.anchor.grammar == "đơn vị":
        return other.anchor.name in (_HOLD_SMALL if small else ("Cục", "Tổng cục", "Sở"))
    return small or other.anchor.grammar != "mở" or not other.anchor.name.startswith(("Trung tâm", "Quỹ", "Hội", "Câu lạc bộ"))


_SMALLEST = ("Phòng", "Khoa", "Bộ môn", "Chi bộ")
_HOLD_SMALL = ("Chi cục", "Cục", "Tổng cục", "Văn phòng", "Ban", "Vụ", "Thanh tra")
_LEVEL_END = Pattern(r"(?<!cấp) (tỉnh|thành phố)$")
_PLACED = Pattern(rf" (?:tỉnh|thành phố) [{CAPITAL}][^,]{{2,30}}$")


class _Fuller:
    """Among mentions with the same first words: the fuller name that a short one begins."""

    def __init__(self, places: Sequence[int], written: Sequence[str]) -> None:
        self._written = written
        at: dict[str, list[int]] = {}
        for place in places:
            at.setdefault(written[place], []).append(place)
        forms = sorted((form.casefold(), form) for form in at)
        self._fuller = {
            form: sorted(place for _, other in _begun_by(form, forms) for place in at[other]) for form in at if _is_short(form)
        }

    def name(self, place: int) -> str:
        """The fullest name for the one written at `place`: the nearest said before it, else the first after it."""
        form = self._written[place]
        for _ in range(3):
            named = self._fuller.get(form)
            if not named:
                return form
            before = bisect_left(named, place)
            form = self._written[named[before - 1] if before else named[0]]
        return form


def _begun_by(form: str, forms: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Those of `forms`, in order, that go on after `form`."""
    begin = form.casefold() + " "
    return forms[bisect_left(forms, (begin, "")) : bisect_left(forms, (begin + LAST, ""))]


LAST = chr(0x10FFFF)
_NAMED_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")


def _full(place: SaidPlace) -> str:
    return f"{place.kind} {place.name}" if place.kind else place.name or ""


def _head(name: str) -> str:
    return " ".join(name.split(" ")[:2]).casefold()


def _is_short(form: str) -> bool:
    return form.casefold() in ("viện hàn lâm", "ban tổ chức", "tổ công tác") or form.startswith(
        ("Ban Chỉ đạo", "Tổ giúp việc", "Ban Điều hành", "Viện Hàn lâm")
    )


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
        ("tổ thư ký giúp việc", "Tổ giúp việc"),
        ("tổ giúp việc", "Tổ giúp việc"),
        ("công ti ", "Công ty "),
        ("cty ", "Công ty "),
    )


def place_in_doubt(view: View, end: int, learnt: dict[str, str]) -> tuple[str, int] | None:
    """The place named right after a local body without its kind, where the document names that place elsewhere with it."""
    return next(((name, stop) for name, stop in leading_words(view.plain, end) if name in learnt), None)
