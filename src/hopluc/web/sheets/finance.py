"""A sheet of the finance department's make (bảng kinh phí): its columns are stages of the budget, its rows work; what it comes to in the grid of money."""

import re
from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.money import format_number
from hopluc.sheets.foreign import Holds, Is, Layout, Line, lines_of
from hopluc.sheets.units import in_unit
from hopluc.vietnamese import fold
from hopluc.web.measures.models import DONG
from hopluc.web.measures.typed import figure_of
from hopluc.web.register.models import Programme
from hopluc.web.register.money import STAGES, Fund, money_of
from hopluc.web.sheets.models import AgencySheet

Row = tuple[str | None, ...]
_FUNDS = (
    (re.compile(r"trung uong|\bnstw\b"), Fund.CENTRAL),
    (re.compile(r"ngan sach (?:dia phuong|tinh|thanh pho)|\bnsdp\b"), Fund.LOCAL),
    (re.compile(r"doanh nghiep|doi ung|doi tac|xa hoi hoa"), Fund.PARTNER),
    (re.compile(r"\boda\b|tai tro nuoc ngoai"), Fund.ODA),
)
_WHOLE = frozenset({"ca chuong trinh", "chung ca chuong trinh", "kinh phi chung", "kinh phi chuong trinh"})


def is_of_money(layout: Layout) -> bool:
    """Are all columns of figures stages of the budget. Raises ValidationError where some are and some are not."""
    stages = [column.stage in STAGES for column in layout.columns if column.holds is Holds.FIGURE]
    if any(stages) and not all(stages):
        told = _("Bảng có cả cột kinh phí và cột số liệu khác. Đề nghị nhập từng loại: chọn Bỏ qua cho các cột loại kia.")
        raise ValidationError(told)
    return any(stages)


def money_to_enter(sheet: AgencySheet) -> tuple[list[Row], int]:
    """The rows of the grid of money that a sheet comes to, and how many amounts the register holds already just so.

    Raises ValidationError where two columns give one amount, and where no unit of money is said.
    """
    layout, known = sheet.as_layout(), _known(sheet.programme)
    rows: dict[tuple[str, str, str], dict[str, str]] = {}
    held = 0
    for line in lines_of(sheet.as_cells(), layout):
        if line.kind is Is.ITEM:
            for key, stage, amount in _amounts(sheet.programme, layout, line):
                cells = rows.setdefault(key, {})
                if stage in cells:
                    told = _(
                        "Dòng %(row)s (%(name)s) có hai số cùng loại, cùng năm, cùng nguồn. Đề nghị chọn lại loại của các cột."
                    )
                    raise ValidationError(told % {"row": line.row, "name": line.name})
                if known.get((fold(key[0]), key[1], fold(key[2]), stage)) == amount:
                    held += 1
                else:
                    cells[stage] = amount
    return [_row(key, cells) for key, cells in rows.items() if cells], held


def _row(key: tuple[str, str, str], cells: dict[str, str]) -> Row:
    about, year, fund = key
    return (about, year, fund, *(cells.get(stage.value) for stage in STAGES))


def _amounts(programme: Programme, layout: Layout, line: Line) -> Iterator[tuple[tuple[str, str, str], str, str]]:
    """The amounts of a line: work, year and source, then the stage and the amount in đồng."""
    whole = _WHOLE | {fold(programme.title), fold(programme.short_title)}
    about = "" if fold(line.name) in whole else line.name
    for place, figure in line.figures:
        column = layout.columns[place]
        if column.holds is Holds.FIGURE:
            fund = _fund(line.part) or _fund(column.label) or Fund.UNSAID
            yield (about, column.period or layout.period, str(fund.label)), column.stage, _in_dong(figure, line)


def _fund(words: str) -> Fund | None:
    said = fold(words)
    return next((fund for pattern, fund in _FUNDS if pattern.search(said)), None)


def _in_dong(figure: str, line: Line) -> str:
    """An amount in whole đồng; one that is not sure in its own words, so that it comes back with its reason."""
    if in_unit(Decimal(1), line.unit, DONG) is None:
        told = _("Dòng %(row)s (%(name)s) chưa có đơn vị tính của tiền. Đề nghị ghi ở ô Đơn vị tính chung: đồng, triệu đồng.")
        raise ValidationError(told % {"row": line.row, "name": line.name})
    try:
        said = figure_of(figure)
    except ValidationError:
        said = None
    number = (
        in_unit(said.single, line.unit, DONG) if said and said.single is not None and said.form in ("exact", "zero") else None
    )
    if number is None or number != number.to_integral_value():
        return f"{figure} {line.unit} (chưa rõ số)"
    return f"{format_number(number)} đồng"


def _known(programme: Programme) -> dict[tuple[str, str, str, str], str]:
    """The amounts the register holds: by work, year, source and stage, in đồng."""
    found = {}
    for line in money_of(programme).lines:
        about = "" if line.about == programme else str(getattr(line.about, "title", line.about))
        for stage in STAGES:
            amount = line.amount(stage)
            if amount is not None and amount.single is not None:
                key = (fold(about), str(line.year or ""), fold(line.label), stage.value)
                found[key] = f"{format_number(amount.single)} đồng"
    return found
