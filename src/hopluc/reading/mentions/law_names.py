"""Laws by their name alone (`Luật Chuyển giao công nghệ`, `Bộ luật Dân sự`, `Hiến pháp`)."""

import re
from dataclasses import dataclass
from functools import cache

from hopluc.load import load_rows
from hopluc.reading.mentions.issuers import CAPITAL
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class LawName:
    """The name of a law; `source` is the number of one law that bears it."""

    kind: str
    name: str
    source: str


_KIND = Pattern(r"(?i:hiến pháp|bộ luật|luật|pháp lệnh)(?!\w)")
_CONSTITUTION = Pattern(r"(?:\s{1,2}(?i:nước cộng hòa xã hội chủ nghĩa việt nam))?")
_AMENDS = Pattern(
    r"\s{1,3}(?i:sửa đổi(?:,\s?bổ sung)?|bổ sung)(?:\s{1,3}(?:một|các)\s{1,3}(?:số\s{1,3})?(?:điều|khoản|nội dung))?(?:\s{1,3}(?:của|và|Điều|điều|[0-9]{1,3}|,)){0,6}\s{1,3}(?:của\s{1,3})?(?=(?i:các luật|bộ luật|luật|pháp lệnh))"
)
_FIRST_SYLLABLE = Pattern(rf"\s{{1,3}}(?:(?i:về)\s{{1,2}}(?={CAPITAL}))?([^\W\d_]+)")
_AND_LAW = Pattern(r"(?:,|\s{1,3}và)\s{1,3}(?=Luật|Bộ luật|luật)")
_REVISED = Pattern(r"\s{1,2}(?:\((?i:sửa đổi)[^()\n]{0,20}\)|sửa đổi(?=\s(?:năm\s)?(?:19|20)[0-9]{2}(?![0-9/])))")
# An ordinance of the years before 2000 had a longer name than the law after it: `Pháp lệnh kế toán - thống kê`, `… và Công ty tài chính`.
_MORE = Pattern(
    r"\s(?:-|và)\s(?!Luật|Bộ luật|Pháp lệnh|Nghị|Quyết|Thông tư|Chỉ thị|các\s)(?:[^\W\d_]+\s){0,5}?[^\W\d_]+(?=\s(?:ngày|năm|số|do|được|ban hành|công bố)\s)"
)
_SHORT = Pattern(r"\s{1,2}[A-ZĐ][A-ZĐ&]{1,9}(?:,\s?[A-ZĐ]{2,4}\s?&\s?[A-ZĐ]{2,6})?(?!\w)")
_OTHER_NAME = Pattern(
    rf"(?:\s{{1,2}}(?:về|tổ chức))?\s{{1,2}}{CAPITAL}[^\W\d_]+(?:\s{{1,2}}(?!(?:ban hành|thông qua|công bố|quy|qui|có|được|đã|là|về|năm|số|ngày|và|các|do|tại|trong|theo|để|thì|này|trên|của|cho|với|hiện|mới|ra|sửa|nêu|không|phải)(?!\w))[^\W\d_]+){{0,7}}"
)
_SCHOOLS = Pattern(
    r"(?i:đại học|trường|khoa|viện|ngành|công ty|văn phòng|tạp chí|báo|phòng|hội|cử nhân|thạc sĩ|tiến sĩ|môn|chuyên ngành)\s{1,2}$"
)
_CITED = Pattern(
    r"(?i:căn cứ(?: vào)?|[Đđ]iều [0-9]{1,3}[a-z]?|khoản [0-9]{1,2}|theo|của|thi hành|quy định|và|thực hiện|sửa đổi|dự án|dự thảo|điều)\s{1,3}$|[,;:(“\"\n-]\s?$"
)


# What a name says in full and, in decisions of provinces, in letters.
_LETTERS = (
    ("quy phạm pháp luật", "QPPL"),
    ("Hội đồng nhân dân", "HĐND"),
    ("Ủy ban nhân dân", "UBND"),
    ("Khoa học và công nghệ", "KH&CN"),
    ("Công nghệ thông tin", "CNTT"),
    ("Ngân sách nhà nước", "NSNN"),
    ("Bảo vệ môi trường", "BVMT"),
    ("Sở hữu trí tuệ", "SHTT"),
)


@cache
def _known_names() -> dict[str, re.Pattern[str]]:
    """The names of laws by their first syllable in lower case, the longest first."""
    names = {row.name for row in load_rows("vocabulary/laws.csv", LawName)}
    by_syllable: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        written = re.escape(name)
        firsts = {re.split(r"\W", name)[0].casefold()}
        for full, letters in _LETTERS:
            if name.casefold().startswith(full.casefold()):
                firsts.add(re.split(r"\W", letters)[0].casefold())
            written = re.sub(f"({re.escape(re.escape(full))})", rf"(?:\1|{letters})", written, flags=re.IGNORECASE)
        written = (
            written.replace(r"\ và\ ", r"(?:\ và\ |\s?&\s?|,\s)").replace(r",\ ", r"(?:,?\ |\ và\ )").replace(r"\ ", r"\s{1,3}")
        )
        for first in firsts:
            by_syllable.setdefault(first, []).append(written)
    return {first: re.compile(f"(?i:{'|'.join(written)})(?!\\w)") for first, written in by_syllable.items()}


def _known_name(plain: str, end: int) -> re.Match[str] | None:
    first = _FIRST_SYLLABLE.match(plain, end)
    names = _known_names().get(first[1].casefold()) if first else None
    return names.match(plain, first.start(1)) if first and names else None


def law_at(plain: str, start: int) -> tuple[str, int] | None:
    """The kind of law (lower case) named at `start` of a reading view, and where its name ends; None where none is named.

    A name that is not in `definitions/vocabulary/laws.csv` counts where the words before it cite a law.
    """
    kind = _KIND.match(plain, start)
    if kind is None or _SCHOOLS.search(plain, max(0, start - 18), start):
        return None
    word, end = kind[0].casefold(), kind.end()
    if word == "hiến pháp":
        whole = _CONSTITUTION.match(plain, end)
        return (word, whole.end() if whole else end) if kind[0][0].isupper() else None
    if amends := _AMENDS.match(plain, end):
        inner = law_at(plain, amends.end())
        while inner and (further := _AND_LAW.match(plain, inner[1])) and (second := law_at(plain, further.end())):
            inner = second
        return (word, inner[1]) if inner else None
    named = _known_name(plain, end) or _SHORT.match(plain, end)
    if named is None and kind[0][0].isupper() and _CITED.search(plain, max(0, start - 14), start):
        named = _OTHER_NAME.match(plain, end)
    if named is None or (not named[0].strip()[0].isupper() and kind[0].islower()):
        return None
    if word == "pháp lệnh" and (more := _MORE.match(plain, named.end())):
        named = more
    revised = _REVISED.match(plain, named.end())
    return word, revised.end() if revised else named.end()
