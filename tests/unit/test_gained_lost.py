"""make gained-lost on a small house with a reader of its own: what a change gains and loses, and nothing of what is held out."""

import subprocess
from pathlib import Path

import pytest
from tools.gained_lost import Read, gained_and_lost, main

OPEN = """
from pathlib import Path

class Sandbox:
    def __enter__(self): return self
    def __exit__(self, *mishap): return None

class Text:
    def __init__(self, text): self.text = text

def open_source(path, name, sandbox):
    return Text(path.read_text(encoding="utf-8"))
"""
READER = """
import re

class Reading:
    def __init__(self, text): self.text = text
    def lines(self):
        for found in re.finditer(r"{pattern}", self.text):
            yield {{"type": "mention", "kind": "year", "start": found.start(), "end": found.end(), "text": found[0], "value": {{"year": found[0][-4:]}}}}
        if "họp" in self.text:
            yield {{"type": "record", "kind": "meeting", "title": "{title}", "place": None, "evidence": [[0, 3], [4, 7]]}}

def read(document):
    return Reading(document.text)
"""


def git(root: Path, *words: str) -> None:
    own = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *own, *words], cwd=root, check=True, capture_output=True)


def put_reader(root: Path, pattern: str, title: str) -> None:
    package = root / "src" / "hopluc" / "reading"
    (package / "sources").mkdir(parents=True, exist_ok=True)
    (package.parent / "__init__.py").write_text("")
    (package.parent / "errors.py").write_text("class UnreadableFile(Exception): ...\n")
    (package / "sources" / "__init__.py").write_text(OPEN)
    (package / "__init__.py").write_text(READER.format(pattern=pattern, title=title), encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house whose main reads bare years, and whose tree reads them with the word before."""
    for folder in ("samples/vinh-ha", "evaluation/texts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "samples" / "vinh-ha" / "01.txt").write_text("Sở họp năm 2024 và 2025.", encoding="utf-8")
    (tmp_path / "evaluation" / "texts" / "100.txt").write_text("Từ năm 2020.", encoding="utf-8")
    (tmp_path / "evaluation" / "texts" / "101.txt").write_text("Điều giữ kín họp năm 2030, 2031.", encoding="utf-8")
    git(tmp_path, "init", "-q")
    put_reader(tmp_path, "[0-9]{4}", "cũ")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    put_reader(tmp_path, "năm [0-9]{4}", "mới")
    return tmp_path


TOLD = """# Gained and lost against main (COMMIT)

## Samples and development documents

| kind | before | now | gained | lost |
|---|---|---|---|---|
| meeting | 1 | 1 | 1 | 1 |
| year | 3 | 2 | 2 | 3 |
| **all** | 4 | 3 | 3 | 4 |

### meeting

samples/vinh-ha/01.txt
    - “Sở” … “ọp”
      {"title": "cũ"}
    + “Sở” … “ọp”
      {"title": "mới"}

### year

evaluation/texts/100.txt
    + “năm 2020”
      {"value": {"year": "2020"}}
    - “2020”
      {"value": {"year": "2020"}}
samples/vinh-ha/01.txt
    + “năm 2024”
      {"value": {"year": "2024"}}
    - “2024”
      {"value": {"year": "2024"}}
    - “2025”
      {"value": {"year": "2025"}}

## Held-out documents, counted only

| kind | before | now | gained | lost |
|---|---|---|---|---|
| meeting | 1 | 1 | 1 | 1 |
| year | 2 | 1 | 1 | 2 |
| **all** | 3 | 2 | 2 | 3 |

"""


def test_what_is_gained_and_lost_is_told_kind_by_kind(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([], house) == 0

    said = capsys.readouterr().out
    commit = said.split("(", 1)[1].split(")", 1)[0]
    assert said.replace(commit, "COMMIT") == TOLD


def test_the_same_trees_give_the_same_report(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], house)
    first = capsys.readouterr().out
    main([], house)

    assert capsys.readouterr().out == first


def test_another_revision_may_be_named(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(house, "commit", "-qam", "two")

    main(["--against", "HEAD"], house)
    same = capsys.readouterr().out
    main(["--against", "HEAD~1"], house)

    assert same.splitlines()[8] == "| **all** | 3 | 3 | 0 | 0 |"
    assert capsys.readouterr().out.splitlines()[8] == "| **all** | 4 | 3 | 3 | 4 |"


def test_a_revision_that_is_not_there_is_told(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--against", "nowhere"], house) == 1
    assert capsys.readouterr().err == "no revision nowhere here: name one with --against\n"


def test_a_reader_that_fails_is_told(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_reader(house, "(", "hỏng")

    assert main([], house) == 1
    assert capsys.readouterr().err.splitlines()[0] == f"the reader in {house / 'src'} failed:"


def test_a_fact_read_twice_and_now_once_is_lost_once() -> None:
    fact = Read("date", "a.txt", 3, "{}", ("5/3",))

    assert gained_and_lost([fact, fact], [fact]) == ([], [fact])


def test_a_fact_that_only_moved_is_neither_gained_nor_lost() -> None:
    before, now = (Read("date", "a.txt", place, "{}", ("5/3",)) for place in (3, 9))

    assert gained_and_lost([before], [now]) == ([], [])
