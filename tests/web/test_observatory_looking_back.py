"""Editions on one scale, a leader's page, and a computation under way that can be watched and stopped."""

import csv
import io
from dataclasses import replace

import pytest
from django.urls import reverse

import factories
import small_index
from hopluc.scorecards.written import STAMP
from hopluc.web.jobs.actions import cancel
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.observatory import actions
from hopluc.web.observatory.actions import Given


def computed_in(year, standing, officer, **patents):
    edition = factories.filled(factories.an_index(standing, by=officer, year=year), by=officer)
    if patents:
        given = {unit: Given(value, str(value), confirmed="Đúng") for unit, value in patents.items()}
        actions.enter_figures(edition.series.get(code="patents"), by=officer, given=given)
    return actions.compute_edition(edition, by=officer, replicates=100)


@pytest.fixture
def results(standing, officer):
    return [
        computed_in(2024, standing, officer),
        computed_in(2025, standing, officer),
        computed_in(2026, standing, officer, TL=20.0),
    ]


def shown(browser, name, result, **asked):
    return browser.get(reverse(f"observatory:{name}", args=[result.pk]), asked)


def rows_of(answer):
    return list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))


def test_only_who_did_otherwise_has_another_score_on_one_scale(results, officer, signed_in):
    answer = shown(signed_in(officer), "look_back", results[-1])

    look = answer.context["look"]
    changes = {line.unit.code: line.change for line in look.lines}
    assert look.years == (2025, 2026)
    assert {code for code, change in changes.items() if change} == {"TL"}
    assert changes["TL"] < 0
    assert STAMP in answer.content.decode()


def test_the_newest_earlier_edition_is_looked_back_to_unless_another_is_asked_for(results, officer, signed_in):
    browser = signed_in(officer)

    asked = shown(browser, "look_back", results[-1], tu=results[0].pk).context["look"]

    assert asked.years == (2024, 2025, 2026)
    assert [len(line.cells) for line in asked.lines] == [3] * 5
    assert asked.sentence.startswith("Trên một thang, 0 trong 5 đơn vị tăng điểm từ năm 2024 đến năm 2026; ")


def test_the_first_edition_has_nothing_to_look_back_to(results, officer, signed_in):
    answer = shown(signed_in(officer), "look_back", results[0])

    assert answer.context["look"] is None
    assert "Chưa có kỳ nào trước đó đã tính điểm để nhìn lại." in answer.content.decode()
    assert shown(signed_in(officer), "look_back_file", results[0]).status_code == 404


def test_the_years_on_one_scale_are_a_file_under_the_stamp(results, officer, signed_in):
    rows = rows_of(shown(signed_in(officer), "look_back_file", results[-1]))

    assert rows[0] == ["uCode", "uName", "score_2025", "rank_2025", "score_2026", "rank_2026", "change"]
    assert len(rows) == 7
    assert rows[-1] == [STAMP]


def provinces_in(year, names, framework, officer):
    units = [actions.NewUnit(f"{year}-{place}", name) for place, name in enumerate(names)]
    edition = actions.open_edition(framework, by=officer, year=year, units=units)
    for number, series in enumerate(edition.series.all()):
        values = {unit.code: 10.0 + 7 * ((place * (number + 2) + year) % 11) for place, unit in enumerate(units)}
        given = {code: Given(value, str(value), confirmed="Đúng") for code, value in values.items()}
        actions.enter_figures(series, by=officer, given=given)
    return actions.compute_edition(edition, by=officer, replicates=0)


@pytest.fixture
def merged(standing, officer):
    framework = factories.an_index(standing, by=officer).framework
    provinces_in(2024, ["Hà Giang", "Tuyên Quang", "Hà Nội", "Lào Cai", "Yên Bái", "Cao Bằng"], framework, officer)
    return provinces_in(2025, ["Tuyên Quang", "Hà Nội", "Lào Cai", "Cao Bằng"], framework, officer)


def test_former_provinces_are_put_together_on_the_territory_of_today(merged, officer, signed_in):
    look = shown(signed_in(officer), "look_back", merged).context["look"]

    assert sorted(line.unit.name for line in look.lines) == ["Cao Bằng", "Hà Nội", "Lào Cai", "Tuyên Quang"]
    assert None not in {line.change for line in look.lines}
    assert {way.code: way.rule for way in look.ways} == {
        "researchers": "sum",
        "spending": "mean",
        "patents": "mean",
        "delay": "mean",
    }


