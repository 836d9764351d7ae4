"""Times counted back (cách đây, kể từ khi): a moment told as so many years before today, or after a deed, against those two.

`Mười lăm năm trước, năm 2005 … Hôm nay, giữa năm 2020`; `sau hai năm kể từ khi khởi động, tức tháng 3 năm 2022`.
"""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import number_up_to_99
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_LENGTH = r"(?P<length>\d{1,3}|(?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)(?: mươi| mười)?(?: một| hai| ba| bốn| lăm| năm(?= năm)| sáu| bảy| tám| chín)?)"
_AGO = Pattern(
    rf"(?<!\w)(?P<back>[Cc]ách đây )?{_LENGTH} năm(?(back)| (?:trước|về trước|trước đây)),? (?:tức (?:là )?|vào |từ )?năm (?P<year>(?:19|20)\d\d)\b"
)
_AGO_STARTS = cues(" năm trước", " năm về trước", "ách đây")
_TODAY = Pattern(
    r"(?:[Hh]ôm nay|[Hh]iện nay|[Nn]ăm nay|[Bb]ây giờ|[Đđ]ến nay|[Gg]iờ đây)\b[^.;\n\d]{0,24}(?:năm |\d{1,2}/)?(?P<year>(?:19|20)\d\d)\b"
)
_SINCE = Pattern(
    rf"(?<!\w)(?:[Ss]au )?{_LENGTH} (?P<unit>năm|tháng) (?:kể )?(?:từ|sau)(?: khi| ngày)? (?:được |chính thức )?(?P<deed>[^\W\d_]+ [^\W\d_]+)[^.;,\d\n]{{0,30}}, (?:tức (?:là )?|vào |đến )(?:ngày |tháng |năm )?"
)
_SINCE_STARTS = cues(" từ khi", " sau khi", " kể từ", " từ ngày")
_HEDGED = Pattern(r"\b(?:hơn|gần|khoảng|ngót|độ|chừng|trên)\s$")
_WORD = Pattern(r" ?[^\W\d_]+")
_MONTHS = 12
_REACH, _BACK, _LEAD = 900, 60, 30
# A date begins at its `tháng`.
_WORD_OF_DATE = len("tháng ")

CASES = (
    (
        "date_conflict",
        "Mười lăm năm trước, năm {2002|2005}, chúng ta bắt tay dựng khu công nghệ này. Hôm nay, giữa năm 2020, nơi đây đã có 40 nhà máy.",
    ),
    (
        "date_conflict",
        "Nhiệm vụ khởi động tháng 3 năm 2020. Theo nhóm, sau hai năm kể từ khi khởi động, tức tháng 3 năm {2023|2022}, đã có sản phẩm mẫu.",
    ),
)


def check_counted_back(case: Case) -> Iterator[Record]:
    """Each year told with how long ago it was, and each moment told as so long after a deed, that do not fit."""
    yield from _ago(case)
    yield from _since(case)


def _ago(case: Case) -> Iterator[Record]:
    for word in cued(case, _AGO_STARTS, _WORD):
        low = max(0, word.start() - _LEAD)
        found = next((one for one in _AGO.finditer(case.plain, low, word.end() + _BACK) if one.end() > word.start()), None)
        if found is None or _HEDGED.search(case.plain, max(0, found.start() - 8), found.start()):
            continue
        years = {
            int(today["year"]): today
            for today in _TODAY.finditer(case.plain, max(0, found.start() - _REACH), found.end() + _REACH)
        }
        own = case.own_date
        if own is not None and own.value.year:
            years.setdefault(own.value.year, found)
        length = number_up_to_99(found["length"])
        if len(years) == 1 and length is not None:
            now, today = next(iter(years.items()))
            passed = now - int(found["year"])
            if passed > 0 and abs(passed - length) > (0 if today is not found else 1):
                span = Span(*found.span())
                note = f"Từ năm {found['year']} đến năm {now} là {passed} năm: {quoted(case.words(span))}."
                yield fault("date_conflict", note, [span, Span(*today.span())])


def _since(case: Case) -> Iterator[Record]:
    for word in cued(case, _SINCE_STARTS, _WORD):
        found = next(
            (
                one
                for one in _SINCE.finditer(case.plain, max(0, word.start() - _LEAD), word.end() + 2 * _BACK)
                if one.end() > word.end()
            ),
            None,
        )
        if found is None or _HEDGED.search(case.plain, max(0, found.start() - 8), found.start()):
            continue
        told = [(sentence, moment) for sentence, moments in by_sentence(case) for moment in moments]
        end = next((moment for _, moment in told if -_WORD_OF_DATE <= moment.span.start - found.end() <= 1), None)
        deed = re.compile(rf"\b{re.escape(found['deed'])}\b", re.IGNORECASE)
        begun = [
            moment
            for sentence, moment in told
            if not sentence.contains(Span(*found.span())) and _is_of(case, deed, sentence, moment)
        ]
        length = number_up_to_99(found["length"])
        if end is None or length is None or len(begun) != 1:
            continue
        months = _months(begun[0], end)
        expected = length * _MONTHS if found["unit"] == "năm" else length
        slack = 1 if end.month and begun[0].month else _MONTHS - 1
        if abs(months - expected) > slack:
            span = Span(found.start(), end.span.end)
            note = f"Từ {quoted(case.words(begun[0].span))} đến {quoted(case.words(end.span))} không phải {found['length']} {found['unit']}: "
            yield fault("date_conflict", f"{note}{quoted(case.words(span))}.", [begun[0].span, span])


def _is_of(case: Case, deed: "re.Pattern[str]", sentence: Span, moment: Moment) -> bool:
    """Whether the word for the deed stands right before a moment."""
    return (
        not moment.closed
        and deed.search(case.plain, max(sentence.start, moment.span.start - _BACK), moment.span.start) is not None
    )


def _months(begun: Moment, end: Moment) -> int:
    return (
        _MONTHS * (end.year - begun.year) + (end.month or 0) - (begun.month or 0)
        if end.month and begun.month
        else _MONTHS * (end.year - begun.year)
    )
