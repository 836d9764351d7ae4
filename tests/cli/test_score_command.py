"""hopluc score: an index from files, as a person runs it."""

import csv
from pathlib import Path

import pytest

import coinr
from hopluc.cli import main
from hopluc.errors import MissingFile

INDEX = """code: m
edition: "2025"
name: Bộ chỉ số mẫu
status: example
source: mẫu
groups:
  - {code: I, name: Chung}
indicators:
  - {code: A, name: Chỉ số A, parent: I}
  - {code: B, name: Chỉ số B, parent: I, direction: -1}
"""
FIGURES = "Mã,Tên,A,B\nvh,Vĩnh Hà,1,5\ntl,Tân Lâm,3,\nak,An Khê,2,1\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mau.yaml").write_text(INDEX, encoding="utf-8")
    (tmp_path / "so-lieu.csv").write_text(FIGURES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_ranking_is_shown_with_its_stamp(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "mau.yaml", "so-lieu.csv"]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "Bộ chỉ số mẫu, kỳ 2025. Ước tính nội bộ, không phải kết quả do Bộ công bố.",
        "",
        " Hạng  Mã             Điểm  Tên",
        "    1  tl           100.00  Tân Lâm",
        "    2  ak            75.00  An Khê",
        "    3  vh             0.00  Vĩnh Hà",
    ]


def test_what_is_not_certain_of_a_definition_is_shown_unless_it_is_official(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doubtful = INDEX.replace("status: example", "status: reconstructed\nnote: Trọng số là giả định.")
    lines = []
    for text in (doubtful, doubtful.replace("reconstructed", "official")):
        (desk / "mau.yaml").write_text(text, encoding="utf-8")
        main(["score", "mau.yaml", "so-lieu.csv"])
        lines.append(capsys.readouterr().out.splitlines()[1])

    assert lines == ["Trọng số là giả định.", ""]


def test_each_step_goes_to_a_file_of_its_own(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "mau.yaml", "so-lieu.csv", "--out", "ket-qua"]) == 0

    assert sorted(path.name for path in (desk / "ket-qua").iterdir()) == [
        "aggregated.csv", "denominated.csv", "imputed.csv", "normalised.csv", "ranks.csv", "remarks.csv", "screened.csv", "treated.csv", "weights.csv",
    ]  # fmt: skip
    assert (desk / "ket-qua" / "aggregated.csv").read_text(
        encoding="utf-8"
    ) == "uCode,A,B,I\nak,50,100,75\ntl,100,NA,100\nvh,0,0,0\n"
    assert capsys.readouterr().out.endswith("Mỗi bước một tệp trong thư mục ket-qua.\n")


def test_what_must_be_known_is_told_below_the_ranking(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "so-lieu.csv").write_text(FIGURES.replace("vh,Vĩnh Hà,1,5", "vh,Vĩnh Hà,1,1"), encoding="utf-8")

    main(["score", "mau.yaml", "so-lieu.csv"])

    assert capsys.readouterr().out.splitlines()[-2:] == [
        "Cần biết khi đọc điểm:",
        "- so-lieu.csv, cột B: mọi đơn vị như nhau, nên không phân biệt được; chỉ số này để ngoài, không tính là 0.",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["mau.yaml", "khac.csv"], 1, 'Không tìm thấy tệp "khac.csv". Đề nghị kiểm tra lại đường dẫn.'),
        (["khac.yaml", "so-lieu.csv"], 1, 'Không tìm thấy tệp "khac.yaml". Đề nghị kiểm tra lại đường dẫn.'),
        (["mau.yaml"], 2, "Thiếu tệp số liệu: hopluc score ĐỊNH_NGHĨA SỐ_LIỆU. Chỉ sổ COIN Tool (.xlsx) mới có cả hai."),
        (
            ["chi-so-x", "so-lieu.csv"],
            2,
            (
                'Không có bộ chỉ số "chi-so-x". Hệ thống có sẵn: ai-readiness-2022, ai-readiness-2025, gii-2023, iso-18091-2019, pii-2023, '
                "pii-2024, pii-2025, tfp-growth, tt-17-2019."
            ),
        ),
        (["mau.yaml", "so-lieu.csv", "--keep", "mau.yaml"], 2, 'Tệp "mau.yaml" đã có; đề nghị chọn tên khác cho --keep.'),
        (
            ["pii-2025", "so-lieu.csv"],
            1,
            "Số liệu so-lieu.csv, dòng 1, cột A: định nghĩa không có cột này; bỏ cột, hoặc thêm vào định nghĩa. Đề nghị sửa ô này rồi chạy lại.",
        ),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, told: str
) -> None:
    assert main(["score", *arguments]) == status

    assert capsys.readouterr().err == f"{told}\n"


def test_a_metadata_table_is_kept_as_a_definition_that_scores_the_same(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "imeta.csv").write_text(
        "iCode,iName,Direction,Weight,Parent,Type\nA,Chỉ số A,1,1,I,Indicator\nB,Chỉ số B,-1,1,I,Indicator\nI,Chung,1,1,NA,Aggregate\n",
        encoding="utf-8",
    )

    assert main(["score", "imeta.csv", "so-lieu.csv", "--keep", "giu.yaml"]) == 0
    first = capsys.readouterr().out
    assert main(["score", "giu.yaml", "so-lieu.csv"]) == 0
    assert capsys.readouterr().out == first


def test_a_workbook_of_the_coin_tool_needs_no_figures_beside_it(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "tool.xlsx"]) == 1
    assert capsys.readouterr().err == f"{MissingFile(name='tool.xlsx')}\n"


@pytest.mark.shared
@pytest.mark.skipif(not coinr.FOLDER.is_dir(), reason="the reference numbers are absent")
def test_the_example_of_coinr_comes_out_as_coinr_has_it(tmp_path: Path) -> None:
    assert main(["score", str(coinr.DEFINITION), str(coinr.FIGURES), "--out", str(tmp_path)]) == 0

    for name in ("Denominated", "Imputed", "Screened", "Treated", "Normalised", "Aggregated"):
        mine, theirs = coinr.table(name.lower(), tmp_path), coinr.table(f"dset_{name}")
        assert mine.units == theirs.units
        assert set(mine.codes) == set(theirs.codes)
        assert coinr.apart(coinr.in_order(mine.codes, mine.units, mine.values, theirs), theirs.values) < 1e-10
    ranks = coinr.table("ranks", tmp_path)
    assert {row["uCode"]: float(row["Index"]) for row in coinr.records("results_Summ_ranks")} == dict(
        zip(ranks.units, ranks.values[:, ranks.codes.index("Index")], strict=True)
    )
    with (tmp_path / "ranks.csv").open(encoding="utf-8") as lines:
        assert next(csv.reader(lines))[0] == "uCode"
