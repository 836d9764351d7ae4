"""Definitions as files: load one, list those that come with the package, and refuse two editions of one index with one date."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from hopluc.dated import held_on
from hopluc.errors import NotYetInForce, WrongDefinition
from hopluc.load import definitions_folder, load_mapping, mapping_in
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.soundness import refuse_unsound


def load_definition(file: Path) -> Definition:
    """The definition in a YAML file. Raises WrongDefinition where it cannot be carried out."""
    definition = replace(load_mapping(file, Definition), file=file.name)
    refuse_unsound(definition)
    return definition


@lru_cache(maxsize=32)  # a site asks for the same few on page after page
def definition_in(text: str, name: str) -> Definition:
    """The definition a YAML text gives, told of as the file `name`. Raises WrongDefinition where it cannot be carried out."""
    definition = replace(mapping_in(text, name, Definition), file=name)
    refuse_unsound(definition)
    return definition


def shipped_definitions(folder: Path | None = None) -> tuple[Definition, ...]:
    """Every definition of a folder (that of the package by default, read once), by file name. Raises WrongDefinition."""
    return _those_of_the_package() if folder is None else _all_in(folder)


@cache
def _those_of_the_package() -> tuple[Definition, ...]:
    return _all_in(definitions_folder() / "scorecards")


def _all_in(folder: Path) -> tuple[Definition, ...]:
    found = tuple(load_definition(file) for file in sorted(folder.glob("*.yaml")))
    refuse_clashing(found)
    return found


def refuse_clashing(definitions: Iterable[Definition]) -> None:
    """Raise WrongDefinition where two editions of one index have one name or begin on one day."""
    seen: dict[tuple[str, object], str] = {}
    for one in definitions:
        for mark in ("edition", one.edition), ("since", one.since):
            earlier = seen.setdefault((one.code, mark), one.file)
            if earlier != one.file and mark[1] is not None:
                raise WrongDefinition(
                    file=one.file, key=str(mark[0]), reason=f'trùng với {earlier}: một kỳ của "{one.code}" chỉ có một tệp'
                )


def edition_on(definitions: Iterable[Definition], code: str, day: date) -> Definition:
    """The edition of an index that holds on `day`: of those that hold, the one that began last. Raises NotYetInForce."""
    editions = [one for one in definitions if one.code == code]
    holding = [one for one in held_on(editions, day) if one.since is not None]
    if not holding:
        first = min((one.since for one in editions if one.since is not None), default=None)
        raise NotYetInForce(name=code, day=day, first=first or "-", file=f"scorecards/{code}")
    return max(holding, key=lambda one: one.since or date.min)
