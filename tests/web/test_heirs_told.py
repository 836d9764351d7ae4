"""Bodies told as then and as inherited now: on the pages of work and commitments, in open rounds, in the letters; many settled in one press."""

import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.agenda.queries import agenda_of
from hopluc.web.agenda.words import reminder_body
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.people import actions as actions_of_bodies
from hopluc.web.people.actions import note_succession, reorganise, settle_heir, withdraw_succession
from hopluc.web.people.heirs import Today
from hopluc.web.people.models import Inheritance, Membership, Organisation, Succession, User
from hopluc.web.people.queries import settled_heirs
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Programme
from hopluc.web.returns import actions, papers, queries, rules
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.matching import agency_of
from hopluc.web.returns.models import Return, Round
from hopluc.web.returns.prefill import NewLine
from hopluc.web.succession.queries import questions_for

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 1)
FORMER, CULTURE, HEALTH = (f"Sở {name} thành phố Vĩnh Hà" for name in ("Thông tin", "Văn hóa", "Y tế"))


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing)


@pytest.fixture
def round_(programme: Programme) -> Round:
    return factories.a_round(programme, FORMER, "Sở Tài chính thành phố Vĩnh Hà")


@pytest.fixture
def row(round_: Round) -> Return:
    """The return of a body that is to be reorganised while the round is open."""
    return queries.newest_returns(round_)[0]


@pytest.fixture
def task(programme: Programme, row: Return) -> Activity:
    return factories.a_task(programme, lead=row.agency, title="Xây dựng cổng thông tin")


@pytest.fixture
def heir(db: None) -> Organisation:
    return factories.an_organisation(CULTURE)


@pytest.fixture
def its_leader(heir: Organisation) -> User:
    return factories.an_account(heir, Membership.Role.LEADER)


def split(standing: Organisation, by: User, **more: Any) -> list[Any]:
    said = {"predecessors": [FORMER], "successors": [CULTURE, HEALTH], "source": "Nghị quyết 18"} | more
    return reorganise(standing, by=by, day=DAY, **said)


def merged(row: Return, heir: Organisation) -> Any:
    return note_succession(by=None, day=DAY, predecessor=row.agency, successor=heir, source="Nghị quyết 18")


def again(user: User) -> User:
    """The account as the next request finds it."""
    return User.objects.get(pk=user.pk)


def words_in(file: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(file)).paragraphs)


def test_page_of_a_task_names_its_lead_as_then_and_its_heir_now(task, row, heir, officer, signed_in):
    before = signed_in(officer).get(task.get_absolute_url()).content.decode()
    merged(row, heir)

    page = signed_in(officer).get(task.get_absolute_url()).content.decode()

    assert CULTURE not in before
    assert " ".join(page.split()).count(f'{FORMER} <span class="small quiet">(nay: {CULTURE})</span>') == 1


def test_page_of_a_task_says_that_its_heir_is_to_be_named(task, row, heir, standing, officer, signed_in):
    split(standing, officer)

    page = signed_in(officer).get(task.get_absolute_url()).content.decode()

    assert f"chưa xác định đơn vị kế thừa; có thể là: {'; '.join(sorted([CULTURE, FORMER, HEALTH]))}" in _sorted_among(page)


def _sorted_among(page: str) -> str:
    head, _mark, rest = page.partition("có thể là: ")
    among, _end, tail = rest.partition(")")
    return f"{head}có thể là: {'; '.join(sorted(among.split('; ')))}){tail}"


def test_promise_and_its_two_sides_are_told_with_their_heirs(programme, row, heir, officer, signed_in):
    promise = register.add_commitment(programme, by=None, kind="obligation", text="Bố trí 05 cán bộ", sender=row.agency)
    merged(row, heir)

    page = signed_in(officer).get(promise.get_absolute_url()).content.decode()

    assert f"(nay: {CULTURE})" in page


def test_round_page_tells_whose_return_it_is_now(round_, row, heir, officer, signed_in):
    merged(row, heir)

    page = signed_in(officer).get(round_.get_absolute_url()).content.decode()

    assert f"(nay: {CULTURE})" in page
    assert "1 đơn vị của kỳ đã được sắp xếp lại; báo cáo do đơn vị kế thừa tiếp tục." in page


def test_return_passes_to_its_heir_who_fills_it_in_and_sends_it(round_, row, heir, its_leader, officer, signed_in):
    assert not rules.can_fill(its_leader, row)
    merged(row, heir)

    client = signed_in(again(its_leader))
    page = client.get(row.get_absolute_url()).content.decode()
    client.post(row.get_absolute_url(), {"do": "sent"})

    assert f"{FORMER} đã được sắp xếp lại; báo cáo này do {CULTURE} kế thừa, tiếp tục." in page
    assert rules.verb_of(Return.objects.get(pk=row.pk)) == "sent"
    assert "(nay: " in signed_in(officer).get(round_.get_absolute_url()).content.decode()


