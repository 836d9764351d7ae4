"""Texts and Word files in TCVN3 and VNI: read in Unicode, with the way back to the letters their writers typed."""

import io
import unicodedata

import docx
import pytest
from benchmarks.generated import typed_in
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from hopluc.errors import LegacyEncoding, StateSecret
from hopluc.reading.document import Document, Span
from hopluc.reading.encodings import TCVN3, TCVN3_CAPITALS, VNI, decoded_letters, decoded_text, encoding_of_font
from hopluc.reading.sources import open_source
from hopluc.reading.sources.legacy import is_sure, legacy_encoding, unicode_text
from hopluc.reading.sources.word import document_of_word

SAID = "Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. Nhân dân thành phố Vĩnh Hà ngày 05/3/2004"
IN_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc. Nh©n d©n thµnh phè VÜnh Hµ ngµy 05/3/2004"
IN_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc. Nhaân daân thaønh phoá Vónh Haø ngaøy 05/3/2004"

SMALL = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x".split()
NUCLEI = "a ă â e ê i o ô ơ u ư y iê ươ uô oa".split()
CODAS = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "u"]
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]


def syllable(onset: str, nucleus: str, coda: str, tone: str) -> str:
    return unicodedata.normalize("NFC", onset + nucleus + tone + coda)


SYLLABLES = st.builds(syllable, *(st.sampled_from(parts) for parts in (ONSETS, NUCLEI, CODAS, TONES)))
TEXTS = st.lists(st.lists(SYLLABLES, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=6).map("\n".join)


@pytest.mark.parametrize(("encoding", "capitals"), [(TCVN3, "ĂÂĐÊÔƠƯ"), (VNI, SMALL.upper())])
def test_every_letter_is_known(encoding: str, capitals: str) -> None:
    letters = SMALL + capitals

    assert [letter for letter in letters if decoded_letters(typed_in(letter, encoding), encoding) != letter] == []
    assert [letter for letter in letters if not typed_in(letter, encoding).encode("latin-1")] == []


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
@given(text=TEXTS)
def test_what_is_typed_is_read_letter_by_letter(encoding: str, text: str) -> None:
    assert decoded_letters(typed_in(text, encoding), encoding) == text


@given(TEXTS)
def test_vni_keeps_capitals(text: str) -> None:
    assert decoded_letters(typed_in(text.upper(), VNI), VNI) == text.upper()


@given(TEXTS)
def test_the_h_fonts_of_tcvn3_are_capitals(text: str) -> None:
    assert decoded_letters(typed_in(text, TCVN3), TCVN3_CAPITALS) == text.upper()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("CéNG HßA X· HéI\nñy ban", "CỘNG HÒA XÃ HỘI\nủy ban"),
        ("ñY BAN nh©n d©n", "ỦY BAN nhân dân"),
        ("A §éc lËp\n1. Hµ", "A Độc lập\n1. Hà"),
        ("®", "đ"),
    ],
)
def test_capitals_of_tcvn3_are_told_by_their_neighbours(written: str, said: str) -> None:
    assert decoded_text(written, TCVN3) == said


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", TCVN3),
        (".VnTimeH", TCVN3_CAPITALS),
        (".VnArial NarrowH", TCVN3_CAPITALS),
        (".VnHelvetIns", TCVN3),
        ("VNI-Times", VNI),
        ("VNI-Helve-Condense", VNI),
        ("Times New Roman", None),
        ("VNtimes new roman", None),
        ("Vni", None),
        ("", None),
    ],
)
def test_a_font_tells_its_encoding(font: str, encoding: str | None) -> None:
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize("written", [IN_TCVN3, IN_VNI])
@pytest.mark.parametrize("charset", ["latin-1", "utf-8"])
def test_a_text_in_an_old_encoding_is_read(written: str, charset: str) -> None:
    data = f"{written}\r\n“{written}”".encode("cp1252" if charset == "latin-1" else charset)

    document = open_source(data, "cu.txt")

    assert document.text == f"{SAID}\r\n“{SAID}”"
    assert [document.quote(at.span) for at in document.locators] == [SAID, f"“{SAID}”"]


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
@given(text=TEXTS, place=st.integers(0, 200), length=st.integers(0, 40))
def test_every_quote_leads_back_to_its_bytes(encoding: str, text: str, place: int, length: int) -> None:
    text = f"{SAID}\n{text}\n{SAID.lower()}\n"
    data = typed_in(text, encoding).encode("latin-1")
    document = open_source(data, "cu.txt")
    start = min(place, len(text))
    span = Span(start, min(start + length, len(text)))

    typed = document.original(span).encode("latin-1")

    assert document.origin is not None
    at, end = (document.origin.source_offset(document.text, offset) for offset in span)
    assert document.text == text
    assert typed == data[at:end] == typed_in(text[span.start : span.end], encoding).encode("latin-1")
    assert document.origin.text_offset(document.text, at) == span.start


