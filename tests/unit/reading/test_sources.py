"""open_source: what each kind of file becomes, and what is refused."""

import io
import unicodedata
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc.errors import BrokenFile, EmptyFile, EncryptedFile, LegacyEncoding, TooLarge, UnknownFormat, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources import open_source
from hopluc.reading.sources.limits import FILE_BYTES, TEXT_LENGTH
from sources import compound

SENTENCE = "Ngày 05/3/2024, Ủy ban nhân dân thành phố Vĩnh Hà phê duyệt Chương trình."


def word(*paragraphs: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def test_text_keeps_line_ends_and_hard_spaces() -> None:
    text = "Điều 1.\r\nThành\u00a0phố Vĩnh Hà\r\n\r\n\tcột"

    document = open_source(text.encode(), "a.txt")

    assert document.text == text
    assert document.media == "text/plain"


def test_text_drops_the_byte_order_mark_only() -> None:
    assert open_source(b"\xef\xbb\xbf" + SENTENCE.encode(), "a.txt").text == SENTENCE


def test_text_is_composed() -> None:
    assert open_source(unicodedata.normalize("NFD", SENTENCE).encode(), "a.txt").text == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_in_utf_16_with_its_mark_is_read(encoding: str) -> None:
    assert open_source(("\ufeff" + SENTENCE).encode(encoding), "a.txt").text == SENTENCE


def test_text_locates_its_lines() -> None:
    document = open_source("Một\n\n  Hai ba \nBốn".encode(), "a.txt")

    assert [(document.quote(at.span), at.paragraph) for at in document.locators] == [("Một", 0), ("Hai ba", 1), ("Bốn", 2)]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (
            b"C\xf4\xf2ng h\xf2a x\xe3 h\xf4\xf2i, \xf0\xf4\xf2c l\xe2\xf2p, Vi\xea\xf2t Nam, c\xf4ng ngh\xea\xf2",
            ": có vẻ là windows-1258",
        ),
        ("Chủ tịch".encode("utf-16-le"), ": có vẻ là UTF-16 thiếu dấu nhận dạng"),
        (b"Uy ban \xff nhan dan", ""),
    ],
)
def test_legacy_encodings_are_refused_by_name(data: bytes, hint: str) -> None:
    with pytest.raises(LegacyEncoding) as refusal:
        open_source(data, "cu.txt")

    assert refusal.value.details["hint"] == hint


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Hoà bình, xoá đói; uỷ viên; thuở xưa; Nguyễn Huệ",
        "Café, naïve, Noël, über, garçon, où, déjà vu",
        "plain ASCII",
    ],
)
def test_real_words_are_no_legacy_encoding(text: str) -> None:
    assert open_source((text * 20).encode(), "a.txt").text == text * 20


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", EmptyFile),
        (b" \r\n\t ", EmptyFile),
        (b"\xef\xbb\xbf", EmptyFile),
        (b"<html><body><script>1</script></body></html>", EmptyFile),
        (word(), EmptyFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), BrokenFile),
        (compound(EncryptedPackage=b"x"), EncryptedFile),
        (b"Rar!\x1a\x07\x00", UnknownFormat),
        (b"MZ\x90\x00\x03\x00", UnknownFormat),
        (b"\x00\x01\x02\x03" * 40, UnknownFormat),
        (b"<?xml version='1.0'?><note/>", UnknownFormat),
        (b"GIF89a\x00\x01", UnknownFormat),
    ],
)
def test_what_is_not_read_is_refused(data: bytes, kind: type[UnreadableFile]) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        open_source(data, "tep.bin")

    assert type(refusal.value) is kind
    assert 'Tệp "tep.bin"' in str(refusal.value)


def test_text_past_all_measure_is_too_large() -> None:
    with pytest.raises(TooLarge):
        open_source(b"7" * (TEXT_LENGTH + 1), "so.txt")


def test_text_of_many_bytes_is_not_even_decoded() -> None:
    with pytest.raises(TooLarge):
        open_source("ệ".encode() * (4 * TEXT_LENGTH // 3 + 1), "so.txt")


def test_a_file_past_all_measure_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "to.txt"
    with path.open("wb") as file:
        file.truncate(FILE_BYTES + 1)

    with pytest.raises(TooLarge):
        open_source(path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        open_source(tmp_path)


@pytest.mark.parametrize(
    ("data", "name", "extension"),
    [
        (word(SENTENCE), "a.pdf", ".pdf"),
        (word(SENTENCE), "a.docx", None),
        (SENTENCE.encode(), "a.docx", ".docx"),
        (SENTENCE.encode(), "a.txt", None),
        (f"<html><p>{SENTENCE}</p></html>".encode(), "a.doc", ".doc"),
    ],
)
def test_the_content_decides_and_a_wrong_extension_is_told(data: bytes, name: str, extension: str | None) -> None:
    document = open_source(data, name)

    assert (document.text.strip(), document.properties.get("extension")) == (SENTENCE, extension)


def test_a_name_is_composed() -> None:
    name = "báo cáo.txt"

    assert open_source(SENTENCE.encode(), unicodedata.normalize("NFD", name)).name == name


WORDS = st.text(st.sampled_from("aáằệđỡ ơ\u0301\u0323\u00a0A1,.-/&<>\"'\t"), min_size=1, max_size=30)


def stands_true(document: Document) -> None:
    """Locators are in order, do not overlap, and leave no word out."""
    ends = [0, *(at.span.end for at in document.locators)]
    gaps = [document.text[end : at.span.start] for end, at in zip(ends, document.locators, strict=False)]
    assert unicodedata.is_normalized("NFC", document.text)
    assert [gap for gap in [*gaps, document.text[ends[-1] :]] if gap.strip()] == []
    assert all(document.locate(at.span.start) == at for at in document.locators if at.span.start < at.span.end)


@given(st.lists(WORDS, min_size=1).map("\n".join))
def test_text_locators_cover_every_word(text: str) -> None:
    try:
        document = open_source(text.encode(), "a.txt")
    except (EmptyFile, UnknownFormat):
        return

    assert document.text == unicodedata.normalize("NFC", text)
    stands_true(document)
