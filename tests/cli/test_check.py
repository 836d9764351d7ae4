"""hopluc check, run as a person would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import forked
from hopluc.load import definitions_folder


def environment(home: Path) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    return {**clean, "HOPLUC_HOME": str(home)}


def check(home: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """The status, what was said, and what was complained of, advice on an old SQLite left out."""
    return told(forked.hopluc("check", *arguments, env=environment(home)))


def told(done: subprocess.CompletedProcess[str]) -> tuple[int, list[str], list[str]]:
    return done.returncode, done.stdout.splitlines(), [x for x in done.stderr.splitlines() if not x.startswith("hopluc.W001")]


def test_definitions_and_settings_are_well_in_a_folder_not_used_before(tmp_path: Path) -> None:
    anew = [sys.executable, "-m", "hopluc", "check"]

    status, said, wrong = told(
        subprocess.run(anew, env=environment(tmp_path), capture_output=True, encoding="utf-8", check=False)
    )

    assert (status, said[0].split(":")[0], wrong) == (0, "Định nghĩa", [])


def test_each_wrong_definition_is_told_in_one_line(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(definitions_folder(), tmp_path / "definitions"))
    (copy / "gazetteer" / "surnames.csv").write_text("surname,certain\nVĩnh,có\n", encoding="utf-8")
    (copy / "vocabulary" / "units.csv").write_text("word,kind,cased,source\ngiây,time,sai,mẫu\n", encoding="utf-8")

    status, said, wrong = check(tmp_path / "home", "--definitions", str(copy))

    assert status == 1
    assert "Định nghĩa" not in {line.split(":")[0] for line in said}
    assert wrong == [
        "Định nghĩa surnames.csv, mục source: thiếu cột này. Đề nghị sửa tệp này rồi chạy lại hopluc check.",
        (
            'Định nghĩa units.csv, mục dòng 2, cột cased: giá trị "sai" phải là "có" hoặc "không". '
            "Đề nghị sửa tệp này rồi chạy lại hopluc check."
        ),
    ]


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    missing = tmp_path / "khong-co"

    assert check(tmp_path, "--definitions", str(missing)) == (
        2,
        [],
        [f'Không tìm thấy thư mục "{missing}". Đề nghị kiểm tra lại đường dẫn.'],
    )
