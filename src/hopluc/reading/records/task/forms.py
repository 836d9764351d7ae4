"""Forms of a work (phiếu thông tin đề tài, dự án): what the lines below its name say of it."""

from hopluc.reading.document import Span
from hopluc.reading.records.task.labels import LED, WHEN, WITH
from hopluc.reading.records.task.work import Work

_FORM_LINES = 8


def of_form(work: Work, place: int) -> dict[str, object]:
    """What the lines of a form below the name of a work say of it: who leads it, who co-operates, and its term."""
    said: dict[str, object] = {"cooperating": ()}
    for block in work.layout.blocks[place + 1 : place + 1 + _FORM_LINES]:
        leads = LED.match(work.text, block.body.start, block.body.end)
        others = WITH.match(work.text, block.body.start, block.body.end)
        when = WHEN.match(work.text, block.body.start, block.body.end)
        if leads and "lead" not in said:
            said["lead"] = work.lead(Span(leads.end(), block.body.end))
        elif others:
            said["cooperating"] = work.bodies(Span(others.start(1), block.body.end))
        elif when and (period := work.found.first("period", block.body)) is not None:
            said["period"] = period.value
    return said
