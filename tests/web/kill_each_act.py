# ruff: noqa: E402 (the models are ready only once Django is set up)
"""Run by test_killed_acts.py in a process of its own: `kill_each_act.py ACT …`.

Each act is done in a child that kills itself at its n-th step, for n = 1, 2, 3 … until the child comes through, each time from one
and the same data folder. After each kill every row of every table is looked at: all must be as before the act, or all as after it. What
was not done is then done again, and must come out as if nothing had happened. Last, no transaction holds its writes together: then
something must be found half done, and the first that is found is enough.
Prints JSON: by act how many kills, at which of them something was half done, or wrong after it was done again, or half done when unheld.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection, connections
from django.db.models import DateTimeField
from django.db.transaction import Atomic
from killing import come_through, killed_at
from test_sheets import a_sheet

import factories
from hopluc.web.agenda.actions import assign
from hopluc.web.agenda.handing import hand_over
from hopluc.web.briefing.actions import fix_sheet
from hopluc.web.consultation import actions as consultation
from hopluc.web.documents.models import DocumentVersion
from hopluc.web.inquiries import actions as inquiries
from hopluc.web.intake import actions as intake
from hopluc.web.intake.models import Upload
from hopluc.web.issuing.actions import compose_review
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.jobs.worker import perform, take_next
from hopluc.web.journal import queries as journal
from hopluc.web.journal.models import JournalEntry
from hopluc.web.manpower import actions as manpower
from hopluc.web.manpower.models import Delegation
from hopluc.web.measures.figures import Figure
from hopluc.web.observatory import actions as observatory
from hopluc.web.observatory.models import Edition, Result
from hopluc.web.people import actions as people
from hopluc.web.people.models import Membership, User
from hopluc.web.register.models import Programme
from hopluc.web.returns import actions as returns
from hopluc.web.returns import queries
from hopluc.web.returns.models import Return, Round
from hopluc.web.returns.prefill import NewLine, NewSentence
from hopluc.web.sheets.actions import enter_sheet, hand_in_sheet
from hopluc.web.sheets.models import HandedIn, Noun
from hopluc.web.store.tables import make_tables

Work = Callable[[], object]
State = dict[str, list[tuple[Any, ...]]]
Left = frozenset[tuple[str, int]]
DAY = date(2026, 10, 5)
LOGS = {".sqlite3-wal", ".sqlite3-shm"}
JOURNAL = ("number", "verb", "object_type", "object_id")
_HASH = re.compile(r"\b[0-9a-f]{32,}\b")


def who(number: int = 0) -> User:
    """An officer of the standing agency, as the database has them: nothing is remembered of a run before."""
    return User.objects.order_by("pk")[number]


def a_return() -> Return:
    return Return.objects.order_by("pk")[0]


def written(row: Return) -> returns.Filled:
    part = row.round.parts.all()[0]
    line = NewLine(part, "Doanh nghiệp được hỗ trợ", "doanh nghiệp", figures={"actual": Figure.exact(Decimal(37))})
    said = tuple(NewSentence(part, part.kind, text) for text in ("Đã tổ chức 02 hội thảo.", "Đã cử 05 cán bộ đi học."))
    return returns.Filled(lines=(line,), sentences=said)


def fill() -> Work:
    """Save what was typed in a return (lưu)."""
    return lambda: returns.save_return(a_return(), by=who(), filled=written(a_return()))


def submit() -> Work:
    """Send it (gửi báo cáo)."""
    returns.save_return(a_return(), by=who(), filled=written(a_return()))
    return lambda: returns.send(a_return(), by=who())


def submit_paper() -> Work:
    """Match a paper that was dropped with its agency: the return is filled from it, and sent."""
    standing = who().memberships.get().organisation
    text = "SỞ CÔNG THƯƠNG\nBÁO CÁO\n1. Kết quả thực hiện\nNăm 2026, đã hỗ trợ 37 doanh nghiệp và tổ chức 02 hội thảo.\n"
    intake.take_in(standing, by=who(), files=[ContentFile(text.encode(), "bao-cao.txt")])
    job = take_next("first")
    assert job is not None
    perform(job)
    return lambda: returns.match_paper(Round.objects.get(), by=who(), upload=Upload.objects.get(), agency=a_return().agency)


def receive() -> Work:
    """Receive it: what it says enters the register."""
    submit()()
    return lambda: returns.receive(a_return(), by=who())


def correct_late() -> Work:
    """Begin the correction of what was received (đính chính)."""
    receive()()
    return lambda: returns.correct_late(a_return(), by=who(), reason="Đếm lại.")


def merge() -> Work:
    """Put sentences into the draft as one statement (đưa vào dự thảo)."""
    receive()()

    def work() -> object:
        round_ = Round.objects.get()
        told = queries.sentences_received(round_)
        return returns.place_sentences(round_, by=who(), sentences=told, text="Đã tổ chức 02 hội thảo, cử 05 cán bộ.")

    return work


def issue() -> Work:
    """Compose the draft of the report: its rows and its three files."""
    return lambda: compose_review(Programme.objects.get(), by=who(), on=DAY)


def put_up() -> Work:
    """Agree that the draft goes to signature (đồng ý trình ký)."""
    come_through(lambda: compose_review(Programme.objects.get(), by=who(), on=DAY))
    draft = ReportDraft.objects.get()
    asked = consultation.ask_inside(draft, by=who(), colleagues=[who(1)], days=3)
    consultation.agree(asked, by=who(1))
    consultation.close_consultation(asked, by=who())
    return lambda: consultation.put_up(ReportDraft.objects.get(), by=who(1))


def import_sheet() -> Work:
    """Enter an edited sheet (đưa bảng tính vào sổ): one row in, one back with its reason."""
    programme = Programme.objects.get()
    rows = ({"title": "Đón đoàn công tác", "lead": "Sở Ngoại vụ thành phố Vĩnh Hà"}, {"title": "Việc sai", "due": "31/02/2026"})
    hand_in_sheet(programme, by=who(), noun=Noun.TASKS, file=a_sheet(programme, Noun.TASKS, *rows))
    return lambda: enter_sheet(HandedIn.objects.get(), by=who())


def asked_of_a_colleague() -> inquiries.Made:
    row = returns.save_return(a_return(), by=who(), filled=written(a_return()))
    wanted = [row.figure_lines.all()[0], row.sentences.all()[0]]
    return inquiries.ask_colleague(row, by=who(), asked="Phòng Thử nghiệm", wanted=wanted)


def answer_inquiry() -> Work:
    """Answer what a colleague was asked by a link."""
    made = asked_of_a_colleague().inquiry
    keys = {item.kind: item.pk for item in made.items.all()}
    told = {"figures": inquiries.Answer({"actual": Figure.exact(Decimal(12))}), "sentence": inquiries.Answer(text="Đã xong.")}
    return lambda: inquiries.answer_inquiry(made, answers={keys[kind]: one for kind, one in told.items()})


def come_back() -> Work:
    """Note the return of a delegation: how its trip stands, and the report it owes."""
    programme, agency = Programme.objects.get(), a_return().agency
    manpower.set_report_term(programme, by=who(), days=10, counted="working", since=date(2026, 1, 1), source="Quy chế thử")
    held = factories.Term(DAY, DAY + timedelta(3))
    trip = manpower.plan_delegation(
        programme,
        by=who(),
        title="Làm việc với viện",
        held=held,
        agency=agency,
        direction="out",
        people=2,
        partner="Viện Vật liệu",
        place="Hàn Quốc",
    )
    manpower.approve_delegation(trip, by=who(), approved_on=DAY - timedelta(10))
    return lambda: manpower.note_return(Delegation.objects.get(), by=who(), returned_on=DAY + timedelta(5))


def meet() -> Work:
    """Fix the leader's page for a meeting (chốt số liệu)."""
    return lambda: fix_sheet(who(1).memberships.get().organisation, by=who(1), title="Họp giao ban")


