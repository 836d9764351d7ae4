"""Bodies that merge, split, are renamed: heirs by day, questions where the heir is not certain, and what an officer says of them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import actions
from hopluc.web.people.models import Inheritance, Organisation, Succession, User
from hopluc.web.people.queries import certain_heirs, heirs_of, settled_heirs
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Programme
from hopluc.web.succession.queries import questions_for

pytestmark = pytest.mark.django_db
ACTS = reverse("succession:acts")
DAY = date(2025, 3, 1)
INFORMATION, CULTURE = "Sở Thông tin thành phố Vĩnh Hà", "Sở Văn hóa thành phố Vĩnh Hà"
SCIENCE = "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing)


@pytest.fixture
def former(standing: Organisation) -> Organisation:
    return actions.find_or_add_organisation(standing, by=None, name=INFORMATION)


@pytest.fixture
def task(programme: Programme, former: Organisation) -> Activity:
    return factories.a_task(programme, lead=former, title="Xây dựng cổng thông tin")


def passed(standing: Organisation, by: User, before: list[str], after: list[str], **more: Any) -> list[Succession]:
    return actions.reorganise(standing, by=by, day=DAY, predecessors=before, successors=after, source="Nghị quyết 18", **more)


def today() -> date:
    return timezone.localdate()


def asked(user: User) -> list[tuple[Any, str, list[str]]]:
    """The open questions: the obligation, the body that owed it, the candidates."""
    return [(one.row, one.predecessor.name, sorted(map(str, one.candidates))) for one in questions_for(user, today())]


def test_merger_is_one_act_and_its_heir_certain(
    standing: Organisation, officer: User, former: Organisation, task: Activity
) -> None:
    passed(standing, officer, [INFORMATION, "Sở Bưu chính thành phố Vĩnh Hà"], [SCIENCE])

    assert certain_heirs([former.pk], DAY)[former.pk].name == SCIENCE
    assert certain_heirs([former.pk], DAY - timedelta(1)) == {}
    assert asked(officer) == []
    assert JournalEntry.objects.filter(verb="note_succession").count() == 2


def test_split_asks_whose_each_open_obligation_is(
    standing: Organisation, officer: User, former: Organisation, task: Activity
) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])

    assert asked(officer) == [(task, INFORMATION, sorted([CULTURE, INFORMATION, SCIENCE]))]
    assert certain_heirs([former.pk], today()) == {}


def test_body_that_ended_is_no_candidate_for_its_own(
    standing: Organisation, officer: User, former: Organisation, task: Activity
) -> None:
    Organisation.objects.filter(pk=former.pk).update(until=DAY - timedelta(1))
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])

    assert asked(officer) == [(task, INFORMATION, sorted([CULTURE, SCIENCE]))]


def test_what_is_done_is_asked_no_more(standing: Organisation, officer: User, task: Activity) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])
    register.note_progress(task, by=officer, on=today(), said="done")

    assert asked(officer) == []


def test_promises_are_asked_of_too(standing: Organisation, officer: User, programme: Programme, former: Organisation) -> None:
    promise = register.add_commitment(programme, by=None, kind="obligation", text="Bố trí 05 cán bộ", sender=former)
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])

    assert [row for row, _body, _candidates in asked(officer)] == [promise]


def test_heir_named_by_an_officer_answers_the_question(
    standing: Organisation, officer: User, former: Organisation, task: Activity
) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])
    heir = Organisation.objects.get(name=SCIENCE)

    actions.settle_heir(task, by=officer, predecessor=former, successor=heir, source="Công văn 12", owner=standing)

    assert asked(officer) == []
    assert settled_heirs([task], today()) == {(Activity, task.pk): {former.pk: heir}}
    task.refresh_from_db()
    assert [role.organisation for role in task.roles.all()] == [former]


def test_ledger_tells_the_heir_an_officer_named(
    standing: Organisation, officer: User, former: Organisation, task: Activity, signed_in: Any
) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])
    heir = Organisation.objects.get(name=CULTURE)
    before = signed_in(officer).get(reverse("register:ledger"), {"loai": "viec", "tu": "cổng thông tin"}).content.decode()

    actions.settle_heir(task, by=officer, predecessor=former, successor=heir, source="Công văn 12", owner=standing)

    after = signed_in(officer).get(reverse("register:ledger"), {"loai": "viec", "tu": "cổng thông tin"}).content.decode()
    assert [page.count(CULTURE) > 0 for page in (before.split("<tbody>")[1], after.split("<tbody>")[1])] == [False, True]


def test_heir_named_anew_replaces_the_one_before(
    standing: Organisation, officer: User, former: Organisation, task: Activity
) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])
    for name in (SCIENCE, CULTURE):
        heir = Organisation.objects.get(name=name)
        actions.settle_heir(task, by=officer, predecessor=former, successor=heir, source="Công văn 12", owner=standing)

    assert [str(one.successor) for one in Inheritance.objects.filter(withdrawn_at=None)] == [CULTURE]
    assert Inheritance.objects.count() == 2


def test_body_that_is_no_candidate_takes_nothing_over(
    standing: Organisation, officer: User, former: Organisation, task: Activity, member: Organisation
) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])

    with pytest.raises(ValidationError) as refusal:
        actions.settle_heir(task, by=officer, predecessor=former, successor=member, source="x", owner=standing)

    assert refusal.value.message_dict == {
        "successor": [f"{member} không nằm trong các đơn vị kế thừa của {INFORMATION}. Đề nghị chọn lại."]
    }


def test_act_taken_back_leaves_every_heir_as_before(
    standing: Organisation, officer: User, former: Organisation, task: Activity
) -> None:
    acts = passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])

    for act in acts:
        actions.withdraw_succession(act, by=officer, reason="Ghi nhầm")

    assert heirs_of(former, today()) == []
    assert asked(officer) == []


def test_act_taken_back_gives_no_standing_any_more(standing: Organisation, officer: User, former: Organisation) -> None:
    (act,) = passed(standing, officer, [INFORMATION], [SCIENCE])
    assert former.pk in User.objects.get(pk=officer.pk).standing

    actions.withdraw_succession(act, by=officer, reason="Ghi nhầm")

    assert former.pk not in User.objects.get(pk=officer.pk).standing


@pytest.mark.parametrize(
    ("before", "after"), [([INFORMATION, CULTURE], [SCIENCE, "Sở Y tế thành phố Vĩnh Hà"]), ([], [SCIENCE])]
)
def test_act_that_does_not_say_who_passed_to_whom_is_refused(
    standing: Organisation, officer: User, before: list[str], after: list[str]
) -> None:
    with pytest.raises(ValidationError) as refusal:
        passed(standing, officer, before, after)

    assert refusal.value.message_dict == {
        "successors": ["Mỗi lần ghi nhiều đơn vị vào một, hoặc một đơn vị thành nhiều. Đề nghị ghi từng nhóm."]
    }


def test_body_does_not_pass_to_itself(standing: Organisation, officer: User) -> None:
    with pytest.raises(ValidationError) as refusal:
        passed(standing, officer, [SCIENCE], [SCIENCE])

    assert refusal.value.message_dict == {"successor": ["Đơn vị kế thừa trùng với đơn vị trước sắp xếp. Đề nghị kiểm tra lại."]}


def test_officer_notes_an_act_and_names_heirs_on_the_pages(
    standing: Organisation, officer: User, former: Organisation, task: Activity, signed_in: Any
) -> None:
    client = signed_in(officer)
    said = {
        "predecessors": INFORMATION,
        "successors": f"{CULTURE}\n{SCIENCE}",
        "day": "2025-03-01",
        "scope": "all",
        "source": "NQ 18",
    }

    page = client.post(reverse("succession:reorganise", args=[standing.pk]), said, follow=True).content.decode()
    settle = reverse("succession:settle_activity", args=[task.pk, former.pk])
    assert settle in page

    heir = Organisation.objects.get(name=SCIENCE)
    page = client.post(settle, {"successor": heir.pk, "source": "Công văn 12"}, follow=True).content.decode()
    assert settle not in page
    assert "Đã xác định đơn vị kế thừa." in page


def test_act_is_taken_back_on_the_page(standing: Organisation, officer: User, task: Activity, signed_in: Any) -> None:
    (act,) = passed(standing, officer, [INFORMATION], [SCIENCE])

    signed_in(officer).post(reverse("succession:withdraw", args=[act.pk]), {"reason": "Ghi nhầm"})

    act.refresh_from_db()
    assert act.withdrawn_at is not None


def test_body_with_accounts_is_passed_on_by_nobody_else(
    standing: Organisation, officer: User, elsewhere: Organisation, stranger: User, signed_in: Any
) -> None:
    theirs = factories.a_programme(elsewhere)

    with pytest.raises(ValidationError) as refusal:
        passed(standing, officer, [elsewhere.name], [SCIENCE])

    assert refusal.value.message_dict["predecessors"][0].startswith(elsewhere.name)
    assert signed_in(officer).get(theirs.get_absolute_url()).status_code == 404


def test_body_may_pass_itself_on(standing: Organisation, officer: User) -> None:
    (act,) = passed(standing, officer, [SCIENCE], ["Sở Khoa học, Công nghệ và Đổi mới sáng tạo thành phố Vĩnh Hà"])

    assert act.predecessor == standing


def test_body_named_on_both_sides_goes_on_and_the_others_pass_to_it(
    standing: Organisation, officer: User, former: Organisation
) -> None:
    (act,) = passed(standing, officer, [INFORMATION, SCIENCE], [SCIENCE])

    assert (act.predecessor, act.successor) == (former, standing)


def test_what_a_body_was_settled_to_take_over_is_in_its_ledger(
    standing: Organisation, officer: User, former: Organisation, task: Activity, signed_in: Any
) -> None:
    passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])
    heir = Organisation.objects.get(name=CULTURE)
    actions.settle_heir(task, by=officer, predecessor=former, successor=heir, source="Công văn 12", owner=standing)

    page = signed_in(officer).get(reverse("register:ledger"), {"don_vi": heir.pk}).content.decode()

    assert task.title in page.split("<tbody>")[1]


def test_other_agency_sees_neither_acts_nor_questions(
    standing: Organisation, officer: User, former: Organisation, task: Activity, stranger: User, signed_in: Any
) -> None:
    (act, _other) = passed(standing, officer, [INFORMATION], [CULTURE, SCIENCE])
    client = signed_in(stranger)

    assert INFORMATION not in client.get(ACTS).content.decode()
    assert client.get(reverse("succession:withdraw", args=[act.pk])).status_code == 404
    assert client.get(reverse("succession:settle_activity", args=[task.pk, former.pk])).status_code == 404


def test_heir_of_what_a_body_does_not_owe_is_not_asked(
    officer: User, task: Activity, member: Organisation, signed_in: Any
) -> None:
    assert signed_in(officer).get(reverse("succession:settle_activity", args=[task.pk, member.pk])).status_code == 404
