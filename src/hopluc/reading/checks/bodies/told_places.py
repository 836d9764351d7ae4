"""Places told twice (nơi chốn): one commune told to lie in two districts, or one district in two provinces."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern
from hopluc.vietnamese import fold

_NAME = rf"{CAPITAL}[^\W\d_]*(?: {CAPITAL}[^\W\d_]*){{0,3}}"
_STARTS = cues(
    "xã ", "Xã ", "phường ", "Phường ", "thị trấn ", "Thị trấn ", "huyện ", "Huyện ", "làng ", "Làng ", "thôn ", "Thôn ", "bản ", "Bản "
)  # fmt: skip
_LIES = Pattern(
    rf"(?P<kind>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Ll]àng|[Tt]hôn|[Bb]ản) (?P<name>{_NAME}),? (?:thuộc |\()?(?P<above>xã|huyện|quận|thị xã|thành phố|tỉnh) (?P<parent>{_NAME})"
)
# "tỉnh Tân Lâm, làng Thượng Phúc", the greater place told first.
_LIES_IN = Pattern(
    rf"(?P<above>xã|huyện|tỉnh|thành phố) (?P<parent>{_NAME}), (?P<kind>xã|huyện|làng|thôn|bản) (?P<name>{_NAME})"
)
_GREATER = cues("xã ", "huyện ", "tỉnh ", "thành phố ")
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")
_UNDER = {"huyện": ("tỉnh", "thành phố")} | dict.fromkeys(("làng", "thôn", "bản"), ("xã", *_DISTRICTS, "tỉnh"))
_CHANGED = Pattern(r"\b(?:cũ|trước đây|nay|sáp nhập|tách|chuyển|giáp|khác|cùng tên|trùng tên)\b")
_VILLAGES = ("làng", "thôn", "bản")
_MOST_TELLINGS = 24
_MOST_PARENTS = 2

CASES = (
    (
        "value_conflict",
        "Xã Pa Lình, huyện Mường Sơn, có 420 hộ trồng chè.\n\nNăm sau, công ty dựng xưởng chế biến tại xã Pa Lình, huyện {Yên Trạch|Mường Sơn}.",
    ),
    (
        "value_conflict",
        "Đoàn khảo sát đã đến huyện Yên Trạch, tỉnh Tân Lâm.\n\nMô hình ở huyện Yên Trạch, tỉnh {Vân Khê|Tân Lâm} được đánh giá tốt.",
    ),
    (
        "value_conflict",
        "Giáo sư sinh tại làng Thượng Phúc, tỉnh Tân Lâm, trong một nhà làm thuốc.\n\nTro cốt ông được đưa về quê, tỉnh {Vân Khê|Tân Lâm}, làng Thượng Phúc.",
    ),
    (
        "value_conflict",
        "Xã Pa Lình, huyện Mường Sơn, có 420 hộ trồng chè.\n\nNăm sau, công ty dựng xưởng tại xã Pa Lình, huyện Yên Trạch{| (xã cùng tên)}.",
    ),
)


def check_told_places(case: Case) -> Iterator[Record]:
    """Each place told in prose to lie in two others, where the document does not list places by the dozen."""
    known: dict[tuple[str, str], list[re.Match[str]]] = {}
    tellings = [found for found in _all(case) if _is_prose(case, found)]
    if len({found["name"] for found in tellings}) > _MOST_TELLINGS:
        return
    for found in tellings:
        known.setdefault((found["kind"].casefold(), fold(found["name"])), []).append(found)
    for (kind, _), places in known.items():
        above = next((found["above"] for found in places if found["above"] in _UNDER.get(kind, _DISTRICTS)), "")
        wanted = (above,) if kind in _VILLAGES else _UNDER.get(kind, _DISTRICTS)
        named = [found for found in places if found["above"] in wanted]
        parents = dict[str, re.Match[str]]()
        for found in named:
            parents.setdefault(fold(found["parent"]), found)
        if len(parents) != _MOST_PARENTS:
            continue
        first, second = (Span(*found.span()) for found in parents.values())
        sentences = [case.sentence(span) for span in (first, second)]
        if sentences[0].overlaps(sentences[1]) or any(_CHANGED.search(case.plain, *sentence) for sentence in sentences):
            continue
        note = f"Một địa danh ghi thuộc hai nơi: {quoted(case.words(first))} và {quoted(case.words(second))}."
        yield fault("value_conflict", note, [first, second])


def _all(case: Case) -> list[re.Match[str]]:
    """Every place told with the greater one that it lies in, in order."""
    found = [*cued(case, _STARTS, _LIES), *cued(case, _GREATER, _LIES_IN)]
    return sorted(found, key=lambda match: match.start())


def _is_prose(case: Case, found: re.Match[str]) -> bool:
    """Whether it stands in a sentence and in no cell, item of a list or line of a table."""
    place = case.layout.at(found.start())
    line = case.plain.rfind("\n", 0, found.start()) + 1
    return (
        place is not None
        and case.layout.blocks[place].kind in ("paragraph", "heading")
        and "\t" not in case.plain[line : found.start()]
    )
