"""Merging returns: likely duplicates and the officer's word on them, where each sentence goes, and what its agency sees of it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

import factories
from hopluc.web.documents.queries import evidence_for
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Statement, Strand
from hopluc.web.returns import actions, queries
from hopluc.web.returns.merge_page import merge_page
from hopluc.web.returns.models import Pair, Placement, Round, Sentence, Stage
from hopluc.web.returns.prefill import NewLine

pytestmark = pytest.mark.django_db
ONE = "Ngày 18/9/2026, tổ chức phiên kết nối doanh nghiệp Nhật Bản với 13 doanh nghiệp và 120 cuộc kết nối."
OTHER = "Phiên kết nối doanh nghiệp Nhật Bản (ngày 18/9) có 13 doanh nghiệp tham dự, 102 cuộc kết nối."
ALONE = "Đã hoàn thành khảo sát nhu cầu công nghệ của các làng nghề."


@pytest.fixture
def round_(standing: Organisation, member: Organisation, officer: User) -> Round:
    """A round in which two agencies' returns are received; both tell of one event, one of them of something else too."""
    made = factories.a_round(factories.a_programme(standing), member.name, "Sở Ngoại vụ thành phố Vĩnh Hà")
    for row, texts in zip(queries.newest_returns(made), ((ONE, ALONE), (OTHER,)), strict=True):
        factories.a_told(row, *texts)
        actions.send(row, by=None)
        actions.receive(row, by=officer)
    return made


@pytest.fixture
def told(round_: Round) -> dict[str, Sentence]:
    return {one.text: one for one in queries.sentences_received(round_)}


def test_the_same_event_told_by_two_is_proposed_with_its_reason(round_):
    (pair,) = merge_page(round_)["pairs"]

    assert (pair.first.text, pair.second.text) == (ONE, OTHER)
    assert pair.reason.startswith("cùng ngày 18/09")
    assert pair.reason.endswith("số khác nhau")


def test_what_is_not_received_is_not_merged(round_, officer):
    later = actions.correct_late(queries.newest_returns(round_)[0], by=officer, reason="Đính chính.")

    assert later.sentences.count() == 2
    assert merge_page(round_)["total"] == 3


def test_one_thing_is_told_once_and_both_go_with_it(round_, told, officer):
    actions.decide_pair(round_, by=officer, first=told[ONE], second=told[OTHER], decision="same", kept=told[OTHER])
    page = merge_page(round_)
    assert [one.text for group in page["groups"] for one in group.sentences] == [ALONE, OTHER]
    assert page["pairs"] == []

    statement = actions.place_sentences(
        round_, by=officer, sentences=[told[OTHER]], text="Tổ chức phiên kết nối, 13 doanh nghiệp."
    )

    assert {placed.sentence.text for placed in Placement.objects.filter(statement=statement)} == {ONE, OTHER}
    assert sorted(link.as_written for link in evidence_for(statement, officer)) == sorted([ONE, OTHER])


@pytest.mark.parametrize("decision", ["two", "ask"])
def test_two_things_or_a_question_leave_both(round_, told, officer, decision):
    actions.decide_pair(round_, by=officer, first=told[OTHER], second=told[ONE], decision=decision)

    page = merge_page(round_)
    assert (len(page["pairs"]), page["hidden"], len(page["asked"])) == (0, 0, int(decision == "ask"))
    assert Pair.objects.get().kept is None


def test_a_word_may_be_changed(round_, told, officer):
    actions.decide_pair(round_, by=officer, first=told[ONE], second=told[OTHER], decision="same")
    actions.decide_pair(round_, by=officer, first=told[OTHER], second=told[ONE], decision="two")

    assert [pair.decision for pair in Pair.objects.all()] == ["two"]


def test_a_statement_without_words_or_without_a_programme_is_refused(round_, told, officer):
    with pytest.raises(ValidationError):
        actions.place_sentences(round_, by=officer, sentences=[told[ALONE]], text="  ")
    round_.programme = None
    with pytest.raises(ValidationError):
        actions.place_sentences(round_, by=officer, sentences=[told[ALONE]], text="Đã khảo sát.")
    assert not Statement.objects.exists()


def test_groups_stand_by_strand_then_by_type(round_, told):
    strand = Strand.objects.create(programme=round_.programme, title="Chuyển giao công nghệ", order=1)
    round_.parts.filter(order=1).update(strand=strand)

    (group,) = merge_page(round_)["groups"]

    assert (group.strand, str(group.kind), len(group.sentences)) == (strand, "Kết quả", 3)


def test_each_agency_sees_where_its_sentence_went(round_, told, officer, colleague, signed_in):
    browser = signed_in(officer)
    browser.post(reverse("returns:place", args=[round_.pk, told[ALONE].pk]), {"text": "Khảo sát làng nghề đã hoàn thành."})
    browser.post(reverse("returns:place", args=[round_.pk, told[ONE].pk]), {"leave": "1"})

    page = signed_in(colleague).get(told[ONE].of_return.get_absolute_url()).content.decode()

    assert "“Khảo sát làng nghề đã hoàn thành.”" in page
    assert "Chưa dùng trong báo cáo tổng hợp" in page


def test_the_officer_decides_on_the_page(round_, told, officer, signed_in):
    browser = signed_in(officer)
    assert "Trùng nhau?" in browser.get(reverse("returns:merge", args=[round_.pk])).content.decode()

    browser.post(
        reverse("returns:decide", args=[round_.pk, told[ONE].pk, told[OTHER].pk]), {"decision": "same", "kept": "second"}
    )

    assert Pair.objects.get().kept == told[OTHER]
    assert "Trùng nhau?" not in browser.get(reverse("returns:merge", args=[round_.pk])).content.decode()


def test_what_a_correction_changes_of_the_draft_is_told_before_it_goes_up(round_, told, officer):
    for one in (told[ONE], told[ALONE]):
        actions.place_sentences(round_, by=officer, sentences=[one], text=one.text)
    later = actions.correct_late(told[ONE].of_return, by=officer, reason="Đính chính số cuộc kết nối.")
    changed = later.sentences.get(text=ONE)
    actions.save_return(later, by=None, filled=actions.Filled(texts={changed.pk: ONE.replace("120", "102")}))
    actions.send(later, by=None)
    assert merge_page(round_)["corrected"] == []

    actions.receive(later, by=officer)

    page = merge_page(round_)
    assert [one.text for one in page["corrected"]] == [ONE]
    assert [one.text for one in queries.sentences_received(round_) if hasattr(one, "placement")] == [ALONE]


def test_sentences_of_another_round_are_not_there(round_, told, officer, signed_in):
    other = factories.a_round(round_.programme, year=2027)

    asked = signed_in(officer).post(reverse("returns:place", args=[other.pk, told[ONE].pk]), {"text": "."})

    assert asked.status_code == 404


def test_an_agency_that_gave_figures_only_is_counted(standing, officer):
    made = factories.a_round(factories.a_programme(standing))
    row = queries.newest_returns(made)[0]
    line = NewLine(made.parts.all()[0], "Người được đào tạo", "người", figures={Stage.ACTUAL: Figure.exact(Decimal(12))})
    actions.save_return(row, by=None, filled=actions.Filled(lines=(line,)))
    actions.send(row, by=None)
    actions.receive(row, by=officer)

    page = merge_page(made)

    assert (page["total"], page["agencies"]) == (0, 1)
