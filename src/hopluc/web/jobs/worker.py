"""The worker: takes one job after another by a lease that it renews, and lets each run in a process of its own.

Killed in the middle, a worker leaves a job whose lease runs out; the next worker takes it up again. Two workers never win the
same lease, on either database: the row is taken by an update that names how it was seen. A job whose process dies (out of memory,
a crash in a library) is tried again, at most MOST_ATTEMPTS times in all; one that raises an error has failed.
"""

import logging
import multiprocessing
import multiprocessing.process
import os
import signal
import threading
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import connections
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from hopluc.errors import HopLucError
from hopluc.web.jobs.kinds import Cancelled, Task, run_of
from hopluc.web.jobs.models import Job

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
BEAT = 5.0  # seconds between renewals
MOST_ATTEMPTS = 3
CRASHED = "Việc dừng giữa chừng do lỗi ngoài dự kiến. Đề nghị thử lại; nếu vẫn gặp, báo quản trị kèm số {number}."

Work = Callable[[Job], None]


def take_next(holder: str, now: datetime | None = None) -> Job | None:
    """The next job to do, now held by `holder`: one that waits, or one whose lease ran out. None when there is none."""
    now = now or timezone.now()
    free = Q(state=Job.State.QUEUED) | Q(state=Job.State.RUNNING, lease_until__lt=now)
    for seen in Job.objects.filter(free).order_by("pk")[:20]:
        as_seen = Job.objects.filter(pk=seen.pk, state=seen.state, holder=seen.holder, lease_until=seen.lease_until)
        if seen.attempt >= MOST_ATTEMPTS:
            as_seen.update(state=Job.State.FAILED, message=CRASHED.format(number=seen.pk), holder="", ended_at=now)
        elif as_seen.update(
            state=Job.State.RUNNING, holder=holder, lease_until=now + LEASE, heartbeat_at=now, attempt=F("attempt") + 1
        ):
            return Job.objects.get(pk=seen.pk)
    return None


def perform(job: Job) -> None:
    """Do the job in this process, and write how it ended, unless another worker has come to hold it."""
    try:
        result = run_of(job.kind)(Task(job), **job.params)
    except Cancelled:
        _end(job, Job.State.CANCELLED)
    except HopLucError as mishap:
        _end(job, Job.State.FAILED, message=str(mishap))
    else:
        _end(job, Job.State.DONE, percent=100, result=dict(result) if result is not None else None)


def work_apart(job: Job, stop: threading.Event) -> None:
    """Let the job run in a child process, renewing its lease; judge by how the child ends. When told to stop, put the job back."""
    connections.close_all()  # a connection must not be shared with the child
    context: Any = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    child = context.Process(target=_child, args=(job.pk,))
    child.start()
    renewed = time.monotonic()
    while child.exitcode is None:
        child.join(min(BEAT, 0.5))
        if child.exitcode is None and stop.is_set():
            child.terminate()
            child.join()
            _held(job).update(state=Job.State.QUEUED, holder="", lease_until=None, attempt=F("attempt") - 1)
            return
        if child.exitcode is None and time.monotonic() - renewed >= BEAT:
            now, renewed = timezone.now(), time.monotonic()
            if not _held(job).update(lease_until=now + LEASE, heartbeat_at=now):
                child.terminate()  # ended by its own word a moment ago, or held by another
                child.join()
                return
    if child.exitcode < 0:
        logger.error("job %s: process killed by signal %s", job.pk, -child.exitcode)
        _held(job).update(state=Job.State.QUEUED, holder="", lease_until=None)
    elif child.exitcode:
        _end(job, Job.State.FAILED, message=CRASHED.format(number=job.pk))


def run_worker(*, once: bool = False, work: Work | None = None, stop: threading.Event | None = None) -> int:
    """Do jobs as they come, each apart or by `work`, until `stop` is set; with `once`, until none waits. Returns how many were done."""
    stop, done = stop or threading.Event(), 0
    work = work or partial(work_apart, stop=stop)
    holder = str(uuid.uuid4())
    while not stop.is_set():
        job = take_next(holder)
        if job is not None:
            work(job)
            done += 1
        elif once:
            break
        else:
            connections.close_all()
            stop.wait(1.0)
    return done


def stop_on_signals() -> threading.Event:
    """An event that SIGTERM and SIGINT set: the worker puts back the job at hand and ends."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _held(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(pk=job.pk, holder=job.holder, attempt=job.attempt, state=Job.State.RUNNING)


def _end(job: Job, state: str, **said: object) -> None:
    _held(job).update(state=state, holder="", lease_until=None, ended_at=timezone.now(), **said)


def _child(job_id: int) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    perform(Job.objects.get(pk=job_id))


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(70)  # the lease is no longer renewed: whoever takes the job up must not meet us at work
