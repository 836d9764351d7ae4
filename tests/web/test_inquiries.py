"""Lines of a return asked of a colleague by a private link: only those lines, only proposals, nothing in the return unless taken."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

import factories
from hopluc.web.agenda.queries import agenda_of
from hopluc.web.inquiries import actions, queries, triggers
from hopluc.web.inquiries.actions import MOST_ANSWERS, Answer
from hopluc.web.inquiries.models import Inquiry, Proposal
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.figures import Figure
from hopluc.web.returns import actions as returns
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import Return
from hopluc.web.returns.prefill import NewLine
from hopluc.web.returns.queries import newest_of

WHO = "Phòng Quản lý thử nghiệm"
TWELVE = {"actual": Figure.exact(Decimal(12))}


@pytest.fixture
def row(standing, member, colleague) -> Return:
    """A return of the member agency with two lines of figures and two sentences."""
    round_ = factories.a_round(factories.a_programme(standing), member.name, "Sở Tài chính thành phố Vĩnh Hà")
    found = newest_of(round_, member)
    part = round_.parts.all()[0]
    lines = tuple(NewLine(part, name, "doanh nghiệp") for name in ("Doanh nghiệp được hỗ trợ", "Doanh nghiệp tham gia"))
    returns.save_return(found, by=colleague, filled=returns.Filled(lines=lines))
    return factories.a_told(found, "Đã tổ chức hội thảo.", "Đã cử cán bộ.")


@pytest.fixture
def made(row, colleague) -> actions.Made:
    return asked(row, colleague)


def asked(row, by, *, line=0, sentence=0, **details) -> actions.Made:
    wanted = [row.figure_lines.all()[line], row.sentences.all()[sentence]]
    return actions.ask_colleague(row, by=by, asked=WHO, wanted=wanted, **details)


def items(inquiry: Inquiry) -> dict[str, int]:
    return {item.kind: item.pk for item in inquiry.items.all()}


def told(inquiry: Inquiry, text="Đã tổ chức 02 hội thảo.") -> Inquiry:
    keys = items(inquiry)
    return actions.answer_inquiry(inquiry, answers={keys["figures"]: Answer(TWELVE), keys["sentence"]: Answer(text=text)})


def take_all(inquiry: Inquiry, by) -> None:
    actions.take_over(inquiry, by=by, take=queries.pending_of(queries.locked(inquiry)))


def opened(token: str) -> dict[str, str]:
    """What a browser holds of the link's page: each field, and what it held when the page was opened."""
    form = Client().get(reverse("inquiries:by_link", args=[token])).context["form"]
    held = {field.html_name: field.value() or "" for field in form}
    return held | {field.html_initial_name: field.value() or "" for field in form}


def said(row: Return) -> tuple[list[str], list[str]]:
    """The figures done and the sentences of a return."""
    content = content_of(row)
    return [str(line.actual) for line in content.lines], [one.text for one in content.sentences]


UNTOUCHED = (["Chưa có số liệu", "Chưa có số liệu"], ["Đã tổ chức hội thảo.", "Đã cử cán bộ."])


def test_an_officer_asks_and_sees_the_link_once_with_its_code(row, colleague, signed_in):
    line = row.figure_lines.all()[0]
    browser = signed_in(colleague)

    page = browser.post(
        reverse("inquiries:ask", args=[row.pk]), {"asked": WHO, "wanted": [f"f{line.pk}"], "answer_by": "2026-12-01"}
    )

    inquiry = Inquiry.objects.get()
    token = page.context["address"].rstrip("/").rpartition("/")[2]
    assert (page.status_code, "<svg" in page.content.decode()) == (200, True)
    assert [item.line for item in inquiry.items.all()] == [line]
    assert token not in str(list(Inquiry.objects.values())) + str(list(JournalEntry.objects.values_list("after", flat=True)))
    assert WHO not in str(list(JournalEntry.objects.values_list("after", "object_label")))


