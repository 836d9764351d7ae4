"""The room of indices: frameworks, editions, figures with four eyes, computation to the bit, publishing that fixes."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

import factories
from hopluc.errors import WrongDefinition
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.journal.models import JournalEntry
from hopluc.web.observatory import actions, queries
from hopluc.web.observatory.actions import Given, Odd
from hopluc.web.observatory.models import Entry, Framework
from hopluc.web.people.models import Membership

State = Entry.State


def verbs(since=0):
    return list(JournalEntry.objects.filter(number__gt=since).values_list("verb", flat=True))


def last_line():
    return JournalEntry.objects.order_by("-number").first()


def page(signed_in, user, name, *args):
    return signed_in(user).get(reverse(f"observatory:{name}", args=args))


def test_a_shipped_framework_is_entered_once(standing, officer, signed_in):
    browser, said = signed_in(officer), {"shipped": "gii-2023.yaml", "owner": standing.pk}

    first = browser.post(reverse("observatory:add_framework"), said)
    again = browser.post(reverse("observatory:add_framework"), said)

    assert first.status_code == 302
    assert again.status_code == 400
    assert [row.came_from for row in Framework.objects.all()] == ["gii-2023.yaml"]
    assert verbs()[-1:] == ["add_framework"]


def test_a_wrong_framework_is_refused_with_file_and_key(standing, officer, signed_in):
    wrong = "code: x\nedition: '1'\nname: Thử\nstatus: example\nsource: thử\ngroups:\n  - {code: X, name: X}\nindicators:\n  - {code: a, name: A, parent: Y}\n"
    said = {"file": factories.a_file("khung.yaml", wrong), "owner": standing.pk}

    answer = signed_in(officer).post(reverse("observatory:add_framework"), said)

    assert answer.status_code == 400
    assert "khung.yaml" in answer.content.decode()
    assert "a.parent" in answer.content.decode()
    assert Framework.objects.count() == 0


def test_a_table_of_metadata_is_a_framework(standing, officer, signed_in):
    table = "iCode,iName,Direction,Weight,Parent,Type\na,Chỉ số A,1,1,X,Indicator\nb,Chỉ số B,-1,1,X,Indicator\nX,Chung,1,1,,Aggregate\n"
    said = {"file": factories.a_file("khung.csv", table), "owner": standing.pk, "name": "Khung thử"}

    answer = signed_in(officer).post(reverse("observatory:add_framework"), said)

    assert answer.status_code == 302
    assert [one.code for one in Framework.objects.get().definition.indicators] == ["a", "b"]


def test_a_yaml_that_gives_a_key_twice_is_refused(standing):
    with pytest.raises(WrongDefinition, match="dòng 2"):
        actions.read_framework(factories.a_file("k.yaml", "code: x\ncode: y\n"))


def test_an_edition_has_a_series_for_each_indicator_and_offers_the_provinces(edition, officer, signed_in):
    answer = page(signed_in, officer, "edition", edition.pk)

    assert [row.code for row in edition.series.all()] == ["researchers", "spending", "patents", "delay"]
    assert [row.code for row in edition.units.all()] == ["TL", "VH", "DS", "PM", "KN"]
    assert answer.context["figures"]["gaps"] == 20


def test_two_editions_of_one_year_are_refused(edition, officer):
    with pytest.raises(ValidationError):
        factories.an_index(edition.owner, by=officer)


def test_an_agency_sees_and_enters_its_own_series_only(standing, member, officer, colleague, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    own, other = edition.series.get(code="patents"), edition.series.get(code="delay")

    shown = page(signed_in, colleague, "edition", edition.pk)

    assert [line.series.code for line in shown.context["lines"]] == ["patents"]
    assert page(signed_in, colleague, "enter_figures", own.pk).status_code == 200
    assert page(signed_in, colleague, "check", own.pk).status_code == 403
    assert page(signed_in, colleague, "series", other.pk).status_code == 404
    assert page(signed_in, colleague, "enter_figures", other.pk).status_code == 404
    assert page(signed_in, colleague, "compute", edition.pk).status_code == 404


def test_who_supplies_does_not_see_the_ranking(standing, member, officer, colleague, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    result = actions.compute_edition(factories.filled(edition, by=officer), by=officer, replicates=0)

    assert page(signed_in, officer, "result", result.pk).status_code == 200
    assert page(signed_in, colleague, "result", result.pk).status_code == 404


def form_of(series, **cells):
    """The form as the page has it, with these cells filled in."""
    units = {unit.code: unit.pk for unit in series.edition.units.all()}
    entries = queries.entries_of(series)
    said = {"seen": actions.mark_of(entries.values())}
    for entry in entries.values():
        for name, kept in (("value", entry.as_written), ("year", entry.year), ("source", entry.source), ("note", entry.note)):
            said[f"{name}_{entry.unit_id}"] = kept or ""
    for name, value in cells.items():
        field, code = name.split("_")
        said[f"{field}_{units[code]}"] = value
    return said


def test_figures_typed_on_the_page_are_kept_with_source_and_year(edition, officer, signed_in):
    series = edition.series.get(code="spending")
    said = form_of(series, value_VH="5,13", year_VH="2025", source_VH="QĐ 88, tr. 4", value_TL="Không phát sinh", value_DS="")

    answer = signed_in(officer).post(reverse("observatory:enter_figures", args=[series.pk]), said)

    rows = {row.unit.code: (row.value, row.year, row.source, row.state) for row in series.entries.all()}
    assert answer.status_code == 302
    assert rows == {"VH": (5.13, 2025, "QĐ 88, tr. 4", "sent"), "TL": (0.0, None, "", "sent")}
    assert last_line().verb == "enter_figures"


def test_a_missing_figure_is_never_zero(edition, officer):
    series = edition.series.get(code="spending")

    actions.enter_figures(series, by=officer, given={"VH": Given(0.0, "0"), "TL": Given(None, note="chưa có")})

    column = queries.figures_of(edition).values[:, 1]
    assert [None if value != value else value for value in column] == [None, 0.0, None, None, None]  # noqa: PLR0124


@pytest.mark.parametrize("words", ["khoảng 5", "1.000 - 1.200", "5,132", "năm", "17/20"])
def test_what_is_no_single_number_is_refused(words, edition, officer, signed_in):
    series = edition.series.get(code="spending")

    answer = signed_in(officer).post(reverse("observatory:enter_figures", args=[series.pk]), form_of(series, value_VH=words))

    assert list(answer.context["form"].errors) == [f"value_{edition.units.get(code='VH').pk}"]
    assert series.entries.count() == 0


def test_a_pasted_table_fills_the_units_it_names(edition, officer, signed_in):
    series = edition.series.get(code="spending")
    table = "VH\t1,5\t2025\tNiên giám\nTL\t-2,4\n"

    signed_in(officer).post(reverse("observatory:paste", args=[series.pk]), {"table": table})

    assert {row.unit.code: row.value for row in series.entries.all()} == {"VH": 1.5, "TL": -2.4}


def test_a_pasted_line_of_an_unknown_unit_is_refused_with_its_number(edition, officer, signed_in):
    series = edition.series.get(code="spending")

    answer = signed_in(officer).post(reverse("observatory:paste", args=[series.pk]), {"table": "VH;1\nXX;2\n"})

    assert "Dòng 2" in str(answer.context["form"].errors["table"])
    assert series.entries.count() == 0


def test_a_jump_from_last_year_asks_for_a_word(standing, officer, signed_in):
    before, now = factories.an_index(standing, by=officer, year=2025), factories.an_index(standing, by=officer)
    actions.enter_figures(before.series.get(code="patents"), by=officer, given={"VH": Given(128.0, "128")})
    series = now.series.get(code="patents")
    address = reverse("observatory:enter_figures", args=[series.pk])

    asked = signed_in(officer).post(address, form_of(series, value_VH="412"))
    kept = series.entries.count()
    given = signed_in(officer).post(address, form_of(series, value_VH="412", confirmed_VH="Thêm đơn của hai trường"))

    assert "tăng 3,2 lần" in str(asked.context["form"].errors)
    assert (kept, given.status_code) == (0, 302)
    assert series.entries.get().confirmed == "Thêm đơn của hai trường"


def test_an_odd_figure_without_a_word_is_refused_by_the_action_too(standing, officer):
    before, now = factories.an_index(standing, by=officer, year=2025), factories.an_index(standing, by=officer)
    actions.enter_figures(before.series.get(code="patents"), by=officer, given={"VH": Given(1.5, "1,5")})

    with pytest.raises(Odd, match="nhầm đơn vị tính"):
        actions.enter_figures(now.series.get(code="patents"), by=officer, given={"VH": Given(1500.0, "1.500")})


def test_figures_changed_meanwhile_are_not_overwritten(edition, officer, second, signed_in):
    series = edition.series.get(code="patents")
    said = form_of(series, value_VH="5")
    actions.enter_figures(series, by=second, given={"VH": Given(7.0, "7")})

    answer = signed_in(officer).post(reverse("observatory:enter_figures", args=[series.pk]), said)

    assert "vừa được người khác cập nhật" in str(answer.context["form"].errors)
    assert series.entries.get().value == 7.0


def test_whoever_gave_a_figure_does_not_check_it(edition, officer, second):
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})

    with pytest.raises(ValidationError, match="không tự kiểm tra"):
        actions.check_figures(series, by=officer, units={"VH"})
    actions.check_figures(series, by=second, units={"VH"})

    assert series.entries.get().state == State.CHECKED
    assert last_line().verb == "check_figures"


def test_the_page_to_check_offers_only_what_others_gave(edition, officer, second, signed_in):
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})
    actions.enter_figures(series, by=second, given={"TL": Given(6.0, "6")})

    answer = page(signed_in, officer, "check", series.pk)

    assert [code for code, _words in answer.context["form"].fields["units"].choices] == ["TL"]


def test_a_figure_changed_after_its_check_is_checked_again(edition, officer, second):
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})
    actions.check_figures(series, by=second, units={"VH"})

    actions.enter_figures(series, by=officer, given={"VH": Given(6.0, "6")})

    entry = series.entries.get()
    assert (entry.state, entry.checked_by) == (State.SENT, None)


def test_what_is_asked_for_again_does_not_count_until_it_is_sent_again(edition, officer, second):
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})
    actions.ask_for_more(series, by=second, units={"VH"}, wanted="Bộ đề nghị gửi bản ký")
    asked = queries.figures_of(edition).values[1, 2]

    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5", confirmed="Đã gửi bản ký")})

    assert asked != asked  # noqa: PLR0124
    assert series.entries.get().state == State.SENT
    assert queries.figures_of(edition).values[1, 2] == 5.0


def test_the_ministry_accepts_what_was_checked(edition, officer, second):
    series = edition.series.get(code="patents")
    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})
    with pytest.raises(ValidationError, match="tình trạng khác"):
        actions.note_accepted(series, by=second, units={"VH"})
    actions.check_figures(series, by=second, units={"VH"})

    actions.note_accepted(series, by=second, units={"VH"})

    assert series.entries.get().state == State.ACCEPTED


def test_evidence_is_read_by_the_standing_agency_and_nobody_else(standing, member, officer, colleague, stranger, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    series = edition.series.get(code="patents")
    entry = actions.enter_figures(series, by=colleague, given={"VH": Given(5.0, "5")})[0]
    document = factories.a_version(member).document
    address = document.get_absolute_url()
    before = signed_in(officer).get(address).status_code

    signed_in(colleague).post(
        reverse("observatory:attach", args=[entry.pk]), {"document": document.pk, "page": 4, "quote": "05 sáng chế"}
    )

    assert before == 404
    assert signed_in(officer).get(address).status_code == 200
    assert signed_in(stranger).get(address).status_code == 404
    assert last_line().verb == "attach_proof"


def test_a_file_put_up_as_evidence_is_read_like_all_others(edition, officer, signed_in):
    series = edition.series.get(code="patents")
    entry = actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})[0]
    file = factories.a_file("bang.txt", "Số sáng chế của thành phố Vĩnh Hà năm 2025: 05 sáng chế.")

    signed_in(officer).post(reverse("observatory:attach", args=[entry.pk]), {"file": file})
    run_worker(once=True, work=perform)

    assert entry.proofs.get().paper is not None


def test_evidence_taken_away_leaves_the_document(edition, officer, signed_in):
    series = edition.series.get(code="patents")
    entry = actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5")})[0]
    document = factories.a_version(edition.owner).document
    proof = actions.attach_proof(entry, by=officer, document=document)

    signed_in(officer).post(reverse("observatory:detach", args=[proof.pk]), {"reason": "Gắn nhầm"})

    assert entry.proofs.count() == 0
    assert last_line().verb == "detach_proof"
    assert signed_in(officer).get(document.get_absolute_url()).status_code == 200


def test_each_verb_writes_one_line(edition, officer, second):
    start = JournalEntry.objects.count()
    series = edition.series.get(code="patents")

    actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5"), "TL": Given(6.0, "6")})
    actions.check_figures(series, by=second, units={"VH", "TL"})
    actions.ask_for_more(series, by=second, units={"VH"}, wanted="Gửi bản ký")

    assert verbs(start) == ["enter_figures", "check_figures", "ask_for_more"]


def test_a_viewer_looks_and_changes_nothing(edition, viewer, signed_in):
    series = edition.series.first()

    assert page(signed_in, viewer, "series", series.pk).status_code == 200
    assert page(signed_in, viewer, "enter_figures", series.pk).status_code == 403


def test_an_agency_without_accounts_supplies_through_the_standing_agency(edition, officer, member):
    actions.name_suppliers(edition, by=officer, suppliers={"patents": member.name})
    Membership.objects.filter(organisation=member).delete()
    series = edition.series.get(code="patents")

    assert (
        actions.enter_figures(series, by=officer, given={"VH": Given(5.0, "5", source="Công văn 12")})[0].entered_by == officer
    )


def test_an_edition_opened_by_mistake_is_withdrawn(edition, officer, signed_in):
    signed_in(officer).post(reverse("observatory:withdraw", args=[edition.pk]), {"reason": "Mở nhầm năm"})

    assert page(signed_in, officer, "edition", edition.pk).status_code == 404
    assert last_line().verb == "withdraw_edition"


def test_the_next_edition_begins_like_the_one_before(standing, member, officer, signed_in):
    before = factories.an_index(standing, by=officer, year=2025, suppliers={"patents": member.name})

    asked = signed_in(officer).get(reverse("observatory:open_edition", args=[before.framework_id])).context["form"]
    now = factories.an_index(standing, by=officer, year=2026)

    assert asked["units"].initial.splitlines()[1] == "VH; thành phố Vĩnh Hà"
    assert asked["home"].initial == "VH"
    assert [(row.code, row.agency) for row in now.series.exclude(agency=None)] == [("patents", member)]


def test_a_quote_leads_to_its_words_in_the_document(edition, officer, signed_in):
    version = factories.a_version(edition.owner, "Năm 2025 có 05 sáng chế được cấp bằng.")
    entry = actions.enter_figures(edition.series.get(code="patents"), by=officer, given={"VH": Given(5.0, "5")})[0]
    proof = actions.attach_proof(entry, by=officer, document=version.document, quote="05 sáng chế")
    elsewhere = actions.attach_proof(entry, by=officer, document=version.document, quote="06 sáng chế")

    assert "<mark" in signed_in(officer).get(proof.address).content.decode()
    assert elsewhere.address == version.document.get_absolute_url()


@pytest.mark.parametrize("name", ["check", "ask", "accept"])
def test_where_there_is_nothing_to_choose_no_form_is_shown(name, edition, officer, signed_in):
    series = edition.series.get(code="patents")

    answer = page(signed_in, officer, name, series.pk)

    shown = answer.content.decode()
    assert str(answer.context["none"]) in shown
    assert 'class="card asking"' not in shown
