"""The reference pages say what the code says today."""

import re
from pathlib import Path

import pytest
from tools import docs

from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.shapes import SHAPES

HOUSE = Path(__file__).resolve().parents[2]


def headings(name: str) -> list[str]:
    """What stands in backticks at the start of each heading of a page of the reference."""
    return re.findall(r"^##+ `([^`]+)`", (docs.REFERENCE / name).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", docs.PAGES)
def test_a_written_page_is_fresh(name: str) -> None:
    assert (docs.REFERENCE / name).read_text(encoding="utf-8") == docs.PAGES[name](), "run: python -m tools.docs"


def test_every_command_is_told() -> None:
    commands = [parser.prog for parser in docs.sub_commands()]

    assert "hopluc read" in commands
    assert headings("commands.md") == commands


def test_every_kind_is_told_with_an_example() -> None:
    assert headings("facts.md") == [kind.name for kind in (*MENTIONS, *RECORDS)]


def test_every_definition_has_its_columns() -> None:
    assert headings("definitions.md") == list(SHAPES)


def test_every_definition_stands_in_its_guide() -> None:
    guide = (HOUSE / "src" / "hopluc" / "definitions" / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([^`]+)` \|", guide, re.MULTILINE))

    assert told == {name.split("/")[-1] for name in SHAPES} | {f"{name.split('/')[0]}/" for name in SHAPES}


def test_every_error_has_a_code_of_its_own_and_a_message() -> None:
    kinds = list(docs.mishaps())

    assert len({kind.code for kind in kinds}) == len(kinds)
    assert [kind.__name__ for kind in kinds if not kind.message.endswith((".", "}"))] == []


def test_every_check_of_the_site_is_told() -> None:
    sources = (HOUSE / "src" / "hopluc" / "web").rglob("*.py")
    raised = {code for path in sources for code in re.findall(r"\bhopluc\.[WE]\d{3}\b", path.read_text(encoding="utf-8"))}

    page = (docs.REFERENCE / "errors.md").read_text(encoding="utf-8")
    assert raised == set(re.findall(r"^\| `(hopluc\.[WE]\d{3})`", page, re.MULTILINE))


def test_the_fuzzing_told_of_was_of_full_size() -> None:
    page = (docs.REFERENCE / "fuzz.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \*\*all\*\* \| ([\d,]+) \| ([\d,]+) \| [\d,]+ \| (\d+) \|", page, re.MULTILINE)
    (documents, _, _), (_, hostile, _), _ = ([int(cell.replace(",", "")) for cell in row] for row in rows)

    assert documents >= 100_000
    assert hostile >= 10_000_000
