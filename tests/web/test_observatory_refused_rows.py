"""The rows of an Excel table that did not go in come back as a file, each with its reason, and go in once mended."""

import pytest
from django.core import signing
from django.urls import reverse
from test_observatory_sheets import NAMES, TL, VH, downloaded, edited, hand_in

import factories
from hopluc.reading.sources import open_source
from hopluc.sheets import read_rows
from hopluc.web.observatory import grids, refusing


@pytest.fixture
def answered(edition, officer, signed_in):
    """What is told of a table with one good row and two that cannot go in."""
    browser = signed_in(officer)
    cells = {
        ("patents", TL): {"value": "9"},
        ("spending", VH): {"value": "khoảng 5", "source": "QĐ 88"},
        ("delay", VH): {"value": "rất lâu"},
    }
    return hand_in(browser, edition, edited(downloaded(browser, edition), cells=cells))


def refused_file(browser, edition, word):
    return browser.post(reverse("observatory:refused_rows", args=[edition.pk]), {"rows": word})


def rows_in(answer):
    return read_rows(grids.GRID, open_source(b"".join(answer.streaming_content), "chua-vao.xlsx"))


def test_refused_rows_come_back_as_they_were_with_their_reasons(answered, edition, officer, signed_in):
    answer = refused_file(signed_in(officer), edition, answered.context["kept"])

    data = b"".join(answer.streaming_content)
    document = open_source(data, "chua-vao.xlsx")
    rows = [dict(zip(NAMES, row.words, strict=True)) for row in read_rows(grids.GRID, document)]
    assert [(row["code"], row["unit"], row["value"], row["source"]) for row in rows] == [
        ("spending", VH, "khoảng 5", "QĐ 88"),
        ("delay", VH, "rất lâu", ""),
    ]
    for _row, reason in answered.context["done"].refused:
        assert reason in document.text
    assert answer["Content-Disposition"] == f'attachment; filename="chua-vao-{edition.pk}.xlsx"'


def test_a_refused_row_goes_in_once_it_is_mended(answered, edition, officer, signed_in):
    browser = signed_in(officer)
    rows = {
        (row.words[0], row.words[3]): (row.key, dict(zip(NAMES, row.words, strict=True)))
        for row in rows_in(refused_file(browser, edition, answered.context["kept"]))
    }
    mended = {("spending", VH): {"value": "5"}, ("delay", VH): {"value": "12"}}

    done = hand_in(browser, edition, edited(rows, cells=mended)).context["done"]

    assert (done.entered, done.refused) == (2, ())
    entry = edition.series.get(code="spending").entries.get()
    assert (entry.value, entry.source) == (5.0, "QĐ 88")


def test_the_good_row_went_in(answered, edition):
    assert answered.context["done"].entered == 1
    assert edition.series.get(code="patents").entries.get().value == 9.0


def test_where_every_row_went_in_there_is_no_file(edition, officer, signed_in):
    browser = signed_in(officer)

    answer = hand_in(browser, edition, edited(downloaded(browser, edition), cells={}))

    assert "kept" not in answer.context
    assert reverse("observatory:refused_rows", args=[edition.pk]) not in answer.content.decode()


@pytest.mark.parametrize("spoil", [lambda word: word + "x", lambda _word: "", lambda _word: signing.dumps([1, []])])
def test_rows_that_the_page_did_not_keep_are_no_file(spoil, answered, edition, officer, signed_in):
    assert refused_file(signed_in(officer), edition, spoil(answered.context["kept"])).status_code == 404


def test_rows_of_one_edition_are_no_file_of_another(answered, standing, officer, signed_in):
    other = factories.an_index(standing, by=officer, year=2027)

    assert refused_file(signed_in(officer), other, answered.context["kept"]).status_code == 404


def test_a_whole_table_of_refused_rows_fits_in_the_page(edition):
    rows = [(row, "“khoảng 5” không phải một số. Đề nghị ghi một số, như 1.200 hoặc 5,13.") for row in many(3_300)]

    word = refusing.sealed(edition, rows)

    assert len(word) < 2_000_000
    assert refusing.unsealed(edition, word) == rows


def many(count):
    words = ("1.2.3", "Chi khoa học và công nghệ trong chi ngân sách", "%", VH, "khoảng 5", "2025", "", "", "", "Chưa có", "")
    return [refusing.Row(number, f"{number}-7.abcdef", words) for number in range(count)]


def test_a_stranger_gets_no_rows(answered, edition, stranger, signed_in):
    assert refused_file(signed_in(stranger), edition, answered.context["kept"]).status_code == 404


def test_an_agency_gets_back_the_rows_of_its_own_table(standing, member, officer, colleague, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    browser = signed_in(colleague)
    sheet = edited(downloaded(browser, edition), cells={("patents", VH): {"value": "nhiều"}})

    answer = refused_file(browser, edition, hand_in(browser, edition, sheet).context["kept"])

    assert [row.words[4] for row in rows_in(answer)] == ["nhiều"]