def reorganise() -> Work:
    """Note that a body passed to several."""
    standing = who().memberships.get().organisation
    before, after = ["Sở Thông tin thành phố Vĩnh Hà"], ["Sở Văn hóa thành phố Vĩnh Hà", "Sở Y tế thành phố Vĩnh Hà"]
    return lambda: people.reorganise(
        standing, by=who(), day=date(2026, 3, 1), predecessors=before, successors=after, source="NQ 18"
    )


def hand_all_over() -> Work:
    """Hand over all a person has open (bàn giao)."""
    programme = Programme.objects.get()
    standing = programme.owner
    for title in ("Lập đề án", "Tổ chức hội thảo"):
        assign(factories.a_task(programme, lead=standing, title=title), by=who(), user=who(), agency=standing)
    return lambda: hand_over(Membership.objects.get(user=who()), by=who(1), taker=who(1), reason="Nghỉ chế độ")


def compute() -> Work:
    """Compute an edition of an index (tính điểm)."""
    standing = who().memberships.get().organisation
    factories.filled(factories.an_index(standing, by=who()), by=who(), checked_by=who(1))
    return lambda: observatory.compute_edition(Edition.objects.get(), by=who(), replicates=0)


def publish() -> Work:
    """Publish a result that was reviewed (công bố nội bộ, chốt số liệu)."""
    come_through(compute())
    observatory.review_result(Result.objects.get(), by=who(1), review="Đã soát xét")
    return lambda: observatory.publish_result(Result.objects.get(), by=who(1))


ACTS: dict[str, Callable[[], Work]] = {
    act.__name__: act
    for act in (
        fill, submit, submit_paper, receive, correct_late, merge, issue, put_up, import_sheet, answer_inquiry, come_back, meet,
        reorganise, hand_all_over, compute, publish,
    )
}  # fmt: skip


NOUNS = {noun._meta.label: noun for noun in apps.get_models(include_auto_created=True)}
ASKED = {
    label: f"SELECT {', '.join(connection.ops.quote_name(column.column) for column in noun._meta.concrete_fields)} "  # noqa: S608
    f"FROM {connection.ops.quote_name(noun._meta.db_table)}"
    for label, noun in NOUNS.items()
}


