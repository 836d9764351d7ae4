"""Malformed files nobody on the project wrote: each a document or a refusal in plain Vietnamese, in time and in bounds."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from hopluc.errors import EncryptedFile, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.converter import converter
from hopluc.reading.sources.limits import Limits

BADINPUT = Path(__file__).parents[4] / "shared" / "badinput"
SECONDS = Limits().seconds

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not BADINPUT.is_dir(), reason="the shared malformed files are absent")]


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as shared:
        yield shared


def verdict(path: Path, sandbox: Sandbox) -> Document | UnreadableFile:
    try:
        return open_source(path, sandbox=sandbox)
    except UnreadableFile as refusal:
        return refusal


def files(folder: str) -> list[Path]:
    return [path for path in sorted((BADINPUT / folder).rglob("*")) if path.is_file() and "LICENSE" not in path.name]


@pytest.mark.parametrize(
    "folder",
    [
        "pdf-malformed",
        "pdf-fuzz",
        "pdf-encrypted",
        "ooxml-malformed",
        "ole-malformed",
        "office-active-content",
        "json",
        "naughty-strings",
        "payload-lists",
        "xss-dompurify",
    ],
)
def test_every_file_has_a_verdict_and_a_document_stands_true(folder: str, sandbox: Sandbox) -> None:
    """With all this machine has: pages without text are recognised, files of old Office converted."""
    verdicts = {path.name: verdict(path, sandbox) for path in files(folder)}

    assert verdicts
    for name, found in verdicts.items():
        if isinstance(found, Document):
            assert found.text.strip(), name
            assert all(found.text[: at.span.end].endswith(found.quote(at.span)) for at in found.locators), name
        else:
            assert str(found).startswith(f'Tệp "{found.details["name"]}"'), name


OFFICE = frozenset(".doc .docm .dotm .dotx .xls .xlsm .xlsb .xlsx .xlt .xltm .ppt .pptm .pptx .ppsm .potm .potx .ppsx".split())


def test_no_active_office_file_becomes_a_document(sandbox: Sandbox) -> None:
    paths = [path for path in files("office-active-content") if "harmless" not in path.name]
    opened = [path.name for path in paths if path.suffix in OFFICE and isinstance(verdict(path, sandbox), Document)]

    assert opened == []


@pytest.mark.skipif(converter() is None, reason="LibreOffice is not installed")
def test_with_libreoffice_the_harmless_old_file_is_read_and_damaged_ones_have_a_verdict(sandbox: Sandbox) -> None:
    harmless = verdict(BADINPUT / "office-active-content" / "msodde__harmless-clean.doc", sandbox)
    damaged = [verdict(path, sandbox) for path in files("ole-malformed")]

    assert isinstance(harmless, Document)
    assert harmless.text.splitlines()[1] == "This is a harmless test document."
    assert len(damaged) == 26


def test_of_the_active_word_files_only_the_harmless_one_is_read(sandbox: Sandbox) -> None:
    words = [path for path in files("office-active-content") if path.suffix == ".docx"]

    assert [path.name for path in words if isinstance(verdict(path, sandbox), Document)] == ["msodde__harmless-clean.docx"]


def test_a_pdf_that_asks_for_a_password_is_told_and_others_are_read(sandbox: Sandbox) -> None:
    kinds = Counter(
        (
            "asked" if "user-password" in path.name or "both" in path.name else "open",
            isinstance(verdict(path, sandbox), EncryptedFile),
        )
        for path in files("pdf-encrypted")
        if path.name.startswith(("r2", "r3", "r4", "r5", "r6"))
    )

    assert kinds == {("asked", True): 7, ("open", False): 9}
