"""The register: what each verb changes and writes in the journal, who sees what, and how things stand on a day."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

import factories
from hopluc.web.documents import queries as documents
from hopluc.web.documents.models import Evidence
from hopluc.web.journal import queries as journal
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures import queries as measures
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.people import actions as people
from hopluc.web.people.actions import note_succession
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions, queries, rules, states
from hopluc.web.register.models import Activity, Commitment, Programme, Role
from hopluc.web.terms import Term

TODAY = date(2026, 11, 24)


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình hợp tác khoa học và công nghệ đến năm 2030")


@pytest.fixture
def ministry(db: None) -> Organisation:
    return factories.an_organisation("Bộ Thử nghiệm", kind=Organisation.Kind.MINISTRY)


@pytest.fixture
def petition(programme: Programme, standing: Organisation, ministry: Organisation) -> Commitment:
    return actions.raise_petition(
        programme,
        by=None,
        text="Đề nghị Bộ hỗ trợ xây dựng phòng thí nghiệm dùng chung",
        sender=standing,
        recipient=ministry,
        made_on=date(2026, 3, 29),
    )


def verbs() -> list[str]:
    return list(JournalEntry.objects.values_list("verb", flat=True))


def fresh(user: User) -> User:
    """The user as a new request finds it."""
    return User.objects.get(pk=user.pk)


# What each verb changes


def test_founding_a_programme_rests_on_its_decision(standing, officer):
    version = factories.a_version(standing, "Phê duyệt Chương trình hợp tác giai đoạn 2026 - 2030.")
    passage = factories.a_passage(version, "Chương trình hợp tác")

    programme = actions.found_programme(
        standing,
        by=officer,
        title="Chương trình hợp tác",
        period=Term.between("2026", "2030", "giai đoạn 2026 - 2030"),
        evidence=[(passage, "title", "Chương trình hợp tác")],
    )

    kept = Programme.objects.get()
    assert (kept.owner, kept.period.last, str(kept.period)) == (standing, date(2030, 12, 31), "giai đoạn 2026 - 2030")
    assert [(link.passage, link.field) for link in programme.evidence.all()] == [(passage, "title")]
    assert verbs()[-1] == "found_programme"
    assert kept.get_absolute_url() == f"/chuong-trinh/{kept.pk}/"


def test_a_programme_ending_before_it_begins_is_refused(standing):
    with pytest.raises(ValidationError, match="Ngày cuối trước ngày đầu"):
        actions.found_programme(standing, by=None, title="X", period=Term.between("2030", "2026"))

    assert Programme.objects.count() == 0
    assert "found_programme" not in verbs()


def test_strands_legal_bases_and_statements_come_in_order(programme, officer):
    strands = [
        actions.add_strand(programme, by=officer, title=title, number=n)
        for n, title in (("2.1", "Đào tạo"), ("2.2", "Chuyển giao"))
    ]
    bases = [
        actions.cite_legal_basis(programme, by=officer, text=f"Căn cứ Luật số {n}", number=str(n), date=Term.of("2025"))
        for n in (1, 2)
    ]
    shortcoming = actions.make_statement(programme, by=officer, kind="shortcoming", text="Tiến độ chậm.", strand=strands[0])
    cause = actions.make_statement(programme, by=officer, kind="cause", text="Thiếu nhân lực.", explains=shortcoming)

    assert [strand.order for strand in strands] == [1, 2]
    assert [(basis.order, basis.date.first.year) for basis in bases] == [(1, 2025), (2, 2025)]
    assert list(shortcoming.explained_by.all()) == [cause]
    assert verbs()[-6:] == ["add_strand"] * 2 + ["cite_legal_basis"] * 2 + ["make_statement"] * 2
    assert [str(row) for row in (strands[0], bases[0], cause)] == ["2.1 Đào tạo", "1", "Thiếu nhân lực."]


def test_a_document_is_linked_to_a_programme_once(programme, standing, officer):
    document = factories.a_version(standing).document

    links = {actions.link_document(programme, by=officer, document=document, part="approval").pk for _ in range(2)}

    assert len(links) == 1
    assert list(programme.documents.all()) == [document]
    assert verbs().count("link_document") == 1


def test_a_task_has_its_lead_its_partners_and_its_due_day(programme, officer, member, ministry):
    task = actions.assign_task(
        programme,
        by=officer,
        title="Xây dựng đề án đào tạo",
        lead=member,
        cooperating=[ministry],
        due=Term.between("2026-01", "2026-03", "trong quý I"),
        number="3",
    )

    roles = [(role.capacity, role.organisation, role.programme) for role in queries.roles_toward(task)]
    assert roles == [("lead", member, programme), ("cooperating", ministry, programme)]
    assert (task.due.last, str(task.due), task.owner, task.order) == (date(2026, 3, 31), "trong quý I", programme.owner, 1)
    line = JournalEntry.objects.last()
    assert (line.verb, json.loads(line.after)["roles"]) == ("assign_task", [["lead", member.pk], ["cooperating", ministry.pk]])


def test_a_task_in_a_strand_of_another_programme_is_refused(programme, standing):
    strand = actions.add_strand(factories.a_programme(standing), by=None, title="Khác")

    with pytest.raises(ValidationError, match="thuộc chương trình khác"):
        actions.assign_task(programme, by=None, title="Nhiệm vụ", strand=strand)


def test_an_activity_is_not_part_of_itself(programme, officer):
    task = factories.a_task(programme)

    with pytest.raises(ValidationError, match="chính nó"):
        actions.correct(task, by=officer, changes={"parent": task})


def test_an_event_is_noted_with_its_day_and_organisers(programme, officer, member):
    event = actions.note_event(
        programme,
        by=officer,
        title="Hội thảo công nghệ bán dẫn",
        held=Term.of("2026-09-18"),
        organisers=[member],
        place_as_written="Vĩnh Hà",
    )

    assert (event.kind, event.period.first, queries.roles_toward(event).get().organisation) == (
        "event",
        date(2026, 9, 18),
        member,
    )
    assert verbs()[-1] == "note_event"


def test_an_agreement_has_its_parties_and_focal_points_in_order(programme, officer, standing, member, ministry):
    agreement = actions.sign_agreement(
        programme,
        by=officer,
        title="Thỏa thuận hợp tác",
        parties=[standing, ministry],
        focal_points=[member],
        date=Term.of("2026-05-11"),
        form="thỏa thuận hợp tác",
    )

    roles = [(role.capacity, role.organisation) for role in queries.roles_toward(agreement)]
    assert roles == [("party", standing), ("party", ministry), ("focal_point", member)]
    assert agreement.date.first == date(2026, 5, 11)


def test_what_a_target_asks_for_is_a_figure_with_its_evidence(programme, standing, officer):
    version = factories.a_version(standing, "Đào tạo 1.000 - 1.200 kỹ sư đến năm 2027.")
    passage = factories.a_passage(version, "1.000 - 1.200")
    asked = Figure.between(Decimal(1000), Decimal(1200))

    target = actions.add_commitment(
        programme,
        by=officer,
        kind="target",
        text="Đào tạo kỹ sư",
        figure=asked,
        unit="kỹ sư",
        due=Term.of("2027"),
        sender=standing,
        evidence=[(passage, "text", "Đào tạo"), (passage, "figure", "1.000 - 1.200")],
    )

    observation = target.observations.get()
    assert (observation.figure, observation.stage, observation.indicator.unit, observation.period) == (
        asked,
        "target",
        "kỹ sư",
        target.due,
    )
    assert [(link.field, link.as_written) for link in observation.evidence.all()] == [("figure", "1.000 - 1.200")]
    assert target.debtor == standing


def test_an_answer_is_a_conclusion_and_answers_the_petition(petition, officer, ministry, standing):
    answer = actions.answer_petition(petition, by=officer, text="Bộ thống nhất chủ trương.", made_on=date(2026, 6, 1))

    assert (answer.kind, answer.sender, answer.recipient, answer.owner) == ("conclusion", ministry, standing, standing)
    assert list(petition.answered_by.all()) == [answer]
    assert verbs()[-2:] == ["add_commitment", "answer_petition"]
    assert petition.debtor == ministry


def test_work_may_answer_a_petition(programme, petition, officer):
    task = factories.a_task(programme)

    actions.set_answers(task, by=officer, answers=[petition])

    assert list(petition.activities_answering.all()) == [task]
    assert json.loads(JournalEntry.objects.last().after) == {"answers": [petition.pk]}


def test_what_was_not_done_is_carried_over_with_its_parties(programme, officer, member):
    task = factories.a_task(programme, lead=member, due=date(2026, 3, 31))

    later = actions.carry_over(task, by=officer, period=Term.between("2027", "2028"), reason="Đề án nền chưa được duyệt")

    assert (later.carried_over_from, later.title, later.period.first) == (task, task.title, date(2027, 1, 1))
    assert [role.organisation for role in queries.roles_toward(later)] == [member]
    assert json.loads(JournalEntry.objects.last().after)["reason"] == "Đề án nền chưa được duyệt"


def test_a_committee_has_seats_and_a_vacancy(programme, officer, standing):
    chair = people.find_or_add_person(standing, by=officer, name="Nguyễn Văn Thử")
    committee = actions.form_committee(programme, by=officer, name="Ban Chỉ đạo Chương trình thử nghiệm")

    actions.appoint(committee, by=officer, capacity="chair", person=chair, post="Phó Chủ tịch", title="Trưởng ban")
    actions.appoint(committee, by=officer, capacity="member", organisation=standing, post="Giám đốc Sở")

    seats = [(role.capacity, role.order, role.programme, role.vacant) for role in queries.roles_toward(committee)]
    assert seats == [("chair", 1, programme, False), ("member", 2, programme, True)]
    assert [role.organisation for role in queries.committees_of(programme)] == [committee]
    assert actions.form_committee(programme, by=officer, name="Ban Chỉ đạo Chương trình thử nghiệm") == committee
    assert len(queries.committees_of(programme)) == 1


def test_consolidating_ends_one_role_and_the_journal_names_no_person(programme, officer, standing):
    committee = actions.form_committee(programme, by=officer, name="Tổ giúp việc Chương trình thử nghiệm")
    role = actions.appoint(
        committee,
        by=officer,
        capacity="member",
        person=people.find_or_add_person(standing, by=None, name="Lê Văn Thử"),
        post="Chuyên viên",
    )

    actions.end_role(role, by=officer, until=date(2026, 6, 30), reason="Chuyển công tác")

    assert queries.roles_toward(committee, on=date(2026, 7, 1)).count() == 0
    assert queries.roles_toward(committee, on=date(2026, 6, 30)).count() == 1
    assert [
        word
        for word in ("Lê", "Chuyên viên")
        if word in "".join(line.after + line.object_label for line in journal.entries_about(role))
    ] == []


@pytest.mark.parametrize(
    "details",
    [{}, {"since": date(2026, 5, 1), "until": date(2026, 4, 1), "post": "Giám đốc"}],
    ids=["no party", "ends before it begins"],
)
def test_a_role_that_cannot_be_is_refused(programme, details):
    with pytest.raises(ValidationError):
        actions.appoint(programme, by=None, capacity="lead", **details)


def test_a_correction_keeps_what_was_and_its_new_evidence(programme, officer, standing):
    task = factories.a_task(programme, title="Xây dựng đề án")
    passage = factories.a_passage(factories.a_version(standing, "Xây dựng Đề án A."), "Đề án A")

    actions.correct(
        task, by=officer, changes={"title": "Xây dựng Đề án A"}, reason="Theo bản ký", evidence=[(passage, "title", "Đề án A")]
    )

    line = JournalEntry.objects.last()
    assert (json.loads(line.before)["title"], json.loads(line.after)["title"]) == ("Xây dựng đề án", "Xây dựng Đề án A")
    assert Evidence.objects.get().about == task


def test_what_belongs_to_whom_cannot_be_corrected(programme, officer, elsewhere):
    with pytest.raises(AssertionError, match="owner"):
        actions.correct_programme(programme, by=officer, owner=elsewhere)


def test_a_programme_is_renamed(programme, officer):
    actions.correct_programme(programme, by=officer, short_title="Chương trình thử")

    assert str(Programme.objects.get()) == "Chương trình thử"


def test_a_withdrawn_row_is_out_of_sight_and_kept(programme, officer):
    task = factories.a_task(programme)

    actions.withdraw(task, by=officer, reason="Nhập hai lần")

    assert list(queries.activities_seen_by(officer)) == []
    assert Activity.objects.get().withdrawn_at is not None
    assert JournalEntry.objects.last().reason == "Nhập hai lần"


def test_progress_is_of_one_thing_only(programme, petition, officer):
    said = actions.note_progress(factories.a_task(programme), by=officer, on=date(2026, 5, 1), said="in_progress")

    with pytest.raises(IntegrityError), transaction.atomic():
        type(said).objects.filter(pk=said.pk).update(commitment=petition)


# Who sees and does what


def test_an_agency_with_a_task_sees_the_programme_and_a_stranger_does_not(programme, member, officer, colleague, stranger):
    assert list(queries.programmes_seen_by(colleague)) == []

    task = factories.a_task(programme, lead=member)
    actions.add_strand(programme, by=None, title="Đào tạo")
    actions.cite_legal_basis(programme, by=None, text="Căn cứ Luật thử nghiệm")
    actions.make_statement(programme, by=None, kind="result", text="Đã ký.")

    for user, sees in ((officer, True), (colleague, True), (stranger, False)):
        rows = [queries.programmes_seen_by, queries.activities_seen_by, queries.strands_seen_by, queries.legal_bases_seen_by]
        rows += [queries.statements_seen_by, queries.roles_seen_by]
        assert {bool(seen(user).exists()) for seen in rows} == {sees}
    assert list(queries.activities_seen_by(colleague)) == [task]


def test_a_role_that_has_ended_shows_nothing_more(programme, member, officer, colleague):
    role = actions.appoint(programme, by=officer, capacity="cooperating", organisation=member)
    assert queries.programmes_seen_by(colleague).count() == 1

    actions.end_role(role, by=officer, until=timezone.localdate() - timedelta(days=1))

    assert queries.programmes_seen_by(colleague).count() == 0


def test_signing_an_agreement_does_not_open_the_programme(programme, member, colleague):
    actions.sign_agreement(programme, by=None, title="Thỏa thuận", parties=[member])

    assert queries.programmes_seen_by(colleague).count() == 0


def test_the_one_a_petition_is_put_to_sees_it_and_nothing_else(petition, ministry, programme):
    clerk = factories.an_account(ministry)
    actions.add_commitment(programme, by=None, kind="target", text="Chỉ tiêu nội bộ")

    assert list(queries.petitions_seen_by(clerk)) == [petition]
    assert list(queries.commitments_seen_by(clerk)) == [petition]
    assert list(queries.programmes_seen_by(clerk)) == []


def test_the_heir_of_an_agency_sees_what_it_took_part_in(programme, member, colleague):
    former = factories.an_organisation("Sở Kế hoạch thành phố Vĩnh Hà")
    factories.a_task(programme, lead=former)

    note_succession(by=None, day=date(2025, 7, 1), predecessor=former, successor=member, source="Nghị quyết thử nghiệm")

    assert list(queries.programmes_seen_by(fresh(colleague))) == [programme]


def test_a_visitor_sees_nothing(programme, petition):
    factories.a_task(programme)
    rows = [
        queries.programmes_seen_by,
        queries.activities_seen_by,
        queries.agreements_seen_by,
        queries.commitments_seen_by,
        queries.statements_seen_by,
        queries.roles_seen_by,
        documents.documents_seen_by,
        measures.observations_seen_by,
        measures.indicators_seen_by,
    ]

    assert [seen(AnonymousUser()).count() for seen in rows] == [0] * len(rows)


@pytest.mark.parametrize(("circulation", "sees"), [("internal", False), ("programme", True), ("public", True)])
def test_a_document_of_the_programme_is_seen_as_far_as_it_circulates(programme, standing, member, colleague, circulation, sees):
    factories.a_task(programme, lead=member)
    version = factories.a_version(standing, circulation=circulation)
    assert documents.documents_seen_by(colleague).exists() is False

    actions.link_document(programme, by=None, document=version.document)

    assert documents.documents_seen_by(colleague).exists() is sees


def test_figures_about_a_programmes_work_are_seen_with_it(programme, standing, member, colleague, stranger):
    task = factories.a_task(programme, lead=member)
    counted = find_or_add_indicator(standing, by=None, name="Số doanh nghiệp")
    about_task = record_observation(counted, by=None, figure=Figure.exact(Decimal(3)), about=task)
    record_observation(counted, by=None, figure=Figure.exact(Decimal(9)))

    assert list(measures.observations_seen_by(colleague)) == [about_task]
    assert list(measures.observations_seen_by(stranger)) == []


def test_only_officers_of_the_standing_agency_write_and_nobody_on_what_is_withdrawn(
    programme, officer, leader, viewer, colleague, stranger
):
    task = factories.a_task(programme)

    assert [rules.can_write(user, task) for user in (officer, leader, viewer, colleague, stranger)] == [
        True,
        True,
        False,
        False,
        False,
    ]
    actions.withdraw(task, by=officer, reason="Nhập hai lần")
    assert (rules.can_write(officer, task), rules.can_note_progress(officer, task)) == (False, False)


def test_who_leads_a_task_may_tell_of_its_progress(programme, member, officer, viewer, colleague, stranger):
    task = factories.a_task(programme, lead=member)

    assert [rules.can_note_progress(user, task) for user in (officer, colleague, viewer, stranger)] == [
        True,
        True,
        False,
        False,
    ]


def test_who_owes_a_commitment_may_tell_of_its_progress(petition, ministry, colleague):
    assert [rules.can_note_progress(user, petition) for user in (factories.an_account(ministry), colleague)] == [True, False]


def test_who_may_answer_a_petition(petition, ministry, officer, viewer, colleague, programme):
    users = (factories.an_account(ministry), officer, viewer, colleague)
    target = actions.add_commitment(programme, by=None, kind="target", text="Chỉ tiêu")

    assert [rules.can_answer_petition(user, petition) for user in users] == [True, True, False, False]
    assert rules.can_answer_petition(officer, target) is False
    actions.withdraw(petition, by=officer, reason="Nhập hai lần")
    assert rules.can_answer_petition(officer, petition) is False


# How things stand on a day


def state(task: Activity, on: date = TODAY) -> states.State:
    return states.state_of(states.with_progress(Activity.objects.filter(pk=task.pk)).get(), on)


def test_work_nobody_has_spoken_of_is_not_started_or_without_a_day(programme):
    assert state(factories.a_task(programme, due=date(2027, 1, 1))).code == "not_started"
    assert state(factories.a_task(programme)).code == "undated"


@pytest.mark.parametrize(
    ("said", "code"), [("in_progress", "in_progress"), ("blocked", "blocked"), ("done", "done"), ("stopped", "stopped")]
)
def test_what_was_last_said_holds(programme, officer, said, code):
    task = factories.a_task(programme)
    actions.note_progress(task, by=officer, on=date(2026, 2, 1), said="not_started")
    actions.note_progress(task, by=officer, on=date(2026, 3, 1), said=said, text="Theo báo cáo quý I.")

    assert (state(task).code, state(task).reason.startswith("Ngày 01/03/2026: ")) == (code, True)
    assert state(task, date(2026, 2, 15)).code == "not_started"


def test_late_is_what_has_its_last_day_behind_it_and_is_not_done(programme, officer):
    task, on = factories.a_task(programme, due=date(2026, 9, 23)), date(2026, 9, 24)

    assert (state(task, on).code, state(task, on).late_days) == ("overdue", 1)
    assert state(task, date(2026, 9, 23)).code == "not_started"
    actions.note_progress(task, by=officer, on=on, said="in_progress")
    assert state(task, on).code == "overdue"
    actions.note_progress(task, by=officer, on=on, said="done")
    assert (state(task, on).code, state(task, on).late_days) == ("done", 0)


def test_what_is_to_come_cannot_be_noted(programme, officer):
    task, tomorrow = factories.a_task(programme), timezone.localdate() + timedelta(days=1)

    with pytest.raises(ValidationError, match="Ngày ghi nhận không thể sau hôm nay"):
        actions.note_progress(task, by=officer, on=tomorrow, said="done")

    assert (task.progress.count(), "note_progress" in verbs()) == (0, False)


@pytest.mark.parametrize(
    ("said", "text", "reason"),
    [
        ("done", "đã hoàn thành", "Ngày 01/03/2026: Hoàn thành."),
        ("in_progress", "triển khai", "Ngày 01/03/2026: Đang thực hiện."),
        ("in_progress", "Đã khảo sát 20 cơ sở.", "Ngày 01/03/2026: Đang thực hiện. Đã khảo sát 20 cơ sở."),
    ],
)
def test_a_reason_does_not_say_the_state_twice(programme, officer, said, text, reason):
    task = factories.a_task(programme)

    actions.note_progress(task, by=officer, on=date(2026, 3, 1), said=said, text=text)

    assert state(task).reason == reason


@pytest.mark.parametrize(("recurrence", "code"), [("", "overdue"), ("yearly", "standing"), ("regular", "standing")])
def test_a_duty_that_comes_again_is_not_late_because_its_period_ended(programme, recurrence, code):
    task = factories.a_task(programme, period=Term.between("2021", "2025"), recurrence=recurrence)

    assert state(task).code == code


def test_a_duty_that_comes_again_stands_as_was_last_said_and_is_late_after_its_own_day(programme, officer):
    task = factories.a_task(programme, period=Term.between("2021", "2025"), recurrence="yearly")
    dated = factories.a_task(programme, due=date(2026, 1, 31), recurrence="yearly")
    actions.note_progress(task, by=officer, on=date(2026, 3, 1), said="in_progress")

    later = actions.carry_over(task, by=officer, period=Term.between("2026", "2030"))

    assert (state(later).code, later.recurrence) == ("standing", "yearly")
    assert state(dated).code == "overdue"
    actions.withdraw(later, by=officer, reason="Nhầm")
    assert state(task).code == "in_progress"


def test_work_carried_over_is_no_longer_late(programme, officer):
    task = factories.a_task(programme, due=date(2026, 3, 31))
    later = actions.carry_over(task, by=officer, period=Term.between("2027", "2028"))
    assert state(task).code == "carried_over"

    actions.withdraw(later, by=officer, reason="Nhầm")

    assert state(task).code == "overdue"


def test_an_event_whose_day_is_past_was_held(programme):
    past = actions.note_event(programme, by=None, title="Hội thảo", held=Term.of("2026-09-18"))
    coming = actions.note_event(programme, by=None, title="Hội nghị", held=Term.of("2026-12-20"))

    assert [state(event).code for event in (past, coming)] == ["done", "not_started"]
    assert state(past).reason == "Đã diễn ra ngày 18/09/2026."


HAPPENINGS = (
    "event", "exhibition", "contest", "connection", "delegation", "course", "survey", "publication", "signing",
)  # fmt: skip


@pytest.mark.parametrize("kind", HAPPENINGS)
def test_no_kind_of_event_is_late_once_its_day_is_past(programme, officer, kind):
    event = actions.note_event(programme, by=None, title="Việc đã qua", kind=kind, held=Term.of("2026-05"))
    actions.note_progress(event, by=officer, on=date(2026, 3, 1), said="in_progress", text="Đang chuẩn bị nội dung.")

    assert (state(event).code, state(event).reason) == ("done", "Đã diễn ra: 05/2026.")


def test_an_event_of_which_something_was_said_since_stands_as_was_said(programme, officer):
    event = actions.note_event(programme, by=None, title="Hội thảo", held=Term.of("2026-05-10"))
    actions.note_progress(event, by=officer, on=date(2026, 6, 1), said="not_started", text="Hoãn do mưa bão.")

    assert state(event).code == "not_started"


@pytest.mark.parametrize("kind", ["assigned_task", "research", "project", "other"])
def test_work_whose_period_is_past_is_late(programme, kind):
    assert state(factories.a_task(programme, kind=kind, period=Term.of("2026-05"))).code == "overdue"


def petition_state(petition: Commitment, on: date = TODAY) -> states.State:
    return states.state_of_petition(states.with_answers(Commitment.objects.filter(pk=petition.pk)).get(), on)


def test_a_petition_waits_by_days_until_it_is_answered(petition, officer, programme):
    assert (petition_state(petition).code, petition_state(petition).late_days) == ("unanswered", 167)

    actions.note_progress(petition, by=officer, on=date(2026, 5, 1), said="in_progress", text="Bộ đang xem xét.")
    assert petition_state(petition).code == "in_hand"

    actions.answer_petition(petition, by=officer, text="Bộ thống nhất.", made_on=date(2026, 6, 1))
    assert (petition_state(petition).code, petition_state(petition).reason) == ("answered", "Trả lời: Bộ thống nhất.")
    assert petition_state(petition, date(2026, 5, 31)).code == "in_hand"


def test_a_petition_given_as_work_is_in_hand(petition, officer, programme):
    actions.set_answers(factories.a_task(programme, title="Lập dự án phòng thí nghiệm"), by=officer, answers=[petition])

    assert petition_state(petition).code == "in_hand"


def test_a_tick_in_a_box_does_not_make_a_petition_answered(petition, officer):
    actions.note_progress(petition, by=officer, on=date(2026, 5, 1), said="done", text="Cán bộ cho biết đã xong.")

    assert petition_state(petition).code == "in_hand"


def test_a_task_past_its_day_is_overdue_and_one_without_a_day_undated(programme):
    rows = [factories.a_task(programme, due=day) for day in (date(2026, 1, 1), None, date(2026, 2, 1))]

    assert [state(row).code for row in rows] == ["overdue", "undated", "overdue"]
    assert [str(state(row).label) for row in rows[:2]] == ["Quá hạn", "Chưa nêu thời hạn"]


def test_states_of_a_whole_programme_are_drawn_in_three_queries(programme, django_assert_num_queries):
    for _ in range(10):
        factories.a_task(programme, due=date(2026, 1, 1))

    with django_assert_num_queries(3):
        codes = [states.state_of(task, TODAY).code for task in states.with_progress(programme.activities.all())]

    assert codes == ["overdue"] * 10


def test_all_of_this_left_one_whole_chain(programme, petition, officer, member):
    actions.carry_over(factories.a_task(programme, lead=member), by=officer, period=Term.of("2027"))
    actions.answer_petition(petition, by=officer, text="Đồng ý.")

    assert journal.verify().whole


def test_roles_outside_are_those_of_the_other_side():
    assert sorted(Role.OUTSIDE) == ["funder", "party", "recipient", "signatory"]
