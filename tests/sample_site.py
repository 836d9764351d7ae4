"""The sample programme set up once in a run, by `hopluc demo` in a fresh interpreter and a folder that is not there yet; who wants it has a copy."""

import fcntl
import os
import shutil
from pathlib import Path

import pytest
from tools.site import demo


def copy_sample(folders: pytest.TempPathFactory, to: Path) -> str:
    """Copy the data folder of the sample to `to`, where nothing is yet; what `hopluc demo` said as it made it."""
    base = folders.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    made, said = shared / "sample-site", shared / "sample-site.txt"
    with (shared / "sample-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # whoever comes first makes it, the others wait
        if not said.exists():
            said.write_text(demo(made), encoding="utf-8")
    shutil.copytree(made, to)
    return said.read_text(encoding="utf-8")
