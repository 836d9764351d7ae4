"""Places in several organisations, standing in for one who is away, invitations by link, one-time passwords that run out."""

import re
from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people import actions
from hopluc.web.people.invitations import invitation_to, mail_invitation
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.rules import can_deputise, can_end_place, decides_for_owner

pytestmark = pytest.mark.django_db
Role = Membership.Role
OWN = reverse("own_account")
NEW = "mot mat khau khac cung dai"


def fresh(user: User) -> User:
    """The account as the next request sees it."""
    return User.objects.get(pk=user.pk)


def today() -> date:
    return timezone.localdate()


def lent(leader: User, deputy: User, *, since: int = 0, until: int = 7) -> Membership:
    """The leader's role lent to another, from so many days from now to so many."""
    place = leader.memberships.get()
    return actions.deputise(
        place, by=leader, deputy=deputy, since=today() + timedelta(days=since), until=today() + timedelta(days=until)
    )


def test_deputy_decides_as_the_leader_does_while_it_lasts(leader: User, officer: User, standing: Organisation) -> None:
    programme = factories.a_programme(standing)
    assert not decides_for_owner(fresh(officer), programme)

    acting = lent(leader, officer)
    assert decides_for_owner(fresh(officer), programme)

    actions.end_deputy(acting, by=leader)
    assert not decides_for_owner(fresh(officer), programme)


def test_deputy_acts_from_the_first_day_and_not_before(leader: User, officer: User, standing: Organisation) -> None:
    lent(leader, officer, since=1)

    assert not decides_for_owner(fresh(officer), factories.a_programme(standing))


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (3, 2, "Ngày cuối trước ngày đầu hoặc đã qua. Đề nghị kiểm tra lại hai ngày."),
        (-5, -1, "Ngày cuối trước ngày đầu hoặc đã qua. Đề nghị kiểm tra lại hai ngày."),
        (0, 91, "Mỗi lần ủy quyền tối đa 90 ngày. Đề nghị chọn lại ngày cuối."),
    ],
)
def test_days_that_cannot_be_are_refused(leader: User, officer: User, since: int, until: int, said: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        lent(leader, officer, since=since, until=until)

    assert refusal.value.message_dict == {"until": [said]}


def test_one_from_elsewhere_stands_in_for_nobody(leader: User, stranger: User) -> None:
    with pytest.raises(ValidationError) as refusal:
        lent(leader, stranger)

    assert refusal.value.message_dict == {"deputy": ["Đề nghị chọn một người khác đang có tài khoản ở cùng cơ quan."]}


def test_one_with_the_role_needs_it_not_lent(leader: User, standing: Organisation) -> None:
    other = factories.an_account(standing, Role.LEADER)

    with pytest.raises(ValidationError) as refusal:
        lent(leader, other)

    assert refusal.value.message_dict == {"deputy": ["Người này đã có vai trò đó, không cần ủy quyền."]}


def test_lent_role_is_not_lent_on_nor_an_administrators_lent(leader: User, officer: User, administrator: User) -> None:
    acting = lent(leader, officer)

    assert can_deputise(leader, leader.memberships.get())
    assert not can_deputise(fresh(officer), acting)
    assert not can_deputise(administrator, administrator.memberships.get())


def test_leader_lends_and_takes_back_on_the_pages(leader: User, officer: User, signed_in: type[Client]) -> None:
    client = signed_in(leader)  # type: ignore[call-arg]
    address = reverse("deputise", args=[leader.memberships.get().pk])
    assert address in client.get(OWN).content.decode()

    page = client.post(address, {"deputy": officer.pk, "since": today(), "until": today() + timedelta(days=3)}, follow=True)
    acting = officer.memberships.get(role=Role.LEADER)
    end = reverse("end_deputy", args=[acting.pk])
    assert end in page.content.decode()
    assert f"thay cho {leader.name}" in signed_in(officer).get(OWN).content.decode()  # type: ignore[call-arg]

    assert end not in client.post(end, follow=True).content.decode()


def test_journal_says_who_stands_in_for_whom(leader: User, officer: User) -> None:
    acting = lent(leader, officer)

    line = JournalEntry.objects.get(verb="deputise")
    assert (line.actor, line.object_id) == (leader, str(acting.pk))


def test_account_gets_a_place_in_a_further_organisation(administrator: User, stranger: User, standing: Organisation) -> None:
    actions.give_place(standing, by=administrator, username=stranger.username.upper(), role=Role.VIEWER)

    assert fresh(stranger).standing.keys() >= {standing.pk}
    assert fresh(stranger).memberships.count() == 2


def test_unknown_or_closed_account_gets_no_place(administrator: User, stranger: User, standing: Organisation) -> None:
    actions.close_account(stranger, by=None)

    for username in (stranger.username, "khongco@vinhha.example"):
        with pytest.raises(ValidationError) as refusal:
            actions.give_place(standing, by=administrator, username=username, role=Role.VIEWER)
        assert refusal.value.message_dict == {
            "username": ["Chưa có tài khoản đang dùng với tên này. Đề nghị kiểm tra lại, hoặc mở tài khoản mới."]
        }


def test_role_one_has_there_is_not_given_twice(administrator: User, officer: User, standing: Organisation) -> None:
    with pytest.raises(ValidationError) as refusal:
        actions.give_place(standing, by=administrator, username=officer.username, role=Role.OFFICER)

    assert refusal.value.message_dict == {"role": ["Tài khoản này đang có vai trò đó ở cơ quan đã chọn."]}


def test_place_ends_at_once_on_the_page(
    administrator: User, officer: User, standing: Organisation, signed_in: type[Client]
) -> None:
    place = officer.memberships.get()

    signed_in(administrator).post(reverse("people:end_place", args=[place.pk]), {"reason": "Chuyển công tác"})  # type: ignore[call-arg]

    assert fresh(officer).standing == {}
    assert JournalEntry.objects.get(verb="end_membership").reason == "Chuyển công tác"


def test_last_administrator_keeps_the_place(administrator: User, standing: Organisation) -> None:
    place = administrator.memberships.get()

    with pytest.raises(ValidationError) as refusal:
        actions.end_place(place, by=administrator)

    assert "Đây là quản trị duy nhất" in refusal.value.messages[0]


def test_administrator_ends_no_place_that_was_lent(administrator: User, leader: User, officer: User) -> None:
    acting = lent(leader, officer)

    assert not can_end_place(administrator, acting)
    assert can_end_place(administrator, leader.memberships.get())


def test_invited_chooses_the_password_once(officer: User, client: Client) -> None:
    link = invitation_to(officer)

    form = client.get(link, follow=True)
    client.post(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})

    assert fresh(officer).check_password(NEW)
    assert "đã được dùng hoặc đã hết hạn" in Client().get(link, follow=True).content.decode()
    assert JournalEntry.objects.filter(verb="change_password").count() == 1


