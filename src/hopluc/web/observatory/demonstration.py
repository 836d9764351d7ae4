"""The sample index on a site: an invented framework, a published edition and one under way, so that every page of the room has something."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from hopluc.money import format_number
from hopluc.scorecards import Data, load_definition
from hopluc.scorecards.sources import read_figures, read_sheet
from hopluc.web.observatory import actions
from hopluc.web.observatory.actions import Given, NewUnit
from hopluc.web.observatory.models import Edition, Framework
from hopluc.web.people.models import Organisation, User

FRAMEWORK = "khung.yaml"
HOME = "VH"
YEARS = (2024, 2025)
SUPPLIERS = {
    "NL2": "Sở Tài chính thành phố Vĩnh Hà",
    "HT2": "Sở Công Thương thành phố Vĩnh Hà",
    "HT3": "Sở Nội vụ thành phố Vĩnh Hà",
    "DANSO": "Chi cục Thống kê thành phố Vĩnh Hà",
}


def set_up_index(folder: Path, agency: Organisation, officer: User, leader: User) -> Iterator[str]:
    """Set the sample index up from its folder where it is not yet, telling what was done; the last edition is left under way."""
    if not (folder / FRAMEWORK).is_file() or Framework.objects.filter(owner=agency).exists():
        return
    definition = load_definition(folder / FRAMEWORK)
    framework = actions.add_framework(agency, by=officer, definition=definition, came_from=FRAMEWORK)
    for year in YEARS:
        data = read_figures(read_sheet(folder / f"so-lieu-{year}.csv"), definition)
        _opened(framework, data, year, officer, leader, published=year != YEARS[-1])
    yield f"Đã lập bộ chỉ số minh họa: {framework}, {len(YEARS)} kỳ."


def _opened(framework: Framework, data: Data, year: int, officer: User, leader: User, *, published: bool) -> Edition:
    """An edition with its figures, computed; published where it is said, else with something left to check and to ask."""
    units = [NewUnit(code, name) for code, name in zip(data.units, data.names, strict=True)]
    edition = actions.open_edition(framework, by=officer, year=year, units=units, home=HOME)
    edition = actions.name_suppliers(edition, by=officer, suppliers=SUPPLIERS)
    columns = dict(zip(data.codes, data.values.T, strict=True)) | dict(data.denominators)
    for place, series in enumerate(edition.series.all()):
        figures = zip(data.units, columns[series.code], strict=True)
        given = {unit: _given(float(value), year) for unit, value in figures if not np.isnan(value)}
        actions.enter_figures(series, by=officer, given=given)
        if published or place % 3:
            actions.check_figures(series, by=leader, units=set(given))
    result = actions.compute_edition(edition, by=officer)
    if published:
        actions.review_result(result, by=leader, review="Số liệu giả định.")
        actions.publish_result(result, by=leader)
    else:
        actions.ask_for_more(
            edition.series.get(code="HT2"), by=leader, units={HOME}, wanted="Đề nghị gửi danh sách doanh nghiệp."
        )
    return edition


def _given(value: float, year: int) -> Given:
    written = format_number(int(value)) if value.is_integer() else f"{value:g}".replace(".", ",")
    return Given(value, written, year, "Số liệu giả định")
