"""Commands of the engines start at once: they load no Django, and nothing at all that they do not need."""

import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import sys
from hopluc.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(sorted(name for name in {what} if name in sys.modules), file=sys.stderr)
"""
HEAVY = ("django", "psycopg", "typst", "docx", "hopluc.web", "hopluc.reporting")
PARSERS = ("lxml", "pypdfium2", "selectolax")


def loaded(what: tuple[str, ...], *arguments: str) -> str:
    run = [sys.executable, "-c", RUN.format(what=what), *arguments]
    return subprocess.run(run, capture_output=True, text=True, check=True).stderr.splitlines()[-1]


@pytest.mark.parametrize("arguments", [("--version",), ("read", "--help"), ("read", "FILE"), ("audit", "FILE")])
def test_a_command_of_the_engines_loads_no_django(arguments: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "mot.txt"
    path.write_text("Ngày 05/3/2024, thành phố Vĩnh Hà tổ chức hội nghị.", encoding="utf-8")
    given = [str(path) if argument == "FILE" else argument for argument in arguments]

    assert loaded(HEAVY, *given) == "[]"


def test_a_loaded_module_would_be_seen() -> None:
    assert loaded(("argparse",), "--version") == "['argparse']"


def test_parsers_are_never_loaded_beside_the_command(tmp_path: Path) -> None:
    path = tmp_path / "mot.html"
    path.write_text("<html><p>Ngày 05/3/2024</p></html>", encoding="utf-8")

    assert loaded(PARSERS, "read", str(path)) == "[]"


def test_asking_the_version_does_not_load_the_reader() -> None:
    assert loaded(("hopluc.reading",), "--version") == "[]"


def test_the_site_loads_no_library_of_statistics_before_it_computes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOPLUC_HOME", str(tmp_path))

    assert loaded(("scipy",), "verify") == "[]"
    assert loaded(("hopluc.web.register.models",), "verify") == "['hopluc.web.register.models']"
