"""Stages (thứ tự các bước): days whose order the words tell, by `trước đó` and `sau khi`, by the steps of a work, or by a founding."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.cues import places, stands
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_THEN = Pattern(r"\b(?P<word>[Tt]rước đó|[Ss]au đó|[Tt]iếp đó|[Tt]iếp theo|[Nn]gay sau đó)\b[^.;\n\d]{0,20}$")
_ORDER_WORDS = cues("rước đó", "au đó", "iếp đó", "iếp theo", "sau khi", "trước khi")
_BETWEEN = Pattern(r"\b(?P<word>sau khi|trước khi)\b[^.;\n\d]{0,90}$")
# The steps of a work, in their order. "phê duyệt kết quả nghiệm thu" is no approval of the work.
_STEPS = (
    Pattern(r"\b(?:đề xuất|đăng ký|nộp hồ sơ)\b"),
    Pattern(r"\b(?:phê duyệt|thẩm định thông qua)\b(?! (?:kết quả|quyết toán|nghiệm thu))"),
    Pattern(r"\bký hợp đồng\b"),
    Pattern(r"\b(?:khởi công|bắt đầu|khởi động|khai mạc|triển khai từ)\b"),
    Pattern(r"\b(?:hoàn thành|khánh thành|nghiệm thu|bàn giao|kết thúc|bế mạc)\b"),
    Pattern(r"\b(?:thanh lý|quyết toán)\b"),
)
_STEP_WORDS = cues(
    "đề xuất", "đăng ký", "nộp hồ sơ", "phê duyệt", "thẩm định thông qua", "ký hợp đồng", "khởi công", "bắt đầu", "khởi động", "khai mạc",
    "triển khai từ", "hoàn thành", "khánh thành", "nghiệm thu", "bàn giao", "kết thúc", "bế mạc", "thanh lý", "quyết toán"
)  # fmt: skip
_OTHER_WORK = Pattern(r"[;“\"]|\b(?:đề tài|dự án|nhiệm vụ|công trình|mô hình) (?:[A-ZĐ“]|khác|thứ|mới)|\n")
# What is put up for approval is not approved yet.
_ASKED = Pattern(r"\btrình\b[^.;]{0,60}\bphê duyệt\b")
_FOUNDED = Pattern(
    r"(?P<who>(?:Quỹ|Trung tâm|Viện|Trường|Sở|Hội|Công ty|Hợp tác xã|Ban|Tổ|Chi cục|Liên hiệp|Câu lạc bộ|Khu)\b[^.;:\n]{0,60}?)\s(?:được |chính thức )*thành lập\b[^.;\n\d]{0,40}"
    r"(?:(?:theo |tại )?Quyết định[^.;\n]{0,60}?)?(?:ngày|năm|tháng) $"
)
_FOUNDED_WORD = cues("thành lập")
_REPLACES = Pattern(r"\bhiệu lực\b[^.;\n]{0,60}?\b(?:từ|kể từ) ngày [^.;\n]{0,12}[^.;\n]{0,80}\bthay thế\b[^.;\n]{0,120}$")
_REPLACED = cues("thay thế")
_NEAR, _REACH, _LEAD = 160, 500, 60
_YEARS_OF_WORK = 15
# Beginning and end, which `sequence` looks at.
_TOLD_ELSEWHERE = frozenset((3, 4))


def check_stages(case: Case) -> Iterator[Record]:
    """Days that stand in another order than the words between them say."""
    days = [(fact, first) for fact, first in case.dated if fact.value.year and fact.value.day]
    for (first, one), (second, other) in pairwise(days):
        if second.span.start - first.span.end > _REACH or one == other:
            continue
        record = _by_words(case, (first, one), (second, other)) or _by_steps(case, (first, one), (second, other))
        if record is not None:
            yield record
    yield from _before_founding(case)
    yield from _replaced_later(case, days)


def _by_words(case: Case, first: tuple[Fact, date], second: tuple[Fact, date]) -> Record | None:
    """`Ngày A …. Trước đó, ngày B`, and `ngày A, sau khi … ngày B`."""
    (one, begun), (other, ended) = first, second
    if not stands(case.document, _ORDER_WORDS, one.span.end, other.span.start):
        return None
    between = case.plain[one.span.end : other.span.start]
    if other.span.start in case.cited_dates or one.span.start in case.cited_dates or "\n" in between:
        return None
    found = _THEN.search(between[-_NEAR:])
    if found:
        wrong = (begun < ended) if found["word"].lower() == "trước đó" else (begun > ended)
    else:
        found = _BETWEEN.search(between[-_NEAR:]) if ". " not in between else None
        wrong = found is not None and ((begun < ended) if found["word"] == "sau khi" else (begun > ended))
    if not found or not wrong:
        return None
    span = Span(one.span.start, other.span.end)
    note = f"{quoted(found['word'])} không khớp với thứ tự hai ngày {written(one.value)} và {written(other.value)}: {quoted(case.words(span))}."
    return fault("sequence", note, [span] if span.end - span.start < _REACH else [one.span, other.span])


def _by_steps(case: Case, first: tuple[Fact, date], second: tuple[Fact, date]) -> Record | None:
    """Two steps of one work in one sentence: it is approved before it begins, and begins before it is accepted."""
    (one, begun), (other, ended) = first, second
    if not _tells_steps(case, one.span, other.span):
        return None
    between = case.plain[one.span.end : other.span.start]
    if len(between) > _NEAR or ". " in between or _OTHER_WORK.search(between) or _ASKED.search(between):
        return None
    before, after = _step(case.plain[max(0, one.span.start - _LEAD) : one.span.start]), _step(between)
    if (
        before is None
        or after is None
        or {before, after} <= _TOLD_ELSEWHERE
        or before == after
        or (before < after) == (begun < ended)
    ):
        return None
    if abs(begun.year - ended.year) > _YEARS_OF_WORK:
        return None
    span = Span(max(0, one.span.start - _LEAD // 2), other.span.end)
    note = f"Bước sau ghi ngày sớm hơn bước trước ({written(one.value)}, {written(other.value)}): {quoted(case.words(span))}."
    return fault("sequence", note, [Span(one.span.start, other.span.end)])


def _tells_steps(case: Case, one: Span, other: Span) -> bool:
    """Whether words for steps stand before the first day and between the two."""
    lead = max(0, one.start - _LEAD)
    return stands(case.document, _STEP_WORDS, lead, one.start) and stands(case.document, _STEP_WORDS, one.end, other.start)


def _step(words: str) -> int | None:
    """The one step that words tell of; None for none or several."""
    clause = words.rpartition("; ")[2]
    found = [place for place, step in enumerate(_STEPS) if step.search(clause)]
    return found[0] if len(found) == 1 else None


def _before_founding(case: Case) -> Iterator[Record]:
    """What a body did on a day before it was founded: `Quỹ được thành lập năm 2012. Năm 2010, Quỹ đã cho vay …`."""
    for found in cued(case, _FOUNDED_WORD, Pattern("thành lập")):
        founding = next(case.found.within("date", Span(found.end(), found.end() + 2 * _LEAD)), None)
        if founding is None or founding.value.first is None or founding.value.year is None:
            continue
        low = max(0, found.start() - 2 * _LEAD)
        who = _FOUNDED.search(case.plain[low : founding.span.start])
        if who is None:
            continue
        name = re.escape(
            " ".join(who["who"].split()[: 2 if who["who"].startswith(("Trung tâm", "Hợp tác", "Công ty", "Chi cục")) else 1])
        )
        again = re.compile(
            rf"(?:[Nn]ăm (?P<year>(?:19|20)\d\d)|[Nn]gày (?P<day>[\d/.-]{{8,10}})), {name}\b[^.;\n]{{0,24}}\b(?:đã|nhận|được|đạt|giành|đoạt|tổ chức|ký|mở|xuất|bán)\b"
        )
        act = again.search(case.plain, founding.span.end, founding.span.end + _REACH)
        if act is None:
            continue
        known = next(case.found.within("date", Span(act.start(), act.end())), None)
        early = (
            int(act["year"]) < founding.value.year if act["year"] else bool(known and known.value.last < founding.value.first)
        )
        if early:
            note = f"Việc làm trước khi thành lập ({written(founding.value)}): {quoted(case.words(Span(*act.span())))}."
            yield fault("sequence", note, [Span(low + who.start(), founding.span.end), Span(*act.span())])


def _replaced_later(case: Case, days: list[tuple[Fact, date]]) -> Iterator[Record]:
    """`có hiệu lực từ ngày A và thay thế … ngày B` with the second day the later: what is replaced was there before."""
    if not places(case.document, _REPLACED):
        return
    for (first, one), (second, other) in pairwise(days):
        if one >= other or second.span.start - first.span.end > _REACH:
            continue
        sentence = case.sentence(second.span)
        if sentence.start <= first.span.start and _REPLACES.search(case.plain, sentence.start, second.span.start):
            span = Span(first.span.start, second.span.end)
            yield fault(
                "sequence",
                f"Văn bản bị thay thế ({written(second.value)}) có sau ngày hiệu lực ({written(first.value)}): {quoted(case.words(span))}.",
                [span],
            )
