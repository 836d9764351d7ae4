"""Duties told one after another (nhiệm vụ nối tiếp): `Bộ A chủ trì … . Khẩn trương trình … .`, and paragraphs below that open with a verb."""

from collections.abc import Iterator

from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.duties import said_duties
from hopluc.reading.records.task.verbs import ACT
from hopluc.reading.records.task.work import Work

# Right behind the name stands what is to be done and how, without a tense.
_TOLD = Pattern(
    r" (?:chủ trì|tập trung|khẩn trương|tiếp tục|chủ động|phối hợp|chỉ đạo|rà soát|tổ chức|tăng cường|đẩy mạnh|kịp thời|nghiên cứu)(?=[, ])"
)
_ALONE = "Riêng "
# A sentence that opens so gives orders, to whoever was named before it.
_ORDERS = Pattern(r"(?:Chủ trì|Chủ động|Khẩn trương|Tiếp tục|Tập trung|Kịp thời|Tăng cường|Đẩy mạnh|Phối hợp|Nắm chắc)(?=[, ])")
_MANNER = Pattern(
    r"(?:(?:Khẩn trương|Chủ động|Tập trung|Kịp thời|Tích cực|Sớm|khẩn trương|chủ động|kịp thời|tích cực),? (?:và )?)+"
)
_MOST_BELOW = 8


def runs(work: Work) -> Iterator[Record]:
    """The duties of the body that a paragraph opens with, in its sentences and those of the paragraphs below, where they go on as orders."""
    if head(work.document).doc_type == "báo cáo":
        return
    for place, block in enumerate(work.layout.blocks):
        body = _body(work, block) if block.kind == "paragraph" else None
        if body is None or work.mood(block.body.start) == "done":
            continue
        first, *rest = work.layout.sentences(block.body)
        following = [*_going_on(work, rest), *_below(work, place)] if _go_on(work, rest) else []
        if any(_ORDERS.match(work.text, sentence.start) for sentence in following):
            yield from said_duties(work, body, Span(body.span.end + 1, first.end), block.body.start)
            for sentence in following:
                manner = _MANNER.match(work.text, sentence.start, sentence.end)
                told = Span(manner.end(), sentence.end) if manner and ACT.match(work.text, manner.end()) else sentence
                yield from said_duties(work, body, told, sentence.start)


def _body(work: Work, block: Block) -> Fact | None:
    """The body that a paragraph opens with, told what to do."""
    start = block.body.start + (len(_ALONE) if work.text.startswith(_ALONE, block.body.start) else 0)
    body = work.body_at(start, block.body.end, reach=0)
    return body if body is not None and _TOLD.match(work.text, body.span.end, block.body.end) else None


def _go_on(work: Work, rest: list[Span]) -> bool:
    return len(_going_on(work, rest)) == len(rest)


def _going_on(work: Work, sentences: list[Span]) -> list[Span]:
    """The sentences up to the first that opens with no verb."""
    known = list[Span]()
    for sentence in sentences:
        if not (_ORDERS.match(work.text, sentence.start) or ACT.match(work.text, sentence.start, sentence.end)):
            break
        known.append(sentence)
    return known


def _below(work: Work, place: int) -> Iterator[Span]:
    """The sentences of the paragraphs below that open with orders, up to the first that does not."""
    for block in work.layout.blocks[place + 1 : place + 1 + _MOST_BELOW]:
        sentences = list(work.layout.sentences(block.body)) if block.kind == "paragraph" else []
        if not sentences or not _go_on(work, sentences):
            return
        yield from sentences
