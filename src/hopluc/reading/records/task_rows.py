"""Tasks that the document's structure sets out: rows of a plan table, and numbered sections that each name one."""

from collections.abc import Iterator

from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.layout import Block
from hopluc.reading.mentions.periods import Period
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task import Task
from hopluc.reading.records.work import ACTION, LONGEST, Work
from hopluc.reading.tables import Table

_INNER = Pattern(r"\(([^()]{4,120})\)")
_PLANNED = "planned"
_TASKS = Pattern(
    r"nhiem vu cu the|(?:ket qua|tinh hinh|danh muc).{0,40}(?:nhiem vu|de tai|du an|de an)|cac (?:de an|du an|de tai|nhiem vu)\b"
)
_NO_TASKS = Pattern(r"giai phap|muc tieu|quan diem|noi dung hop tac")
_NAMED = Pattern(r"(?:Đề án|Dự án|Đề tài|Chương trình|Nhiệm vụ|Mô hình)\s")
# On the text without marks, where a slip in a tone mark does no harm.
_STATE = Pattern(
    r"\b(?:(?P<carried>chuyen (?:tiep|sang)|tiep tuc thuc hien (?:trong|o) giai doan)|(?P<none>chua (?:duoc )?(?:trien khai|thuc hien|bat dau))"
    r"|(?P<done>(?:da|co ban) (?:duoc )?(?:hoan thanh|nghiem thu|ban hanh|phe duyet|ky ket))"
    r"|(?P<doing>dang (?:duoc )?(?:trien khai|thuc hien|xay dung|soan thao|lay y kien|hoan thien)))"
)
_SHORT = 160


def rows(work: Work) -> Iterator[Record]:
    """A task for each row of a table that has a column of tasks and one that says by whom, when or with what."""
    for table in work.layout.tables:
        if "task" not in table.columns or not {"lead", "time", "product", "status", "cooperating"} & set(table.columns):
            continue
        for row in table.rows:
            record = _row(work, table, row)
            if record:
                yield record


def _row(work: Work, table: Table, row: tuple[Span | None, ...]) -> Record | None:
    title, lead, time = (table.cell(row, role) for role in ("task", "lead", "time"))
    others = [span for span in (lead, time, table.cell(row, "product"), table.cell(row, "status")) if span]
    if title is None or not others or len(work.words(title)) < 8:
        return None
    cooperating, number, budget = (table.cell(row, role) for role in ("cooperating", "number", "budget"))
    money = work.found.first("money", budget) if budget else None
    status = table.cell(row, "status")
    value = Task(
        title=work.words(title),
        lead=work.lead(lead) if lead else None,
        cooperating=work.bodies(cooperating) if cooperating else (),
        period=_period(work, time),
        due=_due(work, time),
        recurrence=work.recurrence(time) if time else None,
        status=work.words(status) if status else _PLANNED,
        budget=money.value.amount if money else None,
        section=work.section(table.span.start),
        number=work.words(number) if number else None,
    )
    evidence = Span(title.start, min(title.end, title.start + LONGEST))
    return Record("task", value, (evidence, *([time] if time else [])))


def _period(work: Work, time: Span | None) -> Period | None:
    fact = work.found.first("period", time) if time else None
    return fact.value if fact and isinstance(fact.value, Period) else None


def _due(work: Work, time: Span | None) -> str | None:
    """The inner deadline a cell gives in brackets, or the whole cell where it states no two ends."""
    if time is None:
        return None
    inner = _INNER.search(work.text, time.start, time.end)
    if inner:
        return work.words(Span(*inner.span(1)))
    return None if work.found.first("period", time) or work.recurrence(time) else work.words(time)


def sections(work: Work) -> Iterator[Record]:
    """A task for each numbered section or item under a heading that announces tasks, with what its text says of its state."""
    for place, block in enumerate(work.layout.blocks):
        if block.number is None or block.kind not in ("heading", "item") or block.parent is None:
            continue
        above = work.layout.blocks[block.parent]
        announced = work.document.folded[above.body.start : above.body.end]
        if above.kind != "heading" or not _TASKS.search(announced) or _NO_TASKS.search(announced):
            continue
        begun = any(pattern.match(work.text, block.body.start, block.body.end) for pattern in (ACTION, _NAMED))
        if begun and not work.is_event(block.body):
            yield _section(work, place, block)


def _section(work: Work, place: int, block: Block) -> Record:
    below = [work.layout.blocks[child] for child in work.layout.children.get(place, [])]
    first = below[0].body if below else None
    short = first if first and first.end - first.start <= _SHORT else None
    state = _STATE.search(work.document.folded, short.start, short.end) if short else None
    carried = work.found.first("period", short) if state and state["carried"] and short else None
    lead = work.body_at(first.start, first.end) if first and not state else None
    return work.task(
        block.span if block.kind == "heading" else block.body,
        *([short] if short and state else []),
        title=work.words(block.body),
        cooperating=(),
        lead=lead.value.canonical if lead else None,
        status=work.words(short) if state and short else None,
        carried_over=carried.value if carried else None,
        section=block.number,
        due=None,
        period=_heading_period(work, block),
    )


def _heading_period(work: Work, block: Block) -> Period | None:
    """The term of the section the task stands in; the task's own words may name the term of something else."""
    for heading in reversed(work.layout.section_of(block.span.start)):
        if heading is not block:
            fact = work.found.first("period", heading.span)
            if fact and isinstance(fact.value, Period):
                return fact.value
    return work.period(block.body)