def test_something_is_asked(row, colleague, signed_in):
    page = signed_in(colleague).post(reverse("inquiries:ask", args=[row.pk]), {"asked": WHO})

    with pytest.raises(ValidationError):
        actions.ask_colleague(row, by=colleague, asked=WHO, wanted=[])
    assert list(page.context["form"].errors) == ["wanted"]


def test_a_line_of_another_return_is_not_to_be_asked_for(row, standing, colleague, signed_in):
    other = newest_of(row.round, row.round.returns.exclude(agency=row.agency).get().agency)
    foreign = factories.a_told(other, "Của đơn vị khác.").sentences.get()

    page = signed_in(colleague).post(reverse("inquiries:ask", args=[row.pk]), {"asked": WHO, "wanted": [f"s{foreign.pk}"]})

    assert list(page.context["form"].errors) == ["wanted"]


def test_the_link_opens_the_lines_asked_for_and_nothing_else(row, made):
    page = Client().get(reverse("inquiries:by_link", args=[made.token])).content.decode()

    assert "Doanh nghiệp được hỗ trợ" in page
    assert "Đã tổ chức hội thảo." in page
    assert "Doanh nghiệp tham gia" not in page
    assert "Đã cử cán bộ." not in page
    assert row.get_absolute_url() not in page


def test_what_is_answered_is_proposed_and_not_entered(row, made, colleague, signed_in):
    keys = items(made.inquiry)
    address = reverse("inquiries:by_link", args=[made.token])

    answer = Client().post(
        address, {f"f{keys['figures']}_actual": "12", f"s{keys['sentence']}_text": "Đã tổ chức 02 hội thảo."}
    )

    page = signed_in(colleague).get(reverse("inquiries:show", args=[row.pk]))
    (shown,) = page.context["shown"]
    beside = signed_in(colleague).get(row.get_absolute_url()).content.decode()
    assert (answer.status_code, answer.url) == (302, address)
    assert said(row) == UNTOUCHED
    assert [line.waiting.figures or line.waiting.text for line in shown.lines] == [{"actual": "12"}, "Đã tổ chức 02 hội thảo."]
    assert f"Thực hiện: 12 · {WHO}" in beside


def test_one_is_taken_over_then_all(row, made, colleague, signed_in):
    told(made.inquiry)
    figure, sentence = queries.pending_of(queries.inquiries_of(row)[0])
    browser, address = signed_in(colleague), reverse("inquiries:take_over", args=[made.inquiry.pk])

    browser.post(address, {"take": figure.pk})
    first = said(row)
    browser.post(address, {"take": sentence.pk})
    again = browser.post(address, {"take": sentence.pk}, follow=True)

    assert first == (["12", "Chưa có số liệu"], UNTOUCHED[1])
    assert said(row) == (["12", "Chưa có số liệu"], ["Đã tổ chức 02 hội thảo.", "Đã cử cán bộ."])
    assert [one.taken_by for one in Proposal.objects.all()] == [colleague, colleague]
    assert [message.level_tag for message in again.context["messages"]][-1] == "error"


def test_what_is_new_under_a_part_becomes_sentences(row, colleague):
    part = row.round.parts.all()[1]
    made = actions.ask_colleague(row, by=colleague, asked=WHO, wanted=[part])
    actions.answer_inquiry(made.inquiry, answers={items(made.inquiry)["part"]: Answer(text="- Thiếu cán bộ.\n- Thiếu vốn.")})

    take_all(made.inquiry, colleague)

    assert [(one.text, one.part, one.kind) for one in row.sentences.filter(part=part)] == [
        ("Thiếu cán bộ.", part, part.kind),
        ("Thiếu vốn.", part, part.kind),
    ]


