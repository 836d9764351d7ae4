"""The agenda's long work: the reminders of a day."""

from datetime import date
from typing import Any

from hopluc.web.agenda import actions
from hopluc.web.jobs.kinds import Task, kind


@kind("remind")
def send_reminders(task: Task, *, on: str, address: str = "") -> dict[str, Any]:
    """Send the reminders of a day; begun again after a crash, it sends none twice."""
    task.progress(0)
    return {"sent": actions.remind(date.fromisoformat(on), address=address)}
