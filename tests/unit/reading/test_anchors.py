"""Anchors: whole words only, the longest first, none inside another."""

from hopluc.reading.anchors import anchors, automaton

WORDS = automaton(["hội nghị", "hội nghị sơ kết", "nghị"])


def test_longest_word_is_found_and_none_inside_it() -> None:
    assert list(anchors(WORDS, "dự hội nghị sơ kết, hội nghị, nghị")) == [
        (3, "hội nghị sơ kết"),
        (20, "hội nghị"),
        (30, "nghị"),
    ]


def test_part_of_a_word_is_not_found() -> None:
    assert list(anchors(WORDS, "nghịch, xnghị, hội nghịx")) == []
