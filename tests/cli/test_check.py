"""hopluc check, run as a person would."""

import os
import subprocess
import sys
from pathlib import Path


def test_definitions_and_settings_are_well_in_a_folder_not_used_before(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}

    done = subprocess.run(
        [sys.executable, "-m", "hopluc", "check"],
        env={**environment, "HOPLUC_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, [line.split(":")[0] for line in done.stdout.splitlines()]) == (
        0,
        ["Định nghĩa"] if done.stderr else ["Định nghĩa", "Cấu hình, cơ sở dữ liệu"],
    )
    assert {line.split(":")[0] for line in done.stderr.splitlines()} <= {"hopluc.W001"}
