"""hopluc score --uncertainty: ranks with intervals, audit and profiles, as a person runs it."""

import csv
from pathlib import Path

import pytest

from hopluc.cli import main

INDEX = """code: m
edition: "2025"
name: Bộ chỉ số mẫu
status: reconstructed
source: mẫu
note: Trọng số là giả định.
steps:
  normalise: {method: min-max, low: 1, high: 100}
groups:
  - {code: I, name: Chung}
  - {code: P, name: Nhân lực, parent: I}
  - {code: Q, name: Kết quả, parent: I}
indicators:
  - {code: A, name: Chỉ số A, parent: P}
  - {code: B, name: Chỉ số B, parent: P, direction: -1}
  - {code: C, name: Chỉ số C, parent: Q}
"""
FIGURES = "Mã,Tên,A,B,C\nvh,Vĩnh Hà,1,5,4\ntl,Tân Lâm,3,4,9\nak,An Khê,2,1,6\n"
INPUTS = """design: latin
level: 0.8
inputs:
  - {name: chuẩn hóa, kind: any-of, key: steps.normalise, values: [{method: min-max, low: 1, high: 100}, {method: rank}]}
  - {name: trụ cột, kind: weight-ranges, ranges: {P: {low: 0.3, high: 0.7}, Q: {low: 0.3, high: 0.7}}}
  - {name: bộ trọng số, kind: weight-sets, sets: [{A: 1, B: 1}, {A: 2, B: 1}]}
  - {name: mẫu số, kind: between, key: indicators.C.weight, low: 0.5, high: 2}
  - {name: sai số, kind: error, spread: 0.05, codes: [A]}
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mau.yaml").write_text(INDEX, encoding="utf-8")
    (tmp_path / "so-lieu.csv").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "yeu-to.yaml").write_text(INPUTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def run(*more: str) -> int:
    return main(["score", "mau.yaml", "so-lieu.csv", "--out", "ket-qua", *more])


def test_ranks_audit_and_profiles_are_written(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--uncertainty", "500") == 0

    assert "Độ chắc chắn: 500 lần tính lại" in capsys.readouterr().out
    ranks = table(desk / "ket-qua" / "rank-intervals.csv")
    assert [row["uCode"] for row in ranks] == ["vh", "tl", "ak"]
    assert all(float(row["RankFrom"]) <= float(row["MedianRank"]) <= float(row["RankTo"]) for row in ranks)
    assert [row["NoScore"] for row in ranks] == ["0", "0", "0"]
    assert {row["Target"] for row in table(desk / "ket-qua" / "sensitivity.csv")} == {"MeanRankShift", "Score", "Rank"}
    assert sorted(page.name for page in (desk / "ket-qua" / "profiles").iterdir()) == ["ak.html", "tl.html", "vh.html"]
    assert sorted(file.stem for file in (desk / "ket-qua" / "audit").iterdir()) == [
        "availability", "correlations", "cronbach", "importance", "pca", "removals", "statistics",
    ]  # fmt: skip
    statistics = {row["iCode"]: row for row in table(desk / "ket-qua" / "audit" / "statistics.csv")}
    assert (statistics["A"]["Mean"], statistics["A"]["N.Avail"], statistics["A"]["Kurt"]) == ("2", "3", "NA")
    for name in ("audit.html", "ranking.html", "profiles/ak.html"):
        page = (desk / "ket-qua" / name).read_text(encoding="utf-8")
        assert page.count("Ước tính nội bộ, không phải kết quả do Bộ công bố") == 1
        assert page.count("Trọng số là giả định.") == 1


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_later_run_leaves_no_result_of_the_earlier_one(desk: Path) -> None:
    run("--uncertainty", "20")
    for name in ("ghi-chú.html", "profiles/khác.html", "audit/khác.csv"):
        (desk / "ket-qua" / name).write_text("của người dùng", encoding="utf-8")
    (desk / "so-lieu.csv").write_text(FIGURES.replace("vh,", "ds,"), encoding="utf-8")

    assert run() == 0

    assert files_of(desk / "ket-qua") == [
        "aggregated.csv", "audit/khác.csv", "denominated.csv", "ghi-chú.html", "imputed.csv", "normalised.csv", "profiles/khác.html",
        "ranks.csv", "remarks.csv", "screened.csv", "treated.csv", "weights.csv",
    ]  # fmt: skip


def test_a_run_that_cannot_be_scored_leaves_the_earlier_results(desk: Path) -> None:
    run("--uncertainty", "20")
    before = files_of(desk / "ket-qua")
    (desk / "so-lieu.csv").write_text(FIGURES.replace(",9", ""), encoding="utf-8")

    assert run() == 1
    assert files_of(desk / "ket-qua") == before


def test_an_earlier_result_that_cannot_be_removed_is_told(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "ket-qua" / "ranking.html").mkdir(parents=True)

    assert run() == 1
    assert "không xóa được kết quả lần trước" in capsys.readouterr().err


def test_a_profile_tells_how_to_move_up_but_not_of_the_first(desk: Path) -> None:
    run("--uncertainty", "20")

    told = {
        page.stem: "Muốn lên hạng" in page.read_text(encoding="utf-8") for page in (desk / "ket-qua" / "profiles").iterdir()
    }
    ranks = {row["uCode"]: row["Rank"] for row in table(desk / "ket-qua" / "rank-intervals.csv")}
    assert told == {unit: rank != "1" for unit, rank in ranks.items()}


def test_two_processes_write_the_same_as_one(desk: Path) -> None:
    run("--uncertainty", "40000")
    alone = (desk / "ket-qua" / "rank-intervals.csv").read_text(encoding="utf-8")
    run("--uncertainty", "40000", "--workers", "2")

    assert (desk / "ket-qua" / "rank-intervals.csv").read_text(encoding="utf-8") == alone


def test_inputs_come_from_a_file(desk: Path) -> None:
    assert run("--uncertainty", "300", "--inputs", "yeu-to.yaml") == 0

    moved = table(desk / "ket-qua" / "sensitivity.csv")
    assert [row["Input"] for row in moved if row["Target"] == "MeanRankShift"] == [
        "chuẩn hóa",
        "trụ cột",
        "bộ trọng số",
        "mẫu số",
        "sai số",
    ]


def test_of_a_panel_the_latest_year_is_analysed(desk: Path) -> None:
    years = "Mã,Tên,Năm,A,B,C\n" + "".join(
        f"{code},{code},{year},{a},{b},{c}\n"
        for year, shift in ((2024, 0), (2025, 3))
        for code, a, b, c in (("vh", 1 + shift, 5, 4), ("tl", 3, 4, 9), ("ak", 2, 1, 6))
    )
    (desk / "so-lieu.csv").write_text(years, encoding="utf-8")

    assert run("--uncertainty", "50") == 0

    assert len(table(desk / "ket-qua" / "rank-intervals.csv")) == 3


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        (("--uncertainty", "0"), 2, "--uncertainty và --workers phải là số nguyên từ 1 trở lên."),
        (("--uncertainty", "9", "--workers", "0"), 2, "--uncertainty và --workers phải là số nguyên từ 1 trở lên."),
        (("--uncertainty", "9", "--dask", "tcp://127.0.0.1:1"), 2, "Chưa cài gói distributed nên không dùng được --dask"),
        (("--uncertainty", "9", "--inputs", "sai.yaml"), 1, "sai.yaml"),
    ],
)
def test_what_cannot_be_run_is_refused(
    desk: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], status: int, said: str
) -> None:
    (desk / "sai.yaml").write_text(
        "inputs:\n  - {name: x, kind: any-of, key: steps.treat.points, values: [1]}\n", encoding="utf-8"
    )

    assert run(*more) == status

    assert said in capsys.readouterr().err


def test_pages_need_a_folder(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "mau.yaml", "so-lieu.csv", "--uncertainty", "9"]) == 2

    assert "--uncertainty cần --out" in capsys.readouterr().err
