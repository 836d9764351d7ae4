"""A committee kept alive: vacancies, the draft decision of consolidation, the signed one that closes them, meetings with conclusions."""

import io
from datetime import date, timedelta

import docx
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.agenda.queries import agenda_of
from hopluc.web.committees import actions, queries
from hopluc.web.committees.actions import Named
from hopluc.web.committees.decision import issuer_of
from hopluc.web.committees.forms import Consolidate
from hopluc.web.committees.models import Consolidation, Meeting
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.actions import find_or_add_person
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Commitment, Role, Vacancy

NAME = "Ban Chỉ đạo Chương trình hợp tác thử nghiệm"
SIGNED = "QUYẾT ĐỊNH kiện toàn. 1. Ông Lê Văn Mới, Phó Giám đốc Sở Tài chính: Ủy viên."
DAY = date(2026, 11, 10)


@pytest.fixture
def committee(standing, member) -> Role:
    """Three seats: a chair, two members; the cooperating agency sees the programme."""
    programme = factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")
    register.appoint(programme, by=None, capacity="cooperating", organisation=member)
    register.cite_legal_basis(programme, by=None, text="Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10/12/2025")
    body = register.form_committee(programme, by=None, name=NAME)
    for name, capacity, title, post in (
        ("Trần Văn Đầu", "chair", "Trưởng ban", "Phó Chủ tịch Ủy ban nhân dân thành phố"),
        ("Phạm Thị Hai", "member", "Ủy viên", "Phó Giám đốc Sở Tài chính"),
        ("Ngô Văn Ba", "member", "Ủy viên", "Phó Giám đốc Sở Công Thương"),
    ):
        person = find_or_add_person(standing, by=None, name=name, honorific="mr" if "Văn" in name else "mrs")
        since = date(2026, 1, 5)
        register.appoint(
            body, by=None, programme=programme, capacity=capacity, title=title, person=person, post=post, since=since
        )
    return programme.roles.get(capacity="committee")


def seat_of(committee: Role, name: str) -> Role:
    return next(seat for seat in queries.seats_of(committee, timezone.localdate()) if seat.person and seat.person.name == name)


@pytest.fixture
def vacancy(committee, officer) -> Vacancy:
    return register.note_vacancy(seat_of(committee, "Phạm Thị Hai"), by=officer, reason="retired", since=date(2026, 10, 1))


@pytest.fixture
def draft(committee, vacancy, officer) -> Consolidation:
    named = Named(vacancy.seat, "Lê Văn Mới", "mr", "Phó Giám đốc Sở Tài chính")
    return actions.draft_consolidation(
        committee,
        by=officer,
        issuer="Ủy ban nhân dân thành phố Vĩnh Hà",
        decided_by="Chủ tịch Ủy ban nhân dân thành phố Vĩnh Hà",
        bases="Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10/12/2025",
        successors=[named],
    )


def names(committee: Role, on: date) -> list[str]:
    return [seat.person.name for seat in queries.seats_of(committee, on) if seat.person]


def test_a_vacancy_is_shown_on_the_programme_and_in_what_the_standing_agency_owes(
    committee, officer, colleague, leader, signed_in
):
    seat = seat_of(committee, "Phạm Thị Hai")

    answer = signed_in(officer).post(
        reverse("committees:note_vacancy", args=[seat.pk]), {"reason": "retired", "since": "2026-10-01", "note": ""}
    )

    page = signed_in(officer).get(committee.programme.get_absolute_url(), {"phan": "ban-chi-dao"})
    today = timezone.localdate()
    (told,) = agenda_of(officer, today).vacant
    assert answer.url == reverse("committees:show", args=[committee.pk])
    assert [group.vacant for group in page.context["committees"]] == [1]
    assert (told.title, told.address) == (f"Ủy viên: Phạm Thị Hai ({committee.programme})", answer.url)
    assert agenda_of(colleague, today).vacant == []
    assert JournalEntry.objects.order_by("-number")[0].verb == "note_vacancy"


def test_who_leaves_stays_a_member_until_the_decision(committee, vacancy):
    assert names(committee, date(2026, 11, 1)) == ["Trần Văn Đầu", "Phạm Thị Hai", "Ngô Văn Ba"]


