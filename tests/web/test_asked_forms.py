"""A form that others ask to be filled: proposed from the register, put right, remembered; what is unsure stays empty and is told."""

from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.urls import reverse

import factories
from hopluc.sheets import cells_of
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.register import actions as register
from hopluc.web.sheets import asked
from hopluc.web.sheets.models import AskedForm
from hopluc.web.terms import Term
from statements import statements_of

a_form = factories.a_blank_form
ROWS = ((1, "Doanh nghiệp được hỗ trợ", "doanh nghiệp"), (2, "Kinh phí thực hiện", "triệu đồng"), (3, "Việc khác", "việc"))


@pytest.fixture
def programme(standing):
    made = factories.a_programme(standing)
    noted(made, "Doanh nghiệp được hỗ trợ", 40, stage="plan")
    noted(made, "Doanh nghiệp được hỗ trợ", 37)
    register.note_money(made, by=None, year=2026, stage="disbursed", amount=5_132_500_000)
    return made


def noted(programme, name, number, *, unit="doanh nghiệp", figure=None, **details):
    indicator = find_or_add_indicator(programme.owner, by=None, name=name, unit=unit)
    details = {"stage": "actual", "period": Term.of("2026")} | details
    figure = figure or Figure.exact(Decimal(number))
    return record_observation(indicator, by=None, figure=figure, about=programme, **details)


def taken(browser, programme, data, *, sender="Bộ Khoa học và Công nghệ", name="bieu-01.xlsx"):
    address = reverse("sheets:take_asked_form", args=[programme.pk])
    return browser.post(address, {"file": factories.a_file(name, data), "sender": sender}, follow=True)


def said(page, **changes):
    """What the form on the page says as it stands, with changes."""
    form = page.context["form"]
    told = {name: form[name].value() for name in form.fields} | changes
    return {name: value for name, value in told.items() if value is not None and value is not False}


def filled(page):
    return {answer.cell: answer.told.number for answer in page.context["filled"]}


def left(page):
    return {answer.cell: answer.told.why for answer in page.context["left"]}


def downloaded(browser, form):
    answer = browser.get(reverse("sheets:download_filled", args=[form.pk]))
    return cells_of(b"".join(answer.streaming_content), "b.xlsx")


def test_form_is_filled_from_the_register_and_what_is_lacking_stays_empty(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, a_form(*ROWS))

    assert filled(page) == {"D5": 40, "E5": 37, "E6": Decimal("5132.5")}
    assert left(page) == {"D6": "Chưa có số liệu.", "D7": "Chưa chọn số liệu.", "E7": "Chưa chọn số liệu."}
    cells = downloaded(browser, AskedForm.objects.get())
    assert [row[3:5] for row in cells[4:8]] == [(40, 37), (None, Decimal("5132.5")), (None, None)]


def test_each_number_tells_where_it_comes_from(officer, programme, signed_in):
    page = taken(signed_in(officer), programme, a_form(*ROWS))

    told = {answer.cell: (answer.told.words, answer.told.address) for answer in page.context["filled"]}
    row = programme.observations.get(stage="actual")
    assert told["E5"] == ("Doanh nghiệp được hỗ trợ (doanh nghiệp) · Thực hiện 2026", row.get_absolute_url())
    assert told["E6"] == (
        "Kinh phí: tất cả các nguồn · Giải ngân 2026",
        f"{programme.get_absolute_url()}?phan=kinh-phi&nam=2026",
    )
    assert f'href="{row.get_absolute_url()}"' in page.content.decode()


def test_what_the_officer_says_fills_the_row_and_is_remembered_for_the_sender(officer, programme, signed_in):
    noted(programme, "Hồ sơ tư vấn đã xử lý", 12, unit="việc")
    browser = signed_in(officer)
    page = taken(browser, programme, a_form(*ROWS))
    form = AskedForm.objects.get()

    page = browser.post(form.get_absolute_url(), said(page, row_2="hồ sơ tư vấn đã xử lý (việc)"), follow=True)
    again = taken(browser, programme, a_form(*ROWS, year=2027))
    other = taken(browser, programme, a_form(*ROWS), sender="Bộ Tài chính")

    assert filled(page)["E7"] == 12
    assert again.context["object"].remembered
    assert left(again)["E7"] == "Chưa có số liệu."  # chosen as before, of the new form's year
    assert not other.context["object"].remembered
    assert JournalEntry.objects.filter(verb="settle_asked_form").count() == 1


def test_label_that_is_none_is_refused_beside_its_row(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, a_form(*ROWS))
    form = AskedForm.objects.get()

    refused = browser.post(form.get_absolute_url(), said(page, row_2="Một chỉ tiêu không có"))

    assert refused.context["form"].errors == {
        "row_2": ["Không có số liệu “Một chỉ tiêu không có”. Đề nghị chọn trong danh sách gợi ý."]
    }
    form.refresh_from_db()
    assert not form.settled


