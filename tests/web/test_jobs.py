"""Jobs: leased to one worker, taken up again after a crash, told of as they go, stopped when asked."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from hopluc.errors import WrongUse
from hopluc.web.jobs import actions, queries, rules, worker
from hopluc.web.jobs.kinds import Task, kind, run_of
from hopluc.web.jobs.models import Job

State = Job.State


@kind("test-add")
def add(task: Task, *, left: int, right: int) -> dict[str, int]:
    task.progress(50, "Đang cộng")
    return {"sum": left + right}


@kind("test-refuse")
def refuse(task: Task) -> None:
    raise WrongUse(detail="Thiếu tệp. Đề nghị tải lên lại.")


@kind("test-fall")
def fall(task: Task) -> None:
    raise ZeroDivisionError


@kind("test-die")
def die(task: Task) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@kind("test-wait")
def wait_long(task: Task, *, mark: str) -> None:
    Path(mark).touch()
    signal.pause()


def queued(name: str = "test-add", **params: object) -> Job:
    return actions.submit(name, params or {"left": 2, "right": 3}, by=None)


def now_as(job: Job) -> Job:
    return Job.objects.get(pk=job.pk)


def test_what_waits_already_is_not_queued_again(db, officer):
    once = [actions.submit_once("test-add", {"left": 2, "right": 3}, by=by).pk for by in (None, None, officer, None)]
    other = actions.submit_once("test-add", {"left": 2, "right": 4}, by=None)
    taken = worker.take_next("first")

    again = actions.submit_once("test-add", {"left": 2, "right": 3}, by=None)

    assert (once[0] == once[1] == once[3] == taken.pk, once[2] != once[0], other.pk != once[0]) == (True, True, True)
    assert again.pk not in (*once, other.pk)  # what has begun may be past what was done since


def test_a_job_waits_until_a_worker_does_it(db):
    job = queued()
    assert job.state == State.QUEUED

    done = worker.run_worker(once=True, work=worker.perform)

    assert done == 1
    assert (now_as(job).state, now_as(job).result, now_as(job).percent) == (State.DONE, {"sum": 5}, 100)
    assert (now_as(job).holder, now_as(job).ended) == ("", True)


def test_a_job_of_a_transaction_that_fails_never_was(db):
    def submit_and_fail() -> None:
        with transaction.atomic():
            queued()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        submit_and_fail()

    assert Job.objects.count() == 0


def test_a_kind_nobody_has_named_is_refused_at_once(db):
    with pytest.raises(KeyError):
        queued("test-unknown")


def test_a_kind_has_one_function():
    with pytest.raises(AssertionError, match="test-add"):
        kind("test-add")(refuse)

    assert run_of("test-add") is add


def test_a_mishap_is_told_in_its_own_words(db):
    job = queued("test-refuse")
    Job.objects.update(params={})

    worker.run_worker(once=True, work=worker.perform)

    assert (now_as(job).state, now_as(job).message) == (State.FAILED, "Thiếu tệp. Đề nghị tải lên lại.")


def test_a_leased_job_is_not_taken_by_another(db):
    queued()

    assert worker.take_next("one") is not None
    assert worker.take_next("two") is None


def test_a_job_whose_lease_ran_out_is_taken_up_again(db):
    now = timezone.now()
    job = queued()
    worker.take_next("one", now)

    assert worker.take_next("two", now + worker.LEASE) is None
    again = worker.take_next("two", now + worker.LEASE + timedelta(seconds=1))

    assert (again, again.attempt, again.holder) == (job, 2, "two")


def test_a_worker_that_lost_its_lease_writes_nothing(db):
    now = timezone.now()
    queued()
    first = worker.take_next("one", now)
    second = worker.take_next("two", now + worker.LEASE * 2)

    worker.perform(first)
    assert (now_as(first).state, now_as(first).holder) == (State.RUNNING, "two")

    worker.perform(second)
    assert now_as(first).state == State.DONE


def test_a_job_that_never_ends_well_is_given_up(db):
    now = timezone.now()
    job = queued()
    for attempt in range(worker.MOST_ATTEMPTS):
        assert worker.take_next("one", now + worker.LEASE * 2 * attempt) == job

    assert worker.take_next("one", now + worker.LEASE * 2 * worker.MOST_ATTEMPTS) is None
    assert (now_as(job).state, str(job.pk) in now_as(job).message) == (State.FAILED, True)


def test_a_queued_job_is_stopped_at_once_and_a_running_one_where_it_tells_its_progress(db):
    waiting, running = queued(), queued()
    actions.cancel(waiting, by=None)
    leased = worker.take_next("one")
    assert leased == running
    actions.cancel(running, by=None)
    assert now_as(running).state == State.RUNNING

    worker.perform(leased)

    assert [now_as(job).state for job in (waiting, running)] == [State.CANCELLED, State.CANCELLED]


def test_progress_is_written_at_most_once_a_second(db, django_assert_num_queries):
    queued()
    task = Task(worker.take_next("one"))

    with django_assert_num_queries(1):
        for percent in range(50):
            task.progress(percent)
    with django_assert_num_queries(1):
        task.progress(100, "Xong")

    assert now_as(Job.objects.get()).percent == 100


def test_jobs_are_seen_and_stopped_by_whoever_started_them(db, officer, viewer, signed_in):
    job = actions.submit("test-add", {"left": 1, "right": 1}, by=officer)
    page, stop = job.get_absolute_url(), reverse("jobs:cancel", args=[job.pk])

    assert [list(queries.jobs_seen_by(user)) for user in (officer, viewer)] == [[job], []]
    assert [rules.can_cancel(user, job) for user in (officer, viewer)] == [True, False]
    assert [signed_in(user).get(page).status_code for user in (officer, viewer)] == [200, 404]
    assert signed_in(viewer).post(stop).status_code == 404
    assert signed_in(officer).post(stop).url == page
    assert signed_in(officer).post(stop).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_wins_each_job():
    jobs = [queued() for _ in range(12)]
    won: list[int] = []
    start = threading.Barrier(4)

    def take(holder: str) -> None:
        start.wait()
        while (job := worker.take_next(holder)) is not None:
            won.append(job.pk)
        connection.close()

    workers = [threading.Thread(target=take, args=(str(number),)) for number in range(4)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()

    assert sorted(won) == sorted(job.pk for job in jobs)


@pytest.mark.django_db(transaction=True)
def test_a_job_runs_in_a_process_of_its_own_and_its_fall_is_its_own(monkeypatch):
    good, bad, gone = queued(), queued("test-fall", x=1), queued("test-die", x=1)
    Job.objects.exclude(pk=good.pk).update(params={})

    done = worker.run_worker(once=True)

    assert [now_as(job).state for job in (good, bad, gone)] == [State.DONE, State.FAILED, State.FAILED]
    assert [now_as(job).attempt for job in (good, bad, gone)] == [1, 1, worker.MOST_ATTEMPTS]
    assert done == 2 + worker.MOST_ATTEMPTS


@pytest.mark.django_db(transaction=True)
def test_a_worker_told_to_stop_puts_its_job_back(tmp_path):
    job, stop, mark = queued("test-wait", mark=str(tmp_path / "mark")), threading.Event(), tmp_path / "mark"
    teller = threading.Thread(target=lambda: (_until(mark.exists), stop.set()))
    teller.start()

    worker.run_worker(stop=stop)

    teller.join()
    assert (now_as(job).state, now_as(job).attempt, now_as(job).holder) == (State.QUEUED, 0, "")


def test_a_worker_stops_when_told_to(db):
    stop = threading.Event()
    stop.set()
    queued()

    assert worker.run_worker(stop=stop) == 0


WORKER = """
import os, sys, time, django
django.setup()
from hopluc.web.jobs import worker
from hopluc.web.jobs.kinds import kind
from pathlib import Path
from datetime import timedelta

