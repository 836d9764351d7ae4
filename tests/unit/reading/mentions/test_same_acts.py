"""One act under several names, and its namesakes."""

import pytest

from hopluc.reading import read
from hopluc.reading.document import Document


def acts(text: str) -> list[str | None]:
    return [fact.value.act for fact in read(Document("t", text), records=()).facts if fact.kind == "legal_reference"]


FULL = "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FULL}; Nghị quyết 57; NQ57; NQ 57-NQ/TW.", [FULL] * 4),
        (f"{FULL}; Nghị quyết số 57/NQ-CP của Chính phủ; Nghị quyết 57.", [None, None, None]),
        ("Quyết định số 45/QĐ-UBND ngày 3/2/2023; Quyết định số 45/QĐ-UBND ngày 5/6/2024.", [None, None]),
        (
            "Quyết định số 45/QĐ-UBND ngày 3/2/2023 của UBND tỉnh Tân Lâm; Quyết định số 45/QĐ-UBND của UBND tỉnh Hòa Sơn.",
            [None, None],
        ),
        ("Luật KH&CN; Luật Khoa học và Công nghệ số 29/2013/QH13.", ["Luật Khoa học và Công nghệ số 29/2013/QH13"] * 2),
        ("Luật Đầu tư năm 2014; Luật Đầu tư năm 2020.", [None, None]),
        ("Quyết định số 12/QÐ-UBND; Quyết định số 12 /QĐ - UBND.", ["Quyết định số 12/QÐ-UBND"] * 2),
    ],
)
def test_names_of_one_act_are_joined_and_namesakes_stay_apart(text, expected):
    assert acts(text) == expected
