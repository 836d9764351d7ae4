"""What the room of indices refuses, each with its words; and the forms that open an edition and say who supplies what."""

from dataclasses import replace

import numpy as np
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

import factories
import small_index
from hopluc.errors import LegacyEncoding, UnknownFormat
from hopluc.scorecards import score
from hopluc.scorecards.definition import Column, Grade, Group, Indicator, Scale
from hopluc.web.observatory import actions, profiles, queries, supposing
from hopluc.web.observatory.actions import Announced, Given, NewUnit
from hopluc.web.observatory.charts import bars_of
from hopluc.web.observatory.models import Edition
from hopluc.web.observatory.templatetags.observatory import figure
from hopluc.web.observatory.typed import number_of, rank_of, value_of, year_of

FREE = Indicator("free", "Tự do", "x")
SHARE = Indicator("share", "Tỷ lệ", "x", low=0.0, high=100.0)
PEOPLE = Indicator("people", "Nhân lực", "x", unit="người")
RUBRIC = Indicator("level", "Mức", "x", scale=Scale("rubric", (Grade(1, word="Yếu"), Grade(3, word="Khá"))))
TWO = (NewUnit("A", "Tỉnh A"), NewUnit("B", "Tỉnh B"))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1.200", 1200.0),
        ("5,13", 5.13),
        ("-2,4", -2.4),
        ("− 2,4", -2.4),
        ("0,123456789", 0.123456789),
        ("-0,1234567", -0.1234567),
        ("", None),
        ("NA", None),
        ("chưa có số liệu", None),
        ("Không phát sinh", 0.0),
        ("20%", 20.0),
    ],
)
def test_a_typed_figure_is_one_number_or_none(words, value):
    assert value_of(words, FREE) == value


@pytest.mark.parametrize(("words", "points"), [("khá", 3.0), ("YẾU", 1.0), ("", None)])
def test_a_word_of_a_rubric_is_its_points(words, points):
    assert value_of(words, RUBRIC) == points


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (lambda words: value_of(words, FREE), "ít nhất 10"),
        (lambda words: value_of(words, SHARE), "120"),
        (lambda words: value_of(words, RUBRIC), "Tốt"),
        (lambda words: value_of(words, None), "0"),
        (lambda words: value_of(words, PEOPLE), "20%"),
        (lambda words: value_of(words, None), "20%"),
        (number_of, "12 tỷ"),
        (number_of, "9" * 400),
        (number_of, "1" + ".000" * 120),
        (rank_of, "0"),
        (rank_of, "ba"),
        (lambda words: year_of(words, 2026), "2027"),
        (lambda words: year_of(words, 2026), "20x6"),
    ],
)
def test_what_cannot_stand_is_refused(read, words):
    with pytest.raises(ValidationError):
        read(words)


def test_a_year_and_a_rank_may_be_left_out():
    assert (year_of(" ", 2026), rank_of(""), year_of("2025", 2026), rank_of("3")) == (None, None, 2025, 3)


@pytest.mark.parametrize(("value", "said"), [(3140.0, "3.140"), (0.9, "0,9"), (None, "–"), (1e-7, "0,0000001"), (-2.5, "-2,5")])
def test_a_figure_is_told_with_all_its_digits_and_no_more(value, said):
    assert figure(value) == said


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("khung.yaml", b"code: \xff\xfe", LegacyEncoding),
        ("khung.docx", b"x", UnknownFormat),
        ("khung.yaml", b"x" * 2_000_001, ValidationError),
    ],
)
def test_a_file_that_is_no_framework_is_refused(name, content, error):
    with pytest.raises(error):
        actions.read_framework(factories.a_file(name, content))


def test_a_framework_that_does_not_come_with_the_package_is_refused():
    with pytest.raises(ValidationError, match="không-có"):
        actions.shipped("không-có.yaml")


@pytest.mark.parametrize(
    ("units", "home", "told"),
    [
        (TWO[:1], "", "từ 2 đến"),
        ((*TWO, NewUnit("A", "Tỉnh C")), "", "dùng hai lần"),
        (TWO, "C", "Không có đơn vị"),
    ],
)
def test_units_that_cannot_be_scored_are_refused(units, home, told, edition, officer):
    with pytest.raises(ValidationError, match=told):
        actions.open_edition(edition.framework, by=officer, year=2030, units=units, home=home)


def test_an_unknown_code_among_suppliers_is_refused(edition, officer):
    with pytest.raises(ValidationError, match="xyz"):
        actions.name_suppliers(edition, by=officer, suppliers={"xyz": "Sở Y tế thành phố Vĩnh Hà"})


def test_figures_of_an_unknown_unit_are_refused(edition, officer):
    with pytest.raises(ValidationError, match="XX"):
        actions.enter_figures(edition.series.first(), by=officer, given={"XX": Given(1.0, "1")})


