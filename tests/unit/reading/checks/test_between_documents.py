"""Small corpora of two to four documents: `{wrong|right}` in one of them, the first against another document, the second not."""

import re
from pathlib import Path

import pytest

from hopluc.reading import audit, read
from hopluc.reading.document import Document

_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
# What no check tells yet: a post one is appointed to, a board's head named in its call only, a body whose name the reader does not know.
_UNTOLD = ("chủ tịch hội đồng", "quyết định bổ nhiệm và danh sách", "chủ đầu tư")


def corpora() -> list[tuple[str, str]]:
    blocks = (Path(__file__).parent / "between_documents.txt").read_text(encoding="utf-8").split("### ")[1:]
    return [(name, documents) for name, _, documents in (block.partition("\n") for block in blocks)]


def points(documents: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What the documents of a corpus tell against each other: kind, the other document and its words."""
    parts = [part.partition("\n") for part in documents.split("== ")[1:]]
    read_ = [read(Document(name, text.strip() + "\n")) for name, _, text in parts]
    told = [record.value for found in audit(read_) for record in found.faults if record.value.elsewhere]
    return [(value.subtype, value.other, tuple(passage.quote for passage in value.elsewhere)) for value in told]


@pytest.mark.parametrize(("name", "documents"), corpora())
def test_only_what_two_documents_tell_otherwise_is_told(name: str, documents: str) -> None:
    wrong, right = points(_CHOICE.sub(r"\1", documents)), points(_CHOICE.sub(r"\2", documents))

    assert bool(wrong) == (name not in _UNTOLD)
    assert right == []


def test_both_documents_are_told_of_it_each_with_the_words_of_the_other() -> None:
    documents = (
        "== de-an\nXã Khe Lim có 1.245 hộ, 5.316 nhân khẩu.\n== bao-cao\nXã Khe Lim hiện có 1.425 hộ với 5.316 nhân khẩu.\n"
    )

    assert points(documents) == [
        ("value_conflict", "bao-cao", ("Xã Khe Lim hiện có 1.425 hộ với 5.316 nhân khẩu.",)),
        ("value_conflict", "de-an", ("Xã Khe Lim có 1.245 hộ, 5.316 nhân khẩu.",)),
    ]


def test_unrelated_corpora_are_never_told_against_each_other() -> None:
    documents = "".join(_CHOICE.sub(r"\2", text).replace("== ", f"== {place}-") for place, (_, text) in enumerate(corpora()))

    assert points(documents) == []
