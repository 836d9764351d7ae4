"""The room's long work: a computation with many replicates."""

from typing import Any

from hopluc.web.jobs.kinds import Task, kind
from hopluc.web.observatory import actions
from hopluc.web.observatory.models import Result


@kind(actions.COMPUTE)
def compute(task: Task, *, result: int) -> dict[str, Any]:
    """Compute what a result pins; stopped between two parts of the work, nothing of it is kept."""

    def told(done: int, of: int) -> None:
        task.progress(min(99, 100 * done // of), f"Đã tính {done:,}/{of:,} lần".replace(",", "."))

    task.progress(0, "Đang tính điểm")
    row = actions.carry_out(Result.objects.select_related("edition").get(pk=result), by=task.actor, progress=told)
    return {"result": row.pk}
