"""Consultation on a draft: inside first, then agencies; comments by paragraph, taken or explained; then to signature, fixed by hash."""

import io
from datetime import date

import docx
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.reporting import paragraphs_in
from hopluc.web.agenda.queries import agenda_of
from hopluc.web.agenda.words import reminder_body
from hopluc.web.consultation import actions, pages, queries
from hopluc.web.consultation.models import Asked, Comment, Consultation, PutUp
from hopluc.web.intake.models import Finding
from hopluc.web.issuing.actions import compose_review
from hopluc.web.issuing.kept_pages import kept_page
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.journal.models import JournalEntry
from hopluc.web.keeping import wholeness
from hopluc.web.people.actions import end_membership
from hopluc.web.people.models import Membership
from hopluc.web.register import actions as register
from hopluc.web.returns import actions as returns
from hopluc.web.returns.queries import newest_returns, sentences_received
from hopluc.workdays import calendar

RESULT = "Thành phố đã tổ chức 03 phiên kết nối cung - cầu công nghệ với các viện nghiên cứu."
SAID = "Đề nghị nêu rõ số doanh nghiệp tham gia."


@pytest.fixture
def draft(standing, officer) -> ReportDraft:
    programme = factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")
    register.make_statement(programme, by=None, kind="result", text=RESULT)
    return compose_review(programme, by=officer, on=date(2026, 11, 22))


@pytest.fixture
def inside(draft, officer, leader) -> Consultation:
    """One colleague (the leader) is asked."""
    return actions.ask_inside(draft, by=officer, colleagues=[leader], days=3)


@pytest.fixture
def asked(draft, inside, officer, member) -> Consultation:
    """The inside is closed; the member agency and one without accounts are asked."""
    actions.close_consultation(inside, by=officer)
    return actions.ask_agencies(draft, by=officer, agencies=[member.name, "Sở Nội vụ thành phố Vĩnh Hà"], days=7)


def place_of(draft: ReportDraft, words: str) -> int:
    found = [n for n, text in enumerate(paragraphs_in(kept_page(draft.page)), start=1) if words in text]
    return found[0]


def test_the_deadline_counts_working_days(inside):
    assert inside.due_on == calendar().after(timezone.localdate(), 3)


def test_agencies_are_asked_only_after_the_inside(draft, inside, officer, member):
    with pytest.raises(ValidationError) as refused:
        actions.ask_agencies(draft, by=officer, agencies=[member.name], days=7)
    actions.close_consultation(inside, by=officer)

    made = actions.ask_agencies(draft, by=officer, agencies=[member.name], days=7)

    assert refused.value.messages == ["Đề nghị lấy ý kiến nội bộ và kết thúc trước khi lấy ý kiến các cơ quan, đơn vị."]
    assert [one.organisation for one in made.asked.all()] == [member]


def test_a_draft_is_asked_about_once_in_each_circle(draft, inside, officer, leader):
    with pytest.raises(ValidationError):
        actions.ask_inside(draft, by=officer, colleagues=[leader], days=3)

    assert draft.consultations.count() == 1


def test_the_officer_asks_from_the_page(draft, officer, leader, signed_in):
    answer = signed_in(officer).post(
        reverse("consultation:ask_inside", args=[draft.pk]), {"colleagues": [leader.pk], "days": 3, "note": "Phần số liệu."}
    )

    made = Consultation.objects.get()
    assert answer.url == made.get_absolute_url()
    assert [one.user for one in made.asked.all()] == [leader]
    assert list(JournalEntry.objects.order_by("-number").values_list("verb", flat=True)[:2]) == [
        "ask_for_opinion",
        "open_consultation",
    ]


def test_agencies_are_proposed_from_the_programme(draft, inside, officer, signed_in, member):
    register.appoint(draft.programme, by=None, capacity="cooperating", organisation=member)
    browser = signed_in(officer)

    page = browser.get(reverse("consultation:ask_agencies", args=[draft.pk]))

    assert page.context["form"]["agencies"].value() == member.name


def test_an_agency_does_not_ask_itself(draft, inside, officer, standing, member):
    actions.close_consultation(inside, by=officer)

    with pytest.raises(ValidationError, match="là cơ quan lấy ý kiến"):
        actions.ask_agencies(draft, by=officer, agencies=[member.name, standing.name], days=5)

    assert draft.consultations.filter(scope="agencies").exists() is False


