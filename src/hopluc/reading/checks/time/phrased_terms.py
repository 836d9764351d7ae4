"""Periods of one phrase (giai đoạn sau cùng một cụm từ): the same long run of words before two periods that cannot both be its own.

`Quy định chính sách hỗ trợ hợp tác, chuyển giao công nghệ trên địa bàn tỉnh … giai đoạn 2020-2025` in the title, and
`giai đoạn 2021-2025` behind the very same words in an article: what is named so is one thing, whatever kind of thing it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern, in_small

_PHASE = in_small(r"(?:giai đoạn|thời kỳ|nhiệm kỳ)[ \n](?:từ )?(?:năm )?$")
_WORD = Pattern(r"[^\W\d_]+")
_LATER = in_small(
    r"\b(?:tiếp theo|trước (?:đây|đó)|thay thế|kéo dài|gia hạn|điều chỉnh|sửa đổi|giai đoạn (?:1|2|3|i|ii|iii|một|hai|đầu)|định hướng|sang giai đoạn|kế thừa|cũ|lần lượt|so với)\b"
)
_STOPS = '.;:()\t|“”"'
_FEWEST, _BACK, _MOST = 8, 260, 200

CASES = (
    (
        "period_conflict",
        (
            "NGHỊ QUYẾT\nQuy định chính sách hỗ trợ chuyển giao công nghệ trên địa bàn tỉnh Tân Lâm giai đoạn 2020-2025\n\n"
            "1. Nghị quyết này quy định chính sách hỗ trợ chuyển giao công nghệ trên địa bàn tỉnh Tân Lâm giai đoạn {2021|2020}-2025."
        ),
    ),
    (
        "period_conflict",
        "Báo cáo kết quả hợp tác với các viện nghiên cứu trong vùng giai đoạn 2016-2020.\n\n{Đẩy mạnh|Kế thừa} kết quả hợp tác với các viện nghiên cứu trong vùng giai đoạn 2015-2019.",
    ),
)


@dataclass(frozen=True)
class _Phrase:
    """A period with the words before it, the last first."""

    words: tuple[str, ...]
    act: str | None  # the number of the act of whose title it is
    period: Fact
    span: Span


def check_phrased_terms(case: Case) -> Iterator[Record]:
    """Two periods behind the same eight words or more that overlap and differ, neither being a phase with which the other begins."""
    by_words: dict[tuple[str, ...], list[_Phrase]] = {}
    for phrase in list(_phrases(case))[:_MOST]:
        by_words.setdefault(phrase.words[:_FEWEST], []).append(phrase)
    for alike in by_words.values():
        first = alike[0]
        other = next((one for one in alike[1:] if not (first.act and one.act) and _are_shifted(first.period, one.period)), None)
        if other is not None:
            note = f"{quoted(case.words(first.span))} và {quoted(case.words(other.span))}: cùng một tên, hai giai đoạn."
            yield fault("period_conflict", note, [first.span, other.span])


def _phrases(case: Case) -> Iterator[_Phrase]:
    for period in case.found.of("period"):
        low = max(0, period.span.start - _BACK)
        lead = _PHASE.search(case.small, low, period.span.start)
        if lead is None or not (period.value.start and period.value.end):
            continue
        sentence = case.sentence(period.span)
        if _LATER.search(case.small, sentence.start, min(sentence.end, period.span.end + 20)):
            continue
        start = max(low, sentence.start, *(case.plain.rfind(stop, low, lead.start()) + 1 for stop in _STOPS))
        found = list(_WORD.finditer(case.small, start, lead.start()))
        if len(found) >= _FEWEST:
            words = tuple(match[0] for match in reversed(found))
            yield _Phrase(words, _act(case, Span(start, lead.start())), period, Span(found[-_FEWEST].start(), period.span.end))


def _act(case: Case, words: Span) -> str | None:
    """The number of the act in whose title a period stands: titles of two acts may each have their own."""
    return next((cited.value.number for cited in case.found.within("legal_reference", words)), None)


def _are_shifted(one: Fact, other: Fact) -> bool:
    """Whether two periods overlap and differ otherwise than a phase that begins with the whole does."""
    first, second = ((int(fact.value.start[:4]), int(fact.value.end[:4])) for fact in (one, other))
    if first == second or first[0] == second[0] or max(first[0], second[0]) > min(first[1], second[1]):
        return False
    return first[1] - first[0] == second[1] - second[0] or first[1] == second[1]
