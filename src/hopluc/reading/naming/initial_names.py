"""A name shortened to its initials without a word (viết tắt theo chữ đầu): `Viện CNTP` where `Viện Công nghiệp thực phẩm` is named."""

from collections.abc import Sequence

from hopluc.reading.naming.names import Name
from hopluc.reading.naming.place_names import View
from hopluc.reading.patterns import Pattern

_HEADS = (
    "Viện",
    "Trường",
    "Học viện",
    "Trung tâm",
    "Công ty",
    "Hội",
    "Hiệp hội",
    "Liên hiệp hội",
    "Cục",
    "Chi cục",
    "Khoa",
    "Phòng",
)
_SHORTENED = Pattern(rf"({'|'.join(_HEADS)}) ([A-ZĐ]{{3,8}})")
_SKIPPED = frozenset(("và", "-", "&"))


def join_initials(view: View, names: Sequence[Name], whole: list[str]) -> None:
    """Give a head with capital initials, in `whole`, the only name of the document that has these initials behind that head."""
    shortened = {
        place: found
        for place, name in enumerate(names)
        if (found := _SHORTENED.fullmatch(view.plain, name.start, name.end)) is not None
    }
    if not shortened:
        return
    full: dict[tuple[str, str], set[str]] = {}
    for place, official in enumerate(whole):
        if place not in shortened:
            for head, initials in initials_of(official):
                full.setdefault((head, initials), set()).add(official)
    for place, found in shortened.items():
        meant = full.get((found[1], found[2]), set())
        if len(meant) == 1:
            whole[place] = next(iter(meant))


def initials_of(official: str) -> list[tuple[str, str]]:
    """The heads a name may be shortened to, each with the initials of what follows; a university loses its `Trường` too."""
    name = official.partition(",")[0]
    head = next((head for head in _HEADS if name.startswith(f"{head} ")), None)
    if head is None:
        return [("Trường", _first_letters(name))] if name.startswith("Đại học ") else []
    return [(head, _first_letters(name[len(head) + 1 :]))]


def _first_letters(words: str) -> str:
    return "".join(word[0].upper() for word in words.split(" ") if word and word not in _SKIPPED)
