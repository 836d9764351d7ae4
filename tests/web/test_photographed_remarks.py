"""Remarks written by hand and photographed: read line by line, each line settled by an officer, the picture beside them."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from test_consultation import RESULT

import factories
from hopluc.reading.sources.scanner import scanner
from hopluc.web.consultation import actions
from hopluc.web.consultation.models import Comment, Consultation, Photographs, RemarkLine
from hopluc.web.consultation.pages import pictures_of
from hopluc.web.consultation.photographs import Do, Said, lines_read, settle_lines, take_photographs
from hopluc.web.issuing.actions import compose_review
from hopluc.web.jobs.worker import perform, take_next
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions as register
from sources import printed

pytestmark = pytest.mark.django_db
ONE, TWO, THREE = "Đề nghị nêu rõ số doanh nghiệp", "tham gia từng phiên.", "Xem lại mục II."


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def consultation(standing: Organisation, officer: User, leader: User) -> Consultation:
    programme = factories.a_programme(standing)
    register.make_statement(programme, by=None, kind="result", text=RESULT)
    draft = compose_review(programme, by=officer, on=factories.date(2026, 11, 22))
    return actions.ask_inside(draft, by=officer, colleagues=[leader], days=3)


def taken(consultation: Consultation, by: User, name: str = "gop-y.txt", content: bytes | str = "") -> Photographs:
    """A sheet of three lines, read; a file of text reads as a picture does, but quicker."""
    files = [factories.a_file(name, content or f"{ONE}\n{TWO}\n\n{THREE}\n")]
    made = take_photographs(consultation, by=by, asked=consultation.asked.get(), source="Phiếu góp ý", files=files)
    job = take_next("thử")
    assert job is not None
    perform(job)
    return made


@pytest.fixture
def sheet(consultation: Consultation, officer: User) -> Photographs:
    return taken(consultation, officer)


def said(sheet: Photographs, *what: tuple[str, str]) -> list[Said]:
    lines = lines_read(sheet.batch.uploads.get())
    return [Said(line, do, line.read, answer=answer) for line, (do, answer) in zip(lines, what, strict=False)]


def test_each_line_is_proposed_and_nothing_enters_by_itself(sheet):
    assert [line.read for line in lines_read(sheet.batch.uploads.get())] == [ONE, TWO, THREE]
    assert (Comment.objects.count(), RemarkLine.objects.count()) == (0, 0)


def test_lines_are_taken_joined_explained_and_dropped(sheet, officer, leader):
    with translation.override("en"):  # the table is in one language, whoever's pages speak another
        settle_lines(sheet, by=officer, said=said(sheet, (Do.TAKEN, ""), (Do.JOINED, ""), (Do.EXPLAINED, "Đã có ở mục III.")))

    told = [(one.asked.user, one.text, one.source, one.outcome, one.answer) for one in Comment.objects.order_by("pk")]
    assert told == [
        (leader, f"{ONE} {TWO}", "Phiếu góp ý", "taken", "Tiếp thu."),
        (leader, THREE, "Phiếu góp ý", "explained", "Đã có ở mục III."),
    ]
    assert JournalEntry.objects.filter(verb="settle_remark_line").count() == 3


def test_dropped_line_is_no_comment_and_is_told_as_dropped(sheet, officer, signed_in):
    settle_lines(sheet, by=officer, said=said(sheet, (Do.DROPPED, "")))

    page = signed_in(officer).get(sheet.get_absolute_url()).content.decode()
    assert Comment.objects.count() == 0
    assert "Đã bỏ" in page
    assert [line.read for line in pictures_of(sheet)[0].pending] == [TWO, THREE, ""]


@pytest.mark.parametrize("first", [[], [(Do.DROPPED, "")]])
def test_line_is_joined_to_a_comment_alone(first, sheet, officer):
    lines = said(sheet, *first, (Do.JOINED, ""))

    with pytest.raises(ValidationError) as refused:
        settle_lines(sheet, by=officer, said=lines)

    line = lines[-1].text
    assert refused.value.messages == [
        f"Dòng “{line}” nối vào dòng trên, nhưng dòng trên không được tiếp thu, giải trình trong lần này."
    ]
    assert RemarkLine.objects.count() == 0


def test_line_is_settled_once(sheet, officer):
    once = said(sheet, (Do.TAKEN, ""))
    settle_lines(sheet, by=officer, said=once)

    with pytest.raises(ValidationError):
        settle_lines(sheet, by=officer, said=once)

    assert Comment.objects.count() == 1


def test_after_the_consultation_is_closed_no_line_enters(sheet, consultation, officer, signed_in):
    actions.close_consultation(consultation, by=officer)

    with pytest.raises(ValidationError):
        settle_lines(sheet, by=officer, said=said(sheet, (Do.TAKEN, "")))

    page = signed_in(officer).get(sheet.get_absolute_url())
    assert ONE in page.content.decode()
    assert signed_in(officer).post(sheet.get_absolute_url()).status_code == 403


def test_officer_settles_lines_on_the_page_and_types_what_was_not_read(sheet, officer, signed_in):
    client = signed_in(officer)
    (shown,) = pictures_of(sheet)
    first, *_others, typed = (line.key for line in shown.pending)
    sent = {f"{first}_text": "Nêu rõ số doanh nghiệp", f"{first}_do": "taken", f"{first}_place": "1"}
    sent |= {f"{typed}_text": "Bổ sung phụ lục.", f"{typed}_do": "in_part", f"{typed}_answer": "Bổ sung phụ lục I."}

    page = client.post(sheet.get_absolute_url(), sent, follow=True).content.decode()

    assert "Đã xử lý 2 dòng; các dòng khác được giữ lại." in page
    told = [(one.paragraph, bool(one.quote), one.text, one.outcome) for one in Comment.objects.order_by("pk")]
    assert told == [(1, True, "Nêu rõ số doanh nghiệp", "taken"), (None, False, "Bổ sung phụ lục.", "in_part")]
    assert [line.read for line in pictures_of(sheet)[0].pending] == [TWO, THREE, ""]


def test_press_without_a_choice_settles_nothing(sheet, officer, signed_in):
    answer = signed_in(officer).post(sheet.get_absolute_url())

    assert (answer.status_code, answer.url, RemarkLine.objects.count()) == (302, sheet.get_absolute_url(), 0)


def test_explained_without_words_is_asked_again(sheet, officer, signed_in):
    key = pictures_of(sheet)[0].pending[0].key

    page = signed_in(officer).post(sheet.get_absolute_url(), {f"{key}_text": ONE, f"{key}_do": "explained"})

    assert page.status_code == 400
    assert "Đề nghị ghi nội dung tiếp thu, giải trình." in page.content.decode()


def test_paragraph_that_the_draft_has_not_is_told_and_settles_nothing(sheet, officer, signed_in):
    key = pictures_of(sheet)[0].pending[0].key

    page = signed_in(officer).post(sheet.get_absolute_url(), {f"{key}_text": ONE, f"{key}_do": "taken", f"{key}_place": "9999"})

    assert (page.status_code, "Dự thảo không có đoạn này." in page.content.decode()) == (400, True)
    assert (Comment.objects.count(), RemarkLine.objects.count()) == (0, 0)


def test_photographs_are_taken_in_on_the_page(consultation, officer, signed_in):
    address = reverse("consultation:take_photographs", args=[consultation.pk])
    sent = {"asked": consultation.asked.get().pk, "source": "Phiếu", "files": [factories.a_file("a.txt", ONE)]}

    answer = signed_in(officer).post(address, sent)

    assert answer.url == Photographs.objects.get().get_absolute_url()
    assert answer.url in signed_in(officer).get(consultation.get_absolute_url()).content.decode()


def test_file_that_is_no_picture_has_none(sheet, officer, signed_in):
    address = reverse("consultation:picture", args=[sheet.pk, sheet.batch.uploads.get().pk])

    assert signed_in(officer).get(address).status_code == 404


@pytest.mark.skipif(scanner() is None, reason="tesseract with its Vietnamese data is not installed")
def test_photograph_stands_beside_the_lines_read_in_it(consultation, officer, signed_in):
    sheet = taken(consultation, officer, "gop-y.png", printed(ONE, "png"))
    upload = sheet.batch.uploads.get()
    picture = signed_in(officer).get(reverse("consultation:picture", args=[sheet.pk, upload.pk]))

    page = signed_in(officer).get(sheet.get_absolute_url()).content.decode()

    assert [line.read for line in lines_read(upload)] == [ONE]
    assert (picture.headers["Content-Type"], picture.content[:2]) == ("image/jpeg", b"\xff\xd8")
    assert f'src="{picture.request["PATH_INFO"]}"' in page
