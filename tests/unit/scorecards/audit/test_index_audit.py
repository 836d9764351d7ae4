import csv
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

import small_index
from hopluc.scorecards import Data, Definition, Scores, score
from hopluc.scorecards.audit.audit import Audit, audit
from hopluc.scorecards.audit.tables import audit_tables
from hopluc.scorecards.definition import Aggregate, Normalise, Steps, Treat
from hopluc.scorecards.explanation.plans import Move, Plan
from hopluc.scorecards.pages import audit_page, profile_page, ranking_page
from hopluc.scorecards.pages.audit_page import findings
from hopluc.scorecards.pages.page import bullets, number, percent, section, table
from hopluc.scorecards.tree import under
from hopluc.scorecards.uncertainty.influence import Influence, influence
from hopluc.scorecards.uncertainty.inputs import Analysis, Input, usual_inputs
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.removal import without_each
from hopluc.scorecards.uncertainty.replicates import Uncertainty, uncertainty

VOID = {"meta", "br"}


class Tags(HTMLParser):
    """The elements of a page, and those that were never closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def wide() -> Data:
    """Thirty units: patents nearly the same as delay turned round, spending against researchers, one outlier, some gaps."""
    chance = np.random.default_rng(3)
    base = chance.normal(0, 1, (30, 1))
    values = np.hstack((base, -base, base, -base)) * 10 + 50 + chance.normal(0, [[2.0, 2.0, 1.0, 1.0]], (30, 4))
    values[0, 0] = 900.0
    values[1:15, 1] = np.nan
    units = tuple(f"U{place:02}" for place in range(30))
    return Data(units, small_index.data().codes, values, denominators={"people": np.exp(base[:, 0]) + values[:, 2]})


@pytest.fixture(scope="module")
def definition() -> Definition:
    return small_index.definition(Steps(treat=Treat(points=2), normalise=Normalise(low=1, high=100)))


@pytest.fixture(scope="module")
def scores(definition: Definition) -> Scores:
    return score(definition, wide())


@pytest.fixture(scope="module")
def found(scores: Scores) -> Audit:
    return audit(scores)


@pytest.fixture(scope="module")
def sure(definition: Definition) -> tuple[Uncertainty, Influence]:
    inputs = usual_inputs(definition, wide())
    many = uncertainty(Model(definition, wide(), Analysis(inputs, count=500)))
    return many, influence(Model(definition, wide(), Analysis(inputs, count=64, design="sobol")), pairs=True, again=20)


def test_availability_is_counted_in_the_figures_as_given(found: Audit) -> None:
    held = found.availability

    assert held.whole == 106 / 120
    assert dict(zip(held.groups, held.by_group, strict=True)) == {"human": 46 / 60, "output": 1.0, "index": 106 / 120}
    assert dict(zip(held.units, held.by_unit, strict=True))["U05"] == 0.75


def test_parts_that_say_the_same_or_the_opposite_are_named(found: Audit) -> None:
    assert [(pair.group, pair.first, pair.second) for pair in found.redundant] == [("output", "patents", "delay")]
    assert [(pair.group, pair.first, pair.second) for pair in found.opposed] == [("human", "researchers", "spending")]
    assert {(pair.first, pair.second) for pair in found.sized} == {
        ("spending", "people"),
        ("patents", "people"),
        ("delay", "people"),
    }


def test_outliers_and_their_treatment_are_reported(found: Audit) -> None:
    assert [one.code for one in found.statistics if one.outliers] == ["researchers"]
    assert {remark.key for remark in found.treated} == {"researchers"}


def test_every_group_says_how_much_each_part_counts(found: Audit) -> None:
    index = next(group for group in found.groups if group.code == "index")

    assert [part.code for part in index.parts] == ["human", "output"]
    assert [part.weight for part in index.parts] == pytest.approx([2 / 3, 1 / 3])
    assert sum(part.share for part in index.parts) == pytest.approx(1)
    assert all(0 <= part.importance <= 1 for group in found.groups for part in group.parts)


def test_leaving_a_part_out_is_the_index_without_its_weight(scores: Scores, definition: Definition) -> None:
    removal = without_each(scores, 2)

    groups = tuple(replace(group, weight=0.0) if group.code == "human" else group for group in definition.groups)
    alone = score(replace(definition, groups=groups), wide())
    assert removal.codes == ("human", "output")
    assert np.array_equal(removal.ranks[:, 0], alone.rank_of("index"))
    assert (removal.shift > 0).all()
    assert np.allclose(without_each(scores, 1, of="human").scores[:, 2], scores.of("human"))


def test_findings_come_in_both_languages(found: Audit, sure: tuple[Uncertainty, Influence]) -> None:
    told = list(findings(found, sure[0]))

    assert told[0] == ("Có 88 % số liệu trên tổng số ô phải có.", "88 % of all figures are there.")
    assert any("patents và delay gần như trùng nhau" in vietnamese for vietnamese, _ in told)
    assert told[-1][1] == re.sub(r"\d+ places", told[-1][1].split(" is ")[1].split(" wide")[0], told[-1][1])
    assert all(vietnamese and english for vietnamese, english in told)


def test_pages_are_whole_stamped_and_in_both_languages(
    found: Audit, scores: Scores, definition: Definition, sure: tuple[Uncertainty, Influence]
) -> None:
    pages = (
        audit_page(found),
        audit_page(found, *sure),
        ranking_page(definition, *sure),
        profile_page(scores, "U05", sure[0]),
        profile_page(scores, "U05"),
    )

    for page in pages:
        tags = Tags()
        tags.feed(page)
        assert tags.open == []
        assert page.count("Ước tính nội bộ, không phải kết quả do Bộ công bố") == 1
        assert page.count("Internal estimate, not a result published by the Ministry") == 1
        assert "<script" not in page
    assert ("7. Độ chắc chắn của thứ hạng" in pages[0], "7. Độ chắc chắn của thứ hạng" in pages[1]) == (False, True)


def test_a_profile_says_where_the_points_were_lost(scores: Scores) -> None:
    page = profile_page(scores, "U05")

    assert re.search(r"Điểm \d+,\d\d, hạng \d+/30\.", page)
    assert "Loses most against the mean in:" in page


def test_a_profile_shows_the_plan_it_is_given(scores: Scores) -> None:
    plan = Plan((Move("patents", 40.0, 45.5),), 0.5, 61.234, 3, None)

    page = profile_page(scores, "U05", plan=plan)

    assert "Ít công sức nhất để đạt hạng 3 (điểm 61,23)" in page
    assert '<td>patents</td><td>Sáng chế</td><td class="n">40,00</td><td class="n">45,50</td>' in page


def test_names_with_signs_of_html_stay_words(definition: Definition) -> None:
    data = replace(wide(), names=tuple(f"<b>{unit}</b>" for unit in wide().units))

    assert "<b>" not in profile_page(score(definition, data), "U05")


def test_an_index_that_cannot_be_split_has_a_profile_without_contributions() -> None:
    definition = small_index.definition(Steps(normalise=Normalise(), aggregate=Aggregate("copeland")))
    page = profile_page(score(definition, small_index.data()), "VH")

    assert "Loses most" not in page


def test_weights_alone_are_varied_where_a_geometric_mean_cannot_be_computed_or_is_not_meant() -> None:
    zeros = small_index.definition(Steps(normalise=Normalise(low=0, high=100)))

    added = small_index.definition(Steps(normalise=Normalise(low=1, high=100), aggregate=Aggregate("sum")))

    assert [one.kind for one in usual_inputs(zeros, small_index.data())] == ["weights", "weights"]
    assert [one.kind for one in usual_inputs(added, small_index.data())] == ["weights", "weights"]
    assert [one.kind for one in usual_inputs(small_index.definition(), small_index.data())] == ["weights", "weights", "any-of"]


def test_influence_is_told_overall_and_for_every_unit(sure: tuple[Uncertainty, Influence], definition: Definition) -> None:
    moved = sure[1]

    assert moved.replicates == 64 * (2 * 3 + 2)
    assert moved.overall.first.value.shape == (3, 1)
    assert moved.ranks.total.value.shape == (3, 30)
    assert moved.overall.pairs is not None
    told: list[tuple[int, int]] = []
    influence(
        Model(definition, wide(), Analysis((Input("w", "weights"),), count=10)),
        again=5,
        progress=lambda *done: told.append(done),
    )
    assert told == [(30, 30)]


def test_numbers_are_written_as_in_vietnam() -> None:
    assert [number(1234567.891, 1), number(-3.0, 0), percent(float("nan"))] == ["1.234.567,9", "-3", "–"]
    assert (table("x", [("a", "b")], []), section(("a", "b")), bullets([])) == ("", "", "")


def test_what_figures_there_are_and_what_follows_sizes_goes_out_as_tables(scores: Scores) -> None:
    tables = dict(audit_tables(audit(scores)))
    raw = scores.stages["raw"]

    first = next(csv.DictReader(io.StringIO(tables["availability.csv"])))
    row = raw.values[raw.units.index(first["uCode"])]
    known = ~np.isnan(row)
    assert (first["N_missing"], first["N_zero"]) == (str((~known).sum()), str((row == 0).sum()))
    assert float(first["Dat_Avail"]) == known.mean()
    assert {branch.code: float(first[branch.code]) for branch in scores.tree.branches} == {
        branch.code: known[under(scores.tree, branch)].mean() for branch in scores.tree.branches
    }
    pairs = list(csv.DictReader(io.StringIO(tables["denominators.csv"])))
    assert [(pair["Ind"], pair["Denom"]) for pair in pairs] == [
        (code, name) for name in scores.data.denominators for code in raw.codes
    ]
