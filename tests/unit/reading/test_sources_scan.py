"""Scans and photographs: what is recognised on them, how sure it is, and what happens on a machine that cannot."""

import io
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from samples.build import report, samples

from hopluc.errors import BrokenFile, NoText, NotInstalled, StateSecret, TooLarge
from hopluc.files.opening import notes
from hopluc.reading import read
from hopluc.reading.document import Document, Span
from hopluc.reading.sources import Sandbox, open_source, recognition, stamp_on
from hopluc.reading.sources.pictures import picture_of_page
from hopluc.reading.sources.repairs import repaired
from hopluc.reading.sources.scan import document_of_scan, document_of_scanned_pdf
from hopluc.reading.sources.scanner import _speaks, recognised, scanner
from hopluc.reading.sources.sniff import PDF
from hopluc.reporting import to_pdf
from sources import printed

SOURCES = Path(__file__).parents[3] / "samples" / "vinh-ha" / "source"
HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
PAGE = "1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t\n"

can_scan = pytest.mark.skipif(scanner() is None, reason="tesseract with its Vietnamese data is not installed")


def rows(*lines: list[tuple[str, int]], sure: int = 95, step: int = 15) -> str:
    """A table of words at 72 dots an inch: each line is words with their left edges, six dots a letter."""
    said = HEADER + PAGE
    for number, line in enumerate(lines, start=1):
        for place, (word, left) in enumerate(line, start=1):
            said += f"5\t1\t1\t1\t{number}\t{place}\t{left}\t{number * step}\t{6 * len(word)}\t10\t{sure}\t{word}\n"
    return said


def spread(text: str, left: int = 0) -> list[tuple[str, int]]:
    return [(found[0], left + 6 * found.start()) for found in re.finditer(r"\S+", text)]


def scan(*tables: str, strokes: object = ((), ())) -> Document:
    sheets = [{"table": table, "page": page, "dpi": 72, "strokes": strokes} for page, table in enumerate(tables, start=1)]
    return document_of_scan(json.dumps(sheets).encode(), "a.pdf")


def test_lines_become_paragraphs_with_their_page_and_box() -> None:
    document = scan(
        rows(spread("Căn cứ Nghị quyết về"), spread("hợp tác;"), spread("Điều 1. Phê duyệt.")), rows(spread("Trang hai đây."))
    )

    assert document.text == "Căn cứ Nghị quyết về hợp tác;\nĐiều 1. Phê duyệt.\nTrang hai đây.\n"
    assert (document.locators[0].page, document.locators[0].box) == (1, (0.0, 775.0, 120.0, 786.0))
    assert [at.page for at in document.locators] == [1, 1, 1, 2]
    assert dict(document.properties) == {"recognised_pages": "1-2"}
    assert (document.origin, document.doubtful) == (None, ())


def test_columns_side_by_side_follow_each_other() -> None:
    document = scan(
        rows(
            [*spread("UBND TỈNH"), *spread("CỘNG HÒA", 62)],
            [*spread("TÂN LÂM"), *spread("Độc lập", 62)],
            spread("Điều 1. Phê duyệt Chương trình hợp tác."),
            [*spread("Nơi nhận:"), *spread("GIÁM ĐỐC", 200)],
            spread("- Lưu: VT."),
        )
    )

    assert document.text == (
        "UBND TỈNH\nTÂN LÂM\nCỘNG HÒA\nĐộc lập\nĐiều 1. Phê duyệt Chương trình hợp tác.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\n"
    )


def test_wide_spaces_in_a_letterhead_part_nothing() -> None:
    document = scan(
        rows(
            [*spread("UBND TỈNH TÂN LÂM"), *spread("CỘNG HÒA XÃ HỘI", 140)],
            [("SỞ", 8), ("CÔNG", 28), ("THƯƠNG", 60), *spread("Độc lập", 162)],
            [*spread("Số: 12/SCT"), *spread("Tân Lâm, ngày 05/3/2024", 140)],
            spread("Điều 1. Phê duyệt Chương trình hợp tác."),
        )
    )

    assert document.text.splitlines()[:3] == ["UBND TỈNH TÂN LÂM", "SỞ CÔNG THƯƠNG", "Số: 12/SCT"]


def test_a_wide_space_in_a_justified_line_parts_nothing() -> None:
    document = scan(
        rows([*spread("Các sở, ban,"), *spread("ngành thực hiện nghiêm túc", 82)], spread("nội dung của Chương trình này."))
    )

    assert document.text == "Các sở, ban, ngành thực hiện nghiêm túc nội dung của Chương trình này.\n"


