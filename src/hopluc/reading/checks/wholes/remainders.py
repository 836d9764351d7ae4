"""Remainders (phần còn lại): what was given out or done, and what is left, against all there was."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.numbers import Term, counts, is_kin
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# What a part says that is done, and what the other says that is left: before the figure or right behind what it counts.
_DONE = Pattern(
    r"\b(?:đã|xong|nhận|xuất|bán|trả|giao|cấp|hoàn thành|duyệt|chọn|học hết|đạt|có mặt|đến dự|ra trường|đúng hạn|giải quyết|thực hiện|chi|dùng|sử dụng|tiêu thụ)\b[^,;.\d]{0,30}$"
)
_DONE_BEHIND = Pattern(r"\d[\d.]*[^,;.\d]{0,30}\s(?:đã|học hết|hết khóa|hoàn thành|đạt|dự|tốt nghiệp|đúng hạn|được)\b")
_LEFT = Pattern(
    r"\b(?:còn(?: lại| dư| nợ| thiếu| tồn)?|chưa [^\W\d]+|nợ lại|thiếu|hụt|trả lại|bỏ dở|dư|tồn(?: kho)?|loại|để lại|hoàn trả|từ chối|vắng|không đạt|quá hạn)\b[^,;.\d]{0,24}$"
)
_LEFT_BEHIND = Pattern(
    r"\d[\d.]*[^,;.\d]{0,30}\s(?:bỏ dở|chưa|còn lại|không đạt|bị loại|bỏ học|quá hạn|vắng|xin gia hạn|dở dang)\b"
)
_CUES = cues(
    ", còn ", ", thiếu ", "; còn ", ", chưa ", ", nợ ", ", trả lại ", " bỏ dở", ", dư ", ", tồn ", ", loại ", ", vắng ", " bỏ học", ", không đạt ", " bị loại", "; chưa ",
)  # fmt: skip
_OTHER = Pattern(
    r"\b(?:tăng|giảm|so với|bình quân|trung bình|mỗi|gấp|kế hoạch|chỉ tiêu|dự kiến|thêm|trong đó|khoảng|gần|hơn|năm (?:19|20)\d\d|cùng kỳ)\b|%"
)
_THREE = 3
_FAR = 2

CASES = (
    ("sum_mismatch", "Kho có 500 bao phân, đã xuất 320 bao, còn {200|180} bao."),
    ("sum_mismatch", "Lớp mở cho 40 người, 33 người học hết khóa, {9|7} người bỏ dở."),
    ("sum_mismatch", "Dự án vay 10 tỷ đồng, đã trả 4 tỷ đồng, nợ lại {5|6} tỷ đồng."),
    ("sum_mismatch", "Giao 12 việc, xong 9 việc, còn nợ {4|3} việc."),
)


def check_remainders(case: Case) -> Iterator[Record]:
    """Sentences, or clauses between semicolons, with one whole, one part done and one part left."""
    seen = set[Span]()
    for word in cued(case, _CUES, Pattern(r"[,; ]")):
        sentence = case.sentence(Span(word.start(), word.start() + 3))
        if sentence in seen:
            continue
        seen.add(sentence)
        for clause in (sentence, *_clauses(case, sentence)):
            record = None if _OTHER.search(case.plain, *clause) else _judged(case, clause)
            if record is not None:
                yield record
                break


def _clauses(case: Case, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for words in case.plain[sentence.start : sentence.end].split(";"):
        yield Span(start, start + len(words))
        start += len(words) + 1


def _judged(case: Case, clause: Span) -> Record | None:
    known = [term for term in counts(case.plain[clause.start : clause.end], clause.start) if not case.is_taken(term.span.start)]
    if len(known) != _THREE or any(term.hedged or term.percent for term in known):
        return None
    whole, first, second = known
    if not (is_kin(whole, first) and is_kin(whole, second)) or not _is_split(case, clause, first, second):
        return None
    sum_ = first.value + second.value
    span = Span(whole.span.start, second.span.end)
    note = f"{shown(first.value)} + {shown(second.value)} = {shown(sum_)}"
    if sum_ == whole.value:
        return passed(f"{note}, đúng bằng tổng văn bản ghi.", [span])
    if whole.value > _FAR * sum_ or sum_ > _FAR * whole.value or whole.value < first.value:
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(whole.value)}: {quoted(case.words(span))}.", [span])


def _is_split(case: Case, clause: Span, first: Term, second: Term) -> bool:
    """Whether the first part is told to be done and the second to be left."""
    plain = case.plain
    done = _DONE.search(plain, clause.start, first.span.start) or _DONE_BEHIND.match(plain, first.span.start, second.span.start)
    left = _LEFT.search(plain, first.span.end, second.span.start) or _LEFT_BEHIND.match(plain, second.span.start, clause.end)
    return done is not None and left is not None
