"""What goes into each cell of a form: worked out from the register when it is asked for, each number with where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hopluc.sheets.asked import Asked, Item
from hopluc.sheets.package import FormSheet, Place, reference
from hopluc.sheets.units import in_unit, parted
from hopluc.web.sheets.mapping import ColumnSaid, SheetSaid, items
from hopluc.web.sheets.sources import BODY, Sources, Told, Wanted
from hopluc.web.sheets.typed import term_in
from hopluc.web.terms import Term


@dataclass(frozen=True)
class Answer:
    """What goes into a cell, or why nothing does; the row and the column it is of in words. Without a number the cell stays as it is."""

    place: Place
    row: str
    column: str
    told: Told

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it."""
        return reference(self.place)

    @property
    def number(self) -> str:
        """The number as it is read on screen; "" where there is none."""
        number = self.told.number
        return "" if number is None else number_format(number.normalize() if number else 0)


def answers(sheet: FormSheet, said: SheetSaid, sources: Sources) -> list[Answer]:
    """An answer for each cell of the rows and columns that are filled and may take a number."""
    asked = said.asked(sheet)
    if asked is None:
        return []
    terms = [_term(column.period) for column in said.columns]
    found = (_answers_of(sheet, asked, said, item, terms, sources) for item in items(sheet, asked))
    return [answer for row in found for answer in row]


def _answers_of(
    sheet: FormSheet, asked: Asked, said: SheetSaid, item: Item, terms: Sequence[Term | None], sources: Sources
) -> Iterator[Answer]:
    code = said.rows.get(item.key, "")
    for place, (column, heading) in enumerate(zip(said.columns, asked.columns, strict=False)):
        at = (item.row, place)
        if column.fills and sheet.is_open(at, over_numbers=said.over_numbers):
            wanted = _wanted(code, column, terms[place])
            if wanted is None:
                yield Answer(at, item.name, heading.label, Told(why=_unsettled(code, column)))
            else:
                told = sources.told(wanted)
                yield Answer(at, item.name, heading.label, _in_unit(told, (heading.unit, item.unit, said.unit)))


def _term(words: str) -> Term | None:
    try:
        return term_in(words)
    except ValidationError:  # a month that is in no calendar: of no time, as the page tells
        return None


def _wanted(row: str, column: ColumnSaid, term: Term | None) -> Wanted | None:
    """What a row and a column ask together: one figure, and of one body at most. A row that nothing was said of asks nothing."""
    if not row:
        return None
    codes = [code for code in (row, column.code) if code]
    bodies = [code for code in codes if code.startswith(f"{BODY}:")]
    figures = [code for code in codes if code not in bodies]
    if len(figures) != 1 or len(bodies) > 1:
        return None
    body = bodies[0].partition(":")[2] if bodies else ""
    return Wanted(figures[0], column.stage, term, int(body) if body else None)


def _unsettled(row: str, column: ColumnSaid) -> str:
    if row and column.code:
        return _("Dòng và cột lấy hai số liệu, hai đơn vị khác nhau.")
    return _("Chưa chọn số liệu.")


def _in_unit(told: Told, units: Sequence[str]) -> Told:
    """The number in the unit that the column, the row or the sheet says, the nearest that counts the same thing.

    Money goes in by a unit that is said; a number of another thing than all of them stays out.
    """
    if told.number is None:
        return told
    known = [unit for unit in units if unit and parted(unit)[1]]
    for unit in known:
        number = in_unit(told.number, told.unit, unit)
        if number is not None:
            return Told(number, unit, told.words, told.address)
    if not known and parted(told.unit)[1] == "dong":
        return Told(words=told.words, address=told.address, why=_("Biểu chưa nêu đơn vị tính của tiền."))
    nearest = known[:1]
    if nearest and told.unit:
        words = {"unit": told.unit, "asked": nearest[0]}
        return Told(words=told.words, address=told.address, why=_("Số liệu tính bằng %(unit)s, biểu hỏi %(asked)s.") % words)
    return told


def numbers_of(found: Sequence[Answer]) -> dict[Place, Decimal]:
    """The numbers to be put in."""
    return {answer.place: answer.told.number for answer in found if answer.told.number is not None}
