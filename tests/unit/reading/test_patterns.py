"""Pattern: compiled at its first use, and then no slower than a compiled expression."""

import re
import subprocess
import sys

import pytest

from hopluc.reading.patterns import Matches, Pattern, in_small, matches_at, places_by_word, places_of
from hopluc.vietnamese import small

# What the standard library compiles for itself (string, csv …) and what one line of `vietnamese` needs before any text can be held.
MOST_AT_IMPORT = 12
COUNTING = """
import re
from re import _compiler
made = []
true = _compiler.compile
_compiler.compile = lambda pattern, flags=0: (made.append(pattern), true(pattern, flags))[1]
import hopluc.reading
print(len(made))
"""


def test_importing_the_reader_compiles_next_to_nothing() -> None:
    # Compiling every expression of the readers takes several times as long as loading them, in every command and every worker.
    made = subprocess.run([sys.executable, "-c", COUNTING], check=True, capture_output=True, text=True).stdout
    assert int(made) <= MOST_AT_IMPORT


def test_a_pattern_looks_as_the_compiled_expression_does() -> None:
    late, compiled = Pattern(r"(?P<day>\d+)/(\d+)", re.IGNORECASE), re.compile(r"(?P<day>\d+)/(\d+)", re.IGNORECASE)
    text = "ngày 5/6 và 17/8"
    assert [found.span("day") for found in late.finditer(text)] == [found.span("day") for found in compiled.finditer(text)]
    assert late.sub("-", text) == compiled.sub("-", text) == "ngày - và -"
    assert late.findall(text, 8) == compiled.findall(text, 8) == [("17", "8")]
    assert late.split(text) == compiled.split(text)


def test_a_pattern_binds_the_compiled_methods_at_its_first_use() -> None:
    late = Pattern("a+")
    assert "search" not in vars(late)
    assert late.search("baa") is not None
    assert vars(late)["match"].__self__ is re.compile("a+")


def test_a_wrong_pattern_is_refused_at_its_first_use() -> None:
    late = Pattern("(")
    with pytest.raises(re.error):
        late.search("a")


def test_a_pattern_has_no_other_attributes() -> None:
    assert not hasattr(Pattern("a"), "scanner")


def test_matches_at_words_are_what_a_search_finds() -> None:
    late, text = Pattern(r"(?:tỉnh|Tỉnh) \w+(?: Tỉnh)?"), "tỉnh A và Tỉnh B, tỉnh C Tỉnh D; tỉnh "
    found = [match[0] for match in matches_at(("Tỉnh ", "tỉnh "), late, text)]
    assert found == [match[0] for match in late.finditer(text)] == ["tỉnh A", "Tỉnh B", "tỉnh C Tỉnh"]


def test_matches_at_words_end_where_the_search_is_to_end() -> None:
    assert [match.span() for match in matches_at(("a",), Pattern("a+"), "aa aaa", 5)] == [(0, 2), (3, 5)]


def test_many_words_are_looked_for_as_few_are() -> None:
    pattern = Pattern(r"[a-z]+\d")
    words, text = tuple("abcdefghijkl"), "xa1 bb2 c d3 l4 m5"
    assert [found.span() for found in matches_at(words, pattern, text, 15)] == [(1, 3), (4, 7), (10, 12), (13, 15)]
    assert [found.span() for found in matches_at(words[:4], pattern, text, 15)] == [(1, 3), (4, 7), (10, 12)]


def test_matches_are_found_by_where_they_stand() -> None:
    known = Matches(re.finditer(r"\d+", "12 345 6 78"))
    assert [found[0] for found in known.within(1, 8)] == ["345", "6"]
    assert [found[0] for found in known.within(3, 5)] == []
    assert [found[0] for found in known.within(0, 99)] == ["12", "345", "6", "78"]


def test_places_of_words_are_in_the_order_of_the_text() -> None:
    assert places_of(("(", ")"), "a (b) (c") == [2, 4, 6]


def test_places_by_word_hold_words_within_words() -> None:
    found = places_by_word(("số", "ố", "năm"), "số 5, tố 6")

    assert {word: list(places) for word, places in found.items()} == {"số": [0], "ố": [1, 7]}


@pytest.mark.parametrize("text", ["Dự kiến chuyển 12 hồ sơ", "DỰ KIẾN CHUYỂN 12 HỒ SƠ", "dự Kiến\nSẼ họp", "Đẽ"])
def test_in_small_letters_is_found_what_is_found_whatever_the_case(text: str) -> None:
    pattern = r"\b(?P<told>dự kiến|sẽ)\b[^\W\d_]?"

    found = [match.span() for match in in_small(pattern).finditer(small(text))]

    assert found == [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def test_a_capital_that_no_small_letter_would_match_is_refused() -> None:
    with pytest.raises(AssertionError, match="capital"):
        in_small(r"(?P<of>của) \W\D[Đđ]ồng")
