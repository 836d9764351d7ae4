"""Every test a page names is there."""

import re
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def lost_tests(text: str) -> list[str]:
    """The tests that a text names and that are not in the file it says."""
    told = NAMED.findall(text)
    return [f"{file}::{name}" for file, name in told if f"def {name}(" not in (HOUSE / file).read_text(encoding="utf-8")]


def test_every_test_a_page_names_is_there() -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in (HOUSE / "docs").rglob("*.md")}

    assert {name: lost for name, text in pages.items() if (lost := lost_tests(text))} == {}
    assert len(NAMED.findall(pages["what-is-guarded.md"])) > 20


def test_a_test_that_is_not_there_would_be_seen() -> None:
    named = "tests/docs/test_named_tests.py::test_of_nothing"

    assert lost_tests(f"shown by `{named}`") == [named]
