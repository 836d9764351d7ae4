"""First times (lần đầu tiên): one first time with two years, and something told to be held before it was held for the first time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_FIRST = Pattern(r"(?:ần đầu(?: tiên)?|ầu tiên)\b")
_STARTS = cues("ần đầu", "ầu tiên")
_W = r"[^\W\d_]+"
# "Hội chợ công nghệ vùng Đông Lâm lần đầu tiên được tổ chức vào năm 2016".
_HELD_FIRST = Pattern(
    rf"(?:^|(?<=[.,;:\n] )|(?<=\n))(?P<name>(?:{_W} ){{3,12}}?)(?:được (?:tổ chức|trao|mở) )?lần đầu(?: tiên)?(?: được)? (?:tổ chức|diễn ra|mở|trao|phát động|ra mắt|khai mạc|tuyển sinh|xuất bản|triển khai)\b"
)
_HELD = Pattern(r"[^.;\n]{0,60}?\b(?:thu hút|tổ chức|diễn ra|có|đón|trao|quy tụ|khai mạc|nhận|đã|mở|tuyển|xuất bản|được)\b")
_OTHER = Pattern(
    r"\b(?:ý tưởng|đề xuất|chuẩn bị|dự kiến|sẽ|kế hoạch|chưa|không|trước khi|so với|tại nước ngoài|ở nước ngoài|thí điểm|tiền thân|phôi thai|manh nha|"
    r"trên thế giới|Việt Nam|cả nước|một trong những|những|các)\b",
    re.IGNORECASE,
)
_WORDS = Pattern(_W)
_CUT = Pattern(r"[,;:(]| (?:với|chỉ có|gồm|để|nhằm|do|theo|tại) ")
_GENERIC = EMPTY | frozenset("lần đầu tiên tổ chức diễn ra mở tuyển khóa năm".split())
# By these a thing is told from its like: "Techmart Quốc gia", "Techmart".
_WIDER = frozenset("quốc gia tế khu vực vùng tỉnh huyện".split())
_ABOUT, _SHARED, _MOST = 120, 3, 30

CASES = (
    (
        "value_conflict",
        "Hội chợ công nghệ vùng Đông Lâm lần đầu tiên được tổ chức vào năm 2016 tại Tân Lâm.\nTheo ban tổ chức, năm {2014|2018}, Hội chợ công nghệ vùng Đông Lâm thu hút 120 gian hàng.",
    ),
    (
        "date_conflict",
        "Năm 2009, trường lần đầu tiên tuyển sinh ngành công nghệ sinh học với 40 chỉ tiêu.\nKhóa đầu tiên của ngành công nghệ sinh học tuyển năm {2011|2009} chỉ có 31 sinh viên.",
    ),
    (
        "date_conflict",
        "Năm 2009, trường lần đầu tiên tuyển sinh ngành công nghệ sinh học {với|quốc tế với} 40 chỉ tiêu.\nKhóa đầu tiên của ngành công nghệ sinh học tuyển năm 2011 chỉ có 31 sinh viên.",
    ),
    (
        "date_conflict",
        "Năm 2009, trường lần đầu tiên tuyển sinh ngành công nghệ sinh học với 40 chỉ tiêu.\nKhóa đầu tiên của ngành {công nghệ sinh học|kỹ thuật môi trường} tuyển năm 2011 chỉ có 31 sinh viên.",
    ),
)


@dataclass(frozen=True)
class First:
    """A first time: its moment, its sentence and the words of meaning about it."""

    moment: Moment
    sentence: Span
    words: frozenset[str]


def check_first_times(case: Case) -> Iterator[Record]:
    """First times told with two years, and the same told before its first time."""
    told = by_sentence(case)
    moments = dict(told)
    firsts: list[First] = []
    for found in cued(case, _STARTS, _FIRST):
        sentence = case.sentence(Span(*found.span()))
        known = moments.get(sentence, [])
        if len(known) != 1 or known[0].closed or any(first.sentence == sentence for first in firsts):
            continue
        if _OTHER.search(case.plain, max(sentence.start, found.start() - _ABOUT), min(sentence.end, found.end() + _ABOUT)):
            continue
        firsts.append(First(known[0], sentence, _words(case, sentence, found)))
    for first in firsts[:_MOST]:
        before = _held_before(case, first, told)
        if before is not None:
            note = f"{quoted(case.words(before))} trong khi {quoted(case.words(first.sentence))}."
            yield fault("value_conflict", note, [first.sentence, before])
    for one, other in combinations(firsts[:_MOST], 2):
        terse, full = sorted((one.words, other.words), key=len)
        if (
            len(terse) > _SHARED
            and terse <= full
            and not (full - terse) & _WIDER
            and (one.moment.is_before(other.moment) or other.moment.is_before(one.moment))
        ):
            spans = [one.sentence, other.sentence]
            told_of = " và ".join(quoted(case.words(span)) for span in spans)
            yield fault("date_conflict", f"Lần đầu tiên ghi hai thời điểm: {told_of}.", spans)


def _words(case: Case, sentence: Span, found: re.Match[str]) -> frozenset[str]:
    """The words of meaning of the clause that tells a first time."""
    before = case.plain[max(sentence.start, found.start() - _ABOUT) : found.start() - 1].rpartition(", ")[2]
    behind = _CUT.split(case.plain[found.end() : min(sentence.end, found.end() + _ABOUT)])[0]
    return frozenset(_WORDS.findall(f"{before} {behind}".casefold())) - _GENERIC


def _held_before(case: Case, first: First, told: list[tuple[Span, list[Moment]]]) -> Span | None:
    """The sentence that tells what was held for the first time to have been held before."""
    found = _HELD_FIRST.search(case.plain, *first.sentence)
    if found is None:
        return None
    name = re.compile(re.escape(found["name"].strip()), re.IGNORECASE)
    for sentence, moments in told:
        if sentence == first.sentence or len(moments) != 1 or not moments[0].is_before(first.moment):
            continue
        again = name.search(case.plain, *sentence)
        if again and _HELD.match(case.plain, again.end(), sentence.end) and not _OTHER.search(case.plain, *sentence):
            return sentence
    return None
