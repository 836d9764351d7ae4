"""The quick ways of seeing a text give what the plain definitions give, and keep its length."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc import vietnamese
from hopluc.vietnamese import canonical, fold, nfc

SYLLABLES = st.sampled_from(
    [
        "hoà",
        "Uỷ",
        "quý",
        "QUỲ",
        "thuỷ",
        "khoẻ",
        "hoàn",
        "Ðề án",
        "đổi",
        "–",
        "\u00a0",
        "\u200b",
        "’",
        "ngoại",
        "tuỳ\u0323",
        "TOÀ",
    ]
)
TEXTS = st.lists(SYLLABLES | st.text(max_size=4), max_size=12).map(lambda parts: nfc("".join(parts)))


@given(TEXTS)
def test_canonical_moves_tones_and_signs_and_keeps_the_length(text: str) -> None:
    signs = text.translate(vietnamese._LOOKALIKES)
    old = re.compile("(?<![qQ])(?:" + "|".join(vietnamese._NEW_STYLE) + r")(?![\w\u0300-\u036f])")

    plain = canonical(text)

    assert plain == old.sub(lambda found: vietnamese._NEW_STYLE[found[0]], signs)
    assert len(plain) == len(text)


@given(TEXTS)
def test_fold_takes_off_marks_and_case_and_keeps_the_length(text: str) -> None:
    folded = fold(text)

    assert folded == text.translate(vietnamese._FOLDS)
    assert len(folded) == len(text)


@pytest.mark.parametrize("letter", ["ạ", "Ậ", "đ", "Đ", "ữ", "Ỵ", "ö", "…", "ß", "😀", "漢", "\x00", "İ"])
def test_fold_of_one_letter_is_one_letter(letter: str) -> None:
    assert fold(letter) == letter.translate(vietnamese._FOLDS)


def test_every_vietnamese_letter_is_common() -> None:
    marks = [
        unicodedata.normalize("NFC", base + tone) for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in ("", *vietnamese.TONES)
    ]

    assert set("".join([*marks, "đĐ"])) - set(vietnamese._COMMON) == set()


def test_common_letters_fit_one_byte_each() -> None:
    assert len(vietnamese._COMMON) == len(set(vietnamese._COMMON)) <= 256