@kind("test-slow")
def slow(task, *, mark):
    with open(mark, "a") as out:
        out.write(f"{os.getpid()}\\n")
    if len(Path(mark).read_text().splitlines()) == 1:
        time.sleep(600)

worker.LEASE, worker.BEAT = timedelta(seconds=2), 0.2
if sys.argv[1] == "submit":
    from django.db import connection
    from hopluc.web.jobs.actions import submit
    from hopluc.web.store.tables import make_tables
    make_tables(connection)
    submit("test-slow", {"mark": sys.argv[2]}, by=None)
elif sys.argv[1] == "work":
    worker.run_worker()
else:
    while not worker.run_worker(once=True):
        time.sleep(0.1)
    from hopluc.web.jobs.models import Job
    job = Job.objects.get()
    print(job.state, job.attempt)
"""


def _alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except FileNotFoundError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


def _until(condition, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes by their number")
def test_a_worker_killed_at_work_leaves_its_job_to_the_next_and_no_process_behind(tmp_path):
    mark = tmp_path / "mark"
    environment = {
        **os.environ,
        "HOPLUC_HOME": str(tmp_path),
        "HOPLUC_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "hopluc.web.settings",
    }

    def command(*words: str) -> list[str]:
        return [sys.executable, "-c", WORKER, *words]

    subprocess.run(command("submit", str(mark)), env=environment, check=True)
    first = subprocess.Popen(command("work"), env=environment)
    _until(lambda: mark.exists() and mark.read_text())
    child = int(mark.read_text())
    first.kill()
    first.wait()

    _until(lambda: not _alive(child))
    last = subprocess.run(command("finish"), env=environment, check=True, capture_output=True, text=True)

    assert last.stdout.split() == ["done", "2"]
    assert len(mark.read_text().splitlines()) == 2
