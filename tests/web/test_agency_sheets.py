"""A sheet of an agency's own make: shown as it is understood, put right, remembered; good rows in, bad ones back, totals never."""

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from django.db.models import Count
from django.urls import reverse

import factories
from hopluc.web.measures.models import Observation
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
