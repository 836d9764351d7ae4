"""Killed at every write, commit and change of a file of what an office does in a year: all of it is there, or nothing, once."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HOUSE = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("kill_each_act.py")
ACTS = {
    "fill": 8, "submit": 3, "submit_paper": 8, "receive": 20, "correct_late": 8, "merge": 8, "issue": 12, "put_up": 4,
    "import_sheet": 8, "answer_inquiry": 8, "come_back": 8, "meet": 10, "reorganise": 8, "hand_all_over": 10,
    "compute": 5, "publish": 5,
}  # fmt: skip
"""Each act, and at how many steps it is killed at least: a step that is no longer seen is missed here."""


@pytest.fixture(scope="module", params=[list(ACTS)[:7], list(ACTS)[7:]], ids=["returns", "beside"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the script found of some acts, on a data folder of its own."""
    home = tmp_path_factory.mktemp("killed") / "home"
    environment = {"PYTHONPATH": "src:tests:.", "HOPLUC_HOME": str(home), "PATH": ""}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *request.param], cwd=HOUSE, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, dict[str, Any]] = json.loads(done.stdout)
    assert list(told) == request.param
    return told


def test_killed_at_any_step_an_act_is_done_once_or_not_at_all(found):
    assert {act: told["kills"] for act, told in found.items() if told["kills"] < ACTS[act]} == {}
    assert {act: (told["half"], told["wrong"]) for act, told in found.items()} == {act: ([], []) for act in found}


def test_without_transactions_each_act_would_be_found_half_done(found):
    assert [act for act, told in found.items() if not told["unheld"]] == []
