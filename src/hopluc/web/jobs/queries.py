"""Jobs a user may see."""

from typing import Any

from django.db.models import QuerySet

from hopluc.web.jobs.models import Job


def jobs_seen_by(user: Any) -> QuerySet[Job]:
    """The user's own jobs."""
    return Job.objects.filter(actor=user) if user.is_authenticated else Job.objects.none()
