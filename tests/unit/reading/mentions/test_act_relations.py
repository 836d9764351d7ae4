"""What is done to an act, by which, and which of its articles are meant."""

import pytest

from hopluc.reading import read
from hopluc.reading.document import Document


def said(text: str) -> list[tuple[str | None, str | None, str | None]]:
    facts = read(Document("t", text), records=()).facts
    return [(f.value.relation, f.value.related, f.value.provisions) for f in facts if f.kind == "legal_reference"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quyết định này thay thế Quyết định số 12/2019/QĐ-UBND; bãi bỏ Chỉ thị số 04/CT-UBND và Chỉ thị số 05/CT-UBND.",
            [("thay thế", "Quyết định này", None), ("bãi bỏ", "Quyết định này", None), ("bãi bỏ", "Quyết định này", None)],
        ),
        (
            "Nghị định số 95/2014/NĐ-CP hướng dẫn thi hành một số điều của Luật Khoa học và Công nghệ.",
            [(None, None, None), ("hướng dẫn", "Nghị định số 95/2014/NĐ-CP", None)],
        ),
        (
            "Thông tư này sửa đổi, bổ sung một số điều của Thông tư số 09/2014/TT-BKHCN.",
            [("sửa đổi, bổ sung", "Thông tư này", None)],
        ),
        ("Đính chính Quyết định số 7/QĐ-UBND.", [("đính chính", None, None)]),
        ("Quyết định số 12/QĐ-UBND hết hiệu lực từ ngày 01/7/2025.", [("hết hiệu lực", None, None)]),
        (
            "Luật Sở hữu trí tuệ số 50/2005/QH11 đã được sửa đổi, bổ sung theo Luật số 36/2009/QH12 và Luật số 42/2019/QH14.",
            [("sửa đổi, bổ sung", "Luật số 36/2009/QH12; Luật số 42/2019/QH14", None), (None, None, None), (None, None, None)],
        ),
        (
            "Nghị định số 70/2018/NĐ-CP được thay thế bởi Nghị định số 88/2025/NĐ-CP; Luật Đầu tư được sửa đổi, bổ sung năm 2022, 2024.",
            [
                ("thay thế", "Nghị định số 88/2025/NĐ-CP", None),
                (None, None, None),
                ("sửa đổi, bổ sung", "năm 2022, 2024", None),
            ],
        ),
        (
            "Căn cứ điểm a khoản 2 Điều 5 Luật Khoa học và Công nghệ; thực hiện Nghị quyết số 57-NQ/TW.",
            [("căn cứ", None, "điểm a khoản 2 Điều 5"), ("thực hiện", None, None)],
        ),
        (
            "Căn cứ Nghị quyết số 71/NQ-CP về chương trình thực hiện Nghị quyết số 57-NQ/TW;\nCăn cứ Quyết định số 2629/QĐ-TTg.",
            [("căn cứ", None, None), ("thực hiện", "Nghị quyết số 71/NQ-CP", None), ("căn cứ", None, None)],
        ),
        (
            "Căn cứ Nghị định số 85/2013/NĐ-CP biện pháp thi hành Luật Giám định tư pháp; Nghị định số 157/2020/NĐ-CP sửa đổi Nghị định số 85/2013/NĐ-CP.",
            [
                ("căn cứ", None, None),
                ("thực hiện", "Nghị định số 85/2013/NĐ-CP", None),
                ("căn cứ", None, None),
                ("sửa đổi, bổ sung", "Nghị định số 157/2020/NĐ-CP", None),
            ],
        ),
        (
            "Quyết định số 24/2011/QĐ-UBND sửa Quy định ban hành kèm theo Quyết định số 42/2006/QĐ-UBND.",
            [(None, None, None), ("kèm theo", None, None)],
        ),
        (
            "Sau Nghị quyết số 57-NQ/TW, Ban ra Chương trình thực hiện Nghị quyết số 57-NQ/TW.",
            [(None, None, None), ("thực hiện", None, None)],
        ),
        ("Theo Điều 3, 5 và 7 Nghị định số 08/2014/NĐ-CP.", [(None, None, "Điều 3, 5 và 7")]),
        (
            "Sửa đổi Điều 5 của Quy chế ban hành kèm theo Quyết định số 7/QĐ-UBND.",
            [("sửa đổi, bổ sung", None, "Điều 5")],
        ),
        ("Sở đã thực hiện tốt. Quyết định số 7/QĐ-UBND giao vốn.", [(None, None, None)]),
    ],
)
def test_what_is_done_to_an_act_is_told_with_who_does_it_and_the_articles_meant(text, expected):
    assert said(text) == expected


def test_the_lines_of_the_output_hold_only_what_is_said():
    line = read(Document("t", "Theo Nghị định số 08/2014/NĐ-CP.")).facts[0].as_json()

    assert sorted(line["value"]) == ["context_date", "context_issuer", "date", "doc_type", "issuer", "number"]
