"""Every kind of mention finds exactly what its cases mark: nothing more, nothing less."""

import pytest

from hopluc.reading.document import Document
from hopluc.reading.facts import Kind, unmark
from hopluc.reading.kinds import MENTIONS
from hopluc.reading.read import read
from hopluc.vietnamese import nfc


def cases() -> list[pytest.ParameterSet]:
    return [
        pytest.param(kind, case, id=f"{kind.name}-{place}")
        for kind in MENTIONS
        for place, case in enumerate(kind.cases, start=1)
    ]


@pytest.mark.parametrize(("kind", "case"), cases())
def test_kind_finds_exactly_what_its_case_marks(kind: Kind, case: str) -> None:
    text, marked = unmark(nfc(case))

    reading = read(Document("case.txt", text), records=())

    found = [(fact.span, fact.value.brief()) for fact in reading.facts if fact.kind == kind.name and fact.shown]
    assert [(text[slice(*span)], brief) for span, brief in found] == [(text[slice(*span)], brief) for span, brief in marked]
    assert found == marked


def test_every_kind_has_cases() -> None:
    assert [kind.name for kind in MENTIONS if not kind.cases] == []
