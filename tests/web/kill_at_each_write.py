# ruff: noqa: E402 (the models are ready only once Django is set up)
"""Run by test_intake_crash.py in a process of its own: `kill_at_each_write.py read|confirm [without]`.

Does a piece of work in a child that kills itself (SIGKILL) at its n-th step (killing.py), for n = 1, 2, 3 … until the child comes through; looks after each kill whether anything is half done, then does the work
again. With `without`, the transaction that makes the work whole is taken away: then something must be found half done, and the
first that is found is enough.
Prints JSON: how many kills, what was half done, and what was wrong after the work was done again.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from killing import killed_at

import factories
from hopluc.web.documents.models import Document, Evidence
from hopluc.web.intake import actions, incoming
from hopluc.web.intake.actions import arriving
from hopluc.web.intake.models import Finding, Upload
from hopluc.web.jobs import worker
from hopluc.web.jobs.models import Job
from hopluc.web.journal import queries as journal
from hopluc.web.register.models import Activity, Role
from hopluc.web.store.tables import make_tables

PLAN = (
    "KẾ HOẠCH\nTriển khai Chương trình hợp tác nghiên cứu giống cây thành phố Vĩnh Hà giai đoạn 2026 - 2030\n\n"
    "Đến năm 2030, có ít nhất 60 công nghệ được chuyển giao cho doanh nghiệp của thành phố.\n"
)
TASK = {"title": "Xây dựng mô hình trồng lúa chịu mặn", "lead": "Sở Mẫu", "cooperating": ["Viện Mẫu"], "period": "2026"}
Half = list[str]


def read_case() -> Iterator[Half]:
    """A batch of two files, read by a worker; then by the next worker, once the lease ran out."""
    owner = factories.an_organisation()
    files = [ContentFile(PLAN.encode(), "ke-hoach.txt"), ContentFile(f"{PLAN}Bản hai.".encode(), "ban-hai.txt")]
    batch = actions.take_in(owner, by=None, files=files)
    yield []
    half = []
    for upload in batch.uploads.all():
        if (upload.state == Upload.State.READ) != bool(upload.document):
            half.append("read without a document")
        if upload.state == Upload.State.WAITING and not incoming.take(upload.incoming):
            half.append("waiting without bytes")
    taken = Document.objects.filter(owner=owner)
    if taken.all().count() != batch.uploads.filter(state="read").count():
        half.append("a document of a file that waits")
    half += [f"{n} of {FINDINGS} findings" for document in taken.all() if (n := findings_of(document)) != FINDINGS]
    yield half
    held = worker.take_next("next", timezone.now() + worker.LEASE * 2)
    if held:
        worker.perform(held)
    wrong = [
        f"{upload} {upload.state} {upload.incoming}"
        for upload in batch.uploads.all()
        if (upload.state, upload.incoming) != ("read", "")
    ]
    wrong += [f"{findings_of(document)} findings" for document in taken.all() if findings_of(document) != FINDINGS]
    ended = (taken.all().count(), Job.objects.get(pk=batch.job_id).state)
    yield wrong + ([] if ended == (2, "done") else [f"{ended} in the end"])


def findings_of(document: Document) -> int:
    return Finding.objects.filter(version__document=document).exclude(kind=Finding.CHECK).count()


def read_work() -> None:
    job = worker.take_next("first")
    assert job is not None
    worker.perform(job)


def confirm_case() -> Iterator[Half]:
    """A task with who leads it, said in two documents; confirmed, then confirmed again where that was not acknowledged."""
    owner = factories.an_organisation()
    programme = factories.a_programme(owner)
    texts = ("Xây dựng mô hình.", "Báo cáo: Xây dựng mô hình.")
    one, other = (factories.a_finding(factories.a_version(owner, text), "task", TASK, programme=programme) for text in texts)
    CONFIRMED.clear()
    CONFIRMED.append(one.pk)
    yield []
    yield half_confirmed(programme, one, other)
    with contextlib.suppress(actions.Settled):
        actions.confirm(one, by=None)
    settled = Finding.objects.filter(pk__in=(one.pk, other.pk), state="confirmed").count()
    tasks = Activity.objects.filter(programme=programme).count()
    yield half_confirmed(programme, one, other) + ([] if (settled, tasks) == (2, 1) else [f"{settled} settled, {tasks} tasks"])


CONFIRMED: list[int] = []


def half_confirmed(programme: Any, *findings: Finding) -> Half:
    """All of it is there, or nothing: both findings, one task, its two roles, its two passages."""
    there = (
        Finding.objects.filter(pk__in=[finding.pk for finding in findings], state="confirmed").count(),
        Activity.objects.filter(programme=programme).count(),
        Role.objects.filter(programme=programme).count(),
        Evidence.objects.filter(passage__version__document__owner=programme.owner).count(),
    )
    return [] if there in {(0, 0, 0, 0), (2, 1, 2, 4), (2, 1, 2, 3), (2, 1, 2, 2)} else [f"{there}"]


def confirm_work() -> None:
    confirm(Finding.objects.get(pk=CONFIRMED[0]), by=None)


def run(case: Callable[[], Iterator[Half]], work: Callable[[], None]) -> dict[str, Any]:
    """Kill at each step, look, do it again, look."""
    half: Half = []
    wrong: Half = []
    kills, killed = 0, True
    while killed and not (without and half):
        steps = case()
        next(steps)
        killed = killed_at(kills + 1, work)
        kills += killed
        half += [f"after kill {kills}: {what}" for what in next(steps)]
        if not journal.verify().whole:
            half.append(f"after kill {kills}: the journal")
        wrong += [f"after kill {kills}: {what}" for what in next(steps)]
    return {"kills": kills, "half": half, "wrong": wrong, "journal": journal.verify().whole}


make_tables(connection)
what, without = sys.argv[1], sys.argv[2:] == ["without"]
confirm = actions.confirm.__wrapped__ if without else actions.confirm
if without and what == "read":
    arriving.transaction = SimpleNamespace(atomic=contextlib.nullcontext)
factories.an_organisation("Sở Mẫu")
factories.an_organisation("Viện Mẫu")
FINDINGS = len(arriving.proposals(arriving.read(arriving.Source("a.txt", PLAN)), ""))
sys.stdout.write(
    json.dumps(run(*((read_case, read_work) if what == "read" else (confirm_case, confirm_work))), ensure_ascii=False)
)
