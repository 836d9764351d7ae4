"""Departments and ministries that a list tells by their fields alone: `các Sở: Khoa học và Công nghệ, Tài chính`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import CAPITAL, SMALL, Anchor
from hopluc.reading.patterns import Pattern

_LONGEST = 8  # words of a field
_WORD = Pattern(r"[^\s,;:.()/]+(?:\.(?=\w))?")
_GAP = Pattern(r", (?=[a-z])| - | & | ")
JOINT = Pattern(r", ?| và |; ?")
# A body that is no department, in a list of departments by their fields: `Y tế; Công an tỉnh; Nội vụ`.
NO_DEPARTMENT = Pattern(
    r"(Công an|Bộ Chỉ huy quân sự|Bộ Chỉ huy Quân sự|Cục Thuế|Cục Thống kê|Văn phòng UBND) (?:tỉnh|thành phố)[,;] "
)
_COMMA = Pattern(r"[,;] ")
# What may follow a field that goes on with a single department: `Sở Tài chính, Nội vụ và Y tế phối hợp`.
_ENDS = Pattern(
    rf"[,;.:)\n]| và (?=[{CAPITAL}])| (?=[{SMALL}])(?!tỉnh|thành phố|huyện|quận|thị xã|xã|phường|nhân dân|khu vực)|$"
)


class Field(NamedTuple):
    """A field as a list names it: where it stands, and the body it stands for."""

    start: int
    end: int
    anchor: Anchor


@cache
def _fields(head: str) -> tuple[Mapping[str, Anchor], frozenset[str]]:
    """The bodies with `head` (`sở`, `bộ`) by their fields, in one spelling, and the fields' first words."""
    begin = f"{head} "
    known = {
        name.removeprefix(begin): anchor
        for name, anchor in lexicon.known_names().items()
        if name.startswith(begin) and anchor.kind == head
    }
    return known, frozenset(name.split(" ", maxsplit=1)[0] for name in known)


def field_at(plain: str, position: int, head: str) -> Field | None:
    """The longest field of a body with `head` that begins at `position` (a space before it is passed over)."""
    start = position + (plain[position : position + 1] == " ")
    first = _WORD.match(plain, start)
    known, firsts = _fields(head)
    if first is None or not first[0][0].isupper() or not (first[0] in lexicon.long_forms() or first[0].casefold() in firsts):
        return None
    ends = [first.end()]
    while len(ends) < _LONGEST and (gap := _GAP.match(plain, ends[-1])) and (word := _WORD.match(plain, gap.end())):
        ends.append(word.end())
    for end in reversed(ends):
        if plain.endswith(" và", start, end):
            continue
        written = lexicon.short_forms().sub(lambda short: lexicon.long_forms()[short[0]], plain[start:end])
        anchor = known.get(lexicon.sameness(written))
        if anchor is not None:
            return Field(start, end, anchor)
    return None


def fields_after(plain: str, end: int, head: str) -> Iterator[Field]:
    """The fields that go on after one body with `head` that ends at `end`: `Sở Tài chính, Nội vụ và Y tế`."""
    comma = _COMMA.match(plain, end)
    while comma is not None:
        field = field_at(plain, comma.end(), head)
        if field is None or _ENDS.match(plain, field.end) is None:
            return
        yield field
        comma = JOINT.match(plain, field.end)
