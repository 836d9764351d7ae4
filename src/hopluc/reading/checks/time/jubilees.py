"""Jubilees (kỷ niệm năm thành lập): so many years told to be celebrated, against the founding told anywhere in the document.

`Trường mừng 60 năm thành lập`, `Sáng 20/11/2022`, and lines on `Ngôi trường được lập năm 1962`: the year of the jubilee is that of its
sentence, or of the document's own day, or of the day told next.
"""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, moments
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_JUBILEE = Pattern(
    r"(?:ừng|ỷ niệm|ròn|ón)(?: lễ)?(?: kỷ niệm)?(?: lần thứ)? (?P<years>\d{1,3})(?: năm)?(?: ngày| thành lập| ra đời| truyền thống| xây dựng| hình thành| hoạt động)(?: thành lập| truyền thống| ra đời)?\b"
)
_JUBILEES = cues("ừng ", "ỷ niệm ", "ròn ", "ón ")
_FOUNDED = Pattern(
    r"(?:(?:được|chính thức) (?:thành )?lập|thành lập|ra đời|tái lập|có tiền thân)(?: và đi vào hoạt động)?(?: từ| vào)?(?: ngày| tháng| năm)? (?:\d{1,2}[/.-]){0,2}(?P<year>(?:19|20)\d\d)\b"
)
_FOUNDINGS = cues("được lập", "thức lập", "thành lập", "ra đời", "tái lập", "có tiền thân")
_BODY = Pattern(
    r"\b(?:trường|viện|trung tâm|hội|công ty|hợp tác xã|sở|ban|nhà máy|tỉnh|huyện|xã|thành phố|liên hiệp|quỹ|tạp chí|đảng bộ|khoa|bệnh viện|trạm|nông trường|đài|báo|chi cục|câu lạc bộ|học viện|đoàn)\b"
)
_AHEAD = Pattern(r"\b(?:hướng tới|tiến tới|chuẩn bị|sẽ|dự kiến|nguyên)\b", re.IGNORECASE)
_BACK, _AFTER = 90, 160
_MOST = 40

CASES = (
    (
        "date_conflict",
        "Trường chuyên Lê Cảnh Dị mừng {70|60} năm thành lập\nSáng 20/11/2022, thầy trò trường chuyên tề tựu đông đủ.\n\nNgôi trường được lập ngày 05/9/1962, lúc đầu chỉ có 4 lớp.",
    ),
    (
        "date_conflict",
        "Viện Cây chè được thành lập năm 1968 với 11 cán bộ.\nViện đã lai tạo nhiều giống.\n\nNăm 2018, Viện kỷ niệm {40|50} năm thành lập.",
    ),
    (
        "date_conflict",
        "Viện Cây chè {được thành lập|xây nhà lưới} năm 1968 với 11 cán bộ.\nViện đã lai tạo nhiều giống.\n\nNăm 2018, Viện kỷ niệm 40 năm thành lập.",
    ),
)


def check_jubilees(case: Case) -> Iterator[Record]:
    """Each jubilee that the one founding of a body of its kind does not bear out."""
    told = list(cued(case, _JUBILEES, _JUBILEE))[:_MOST]
    if not told:
        return
    foundings = list(cued(case, _FOUNDINGS, _FOUNDED))[:_MOST]
    for found in told:
        span = Span(found.start() - 1, found.end())
        sentence = case.sentence(span)
        bodies = _bodies(case, Span(max(sentence.start, span.start - _BACK), min(sentence.end, span.end + _BACK)))
        own = [founding for founding in foundings if bodies & _bodies_of(case, founding)]
        years = {int(founding["year"]) for founding in own}
        now = _year(case, sentence, years)
        if len(years) != 1 or now is None or _AHEAD.search(case.plain, *sentence):
            continue
        (year,) = years
        if 0 < now - year != int(found["years"]) and not case.sentence(Span(*own[0].span())).overlaps(sentence):
            note = f"Từ năm {year} đến năm {now} là {now - year} năm: {quoted(case.words(span))}."
            yield fault("date_conflict", note, [Span(*own[0].span()), span])


def _bodies(case: Case, span: Span) -> frozenset[str]:
    return frozenset(_BODY.findall(case.small, *span))


def _bodies_of(case: Case, founding: re.Match[str]) -> frozenset[str]:
    """The words for bodies before a founding in its sentence, or behind it: `Ra đời năm 1994, Viện …`."""
    sentence = case.sentence(Span(*founding.span()))
    return _bodies(case, Span(max(sentence.start, founding.start() - _BACK), min(sentence.end, founding.end() + _BACK // 2)))


def _year(case: Case, sentence: Span, foundings: set[int]) -> int | None:
    """The year in which a jubilee is kept; None where it is not told."""
    near = [moment for moment in moments(case) if sentence.start <= moment.span.start < sentence.end + _AFTER]
    here = {moment.year for moment in near if _is_in(moment, sentence)} - foundings
    if len(here) == 1:
        return here.pop()
    own = case.own_date
    if own is not None and own.value.year and not here:
        return int(own.value.year)
    after = {moment.year for moment in near if moment.day} - foundings
    return after.pop() if len(after) == 1 and not here else None


def _is_in(moment: Moment, sentence: Span) -> bool:
    return moment.span.start < sentence.end
