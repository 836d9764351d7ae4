"""Each check's own cases: `{wrong|right}` in a text, the first raising a point of the subtype named, the second none."""

import pkgutil
import re
from importlib import import_module

import pytest

from hopluc.reading import audit, checks, read
from hopluc.reading.document import Document

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
MODULES = [import_module(f"{checks.__name__}.{found.name}") for found in pkgutil.iter_modules(checks.__path__)]
CASES = [case for module in MODULES for case in getattr(module, "CASES", ())]


def points(text: str) -> set[str]:
    return {record.value.subtype for record in audit([read(Document("1.docx", text))])[0].faults}


@pytest.mark.parametrize(("subtype", "text"), CASES)
def test_a_check_tells_the_wrong_from_the_right(subtype: str, text: str) -> None:
    assert points(_CHOICE.sub(r"\1", text)) == {subtype}
    assert points(_CHOICE.sub(r"\2", text)) == set()
