"""Who may stop a job."""

from typing import Any

from hopluc.web.jobs.models import Job


def can_cancel(user: Any, job: Job) -> bool:
    """Whoever started it, until it has ended."""
    return job.actor_id == user.pk and not job.ended
