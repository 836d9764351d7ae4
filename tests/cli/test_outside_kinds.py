"""hopluc kinds, and the commands that read, beside packages of others; run as a person would."""

import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

import forked
from hopluc.cli import main
from hopluc.reading.facts import Kind, RecordKind
from hopluc.reading.kind_pages import IN_VIETNAMESE
from hopluc.reading.kinds import MENTIONS, RECORDS
from outsiders import KIND, install

DYING = KIND.replace(
    "def find_loans(document, found):",
    "def find_loans(document, found):\n    if 'CHẾT' in document.text: __import__('os')._exit(9)",
)
BROKEN = KIND.replace("def find_loans(document, found):", "def find_loans(document, found):\n    1 / 0")
TEXT = "Ngày {:02}/3/2024, tỉnh Tân Lâm ký khoản vay số 12."
TOLD = (
    'Gói vay-von 1.0, loại thông tin "loan": ZeroDivisionError: division by zero. Phần này được bỏ qua, các phần khác vẫn đọc như thường. '
    "Đề nghị báo người làm gói sửa, hoặc gỡ gói bằng pip uninstall; chạy hopluc check để kiểm tra lại."
)


def hopluc(packages: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """The status, what was said and what was complained of, with the packages of a folder installed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    done = forked.hopluc(*arguments, env={**clean, "PYTHONPATH": str(packages), "HOPLUC_HOME": str(packages / "home")})
    return done.returncode, done.stdout.splitlines(), [x for x in done.stderr.splitlines() if not x.startswith("hopluc.W001")]


def texts(folder: Path) -> Path:
    """A folder of three texts, the second of them the end of a reader that dies of it."""
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text(TEXT.format(number) + (" CHẾT" if number == 2 else ""), encoding="utf-8")
    return folder


def told_of(lines: list[str]) -> list[tuple[str, str]]:
    """Document and kind of each mention but the dates' place names."""
    return [(line["document"], line["kind"]) for line in map(json.loads, lines) if line["kind"] in {"date", "loan"}]


def test_every_kind_stands_on_a_line_with_how_it_does_on_its_cases(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["kinds"])

    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[:2] for line in lines] == [[kind.name, "hopluc"] for kind in (*MENTIONS, *RECORDS)]
    assert status == 0


def test_the_page_of_a_kind_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["kinds", "period"])

    assert (status, capsys.readouterr().out.splitlines()[0]) == (0, "### `period` (giai đoạn)")


@pytest.mark.parametrize("kind", [*MENTIONS, *RECORDS], ids=lambda kind: kind.name)
def test_the_page_of_each_kind_of_ours_says_in_vietnamese_what_it_is(
    kind: Kind | RecordKind, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["kinds", kind.name])

    assert capsys.readouterr().out.splitlines()[2] == IN_VIETNAMESE[kind.name]


def test_a_kind_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds", "loan"]) == 2
    assert capsys.readouterr().err == "Không có loại thông tin loan. Chạy hopluc kinds để xem các loại.\n"


class Gone(io.StringIO):
    """A screen whose reader has gone, as `head` does, once one line is written."""

    def write(self, text: str) -> int:
        if "\n" in self.getvalue():
            raise BrokenPipeError
        return super().write(text)

    def fileno(self) -> int:
        return self.spare

    spare = -1


@pytest.mark.parametrize("names", [(), ("date", "period")])
def test_a_reader_that_has_gone_is_blamed_on_no_package(
    names: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "screen").open("w") as spare:
        Gone.spare = spare.fileno()
        monkeypatch.setattr("sys.stdout", Gone())

        status = main(["kinds", *names])

    assert (status, capsys.readouterr().err) == (1, "")


def test_a_mishap_of_our_own_kind_is_blamed_on_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hopluc.reading.cases.MENTIONS", (replace(MENTIONS[0], cases=()),))

    with pytest.raises(StopIteration):
        main(["kinds", MENTIONS[0].name])


def test_an_outside_kind_is_read_listed_and_shown(tmp_path: Path) -> None:
    install(tmp_path, "vay-von", {"vay_von.py": KIND}, kinds="loan = vay_von:KIND")

    status, said, wrong = hopluc(tmp_path, "read", str(texts(tmp_path / "vao") / "1.txt"))
    assert (status, told_of(said), wrong) == (0, [("1.txt", "date"), ("1.txt", "loan")], [])
    assert [line.split() for line in hopluc(tmp_path, "kinds")[1] if line.startswith("loan")] == [
        ["loan", "vay-von", "1.0", "1/1", "1.000", "khoản", "vay"]
    ]
    assert hopluc(tmp_path, "kinds", "loan")[1][0] == "### `loan` (khoản vay)"
    assert hopluc(tmp_path, "check")[0] == 0


def test_a_broken_outside_kind_is_told_once_and_all_else_is_read(tmp_path: Path) -> None:
    install(tmp_path, "vay-von", {"vay_von.py": BROKEN}, kinds="loan = vay_von:KIND")
    folder = str(texts(tmp_path / "vao"))

    status, said, wrong = hopluc(tmp_path, "read", folder)
    assert (status, told_of(said), wrong) == (1, [(f"{number}.txt", "date") for number in (1, 2, 3)], [TOLD])
    assert hopluc(tmp_path, "audit", folder)[::2] == (1, [TOLD])
    assert hopluc(tmp_path, "kinds")[::2] == (1, [TOLD])
    assert hopluc(tmp_path, "check")[::2] == (1, [TOLD])


def test_a_wrong_outside_table_is_told_and_all_else_is_read(tmp_path: Path) -> None:
    files = {"ho/__init__.py": "", "ho/definitions/gazetteer/surnames.csv": "surname,certain\nMẫuhọ,có\n"}
    install(tmp_path, "ho", files, definitions="ho = ho")

    status, said, wrong = hopluc(tmp_path, "read", str(texts(tmp_path / "vao") / "1.txt"))

    assert (status, told_of(said)) == (1, [("1.txt", "date")])
    assert [line.split(". ")[0] for line in wrong] == [
        'Gói ho 1.0, danh mục "gazetteer/surnames.csv": mục source: thiếu cột này'
    ]


def test_a_process_that_dies_takes_one_file_with_it(tmp_path: Path) -> None:
    install(tmp_path, "vay-von", {"vay_von.py": DYING}, kinds="loan = vay_von:KIND")

    status, said, wrong = hopluc(tmp_path, "read", str(texts(tmp_path / "vao")), "--workers", "1")

    assert (status, told_of(said)) == (1, [(f"{number}.txt", kind) for number in (1, 3) for kind in ("date", "loan")])
    assert [line.split(". ")[0] for line in wrong] == [
        'Tệp "2.txt" bị hỏng nên không đọc được (nội dung tệp làm chương trình đọc dừng lại)'
    ]


def test_a_mended_kind_reads_all_again(tmp_path: Path) -> None:
    install(tmp_path, "vay-von", {"vay_von.py": BROKEN}, kinds="loan = vay_von:KIND")
    folder, out = texts(tmp_path / "vao"), tmp_path / "ra"
    hopluc(tmp_path, "read", str(folder), "--out", str(out))
    (tmp_path / "vay_von.py").write_text(KIND, encoding="utf-8")

    status, _, wrong = hopluc(tmp_path, "read", str(folder), "--out", str(out))

    assert (status, wrong) == (0, [])
    assert told_of((out / "1.jsonl").read_text(encoding="utf-8").splitlines()) == [("1.txt", "date"), ("1.txt", "loan")]
