"""Every kind of record finds exactly what its cases say: as many records, in order, and each field named."""

from collections.abc import Mapping
from typing import Any

import pytest

from hopluc.reading.document import Document
from hopluc.reading.facts import RecordKind
from hopluc.reading.kinds import RECORDS
from hopluc.reading.read import read
from hopluc.vietnamese import nfc


def cases() -> list[pytest.ParameterSet]:
    return [
        pytest.param(kind, text, expected, id=f"{kind.name}-{place}")
        for kind in RECORDS
        for place, (text, expected) in enumerate(kind.cases, start=1)
    ]


@pytest.mark.parametrize(("kind", "text", "expected"), cases())
def test_kind_reads_exactly_what_its_case_says(kind: RecordKind, text: str, expected: tuple[Mapping[str, Any], ...]) -> None:
    found = [record.as_json() for record in read(Document("case.txt", nfc(text))).of(kind.name)]

    named = [{name: record.get(name) for name in wanted} for record, wanted in zip(found, expected, strict=False)] + found[
        len(expected) :
    ]
    assert named == [dict(wanted) for wanted in expected]
