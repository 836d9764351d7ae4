"""hopluc review, run as a person would: on the sample programme, and on the reference corpus beside the checkout."""

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest

import forked

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples" / "vinh-ha"
TEXTS = ROOT.parent / "shared" / "corpus" / "texts"
shared = pytest.mark.skipif(not TEXTS.is_dir(), reason="the reference corpus is not beside the checkout")


def environment(out: Path) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    return {**known, "HOPLUC_HOME": str(out / "home")}


def review(out: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    return forked.hopluc("review", *files, "--out", out, env=environment(out))


def review_anew(out: Path, *files: Path) -> subprocess.CompletedProcess[str]:
    """In a fresh interpreter, as from the shell."""
    command = [sys.executable, "-m", "hopluc", "review", *map(str, files), "--out", str(out)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment(out))


def findings(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "findings.jsonl").read_text(encoding="utf-8").splitlines()]


def page(folder: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((folder / "review.html").read_text(encoding="utf-8"))


def said(folder: Path) -> str:
    """The words of the Word file, its tables row by row."""
    document = docx.Document(str(folder / "review.docx"))
    rows = [" | ".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *rows])


def headings(folder: Path) -> list[str]:
    return [p.text for p in docx.Document(str(folder / "review.docx")).paragraphs if p.style.name.startswith("Heading")]


def below(folder: Path, heading: str) -> str:
    """The text of a part, up to the next heading of any level."""
    paragraphs = iter(docx.Document(str(folder / "review.docx")).paragraphs)
    next(p for p in paragraphs if p.style.name.startswith("Heading") and heading in p.text)
    words = []
    for paragraph in paragraphs:
        if paragraph.style.name.startswith("Heading"):
            break
        words.append(paragraph.text)
    return "\n".join(words)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review of the sample programme."""
    out = tmp_path_factory.mktemp("sample")
    files = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".docx", ".pdf", ".html"})
    done = review_anew(out, *files)
    assert done.returncode == 0, done.stderr
    return out


def test_one_programme_is_written_into_the_folder_itself(sample: Path) -> None:
    assert sorted(path.name for path in sample.iterdir() if path.is_file()) == [
        "findings.jsonl",
        "register.sqlite3",
        "review.docx",
        "review.html",
        "review.pdf",
    ]


def test_figures_stand_in_sentences_with_their_parts(sample: Path) -> None:
    assert (
        "Khảo sát 48 công nghệ xử lý nước thải (năm 2023), gồm: Công nghệ sinh học 21; Công nghệ hóa lý 15; Công nghệ màng lọc 12."
        in said(sample)
    )


def test_nothing_is_said_in_the_way_of_a_machine(sample: Path) -> None:
    words = said(sample)

    assert re.findall(r"00 nhiệm vụ|-Q[1-4]|\bNone\b|(?<!\w)(?:triển khai|hoàn thành)\.\n|Ủy viên: \d|\{\w+\}", words) == []


def test_a_task_passed_on_says_into_which_period(sample: Path) -> None:
    assert below(sample, "mô hình nông nghiệp công nghệ cao").endswith("chuyển tiếp sang giai đoạn 2026 - 2028.")


def test_a_review_made_again_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    first = review(tmp_path, SAMPLES / "08-bao-cao-so-khcn-2024.docx")
    second = review(tmp_path, SAMPLES / "08-bao-cao-so-khcn-2024.docx")

    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout == second.stdout


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_reviewed(tmp_path: Path) -> None:
    done = review(tmp_path, SAMPLES / "08-bao-cao-so-khcn-2024.docx", tmp_path / "khong-co.docx")

    assert done.returncode == 1
    assert re.fullmatch(r'Không tìm thấy tệp "\S*khong-co\.docx"\. Đề nghị .*\n', done.stderr)
    assert (tmp_path / "review.docx").exists()


def test_papers_that_name_no_programme_are_given_none(tmp_path: Path) -> None:
    papers = [tmp_path / name for name in ("vinh-ha.txt", "tan-lam.txt")]
    for paper, place in zip(papers, ("thành phố Vĩnh Hà", "tỉnh Tân Lâm"), strict=True):
        text = f"Sở Công Thương {place} tổ chức 12 lớp tập huấn về chuyển đổi số năm 2025."
        paper.write_text(text, encoding="utf-8")

    done = review(tmp_path / "out", *papers)

    assert done.returncode == 0
    assert done.stdout.count("Chương trình chưa rõ tên\n") == 2
    told = {line.strip() for line in done.stdout.splitlines() if "Văn bản:" in line}  # whichever is done first is told first
    assert told == {"Văn bản: vinh-ha.txt", "Văn bản: tan-lam.txt"}
    assert "đưa cùng quyết định phê duyệt" in done.stdout
    assert len(list((tmp_path / "out").glob("*/review.docx"))) == 2


def test_with_no_file_that_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    done = review(tmp_path / "out", tmp_path / "khong-co.docx")

    assert done.returncode == 1
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reviews of the reference corpus."""
    out = tmp_path_factory.mktemp("corpus")
    done = review(out, *sorted(TEXTS.glob("*.txt")))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def first(corpus: Path) -> Path:
    """The folder of the programme that two of the three documents tell of."""
    folders = [folder for folder in corpus.iterdir() if (folder / "review.docx").exists()]
    (found,) = [folder for folder in folders if {line["document"] for line in findings(folder)} == {"002.txt", "004.txt"}]
    return found


