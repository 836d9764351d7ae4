"""A province no list knows, in a text that names none with its kind: the place its masthead and its bodies' names keep telling."""

from collections import Counter
from collections.abc import Sequence

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import CAPITAL, SMALL
from hopluc.reading.naming.names import Name
from hopluc.reading.naming.place_names import View, lower_places_said
from hopluc.reading.patterns import Pattern

_MASTHEAD = Pattern(
    rf"(?:BÁO|BẢN TIN|TẠP CHÍ|ĐÀI|TRANG TIN|KHOA HỌC|CÔNG NGHỆ|THÔNG TIN)\b[^\n:]{{0,60}}? (?P<place>[{CAPITAL}]{{2,7}} [{CAPITAL}]{{2,7}})(?=\s*(?:\n|:| - |$))"
)
_TAIL = Pattern(rf" (?P<place>[{CAPITAL}][{SMALL}]+ [{CAPITAL}][{SMALL}]+)$")
_NO_PLACES = frozenset(
    (
        "Nhân Dân",
        "Lao Động",
        "Thanh Niên",
        "Tiền Phong",
        "Đời Sống",
        "Pháp Luật",
        "Dân Trí",
        "Thời Đại",
        "Sáng Tạo",
        "Phát Triển",
    )
)
_HEAD = 300
_FEWEST = 3
_HEADS = ("Trường ", "Đại học ", "Bệnh viện ", "Báo ", "Đài ", "Sở ", "Công ty ", "Hội ", "Trung tâm ")


def masthead_place(view: View) -> tuple[int, str] | None:
    """The place that a newspaper or a bulletin names itself by, and where: `BÁO TÂN LÂM`; None where it names none."""
    for found in _MASTHEAD.finditer(view.plain, 0, _HEAD):
        place = found["place"].title()
        if place.casefold() in lexicon.province_kinds() or _may_be(place):
            return found.start("place"), place
    return None


def recurring_place(view: View, names: Sequence[Name]) -> str | None:
    """The two words in capitals that a body's name ends with and that the text says oftenest, three times at least."""
    told = set[str]()
    for name in names:
        tail = _TAIL.search(view.plain, name.start, name.end)
        if tail is not None and view.plain.startswith(_HEADS, name.start):
            told.add(tail["place"])
    lower = {place.name for _, place in lower_places_said(view)}
    counts = Counter({place: _said(view, place) for place in told if place not in lower and _may_be(place)})
    place, times = counts.most_common(1)[0] if counts else ("", 0)
    return place if times >= _FEWEST else None


def _said(view: View, place: str) -> int:
    return view.lower.count(place.lower())


def _may_be(place: str) -> bool:
    """Whether two words in capitals may be a place that no list knows: no field of work, no title, no person."""
    first = place.split(" ", 1)[0]
    if (
        place in _NO_PLACES
        or first in lexicon.title_words()
        or lexicon.surnames().get(first)
        or lexicon.anchors().exists(first)
    ):
        return False
    return place.casefold() not in lexicon.domain_words() and place.casefold() not in lexicon.place_names()