def test_an_agency_comments_on_a_paragraph_and_sees_only_its_own(asked, draft, colleague, signed_in, officer, member):
    other = Asked.objects.get(consultation=asked, organisation__name="Sở Nội vụ thành phố Vĩnh Hà")
    actions.note_opinion(asked, by=officer, asked=other, source="12/SNV-VP ngày 20/11/2026", text="Ý kiến của Sở Nội vụ.")
    place = place_of(draft, "03 phiên kết nối")
    browser = signed_in(colleague)

    form = browser.get(reverse("consultation:give", args=[asked.pk]), {"doan": place})
    answer = browser.post(reverse("consultation:give", args=[asked.pk]), {"text": SAID, "paragraph": place})
    page = browser.get(asked.get_absolute_url())

    made = Comment.objects.get(text=SAID)
    assert form.context["told"] == f"“{made.quote}”"
    assert answer.url == f"{asked.get_absolute_url()}#doan-{place}"
    assert (made.asked.organisation, made.by, made.paragraph) == (member, colleague, place)
    assert RESULT.rstrip(".") in made.quote
    assert [one.row for one in page.context["comments"]] == [made]
    assert "Ý kiến của Sở Nội vụ." not in page.content.decode()
    assert [one.row.text for one in signed_in(officer).get(asked.get_absolute_url()).context["comments"]] == [
        "Ý kiến của Sở Nội vụ.",
        SAID,
    ]


def test_a_paragraph_the_draft_does_not_have_is_refused(asked, colleague, signed_in):
    answer = signed_in(colleague).post(reverse("consultation:give", args=[asked.pk]), {"text": SAID, "paragraph": 9999})

    assert answer.context["form"].errors == {"paragraph": ["Dự thảo không có đoạn này. Đề nghị kiểm tra lại số đoạn."]}
    assert Comment.objects.count() == 0


def test_to_who_is_not_asked_it_does_not_exist(asked, inside, stranger, colleague, signed_in, elsewhere):
    viewer_there = factories.an_account(elsewhere, Membership.Role.LEADER)
    addresses = [reverse(f"consultation:{name}", args=[asked.pk]) for name in ("show", "give", "agree", "word", "table")]

    assert {signed_in(user).get(address).status_code for user in (stranger, viewer_there) for address in addresses} == {404}
    assert signed_in(colleague).get(inside.get_absolute_url()).status_code == 404
    assert signed_in(colleague).get(asked.get_absolute_url()).status_code == 200
    assert signed_in(colleague).get(reverse("consultation:draft", args=[asked.draft_id])).status_code == 404


def test_a_viewer_of_the_asked_agency_reads_and_says_nothing(asked, member, signed_in):
    reader = factories.an_account(member, Membership.Role.VIEWER)

    statuses = [
        signed_in(reader).get(asked.get_absolute_url()).status_code,
        signed_in(reader).post(reverse("consultation:give", args=[asked.pk]), {"text": SAID}).status_code,
        signed_in(reader).get(reverse("consultation:table", args=[asked.pk])).status_code,
    ]

    assert (statuses, Comment.objects.count()) == ([200, 403, 403], 0)


def test_a_colleague_who_left_the_agency_is_asked_no_more(draft, officer, standing, signed_in):
    leaving = factories.an_account(standing)
    made = actions.ask_inside(draft, by=officer, colleagues=[leaving], days=3)
    before = signed_in(leaving).get(made.get_absolute_url()).status_code
    end_membership(leaving.memberships.get(), by=None, until=date(2026, 1, 1))

    assert (before, signed_in(leaving).get(made.get_absolute_url()).status_code) == (200, 404)


def test_agreeing_is_an_answer(asked, member, colleague, signed_in):
    before = [one.consultation for one in queries.waiting_for_opinion(colleague)]

    signed_in(colleague).post(reverse("consultation:agree", args=[asked.pk]))

    row = Asked.objects.get(consultation=asked, organisation=member)
    assert (before, list(queries.waiting_for_opinion(colleague))) == ([asked], [])
    assert (row.agreed_by, row.agreed_at is not None) == (colleague, True)
    assert signed_in(colleague).post(reverse("consultation:agree", args=[asked.pk])).status_code == 403


def test_who_is_asked_and_who_answers_see_it_in_what_they_owe(asked, officer, colleague, leader, draft):
    today = timezone.localdate()
    found = agenda_of(colleague, today)
    to_comment, letter = [one.title for one in found.to_comment], reminder_body(colleague, found)
    actions.give_opinion(asked, by=colleague, text=SAID)

    assert to_comment == [str(draft)]
    assert [line for line in letter.splitlines() if line.startswith(("Góp ý", "- "))] == ["Góp ý dự thảo (01):", f"- {draft}"]
    assert agenda_of(colleague, today).to_comment == []
    assert [one.address for one in agenda_of(officer, today).to_answer] == [asked.get_absolute_url()]


