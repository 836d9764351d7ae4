"""What every specification of reading starts from: a text with its facts marked, and a check that they alone are found."""

from collections.abc import Callable

import pytest

from hopluc.reading.document import Document
from hopluc.reading.facts import unmark
from hopluc.reading.read import read
from hopluc.vietnamese import nfc

Reads = Callable[[str, str], None]


@pytest.fixture
def reads() -> Reads:
    """Checks that of one kind exactly the facts marked ⟦brief value: words⟧ are read, nothing more and nothing less."""

    def check(kind: str, marked_text: str) -> None:
        text, marked = unmark(nfc(marked_text))
        facts = [fact for fact in read(Document("spec.txt", text), records=()).facts if fact.kind == kind and fact.shown]
        assert [(fact.quote, fact.value.brief()) for fact in facts] == [(text[slice(*span)], brief) for span, brief in marked]
        assert [fact.span for fact in facts] == [span for span, _ in marked]

    return check