def test_giving_the_same_again_writes_nothing(edition, officer):
    series, given = edition.series.first(), {"VH": Given(5.0, "5")}
    actions.enter_figures(series, by=officer, given=given)

    assert actions.enter_figures(series, by=officer, given=given) == []


@pytest.mark.parametrize("proof", [{}, {"document": 1, "file": 1}])
def test_evidence_is_a_document_or_a_file(proof, edition, officer):
    entry = actions.enter_figures(edition.series.first(), by=officer, given={"VH": Given(5.0, "5")})[0]

    with pytest.raises(ValidationError, match="một văn bản đã có, hoặc"):
        actions.attach_proof(entry, by=officer, **proof)


def test_checking_nothing_is_refused(edition, officer):
    with pytest.raises(ValidationError, match="ít nhất một"):
        actions.check_figures(edition.series.first(), by=officer, units={"VH"})


def test_an_official_score_of_an_unknown_group_is_refused(edition, officer):
    with pytest.raises(ValidationError, match="XYZ"):
        actions.note_official(edition, by=officer, source="QĐ", announced=[Announced("VH", "XYZ", 5.0)])


@pytest.fixture
def fixed(edition, officer, second, leader):
    factories.filled(edition, by=officer, checked_by=second)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    actions.review_result(result, by=second, review="")
    return actions.publish_result(result, by=leader)


@pytest.mark.parametrize(
    "change",
    [
        lambda edition, user: actions.name_suppliers(edition, by=user, suppliers={}),
        lambda edition, user: actions.withdraw_edition(edition, by=user, reason="Nhầm"),
        lambda edition, user: actions.enter_figures(edition.series.first(), by=user, given={"VH": Given(1.0, "1")}),
        lambda edition, user: actions.check_figures(edition.series.first(), by=user, units={"VH"}),
        lambda edition, user: actions.compute_edition(edition, by=user, replicates=0),
        lambda edition, user: actions.publish_result(edition.results.get(), by=user),
    ],
)
def test_nothing_of_a_published_edition_is_done_again(change, fixed, leader):
    with pytest.raises(ValidationError):
        change(Edition.objects.get(pk=fixed.edition_id), leader)


def test_a_job_that_runs_twice_computes_once(edition, officer):
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)

    assert actions.carry_out(result, by=officer) is result


def test_a_result_that_computing_again_does_not_give_is_not_published(edition, officer, second, leader):
    factories.filled(edition, by=officer, checked_by=second)
    result = actions.compute_edition(edition, by=officer, replicates=0)
    result.outcome, result.sha256 = "{}", "0" * 64
    result.save()
    actions.review_result(result, by=second, review="")

    with pytest.raises(ValidationError, match="không ra đúng"):
        actions.publish_result(result, by=leader)


def test_the_form_opens_an_edition_of_the_units_typed(edition, officer, signed_in):
    address = reverse("observatory:open_edition", args=[edition.framework_id])
    units = "A; Phường A\nB\tPhường B\n\n"

    signed_in(officer).post(address, {"year": 2028, "units": units, "home": "B", "due_on": "2028-08-30"})

    made = Edition.objects.get(year=2028)
    assert [(unit.code, unit.name, unit.is_home) for unit in made.units.all()] == [
        ("A", "Phường A", False),
        ("B", "Phường B", True),
    ]
    assert made.due_on.isoformat() == "2028-08-30"


@pytest.mark.parametrize("units", ["A", "A; ", f"{'A' * 41}; Tên"])
def test_a_unit_without_code_or_name_is_refused_with_its_line(units, edition, officer, signed_in):
    address = reverse("observatory:open_edition", args=[edition.framework_id])

    answer = signed_in(officer).post(address, {"year": 2028, "units": units})

    assert "Dòng 1" in str(answer.context["form"].errors["units"])


def test_a_framework_with_classes_asks_for_them(standing, officer, signed_in):
    definition = replace(small_index.definition(), code="nhom", classes=(Column("region", "Vùng"),))
    framework = actions.add_framework(standing, by=officer, definition=definition, came_from="nhom.yaml")
    address = reverse("observatory:open_edition", args=[framework.pk])

    asked = signed_in(officer).get(address)
    signed_in(officer).post(address, {"year": 2028, "units": "A; Tỉnh A; Bắc\nB; Tỉnh B; Nam"})

    assert "Vùng" in str(asked.context["form"]["units"].label)
    assert queries.figures_of(framework.editions.get()).classes == {"region": ("Bắc", "Nam")}


