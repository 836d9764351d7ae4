"""Which place a local body means that says none: the province a document is of, or the one named nearest."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from hopluc.reading.kept import kept
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.naming.names import Name
from hopluc.reading.naming.open_names import heads_paper, opens_line
from hopluc.reading.naming.place_names import SaidPlace, View, lower_places_said, places_said
from hopluc.reading.naming.unheard_places import masthead_place, recurring_place
from hopluc.reading.patterns import Pattern

_HEAD = 1500  # characters at the beginning of a document in which its own place is said
_DATELINE = Pattern(rf"(?:^|[\n\t])[ \t]*\(?([{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,3}}) ?, ?ngày ")
_SECTION = Pattern(
    rf"\n[ \t]*(?:[-*•+] ?|[0-9]{{1,2}}[.)] ?)?\(?(?:(?:Thành phố|TP\.?|Tỉnh) ?)?([{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,3}}(?: - (?:Vũng Tàu|Huế))?)\)?(?::| -) (?=[\w“\"])"
)
_FEWEST_SECTIONS = 2
_OF_A_PLACE = Pattern(  # `3. Trách nhiệm của thành phố Vĩnh Hà:`
    r"(?:^|\n)[^\n\w]*(?:[0-9]{1,2}[.)] ?|[a-dđ][.)] ?)?(?:(?:Trách nhiệm|Nhiệm vụ|Nghĩa vụ)(?: của)?|(?:Về )?[Pp]hía|Đối với|Tại|Ở) $"
)
_LEAD = 40
_SIDE_OF = Pattern(r"(?:[Đđ]oàn [^.;,\n]{0,40}?|[Pp]hía )(?:của )?$")
_LEADS_SIDE = Pattern(r"(?: do| có| gồm|:) ")
_SIDE_LEAD = 60
_DATED = Pattern(r"\w+ \w+ ?, ?ngày ")
_LETTERHEAD = 400  # characters of a letterhead
ENOUGH = 5  # places beside bodies that tell what the document is about
PROVINCIAL = ("tỉnh", "thành phố")


class OwnPlaces:
    """The places of a document, by what stands beside its bodies, in its letterhead and in its date line."""

    def __init__(self, view: View, names: Sequence[Name]) -> None:
        self.view = view
        self.names = names
        self.said = [name for name in names if name.place is not None and name.place.name is not None]

    def with_kind(self, place: SaidPlace) -> SaidPlace:
        """`place` with the kind that the document, or else general knowledge, gives it."""
        if place.kind is not None or place.name is None:
            return place
        kind = self.learnt.get(place.name) or lexicon.province_kinds().get(place.name.casefold())
        if kind is None and place.name in self._unheard:
            kind = self._only_kind
        return SaidPlace(kind, place.name)

    @kept
    def _unheard(self) -> frozenset[str]:
        """Places that departments are of, though no list knows them and nothing says their kind: provinces all the same."""
        return frozenset(name.place.name for name in self.said if name.place and name.place.name and name.anchor.kind == "sở")

    @kept
    def learnt(self) -> dict[str, str]:
        """Places named with their kind in this document, the kind said most often."""
        counts: dict[str, Counter[str]] = {}
        for name in self.said:
            assert name.place is not None
            if name.place.kind is not None and name.place.name is not None:
                counts.setdefault(name.place.name, Counter())[name.place.kind] += 1
        return {place: kinds.most_common(1)[0][0] for place, kinds in counts.items()}

    @kept
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
        said = sorted(dict.fromkeys((*beside, *anywhere)), key=lambda found: found[0])
        return said or self._masthead() or self._bare_provinces()

    def _masthead(self) -> list[tuple[int, SaidPlace]]:
        """The province whose newspaper or bulletin this is."""
        start, name = masthead_place(self.view) or (0, "")
        kind = lexicon.province_kinds().get(name.casefold()) or self._usual_kind
        return [(start, SaidPlace(kind, name))] if name and kind in PROVINCIAL else []

    def _dateline(self) -> list[tuple[int, SaidPlace]]:
        """The place an official document is dated at: `Tân Lâm, ngày …`; Hà Nội, where ministries sit too, says nothing."""
        dated = _DATELINE.search(self.view.plain, 0, _HEAD)
        name = " ".join(dated[1].split()) if dated else "Hà Nội"
        if name.casefold() in ("hà nội", "tp", "hà tây") or dated is None:
            return []
        kind = self.learnt.get(name) or lexicon.province_kinds().get(name.casefold()) or self._usual_kind
        return [(dated.start(1), SaidPlace(kind, name))] if kind in PROVINCIAL else []

    @kept
    def _kinds(self) -> Counter[str | None]:
        """How often the document's bodies say each kind of place."""
        return Counter(
            name.place.kind if name.place is not None and name.place.kind else name.anchor.pattern for name in self.names
        )

    @property
    def _usual_kind(self) -> str | None:
        """Whether the document's bodies are mostly those of a province or of a city, as they say it themselves."""
        most = max(PROVINCIAL, key=lambda kind: self._kinds[kind])
        return most if self._kinds[most] else None

    @property
    def _only_kind(self) -> str | None:
        """The kind of province the bodies say, where they say but one."""
        said = [kind for kind in PROVINCIAL if self._kinds[kind]]
        return said[0] if len(said) == 1 else None

    def _bare_provinces(self) -> list[tuple[int, SaidPlace]]:
        names, kinds, lower = lexicon.province_names(), lexicon.province_kinds(), self.view.lower
        said = [(self._bare(name), name) for name in names if name in lower and " " in name]
        found = ((start, SaidPlace(kinds[name], names[name])) for start, name in said if start >= 0)
        return sorted((start, place) for start, place in found if not self._is_dateline(start))

    def _bare(self, name: str) -> int:
        """Where the text first says a province's name, but not as the end of a body's: `Đại học Quốc gia Hà Nội`; -1 where nowhere."""
        start = self.view.lower.find(name)
        while start >= 0 and self._is_inside_name(start):
            start = self.view.lower.find(name, start + 1)
        return start

    def _is_inside_name(self, start: int) -> bool:
        """Whether `start` lies within a body known by its whole name, which may be of anywhere."""
        before = bisect_left(self._whole_starts, start) - 1
        return before >= 0 and self._whole_names[before].end > start

    @kept
    def _whole_names(self) -> list[Name]:
        return [name for name in self.names if name.anchor.grammar == "tên" or _is_school(name)]

    @kept
    def _whole_starts(self) -> list[int]:
        return [name.start for name in self._whole_names]

    def _is_dateline(self, start: int) -> bool:
        """Whether a place stands where a document is dated, which for a ministry's says nothing: `Hà Nội, ngày …`."""
        return _DATED.match(self.view.plain, start) is not None and start < _HEAD

    def _provinces_beside(self) -> list[tuple[int, SaidPlace]]:
        found = []
        known = lexicon.province_kinds()
        for name in self.said:
            place = name.place
            assert place is not None
            assert place.name is not None
            if _is_school(name):
                continue
            kind = place.kind or self.learnt.get(place.name) or known.get(place.name.casefold())
            if kind is None and name.anchor.pattern in PROVINCIAL:
                kind = name.anchor.pattern
            if kind is None and name.anchor.kind == "sở":
                kind = self._only_kind
            if (
                kind in PROVINCIAL
                and not _is_abroad(place.name)
                and (place.name.casefold() in known or place.name.casefold() not in lexicon.country_names())
            ):
                found.append((name.start, SaidPlace(kind, place.name)))
        return found

    @kept
    def _nearby(self) -> list[tuple[int, SaidPlace]]:
        """Provinces beside bodies, and in a text about several the headings that say whose section begins."""
        headings = [found for found in self._said_anywhere if found[1].kind and self._is_heading(*found)] + self._sections
        known = dict.fromkeys(place for _, place in (*self._provinces, *headings))
        only = {kind: places[0] for kind in PROVINCIAL if len(places := [place for place in known if place.kind == kind]) == 1}
        by_kind = [
            (name.start, only[name.place.kind])
            for name in self.names
            if name.place is not None and name.place.name is None and name.place.kind in only
        ]
        return sorted(dict.fromkeys((*self._provinces, *headings, *by_kind)), key=lambda found: found[0])

    @kept
    def _sections(self) -> list[tuple[int, SaidPlace]]:
        """Where a bulletin turns to another province: `Lâm Đồng: Tập huấn …` at the beginning of a line, of two provinces at least."""
        known = {name.casefold(): kind for name, kind in self.learnt.items() if kind in PROVINCIAL} | lexicon.province_kinds()
        lines = f"\n{self.view.plain}"  # so that every line begins with what the search can skip to
        said = [(found.start(1) - 1, " ".join(found[1].split())) for found in _SECTION.finditer(lines)]
        said = [(start, name) for start, name in said if name.casefold() in known or self._may_be_province(name)]
        names = {name.casefold() for _, name in said}
        if len(names) < _FEWEST_SECTIONS or not names & known.keys():
            return []
        return [(start, SaidPlace(known.get(name.casefold()) or self._only_kind or "tỉnh", name)) for start, name in said]

    def _may_be_province(self, name: str) -> bool:
        """Whether two words in capitals that open a line may be a province no list knows: no person, no body, no field of work."""
        first = name.split(" ", maxsplit=1)[0]
        if first in lexicon.surnames() or first in lexicon.title_words() or lexicon.anchors().exists(first):
            return False
        return name.count(" ") == 1 and name.casefold() not in lexicon.domain_words()

    def _is_heading(self, start: int, place: SaidPlace) -> bool:
        """Whether a place with its kind has a line to itself, as the heading of a section."""
        plain, end = self.view.plain, start + len(place.kind or "") + 1 + len(place.name or "")
        if plain[end : end + 1] not in ("\n", ":"):
            return False
        return opens_line(plain, start) or _OF_A_PLACE.search(plain, max(0, start - _LEAD), start) is not None

    @kept
    def _own(self) -> SaidPlace | None:
        """The province the document is about: named at least twice as often as all others together, or first and most."""
        counts = Counter(place for _, place in self._provinces)
        if not counts or self._sections:
            return None
        if self.letterhead is not None:
            return self.letterhead
        (place, most), *others = counts.most_common(2)
        if 3 * most >= 2 * counts.total():
            return place
        first = self._provinces[0]
        return place if first[1] == place and first[0] < _HEAD and (not others or most >= 2 * others[0][1]) else None

    @kept
    def letterhead(self) -> SaidPlace | None:
        """The province of the body that issues the document, in capitals at its beginning."""
        for name in self.said:
            if name.start >= _LETTERHEAD:
                return None
            place = name.place
            if not self._is_letterhead(name) or place is None:
                continue
            if name.anchor.kind == "đảng" and name.anchor.pattern in PROVINCIAL and place.name:
                return SaidPlace(name.anchor.pattern, place.name)
            if place.kind in PROVINCIAL and name.anchor.kind in ("sở", "chính quyền"):
                return self._superior if place == self.town else place
        return None

    @kept
    def town(self) -> SaidPlace | None:
        """The town of a province whose People's Committee issues the document: no known city, and it answers to `UBND tỉnh`."""
        place = next((name.place for name in self.said if name.start < _LETTERHEAD and self._is_letterhead(name)), None)
        if place is None or place.kind != "thành phố" or (place.name or "").casefold() in lexicon.province_kinds():
            return None
        return place if self._superior is not None else None

    @kept
    def _superior(self) -> SaidPlace | None:
        """The only province the document names, where it calls that province's bodies by `tỉnh` alone too."""
        provinces = {name.place for name in self.said if name.place is not None and name.place.kind == "tỉnh"}
        bare = any(name.place is not None and name.place.name is None and name.place.kind == "tỉnh" for name in self.names)
        return provinces.pop() if bare and len(provinces) == 1 else None

    @kept
    def own_lower(self) -> SaidPlace | None:
        """The district or commune whose People's Committee issues the document: the last body of its letterhead."""
        if self.town is not None:
            return self.town
        heads = [name for name in self.names if name.start < _LETTERHEAD and self._is_letterhead(name)]
        place = heads[-1].place if heads and heads[-1].anchor.kind == "chính quyền" else None
        return place if place is not None and place.kind not in PROVINCIAL and place.name is not None else None

    def _is_letterhead(self, name: Name) -> bool:
        return self.view.plain[name.start : name.end].isupper() and heads_paper(self.view.plain, name.start)

    def place_of(self, name: Name, kind: str | None) -> SaidPlace | None:
        """The place meant where a name says none, or only its kind: the document's own, else the nearest said before."""
        if kind not in (*PROVINCIAL, None):
            return self._nearest_lower(name, kind)
        if self.town is not None and (kind == "thành phố" or (kind is None and name.anchor.kind == "chính quyền")):
            return self.town
        sides = (place for start, end, place in self._sides if start < name.start < end and kind in (place.kind, None))
        own = next(sides, self._own)
        if own is not None and kind in (own.kind, None):
            return own
        near = self._nearby
        place = bisect_left(near, name.start, key=itemgetter(0))
        for _, found in [*reversed(near[max(0, place - 60) : place]), *near[place : place + 60]]:
            if kind in (found.kind, None):
                return found
        said = next((found for _, found in self._said_anywhere if kind == found.kind), None)
        return said or (self._only_city if kind is None else None) or self._recurring(kind)

    @kept
    def _sides(self) -> list[tuple[int, int, SaidPlace]]:
        """From where to where in a sentence those of one province are told: `Đoàn của tỉnh X do đồng chí A, Phó Chủ tịch UBND tỉnh, dẫn đầu`."""
        plain, sides = self.view.plain, list[tuple[int, int, SaidPlace]]()
        for start, place in self._said_anywhere:
            if place.kind not in PROVINCIAL or not place.name:
                continue
            end = start + len(place.kind) + 1 + len(place.name)
            if _LEADS_SIDE.match(plain, end) and _SIDE_OF.search(plain, max(0, start - _SIDE_LEAD), start):
                stops = [stop for mark in (". ", "\n", "; về phía", "; phía") if (stop := plain.find(mark, end)) >= 0]
                sides.append((end, min(stops, default=len(plain)), place))
        return sides

    def _recurring(self, kind: str | None) -> SaidPlace | None:
        """The place a text keeps telling where it names no province: of the kind asked for, else of the kind its bodies say."""
        kind = kind or self._usual_kind
        name = self._unlisted if kind in PROVINCIAL and not self._nearby else None
        return SaidPlace(kind, name) if name is not None else None

    @kept
    def _unlisted(self) -> str | None:
        return recurring_place(self.view, self.names)

    @kept
    def _only_city(self) -> SaidPlace | None:
        """The one city a text names with its kind, known or not but as a town of a province: only provinces and such cities have departments."""
        said = {place for _, place in self._said_anywhere if place.kind in PROVINCIAL}
        only = said.pop() if len(said) == 1 else None
        town = (
            only is not None and (only.name or "").casefold() in lexicon.place_names().keys() - lexicon.province_kinds().keys()
        )
        return None if town else only

    @kept
    def _said_anywhere(self) -> list[tuple[int, SaidPlace]]:
        """Where the text itself names a province or a city, beside a body or not, but inside no name as `Đại học Quốc gia TP.HCM`."""
        return [
            (start, place)
            for start, place in places_said(self.view)
            if not self._is_inside_name(start) and not _is_abroad(place.name or "")
        ]

    def _nearest_lower(self, name: Name, kind: str | None) -> SaidPlace | None:
        offsets, places = self._lower_places.get(kind or "", ([], []))
        before = bisect_left(offsets, name.start)
        return places[before - 1] if before else None

    @kept
    def _lower_places(self) -> dict[str, tuple[list[int], list[SaidPlace]]]:
        """Where districts and communes are named, by kind, beside a body or not."""
        said = [(name.start, name.place) for name in self.said if name.place is not None and name.place.kind is not None]
        said += list(lower_places_said(self.view))
        found: dict[str, tuple[list[int], list[SaidPlace]]] = {}
        for start, place in sorted(said, key=itemgetter(0)):
            offsets, places = found.setdefault(place.kind or "", ([], []))
            offsets.append(start)
            places.append(place)
        return found


def _is_abroad(name: str) -> bool:
    """Whether a province goes by a word of another language, `Gyeongsangbuk`: its people's delegation is received, its name is no body's."""
    return name.casefold() not in lexicon.province_kinds() and any(
        len(word) >= _SHORTEST_ABROAD and lexicon.is_foreign(word) for word in name.split(" ")
    )


_SHORTEST_ABROAD = 5


def _is_school(name: Name) -> bool:
    """Whether a university or institute is meant, whose place is no home of a document: `Trường Đại học Nông Lâm TP. Hồ Chí Minh`."""
    return name.anchor.grammar == "mở" and name.anchor.name.startswith(
        ("Trường Đại học", "Trường ĐH", "Đại học", "Học viện", "Viện")
    )
