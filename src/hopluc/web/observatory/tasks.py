"""The room's long work: a computation with many replicates, the profiles of all units."""

from typing import Any

from hopluc.web.jobs.kinds import Task, kind
from hopluc.web.observatory import actions
from hopluc.web.observatory.models import ProfileSet, Result


@kind(actions.COMPUTE)
def compute(task: Task, *, result: int) -> dict[str, Any]:
    """Compute what a result pins; stopped between two parts of the work, nothing of it is kept."""

    def told(done: int, of: int) -> None:
        task.progress(min(99, 100 * done // of), f"Đã tính {done:,}/{of:,} lần".replace(",", "."))

    task.progress(0, "Đang tính điểm")
    row = actions.carry_out(Result.objects.select_related("edition").get(pk=result), by=task.actor, progress=told)
    return {"result": row.pk}


@kind(actions.PROFILES)
def make_profiles(task: Task, *, profiles: int) -> dict[str, Any]:
    """Make the profiles of all units of a result; stopped between two of them, nothing is kept."""

    def told(done: int, of: int) -> None:
        task.progress(min(99, 100 * done // of), f"Đã lập {done}/{of} hồ sơ")

    task.progress(0, "Đang lập hồ sơ")
    made = ProfileSet.objects.select_related("result__edition__framework").get(pk=profiles)
    return {"profiles": actions.make_profiles(made, by=task.actor, told=told).pk}
