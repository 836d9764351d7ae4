"""The journal: one line a verb, one chain, nothing changed unseen."""

import json
import threading
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext_lazy

import factories
from hopluc.web.journal import queries, triggers
from hopluc.web.journal.actions import amend, enter, erase_personal_values, record
from hopluc.web.journal.chain import canonical_json
from hopluc.web.journal.checks import advice_on_sqlite, check_database
from hopluc.web.journal.models import JournalEntry, JournalHead, PersonalValue
from hopluc.web.keeping import wholeness
from hopluc.web.people import actions as people
from hopluc.web.people.models import Organisation, Person, Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def five_lines(standing: Organisation) -> list[JournalEntry]:
    for name in "ABCD":
        factories.an_organisation(f"Viện {name} thành phố Vĩnh Hà")
    return list(JournalEntry.objects.order_by("number"))


def tamper(statement: str, *values: object) -> None:
    """Change the table behind the triggers' back, as one who owns the database can; then set them again."""
    triggers.REFUSALS.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    triggers.REFUSALS.create(connection)


def test_a_line_says_who_did_what_to_which_and_why(standing, officer):
    entry = record(
        officer,
        "rename",
        standing,
        before={"name": "A", "kind": "agency"},
        after={"name": "B", "kind": "agency"},
        reason="Sắp xếp",
    )

    assert (entry.actor, entry.verb, entry.object_type, entry.object_id) == (
        officer,
        "rename",
        "people.organisation",
        str(standing.pk),
    )
    assert (json.loads(entry.before), json.loads(entry.after), entry.reason) == ({"name": "A"}, {"name": "B"}, "Sắp xếp")


def test_amend_keeps_before_and_after(standing):
    amend(standing, by=None, verb="rename", changes={"name": "Sở Khoa học thành phố Vĩnh Hà"})

    last = JournalEntry.objects.last()
    assert json.loads(last.before)["name"] == "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"
    assert json.loads(last.after)["name"] == "Sở Khoa học thành phố Vĩnh Hà"


def test_lines_are_numbered_and_chained(five_lines):
    assert [entry.number for entry in five_lines] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in five_lines] == ["0" * 64, *(entry.hash for entry in five_lines[:-1])]
    assert queries.verify() == queries.Verdict(5)
    assert queries.verify().whole


def test_an_empty_journal_is_whole(db):
    assert queries.verify() == queries.Verdict(0)
    assert queries.head() == (0, "0" * 64)


def test_a_change_that_fails_leaves_no_line(standing):
    def rename_and_fail() -> None:
        with transaction.atomic():
            record(None, "rename", standing)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        rename_and_fail()

    assert JournalEntry.objects.filter(verb="rename").count() == 0
    assert queries.verify().whole