def test_split_return_waits_in_the_queue_and_is_nobodys_until_it_is_settled(round_, row, heir, its_leader, standing, officer):
    split(standing, officer)
    assert [one.row for one in questions_for(officer, today())] == [round_]
    assert list(queries.returns_seen_by(again(its_leader))) == []

    settle_heir(round_, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=standing)

    user = again(its_leader)
    assert questions_for(officer, today()) == []
    assert list(queries.returns_seen_by(user)) == [row]
    assert rules.can_send(user, Return.objects.get(pk=row.pk))
    assert [asked.address for asked in agenda_of(user, today()).to_send] == [row.get_absolute_url()]


def test_figures_of_an_inherited_return_stand_under_the_name_that_was_asked(round_, row, heir, its_leader, standing, officer):
    split(standing, officer)
    settle_heir(round_, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=standing)
    part = round_.parts.all()[0]
    line = NewLine(part, "Doanh nghiệp", "doanh nghiệp", figures={"actual": Figure.exact(Decimal(3))})
    actions.save_return(row, by=its_leader, filled=actions.Filled(lines=(line,)))
    actions.send(row, by=its_leader)

    actions.receive(row, by=officer)

    assert [one.reported_by for one in Observation.objects.all()] == [row.agency]


def test_what_was_received_is_asked_no_more(row, heir, standing, officer):
    actions.send(row, by=None)
    actions.receive(row, by=officer)

    split(standing, officer)

    assert questions_for(officer, today()) == []


def test_correction_of_an_inherited_return_is_its_heirs_too(round_, row, heir, its_leader, standing, officer):
    actions.send(row, by=None)
    actions.receive(row, by=officer)
    split(standing, officer)
    settle_heir(round_, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=standing)

    later = actions.correct_late(row, by=again(its_leader), reason="Đếm lại")

    assert rules.can_fill(again(its_leader), later)


def test_paper_bears_the_head_of_the_heir_and_names_both(row, heir):
    before = words_in(papers.return_paper(content_of(row)))
    merged(row, heir)

    paper = words_in(papers.return_paper(content_of(row)))

    assert [f"{CULTURE} (kế thừa {FORMER}) báo cáo như sau:" in text for text in (before, paper)] == [False, True]


def test_paper_of_what_was_sent_before_stays_as_it_was(round_, row, heir, monkeypatch):
    unsent = queries.newest_returns(round_)[1]
    actions.send(row, by=None)
    later, local = today() + timedelta(2), timezone.localdate
    for one in (row, unsent):
        note_succession(by=None, day=later, predecessor=one.agency, successor=heir, source="Nghị quyết 18")

    monkeypatch.setattr(timezone, "localdate", lambda at=None: local(at) if at else later)

    assert [queries.today_of_return(one) for one in (row, unsent)] == [None, Today(heir)]


def test_letters_are_put_to_the_heir_once(round_, row, heir):
    merged(row, heir)

    letter = words_in(papers.request_letter(round_, [row.agency, heir], round_.parts.all()))

    assert (letter.count(CULTURE), letter.count(FORMER)) == (1, 0)


def test_paper_of_the_heir_is_matched_with_the_return_it_took_over(round_, row, heir, standing):
    document = factories.a_version(standing, issuer_as_written=CULTURE).document
    asked = queries.agencies_of_round(round_)
    assert agency_of(document, asked) is None
    merged(row, heir)

    heirs = queries.agencies_today(round_, [one.pk for one in asked], today())

    assert agency_of(document, asked, heirs) == row.agency


def test_many_are_settled_in_one_press(row, task, heir, officer, signed_in):
    round_ = row.round
    other = factories.a_task(round_.programme, lead=row.agency, title="Việc của đơn vị khác")
    split(round_.owner, officer)
    former = row.agency_id
    chosen = [f"nhiem-vu-{task.pk}", f"ky-bao-cao-{round_.pk}"]

    page = signed_in(officer).post(
        reverse("succession:settle_many", args=[former]),
        {"rows": chosen, "successor": heir.pk, "source": "Công văn 12"},
        follow=True,
    )

    assert "Đã xác định đơn vị kế thừa của 2 nội dung." in page.content.decode()
    assert [one.row for one in questions_for(officer, today())] == [other]
    assert {one.successor for one in Inheritance.objects.filter(withdrawn_at=None)} == {heir}
    assert JournalEntry.objects.filter(verb="settle_heir").count() == 2


