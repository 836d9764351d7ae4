"""The workbook that computes: its formulas come to what the engine found, and follow a figure or a weight that is changed."""

import math
import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from python_calamine import CalamineWorkbook

import small_index
import spreadsheet
from hopluc.scorecards import Data, Definition, Scores, score
from hopluc.scorecards.aggregate import METHODS as MEANS
from hopluc.scorecards.definition import (
    Aggregate,
    Bounds,
    Column,
    Goalposts,
    Grade,
    Impute,
    Normalise,
    Scale,
    Screen,
    Steps,
    Treat,
    Weigh,
)
from hopluc.scorecards.definition import Denominate as Divide
from hopluc.scorecards.editions import shipped_definitions
from hopluc.scorecards.normalise import METHODS
from hopluc.scorecards.rank import ranked
from hopluc.scorecards.workbook import workbook_of
from hopluc.scorecards.workbook.formulas import number
from hopluc.scorecards.workbook.steps import book_of

NAN = float("nan")
BY_FORMULA = [name for name in MEANS if name not in {"copeland", "copeland-wins", "benefit-of-the-doubt"}]


def scored(steps: Steps | None = None, *, gaps: bool = True, **of_first: object) -> Scores:
    definition = small_index.definition(steps)
    first, *others = definition.indicators
    definition = replace(definition, indicators=(replace(first, **of_first), *others))
    return score(definition, small_index.data(gaps=gaps))


def sized() -> Scores:
    """An index whose figures are divided by the size of the unit, its gaps filled, one outlier drawn in."""
    definition = small_index.definition(
        Steps(denominate=Divide(1000.0), impute=Impute("median"), treat=Treat(points=1), normalise=Normalise(low=1, high=100))
    )
    indicators = tuple(replace(one, denominator="people") for one in definition.indicators[:2]) + definition.indicators[2:]
    values = small_index.data(gaps=True).values.copy()
    values[0, 3] = 900.0
    size = np.array([1200.0, 800.0, 3000.0, NAN, 950.0])
    whole = replace(definition, indicators=indicators, denominators=(Column("people", "Dân số"),))
    return score(whole, replace(small_index.data(), values=values, denominators={"people": size}))


