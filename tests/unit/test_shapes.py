"""Every definition loads into its shape, and what is wrong with one is told."""

import shutil
from pathlib import Path

import pytest

from hopluc.load import definitions_folder
from hopluc.shapes import SHAPES, definition_files, shape_of, wrong_definitions


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The definitions of the package, to be spoilt."""
    return Path(shutil.copytree(definitions_folder(), tmp_path / "definitions"))


def told(folder: Path) -> list[str]:
    return [str(mishap) for mishap in wrong_definitions(folder)]


def test_every_definition_loads() -> None:
    assert [str(mishap) for mishap in wrong_definitions()] == []


def test_every_file_has_a_shape_and_every_shape_a_file() -> None:
    files = definition_files()

    assert [name for name in files if shape_of(name) is None] == []
    assert [pattern for pattern in SHAPES if not any(Path(name).match(pattern) for name in files)] == []


def test_a_file_that_nothing_reads_is_told(copy: Path) -> None:
    (copy / "gazetteer" / "rivers.csv").write_text("name,source\n", encoding="utf-8")

    assert [message.split(". Đề nghị")[0] for message in told(copy)] == [
        "Định nghĩa gazetteer/rivers.csv, mục -: không phần nào của hệ thống đọc tệp này"
    ]


def test_each_wrong_file_is_told_and_the_others_are_still_checked(copy: Path) -> None:
    surnames = copy / "gazetteer" / "surnames.csv"
    surnames.write_text("surname,certain,source\nVĩnh,có thể,mẫu\n", encoding="utf-8")
    (copy / "reports" / "yearly.yaml").write_text("code: yearly\n", encoding="utf-8")
    outline = copy / "reports" / "mid-term-review.yaml"
    outline.write_text(outline.read_text(encoding="utf-8").replace("block: aims", "block: hopes"), encoding="utf-8")

    assert [message.split(". Đề nghị")[0] for message in told(copy)] == [
        'Định nghĩa surnames.csv, mục dòng 2, cột certain: giá trị "có thể" phải là "có" hoặc "không"',
        'Định nghĩa reports/mid-term-review.yaml, mục Mục tiêu của Chương trình: không có khối nội dung "hopes"',
        "Định nghĩa yearly.yaml, mục name: thiếu giá trị",
    ]
