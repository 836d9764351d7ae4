"""Tasks (nhiệm vụ): what a named body did, does or is told to do, who leads it and by when."""

from collections.abc import Iterator
from itertools import chain

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind
from hopluc.reading.records.task import Task
from hopluc.reading.records.task_cases import CASES
from hopluc.reading.records.task_duties import assigned, duties, labelled
from hopluc.reading.records.task_results import done, listed, projects
from hopluc.reading.records.task_rows import rows, sections
from hopluc.reading.records.work import Work
from hopluc.vietnamese import fold

__all__ = ["KIND", "Task", "find_tasks"]


def find_tasks(document: Document, found: Found) -> Iterator[Record]:
    """Each task of the document's tables, sections and sentences, once; what a surer way has read is not read again."""
    work = Work(document, found)
    taken: list[Span] = []
    titles: list[set[str]] = []
    kept: list[Record] = []
    for record in chain(rows(work), sections(work)):
        kept.append(record)
        taken += record.evidence
        if record.value.section:
            titles.append(set(fold(record.value.title).split()))
    for record in chain(*(read(work) for read in (labelled, assigned, duties, listed, done, projects))):
        words = set(fold(record.value.title).split())
        if any(span.overlaps(other) for span in record.evidence for other in taken) or _known(words, titles):
            continue
        kept.append(record)
        taken += record.evidence
        titles.append(words)
    yield from sorted(kept, key=lambda record: record.evidence[0])


def _known(words: set[str], titles: list[set[str]]) -> bool:
    """Whether a title says nothing new beside one already read."""
    return any(len(words & title) >= 0.85 * min(len(words), len(title)) and len(words & title) >= 5 for title in titles)


KIND = RecordKind("task", "nhiệm vụ", find_tasks, CASES)