@given(TEXTS, st.sampled_from([1, 3, 20]))
def test_unicode_is_never_touched(text: str, times: int) -> None:
    text = "\n".join([text] * times)

    document = open_source(text.encode(), "a.txt")

    assert (document.text, document.origin) == (text, None)
    assert document.original(Span(0, len(text))) == text


@pytest.mark.parametrize(
    "text",
    [
        "hoà toà hoá quá khoá xoá ngoài" * 1 + " hoà bình, toà án",
        "Où est la forêt? À côté de l'élève très âgé, déjà là-bas.",
        "Größe, Übung, schön, Mädchen, Fräulein, Köln, Düsseldorf",
        "5 µm, 10 µl, ± 3 µg; © Bộ; 20 °C",
    ],
)
def test_other_words_are_no_old_encoding(text: str) -> None:
    assert open_source((f"{text}\n" * 20).encode(), "a.txt").text == f"{text}\n" * 20


@pytest.mark.parametrize(
    "text",
    [f"{IN_TCVN3}\n{SAID[:30]}", "tr¬bb k®zz f®ww j®jj w®qq zz®z µzzµ p¬zz"],
)
def test_what_is_not_surely_one_encoding_is_refused(text: str) -> None:
    with pytest.raises(LegacyEncoding) as refusal:
        open_source(text.encode(), "cu.txt")

    assert legacy_encoding(text) == TCVN3
    assert (is_sure(text, TCVN3), unicode_text(text), refusal.value.details["hint"]) == (False, None, ": có vẻ là TCVN3")


def test_a_stamp_in_an_old_encoding_is_a_secret() -> None:
    with pytest.raises(StateSecret):
        open_source(f"TUYEÄT MAÄT\n{IN_VNI}".encode("latin-1"), "mat.txt")


def test_a_web_page_in_an_old_encoding_is_read_and_located() -> None:
    page = f"<html><body><p>{IN_VNI}</p><p>{IN_VNI}</p></body></html>"

    document = open_source(page.encode(), "a.html")

    assert [document.quote(at.span) for at in document.locators] == [SAID, SAID]
    assert document.original(document.locators[1].span) == IN_VNI


def word(*runs: tuple[str, str | None], style_font: str | None = None, cell: str = "") -> Document:
    made: WordDocument = docx.Document()
    if style_font:
        set_font(made.styles["Normal"].element.get_or_add_rPr(), style_font)
    paragraph = made.add_paragraph()
    for text, font in runs:
        run = paragraph.add_run(text)
        if font:
            set_font(run._r.get_or_add_rPr(), font)
    if cell:
        made.add_table(1, 1).cell(0, 0).text = cell
    file = io.BytesIO()
    made.save(file)
    return document_of_word(file.getvalue(), "cu.docx")


def set_font(properties: object, font: str) -> None:
    fonts = properties.get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    fonts.set(qn("w:ascii"), font)
    fonts.set(qn("w:hAnsi"), font)


def test_a_word_file_is_read_font_by_font() -> None:
    document = word(
        ("thµnh phè ", ".VnTimeH"), ("VÜnh H", ".VnTime"), ("µ", ".VnTime"), (" – naïve, ", "Arial"), ("hôïp ta", "VNI-Times"),
        ("ùc", "VNI-Times"),
    )  # fmt: skip

    assert document.text == "THÀNH PHỐ Vĩnh Hà – naïve, hợp tác\n"
    assert document.original(Span(10, 32)) == "VÜnh Hµ – naïve, hôïp t"
    assert document.original(Span(0, 33)) == "thµnh phè VÜnh Hµ – naïve, hôïp taù"


def test_a_font_may_be_that_of_the_style() -> None:
    document = word(("ch­¬ng tr×nh", None), style_font=".VnTime", cell="§Ò ¸n")

    assert document.text == "chương trình\n\tĐề án\n\n"
    assert document.original(Span(14, 19)) == "§Ò ¸n"


def test_unicode_in_an_old_font_stays() -> None:
    document = word(("Chương trình hợp tác, đợt µ", ".VnTime"))

    assert (document.text, document.origin) == ("Chương trình hợp tác, đợt µ\n", None)


def test_a_soft_hyphen_and_a_symbol_are_letters_of_an_old_font() -> None:
    made: WordDocument = docx.Document()
    run = made.add_paragraph().add_run("ch")
    set_font(run._r.get_or_add_rPr(), ".VnTime")
    run._r.append(OxmlElement("w:softHyphen"))
    for font, code in ((".VnTime", "F0AC"), ("Wingdings", "F0FC"), (".VnTime", "zz")):
        symbol = OxmlElement("w:sym")
        symbol.set(qn("w:font"), font)
        symbol.set(qn("w:char"), code)
        run._r.append(symbol)
    run.add_text("ng")
    file = io.BytesIO()
    made.save(file)

    assert document_of_word(file.getvalue(), "cu.docx").text == "chương\n"
