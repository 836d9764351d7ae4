"""Tasks that a table sets out, one a row."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Span, words_end
from hopluc.reading.facts import Record
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.layout import Layout
from hopluc.reading.page.tables import Table
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.value import Task
from hopluc.reading.records.task.verbs import ACT
from hopluc.reading.records.task.work import LONGEST, Work

_INNER = Pattern(r"\(([^()]{4,120})\)")
_DITTO = Pattern(r"\s*[-–(]?\s*(?:nt|như (?:trên|mục trên|hàng trên)|[\"”“〃])\s*[-–).]?\s*", re.IGNORECASE)  # of the row above
_MONTH = Pattern(r"\s*(0?[1-9]|1[0-2])\s?[/.-]\s?((?:19|20)\d\d)\s*")
_DASHED = Pattern(r"(?:^|(?<=\n))[ \t]*[-+•] ", re.MULTILINE)
_FEWEST_ITEMS = 2
_PLANNED = "planned"
# The row that adds up the others.
_SUM_ROW = Pattern(r"(?:Tổng(?: cộng| số| kinh phí)?|Cộng)(?: [^\W\d]+){0,2}\s*:?\s*", re.IGNORECASE)
# A row that names a conference, a fair or a course without a verb is an event.
_EVENT = Pattern(
    r"(?:Hội (?:nghị|thảo|chợ|thi|đàm)|Lễ|Ngày hội|Tuần lễ|Triển lãm|Diễn đàn|Tọa đàm|Cuộc thi|Phiên|Techfest|Techmart|Techdemo|Lớp|Khóa)\s"
)


def rows(work: Work) -> Iterator[Record]:
    """A task for each row of a table that has a column of tasks and one that says by whom, when or with what."""
    for table in filter(_sets_out_tasks, work.layout.tables):
        last: Span | None = None
        for row in table.rows:
            # A row without a number and a lead goes on with the lead above it, as merged cells do.
            lead = table.cell(row, "lead")
            if lead is None or not _DITTO.fullmatch(work.text, lead.start, lead.end):
                last = lead or (None if _number(work, table.cell(row, "number")) else last)
            for each in _items(work, table, row):
                record = _row(work, table, each, last)
                if record:
                    yield record


def _items(work: Work, table: Table, row: tuple[Span | None, ...]) -> Iterator[tuple[Span | None, ...]]:
    """The row once for each task that its cell lists with dashes; the row itself where it lists none."""
    title = table.cell(row, "task")
    starts = [match.end() for match in _DASHED.finditer(work.text, *title)] if title else []
    if title is None or len(starts) < _FEWEST_ITEMS or starts[0] - title.start > len("- "):
        yield row
        return
    place = table.columns.index("task")
    for start, end in zip(starts, [*starts[1:], title.end + len("- ")], strict=True):
        span = Span(start, words_end(work.text, start, end - len("- "), " \n;."))
        yield (*row[:place], span, *row[place + 1 :])


def cells_of_tasks(known: Layout) -> Iterator[Span]:
    """The cell of each row that names its task."""
    for table in filter(_sets_out_tasks, known.tables):
        yield from (cell for row in table.rows if (cell := table.cell(row, "task")) is not None)


def _sets_out_tasks(table: Table) -> bool:
    """Has it a column of tasks, and one that says by whom, when or with what."""
    return "task" in table.columns and bool({"lead", "time", "product", "status", "cooperating"} & set(table.columns))


def _row(work: Work, table: Table, row: tuple[Span | None, ...], lead: Span | None) -> Record | None:
    title, time = (table.cell(row, role) for role in ("task", "time"))
    others = [span for span in (table.cell(row, "lead"), time, table.cell(row, "product"), table.cell(row, "status")) if span]
    lone = not others and table.cell(row, "number") is None and lead is not None
    if (
        title is None
        or not (others or (lone and ACT.match(work.text, title.start, title.end)))
        or len(work.words(title)) < 8
        or _EVENT.match(work.text, title.start, title.end)
        or _SUM_ROW.fullmatch(work.text, title.start, title.end)
    ):
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
        number=_number(work, number),
        until=_until(work, time),
    )
    evidence = Span(title.start, min(title.end, title.start + LONGEST))
    return Record("task", value, (evidence, *([time] if time else [])))


def _number(work: Work, cell: Span | None) -> str | None:
    """The row's number; a letter or Roman numeral counts the sections of a table, not its tasks."""
    words = work.words(cell) if cell else ""
    return words if any(sign.isdigit() for sign in words) else None


def _period(work: Work, time: Span | None) -> Period | None:
    fact = work.found.first("period", time) if time else None
    return fact.value if fact and isinstance(fact.value, Period) else None


def _until(work: Work, time: Span | None) -> str | None:
    """The day or month a cell names, ISO; a month alone goes without its word: `12/2025`."""
    if time is None or work.found.first("period", time) is not None:
        return None
    days = list(work.found.within("date", time))
    if len(days) > 1 and "đến" in work.text[days[-2].span.end : days[-1].span.start]:
        return str(days[-1].value.iso)  # `Từ 15/7 đến 21/7/2017`
    month = _MONTH.fullmatch(work.text, time.start, time.end)
    return f"{month[2]}-{int(month[1]):02}" if month else work.until(time)


def _due(work: Work, time: Span | None) -> str | None:
    """The inner deadline a cell gives in brackets, or the whole cell where it states no two ends."""
    if time is None:
        return None
    inner = _INNER.search(work.text, time.start, time.end)
    if inner:
        return work.words(Span(*inner.span(1)))
    return None if work.found.first("period", time) or work.recurrence(time) else work.words(time)
