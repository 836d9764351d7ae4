"""The outline of a report (đề cương): its parts in order, as data under `definitions/reports/`, which an office may change."""

from dataclasses import dataclass
from functools import cache

from hopluc.errors import WrongDefinition
from hopluc.load import definitions_folder, load_mapping, mapping_in


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its number and title as printed, its level, and the block that fills it (a name of `compose.BLOCKS`).

    `title` may hold `{period}`, `{plan_period}`, `{programme}`. `missing` is printed where the register has nothing, and under a
    heading that is left to be written by hand: one with no block.
    """

    level: int
    title: str
    number: str = ""
    block: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A report's outline. `symbol` is the type part of its number (`BC`)."""

    code: str
    name: str
    kind: str
    summary: str
    symbol: str
    source: str
    parts: tuple[Part, ...]
    recipients: tuple[str, ...]


@cache
def outline(code: str) -> Outline:
    """The outline of that code. Raises WrongDefinition where there is none or it is not well formed."""
    file = definitions_folder() / "reports" / f"{code}.yaml"
    if not file.exists():
        raise WrongDefinition(file=f"reports/{code}.yaml", key="-", reason="không có tệp này")
    return load_mapping(file, Outline)


@cache
def outlines() -> tuple[Outline, ...]:
    """Every outline that comes with the package, by file name."""
    files = sorted((definitions_folder() / "reports").glob("*.yaml"))
    return tuple(outline(file.stem) for file in files)


def outline_in(text: str, name: str) -> Outline:
    """The outline a YAML text gives; `name` is its file's, for the person. Raises WrongDefinition."""
    return mapping_in(text, name, Outline)
