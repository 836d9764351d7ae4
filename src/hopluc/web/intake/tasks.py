"""Intake's long work: reading the files of a batch."""

from typing import Any

from hopluc.reading.sources import Sandbox
from hopluc.web.intake import actions, incoming, queries
from hopluc.web.intake.actions.arriving import READ_BATCH
from hopluc.web.intake.actions.settling import JOIN_BATCH
from hopluc.web.jobs.kinds import Task, kind


@kind(READ_BATCH)
def read_batch(task: Task, *, batch: int) -> dict[str, Any]:
    """Read what of the batch still waits, one file at a time; begun again after a crash, it goes on with the rest.

    No file is named in the progress: a name may say what a secrecy mark was to keep.
    """
    rows = queries.batch(batch)
    for upload in queries.uploads_with_bytes_left(rows):
        actions.clear_incoming(upload)
    waiting = queries.waiting_uploads(rows)
    total = rows.uploads.count()
    with Sandbox() as sandbox:
        for done, upload in enumerate(waiting, start=total - len(waiting)):
            task.progress(90 * done // total, f"Đang đọc tệp {done + 1}/{total}")
            actions.read_upload(upload, sandbox, by=task.actor)
    task.progress(95, "Đang đối chiếu các văn bản")
    actions.join_programmes(rows, by=task.actor)
    incoming.sweep(queries.incoming_names())
    return {"read": len(queries.read_uploads(rows)), "refused": queries.refused_count(rows)}


@kind(JOIN_BATCH)
def join_batch(task: Task, *, batch: int) -> None:
    """Join the documents of a batch to programmes that stand in the register since, and compare them."""
    task.progress(10, "Đang đối chiếu các văn bản")
    actions.join_programmes(queries.batch(batch), by=task.actor)
