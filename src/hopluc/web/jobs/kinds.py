"""The kinds of jobs, by name. An app names its own in `tasks.py`, found when a worker starts.

    @kind("read-upload")
    def read_upload(task: Task, *, upload_id: int) -> dict[str, Any] | None:
        task.progress(10, "Đang mở tệp")

A job takes ids, fetches, calls actions. It may be begun again after a crash, so what it does twice must come to the same.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from hopluc.web.jobs.models import Job

Result = Mapping[str, Any] | None
Run = Callable[..., Result]
_KINDS: dict[str, Run] = {}
_WRITE_EVERY = 1.0  # seconds


class Cancelled(Exception):
    """The job was asked to stop, or is no longer held by this worker; raised where it tells its progress."""


class Task:
    """A job under way, as the function that does it sees it."""

    def __init__(self, job: Job) -> None:
        self.job_id = job.pk
        self.actor = job.actor
        self._holder = job.holder
        self._told = 0.0

    def progress(self, percent: int, message: str = "") -> None:
        """Tell how far the work is; written at most once a second. Raises Cancelled when the work is to stop."""
        now = time.monotonic()
        if now - self._told < _WRITE_EVERY and percent < 100:
            return
        self._told = now
        held = Job.objects.filter(pk=self.job_id, holder=self._holder, state=Job.State.RUNNING, cancel_requested=False)
        if not held.update(percent=max(0, min(100, percent)), message=message, heartbeat_at=timezone.now()):
            raise Cancelled


def kind(name: str) -> Callable[[Run], Run]:
    """Name the function that does jobs of a kind."""

    def named(run: Run) -> Run:
        assert _KINDS.get(name, run) is run, f"two functions for jobs of kind {name}"
        _KINDS[name] = run
        return run

    return named


def run_of(name: str) -> Run:
    """The function that does jobs of this kind. Raises KeyError for a kind nobody has named."""
    if name not in _KINDS:
        autodiscover_modules("tasks")
    return _KINDS[name]
