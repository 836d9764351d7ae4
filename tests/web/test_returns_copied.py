"""A return copied into another system field by field: in the order of its outline, plain values, empty where nothing was told."""

from decimal import Decimal

import pytest
from django.urls import reverse

import factories
from hopluc.sheets import cells_of
from hopluc.web.measures.figures import Figure
from hopluc.web.returns import actions, queries
from hopluc.web.returns.models import Stage
from hopluc.web.returns.prefill import NewLine, NewSentence


@pytest.fixture
def row(standing, officer):
    round_ = factories.a_round(factories.a_programme(standing))
    row = queries.newest_returns(round_)[0]
    results, lacks = round_.parts.all()
    figures = {
        Stage.PLAN: Figure.exact(Decimal(1200)),
        Stage.ACTUAL: Figure.exact(Decimal("1134.5")),
        Stage.ESTIMATE: Figure.about(Decimal(1200)),
    }
    lines = (
        NewLine(results, "Kinh phí hỗ trợ", "triệu đồng", figures=figures),
        NewLine(results, "Hồ sơ bị trả lại", "hồ sơ", figures={Stage.ACTUAL: Figure.zero()}),
    )
    said = (NewSentence(results, results.kind, "Đã tổ chức hội thảo."),)
    actions.save_return(row, by=None, filled=actions.Filled(lines=lines, sentences=said, nothing=frozenset({lacks.pk})))
    actions.send(row, by=None)
    return row


def fields(page):
    return [(field.code, field.name, typed) for field, typed in page.context["fields"]]


def test_fields_stand_in_the_order_of_the_outline(row, officer, signed_in):
    page = signed_in(officer).get(reverse("returns:copy_sheet", args=[row.pk]))

    assert fields(page) == [
        ("1.1a", "Kinh phí hỗ trợ: Kế hoạch", "1200"),
        ("1.1b", "Kinh phí hỗ trợ: Thực hiện", "1134,5"),
        ("1.1c", "Kinh phí hỗ trợ: Ước thực hiện", "khoảng 1.200"),
        ("1.1d", "Kinh phí hỗ trợ: Cùng kỳ", ""),
        ("1.2a", "Hồ sơ bị trả lại: Kế hoạch", ""),
        ("1.2b", "Hồ sơ bị trả lại: Thực hiện", "0"),
        ("1.2c", "Hồ sơ bị trả lại: Ước thực hiện", ""),
        ("1.2d", "Hồ sơ bị trả lại: Cùng kỳ", ""),
        ("1", "Kết quả thực hiện", "Đã tổ chức hội thảo."),
        ("2", "Tồn tại, hạn chế", "Không phát sinh"),
    ]
    assert page.content.decode().count("data-copy=") == 6  # none for what is not known


@pytest.mark.parametrize(("style", "typed"), [("1.234,5", "1.134,5"), ("1234.5", "1134.5"), ("khong-co", "1134,5")])
def test_numbers_are_written_as_the_other_system_wants_them(row, officer, signed_in, style, typed):
    page = signed_in(officer).get(reverse("returns:copy_sheet", args=[row.pk]), {"so": style})

    assert fields(page)[1] == ("1.1b", "Kinh phí hỗ trợ: Thực hiện", typed)


def test_the_same_goes_out_as_excel(row, officer, signed_in):
    answer = signed_in(officer).get(reverse("returns:copy_workbook", args=[row.pk]))

    cells = cells_of(b"".join(answer.streaming_content), "b.xlsx")
    assert [line[1:5] for line in cells[2:5]] == [
        ("Mã", "Nội dung", "Đơn vị tính", "Giá trị"),
        ("1.1a", "Kinh phí hỗ trợ: Kế hoạch", "triệu đồng", Decimal(1200)),
        ("1.1b", "Kinh phí hỗ trợ: Thực hiện", "triệu đồng", Decimal("1134.5")),
    ]
    assert cells[6][4] is None


def test_sheet_is_reached_from_the_return_and_closed_while_it_is_written(row, officer, signed_in):
    browser = signed_in(officer)
    address = reverse("returns:copy_sheet", args=[row.pk])
    begun = queries.newest_returns(row.round)[1]
    colleague = factories.an_account(begun.agency)
    actions.save_return(begun, by=colleague, filled=actions.Filled())

    assert f'href="{address}"' in browser.get(row.get_absolute_url()).content.decode()
    assert browser.get(reverse("returns:copy_sheet", args=[begun.pk])).status_code == 403