def state() -> State:
    """Every row of every table, as the database has them."""
    rows = {}
    with connection.cursor() as cursor:
        for label, asked in ASKED.items():
            cursor.execute(asked)
            rows[label] = sorted(cursor.fetchall(), key=repr)
    return rows


def without_chance(told: State) -> State:
    """The rows without what differs between two whole runs of one act: moments, hashes of files that hold one, and of the journal all
    but what was done to what.
    """
    left = {}
    for noun, rows in told.items():
        model = NOUNS[noun]
        columns = [column.attname for column in model._meta.concrete_fields if not isinstance(column, DateTimeField)]
        kept = JOURNAL if model is JournalEntry else columns
        places = [place for place, column in enumerate(model._meta.concrete_fields) if column.attname in kept]
        left[noun] = sorted((tuple(_HASH.sub("…", repr(row[place])) for place in places) for row in rows), key=repr)
    return left


def unheld(work: Work) -> Work:
    """The work without any transaction: every write stands as soon as it is made."""

    def each_by_itself() -> object:
        Atomic.__enter__, Atomic.__exit__ = lambda self: None, lambda self, *mishap: None
        connection.ensure_connection()
        connection.in_atomic_block = True  # as the verbs ask for
        return work()

    return each_by_itself


def missing_files() -> list[str]:
    """Files that rows name and that are not there."""
    names = [name for row in ReportDraft.objects.all() for name in (row.word, row.pdf, row.page)]
    names += DocumentVersion.objects.exclude(sha256="").values_list("sha256", flat=True)
    return [name for name in names if not storages["documents"].exists(f"{name[:2]}/{name[2:4]}/{name}")]


class Folder:
    """The data folder as it was before an act, put back before each run."""

    def __init__(self, name: str) -> None:
        self.home = Path(settings.HOME)
        self.kept = self.home.with_name(f"{self.home.name}-before-{name}")
        self._copy(self.home, self.kept)

    def put_back(self) -> None:
        self._copy(self.kept, self.home)

    def left_behind(self) -> Left:
        """The files that were not there before, and how large each is; but for the hashes in their names, which hold a moment."""
        before = {path.relative_to(self.kept) for path in self.kept.rglob("*")}
        there = {path.relative_to(self.home): path for path in self.home.rglob("*") if path.is_file()}
        more = {name: path for name, path in there.items() if name not in before and path.suffix not in LOGS}
        return frozenset((_HASH.sub("…", name.name), path.stat().st_size) for name, path in more.items())

    @staticmethod
    def _copy(source: Path, to: Path) -> None:
        connections.close_all()
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(source, to)


def run(act: Callable[[], Work]) -> dict[str, Any]:
    """The act killed at each step, then killed while no transaction holds it."""
    work, folder = act(), Folder("the-act")
    before = state()
    come_through(work)
    after = without_chance(state())
    folder.put_back()
    assert after != without_chance(before), "the act does something"
    kills, half, wrong = kill(work, folder, before, after)
    _, unheld_half, _ = kill(unheld(work), folder, before, after, again=False)
    return {"kills": kills, "half": half, "wrong": wrong, "unheld": unheld_half}


def kill(work: Work, folder: Folder, before: State, after: State, *, again: bool = True) -> tuple[int, list[int], list[int]]:
    """Kill at each step, look, do it again where it was not done, look; how many kills, and those after which it was half done, or wrong
    after it was done again. Without `again`, the first that is found half done is enough.
    """
    half: list[int] = []
    wrong: list[int] = []
    tried: set[Left] = set()
    kills, killed = 0, True
    while killed and (again or not half):
        killed = killed_at(kills + 1, work)
        kills += killed
        found = state()
        is_done = without_chance(found) == after
        if (not is_done and found != before) or not journal.verify().whole or missing_files():
            half.append(kills)
        elif again and not is_done and (left := folder.left_behind()) not in tried:  # from the very same it is begun again once
            tried.add(left)
            come_through(work)
            is_done = without_chance(state()) == after
            if not is_done or not journal.verify().whole:
                wrong.append(kills)
        folder.put_back()
    return kills, half, wrong


def begin() -> None:
    """A standing agency with an officer and a leader, a programme, a round in which one agency is asked.

    Nothing waits for the disk: a process that is killed leaves what it has written with the system, as a power cut would not.
    """
    os.fsync = lambda handle: None
    options = settings.DATABASES["default"]["OPTIONS"]
    options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    make_tables(connection)
    for noun in apps.get_models():
        ContentType.objects.get_for_model(noun)  # remembered by the process: it must not be of a folder that is put away
    standing = factories.an_organisation("Sở Khoa học và Công nghệ thành phố Vĩnh Hà")
    factories.an_account(standing)
    factories.an_account(standing, Membership.Role.LEADER)
    programme = factories.a_programme(standing)
    factories.a_round(programme, "Sở Công Thương thành phố Vĩnh Hà")


begin()
empty = Folder("all")
found = {}
for name in sys.argv[1:]:
    found[name] = run(ACTS[name])
    empty.put_back()
sys.stdout.write(json.dumps(found))