def test_one_vacancy_a_seat(committee, vacancy, officer, signed_in):
    with pytest.raises(ValidationError):
        register.note_vacancy(vacancy.seat, by=officer, reason="moved", since=DAY)

    assert signed_in(officer).get(reverse("committees:note_vacancy", args=[vacancy.seat_id])).status_code == 403
    assert Vacancy.objects.count() == 1


def test_a_member_agency_sees_the_committee_and_writes_nothing(committee, vacancy, draft, colleague, signed_in):
    browser = signed_in(colleague)

    statuses = [browser.get(reverse("committees:show", args=[committee.pk])).status_code]
    statuses += [
        browser.get(reverse(f"committees:{name}", args=[committee.pk])).status_code for name in ("consolidate", "note_meeting")
    ]
    statuses += [browser.get(draft.get_absolute_url()).status_code]

    assert statuses == [200, 403, 403, 404]


def test_the_form_asks_about_vacant_seats_and_proposes_issuer_and_bases(committee, vacancy, officer, signed_in):
    page = signed_in(officer).get(reverse("committees:consolidate", args=[committee.pk]))

    form = page.context["form"]
    assert [seat for seat, _fields in form.groups] == [vacancy.seat]
    assert (form["issuer"].value(), form["decided_by"].value(), form["bases"].value()) == (
        "Ủy ban nhân dân thành phố Vĩnh Hà",
        "Chủ tịch Ủy ban nhân dân thành phố Vĩnh Hà",
        "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10/12/2025",
    )


def test_a_draft_is_made_from_the_page(committee, vacancy, officer, signed_in):
    key = vacancy.seat_id
    sent = {"issuer": "UBND", "decided_by": "Chủ tịch", "bases": "", f"name_{key}": "Lê Văn Mới", f"honorific_{key}": "mr"}

    answer = signed_in(officer).post(reverse("committees:consolidate", args=[committee.pk]), sent)

    made = Consolidation.objects.get()
    assert answer.url == made.get_absolute_url()
    assert [(row.seat, row.person.name) for row in made.successors.all()] == [(vacancy.seat, "Lê Văn Mới")]


OLD_BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015\nCăn cứ Nghị quyết số 05/NQ-HĐND ngày 10/12/2025"
)


