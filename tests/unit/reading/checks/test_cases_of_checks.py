"""Each check's own cases: `{wrong|right}` in a text, the first raising a point of the subtype named, the second none."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

from hopluc.reading import audit, checks, read
from hopluc.reading.document import Document

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
MODULES = [import_module(found.name) for found in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}.")]
CASES = [case for module in MODULES for case in getattr(module, "CASES", ())]


def points(text: str) -> set[str]:
    return {record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults}


@pytest.mark.parametrize(("subtype", "text"), CASES)
def test_a_check_tells_the_wrong_from_the_right(subtype: str, text: str) -> None:
    assert points(_CHOICE.sub(r"\1", text)) == {subtype}
    assert points(_CHOICE.sub(r"\2", text)) == set()


def test_every_file_of_the_checks_is_asked_for_its_cases() -> None:
    files = {path.stem for path in Path(checks.__path__[0]).rglob("*.py")} - {"__init__"}
    assert files <= {module.__name__.rpartition(".")[2] for module in MODULES}
