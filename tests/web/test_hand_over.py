"""Handing over all one has open in one act: what goes, who may do it, what becomes of the account, and undoing it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.agenda.actions import assign
from hopluc.web.agenda.handing import hand_over, undo_hand_over
from hopluc.web.agenda.matters import handed_to, matters_of
from hopluc.web.agenda.models import Assignment, HandOver
from hopluc.web.agenda.queries import assigned_to
from hopluc.web.consultation.actions import ask_inside
from hopluc.web.issuing.actions import compose_review
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import actions as people
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.returns import actions as returns
from hopluc.web.returns.queries import newest_returns

Role = Membership.Role


@pytest.fixture
def leaving(standing: Organisation, officer: User, leader: User) -> User:
    """An officer with something of every kind open: a task, a document to confirm, a return, a round, a link, standing in."""
    programme = factories.a_programme(standing, by=officer)
    assign(factories.a_task(programme, lead=standing, title="Lập đề án thử"), by=officer, user=officer, agency=standing)
    version = factories.a_version(standing, "Tiến độ chậm.", by=officer, title="Báo cáo thử")
    factories.a_finding(version, "statement", {"text": "Tiến độ chậm.", "type": "shortcoming"})
    factories.a_finding(version, "inconsistency", {"explanation": "38 + 27 = 65."})
    round_ = returns.open_round(
        standing,
        by=officer,
        title="Báo cáo năm 2026",
        period=factories.Term.of("2026"),
        due_on=timezone.localdate() + timedelta(30),
        agencies=[standing.name, "Sở Công Thương thành phố Vĩnh Hà"],
        outline=(returns.Heading("Kết quả", "1."),),
        programme=programme,
    )
    own = next(row for row in newest_returns(round_) if row.agency == standing)
    returns.save_return(own, by=officer, filled=returns.Filled())
    returns.make_link(own, by=officer)
    place = leader.memberships.get()
    people.deputise(place, by=leader, deputy=officer, since=timezone.localdate(), until=timezone.localdate() + timedelta(5))
    return officer


@pytest.fixture
def successor(standing: Organisation) -> User:
    return factories.an_account(standing, name="Lê Văn Kế")


def place_of(user: User) -> Membership:
    return user.memberships.get(deputises=None)


def kinds(things: Any) -> list[str]:
    return sorted(str(thing._meta.model_name) for thing in things)


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


ALL = ["document", "return", "returnlink", "round"]


def test_everything_open_is_seen_before_it_goes(leaving, signed_in, standing):
    page = signed_in(leaving).get(reverse("agenda:hand_over", args=[place_of(leaving).pk]))

    found = page.context["matters"]
    assert (len(found.assignments), kinds(found.items), len(found.standing_in)) == (1, ALL, 1)
    assert (found.to_confirm, found.to_check) == (1, 1)


def test_one_act_moves_all_of_it(leaving, successor, standing, signed_in):
    address = reverse("agenda:hand_over", args=[place_of(leaving).pk])

    signed_in(leaving).post(address, {"taker": successor.pk, "then": "kept", "reason": "Chuyển công tác"})

    left, got = matters_of(leaving, standing), matters_of(successor, standing)
    assert (len(left), kinds(left.items)) == (0, [])
    assert (len(got.assignments), kinds(got.items), len(got.standing_in)) == (1, ALL, 1)
    assert kinds(handed_to(successor)) == ALL
    assert JournalEntry.objects.filter(verb="hand_over", reason="Chuyển công tác").count() == 1


def test_what_was_handed_over_stands_on_the_successors_page(leaving, successor, signed_in):
    hand_over(place_of(leaving), by=leaving, taker=successor, reason="Chuyển công tác")

    titles = [asked.title for asked in signed_in(successor).get(reverse("agenda:mine")).context["handed"]]
    assert titles[0] == "Báo cáo thử"


def test_what_is_done_since_is_in_nobodys_hands(leaving, successor, standing):
    hand_over(place_of(leaving), by=leaving, taker=successor)
    (round_,) = matters_of(successor, standing).rounds
    own = next(row for row in newest_returns(round_) if row.agency == standing)
    factories.a_told(own, "Đã tổ chức hội thảo.")

    returns.send(own, by=successor)

    assert kinds(handed_to(successor)) == ["document", "returnlink", "round"]


def test_handed_on_once_more_it_is_with_the_last(leaving, successor, standing):
    third = factories.an_account(standing)
    hand_over(place_of(leaving), by=leaving, taker=successor)

    hand_over(place_of(successor), by=successor, taker=third)

    assert (kinds(handed_to(successor)), kinds(handed_to(third))) == ([], ALL)


@pytest.mark.parametrize(
    ("then", "active", "places"), [("kept", True, 1), ("place_ended", True, 0), ("account_closed", False, 1)]
)
def test_the_account_is_kept_its_place_ended_or_it_is_closed(then, active, places, leaving, successor, administrator):
    hand_over(place_of(leaving), by=administrator, taker=successor, then=then, reason="Nghỉ chế độ")

    held = leaving.memberships.holding(timezone.localdate()).filter(deputises=None)
    assert (fresh(leaving).is_active, held.count()) == (active, places)


def test_undone_it_is_all_where_it_was(leaving, successor, standing):
    act = hand_over(place_of(leaving), by=leaving, taker=successor)

    undo_hand_over(act, by=leaving)

    assert (len(matters_of(leaving, standing).assignments), kinds(matters_of(leaving, standing).items)) == (1, ALL)
    assert len(matters_of(successor, standing)) == 0


def test_what_was_given_to_a_third_since_is_not_taken_back(leaving, successor, standing):
    third = factories.an_account(standing)
    act = hand_over(place_of(leaving), by=leaving, taker=successor)
    row = Assignment.objects.get(user=successor, until=None).activity
    assign(row, by=successor, user=third, agency=standing)

    undo_hand_over(act, by=leaving)

    today = timezone.localdate()
    assert (assigned_to(third, today), assigned_to(leaving, today)) == ({(0, row.pk)}, set())


def test_it_is_undone_once_and_not_while_the_account_is_closed(leaving, successor, administrator):
    act = hand_over(place_of(leaving), by=administrator, taker=successor, then="account_closed")
    with pytest.raises(ValidationError, match="đã dừng"):
        undo_hand_over(act, by=administrator)
    people.reopen_account(fresh(leaving), by=administrator, password=factories.PASSWORD)
    undo_hand_over(act, by=administrator)

    with pytest.raises(ValidationError, match="đã hoàn tác"):
        undo_hand_over(act, by=administrator)


def test_nothing_is_given_back_to_who_has_no_place_in_the_agency(leaving, successor, administrator, standing):
    act = hand_over(place_of(leaving), by=administrator, taker=successor, then="place_ended")
    with pytest.raises(ValidationError, match="không còn vai trò"):
        undo_hand_over(act, by=administrator)
    untouched = len(matters_of(leaving, standing).assignments)
    people.give_place(standing, by=administrator, username=leaving.username, role="officer")

    undo_hand_over(act, by=administrator)

    assert (untouched, len(matters_of(leaving, standing).assignments)) == (0, 1)


def test_after_a_week_it_is_undone_no_more(leaving, successor, signed_in):
    act = hand_over(place_of(leaving), by=leaving, taker=successor)
    HandOver.objects.filter(pk=act.pk).update(at=timezone.now() - timedelta(days=8))

    assert signed_in(leaving).get(reverse("agenda:undo_hand_over", args=[act.pk])).status_code == 403


@pytest.mark.parametrize(
    ("role", "status"), [("officer", 403), ("viewer", 403), ("section_head", 200), ("leader", 200), ("administrator", 200)]
)
def test_another_is_handed_over_by_heads_and_administrators_only(role, status, leaving, standing, signed_in):
    other = factories.an_account(standing, role)

    assert signed_in(other).get(reverse("agenda:hand_over", args=[place_of(leaving).pk])).status_code == status


def test_of_another_agency_nobody_is_seen(leaving, stranger, signed_in):
    assert signed_in(stranger).get(reverse("agenda:hand_over", args=[place_of(leaving).pk])).status_code == 404


@pytest.mark.parametrize("who", ["stranger", "viewer", "leaving"])
def test_it_goes_to_a_colleague_who_writes_and_to_nobody_else(who, request, leaving, signed_in, administrator):
    taker = request.getfixturevalue(who)
    address = reverse("agenda:hand_over", args=[place_of(leaving).pk])

    answer = signed_in(administrator).post(address, {"taker": taker.pk, "then": "kept", "reason": "thử"})

    assert (list(answer.context["form"].errors), HandOver.objects.count()) == (["taker"], 0)


def test_a_head_may_not_close_the_account(leaving, successor, standing, signed_in):
    head = factories.an_account(standing, Role.SECTION_HEAD)
    address = reverse("agenda:hand_over", args=[place_of(leaving).pk])

    answer = signed_in(head).post(address, {"taker": successor.pk, "then": "account_closed", "reason": "thử"})

    assert (list(answer.context["form"].errors), fresh(leaving).is_active) == (["then"], True)


def test_if_the_account_cannot_be_closed_nothing_moves(standing, administrator, successor):
    second = factories.an_account(standing, Role.ADMINISTRATOR)
    people.close_account(second, by=None)
    programme = factories.a_programme(standing)
    assign(factories.a_task(programme, lead=standing), by=administrator, user=administrator, agency=standing)

    with pytest.raises(ValidationError):
        hand_over(place_of(administrator), by=second, taker=successor, then="account_closed")

    assert (len(matters_of(administrator, standing).assignments), HandOver.objects.count()) == (1, 0)


def test_standing_in_for_oneself_is_not_handed_back(leaving, leader, standing):
    hand_over(place_of(leaving), by=leaving, taker=leader)

    assert len(matters_of(leader, standing).standing_in) == 0


def test_an_opinion_one_was_asked_for_is_asked_of_the_successor_and_back(standing, officer, successor):
    draft = compose_review(factories.a_programme(standing), by=None, on=timezone.localdate())
    made = ask_inside(draft, by=officer, colleagues=[officer], days=3)

    act = hand_over(place_of(officer), by=officer, taker=successor)
    then = [one.user for one in made.asked.all()]
    undo_hand_over(act, by=officer)

    assert (then, [one.user for one in made.asked.all()]) == ([successor], [officer])
    assert [type(thing) for thing in matters_of(officer, standing).items] == [type(made)]


def test_one_who_is_asked_already_is_not_asked_twice(standing, officer, successor):
    draft = compose_review(factories.a_programme(standing), by=None, on=timezone.localdate())
    made = ask_inside(draft, by=officer, colleagues=[officer, successor], days=3)

    hand_over(place_of(officer), by=officer, taker=successor)

    assert [one.user for one in made.asked.all()] == [officer, successor]
