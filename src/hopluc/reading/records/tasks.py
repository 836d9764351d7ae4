"""Tasks (nhiệm vụ): what a named body did, does or is told to do, who leads it and by when."""

from dataclasses import dataclass

from hopluc.reading.facts import Value
from hopluc.reading.mentions.periods import Period


@dataclass(frozen=True, slots=True)
class Task(Value):
    """A task from prose or from a table row.

    `lead` and `cooperating` go by canonical name; `period` is the term stated, `due` an inner deadline as written
    (`Kế hoạch xong trong quý I`), `recurrence` such as `hàng năm`; `status` as written; `carried_over` is the period it
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