def test_sent_back_it_waits_no_more_and_is_answered_again(row, made, colleague, signed_in):
    told(made.inquiry)
    browser = signed_in(colleague)

    browser.post(reverse("inquiries:send_back", args=[made.inquiry.pk]), {"note": "Đề nghị tách theo quý."})
    waiting = queries.pending_of(Inquiry.objects.get())
    page = Client().get(reverse("inquiries:by_link", args=[made.token])).content.decode()
    inquiry = told(Inquiry.objects.get(), "Quý I: 01, quý II: 01.")

    assert waiting == []
    assert "Đề nghị tách theo quý." in page
    assert [one.text for one in queries.pending_of(inquiry)] == ["", "Quý I: 01, quý II: 01."]
    with pytest.raises(ValidationError):
        actions.take_over(inquiry, by=colleague, take=[Proposal.objects.order_by("pk")[0]])  # the one sent back


def test_nothing_answered_and_nothing_new_is_refused(made):
    with pytest.raises(ValidationError):
        actions.answer_inquiry(made.inquiry, answers={})
    told(made.inquiry)
    with pytest.raises(ValidationError):
        told(made.inquiry)


def test_words_with_a_secrecy_mark_are_refused_and_not_kept(made):
    keys = items(made.inquiry)

    page = Client().post(
        reverse("inquiries:by_link", args=[made.token]), {f"s{keys['sentence']}_text": "TỐI MẬT\n\nKế hoạch không được giữ"}
    )

    assert (page.status_code, Proposal.objects.count()) == (400, 0)
    assert "không được giữ" not in str(list(JournalEntry.objects.values_list("after", flat=True)))


def test_a_figure_that_cannot_be_read_is_asked_again(made):
    keys = items(made.inquiry)

    page = Client().post(reverse("inquiries:by_link", args=[made.token]), {f"f{keys['figures']}_actual": "nhiều"})

    assert (page.status_code, list(page.context["form"].errors)) == (400, [f"f{keys['figures']}_actual"])


def test_so_often_and_no_more(made):
    for number in range(MOST_ANSWERS):
        told(made.inquiry, f"Lần {number}")
        actions.send_back(Inquiry.objects.get(), by=None, note="Đề nghị làm rõ")

    with pytest.raises(ValidationError):
        told(made.inquiry, "Lần nữa")


@pytest.mark.parametrize("how", ["revoked", "expired", "withdrawn", "wrong"])
def test_a_link_that_no_longer_opens_is_not_there(how, row, made, colleague, officer):
    token = made.token
    if how == "revoked":
        actions.revoke_inquiry(made.inquiry, by=colleague)
    elif how == "expired":
        Inquiry.objects.update(expires_on=timezone.localdate() - timedelta(1))
    elif how == "withdrawn":
        returns.withdraw_round(row.round, by=officer, reason="Mở nhầm")
    else:
        token = f"{token}x"

    assert Client().get(reverse("inquiries:by_link", args=[token])).status_code == 404


def test_guessing_links_is_stopped_even_for_a_right_one(made):
    for number in range(5):
        Client().get(reverse("inquiries:by_link", args=[f"sai-{number}"]))

    assert Client().get(reverse("inquiries:by_link", args=[made.token])).status_code == 404


def test_once_the_return_is_sent_the_link_takes_nothing(row, made, colleague, signed_in):
    told(made.inquiry)
    returns.send(row, by=None)

    page = Client().post(reverse("inquiries:by_link", args=[made.token]), {})
    pressed = signed_in(colleague).post(reverse("inquiries:take_over", args=[made.inquiry.pk]))

    with pytest.raises(ValidationError):
        told(made.inquiry, "Muộn")
    assert (page.status_code, page.context["form"], pressed.status_code) == (200, None, 403)
    assert said(row) == UNTOUCHED


def test_a_sentence_taken_out_meanwhile_comes_back_as_new_and_a_line_asks(row, made, colleague):
    told(made.inquiry)
    sentence = row.sentences.all()[0]
    returns.save_return(row, by=colleague, filled=returns.Filled(texts={sentence.pk: ""}))

    take_all(made.inquiry, colleague)

    assert said(row) == (["12", "Chưa có số liệu"], ["Đã cử cán bộ.", "Đã tổ chức 02 hội thảo."])


