"""The official name a written name stands for, from what its document says of places, parents and short forms.

Canonical is the shortest official name that is unique among documents: the place is added for local bodies only, a unit
carries its parent after a comma (docs/reference/facts.md).
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from hopluc.reading.kept import kept
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.abbreviation_tables import abbreviations_in
from hopluc.reading.naming.committee_titles import with_titles
from hopluc.reading.naming.company_names import join_companies
from hopluc.reading.naming.defined_short_forms import join_bracketed, join_defined
from hopluc.reading.naming.foreign_words import respelt
from hopluc.reading.naming.fuller_names import Fuller
from hopluc.reading.naming.initial_names import join_initials
from hopluc.reading.naming.names import OWN_UNITS, Name
from hopluc.reading.naming.open_names import opens_line
from hopluc.reading.naming.own_places import PROVINCIAL, OwnPlaces
from hopluc.reading.naming.parents import Parents
from hopluc.reading.naming.place_names import SaidPlace, View, full_place, leading_words
from hopluc.reading.naming.same_bodies import join_boards, join_party_organs, join_schools
from hopluc.reading.naming.unit_parents import with_known_parents
from hopluc.reading.patterns import Pattern

_OWN_HEAD = 400  # characters of a letterhead


class Names:
    """Every name of a document, resolved together."""

    def __init__(self, view: View, names: Sequence[Name]) -> None:
        self.view = view
        self.names = list(names)
        self.places = OwnPlaces(view, self.names)
        self._stems: dict[str, str] = {}
        self.given = abbreviations_in(view.plain)

    @kept
    def resolved(self) -> list[str]:
        """The canonical name of each of `names`."""
        whole = [self.official(name) for name in self.names]
        self._join_cases(whole)
        join_companies(self.names, whole)
        with_titles(self.view, self.names, whole, self.places.letterhead)
        self._join_short(whole)
        join_initials(self.view, self.names, whole)
        join_bracketed(self.view, self.names, whole, self.given)
        join_schools(self.names, whole)
        join_party_organs(whole)
        join_boards(self.names, whole)
        join_defined(self.view, self.names, whole)
        parents = Parents(self, whole)
        return with_known_parents(self.names, whole, [parents.with_parent(place) for place in range(len(whole))])

    def official(self, name: Name) -> str:
        """The official name of one name by itself, without the parent the document gives it."""
        anchor = name.anchor
        if anchor.grammar == "tên":
            return f"{anchor.name}, {anchor.parent}" if anchor.parent else anchor.name
        if anchor.grammar == "địa phương":
            return self._local(name)
        if name.inner is not None:
            inner = name.inner.anchor
            if inner.grammar == "cấp trên":
                own = self.own_body(inner.name)
                return f"{anchor.name}, {own}" if own else f"{anchor.name} {inner.name}"
            joint = ", " if anchor.name in OWN_UNITS[:2] and inner.kind in ("sở", "bộ") else " "
            return f"{anchor.name}{joint}{self.official(name.inner)}"
        written = self.view.plain[name.start : name.end]
        if written not in self._stems:
            spelt = expanded(self._spelt_out(written))
            self._stems[written] = respelt(spelt) if anchor.grammar in ("mở", "nước") else spelt
        whole = self._stems[written]
        if anchor.name == "Chi cục":
            whole = self._with_kind_of_place(whole)
        if anchor.name in ("Sở", "Ty") and name.place is None and not whole.endswith(tuple(lexicon.place_names().values())):
            found = self.places.place_of(name, None)  # a department no list knows, as those of former times
            stem = whole.removesuffix(f" {found.name}") if found and found.name else whole
            return f"{stem} {full_place(found)}" if found else whole
        if anchor.grammar == "ban chỉ đạo" and (level := _LEVEL_END.search(whole)) is not None:
            found = self.places.place_of(name, level[1])
            return f"{whole[: level.start()].removesuffix(' của')} {level[1]} {found.name}" if found else whole
        if name.place is not None and name.place.name is None:
            found = self.places.place_of(name, name.place.kind)
            return f"{whole} {found.name}" if found else whole
        return whole

    def _with_kind_of_place(self, whole: str) -> str:
        """A branch (chi cục) whose name ends with a province says what the province is: `Chi cục Thủy sản tỉnh Tân Lâm`."""
        for place, kind in self.places.learnt.items():
            if kind in PROVINCIAL and whole.endswith(f" {place}") and not whole.endswith(f" {kind} {place}"):
                return f"{whole.removesuffix(place)}{kind} {place}"
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
                return f"{anchor.name}, Sở Khoa học và Công nghệ {full_place(found)}" if found else anchor.name
            return f"{anchor.name} {full_place(self.places.with_kind(place))}" if place.name else anchor.name
        if place == (None, None) and name.start in self._shared:
            place = self._shared[name.start]
        if place.name is None:
            kind = place.kind or (anchor.pattern if anchor.pattern in _NAMED_KINDS else None)
            place = self.places.place_of(name, kind) or SaidPlace(kind, None)
        if place.name is None:
            return anchor.name if place.kind is None or anchor.pattern in _NAMED_KINDS else f"{anchor.name} {place.kind}"
        if anchor.pattern in _NAMED_KINDS and name.place is not None and name.place.kind is not None:
            return f"{anchor.name} {full_place(place)}"
        if anchor.kind == "ban" and (name.place is None or name.place.kind is not None):
            return f"{anchor.name} {full_place(place)}"
        if anchor.pattern in _NAMED_KINDS or (anchor.pattern in ("gọn", "gọn nơi") and not self._says_kind(name)):
            return f"{anchor.name} {place.name}"
        return f"{anchor.name} {full_place(self.places.with_kind(place))}"

    def _says_kind(self, name: Name) -> bool:
        """Whether the word for the kind of its place stands in a name: `Đài … tỉnh`, not `Đài … Tân Lâm`."""
        return self.view.lower[name.stem : name.end].lstrip().startswith(("tỉnh", "thành phố", "tp", "huyện", "thị xã", "quận"))

    @kept
    def _shared(self) -> dict[int, SaidPlace]:
        """Where a body of government or party says no place, the one that closes its list: `Thành ủy, HĐND, UBND thành phố Vĩnh Hà`."""
        shared: dict[int, SaidPlace] = {}
        last: Name | None = None
        for name in reversed(self.names):
            governs = name.anchor.grammar == "địa phương" and name.anchor.kind in ("chính quyền", "đảng")
            if governs and last is not None and name.place is None and name.anchor.pattern not in PROVINCIAL:
                between = self.view.plain[name.end : last.start]
                place = last.place or shared.get(last.start)
                if place is not None and (between.strip(" ") in (",", "-", "và", "/") or _NEXT_POST.fullmatch(between)):
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

    def own_body(self, head: str) -> str | None:
        """The department or ministry whose name begins with `head` that the document is about: in its head, else most named."""
        kind = "sở" if head.startswith("Sở") else "bộ"
        named = [name for name in self.names if name.anchor.kind == kind and name.anchor.name.startswith(head)]
        if not named:
            return None
        if named[0].start < _OWN_HEAD and opens_line(self.view.plain, named[0].start):
            return self.official(named[0])
        return Counter(map(self.official, named)).most_common(1)[0][0]


_LEVEL_END = Pattern(r"(?<!cấp) (tỉnh|thành phố)$")


_NAMED_KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã")


_NEXT_POST = Pattern(r", (?:Phó |Quyền )?(?:Chủ tịch|Bí thư)(?: [Tt]hường trực)? ")  # `Bí thư Huyện ủy, Chủ tịch HĐND huyện X`


def _head(name: str) -> str:
    return " ".join(name.split(" ")[:2]).casefold()


_SPACED = Pattern(r"(?<=\b[Tt][Pp])\.?(?=[A-ZĐ])|(?<=\b[Tt][Pp])\. ?")


@lru_cache(maxsize=4096)
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
