"""Training and trips of a programme: needs, courses against targets that are intervals, delegations and the reports they owe."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

import factories
from hopluc.web.agenda.queries import agenda_of, owed_places
from hopluc.web.issuing.contexts import review_material
from hopluc.web.issuing.periods import periods_of
from hopluc.web.issuing.queries import ReviewRows
from hopluc.web.journal.models import JournalEntry
from hopluc.web.manpower import actions, queries, triggers
from hopluc.web.manpower.models import Delegation
from hopluc.web.manpower.yearly import rows_of, year_table
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.measures.rollup import Asked, roll_up
from hopluc.web.measures.territories import Territories
from hopluc.web.register import actions as register
from hopluc.web.register import states
from hopluc.web.register.models import Activity, Commitment, Programme, Progress
from hopluc.web.terms import Term
from hopluc.workdays import calendar

DAY = date(2026, 10, 5)


@pytest.fixture
def programme(standing, member) -> Programme:
    """The cooperating agency sees it."""
    made = factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")
    register.appoint(made, by=None, capacity="cooperating", organisation=member)
    return made


@pytest.fixture
def term(programme, officer):
    return actions.set_report_term(
        programme, by=officer, days=10, counted="working", since=date(2026, 1, 1), source="Quy chế thử"
    )


@pytest.fixture
def trip(programme, officer, member) -> Delegation:
    """Out for four days, of the member agency."""
    return a_trip(programme, officer, member)


def a_trip(programme, officer, agency, title="Làm việc với viện nghiên cứu", held=None, **details) -> Delegation:
    details = {"direction": "out", "people": 2, "partner": "Viện Vật liệu", "place": "Hàn Quốc"} | details
    held = held or Term(DAY, DAY + timedelta(3))
    return actions.plan_delegation(programme, by=officer, title=title, held=held, agency=agency, **details)


def back(trip, officer, returned_on=DAY + timedelta(4)) -> Delegation:
    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))
    return actions.note_return(Delegation.objects.get(pk=trip.pk), by=officer, returned_on=returned_on)


def owed(user, agency, on) -> list[tuple[str, date]]:
    return [
        (Commitment.objects.get(pk=place.key).text, place.day)
        for place in owed_places(user, [agency.pk], on)
        if place.noun == 1
    ]


def test_a_trip_owes_its_report_from_its_approval(trip, term, officer, colleague, member):
    before = owed(colleague, member, DAY)

    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))

    due = calendar().after(DAY + timedelta(3), 10)
    assert before == []
    assert owed(colleague, member, DAY) == [("Báo cáo kết quả chuyến công tác: Làm việc với viện nghiên cứu", due)]


def test_the_day_moves_with_the_return(trip, term, officer, colleague, member):
    back(trip, officer, DAY + timedelta(8))

    assert [day for _text, day in owed(colleague, member, DAY)] == [calendar().after(DAY + timedelta(8), 10)]
    assert trip.activity.progress.get().said == Progress.Said.DONE


def test_an_unfiled_report_is_overdue_in_what_its_agency_owes_and_a_filed_one_is_not(
    trip, term, officer, colleague, member, signed_in
):
    trip = back(trip, officer)
    late = calendar().after(DAY + timedelta(4), 12)
    document = factories.a_version(member, "Báo cáo kết quả chuyến công tác").document

    unfiled = agenda_of(colleague, late)
    answer = signed_in(colleague).post(
        reverse("manpower:file_report", args=[trip.pk]),
        {"report": f"x [{document.pk}]", "reported_on": timezone.localdate().isoformat()},
    )

    trip.refresh_from_db()
    assert [line.left for line in unfiled.overdue] == [-2]
    assert (answer.status_code, answer.url) == (302, trip.get_absolute_url())
    assert (trip.state, trip.report) == ("reported", document)
    assert owed(colleague, member, timezone.localdate()) == []
    assert trip.activity.programme.document_links.get().part == "report"


@pytest.mark.parametrize(
    ("noted", "of_the_trip", "of_its_activity"),
    [
        ("nothing", "Chờ ghi nhận đã đi", ("not_started", "Chờ ghi nhận đã đi")),
        ("returned", "Đã đi, chưa có báo cáo", ("done", "Hoàn thành")),
        ("called off", "Không đi", ("stopped", "Dừng thực hiện")),
        ("coming", "Kế hoạch", ("not_started", "Chưa triển khai")),
    ],
)
def test_a_kept_trip_and_its_activity_say_the_same(programme, officer, member, noted, of_the_trip, of_its_activity):
    today = timezone.localdate()
    day = today + timedelta(9) if noted == "coming" else today - timedelta(9)
    trip = a_trip(programme, officer, member, held=Term(day, day))
    if noted == "returned":
        actions.note_return(trip, by=officer, returned_on=day)
    if noted == "called off":
        actions.call_off_delegation(trip, by=officer, reason="Đối tác hoãn")

    row = states.with_progress(Activity.objects.filter(pk=trip.activity.pk)).get()
    state = states.state_of(row, today)

    assert Delegation.objects.get(pk=trip.pk).state_in_words == of_the_trip
    assert (state.code, state.label) == of_its_activity
    assert states.with_code(Activity.objects.filter(pk=row.pk), today).filter(code=of_its_activity[0]).count() == 1


def test_a_trip_only_read_in_a_document_was_held_once_its_day_is_past(programme):
    held = Term.of("2026-09-18")
    row = register.note_event(programme, by=None, title="Đoàn thăm", held=held, kind=Activity.Kind.DELEGATION)
    told = states.state_of(states.with_progress(Activity.objects.filter(pk=row.pk)).get(), DAY)

    assert (told.code, told.reason) == ("done", "Đã diễn ra ngày 18/09/2026.")


def test_a_report_taken_back_is_owed_again(trip, term, officer, colleague, member):
    trip = back(trip, officer)
    actions.file_report(trip, by=officer, report=factories.a_version(member).document, reported_on=DAY + timedelta(9))

    actions.take_back_report(Delegation.objects.get(pk=trip.pk), by=officer, reason="Nhầm tệp")

    assert Delegation.objects.get(pk=trip.pk).state == "returned"
    assert len(owed(colleague, member, DAY + timedelta(20))) == 1


def test_the_term_is_dated_and_that_of_a_kind_comes_first(programme, trip, officer):
    def set_term(days, since, direction="", counted="working"):
        return actions.set_report_term(
            programme, by=officer, days=days, counted=counted, since=since, source="Quy chế", direction=direction
        )

    old, new, out = set_term(15, date(2025, 1, 1)), set_term(7, date(2026, 6, 1)), set_term(5, date(2026, 7, 1), "out")

    assert queries.term_on(programme, "in", date(2026, 5, 31)) == old
    assert queries.term_on(programme, "in", date(2026, 6, 1)) == new
    assert queries.term_on(programme, "out", DAY) == out
    assert queries.term_on(programme, "out", date(2024, 12, 31)) is None


def test_calendar_days_end_on_a_working_day(programme, trip, officer):
    actions.set_report_term(programme, by=officer, days=15, counted="calendar", since=date(2026, 1, 1), source="Thông tư")

    assert queries.report_due(trip) == date(2026, 10, 23)  # from 8 October


@pytest.mark.parametrize("approved", [True, False])
def test_without_a_term_nothing_is_owed_until_one_is_set(approved, programme, trip, officer, colleague, member):
    if approved:
        actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))
    before = owed(colleague, member, DAY)

    actions.set_report_term(programme, by=officer, days=10, counted="working", since=date(2026, 1, 1), source="Quy chế")

    assert before == []
    assert len(owed(colleague, member, DAY)) == int(approved)


def test_a_trip_called_off_owes_nothing_and_is_not_counted(trip, term, programme, officer, colleague, member):
    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))

    actions.call_off_delegation(Delegation.objects.get(pk=trip.pk), by=officer, reason="Đối tác hoãn")

    kept = queries.kept_of(programme)
    assert owed(colleague, member, DAY) == []
    assert rows_of(kept, "doan-ra") == []
    assert [row.delegation.state for row in rows_of(kept, "doan")] == ["called_off"]


def test_what_is_owed_follows_the_activity_in_the_register(trip, term, officer, colleague, member):
    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))

    register.correct(trip.activity, by=officer, changes={"period": Term(DAY, DAY + timedelta(10))})
    moved = owed(colleague, member, DAY)
    register.withdraw(trip.activity, by=officer, reason="Ghi trùng")

    assert [day for _text, day in moved] == [calendar().after(DAY + timedelta(10), 10)]
    assert owed(colleague, member, DAY) == []
    assert list(queries.delegations_seen_by(officer)) == []


@pytest.mark.parametrize(
    ("name", "data", "field"),
    [
        ("approve_delegation", {"approved_on": "2036-01-01"}, "approved_on"),
        ("note_return", {"returned_on": "2036-01-01"}, "returned_on"),
        ("note_return", {"returned_on": "2026-10-04"}, "returned_on"),
        ("file_report", {"reported_on": "2026-10-08"}, "reported_on"),
        ("file_report", {"reported_on": "2036-01-01"}, "reported_on"),
    ],
)
def test_impossible_days_are_refused(name, data, field, trip, officer, signed_in):
    if name == "file_report":
        back(trip, officer)
        data = data | {"report": f"x [{factories.a_version(trip.activity.owner).document_id}]"}
    elif name == "note_return":
        actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))

    answer = signed_in(officer).post(reverse(f"manpower:{name}", args=[trip.pk]), data)

    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])


def test_what_was_noted_meanwhile_is_not_noted_twice(trip, term, officer, standing):
    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))
    stale = Delegation.objects.get(pk=trip.pk)
    stale.approved_on = None

    with pytest.raises(ValidationError):
        actions.approve_delegation(stale, by=officer, approved_on=DAY)

    assert Commitment.objects.filter(kind="obligation").count() == 1


def test_a_reported_trip_is_fixed_until_its_report_is_taken_back(trip, officer, standing):
    trip = back(trip, officer)
    Delegation.objects.filter(pk=trip.pk).update(people=3)  # until then it may change
    actions.file_report(trip, by=officer, report=factories.a_version(standing).document, reported_on=DAY + timedelta(9))

    for change in ({"people": 9}, {"returned_on": DAY}, {"direction": "in"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Delegation.objects.filter(pk=trip.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delegation.objects.filter(pk=trip.pk)._raw_delete("default")
    actions.take_back_report(Delegation.objects.get(pk=trip.pk), by=officer, reason="Nhầm")

    assert Delegation.objects.filter(pk=trip.pk).update(people=9) == 1


def test_without_its_triggers_the_database_would_let_a_reported_trip_be_changed(trip, officer, standing):
    trip = back(trip, officer)
    actions.file_report(trip, by=officer, report=factories.a_version(standing).document, reported_on=DAY + timedelta(9))

    triggers.REFUSALS.drop(connection)
    changed = Delegation.objects.filter(pk=trip.pk).update(people=9)
    triggers.REFUSALS.create(connection)

    assert changed == 1


def test_members_are_named_to_the_office_that_entered_them_alone(trip, officer, colleague, signed_in):
    actions.name_member(trip, by=officer, name="Lê Văn Thử", honorific="mr", post="Trưởng phòng")

    own = signed_in(officer).get(trip.get_absolute_url())
    other = signed_in(colleague).get(trip.get_absolute_url())

    assert [str(member.person) for member in own.context["members"]] == ["Lê Văn Thử"]
    assert "Lê Văn Thử" in own.content.decode()
    assert (other.status_code, other.context["members"]) == (200, [])
    assert "Lê Văn Thử" not in other.content.decode()
    assert "Lê Văn Thử" not in " ".join(JournalEntry.objects.values_list("after", flat=True))


def test_no_more_are_named_than_go(trip, officer):
    for name in ("Lê Văn Một", "Lê Văn Hai"):
        actions.name_member(trip, by=officer, name=name)

    with pytest.raises(ValidationError):
        actions.name_member(trip, by=officer, name="Lê Văn Ba")
    with pytest.raises(ValidationError):
        actions.correct_delegation(trip, by=officer, title="Tên", held=Term.on(DAY), people=1)
    actions.take_off_member(trip.members.order_by("pk")[0], by=officer, reason="Thay người")
    actions.name_member(trip, by=officer, name="Lê Văn Ba")

    assert [str(one.person) for one in queries.members_seen_by(officer)] == ["Lê Văn Hai", "Lê Văn Ba"]


def test_the_going_agency_notes_its_return_and_files_its_report_and_no_more(trip, term, officer, colleague, signed_in):
    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))
    browser = signed_in(colleague)

    statuses = {
        name: browser.get(reverse(f"manpower:{name}", args=[trip.pk])).status_code
        for name in ("delegation", "note_return", "file_report", "correct_delegation", "call_off_delegation", "name_member")
    }

    assert statuses == {
        "delegation": 200,
        "note_return": 200,
        "file_report": 403,  # it is not back yet
        "correct_delegation": 403,
        "call_off_delegation": 403,
        "name_member": 403,
    }


def test_lateness_is_told_to_whom_it_concerns(trip, term, officer, colleague, signed_in):
    back(trip, officer, DAY + timedelta(4))
    third = factories.an_organisation("Sở Y tế thành phố Vĩnh Hà")
    register.appoint(trip.activity.programme, by=None, capacity="cooperating", organisation=third)
    page = trip.get_absolute_url()

    told = [signed_in(user).get(page).context["left"] for user in (officer, colleague, factories.an_account(third))]

    assert told[0] == told[1] is not None
    assert told[2] is None


def test_a_trip_read_from_a_document_is_taken_up(programme, officer, standing, signed_in):
    read = register.note_event(programme, by=None, title="Đoàn công tác sang Nhật Bản", held=Term.on(DAY), kind="delegation")
    browser = signed_in(officer)

    before = year_table(queries.kept_of(programme))
    answer = browser.post(
        reverse("manpower:take_up_delegation", args=[read.pk]), {"direction": "out", "agency": standing.pk, "people": "4"}
    )
    again = browser.get(reverse("manpower:take_up_delegation", args=[read.pk]))

    assert [line.cells[0].said for line in before.lines if line.slug == "doan-chua-ro"] == ["1"]
    assert answer.url == Delegation.objects.get().get_absolute_url()
    assert again.status_code == 403


def a_target(programme, text, low, high):
    return register.add_commitment(
        programme, by=None, kind="target", text=text, figure=Figure.between(Decimal(low), Decimal(high)), unit="người"
    )


def test_people_trained_count_towards_a_target_that_is_an_interval(programme, officer, signed_in):
    target = a_target(programme, "Đào tạo chuyên gia công nghệ cao", 10, 15)
    browser = signed_in(officer)
    data = {"title": "Lớp chuyên gia", "first": "2026-10-01", "last": "2026-10-09", "level": "expert", "field": "Vi mạch"}

    browser.post(reverse("manpower:offer_course", args=[programme.pk]), data | {"places": "8", "targets": [target.pk]})
    course = Activity.objects.get(kind="course")
    browser.post(reverse("manpower:note_trained", args=[course.pk]), {"people": "6"})

    (line,) = browser.get(reverse("manpower:programme", args=[programme.pk])).context["targets"]
    assert (line.target, line.courses, str(line.done)) == (target, 1, "6")
    assert (line.share.low, line.share.high) == (Decimal(40), Decimal(60))


def test_a_target_about_training_is_shown_before_any_course_counts_and_others_are_not(programme):
    shown = a_target(programme, "Tập huấn 20 đến 30 cán bộ", 20, 30)
    a_target(programme, "Chuyển giao công nghệ", 5, 7)

    (line,) = queries.targets_of_training(programme, {})

    assert (line.target, line.courses, line.share) == (shown, 0, None)


def test_results_are_corrected_in_place_and_places_taken_out(programme, officer):
    course = actions.offer_course(programme, by=officer, title="Lớp", held=Term.on(DAY), places=Figure.exact(Decimal(30)))
    actions.note_trained(course, by=officer, people=Figure.exact(Decimal(20)))

    actions.note_trained(course, by=officer, people=Figure.exact(Decimal(25)))
    actions.keep_course(course, by=officer, field="Vi mạch")

    kept = queries.kept_of(programme)
    assert [(str(row.figure), row.field) for row in kept.trained.values()] == [("25", "Vi mạch")]
    assert kept.places == {}


def test_figures_of_a_course_move_with_it(programme, officer):
    course = actions.offer_course(programme, by=officer, title="Lớp", held=Term.on(DAY))
    actions.note_trained(course, by=officer, people=Figure.exact(Decimal(20)))

    register.correct(course, by=officer, changes={"period": Term.on(date(2025, 3, 1))})

    (figure,) = queries.kept_of(programme).trained.values()
    assert figure.period_first == date(2025, 3, 1)


def summed(user) -> list[str]:
    told = roll_up(user, Asked(), Territories(timezone.localdate()))
    return [str(told.figure(key)) for key in told.parts]


@pytest.mark.parametrize("kind", ["event", "publication"])
def test_figures_of_what_was_exchanged_move_with_it_and_leave_the_sums_with_it(kind, programme, officer):
    quantity = Figure.exact(Decimal(40))
    held = actions.note_exchange(programme, by=officer, kind=kind, title="Giao lưu", held=Term.of("2026"), quantity=quantity)

    register.correct(held, by=officer, changes={"period": Term.of("2025")})
    moved, before = Observation.objects.get(), summed(officer)
    register.withdraw(held, by=officer, reason="Ghi hai lần")

    assert (moved.period, before, summed(officer)) == (Term.of("2025"), ["40"], [])


def test_figures_of_a_course_leave_the_sums_with_it_and_those_of_others_stay(programme, officer):
    for title, people in (("Lớp một", 20), ("Lớp hai", 5)):
        course = actions.offer_course(
            programme, by=officer, title=title, held=Term.of("2025"), places=Figure.exact(Decimal(30))
        )
        actions.note_trained(course, by=officer, people=Figure.exact(Decimal(people)))
    before = summed(officer)

    register.withdraw(Activity.objects.get(title="Lớp một"), by=officer, reason="Ghi hai lần")

    assert (before, summed(officer)) == (["25"], ["5"])
    assert Observation.objects.exclude(withdrawn_at=None).count() == 2


def test_nobody_is_trained_before_a_course_begins(programme, officer, signed_in):
    course = actions.offer_course(programme, by=officer, title="Lớp", held=Term.on(date(2036, 3, 1)))

    answer = signed_in(officer).post(reverse("manpower:note_trained", args=[course.pk]), {"people": "5"})

    assert list(answer.context["form"].errors) == ["people"]


def test_a_member_agency_states_its_own_needs(programme, colleague, member, standing, signed_in):
    browser = signed_in(colleague)
    said = {"year": "2027", "field": "Bán dẫn", "level": "short", "people": "12", "note": ""}

    own = browser.post(reverse("manpower:state_need", args=[programme.pk]), said | {"agency": member.pk})
    others = browser.post(reverse("manpower:state_need", args=[programme.pk]), said | {"agency": standing.pk})
    twice = browser.post(reverse("manpower:state_need", args=[programme.pk]), said | {"agency": member.pk, "field": "bán dẫn"})

    assert own.status_code == 302
    assert list(others.context["form"].errors) == ["agency"]
    assert (twice.status_code, len(twice.context["form"].non_field_errors())) == (200, 1)
    assert [(need.agency, need.people) for need in queries.needs_seen_by(colleague)] == [(member, 12)]


def test_an_agency_changes_its_own_need_and_not_anothers(programme, officer, colleague, member, standing, signed_in):
    own = actions.state_need(programme, by=officer, agency=member, year=2027, field="Vi mạch", people=5)
    other = actions.state_need(programme, by=officer, agency=standing, year=2027, field="Vi mạch", people=5)
    browser = signed_in(colleague)

    statuses = [browser.get(reverse("manpower:correct_need", args=[need.pk])).status_code for need in (own, other)]
    browser.post(reverse("manpower:withdraw_need", args=[own.pk]), {"reason": "Đã gộp"})

    assert statuses == [200, 403]
    assert list(queries.needs_seen_by(officer)) == [other]


def test_a_year_that_is_none_is_refused(programme, officer, standing):
    with pytest.raises(ValidationError):
        actions.state_need(programme, by=officer, agency=standing, year=202, field="Vi mạch", people=5)


def filled(programme, officer, standing, number=1) -> None:
    """Of each kind so many."""
    for n in range(number):
        actions.state_need(programme, by=officer, agency=standing, year=2026, field=f"Lĩnh vực {n}", people=5)
        course = actions.offer_course(
            programme, by=officer, title=f"Lớp {n}", held=Term.on(DAY), field=f"Lĩnh vực {n}", places=Figure.exact(Decimal(8))
        )
        actions.note_trained(course, by=officer, people=Figure.between(Decimal(6), Decimal(7)))
        back(a_trip(programme, officer, standing, f"Đoàn ra {n}"), officer)
        a_trip(programme, officer, standing, f"Đoàn vào {n}", direction="in", people=3)
        a_trip(programme, officer, standing, f"Đoàn trong nước {n}", held=Term.on(date(2025, 5, 5)), direction="home")
        for kind in ("event", "publication"):
            actions.note_exchange(
                programme, by=officer, kind=kind, title=f"{kind} {n}", held=Term.on(DAY), quantity=Figure.exact(Decimal(40))
            )


def test_the_table_by_year_counts_each_thing_and_every_number_opens_its_rows(programme, officer, standing, signed_in):
    filled(programme, officer, standing)
    browser, address = signed_in(officer), reverse("manpower:programme", args=[programme.pk])

    table = browser.get(address).context["table"]
    counted = {line.slug: {cell.year: cell.said for cell in line.cells if cell.said} for line in table.lines}
    opened = {
        (line.slug, cell.year): browser.get(address, {"xem": line.slug, "nam": cell.year}).context["paginator"].count
        for line in table.lines
        for cell in line.cells
        if cell.said
    }

    assert table.years == (2026, 2025)
    assert counted == {
        "nhu-cau": {2026: "5"},
        "khoa-dao-tao": {2026: "1"},
        "cho-dao-tao": {2026: "8"},
        "da-dao-tao": {2026: "6 - 7"},
        "doan-ra": {2026: "1"},
        "doan-vao": {2026: "0/1"},
        "doan-trong-nuoc": {2025: "0/1"},
        "nguoi-di": {2026: "2"},
        "bao-cao": {2026: "0/1"},
        "hoi-nghi": {2026: "1"},
        "an-pham": {2026: "1"},
    }
    assert set(opened.values()) == {1}


def test_needs_stand_beside_what_is_offered_in_their_field(programme, officer, standing, signed_in):
    filled(programme, officer, standing)

    page = signed_in(officer).get(reverse("manpower:programme", args=[programme.pk]), {"xem": "nhu-cau", "nam": "2026"})

    (line,) = page.context["fields"]
    assert (line.field, line.needed, str(line.places), str(line.trained)) == ("Lĩnh vực 0", 5, "8", "6 - 7")


def test_the_page_asks_no_more_of_many_rows_than_of_few(
    programme, officer, standing, term, signed_in, django_assert_max_num_queries
):
    filled(programme, officer, standing)
    browser, address = signed_in(officer), reverse("manpower:programme", args=[programme.pk])
    counts = {}
    for number in (1, 5):
        filled_programme = programme if number == 1 else factories.a_programme(standing)
        if number > 1:
            filled(filled_programme, officer, standing, number)
            address = reverse("manpower:programme", args=[filled_programme.pk])
        for seen in ("doan", "khoa-dao-tao", "nhu-cau"):
            with django_assert_max_num_queries(60) as asked:
                browser.get(address, {"xem": seen})
            counts[number, seen] = len(asked)

    assert [counts[5, seen] for seen in ("doan", "khoa-dao-tao", "nhu-cau")] == [
        counts[1, seen] for seen in ("doan", "khoa-dao-tao", "nhu-cau")
    ]


def test_the_same_goes_out_as_excel_without_names(programme, officer, standing, signed_in):
    filled(programme, officer, standing)
    actions.name_member(Delegation.objects.get(activity__title="Đoàn vào 0"), by=officer, name="Lê Văn Thử")

    answer = signed_in(officer).get(reverse("manpower:download", args=[programme.pk]))

    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    cells = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    assert list(cells) == ["Theo năm", "Nhu cầu đào tạo", "Khóa đào tạo", "Đoàn công tác", "Hội nghị, ấn phẩm"]
    assert cells["Theo năm"][2] == ["Nội dung", "2026", "2025"]
    assert cells["Khóa đào tạo"][1] == ["Lớp 0", "Lĩnh vực 0", "05/10/2026", "", 8, "6 - 7"]
    assert "Lê Văn Thử" not in str(cells)


def test_what_is_owed_and_the_activity_lead_to_the_trip(trip, term, officer, signed_in):
    actions.approve_delegation(trip, by=officer, approved_on=DAY - timedelta(10))
    trip = Delegation.objects.get(pk=trip.pk)
    browser = signed_in(officer)

    pages = [browser.get(row.get_absolute_url()).content.decode() for row in (trip.duty, trip.activity)]

    assert [f'href="{trip.get_absolute_url()}"' in page for page in pages] == [True, True]


def test_the_page_is_reached_from_the_programme(programme, officer, signed_in):
    page = signed_in(officer).get(programme.get_absolute_url()).content.decode()

    assert f'href="{reverse("manpower:programme", args=[programme.pk])}"' in page


def test_an_empty_page_says_how_rows_come(programme, officer, signed_in):
    page = signed_in(officer).get(reverse("manpower:programme", args=[programme.pk]), {"xem": "khong-co", "nam": "abcd"})

    assert (page.status_code, page.context["lines"], page.context["table"].years) == (200, [], ())


def test_a_delegation_is_planned_and_corrected_on_its_pages(programme, officer, standing, signed_in):
    browser = signed_in(officer)
    said = {"direction": "in", "title": "Tiếp đoàn chuyên gia", "agency": standing.pk, "first": "2026-11-02", "last": "2026-11-04",
            "people": "5", "partner": "Viện", "place": "Vĩnh Hà", "funding": "Ngân sách địa phương"}  # fmt: skip

    made = browser.post(reverse("manpower:plan_delegation", args=[programme.pk]), said)
    trip = Delegation.objects.get()
    browser.post(reverse("manpower:correct_delegation", args=[trip.pk]), said | {"people": "6", "title": "Tiếp đoàn"})
    turned = browser.post(reverse("manpower:correct_delegation", args=[trip.pk]), said | {"last": "2026-11-01"})

    trip.refresh_from_db()
    assert made.url == trip.get_absolute_url()
    assert (trip.people, trip.activity.title, trip.funding) == (6, "Tiếp đoàn", "Ngân sách địa phương")
    assert list(turned.context["form"].errors) == ["last"]


def reviewed(programme) -> list[str]:
    """What a review as of 30 November 2026 says by year, and the names of the events it tells."""
    rows = ReviewRows(programme, date(2026, 11, 30))
    material, _sources = review_material(
        programme, on=date(2026, 11, 30), periods=periods_of(rows.tasks), address=lambda passage: None
    )
    return [*(one.text for one in material.yearly), *(event.title for event in rows.events)]


def test_a_review_counts_by_year_what_was_held(programme, officer, standing):
    filled(programme, officer, standing)
    back(
        a_trip(programme, officer, standing, "Đoàn của năm trước", Term.on(date(2025, 3, 3)), people=4),
        officer,
        date(2025, 3, 3),
    )

    courses = "01 khóa đào tạo, tập huấn (6 - 7 người được đào tạo)"
    assert reviewed(programme)[:2] == [
        "Năm 2025: 01 đoàn ra (04 lượt người)",
        f"Năm 2026: 01 đoàn ra (02 lượt người); {courses}; 01 hội nghị, hội thảo; 01 lượt trao đổi ấn phẩm",
    ]


def test_a_review_counts_nothing_where_nothing_is_kept_and_tells_of_no_trip_called_off(programme, officer, standing):
    register.note_event(programme, by=None, title="Hội thảo", held=Term.on(DAY))
    trip = a_trip(programme, officer, standing, "Đoàn bị hủy")
    before = reviewed(programme)
    actions.call_off_delegation(trip, by=officer, reason="Hoãn")
    Progress.objects.update(on=DAY)

    assert before == ["Hội thảo", "Đoàn bị hủy"]
    assert reviewed(programme) == ["Hội thảo"]


@pytest.mark.parametrize("page", ["plan_delegation", "state_need"])
def test_own_agency_is_chosen_beforehand(programme, officer, standing, signed_in, page):
    form = signed_in(officer).get(reverse(f"manpower:{page}", args=[programme.pk])).context["form"]

    assert form.fields["agency"].initial == standing


def test_member_agency_states_its_own_need(programme, colleague, member, signed_in):
    form = signed_in(colleague).get(reverse("manpower:state_need", args=[programme.pk])).context["form"]

    assert form.fields["agency"].initial == member


def test_report_uploaded_for_a_trip_comes_back_chosen(trip, officer, colleague, member, signed_in):
    back(trip, officer)
    browser, page = signed_in(colleague), reverse("manpower:file_report", args=[trip.pk])
    upload = browser.get(page).content.decode().partition('href="/van-ban/tai-len/?')[2].partition('"')[0]
    document = factories.a_version(member, "Báo cáo kết quả chuyến công tác").document

    chosen = browser.get(page, {"van-ban": document.pk}).context["form"]["report"].value()
    unseen = browser.get(page, {"van-ban": factories.a_version(factories.an_organisation()).document_id})

    assert upload == f"tiep={page.replace('/', '%2F')}"
    assert chosen == f"{document} [{document.pk}]"
    assert unseen.context["form"]["report"].value() is None
