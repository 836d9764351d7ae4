"""Results of an index: the same to the byte, reviewed, published and fixed; profiles, comparison, what if."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

import factories
from hopluc.scorecards.stored import digest, recomputed
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.journal.models import JournalEntry
from hopluc.web.observatory import actions, queries, triggers
from hopluc.web.observatory.actions import Given
from hopluc.web.observatory.models import Edition, Entry, Result
from hopluc.web.observatory.profiles import Marked


@pytest.fixture
def published(edition, officer, second, leader):
    factories.filled(edition, by=officer, checked_by=second)
    result = actions.compute_edition(edition, by=officer, replicates=100)
    actions.review_result(result, by=second, review="Đã soát xét")
    actions.publish_result(result, by=leader)
    return edition


def last_line():
    return JournalEntry.objects.order_by("-number").first()


def page(signed_in, user, name, *args):
    return signed_in(user).get(reverse(f"observatory:{name}", args=args))


def test_a_result_computed_again_is_the_same_to_the_byte(edition, officer):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=200)

    kept = Result.objects.get(pk=result.pk)
    assert digest(recomputed(kept.asked)) == kept.sha256
    assert recomputed(kept.asked) == kept.outcome
    assert kept.is_whole


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_bars_of_a_result_have_lengths_a_browser_can_read(edition, officer, signed_in, language):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)
    browser = signed_in(officer)
    browser.cookies["django_language"] = language

    drawn = browser.get(reverse("observatory:result", args=[result.pk])).content.decode()

    assert 'viewBox="0 0 1000 ' in drawn


def test_other_figures_give_another_hash(edition, officer):
    first = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)
    actions.enter_figures(edition.series.get(code="patents"), by=officer, given={"TL": Given(41.0, "41")})

    second = actions.compute_edition(edition, by=officer, replicates=0)

    assert first.sha256 != second.sha256
    assert first.number, second.number == (1, 2)


def test_what_cannot_be_computed_is_told_and_nothing_is_kept(edition, officer, signed_in):
    answer = signed_in(officer).post(reverse("observatory:compute", args=[edition.pk]), {"replicates": 1000})

    assert answer.status_code == 200
    assert Result.objects.count() == 0


def test_every_score_is_stamped_on_page_and_file(edition, officer, signed_in):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=100)
    stamp = "Ước tính nội bộ, không phải kết quả do Bộ công bố"

    shown = page(signed_in, officer, "result", result.pk).content.decode()
    file = b"".join(page(signed_in, officer, "ranking_file", result.pk).streaming_content).decode("utf-8-sig")

    assert stamp in shown
    assert stamp in file
    assert file.splitlines()[1].startswith("1,TL,tỉnh Tân Lâm,58.")


def test_a_long_computation_is_a_job_with_progress_that_may_be_stopped(edition, officer, signed_in):
    factories.filled(edition, by=officer)
    result = actions.compute_edition(edition, by=officer, replicates=300_000)
    waiting = page(signed_in, officer, "result", result.pk)

    run_worker(once=True, work=perform)

    result.refresh_from_db()
    assert "Đang tính nền" in waiting.content.decode()
    assert (result.job.state, result.is_whole) == ("done", True)


def test_a_job_that_is_stopped_keeps_nothing(edition, officer, signed_in):
    factories.filled(edition, by=officer)
    result = actions.compute_edition(edition, by=officer, replicates=300_000)

    signed_in(officer).post(reverse("jobs:cancel", args=[result.job.pk]))
    run_worker(once=True, work=perform)

    result.refresh_from_db()
    assert (result.job.state, result.outcome) == ("cancelled", "")


def test_whoever_computed_does_not_review(edition, officer, second):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)

    with pytest.raises(ValidationError, match="không tự soát xét"):
        actions.review_result(result, by=officer, review="")

    assert actions.review_result(result, by=second, review="").reviewed_by == second


def test_nothing_is_published_with_figures_nobody_checked(edition, officer, second, leader):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)
    actions.review_result(result, by=second, review="")

    with pytest.raises(ValidationError, match="chưa kiểm tra"):
        actions.publish_result(result, by=leader)


def test_nothing_is_published_that_changed_since_it_was_computed(edition, officer, second, leader):
    factories.filled(edition, by=officer, checked_by=second)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    actions.review_result(result, by=second, review="")
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"TL": Given(41.0, "41")})
    actions.check_figures(series, by=second, units={"TL"})

    with pytest.raises(ValidationError, match="đã thay đổi"):
        actions.publish_result(result, by=leader)


def test_an_officer_does_not_publish(edition, officer, second, signed_in):
    result = actions.compute_edition(factories.filled(edition, by=officer, checked_by=second), by=officer, replicates=0)
    actions.review_result(result, by=second, review="")

    assert signed_in(officer).post(reverse("observatory:publish", args=[result.pk])).status_code == 403


def test_a_leader_publishes_with_one_line(published, leader, signed_in):
    result = published.results.get()

    assert (result.published_by, last_line().verb) == (leader, "publish_result")
    assert "Đã công bố" in page(signed_in, leader, "edition", published.pk).content.decode()


@pytest.mark.parametrize("name", ["enter_figures", "check", "compute", "suppliers", "withdraw"])
def test_what_is_published_is_not_changed_on_pages(name, published, officer, signed_in):
    row = published.series.first() if name in ("enter_figures", "check") else published

    assert page(signed_in, officer, name, row.pk).status_code == 403


WRITES = (
    ("UPDATE observatory_entry SET value = 1 WHERE id = (SELECT max(id) FROM observatory_entry)", []),
    ("DELETE FROM observatory_entry WHERE id = (SELECT max(id) FROM observatory_entry)", []),
    ("UPDATE observatory_result SET outcome = 'x'", []),
    ("DELETE FROM observatory_result", []),
    ("UPDATE observatory_series SET name = 'x'", []),
    ("UPDATE observatory_unit SET name = 'x'", []),
    ("UPDATE observatory_edition SET year = 2020", []),
    ("DELETE FROM observatory_proof", []),
)


@pytest.fixture
def proved(edition, officer, second, leader):
    """A published edition with evidence."""
    factories.filled(edition, by=officer, checked_by=second)
    entry = Entry.objects.filter(series__edition=edition).latest("pk")
    actions.attach_proof(entry, by=officer, document=factories.a_version(edition.owner).document)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    actions.review_result(result, by=second, review="")
    actions.publish_result(result, by=leader)
    return edition


@pytest.mark.parametrize(("statement", "values"), WRITES)
def test_the_database_refuses_to_change_what_is_published(statement, values, proved):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize(("statement", "values"), WRITES)
def test_before_it_is_published_the_database_lets_it_change(statement, values, edition, officer):
    entry = factories.filled(edition, by=officer).series.last().entries.last()
    actions.attach_proof(entry, by=officer, document=factories.a_version(edition.owner).document)
    actions.compute_edition(edition, by=officer, replicates=0)
    if statement.startswith("DELETE FROM observatory_entry"):
        entry.proofs.all().delete()

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount >= 1


def test_the_models_are_refused_too(published):
    entry = Entry.objects.filter(series__edition=published).first()
    entry.note = "sửa"

    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()


def test_a_result_changed_behind_the_triggers_is_found(published):
    found = queries.altered_results()
    triggers.REFUSALS.drop(connection)
    Result.objects.update(outcome="{}")
    triggers.REFUSALS.create(connection)

    assert found == []
    assert queries.altered_results() == [published.results.get()]


def test_triggers_that_are_gone_are_seen(db):
    assert triggers.REFUSALS.present(connection)
    triggers.REFUSALS.drop(connection)
    assert not triggers.REFUSALS.present(connection)
    triggers.REFUSALS.create(connection)


def test_a_correction_takes_figures_and_evidence_along_and_may_change(proved, officer, signed_in):
    signed_in(officer).post(reverse("observatory:correct", args=[proved.pk]), {"reason": "Bộ đề nghị sửa số sáng chế"})

    made = Edition.objects.get(corrects=proved)
    actions.enter_figures(made.series.get(code="patents"), by=officer, given={"VH": Given(3.0, "3", confirmed="Theo Bộ")})
    assert made.number == 2
    assert (queries.figures_of(made).values == queries.figures_of(proved).values).sum() == 18
    assert Entry.objects.filter(series__edition=made, proofs__isnull=False).count() == 1
    assert last_line().verb == "enter_figures"


def test_a_second_correction_of_the_same_is_refused(proved, officer):
    actions.correct_edition(proved, by=officer, reason="Sửa")

    with pytest.raises(ValidationError):
        actions.correct_edition(proved, by=officer, reason="Sửa nữa")


def test_official_scores_stand_beside_ours(published, officer, signed_in):
    said = {"source": "Quyết định công bố", "table": "VH; 51,5; 3\nTL; 49,4"}

    signed_in(officer).post(reverse("observatory:official", args=[published.pk]), said)

    rows = {
        row.code: row.official for row in page(signed_in, officer, "result", published.results.get().pk).context["ranking"].rows
    }
    assert (rows["VH"].score, rows["VH"].rank, rows["TL"].score, rows["KN"]) == (51.5, 3, 49.4, None)
    assert last_line().verb == "note_official"


@pytest.fixture
def result(edition, officer):
    return actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=100)


def key(result, code):
    return result.edition.units.get(code=code).pk


LOST = (
    "So với trung bình các đơn vị, mất điểm nhiều nhất ở: Sáng chế (patents: -9,19 điểm); "
    "Cán bộ nghiên cứu (researchers: -7,50 điểm); Số ngày giải quyết hồ sơ (delay: -7,23 điểm)."
)


def test_a_profile_tells_in_five_sentences_where_points_were_lost(result, officer, signed_in):
    answer = page(signed_in, officer, "profile", result.pk, key(result, "DS"))

    assert answer.context["sentences"] == [
        "Điểm ước 54,25, hạng 3/5; kém 4,00 điểm so với tỉnh Tân Lâm xếp ngay trên.",
        LOST,
        "Nhóm yếu nhất là Kết quả: 12,25 điểm, hạng 5; đơn vị dẫn đầu nhóm này đạt 87,27 điểm.",
        "Đủ số liệu ở tất cả chỉ số.",
        "Nếu patents, researchers, delay bằng mức trung vị của các đơn vị thì điểm ước là 66,71, hạng 1.",
    ]
    assert "Ước tính nội bộ, không phải kết quả do Bộ công bố" in answer.content.decode()


def test_contributions_of_a_profile_sum_to_its_score(result, officer, signed_in):
    answer = page(signed_in, officer, "profile", result.pk, key(result, "TL"))

    given = sum(part.given for part in answer.context["indicators"])
    assert given == pytest.approx(answer.context["row"].score, rel=1e-12)


def test_what_makes_the_difference_between_two_units_sums_to_it(result, officer, signed_in):
    address = reverse("observatory:comparison", args=[result.pk])
    answer = signed_in(officer).get(address, {"a": key(result, "TL"), "b": key(result, "DS")})

    top = answer.context["groups"][0]
    made = sum(line.points for line in answer.context["indicators"])
    assert made == pytest.approx(top.first.score - top.second.score, rel=1e-9)


def test_what_if_tells_the_rank_and_how_likely_it_is(result, officer, signed_in):
    address = reverse("observatory:what_if", args=[result.pk, key(result, "DS")])
    before = JournalEntry.objects.count()

    answer = signed_in(officer).get(address, {"c_patents": "55"})

    found = answer.context["supposed"]
    assert (found.rank, 0 < found.likely <= 1, found.low <= 1 <= found.high) == (1, True, True)
    assert JournalEntry.objects.count() == before


def test_what_if_agrees_with_computing_the_changed_figures(result, officer, signed_in):
    address = reverse("observatory:what_if", args=[result.pk, key(result, "DS")])
    supposed = signed_in(officer).get(address, {"c_patents": "30"}).context["supposed"]

    actions.enter_figures(
        result.edition.series.get(code="patents"), by=officer, given={"DS": Given(30.0, "30", confirmed="Đúng")}
    )
    again = actions.compute_edition(result.edition, by=officer, replicates=0)

    row = next(row for row in page(signed_in, officer, "result", again.pk).context["ranking"].rows if row.code == "DS")
    assert (supposed.score, supposed.rank) == (row.score, row.rank)


def test_a_way_to_a_better_rank_is_told(result, officer, signed_in):
    address = reverse("observatory:what_if", args=[result.pk, key(result, "KN")])

    plan = signed_in(officer).get(address, {"hang": "3"}).context["plan"]

    assert [move.code for move in plan.moves] == ["spending"]
    assert plan.rank <= 3


def test_what_is_no_number_is_told_beside_its_cell(result, officer, signed_in):
    address = reverse("observatory:what_if", args=[result.pk, key(result, "DS")])

    answer = signed_in(officer).get(address, {"c_patents": "nhiều"})

    assert "supposed" not in answer.context
    assert answer.context["refused"] == 1


@pytest.mark.parametrize("name", ["profile_file", "comparison_file"])
def test_each_table_is_a_file_under_the_stamp(name, result, officer, signed_in):
    keys = [key(result, "VH")] if name == "profile_file" else [key(result, "VH"), key(result, "TL")]

    file = b"".join(page(signed_in, officer, name, result.pk, *keys).streaming_content).decode("utf-8-sig").splitlines()

    assert len(file) == 1 + 7 + 1
    assert file[-1] == '"Ước tính nội bộ, không phải kết quả do Bộ công bố"'


def test_a_unit_of_another_edition_has_no_profile_here(result, officer, signed_in):
    other = factories.an_index(result.edition.owner, by=officer, year=2025).units.first()

    assert page(signed_in, officer, "profile", result.pk, other.pk).status_code == 404


def test_what_each_cause_did_since_the_edition_before_sums_to_the_change(standing, officer, signed_in):
    before = factories.filled(factories.an_index(standing, by=officer, year=2025), by=officer)
    first = actions.compute_edition(before, by=officer, replicates=0)
    now = factories.filled(factories.an_index(standing, by=officer, year=2026), by=officer)
    more = {"DS": Given(50.0, "50", confirmed="Đúng"), "TL": Given(45.0, "45", confirmed="Đúng")}
    actions.enter_figures(now.series.get(code="patents"), by=officer, given=more)
    result = actions.compute_edition(now, by=officer, replicates=0)

    moved = page(signed_in, officer, "profile", result.pk, key(result, "DS")).context["moved"]

    assert moved.earlier == first
    assert [str(cause.label) for cause in moved.causes] == [
        "Định nghĩa bộ chỉ số",
        "Số liệu của đơn vị",
        "Số liệu của các đơn vị khác",
    ]
    assert moved.causes[0].points == 0
    assert sum(cause.points for cause in moved.causes) == pytest.approx(moved.points, abs=1e-9)
    assert sum(cause.places for cause in moved.causes) == pytest.approx(moved.places, abs=1e-9)
    assert (moved.rank_before, moved.places) == (3, 2)


def test_the_first_edition_and_a_new_unit_have_nothing_to_be_held_against(standing, officer, signed_in):
    before = factories.filled(factories.an_index(standing, by=officer, year=2025), by=officer)
    first = actions.compute_edition(before, by=officer, replicates=0)
    units = [actions.NewUnit(code, code) for code in ("VH", "TL", "DS", "PM", "KN", "MM")]
    now = factories.filled(actions.open_edition(before.framework, by=officer, year=2026, units=units), by=officer)
    actions.enter_figures(now.series.get(code="patents"), by=officer, given={"MM": Given(9.0, "9")})
    result = actions.compute_edition(now, by=officer, replicates=0)

    assert page(signed_in, officer, "profile", first.pk, key(first, "VH")).context["moved"] is None
    assert page(signed_in, officer, "profile", result.pk, key(result, "MM")).context["moved"] is None


def test_a_profile_counts_how_far_the_figures_of_its_unit_have_come(edition, officer, second, signed_in):
    factories.filled(edition, by=officer, checked_by=second)
    actions.ask_for_more(edition.series.get(code="delay"), by=second, units={"VH"}, wanted="Gửi bản ký")
    entry = Entry.objects.get(series__edition=edition, series__code="spending", unit__code="VH")
    actions.attach_proof(entry, by=officer, document=factories.a_version(edition.owner).document)
    result = actions.compute_edition(edition, by=officer, replicates=0)

    counted = page(signed_in, officer, "profile", result.pk, key(result, "VH")).context["standing"]

    assert counted == {"all": 4, "known": 3, "proved": 1, "checked": 2, "asked": 1}


@pytest.mark.parametrize(
    ("rank", "behind", "told"),
    [
        (1, 100.0, "hạng 1, trên tất cả các đơn vị khác"),
        (2, 99.6, "hạng 2, trên 99% số đơn vị khác"),
        (34, 0.0, "hạng 34, chưa trên đơn vị nào"),
    ],
)
def test_the_first_is_above_all_others_and_no_share_of_them(rank, behind, told):
    assert Marked("patents", "Sáng chế", rank, behind).place == told