def test_what_an_agency_sent_on_paper_is_noted_with_its_number(asked, officer, signed_in):
    other = Asked.objects.get(consultation=asked, organisation__name="Sở Nội vụ thành phố Vĩnh Hà")
    sent = {"asked": other.pk, "source": "12/SNV-VP ngày 20/11/2026", "agrees": "on", "text": "", "paragraph": ""}

    signed_in(officer).post(reverse("consultation:note", args=[asked.pk]), sent)

    other.refresh_from_db()
    assert (other.agreed_at is not None, other.source, other.agreed_by) == (True, "12/SNV-VP ngày 20/11/2026", officer)


def test_a_noted_opinion_says_something(asked, officer, signed_in):
    sent = {"asked": asked.asked.all()[0].pk, "source": "12/SNV-VP"}

    answer = signed_in(officer).post(reverse("consultation:note", args=[asked.pk]), sent)

    assert answer.context["form"].errors == {"text": ["Đề nghị ghi ý kiến, hoặc chọn thống nhất với dự thảo."]}


def test_each_comment_is_taken_or_explained_and_who_said_it_sees_how(asked, colleague, officer, signed_in):
    said = actions.give_opinion(asked, by=colleague, text=SAID)

    signed_in(officer).post(
        reverse("consultation:answer", args=[said.pk]), {"outcome": "taken", "answer": "Đã bổ sung tại mục 2."}
    )

    shown = signed_in(colleague).get(asked.get_absolute_url()).context["comments"]
    assert [(one.row.get_outcome_display(), one.row.answer, one.may_answer) for one in shown] == [
        ("Tiếp thu", "Đã bổ sung tại mục 2.", False)
    ]
    assert signed_in(colleague).get(reverse("consultation:answer", args=[said.pk])).status_code == 403


def test_a_comment_is_taken_back_until_it_is_answered(asked, colleague, officer, stranger, signed_in):
    first, second = (actions.give_opinion(asked, by=colleague, text=text) for text in ("Một.", "Hai."))
    actions.answer_comment(second, by=officer, outcome="explained", answer="Theo Nghị quyết.")
    browser = signed_in(colleague)

    statuses = [browser.post(reverse("consultation:withdraw", args=[one.pk])).status_code for one in (first, second)]

    assert statuses == [302, 403]
    assert [one.text for one in queries.comments_of([asked])] == ["Hai."]
    assert signed_in(stranger).post(reverse("consultation:withdraw", args=[second.pk])).status_code == 404


def test_once_closed_nothing_more_is_said(asked, colleague, officer, signed_in):
    actions.close_consultation(asked, by=officer)

    refused = signed_in(colleague).post(reverse("consultation:give", args=[asked.pk]), {"text": SAID})
    with pytest.raises(ValidationError):
        actions.give_opinion(asked, by=colleague, text=SAID)

    assert (refused.status_code, Comment.objects.count()) == (403, 0)


def test_the_table_in_word_tells_each_comment_with_its_answer(asked, colleague, officer, signed_in, draft, member):
    place = place_of(draft, "03 phiên kết nối")
    taken = actions.give_opinion(asked, by=colleague, text=SAID, paragraph=place)
    actions.answer_comment(taken, by=officer, outcome="in_part", answer="Bổ sung số của hai phiên.")
    other = Asked.objects.get(consultation=asked, organisation__name="Sở Nội vụ thành phố Vĩnh Hà")
    actions.note_opinion(asked, by=officer, asked=other, source="12/SNV-VP ngày 20/11/2026", agrees=True)

    answer = signed_in(officer).get(reverse("consultation:table", args=[asked.pk]))

    made = docx.Document(io.BytesIO(b"".join(answer.streaming_content)))
    rows = [[cell.text for cell in row.cells] for table in made.tables for row in table.rows]
    lines = [paragraph.text for paragraph in made.paragraphs]
    assert [
        "1",
        f"Đoạn {place}: “{taken.quote}”",
        member.name,
        SAID,
        "Tiếp thu một phần. Bổ sung số của hai phiên.",
    ] in rows
    assert "BẢNG TỔNG HỢP" in lines
    assert "Thống nhất với dự thảo: Sở Nội vụ thành phố Vĩnh Hà (12/SNV-VP ngày 20/11/2026)." in lines
    assert (
        f"Đã lấy ý kiến 02 cơ quan, đơn vị, thời hạn góp ý đến ngày {asked.due_on:%d/%m/%Y}: 01 có ý kiến, 01 thống nhất với dự "
        "thảo, 0 chưa có ý kiến." in lines
    )


