"""A deadline in words becomes a day, from the sentence that is read to the mark on the task."""

from datetime import date

import pytest
from django.utils import timezone

import factories
from hopluc.reading.document import Document
from hopluc.reading.read import read
from hopluc.web.intake import actions
from hopluc.web.intake.entries.deadlines import deadline_of
from hopluc.web.intake.models import Finding
from hopluc.web.intake.proposals import proposals
from hopluc.web.register import states
from hopluc.web.register.models import Activity
from hopluc.web.terms import Term


@pytest.mark.parametrize(
    ("words", "first", "last", "grain"),
    [
        ("trước ngày 30 tháng 9 năm 2024", date(2024, 9, 30), date(2024, 9, 30), "day"),
        ("từ 01/3/2024 đến 30/6/2024", date(2024, 6, 30), date(2024, 6, 30), "day"),
        ("tháng 02/2024", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("xong trong quý II năm 2026", date(2026, 4, 1), date(2026, 6, 30), "quarter"),
        ("Quý IV/2026", date(2026, 10, 1), date(2026, 12, 31), "quarter"),
        ("quý 1/2026", date(2026, 1, 1), date(2026, 3, 31), "quarter"),
        ("6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30), "half"),
        ("06 tháng cuối năm 2026", date(2026, 7, 1), date(2026, 12, 31), "half"),
        ("trong năm 2025", date(2025, 1, 1), date(2025, 12, 31), "year"),
    ],
)
def test_a_deadline_in_words_has_its_last_day(words, first, last, grain):
    due = deadline_of(words)

    assert (due.first, due.last, due.grain, due.as_written) == (first, last, grain, words)


@pytest.mark.parametrize(
    "words", ["trong quý I", "trước ngày 20 tháng 12 hằng năm", "30/6", "trước ngày 31/6/2026", "trước năm 2025", "sớm nhất"]
)
def test_words_that_give_no_day_stand_as_written(words):
    due = deadline_of(words)

    assert (due.first, due.last, str(due)) == (None, None, words)


@pytest.mark.parametrize(
    ("words", "told_on", "period", "last", "grain"),
    [
        ("trong quý III", date(2026, 2, 5), None, date(2026, 9, 30), "quarter"),
        ("trước ngày 30/9", date(2026, 2, 5), None, date(2026, 9, 30), "day"),
        ("trong tháng 9", date(2026, 2, 5), None, date(2026, 9, 30), "month"),
        ("6 tháng đầu năm", date(2026, 2, 5), None, date(2026, 6, 30), "half"),
        ("trong quý I", date(2026, 2, 5), None, date(2026, 3, 31), "quarter"),
        ("trong quý I", date(2025, 12, 20), None, date(2026, 3, 31), "quarter"),
        ("trong quý I", date(2025, 12, 20), Term.of("2025"), date(2025, 3, 31), "quarter"),
        ("trong quý III", None, Term.of("2027"), date(2027, 9, 30), "quarter"),
        ("trong quý IV", date(2025, 12, 20), None, None, ""),
        ("trong quý I", date(2026, 7, 20), None, None, ""),
        ("trong quý III", None, Term.between("2026", "2030"), None, ""),
        ("trong quý III hằng năm", date(2026, 2, 5), None, None, ""),
        ("trước ngày 31/6", date(2026, 2, 5), None, None, ""),
        ("trong quý III", None, None, None, ""),
    ],
)
def test_a_deadline_without_a_year_takes_it_only_where_one_year_can_be_meant(words, told_on, period, last, grain):
    due = deadline_of(words, told_on=told_on, period=period)

    assert (due.last, due.grain, due.as_written) == (last, grain, words)
    assert due.year_meant == (last.year if last else None)


@pytest.mark.parametrize(("written", "due"), [("2026-02-05", date(2026, 9, 30)), ("2026", None), ("", None)])
def test_a_task_takes_the_year_from_the_day_of_its_plan(standing, officer, written, due):
    claims = {"date": Term.of(written)} if written else {}
    version = factories.a_version(standing, "Xây dựng đề án ươm tạo trong quý III.", **claims)
    value = {"title": "Xây dựng đề án ươm tạo", "due": "trong quý III"}

    task = actions.confirm(factories.a_finding(version, "task", value, programme=factories.a_programme(standing)), by=officer)

    assert (task.due_last, task.due_as_written) == (due, "trong quý III")


PLAN = (
    "KẾ HOẠCH\nThực hiện Chương trình hợp tác thành phố Vĩnh Hà\n\nII. NHIỆM VỤ\n"
    "1. Giao Sở Công Thương thành phố Vĩnh Hà chủ trì xây dựng đề án công nghiệp hỗ trợ, hoàn thành trước ngày 30 tháng 9 năm 2024.\n"
    "2. Sở Tài chính chủ trì tham mưu bố trí kinh phí, báo cáo trước ngày 20 tháng 12 hằng năm.\n"
)


def test_a_sentence_that_is_read_becomes_a_late_task_and_one_of_every_year_does_not(standing, officer):
    version = factories.a_version(standing, PLAN)
    programme = factories.a_programme(standing)
    actions.propose(version, proposals(read(Document(version.name, version.text)), version.sha256))
    for finding in Finding.objects.filter(version=version, kind="task"):
        finding.programme = programme
        finding.save()
        actions.confirm(finding, by=officer)

    once, yearly = states.with_progress(Activity.objects.order_by("pk"))
    late = states.state_of(once, date(2024, 10, 2))

    assert (late.label, late.late_days, once.due_as_written) == ("Quá hạn", 2, "trước ngày 30 tháng 9 năm 2024")
    assert states.state_of(once, date(2024, 9, 30)).label == "Chưa triển khai"
    assert (states.state_of(yearly, date(2026, 11, 1)).label, yearly.recurrence) == ("Thường xuyên", "yearly")


def test_a_deadline_that_comes_again_makes_the_duty_recurring(standing, officer):
    version = factories.a_version(standing, "Sở Mẫu báo cáo trước ngày 20 tháng 12 hằng năm.")
    value = {"title": "Báo cáo kết quả", "due": "trước ngày 20 tháng 12 hằng năm", "period": {"from": "2021", "to": "2025"}}

    task = actions.confirm(factories.a_finding(version, "task", value, programme=factories.a_programme(standing)), by=officer)

    assert (task.recurrence, task.recurrence_as_written) == ("yearly", "hằng năm")


def test_a_task_told_again_learns_how_often_it_comes(standing, officer):
    version, programme = factories.a_version(standing, "Báo cáo kết quả hằng năm."), factories.a_programme(standing)
    actions.confirm(factories.a_finding(version, "task", {"title": "Báo cáo kết quả"}, programme=programme), by=officer)
    again = {"title": "Báo cáo kết quả", "recurrence": "hằng năm"}

    actions.confirm(factories.a_finding(version, "task", again, "Báo cáo kết quả", programme=programme), by=officer)

    assert [(task.recurrence, task.recurrence_as_written) for task in Activity.objects.all()] == [("yearly", "hằng năm")]


def test_what_a_paper_dated_after_it_came_says_is_noted_on_the_day_it_came(standing, officer):
    version = factories.a_version(standing, "Đề án đã hoàn thành.", date=factories.Term.of("2999-01"))
    finding = factories.a_finding(
        version, "task", {"title": "Đề án", "status": "đã hoàn thành"}, programme=factories.a_programme(standing)
    )

    task = actions.confirm(finding, by=officer)

    assert [row.on for row in task.progress.all()] == [timezone.localdate(version.document.added_at)]
