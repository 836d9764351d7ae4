"""Tasks that say beside them who leads: on a line or in a sentence of its own, or in the brackets that close them."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Span, words_end
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.anchors import anchors
from hopluc.reading.records.task.verbs import ACT
from hopluc.reading.records.task.work import Work

LED = Pattern(
    r"(?:(?:cơ quan|đơn vị)(?: được giao)? (?:chủ trì|thực hiện|đầu mối)|tổ chức chủ trì|chủ trì)(?: thực hiện| tham mưu)*\s?:\s*",
    re.IGNORECASE,
)
_LED_HEAD = Pattern(r"(?:cơ quan|đơn vị|tổ chức)(?: được giao)? $", re.IGNORECASE)
WHEN = Pattern(
    r"(?:[Tt]hời gian|[Tt]hời hạn|[Tt]iến độ)(?: thực hiện| hoàn thành)*\s?:\s*([^;\n]{2,60}?)(?=[.;\n]\s|[.;]?$|\n)",
    re.MULTILINE,
)
WITH = Pattern(r"(?:[Cc]ơ quan|[Đđ]ơn vị)? ?[Pp]hối hợp(?: thực hiện)?\s?:\s*([^\n;.]{3,300})")
# A line of a form that tells something else of the work: `Cơ quan chủ quản: …`, `Thời gian thực hiện: …`.
_FIELD = Pattern(
    r"(?:Cơ quan|Đơn vị|Tổ chức) (?:chủ quản|phối hợp|quản lý|phê duyệt|tài trợ)|Chủ nhiệm|Thời gian|Kinh phí|Địa điểm|Cấp quản lý|Mã số|Lĩnh vực|Thuộc chương trình",
    re.IGNORECASE,
)
_NAME_LABEL = Pattern(r"Tên (?:dự án|đề tài|nhiệm vụ|đề án|công trình|mô hình)(?: khoa học[^:\n]{0,30})?\s?: ?", re.IGNORECASE)
_CHAIRS = Pattern(r"\s*(?:làm )?(?:chủ trì|thực hiện|đầu mối|phụ trách)")
_IN_BRACKETS = Pattern(r"\((?:(?:[Gg]iao|[Dd]o)\s)?(?P<said>[^()\n]{4,160})\)\s*[.;]?\s*$")
_STOP = Pattern(r"[.;\n]")
_REACH = 4
_CHAIR = 40
_SHORTEST = 20


def labelled(work: Work) -> Iterator[Record]:
    """Tasks with their lead on a line or in a sentence of its own: `Xây dựng … Cơ quan chủ trì: Sở A. Thời gian: quý II/2026.`"""
    done = -1
    for offset in anchors(work.document, "chu tri", "thuc hien", "dau moi"):
        opened = _LED_HEAD.search(work.text, max(0, offset - 20), offset)
        match = LED.match(work.text, opened.start() if opened else offset)
        if match is None or match.start() < done:
            continue
        done = match.end()
        place = work.layout.at(match.start())
        chair = work.found.first("person", Span(match.end(), match.end() + _CHAIR))
        if place is None or chair is not None or work.layout.blocks[place].kind == "cell":
            continue
        named = _title_before(work, place, match.start())
        if named is None:
            continue
        block = work.layout.blocks[place]
        stop = _STOP.search(work.text, match.end(), block.body.end)
        end = stop.start() if stop else block.body.end
        around = Span(block.span.start, _reach(work, place))
        when, others = WHEN.search(work.text, match.end(), around.end), WITH.search(work.text, match.end(), around.end)
        time = Span(*when.span(1)) if when else None
        period = work.found.first("period", time) if time else None
        yield work.task(
            named,
            lead=work.lead(Span(match.end(), end)),
            cooperating=work.bodies(Span(*others.span(1))) if others else (),
            period=period.value if period else None,
            due=work.words(time) if time and not period else None,
            until=work.until(time) if time and not period else None,
            status="planned",
        )


def _title_before(work: Work, place: int, lead: int) -> Span | None:
    """The title of the task whose lead is told at `lead` in the block at `place`: before it there, or in the block it belongs to."""
    block = work.layout.blocks[place]
    title = Span(block.body.start, words_end(work.text, block.body.start, lead, " ("))
    if title.end - title.start < _SHORTEST:
        above = _owner(work, place)
        if above is None:
            return None
        title = above.body
    label = _NAME_LABEL.match(work.text, title.start, title.end)
    first = work.layout.first_sentence(Span(label.end(), title.end) if label else title)
    named = work.clause(first.start, first)
    return named if named.start < named.end else None  # nothing but a full stop may stand there


def bracketed(work: Work) -> Iterator[Record]:
    """Tasks with their lead in the brackets that close them: `Xây dựng … (Bộ A chủ trì; quý II/2026)`."""
    for place, block in enumerate(work.layout.blocks):
        if block.kind not in ("item", "heading") or work.text.find(")", block.body.end - 3, block.body.end) < 0:
            continue
        if len(work.layout.sentences_of(place)) > 1:
            continue
        inside = _IN_BRACKETS.search(work.text, max(block.body.start, block.body.end - 170), block.body.end)
        if inside is None or not ACT.match(work.text, block.body.start, inside.start()) or work.is_asked(block.body.start):
            continue
        body = work.body_at(inside.start("said"), inside.end("said"), reach=1)
        rest = Span(body.span.end if body else inside.start("said"), inside.end("said"))
        if (
            body is None
            or any(sign in work.text[block.body.start : inside.start()] for sign in ":;“")
            or not _is_lead(work, rest)
        ):
            continue
        yield work.task(
            Span(block.body.start, inside.end("said") + 1),
            title=work.headed(Span(block.body.start, inside.start())),
            cooperating=work.bodies(rest) if "phối hợp" in work.text[rest.start : rest.end] else (),
            lead=work.named(body),
            status="planned",
        )


def _is_lead(work: Work, rest: Span) -> bool:
    """Whether what follows a body in brackets says that it leads, gives a time behind a stop, or is nothing."""
    words = work.text[rest.start : rest.end].strip()
    if not words or _CHAIRS.match(work.text, rest.start, rest.end):
        return True
    return words[0] in ";," and next(work.times(rest), None) is not None


def _owner(work: Work, place: int) -> Block | None:
    """The block that a line naming the lead belongs to: what it stands under, or the item before it."""
    block = work.layout.blocks[place]
    if block.parent is not None and (work.layout.blocks[block.parent].kind == "item" or block.parent == place - 1):
        return work.layout.blocks[block.parent]
    for other in reversed(work.layout.blocks[max(0, place - _REACH) : place]):
        if _FIELD.match(work.text, other.body.start, other.body.end):
            continue
        if not LED.search(work.text, other.body.start, other.body.end) and other.kind in ("item", "heading", "paragraph"):
            return other
    return None


def _reach(work: Work, place: int) -> int:
    """Where the lines on one task end: before the next line that names a lead."""
    end = work.layout.blocks[place].span.end
    for block in work.layout.blocks[place + 1 : place + _REACH]:
        if (
            block.kind == "heading"
            or LED.search(work.text, block.body.start, block.body.end)
            or block.body.end - block.body.start > 200
        ):
            break
        end = block.span.end
    return end