@pytest.mark.parametrize(
    ("stands", "told"),
    [
        ("unasked", "Chưa lấy ý kiến nội bộ về báo cáo này. Đề nghị lấy ý kiến nội bộ và kết thúc."),
        ("open", "Số lần lấy ý kiến chưa kết thúc: 01. Đề nghị kết thúc trước khi trình ký."),
        ("unanswered", "Số ý kiến chưa tiếp thu, giải trình: 01. Đề nghị trả lời trước khi trình ký."),
    ],
)
def test_nothing_goes_to_signature_before_its_time(stands, told, draft, officer, leader, signed_in):
    if stands != "unasked":
        inside = actions.ask_inside(draft, by=officer, colleagues=[leader], days=3)
        if stands == "unanswered":
            actions.give_opinion(inside, by=leader, text=SAID)
            actions.close_consultation(inside, by=officer)

    answer = signed_in(leader).post(reverse("consultation:put_up", args=[draft.pk]), {"note": ""})

    assert answer.context["form"].non_field_errors() == [told]
    assert PutUp.objects.count() == 0


@pytest.fixture
def agreed(draft, inside, officer, leader) -> Comment:
    """All is answered and closed."""
    said = actions.give_opinion(inside, by=leader, text=SAID)
    actions.answer_comment(said, by=officer, outcome="taken", answer="Đã bổ sung.")
    actions.close_consultation(inside, by=officer)
    return said


def test_the_leader_agrees_and_the_draft_is_fixed_by_its_hashes(draft, agreed, officer, leader, signed_in):
    waiting = [one.title for one in agenda_of(leader, timezone.localdate()).to_agree]

    signed_in(leader).post(reverse("consultation:put_up", args=[draft.pk]), {"note": "Đồng ý."})

    made = PutUp.objects.get()
    assert waiting == [str(draft)]
    assert (made.word, made.pdf, made.page, made.by, made.note) == (draft.word, draft.pdf, draft.page, leader, "Đồng ý.")
    assert [one.title for one in agenda_of(leader, timezone.localdate()).to_agree] == []
    with pytest.raises(ValidationError):
        actions.answer_comment(agreed, by=officer, outcome="explained", answer="Đổi ý.")
    with pytest.raises(ValidationError):
        actions.put_up(ReportDraft.objects.get(), by=leader)
    with pytest.raises(ValidationError):
        actions.ask_agencies(draft, by=officer, agencies=["Sở Nội vụ thành phố Vĩnh Hà"], days=3)
    assert signed_in(officer).get(reverse("consultation:answer", args=[agreed.pk])).status_code == 403


def test_an_officer_does_not_agree_for_the_leader(draft, agreed, officer, signed_in):
    assert signed_in(officer).post(reverse("consultation:put_up", args=[draft.pk])).status_code == 403
    assert PutUp.objects.count() == 0


def test_what_was_asked_of_an_earlier_draft_holds_for_the_next(draft, agreed, officer, leader):
    later = compose_review(draft.programme, by=officer, on=date(2026, 11, 22))

    assert (queries.obstacles(later), [one.draft for one in queries.consultations_of(later)]) == ({}, [draft])


def test_with_a_later_draft_put_up_no_answer_to_an_earlier_one_is_altered(draft, agreed, officer, leader, signed_in):
    later = compose_review(draft.programme, by=officer, on=date(2026, 11, 22))
    browser, address = signed_in(officer), reverse("consultation:answer", args=[agreed.pk])
    before = browser.get(address).status_code
    actions.put_up(later, by=leader)

    refused = browser.post(address, {"outcome": "explained", "answer": "Đổi ý."}).status_code

    with pytest.raises(ValidationError, match="được giữ nguyên"):
        actions.answer_comment(agreed, by=officer, outcome="explained", answer="Đổi ý.")
    with pytest.raises(ValidationError, match="đã trình ký"):
        actions.ask_agencies(draft, by=officer, agencies=["Sở Nội vụ thành phố Vĩnh Hà"], days=3)
    assert (before, refused, wholeness.faults()) == (200, 403, [])


def test_only_the_newest_draft_waits_for_the_leader_and_is_put_up(draft, agreed, officer, leader, signed_in):
    waiting = queries.waiting_for_word(leader)
    later = compose_review(draft.programme, by=officer, on=date(2026, 11, 22))
    actions.close_consultation(actions.ask_inside(later, by=officer, colleagues=[leader], days=3), by=officer)

    assert (waiting, queries.waiting_for_word(leader)) == ([draft], [later])
    assert signed_in(leader).post(reverse("consultation:put_up", args=[draft.pk])).status_code == 403
    with pytest.raises(ValidationError, match="dự thảo mới hơn"):
        actions.put_up(draft, by=leader)
    assert actions.put_up(later, by=leader).draft == later


