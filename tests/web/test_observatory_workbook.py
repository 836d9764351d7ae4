"""A result as a workbook that computes: from the ranking's page, stamped, the same as the site to nine digits."""

import pytest
from django.urls import reverse

import factories
import spreadsheet
from hopluc.web.observatory import actions
from hopluc.web.observatory.outcomes import ranking_of


@pytest.fixture
def result(edition, officer):
    return actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)


def book(signed_in, user, result):
    return spreadsheet.opened(
        b"".join(signed_in(user).get(reverse("observatory:workbook", args=[result.pk])).streaming_content)
    )


def test_the_ranking_leads_to_its_workbook(result, viewer, signed_in):
    shown = signed_in(viewer).get(result.get_absolute_url()).content.decode()

    assert reverse("observatory:workbook", args=[result.pk]) in shown


def test_the_workbook_computes_the_scores_of_the_site(result, officer, signed_in):
    cells = spreadsheet.computed(book(signed_in, officer, result))

    found = {
        cells["Kết quả", f"A{line}"]: (cells["Kết quả", f"C{line}"], cells["Kết quả", f"D{line}"]) for line in range(5, 10)
    }
    rows = ranking_of(result, {}).rows
    ranks = {row.code: 1 + sum(other.score > row.score + 1e-10 for other in rows) for row in rows}
    assert found == {row.code: (pytest.approx(row.score, abs=1e-9), ranks[row.code]) for row in rows}


def test_the_workbook_says_which_computation_it_is(result, officer, signed_in):
    told = [cell.kept for (sheet, _place), cell in book(signed_in, officer, result).items() if sheet == "Đọc trước"]

    assert told[0] == "Ước tính nội bộ, không phải kết quả do Bộ công bố"
    assert f"Mã kiểm chứng kết quả: {result.sha256}" in told
    assert f"Mã kiểm chứng số liệu và định nghĩa: {result.asked_sha256}" in told


def test_a_result_that_is_not_computed_has_no_workbook(edition, officer, signed_in):
    waiting = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=300_000)

    assert signed_in(officer).get(reverse("observatory:workbook", args=[waiting.pk])).status_code == 404
