"""The pages on uncertainty name every kind of input and every design, and the files of inputs they show can be read and run."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import small_index
from hopluc.load import load_mapping
from hopluc.scorecards.definition import Aggregate, Group, Normalise, Steps, Treat
from hopluc.scorecards.uncertainty.designs import DESIGNS
from hopluc.scorecards.uncertainty.inputs import KINDS, Analysis
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.replicates import uncertainty

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "explanation" / "how-uncertain-scores-are.md").read_text(encoding="utf-8")
GUIDE = (DOCS / "how-to" / "see-how-sure-ranks-are.md").read_text(encoding="utf-8")
YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("word", [*KINDS, *DESIGNS])
def test_every_kind_of_input_and_every_design_is_told(word: str) -> None:
    assert f"`{word}`" in PAGE


@pytest.mark.parametrize("shown", [*YAML.findall(PAGE), *YAML.findall(GUIDE)])
def test_a_file_of_inputs_that_a_page_shows_can_be_run(shown: str, tmp_path: Path) -> None:
    file = tmp_path / "inputs.yaml"
    file.write_text(shown, encoding="utf-8")
    steps = Steps(treat=Treat(), normalise=Normalise(low=1, high=100), aggregate=Aggregate())
    definition = small_index.definition(steps)
    groups = (Group("whole", "Whole"), *(replace(one, parent=one.parent or "whole") for one in definition.groups))

    found = uncertainty(
        Model(replace(definition, groups=groups), small_index.data(), replace(load_mapping(file, Analysis), count=20))
    )

    assert found.ranks.counts.sum() == 20 * 5


def test_there_are_files_of_inputs_to_try() -> None:
    assert [len(YAML.findall(page)) for page in (PAGE, GUIDE)] == [1, 1]