@pytest.mark.parametrize(
    "statement",
    ["UPDATE journal_journalentry SET verb = 'x' WHERE number = 2", "DELETE FROM journal_journalentry WHERE number = 2"],
)
def test_the_database_refuses_to_change_or_delete_a_line(five_lines, statement):
    with pytest.raises(DatabaseError, match="never changed or deleted"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert queries.verify() == queries.Verdict(5)


def test_without_the_triggers_a_line_can_be_deleted_and_verify_finds_it(five_lines):
    tamper("DELETE FROM journal_journalentry WHERE number = 3")

    assert queries.verify() == queries.Verdict(2, 3, "thiếu dòng")


@pytest.mark.parametrize(
    ("column", "value"),
    [("verb", "other"), ("object_label", "khác"), ("after", "{}"), ("reason", "khác"), ("actor_id", None), ("owner_id", 99)],
)
def test_verify_names_the_line_that_was_changed(five_lines, officer, column, value):
    record(officer, "rename", five_lines[0].actor or officer, after={"kind": "x"})
    number = JournalEntry.objects.last().number
    factories.an_organisation()

    tamper(f"UPDATE journal_journalentry SET {column} = %s WHERE number = %s", value, number)  # noqa: S608 — columns listed above

    verdict = queries.verify()
    assert (verdict.bad, verdict.fault) == (number, "nội dung đã bị sửa")


def test_verify_names_the_line_that_was_put_in(five_lines):
    triggers.REFUSALS.drop(connection)
    forged = five_lines[2]
    JournalEntry.objects.filter(number__gte=4).delete()
    forged.number, forged.previous = 4, "f" * 64
    forged.save(force_insert=True)
    triggers.REFUSALS.create(connection)

    assert queries.verify() == queries.Verdict(3, 4, "không nối với dòng trước")


def test_verify_names_the_first_of_two_lines_that_changed_places(five_lines):
    tamper("UPDATE journal_journalentry SET number = 99 WHERE number = 2")
    tamper("UPDATE journal_journalentry SET number = 2 WHERE number = 3")
    tamper("UPDATE journal_journalentry SET number = 3 WHERE number = 99")

    assert queries.verify() == queries.Verdict(1, 2, "không nối với dòng trước")


def test_a_tail_cut_off_is_found_by_the_head(five_lines):
    tamper("DELETE FROM journal_journalentry WHERE number = 5")

    assert queries.verify() == queries.Verdict(4, 5, "các dòng cuối đã bị cắt")


def test_a_tail_cut_off_with_its_head_is_found_by_the_head_kept_elsewhere(five_lines):
    kept = queries.head()
    tamper("DELETE FROM journal_journalentry WHERE number = 5")
    JournalHead.objects.update(number=4, hash=five_lines[3].hash)

    assert queries.verify().whole
    assert queries.verify(since=kept) == queries.Verdict(4, 5, "các dòng cuối đã bị cắt")


def test_a_whole_chain_written_anew_is_found_by_the_head_kept_elsewhere(five_lines, standing):
    kept = queries.head()
    triggers.REFUSALS.drop(connection)
    JournalEntry.objects.all().delete()
    JournalHead.objects.all().delete()
    triggers.REFUSALS.create(connection)
    for _ in range(6):
        record(None, "forge", standing)

    assert queries.verify().whole
    assert queries.verify(since=kept) == queries.Verdict(5, 5, "khác với mã đã xuất trước đây")


def test_a_head_that_does_not_match_is_found(five_lines):
    JournalHead.objects.update(hash="a" * 64)

    assert queries.verify() == queries.Verdict(5, 5, "đầu chuỗi không khớp dòng cuối")


def test_missing_triggers_are_found(five_lines):
    triggers.REFUSALS.drop(connection)

    assert queries.verify().fault == "cơ sở dữ liệu không còn chặn việc sửa, xóa nhật ký"
    assert [message.id for message in check_database(["default"])] == ["hopluc.E001"]


@pytest.mark.parametrize(("version", "advice"), [((3, 51, 2), ["hopluc.W001"]), ((3, 51, 3), [])])
def test_an_old_sqlite_is_told_of(version, advice):
    assert [message.id for message in advice_on_sqlite(version)] == advice


def test_what_is_hashed_has_one_form_only(standing):
    values = {
        "b": Decimal("1.50"),
        "a": datetime(2026, 1, 5, 7, tzinfo=UTC),
        "d": date(2026, 1, 5),
        "row": standing,
        "zero": Decimal("0.00"),
        "text": gettext_lazy("Quá hạn"),
    }

    assert canonical_json(values) == (
        f'{{"a":"2026-01-05T07:00:00+00:00","b":"1.5","d":"2026-01-05","row":{standing.pk},"text":"Quá hạn","zero":"0"}}'
    )


def test_a_sound_database_has_nothing_to_report(five_lines):
    assert check_database(["default"]) == []


def test_a_personal_value_stands_in_the_chain_only_as_a_commitment(standing):
    person = people.find_or_add_person(standing, by=None, name="Nguyễn Văn Thử")

    entry = queries.entries_about(person).get()

    assert "Nguyễn Văn Thử" not in entry.after + entry.object_label
    assert queries.revealed(entry)[1]["name"] == "Nguyễn Văn Thử"


def test_erased_personal_values_are_gone_and_the_chain_still_holds(standing):
    person = people.find_or_add_person(standing, by=None, name="Nguyễn Văn Thử")
    entry = queries.entries_about(person).get()

    gone = erase_personal_values(person, by=None, reason="Theo yêu cầu của chủ thể dữ liệu")

    assert gone == 2
    assert queries.revealed(entry)[1]["name"] is None
    assert queries.verify().whole


def test_a_personal_value_that_was_altered_is_found(standing):
    people.find_or_add_person(standing, by=None, name="Nguyễn Văn Thử")
    kept = PersonalValue.objects.first()
    PersonalValue.objects.filter(pk=kept.pk).update(value='"Người khác"')

    assert queries.verify().fault == f"giá trị cá nhân {kept.pk} đã bị sửa"


def test_lines_of_an_organisation_are_those_about_what_it_owns(standing, elsewhere):
    ours = factories.a_programme(standing)
    factories.a_programme(elsewhere)

    lines = queries.entries_of([standing.pk])

    assert [(line.object_type, line.object_id) for line in lines] == [("register.programme", str(ours.pk))]


def test_a_row_that_is_refused_leaves_no_line(standing):

    with pytest.raises(ValidationError):
        enter(Person(owner=standing, name=""), by=None, verb="add_person")

    assert JournalEntry.objects.filter(verb="add_person").count() == 0


@pytest.mark.django_db(transaction=True)
def test_concurrent_writers_make_one_chain():
    organisation = Organisation.objects.create(key="vien-thu", name="Viện Thử", search_key="vien thu")
    start = threading.Barrier(4)

    def write() -> None:
        start.wait()
        for _ in range(5):
            with transaction.atomic():
                record(None, "touch", organisation, after={"at": timezone.now()})
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert queries.verify() == queries.Verdict(20)


@pytest.mark.django_db(transaction=True)
def test_a_line_outside_a_transaction_is_refused():
    organisation = Organisation.objects.create(key="vien-thu", name="Viện Thử", search_key="vien thu")

    with pytest.raises(AssertionError, match="in the transaction"):
        record(None, "touch", organisation)


@pytest.mark.parametrize("what", wholeness.REFUSED)
def test_refusals_that_are_gone_from_the_database_are_told(what):
    whole = wholeness.faults()
    wholeness.REFUSED[what].drop(connection)

    assert (whole, wholeness.faults()) == ([], [f"Cơ sở dữ liệu không còn chặn việc sửa {what}."])


def test_every_app_whose_rows_the_database_fixes_is_looked_after():
    apps = {file.parent.name for file in Path(wholeness.__file__).parents[1].glob("*/triggers.py")}
    told = {refusals.every[0].table.partition("_")[0] for refusals in wholeness.REFUSED.values()}

    assert apps == told | {"journal", "observatory", "returns"}


def test_only_once_it_has_refused_a_row_is_the_database_asked_why(db):
    with CaptureQueriesContext(connection) as asked:
        enter(Place(code="vinh-ha", name="Vĩnh Hà", kind="province", search_key="vinh ha"), by=None, verb="add_province")

    with pytest.raises(ValidationError):
        enter(Place(code="vinh-ha", name="Vĩnh Hà", kind="province", search_key="vinh ha"), by=None, verb="add_province")

    assert [question["sql"] for question in asked if question["sql"].startswith("SELECT 1")] == []
    assert (Place.objects.count(), queries.verify().whole) == (1, True)
