"""A figure entered wrongly is put right or taken out on its page, with the reason; the journal keeps what it was."""

from decimal import Decimal

import pytest
from django.urls import reverse

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation
from hopluc.web.register.actions import note_money


@pytest.fixture
def figure(standing: Organisation) -> Observation:
    return factories.an_observation(factories.a_programme(standing), Figure.exact(Decimal(66)))


def correct(browser, row, **said):
    given = {"figure": "65", "stage": "actual", "reason": "Cộng nhầm"} | said
    return browser.post(reverse("measures:correct", args=[row.pk]), given)


def test_a_figure_is_put_right_with_its_reason(figure, officer, signed_in):
    answer = correct(signed_in(officer), figure, figure="60 - 65", stage="plan")

    row = Observation.objects.get(pk=figure.pk)
    line = JournalEntry.objects.latest("pk")
    assert answer.headers["Location"] == row.get_absolute_url()
    assert (row.figure, row.stage) == (Figure.between(Decimal(60), Decimal(65)), "plan")
    assert (line.verb, line.reason) == ("correct_observation", "Cộng nhầm")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("5,132", "có thể hiểu là hai số khác nhau"),
        ("chưa có số liệu", "Số ghi nhầm thì rút khỏi sổ"),
        ("sáu mươi", "Chưa đọc được số"),
    ],
)
def test_what_is_no_figure_is_refused_and_nothing_changes(figure, officer, signed_in, typed, told):
    answer = correct(signed_in(officer), figure, figure=typed)

    assert told in answer.content.decode()
    assert Observation.objects.get(pk=figure.pk).figure == figure.figure


def test_a_correction_without_its_reason_is_refused(figure, officer, signed_in):
    assert correct(signed_in(officer), figure, reason="").status_code == 200
    assert Observation.objects.get(pk=figure.pk).figure == figure.figure


def test_money_is_put_right_in_whole_dong(standing, officer, signed_in):
    row = note_money(factories.a_programme(standing), by=None, year=2026, stage="allotted", amount=5_132_000_000)
    browser = signed_in(officer)

    assert browser.get(reverse("measures:correct", args=[row.pk])).context["form"]["figure"].value() == "5.132.000.000"
    assert "Đề nghị" in correct(browser, row, figure="sáu đồng rưỡi", stage="allotted").content.decode()
    correct(browser, row, figure="5,2 tỷ đồng", stage="allotted")

    assert Observation.objects.get(pk=row.pk).dong_low == 5_200_000_000


def test_a_figure_taken_out_is_shown_no_more_and_kept_in_the_journal(figure, officer, signed_in):
    browser = signed_in(officer)

    answer = browser.post(reverse("measures:withdraw", args=[figure.pk]), {"reason": "Ghi hai lần"})

    assert answer.headers["Location"] == figure.about.get_absolute_url()
    assert browser.get(reverse("measures:correct", args=[figure.pk])).status_code == 404
    assert JournalEntry.objects.latest("pk").reason == "Ghi hai lần"


def test_a_figure_of_no_object_taken_out_leads_back_to_what_is_counted(standing, officer, signed_in):
    counted = find_or_add_indicator(standing, by=None, name="Công nghệ chuyển giao", unit="công nghệ")
    row = record_observation(counted, by=None, figure=Figure.exact(Decimal(5)))

    answer = signed_in(officer).post(reverse("measures:withdraw", args=[row.pk]), {"reason": "Ghi hai lần"})

    assert answer.headers["Location"] == counted.get_absolute_url()


def test_the_way_to_it_is_shown_to_those_whose_it_is_only(figure, officer, viewer, signed_in):
    address = figure.indicator.get_absolute_url()
    ways = [reverse(f"measures:{verb}", args=[figure.pk]) for verb in ("correct", "withdraw")]

    shown = [[way in signed_in(user).get(address).content.decode() for way in ways] for user in (officer, viewer)]
    assert shown == [[True, True], [False, False]]
