"""One body under a longer and a shorter name of a document: `Đại học X` and `Trường Đại học X`, `Ban Thường vụ` of a party board."""

from collections import Counter
from collections.abc import Sequence

from hopluc.reading.naming.names import Name
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
# Boards told without the branch they lead, which is the one told of last before them.
_BOARDS = {"Ban Chấp hành Đảng bộ": "Đảng bộ", "Ban Thường vụ Đảng bộ": "Đảng bộ", "Ban Thường vụ Đảng ủy": "Đảng ủy"}
_BRANCHES = ("Đảng bộ ", "Đảng ủy ")
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


def join_boards(names: Sequence[Name], whole: list[str]) -> None:
    """Give `Ban Chấp hành Đảng bộ` in `whole` the branch of the party told of last before it: `Ban Chấp hành Đảng bộ Trường Đại học X`."""
    last: str | None = None
    for place, name in enumerate(names):
        if whole[place].startswith(_BRANCHES):
            last = whole[place][len(_BRANCHES[0]) :]
        elif name.place is None and name.inner is None and last is not None and name.anchor.name in _BOARDS:
            whole[place] = f"{name.anchor.name} {last}"
