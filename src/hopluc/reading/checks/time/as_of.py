"""Days of figures (số liệu tính đến): until when a document says its figures go, told twice, or later than the document itself."""

from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern

_AS_OF = Pattern(
    r"\b(?P<what>[Ss]ố liệu|[Tt]hông tin|[Dd]ữ liệu)\b(?P<more>[^.;\n]{0,90}?)\b(?:đến|tới)(?: hết)?(?: thời điểm)?(?: ngày)? $"
)
_OF_SOME = Pattern(r"\b(?:năm|quý|tháng|bảng|biểu|cột|riêng|của|về|từ|giai đoạn|kỳ trước|cũ|trước đây|sơ bộ|lần)\b")
_PLANNED = Pattern(r"\b(?:sẽ|dự kiến|ước|kế hoạch|nếu|phải|cần)\b")
_BACK = 120

CASES = (
    (
        "date_conflict",
        "(Số liệu tính đến ngày 31/12/2011)\n\nTỉnh có 2.140 cán bộ.\n\nPhụ lục này dùng số liệu đến ngày {30/6/2011|31/12/2011}, do 46 đơn vị gửi về.",
    ),
    (
        "date_conflict",
        "(Số liệu tính đến ngày 31/12/2011)\n\nTỉnh có 2.140 cán bộ.\n\nPhụ lục này dùng số liệu {đến|của năm trước, đến} ngày 30/6/2011, do 46 đơn vị gửi về.",
    ),
    (
        "sequence",
        "TẠP CHÍ ĐỔI MỚI\n12/3/2024\n\nBộ chỉ số có 52 chỉ số. Số liệu thu thập từ các bộ, cập nhật đến hết ngày {30/6/2024|31/12/2023}.",
    ),
    (
        "sequence",
        "TẠP CHÍ ĐỔI MỚI\n12/3/2024\n\nBộ chỉ số có 52 chỉ số. Số liệu {được|sẽ được} cập nhật đến hết ngày 30/6/2024.",
    ),
)


def check_as_of(case: Case) -> Iterator[Record]:
    """The day that figures go to where it is after the document's own, and two such days for all figures."""
    told = list[tuple[Fact, Span]]()
    own = case.own_date
    for fact, first in case.dated:
        if not fact.value.day or not fact.value.year or fact.span == (own.span if own else None):
            continue
        sentence = case.sentence(fact.span)
        found = _AS_OF.search(case.plain, max(sentence.start, fact.span.start - _BACK), fact.span.start)
        if found is None or _PLANNED.search(case.plain, *sentence):
            continue
        span = Span(found.start(), fact.span.end)
        if own is not None and first > own.value.last:
            note = f"{quoted(case.words(span))} muộn hơn ngày của chính văn bản ({written(own.value)})."
            yield fault("sequence", note, [span, own.span])
        elif not _OF_SOME.search(found["more"]):
            told.append((fact, span))
    for (one, first_span), (other, span) in pairwise(told):
        if one.value != other.value:
            note = f"Số liệu ghi đến hai ngày: {quoted(case.words(first_span))} và {quoted(case.words(span))}."
            yield fault("date_conflict", note, [first_span, span])
