"""The paper's own term (giai đoạn của chính văn bản): what the title says, against what an article says of `Nghị quyết này`."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern, in_small

_THIS = in_small(
    r" này (?:quy định|áp dụng|được (?:áp dụng|thực hiện|triển khai)|thực hiện|triển khai|có (?:phạm vi|thời gian|hiệu lực))\b"
)
_STARTS = cues(" này quy định", " này áp dụng", " này được", " này thực hiện", " này triển khai", " này có")
_TITLE = Pattern(
    r"(?:^|\n)[ \t]*(?:NGHỊ QUYẾT|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|THỎA THUẬN(?: HỢP TÁC)?|QUYẾT ĐỊNH|CHIẾN LƯỢC|QUY CHẾ)[ \t]*\n(?P<title>[^\n]{10,400})"
)
_PHASE = in_small(r"(?:giai đoạn|thời kỳ)[ \n](?:từ )?(?:năm )?$")
_OTHER = in_small(
    r"\b(?:thay thế|giai đoạn trước|kế thừa|tiếp theo|điều chỉnh|sửa đổi|gia hạn|kéo dài|định hướng|tầm nhìn|trong đó|giai đoạn (?:1|2|i|ii|một|hai))\b"
)
_TOP, _REACH = 1500, 260

CASES = (
    (
        "period_conflict",
        "NGHỊ QUYẾT\nQuy định chính sách đổi mới công nghệ tỉnh Tân Lâm giai đoạn 2022 - 2026\nĐiều 1. Nghị quyết này quy định chính sách cho doanh nghiệp trên địa bàn tỉnh giai đoạn 2022 - {2025|2026}.",
    ),
)


def check_own_terms(case: Case) -> Iterator[Record]:
    """Periods told of the paper itself that overlap the one of its title and differ from it."""
    title = _TITLE.search(case.plain, 0, _TOP)
    if title is None:
        return
    own = [fact for fact in case.found.within("period", Span(*title.span("title"))) if _is_phase(case, fact)]
    if len(own) != 1:
        return
    for found in cued(case, _STARTS, Pattern(r" này [^\W\d_]+")):
        sentence = case.sentence(Span(*found.span()))
        here = Span(found.start(), min(sentence.end, found.end() + _REACH))
        if not _THIS.match(case.small, found.start()) or _OTHER.search(case.small, *here):
            continue
        told = [fact for fact in case.found.within("period", here) if _is_phase(case, fact)]
        if len(told) == 1 and _overlap(own[0], told[0]):
            words = Span(max(sentence.start, found.start() - len("Chương trình")), told[0].span.end)
            note = f"Tên văn bản ghi {quoted(case.words(own[0].span))}, nội dung ghi {quoted(case.words(words))}."
            yield fault("period_conflict", note, [own[0].span, words])
            return


def _is_phase(case: Case, fact: Fact) -> bool:
    known = fact.value.start and fact.value.end
    return bool(known) and _PHASE.search(case.small, max(0, fact.span.start - 20), fact.span.start) is not None


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether two periods of years differ and share some of them."""
    first, second = ((int(fact.value.start[:4]), int(fact.value.end[:4])) for fact in (one, other))
    return first != second and max(first[0], second[0]) <= min(first[1], second[1])