def test_ruled_tables_are_tables() -> None:
    upright = [[x, 750, 790] for x in (0, 60, 200)]
    level = [[y, 0, 200] for y in (790, 773, 750)]
    table = rows([*spread("TT", 5), *spread("Việc", 65)], [*spread("|7", 5), *spread("Họp Ban", 65), ("|", 190)])

    document = scan(table + "hỏng\n", strokes=[upright, level])

    assert document.text == "\tTT\n\tViệc\n\n\t7\n\tHọp Ban\n\n"
    assert [at.cell for at in document.locators] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]


def test_what_was_repaired_or_not_sure_leads_back_and_is_doubtful() -> None:
    document = scan(rows(spread("Quyết định số 24O/QÐ-UBND ngày 05/3/2024 của Ủy ban.")))
    place = document.text.index("240/QĐ-UBND")

    assert document.doubtful == (Span(place, place + 11),)
    assert document.original(document.doubtful[0]) == "24O/QÐ-UBND"
    assert {(fact.kind, fact.certain) for fact in read(document).facts} >= {("legal_reference", False), ("date", True)}


def test_what_was_repaired_is_told_with_the_fact() -> None:
    document = scan(rows(spread("Quyết định số 24O/QÐ-UBND ngày 05/3/2024 của Ủy ban.")))

    written = {
        line["kind"]: line.get("written") for line in read(document).lines() if line["kind"] in ("legal_reference", "date")
    }

    assert written == {"legal_reference": "Quyết định số 24O/QÐ-UBND ngày 05/3/2024 của Ủy ban", "date": None}


def test_facts_on_sure_words_are_as_certain_as_ever() -> None:
    sure = scan(rows(spread("Họp ngày 05/3/2024 tại Vĩnh Hà.")))
    unsure = scan(rows(spread("Họp ngày 05/3/2024 tại Vĩnh Hà."), sure=40))

    assert [fact.certain for fact in read(sure).facts if fact.kind == "date"] == [True]
    assert [fact.certain for fact in read(unsure).facts if fact.kind == "date"] == [False]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("240/QĐÐ-SKHCN", "240/QĐ-SKHCN"),
        ("QÐ", "QĐ"),
        ("l5/2O24/ND-CP", "15/2024/NĐ-CP"),
        ("12/NQ-HDND,", "12/NQ-HĐND,"),
        ("3I/QD-UBNĐ)", "31/QĐ-UBND)"),
        ("1671/QD-TTeg", "1671/QĐ-TTg"),
        ("22/CT-TTg.", "22/CT-TTg."),
        ("5/2008/TTUI-BKHCN-BNV", "5/2008/TTLT-BKHCN-BNV"),
        ("08-NQ/TU", "08-NQ/TU"),
        ("Io/ND-CP", "Io/ND-CP"),
        ("05/3/2024", "05/3/2024"),
        ("đẳng", "đẳng"),
    ],
)
def test_legal_numbers_are_put_right_by_their_grammar(written: str, said: str) -> None:
    assert repaired(written) == said


def test_a_stamp_on_a_scan_is_a_secret() -> None:
    with pytest.raises(StateSecret):
        scan(rows(spread("TUYỆT MẬT"), spread("Kính gửi các sở")))


@pytest.mark.parametrize("table", ["", HEADER + PAGE, rows(spread("~ | —")), rows(spread("hai từ"))])
def test_a_picture_with_next_to_no_words_has_no_text(table: str) -> None:
    with pytest.raises(NoText):
        scan(table)


def scanned(data: bytes) -> bytes:
    """The pages of a pdf as pictures in a pdf without letters."""
    bodies, pages = [b"<</Type/Catalog/Pages 2 0 R>>", b""], []
    while drawn := picture_of_page(data, "a.pdf", len(pages) + 1):
        head = re.match(rb"P5\n# .*\n(\d+) (\d+)\n255\n", drawn)
        assert head is not None
        wide, tall = int(head[1]), int(head[2])
        grey = zlib.compress(drawn[head.end() :])
        size = (wide * 72 // 200, tall * 72 // 200)
        place = b"q %d 0 0 %d 0 0 cm /I Do Q" % size
        image = b"<</Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode" % (
            wide,
            tall,
        )
        first = len(bodies) + 1
        bodies.append(b"%b/Length %d>>stream\n%b\nendstream" % (image, len(grey), grey))
        bodies.append(b"<</Length %d>>stream\n%b\nendstream" % (len(place), place))
        kin = b"/Resources<</XObject<</I %d 0 R>>>>/Contents %d 0 R" % (first, first + 1)
        bodies.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]%b>>" % (*size, kin))
        pages.append(b"%d 0 R" % (first + 2))
    bodies[1] = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), b" ".join(pages))
    file, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        starts.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(bodies) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return file + tail % (count, table, count, len(file))


