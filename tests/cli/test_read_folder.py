"""hopluc read over a folder: side by side, gone on with after a stop, past files that cannot be read."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hopluc.cli import main
from hopluc.errors import CannotWrite
from hopluc.files.finished import NAME
from hopluc.files.opening import NamedFile
from hopluc.files.progress import Progress
from hopluc.files.results import Order
from hopluc.files.workers import Workers

SENTENCE = "Ngày {:02}/3/2024, Ủy ban nhân dân thành phố Vĩnh Hà ban hành Quyết định số 125/QĐ-UBND."


def folder_of(tmp_path: Path, count: int) -> Path:
    """A folder of so many texts, each with a date of its own, and one empty file among them."""
    folder = tmp_path / "vao"
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:02}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
    (folder / "03a.txt").write_bytes(b"")
    return folder


def documents(lines: str) -> list[str]:
    """The documents told of, in order, each once."""
    return list(dict.fromkeys(json.loads(line)["document"] for line in lines.splitlines()))


def results(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if not path.name.startswith(".")}


EMPTY = 'Tệp "03a.txt" không có nội dung. Đề nghị kiểm tra lại và tải lên đúng tệp.'


@pytest.mark.parametrize("more", [[], ["--workers", "2"]])
def test_lines_come_in_the_order_of_the_files(more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["read", str(folder_of(tmp_path, 6)), *more])

    said = capsys.readouterr()
    assert (status, said.err.splitlines()) == (1, [EMPTY])
    assert documents(said.out) == [f"{number:02}.txt" for number in range(1, 7)]


def test_side_by_side_gives_what_one_after_the_other_gives(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 6)

    statuses = [
        main(["read", str(folder), "--out", str(tmp_path / "mot")]),
        main(["read", str(folder), "--out", str(tmp_path / "hai"), "--workers", "2"]),
    ]

    assert statuses == [1, 1]
    assert len(results(tmp_path / "mot")) == 6
    assert results(tmp_path / "mot") == results(tmp_path / "hai")


def read_again(out: Path, before: dict[str, int]) -> list[str]:
    """The results that were written anew."""
    return [path.name for path in sorted(out.glob("*.jsonl")) if path.stat().st_mtime_ns != before[path.name]]


def times(out: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}


@pytest.mark.parametrize("more", [[], ["--workers", "2"]])
def test_only_what_changed_or_failed_is_read_again(more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = folder_of(tmp_path, 5), tmp_path / "ra"
    main(["read", str(folder), "--out", str(out), *more])
    before = times(out)
    (folder / "02.txt").write_text(SENTENCE.format(29), encoding="utf-8")
    (out / "04.jsonl").unlink()
    capsys.readouterr()

    status = main(["read", str(folder), "--out", str(out), *more])

    assert (status, capsys.readouterr().err.splitlines()) == (1, [EMPTY])
    assert read_again(out, before | {"04.jsonl": 0}) == ["02.jsonl", "04.jsonl"]
    assert "29/3/2024" in (out / "02.jsonl").read_text(encoding="utf-8")


def test_a_mended_folder_ends_well(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 3), tmp_path / "ra"
    main(["read", str(folder), "--out", str(out)])
    before = times(out)
    (folder / "03a.txt").write_text(SENTENCE.format(30), encoding="utf-8")

    status = main(["read", str(folder), "--out", str(out)])

    assert status == 0
    assert read_again(out, before | {"03a.jsonl": 0}) == ["03a.jsonl"]


def test_a_line_cut_off_by_a_stop_is_read_again(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 3), tmp_path / "ra"
    main(["read", str(folder), "--out", str(out)])
    before = times(out)
    noted = (out / NAME).read_bytes()
    (out / NAME).write_bytes(noted[:-20])

    main(["read", str(folder), "--out", str(out)])

    assert read_again(out, before) == ["03.jsonl"]


def test_another_reader_reads_all_again(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 3), tmp_path / "ra"
    main(["read", str(folder), "--out", str(out)])
    before = times(out)
    lines = [json.loads(line) | {"reader": "another"} for line in (out / NAME).read_text().splitlines()]
    (out / NAME).write_text("".join(json.dumps(line) + "\n" for line in lines))

    main(["read", str(folder), "--out", str(out)])

    assert len(read_again(out, before)) == 3


def test_texts_asked_for_later_are_written(tmp_path: Path) -> None:
    folder, out = tmp_path / "vao", tmp_path / "ra"
    folder.mkdir()
    (folder / "mot.html").write_text(f"<html><p>{SENTENCE.format(1)}</p></html>", encoding="utf-8")
    main(["read", str(folder), "--out", str(out)])

    main(["read", str(folder), "--out", str(out), "--text"])

    assert list(results(out)) == ["mot.jsonl", "mot.txt"]


def test_a_text_that_was_taken_away_is_written_again(tmp_path: Path) -> None:
    folder, out = tmp_path / "vao", tmp_path / "ra"
    folder.mkdir()
    (folder / "mot.html").write_text(f"<html><p>{SENTENCE.format(1)}</p></html>", encoding="utf-8")
    main(["read", str(folder), "--out", str(out), "--text"])
    (out / "mot.txt").unlink()

    main(["read", str(folder), "--out", str(out), "--text"])

    assert list(results(out)) == ["mot.jsonl", "mot.txt"]


def test_a_folder_of_results_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path, 1)

    status = main(["read", str(folder), "--out", str(folder / "01.txt")])

    path = folder / "01.txt" / NAME
    assert (status, capsys.readouterr().err) == (
        1,
        f'Không ghi được tệp "{path}" (thư mục không có, hết chỗ hoặc không có quyền). Đề nghị chọn thư mục khác bằng --out.\n',
    )


def test_results_written_among_the_files_are_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path, 2)
    main(["read", str(folder), "--out", str(folder)])
    first = results(folder)

    main(["read", str(folder), "--out", str(folder)])

    assert results(folder) == first


def test_a_result_under_an_earlier_name_is_taken_away(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 2), tmp_path / "ra"
    main(["read", str(folder), "--out", str(out)])
    (folder / "01.html").write_text(f"<html><p>{SENTENCE.format(9)}</p></html>", encoding="utf-8")

    main(["read", str(folder), "--out", str(out)])

    assert list(results(out)) == ["01.html.jsonl", "01.txt.jsonl", "02.jsonl"]


def test_named_files_are_read_anew_each_time(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 1), tmp_path / "ra"
    main(["read", str(folder / "01.txt"), "--out", str(out)])
    before = times(out)

    main(["read", str(folder / "01.txt"), "--out", str(out)])

    assert read_again(out, before) == ["01.jsonl"]
    assert [path.name for path in out.iterdir()] == ["01.jsonl"]


def test_a_stopped_run_goes_on(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 1200), tmp_path / "ra"
    command = [sys.executable, "-m", "hopluc", "read", str(folder), "--out", str(out), "--workers", "2"]
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # where tests run in the background it may be ignored, and be so for a child
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True) as run:
        assert run.stderr is not None
        first = run.stderr.readline().strip()  # it has read some, and has more to read
        os.killpg(run.pid, signal.SIGINT)
        said = run.stderr.read().splitlines()
    assert (run.returncode, first, said) == (130, EMPTY, ["Đã dừng. Chạy lại đúng lệnh này để đọc tiếp từ chỗ dừng."])
    noted = [json.loads(line)["path"] for line in (out / NAME).read_text().splitlines()]
    before = times(out)

    status = main(["read", str(folder), "--out", str(out), "--workers", "2"])

    kept = [Path(path).stem for path in noted]
    assert kept[:3] == ["01", "02", "03"]
    assert status == 1
    assert [name for name in before if Path(name).stem in kept and (out / name).stat().st_mtime_ns != before[name]] == []
    assert len(results(out)) == 1200


def test_fewer_than_one_worker_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path), "--workers", "0"]) == 2
    assert capsys.readouterr().err == "--workers phải từ 1 trở lên.\n"


def test_workers_that_are_no_number_are_told_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["read", ".", "--workers", "hai"])

    assert capsys.readouterr().err == (
        "hopluc read: --workers cần một số nguyên, không phải 'hai'. Xem \"hopluc read --help\".\n"
    )


def order(path: Path, out: Path) -> Order:
    return Order(NamedFile(path, path.name, path.stem), out / f"{path.stem}.jsonl")


def test_a_process_that_has_died_is_replaced(tmp_path: Path) -> None:
    folder, out = folder_of(tmp_path, 3), tmp_path / "ra"
    with Workers(1) as workers:
        known = workers.outcomes(iter([order(folder / f"{number:02}.txt", out) for number in (1, 2, 3)]))
        next(known)
        (process,) = workers._processes.values()
        process.kill()
        process.join()

        assert [outcome.said for _, outcome in known] == [(), ()]
    assert list(results(out)) == ["01.jsonl", "02.jsonl", "03.jsonl"]


def test_a_place_that_cannot_be_written_stops_the_run_side_by_side(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 2)

    with pytest.raises(CannotWrite), Workers(2) as workers:
        list(workers.outcomes([order(folder / "01.txt", folder / "02.txt")]))


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_a_plain_line_that_goes_away() -> None:
    screen = Screen()
    with Progress(4, screen) as progress:
        progress.count(finished=True)
        progress.say("Lưu ý.")
        progress.count(failed=True)

    drawn = screen.getvalue().replace("\r", "\n").split("\n")
    assert [line.strip() for line in drawn if line.strip()] == [
        "[#######.......................] 1/4 tệp, 1 đã đọc từ trước",
        "Lưu ý.",
        "[#######.......................] 1/4 tệp, 1 đã đọc từ trước",
        "[###############...............] 2/4 tệp, 1 đã đọc từ trước, 1 không đọc được",
    ]
    assert drawn[-1] == ""


@pytest.mark.parametrize(("total", "screen"), [(4, io.StringIO()), (1, Screen())])
def test_progress_is_silent_without_a_terminal_and_for_one_file(total: int, screen: io.StringIO) -> None:
    with Progress(total, screen) as progress:
        progress.count()

    assert screen.getvalue().strip() == ""