@pytest.mark.parametrize(
    ("renew", "first"),
    [
        ({"renew": "on"}, "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
        ({}, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015"),
    ],
)
def test_a_basis_that_was_replaced_is_told_and_cited_anew_as_the_officer_says(
    renew, first, committee, vacancy, officer, signed_in
):
    browser, address = signed_in(officer), reverse("committees:consolidate", args=[committee.pk])
    register.cite_legal_basis(committee.programme, by=None, text=OLD_BASES.splitlines()[0])
    told = browser.get(address).context["form"].replaced
    said = {"issuer": "UBND", "decided_by": "Chủ tịch", "bases": OLD_BASES, f"drop_{vacancy.seat_id}": "on"}

    made = browser.post(address, said | renew, follow=True)

    assert [one.new.replaced_by for one in told] == ["72/2025/QH15"]
    assert Consolidation.objects.get().bases.splitlines() == [first, OLD_BASES.splitlines()[1]]
    assert len(made.context["replaced"]) == (0 if renew else 1)


def test_who_stays_is_addressed_as_the_officer_says(committee, vacancy, officer, signed_in):
    chair = seat_of(committee, "Trần Văn Đầu").person
    type(chair).objects.filter(pk=chair.pk).update(honorific="")
    browser, address = signed_in(officer), reverse("committees:consolidate", args=[committee.pk])
    asked = [field.label for field in browser.get(address).context["form"].staying]

    said = {
        "issuer": "UBND",
        "decided_by": "Chủ tịch",
        "bases": "",
        f"drop_{vacancy.seat_id}": "on",
        f"called_{chair.pk}": "mr",
    }
    made = browser.post(address, said, follow=True)

    assert asked == ["Trần Văn Đầu"]
    assert made.context["members"][0] == "Ông Trần Văn Đầu, Phó Chủ tịch Ủy ban nhân dân thành phố: Trưởng ban"


@pytest.mark.parametrize("both", [False, True])
def test_a_draft_says_one_thing_of_a_seat(both, committee, vacancy, officer, signed_in):
    key = vacancy.seat_id
    said = {f"name_{key}": "Lê Văn Mới", f"drop_{key}": "on"} if both else {}

    signed_in(officer).post(
        reverse("committees:consolidate", args=[committee.pk]), {"issuer": "UBND", "decided_by": "Chủ tịch", **said}
    )

    assert Consolidation.objects.count() == 0


def test_the_decision_in_word_lists_the_committee_in_its_order_with_bases_and_what_is_replaced(draft, officer, signed_in):
    answer = signed_in(officer).get(reverse("committees:word", args=[draft.pk]))

    made = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))
    lines = [paragraph.text for paragraph in made.paragraphs if paragraph.text]
    head = [cell.text for row in made.tables[0].rows for cell in row.cells]
    assert lines[:11] == [
        "QUYẾT ĐỊNH",
        f"Về việc kiện toàn {NAME}",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ VĨNH HÀ",
        "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 10/12/2025;",
        "Theo đề nghị của Sở Khoa học và Công nghệ thành phố Vĩnh Hà.",
        "QUYẾT ĐỊNH:",
        f"Điều 1. Kiện toàn {NAME} gồm các ông, bà có tên sau đây:",
        "1. Ông Trần Văn Đầu, Phó Chủ tịch Ủy ban nhân dân thành phố: Trưởng ban.",
        "2. Ông Lê Văn Mới, Phó Giám đốc Sở Tài chính: Ủy viên.",
        "3. Ông Ngô Văn Ba, Phó Giám đốc Sở Công Thương: Ủy viên.",
        "Điều 2. Thành viên thay đổi:",
    ]
    assert lines[11] == "- Ông Lê Văn Mới, Phó Giám đốc Sở Tài chính giữ nhiệm vụ Ủy viên thay Bà Phạm Thị Hai (nghỉ chế độ)."
    assert head[0].splitlines()[0] == "ỦY BAN NHÂN DÂN THÀNH PHỐ VĨNH HÀ"
    assert "QĐ-UBND" in head[2]


def test_the_signed_decision_passes_the_seat_on_and_closes_the_vacancy(draft, committee, vacancy, officer, standing, signed_in):
    version = factories.a_version(standing, SIGNED, kind="decision", number="12/QĐ-UBND")
    sent = {"document": f"[{version.document_id}]", "signed_on": f"{DAY:%Y-%m-%d}"}

    signed_in(officer).post(reverse("committees:note_signed", args=[draft.pk]), sent)

    vacancy.refresh_from_db()
    draft.refresh_from_db()
    new = draft.successors.get().became
    assert names(committee, date(2026, 11, 9)) == ["Trần Văn Đầu", "Phạm Thị Hai", "Ngô Văn Ba"]
    assert names(committee, DAY) == ["Trần Văn Đầu", "Lê Văn Mới", "Ngô Văn Ba"]
    assert (vacancy.filled_on, draft.signed_on, draft.document_id) == (DAY, DAY, version.document_id)
    assert [link.passage.quote for link in new.evidence.all()] == ["Lê Văn Mới"]
    assert agenda_of(officer, timezone.localdate()).vacant == []
    assert list(committee.programme.document_links.values_list("document", "part")) == [(version.document_id, "change")]


@pytest.mark.parametrize("text", ["Quyết định kiện toàn: Ông Lê Văn Khác.", "Ông Lê Văn Mới" + "n" + " giữ nhiệm vụ."])
def test_a_document_that_does_not_name_them_closes_nothing(text, draft, committee, vacancy, officer, standing):
    version = factories.a_version(standing, text)

    with pytest.raises(ValidationError) as refused:
        actions.note_signed(draft, by=officer, document=version.document, signed_on=DAY)

    vacancy.refresh_from_db()
    assert [message.split(".")[0] for message in refused.value.messages] == ["Văn bản này không nêu: Lê Văn Mới"]
    assert (vacancy.filled_on, names(committee, DAY)) == (None, ["Trần Văn Đầu", "Phạm Thị Hai", "Ngô Văn Ba"])


