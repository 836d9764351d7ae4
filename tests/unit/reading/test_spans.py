"""Every fact quotes the very words it stands on, whatever form the text comes in."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from hopluc.reading.document import Cover, Document, Span, joined
from hopluc.reading.read import read
from hopluc.vietnamese import nfc

FRAGMENTS = st.sampled_from(
    [
        "Nghị quyết số 08-NQ/TU ngày 16/5/2026 của Tỉnh uỷ", "Quyết định\u00a0số 12/QÐ-UBND", "ngày 31/6/2026", "tháng 01 năm 2026", "18 và 20/9/2026",
        "giai đoạn 2021–2025", "từ 01/7/2026 đến 30/6/2027", "Luật Khoa học và Công nghệ", "Uỷ ban nhân dân tỉnh Tân Lâm", "5.132 triệu đồng", "14/15 bệnh viện",
        "Ông Trần Văn Bình", "các Nghị định số 02/2019/NĐ-CP, 13/2019/NĐ-CP", "Số:      /QĐ-UBND", "Điều 5 Luật", "chiều 20-12", "hoá học", "thuỷ sản", "0912.345.678",
    ]
)  # fmt: skip
GLUE = st.sampled_from([" ", "\n", ", ", "; ", "\u00a0", "\t", "", " của ", " - ", "(", ")", "\r\n", "\u200b", "😀", "\u0301"])
TEXTS = st.lists(FRAGMENTS | GLUE | st.text(max_size=3), max_size=16).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_every_fact_quotes_its_span(text: str, decomposed: bool) -> None:
    document = Document("any.txt", nfc(unicodedata.normalize("NFD", text) if decomposed else text))

    reading = read(document, records=())

    assert [fact.quote for fact in reading.facts] == [document.quote(fact.span) for fact in reading.facts]
    assert [fact for fact in reading.facts if not 0 <= fact.span.start < fact.span.end <= len(document.text)] == []


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_facts_of_one_kind_never_overlap(text: str) -> None:
    facts = read(Document("any.txt", nfc(text)), records=()).facts

    pairs = [(one, other) for one in facts for other in facts if one is not other and one.kind == other.kind]
    assert [(one.quote, other.quote) for one, other in pairs if one.span.overlaps(other.span)] == []


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    document = nfc(text)

    assert read(Document("a", document), records=()).facts == read(Document("a", document), records=()).facts


def test_spans_that_touch_or_overlap_are_joined_in_order() -> None:
    covered = joined([Span(20, 24), Span(0, 4), Span(2, 8), Span(3, 5), Span(8, 9)])

    assert covered == [Span(0, 9), Span(20, 24)]


def test_words_of_a_state_begin_with_its_first_letter() -> None:
    document = Document(
        "1.txt",
        "2. Nhiệm vụ được giao\n- Nhiệm vụ khảo sát nhu cầu đổi mới công nghệ của doanh nghiệp: Sở Công Thương đã hoàn thành, được nghiệm thu "
        "tháng 11/2023.\n",
    )

    (task,) = read(document).of("task")

    assert [(name, document.quote(span)) for name, span in task.parts] == [
        ("status", "đã hoàn thành, được nghiệm thu tháng 11/2023.")
    ]


SPANS = st.tuples(st.integers(0, 20), st.integers(0, 8)).map(lambda ends: Span(ends[0], ends[0] + ends[1]))


@settings(max_examples=200, deadline=None)
@given(st.lists(SPANS, max_size=6), SPANS)
def test_a_cover_holds_what_one_of_its_spans_holds(spans: list[Span], span: Span) -> None:
    assert Cover(spans).holds(span) == any(other.contains(span) for other in spans)
