"""What a local body's name looks like beside its place (nhìn tên cơ quan địa phương): common nouns, venues, bodies of several provinces."""

from hopluc.reading.naming.lexicon import CAPITAL, Anchor
from hopluc.reading.naming.place_names import OF_MANY, SaidPlace, View
from hopluc.reading.patterns import Pattern

_NO_SO = ("cơ ", "trụ ", "các ", "Cơ ", "Trụ ")  # `cơ sở Y tế` is no department
_VENUES = ("Bảo tàng", "Thư viện")  # `trưng bày tại Bảo tàng tỉnh` says where
REGION = Pattern(r" khu vực ((?:[IVX]{1,5}|[0-9]{1,2})(?!\w))")  # of bodies that are one for several provinces
_ZONE = Pattern(  # of several provinces, 1945 to 1975: `Ủy ban hành chính khu Tả Ngạn`, `… Liên khu IV`
    rf" ((?:[Ll]iên )?[Kk]hu(?: [Tt]ự trị)?) ((?:[IVX]{{1,5}}|[0-9]{{1,2}}|[{CAPITAL}]\w+(?: [{CAPITAL}]\w+){{1,2}})(?!\w))"
)


def is_no_body(view: View, start: int, end: int, anchor: Anchor) -> bool:
    """Whether what looks like a local body's name is a common noun, a plural or a venue."""
    plain = view.plain
    plural = plain.endswith(_NO_SO, 0, start) if anchor.kind == "sở" else not plain.startswith(" ", end)
    if plain[start].islower() and plural:
        return True
    return OF_MANY.match(view.lower, end) is not None or (anchor.name in _VENUES and plain.endswith(("tại ", "ở "), 0, start))


def zone_after(plain: str, end: int, anchor: Anchor) -> tuple[SaidPlace, int] | None:
    """The region or zone of several provinces that a body's name goes on with, and where it ends; None where none is told."""
    if region := REGION.match(plain, end):
        return SaidPlace("khu vực", region[1]), region.end()
    zone = _ZONE.match(plain, end) if anchor.name.endswith("hành chính") else None
    return (SaidPlace(zone[1].lower(), zone[2]), zone.end()) if zone else None
