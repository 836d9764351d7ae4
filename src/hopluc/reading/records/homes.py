"""Homes (địa phương của văn bản): the province or city that a document is of."""

import re
from collections import Counter

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document
from hopluc.reading.naming.lexicon import province_kinds
from hopluc.reading.naming.place_names import is_person_name
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.setting import NO_PLACE, PROPER_WORD

_SELDOM, _MANY, _HOME_REACH = 2, 3, 40_000
_HOME_WORDS = cues("thành phố", "tỉnh", "TP", "Thành phố", "Tỉnh")
_HOME = Pattern(
    rf"(?<!\w)(?:thành phố|tỉnh|TP\.?|Thành phố|Tỉnh)\s{NO_PLACE}(?P<name>{PROPER_WORD}(?:[ ](?!(?:Khóa|Nhiệm kỳ|Kỳ|Lần)\b){PROPER_WORD}){{1,2}})"
)


# Who holds a post stands right behind its body: `Chủ tịch UBND tỉnh Cao Nhật Tường`; so may its place, which is named elsewhere too.
_HOLDER = Pattern(
    r"(?:Chủ tịch|Bí thư|Giám đốc|Trưởng đoàn) (?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Sở [^,.;\n]{2,30})\s$"
)


def home_place(document: Document) -> str | None:
    """The province or city the document names most, as `thành phố …` or `tỉnh …`; None where it names none."""
    return document.view(_find_home)


def _find_home(document: Document) -> str | None:
    named = Counter(
        name
        for match in cued(document, _HOME_WORDS, _HOME, min(len(document.plain), _HOME_REACH))
        if not is_person_name(name := " ".join(match["name"].split()))
        and not _HOLDER.search(document.plain, max(0, match.start() - 40), match.start())
    )
    for name, count in list(named.items()):  # `tỉnh Tân Lâm Khóa XVIII`
        shorter = name.rpartition(" ")[0]
        if " " in shorter and named[shorter] > count:
            named[shorter] += named.pop(name)
    if not named:
        return None
    home, count = named.most_common(1)[0]
    return None if count <= _SELDOM and _is_one_of_many(document, home, _MANY if count > 1 else _MANY - 1) else home


def _is_one_of_many(document: Document, home: str, many: int) -> bool:
    """Whether a place named seldom is told beside `many` other provinces that a text goes through, and no body there is named."""
    plain, others = document.plain[:_HOME_REACH], 0
    if re.search(
        rf"\b(?:UBND|HĐND|[Nn]hân dân|[Đđ]ịa bàn|[Tt]oàn|Sở [^.,;\n]{{2,40}}) (?:tỉnh|thành phố|TP\.?) {re.escape(home)}\b",
        plain,
    ):
        return False
    for name in province_kinds():
        if name != home.casefold() and name.title() in plain:
            others += 1
            if others == many:
                return True
    return False