def test_column_left_out_stays_empty_and_numbers_in_cells_stay_unless_replaced(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, a_form((1, "Doanh nghiệp được hỗ trợ", "doanh nghiệp", 39)))
    form = AskedForm.objects.get()
    assert filled(page) == {"E5": 37}

    page = browser.post(form.get_absolute_url(), said(page, over_numbers="on", fills_4=False), follow=True)

    assert filled(page) == {"D5": 40}
    assert downloaded(browser, form)[4][3:5] == (40, None)


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ([{"figure": Figure.about(Decimal(30))}], "Sổ ghi “khoảng 30”, không phải một số."),
        ([{"figure": Figure.between(Decimal(1), Decimal(2))}], "Sổ ghi “1 - 2”, không phải một số."),
        ([{"figure": Figure.not_reported()}], "Chưa có số liệu."),
        ([{}, {}], "Có 2 số khác nhau cho cùng nội dung, cùng kỳ."),
        ([{"period": Term.of("2025")}], "Chưa có số liệu."),
        ([{"unit": "hồ sơ"}], "Số liệu tính bằng hồ sơ, biểu hỏi việc."),
    ],
)
def test_figure_that_is_not_sure_stays_out(officer, programme, signed_in, figures, why):
    for number, details in enumerate(figures, start=5):
        noted(programme, "Việc khác", number, **({"unit": "việc"} | details))

    page = taken(signed_in(officer), programme, a_form(*ROWS))

    assert left(page)["E7"] == why


def test_zero_that_was_said_is_filled_in(officer, programme, signed_in):
    noted(programme, "Việc khác", 0, unit="việc", figure=Figure.zero())

    assert filled(taken(signed_in(officer), programme, a_form(*ROWS)))["E7"] == 0


def test_figures_of_agencies_are_added_where_nobody_told_the_whole(officer, programme, signed_in, member, elsewhere):
    for number, body in ((3, member), (4, elsewhere)):
        noted(programme, "Việc khác", number, unit="việc", reported_by=body)

    page = taken(signed_in(officer), programme, a_form(*ROWS))
    assert filled(page)["E7"] == 7

    noted(programme, "Việc khác", 9, unit="việc")
    assert filled(signed_in(officer).get(page.request["PATH_INFO"]))["E7"] == 9


def test_rows_of_agencies_take_what_the_column_counts(officer, programme, signed_in, member, elsewhere):
    for number, body in ((3, member), (4, elsewhere)):
        noted(programme, "Việc khác", number, unit="việc", reported_by=body)
    factories.a_task(programme, lead=member)
    rows = ((1, member.name, ""), (2, elsewhere.name, ""))

    page = taken(signed_in(officer), programme, a_form(*rows, heads=("Việc khác", "Số nhiệm vụ")))

    assert filled(page) == {"D5": 3, "D6": 4, "E5": 1, "E6": 0}


def test_tasks_are_counted_as_of_today_only(officer, programme, signed_in):
    factories.a_task(programme)
    row = ((1, "Số nhiệm vụ được giao", "nhiệm vụ"),)

    page = taken(signed_in(officer), programme, a_form(*row, year=2019))

    assert left(page)["E5"] == "Số nhiệm vụ chỉ đếm được theo tình hình đến hôm nay."


def test_money_without_a_unit_in_the_form_stays_out(officer, programme, signed_in):
    page = taken(signed_in(officer), programme, a_form((1, "Kinh phí", "")))

    assert left(page)["E5"] == "Biểu chưa nêu đơn vị tính của tiền."


def test_money_lacking_in_one_line_is_not_added_up(officer, programme, signed_in):
    register.note_money(programme, by=None, year=2026, stage="allotted", amount=7, fund="central")

    page = taken(signed_in(officer), programme, a_form((1, "Kinh phí", "đồng")))

    assert left(page)["E5"] == "1 dòng kinh phí chưa có số “Giải ngân”."


def test_what_is_no_form_is_refused(officer, programme, signed_in):
    browser = signed_in(officer)

    text = taken(browser, programme, b"xin chao", name="b.xlsx")
    empty = taken(browser, programme, a_form_without_a_table())

    assert text.context["form"].non_field_errors()[0].startswith("Tệp")
    assert empty.context["form"].errors["file"] == ["Không thấy bảng nào để điền trong tệp này. Đề nghị kiểm tra lại tệp."]
    assert AskedForm.objects.count() == 0


def a_form_without_a_table():
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.add_worksheet().write("A1", 5)
    book.close()
    return data.getvalue()


def test_form_past_the_size_is_refused(officer, programme, monkeypatch):
    monkeypatch.setattr(asked, "MOST_BYTES", 100)

    with pytest.raises(ValidationError) as refused:
        asked.take_asked_form(programme, by=officer, file=factories.a_file("b.xlsx", a_form(*ROWS)))

    assert refused.value.message_dict == {"file": ["Biểu mẫu lớn hơn 5 MB. Đề nghị gửi tệp chỉ có biểu mẫu."]}


def test_sheet_that_is_not_there_is_not_found(officer, programme, signed_in):
    browser = signed_in(officer)
    taken(browser, programme, a_form(*ROWS))

    assert browser.get(f"{AskedForm.objects.get().get_absolute_url()}?bang=7").status_code == 404


def test_page_asks_as_many_questions_for_many_rows_as_for_few(officer, programme, signed_in):
    browser = signed_in(officer)
    counts = []
    for size in (2, 40):
        for number in range(size):
            noted(programme, f"Chỉ tiêu số {size} {number}", number, unit="việc")
        rows = [(number + 1, f"Chỉ tiêu số {size} {number}", "việc") for number in range(size)]
        page = taken(browser, programme, a_form(*rows))
        address = page.request["PATH_INFO"]
        counts.append(statements_of(lambda address=address: browser.get(address)))

    assert counts[0] == counts[1]


def test_form_is_reached_from_figures_and_money(officer, programme, signed_in):
    address = reverse("sheets:take_asked_form", args=[programme.pk])
    browser = signed_in(officer)
    taken(browser, programme, a_form(*ROWS))

    for part in ("so-lieu", "kinh-phi"):
        assert f'href="{address}"' in browser.get(f"{programme.get_absolute_url()}?phan={part}").content.decode()
    assert AskedForm.objects.get().get_absolute_url() in browser.get(address).content.decode()
