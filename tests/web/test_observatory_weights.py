"""The analysts' pages of weights and correlations: what is seen, as a page and a file, and that they cost the same for more units."""

import csv
import io

import pytest
from django.urls import reverse

import factories
from hopluc.scorecards.written import STAMP
from hopluc.web.journal.models import JournalEntry
from hopluc.web.observatory import actions
from hopluc.web.observatory.drawings import Placed, heat_map, rank_moves
from statements import statements_of


@pytest.fixture
def result(edition, officer):
    return actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)


def got(browser, name, result, **asked):
    return browser.get(reverse(f"observatory:{name}", args=[result.pk]), asked)


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_weights_of_the_framework_move_nobody(result, officer, signed_in):
    answer = got(signed_in(officer), "weights", result)

    found = answer.context["found"]
    assert found.sentence == "Đang xem đúng trọng số của khung: chưa đơn vị nào đổi hạng."
    assert {line.up for line in found.lines} == {0}
    assert [(field.code, field.words, round(field.share, 1)) for field in found.fields] == [
        ("human", "2", 66.7),
        ("output", "1", 33.3),
    ]
    assert STAMP in answer.content.decode()


def test_other_weights_show_both_ranks_and_the_change(result, officer, signed_in):
    answer = got(signed_in(officer), "weights", result, w_human="0", w_output="1")

    found = answer.context["found"]
    by_output = {line.unit.code: (line.before, line.rank, line.up) for line in found.lines}
    assert by_output["DS"] == (3, 5, -2)
    assert found.sentence == (
        "Với trọng số này, 5 trong 5 đơn vị đổi hạng; đổi nhiều nhất là tỉnh Kim Ngân, từ hạng 4 đến hạng 1."
    )
    assert [round(field.share) for field in found.fields] == [0, 100]
    assert "▼ xuống 2 bậc" in answer.content.decode()


def test_weights_of_one_group_are_kept_while_another_is_looked_at(result, officer, signed_in):
    answer = got(signed_in(officer), "weights", result, nhom="output", w_human="0,5", w_output="1")

    assert answer.context["carried"] == [("human", "0,5")]
    assert [field.code for field in answer.context["fields"]] == ["patents", "delay"]
    assert '<input type="hidden" name="w_human" value="0,5">' in answer.content.decode()


def test_how_sure_a_rank_is_is_told_of_ones_own_unit(result, officer, signed_in):
    found = got(signed_in(officer), "weights", result, cach="bat-ky", k="2").context["found"]

    home = next(line for line in found.lines if line.unit.is_home)
    assert found.weightings == 4_000
    assert home.leading >= home.kept > 0
    assert found.sure == (
        f"Trong 4.000 cách đặt trọng số ngẫu nhiên cho nhóm này, thành phố Vĩnh Hà giữ hạng {home.rank} "
        f"ở {round(home.kept)}% cách và nằm trong 2 đơn vị dẫn đầu ở {round(home.leading)}% cách."
    )


@pytest.mark.parametrize("words", ["-1", "nhiều", "inf", "9999999"])
def test_what_is_no_weight_is_told_beside_its_field(words, result, officer, signed_in):
    answer = got(signed_in(officer), "weights", result, w_human=words)

    assert answer.context["found"] is None
    assert [field.why for field in answer.context["fields"]] == ["Trọng số phải là số từ 0 trở lên.", ""]
    assert answer.status_code == 200


def test_a_group_without_any_weight_is_refused(result, officer, signed_in):
    answer = got(signed_in(officer), "weights", result, w_human="0", w_output="0")

    assert answer.context["mishap"] == "Mỗi nhóm cần ít nhất một phần có trọng số lớn hơn 0."
    assert got(signed_in(officer), "weights_file", result, w_human="0", w_output="0").status_code == 404


def test_the_ranking_by_other_weights_is_a_file_with_its_weights_under_the_stamp(result, officer, signed_in):
    rows = rows_of(got(signed_in(officer), "weights_file", result, w_human="0", w_output="1"))

    assert rows[0][:4] == ["rank_framework", "rank", "uCode", "uName"]
    assert [row[:3] for row in rows if len(row) > 2 and row[2] == "DS"] == [["3", "5", "DS"]]
    assert ["human", "0"] in rows
    assert rows[-1] == [STAMP]


def test_trying_weights_leaves_no_line_in_the_journal(result, officer, signed_in):
    before = JournalEntry.objects.count()

    got(signed_in(officer), "weights", result, w_human="3")

    assert JournalEntry.objects.count() == before


def test_correlations_of_a_group_are_a_matrix_a_drawing_and_a_sentence(result, officer, signed_in):
    answer = got(signed_in(officer), "correlations", result, nhom="human")

    found = answer.context["found"]
    assert [line.code for line in found.lines] == ["researchers", "spending"]
    assert [line.together[place] for place, line in enumerate(found.lines)] == pytest.approx([1.0, 1.0])
    assert len(found.chart.cells) == 2 * 4
    assert found.sentence.startswith("Các phần của “Nhân lực” tương quan trung bình -")
    assert STAMP in answer.content.decode()


def test_the_topmost_group_is_shown_where_none_is_asked_for(result, officer, signed_in):
    found = got(signed_in(officer), "correlations", result, nhom="không có").context["found"]

    assert (found.group, found.is_index, len(found.chart.cells)) == ("index", True, 2 * 3)


def test_the_matrix_is_a_file_with_the_points_to_look_at(result, officer, signed_in):
    browser = signed_in(officer)
    points = got(browser, "correlations", result).context["found"].points
    rows = rows_of(got(browser, "correlations_file", result, nhom="human"))

    assert rows[0] == ["iCode", "name", "researchers", "spending", "group_human", "index"]
    assert rows[1][:3] == ["researchers", "Cán bộ nghiên cứu", "1"]
    marks = rows.index(["mark", "group", "first", "second", "correlation"])
    assert len(rows) - marks - 2 == len(points)
    assert rows[-1] == [STAMP]


@pytest.mark.parametrize("name", ["weights", "correlations"])
def test_more_units_cost_no_more_queries(name, standing, officer, signed_in):
    small = actions.compute_edition(
        factories.filled(factories.an_index(standing, by=officer), by=officer), by=officer, replicates=0
    )
    units = [actions.NewUnit(code, code) for code in ("VH", "TL", "DS", "PM", "KN", *(f"U{n}" for n in range(20)))]
    edition = actions.open_edition(small.edition.framework, by=officer, year=2027, units=units)
    large = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)
    browser = signed_in(officer)
    few, many = (statements_of(lambda result=result: got(browser, name, result)) for result in (small, large))

    assert few == many


def test_ranks_stand_at_shares_of_the_width_within_the_drawing():
    drawn = rank_moves("Hạng", [Placed("Vĩnh Hà", 1, 3), Placed("Tân Lâm", 3, 1, low=1, high=2)])

    assert [(row.before, row.now, row.low, row.high) for row in drawn.rows] == [
        ("3.0%", "97.0%", None, None),
        ("97.0%", "3.0%", "3.0%", "50.0%"),
    ]
    assert drawn.ticks == (("3.0%", 1), ("50.0%", 2), ("97.0%", 3))


def test_a_heat_map_is_as_wide_as_its_codes_and_squares():
    short, long = (heat_map("Tương quan", ([code], ["1"]), [[0.5]], set()) for code in ("1.1", "Nguồn nhân lực"))

    assert (short.cells[0].x, long.cells[0].x - short.cells[0].x) == (38, 83)
    assert short.width == short.cells[0].x + 62
