"""hopluc read and hopluc audit, run as a person would."""

import io
import json
import os
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import docx
import pytest

from hopluc.cli import main
from hopluc.reading.sources.scanner import scanner
from sources import printed, row, text, workbook

SENTENCE = "Ngày 05/3/2024, Ủy ban nhân dân thành phố Vĩnh Hà ban hành Quyết định số 125/QĐ-UBND."


def text_file(folder: Path, name: str, text: str = SENTENCE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def word_file(folder: Path, name: str, *paragraphs: str) -> Path:
    document = docx.Document()
    for paragraph in paragraphs or (SENTENCE,):
        document.add_paragraph(paragraph)
    path = folder / name
    document.save(str(path))
    return path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def dates(text: str) -> list[tuple[str, str, int, int]]:
    return [(line["document"], line["text"], line["start"], line["end"]) for line in lines(text) if line.get("kind") == "date"]


def test_facts_go_to_standard_output_with_their_document_and_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["read", str(text_file(tmp_path, "mot.txt", f"Tiêu đề\n{SENTENCE}"))])

    said = capsys.readouterr()
    assert (status, said.err) == (0, "")
    assert dates(said.out) == [("mot.txt", "05/3/2024", 13, 22)]
    assert {line["locator"]["paragraph"] for line in lines(said.out)} == {1}


def test_offsets_count_the_composed_text_of_a_file_with_its_line_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mot.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Kê\u0301 hoạch\r\n".encode() + SENTENCE.encode())

    main(["read", str(path)])

    assert dates(capsys.readouterr().out) == [("mot.txt", "05/3/2024", 15, 24)]


def test_each_document_has_its_own_file_and_its_text_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [text_file(tmp_path, "mot.txt"), word_file(tmp_path, "hai.docx", "Mở đầu", SENTENCE)]
    paths.append(text_file(tmp_path, "ba.html", f"<html><p>{SENTENCE}</p></html>"))
    out = tmp_path / "ra"

    status = main(["read", *map(str, paths), "--out", str(out), "--text"])

    assert (status, capsys.readouterr().out) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["ba.jsonl", "ba.txt", "hai.jsonl", "hai.txt", "mot.jsonl"]
    for stem in ("ba", "hai"):
        text = (out / f"{stem}.txt").read_bytes().decode()
        found = lines((out / f"{stem}.jsonl").read_text(encoding="utf-8"))
        assert [text[line["start"] : line["end"]] for line in found if line["type"] == "mention"] == [
            line["text"] for line in found if line["type"] == "mention"
        ]


def test_the_text_written_reads_the_same(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    main(["read", str(word_file(tmp_path, "hai.docx", "Mở đầu", SENTENCE)), "--out", str(first), "--text"])

    main(["read", str(first / "hai.txt"), "--out", str(second)])

    spans = [
        [
            (line["kind"], line["start"], line["end"])
            for line in lines((folder / "hai.jsonl").read_text(encoding="utf-8"))
            if "start" in line
        ]
        for folder in (first, second)
    ]
    assert spans[0] == spans[1] != []


def test_a_bad_file_is_told_in_one_line_and_the_others_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty, good = text_file(tmp_path, "rong.txt", ""), text_file(tmp_path, "tot.txt")
    missing = tmp_path / "khong-co.txt"

    status = main(["read", str(empty), str(missing), str(good)])

    said = capsys.readouterr()
    assert status == 1
    assert said.err.splitlines() == [
        'Tệp "rong.txt" không có nội dung. Đề nghị kiểm tra lại và tải lên đúng tệp.',
        f'Không tìm thấy tệp "{missing}". Đề nghị kiểm tra lại đường dẫn.',
    ]
    assert [found[0] for found in dates(said.out)] == ["tot.txt"]


def test_a_wrong_extension_is_told_and_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["read", str(text_file(tmp_path, "mot.docx"))])

    said = capsys.readouterr()
    assert status == 0
    assert said.err == 'Lưu ý: tệp "mot.docx" có đuôi .docx nhưng nội dung là văn bản thường; đã đọc theo nội dung.\n'
    assert len(dates(said.out)) == 1


def test_a_folder_is_read_deep_without_hidden_and_lock_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b/hai.txt", "a/mot.txt", "a/.an.txt", "a/~$mot.docx", ".an/ba.txt"):
        text_file(tmp_path, name)

    main(["read", str(tmp_path)])

    assert [found[0] for found in dates(capsys.readouterr().out)] == ["mot.txt", "hai.txt"]


