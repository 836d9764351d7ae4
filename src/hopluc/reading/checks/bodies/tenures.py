"""Tenures (thời gian giữ chức, năm thứ mấy): posts held by two at one time, terms that overlap, and years counted from a beginning.

`Ông Thật làm trạm trưởng từ năm 1998 đến năm 2009. Bà Sim làm trạm trưởng từ năm 2006`; `Năm 2022 là năm thứ ba thực hiện Đề án` of one that
began in 2018; a term that the next begins before.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import PLACES, place_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import WORD, Pattern
from hopluc.vietnamese import fold

_YEAR = r"(?:19|20)\d\d"
_HELD = Pattern(
    rf"(?:làm|giữ chức(?: vụ)?|đảm nhiệm|giữ cương vị|là|trên cương vị|đảm nhận)(?: chức(?: vụ)?)? (?P<post>(?:[Tt]rưởng|[Gg]iám đốc|[Cc]hủ tịch|[Bb]í thư|[Vv]iện trưởng|[Hh]iệu trưởng|[Tt]rạm trưởng|"
    rf"[Cc]hủ nhiệm|[Cc]ục trưởng|[Tt]ổng biên tập|[Gg]ià làng|[Tt]rại trưởng|[Tt]ổ trưởng)(?: [^\W\d_]+){{0,6}}?),? (?:trong giai đoạn |giai đoạn |trong các năm |các năm )?(?:từ )?(?:năm |tháng \d{{1,2}}/)?(?P<first>{_YEAR})"
    rf"(?:\s?(?:đến|-|–|tới)(?: hết)?\s?(?:năm |tháng \d{{1,2}}/)?(?P<last>{_YEAR}|nay))?"
)
_HOLDS = cues("làm ", "giữ ", "đảm nhiệm ", "là ", "trên cương vị ", "đảm nhận ")
_TERM = Pattern(rf"(?P<kind>hiệm kỳ|hóa) (?:[IVX]+,? ?)?\(?(?P<first>{_YEAR})\s?(?:-|–|đến)\s?(?P<last>{_YEAR})")
_TERMS = cues("hiệm kỳ ", "hóa ")
_NEXT = Pattern(r"\b(?:[Ss]ang|[Bb]ước sang|[Bb]ước vào|tiếp theo|kế tiếp|[Ss]au đó)\b[^.;\d]{0,24}$")
_NTH = Pattern(
    rf"ăm (?P<year>{_YEAR})(?:,)? (?:là|cũng là|đã là) năm (?P<nth>đầu tiên|thứ (?:{'|'.join(PLACES)}|\d{{1,2}}))\s(?P<of>(?:liên tiếp )?(?:thực hiện|triển khai|tổ chức|thi hành)[^.;,\n\d]{{2,90}})"
)
_NTHS = cues("ăm 19", "ăm 20")
_BEGAN = Pattern(
    rf"(?P<what>[^.;\n\d]{{3,90}}?)\b(?:được )?(?:thực hiện|triển khai|bắt đầu|khởi động|ban hành|thi hành)(?: thực hiện| triển khai)? (?:bắt đầu )?từ (?:đầu |cuối |giữa )?năm (?P<year>{_YEAR})\b"
)
_BEGINNINGS = cues("từ năm ", "từ đầu năm ", "từ cuối năm ", "từ giữa năm ")
_FUNCTION = frozenset(
    "thực hiện triển khai tổ chức thi hành liên tiếp của và các những được bắt đầu từ năm là có do theo".split()
)
_BACK, _REACH, _SPAN = 120, 2_000, 40

CASES = (
    (
        "period_conflict",
        "Ông Nông Văn Thật làm trạm trưởng từ năm 1998 đến năm 2009. Bà Hoàng Thị Sim làm trạm trưởng từ năm {2006|2009} đến nay.",
    ),
    (
        "period_conflict",
        "Ông Nông Văn Thật làm {trạm trưởng|giám đốc nông trường} từ năm 1998 đến năm 2009.\n\nBà Hoàng Thị Sim làm trạm trưởng từ năm 2006 đến nay.",
    ),
    ("period_conflict", "Nhiệm kỳ 2010 - 2015, Hội có 12 chi hội. Bước sang nhiệm kỳ {2014|2015} - 2020, Hội có 18 chi hội."),
    (
        "date_conflict",
        "Năm 2022 là năm thứ ba thực hiện Đề án đô thị thông minh. Kết quả khá.\n\nĐề án đô thị thông minh được triển khai từ năm {2018|2020}.",
    ),
)


def check_tenures(case: Case) -> Iterator[Record]:
    """Posts held by two persons at one time, terms begun before the last one ended, and years that are not the so-manieth."""
    yield from _held(case)
    yield from _terms(case)
    yield from _years(case)


def _held(case: Case) -> Iterator[Record]:
    known = [found for found in cued(case, _HOLDS, _HELD) if found["last"] or found["first"]]
    for one, other in combinations(known[:_SPAN], 2):
        early, late = sorted((one, other), key=lambda found: found["first"])
        if fold(one["post"]) != fold(other["post"]) or not early["last"] or other.start() - one.end() > _REACH:
            continue
        who = [_holder(case, found) for found in (one, other)]
        end = early["last"]
        if None in who or who[0] == who[1] or not (end == "nay" or end > late["first"]) or early["first"] == late["first"]:
            continue
        spans = [Span(found.start(), found.end()) for found in (one, other)]
        first, second = (quoted(case.words(span)) for span in spans)
        yield fault("period_conflict", f"Một chức vụ có hai người giữ cùng lúc: {first} và {second}.", spans)


def _holder(case: Case, found: re.Match[str]) -> str | None:
    """Whose post it is: the last person named before it in its sentence."""
    sentence = case.sentence(Span(*found.span()))
    near = Span(max(sentence.start, found.start() - _BACK), found.start())
    persons = sorted((fact for fact in case.found.within("person", near)), key=lambda fact: fact.span)
    return fold(persons[-1].value.name) if persons else None


def _terms(case: Case) -> Iterator[Record]:
    before: re.Match[str] | None = None
    for found in cued(case, _TERMS, _TERM):
        follows = before is not None and _NEXT.search(case.plain, max(0, found.start() - _SPAN), found.start() - 1) is not None
        if before is not None and follows and found["kind"] == before["kind"]:
            overlaps = before["first"] < found["first"] < before["last"] < found["last"]
            if overlaps and found.start() - before.end() <= _REACH:
                spans = [Span(one.start() - 1, one.end()) for one in (before, found)]
                first, second = (quoted(case.words(span)) for span in spans)
                yield fault("period_conflict", f"Hai nhiệm kỳ nối nhau lại chồng lên nhau: {first} và {second}.", spans)
        before = found


def _years(case: Case) -> Iterator[Record]:
    told = list(cued(case, _NTHS, _NTH))[:_SPAN]
    if not told:
        return
    beginnings = [(found, place) for place in _sentences_that_begin(case) if (found := _BEGAN.search(case.plain, *place))]
    for found in told:
        words = _meaning(found["of"])
        own = [
            (began, place) for began, place in beginnings if words and words <= _meaning(case.plain[place.start : place.end])
        ]
        years = {int(began["year"]) for began, _ in own}
        nth = found["nth"].removeprefix("thứ ")
        number = 1 if nth == "đầu tiên" else place_of(nth)
        if len(years) == 1 and not case.sentence(Span(*found.span())).overlaps(own[0][1]):
            (year,) = years
            count = int(found["year"]) - year + 1
            if number not in (count, count - 1) and count > 0:
                span = Span(found.start() - 1, found.end())
                note = f"Từ năm {year}, năm {found['year']} là năm thứ {count}: {quoted(case.words(span))}."
                yield fault("date_conflict", note, [span, Span(own[0][0].start("year"), own[0][0].end("year"))])


def _sentences_that_begin(case: Case) -> list[Span]:
    return list(dict.fromkeys(case.sentence(Span(*found.span())) for found in cued(case, _BEGINNINGS, Pattern(r"từ"))))


def _meaning(words: str) -> frozenset[str]:
    return frozenset(WORD.findall(words.casefold())) - _FUNCTION
