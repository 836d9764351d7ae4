"""The past: a programme at the end of any day is what a page would have shown that evening, whatever was done since."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document as WordFile

import factories
import hopluc.web
from hopluc.web.journal.actions import erase_personal_values
from hopluc.web.measures.actions import withdraw_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.past.changes import NOUNS
from hopluc.web.past.programme import stood
from hopluc.web.past.tables import HEAD
from hopluc.web.past.words import told_fields
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions, ledger
from hopluc.web.register.history import VERBS
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Progress, Role, Statement, Strand
from hopluc.web.terms import Term

FIRST = date(2026, 3, 2)
WEB = Path(hopluc.web.__file__).parent


@dataclass
class Clock:
    """The site's clock, set by the test."""

    now: datetime = field(default_factory=lambda: datetime(2026, 3, 2, 3, 0, tzinfo=UTC))

    def go_to(self, day: date, hour: int = 3) -> None:
        self.now = datetime(day.year, day.month, day.day, hour, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


def as_shown(programme: Programme, user: User, on: date) -> dict[str, Any]:
    """What the pages of today say of a programme."""
    programme.refresh_from_db()
    rows = ledger.ledger_seen_by(user, ledger.Chosen(programme=programme.pk), on)
    lines = ledger.owed_rows(list(rows.keys()), on)
    return {
        "programme": (programme.title, str(programme.period)),
        "ledger": sorted(_told(line) for line in lines),
        "agreements": sorted(Agreement.objects.filter(withdrawn_at=None).values_list("pk", "title")),
        "statements": sorted(Statement.objects.filter(withdrawn_at=None).values_list("pk", "text")),
        "strands": sorted(Strand.objects.values_list("pk", "title")),
    }


def _told(line: ledger.Owed) -> tuple[Any, ...]:
    who = [(str(party), str(heir)) for party, heir in line.who]
    kind = type(line.row).__name__
    return kind, line.row.pk, line.title, str(line.due), line.state.code.value, line.state.reason, line.left_in_words, who


def as_it_stood(programme: Programme, day: date) -> dict[str, Any]:
    """The same, from the past."""
    found = stood(programme, day)
    assert found is not None
    return {
        "programme": (found.programme.title, str(found.programme.period)),
        "ledger": sorted(_told(line) for line in found.ledger),
        "agreements": sorted((row.pk, row.title) for row in found.of(Agreement)),
        "statements": sorted((row.pk, row.text) for row in found.of(Statement)),
        "strands": sorted((row.pk, row.title) for row in found.of(Strand)),
    }


@dataclass
class Office:
    """An office at work: each verb does something to the programme, chosen by the dice."""

    programme: Programme
    by: User
    bodies: list[Organisation]
    dice: Random
    today: date = FIRST

    def verbs(self) -> list[Callable[[], Any]]:
        return [
            self.assign, self.assign, self.promise, self.ask, self.ask, self.note, self.note, self.note, self.correct_task,
            self.correct_programme, self.withdraw, self.carry_over, self.charge, self.answer, self.tie, self.target, self.reach,
            self.strand, self.state, self.sign, self.end_a_role, self.take_figure_back,
        ]  # fmt: skip

    def work(self, **kept: Any) -> Activity | None:
        return self._one(Activity.objects.filter(programme=self.programme, withdrawn_at=None, **kept))

    def promised(self, **kept: Any) -> Commitment | None:
        return self._one(Commitment.objects.filter(programme=self.programme, withdrawn_at=None, **kept))

    def _one(self, rows: Any) -> Any:
        found = list(rows.order_by("pk"))
        return self.dice.choice(found) if found else None

    def day(self) -> Term:
        return Term.on(self.today + timedelta(self.dice.randrange(-5, 15)))

    def assign(self) -> None:
        title = f"Việc thử {self.dice.randrange(10**6)}"
        due = self.day() if self.dice.random() < 0.8 else None
        actions.assign_task(self.programme, by=self.by, title=title, lead=self.dice.choice(self.bodies), due=due)

    def promise(self) -> None:
        kind = self.dice.choice([Commitment.Kind.OBLIGATION, Commitment.Kind.INSTRUCTION, Commitment.Kind.CONCLUSION])
        sender, recipient = self.dice.sample(self.bodies, 2)
        actions.add_commitment(
            self.programme, by=self.by, kind=kind, text="Cam kết thử", sender=sender, recipient=recipient, due=self.day()
        )

    def ask(self) -> None:
        actions.raise_petition(
            self.programme, by=self.by, text="Kiến nghị thử", recipient=self.dice.choice(self.bodies), made_on=self.today
        )

    def note(self) -> None:
        row = self.work() if self.dice.random() < 0.6 else self.promised()
        if row is not None:
            said = self.dice.choice(list(Progress.Said))
            waits = self.work() if isinstance(row, Commitment) else None
            on = self.today - timedelta(self.dice.randrange(3))
            actions.note_progress(row, by=self.by, on=on, said=said, text="Đang làm rõ", waits_for_activity=waits)

    def correct_task(self) -> None:
        if (row := self.work()) is not None:
            changes = {"title": f"Việc đã sửa {self.dice.randrange(10**6)}", "due": self.day()}
            actions.correct(row, by=self.by, changes=changes, reason="thử")

    def correct_programme(self) -> None:
        period = Term.between("2026", str(2028 + self.dice.randrange(5)))
        actions.correct_programme(self.programme, by=self.by, title=f"Chương trình {self.dice.randrange(99)}", period=period)

    def withdraw(self) -> None:
        row = self.work() if self.dice.random() < 0.5 else self.promised()
        if row is not None:
            actions.withdraw(row, by=self.by, reason="thử")

    def carry_over(self) -> None:
        if (row := self.work()) is not None:
            actions.carry_over(row, by=self.by, period=self.day())

    def charge(self) -> None:
        if (row := self.promised(kind=Commitment.Kind.PETITION)) is not None:
            actions.charge_petition(row, by=self.by, lead=self.dice.choice(self.bodies).name, since=self.today)

    def answer(self) -> None:
        if (row := self.promised(kind=Commitment.Kind.PETITION)) is not None:
            outcome = self.dice.choice(["", *Commitment.Outcome])
            actions.answer_petition(row, by=self.by, text="Trả lời thử", made_on=self.today, outcome=outcome)

    def tie(self) -> None:
        if (row := self.work()) is not None and (asked := self.promised()) is not None:
            actions.set_answers(row, by=self.by, answers=[asked] if self.dice.random() < 0.7 else [])

    def target(self) -> None:
        figure = Figure.exact(self.dice.randrange(10, 20))
        actions.add_commitment(self.programme, by=self.by, kind="target", text="Chỉ tiêu thử", figure=figure, unit="người")

    def reach(self) -> None:
        if (row := self.promised(kind=Commitment.Kind.TARGET)) is not None:
            factories.an_observation(row, Figure.exact(self.dice.randrange(5, 25)), stage="actual")

    def take_figure_back(self) -> None:
        row = self.promised(kind=Commitment.Kind.TARGET)
        if row is not None and (figure := row.observations.filter(withdrawn_at=None).last()) is not None:
            withdraw_observation(figure, by=self.by, reason="thử")

    def strand(self) -> None:
        actions.add_strand(self.programme, by=self.by, title=f"Nội dung {self.dice.randrange(99)}")

    def state(self) -> None:
        actions.make_statement(self.programme, by=self.by, kind="result", text=f"Kết quả {self.dice.randrange(99)}")

    def sign(self) -> None:
        actions.sign_agreement(
            self.programme, by=self.by, title=f"Thỏa thuận {self.dice.randrange(99)}", parties=self.bodies[:2]
        )

    def end_a_role(self) -> None:
        row = self.work()
        role = row.roles.filter(until=None).first() if row is not None else None
        if role is not None:
            actions.end_role(role, by=self.by, until=self.today - timedelta(1))


@pytest.mark.parametrize("seed", range(3))
def test_any_evening_is_found_again_after_whatever_was_done_since(seed, clock, standing, officer):
    dice = Random(seed)  # noqa: S311, for a made-up office
    bodies = [factories.an_organisation(f"Sở Thử {name} thành phố Vĩnh Hà") for name in "ABCD"]
    office = Office(factories.a_programme(standing, by=officer), officer, bodies, dice)
    evenings = {}
    for passed in range(8):
        office.today = FIRST + timedelta(5 * passed)
        clock.go_to(office.today)
        for _ in range(7):
            dice.choice(office.verbs())()
        evenings[office.today] = as_shown(office.programme, officer, office.today)

    found = {day: as_it_stood(office.programme, day) for day in evenings}

    assert found == evenings


def test_a_change_that_left_no_line_would_be_seen(clock, standing, officer):
    programme = factories.a_programme(standing, by=officer)
    task = actions.assign_task(programme, by=officer, title="Việc thử")
    evening = as_shown(programme, officer, FIRST)
    clock.go_to(FIRST + timedelta(1))

    Activity.objects.filter(pk=task.pk).update(title="Sửa không qua nhật ký")

    assert as_it_stood(programme, FIRST) != evening


@dataclass
class Year:
    """A programme with a task corrected, closed and withdrawn, each on its own day."""

    programme: Programme
    task: Activity
    late: Activity
    gone: Activity


@pytest.fixture
def year(clock, standing, member, officer):
    programme = factories.a_programme(standing, "Chương trình thử", by=officer)
    task = actions.assign_task(programme, by=officer, title="Lập đề án thử", lead=member, due=Term.on(date(2026, 5, 30)))
    late = actions.assign_task(programme, by=officer, title="Khảo sát thử", lead=member, due=Term.on(date(2026, 4, 15)))
    gone = actions.assign_task(programme, by=officer, title="Ghi nhầm thử", lead=member)
    clock.go_to(date(2026, 4, 10))
    letter = factories.a_version(standing, "Lùi thời hạn đến ngày 30/6/2026.")
    said = [factories.a_passage(letter, words) for words in ("đến ngày 30/6/2026", "Lùi thời hạn")]
    changes, evidence = {"due": Term.on(date(2026, 6, 30))}, [(passage, "due", passage.quote) for passage in said]
    actions.correct(task, by=officer, changes=changes, reason="Theo công văn", evidence=evidence)
    clock.go_to(date(2026, 5, 5))
    actions.note_progress(task, by=officer, on=date(2026, 5, 5), said="done", text="Đã trình đề án")
    actions.withdraw(gone, by=officer, reason="Ghi nhầm")
    clock.go_to(date(2026, 6, 1))
    actions.assign_task(programme, by=officer, title="Hội thảo thử", lead=member)
    return Year(programme, task, late, gone)


def _page(browser: Any, name: str, programme: Programme, **asked: str) -> Any:
    return browser.get(reverse(f"past:{name}", args=[programme.pk]), asked)


def test_a_day_shows_what_was_entered_by_then_and_how_it_stood(year, officer, signed_in):
    page = _page(signed_in(officer), "programme", year.programme, ngay="2026-04-20")

    told = {line.title: (str(line.due), line.state.code.value) for line, _slug in page.context["lines"]}
    assert told == {
        "Lập đề án thử": ("30/06/2026", "not_started"),
        "Khảo sát thử": ("15/04/2026", "overdue"),
        "Ghi nhầm thử": ("", "undated"),
    }


def test_what_was_done_since_is_not_there_though_it_is_today(year, officer):
    found = stood(year.programme, date(2026, 4, 9))
    assert found is not None

    assert str(next(line for line in found.ledger if line.row == year.task).due) == "30/05/2026"
    assert str(Activity.objects.get(pk=year.task.pk).due) == "30/06/2026"


def test_before_it_was_entered_there_is_no_programme(year, officer, signed_in):
    page = _page(signed_in(officer), "programme", year.programme, ngay="2026-03-01")

    assert "chương trình chưa được ghi vào hệ thống" in page.content.decode()


def test_the_programme_page_of_a_day_is_the_same_page(year, officer, signed_in):
    answer = signed_in(officer).get(year.programme.get_absolute_url(), {"ngay": "2026-04-20"})

    assert answer.headers["Location"] == f"{reverse('past:programme', args=[year.programme.pk])}?ngay=2026-04-20"


@pytest.mark.parametrize("day", ["2026-06-02", "2026-02-30", "hôm qua"])
def test_a_day_to_come_and_a_day_in_no_calendar_are_refused(day, year, officer, signed_in):
    assert _page(signed_in(officer), "programme", year.programme, ngay=day).status_code == 400


def test_two_days_tell_what_was_added_changed_closed_taken_out_and_newly_late(year, officer, signed_in):
    page = _page(signed_in(officer), "compare", year.programme, tu="2026-06-01", den="2026-04-09")

    assert {sort: [one.text for one in rows] for sort, _label, rows in page.context["parts"]} == {
        "qua-han": ["Khảo sát thử"],
        "dong": ["Lập đề án thử"],
        "them": ["Hội thảo thử", f"Chủ trì: {year.late.roles.get().organisation}"],
        "sua": ["Lập đề án thử"],
        "rut": ["Ghi nhầm thử"],
    }


def test_a_change_says_before_after_who_and_why(year, officer, signed_in):
    page = _page(signed_in(officer), "compare", year.programme, tu="2026-04-09", den="2026-04-20")

    (changed,) = next(rows for sort, _label, rows in page.context["parts"] if sort == "sua")
    assert [(said.label, said.before, said.after) for said in changed.said] == [("thời hạn", "30/05/2026", "30/06/2026")]
    assert (changed.line.actor, changed.line.reason) == (officer, "Theo công văn")


def test_the_history_of_a_row_says_before_after_why_and_by_which_paper(year, officer, signed_in):
    page = signed_in(officer).get(reverse("past:history", args=["nhiem-vu", year.task.pk]))

    corrected, entered = page.context["lines"]
    assert [(said.label, said.before, said.after) for said in corrected.fields] == [("thời hạn", "30/05/2026", "30/06/2026")]
    assert (corrected.reason, [str(link) for link in corrected.papers]) == ("Theo công văn", ["đến ngày 30/6/2026"])
    assert ("tên, nội dung", "–", "Lập đề án thử") in {(said.label, said.before, said.after) for said in entered.fields}


def test_what_was_taken_out_keeps_its_history(year, officer, signed_in):
    page = signed_in(officer).get(reverse("past:history", args=["nhiem-vu", year.gone.pk]))

    assert [(str(line.done), line.reason) for line in page.context["lines"]] == [
        ("Rút khỏi sổ theo dõi", "Ghi nhầm"), ("Ghi nhiệm vụ", ""),
    ]  # fmt: skip


def test_every_line_of_a_programme_leads_to_the_history_of_its_row(year, officer, colleague, signed_in):
    browser = signed_in(officer)
    lines = _page(browser, "programme_history", year.programme).context["lines"]

    found = {browser.get(reverse("past:history", args=[noun, entry.object_id])).status_code for entry, _done, noun in lines}
    assert (len(lines), found) == (8, {200})


def test_a_paper_outside_a_readers_sight_is_not_named(year, officer, colleague, standing, signed_in):
    secret = factories.a_version(standing, title="Tài liệu nội bộ thử").document
    basis = actions.cite_legal_basis(year.programme, by=officer, text="Căn cứ thử", document=secret)
    address = reverse("past:history", args=["can-cu", basis.pk])

    names = {who: dict(_documents(signed_in(user).get(address))) for who, user in (("own", officer), ("other", colleague))}

    assert names == {"own": {"văn bản": str(secret)}, "other": {"văn bản": "(ngoài phạm vi của tài khoản)"}}


def _documents(page: Any) -> Iterator[tuple[str, str]]:
    told = [said for line in page.context["lines"] for said in line.fields]
    return ((said.label, said.after) for said in told if said.label == "văn bản")


def test_the_difference_comes_as_word_and_as_csv(year, officer, signed_in):
    browser, days = signed_in(officer), {"tu": "2026-04-09", "den": "2026-06-01"}
    word = browser.get(reverse("past:download", args=[year.programme.pk, "docx"]), days)
    sheet = browser.get(reverse("past:download", args=[year.programme.pk, "csv"]), days)

    tables = WordFile(BytesIO(b"".join(word.streaming_content))).tables
    rows = list(csv.reader(StringIO(b"".join(sheet.streaming_content).decode("utf-8-sig"))))
    texts = [row.cells[2].text for table in tables for row in table.rows if len(row.cells) == len(HEAD)]
    assert [text for text in texts if text == "Khảo sát thử"] == ["Khảo sát thử"]
    assert [row[3] for row in rows[1:]][:2] == ["Khảo sát thử", "Lập đề án thử"]


def _csv_of_a_task_titled(title, year, browser):
    actions.assign_task(year.programme, by=None, title=title)
    days = {"tu": "2026-04-09", "den": "2026-06-01"}
    sheet = browser.get(reverse("past:download", args=[year.programme.pk, "csv"]), days)
    rows = csv.reader(StringIO(b"".join(sheet.streaming_content).decode("utf-8-sig")))
    return [row[3] for row in rows if "HYPERLINK" in row[3]]


def test_no_cell_of_the_csv_is_a_formula(year, officer, clock, signed_in):
    assert _csv_of_a_task_titled("=HYPERLINK(1)", year, signed_in(officer)) == ["'=HYPERLINK(1)"]


def test_without_its_guard_a_cell_of_the_csv_would_be_a_formula(year, officer, clock, signed_in, monkeypatch):
    monkeypatch.setattr("hopluc.comma_separated._FORMULA", ())

    assert _csv_of_a_task_titled("=HYPERLINK(1)", year, signed_in(officer)) == ["=HYPERLINK(1)"]


def test_an_erased_personal_value_comes_back_empty(clock, standing, officer):
    programme = factories.a_programme(standing, by=officer)
    role = actions.appoint(programme, by=officer, capacity="chair", post="Giám đốc Trần Văn Thử")
    clock.go_to(date(2026, 3, 10))
    actions.correct(role, by=officer, changes={"post": "Giám đốc"})
    evening = date(2026, 3, 5)
    told = [one.post for one in stood(programme, evening).of(Role)]

    with transaction.atomic():
        erase_personal_values(role, by=None, reason="Theo yêu cầu")

    assert (told, [one.post for one in stood(programme, evening).of(Role)]) == (["Giám đốc Trần Văn Thử"], [""])


@pytest.mark.parametrize("noun", NOUNS.values())
def test_every_field_told_has_a_name_of_its_own(noun):
    told = list(told_fields(noun))

    assert [name for name, label in told if str(label) == name.replace("_", " ")] == []
    assert told != []


def test_lateness_is_told_of_a_past_day_only_to_whom_it_concerns(year, officer, colleague, signed_in):
    third = factories.an_account(factories.an_organisation("Sở Nội vụ thành phố Vĩnh Hà"))
    body = third.memberships.get().organisation
    actions.appoint(year.programme, by=None, capacity="cooperating", organisation=body)
    asked = {"ngay": "2026-04-20"}

    told = {
        who: {
            line.title: line.state.code.value
            for line, _ in _page(signed_in(user), "programme", year.programme, **asked).context["lines"]
        }
        for who, user in (("keeper", officer), ("debtor", colleague), ("third", third))
    }

    assert {who: states["Khảo sát thử"] for who, states in told.items()} == {
        "keeper": "overdue", "debtor": "overdue", "third": "not_started",
    }  # fmt: skip


@pytest.mark.parametrize("app", ["register", "measures", "documents"])
def test_every_verb_of_the_register_is_told_in_words(app):
    code = "\n".join(path.read_text(encoding="utf-8") for path in (WEB / app).rglob("*.py"))

    verbs = set(re.findall(r'verb="(\w+)"', code))
    assert verbs - VERBS.keys() == set()
    assert verbs != set()
