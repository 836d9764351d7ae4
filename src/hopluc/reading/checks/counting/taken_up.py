"""Counts taken up (số nhắc lại: cả ba, hai huyện trên): the number of things just named or counted, when a text goes back to them."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NOUN, NUMBERS, SURE_NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_NUMBER = rf"0?\d{{1,2}}|{'|'.join(NUMBERS)}"
# "cả ba huyện", "cả 3 hợp phần".
_ALL_OF = Pattern(rf"[cC]ả (?P<number>{_NUMBER}) (?P<noun>{NOUN})\b")
_ALL_STARTS = cues("cả ", "Cả ")
# "Ba sở trên", "hai đơn vị này".
_THESE = Pattern(
    rf"(?<![\w.,/-])(?P<number>0?\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<noun>{NOUN}) (?:(?:nói |nêu |kể )?trên|này)\b",
    re.IGNORECASE,
)
_THESE_END = Pattern(r" (?:trên|này)\b")
_THESE_STARTS = cues(" trên", " này")
# "Cả ba giống chè của tỉnh là shan lá to và shan tuyết", "3 viện là Viện Cơ học và Viện Hóa học": two named where more are told.
_TWO_NAMED = Pattern(
    rf"(?<![\w.,/-])(?P<number>0?[3-9]|{'|'.join(word for word, number in SURE_NUMBERS.items() if number > 2)}) (?P<noun>(?!năm|tháng|ngày|triệu|tỷ|nghìn|lần)[^\W\d]+)\b[^.;:\d()]{{0,50}}?(?P<link>,? (?:đó là|gồm)| là) (?!(?:các|những|một|do|để|nhằm|từ)\b)(?P<one>[^.;:,\d()]{{3,50}}?) và (?P<two>[^.;:,\d()]{{3,50}}?)(?=[.;]| đều\b|$)",
    re.IGNORECASE,
)
_WORD = Pattern(r"\W?\w")
_TWO_STARTS = cues("cả ", "Cả ", " là ", " gồm ", ", gồm ", ", đó là ")
_LOW_ITEMS = 5
_SOME = Pattern(r"\b(?:trong đó|trong số|ngoài ra|thêm|còn|khác|mỗi|từng|hơn|gần|khoảng|ít nhất|đầu tiên|cuối)\b[^.;]{0,30}$")
# The things counted are named right behind the number.
_LISTED = Pattern(r"(?: [^\W\d_]+){0,5}?(?::| gồm| là|(?= [A-ZĐ]))[^.;\n]{2,60}?(?:, | và )")
_REACH, _NEAR = 400, 60

CASES = (
    ("count_mismatch", "{Cả ba|Hai} giống chè của tỉnh là shan lá to và shan tuyết đều được chứng nhận."),
    ("count_mismatch", "Đoàn đã làm việc với {3|2} viện là Viện Cơ học và Viện Hóa học."),
    ("count_mismatch", "Mỗi tổ có {|từ 3 đến }5 thành viên, gồm cán bộ của Trạm và nông dân trong xã."),
    ("count_mismatch", "Hai huyện Thanh Lộc và An Phước được chọn thí điểm; cả {ba|hai} huyện đều cam kết bố trí vốn."),
    ("value_conflict", "Dự án gồm ba hợp phần. Đến nay cả {bốn|ba} hợp phần đã hoàn thành."),
    ("count_mismatch", "Sở Y tế và Sở Công Thương báo cáo. {Ba|Hai} sở trên đề nghị bổ sung kinh phí."),
)


def check_taken_up(case: Case) -> Iterator[Record]:
    """`cả ba` of what was counted otherwise right before, and `ba sở trên` after another number of them named."""
    for found in cued(case, _ALL_STARTS, _ALL_OF):
        yield from _against_count(case, found)
    yield from _two_named(case)
    for word in cued(case, _THESE_STARTS, _THESE_END):
        start = max(0, word.start() - _NEAR)
        known = [match for match in _THESE.finditer(case.plain, start, word.end() + 6) if match.end() >= word.end()]
        if known:
            yield from _against_names(case, known[-1])


def _two_named(case: Case) -> Iterator[Record]:
    """More than two told, and two named and no more."""
    seen = set[Span]()
    for word in cued(case, _TWO_STARTS, _WORD):
        sentence = case.sentence(Span(word.start(), word.start() + 2))
        if sentence in seen:
            continue
        seen.add(sentence)
        joined = case.document.folded.find(" va ", *sentence) >= 0  # as every match is: looking for it first is quicker
        for found in _TWO_NAMED.finditer(case.plain, *sentence) if joined else ():
            all_ = case.plain.endswith(("cả ", "Cả "), sentence.start, found.start())
            named = all(found[name][0].isupper() for name in ("one", "two"))
            short = all(len(found[name].split()) <= _LOW_ITEMS for name in ("one", "two"))
            first, second = (found[name].split()[0].casefold() for name in ("one", "two"))
            told = short and (all_ or first == second or (found["link"].strip(" ,") != "là" and " " in found["two"]))
            ranged = case.plain.endswith(("đến ", "tới ", "–", "-"), sentence.start, found.start())
            if " và " not in found["two"] and (told or named) and not ranged and not case.is_taken(found.start()):
                span = Span(found.start(), found.end())
                yield fault(
                    "count_mismatch",
                    f"Nêu {quoted(found['number'])} {found['noun']} nhưng kể hai: {quoted(case.words(span))}.",
                    [span],
                )


def _counts(noun: str) -> "re.Pattern[str]":
    """How a count of the noun is told, not yet taken up."""
    end = r"\b(?! (?:trên|này|nói trên|nêu trên|khác|còn lại|nữa|đầu|cuối))"
    return re.compile(rf"(?<![\w.,/-])(?P<number>{_NUMBER}) {re.escape(noun)}{end}", re.IGNORECASE)


def _before(case: Case, at: int) -> Span:
    """The words of the paragraph before a place, as far as they lie near."""
    place = case.layout.at(at)
    start = case.layout.blocks[place].body.start if place is not None else at
    return Span(max(start, at - _REACH), at)


def _against_count(case: Case, found: re.Match[str]) -> Iterator[Record]:
    noun, number = found["noun"].casefold(), number_of(found["number"])
    before = _before(case, found.start())
    counts = _counts(noun)
    known = list(counts.finditer(case.plain, *before))
    values = {number_of(match["number"]) for match in known}
    if len(values) != 1 or number in values or not min(values) > 1:
        return
    last = known[-1]
    if _SOME.search(case.plain, before.start, last.start()) or _SOME.search(case.plain, last.end(), found.start()):
        return
    note = f"Ghi {quoted(last[0])}, sau đó ghi {quoted(found[0])}."
    listed = _LISTED.match(case.plain, last.end())
    yield fault(
        "count_mismatch" if listed else "value_conflict",
        note,
        [Span(last.start(), min(last.end() + _NEAR // 2, found.start())), Span(*found.span())],
    )


def _against_names(case: Case, found: re.Match[str]) -> Iterator[Record]:
    noun, number = found["noun"].casefold(), number_of(found["number"])
    sentence = case.sentence(Span(*found.span()))
    before = _before(case, sentence.start)
    counts = _counts(noun)
    if counts.search(case.plain, before.start, found.start()):
        return
    at = case.layout.at(sentence.start)
    sentences = case.layout.sentences_of(at) if at is not None else ()
    last = next((known for known in reversed(sentences) if known.end <= sentence.start), None)
    if last is None or sentence.start != max(last.end, sentence.start):
        return
    named = {
        fact.value.canonical
        for fact in case.found.within("organisation", last)
        if fact.quote.casefold().startswith(noun + " ") and fact.value.canonical
    }
    if len(named) > 1 and len(named) != number > 1 and not _SOME.search(case.plain, *last):
        note = f"Câu trước nêu {len(named)} {noun}, câu sau ghi {quoted(found[0])}."
        yield fault("count_mismatch", note, [last, Span(*found.span())])