def test_link_opens_nothing_after_another_password_was_given(officer: User, administrator: User, client: Client) -> None:
    link = invitation_to(officer)
    actions.renew_password(officer, by=administrator, password=factories.PASSWORD + "2")

    assert "đã được dùng hoặc đã hết hạn" in client.get(link, follow=True).content.decode()


def test_link_of_a_closed_account_opens_nothing(officer: User, client: Client) -> None:
    link = invitation_to(officer)
    User.objects.filter(pk=officer.pk).update(is_active=False)

    assert "đã được dùng hoặc đã hết hạn" in client.get(link, follow=True).content.decode()


def test_old_link_opens_nothing(officer: User, client: Client, settings) -> None:
    link = invitation_to(officer)
    settings.PASSWORD_RESET_TIMEOUT = -1

    assert "đã được dùng hoặc đã hết hạn" in client.get(link, follow=True).content.decode()


def test_invitation_frees_from_the_one_time_password(administrator: User, officer: User, client: Client) -> None:
    actions.renew_password(officer, by=administrator, password=factories.PASSWORD + "2")
    form = client.get(invitation_to(fresh(officer)), follow=True)

    client.post(form.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW})

    assert (fresh(officer).is_provisional, fresh(officer).provisional_until) == (False, None)


def test_page_of_a_new_account_shows_the_link(administrator: User, standing: Organisation, signed_in: type[Client]) -> None:
    said = {"organisation": standing.pk, "name": "Lê Thị Mới", "username": "moi@vinhha.example", "role": "officer"}

    page = signed_in(administrator).post(reverse("people:open_account", args=[standing.pk]), said).content.decode()  # type: ignore[call-arg]

    found = re.search(r"<code>http://testserver(/mat-khau/dat/[^<]+)</code>", page)
    assert found is not None
    assert Client().get(found[1], follow=True).context["validlink"]
    assert "Đã gửi đến" not in page


def test_invitation_goes_by_mail_where_mail_is_set_up(officer: User, settings) -> None:
    settings.EMAIL_HOST = "thu.vinhha.example"

    assert mail_invitation(officer, "https://hopluc.vinhha.example/x")

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([officer.username], "Tài khoản Hợp Lực")
    assert "https://hopluc.vinhha.example/x" in sent.body


def test_invitation_to_a_telephone_goes_by_no_mail(standing: Organisation, settings) -> None:
    settings.EMAIL_HOST = "thu.vinhha.example"

    assert not mail_invitation(factories.an_account(standing, username="0912345678"), "https://hopluc.vinhha.example/x")
    assert mail.outbox == []


def test_mail_that_fails_is_said_not_to_have_gone(officer: User, settings) -> None:
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.EMAIL_BACKEND, settings.EMAIL_USE_TLS = "django.core.mail.backends.smtp.EmailBackend", False

    assert not mail_invitation(officer, "https://hopluc.vinhha.example/x")


def test_one_time_password_runs_out(administrator: User, officer: User) -> None:
    actions.renew_password(officer, by=administrator, password=NEW)
    User.objects.filter(pk=officer.pk).update(provisional_until=timezone.now() - timedelta(minutes=1))

    page = Client().post(reverse("sign_in"), {"username": officer.username, "password": NEW})

    assert "Mật khẩu dùng một lần này đã hết hạn. Đề nghị quản trị của cơ quan cấp lại mật khẩu." in page.content.decode()


def test_one_time_password_in_time_signs_in(administrator: User, officer: User) -> None:
    actions.renew_password(officer, by=administrator, password=NEW)

    assert Client().post(reverse("sign_in"), {"username": officer.username, "password": NEW}).status_code == 302


def test_password_given_on_the_machine_itself_does_not_run_out(officer: User) -> None:
    actions.renew_password(officer, by=None, password=NEW)

    assert fresh(officer).provisional_until is None
