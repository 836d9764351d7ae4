"""Profiles as PDF: of one unit at once in two languages, of all units by a job that tells its progress and may be stopped."""

import io
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

import factories
import small_index
from hopluc.reporting.profile import profile_pdf
from hopluc.scorecards.definition import Group, Indicator
from hopluc.web.jobs.models import Job
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.observatory import actions, words
from hopluc.web.observatory.actions import Announced, Given, NewUnit
from hopluc.web.observatory.models import ProfileSet
from hopluc.web.observatory.papers import profile_of, source_of

STAMPS = {
    "vi": "Ước tính nội bộ, không phải kết quả do Bộ công bố",
    "en": "Internal estimate, not a result published by the Ministry",
}


@pytest.fixture
def result(edition, officer):
    return actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=100)


def sent(answer):
    return b"".join(answer.streaming_content)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", " ") for page in document]


def paper(signed_in, user, result, language, unit="VH"):
    address = reverse("observatory:profile_paper", args=[result.pk, result.edition.units.get(code=unit).pk, language])
    return signed_in(user).get(address)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_profile_of_a_unit_is_two_stamped_pages(result, viewer, signed_in, language):
    told = pages(sent(paper(signed_in, viewer, result, language)))

    assert [STAMPS[language] in page for page in told] == [True, True]
    assert "thành phố Vĩnh Hà" in told[0]
    assert result.sha256[:32] in told[1]


def test_there_is_no_profile_in_another_language(result, officer, signed_in):
    assert paper(signed_in, officer, result, "fr").status_code == 404


def test_the_page_of_a_unit_leads_to_its_profile(result, officer, signed_in):
    unit = result.edition.units.get(code="VH")

    shown = signed_in(officer).get(reverse("observatory:profile", args=[result.pk, unit.pk])).content.decode()

    assert [reverse("observatory:profile_paper", args=[result.pk, unit.pk, code]) in shown for code in ("vi", "en")] == [
        True
    ] * 2


def test_a_profile_tells_rank_interval_figures_and_their_years(result):
    source = source_of(result)

    made = profile_of(source, "VH", "vi")

    row = next(row for row in source.ranking.rows if row.code == "VH")
    assert made.figures[0].told == f"{row.rank}/5"
    assert made.figures[0].beside == f"khoảng 90 %: {row.low:.0f} - {row.high:.0f}"
    lines = {line.code: line for line in made.lines}
    assert [line.code for line in made.lines] == ["index", "human", "researchers", "spending", "output", "patents", "delay"]
    assert (lines["researchers"].figure, lines["researchers"].year) == ("30", str(result.edition.year - 1))
    assert (lines["patents"].figure, lines["patents"].score) == ("", "–")
    assert made.missing == "1/4 chỉ số chưa có số liệu: patents."
    assert made.sentences[0].startswith("Điểm ước")


def test_the_year_is_left_out_where_the_figure_was_changed_since(result, officer):
    series = result.edition.series.get(code="researchers")
    actions.enter_figures(series, by=officer, given={"VH": Given(31.0, "31", result.edition.year)})

    lines = {line.code: line for line in profile_of(source_of(result), "VH", "vi").lines}

    assert (lines["researchers"].figure, lines["researchers"].year) == ("30", "")


def test_published_scores_stand_beside_the_estimate_which_keeps_its_stamp(result, officer):
    told = [Announced("VH", "index", 61.5, 2), Announced("VH", "human", None, 3)]
    actions.note_official(result.edition, by=officer, source="Quyết định công bố", announced=told)

    made = profile_of(source_of(result), "VH", "vi")

    assert (made.figures[-1].label, made.figures[-1].told, made.figures[-1].beside) == ("Đã công bố", "61,50", "hạng 2")
    assert [bar.announced for bar in made.bars] == ["(3)", ""]
    assert made.notes[-1] == "Kết quả đã công bố: Quyết định công bố."
    assert made.stamp == STAMPS["vi"]


