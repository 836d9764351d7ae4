"""Put a job in the queue, ask a job to stop."""

from typing import Any

from django.db import transaction

from hopluc.web.jobs.kinds import run_of
from hopluc.web.jobs.models import Job


def submit(kind: str, params: dict[str, Any], *, by: Any) -> Job:
    """Queue a job. The row is part of the caller's transaction: a worker sees it once that is committed, and not at all if it fails."""
    run_of(kind)
    job = Job(kind=kind, params=params, actor=by)
    job.full_clean()
    job.save()
    return job


@transaction.atomic
def submit_once(kind: str, params: dict[str, Any], *, by: Any) -> Job:
    """Queue a job unless the very same, asked by the same, waits already. Held until the caller's transaction ends, that one then
    finds what the caller has done.
    """
    waiting = Job.objects.select_for_update().filter(kind=kind, params=params, actor=by, state=Job.State.QUEUED).first()
    return waiting or submit(kind, params, by=by)


@transaction.atomic
def cancel(job: Job, *, by: Any) -> Job:
    """Ask a job to stop (dừng việc): a queued one stops at once, a running one where it next tells its progress."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    if job.state == Job.State.QUEUED:
        job.state = Job.State.CANCELLED
    job.cancel_requested = True
    job.save()
    return job
