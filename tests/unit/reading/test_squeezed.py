"""Two or three spaces read as one, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc.reading import read
from hopluc.reading.document import Document, Span
from hopluc.reading.page.squeezed import Squeezed


@pytest.mark.parametrize(
    ("whole", "text"),
    [
        ("Sở  Khoa học   và  Công nghệ", "Sở Khoa học và Công nghệ"),
        ("UBND TỈNH      CỘNG HÒA", "UBND TỈNH      CỘNG HÒA"),
        ("Một. Hai", "Một. Hai"),
    ],
)
def test_doubled_spaces_between_words_are_read_as_one_and_wide_gaps_stay(whole, text):
    assert Squeezed(whole).text == text


@given(st.text(alphabet="ab .\n", max_size=40), st.data())
def test_every_span_leads_back_to_the_same_words(whole, data):
    squeezed = Squeezed(whole)
    start = data.draw(st.integers(0, len(squeezed.text)))
    end = data.draw(st.integers(start, len(squeezed.text)))
    if start < end:
        span = squeezed.whole(Span(start, end))
        assert whole[span.start : span.end].split() == squeezed.text[start:end].split()


def test_a_name_with_doubled_spaces_is_found_where_it_stands():
    facts = read(Document("t", "Giao Sở  Tài chính   tỉnh Tân Lâm chủ trì."), records=()).facts

    assert [(fact.quote, fact.value.canonical) for fact in facts] == [
        ("Sở  Tài chính   tỉnh Tân Lâm", "Sở Tài chính tỉnh Tân Lâm")
    ]