WORDS = "Quyết định số 15/QĐ-UBND ngày 05/3/2024 của thành phố Vĩnh Hà."


@can_scan
def test_a_photograph_is_read() -> None:
    document = open_source(printed(WORDS, "png"), "a.png")

    assert (" ".join(document.text.split()), document.media) == (WORDS, "image/png")
    assert document.locators[0].page == 1


@can_scan
def test_a_scanned_pdf_says_what_the_printed_one_says() -> None:
    sample = next(sample for sample in samples(SOURCES) if sample.name.startswith("01-"))
    pdf = to_pdf(report(sample), annex=False)

    print_, scan_ = read(open_source(pdf, "a.pdf")), read(open_source(scanned(pdf), "b.pdf"))

    said, seen = ([(fact.kind, " ".join(fact.quote.split())) for fact in reading.facts] for reading in (print_, scan_))
    assert len(said) > 30
    assert sum(fact in seen for fact in said) >= 0.97 * max(len(said), len(seen))
    assert scan_.document.properties["recognised_pages"] == "1-2"


@can_scan
def test_pages_that_are_pictures_are_read_among_pages_of_text() -> None:
    pdf = pypdfium2.PdfDocument.new()
    for page in (
        printed("Điều 1. Phê duyệt Chương trình hợp tác.", "pdf"),
        scanned(printed(WORDS, "pdf")),
        printed("Điều 3.", "pdf"),
    ):
        pdf.import_pages(pypdfium2.PdfDocument(page))
    file = io.BytesIO()
    pdf.save(file)

    document = open_source(file.getvalue(), "a.pdf")

    assert document.text == f"Điều 1. Phê duyệt Chương trình hợp tác.\n{WORDS}\nĐiều 3.\n"
    assert [at.page for at in document.locators][::2] == [1, 2]
    assert (document.media, document.properties["recognised_pages"]) == (PDF, "2")
    assert "pages_without_text" not in document.properties


@pytest.mark.parametrize("make", [lambda: printed(WORDS, "png"), lambda: scanned(printed(WORDS, "pdf"))])
def test_without_the_program_a_scan_is_refused_and_the_program_named(
    make: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(NotInstalled) as refusal:
        open_source(make(), "a")

    assert refusal.value.details["program"] == "tesseract (dữ liệu tiếng Việt)"


def test_a_program_without_vietnamese_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}")

    assert (scanner(), _speaks(str(tmp_path / "none"))) == (None, False)


def test_a_program_with_vietnamese_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho vie\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}")

    assert scanner() == str(program)


@pytest.mark.parametrize("script", ["while :; do :; done", "exec sleep 600", "kill -XCPU $$", "kill -KILL $$"])
def test_the_program_is_ended_past_its_time(script: str, tmp_path: Path) -> None:
    """By the clock or by the system, whichever comes first: it is one refusal."""
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)

    with pytest.raises(TooLarge):
        recognised(str(program), b"", 200, "a.png", seconds=1)


def test_the_program_can_write_no_file_and_sees_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOPLUC_SECRET", "x")
    monkeypatch.setenv("TESSDATA_PREFIX", "/data")
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\ntrap '' XFSZ\necho $#,$TESSDATA_PREFIX,$HOPLUC_SECRET\necho x > {tmp_path}/out\ntrue\n")
    program.chmod(0o755)

    said = recognised(str(program), b"", 200, "a.png")

    assert said == "9,/data,\n"
    assert not (tmp_path / "out").exists() or (tmp_path / "out").read_bytes() == b""


@can_scan
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(900)])
def test_what_only_looks_like_a_photograph_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenFile):
        open_source(data, "a.png")


