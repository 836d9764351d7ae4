"""Tasks of the sides of an agreement or contract, which its text calls `Bên A` and `Bên B`."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.verbs import ACT, EXHORTED, is_vague
from hopluc.reading.records.task.work import Work

_DEFINED = Pattern(r"(?:BÊN|Bên) (?P<side>[A-D1-4])\b\s?(?:\([^()\n]{2,40}\))?\s?[:.-]?\s*(?=\w)")
_CALLED = Pattern(r"\s*\((?:sau đây )?(?:được )?(?:gọi (?:tắt )?)?(?:là )?[“\"]?(?:BÊN|Bên|bên) (?P<side>[A-D1-4])[”\"]?\)")
_HEADED = Pattern(
    r"(?:(?:Trách nhiệm|Nghĩa vụ|Nhiệm vụ|Quyền|Cam kết)(?:,? (?:và )?(?:trách nhiệm|nghĩa vụ|quyền hạn|quyền|cam kết))* (?:chính )?của\s)?bên (?P<side>[A-D1-4])\b(?:\s?\([^()\n]{2,60}\))?(?:\s(?:có trách nhiệm|có nghĩa vụ|cam kết|sẽ|chịu trách nhiệm))*\s?[:.]?\s*$",
    re.IGNORECASE,
)
_DOES = Pattern(
    r"bên (?P<side>[A-D1-4])(?:\s(?:có trách nhiệm|có nghĩa vụ|cam kết|sẽ|chịu trách nhiệm|phải|chủ trì))*[: ]\s*(?=\w)",
    re.IGNORECASE,
)
_FIRST_SIDE = Pattern("bên [a1]", re.IGNORECASE)
_REACH = 12
_FEWEST = 4


def sided(work: Work) -> Iterator[Record]:
    """What each side is bound to do: the items under `Trách nhiệm của Bên A`, and lines that open with `Bên A` and a verb."""
    folded = work.document.folded
    if ("ben a" not in folded and "ben 1" not in folded) or not _FIRST_SIDE.search(work.text):
        return
    sides = _sides(work)
    for place, block in enumerate(work.layout.blocks):
        if block.kind == "cell":
            continue
        head = _HEADED.match(work.text, block.body.start, block.body.end)
        if head and head["side"].upper() in sides:
            yield from _under(work, place, sides[head["side"].upper()])
            continue
        does = _DOES.match(work.text, block.body.start, block.body.end)
        if does and does["side"].upper() in sides:
            record = _bound(work, sides[does["side"].upper()], Span(does.end(), block.body.end), block)
            if record is not None:
                yield record


def _sides(work: Work) -> dict[str, Fact]:
    """The body that each side is, as the document names it first: `Bên A: Sở …` or `Sở … (sau đây gọi là Bên A)`."""
    sides: dict[str, Fact] = {}
    for match in _DEFINED.finditer(work.text):
        body = work.body_at(match.end(), match.end() + _REACH * _REACH, reach=_REACH)
        if body is not None:
            sides.setdefault(match["side"], body)
    for body in work.found.of("organisation"):
        called = _CALLED.match(work.text, body.span.end) if work.text[body.span.end : body.span.end + 2] == " (" else None
        if called:
            sides.setdefault(called["side"], body)
    return sides


def _under(work: Work, place: int, side: Fact) -> Iterator[Record]:
    blocks = work.layout.blocks
    for child in work.layout.children.get(place, []):
        if blocks[child].kind in ("item", "paragraph") or work.is_prose(blocks[child]):
            record = _bound(work, side, blocks[child].body, blocks[child])
            if record is not None:
                yield record


def _bound(work: Work, side: Fact, span: Span, block: Block) -> Record | None:
    """The task of one line: what the side has to do, where it opens with a verb and is more than good will."""
    first = work.layout.first_sentence(span)
    clause = work.clause(first.start, first)
    core, cooperating = work.core(clause)
    few = len(work.text[core.start : core.end].split()) < _FEWEST
    if few or not ACT.match(work.text, core.start, core.end) or work.is_event(core) or is_vague(work.text, core):
        return None
    if EXHORTED.match(work.text, core.start, core.end) and work.due(core) is None and not work.has_figures(core):
        return None
    return work.task(
        Span(min(block.body.start, clause.start), clause.end),
        title=work.headed(core),
        cooperating=cooperating,
        lead=str(side.value.canonical or work.words(side.span)),
        status="assigned",
    )
