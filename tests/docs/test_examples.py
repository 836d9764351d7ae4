"""What the pages tell a reader to run is run, as they say it."""

import doctest
import importlib.util
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import forked
from hopluc.cli import main
from hopluc.reading import Document, read
from hopluc.reading.facts import unmark
from hopluc.reading.kinds import MENTIONS
from hopluc.vietnamese import nfc
from outsiders import install

HOUSE = Path(__file__).resolve().parents[2]
PAGES = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")])
STEP = re.compile(
    r"^\$ (?:HOPLUC_HOME=(?P<home>\S+) )?(?:\.venv/bin/)?hopluc (?P<line>[^\n]+)$|^\$ mkdir -p (?P<folder>\S+)$", re.MULTILINE
)
GUIDE = HOUSE / "docs" / "how-to" / "install-for-a-department.md"
OUTSIDE = HOUSE / "docs" / "how-to" / "add-a-kind-from-outside.md"
FILE = re.compile(r"^```(?:python|csv|toml|yaml) (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INDEX = HOUSE / "docs" / "tutorials" / "bo-chi-so-dau-tien.md"
REPORT = HOUSE / "samples" / "vinh-ha" / "08-bao-cao-so-khcn-2024.docx"


def steps(page: Path) -> list[re.Match[str]]:
    """The `hopluc` lines of a page and the folders it makes, in order."""
    return list(STEP.finditer(page.read_text(encoding="utf-8")))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder as a reader may have it: a report under the names the pages use, and the samples."""
    for name in ("report", "bao-cao", "van-ban"):
        shutil.copy(REPORT, tmp_path / f"{name}.docx")
    (tmp_path / "samples").symlink_to(HOUSE / "samples")
    return tmp_path


def spread(word: str, desk: Path) -> list[str]:
    """A word as the shell gives it on: `*.docx` as the files it names."""
    return sorted(str(path.relative_to(desk)) for path in desk.glob(word)) if "*" in word else [word]


def write_files(page: Path, desk: Path) -> None:
    """The tables and definitions that a page tells to write, under the names it gives them."""
    for name, text in FILE.findall(page.read_text(encoding="utf-8")):
        if name.endswith((".csv", ".yaml")):
            (desk / name).parent.mkdir(parents=True, exist_ok=True)
            (desk / name).write_text(text, encoding="utf-8")


def follow(page: Path, desk: Path) -> list[str]:
    """Do what a page says, step by step in one folder; the steps that failed, with what they said."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    environment = {**clean, "PYTHONPATH": str(HOUSE / "src")}
    write_files(page, desk)
    failed = []
    for step in steps(page):
        if step["folder"]:
            (desk / step["folder"]).mkdir(parents=True)
            continue
        words = shlex.split(step["line"], comments=True)
        command = [name for word in words for name in spread(word, desk)]
        here = environment | {"HOPLUC_HOME": str(desk / (step["home"] or "home"))}
        done = forked.hopluc(*command, cwd=desk, env=here)
        if done.returncode:
            failed.append(f"{' '.join(command)}: {done.stderr[-600:]}")
    return failed


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if steps(page) and page not in (GUIDE, OUTSIDE)],
    ids=lambda page: page.relative_to(HOUSE).as_posix(),
)
def test_what_a_page_says_to_run_runs(page: Path, desk: Path) -> None:
    assert follow(page, desk) == []


def test_a_command_that_fails_would_be_seen(desk: Path) -> None:
    page = desk / "page.md"
    page.write_text("```console\n$ hopluc read nowhere.docx\n```\n", encoding="utf-8")

    assert len(follow(page, desk)) == 1


