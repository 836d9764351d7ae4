"""Task, the value: what is done, who leads it and by when."""

from dataclasses import dataclass
from typing import Any

from hopluc.reading.facts import Value
from hopluc.reading.mentions.periods import Period


@dataclass(frozen=True, slots=True)
class Task(Value):
    """A task from prose or from a table row.

    `lead` and `cooperating` go by canonical name; `period` is the term stated, `due` an inner deadline as written
    (`Kế hoạch xong trong quý I`), `until` the day or month that deadline names (ISO), `recurrence` such as `hàng năm`; `status` as written; `carried_over` is the period it
    passes to or from (`chuyển tiếp giai đoạn 2016-2020`); `section` the heading number it stands under (`3.2`).
    """

    title: str
    lead: str | None = None
    cooperating: tuple[str, ...] = ()
    period: Period | None = None
    due: str | None = None
    recurrence: str | None = None
    status: str | None = None
    carried_over: Period | None = None
    budget: int | None = None
    section: str | None = None
    number: str | None = None
    until: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Field by field; `period` is the day the task is due, else its term, how often it comes back, or by when in words."""
        said: dict[str, Any] = {
            "title": self.title,
            "lead": self.lead,
            "cooperating": list(self.cooperating),
            "period": self.until or _term(self.period) or self.recurrence or self.due,
            "due": self.due,
            "recurrence": self.recurrence,
            "status": self.status,
            "carried_over": self.carried_over.as_json() if self.carried_over else None,
        }
        return said | {"budget": self.budget, "section": self.section, "number": self.number}


def _term(period: Period | None) -> dict[str, Any] | str | None:
    if period is None:
        return None
    return period.start if period.start == period.end else period.as_json()