def test_how_they_are_put_together_may_be_said_otherwise(merged, officer, signed_in):
    browser = signed_in(officer)
    usual = shown(browser, "look_back", merged).context["look"]

    said = shown(browser, "look_back", merged, g_patents="sum", g_delay="không có").context["look"]

    assert {way.code: way.rule for way in said.ways if way.code in ("patents", "delay")} == {"patents": "sum", "delay": "mean"}
    before, after = ({line.unit.name: line.scores[0] for line in look.lines} for look in (usual, said))
    assert before["Tuyên Quang"] != after["Tuyên Quang"]


def test_a_leader_reads_five_sentences_and_what_changed(results, officer, signed_in):
    browser = signed_in(officer)
    unit = results[-1].edition.units.get(code="TL")

    answer = shown(browser, "brief", results[-1], don_vi=unit.pk)

    profile = browser.get(reverse("observatory:profile", args=[results[-1].pk, unit.pk]))
    assert answer.context["sentences"] == profile.context["sentences"]
    assert len(answer.context["sentences"]) == 5
    assert answer.context["trend"].sentence in answer.content.decode()
    assert STAMP in answer.content.decode()


def test_a_leaders_page_is_of_ones_own_unit_unless_another_is_asked_for(results, leader, signed_in):
    assert shown(signed_in(leader), "brief", results[-1]).context["row"].code == "VH"
    assert shown(signed_in(leader), "brief", results[-1], don_vi="nhiều").context["row"].code == "VH"


def test_the_room_leads_to_the_page_for_leaders_of_the_newest_result(results, leader, signed_in):
    newer = actions.compute_edition(results[-1].edition, by=results[-1].computed_by, replicates=0)

    page = signed_in(leader).get(reverse("observatory:indices")).content.decode()

    wanted = [newer, results[1], results[0]]
    assert [reverse("observatory:brief", args=[result.pk]) in page for result in wanted] == [True] * 3
    assert reverse("observatory:brief", args=[results[-1].pk]) not in page


def test_a_supplying_agency_is_not_led_to_scores(standing, member, officer, colleague, signed_in):
    edition = factories.filled(factories.an_index(standing, by=officer, suppliers={"patents": member.name}), by=officer)
    result = actions.compute_edition(edition, by=officer, replicates=0)

    page = signed_in(colleague).get(reverse("observatory:indices")).content.decode()

    assert edition.get_absolute_url() in page
    assert reverse("observatory:brief", args=[result.pk]) not in page


def test_an_index_that_ranks_nobody_has_correlations_but_no_ranking_to_weigh(standing, officer, signed_in):
    whole = small_index.definition()
    tops = tuple(replace(group, parent=None) for group in whole.groups if group.parent)
    framework = actions.add_framework(standing, by=officer, definition=replace(whole, groups=tops), came_from="hai-dinh.yaml")
    units = [actions.NewUnit(code, code) for code in small_index.UNITS]
    edition = factories.filled(actions.open_edition(framework, by=officer, year=2026, units=units), by=officer)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    browser = signed_in(officer)

    assert shown(browser, "brief", result).url == result.get_absolute_url()
    assert [shown(browser, name, result).status_code for name in ("weights", "score_map", "look_back")] == [404] * 3
    page = shown(browser, "correlations", result).content.decode()
    assert [reverse(f"observatory:{name}", args=[result.pk]) in page for name in ("weights", "brief")] == [False, False]


def test_every_analysis_is_reached_from_the_page_of_the_result(results, officer, signed_in):
    page = shown(signed_in(officer), "result", results[-1]).content.decode()

    for name in ("weights", "correlations", "score_map", "look_back", "brief"):
        assert f'href="{reverse(f"observatory:{name}", args=[results[-1].pk])}"' in page


@pytest.fixture
def under_way(edition, officer):
    return actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=300_000)


def test_a_computation_under_way_shows_how_far_it_is_and_may_be_stopped_there(under_way, officer, second, signed_in):
    shown_to = {user: shown(signed_in(user), "result", under_way).content.decode() for user in (officer, second)}

    stop = reverse("jobs:cancel", args=[under_way.job_id])
    assert [stop in page for page in shown_to.values()] == [True, False]
    assert [('hx-trigger="every 2s"' in page, "<progress" in page) for page in shown_to.values()] == [(True, True)] * 2


def test_a_computation_that_was_stopped_is_no_longer_watched(under_way, officer, signed_in):
    cancel(under_way.job, by=officer)

    page = shown(signed_in(officer), "result", under_way).content.decode()

    assert "Đã dừng theo yêu cầu" in page
    assert 'hx-trigger="every 2s"' not in page


def test_a_computation_that_is_done_shows_its_ranking(under_way, officer, signed_in):
    run_worker(once=True, work=perform)

    page = shown(signed_in(officer), "result", under_way).content.decode()

    assert "<progress" not in page
    assert "thành phố Vĩnh Hà" in page
