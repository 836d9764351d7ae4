"""The figures of an index as Excel: out, and back edited; what does not go in is told with its reason. And what an agency still owes."""

from datetime import date
from io import BytesIO

import xlsxwriter
from django.db import connection
from django.urls import reverse

import factories
from hopluc.reading.sources import open_source
from hopluc.sheets import read_rows
from hopluc.web.agenda.queries import agenda_of
from hopluc.web.keeping import wholeness
from hopluc.web.observatory import actions, grids, triggers
from hopluc.web.observatory.actions import Given
from hopluc.web.observatory.models import Result

NAMES = [column.name for column in grids.GRID.columns]


def downloaded(browser, edition):
    """The rows of the table as it is downloaded, by codes of series and the names of units."""
    answer = browser.get(reverse("observatory:download", args=[edition.pk]))
    rows = read_rows(grids.GRID, open_source(b"".join(answer.streaming_content), "bang.xlsx"))
    return {(row.words[0], row.words[3]): (row.key, dict(zip(NAMES, row.words, strict=True))) for row in rows}


def edited(rows, **changes):
    """The table with cells changed: `{(code, unit): {column: words}}`."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for place, label in enumerate(["Mã dòng", *(column.label for column in grids.GRID.columns)]):
            sheet.write_string(0, place, label)
        for line, (at, (key, words)) in enumerate(rows.items(), start=1):
            for place, cell in enumerate([key, *(words | changes["cells"].get(at, {})).values()]):
                sheet.write_string(line, place, cell or "")
    return factories.a_file("bang.xlsx", file.getvalue())


def hand_in(browser, edition, file):
    return browser.post(reverse("observatory:hand_in", args=[edition.pk]), {"file": file})


VH, TL = "thành phố Vĩnh Hà", "tỉnh Tân Lâm"


def test_figures_filled_in_excel_come_in(edition, officer, signed_in):
    browser = signed_in(officer)
    rows = downloaded(browser, edition)
    cells = {("spending", VH): {"value": "5,13", "year": "2025", "source": "QĐ 88"}, ("patents", TL): {"value": "1.200"}}

    done = hand_in(browser, edition, edited(rows, cells=cells)).context["done"]

    entry = edition.series.get(code="spending").entries.get()
    assert (done.entered, done.untouched, done.refused) == (2, 18, ())
    assert (entry.value, entry.year, entry.source) == (5.13, 2025, "QĐ 88")
    assert edition.series.get(code="patents").entries.get().value == 1200.0


def test_an_untouched_table_changes_nothing(edition, officer, signed_in):
    factories.filled(edition, by=officer)
    browser = signed_in(officer)

    done = hand_in(browser, edition, edited(downloaded(browser, edition), cells={})).context["done"]

    assert (done.entered, done.untouched, done.refused) == (0, 20, ())


def test_one_cell_changed_leaves_the_rest_of_its_row(edition, officer, signed_in):
    series = edition.series.get(code="spending")
    actions.enter_figures(series, by=officer, given={"VH": Given(5.13, "5,13", 2025, "QĐ 88")})
    browser = signed_in(officer)

    hand_in(browser, edition, edited(downloaded(browser, edition), cells={("spending", VH): {"note": "ước"}}))

    entry = series.entries.get()
    assert (entry.value, entry.year, entry.source, entry.note) == (5.13, 2025, "QĐ 88", "ước")


def test_rows_that_cannot_go_in_are_told_and_the_others_go_in(standing, officer, signed_in):
    before, edition = factories.an_index(standing, by=officer, year=2025), factories.an_index(standing, by=officer)
    actions.enter_figures(before.series.get(code="patents"), by=officer, given={"TL": Given(1.0, "1")})
    browser = signed_in(officer)
    cells = {
        ("patents", TL): {"value": "9"},
        ("patents", VH): {"value": "7"},
        ("spending", VH): {"value": "khoảng 5"},
        ("delay", VH): {"name": "Tên khác"},
    }

    done = hand_in(browser, edition, edited(downloaded(browser, edition), cells=cells)).context["done"]

    reasons = [reason for _row, reason in done.refused]
    assert done.entered == 1
    assert [
        next(word for word in ("không sửa được", "không phải một số", "Năm trước 1") if word in reason) for reason in reasons
    ] == [
        "không phải một số",
        "Năm trước 1",
        "không sửa được",
    ]


def test_what_was_changed_on_the_page_since_is_kept(edition, officer, signed_in):
    browser = signed_in(officer)
    rows = downloaded(browser, edition)
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"VH": Given(7.0, "7")})

    done = hand_in(browser, edition, edited(rows, cells={("patents", VH): {"value": "8"}})).context["done"]

    assert [("sửa trên hệ thống" in reason) for _row, reason in done.refused] == [True]
    assert series.entries.get().value == 7.0


def test_an_agency_takes_out_and_hands_in_its_own_series_only(standing, member, officer, colleague, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    whole, browser = downloaded(signed_in(officer), edition), signed_in(colleague)
    own = downloaded(browser, edition)

    done = hand_in(browser, edition, edited(whole, cells={("delay", VH): {"value": "9"}})).context["done"]

    assert {code for code, _unit in own} == {"patents"}
    assert (done.entered, len(done.refused)) == (0, 15)
    assert edition.series.get(code="delay").entries.count() == 0


def test_another_file_is_refused(edition, officer, signed_in):
    answer = hand_in(signed_in(officer), edition, factories.a_file("bang.xlsx", "không phải Excel"))

    assert "bang.xlsx" in str(answer.context["form"].errors["file"])


def test_a_published_edition_takes_no_table(edition, officer, second, leader, signed_in):
    factories.filled(edition, by=officer, checked_by=second)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    actions.review_result(result, by=second, review="")
    actions.publish_result(result, by=leader)

    assert signed_in(officer).get(reverse("observatory:hand_in", args=[edition.pk])).status_code == 403


def test_what_an_agency_owes_stands_in_its_list(standing, member, officer, colleague, stranger):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name, "delay": member.name})
    on = date(2026, 11, 23)
    before = [one.title for one in agenda_of(colleague, on).to_supply]
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=colleague, given={unit.code: Given(5.0, "5") for unit in edition.units.all()})

    after = [one.title for one in agenda_of(colleague, on).to_supply]

    assert before == ["Bộ chỉ số minh họa, năm 2026: còn 2 chỉ số cần số liệu"]
    assert after == ["Bộ chỉ số minh họa, năm 2026: còn 1 chỉ số cần số liệu"]
    assert agenda_of(stranger, on).to_supply == []


def test_the_command_that_verifies_tells_of_indices_too(edition, officer, second, leader):
    factories.filled(edition, by=officer, checked_by=second)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    actions.review_result(result, by=second, review="")
    actions.publish_result(result, by=leader)
    assert wholeness.faults() == []

    triggers.REFUSALS.drop(connection)
    Result.objects.update(figures="{}")
    told = wholeness.faults()
    triggers.REFUSALS.create(connection)

    altered = "Kết quả chỉ số đã công bố bị thay đổi: Bộ chỉ số minh họa, năm 2026, lần tính 1."
    assert told == [altered, "Cơ sở dữ liệu không còn chặn việc sửa kỳ chỉ số đã công bố."]


def test_a_rubric_word_goes_out_as_a_word(edition, officer):
    series = edition.series.get(code="patents")
    entry = actions.enter_figures(series, by=officer, given={"VH": Given(2.0, "Khá")})[0]

    line = next(line for line in grids.lines_of(edition, [series]) if line.key == f"{series.pk}-{entry.unit_id}")

    assert line.cells[4] == "Khá"
