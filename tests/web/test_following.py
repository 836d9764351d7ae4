"""Following an object, remarks with mentions, attachments in versions: told to whoever may see it, and to nobody else."""

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.agenda.actions import remind
from hopluc.web.following import actions
from hopluc.web.following.models import AttachedFile, Attachment, Remark
from hopluc.web.following.queries import files_of_attachments, named_in, notices_of, remarks_on, to_mail, unread
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.people.actions import end_membership
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Programme
from statements import statements_of

INBOX = reverse("following:inbox")


@pytest.fixture
def programme(standing: Organisation, member: Organisation, officer: User) -> Programme:
    programme = factories.a_programme(standing, by=officer)
    register.appoint(programme, by=None, capacity="cooperating", organisation=member)
    return programme


@pytest.fixture
def task(programme: Programme, member: Organisation) -> Activity:
    return factories.a_task(programme, lead=member, title="Lập đề án thử")


@pytest.fixture
def neighbour(standing: Organisation) -> User:
    """A colleague of the officer."""
    return factories.an_account(standing, name="Lê Văn Kề")


def verbs(user: User) -> list[str]:
    return [notice.entry.verb for notice in notices_of(User.objects.get(pk=user.pk))]


def note(task: Activity, by: User) -> None:
    register.note_progress(task, by=by, on=timezone.localdate(), said="in_progress", text="Đang làm")


def test_a_follower_is_told_of_what_others_do_from_then_on(task, officer, colleague, signed_in):
    register.correct(task, by=officer, changes={"title": "Lập đề án"}, reason="Trước khi theo dõi")
    signed_in(colleague).post(reverse("following:follow", args=["nhiem-vu", task.pk]))

    note(task, officer)
    register.correct(task, by=officer, changes={"product": "Đề án"}, reason="Bổ sung")
    note(task, colleague)

    assert verbs(colleague) == ["correct", "note_progress"]
    page = signed_in(colleague).get(INBOX)
    assert [(notice.entry.reason, notice.new) for notice, _done in page.context["notices"]] == [("Bổ sung", True), ("", True)]


def test_who_follows_a_programme_is_told_of_all_in_it(programme, officer, neighbour):
    actions.follow(programme, by=neighbour)

    register.assign_task(programme, by=officer, title="Việc mới")

    assert verbs(neighbour) == ["assign_task"]


def test_followed_no_more_one_is_told_no_more(task, officer, colleague, signed_in):
    browser, address = signed_in(colleague), reverse("following:follow", args=["nhiem-vu", task.pk])
    browser.post(address)
    browser.post(address, {"thoi": "1"})

    note(task, officer)

    assert verbs(colleague) == []


def test_who_no_longer_sees_it_is_told_nothing(task, officer, colleague):
    actions.follow(task, by=colleague)
    note(task, officer)
    told = verbs(colleague)

    end_membership(colleague.memberships.get(), by=officer, until=timezone.localdate().replace(year=2020))

    assert (told, verbs(colleague)) == (["note_progress"], [])


def test_what_is_read_is_not_new(task, officer, colleague, signed_in):
    actions.follow(task, by=colleague)
    note(task, officer)
    before = unread(colleague)

    signed_in(colleague).post(reverse("following:note_read"))
    note(task, officer)

    assert (before, unread(colleague), [notice.new for notice in notices_of(colleague)]) == (1, 1, [True, False])


def test_of_anothers_object_nothing_is_followed(task, stranger, signed_in):
    address = reverse("following:follow", args=["nhiem-vu", task.pk])

    assert (signed_in(stranger).post(address).status_code, stranger.follows.count()) == (404, 0)


def test_one_who_is_mentioned_is_told_without_following(task, officer, neighbour, signed_in):
    signed_in(officer).post(
        reverse("following:remark", args=["nhiem-vu", task.pk]), {"text": "Nhờ @Lê Văn Kề xem số liệu.", "scope": "agency"}
    )

    (notice,) = notices_of(neighbour)
    assert (notice.entry.verb, notice.mentioned, notice.about) == ("remark", True, task)


@pytest.mark.parametrize("name", ["Không Có Ai", "Trần Thị Xa"])
def test_nobody_is_mentioned_who_cannot_read_it(name, task, officer, elsewhere):
    factories.an_account(elsewhere, name="Trần Thị Xa")

    with pytest.raises(ValidationError, match=name):
        actions.remark(task, by=officer, text=f"Nhờ @{name} xem.")

    assert Remark.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "named", "unknown"),
    [
        ("Nhờ @Trần Thị Hà, @lê văn kề xem", ["Trần Thị Hà", "Lê Văn Kề"], []),
        ("Gửi về ha@vinhha.example trước 15 giờ", [], []),
        ("@tran thi ha nhé", ["Trần Thị Hà"], []),
        ("@Trần Thị Hàng xem", [], ["Trần Thị Hàng xem"]),
        ("Giá @ 5 đồng", [], []),
    ],
)
def test_names_after_an_at_are_found_whole(text, named, unknown):
    people = [
        User(pk=1, name="Trần Thị Hà", username="a1@vinhha.example"),
        User(pk=2, name="Lê Văn Kề", username="b2@vinhha.example"),
    ]

    found, others = named_in(text, people)

    assert ([one.name for one in found], others) == (named, unknown)


