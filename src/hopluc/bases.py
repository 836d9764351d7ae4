"""Legal bases (căn cứ) that have been replaced, and the act to cite in their place. Which act replaced which is dated data."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from hopluc.load import load_rows
from hopluc.vietnamese import canonical, fold, nfc


@dataclass(frozen=True, slots=True)
class ReplacedAct:
    """An act that another took the place of, from a day on: the number, name and day of the old, the number of the new and how it is
    cited in a basis."""

    number: str
    name: str
    day: date
    replaced_by: str
    cited_as: str
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """A basis as cited, the act in it that was replaced, and the act now in force to cite instead."""

    cited: str
    old: ReplacedAct
    new: ReplacedAct

    @property
    def basis(self) -> str:
        """The basis as it would be cited now."""
        return f"Căn cứ {self.new.cited_as}"


@cache
def replaced_acts() -> tuple[ReplacedAct, ...]:
    """Every replaced act, of any day, as `definitions/law/replaced-acts.csv` lists them."""
    return load_rows("law/replaced-acts.csv", ReplacedAct)


def replacement_of(cited: str, on: date) -> Replacement | None:
    """What stands in place of the act a basis cites, on a day; None where the act is not known to have been replaced by then.

    An act replaced several times leads to the last. A basis with a number is known by it; a law without one by its name and its day.

    >>> replacement_of("Căn cứ Luật Đấu thầu ngày 26 tháng 11 năm 2013", date(2026, 1, 1)).basis
    'Căn cứ Luật Đấu thầu số 22/2023/QH15'
    """
    in_time = {act.number: act for act in replaced_acts() if act.since <= on}
    old = next((act for act in in_time.values() if _cites(cited, act)), None)
    if old is None:
        return None
    new = old
    while new.replaced_by in in_time:
        new = in_time[new.replaced_by]
    return Replacement(cited, old, new)


def _cites(cited: str, act: ReplacedAct) -> bool:
    said = fold(canonical(nfc(cited)))
    if re.search(rf"(?<![\w/]){re.escape(fold(act.number))}(?![\w/-])", said):
        return True
    if re.search(r"\d/\d{4}/", said):
        return False  # another number
    day = f"{act.day:%d/%m/%Y}".replace("/0", "/").removeprefix("0")
    days = re.findall(r"(\d{1,2})(?:\s*/\s*| thang )(\d{1,2})(?:\s*/\s*| nam )(\d{4})", said)
    return fold(act.name) in said and day in {f"{int(d)}/{int(m)}/{y}" for d, m, y in days}
