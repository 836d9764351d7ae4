"""The rules of this house about its code: engines say what they do, doors say what they offer."""

import ast
import doctest
import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest

import hopluc
import hopluc.reading
import hopluc.reporting
import hopluc.scorecards

SOURCE = Path(__file__).resolve().parents[2] / "src" / "hopluc"
ENGINES = [path for path in sorted(SOURCE.rglob("*.py")) if "web" not in path.parts]

FOR_THEIR_IMPORT = {"reading/sources/photographs.py": ["_READERS"]}
"""Names that nothing asks for: what they name was to be imported, for what that does."""


def unsaid(tree: ast.Module) -> list[str]:
    """The public functions of a module without a docstring, or with an argument or a result without its type."""
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not (ast.get_docstring(node) and typed(node))
    ]


def typed(function: ast.FunctionDef) -> bool:
    given = function.args
    return function.returns is not None and all(
        argument.annotation for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)
    )


def test_public_functions_of_engines_say_what_they_do_and_of_what_type() -> None:
    found = {str(path.relative_to(SOURCE)): unsaid(ast.parse(path.read_text(encoding="utf-8"))) for path in ENGINES}

    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("line", ["def find(text: str) -> int: ...", 'def find(text) -> int:\n    """Where."""'])
def test_a_function_that_does_not_say_would_be_seen(line: str) -> None:
    assert unsaid(ast.parse(line)) == ["find"]


def unused(tree: ast.Module) -> list[str]:
    """The private names that a module gives to something and never asks for again."""
    bound = [name.id for line in tree.body for name in ast.walk(line) if isinstance(name, ast.Name) and is_given(name, line)]
    made = [line.name for line in tree.body if isinstance(line, ast.FunctionDef | ast.ClassDef)]
    asked = {name.id for name in ast.walk(tree) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Load)}
    private = (name for name in (*bound, *made) if name[0] == "_" != name[1:2] and len(name) > 1)
    return [name for name in private if name not in asked]


def is_given(name: ast.Name, line: ast.stmt) -> bool:
    return isinstance(line, ast.Assign | ast.AnnAssign) and isinstance(name.ctx, ast.Store)


def test_no_private_name_of_a_module_is_left_over() -> None:
    found = {
        str(path.relative_to(SOURCE)): unused(ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCE.rglob("*.py")
    }

    assert {path: names for path, names in found.items() if names} == FOR_THEIR_IMPORT


@pytest.mark.parametrize("line", ["_FAR, FEW = 3, 2", "_FAR: int = 3", "def _FAR(): ...", "_FAR = 3\n_FAR = 4"])
def test_a_private_name_left_over_would_be_seen(line: str) -> None:
    assert set(unused(ast.parse(line))) == {"_FAR"}
    assert unused(ast.parse(f"{line}\nprint(_FAR)")) == []


def members(door: ModuleType) -> list[str]:
    """The public names a door has brought in from its own rooms."""
    return sorted(
        name
        for name, value in vars(door).items()
        if not name.startswith("_")
        and not isinstance(value, ModuleType)
        and getattr(value, "__module__", "").startswith(door.__name__)
    )


@pytest.mark.parametrize("door", [hopluc.reading, hopluc.reporting, hopluc.scorecards], ids=lambda door: door.__name__)
def test_a_door_lists_all_that_it_offers(door: ModuleType) -> None:
    assert members(door) == sorted(door.__all__)


def test_a_name_left_out_of_a_door_would_be_seen() -> None:
    door = ModuleType("door")
    door.__dict__.update(Known=type("Known", (), {"__module__": "door.room"}), other=Path)

    assert members(door) == ["Known"]


def modules() -> list[str]:
    """Every module outside the site, and those of the site that hold examples and need no database."""
    found = [module.name for module in pkgutil.walk_packages(hopluc.__path__, "hopluc.") if not module.ispkg]
    return sorted(name for name in found if has_examples(name))


def has_examples(module: str) -> bool:
    return ">>>" in (SOURCE.parent / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", modules())
def test_examples_in_docstrings_are_true(name: str) -> None:
    tried = doctest.testmod(importlib.import_module(name))

    assert tried.attempted > 0
    assert tried.failed == 0


BEHIND_A_BRACKET = re.compile(r"^\s*[\])}]+,?  # (?!fmt:|noqa|type:)", re.MULTILINE)


def test_remarks_stand_above_what_they_are_about_not_behind_its_last_bracket() -> None:
    found = {
        str(path.relative_to(SOURCE)): BEHIND_A_BRACKET.findall(path.read_text(encoding="utf-8"))
        for path in SOURCE.rglob("*.py")
    }

    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_remark_behind_the_last_bracket_would_be_seen() -> None:
    assert BEHIND_A_BRACKET.search('_NEXT = Pattern(\n    r"và"\n)  # of the person told next\n')
    assert not BEHIND_A_BRACKET.search('_NEXT = (\n    "và",\n)  # fmt: skip\n')