def test_an_index_of_several_tops_ranks_nobody_in_its_profile(standing, officer):
    definition = small_index.definition()
    groups = tuple(replace(one, parent=None) for one in definition.groups if one.code != "index")
    framework = actions.add_framework(
        standing, by=officer, definition=replace(definition, groups=groups), came_from="hai-goc.yaml"
    )
    units = [NewUnit(code, code) for code in small_index.UNITS]
    edition = actions.open_edition(framework, by=officer, year=2025, units=units, home="VH")
    made = profile_of(source_of(actions.compute_edition(factories.filled(edition, by=officer), by=officer)), "VH", "vi")

    assert [figure.label for figure in made.figures] == ["Nhân lực", "Kết quả"]
    assert made.sentences == ()
    assert {(peer.score, peer.rank) for peer in made.peers} == {("", "")}
    assert len(pages(profile_pdf(made))) == 2


def test_bars_stand_on_one_scale(result):
    bars = profile_of(source_of(result), "VH", "vi").bars

    scores = [float(bar.score.replace(",", ".")) for bar in bars]
    assert [bar.length for bar in bars] == pytest.approx([score / 100 for score in scores], abs=1e-4)


def test_the_profiles_of_all_units_are_made_by_a_job_as_one_archive(result, officer, signed_in):
    browser = signed_in(officer)

    answer = browser.post(reverse("observatory:ask_for_profiles", args=[result.pk]), {"language": "en"})
    made = ProfileSet.objects.get()
    waiting = browser.get(answer.url).content.decode()
    early = browser.get(reverse("observatory:profile_set_file", args=[made.pk]))
    run_worker(once=True, work=perform)

    assert (answer.url, early.status_code) == (made.get_absolute_url(), 404)
    assert reverse("jobs:cancel", args=[made.job.pk]) in waiting
    archive = zipfile.ZipFile(io.BytesIO(sent(browser.get(reverse("observatory:profile_set_file", args=[made.pk])))))
    assert len(archive.namelist()) == 5
    assert archive.namelist()[0].startswith("01-profile-")
    assert all(STAMPS["en"] in pages(archive.read(name))[0] for name in archive.namelist())
    assert made.get_absolute_url() in browser.get(result.get_absolute_url()).content.decode()


def test_profiles_that_are_stopped_keep_what_was_there(result, officer, signed_in):
    first = actions.ask_for_profiles(result, by=officer, language="vi")
    run_worker(once=True, work=perform)
    first.refresh_from_db()

    again = actions.ask_for_profiles(result, by=officer, language="vi")
    signed_in(officer).post(reverse("jobs:cancel", args=[again.job.pk]))
    run_worker(once=True, work=perform)

    again.refresh_from_db()
    assert (again.pk, again.job.state, again.sha256) == (first.pk, "cancelled", first.sha256)


def test_asking_twice_while_it_is_made_begins_nothing_new(result, officer):
    first = actions.ask_for_profiles(result, by=officer, language="vi")

    second = actions.ask_for_profiles(result, by=officer, language="vi")

    assert (second.pk, Job.objects.filter(kind=actions.PROFILES).count()) == (first.pk, 1)


def test_a_viewer_reads_profiles_and_has_none_made(result, officer, viewer, signed_in):
    made = actions.ask_for_profiles(result, by=officer, language="vi")
    run_worker(once=True, work=perform)

    assert signed_in(viewer).get(reverse("observatory:profile_set_file", args=[made.pk])).status_code == 200
    with pytest.raises(ValidationError, match="chưa lập được hồ sơ"):
        actions.ask_for_profiles(result, by=viewer, language="vi")


def test_an_agency_that_supplies_figures_gets_no_profile(standing, officer, colleague, member, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)

    assert paper(signed_in, colleague, result, "vi").status_code == 404


def test_making_a_profile_asks_the_database_no_more_for_more_units(result, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        source = source_of(result)
        for unit in source.scores.units:
            profile_of(source, unit, "vi")


@pytest.mark.parametrize(("language", "told"), [("vi", ("Cán bộ nghiên cứu", "người")), ("en", ("Researchers", "people"))])
def test_names_and_units_are_in_the_language_of_the_reader(language, told):
    one = Indicator("researchers", "Cán bộ nghiên cứu", "human", name_en="Researchers", unit="người", unit_en="people")
    index = Group("index", "Chỉ số", name_en="Index")

    with translation.override(language):
        assert (words.named(one), words.measured(one)) == told
        assert (words.named(Group("a", "Nhóm")), words.measured(index)) == ("Nhóm", "")
