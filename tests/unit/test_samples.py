"""The sample documents beside the checkout are what their sources say."""

import io
from pathlib import Path

import docx
import pytest
from samples.build import Sample, samples

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "vinh-ha"
SAMPLES = samples(FOLDER / "source")


def words(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


@pytest.mark.parametrize("sample", [s for s in SAMPLES if s.head["format"] == "docx"], ids=lambda s: s.name)
def test_a_word_sample_says_what_its_source_says(sample: Sample) -> None:
    assert words((FOLDER / sample.file()).read_bytes()) == words(sample.content())


def test_every_source_has_its_file_and_no_other_file_stands_there() -> None:
    present = {path.name for path in FOLDER.iterdir() if path.is_file()} - {"README.md"}

    assert present == {sample.file() for sample in SAMPLES}
