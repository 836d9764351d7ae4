"""What a report tells and the task it is about: proposed with reasons, joined by one press, by itself only where the task is named."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

import factories
from hopluc.web.intake import actions as intake
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.figures import Figure
from hopluc.web.people.actions import give_membership
from hopluc.web.register import actions
from hopluc.web.register.joining import likely_tellings, named_task, told_of, whole_passages
from hopluc.web.register.models import Statement, Telling
from hopluc.web.terms import Term

TITLE = "Xây dựng Đề án đào tạo nhân lực vi mạch trình độ cao với các trường đại học"
OTHER = "Khảo sát nhu cầu đổi mới dây chuyền của các nhà máy dệt nhuộm"
ABOUT = "Việc đào tạo nhân lực vi mạch đã mời các trường đại học góp ý dự thảo lần hai."
ELSEWHERE = "Đã thả 200 nghìn con giống thủy sản xuống các hồ chứa."
NAMES = f"{TITLE}: đã trình phê duyệt."


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")


@pytest.fixture
def task(programme, member):
    factories.a_task(programme, title=OTHER)
    return factories.a_task(programme, title=TITLE, lead=member)


def a_statement(programme, text, **details):
    return actions.make_statement(programme, by=None, kind=Statement.Kind.RESULT, text=text, **details)


def a_report(standing, programme, text, **details):
    """A report with one finding in it, a statement of its whole text."""
    version = factories.a_version(standing, text, **details)
    return factories.a_finding(version, "statement", {"statement_type": "result", "text": text}, programme=programme)


def likely(thing):
    return [(one.task.title, one.reasons) for one in told_of([thing])[thing].likely]


def test_a_sentence_in_other_words_is_proposed_with_the_words_it_shares(programme, task):
    told = likely(a_statement(programme, ABOUT))

    assert told == [(TITLE, ("cùng nói: đào tạo nhân lực vi mạch; các trường đại học",))]


def test_a_sentence_about_something_else_is_proposed_to_no_task(programme, task):
    assert likely(a_statement(programme, ELSEWHERE)) == []


def test_a_figure_is_proposed_by_what_is_counted(programme, task):
    seen = factories.an_observation(programme, Figure.exact(3))
    seen.indicator.name = "Hội thảo về đề án đào tạo nhân lực vi mạch trình độ cao"
    seen.indicator.save()

    assert [title for title, _reasons in likely(seen)] == [TITLE]


WEAK = "Đã họp về nhân lực vi mạch."


def test_few_words_alone_propose_nothing_and_with_lead_and_strand_they_do(standing, programme, task, member):
    strand = actions.add_strand(programme, by=None, title="Đào tạo")
    task.strand = strand
    task.save()
    passage = factories.a_passage(factories.a_version(standing, WEAK, issuer=member), WEAK)

    alone = likely(a_statement(programme, WEAK))
    told = likely(
        a_statement(programme, f"{member} đã họp về nhân lực vi mạch.", strand=strand, evidence=[(passage, "", WEAK)])
    )

    assert alone == []
    assert told == [(TITLE, ("cùng nói: nhân lực vi mạch", "do cơ quan chủ trì báo cáo", "cùng nội dung hợp tác"))]


def test_a_lead_that_is_named_and_an_act_that_both_name_are_reasons(programme, task, member):
    task.product = "Thực hiện Kế hoạch số 15/KH-UBND"
    task.save()

    told = likely(a_statement(programme, f"{member} đã họp về nhân lực vi mạch theo Kế hoạch 15/KH-UBND."))

    assert told == [(TITLE, ("cùng nói: nhân lực vi mạch; Kế hoạch", "nêu tên cơ quan chủ trì", "cùng nêu 15/KH-UBND"))]


def test_what_is_of_other_days_than_the_task_is_not_proposed(programme, task):
    task.period = Term.of("2027")
    task.save()
    seen = a_statement(programme, ABOUT)
    seen.period = Term.of("2025")
    seen.save()
    later = a_statement(programme, f"{ABOUT} Đã xong.")
    later.period = Term.of("2027")
    later.save()

    assert (likely(seen), [title for title, _ in likely(later)]) == ([], [TITLE])


def test_names_of_bodies_and_the_programmes_own_words_propose_nothing(programme):
    factories.a_task(programme, title="Ký thỏa thuận với Viện Hàn lâm Khoa học và Công nghệ Việt Nam")
    factories.a_task(programme, title="Tổng kết Chương trình hợp tác thử nghiệm")

    said = "Viện Hàn lâm Khoa học và Công nghệ Việt Nam cử chuyên gia dự hội nghị của Chương trình hợp tác thử nghiệm."

    assert likely(a_statement(programme, said)) == []


def test_one_press_joins_it_and_the_journal_and_the_tasks_page_say_so(standing, programme, task, officer, signed_in):
    finding = a_report(standing, programme, ABOUT, number="12/BC-SCT")
    intake.confirm(finding, by=officer)
    browser = signed_in(officer)
    page = browser.get(reverse("intake:confirm", args=[finding.version.document_id])).content.decode()

    browser.post(reverse("intake:say_about", args=[finding.pk, task.pk]), {"noi_ve": "co"})

    telling, line = Telling.objects.get(), JournalEntry.objects.last()
    shown = browser.get(task.get_absolute_url()).content.decode()
    assert page.count("Có thể nói về nhiệm vụ") == 1
    assert (telling.activity, telling.thing.text, telling.is_about, telling.by_name, telling.said_by) == (
        task,
        ABOUT,
        True,
        False,
        officer,
    )
    assert (line.verb, line.actor_id, line.owner_id) == ("say_about", officer.pk, standing.pk)
    assert (shown.count(f"“{ABOUT}”"), shown.count("12/BC-SCT") > 0) == (1, True)


def test_confirming_joins_nothing_unless_the_task_is_named_whole(standing, programme, task, officer):
    intake.confirm(a_report(standing, programme, ABOUT), by=officer)
    before = Telling.objects.count()

    intake.confirm(a_report(standing, programme, NAMES), by=officer)

    telling = Telling.objects.get()
    assert (before, telling.activity, telling.by_name, telling.said_by) == (0, task, True, officer)


@pytest.mark.parametrize(
    ("titles", "text", "named"),
    [
        ((TITLE,), NAMES.upper(), [TITLE]),
        ((TITLE,), ABOUT, []),
        (("Tổ chức hội nghị",), "Đã Tổ chức hội nghị đầu năm.", []),
        ((TITLE, f"{TITLE} và các viện"), f"{TITLE} và các viện: đã trình.", [f"{TITLE} và các viện"]),
        ((TITLE, OTHER), f"{TITLE}; {OTHER}.", []),
    ],
)
def test_a_task_is_named_by_its_whole_title_alone(titles, text, named, programme):
    for title in titles:
        factories.a_task(programme, title=title)

    found = named_task(a_statement(programme, text))

    assert [row.title for row in [found] if row] == named


def test_what_is_said_not_to_be_about_a_task_is_not_proposed_again(standing, programme, task, officer, signed_in):
    finding = a_report(standing, programme, ABOUT)
    thing = intake.confirm(finding, by=officer)

    signed_in(officer).post(reverse("intake:say_about", args=[finding.pk, task.pk]), {"noi_ve": "khong"})

    assert (likely(thing), likely_tellings(task)) == ([], [])
    assert Telling.objects.get().is_about is False


def test_the_last_word_holds_and_a_name_does_not_overrule_it(programme, task, officer):
    thing = a_statement(programme, NAMES)
    joined = actions.join_named(thing, by=officer)

    again = actions.say_about(task, by=officer, thing=thing, is_about=False)

    assert (joined.pk, again.is_about, again.by_name) == (again.pk, False, False)
    assert actions.join_named(thing, by=officer) is None


def test_what_is_of_another_programme_or_withdrawn_is_refused(standing, programme, task):
    other = a_statement(factories.a_programme(standing), ABOUT)
    gone = a_statement(programme, ABOUT)
    actions.withdraw(gone, by=None, reason="Nhầm")

    for thing in (other, gone):
        with pytest.raises(ValidationError, match="không thuộc chương trình của nhiệm vụ"):
            actions.say_about(task, by=None, thing=thing, is_about=True)


def test_what_has_not_entered_the_register_cannot_be_joined(standing, programme, task, officer, signed_in):
    finding = a_report(standing, programme, ABOUT)

    answer = signed_in(officer).post(reverse("intake:say_about", args=[finding.pk, task.pk]), {"noi_ve": "co"}, follow=True)

    assert "Thông tin này chưa vào sổ." in answer.content.decode()
    assert Telling.objects.count() == 0


def test_the_tasks_page_finds_what_was_told_before_and_joins_it(programme, task, officer, signed_in):
    thing = a_statement(programme, ABOUT)
    a_statement(programme, ELSEWHERE)
    browser = signed_in(officer)
    look = reverse("register:likely_tellings", args=[task.pk])
    found = browser.get(look).context["found"]

    answer = browser.post(reverse("register:say_about", args=[task.pk]), {"statement": thing.pk, "noi_ve": "co", "tiep": "tim"})

    assert [one for one, _likely, _links in found] == [thing]
    assert answer.url == look
    assert browser.get(look).context["found"] == []
    assert [one.thing for one, _links in browser.get(task.get_absolute_url()).context["tellings"]] == [thing]


def test_a_viewer_and_a_stranger_join_nothing(programme, task, viewer, stranger, signed_in):
    finding = a_report(programme.owner, programme, ABOUT)
    thing = intake.confirm(finding, by=None)
    of_register, of_intake = (
        reverse("register:say_about", args=[task.pk]),
        reverse("intake:say_about", args=[finding.pk, task.pk]),
    )
    said = {"statement": thing.pk, "noi_ve": "co"}

    got = [
        signed_in(user).post(address, said).status_code for user in (viewer, stranger) for address in (of_register, of_intake)
    ]

    assert (got, Telling.objects.count()) == ([403, 403, 404, 404], 0)


def test_an_officer_of_two_offices_does_not_join_what_one_told_to_a_task_of_the_other(
    standing, elsewhere, programme, task, officer, signed_in
):
    give_membership(elsewhere, by=None, user=officer, role="officer")
    theirs = a_statement(factories.a_programme(elsewhere), ABOUT)

    signed_in(officer).post(reverse("register:say_about", args=[task.pk]), {"statement": theirs.pk, "noi_ve": "co"})

    assert Telling.objects.count() == 0


def test_a_telling_is_of_one_thing(programme, task):
    seen, said = factories.an_observation(programme, Figure.exact(3)), a_statement(programme, ABOUT)

    for both in ({"statement": said, "observation": seen}, {}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Telling.objects.create(activity=task, **both)


def test_a_passage_within_another_is_not_told_again(standing, programme, task, officer):
    version = factories.a_version(standing, ABOUT)
    passages = [factories.a_passage(version, words) for words in ("góp ý", ABOUT, "lần hai")]
    thing = a_statement(programme, ABOUT, evidence=[(passage, "", passage.quote) for passage in passages])

    told = whole_passages(thing.evidence.select_related("passage"))

    assert [link.passage.quote for link in told] == [ABOUT]


@pytest.mark.parametrize("many", [2, 12])
def test_the_page_asks_the_database_as_often_however_much_is_told(
    many, programme, task, officer, signed_in, django_assert_max_num_queries
):
    for number in range(many):
        thing = a_statement(programme, f"{ABOUT} Đợt {number}.")
        actions.say_about(task, by=officer, thing=thing, is_about=True) if number % 2 else None
    browser = signed_in(officer)

    with django_assert_max_num_queries(60):
        page = browser.get(task.get_absolute_url())
    with django_assert_max_num_queries(40):
        found = browser.get(reverse("register:likely_tellings", args=[task.pk]))

    assert (len(page.context["tellings"]), len(found.context["found"])) == (many // 2, many - many // 2)


def test_a_day_of_the_statement_is_no_reason_of_its_own(programme, task):
    assert [
        one.task for one in told_of([a_statement(programme, ABOUT, period=Term.on(date(2026, 3, 1)))]).popitem()[1].likely
    ] == [task]
