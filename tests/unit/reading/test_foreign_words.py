"""Foreign words spelt as the lists spell them."""

import pytest

from hopluc.reading.naming.foreign_words import respelt


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Đại học Havard", "Đại học Harvard"),
        ("Đại học Harvard", "Đại học Harvard"),
        ("Đại học Nông Lâm", "Đại học Nông Lâm"),
        ("Viện Xyzzyq", "Viện Xyzzyq"),
        ("Đại học Kyot", "Đại học Kyot"),
    ],
)
def test_a_foreign_word_with_a_letter_missing_is_put_right_and_others_stay(written, expected):
    assert respelt(written) == expected