def test_heirs_to_be_named_are_counted_where_the_standing_agency_looks(row, task, colleague, viewer, officer, signed_in):
    split(task.owner, officer)

    (asked,) = agenda_of(again(officer), today()).to_settle
    page = signed_in(officer).get(reverse("briefing:now")).content.decode()

    assert (asked.title, asked.address) == (f"{FORMER}: 2 nội dung", reverse("succession:acts"))
    assert f"2 nội dung chưa xác định đơn vị kế thừa của: {FORMER}." in page
    assert f"Xác định đơn vị kế thừa (01):\n- {FORMER}: 2 nội dung" in reminder_body(
        officer, agenda_of(again(officer), today())
    )
    assert [agenda_of(again(who), today()).to_settle for who in (viewer, colleague)] == [[], []]


def test_once_named_or_without_an_act_nothing_is_counted(row, task, heir, officer):
    before = agenda_of(again(officer), today())
    split(task.owner, officer)
    for known in (task, row.round):
        settle_heir(known, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=task.owner)

    assert (before.to_settle, agenda_of(again(officer), today()).to_settle) == ([], [])


def test_press_on_what_changed_meanwhile_is_told_and_settles_nothing(task, heir, officer, signed_in, monkeypatch):
    split(task.owner, officer)
    former = Organisation.objects.get(name=FORMER)
    settle = actions_of_bodies.settle_heirs

    def withdrawn_meanwhile(rows, **said):
        for act in Succession.objects.filter(predecessor=former):
            withdraw_succession(act, by=officer, reason="Ghi nhầm")
        return settle(rows, **said)

    monkeypatch.setattr(actions_of_bodies, "settle_heirs", withdrawn_meanwhile)
    said = {"rows": [f"nhiem-vu-{task.pk}"], "successor": heir.pk, "source": "Công văn 12"}
    page = signed_in(officer).post(reverse("succession:settle_many", args=[former.pk]), said, follow=True)

    assert (page.status_code, Inheritance.objects.count()) == (200, 0)
    assert 'class="message' in page.content.decode()


@pytest.mark.parametrize("left_out", ["rows", "successor", "source"])
def test_press_that_leaves_something_out_settles_nothing(left_out, task, heir, officer, signed_in):
    split(task.owner, officer)
    said = {"rows": [f"nhiem-vu-{task.pk}"], "successor": heir.pk, "source": "Công văn 12"}
    del said[left_out]

    former = Organisation.objects.get(name=FORMER)
    page = signed_in(officer).post(reverse("succession:settle_many", args=[former.pk]), said, follow=True)

    assert "Đề nghị chọn ít nhất một nội dung, đơn vị kế thừa và ghi căn cứ." in page.content.decode()
    assert Inheritance.objects.count() == 0


def test_act_taken_back_takes_back_what_was_settled_because_of_it(row, task, heir, standing, officer):
    acts = split(standing, officer)
    settle_heir(task, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=standing)

    for act in acts:
        withdraw_succession(act, by=officer, reason="Ghi nhầm")

    assert settled_heirs([task], today()) == {}
    assert JournalEntry.objects.filter(verb="withdraw_heir").count() == 1


def test_act_of_others_taken_back_leaves_what_was_settled(row, task, heir, standing, officer):
    split(standing, officer)
    (other,) = split(standing, officer, predecessors=["Sở Bưu chính thành phố Vĩnh Hà"], successors=[HEALTH])
    settle_heir(task, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=standing)

    withdraw_succession(other, by=officer, reason="Ghi nhầm")

    assert settled_heirs([task], today()) == {(Activity, task.pk): {row.agency_id: heir}}


def test_heir_named_that_passes_on_is_followed(row, task, heir, standing, officer):
    split(standing, officer)
    settle_heir(task, by=officer, predecessor=row.agency, successor=heir, source="Công văn 12", owner=standing)
    last = factories.an_organisation("Sở Văn hóa, Thể thao thành phố Vĩnh Hà")

    note_succession(by=None, day=DAY + timedelta(30), predecessor=heir, successor=last, source="Nghị quyết 20")

    assert settled_heirs([task], today()) == {(Activity, task.pk): {row.agency_id: last}}


def test_round_of_many_bodies_costs_no_more_questions_than_one_of_few(programme, heir, officer, signed_in):
    def asked(count: int) -> int:
        names = [f"Sở Cũ {count}-{n} thành phố Vĩnh Hà" for n in range(count)]
        made = factories.a_round(programme, *names, year=2020 + count)
        for one in queries.newest_returns(made):
            merged(one, heir)
        client = signed_in(officer)
        client.get(made.get_absolute_url())
        with CaptureQueriesContext(connection) as told:
            client.get(made.get_absolute_url())
        return len(told)

    assert asked(2) == asked(5)
