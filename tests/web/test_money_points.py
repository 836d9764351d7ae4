"""Money that does not fit is told, never refused; the share of a place's budget for science stands against an aim a document sets."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.register import actions
from hopluc.web.register.budget import figures_of_budget, years_of_budget
from hopluc.web.register.money import money_of
from hopluc.web.register.money_points import points_in, points_seen_by
from hopluc.web.terms import Term
from statements import statements_of

RESOLUTION = "Tổng chi ngân sách năm 2026 là 20.000 tỷ đồng. Bảo đảm ít nhất 2% tổng chi cho khoa học và công nghệ."


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing)


@pytest.fixture
def resolution(standing):
    return factories.a_version(standing, RESOLUTION, title="Nghị quyết dự toán")


def noted(programme, about=None, **stages):
    for stage, amount in stages.items():
        actions.note_money(programme, by=None, year=2026, stage=stage, amount=amount, fund="local", about=about)


def words(programme):
    return [point.words for point in points_in(money_of(programme))]


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ({"allotted": 5000, "disbursed": 6000}, ["Giải ngân 6.000 đồng, lớn hơn phân bổ 5.000 đồng."]),
        ({"disbursed": 6000, "settled": 6001}, ["Quyết toán 6.001 đồng, lớn hơn giải ngân 6.000 đồng."]),
        ({"allotted": 9, "disbursed": 6, "carried": 4}, ["Chuyển nguồn 4 đồng, lớn hơn số còn lại 3 đồng."]),
        ({"budgeted": 9, "disbursed": 6, "carried": 4}, ["Chuyển nguồn 4 đồng, lớn hơn số còn lại 3 đồng."]),
        ({"allotted": 9, "disbursed": 9, "carried": 1}, ["Chuyển nguồn 1 đồng, lớn hơn số còn lại 0 đồng."]),
        ({"allotted": 5, "disbursed": 5, "settled": 5, "carried": 0}, []),
        ({"disbursed": 6}, []),
        ({"allotted": 5, "carried": 9}, []),
    ],
)
def test_what_does_not_fit_is_told(programme, officer, stages, told):
    noted(programme, **stages)

    assert words(programme) == told
    assert [point.words for point in points_seen_by(officer)] == told


def test_only_what_is_sure_is_told(programme, officer):
    noted(programme, allotted=10)
    counted = find_or_add_indicator(programme.owner, by=None, name="Kinh phí", unit="đồng")
    details = {"about": programme, "period": Term.of("2026"), "breakdown": {"source": "local"}, "stage": "disbursed"}
    record_observation(counted, by=None, figure=Figure.between(Decimal(9), Decimal(12)), **details)

    assert (words(programme), points_seen_by(officer)) == ([], [])


def test_points_are_those_of_money_that_stands_and_that_one_keeps(programme, officer, stranger, signed_in):
    task = factories.a_task(programme)
    noted(programme, about=task, allotted=5, disbursed=6)
    browser = signed_in(officer)
    page = browser.get(reverse("register:money_points"))

    assert [(point.line.about, point.programme) for point in page.context["object_list"]] == [(task, programme)]
    assert "Cần kiểm tra" in browser.get(f"{programme.get_absolute_url()}?phan=kinh-phi").content.decode()
    assert points_seen_by(stranger) == []
    actions.withdraw(task, by=officer, reason="Ghi nhầm")
    assert points_seen_by(officer) == []


def test_points_of_many_lines_cost_as_much_as_those_of_few(programme, officer):
    counts = []
    noted(programme, allotted=5, disbursed=6)
    for size in (2, 12):
        for _number in range(size):
            noted(programme, about=factories.a_task(programme), allotted=5, disbursed=6)
        counts.append(statements_of(lambda: points_seen_by(officer)))

    assert counts[0] == counts[1]


def asked(**changes):
    said = {"year": 2026, "stage": "budgeted", "total": "20.000 tỷ đồng", "science": "300 tỷ đồng", "quote": RESOLUTION[:51]}
    return said | changes


def one_year(owner):
    (year,) = years_of_budget(figures_of_budget(owner))
    return year


def test_share_stands_against_the_aim_of_its_document(standing, officer, resolution, signed_in):
    browser = signed_in(officer)
    document = resolution.document.title
    browser.post(reverse("register:note_budget", args=[standing.pk]), asked(document=document))
    aim = {"percent": "2", "first": 2026, "last": "", "document": document, "quote": "Bảo đảm ít nhất 2% tổng chi"}
    browser.post(reverse("register:set_budget_aim", args=[standing.pk]), aim)

    year = one_year(standing)

    assert (year.share, year.lacking) == (Figure.exact(Decimal("1.5")), Figure.exact(Decimal(100_000_000_000)))
    shown = browser.get(reverse("register:budget", args=[standing.pk])).content.decode()
    assert [told for told in ("1,50%", "ít nhất 2 %", "Chưa đạt", "100.000.000.000 đồng") if told not in shown] == []
    assert shown.count('class="source"') == 3
    assert JournalEntry.objects.filter(verb="record_observation", object_type="measures.observation").count() == 3


def test_budget_noted_again_is_corrected_and_the_aim_may_be_reached(standing, officer, resolution):
    where = {"version": resolution, "start": 0, "end": 20}
    actions.note_budget(standing, by=officer, year=2026, stage="settled", total=1000, science=10, **where)
    actions.note_budget(standing, by=officer, year=2026, stage="settled", total=1000, science=20, **where)
    actions.set_budget_aim(standing, by=officer, percent=Decimal(3), first=2026, last=None, **where)
    actions.set_budget_aim(standing, by=officer, percent=Decimal(2), first=2026, last=2030, **where)

    year = one_year(standing)

    assert (year.share, year.lacking, len(figures_of_budget(standing))) == (Figure.exact(Decimal(2)), Figure.zero(), 3)


def test_budget_is_the_same_however_its_name_was_first_written(standing, officer, resolution):
    for name in ("TỔNG CHI NGÂN SÁCH ĐỊA PHƯƠNG", "Chi ngân sách địa phương cho Khoa học và Công nghệ"):
        find_or_add_indicator(standing, by=officer, name=name, unit="đồng")
    where = {"version": resolution, "start": 0, "end": 20}
    actions.note_budget(standing, by=officer, year=2026, stage="settled", total=1000, science=10, **where)
    actions.note_budget(standing, by=officer, year=2026, stage="settled", total=2000, science=20, **where)

    assert (one_year(standing).share, len(figures_of_budget(standing))) == (Figure.exact(Decimal(1)), 2)
    with pytest.raises(ValidationError):
        actions.note_budget(standing, by=officer, year=2026, stage="settled", total=15, science=None, **where)


def test_aim_holds_for_its_years_only_and_the_newest_goes_first(standing, officer, resolution):
    where = {"version": resolution, "start": 0, "end": 20}
    for year in (2024, 2026, 2031):
        actions.note_budget(standing, by=officer, year=year, stage="budgeted", total=100, science=None, **where)
    actions.set_budget_aim(standing, by=officer, percent=Decimal("1.5"), first=2025, last=2030, **where)
    actions.set_budget_aim(standing, by=officer, percent=Decimal(2), first=2026, last=2030, **where)

    told = [(year.year, year.aim.figure.low if year.aim else None) for year in years_of_budget(figures_of_budget(standing))]

    assert told == [(2031, None), (2026, 2), (2024, None)]


def test_share_of_what_is_not_told_is_not_zero(standing, officer, resolution):
    actions.note_budget(
        standing, by=officer, year=2026, stage="budgeted", total=100, science=None, version=resolution, start=0, end=5
    )

    assert (one_year(standing).share, one_year(standing).lacking) == (None, None)


@pytest.mark.parametrize(("amounts", "field"), [((0, 0), "total"), ((10, -1), "total"), ((10, 11), "science")])
def test_budget_that_cannot_be_is_refused(standing, officer, resolution, amounts, field):
    total, science = amounts
    with pytest.raises(ValidationError) as refused:
        actions.note_budget(
            standing, by=officer, year=2026, stage="budgeted", total=total, science=science, version=resolution, start=0, end=5
        )

    assert list(refused.value.message_dict) == [field]
    assert figures_of_budget(standing) == []


def test_whole_below_the_part_noted_before_is_refused(standing, officer, resolution):
    where = {"version": resolution, "start": 0, "end": 5}
    actions.note_budget(standing, by=officer, year=2026, stage="budgeted", total=100, science=50, **where)

    with pytest.raises(ValidationError):
        actions.note_budget(standing, by=officer, year=2026, stage="budgeted", total=40, science=None, **where)


@pytest.mark.parametrize(
    ("said", "field"),
    [((Decimal(0), 2026, None), "percent"), ((Decimal(101), 2026, None), "percent"), ((Decimal(2), 2026, 2025), "last")],
)
def test_aim_that_cannot_be_is_refused(standing, officer, resolution, said, field):
    percent, first, last = said
    with pytest.raises(ValidationError) as refused:
        actions.set_budget_aim(
            standing, by=officer, percent=percent, first=first, last=last, version=resolution, start=0, end=5
        )

    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"total": "nhiều"}, "total"), ({"science": "ít"}, "science"), ({"quote": "không có câu này"}, "quote")],
)
def test_what_is_typed_wrongly_is_told_beside_its_field(standing, officer, resolution, signed_in, changes, field):
    said = asked(document=resolution.document.title) | changes
    page = signed_in(officer).post(reverse("register:note_budget", args=[standing.pk]), said)

    assert list(page.context["form"].errors) == [field]


def test_percent_that_is_no_number_is_refused(standing, officer, resolution, signed_in):
    said = {"percent": "hai", "first": 2026, "document": resolution.document.title, "quote": RESOLUTION[:20]}
    page = signed_in(officer).post(reverse("register:set_budget_aim", args=[standing.pk]), said)

    assert list(page.context["form"].errors) == ["percent"]


def test_budget_is_reached_from_the_money_of_a_programme(programme, standing, officer, colleague, signed_in):
    link = f'href="{reverse("register:budget", args=[standing.pk])}"'
    actions.appoint(programme, by=None, capacity="cooperating", organisation=colleague.memberships.get().organisation)

    assert link in signed_in(officer).get(f"{programme.get_absolute_url()}?phan=kinh-phi").content.decode()
    assert link not in signed_in(colleague).get(f"{programme.get_absolute_url()}?phan=kinh-phi").content.decode()


def sought(**changes):
    """What is typed before a sentence is looked for: no sentence yet."""
    return asked(quote="", tim="1") | changes


def test_sentence_of_a_budget_is_looked_up_and_picked(standing, officer, resolution, signed_in):
    browser, address = signed_in(officer), reverse("register:note_budget", args=[standing.pk])
    document = f"[{resolution.document_id}]"

    page = browser.post(address, sought(document=document))
    offered = page.context["form"].fields["passage"].choices
    browser.post(address, sought(document=document, passage=offered[0][0]) | {"tim": ""})
    form = page.context["form"]

    assert (form.errors, [said for _place, said in offered]) == ({}, [RESOLUTION])
    assert form["total"].value() == "20.000 tỷ đồng"
    assert figures_of_budget(standing) == []
    answer = browser.post(address, asked(document=document, quote="", passage=offered[0][0]))
    assert answer.status_code == 302
    assert [link.passage.quote for link in one_year(standing).total.evidence.all()] == [RESOLUTION]


def test_sentence_of_another_document_is_not_taken(standing, officer, resolution, signed_in):
    other = factories.a_version(standing, "Tổng chi ngân sách là 1 tỷ đồng.")
    said = asked(document=f"[{resolution.document_id}]", quote="", passage=f"{other.pk}:0-10")

    page = signed_in(officer).post(reverse("register:note_budget", args=[standing.pk]), said)

    assert list(page.context["form"].errors) == ["passage"]


@pytest.mark.parametrize(
    ("changes", "fields"), [({"document": ""}, False), ({"total": "7", "science": "8", "year": "9"}, True)]
)
def test_page_says_where_nothing_is_found(standing, officer, resolution, signed_in, changes, fields):
    said = sought(document=f"[{resolution.document_id}]") | changes

    form = signed_in(officer).post(reverse("register:note_budget", args=[standing.pk]), said).context["form"]

    assert ("passage" in form.fields) == fields
    assert not fields or form.fields["passage"].choices == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [("không có", "Không tìm thấy. Đề nghị ghi số, ký hiệu hoặc vài từ trong tên."), ("", "Đề nghị điền nội dung này.")],
)
def test_page_says_that_no_document_was_found_to_look_in(standing, officer, resolution, signed_in, typed, told):
    browser, address = signed_in(officer), reverse("register:note_budget", args=[standing.pk])
    opened = browser.get(address).context["form"]["document"]

    looked = browser.post(address, sought(document=typed)).context["form"]["document"]

    assert opened.help_text == "Gõ số, ký hiệu hoặc vài từ trong tên, không cần dấu."
    assert looked.help_text == told