@pytest.mark.parametrize("altered", ["answer", "file"])
def test_verify_finds_what_was_altered_after_it_went_to_signature(altered, draft, agreed, leader):
    actions.put_up(draft, by=leader)
    before = wholeness.faults()

    if altered == "answer":
        Comment.objects.update(answer="Khác.")
    else:
        ReportDraft.objects.update(word=draft.pdf)

    assert (before, wholeness.faults()) == ([], [f"Dự thảo đã trình ký bị thay đổi: {ReportDraft.objects.get()}."])


def test_an_asked_agency_sees_where_its_sentence_went(standing, member, officer, colleague, signed_in):
    programme = factories.a_programme(standing)
    round_ = factories.a_round(programme, member.name)
    row = newest_returns(round_)[0]
    factories.a_told(row, "Sở đã phối hợp tổ chức 03 phiên kết nối.")
    returns.send(row, by=None)
    returns.receive(row, by=officer)
    returns.place_sentences(round_, by=officer, sentences=sentences_received(round_), text=RESULT)
    draft = compose_review(programme, by=officer, on=date(2026, 11, 22))
    actions.close_consultation(actions.ask_inside(draft, by=officer, colleagues=[officer], days=3), by=officer)
    asked = actions.ask_agencies(draft, by=officer, agencies=[member.name], days=7)

    (placed,) = signed_in(colleague).get(asked.get_absolute_url()).context["placed"]

    assert (placed.sentence.text, placed.statement.text) == ("Sở đã phối hợp tổ chức 03 phiên kết nối.", RESULT)
    assert placed.paragraph == place_of(draft, "03 phiên kết nối")
    assert pages.consultation_page(officer, asked)["placed"] == []


def test_the_way_of_a_draft_is_shown_with_what_is_next(draft, asked, colleague, officer, signed_in):
    actions.give_opinion(asked, by=colleague, text=SAID)

    page = signed_in(officer).get(reverse("consultation:draft", args=[draft.pk]))

    assert [(row, counts) for row, counts in page.context["rows"]] == [
        (draft.consultations.get(scope="internal"), {"asked": 1, "answered": 0, "comments": 0, "unanswered": 0}),
        (asked, {"asked": 2, "answered": 1, "comments": 1, "unanswered": 1}),
    ]
    assert page.context["obstacles"] == [
        "Số lần lấy ý kiến chưa kết thúc: 01. Đề nghị kết thúc trước khi trình ký.",
        "Số ý kiến chưa tiếp thu, giải trình: 01. Đề nghị trả lời trước khi trình ký.",
    ]


def test_words_of_the_draft_are_never_markup_beside_their_doors(draft, officer, colleague, member, signed_in):
    said, shown = "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"
    register.make_statement(draft.programme, by=None, kind="result", text=f"Đã {said} xong.")
    made = compose_review(draft.programme, by=officer, on=date(2026, 11, 22))
    actions.close_consultation(actions.ask_inside(made, by=officer, colleagues=[], days=3), by=officer)
    asked = actions.ask_agencies(made, by=officer, agencies=[member.name], days=7)

    page = signed_in(colleague).get(asked.get_absolute_url()).content.decode()

    assert (f"Đã {shown} xong" in page, f'id="doan-{place_of(made, "xong")}"' in page, said in page) == (True, True, False)


def test_words_of_a_comment_are_never_markup(asked, colleague, officer, signed_in):
    actions.give_opinion(asked, by=colleague, text="<script>alert(1)</script>")

    page = signed_in(officer).get(asked.get_absolute_url()).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_leader_is_told_what_is_still_to_be_looked_at_before_agreeing(draft, agreed, leader, signed_in):
    version = factories.a_version(draft.programme.owner, title="Báo cáo chờ đối chiếu")
    Finding.objects.create(
        version=version, programme=draft.programme, kind=Finding.CHECK, identity="x", claim="x",
        value={"explanation": "38 + 27 = 65, không phải 66."}, spans=[[0, 7]], reader="1",
    )  # fmt: skip

    page = signed_in(leader).get(reverse("consultation:put_up", args=[draft.pk])).content.decode()

    assert "1 điểm cần đối chiếu còn mở" in page
    assert f'href="{draft.get_absolute_url()}"' in page
