"""Legal bases that were replaced: known by number, or by name and day; the last in force is offered."""

from datetime import date

import pytest

from hopluc.bases import replaced_acts, replacement_of

NOW = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("cited", "on", "basis"),
    [
        ("Căn cứ Luật Khoa học và Công nghệ ngày 18 tháng 6 năm 2013;", NOW, "93/2025/QH15"),
        ("Luật Khoa học và Công nghệ ngày 18/06/2013", NOW, "93/2025/QH15"),
        ("Căn cứ Luật số 29/2013/QH13", date(2025, 9, 30), None),
        ("Căn cứ Luật số 29/2013/QH13", date(2025, 10, 1), "93/2025/QH15"),
        ("Căn cứ Luật số 21/2000/QH10", date(2020, 1, 1), "29/2013/QH13"),
        ("Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04/4/2014 của Chính phủ", NOW, "150/2025/NĐ-CP"),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15", NOW, None),
        ("Căn cứ Luật Khoa học và Công nghệ", NOW, None),
        ("Căn cứ Luật Khoa học và Công nghệ ngày 18 tháng 7 năm 2013", NOW, None),
        ("Căn cứ Quyết định số 124/2014/NĐ-CPX", NOW, None),
        ("Căn cứ Quyết định số 15/QĐ-UBND ngày 18/6/2013", NOW, None),
    ],
)
def test_a_replaced_basis_leads_to_the_act_in_force(cited: str, on: date, basis: str | None) -> None:
    found = replacement_of(cited, on)

    assert (found.new.replaced_by if found else None) == basis


def test_every_act_is_replaced_by_a_later_one_cited_with_its_number() -> None:
    wrong = [act.number for act in replaced_acts() if act.replaced_by not in act.cited_as or act.since <= act.day]

    assert wrong == []
    assert len({act.number for act in replaced_acts()}) == len(replaced_acts())