@shared
@pytest.mark.shared
def test_each_programme_of_the_corpus_has_a_folder(corpus: Path, first: Path) -> None:
    folders = [folder for folder in corpus.iterdir() if (folder / "review.docx").exists()]

    assert sorted(sorted({line["document"] for line in findings(folder)}) for folder in folders) == [
        ["000.txt"],
        ["002.txt", "004.txt"],
    ]


@shared
@pytest.mark.shared
def test_the_committees_of_the_corpus_are_whole(first: Path) -> None:
    tables = docx.Document(str(first / "review.docx")).tables
    seats = [
        [[cell.text for cell in row.cells] for row in t.rows[1:]] for t in tables if t.rows[0].cells[1].text == "Họ và tên"
    ]

    assert [len(rows) for rows in seats] == [11, 9]
    assert [cell for rows in seats for row in rows for cell in row if not cell] == []


@shared
@pytest.mark.shared
def test_each_row_of_the_plan_stands_with_its_lead_and_time(first: Path) -> None:
    text = (TEXTS / "004.txt").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in said(first).splitlines() if line.count(" | ") == 3]
    planned = {(re.sub(r"\W+", " ", row[1]).strip().lower(), row[2].lower()) for row in rows}

    table = text[text.index("\tCơ quan chủ trì") : text.index("IV. Tổ chức thực hiện")]
    cells = [" ".join(cell.split()) for cell in re.split(r"\n\t", table)]
    due = [(cells[place - 1], cell, cells[place + 1]) for place, cell in enumerate(cells) if cell.lower().startswith("sở ")]
    wanted = [(re.sub(r"\W+", " ", task).strip().lower(), lead.lower()) for task, lead, _time in due]
    assert len(wanted) == 7
    assert [
        task for task, lead in wanted if not any(task[:60] == known[:60] and led.startswith(lead) for known, led in planned)
    ] == []
    assert [row for row in rows if row[2].lower().startswith("sở ") and not row[3]] == []


@shared
@pytest.mark.shared
def test_the_agreements_of_the_corpus_stand_with_dates_and_contents(first: Path) -> None:
    words = said(first)
    dates = ("ngày 11/05/2015", "ngày 14/01/2016", "ngày 18/12/2013", "ngày 20/12")

    assert [day for day in dates if f"Ký kết: {day}." not in words] == []
    assert sorted(int(number) for number in re.findall(r"Nội dung hợp tác \((\d+)\):", words)) == [4, 6, 7, 8]


@shared
@pytest.mark.shared
def test_the_figures_of_the_corpus_stand_with_their_fields(first: Path) -> None:
    words = said(first)

    for whole, parts in (("209 công nghệ", (94, 25, 20, 30, 40)), ("126 công nghệ", (50, 23, 11, 10, 32))):
        (line,) = [line for line in words.splitlines() if whole in line and "gồm:" in line]
        assert tuple(int(number) for number in re.findall(r" (\d+)(?=[;.])", line)) == parts
    assert words.count("5.132 triệu đồng") >= 1


@shared
@pytest.mark.shared
def test_each_task_passed_on_has_a_part_of_its_own(first: Path) -> None:
    passed = [title for title in headings(first) if "Đề án" in title and title[0].isdigit()]

    told = [below(first, title.split(" ", 1)[1]) for title in passed]
    assert sum(text.endswith("chuyển tiếp sang giai đoạn 2016 - 2020.") for text in told) == 3


@shared
@pytest.mark.shared
def test_the_wrong_year_is_to_be_checked_and_sums_that_hold_are_not(first: Path) -> None:
    checks = [line for line in findings(first) if line["kind"] == "inconsistency"]

    assert [line for line in checks if any("2031" in quote for quote in line["quotes"])] != []
    sums = [line["quotes"] for line in checks if "209" in line["explanation"] or "126" in line["explanation"]]
    assert sums == []


@shared
@pytest.mark.shared
def test_a_point_that_another_document_bears_on_is_told_once(first: Path) -> None:
    checks = [line for line in findings(first) if line["kind"] == "inconsistency"]
    points = [(line["document"], line["subtype"], line["quotes"]) for line in checks]

    assert [point for point in points if points.count(point) > 1] == []


@shared
@pytest.mark.shared
def test_every_link_of_the_corpus_leads_to_a_quote_that_stands_in_its_text(corpus: Path) -> None:
    texts = [unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.txt"))]
    folders = [folder for folder in corpus.iterdir() if (folder / "review.html").exists()]

    for folder in folders:
        document = page(folder)
        links = {link.get("href") for link in document.iter("a")}
        quotes = {f"#{item.get('id')}": item.find(".//mark").text_content() for item in document.iter("li") if item.get("id")}
        assert len(links) > 10
        assert links <= quotes.keys()
        assert [quote for quote in quotes.values() if not any(quote in text for text in texts)] == []
