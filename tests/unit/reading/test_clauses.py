"""Clauses: where one begins and ends, and what an inline list falls into."""

import pytest

from hopluc.reading.document import Document, Span
from hopluc.reading.page.clauses import clause_within, end_of_body, pieces, trimmed

LIST = "Khảo sát 20 đơn vị (cơ khí: 12; chế biến: 8) tại Vĩnh Hà; hỗ trợ 5 dự án"


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("20", "Khảo sát 20 đơn vị (cơ khí: 12; chế biến: 8) tại Vĩnh Hà"),
        ("12", "cơ khí: 12"),
        ("8", "chế biến: 8"),
        ("Vĩnh Hà", "Khảo sát 20 đơn vị (cơ khí: 12; chế biến: 8) tại Vĩnh Hà"),
        ("5", "hỗ trợ 5 dự án"),
    ],
)
def test_clause_ends_at_semicolons_and_at_its_own_brackets(words: str, clause: str) -> None:
    document = Document("x", LIST)

    found = clause_within(document, Span(0, len(LIST)), span_of(LIST, words))

    assert document.quote(found) == clause


def test_pieces_are_divided_outside_brackets_only() -> None:
    text = "- tổ chức hội thảo (một; hai); cử cán bộ; và hỗ trợ doanh nghiệp./."
    document = Document("x", text)

    found = [document.quote(piece) for piece in pieces(document, Span(0, len(text)))]

    assert found == ["tổ chức hội thảo (một; hai)", "cử cán bộ", "hỗ trợ doanh nghiệp"]


def test_pieces_of_nothing_are_none() -> None:
    assert list(pieces(Document("x", " ; "), Span(0, 3))) == [Span(1, 1)]


def test_trimmed_drops_bullet_number_and_closing_stop() -> None:
    text = " 2) Bố trí kinh phí./."
    document = Document("x", text)

    assert document.quote(trimmed(document, Span(0, len(text)))) == "Bố trí kinh phí"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Thân bài.\nNơi nhận:\n- Lưu: VT.", "Thân bài.\n"),
        ("Gửi về nơi nhận. Theo Nơi nhận đã ghi.", "Gửi về nơi nhận. Theo Nơi nhận đã ghi."),
        ("Thân bài.", "Thân bài."),
    ],
)
def test_body_ends_where_the_receivers_begin(text: str, body: str) -> None:
    assert text[: end_of_body(Document("x", text))] == body