def test_the_first_index_comes_out_as_its_tutorial_says(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(INDEX, desk)
    monkeypatch.chdir(desk)
    (line,) = [step["line"] for step in steps(INDEX)]

    assert main(shlex.split(line)) == 0

    (told,) = re.findall(r"^```text\n(.*?)^```", INDEX.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert capsys.readouterr().out == told
    files = set(re.findall(r"`([\w-]+\.csv)`", INDEX.read_text(encoding="utf-8")))
    assert {path.name for path in (desk / "ket-qua").iterdir()} == files - {"so-lieu.csv"}


def test_what_the_guide_opens_is_kept_and_comes_back(desk: Path) -> None:
    assert follow(GUIDE, desk) == []

    names = []
    for home in ("home", "thu-khoi-phuc"):
        opened = sqlite3.connect(desk / home / "hopluc.sqlite3")
        names.append(opened.execute("SELECT username, is_provisional FROM people_user").fetchall())
        opened.close()
    assert names == [[("quantri@tanlam.example", 1)]] * 2
    assert len(list((desk / "sao-luu").iterdir())) == 2


@pytest.mark.parametrize(
    "page", [page for page in PAGES if "```pycon" in page.read_text(encoding="utf-8")], ids=lambda page: page.name
)
def test_examples_in_python_give_what_they_say(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HOUSE)

    tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")

    assert tried.attempted > 0
    assert tried.failed == 0


@pytest.fixture
def patents(tmp_path: Path) -> ModuleType:
    """The file that the guide to a new kind tells to write."""
    page = (HOUSE / "docs" / "how-to" / "add-a-kind-of-fact.md").read_text(encoding="utf-8")
    code = re.search(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert code is not None
    file = tmp_path / "patents.py"
    file.write_text(code[1], encoding="utf-8")
    spec = importlib.util.spec_from_file_location("patents", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["patents"] = module
    spec.loader.exec_module(module)
    return module


def test_a_kind_added_as_told_finds_exactly_what_its_cases_mark(patents: ModuleType) -> None:
    for case in patents.KIND.cases:
        text, marked = unmark(nfc(case))
        facts = read(Document("case.txt", text), mentions=(*MENTIONS, patents.KIND), records=()).facts

        found = [(fact.span, fact.value.brief()) for fact in facts if fact.kind == "patent"]
        assert found == marked


def test_a_kind_is_a_file_of_sixty_lines_at_most(patents: ModuleType) -> None:
    assert patents.__file__ is not None
    assert len(Path(patents.__file__).read_text(encoding="utf-8").splitlines()) <= 60


@pytest.fixture
def package(desk: Path) -> Path:
    """The package that the guide to outside kinds tells to write, where an installer would have put it; nothing but what the page says."""
    files = dict(FILE.findall(OUTSIDE.read_text(encoding="utf-8"))) | {"giong_cay_trong/__init__.py": ""}
    told = tomllib.loads(files["pyproject.toml"])
    patterns = told["tool"]["setuptools"]["package-data"]["giong_cay_trong"]
    folder = desk / "installed"
    kept = {
        name: text
        for name, text in files.items()
        if name.endswith(".py")
        or any(Path(name).match(f"giong_cay_trong/{pattern.replace('**', '*')}") for pattern in patterns)
    }
    entries = told["project"]["entry-points"]
    groups = {
        group.removeprefix("hopluc."): "\n".join(f"{name} = {thing}" for name, thing in entries[group].items())
        for group in entries
    }
    install(folder, told["project"]["name"], kept, **groups)
    return folder


def outside(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command run beside the package."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    paths = os.pathsep.join([str(package), str(HOUSE / "src")])
    environment = {**clean, "HOPLUC_HOME": str(package.parent / "home"), "PYTHONPATH": paths}
    return forked.hopluc(*arguments, cwd=package.parent, env=environment)


def test_the_package_of_the_guide_is_checked_listed_and_read_as_it_says(package: Path) -> None:
    said = [outside(package, *shlex.split(step["line"])) for step in steps(OUTSIDE) if step["line"]]

    assert [(done.returncode, done.args[3]) for done in said] == [(0, "check"), (0, "kinds"), (0, "kinds"), (0, "read")]
    (line,) = [line.split() for line in said[1].stdout.splitlines() if line.startswith("plant_variety")]
    assert line[1:5] == ["giong-cay-trong", "1.0", "3/3", "1.000"]
    assert said[2].stdout.startswith("### `plant_variety` (giống cây trồng được công nhận)")


def test_the_package_of_the_guide_adds_its_kind_and_its_name(package: Path) -> None:
    text = "Viện GCT Mẫu cho biết giống chè Tân Lâm 2 đã được công nhận lưu hành theo Quyết định số 7/QĐ-TT-CCN ngày 12/5/2023."
    (package.parent / "giong.txt").write_text(text, encoding="utf-8")

    lines = [json.loads(line) for line in outside(package, "read", "giong.txt").stdout.splitlines()]

    found = {line["kind"]: line["value"] for line in lines if line["kind"] in {"organisation", "plant_variety"}}
    assert found == {
        "organisation": {"canonical": "Viện Giống cây trồng Mẫu"},
        "plant_variety": {"crop": "chè", "name": "Tân Lâm 2", "decision": "7/QĐ-TT-CCN"},
    }


def test_the_kind_of_the_guide_is_a_file_of_sixty_lines_at_most(package: Path) -> None:
    assert len((package / "giong_cay_trong" / "registrations.py").read_text(encoding="utf-8").splitlines()) <= 60
