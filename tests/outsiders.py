"""Packages of others, made for tests as an installer would leave them: modules, files and entry points."""

from pathlib import Path

KIND = '''
from dataclasses import dataclass

from hopluc.reading.facts import Fact, Kind, Value
from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Loan(Value):
    """A loan (khoản vay) by its number."""

    number: str

    def brief(self):
        return self.number


def find_loans(document, found):
    """Every loan named."""
    for said in Pattern("khoản vay số ([0-9]{1,6})").finditer(document.plain):
        yield Fact("loan", Span(*said.span()), said[0], Loan(said[1]))


KIND = Kind("loan", "khoản vay", find_loans, ("Ký ⟦12: khoản vay số 12⟧ và một khoản vay khác.",))
'''
"""A kind that is well made."""


def install(folder: Path, name: str, files: dict[str, str], **groups: str) -> None:
    """Put a distribution of that name, version 1.0, into `folder`; `groups` are `kinds` and `definitions`, each `entry = thing`."""
    for place, text in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    about = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    listed = "".join(f"[hopluc.{group}]\n{entry}\n" for group, entry in groups.items())
    (about / "entry_points.txt").write_text(listed, encoding="utf-8")