def test_a_line_that_is_gone_is_told(row, made, colleague):
    told(made.inquiry)
    made.inquiry.items.update(line=None)

    with pytest.raises(ValidationError):
        take_all(made.inquiry, colleague)

    assert said(row) == UNTOUCHED


def test_what_was_answered_is_fixed(row, made, colleague):
    told(made.inquiry)
    proposals = Proposal.objects.all()

    for change in ({"text": "Khác"}, {"figures": {"actual": "99"}}, {"at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            proposals.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        proposals._raw_delete("default")
    take_all(made.inquiry, colleague)
    with pytest.raises(IntegrityError), transaction.atomic():
        proposals.update(taken_at=None)

    assert [one.figures or one.text for one in Proposal.objects.all()] == [{"actual": "12"}, "Đã tổ chức 02 hội thảo."]


def test_without_its_triggers_the_database_would_let_an_answer_be_changed(made):
    told(made.inquiry)

    triggers.REFUSALS.drop(connection)
    changed = Proposal.objects.update(text="Khác")
    triggers.REFUSALS.create(connection)

    assert changed == 2


def test_a_late_and_an_unused_link_are_told(row, colleague, signed_in):
    late = asked(row, colleague, answer_by=timezone.localdate() - timedelta(1))
    opened = asked(row, colleague, line=1)
    Client().get(reverse("inquiries:by_link", args=[opened.token]))

    page = signed_in(colleague).get(reverse("inquiries:show", args=[row.pk]))

    assert [(str(one.row.state), one.row.late) for one in page.context["shown"]] == [
        ("Đã mở, chưa trả lời", False),
        ("Chưa mở", True),
    ]
    told(Inquiry.objects.get(pk=late.inquiry.pk))
    assert not Inquiry.objects.get(pk=late.inquiry.pk).late


def test_how_an_inquiry_stands(made, colleague):
    states = [str(made.inquiry.state)]
    states.append(str(told(made.inquiry).state))
    states.append(str(actions.send_back(Inquiry.objects.get(), by=colleague, note="Rõ hơn").state))
    Inquiry.objects.update(expires_on=timezone.localdate() - timedelta(1))
    states.append(str(Inquiry.objects.get().state))
    states.append(str(actions.revoke_inquiry(Inquiry.objects.get(), by=colleague).state))

    assert states == [
        "Chưa mở",
        "Đã trả lời",
        "Đã đề nghị làm rõ, chờ trả lời",
        "Liên kết hết hạn, chưa trả lời",
        "Đã thu hồi",
    ]


def test_what_was_answered_waits_in_the_officers_own_work(row, made, colleague, officer):
    before = agenda_of(colleague, timezone.localdate()).to_take_over
    told(made.inquiry)

    (waiting,) = agenda_of(colleague, timezone.localdate()).to_take_over
    take_all(made.inquiry, colleague)

    assert before == []
    assert (waiting.title, waiting.address) == (f"{WHO}: {row.round}", reverse("inquiries:show", args=[row.pk]))
    assert agenda_of(colleague, timezone.localdate()).to_take_over == []
    assert agenda_of(officer, timezone.localdate()).to_take_over == []


def test_the_agency_that_asked_for_the_return_sees_nothing_of_it(row, made, officer, signed_in):
    told(made.inquiry)
    browser = signed_in(officer)

    statuses = [
        browser.get(reverse("inquiries:show", args=[row.pk])).status_code,
        browser.get(reverse("inquiries:ask", args=[row.pk])).status_code,
        browser.post(reverse("inquiries:take_over", args=[made.inquiry.pk])).status_code,
    ]
    page = browser.get(row.get_absolute_url())

    assert statuses == [404, 404, 404]
    assert WHO not in page.content.decode()


def test_the_page_asks_no_more_of_many_than_of_few(row, colleague, signed_in, django_assert_max_num_queries):
    counts = []
    for number in (1, 6):
        for _ in range(number):
            told(asked(row, colleague).inquiry)
        for address in (reverse("inquiries:show", args=[row.pk]), row.get_absolute_url()):
            with django_assert_max_num_queries(120) as seen:
                signed_in(colleague).get(address)
            counts.append(len(seen))

    assert counts[2:] == counts[:2]


def test_the_page_of_the_return_has_the_button_at_its_top_for_its_own_agency(row, colleague, officer, signed_in):
    address = reverse("inquiries:ask", args=[row.pk])

    heads = [
        signed_in(user).get(row.get_absolute_url()).content.decode().partition('class="pagehead"')[2].partition("<form")[0]
        for user in (colleague, officer)
    ]

    assert [f'href="{address}"' in head for head in heads] == [True, False]


def test_the_link_comes_with_a_message_to_copy(row, colleague, signed_in):
    line = row.figure_lines.all()[0]

    page = signed_in(colleague).post(
        reverse("inquiries:ask", args=[row.pk]), {"asked": WHO, "wanted": [f"f{line.pk}"], "answer_by": "2026-12-01"}
    )

    letter, words = page.context["letter"], page.content.decode()
    assert letter.startswith(f"Kính gửi: {WHO}.\nĐể hoàn thành báo cáo của {row.agency} (báo cáo ")
    assert (page.context["address"] in letter.split("\n"), "trước ngày 01/12/2026:" in letter) == (True, True)
    assert [f'data-copy="{name}"' in words for name in ("address", "letter")] == [True, True]


def test_what_is_new_under_a_part_is_titled_so(row, colleague, client):
    part = row.round.parts.all()[0]
    made = actions.ask_colleague(row, by=colleague, asked=WHO, wanted=[part])

    page = client.get(reverse("inquiries:by_link", args=[made.token])).content.decode()

    assert f"<legend>Nội dung mới: {part}</legend>" in page


def test_a_figure_is_taken_back_and_leaves_the_return_when_that_is_taken_over(row, made, colleague, signed_in):
    told(made.inquiry)
    take_all(made.inquiry, colleague)
    name = f"f{items(made.inquiry)['figures']}_actual"

    Client().post(reverse("inquiries:by_link", args=[made.token]), opened(made.token) | {name: ""})
    (waiting,) = queries.pending_of(Inquiry.objects.get())
    page = signed_in(colleague).get(reverse("inquiries:show", args=[row.pk])).content.decode()
    take_all(made.inquiry, colleague)

    assert waiting.figures == {"actual": ""}
    assert "Thực hiện: Chưa có số liệu" in page
    assert said(row)[0] == ["Chưa có số liệu", "Chưa có số liệu"]


def test_one_figure_of_two_is_taken_back_before_it_is_taken_over(row, made, colleague):
    keys = items(made.inquiry)
    address, name = reverse("inquiries:by_link", args=[made.token]), f"f{keys['figures']}_actual"
    Client().post(address, opened(made.token) | {name: "12", f"f{keys['figures']}_plan": "30"})

    Client().post(address, opened(made.token) | {name: ""})
    (waiting,) = queries.pending_of(Inquiry.objects.get())
    take_all(made.inquiry, colleague)

    line = content_of(row).lines[0]
    assert waiting.figures == {"plan": "30", "actual": ""}
    assert (line.plan, line.actual) == (Figure.exact(Decimal(30)), Figure.not_reported())


def test_words_that_were_emptied_wait_no_more(made):
    told(made.inquiry)
    name = f"s{items(made.inquiry)['sentence']}_text"

    Client().post(reverse("inquiries:by_link", args=[made.token]), opened(made.token) | {name: ""})

    assert [one.figures or one.text for one in queries.pending_of(Inquiry.objects.get())] == [{"actual": "12"}, ""]


def test_what_was_not_touched_is_not_answered(row, made, colleague):
    page = opened(made.token)
    line, sentence = row.figure_lines.all()[0], row.sentences.all()[0]
    plan = {line.pk: {"plan": Figure.exact(Decimal(30))}}
    returns.save_return(row, by=colleague, filled=returns.Filled(figures=plan, texts={sentence.pk: "Lời mới hơn."}))

    Client().post(reverse("inquiries:by_link", args=[made.token]), page | {f"f{items(made.inquiry)['figures']}_actual": "12"})
    take_all(made.inquiry, colleague)

    content = content_of(row)
    assert [one.figures for one in Proposal.objects.all()] == [{"actual": "12"}]
    assert content.lines[0].plan == Figure.exact(Decimal(30))
    assert [one.text for one in content.sentences] == ["Lời mới hơn.", "Đã cử cán bộ."]


def test_a_page_sent_as_it_came_answers_nothing(made):
    page = Client().post(reverse("inquiries:by_link", args=[made.token]), opened(made.token))

    assert (page.status_code, Proposal.objects.count()) == (400, 0)


def test_an_answer_sent_back_may_be_given_again_as_it_was(made, colleague):
    told(made.inquiry)
    actions.send_back(made.inquiry, by=colleague, note="Đúng chưa?")

    Client().post(reverse("inquiries:by_link", args=[made.token]), opened(made.token))

    waiting = queries.pending_of(Inquiry.objects.get())
    assert [one.figures or one.text for one in waiting] == [{"actual": "12"}, "Đã tổ chức 02 hội thảo."]


def test_all_is_what_the_page_showed(row, made, colleague, signed_in):
    told(made.inquiry)
    browser, address = signed_in(colleague), reverse("inquiries:take_over", args=[made.inquiry.pk])
    shown = [one.pk for one in queries.pending_of(queries.locked(made.inquiry))]
    told(made.inquiry, "Thay bằng lời khác.")

    page = browser.post(address, {"take": shown}, follow=True)

    assert [str(one) for one in page.context["messages"]] == [str(actions.ProposalsChanged.TOLD)]
    assert said(row) == UNTOUCHED
    with pytest.raises(actions.ProposalsChanged):
        actions.take_over(made.inquiry, by=colleague, take=[])


def test_a_proposal_of_another_inquiry_is_not_taken(row, made, colleague, signed_in):
    other = asked(row, colleague, line=1, sentence=1)
    told(other.inquiry)
    foreign = queries.pending_of(queries.locked(other.inquiry))[0]

    page = signed_in(colleague).post(reverse("inquiries:take_over", args=[made.inquiry.pk]), {"take": foreign.pk}, follow=True)

    assert [one.level_tag for one in page.context["messages"]] == ["error"]
    assert said(row) == UNTOUCHED


def test_a_return_changed_since_the_page_was_shown_is_looked_at_again(row, made, colleague, signed_in):
    told(made.inquiry)
    browser = signed_in(colleague)
    page = browser.get(reverse("inquiries:show", args=[row.pk]))
    waiting = [line.waiting.pk for line in page.context["shown"][0].lines]
    press = {"take": waiting, "seen": page.context["seen"]}
    line = row.figure_lines.all()[0]
    returns.save_return(row, by=colleague, filled=returns.Filled(figures={line.pk: {"actual": Figure.exact(Decimal(15))}}))
    address = reverse("inquiries:take_over", args=[made.inquiry.pk])

    refused = browser.post(address, press, follow=True)
    then = said(row)[0][0]
    browser.post(address, press | {"seen": refused.context["seen"]})

    assert [one.level_tag for one in refused.context["messages"]] == ["error"]
    assert (then, said(row)[0][0]) == ("15", "12")


def test_the_page_carries_what_it_shows(row, made, colleague, signed_in):
    told(made.inquiry)

    page = signed_in(colleague).get(reverse("inquiries:show", args=[row.pk])).content.decode()

    keys = [one.pk for one in queries.pending_of(queries.locked(made.inquiry))]
    assert [page.count(f'<input type="hidden" name="take" value="{key}">') for key in keys] == [1, 1]
    assert page.count(f'name="seen" value="{content_of(row).sha256()}"') == 3