@pytest.mark.parametrize(("scope", "read_by_member"), [("agency", []), ("everyone", ["Cần bổ sung số liệu."])])
def test_a_remark_is_read_in_the_agency_or_by_all_who_see_the_object(
    scope, read_by_member, task, officer, neighbour, colleague
):
    actions.remark(task, by=officer, text="Cần bổ sung số liệu.", scope=scope)

    assert [one.text for one in remarks_on(task, neighbour)] == ["Cần bổ sung số liệu."]
    assert [one.text for one in remarks_on(task, colleague)] == read_by_member


def test_a_remark_within_an_agency_tells_no_follower_of_another(task, officer, colleague):
    actions.follow(task, by=colleague)

    actions.remark(task, by=officer, text="Trong cơ quan", scope="agency")
    inside = verbs(colleague)
    actions.remark(task, by=officer, text="Cho mọi cơ quan", scope="everyone")

    assert (inside, verbs(colleague)) == ([], ["remark"])


def test_what_a_remark_says_stands_on_the_page_and_is_taken_back_by_its_author(task, officer, neighbour, signed_in):
    said = actions.remark(task, by=officer, text="Cần <b>bổ sung</b>.")
    shown = signed_in(neighbour).get(task.get_absolute_url()).content.decode()
    address = reverse("following:withdraw_remark", args=[said.pk])

    refused = signed_in(neighbour).post(address, {"reason": "thử"}).status_code
    signed_in(officer).post(address, {"reason": "Ghi nhầm"})

    assert ("Cần &lt;b&gt;bổ sung&lt;/b&gt;." in shown, refused) == (True, 403)
    assert "bổ sung" not in signed_in(neighbour).get(task.get_absolute_url()).content.decode()
    assert JournalEntry.objects.get(verb="withdraw_remark").reason == "Ghi nhầm"


def test_who_only_looks_says_nothing(task, viewer, signed_in):
    answer = signed_in(viewer).post(reverse("following:remark", args=["nhiem-vu", task.pk]), {"text": "x", "scope": "agency"})

    assert (answer.status_code, Remark.objects.count()) == (403, 0)


def _content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_new_version_keeps_the_old_with_its_reason(task, officer, signed_in):
    browser = signed_in(officer)
    said = {"title": "Dự toán thử", "scope": "agency", "file": factories.a_file("du-toan.txt", "Bản một")}
    browser.post(reverse("following:attach", args=["nhiem-vu", task.pk]), said)
    attachment = Attachment.objects.get()

    newer = {"file": factories.a_file("du-toan.txt", "Bản hai"), "reason": "Thẩm định lại"}
    browser.post(reverse("following:attach_version", args=[attachment.pk]), newer)

    versions = [(one.number, one.reason) for one in attachment.versions.all()]
    texts = [_content(browser.get(reverse("following:download", args=[attachment.pk, number]))) for number in (1, 2)]
    assert (versions, texts) == ([(2, "Thẩm định lại"), (1, "")], ["Bản một".encode(), "Bản hai".encode()])
    assert JournalEntry.objects.get(verb="attach_version").reason == "Thẩm định lại"
    assert files_of_attachments() == {one.sha256 for one in attachment.versions.all()}


@pytest.mark.parametrize(("stamp", "kept"), [("TỐI MẬT\n", 0), ("", 1)])
def test_what_bears_a_secrecy_mark_is_not_attached_and_leaves_nothing(stamp, kept, task, officer, signed_in):
    address = reverse("following:attach", args=["nhiem-vu", task.pk])
    content = f"{stamp}BÁO CÁO\nTình hình thực hiện nhiệm vụ."

    said = {"title": "Báo cáo", "scope": "agency", "file": factories.a_file("bao-cao.txt", content)}
    answer = signed_in(officer).post(address, said)

    sha256 = hashlib.sha256(content.encode()).hexdigest()
    told = answer.context["form"].errors["file"] if answer.context else []
    assert (Attachment.objects.count(), len(files_of_attachments()), len(told)) == (kept, kept, 1 - kept)
    assert storages["documents"].exists(f"{sha256[:2]}/{sha256[2:4]}/{sha256}") is bool(kept)
    assert all("(Tối mật)" in line and "Văn thư cơ quan" in line for line in told)


def test_a_secret_is_no_new_version_either(task, officer):
    attachment = actions.attach(task, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "Bản một"))

    with pytest.raises(ValidationError, match="dấu chỉ độ mật"):
        actions.attach_version(attachment, by=officer, file=factories.a_file("b.txt", "MẬT\nBản hai"), reason="thử")

    assert attachment.versions.count() == 1