def test_a_decision_is_noted_once_and_not_of_a_day_to_come(draft, officer, standing):
    document = factories.a_version(standing, SIGNED).document

    with pytest.raises(ValidationError):
        actions.note_signed(draft, by=officer, document=document, signed_on=date(2999, 1, 1))
    actions.note_signed(draft, by=officer, document=document, signed_on=DAY)
    with pytest.raises(ValidationError):
        actions.note_signed(draft, by=officer, document=document, signed_on=DAY)

    assert Role.objects.filter(person__name="Lê Văn Mới").count() == 1


def test_a_seat_may_be_given_up(committee, vacancy, officer, standing):
    draft = actions.draft_consolidation(
        committee, by=officer, issuer="UBND", decided_by="Chủ tịch", bases="", successors=[Named(vacancy.seat)]
    )

    actions.note_signed(draft, by=officer, document=factories.a_version(standing, SIGNED).document, signed_on=DAY)

    assert names(committee, DAY) == ["Trần Văn Đầu", "Ngô Văn Ba"]


def test_a_vacancy_noted_by_mistake_is_taken_back(vacancy, officer, signed_in, committee):
    signed_in(officer).post(reverse("committees:withdraw_vacancy", args=[vacancy.pk]), {"reason": "Ghi nhầm"})

    assert seat_of(committee, "Phạm Thị Hai").vacant is False


def test_a_draft_that_will_not_be_signed_is_withdrawn(draft, officer, signed_in):
    answer = signed_in(officer).post(reverse("committees:withdraw_consolidation", args=[draft.pk]), {"reason": "Lập lại"})

    assert answer.url == reverse("committees:show", args=[draft.committee_id])
    assert signed_in(officer).get(draft.get_absolute_url()).status_code == 404


def test_an_agency_above_issues(standing, db):
    ministry = factories.an_organisation("Bộ Thử nghiệm")

    assert (issuer_of(standing), issuer_of(ministry)) == ("Ủy ban nhân dân thành phố Vĩnh Hà", "Bộ Thử nghiệm")


def test_a_meeting_is_noted_with_who_came(committee, officer, signed_in):
    first, second, _third = queries.seats_of(committee, timezone.localdate())
    sent = {
        "title": "Phiên họp thứ nhất",
        "on": "2026-10-20",
        "place": "Phòng họp 1",
        "minutes": "",
        f"present_{first.pk}": "on",
        f"note_{second.pk}": "Bà Hoàng Thị Thay dự thay",
    }

    signed_in(officer).post(reverse("committees:note_meeting", args=[committee.pk]), sent)

    made = Meeting.objects.get()
    page = signed_in(officer).get(made.get_absolute_url())
    assert [one.seat for one in page.context["present"]] == [first]
    assert [one.note for one in page.context["absent"]] == ["Bà Hoàng Thị Thay dự thay", ""]


def test_a_meeting_is_not_of_a_day_to_come(committee, officer, signed_in):
    today = timezone.localdate()
    address = reverse("committees:note_meeting", args=[committee.pk])

    answer = signed_in(officer).post(
        address, {"title": "Phiên họp", "on": f"{today + timedelta(1)}", "place": "", "minutes": ""}
    )

    assert list(answer.context["form"].errors) == ["on"]
    assert Meeting.objects.count() == 0
    meeting = actions.note_meeting(committee, by=officer, title="Phiên họp", on=today)
    with pytest.raises(ValidationError, match="chưa đến"):
        actions.correct_meeting(meeting, by=officer, on=today + timedelta(1))


def test_a_conclusion_is_not_due_before_its_meeting(committee, officer, member, signed_in):
    meeting = actions.note_meeting(committee, by=officer, title="Phiên họp", on=date(2026, 10, 20))
    sent = {"text": "Hoàn thành đề án.", "recipient": member.name, "due": "2026-10-19"}

    answer = signed_in(officer).post(reverse("committees:note_conclusion", args=[meeting.pk]), sent)

    assert list(answer.context["form"].errors) == ["due"]
    assert Commitment.objects.count() == 0
    actions.note_conclusion(meeting, by=officer, text="Báo cáo.", recipient=member.name, due=meeting.on)
    assert Commitment.objects.count() == 1