def test_pages_are_drawn_one_by_one_in_the_child() -> None:
    pdf = printed(f"{WORDS}\n#pagebreak()\n#table(columns: 2)[a][b]", "pdf")
    with Sandbox() as sandbox:
        first, second, none = (sandbox.draw(pdf, PDF, "a.pdf", page) for page in (1, 2, 3))
        with pytest.raises(BrokenFile):
            sandbox.draw(b"%PDF-1.4 hong", PDF, "a.pdf", 1)

    assert first is not None
    assert second is not None
    assert (first[0][:15], first[1]["dpi"], none) == (b"P5\n945 473\n255\n", 200.0, None)
    assert (first[1]["strokes"], len(second[1]["strokes"][0]) >= 3) == ([[], []], True)


def test_a_page_drawn_here_is_the_page_drawn_there() -> None:
    pdf = printed(WORDS, "pdf")
    with Sandbox() as sandbox:
        drawn = sandbox.draw(pdf, PDF, "a.pdf", 1)

    assert drawn is not None
    assert picture_of_page(pdf, "a.pdf", 1).endswith(drawn[0].split(b"255\n", 1)[1])
    with pytest.raises(BrokenFile):
        picture_of_page(b"%PDF", "a.pdf", 1)


def test_a_recognised_page_takes_the_place_of_its_picture() -> None:
    pdf = printed("Điều 1. Phê duyệt.\n#pagebreak()\nx", "pdf")
    sheet = {"table": rows(spread("Trang hai đây rồi.")), "page": 2, "dpi": 72, "back": [1, 0, 5, 0, 1, 0, 0, 0, 1]}

    document = document_of_scanned_pdf(json.dumps([sheet]).encode() + b"\n" + pdf, "a.pdf")

    assert document.text == "Điều 1. Phê duyệt.\nTrang hai đây rồi.\n"
    assert (document.locators[-1].page, document.locators[-1].box) == (2, (5.0, 775.0, 113.0, 786.0))


@can_scan
def test_a_scan_of_too_many_pages_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "SCANNED_PAGES", 1)

    with pytest.raises(TooLarge) as refusal:
        open_source(scanned(printed(f"{WORDS}\n#pagebreak()\n{WORDS}", "pdf")), "a.pdf")

    assert refusal.value.details["reason"] == "bản chụp dài hơn 1 trang"


def laid_under(words: str) -> bytes:
    """A page that is a picture of WORDS, with letters that cannot be seen laid under it."""
    pdf, text = pypdfium2.PdfDocument(scanned(printed(WORDS, "pdf"))), pypdfium2.PdfDocument(printed(words, "pdf"))
    page = text[0]
    image = next(iter(pdf[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
    bitmap = image.get_bitmap()
    over = pypdfium2.PdfImage.new(text)
    over.set_bitmap(bitmap)
    over.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
    page.insert_obj(over)
    page.gen_content()
    file = io.BytesIO()
    text.save(file)
    return file.getvalue()


MISREAD = "Quyet dinh so 15/QD-UBND ngay 05/3/2024 cua thanh pho Vinh Ha, ve viec phe duyet chuong trinh hop tac"


def test_letters_a_scanner_misread_are_known_by_their_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    misread, well = open_source(laid_under(MISREAD), "a.pdf"), open_source(laid_under(f"{WORDS} {WORDS}"), "a.pdf")

    assert (misread.properties.get("pages_misread"), well.properties.get("pages_misread")) == ("1", None)
    assert notes(misread) == [
        'Lưu ý: tệp "a.pdf", trang 1 là bản chụp, phần chữ do máy quét nhận dạng thiếu dấu; đề nghị tải lên bản Word hoặc cài tesseract để đọc lại.'
    ]


@can_scan
def test_letters_a_scanner_misread_are_recognised_anew() -> None:
    document = open_source(laid_under(MISREAD), "a.pdf")

    assert (" ".join(document.text.split()), document.properties["recognised_pages"]) == (WORDS, "1")


STAMPED = "TUYỆT MẬT #linebreak() #linebreak() Kính gửi các sở, ngành của thành phố Vĩnh Hà"


@can_scan
@pytest.mark.parametrize(("pictures", "mark"), [(True, "Tuyệt mật"), (False, None)])
@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_stamp_on_a_first_page_is_seen_where_pictures_are_looked_at(form: str, pictures: bool, mark: str | None) -> None:
    content = printed(STAMPED, "png") if form == "png" else scanned(printed(STAMPED, "pdf"))

    assert stamp_on(content, f"a.{form}", pictures=pictures) == mark


@can_scan
def test_a_scan_without_a_stamp_bears_none() -> None:
    assert stamp_on(scanned(printed(WORDS, "pdf")), "a.pdf") is None
