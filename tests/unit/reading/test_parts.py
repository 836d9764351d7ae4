"""Parts: a text too long for one reading is read a part after the other, each fact where it stands in the whole."""

import gc

from hopluc.reading import Document, read
from hopluc.reading.document import Locator, Span
from hopluc.reading.parts import read_in_parts

PAPER = (
    "BÁO CÁO\nKết quả phối hợp năm 2024\n\nNgày 12/5/2024, Sở Y tế tỉnh Tân Lâm ký Thỏa thuận hợp tác với Viện Hàn lâm Khoa học và Công nghệ "
    "Việt Nam giai đoạn 2024-2028.\nTrong năm đã tổ chức 12 khóa đào tạo cho 340 cán bộ, đạt 85% kế hoạch.\n\n"
)


def test_a_document_of_usual_length_is_read_as_a_whole() -> None:
    document = Document("1.txt", PAPER)

    assert list(read_in_parts(document)) == [read(document)]


def test_facts_and_records_of_parts_stand_where_they_do_in_the_whole() -> None:
    document = Document("1.txt", PAPER * 3)
    alone = read(Document("1.txt", PAPER))

    parts = list(read_in_parts(document, whole=len(PAPER), part=len(PAPER)))

    assert [part.document for part in parts] == [document] * 3
    for place, part in enumerate(parts):
        by = place * len(PAPER)
        assert [(fact.kind, fact.span.start - by, fact.value) for fact in part.facts] == [
            (fact.kind, fact.span.start, fact.value) for fact in alone.facts
        ]
        assert [fact.quote for fact in part.facts] == [document.quote(fact.span) for fact in part.facts]
        assert [(record.kind, record.value, [span.start - by for span in record.evidence]) for record in part.records] == [
            (record.kind, record.value, [span.start for span in record.evidence]) for record in alone.records
        ]


def test_parts_end_at_an_empty_line_else_a_line_else_a_blank_else_where_they_must() -> None:
    def ends(text: str) -> list[int]:
        document = Document("1.txt", text + "Ngày 12/5/2024.")
        return [reading.facts[0].span.start for reading in read_in_parts(document, whole=20, part=30) if reading.facts]

    assert ends("a" * 20 + "\n\n" + "b c\n") == [31]
    for border in ("\n\n", "\n", " ", ""):
        filler = "a" * (28 - len(border)) + border
        assert ends(filler * 4) == [len(filler) * 4 + len("Ngày ")]


def test_what_a_source_says_of_a_part_goes_with_it() -> None:
    text = "Ngày 12/5/2024 họp.\n\n" + "x" * 20 + "\n\nNgày 13/6/2024 họp.\n\nNgày 14/7/2024 họp."
    first, second, third = (Span(place, place + 9) for place in (5, text.index("13/6"), text.index("14/7")))
    document = Document(
        "1.pdf",
        text,
        locators=(Locator(Span(0, 20), page=1), Locator(Span(43, len(text)), page=2)),
        furniture=(second,),
        doubtful=(third,),
    )

    told = [line for part in read_in_parts(document, whole=10, part=45) for line in part.lines()]
    certain = {fact.span: fact.certain for part in read_in_parts(document, whole=10, part=45) for fact in part.facts}

    dates = [(line["start"], line["locator"]["page"]) for line in told if line.get("kind") == "date"]
    assert dates == [(line["start"], line["locator"]["page"]) for line in read(document).lines() if line.get("kind") == "date"]
    assert dates[0] == (first.start, 1)
    assert certain[third] is False


def test_nothing_worked_out_of_a_text_is_kept_when_it_is_read() -> None:
    document = Document("1.txt", PAPER * 2)
    read(document)  # patterns are compiled once
    gc.collect()
    gc.disable()
    try:
        reading = read(document)
        left = gc.collect()
    finally:
        gc.enable()

    assert left == 0
    assert set(vars(document)) & {"plain", "folded", "_views"} == set()
    assert read(document) == reading
