"""Superlatives (cao nhất, dẫn đầu): who is told to have the most of something, and another told elsewhere to have more."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.meaning import EMPTY
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern

_W = r"[^\W\d_]+"
# "Huyện Nam Sài có tỷ lệ che phủ rừng cao nhất tỉnh, đạt 61%", "dẫn đầu về số bằng sáng chế với 54 bằng".
_MOST = Pattern(
    rf"(?P<way>ao|hiều|ớn|hấp|t|hỏ) nhất(?: (?:tỉnh|huyện|vùng|cả nước|toàn tỉnh|toàn huyện|thành phố|ngành|khu vực|trong {_W}(?: {_W})?))?(?:,| là| với| \()? ?(?:đạt |với |là |có |\()?(?=\d)"
    rf"|(?P<of>ao|hiều|ớn|ông) nhất (?:thuộc về|là|ở) [^.;,\d\n]{{3,50}}?(?: với|,| \(|,? đạt|:| có) ?(?=\d)"
    rf"|(?P<lead>ẫn đầu|ứng đầu)(?: [^.;,\d\n]{{0,60}}?)?(?:,| với| là)? ?(?:đạt |với |có )?(?=\d)"
)
_STARTS = cues("ao nhất", "hiều nhất", "ớn nhất", "hấp nhất", "ít nhất", "Ít nhất", "hỏ nhất", "ẫn đầu", "ứng đầu", "ông nhất")
_DOWN = ("hấp", "t", "hỏ")
_NAME = Pattern(
    rf"(?<!\w)(?:[Hh]uyện|[Xx]ã|[Tt]ỉnh|[Tt]hành phố|[Tt]rạm|[Tt]rường|[Vv]iện|[Cc]ông ty|[Ss]ở|[Kk]hoa|[Pp]hòng|[Nn]hóm|[Đđ]ội|[Gg]iống|[Tt]rung tâm|[Pp]hường|[Tt]hị xã|[Bb]ản|[Tt]hôn|[Hh]ợp tác xã|[Dd]oanh nghiệp|[Đđ]ơn vị|[Kk]hu|[Vv]ùng|[Ll]ớp)(?: [^\W\d_A-ZĐ]+){{0,2}}? {CAPITAL}{_W}(?: {CAPITAL}{_W})*".replace(
        f"{CAPITAL}{_W}", rf"{CAPITAL}[^\W\d_]*"
    )
)
_WORD = Pattern(_W)
_OTHER = Pattern(
    r"\b(?:một trong|trong số|thứ (?:hai|ba|nhì)|trong nhóm|các xã|các huyện|vùng|cả nước|năm trước|năm ngoái|cùng kỳ|trước đây|mục tiêu|phấn đấu|kế hoạch|tăng|giảm|so với|từ trước|trừ|sau|từng|vào năm|tính riêng)\b",
    re.IGNORECASE,
)
_SAME = EMPTY | frozenset("cao thấp nhất nhiều lớn nhỏ ít dẫn đầu đứng với tỉnh huyện xã vùng thành phố đạt".split())
_REACH, _FEWEST, _BEHIND = 1_500, 1, 3

CASES = (
    (
        "value_conflict",
        "Điểm cao nhất thuộc về nhóm Sao Khuê với 92 điểm. Nhóm Mầm Xanh được {95|89} điểm, xếp thứ hai.",
    ),
    (
        "value_conflict",
        "Hợp tác xã rau Mường Lai lớn nhất với 64 thành viên.\nHợp tác xã chè Bản Mo có {81|51} thành viên.",
    ),
    (
        "value_conflict",
        "Điểm cao nhất thuộc về nhóm Sao Khuê với 92 điểm. {Nhóm|Năm trước, nhóm} Mầm Xanh được 95 điểm.",
    ),
    (
        "value_conflict",
        "Huyện Nam Sài có tỷ lệ che phủ rừng cao nhất tỉnh, đạt 61%. Huyện Bắc Nậm đứng thứ hai.\nPhụ lục: huyện Bắc Nậm có tỷ lệ che phủ rừng {64|58}%.",
    ),
    (
        "value_conflict",
        "Xã Hòa Lạc có thu nhập bình quân cao nhất huyện, 65 triệu đồng. Xã Tân An đạt thu nhập bình quân {70|58} triệu đồng.",
    ),
)


def check_superlatives(case: Case) -> Iterator[Record]:
    """Each most with the first figure of another, told in another sentence in the words of the most, that lies beyond it."""
    known = tellings(case)
    for found in cued(case, _STARTS, _MOST):
        sentence = case.sentence(Span(*found.span()))
        if _OTHER.search(case.plain, sentence.start, found.start()):
            continue
        told = next(
            ((key, one) for key, alike in known.items() for one in alike if 0 <= one.number.start - found.end() <= 1), None
        )
        who = list(_NAME.finditer(case.plain, sentence.start, found.end()))
        if told is None or len(who) != 1:
            continue
        what = _what(case, found, who[0].end()) if who[0].end() < found.start() else frozenset()
        most = (found, told[1], who[0][0])
        beyond = next(
            (one for one in known[told[0]] if _is_beyond(case, most, one, what) or _stands_behind(case, most, one)), None
        )
        if beyond is not None:
            spans = [Span(who[0].start(), told[1].span.end), Span(beyond.sentence.start, beyond.span.end)]
            note = f"{quoted(case.words(spans[0]))} nhưng nơi khác ghi {shown(beyond.value)}: {quoted(case.words(spans[1]))}."
            yield fault("value_conflict", note, spans)


def _stands_behind(case: Case, most: tuple[re.Match[str], Telling, str], one: Telling) -> bool:
    """Whether a figure is told of another of the kind in the sentence right behind the most, and lies beyond it."""
    found, telling, who = most
    apart = one.sentence.start - telling.sentence.end
    if not 0 <= apart <= _BEHIND or one.is_part or one.is_planned or one.is_earlier or one.years != telling.years:
        return False
    words = case.plain[one.sentence.start : one.number.start]
    others = [name[0] for name in _NAME.finditer(words)]
    if len(others) != 1 or others[0].casefold() == who.casefold() or _OTHER.search(words) or any(c.isdigit() for c in words):
        return False
    if others[0].split()[0].casefold() != who.split()[0].casefold():
        return False
    return one.value < telling.value if found["way"] in _DOWN else one.value > telling.value


def _what(case: Case, found: re.Match[str], start: int) -> frozenset[str]:
    """The words of meaning for that of which there is the most."""
    words = case.plain[start : found.start() - 1] if found["way"] else found[0]
    return frozenset(_WORD.findall(words.casefold())) - _SAME


def _is_beyond(case: Case, most: tuple[re.Match[str], Telling, str], one: Telling, what: frozenset[str]) -> bool:
    """Whether a figure is that of another and lies beyond the most."""
    found, telling, who = most
    sentence = one.sentence
    if one is telling or sentence.overlaps(telling.sentence) or abs(one.span.start - telling.span.start) > _REACH:
        return False
    words = case.plain[sentence.start : one.number.start]
    others = [name[0].casefold() for name in _NAME.finditer(words)]
    if not others or who.casefold() in others or (one.is_part and "quân" not in what) or one.is_planned or _OTHER.search(words):
        return False
    if len(what) <= _FEWEST or not what <= frozenset(_WORD.findall(words.casefold())) or one.years != telling.years:
        return False
    return one.value < telling.value if found["way"] in _DOWN else one.value > telling.value
