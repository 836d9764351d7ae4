"""The page on how scores are made names every method there is, and every step it shows can be carried out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from hopluc.load import as_type
from hopluc.scorecards import aggregate, impute, normalise, treat, weigh
from hopluc.scorecards.definition import Column, Definition, Group, Indicator, Steps
from hopluc.scorecards.soundness import refuse_unsound

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "explanation" / "how-scores-are-made.md").read_text(encoding="utf-8")
STEP = re.compile(r"`((?:denominate|impute|screen|treat|normalise|weigh|aggregate): [{\[][^`]*)`")
LEVELS = Definition(
    "m", "1", "M", "example", "m",
    (Group("I", "I"), Group("S", "S", "I"), Group("P", "P", "S")),
    (Indicator("A", "A", "P"),),
    classes=(Column("g", "g"),),
)  # fmt: skip


@pytest.mark.parametrize("shown", STEP.findall(PAGE))
def test_a_step_the_page_shows_can_be_carried_out(shown: str) -> None:
    steps = as_type(Steps, yaml.safe_load(shown), "page", "-")

    refuse_unsound(replace(LEVELS, steps=steps))


@pytest.mark.parametrize(
    "name",
    sorted({*impute.METHODS, *treat.METHODS, *treat.CURVES, *normalise.METHODS, *weigh.METHODS, *aggregate.METHODS}),
)
def test_every_method_is_told(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_a_step_that_is_no_step_would_be_seen() -> None:
    assert STEP.findall("`treat: {points: 3}` and `thing: {a: 1}`") == ["treat: {points: 3}"]