def test_files_of_one_name_do_not_overwrite_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a/so.txt", "b/so.txt", "b/SO.TXT", "c/khac.txt", "c/khac.html", "mot.txt"):
        text_file(tmp_path, name, f"<html><p>{SENTENCE}" if name.endswith("html") else SENTENCE)
    out = tmp_path / "ra"

    main(["read", *[str(tmp_path / folder) for folder in ("a", "b", "c", "mot.txt")], "--out", str(out)])

    written = sorted(out.glob("*.jsonl"))
    assert [path.name for path in written] == [
        "a-so.txt.jsonl", "b-SO.TXT.jsonl", "b-so.txt-2.jsonl", "khac.html.jsonl", "khac.txt.jsonl", "mot.jsonl",
    ]  # fmt: skip
    named = [lines(path.read_text(encoding="utf-8"))[0]["document"] for path in written]
    assert len(set(named)) == 6


def test_a_file_named_twice_is_read_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(text_file(tmp_path, "mot.txt"))

    main(["read", path, path])

    assert len(dates(capsys.readouterr().out)) == 1


def test_the_file_that_is_read_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = text_file(tmp_path, "mot.txt", f"<html><p>{SENTENCE}</p></html>")
    before = page.read_bytes()

    status = main(["read", str(page), "--out", str(tmp_path), "--text"])

    assert status == 1
    assert "trùng với tệp đang đọc" in capsys.readouterr().err
    assert page.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = text_file(tmp_path, "mot.txt")

    status = main(["read", str(path), "--out", str(path / "ra")])

    assert status == 1
    assert capsys.readouterr().err.startswith("Không ghi được tệp ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], 'hopluc: thiếu LỆNH. Xem "hopluc --help".'),
        (["read"], 'hopluc read: thiếu TỆP. Xem "hopluc read --help".'),
        (["doc"], "hopluc: không có lệnh 'doc'. Xem \"hopluc --help\"."),
        (["read", "a.txt", "--nhanh"], 'hopluc: không có tùy chọn --nhanh. Xem "hopluc --help".'),
        (["read", "a.txt", "--out"], 'hopluc read: --out cần một giá trị. Xem "hopluc read --help".'),
        (["read", "a.txt", "--text=1"], "hopluc read: --text không nhận giá trị '1'. Xem \"hopluc read --help\"."),
    ],
)
def test_wrong_use_is_told_in_one_line(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err == f"{said}\n"


def test_a_folder_without_files_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "Không có tệp nào trong thư mục đã nêu. Đề nghị kiểm tra lại đường dẫn.\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["audit", "-h"]])
def test_help_is_vietnamese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("Cách dùng: hopluc")
    assert [english for english in ("usage", "options", "arguments", "show this") if english in said] == []


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])

    assert capsys.readouterr().out == "hopluc 0.1.0\n"


ONE = "Tổ chức 10 lớp, gồm 4 lớp tại Vĩnh Hà và 5 lớp tại Tân Lâm. Quyết định số 125/QĐ-UBND ngày 05/3/2024 của UBND thành phố Vĩnh Hà.\n"
OTHER = "Thực hiện Quyết định số 125/QĐ-UBND ngày 05/4/2024 của UBND thành phố Vĩnh Hà. Ngày 31/6/2024 tổ chức hội nghị.\n"


def test_audit_tells_contradictions_within_and_across_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["audit", str(text_file(tmp_path, "mot.txt", ONE)), str(text_file(tmp_path, "hai.txt", OTHER))])

    found = lines(capsys.readouterr().out)
    assert status == 0
    assert {line["kind"] for line in found} == {"inconsistency"}
    assert [line for line in found if line["ok"]] == []
    assert ("hai.txt", "impossible_date", None) in {(line["document"], line["subtype"], line["other"]) for line in found}
    assert "date_conflict" in {line["subtype"] for line in found if line["other"]}


def test_audit_tells_passing_checks_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = text_file(
        tmp_path, "mot.txt", "Thỏa thuận gồm 3 lĩnh vực: đào tạo nhân lực; chuyển giao công nghệ; thông tin khoa học.\n"
    )
    out = tmp_path / "ra"

    main(["audit", str(path)])
    silent = capsys.readouterr().out
    main(["audit", str(path), "--passing", "--out", str(out)])

    assert silent == ""
    assert [line["ok"] for line in lines((out / "mot.jsonl").read_text(encoding="utf-8"))] == [True]