def test_the_same_bytes_again_are_no_new_version(task, officer):
    attachment = actions.attach(task, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "Bản một"))

    with pytest.raises(ValidationError, match="giống hệt"):
        actions.attach_version(attachment, by=officer, file=factories.a_file("b.txt", "Bản một"), reason="thử")

    assert attachment.versions.count() == 1


def test_what_an_agency_has_no_room_for_is_not_attached(task, officer, settings):
    first = actions.attach(task, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "1" * 600))
    settings.MOST_KEPT_BYTES = 1000

    with pytest.raises(ValidationError, match=r"cơ quan đã lưu 0,0 GB trong mức 0,0 GB"):
        actions.attach(task, by=officer, title="Tệp nữa", file=factories.a_file("b.txt", "2" * 600))
    with pytest.raises(ValidationError, match=r"cơ quan đã lưu"):
        actions.attach_version(first, by=officer, file=factories.a_file("a.txt", "3" * 600), reason="Sửa số liệu")

    assert [file.size for file in AttachedFile.objects.all()] == [600]
    assert actions.attach(task, by=officer, title="Tệp nhỏ", file=factories.a_file("b.txt", "2" * 400))


@pytest.mark.parametrize(("scope", "had"), [("agency", None), ("everyone", "Tệp".encode())])
def test_an_attachment_is_had_by_whom_it_is_for(scope, had, task, officer, colleague, signed_in):
    attachment = actions.attach(task, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "Tệp"), scope=scope)

    answer = signed_in(colleague).get(reverse("following:download", args=[attachment.pk, 1]))

    assert (_content(answer) if answer.streaming else None) == had


def test_of_what_one_does_not_see_no_attachment_is_had(task, officer, stranger, signed_in):
    attachment = actions.attach(task, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "Tệp"), scope="everyone")

    assert signed_in(stranger).get(reverse("following:download", args=[attachment.pk, 1])).status_code == 404


def test_another_agency_adds_no_version(task, officer, colleague, signed_in):
    attachment = actions.attach(task, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "Tệp"), scope="everyone")

    answer = signed_in(colleague).get(reverse("following:attach_version", args=[attachment.pk]))

    assert answer.status_code == 403


def test_the_daily_mail_tells_of_it_once(task, officer, neighbour):
    actions.follow(task, by=neighbour)
    note(task, officer)
    today = timezone.localdate()

    remind(today)
    left = to_mail(neighbour)
    remind(today.replace(year=today.year + 1))

    letters = [letter for letter in mail.outbox if letter.to == [neighbour.username]]
    assert (len(letters), left) == (1, [])
    assert "- Cập nhật diễn biến: Lập đề án thử, Trần Thị Hà" in letters[0].body


def test_what_was_read_needs_no_mail(task, officer, neighbour):
    actions.follow(task, by=neighbour)
    note(task, officer)
    actions.note_read(neighbour)

    assert to_mail(neighbour) == []


def test_a_remark_can_be_erased_as_a_personal_value(task, officer):
    actions.remark(task, by=officer, text="Số điện thoại 0912 000 444")

    assert "0912 000 444" not in JournalEntry.objects.get(verb="remark").after


def test_news_cost_the_same_queries_however_much_is_followed(programme, officer, colleague, member):
    asked = {}
    for n in (2, 12):
        for number in range(n):
            row = factories.a_task(programme, title=f"Nhiệm vụ {n}.{number}")
            actions.follow(row, by=colleague)
            register.note_progress(row, by=officer, on=date(2026, 1, 5), said="in_progress")
        other = factories.a_programme(programme.owner, f"Chương trình {n}")
        register.appoint(other, by=None, capacity="cooperating", organisation=member)
        actions.follow(other, by=colleague)
        register.add_strand(other, by=officer, title="Đào tạo")
        told = notices_of(User.objects.get(pk=colleague.pk))
        asked[n] = (statements_of(lambda: notices_of(User.objects.get(pk=colleague.pk))), len(told))

    assert asked == {2: (asked[12][0], 3), 12: (asked[12][0], 16)}


def test_of_a_task_and_its_programme_followed_both_the_task_is_named(task, programme, officer, colleague):
    actions.follow(programme, by=colleague)
    actions.follow(task, by=colleague)
    register.note_progress(task, by=officer, on=date(2026, 1, 5), said="in_progress")
    counted = find_or_add_indicator(programme.owner, by=officer, name="Người được đào tạo", unit="người")
    record_observation(counted, by=officer, figure=Figure.exact(Decimal(5)), about=task)
    record_observation(counted, by=officer, figure=Figure.exact(Decimal(7)), about=programme)

    told = [(notice.entry.verb, notice.about) for notice in notices_of(User.objects.get(pk=colleague.pk))]

    assert told == [("record_observation", programme), ("record_observation", task), ("note_progress", task)]
