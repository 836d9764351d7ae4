"""Parts of a whole told elsewhere (chia theo kết quả): `23 chỉ số tăng hạng, 18 giảm hạng và 9 giữ nguyên` of 52 told pages before."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import figures
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# States that leave no third between them.
_PARTS = (
    (("tăng", "lên"), ("giảm", "xuống", "tụt"), ("giữ nguyên", "không đổi", "đứng yên", "như cũ")),
    (
        ("đã hoàn thành", "hoàn thành", "đã xong"),
        ("đang thực hiện", "đang triển khai", "đang làm"),
        ("chưa thực hiện", "chưa triển khai", "chưa bắt đầu", "dừng"),
    ),
    (
        ("tán thành", "đồng ý"),
        ("không tán thành", "không đồng ý", "phản đối"),
        ("không có ý kiến", "phiếu trắng", "ý kiến khác"),
    ),
)
_STARTS = cues(
    "giữ nguyên", "không đổi", "như cũ", "chưa thực hiện", "chưa triển khai", "chưa bắt đầu", "không có ý kiến", "phiếu trắng"
)
_LAST = Pattern(r"giữ nguyên|không đổi|như cũ|chưa thực hiện|chưa triển khai|chưa bắt đầu|không có ý kiến|phiếu trắng")
_NEAR, _THREE = 40, 3
_FAR = Decimal("0.2")
_OF_SOME = Pattern(r"\b(?:trong số|trong đó|riêng|còn lại|ngoài)\b")

CASES = (
    (
        "sum_mismatch",
        "Bộ chỉ số có {52|50} chỉ số thành phần, chia thành 7 trụ cột.\n\nSo với năm trước, tỉnh có 23 chỉ số thành phần tăng hạng, 18 chỉ số giảm hạng và 9 chỉ số giữ nguyên.",
    ),
    (
        "sum_mismatch",
        "Bộ chỉ số có 52 chỉ số thành phần, chia thành 7 trụ cột.\n\nSo với năm trước, {tỉnh|riêng đầu vào} có 23 chỉ số thành phần tăng hạng, 18 chỉ số giảm hạng và 9 chỉ số giữ nguyên.",
    ),
)


def check_divided_elsewhere(case: Case) -> Iterator[Record]:
    """Each division by states whose parts do not make the one whole that is told in another sentence."""
    seen = set[Span]()
    for word in cued(case, _STARTS, _LAST):
        sentence = case.sentence(Span(*word.span()))
        if sentence in seen or _OF_SOME.search(case.plain, *sentence):
            continue
        seen.add(sentence)
        told = [(fact, value, unit) for fact, value, unit in figures(case) if sentence.contains(fact.span) and unit != "%"]
        parts = told[:_THREE]
        if len(told) != _THREE or not _are_states(case, [fact.span for fact, _, _ in parts], sentence):
            continue
        units = [unit.casefold() for _, _, unit in parts]
        noun = min(units, key=len)
        if any(not unit.startswith(noun) for unit in units) or any(
            is_hedged(case.plain, fact.span.start) for fact, _, _ in parts
        ):
            continue
        yield from _against_whole(case, sentence, max(units, key=len), sum((value for _, value, _ in parts), Decimal(0)))


def _are_states(case: Case, spans: list[Span], sentence: Span) -> bool:
    """Whether the three figures are each followed by its own of three states."""
    ends = [*(span.start for span in spans[1:]), sentence.end]
    behind = [case.plain[span.end : min(end, span.end + _NEAR)] for span, end in zip(spans, ends, strict=True)]
    return any(
        all(any(word in words for word in states) for words, states in zip(behind, ways, strict=True)) for ways in _PARTS
    )


def _against_whole(case: Case, sentence: Span, noun: str, sum_: Decimal) -> Iterator[Record]:
    wholes = [
        (fact, value)
        for fact, value, unit in figures(case)
        if case.plain[fact.span.start : fact.span.end + _NEAR].casefold().partition(" ")[2].startswith(noun)
        and not sentence.overlaps(fact.span)
        and abs(value - sum_) <= _FAR * sum_
    ]
    if len({value for _, value in wholes}) == 1 and wholes[0][1] != sum_:
        fact, value = wholes[0]
        note = f"Các phần cộng lại được {shown(sum_)}, nơi khác ghi {shown(value)}: {quoted(case.words(sentence))}."
        yield fault("sum_mismatch", note, [fact.span, sentence])
