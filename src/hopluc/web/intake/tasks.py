"""Intake's long work: reading the files of a batch."""

from typing import Any

from hopluc.reading.sources import Sandbox
from hopluc.web.intake import actions, queries
from hopluc.web.jobs.kinds import Task, kind


@kind(actions.READ_BATCH)
def read_batch(task: Task, *, batch: int) -> dict[str, Any]:
    """Read what of the batch still waits, one file at a time; begun again after a crash, it goes on with the rest."""
    rows = queries.batch(batch)
    total = rows.uploads.count()
    with Sandbox() as sandbox:
        for upload in queries.waiting_uploads(rows):
            done = total - len(queries.waiting_uploads(rows))
            task.progress(90 * done // max(1, total), f"Đang đọc {done + 1}/{total}: {upload.name}")
            actions.read_upload(upload, sandbox, by=task.actor)
    task.progress(95, "Đang đối chiếu các văn bản")
    actions.join_programmes(rows, by=task.actor)
    return {"read": len(queries.read_uploads(rows)), "refused": queries.refused_count(rows)}