def shown(scores: Scores, cells: spreadsheet.Cells | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Scores and ranks as the formulas of a workbook come to them, in the order of the tree."""
    book = book_of(scores)
    found = spreadsheet.computed(cells or spreadsheet.opened(workbook_of(scores, "Bộ chỉ số minh họa", ())))

    def values(table, codes):
        told = [[found[tuple(table.at(unit, code).replace("'", "").split("!"))] for code in codes] for unit in scores.units]
        return np.array([[NAN if one in ("", None) else one for one in row] for row in told], dtype=float)

    codes, indicators = scores.tree.codes, scores.tree.indicators
    points = np.hstack([values(book.tables[-1], codes[:indicators]), values(book.scores, codes[indicators:])])
    return points, values(book.ranks, codes)


def agrees(scores: Scores, cells: spreadsheet.Cells | None = None) -> bool:
    """Are scores the engine's to 1e-9, and ranks the engine's, but for what is alike to ten digits and shares a rank here."""
    points, ranks = shown(scores, cells)
    close = np.allclose(points, scores.values, rtol=1e-9, atol=1e-9, equal_nan=True)
    alike = [np.nan_to_num(one, nan=-1.0) for one in (ranks, scores.ranks, ranked(np.round(scores.values, 10)))]
    return close and bool(((alike[0] == alike[1]) | (alike[0] == alike[2])).all())


CASES = {
    **{name: scored(Steps(normalise=Normalise(name))) for name in METHODS if name not in {"distance-to-target", "goalposts"}
       and "reference" not in name},
    **{f"{name}-stretched": scored(Steps(normalise=Normalise(name, low=1, high=10))) for name in ("z-score", "rank", "borda", "none")},
    "rank-average": scored(Steps(normalise=Normalise("rank", ties="average", low=0, high=1))),
    "z-score-own": scored(Steps(normalise=Normalise("z-score", mean=100, spread=15))),
    "scaled-own": scored(Steps(normalise=Normalise("scaled", bounds=Bounds(-5, 60)))),
    "reference": scored(Steps(normalise=Normalise("distance-to-reference", reference="VH")), gaps=False),
    "reference-capped": scored(Steps(normalise=Normalise("distance-to-reference", reference="VH", capped=True)), gaps=False),
    "target": scored(target=20.0, normalise=Normalise("distance-to-target")),
    "target-capped": scored(target=20.0, normalise=Normalise("distance-to-target", capped=True)),
    "goalposts": scored(goalposts=Goalposts(10, 25), normalise=Normalise("goalposts")),
    "goalposts-beyond": scored(goalposts=Goalposts(10, 25), normalise=Normalise("goalposts", capped=False)),
    "goalposts-less": scored(goalposts=Goalposts(10, 25), normalise=Normalise("goalposts"), direction=-1),
    "table": scored(scale=Scale("table", (Grade(0), Grade(2.5, at_least=12), Grade(4, at_least=22)))),
    "constant": score(small_index.definition(), replace(small_index.data(), values=np.where(np.arange(4) == 1, 7.0, small_index.data().values))),
    **{f"mean-{name}": scored(Steps(normalise=Normalise(low=70, high=130), aggregate=Aggregate(name, power=power)))
       for name, power in [(name, 2.0) for name in BY_FORMULA]},
    "power-0": scored(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate("generalised", power=0.0))),
    "coverage": scored(Steps(aggregate=Aggregate(coverage=0.6))),
    "parts": scored(Steps(aggregate=Aggregate(parts=2))),
    "cap": scored(Steps(aggregate=Aggregate(cap=55.5))),
    "levels": scored(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate(levels=("geometric", "arithmetic")))),
    "mean-filled": scored(Steps(impute=Impute("mean"))),
    "screened": scored(Steps(screen=Screen(available=0.9))),
    "weights-equal": scored(Steps(weigh=(Weigh("equal"), Weigh("equal", level=2)))),
    "sized": sized(),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_formulas_come_to_the_scores_and_ranks_of_the_engine(name):
    assert agrees(CASES[name])


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_compute_shows_the_engines_numbers(name):
    cells = spreadsheet.opened(workbook_of(CASES[name], "Bộ chỉ số minh họa", ()))
    kept = {key: spreadsheet.Found(cell.kept if cell.kept != "" else None) for key, cell in cells.items()}

    points, ranks = shown(CASES[name], kept)
    assert np.array_equal(points, CASES[name].values, equal_nan=True)
    assert np.array_equal(ranks, CASES[name].ranks, equal_nan=True)


@pytest.mark.parametrize("name", CASES)
def test_no_score_is_a_value_where_a_formula_tells_the_method(name):
    book = book_of(CASES[name])

    assert [table.fixed for table in (*book.tables, book.scores, book.ranks)] == [()] * (len(book.tables) + 2)


def place(scores: Scores, code: str, unit: str) -> tuple[str, str]:
    sheet, cell = book_of(scores).tables[0].at(unit, code).split("!")
    return sheet.strip("'"), cell


@pytest.mark.parametrize("name", ["min-max", "z-score", "rank-average", "mean-geometric", "mean-filled", "reference", "table"])
def test_scores_follow_a_figure_that_is_changed(name):
    scores = CASES[name]
    values = scores.data.values.copy()
    values[scores.units.index("DS"), 0] = 14.5
    wanted = score(scores.definition, replace(scores.data, values=values))

    cells = spreadsheet.opened(workbook_of(scores, "Bộ chỉ số minh họa", ()))

    assert agrees(wanted, spreadsheet.changed(cells, *place(scores, "researchers", "DS"), 14.5))
    assert not agrees(wanted, cells)


def test_scores_follow_a_figure_that_is_taken_out():
    scores = CASES["min-max"]
    values = scores.data.values.copy()
    values[scores.units.index("TL"), 1] = NAN

    cells = spreadsheet.changed(spreadsheet.opened(workbook_of(scores, "m", ())), *place(scores, "spending", "TL"), None)

    assert agrees(score(scores.definition, replace(scores.data, values=values)), cells)


def test_scores_follow_a_weight_that_is_changed():
    scores = CASES["mean-geometric"]
    definition = scores.definition
    other = replace(
        definition, indicators=tuple(replace(one, weight=5.0) if one.code == "delay" else one for one in definition.indicators)
    )

    sheet, cell = book_of(scores).parameters.at("delay", "Trọng số").replace("$", "").split("!")
    cells = spreadsheet.changed(spreadsheet.opened(workbook_of(scores, "m", ())), sheet.strip("'"), cell, 5.0)

    assert agrees(score(other, scores.data), cells)


@pytest.mark.parametrize("method", ["copeland", "copeland-wins", "benefit-of-the-doubt"])
def test_a_mean_that_no_formula_tells_is_kept_as_values_and_said_so(method):
    scores = scored(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate(method)))

    cells = spreadsheet.opened(workbook_of(scores, "m", ()))

    assert agrees(scores, cells)
    assert [cell.kept for cell in cells.values() if str(cell.kept).startswith("Trang Điểm:")] == [
        "Trang Điểm: có trị số không tính bằng công thức được, giữ như lần tính: human, output, index."
    ]


@pytest.mark.parametrize("method", ["nearest", "own-mean"])
def test_gaps_that_no_formula_fills_are_kept_as_values_and_said_so(method):
    scores = scored(Steps(impute=Impute(method)))

    assert agrees(scores)
    assert [table.fixed for table in book_of(scores).tables if table.sheet == "Bù thiếu"] == [("researchers", "patents")]


def test_outliers_put_on_another_scale_are_kept_as_values():
    values = np.array([[1.0, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3], [4, 4, 4, 4], [9000, 5, 5, 5]])
    scores = score(small_index.definition(Steps(treat=Treat(points=0))), replace(small_index.data(), values=values))

    assert agrees(scores)
    assert [table.fixed for table in book_of(scores).tables if table.sheet == "Ngoại lai"] == [("researchers",)]


def test_every_sheet_is_stamped_and_figures_stay_figures():
    definition = replace(small_index.definition(), name="=HYPERLINK(1)")
    scores = score(definition, replace(small_index.data(), names=("=1+1", *"BCDE")))

    cells = spreadsheet.opened(workbook_of(scores, "=1+1", ("=2+2",)))

    sheets = {sheet for sheet, _place in cells}
    stamp = "Ước tính nội bộ, không phải kết quả do Bộ công bố"
    assert [cells[sheet, "A1"].kept for sheet in sheets] == [stamp] * len(sheets)
    assert (cells["Đọc trước", "A2"], cells["Đọc trước", "A3"]) == (spreadsheet.Found("=1+1"), spreadsheet.Found("=2+2"))


def random_data(definition: Definition, units: int = 12) -> Data:
    chance = np.random.default_rng(7)
    values = np.round(chance.lognormal(size=(units, len(definition.indicators))), 3) + 0.001
    for column, one in enumerate(definition.indicators):
        if one.scale.kind == "rubric":
            values[:, column] = chance.integers(1, 4, units)
    values[chance.random(values.shape) < 0.05] = NAN
    sizes = {one.code: chance.uniform(1, 9, units) for one in definition.denominators}
    return Data(
        tuple(f"T{row}" for row in range(units)), tuple(one.code for one in definition.indicators), values, denominators=sizes
    )


@pytest.mark.parametrize("definition", shipped_definitions(), ids=lambda one: f"{one.code}-{one.edition}")
def test_every_shipped_definition_computes(definition):
    assert agrees(score(definition, random_data(definition)))


def test_numbers_in_formulas_are_exact():
    told = (100.0, -0.5, 1e-9, 1 / 3, 123456789012345680.0)

    assert [float(number(value).strip("()")) for value in told] == list(told)


ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@pytest.mark.skipif(shutil.which("soffice") is None, reason="a second judge, where LibreOffice is installed")
def test_libreoffice_computes_the_same(tmp_path):
    settings = tmp_path / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(ALWAYS_COMPUTE)
    files = [tmp_path / f"{name}.xlsx" for name in CASES]
    for file, scores in zip(files, CASES.values(), strict=True):
        file.write_bytes(workbook_of(scores, "Bộ chỉ số minh họa", ()))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    out = tmp_path / "out"
    order = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(out),
        *map(str, files),
    ]
    subprocess.run(order, check=True, capture_output=True, timeout=300)

    if not out.exists():
        pytest.skip("LibreOffice without Calc")
    wrong = {}
    for file, scores in zip(files, CASES.values(), strict=True):
        rows = CalamineWorkbook.from_path(str(out / file.name)).get_sheet_by_name("Điểm").to_python(skip_empty_area=False)
        groups = scores.values[:, scores.tree.indicators :]
        found = [
            [NAN if cell == "" else float(cell) for cell in row[2 : 2 + groups.shape[1]]] for row in rows[4 : 4 + len(groups)]
        ]
        if not np.allclose(found, groups, rtol=1e-9, atol=1e-9, equal_nan=True):
            wrong[file.stem] = found

    assert wrong == {}
    assert math.isfinite(CASES["min-max"].of("index")[0])
