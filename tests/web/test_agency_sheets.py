"""A sheet of an agency's own make: shown as it is understood, put right, remembered; good rows in, bad ones back, totals never."""

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from django.db.models import Count
from django.urls import reverse

import factories
from hopluc.web.measures.models import Observation
from hopluc.web.register.money import money_of
from hopluc.web.sheets.models import AgencySheet, HandedIn

BAD_INPUT = Path(__file__).resolve().parents[2].parent / "shared" / "badinput"


def a_workbook(*rows, merged=()):
    """An .xlsx file of these rows; `merged` are ranges to merge, with their words."""
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell is not None:
                sheet.write(at, place, cell)
    for place, words in merged:
        sheet.merge_range(place, words)
    book.close()
    return data.getvalue()


def the_book(year=2026, last="1,250"):
    return a_workbook(
        ["SỞ CÔNG THƯƠNG TỈNH TÂN LÂM"],
        [f"KẾT QUẢ NĂM {year}"],
        ["TT", "Nội dung", "ĐVT", None, None],
        [None, None, None, "Kế hoạch", "Thực hiện"],
        ["I", "Hỗ trợ doanh nghiệp", None, 30, 29],
        [1, "Tư vấn đổi mới công nghệ", "lượt", 20, 18],
        [2, "Kết nối cung cầu", "lượt", 10, 10],
        ["II", "Đào tạo"],
        [1, "Người được đào tạo", "người", 1000, last],
        merged=[("D3:E3", f"Năm {year}")],
    )


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing)


def taken(browser, programme, data, *, sender="Sở Công Thương", name="bang.xlsx"):
    address = reverse("sheets:take_agency_sheet", args=[programme.pk])
    return browser.post(address, {"file": factories.a_file(name, data), "sender": sender}, follow=True)