@pytest.mark.parametrize(("name", "errors"), [("123", 1), ("Lê Văn 2", 1), ("...", 1), ("Lê Văn Mới", 0)])
def test_who_takes_a_seat_has_a_name_of_letters(name, errors, committee, vacancy, officer):
    sent = {"issuer": "Ủy ban", "decided_by": "Chủ tịch", f"name_{vacancy.seat_id}": name}

    form = Consolidate(sent, user=officer, given=committee)

    assert len(form.errors) == errors


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("Luật Tổ chức chính quyền địa phương.", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        ("căn cứ Nghị quyết số 05/NQ-HĐND;", "Căn cứ Nghị quyết số 05/NQ-HĐND;"),
        ("Xét tờ trình của Sở Nội vụ", "Xét tờ trình của Sở Nội vụ;"),
    ],
)
def test_every_basis_begins_as_the_form_has_it(typed, line, draft, officer, signed_in):
    Consolidation.objects.update(bases=typed)

    answer = signed_in(officer).get(reverse("committees:word", args=[draft.pk]))

    made = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))
    assert [paragraph.text for paragraph in made.paragraphs if paragraph.text][3] == line


def test_what_is_concluded_is_owed_in_the_ledger(committee, officer, colleague, member, signed_in):
    meeting = actions.note_meeting(committee, by=officer, title="Phiên họp", on=date(2026, 10, 20))
    sent = {"text": "Hoàn thành đề án kết nối.", "recipient": member.name, "due": "2026-11-01"}

    signed_in(officer).post(reverse("committees:note_conclusion", args=[meeting.pk]), sent)

    made = Commitment.objects.get()
    (line,) = signed_in(colleague).get(meeting.get_absolute_url()).context["lines"]
    assert (made.kind, made.recipient, made.sender, made.made_on) == ("conclusion", member, committee.organisation, meeting.on)
    assert (line.row, line.state.code) == (made, "overdue")
    assert [one.row for one in agenda_of(colleague, date(2026, 11, 24)).overdue] == [made]


def test_what_was_read_and_confirmed_in_the_minutes_is_shown_as_concluded(committee, officer, standing, stranger, signed_in):
    version = factories.a_version(standing, "Giao Sở Tài chính bố trí kinh phí trong quý IV.")
    passage = factories.a_passage(version, "bố trí kinh phí")
    task = register.assign_task(committee.programme, by=None, title="Bố trí kinh phí", evidence=[(passage, "", passage.quote)])
    other = factories.a_task(committee.programme)
    meeting = actions.note_meeting(committee, by=officer, title="Phiên họp", on=date(2026, 10, 20), minutes=version.document)

    lines = queries.concluded_at(officer, meeting, date(2026, 11, 24))

    assert [line.row for line in lines] == [task]
    assert Activity.objects.filter(pk=other.pk).exists()
    assert signed_in(stranger).get(meeting.get_absolute_url()).status_code == 404


def test_minutes_are_tied_later_and_a_meeting_may_be_taken_back(committee, officer, standing, signed_in):
    meeting = actions.note_meeting(committee, by=officer, title="Phiên họp", on=date(2026, 10, 20))
    document = factories.a_version(standing, "Biên bản").document
    sent = {"title": "Phiên họp thứ hai", "on": "2026-10-21", "place": "", "minutes": f"[{document.pk}]"}

    signed_in(officer).post(reverse("committees:correct_meeting", args=[meeting.pk]), sent)
    meeting.refresh_from_db()
    signed_in(officer).post(reverse("committees:withdraw_meeting", args=[meeting.pk]), {"reason": "Ghi nhầm"})

    assert (meeting.title, meeting.on, meeting.minutes) == ("Phiên họp thứ hai", date(2026, 10, 21), document)
    assert list(queries.meetings_seen_by(officer)) == []
