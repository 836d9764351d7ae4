"""Take an edited Excel table of an edition back in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from hopluc.errors import ForeignSheet
from hopluc.reading.sources import open_source
from hopluc.reading.sources.sniff import DOCX, media_of
from hopluc.sheets import Changed, Changes, Conflict, Row, compare, read_rows
from hopluc.web.observatory import grids
from hopluc.web.observatory.actions.entering import Given, Odd, enter_figures
from hopluc.web.observatory.models import Edition, Series
from hopluc.web.observatory.typed import value_of, year_of
from hopluc.web.people.models import User


@dataclass(frozen=True)
class TakenIn:
    """What came of an edited table: how many figures went in, and the rows that did not, each with its reason."""

    entered: int
    untouched: int
    refused: tuple[tuple[Row, str], ...]


def hand_in_figures(edition: Edition, *, by: User, file: Any, series: Sequence[Series]) -> TakenIn:
    """Enter what an edited table changes of these series (nhập lại bảng số liệu); good rows go in, the others are told with their reasons.

    Raises UnreadableFile for what is no table of this kind.
    """
    data = file.read()
    if media_of(data, file.name) != DOCX:  # so is every package told before it is opened
        raise ForeignSheet(name=file.name, title=grids.GRID.title)
    rows = read_rows(grids.GRID, open_source(data, file.name))
    with translation.override(settings.LANGUAGE_CODE):
        found = compare(grids.GRID, grids.lines_of(edition, series), rows)
        refused = [(one.row, one.reason) for one in found.refused]
        refused += [
            (one.row, _("Đã được sửa trên hệ thống sau khi tải bảng; giữ nội dung trên hệ thống.")) for one in found.conflicts
        ]
        refused += [(one.row, _("Bảng này không thêm dòng mới; đề nghị điền vào dòng có sẵn.")) for one in found.added]
        entered = _entered({one.pk: one for one in series}, edition, found, refused, by)
    return TakenIn(entered, found.untouched, tuple(sorted(refused, key=lambda one: one[0].number)))


def _entered(series: Mapping[int, Series], edition: Edition, found: Changes, refused: list[tuple[Row, str]], by: User) -> int:
    """Enter the changed rows, series by series; returns how many figures went in."""
    units = {unit.pk: unit.code for unit in edition.units.all()}
    by_series: dict[int, dict[str, tuple[Row, Given]]] = defaultdict(dict)
    for one in found.changed:
        of_series, of_unit = grids.key_in(one.line.key)
        try:
            by_series[of_series][units[of_unit]] = (one.row, _given(one, edition, series[of_series].code))
        except ValidationError as error:
            refused.append((one.row, " ".join(error.messages)))
    return sum(_into(series[key], rows, refused, by) for key, rows in by_series.items())


def _given(one: Changed | Conflict, edition: Edition, code: str) -> Given:
    """What a changed row says now: the words of the file, and what nobody touched as it was."""
    names = [column.name for column in grids.GRID.columns]
    now = {
        name: "" if cell is None else column.canonical(cell)
        for name, column, cell in zip(names, grids.GRID.columns, one.line.cells, strict=True)
    }
    now["value"] = now["value"].replace(".", ",")
    said = now | {cell.column.name: cell.edited for cell in one.cells}
    indicator = next((found for found in edition.definition.indicators if found.code == code), None)
    return Given(
        value_of(said["value"], indicator),
        said["value"].strip(),
        year_of(said["year"], edition.year),
        *(" ".join(said[name].split()) for name in ("source", "note", "confirmed")),
    )


def _into(series: Series, rows: Mapping[str, tuple[Row, Given]], refused: list[tuple[Row, str]], by: User) -> int:
    """Enter the rows of one series; odd figures without a word are left out, the others go in."""
    given = {unit: one for unit, (_row, one) in rows.items()}
    try:
        return len(enter_figures(series, by=by, given=given))
    except Odd as odd:
        refused += [(rows[unit][0], " ".join(words)) for unit, words in odd.odd.items()]
        good = {unit: one for unit, one in given.items() if unit not in odd.odd}
        return len(enter_figures(series, by=by, given=good)) if good else 0
    except ValidationError as error:
        refused += [(row, " ".join(error.messages)) for row, _one in rows.values()]
        return 0