def test_the_form_says_who_supplies_what(edition, officer, member, signed_in):
    address = reverse("observatory:suppliers", args=[edition.pk])
    said = f"patents; {member.name}\ndelay;\n"

    signed_in(officer).post(address, {"suppliers": said})

    assert [row.code for row in edition.series.exclude(agency=None)] == ["patents"]
    again = signed_in(officer).post(address, {"suppliers": "patents; A\npatents; B"})
    assert "Dòng 2" in str(again.context["form"].errors["suppliers"])


def test_an_official_line_that_is_no_number_is_refused(edition, officer, signed_in):
    said = {"source": "QĐ", "table": "VH; năm mươi"}

    answer = signed_in(officer).post(reverse("observatory:official", args=[edition.pk]), said)

    assert "Dòng 1" in str(answer.context["form"].errors["table"])


def test_a_pasted_figure_that_is_no_number_is_refused_with_its_line(edition, officer, signed_in):
    series = edition.series.get(code="spending")

    answer = signed_in(officer).post(reverse("observatory:paste", args=[series.pk]), {"table": "VH;khoảng 5"})

    assert "Dòng 1" in str(answer.context["form"].errors["table"])


def test_a_framework_is_a_choice_or_a_file(standing, officer, signed_in):
    answer = signed_in(officer).post(reverse("observatory:add_framework"), {"owner": standing.pk, "name": "x"})

    assert (answer.status_code, "chọn một khung" in answer.content.decode()) == (400, True)


def test_the_page_of_a_framework_tells_each_share_of_the_index(edition, officer, signed_in):
    browser = signed_in(officer)
    answer = browser.get(reverse("observatory:framework", args=[edition.framework_id]))
    file = browser.get(reverse("observatory:download_framework", args=[edition.framework_id]))

    shares = {row["part"].code: round(row["share"], 2) for row in answer.context["rows"]}
    assert shares == {
        "index": 100,
        "human": 66.67,
        "researchers": 16.67,
        "spending": 50,
        "output": 33.33,
        "patents": 16.67,
        "delay": 16.67,
    }
    assert b"".join(file.streaming_content).decode() == edition.framework.text


def test_an_index_of_several_tops_ranks_nobody_but_shows_its_scores(standing, officer, signed_in):
    definition = replace(small_index.definition(), code="hai", groups=(Group("human", "Nhân lực"), Group("output", "Kết quả")))
    framework = actions.add_framework(standing, by=officer, definition=definition, came_from="hai.yaml")
    units = [NewUnit(code, code) for code in small_index.UNITS]
    edition = factories.filled(actions.open_edition(framework, by=officer, year=2026, units=units), by=officer)
    result = actions.compute_edition(edition, by=officer, replicates=0)

    answer = signed_in(officer).get(result.get_absolute_url())

    assert (answer.context["ranking"].ranks_anybody, answer.context["chart"]) == (False, None)


def test_a_unit_with_no_figure_at_all_has_no_score_and_supposing_gives_it_one():
    data = small_index.data()
    data.values[0] = np.nan
    scores = score(small_index.definition(), data)

    found = supposing.supposed(scores, "TL", {"patents": 60.0})

    assert profiles.parts_of(scores, "TL")[0][0].score is None
    assert supposing.supposed(scores, "TL", {}).rank is None
    assert found.rank == 1


def test_what_cannot_be_split_is_shown_without_contributions():
    definition = replace(small_index.definition(), steps=replace(small_index.definition().steps, aggregate=_copeland()))
    groups, indicators = profiles.parts_of(score(definition, small_index.data()), "VH")

    assert [part.given for part in (*groups, *indicators)] == [None] * 7


def _copeland():
    return replace(small_index.definition().steps.aggregate, method="copeland")


def test_bars_of_negative_values_lie_left_of_the_axis():
    chart = bars_of("Hơn, kém", [("A" * 40, 5.0), ("B", -5.0), ("C", None)])

    assert [(bar.x + bar.length == chart.axis, bar.x == chart.axis) for bar in chart.bars] == [(False, True), (True, False)]
    assert chart.bars[0].label == "A" * 29 + "…"
    assert [(bar.x, bar.x + bar.length) for bar in chart.bars] == [(500, chart.width), (0, 500)]


@pytest.mark.parametrize("name", ["indices", "add_framework"])
def test_a_visitor_is_sent_to_sign_in(name, db):
    assert Client().get(reverse(f"observatory:{name}")).status_code == 302


def test_who_is_in_no_organisation_sees_no_index(edition, officer):
    class Nobody:
        is_authenticated = False

    seen = (
        queries.frameworks_seen_by,
        queries.editions_run_by,
        queries.editions_seen_by,
        queries.series_seen_by,
        queries.entries_seen_by,
        queries.results_seen_by,
    )
    assert [list(look(Nobody())) for look in seen] == [[]] * 6
    assert queries.series_to_supply(Nobody()) == []
