"""The parts of a definition as rows of a page: as they were sent, and once a step that changes their order alone is taken."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from hopluc.reporting import Fault
from hopluc.reporting.faults import MOST_PARTS
from hopluc.web.definitions.forms import LaidHead
from hopluc.web.gate.edge import number_in

PREFIX = "muc"
Rows: TypeAlias = list[dict[str, Any]]


def rows_posted(data: Mapping[str, str], names: Iterable[str]) -> Rows:
    """The rows as they stand on the page sent, unchecked."""
    many = min(number_in(data.get(f"{PREFIX}-TOTAL_FORMS")) or 0, MOST_PARTS)
    return [{name: data.get(f"{PREFIX}-{place}-{name}", "") for name in names} for place in range(many)]


def stepped(rows: Rows, step: str, new: Mapping[str, Any]) -> Rows:
    """The rows once a step is taken: `len:3`, `xuong:3`, `them:3` (a new one after it, of its level), `bo:3`; `them` at the end."""
    rows, (verb, _colon, said) = list(rows), step.partition(":")
    place = number_in(said)
    if verb == "them" and len(rows) < MOST_PARTS:
        after = len(rows) - 1 if place is None else min(place, len(rows) - 1)
        like = {"level": rows[after]["level"]} if rows and "level" in rows[after] else {}
        rows.insert(after + 1, dict(new) | like)
    elif place is not None and place < len(rows):
        if verb == "bo":
            del rows[place]
        other = {"len": place - 1, "xuong": place + 1}.get(verb, -1)
        if 0 <= other < len(rows):
            rows[place], rows[other] = rows[other], rows[place]
    return rows


def tell(faults: Sequence[Fault], head: LaidHead, parts: Any) -> None:
    """Show each fault beside the field of the part it is in, else above the page."""
    for fault in faults:
        reason = f"{fault.reason[:1].upper()}{fault.reason[1:]}."
        if fault.place is not None:
            parts.forms[fault.place].add_error(fault.field, reason)
        else:
            head.add_error(fault.field if fault.field in head.fields else None, reason)