def said(page, **changes):
    """What the form says as it stands, with changes."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | changes


def test_sheet_is_shown_as_it_is_understood(officer, programme, signed_in):
    page = taken(signed_in(officer), programme, the_book())

    assert [(row[0], row[3], row[4], row[5]) for row in page.context["rows"]] == [
        ("Tư vấn đổi mới công nghệ", "Kế hoạch", "2026", "20"),
        ("Tư vấn đổi mới công nghệ", "Thực hiện", "2026", "18"),
        ("Kết nối cung cầu", "Kế hoạch", "2026", "10"),
        ("Kết nối cung cầu", "Thực hiện", "2026", "10"),
        ("Người được đào tạo", "Kế hoạch", "2026", "1.000"),
        ("Người được đào tạo", "Thực hiện", "2026", "1,250"),
    ]
    assert [(line.name, label, check.said, check.counted) for line, label, check in page.context["faults"]] == [
        ("Hỗ trợ doanh nghiệp", "Năm 2026 Thực hiện", 29, 28)
    ]
    assert Observation.objects.count() == 0


def test_good_rows_go_in_and_the_doubtful_one_comes_back(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())
    sheet = AgencySheet.objects.get()

    browser.post(sheet.get_absolute_url(), said(page, tiep="1"))
    handed = HandedIn.objects.get()
    browser.post(reverse("sheets:enter", args=[handed.pk]))

    handed.refresh_from_db()
    assert (handed.outcome["added"], len(handed.refused())) == (5, 1)
    assert handed.refused()[0][0].words[5] == "1,250"
    assert browser.get(reverse("sheets:download_refused", args=[handed.pk])).status_code == 200
    names = set(Observation.objects.values_list("indicator__name", flat=True))
    assert names == {"Tư vấn đổi mới công nghệ", "Kết nối cung cầu", "Người được đào tạo"}  # no total


def test_what_the_officer_says_holds_and_is_remembered_for_the_sender(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())
    first = AgencySheet.objects.get()
    browser.post(first.get_absolute_url(), said(page, comma="nghin", stage_4="estimate", tiep="1"))

    again = taken(browser, programme, the_book(2027))
    other = taken(browser, programme, the_book(2027), sender="Sở Y tế")

    assert HandedIn.objects.get().rows[5][2][3:6] == ["Ước thực hiện", "2026", "1.250"]
    assert again.context["object"].remembered
    assert again.context["rows"][5][3:6] == ("Ước thực hiện", "2027", "1.250")
    assert not other.context["object"].remembered


def test_what_the_register_holds_already_is_not_entered_twice(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())
    browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1"))
    browser.post(reverse("sheets:enter", args=[HandedIn.objects.get().pk]))

    again = taken(browser, programme, the_book())

    assert [row[5] for row in again.context["rows"]] == ["1,250"]
    assert again.context["known"] == 5


def test_a_sheet_is_passed_on_once(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())
    address, form = AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1")

    answers = [browser.post(address, form).status_code for _ in range(2)]

    assert answers == [302, 403]
    assert HandedIn.objects.count() == 1


def test_two_columns_of_names_are_refused(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())

    answer = browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, holds_2="ten"))

    assert answer.context["form"].non_field_errors() == ["Đề nghị chọn đúng một cột là tên chỉ tiêu, nội dung."]


def test_heading_outside_the_sheet_is_refused(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())

    answer = browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, first="4", last="99"))

    assert answer.context["form"].non_field_errors() == ["Dòng tiêu đề không có trong bảng. Đề nghị kiểm tra lại hai số dòng."]


def test_a_letter_has_no_row_to_enter(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, a_workbook(["TT", "Nội dung"], [1, "Không phát sinh số liệu trong kỳ"]))

    answer = browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1"))

    assert answer.status_code == 200
    assert HandedIn.objects.count() == 0


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"PK\x03\x04 not a package", b"a;b\n1;2\n"])
def test_what_is_no_workbook_is_refused(officer, programme, signed_in, data):
    page = taken(signed_in(officer), programme, data)

    assert page.context["form"].errors
    assert AgencySheet.objects.count() == 0


@pytest.mark.shared
@pytest.mark.skipif(not BAD_INPUT.is_dir(), reason="the collection of bad files is not here")
def test_bad_files_are_refused_or_shown_and_never_a_fault(officer, programme, signed_in):
    browser = signed_in(officer)
    files = sorted(path for path in BAD_INPUT.rglob("*.xlsx"))
    assert files

    answers = {taken(browser, programme, path.read_bytes(), name="bang.xlsx").status_code for path in files}

    assert answers == {200}


def test_the_page_sends_the_file_and_names_it(officer, programme, signed_in):
    page = signed_in(officer).get(reverse("sheets:take_agency_sheet", args=[programme.pk]))

    assert page.content.decode().count('<form method="post" enctype="multipart/form-data" class="card asking">') == 1
    assert page.context["form"]["file"].label == "Tệp Excel của đơn vị"


def test_figures_are_of_the_agency_that_sent_them(officer, programme, signed_in):
    browser = signed_in(officer)
    for sender in ("Sở Công Thương", ""):
        page = taken(browser, programme, the_book(), sender=sender)
        browser.post(AgencySheet.objects.get(sender=sender).get_absolute_url(), said(page, tiep="1"))
        browser.post(reverse("sheets:enter", args=[HandedIn.objects.latest("pk").pk]))

    reporters = Observation.objects.order_by("reported_by__name").values_list("reported_by__name").annotate(n=Count("pk"))
    assert dict(reporters) == {"Sở Công Thương": 5, None: 5}


def test_the_same_figure_of_another_agency_is_not_known(officer, programme, signed_in):
    browser = signed_in(officer)
    page = taken(browser, programme, the_book())
    browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1"))
    browser.post(reverse("sheets:enter", args=[HandedIn.objects.get().pk]))

    assert [taken(browser, programme, the_book(), sender=one).context["known"] for one in ("Sở Công Thương", "Sở Y tế", "")] == [
        5, 0, 0,
    ]  # fmt: skip


def the_finance_book(**changes):
    """A sheet of the finance department: work by row, stages of the budget by column, in triệu đồng."""
    heads = changes.get("heads", ["Dự toán", "Phân bổ", "Giải ngân"])
    return a_workbook(
        ["SỞ TÀI CHÍNH"],
        ["TÌNH HÌNH KINH PHÍ NĂM 2026"],
        [None, None, changes.get("unit", "Đơn vị tính: triệu đồng")],
        ["TT", "Nội dung", *heads],
        [1, "Xây dựng đề án", 6000, 5132.5, changes.get("spent", "1,250")],
        ["-", "Ngân sách trung ương", 1000, 900, 800],
        [2, "Việc không có trong sổ", 10, 10, 10],
        [None, "Tổng cộng", 6010, 5142.5, 1260],
    )


def money_noted(programme):
    told = [(line.about, line.year, line.fund, line.stages) for line in money_of(programme).lines]
    return {
        (getattr(about, "title", ""), year, fund, stage): row.dong_low
        for about, year, fund, stages in told
        for stage, rows in stages.items()
        for row in rows
    }


def test_sheet_of_the_finance_department_goes_to_the_money_of_the_work(officer, programme, signed_in):
    factories.a_task(programme, title="Xây dựng đề án")
    browser = signed_in(officer)
    page = taken(browser, programme, the_finance_book(), sender="Sở Tài chính")

    assert page.context["of_money"]
    browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1"))
    handed = HandedIn.objects.get()
    browser.post(reverse("sheets:enter", args=[handed.pk]))

    handed.refresh_from_db()
    assert handed.noun == "kinh-phi"
    refused = [(row.words[0], reason) for row, reason in handed.refused()]
    assert [name for name, _reason in refused] == ["Xây dựng đề án", "Việc không có trong sổ"]
    assert refused[0][1].count("1,250 triệu đồng (chưa rõ số)") == 1  # not read as one and a quarter million
    assert money_noted(programme) == {
        ("Xây dựng đề án", 2026, "central", "budgeted"): 1_000_000_000,
        ("Xây dựng đề án", 2026, "central", "allotted"): 900_000_000,
        ("Xây dựng đề án", 2026, "central", "disbursed"): 800_000_000,
    }


def test_amounts_that_are_noted_already_are_not_noted_again(officer, programme, signed_in):
    factories.a_task(programme, title="Xây dựng đề án")
    browser = signed_in(officer)
    page = taken(browser, programme, the_finance_book(spent=2000))
    browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1"))
    browser.post(reverse("sheets:enter", args=[HandedIn.objects.get().pk]))

    again = taken(browser, programme, the_finance_book(spent=2100))

    assert money_noted(programme)[("Xây dựng đề án", 2026, "", "allotted")] == 5_132_500_000
    assert [row[0] for row in again.context["rows"]] == ["Xây dựng đề án", "Việc không có trong sổ"]
    assert again.context["rows"][0][3:] == (None, None, "2.100.000.000 đồng", None, None)
    assert again.context["known"] == 5


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"unit": None}, "Dòng 5 (Xây dựng đề án) chưa có đơn vị tính của tiền."),
        ({"heads": ["Dự toán", "Dự toán", "Giải ngân"]}, "Dòng 5 (Xây dựng đề án) có hai số cùng loại"),
        ({"heads": ["Dự toán", "Phân bổ", "Số lượt"]}, "Bảng có cả cột kinh phí và cột số liệu khác."),
    ],
)
def test_sheet_of_money_that_is_not_clear_is_asked_about(officer, programme, signed_in, changes, told):
    browser = signed_in(officer)
    page = taken(browser, programme, the_finance_book(**changes))
    refused = browser.post(AgencySheet.objects.get().get_absolute_url(), said(page, tiep="1"))

    assert page.context["doubt"].startswith(told)
    assert refused.context["form"].non_field_errors()[0].startswith(told)
    assert HandedIn.objects.count() == 0