def test_audit_reads_what_it_can(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["audit", str(text_file(tmp_path, "rong.txt", "")), str(text_file(tmp_path, "hai.txt", OTHER))])

    said = capsys.readouterr()
    assert status == 1
    assert {line["document"] for line in lines(said.out)} == {"hai.txt"}


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    text_file(tmp_path, "dai.txt")
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [sys.executable, "-m", "hopluc.cli", "read", "dai.txt"],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (1, b"")


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    text_file(tmp_path, "mot.txt")

    done = subprocess.run(
        [sys.executable, "-m", "hopluc.cli", "read", "mot.txt"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=True,
    )

    assert "Quyết định số 125/QĐ-UBND" in done.stdout.decode("utf-8")


def test_long_output_is_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the first file says is written before the second is read."""
    paths = [text_file(tmp_path, "mot.txt"), text_file(tmp_path, "hai.txt")]
    written: list[int] = []

    class Out(io.StringIO):
        def flush(self) -> None:
            written.append(len({line["document"] for line in lines(self.getvalue())}))

    monkeypatch.setattr(sys, "stdout", Out())
    main(["read", *map(str, paths)])

    assert written[:2] == [1, 2]


def test_what_was_left_unread_of_a_letter_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"], letter["Message-ID"] = "a@vinhha.example", "Báo cáo", "<1@vinhha.example>"
    letter.set_content(SENTENCE)
    letter.add_attachment(b"x", maintype="application", subtype="pdf", filename="phu luc.pdf")
    path = tmp_path / "thu.txt"
    path.write_bytes(bytes(letter))

    status = main(["read", str(path)])

    assert (status, capsys.readouterr().err) == (
        0,
        (
            'Lưu ý: tệp "thu.txt" có đuôi .txt nhưng nội dung là thư điện tử; đã đọc theo nội dung.\n'
            'Lưu ý: tệp đính kèm trong thư "thu.txt" chưa được đọc: phu luc.pdf.\n'
        ),
    )


def test_sheets_that_are_not_shown_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bang.xls"
    path.write_bytes(workbook(row(1, text("A1", SENTENCE))))

    status = main(["read", str(path)])

    assert (status, capsys.readouterr().err) == (
        0,
        (
            'Lưu ý: tệp "bang.xls" có đuôi .xls nhưng nội dung là Excel; đã đọc theo nội dung.\n'
            'Lưu ý: trang tính ẩn trong tệp "bang.xls" không được đọc: Nháp.\n'
        ),
    )


@pytest.mark.skipif(scanner() is None, reason="tesseract with its Vietnamese data is not installed")
def test_a_photograph_is_told_to_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "anh.png"
    path.write_bytes(printed(SENTENCE, "png"))

    status = main(["read", str(path)])

    said = capsys.readouterr()
    assert (status, said.err) == (
        0,
        'Lưu ý: tệp "anh.png", trang 1 là bản chụp, phần chữ do máy nhận dạng; đề nghị đối chiếu với bản gốc.\n',
    )
    assert [found[0] for found in dates(said.out)] == ["anh.png"]


@pytest.mark.skipif(scanner() is None, reason="tesseract with its Vietnamese data is not installed")
def test_photographs_together_are_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, words in (("trang 1.png", SENTENCE), ("trang 2.png", "Hoàn thành trước ngày 30/6/2024.")):
        (tmp_path / name).write_bytes(printed(words, "png"))

    status = main(["read", "--together", str(tmp_path / "trang 1.png"), str(tmp_path / "trang 2.png")])

    said = lines(capsys.readouterr().out)
    days = [(line["document"], line["text"], line["locator"]["page"]) for line in said if line.get("kind") == "date"]
    assert (status, days) == (
        0,
        [("trang 1 và 1 ảnh khác.zip", "05/3/2024", 1), ("trang 1 và 1 ảnh khác.zip", "30/6/2024", 2)],
    )


@pytest.mark.parametrize(
    ("name", "status", "told"),
    [
        (
            "b.txt",
            2,
            'Chỉ ghép được ảnh chụp thành một văn bản; tệp "b.txt" không phải ảnh. Đề nghị bỏ tệp này khỏi lệnh, hoặc bỏ --together.\n',
        ),
        ("khong-co.png", 1, 'Không tìm thấy tệp "{path}". Đề nghị kiểm tra lại đường dẫn.\n'),
    ],
)
def test_only_pictures_are_taken_together(
    name: str, status: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.png").write_bytes(printed(SENTENCE, "png"))
    text_file(tmp_path, "b.txt")

    known = main(["read", "--together", str(tmp_path / "a.png"), str(tmp_path / name)])

    assert (known, capsys.readouterr().err) == (status, told.format(path=tmp_path / name))


def test_the_text_of_a_file_in_an_old_encoding_is_written_in_unicode(tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_bytes(("Ngµy 05/3/2024, ñy ban nh©n d©n thµnh phè VÜnh Hµ häp víi c¸c së, ngµnh." + "\n").encode("latin-1"))

    status = main(["read", "--text", "--out", str(tmp_path / "ra"), str(path)])

    assert status == 0
    assert (
        tmp_path / "ra" / "cu.txt"
    ).read_text() == "Ngày 05/3/2024, ủy ban nhân dân thành phố Vĩnh Hà họp với các sở, ngành.\n"
