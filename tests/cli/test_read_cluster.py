"""hopluc read --cluster: the machines of a Dask cluster read what one machine reads; what cannot be done is told."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from hopluc.cli import main

INSTALLED = find_spec("distributed") is not None
with_dask = pytest.mark.skipif(not INSTALLED, reason="needs the package distributed")
SENTENCE = "Ngày {:02}/3/2024, Ủy ban nhân dân thành phố Vĩnh Hà ban hành Quyết định số 125/QĐ-UBND."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve texts, and one empty file among them."""
    made = tmp_path / "vao"
    made.mkdir()
    for number in range(1, 13):
        (made / f"{number:02}.txt").write_text(SENTENCE.format(number), encoding="utf-8")
    (made / "03a.txt").write_bytes(b"")
    return made


@pytest.fixture
def address() -> Iterator[str]:
    """A cluster of two threads."""
    from distributed import LocalCluster  # where it is installed

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=False, protocol="tcp://", dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def results(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if not path.name.startswith(".")}


@with_dask
def test_a_cluster_gives_what_one_machine_gives(
    folder: Path, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # paths that mean something only here

    alone = main(["read", "vao", "--out", "mot"]), capsys.readouterr().err
    together = main(["read", "vao", "--out", "hai", "--cluster", address]), capsys.readouterr().err

    assert alone == together == (1, 'Tệp "03a.txt" không có nội dung. Đề nghị kiểm tra lại và tải lên đúng tệp.\n')
    assert len(results(tmp_path / "hai")) == 12
    assert results(tmp_path / "mot") == results(tmp_path / "hai")


@with_dask
def test_what_a_cluster_finished_is_not_read_again(folder: Path, address: str, tmp_path: Path) -> None:
    (folder / "03a.txt").unlink()
    command = ["read", str(folder), "--out", str(tmp_path / "ra"), "--cluster", address]
    assert main(command) == 0
    written = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "ra").glob("*.jsonl")}
    (folder / "05.txt").write_text(SENTENCE.format(25), encoding="utf-8")

    assert main(command) == 0

    again = [name for name, time in written.items() if (tmp_path / "ra" / name).stat().st_mtime_ns != time]
    assert again == ["05.jsonl"]


@with_dask
def test_a_result_that_cannot_be_written_ends_the_run(
    folder: Path, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "01.jsonl").mkdir()

    assert main(["read", str(folder), "--out", str(tmp_path / "ra"), "--cluster", address]) == 1

    assert capsys.readouterr().err.startswith("Không ghi được")


@with_dask
@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "may-chu"])
def test_an_address_where_nobody_answers_is_told(
    folder: Path, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hopluc.files.cluster._PATIENCE", 1)

    assert main(["read", str(folder), "--out", str(tmp_path / "ra"), "--cluster", address]) == 2

    assert capsys.readouterr().err.startswith(f'Bộ điều phối Dask ở địa chỉ "{address}" không trả lời.')


@pytest.mark.skipif(INSTALLED, reason="the package distributed is installed")
def test_a_missing_package_is_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--out", str(tmp_path / "ra"), "--cluster", "tcp://may-chu:8786"]) == 2

    assert capsys.readouterr().err.startswith("Chưa cài gói distributed nên không dùng được --cluster.")


@pytest.mark.parametrize("more", [[], ["--out", "ra", "--workers", "2"]])
def test_a_cluster_needs_a_folder_and_no_processes(folder: Path, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--cluster", "tcp://may-chu:8786", *more]) == 2

    assert (
        capsys.readouterr().err
        == "--cluster cần --out là thư mục mà mọi máy của cụm cùng thấy, và không dùng cùng --workers.\n"
    )
