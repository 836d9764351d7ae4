"""One body under a longer and a shorter name of a document: `Đại học X` and `Trường Đại học X`, `Ban Thường vụ` of a party board."""

from collections import Counter
from collections.abc import Sequence

from hopluc.reading.names import Name
from hopluc.reading.patterns import Pattern

_PARTY_ORGANS = (
    "Ban Thường vụ",
    "Ban Tuyên giáo",
    "Ban Dân vận",
    "Ban Nội chính",
    "Ban Tuyên giáo và Dân vận",
    "Ban cán sự đảng",
    "Đảng đoàn",
)
_OF_BOARDS = _PARTY_ORGANS[:5]
_PARTY_BOARD = Pattern(r"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|Đảng ủy (?:xã|phường)) .+")
_SCHOOL, _SHORT_SCHOOL = "Trường Đại học ", "Đại học "


def join_schools(names: Sequence[Name], whole: list[str]) -> None:
    """Give `Đại học X` in `whole` the name `Trường Đại học X`, where the document names that too."""
    schools = {name.removeprefix("Trường ").casefold(): name for name in whole if name.startswith(_SCHOOL)}
    if not schools:
        return
    for place, name in enumerate(names):
        if name.anchor.grammar == "mở" and whole[place].startswith(_SHORT_SCHOOL):
            whole[place] = schools.get(whole[place].casefold(), whole[place])


def join_party_organs(whole: list[str]) -> None:
    """Give a bare `Ban Thường vụ` in `whole` its full name: the one said most often, else that of the party board said most often."""
    bare = [place for place, name in enumerate(whole) if name in _PARTY_ORGANS]
    if not bare:
        return
    said = Counter(whole)
    boards = Counter(found[0] for name in whole if (found := _PARTY_BOARD.search(name)) is not None)
    for place in bare:
        organ = whole[place]
        full = {name: times for name, times in said.items() if name.startswith(f"{organ} ")}
        if full:
            whole[place] = max(full, key=lambda name: full[name])
        elif boards and organ in _OF_BOARDS:
            whole[place] = f"{organ} {max(boards, key=lambda name: boards[name])}"
