"""Parts in headings (số lượng trong ngoặc ở từng mục): `2.1. Giống cây (07 nhiệm vụ)`, section by section, against the whole told above them."""

from collections.abc import Iterator
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted, shown
from hopluc.reading.checks.tellings import Telling, tellings
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern

# A count in brackets that closes a heading or stands before its colon.
_PART = Pattern(r"[^():;\n]{4,140}\((?P<number>0?\d{1,3}) (?P<noun>[^\W\d_]+(?: [^\W\d_]+)?)\)\s*(?::|\.?$)")
_FEWEST, _BACK = 3, 2500
_NEAR = Decimal("0.2")

CASES = (
    (
        "sum_mismatch",
        (
            "Hai bên đã triển khai 18 nhiệm vụ.\n2.1. Dược liệu (07 nhiệm vụ): điều tra được 46 loài quý.\n2.2. Môi trường (05 nhiệm vụ): lắp 12 trạm.\n"
            "2.3. Viễn thám (03 nhiệm vụ): lập bản đồ.\n2.4. Vật liệu mới ({04|03} nhiệm vụ): chế tạo phân bón chậm tan.\n"
        ),
    ),
    (
        "sum_mismatch",
        "Tỉnh có 18 nhiệm vụ.\n1. Dược liệu (07 nhiệm vụ)\nĐiều tra loài quý.\n2. Môi trường{ (05 nhiệm vụ)|}\nLắp trạm.\n3. Viễn thám (08 nhiệm vụ)\nLập bản đồ.\n",
    ),
)


def check_headed_parts(case: Case) -> Iterator[Record]:
    """Counts in brackets of three or more headings of one list that do not make the whole told right before the list."""
    rows: dict[tuple[str | None, str], list[tuple[Block, Decimal, Span]]] = {}
    for _, block, text in case.numbered:
        found = _PART.match(text) if block.number is not None and ")" in text[:180] else None
        if found is not None:
            span = Span(block.body.start + found.start("number"), block.body.start + found.end("noun"))
            row = rows.setdefault((block.style, found["noun"].casefold()), [])
            row.append((block, Decimal(found["number"]), span))
    for (_, noun), row in rows.items():
        known = _in_one_list(row)
        total = _whole(case, noun, known[0][2]) if len(known) >= _FEWEST else None
        if total is not None:
            yield from _judged(case, total, known)


def _in_one_list(row: list[tuple[Block, Decimal, Span]]) -> list[tuple[Block, Decimal, Span]]:
    """The headings whose numbers follow each other, the first being the first of its list; none where some of a list have no count."""
    numbers = [(block.number or "").rstrip(".").rpartition(".")[2] for block, _, _ in row]
    return row if numbers == [str(at + 1) for at in range(len(row))] else []


def _whole(case: Case, noun: str, first: Span) -> Telling | None:
    """The only count of the noun that the text tells, in figures, before the list and not far from it."""
    words = noun.split()
    known = [
        telling
        for telling in tellings(case).get(words[0], ())
        if first.start - _BACK <= telling.span.start < first.start
        and telling.phrase[: len(words)] == tuple(words)
        and not telling.is_planned
    ]
    return max(known, key=lambda telling: telling.value, default=None) if len({one.value for one in known}) == 1 else None


def _judged(case: Case, total: Telling, known: list[tuple[Block, Decimal, Span]]) -> Iterator[Record]:
    sum_ = sum((number for _, number, _ in known), Decimal(0))
    arithmetic = " + ".join(shown(number) for _, number, _ in known)
    spans = [total.span, *(span for _, _, span in known)]
    if sum_ == total.value:
        yield passed(f"{arithmetic} = {shown(sum_)}, đúng với văn bản ghi.", spans)
    elif abs(sum_ - total.value) <= max(_NEAR * total.value, Decimal(1)):
        note = f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {quoted(case.words(total.sentence))}."
        yield fault("sum_mismatch", note, spans)
